// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"html/template"
	"strings"

	"dwarsverband/beeld"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/verband"
)

// indicatorView is an indicator with its chart and table.
type indicatorView struct {
	plan.IndicatorZicht
	Meter       bool   // it measures the goal that the page is about
	Teller      string // what is counted, in words
	Noemer      string
	Bronnen     string
	Gebiednamen []gebiednaam
	Grafiek     template.HTML
	Rijen       []metingRij
	Laatste     plan.Meting
}

type indicatorPagina struct {
	Pagina
	indicatorView
	Doelen    []plan.Doel
	Kan       plan.Kan
	Verbanden verbandenView
}

// indicatorVan dresses an indicator with names of kinds, sources and areas.
func indicatorVan(i plan.IndicatorZicht, areas []gebied.Gebied, meter bool) indicatorView {
	v := indicatorView{IndicatorZicht: i, Meter: meter, Gebiednamen: gebiednamen(areas, i.Gebieden), Rijen: metingRijen(i.Metingen, nil)}
	var kinds, sources []string
	for n, k := range i.Soorten {
		naam := k.Naam + " (" + k.Code + ")"
		if n == len(i.Indicator.Teller) {
			v.Noemer = naam
		} else {
			kinds = append(kinds, naam)
		}
	}
	for _, b := range i.Bronnen {
		sources = append(sources, b.Naam+" ("+b.Code+")")
	}
	v.Teller, v.Bronnen = strings.Join(kinds, " plus "), strings.Join(sources, ", ")
	v.Laatste, _ = plan.Laatste(i.Metingen)
	punten, stap := metingPunten(i.Metingen)
	if len(punten) > 0 {
		v.Grafiek = template.HTML(beeld.Reeks(punten, beeld.ReeksOpties{ID: "indicator-" + i.ID, Titel: i.Naam, Eenheid: i.Eenheid, Stap: stap, YVrij: !telbaar(i)}))
	}
	return v
}

// indicatorShow shows one indicator: how it measures, what it measured and which goals it measures.
func (w *Web) indicatorShow(b *bezoek) error {
	i, err := w.Plan.ToonIndicator(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	areas, err := w.Gebied.Lijst(b.Context(), b.wie, false)
	if err != nil {
		return err
	}
	v := &indicatorPagina{Pagina: Pagina{Titel: i.Naam, Menu: "/plannen", Lead: i.Definitie, Kruimels: planKruimels(i.Plan)},
		indicatorView: indicatorVan(i.IndicatorZicht, areas, false), Doelen: i.Doelen, Kan: i.Kan}
	if v.Verbanden, err = w.verbandenVan(b, verband.Eind{Soort: verband.Indicator, ID: i.ID}); err != nil {
		return err
	}
	return b.toon("indicator", v)
}
