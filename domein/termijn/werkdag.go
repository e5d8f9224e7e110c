// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import "time"

// vrijeDag is one recognised holiday of the Algemene termijnenwet as a rule with its source.
type vrijeDag struct {
	Naam string
	Bron string
	dag  func(jaar int) Date
}

// pasen gives Easter Sunday of a year in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8; the anonymous computus of 1876).
func pasen(jaar int) Date {
	a, b, c := jaar%19, jaar/100, jaar%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	maand := (h + l - 7*m + 114) / 31
	return Date{jaar, maand, (h+l-7*m+114)%31 + 1}
}

func naPasen(dagen int) func(int) Date {
	return func(jaar int) Date { return pasen(jaar).AddDays(dagen) }
}

func vast(maand, dag int) func(int) Date {
	return func(jaar int) Date { return Date{jaar, maand, dag} }
}

// koningsdag is 27 April, or the day before where that is a Sunday.
func koningsdag(jaar int) Date {
	if d := (Date{jaar, 4, 27}); d.weekdag() != time.Sunday {
		return d
	}
	return Date{jaar, 4, 26}
}

// vrijeDagen are the days of art. 3 Algemene termijnenwet. Days that a decree equates with them are added here with that decree as source.
var vrijeDagen = []vrijeDag{
	{"Nieuwjaarsdag", "art. 3 lid 1 Algemene termijnenwet", vast(1, 1)},
	{"Goede Vrijdag", "art. 3 lid 2 Algemene termijnenwet", naPasen(-2)},
	{"tweede paasdag", "art. 3 lid 1 Algemene termijnenwet", naPasen(1)},
	{"Koningsdag", "art. 3 lid 1 Algemene termijnenwet", koningsdag},
	{"Bevrijdingsdag", "art. 3 lid 1 Algemene termijnenwet", vast(5, 5)},
	{"Hemelvaartsdag", "art. 3 lid 1 Algemene termijnenwet", naPasen(39)},
	{"tweede pinksterdag", "art. 3 lid 1 Algemene termijnenwet", naPasen(50)},
	{"eerste kerstdag", "art. 3 lid 1 Algemene termijnenwet", vast(12, 25)},
	{"tweede kerstdag", "art. 3 lid 1 Algemene termijnenwet", vast(12, 26)},
}

// Feestdag names the recognised holiday on d; ok is false on any other day.
func Feestdag(d Date) (naam string, ok bool) {
	for _, v := range vrijeDagen {
		if v.dag(d.jaar) == d {
			return v.Naam, true
		}
	}
	return "", false
}

// Werkdag tells whether d is neither Saturday, Sunday nor a recognised holiday (art. 1 lid 1 Algemene termijnenwet).
func (d Date) Werkdag() bool {
	if w := d.weekdag(); w == time.Saturday || w == time.Sunday {
		return false
	}
	_, vrij := Feestdag(d)
	return !vrij
}

func (d Date) weekdag() time.Weekday { return d.utc().Weekday() }

// Werkdag gives d, or the first working day after it.
func (d Date) naarWerkdag(stap int) Date {
	for !d.Werkdag() {
		d = d.AddDays(stap)
	}
	return d
}

// AddWerkdagen moves d by n working days; n may be negative. Zero moves a day off to the next working day.
func (d Date) AddWerkdagen(n int) Date {
	stap := 1
	if n < 0 {
		stap, n = -1, -n
	}
	for range n {
		d = d.AddDays(stap).naarWerkdag(stap)
	}
	return d.naarWerkdag(stap)
}

// AddWerkdagen moves m by n working days and keeps the hour on the clock in Amsterdam: a term of five working days that begins on Thursday 2 April 2026 at 14:00 ends
// on Monday 13 April at 14:00, because Good Friday and Easter Monday do not count.
func (m Moment) AddWerkdagen(n int) Moment { return m.opDag(m.Date().AddWerkdagen(n)) }

// opDag gives the moment with the same hour in Amsterdam on another day.
func (m Moment) opDag(d Date) Moment {
	t := m.t.In(Amsterdam)
	return At(time.Date(d.jaar, time.Month(d.maand), d.dag, t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), Amsterdam))
}

// Halverwege gives the moment at which half of a term is over, counted in working days between begin and eind: never before begin, never after eind.
func Halverwege(begin, eind Moment) Moment {
	dagen := 0
	for d := begin.Date(); d.Before(eind.Date()); d = d.AddWerkdagen(1) {
		dagen++
	}
	half := begin.AddWerkdagen(dagen / 2)
	if dagen < 2 {
		half = At(begin.t.Add(eind.t.Sub(begin.t) / 2))
	}
	if eind.Before(half) {
		return eind
	}
	return half
}

// Plus moves m by a length of time.
func (m Moment) Plus(d time.Duration) Moment { return At(m.t.Add(d)) }
