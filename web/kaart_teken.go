// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"html/template"
	"math"

	"dwarsverband/beeld"
	"dwarsverband/domein/cijfer"
	"dwarsverband/geo"
)

// Natural size of the map, and the number of colours.
const (
	kaartBreedte = 720
	kaartHoogte  = 620
	kleuren      = 5
)

// teken draws the map with its legend and then puts the rows in order.
func (v *kaartView) teken(light map[string]geo.MultiPolygon) {
	var values []float64
	v.heel = true
	for _, r := range v.Rijen {
		if r.nu.Waarde != nil {
			values = append(values, *r.nu.Waarde)
			v.heel = v.heel && *r.nu.Waarde == math.Trunc(*r.nu.Waarde)
		}
	}
	v.Met = len(values)
	bounds := beeld.Klassen(values, kleuren)
	shapes := make([]beeld.Vlak, len(v.Rijen))
	geen, shielded := false, false
	for i, r := range v.Rijen {
		k := klasse(bounds, r.nu)
		geen, shielded = geen || k == beeld.GeenGegevens, shielded || k == beeld.Afgeschermd
		shapes[i] = beeld.Vlak{ID: r.Code, Naam: r.Naam, Vorm: light[r.Code], Klasse: k, Waarde: r.Waarde + " " + v.Eenheid, Signaal: r.Signaal != ""}
		if r.Signaal != "" {
			v.Signalen++
		}
	}
	for _, item := range beeld.Legenda(bounds, beeld.LegendaOpties{Format: v.schrijf, Heel: v.heel, Geen: geen, Afgeschermd: shielded}) {
		v.Legenda = append(v.Legenda, legendaRegel{template.HTML(beeld.Staal(fmt.Sprintf("staal%d", item.Klasse+2), item.Klasse)), item.Label})
	}
	if v.Signalen > 0 {
		v.Legenda = append(v.Legenda, legendaRegel{template.HTML(beeld.StaalSignaal()), "signaal in " + v.Keuze.Tot.String()})
	}
	v.drukAf(shapes)
	v.sorteer()
}

// drukAf draws the areas: the dense part large and all of it small where that makes most of them readable, else all of it large.
func (v *kaartView) drukAf(shapes []beeld.Vlak) {
	o := beeld.KaartOpties{ID: "kaart", Titel: v.Kop, Beschrijving: "Dezelfde cijfers staan in de tabel.", Breedte: kaartBreedte, MaxHoogte: kaartHoogte, Tolerantie: -1}
	if frame, ok := uitsnede(shapes); ok {
		whole := o
		whole.ID, whole.Titel, whole.Breedte, whole.MaxHoogte, whole.Tolerantie = "geheel", v.Kop+", hele gemeente", 380, 240, 0
		v.Geheel = template.HTML(beeld.Kaart(shapes, whole))
		o.Kader = frame
	}
	v.Kaart = template.HTML(beeld.Kaart(shapes, o))
}

// uitsnede gives the dense part of the areas, where showing that alone draws them at least twice as large.
func uitsnede(shapes []beeld.Vlak) (geo.Box, bool) {
	all := geo.EmptyBox()
	for _, s := range shapes {
		all = all.Union(geo.Bounds(s.Vorm))
	}
	scale := func(b geo.Box) float64 { return min(kaartBreedte/b.Width(), kaartHoogte/b.Height()) }
	frame := beeld.Kern(shapes)
	return frame, len(shapes) > 1 && scale(frame) > 2*scale(all)
}

func klasse(bounds []float64, u cijfer.Uitkomst) int {
	switch {
	case u.Attribuut == cijfer.Geheim:
		return beeld.Afgeschermd
	case u.Waarde == nil:
		return beeld.GeenGegevens
	}
	return beeld.Klasse(bounds, *u.Waarde)
}
