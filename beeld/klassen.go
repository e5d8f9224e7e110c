// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"math"
	"slices"
	"strconv"
)

// Classes of an area beside the sequential ones from 0.
const (
	GeenGegevens = -1 // there is no figure
	Afgeschermd  = -2 // the figure is too small to show
)

// classFills are the colours of the classes 0 to 4. Each has at least 3:1
// against the border colour, so that borders stay visible between dark areas.
var classFills = [...]string{"#e4eff9", "#b9d6f0", "#86b7e2", "#5597d2", "#2f76ba"}

// Klassen divides values into at most n classes of about equally many areas and
// gives the bounds, ascending: class i holds the values from bound i up to but
// not including bound i+1, the last class its upper bound too. All bounds are
// values that occur (the inverse of the empirical distribution, type 1 of
// Hyndman and Fan 1996), so whole numbers have whole bounds. Bounds that fall
// together are one, so equal values share a class and there can be fewer than n
// classes. Values that are not finite are left out; without values the result
// is nil.
func Klassen(values []float64, n int) []float64 {
	var sorted []float64
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			sorted = append(sorted, v)
		}
	}
	if len(sorted) == 0 || n < 1 {
		return nil
	}
	slices.Sort(sorted)
	last := sorted[len(sorted)-1]
	bounds := []float64{sorted[0]}
	for i := 1; i < n; i++ {
		at := sorted[min(len(sorted)*i/n, len(sorted)-1)]
		if at > bounds[len(bounds)-1] {
			bounds = append(bounds, at)
		}
	}
	// A class that holds only the highest value ends where it begins.
	return append(bounds, last)
}

// Klasse gives the class of a value within the bounds of Klassen, GeenGegevens
// when there are none or v is not a number.
func Klasse(bounds []float64, v float64) int {
	if len(bounds) < 2 || math.IsNaN(v) {
		return GeenGegevens
	}
	k := 0
	for k+2 < len(bounds) && v >= bounds[k+1] {
		k++
	}
	return k
}

// LegendaItem is one line of a legend, for HTML.
type LegendaItem struct {
	Klasse int
	Class  string // CSS class of the swatch, as in the map
	Label  string // "12 tot 34"
}

// LegendaOpties are the choices for a legend.
type LegendaOpties struct {
	Format      func(float64) string // writes a bound; nil is Getal with two decimals
	Heel        bool                 // the values are whole numbers: "3 t/m 7" instead of "3 tot 8"
	Geen        bool                 // the map has areas without data
	Afgeschermd bool                 // the map has shielded areas
}

// Legenda gives the lines of a legend for the bounds of Klassen.
func Legenda(bounds []float64, o LegendaOpties) []LegendaItem {
	if o.Format == nil {
		o.Format = func(v float64) string { return Getal(v, 2) }
	}
	var items []LegendaItem
	for k := 0; k+1 < len(bounds); k++ {
		low, high, between := bounds[k], bounds[k+1], " tot "
		if last := k+2 == len(bounds); last || o.Heel {
			between = " t/m "
			if !last {
				high--
			}
		}
		label := o.Format(low)
		if end := o.Format(high); end != label {
			label += between + end
		}
		items = append(items, LegendaItem{k, classOf(k), label})
	}
	if o.Geen {
		items = append(items, LegendaItem{GeenGegevens, classOf(GeenGegevens), "geen gegevens"})
	}
	if o.Afgeschermd {
		items = append(items, LegendaItem{Afgeschermd, classOf(Afgeschermd), "afgeschermd"})
	}
	return items
}

// classOf gives the CSS class of a class of areas.
func classOf(klasse int) string {
	switch {
	case klasse == Afgeschermd:
		return "kaart-klasse-afgeschermd"
	case klasse < 0 || klasse >= len(classFills):
		return "kaart-klasse-geen"
	}
	return "kaart-klasse-" + strconv.Itoa(klasse)
}

// fillOf gives the colour or pattern of a class of areas.
func (d *drawing) fillOf(klasse int) string {
	switch {
	case klasse == Afgeschermd:
		return "url(#" + d.id + "-afgeschermd)"
	case klasse < 0 || klasse >= len(classFills):
		return "url(#" + d.id + "-geen)"
	}
	return classFills[klasse]
}

// Staal gives a swatch for a legend in HTML, exactly as the map shows the class.
// It is decoration: the text beside it says what it means.
func Staal(id string, klasse int) string {
	d := &drawing{id: safeID(id)}
	d.add(`<svg xmlns="http://www.w3.org/2000/svg" class="staal" aria-hidden="true" viewBox="0 0 28 18" width="28" height="18"><defs>`)
	switch {
	case klasse == Afgeschermd:
		d.dots(1)
	case klasse < 0 || klasse >= len(classFills):
		d.hatch(1, colorGround)
	}
	d.add(`</defs><rect class="`, classOf(klasse), `" x="0.5" y="0.5" width="27" height="17" rx="2" fill="`, d.fillOf(klasse), `" stroke="`, colorBorder, `"/>`)
	return d.finish()
}
