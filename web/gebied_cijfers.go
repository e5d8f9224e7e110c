// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"html/template"
	"slices"

	"dwarsverband/beeld"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/termijn"
)

// cijferGroep are the figures of one source in one area.
type cijferGroep struct {
	Bron          cijfer.Bron
	Rijen         []cijferRij
	Jaar, Verloop bool // some row has a sum over a year, a small line
	Verschil      bool // some row has a change
}

// cijferRij is the newest figure of one kind.
type cijferRij struct {
	Soort    cijfer.Soort
	Periode  string
	Waarde   string // the newest figure
	Reden    string // why there is none
	Jaar     string // the sum over a year, for counts by month or quarter
	JaarLeeg string // why there is none
	Verschil verschil
	Vonk     template.HTML
	Gekozen  bool

	Voorlopig bool
}

// cijfers fills the newest figures by source and gives the kind to show as a chart: the one in the address, else the first that a map would open on.
func (v *gebiedView) cijfers(b *bezoek) (soort string, err error) {
	w, ctx := b.web, b.Context()
	soorten, err := w.Cijfer.Soorten(ctx, b.wie)
	if err != nil {
		return "", err
	}
	bronnen, err := w.Cijfer.Bronnen(ctx, b.wie)
	if err != nil {
		return "", err
	}
	by, err := w.Cijfer.VanGebied(ctx, b.wie, v.Gebied.Code)
	if err != nil {
		return "", err
	}
	v.Inwoners = inwonertal(soorten, by)
	soort = b.URL.Query().Get("soort")
	if soort == "" {
		soort = eersteSoort(soorten, by)
	}
	for _, bron := range bronnen {
		g := cijferGroep{Bron: bron}
		for _, k := range soorten {
			switch {
			case k.Bron != bron.Code:
			case len(by[k.Code]) == 0:
				v.Zonder = append(v.Zonder, k.Naam)
			default:
				r := cijferRijVan(k, by[k.Code], k.Code == soort)
				g.Rijen = append(g.Rijen, r)
				g.Jaar, g.Verloop, g.Verschil = g.Jaar || r.Jaar != "" || r.JaarLeeg != "", g.Verloop || r.Vonk != "", g.Verschil || r.Verschil.Tekst != ""
			}
		}
		if len(g.Rijen) > 0 {
			slices.SortStableFunc(g.Rijen, func(a, b cijferRij) int { return compareTekst(a.Soort.Naam, b.Soort.Naam) })
			v.Groepen = append(v.Groepen, g)
		}
	}
	// What happens this month first, what stands for a year last.
	slices.SortStableFunc(v.Groepen, func(a, b cijferGroep) int {
		return b.Rijen[0].Soort.Lengte.PerJaar() - a.Rijen[0].Soort.Lengte.PerJaar()
	})
	slices.SortFunc(v.Zonder, compareTekst)
	v.Filter = filter{ID: "soort", Label: "Soort cijfer", Groepen: soortOpties(soorten, bronnen, soort)}
	return soort, nil
}

// eersteSoort is the kind that the chart opens on: the one with most figures among those that a map may open on.
func eersteSoort(soorten []cijfer.Soort, by map[string][]cijfer.Cijfer) string {
	for _, k := range cijfer.Openers(soorten) {
		if len(by[k.Code]) > 1 {
			return k.Code
		}
	}
	for _, k := range soorten {
		if len(by[k.Code]) > 0 {
			return k.Code
		}
	}
	return ""
}

// recentePunten is how many figures the small line of a kind shows: three years of months.
const recentePunten = 36

// cijferRijVan makes the row of one kind from its series.
func cijferRijVan(k cijfer.Soort, reeks []cijfer.Cijfer, gekozen bool) cijferRij {
	last := reeks[len(reeks)-1]
	r := cijferRij{Soort: k, Periode: last.Periode.String(), Gekozen: gekozen, Voorlopig: last.Attribuut == cijfer.Voorlopig}
	schrijf := func(f float64) string { return getal(f, decimalen(k)) }
	if last.Waarde != nil {
		r.Waarde = schrijf(*last.Waarde)
	} else {
		r.Reden = waardeTekst(nil, last.Attribuut)
	}
	year := cijfer.Keuze{Tot: last.Periode, Jaarsom: k.Telling() && k.Lengte != cijfer.Jaar}
	data := year.Vergelijk(reeks, cijfer.EerderDan(last.Periode, reeks))
	if year.Jaarsom && data.Nu.Waarde != nil {
		r.Jaar = schrijf(*data.Nu.Waarde)
	} else if year.Jaarsom {
		r.JaarLeeg = data.Nu.Reden
	}
	r.Verschil = verschilVan(data, schrijf)
	recent := reeks[max(0, len(reeks)-recentePunten):]
	r.Vonk = reeksVonk("vonk-"+k.Code, k.Naam, recent, k.Lengte)
	return r
}

// inwonertal writes the newest number of inhabitants that is known.
func inwonertal(soorten []cijfer.Soort, by map[string][]cijfer.Cijfer) string {
	var sum float64
	year := 0
	for _, code := range cijfer.Inwonersoorten(soorten) {
		reeks := by[code]
		if len(reeks) == 0 || reeks[len(reeks)-1].Waarde == nil {
			return ""
		}
		last := reeks[len(reeks)-1]
		sum, year = sum+*last.Waarde, last.Periode.Jaar()
	}
	if year == 0 {
		return ""
	}
	return fmt.Sprintf("%s op 1 januari %d", getal(sum, 0), year)
}

// reeksView is one series as a chart and as a table.
type reeksView struct {
	Soort   cijfer.Soort
	Grafiek template.HTML
	Rijen   []reeksRij
	Herzien int // figures that were revised
	Leeg    bool
}

// reeksRij is one figure with the values that it had before.
type reeksRij struct {
	Periode string
	Waarde  string
	Geen    bool
	Sinds   termijn.Moment
	Was     []herzien
}

type herzien struct {
	Waarde string
	Op     termijn.Moment
}

// reeks gives the series of a kind in an area, newest first, with what was revised.
func (b *bezoek) reeks(soort string, a gebied.Gebied, names gebied.Namen) (*reeksView, error) {
	w, ctx := b.web, b.Context()
	soorten, err := w.Cijfer.Soorten(ctx, b.wie)
	if err != nil {
		return nil, err
	}
	reeks, err := w.Cijfer.Reeks(ctx, b.wie, soort, a.Code)
	if err != nil {
		return nil, err
	}
	old, err := w.Cijfer.Herzieningen(ctx, b.wie, soort, a.Code)
	if err != nil {
		return nil, err
	}
	v := &reeksView{Leeg: len(reeks) == 0}
	for _, k := range soorten {
		if k.Code == soort {
			v.Soort = k
		}
	}
	points, _ := reekspunten(reeks)
	if err := b.merkSignalen(points, v.Soort, a.Code); err != nil {
		return nil, err
	}
	v.Grafiek = template.HTML(beeld.Reeks(points, beeld.ReeksOpties{ID: "reeks", Titel: fmt.Sprintf("%s in %s, %s", v.Soort.Naam, names.Van(a.Niveau).Enkelvoud, a.Naam),
		Eenheid: v.Soort.Eenheid, Breedte: 690, Hoogte: 280, Stap: stap(reeks, v.Soort.Lengte), YVrij: v.Soort.Eenheid == "cijfer"}))
	for _, c := range slices.Backward(reeks) {
		row := reeksRij{Periode: hoofdletter(c.Periode.String()), Waarde: waardeTekst(c.Waarde, c.Attribuut), Geen: c.Waarde == nil, Sinds: c.Sinds}
		for _, h := range old {
			if h.Periode == c.Periode {
				row.Was = append(row.Was, herzien{waardeTekst(h.Waarde, h.Attribuut), h.Tot})
			}
		}
		if len(row.Was) > 0 {
			v.Herzien++
		}
		v.Rijen = append(v.Rijen, row)
	}
	return v, nil
}
