// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import "strings"

// VonkOpties are the choices for a sparkline.
type VonkOpties struct {
	ID      string // unique in the page
	Titel   string // what the series is
	Breedte int    // natural width in pixels, 120 when 0
	Hoogte  int    // natural height in pixels, 32 when 0
	Stap    int    // months in a period, 1 when 0
}

// Vonk draws a series without axes, to stand in a table: the line with its gaps,
// the last point and the signals. The figures are in its description.
func Vonk(punten []Reekspunt, o VonkOpties) string {
	if o.Breedte <= 0 {
		o.Breedte = 120
	}
	if o.Hoogte <= 0 {
		o.Hoogte = 32
	}
	c := newSeriesChart(punten, ReeksOpties{ID: o.ID, Titel: o.Titel, Breedte: o.Breedte, Hoogte: o.Hoogte, Stap: o.Stap})
	c.left, c.right, c.top, c.bottom = -2, float64(o.Breedte)+2, 6, float64(o.Hoogte)-5
	c.size = size{float64(o.Breedte), float64(o.Hoogte)}
	c.y = tightScale(c.points)
	c.drawing = newDrawing(o.ID, "vonk", "img", o.Titel, strings.TrimSpace(c.summary()), c.size)
	c.stretches(func(p Reekspunt) bool { return known(p.Waarde) }, func(run []Reekspunt) {
		c.stroke("vonk-lijn", c.trace(run, observed), colorLine, `1.5" stroke-linejoin="round" stroke-linecap="round`)
	})
	for i := len(c.points) - 1; i >= 0; i-- {
		if p := c.points[i]; known(p.Waarde) {
			c.add(`<g fill="`, colorLine, `" stroke="`, colorLine, `">`)
			c.point(c.x(p.Maand), c.yAt(*p.Waarde), 2.3, p.Voorlopig, c.name(p.Maand)+": "+Getal(*p.Waarde, 2))
			c.add(`</g>`)
			break
		}
	}
	for _, p := range c.points {
		if p.Signaal && known(p.Waarde) {
			c.diamond(c.x(p.Maand), c.yAt(*p.Waarde), 5)
		}
	}
	return c.finish()
}

// tightScale runs from 0, or the lowest value below it, to the highest value: a
// sparkline has no ticks that need round numbers.
func tightScale(points []Reekspunt) scale {
	s := scale{0, 0, 1}
	for _, p := range points {
		if known(p.Waarde) {
			s.low, s.high = min(s.low, *p.Waarde), max(s.high, *p.Waarde)
		}
	}
	if s.high == s.low {
		s.high = s.low + 1
	}
	return s
}
