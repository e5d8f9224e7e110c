// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"fmt"
	"math"

	"dwarsverband/geo"
)

// town makes cols x rows areas of a kilometre with wavy shared borders of the
// given number of points a side.
func town(cols, rows, points int) []Vlak {
	wave := func(x, y float64) [2]float64 {
		return [2]float64{
			90000 + 1000*x + 90*math.Sin(5*y+x) + 12*math.Sin(31*y),
			430000 + 1000*y + 90*math.Sin(4*x+2*y) + 12*math.Sin(29*x),
		}
	}
	var out []Vlak
	for r := range rows {
		for c := range cols {
			var ring [][2]float64
			x, y := float64(c), float64(r)
			for i := range points {
				ring = append(ring, wave(x+float64(i)/float64(points), y))
			}
			for i := range points {
				ring = append(ring, wave(x+1, y+float64(i)/float64(points)))
			}
			for i := range points {
				ring = append(ring, wave(x+float64(points-i)/float64(points), y+1))
			}
			for i := range points {
				ring = append(ring, wave(x, y+float64(points-i)/float64(points)))
			}
			n := r*cols + c
			out = append(out, Vlak{
				ID: fmt.Sprintf("BU0599%04d", n), Naam: fmt.Sprintf("Wijk %d", n),
				Vorm: geo.MultiPolygon{{append(ring, ring[0])}}, Klasse: n%7 - 2,
				Waarde: fmt.Sprintf("%d per 1.000", 10+n), Href: fmt.Sprintf("/gebied/BU0599%04d", n),
			})
		}
	}
	return out
}

// series is four years of months with a season, three months without figure in
// two ways, two signals and two provisional months.
func series() []Reekspunt {
	var out []Reekspunt
	for i := range 48 {
		usual := 20 + 6*math.Sin(float64(i)/6)
		p := Reekspunt{Maand: NewMaand(2022, 1) + Maand(i), Waarde: new(math.Round(usual + 4*math.Sin(float64(i*i)))), Voorlopig: i >= 46}
		if i >= 12 {
			p.Verwacht, p.Onder, p.Boven = new(usual), new(usual-7), new(usual+8)
		}
		switch i {
		case 20, 21:
			continue // not among the points
		case 38:
			p.Waarde = nil
		case 30, 46:
			p.Waarde, p.Signaal = new(math.Round(usual)+15), true
		}
		out = append(out, p)
	}
	return out
}

func years() []Reekspunt {
	var out []Reekspunt
	for i := range 9 {
		out = append(out, Reekspunt{Maand: NewMaand(2012+i, 1), Waarde: new(float64(700 - 30*i + 5*i*i)), Signaal: i == 7})
	}
	return out
}

// pictures are one of each kind, by name of the golden file.
func pictures() map[string]string {
	wijken := town(4, 3, 6)
	target := &Pad{Van: NewMaand(2022, 1), VanWaarde: 26, Tot: NewMaand(2026, 12), TotWaarde: 15}
	return map[string]string{
		"kaart":        Kaart(wijken, KaartOpties{ID: "kaart", Titel: "Woninginbraken 2025", Beschrijving: "De meeste staan in het noorden.", Breedte: 480}),
		"kaart-links":  Kaart(wijken, KaartOpties{ID: "k2", Titel: "Woninginbraken 2025", Breedte: 340, Focusable: true, Gekozen: "BU05990005"}),
		"kaart-kader":  Kaart(wijken, KaartOpties{ID: "k3", Titel: "Kern", Kader: geo.Box{MinX: 90500, MinY: 430500, MaxX: 91500, MaxY: 431500}}),
		"kaart-leeg":   Kaart(nil, KaartOpties{ID: "k4", Titel: "Niets"}),
		"reeks":        Reeks(series(), ReeksOpties{ID: "r1", Titel: "Woninginbraken in Cool", Eenheid: "woninginbraken per maand"}),
		"reeks-smal":   Reeks(series(), ReeksOpties{ID: "r2", Titel: "Woninginbraken in Cool", Eenheid: "woninginbraken per maand", Breedte: 340}),
		"reeks-pad":    Reeks(series(), ReeksOpties{ID: "r3", Titel: "Woninginbraken in Cool", Eenheid: "woninginbraken per maand", Breedte: 900, Pad: target}),
		"reeks-jaren":  Reeks(years(), ReeksOpties{ID: "r4", Titel: "Misdrijven", Eenheid: "misdrijven per jaar", Stap: 12, Breedte: 480, Hoogte: 220}),
		"reeks-cijfer": Reeks([]Reekspunt{{Maand: NewMaand(2021, 1), Waarde: new(6.8)}, {Maand: NewMaand(2023, 1), Waarde: new(7.1)}}, ReeksOpties{ID: "r5", Titel: "Rapportcijfer", Eenheid: "rapportcijfer", Stap: 12, YVrij: true}),
		"reeks-leeg":   Reeks(nil, ReeksOpties{ID: "r6", Titel: "Niets", Eenheid: "misdrijven", Pad: target}),
		"vonk":         Vonk(series(), VonkOpties{ID: "v1", Titel: "Woninginbraken in Cool"}),
		"staal":        Staal("s1", GeenGegevens),
	}
}
