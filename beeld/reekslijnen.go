// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import "strings"

// gaps hatches the periods without an observed value.
func (c *seriesChart) gaps() {
	half := 0.0
	if len(c.points) > 1 {
		half = (c.x(c.points[1].Maand) - c.x(c.points[0].Maand)) / 2
	}
	for i := 0; i < len(c.points); i++ {
		if known(c.points[i].Waarde) {
			continue
		}
		from := i
		for i+1 < len(c.points) && !known(c.points[i+1].Waarde) {
			i++
		}
		x1 := max(c.x(c.points[from].Maand)-half, c.left)
		x2 := min(c.x(c.points[i].Maand)+half, c.right)
		label := c.name(c.points[from].Maand)
		if i > from {
			label += " tot en met " + c.name(c.points[i].Maand)
		}
		c.add(`<rect class="reeks-gat" x="`, num(x1), `" y="`, num(c.top), `" width="`, num(max(x2-x1, 2)), `" height="`, num(c.bottom-c.top),
			`" fill="url(#`, c.id, `-geen)" opacity="0.55"><title>`, label, `: `, escape(c.o.GatNaam), `</title></rect>`)
	}
}

// stretches calls each for every longest run of periods that have what has asks.
func (c *seriesChart) stretches(has func(Reekspunt) bool, each func(run []Reekspunt)) {
	for i := 0; i < len(c.points); i++ {
		from := i
		for i < len(c.points) && has(c.points[i]) {
			i++
		}
		if i > from {
			each(c.points[from:i])
		}
	}
}

// trace writes path data through one value of each period.
func (c *seriesChart) trace(run []Reekspunt, value func(Reekspunt) *float64) string {
	var b strings.Builder
	for i, p := range run {
		if i == 0 {
			b.WriteString("M")
		} else {
			b.WriteString("L")
		}
		b.WriteString(num(c.x(p.Maand)) + " " + num(c.yAt(*value(p))))
	}
	if len(run) == 1 {
		// A single period has no length: a short dash keeps it visible.
		x, y := c.x(run[0].Maand), c.yAt(*value(run[0]))
		return "M" + num(x-4) + " " + num(y) + "H" + num(x+4)
	}
	return b.String()
}

func lower(p Reekspunt) *float64    { return p.Onder }
func upper(p Reekspunt) *float64    { return p.Boven }
func expected(p Reekspunt) *float64 { return p.Verwacht }
func observed(p Reekspunt) *float64 { return p.Waarde }

// band draws what is usual: the area between the bounds and the expected line.
// With an upper bound alone only that line is drawn.
func (c *seriesChart) band() {
	both := func(p Reekspunt) bool { return known(p.Onder) && known(p.Boven) }
	c.stretches(both, func(run []Reekspunt) {
		if len(run) == 1 {
			x := c.x(run[0].Maand)
			y1, y2 := c.yAt(*run[0].Boven), c.yAt(*run[0].Onder)
			c.add(`<rect class="reeks-band" x="`, num(x-4), `" y="`, num(y1), `" width="8" height="`, num(max(y2-y1, 0)), `" fill="`, colorBand, `"/>`)
			return
		}
		back := make([]Reekspunt, 0, len(run))
		for i := len(run) - 1; i >= 0; i-- {
			back = append(back, run[i])
		}
		c.add(`<path class="reeks-band" fill="`, colorBand, `" d="`, c.trace(run, upper), "L", c.trace(back, lower)[1:], `z"/>`)
	})
	for _, bound := range []func(Reekspunt) *float64{lower, upper} {
		c.stretches(func(p Reekspunt) bool { return known(bound(p)) }, func(run []Reekspunt) {
			c.stroke("reeks-grens", c.trace(run, bound), colorBandRim, `1" stroke-dasharray="1 3" stroke-linecap="round`)
		})
	}
	c.stretches(func(p Reekspunt) bool { return known(p.Verwacht) }, func(run []Reekspunt) {
		c.stroke("reeks-verwacht", c.trace(run, expected), colorExpect, `1.5" stroke-dasharray="6 4`)
	})
}

// stroke writes a line along path data; width may carry more attributes.
func (d *drawing) stroke(class, data, color, width string) {
	d.add(`<path class="`, class, `" d="`, data, `" fill="none" stroke="`, color, `" stroke-width="`, width, `"/>`)
}

// path draws the way from baseline to target.
func (c *seriesChart) path() {
	p := c.o.Pad
	if p == nil || !known(&p.VanWaarde) || !known(&p.TotWaarde) {
		return
	}
	x1, y1, x2, y2 := c.x(p.Van), c.yAt(p.VanWaarde), c.x(p.Tot), c.yAt(p.TotWaarde)
	c.stroke("reeks-pad", "M"+num(x1)+" "+num(y1)+"L"+num(x2)+" "+num(y2), colorTarget, `2" stroke-dasharray="8 4 2 4`)
	c.add(`<g class="reeks-doel"><title>Doel `, c.name(p.Tot), `: `, Getal(p.TotWaarde, 2), `</title>`)
	c.target(x2, y2)
	c.add(`</g>`)
	label := "doel " + Getal(p.TotWaarde, 2)
	y := y2 - 13
	if y < c.top+4 || p.TotWaarde < p.VanWaarde && y2+24 < c.bottom {
		y = y2 + 22
	}
	x := min(x2+8, c.right+10)
	c.halo(x, y, "end", "reeks-doeltekst", label, colorTarget)
	c.labels = append(c.labels, box{x - textWidth(label), y - 11, x, y + 3}, box{x2 - 9, y2 - 9, x2 + 9, y2 + 9})
}

// target draws a ring around a dot.
func (d *drawing) target(x, y float64) {
	d.add(`<circle cx="`, num(x), `" cy="`, num(y), `" r="6" fill="`, colorPaper, `" stroke="`, colorTarget, `" stroke-width="2"/><circle cx="`, num(x), `" cy="`, num(y), `" r="2.4" fill="`, colorTarget, `"/>`)
}

// observed draws the line through what was observed and a point on each period
// where there is room; a point that stands alone is always drawn. Parts that
// touch a provisional point are dotted.
func (c *seriesChart) observed() {
	c.stretches(func(p Reekspunt) bool { return known(p.Waarde) }, func(run []Reekspunt) {
		for i := 0; i+1 < len(run); {
			from, loose := i, run[i+1].Voorlopig || run[i].Voorlopig
			for i+1 < len(run) && (run[i+1].Voorlopig || run[i].Voorlopig) == loose {
				i++
			}
			look := `2" stroke-linejoin="round" stroke-linecap="round`
			if loose {
				look += `" stroke-dasharray="1 4`
			}
			c.stroke("reeks-lijn", c.trace(run[from:i+1], observed), colorLine, look)
		}
	})
	apart := c.right - c.left
	if len(c.points) > 1 {
		apart = c.x(c.points[1].Maand) - c.x(c.points[0].Maand)
	}
	room, radius := apart >= 6, 2.3
	if apart >= 24 {
		radius = 3.2
	}
	c.add(`<g class="reeks-punten" fill="`, colorLine, `" stroke="`, colorLine, `">`)
	for i, p := range c.points {
		alone := (i == 0 || !known(c.points[i-1].Waarde)) && (i+1 == len(c.points) || !known(c.points[i+1].Waarde))
		if !known(p.Waarde) || p.Signaal || !room && !alone && !p.Voorlopig {
			continue
		}
		c.point(c.x(p.Maand), c.yAt(*p.Waarde), radius, p.Voorlopig, c.name(p.Maand)+": "+Getal(*p.Waarde, 2))
	}
	c.add(`</g>`)
}

// point draws one observed value, open when it is provisional.
func (d *drawing) point(x, y, radius float64, open bool, label string) {
	if open {
		d.add(`<circle class="reeks-voorlopig" cx="`, num(x), `" cy="`, num(y), `" r="3.4" fill="`, colorPaper, `" stroke-width="1.8"><title>`, label, ` (voorlopig)</title></circle>`)
		return
	}
	d.add(`<circle class="reeks-punt" cx="`, num(x), `" cy="`, num(y), `" r="`, num(radius), `" stroke="none"><title>`, label, `</title></circle>`)
}
