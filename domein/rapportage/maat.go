// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"math"
	"slices"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/plan"
)

// What a reader is told where a figure is not shown.
const (
	redenAfgeschermd = "Dit cijfer is afgeschermd. Samen met de tabel zou het te veel vertellen over kleine aantallen."
	redenGeenAantal  = "Dit cijfer komt uit een bron die niet openbaar is, en is geen aantal. Niemand kan nagaan hoeveel mensen erachter zitten. Daarom staat het hier niet."
	redenGeenCijfers = "Er zijn nog geen cijfers over deze periode."
)

// toonbaar gives the measurements up to the end of the report that may be shown. Of open figures those are all. Of others those whose count can be added up from
// what the tables show, here or in what the public reads already: such a measurement tells nothing that the tables do not.
func (f *feiten) toonbaar(i plan.Indicator, r Rapportage, t Tabel) []plan.Meting {
	if i.Noemer != "" && !f.soortOpen(i.Noemer) {
		return nil
	}
	var list []plan.Meting
	for _, m := range f.meet(i) {
		if m.Waarde == nil || eindmaand(m.Periode) > eindmaand(r.Tijdvak.Tot) {
			continue
		}
		if t.Open || f.volgt(i, m, t) {
			list = append(list, m)
		}
	}
	return list
}

// volgt tells whether the count of m follows from the cells that t shows.
func (f *feiten) volgt(i plan.Indicator, m plan.Meting, t Tabel) bool {
	need := map[atoom]bool{}
	for _, k := range i.Teller {
		for _, p := range vensterVan(m, f.soorten[k].Lengte) {
			need[atoom{k, p}] = true
		}
	}
	sum := 0.0
	for _, b := range slices.Concat(t.Blokken, f.openbaar) {
		rows := f.rijenVan(i, b)
		var cols []int
		for j, k := range b.Kolommen {
			switch n := telNodig(k, need); {
			case n == 0:
			case n < len(k.Perioden):
				return false // the column counts more than is needed
			default:
				cols = append(cols, j)
				for _, p := range k.Perioden {
					delete(need, atoom{k.Soort, p})
				}
			}
		}
		part, ok := somVan(b, rows, cols)
		if !ok {
			return false
		}
		sum += part
	}
	return len(need) == 0 && m.Teller != nil && math.Abs(sum-*m.Teller) < 0.5
}

func telNodig(k Kolom, need map[atoom]bool) int {
	n := 0
	for _, p := range k.Perioden {
		if need[atoom{k.Soort, p}] {
			n++
		}
	}
	return n
}

// rijenVan gives the rows of a block that the indicator measures.
func (f *feiten) rijenVan(i plan.Indicator, b Blok) []int {
	var rows []int
	for n, r := range b.Rijen {
		if f.binnen(r.Code, i.Gebieden) {
			rows = append(rows, n)
		}
	}
	return rows
}

// somVan adds up shown cells over rows and columns, by way of the totals where those are shown and the cells are not.
func somVan(b Blok, rows, cols []int) (float64, bool) {
	if len(cols) == 0 {
		return 0, true
	}
	if b.Raster == nil || len(rows) == 0 {
		return 0, false
	}
	ways := [][2][]int{{rows, cols}}
	allRows, allCols := len(rows) == len(b.Rijen), len(cols) == len(b.Kolommen)
	if allRows {
		ways = append(ways, [2][]int{{len(b.Rijen)}, cols})
	}
	if allCols {
		ways = append(ways, [2][]int{rows, {len(b.Kolommen)}})
	}
	if allRows && allCols {
		ways = append(ways, [2][]int{{len(b.Rijen)}, {len(b.Kolommen)}})
	}
	for _, way := range ways {
		if sum, ok := b.optellen(way[0], way[1]); ok {
			return sum, true
		}
	}
	return 0, false
}

func (b Blok) optellen(rows, cols []int) (float64, bool) {
	sum := 0.0
	for _, i := range rows {
		for _, j := range cols {
			c := b.Raster[i][j]
			if c.Stand != Getoond {
				return 0, false
			}
			sum += *c.Waarde
		}
	}
	return sum, true
}

// maat describes what an indicator measured. d is the goal, of which meter tells whether this indicator measures it.
func (f *feiten) maat(d plan.Doel, i plan.Indicator, meter bool, r Rapportage, t Tabel, index int) (Maat, plan.Stand) {
	m := Maat{Naam: i.Naam, Definitie: i.Definitie, Eenheid: i.Eenheid, Meter: meter, Tabel: index, Gebieden: i.Gebieden}
	shown := f.toonbaar(i, r, t)
	if !t.Open && !telbaar(i, f) {
		shown, m.Tabel = nil, -1
	}
	stand := plan.StandVan(d, shown)
	if len(shown) == 0 {
		_, measured := laatste(f.meet(i), r.Tijdvak)
		m.Afgeschermd = measured
		switch {
		case !measured:
			m.Reden = redenGeenCijfers
		case !telbaar(i, f):
			m.Reden = redenGeenAantal
		default:
			m.Reden = redenAfgeschermd
		}
		stand = plan.Stand{Oordeel: plan.NietTeZeggen, Reden: m.Reden}
		return m, stand
	}
	last := shown[len(shown)-1]
	m.Waarde, m.Over, m.Voorlopig = last.Waarde, last.Naam(), last.Status == plan.Voorlopig
	if path, ok := plan.PadOp(d, last.Periode); ok && meter && stand.Oordeel != plan.NietTeZeggen {
		m.Pad = &path
	}
	m.Stap = stap(i, f)
	for _, p := range shown {
		if d.Nulperiode == "" || eindmaand(p.Periode) >= beginmaand(d.Nulperiode) {
			m.Punten = append(m.Punten, Punt{p.Periode, *p.Waarde, p.Status == plan.Voorlopig})
		}
	}
	return m, stand
}

// telbaar tells whether an indicator adds up counts.
func telbaar(i plan.Indicator, f *feiten) bool {
	return !slices.ContainsFunc(i.Teller, func(code string) bool { return !f.soorten[code].Telling() })
}

// stap is how many months lie between two measurements: a rolling year moves on with each period of the source.
func stap(i plan.Indicator, f *feiten) int {
	source := 12 / f.soorten[i.Teller[0]].Lengte.PerJaar()
	if i.Lengte == cijfer.Kwartaal {
		return max(source, 3)
	}
	return source
}
