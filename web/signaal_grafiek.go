// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"html/template"
	"math"
	"slices"

	"dwarsverband/beeld"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/signaal"
)

// signaalBeeld is a series with what was judged of it, as a chart and as rows.
type signaalBeeld struct {
	Naam  string // "Woninginbraak in Kersenbuurt"
	SVG   template.HTML
	Rijen []maandRij
}

// maandRij is one month of a series.
type maandRij struct {
	Periode                                    cijfer.Periode
	Gezien, Verwacht, Gewoon, Vanaf, Uitspraak string
	Voorlopig, Huidig                          bool
}

// grafiekMaanden is how far back a chart goes: a year and a half before the first month that was judged.
const grafiekMaanden = 42

// tekenSignaal draws the series that a signal is part of, up to the newest month.
func tekenSignaal(naam string, sig signaal.Signaal, reeks []cijfer.Cijfer, oordelen []signaal.Oordeel) signaalBeeld {
	v := signaalBeeld{Naam: naam}
	byMonth := map[cijfer.Periode]signaal.Oordeel{}
	for _, o := range oordelen {
		byMonth[o.Periode] = o
		v.Rijen = append(v.Rijen, maand(o, sig))
	}
	slices.Reverse(v.Rijen)
	var points []beeld.Reekspunt
	for _, c := range reeks[max(0, len(reeks)-grafiekMaanden):] {
		jaar, nr := c.Periode.Start()
		p := beeld.Reekspunt{Maand: beeld.NewMaand(jaar, nr), Waarde: c.Waarde, Voorlopig: c.Attribuut == cijfer.Voorlopig}
		if o, ok := byMonth[c.Periode]; ok {
			p.Verwacht, p.Onder, p.Boven, p.Signaal = bekend(o.Verwacht), bekend(o.Onder), bekend(o.Boven), o.Uitspraak == signaal.Rings
		}
		points = append(points, p)
	}
	v.SVG = template.HTML(beeld.Reeks(points, beeld.ReeksOpties{ID: "reeks", Titel: naam + " per maand", Eenheid: "aantal per maand", Breedte: 620, Hoogte: 280,
		Beschrijving: "De lijn is wat is gezien. De band is wat in een gewone maand te verwachten is."}))
	return v
}

// bekend gives nil for a number that is not known.
func bekend(f float64) *float64 {
	if math.IsNaN(f) {
		return nil
	}
	return &f
}

func maand(o signaal.Oordeel, sig signaal.Signaal) maandRij {
	r := maandRij{Periode: o.Periode, Verwacht: getal(o.Verwacht, 1), Gewoon: "–", Vanaf: getal(o.Kleinste, 0), Uitspraak: string(o.Uitspraak), Voorlopig: o.Voorlopig,
		Huidig: o.Periode == sig.Periode}
	if !math.IsNaN(o.Gezien) {
		r.Gezien = getal(o.Gezien, 0)
	}
	if !math.IsNaN(o.Boven) {
		r.Gewoon = getal(o.Onder, 0) + " t/m " + getal(o.Boven, 0)
	}
	return r
}
