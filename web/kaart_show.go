// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"html/template"
	"slices"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

// kaartView is the map beside its table.
type kaartView struct {
	Pagina
	Leeg      string // why there is nothing to see, and what to do
	Keuze     kaartKeuze
	Soort     cijfer.Soort
	Bron      cijfer.Bron
	Soorten   []optieGroep
	Filters   []filter
	Anders    string // what was asked and does not exist
	Kop       string // "Woninginbraak per wijk, 12 maanden tot en met september 2026"
	Eenheid   string
	Kaart     template.HTML
	Geheel    template.HTML // the whole municipality, where the map shows the dense part of it
	Legenda   []legendaRegel
	Stad      kaartRij // the whole municipality
	Rijen     []kaartRij
	Eerder    string // the period that is compared with
	Noemer    string // which inhabitants a rate is over
	Marge     bool   // the rows have a margin
	Verloop   bool   // the rows have a small line
	Met       int    // areas with a figure
	Ouderdom  string
	Oud       bool // older than the source promises
	Voorlopig bool
	Kolommen  []kolomkop
	CSV       string
	Gebied    string // local name of an area of this level
	Gebieden  string
	Nu        string // the period that is shown
	Geschat   bool   // the margins are worked out from a rate that the source publishes
	Klein     bool   // a row has so few inhabitants that its rate says little
	Signalen  int    // areas with a signal in the last month that is shown

	signalen map[string]string // id of the signal, by area
	heel     bool              // all figures are whole numbers
}

// legendaRegel is a colour of the map and what it means.
type legendaRegel struct {
	Staal template.HTML
	Label string
}

// kolomkop is the head of a column that can be sorted on.
type kolomkop struct {
	Naam, URL, Sortering string
	Getal                bool
}

// kaartShow shows the map.
func (w *Web) kaartShow(b *bezoek) error {
	k, err := leesKaart(b.URL.Query())
	if err != nil {
		return err
	}
	v, err := b.kaart(k)
	if err != nil {
		return err
	}
	return b.toon("kaart", v)
}

// kaartCSV sends the table of the map.
func (w *Web) kaartCSV(b *bezoek) error {
	k, err := leesKaart(b.URL.Query())
	if err != nil {
		return err
	}
	v, err := b.kaart(k)
	if err != nil {
		return err
	}
	table := [][]string{{"code", "naam", "soort", "periode", "eenheid", "waarde", "ondergrens 95%", "bovengrens 95%", "waarde " + v.Eerder, "opmerking", "bron"}}
	for _, r := range v.Rijen {
		table = append(table, []string{r.Code, r.Naam, v.Soort.Naam, v.Nu, v.Eenheid, r.csv(r.nu.Waarde), r.csv(r.nu.Onder), r.csv(r.nu.Boven), r.csv(r.eerder.Waarde), r.Opmerking(), v.Bron.Naam})
	}
	return b.stuurCSV("kaart-"+v.Soort.Code+"-"+v.Keuze.Tot.Code()+".csv", table)
}

// kaart gathers what the map shows.
func (b *bezoek) kaart(k kaartKeuze) (*kaartView, error) {
	w, ctx := b.web, b.Context()
	v := &kaartView{Pagina: Pagina{Titel: "Kaart", Menu: "/kaart"}, Keuze: k}
	areas, err := w.Gebied.Lijst(ctx, b.wie, true)
	if err != nil {
		return nil, err
	}
	soorten, err := w.Cijfer.Soorten(ctx, b.wie)
	if err != nil {
		return nil, err
	}
	if len(areas) == 0 {
		v.Leeg = "Er zijn nog geen gebieden. Lees eerst de gebieden in, en daarna de cijfers."
		return v, nil
	}
	if v.Keuze.Soort == "" {
		if v.Keuze.Soort, err = w.Cijfer.Opening(ctx, b.wie, codes(areas, kleinste(areas))); err != nil {
			return nil, err
		}
		v.Lead = "De kaart opent op inbraak in woningen als dat kan. Daarvan doen mensen bijna altijd aangifte, dus dit cijfer hangt het minst af van wat de politie zoekt."
	}
	if v.Keuze.Soort == "" && len(soorten) > 0 {
		v.Keuze.Soort = soorten[0].Code
	}
	if v.Keuze.Soort == "" {
		v.Leeg = "Er zijn nog geen cijfers. Lees een bestand met cijfers in."
		return v, nil
	}
	data, err := w.Cijfer.Vergelijk(ctx, b.wie, v.Keuze.Keuze)
	if err != nil {
		return nil, err
	}
	bronnen, err := w.Cijfer.Bronnen(ctx, b.wie)
	if err != nil {
		return nil, err
	}
	v.Soorten = soortOpties(soorten, bronnen, data.Soort.Code)
	v.Filters = []filter{{ID: "soort", Label: "Soort cijfer", Groepen: v.Soorten}}
	if len(data.Perioden) == 0 {
		v.Soort, v.Leeg = data.Soort, "Van "+data.Soort.Naam+" zijn nog geen cijfers. Lees een bestand in, of kies een andere soort."
		return v, nil
	}
	if v.signalen, err = b.signalenOp(data); err != nil {
		return nil, err
	}
	v.vul(data, areas, b.tenant)
	v.teken(w.vormen.licht(b.tenant.ID, areas))
	vandaag := w.Cijfer.Nu().Date()
	v.Ouderdom, v.Oud = duur(cijfer.Ouderdom(data.Keuze.Tot, vandaag)), data.Bron.Achter(data.Keuze.Tot, vandaag)
	return v, nil
}

// kleinste gives the smallest level that there are areas of.
func kleinste(areas []gebied.Gebied) gebied.Niveau {
	levels := gebied.Niveaus()
	for _, level := range slices.Backward(levels) {
		if len(codes(areas, level)) > 0 {
			return level
		}
	}
	return levels[0]
}

func codes(areas []gebied.Gebied, level gebied.Niveau) []string {
	var list []string
	for _, a := range areas {
		if a.Niveau == level {
			list = append(list, a.Code)
		}
	}
	return list
}

// vul makes the rows and the words around them.
func (v *kaartView) vul(data cijfer.Vergelijking, areas []gebied.Gebied, t gebied.Verantwoordelijke) {
	asked := v.Keuze.Tot
	v.Keuze.Keuze, v.Soort, v.Bron = data.Keuze, data.Soort, data.Bron
	if asked != "" && asked != data.Keuze.Tot {
		v.Anders = fmt.Sprintf("Van %s zijn er geen cijfers over %s. U ziet het nieuwste cijfer.", data.Soort.Naam, asked)
	}
	v.kiesNiveau(data, areas)
	if v.Soort.Politie {
		v.Keuze.Op = "naam"
	}
	name := t.Namen.Van(v.Keuze.Niveau)
	v.Gebied, v.Gebieden = name.Enkelvoud, name.Meervoud
	v.Nu = tijdvak(data.Keuze, data.Keuze.Tot)
	if data.Eerder != "" {
		v.Eerder = tijdvak(data.Keuze, data.Eerder)
	}
	v.Eenheid = data.Soort.Eenheid
	if data.Keuze.Per1000 {
		v.Eenheid = "per 1.000 inwoners"
		v.Noemer = noemer(data)
	}
	v.Kop = fmt.Sprintf("%s per %s, %s", v.Soort.Naam, name.Enkelvoud, v.Nu)
	v.Marge = v.Soort.Telling() || data.Verhouding()
	v.Geschat = data.Verhouding() && !v.Soort.Telling()
	for _, a := range areas {
		r := v.rij(a, data.Rij(a.Code))
		switch {
		case a.Niveau == gebied.Gemeente && v.Keuze.Niveau != gebied.Gemeente:
			v.Stad = r
		case a.Niveau != v.Keuze.Niveau:
			continue
		default:
			v.Rijen = append(v.Rijen, r)
		}
		v.Voorlopig, v.Klein, v.Verloop = v.Voorlopig || r.Voorlopig, v.Klein || r.Inwoners != "", v.Verloop || r.Vonk != ""
	}
	v.ordenOpties(data, areas, t.Namen)
}

// kiesNiveau takes the level that was asked, else the smallest of which the kind has a figure.
func (v *kaartView) kiesNiveau(data cijfer.Vergelijking, areas []gebied.Gebied) {
	if v.Keuze.Niveau != "" {
		return
	}
	v.Keuze.Niveau = kleinste(areas)
	for _, level := range slices.Backward(gebied.Niveaus()) {
		if slices.ContainsFunc(codes(areas, level), func(code string) bool {
			r := data.Rij(code)
			return r.Nu.Waarde != nil || r.Nu.Attribuut == cijfer.Geheim
		}) {
			v.Keuze.Niveau = level
			return
		}
	}
}

func noemer(data cijfer.Vergelijking) string {
	s := fmt.Sprintf("Gedeeld door de inwoners op 1 januari %d", data.Inwoners.Jaar)
	if data.InwonersEerder.Jaar != data.Inwoners.Jaar && data.InwonersEerder.Jaar != 0 {
		s += fmt.Sprintf(", en voor een jaar eerder door die op 1 januari %d", data.InwonersEerder.Jaar)
	}
	if jaar := data.Keuze.Tot.Jaar(); jaar != data.Inwoners.Jaar {
		s += fmt.Sprintf(". Over %d is er geen inwonertal", jaar)
	}
	return s + fmt.Sprintf(". Onder %d inwoners is er geen cijfer per inwoner.", cijfer.MinInwoners)
}
