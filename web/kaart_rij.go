// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"dwarsverband/beeld"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

// kaartRij is one area in the table.
type kaartRij struct {
	Code, Naam  string
	Waarde      string // empty where there is none
	Reden       string // why there is none
	Afgeschermd bool
	Voorlopig   bool
	Marge       string // "3,1 – 8,4"
	Verschil    verschil
	Vonk        template.HTML
	Inwoners    string // how few inhabitants, where that makes a rate say little
	Signaal     string // id of the signal in the last month that is shown

	nu, eerder cijfer.Uitkomst
}

// verschil is a change in words, with an icon that says nothing more.
type verschil struct {
	Icoon, Tekst, Was string
	waarde            *float64
}

// Opmerking says in a file what the page says with words beside the figure.
func (r kaartRij) Opmerking() string {
	if r.Voorlopig {
		return "voorlopig"
	}
	return r.Reden
}

func (kaartRij) csv(v *float64) string {
	if v == nil {
		return ""
	}
	return strings.Replace(strconv.FormatFloat(math.Round(*v*100)/100, 'f', -1, 64), ".", ",", 1)
}

// decimalen is the precision of a figure on a page: none for counts.
func decimalen(k cijfer.Soort) int {
	if k.Telling() {
		return 0
	}
	return 1
}

func (v *kaartView) decimalen() int {
	if v.Keuze.Per1000 {
		return 1
	}
	return decimalen(v.Soort)
}

// compareTekst orders names as a reader expects, capitals among small letters.
func compareTekst(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }

func (v *kaartView) schrijf(f float64) string { return getal(f, v.decimalen()) }

func (v *kaartView) rij(a gebied.Gebied, data cijfer.Rij) kaartRij {
	r := kaartRij{Code: a.Code, Naam: a.Naam, nu: data.Nu, eerder: data.Eerder, Reden: data.Nu.Reden, Afgeschermd: data.Nu.Attribuut == cijfer.Geheim,
		Voorlopig: data.Nu.Attribuut == cijfer.Voorlopig}
	if data.Nu.Waarde != nil {
		r.Waarde = v.schrijf(*data.Nu.Waarde)
	}
	if data.Nu.Onder != nil {
		r.Marge = v.schrijf(*data.Nu.Onder) + " – " + v.schrijf(*data.Nu.Boven)
	}
	r.Verschil, r.Signaal = verschilVan(data, v.schrijf), v.signalen[a.Code]
	if data.Klein() {
		r.Inwoners = getal(data.Inwoners, 0) + " inwoners"
	}
	if a.Niveau == v.Keuze.Niveau {
		r.Vonk = reeksVonk("vonk-"+a.Code, v.Soort.Naam+" in "+a.Naam, data.Reeks, v.Soort.Lengte)
	}
	return r
}

// verschilVan writes the change of a figure; without an earlier figure it is empty.
func verschilVan(data cijfer.Rij, schrijf func(float64) string) verschil {
	d := data.Verschil()
	if d == nil {
		return verschil{}
	}
	v := verschil{Was: schrijf(*data.Eerder.Waarde), waarde: d}
	switch text := schrijf(*d); {
	case strings.Trim(text, "−0,") == "":
		v.Icoon, v.Tekst = "gelijk", "gelijk"
	case *d > 0:
		v.Icoon, v.Tekst = "omhoog", "+"+text
	default:
		v.Icoon, v.Tekst = "omlaag", text
	}
	return v
}

// reeksVonk draws a small line of a series; one figure is no line.
func reeksVonk(id, titel string, reeks []cijfer.Cijfer, l cijfer.Lengte) template.HTML {
	points, known := reekspunten(reeks)
	if known < 2 {
		return ""
	}
	return template.HTML(beeld.Vonk(points, beeld.VonkOpties{ID: id, Titel: titel, Stap: stap(reeks, l), Breedte: 104, Hoogte: 28}))
}

// stap is the number of months from one figure to the next: of a kind by year the smallest that occurs, because some come every second year.
func stap(reeks []cijfer.Cijfer, l cijfer.Lengte) int {
	if l != cijfer.Jaar || len(reeks) < 2 {
		return 12 / l.PerJaar()
	}
	years := reeks[1].Periode.Jaar() - reeks[0].Periode.Jaar()
	for i := 2; i < len(reeks); i++ {
		years = min(years, reeks[i].Periode.Jaar()-reeks[i-1].Periode.Jaar())
	}
	return 12 * max(years, 1)
}

// reekspunten turns figures into points of a chart and counts those that have a value.
func reekspunten(reeks []cijfer.Cijfer) (points []beeld.Reekspunt, known int) {
	for _, c := range reeks {
		points = append(points, beeld.Reekspunt{Maand: beeld.NewMaand(c.Periode.Start()), Waarde: c.Waarde, Voorlopig: c.Attribuut == cijfer.Voorlopig})
		if c.Waarde != nil {
			known++
		}
	}
	return points, known
}

// sorteer puts the rows in the order that was asked. Areas without a figure come last, by name: they are no low ones.
func (v *kaartView) sorteer() {
	slices.SortStableFunc(v.Rijen, func(a, b kaartRij) int {
		switch v.Keuze.Op {
		case "waarde":
			return cmp.Or(hoogEerst(a.nu.Waarde, b.nu.Waarde), compareTekst(a.Naam, b.Naam))
		case "verschil":
			return cmp.Or(hoogEerst(a.Verschil.waarde, b.Verschil.waarde), compareTekst(a.Naam, b.Naam))
		}
		return compareTekst(a.Naam, b.Naam)
	})
}

func hoogEerst(a, b *float64) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Compare(*b, *a)
}

// ordenOpties fills the lists of the form and the heads of the table. A list with one choice is left out.
func (v *kaartView) ordenOpties(data cijfer.Vergelijking, areas []gebied.Gebied, names gebied.Namen) {
	k := data.Keuze
	label := "Tot en met"
	if k.Tot.Lengte() == cijfer.Jaar {
		label = "Jaar"
	}
	v.Filters = append(v.Filters, filter{ID: "periode", Label: label, Groepen: periodeOpties(data.Perioden, k.Tot)})
	if data.Soort.Telling() && data.Soort.Lengte != cijfer.Jaar {
		one := "Dit kwartaal"
		if data.Soort.Lengte == cijfer.Maand {
			one = "Deze maand"
		}
		v.Filters = append(v.Filters, filter{ID: "som", Label: "Tijdvak", Opties: []optie{{"jaar", "Een jaar", k.Jaarsom}, {"periode", one, !k.Jaarsom}}})
	}
	if data.Soort.PerInwoner() && data.Inwoners.Jaar != 0 {
		v.Filters = append(v.Filters, filter{ID: "maat", Label: "Reken met", Opties: []optie{{"aantal", "Aantal", !k.Per1000}, {"per-1000", "Per 1.000 inwoners", k.Per1000}}})
	}
	levels := filter{ID: "niveau", Label: "Gebieden"}
	for _, level := range gebied.Niveaus() {
		if n := len(codes(areas, level)); n > 0 && level != gebied.Gemeente || level == v.Keuze.Niveau {
			levels.Opties = append(levels.Opties, optie{string(level), fmt.Sprintf("%s (%d)", hoofdletter(names.Van(level).Meervoud), n), level == v.Keuze.Niveau})
		}
	}
	v.Filters = append(v.Filters, levels)
	v.kolommen()
	v.CSV = v.Keuze.url("/kaart.csv")
}

// kolommen makes the heads of the table. Police activity is not ranked, so its columns cannot be sorted on.
func (v *kaartView) kolommen() {
	column := func(naam, op string, getal bool) {
		k := v.Keuze
		k.Op = op
		head := kolomkop{Naam: naam, URL: k.url("/kaart"), Getal: getal}
		if v.Keuze.Op == op {
			head.Sortering = "descending"
			if op == "naam" {
				head.Sortering = "ascending"
			}
		}
		if v.Soort.Politie {
			head.URL = ""
		}
		v.Kolommen = append(v.Kolommen, head)
	}
	column(hoofdletter(v.Gebied), "naam", false)
	unit := hoofdletter(v.Eenheid)
	if v.Keuze.Per1000 || v.Geschat {
		unit = "Per 1.000"
	}
	column(unit, "waarde", true)
	if v.Eerder != "" {
		column("Verschil", "verschil", true)
	}
}

// duur writes a number of months: "5 maanden", "2 jaar en 3 maanden".
func duur(months int) string {
	plural := func(n int) string {
		if n == 1 {
			return "1 maand"
		}
		return strconv.Itoa(n) + " maanden"
	}
	switch {
	case months <= 0:
		return "minder dan een maand"
	case months < 12:
		return plural(months)
	case months%12 == 0:
		return strconv.Itoa(months/12) + " jaar"
	}
	return strconv.Itoa(months/12) + " jaar en " + plural(months%12)
}
