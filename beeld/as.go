// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"math"
	"strconv"
	"strings"
)

// Getal writes a number as Dutch text: a comma for decimals, a point between
// thousands, at most the given number of decimals and no zeros behind.
func Getal(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "onbekend"
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, part, _ := strings.Cut(s, ".")
	part = strings.TrimRight(part, "0")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if part != "" {
		whole += "," + part
	}
	if v < 0 && whole != "0" {
		return "-" + whole
	}
	return whole
}

// decimalsFor gives the decimals that numbers this far apart need.
func decimalsFor(step float64) int {
	d := 0
	for d < 6 && math.Abs(step-math.Round(step*math.Pow10(d))/math.Pow10(d)) > step*1e-6 {
		d++
	}
	return d
}

// scale is an axis of numbers from low to high with a tick every step.
type scale struct {
	low, high, step float64
}

// newScale chooses round numbers (1, 2, 2.5 or 5 times a power of ten) so that
// about count ticks cover low to high. Whole makes it keep to whole numbers.
func newScale(low, high float64, count int, whole bool) scale {
	if !(high > low) {
		high = low + 1
	}
	raw := (high - low) / float64(max(count, 1))
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * power
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= raw*(1-1e-9) && !(m == 2.5 && whole && power < 10) {
			step = m * power
			break
		}
	}
	if whole {
		step = max(step, 1)
	}
	return scale{math.Floor(low/step+1e-9) * step, math.Ceil(high/step-1e-9) * step, step}
}

// ticks gives the numbers on the axis.
func (s scale) ticks() []float64 {
	var out []float64
	for i := 0; i <= int(math.Round((s.high-s.low)/s.step)); i++ {
		out = append(out, s.low+float64(i)*s.step)
	}
	return out
}

// label writes a tick.
func (s scale) label(v float64) string { return Getal(v, decimalsFor(s.step)) }

// part gives where v lies between low (0) and high (1).
func (s scale) part(v float64) float64 { return (v - s.low) / (s.high - s.low) }

// Maand is a calendar month, counted so that the next month is one more.
type Maand int

// NewMaand gives month nr (1 to 12) of a year; other numbers run on into the
// years before and after.
func NewMaand(year, nr int) Maand { return Maand(year*12 + nr - 1) }

// Jaar is the calendar year.
func (m Maand) Jaar() int { return int(math.Floor(float64(m) / 12)) }

// Nr is the month in the year, from 1.
func (m Maand) Nr() int { return int(m) - m.Jaar()*12 + 1 }

var monthNames = [...]string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

// String writes the month as "jan 2020".
func (m Maand) String() string { return monthNames[m.Nr()-1] + " " + strconv.Itoa(m.Jaar()) }

// monthTicks gives the months to name on an axis of the given width from first
// to last, and whether their year alone is enough.
func monthTicks(first, last Maand, width float64, yearly bool) (ticks []Maand, yearsOnly bool) {
	perMonth := width / math.Max(1, float64(last-first))
	const roomMonth, roomYear = 70.0, 38.0
	step := Maand(0)
	if !yearly {
		for _, s := range []Maand{1, 2, 3, 6} {
			if perMonth*float64(s) >= roomMonth {
				step = s
				break
			}
		}
	}
	if step == 0 {
		yearsOnly = true
		for _, s := range []Maand{12, 24, 60, 120, 240, 600, 1200} {
			if step = s; perMonth*float64(s) >= roomYear {
				break
			}
		}
	}
	start := first
	if rest := (first%step + step) % step; rest != 0 && !(yearly && step == 12) {
		start += step - rest
	}
	for m := start; m <= last; m += step {
		ticks = append(ticks, m)
	}
	return ticks, yearsOnly
}
