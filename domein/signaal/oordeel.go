// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"cmp"
	"context"
	"fmt"
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
	Voorlopig     []bool // as long as Waarden: the source may still change the count
}

// Toets is what a detection method says of one month of a series, before the control of false discoveries. The functions are only called for series that people will
// look at, because quantiles take longer than all the rest.
type Toets struct {
	Kan         bool // false: nothing can be said, and the rest means nothing
	Verwacht, P float64
	Interval    func() (onder, boven float64)            // see Meting
	Kleinste    func(p float64) (count float64, ok bool) // smallest count whose p-value is at most p
}

// Methode judges the last months of the series of one family, which may learn from each other: for every series it gives that many outcomes, the last one that of
// the newest month. A month before the series began, or with a gap, cannot be judged. stats provides it and cmd passes it in, because the domain does no statistics
// of its own.
type Methode func(ctx context.Context, familie []Reeks, maanden int) ([][]Toets, error)

// Familie decides which p-values of a family ring, with false-discovery control at rate q over all of them. balken gives for each the p-value up to which it would
// ring, the others being what they are. NaN is not judged, has no bar and does not count in getoetst.
type Familie func(p []float64, q float64) (ring []bool, balken []float64, getoetst int)

// Instelling are the choices of a detection; they are settings of the municipality.
type Instelling struct {
	Q      float64 // false-discovery rate of a family
	Volgen float64 // p-value up to which a cell that does not ring is followed
	Terug  int     // months judged when a figure changes, counted back from the newest
	Nieuws int     // of those, the newest months in which a cell that rings becomes a signal
}

// Standaard are the settings that docs/detection.md argues for. A year of news covers what a source revises late and one round of the jaaruitvoeringsplan.
func Standaard() Instelling { return Instelling{Q: 0.05, Volgen: 0.01, Terug: 24, Nieuws: 12} }

// reeks names a series.
type reeks struct{ soort, gebied string }

// oordeel judges all series month by month. Each month of each of the two groups of kinds (those that measure police activity apart from the others) is one family:
// a rise in checks must not raise the bar for burglary. bekeken are the series that people look at whatever comes out.
func (s *Service) oordeel(ctx context.Context, reeksen []Reeks, politie map[string]bool, laatste cijfer.Periode, bekeken map[reeks]bool) ([]Oordeel, error) {
	var all []Oordeel
	for _, police := range []bool{false, true} {
		var group []Reeks
		for _, r := range reeksen {
			if politie[r.Soort] == police {
				group = append(group, r)
			}
		}
		toetsen, err := s.Methode(ctx, group, s.Instelling.Terug)
		if err != nil {
			return nil, err
		}
		if err := compleet(group, toetsen, s.Instelling.Terug); err != nil {
			return nil, err
		}
		list := make([]Oordeel, 0, len(group)*s.Instelling.Terug)
		for at := range s.Instelling.Terug {
			list = append(list, familie(group, toetsen, laatste.Add(at+1-s.Instelling.Terug), at, s.Instelling, s.Familie)...)
		}
		uitwerken(list, toetsen, bekeken)
		all = append(all, list...)
	}
	return all, nil
}

// uitwerken adds the interval and the smallest count that would ring to the series that people look at: those of bekeken, and those in which a month rings or comes
// close. The judgements come month by month, each with all series in the order of toetsen.
func uitwerken(list []Oordeel, toetsen [][]Toets, bekeken map[reeks]bool) {
	n := len(toetsen)
	look := make([]bool, n)
	for k, o := range list {
		look[k%n] = look[k%n] || bekeken[reeks{o.Soort, o.Gebied}] || o.Uitspraak == Rings || o.Uitspraak == Volgen
	}
	for k := range list {
		o, t := &list[k], toetsen[k%n][k/n]
		if !look[k%n] || o.Uitspraak == GeenUitspraak {
			continue
		}
		o.Onder, o.Boven = t.Interval()
		if count, ok := t.Kleinste(o.Drempel); ok {
			o.Kleinste = count
		}
	}
}

// compleet refuses the work of a method that left series or months out.
func compleet(group []Reeks, toetsen [][]Toets, maanden int) error {
	if len(toetsen) != len(group) {
		return fmt.Errorf("signaal: the method judged %d of %d series", len(toetsen), len(group))
	}
	for i, r := range group {
		if len(toetsen[i]) != maanden {
			return fmt.Errorf("signaal: the method judged %d of %d months of %s in %s", len(toetsen[i]), maanden, r.Soort, r.Gebied)
		}
	}
	return nil
}

// familie judges one month of a family; at is the place of that month in each row of toetsen.
func familie(group []Reeks, toetsen [][]Toets, maand cijfer.Periode, at int, in Instelling, f Familie) []Oordeel {
	p := make([]float64, len(group))
	for i, r := range group {
		p[i] = math.NaN()
		if seen, _ := r.in(maand); toetsen[i][at].Kan && !math.IsNaN(seen) {
			p[i] = toetsen[i][at].P
		}
	}
	ring, balken, getoetst := f(p, in.Q)
	list := make([]Oordeel, 0, len(group))
	for i, r := range group {
		nan := math.NaN()
		o := Oordeel{Soort: r.Soort, Gebied: r.Gebied, Periode: maand, Uitspraak: GeenUitspraak, Meting: Meting{
			Verwacht: nan, Onder: nan, Boven: nan, P: p[i], Drempel: balken[i], Kleinste: nan, Getoetst: getoetst, ZonderUitspraak: len(group) - getoetst}}
		o.Gezien, o.Voorlopig = r.in(maand)
		if !math.IsNaN(p[i]) {
			o.Verwacht = toetsen[i][at].Verwacht
		}
		switch {
		case math.IsNaN(p[i]):
		case ring[i]:
			o.Uitspraak = Rings
		case p[i] <= in.Volgen:
			o.Uitspraak = Volgen
		default:
			o.Uitspraak = Rustig
		}
		list = append(list, o)
	}
	return list
}

// in gives the count in month p, NaN for a gap, and whether it is provisional.
func (r Reeks) in(p cijfer.Periode) (float64, bool) {
	i := months(r.Begin, p)
	if i < 0 || i >= len(r.Waarden) {
		return math.NaN(), false
	}
	return r.Waarden[i], r.Voorlopig[i]
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
			size := months(c.Periode, laatste) + 1
			r := Reeks{Soort: c.Soort, Gebied: c.Gebied, Begin: c.Periode, Waarden: make([]float64, size), Voorlopig: make([]bool, size)}
			for i := range r.Waarden {
				r.Waarden[i] = math.NaN()
			}
			reeksen = append(reeksen, r)
			n++
		}
		if r, at := reeksen[n-1], months(reeksen[n-1].Begin, c.Periode); c.Waarde != nil {
			r.Waarden[at], r.Voorlopig[at] = *c.Waarde, c.Attribuut == cijfer.Voorlopig
		}
	}
	return reeksen, laatste
}
