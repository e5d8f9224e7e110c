// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Reekspunt is one period of a series. A nil number is unknown, which is not 0;
// a period that is not among the points is unknown too.
type Reekspunt struct {
	Maand     Maand    // the month, or the first month of a longer period
	Waarde    *float64 // observed
	Verwacht  *float64 // expected
	Onder     *float64 // lower bound of what is usual
	Boven     *float64 // upper bound
	Signaal   bool     // the observed value is a signal
	Voorlopig bool     // the observed value may still change
}

// Pad is the way from a baseline to a target.
type Pad struct {
	Van       Maand
	VanWaarde float64 // baseline
	Tot       Maand
	TotWaarde float64 // target
}

// ReeksOpties are the choices for a time series.
type ReeksOpties struct {
	ID           string // unique in the page
	Titel        string // what the series is, with place
	Beschrijving string // what there is to see; a summary of the figures is added
	Eenheid      string // what is counted, above the axis
	Breedte      int    // natural width in pixels, 640 when 0
	Hoogte       int    // natural height without legend, 280 when 0
	Stap         int    // months in a period, 1 when 0; 12 gives years
	Pad          *Pad   // path to a target, or nil
	YVrij        bool   // let the axis begin above 0, for scores and percentages
	GatNaam      string // what a period without a number is called, "geen gegevens" when empty
}

// Reeks draws a series of periods, ascending. Between unknown periods the line
// is broken and the gap is hatched. Provisional points are open, signals are
// diamonds with their month and value beside them.
func Reeks(punten []Reekspunt, o ReeksOpties) string {
	c := newSeriesChart(punten, o)
	d := newDrawing(o.ID, "reeks", "img", o.Titel, strings.TrimSpace(o.Beschrijving+" "+c.summary()), c.size)
	c.drawing = d
	d.add(`<defs>`)
	d.hatch(1, "none")
	d.add(`</defs>`)
	c.axes()
	c.band()
	c.gaps()
	c.path()
	c.observed()
	c.signals()
	c.legend()
	return d.finish()
}

// seriesChart is a chart being laid out.
type seriesChart struct {
	*drawing
	o           ReeksOpties
	points      []Reekspunt // one for each period from first to last
	first, last Maand
	step        Maand
	y           scale
	size        size
	left, right float64 // plot area
	top, bottom float64
	labels      []box // taken by labels of signals
	items       []legendEntry
	rows        int
}

func newSeriesChart(punten []Reekspunt, o ReeksOpties) *seriesChart {
	if o.Breedte <= 0 {
		o.Breedte = 640
	}
	if o.Hoogte <= 0 {
		o.Hoogte = 280
	}
	if o.GatNaam == "" {
		o.GatNaam = "geen gegevens"
	}
	c := &seriesChart{o: o, step: Maand(max(o.Stap, 1)), top: 30, bottom: float64(o.Hoogte) - 28}
	c.fill(punten)
	c.chooseScale()
	widest := 0.0
	for _, t := range c.y.ticks() {
		widest = max(widest, textWidth(c.y.label(t)))
	}
	c.left, c.right = widest+12, float64(o.Breedte)-14
	c.items = c.legendEntries()
	c.rows = layoutLegend(c.items, c.left, float64(o.Breedte)-4)
	c.size = size{float64(o.Breedte), float64(o.Hoogte) + float64(c.rows)*legendRow}
	return c
}

// fill puts a point on every period, known or not, so that gaps show.
func (c *seriesChart) fill(punten []Reekspunt) {
	if len(punten) == 0 {
		return
	}
	c.first, c.last = punten[0].Maand, punten[0].Maand
	for _, p := range punten {
		c.first, c.last = min(c.first, p.Maand), max(c.last, p.Maand)
	}
	// A wrong date must not ask for a million periods.
	const mostPeriods = 5000
	c.last = min(c.last, c.first+mostPeriods*c.step)
	c.points = make([]Reekspunt, (c.last-c.first)/c.step+1)
	for i := range c.points {
		c.points[i].Maand = c.first + Maand(i)*c.step
	}
	for _, p := range punten {
		if i := int((p.Maand - c.first) / c.step); i < len(c.points) {
			p.Maand = c.points[i].Maand
			c.points[i] = p
		}
	}
}

// known tells whether a number can be drawn.
func known(v *float64) bool { return v != nil && !math.IsNaN(*v) && !math.IsInf(*v, 0) }

// chooseScale fits the axis around everything that is drawn.
func (c *seriesChart) chooseScale() {
	low, high, whole := math.Inf(1), math.Inf(-1), true
	see := func(v *float64) {
		if known(v) {
			low, high = min(low, *v), max(high, *v)
		}
	}
	for _, p := range c.points {
		see(p.Waarde)
		see(p.Verwacht)
		see(p.Onder)
		see(p.Boven)
		whole = whole && (!known(p.Waarde) || *p.Waarde == math.Trunc(*p.Waarde))
	}
	if c.o.Pad != nil {
		see(&c.o.Pad.VanWaarde)
		see(&c.o.Pad.TotWaarde)
	}
	if low > high {
		low, high = 0, 1
	}
	if c.o.YVrij {
		// Some air, but a score that is never below 0 gets no axis below 0.
		air := (high - low) / 6
		low, high = max(low-air, min(low, 0)), high+air
	} else {
		low, high = min(low, 0), max(high, 0)
	}
	c.y = newScale(low, high, max(2, int(c.bottom-c.top)/48), whole && !c.o.YVrij)
}

// span gives the first and last month on the axis: the path may reach beyond
// the figures.
func (c *seriesChart) span() (Maand, Maand) {
	first, last := c.first, c.last
	if p := c.o.Pad; p != nil {
		if len(c.points) == 0 {
			first, last = p.Van, p.Tot
		}
		first, last = min(first, p.Van), max(last, p.Tot)
	}
	return first, last
}

func (c *seriesChart) x(m Maand) float64 {
	first, last := c.span()
	inset := 8.0
	if last == first {
		return (c.left + c.right) / 2
	}
	return c.left + inset + float64(m-first)/float64(last-first)*(c.right-c.left-2*inset)
}

func (c *seriesChart) yAt(v float64) float64 { return c.bottom - c.y.part(v)*(c.bottom-c.top) }

// name writes a period.
func (c *seriesChart) name(m Maand) string {
	if c.step%12 == 0 {
		return fmt.Sprint(m.Jaar())
	}
	return m.String()
}

func (c *seriesChart) axes() {
	c.add(`<g class="reeks-as">`)
	for _, t := range c.y.ticks() {
		y := c.yAt(t)
		if t == 0 || t == c.y.low {
			c.line(c.left, y, c.right, y, "reeks-nullijn", colorAxis, 1)
		} else {
			c.line(c.left, y, c.right, y, "reeks-rooster", colorGrid, 1)
		}
		c.text(c.left-6, y+4, "end", "reeks-getal", c.y.label(t))
	}
	unit := c.o.Eenheid
	if c.y.low > 0 {
		unit = strings.TrimSpace(unit + " (as begint bij " + c.y.label(c.y.low) + ")")
	}
	c.text(0, 13, "start", "reeks-eenheid", shorten(unit, c.right))
	first, last := c.span()
	if !slices.ContainsFunc(c.points, func(p Reekspunt) bool { return known(p.Waarde) }) {
		c.text((c.left+c.right)/2, (c.top+c.bottom)/2, "middle", "reeks-leeg", "Er zijn geen gegevens.")
	}
	if len(c.points) > 0 || c.o.Pad != nil {
		ticks, years := monthTicks(first, last, c.right-c.left-16, c.step%12 == 0)
		for _, m := range ticks {
			x, label := c.x(m), m.String()
			if years {
				label = fmt.Sprint(m.Jaar())
			}
			c.line(x, c.bottom, x, c.bottom+5, "reeks-streepje", colorAxis, 1)
			half := textWidth(label) / 2
			c.text(min(max(x, half), float64(c.o.Breedte)-half), c.bottom+18, "middle", "reeks-maand", label)
		}
	}
	c.add(`</g>`)
}
