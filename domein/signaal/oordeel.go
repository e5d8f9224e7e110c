// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"cmp"
	"context"
	"math"
	"slices"

	"dwarsverband/domein/cijfer"
)

// Uitspraak is the outcome for one series in one month.
type Uitspraak string

// The outcomes. GeenUitspraak is not "all is well": there was a gap, or too little past.
const (
	Rings         Uitspraak = "signaal"
	Volgen        Uitspraak = "volgen"
	Rustig        Uitspraak = "rustig"
	GeenUitspraak Uitspraak = "geen uitspraak"
)

// Oordeel is what was found for one series in one month.
type Oordeel struct {
	Soort, Gebied string
	Periode       cijfer.Periode
	Uitspraak     Uitspraak
	Meting
}

// Reeks is the monthly series of one kind in one area. Waarden[i] is the count in month Begin+i; NaN is a gap, which is never zero.
type Reeks struct {
	Soort, Gebied string
	Begin         cijfer.Periode
	Waarden       []float64
}

// Toets is what a detection method says of the last months of a series.
type Toets struct {
	Verwacht, Onder, Boven, P float64
	Kan                       bool                                     // false: nothing can be said
	Kleinste                  func(p float64) (count float64, ok bool) // smallest count whose p-value is at most p
}

// Methode judges the months from..len-1 of each series (from counts from 0 in the longest series; shorter ones end at the same month). stats provides it; cmd
// passes it in, because the domain does no statistics of its own.
type Methode func(ctx context.Context, reeksen []Reeks, maanden int) ([][]Toets, error)

// Familie decides which p-values of a family ring: false-discovery control over all of them. NaN is not judged.
type Familie func(p []float64, q float64) (ring []bool, drempel float64, getoetst int)

// Instelling are the choices of a detection; they are settings of the municipality.
type Instelling struct {
	Q      float64 // false-discovery rate of a family, 0.05
	Volgen float64 // p-value up to which a cell that does not ring is followed, 0.01
	Terug  int     // months judged when a figure changes, counted back from the newest: 24
	Nieuws int     // of those, the newest months in which a signal is news: 6
}

// Standaard are the settings that docs/detection.md argues for.
func Standaard() Instelling { return Instelling{Q: 0.05, Volgen: 0.01, Terug: 24, Nieuws: 6} }

// oordeel judges all series month by month. Each month and each of the two groups of kinds (those that measure police activity apart from the others) is one
// family: a rise in checks must not raise the bar for burglary.
func oordeel(ctx context.Context, reeksen []Reeks, politie map[string]bool, laatste cijfer.Periode, in Instelling, m Methode, f Familie) ([]Oordeel, error) {
	toetsen, err := m(ctx, reeksen, in.Terug)
	if err != nil {
		return nil, err
	}
	var all []Oordeel
	for back := in.Terug - 1; back >= 0; back-- {
		for _, police := range []bool{false, true} {
			var family []int
			for i, r := range reeksen {
				if politie[r.Soort] == police {
					family = append(family, i)
				}
			}
			all = append(all, familie(reeksen, toetsen, family, laatste.Add(-back), in.Terug-1-back, in, f)...)
		}
	}
	return all, nil
}

// familie judges one month of the series whose numbers are in members; at is the place of that month in each row of toetsen.
func familie(reeksen []Reeks, toetsen [][]Toets, members []int, maand cijfer.Periode, at int, in Instelling, f Familie) []Oordeel {
	p := make([]float64, len(members))
	for j, i := range members {
		p[j] = math.NaN()
		if toetsen[i][at].Kan {
			p[j] = toetsen[i][at].P
		}
	}
	ring, drempel, getoetst := f(p, in.Q)
	// Had one more cell rung, the bar would have been here; below it lies the smallest count that would have rung.
	rang := 1
	for _, r := range ring {
		if r {
			rang++
		}
	}
	bar := max(drempel, in.Q*float64(rang)/float64(max(getoetst, 1)))
	list := make([]Oordeel, 0, len(members))
	for j, i := range members {
		t := toetsen[i][at]
		o := Oordeel{Soort: reeksen[i].Soort, Gebied: reeksen[i].Gebied, Periode: maand, Uitspraak: GeenUitspraak,
			Meting: Meting{Gezien: reeksen[i].in(maand), Verwacht: t.Verwacht, Onder: t.Onder, Boven: t.Boven, P: p[j], Drempel: bar,
				Kleinste: math.NaN(), Getoetst: getoetst, ZonderUitspraak: len(members) - getoetst}}
		switch {
		case !t.Kan:
		case ring[j]:
			o.Uitspraak = Rings
		case p[j] <= in.Volgen:
			o.Uitspraak = Volgen
		default:
			o.Uitspraak = Rustig
		}
		if t.Kan && t.Kleinste != nil {
			if n, ok := t.Kleinste(bar); ok {
				o.Kleinste = n
			}
		}
		list = append(list, o)
	}
	return list
}

// in gives the count in month p, NaN for a gap.
func (r Reeks) in(p cijfer.Periode) float64 {
	i := months(r.Begin, p)
	if i < 0 || i >= len(r.Waarden) {
		return math.NaN()
	}
	return r.Waarden[i]
}

func months(from, to cijfer.Periode) int {
	y1, m1 := from.Start()
	y2, m2 := to.Start()
	return (y2-y1)*12 + m2 - m1
}

// Reeksen arranges monthly figures as series that all end in the newest month, with gaps where a month has no value. figures may come in any order.
func Reeksen(figures []cijfer.Cijfer) (reeksen []Reeks, laatste cijfer.Periode) {
	figures = slices.Clone(figures)
	slices.SortFunc(figures, func(a, b cijfer.Cijfer) int {
		return cmp.Or(cmp.Compare(a.Soort, b.Soort), cmp.Compare(a.Gebied, b.Gebied), cmp.Compare(a.Periode, b.Periode))
	})
	for _, c := range figures {
		laatste = max(laatste, c.Periode)
	}
	for _, c := range figures {
		n := len(reeksen)
		if n == 0 || reeksen[n-1].Soort != c.Soort || reeksen[n-1].Gebied != c.Gebied {
			r := Reeks{Soort: c.Soort, Gebied: c.Gebied, Begin: c.Periode, Waarden: make([]float64, months(c.Periode, laatste)+1)}
			for i := range r.Waarden {
				r.Waarden[i] = math.NaN()
			}
			reeksen = append(reeksen, r)
			n++
		}
		if c.Waarde != nil {
			reeksen[n-1].Waarden[months(reeksen[n-1].Begin, c.Periode)] = *c.Waarde
		}
	}
	return reeksen, laatste
}
