// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"fmt"
	"slices"
	"strings"
)

// box is a rectangle in pixels, y downwards.
type box struct {
	x1, y1, x2, y2 float64
}

func (b box) overlaps(o box) bool {
	return b.x1 < o.x2 && o.x1 < b.x2 && b.y1 < o.y2 && o.y1 < b.y2
}

// diamond draws the mark of a signal.
func (d *drawing) diamond(x, y, half float64) {
	d.add(`<path class="reeks-ruit" d="M`, num(x), " ", num(y-half), "l", num(half), " ", num(half), " ", num(-half), " ", num(half), " ", num(-half), " ", num(-half),
		`z" fill="`, colorSignal, `" stroke="`, colorPaper, `" stroke-width="1.5"/>`)
}

// halo writes a text with a white rim, so that it can be read over lines.
func (d *drawing) halo(x, y float64, anchor, class, s, color string) {
	d.add(`<text class="`, class, `" x="`, num(x), `" y="`, num(y), `" text-anchor="`, anchor, `" fill="`, color,
		`" font-weight="bold" stroke="`, colorPaper, `" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`, escape(s), `</text>`)
}

// signals draws the marks first and then the labels, the latest first: those
// that find no room are left to the tooltip and the description.
func (c *seriesChart) signals() {
	var marked []Reekspunt
	for _, p := range c.points {
		if p.Signaal && known(p.Waarde) {
			marked = append(marked, p)
		}
	}
	for _, p := range marked {
		x, y := c.x(p.Maand), c.yAt(*p.Waarde)
		loose := ""
		if p.Voorlopig {
			loose = " (voorlopig)"
		}
		c.add(`<g class="reeks-signaal"><title>Signaal `, c.name(p.Maand), `: `, Getal(*p.Waarde, 2), loose, `</title>`)
		c.diamond(x, y, 7)
		if p.Voorlopig {
			c.add(`<circle cx="`, num(x), `" cy="`, num(y), `" r="2.2" fill="`, colorPaper, `"/>`)
		}
		c.add(`</g>`)
		c.labels = append(c.labels, box{x - 7, y - 7, x + 7, y + 7})
	}
	for _, p := range slices.Backward(marked) {
		c.signalLabel(p)
	}
}

func (c *seriesChart) signalLabel(p Reekspunt) {
	label := c.name(p.Maand) + ": " + Getal(*p.Waarde, 2)
	half := textWidth(label) / 2
	x, y := c.x(p.Maand), c.yAt(*p.Waarde)
	for _, at := range [][2]float64{{0, -12}, {-half - 12, 4}, {half + 12, 4}, {-half, -14}, {half, -14}, {0, 21}, {0, -26}} {
		cx := min(max(x+at[0], c.left+half), float64(c.o.Breedte)-half)
		cy := y + at[1]
		b := box{cx - half, cy - 10, cx + half, cy + 3}
		if b.y1 < 16 || b.y2 > c.bottom || slices.ContainsFunc(c.labels, b.overlaps) {
			continue
		}
		c.labels = append(c.labels, b)
		c.halo(cx, cy, "middle", "reeks-signaaltekst", label, colorSignal)
		return
	}
}

const legendRow = 20.0

// legendEntry is one thing that the legend explains.
type legendEntry struct {
	text string
	draw func(c *seriesChart, x, y float64)
	x    float64
	row  int
}

// legendEntries gives what this chart holds, and nothing that it does not.
func (c *seriesChart) legendEntries() []legendEntry {
	has := func(test func(Reekspunt) bool) bool { return slices.ContainsFunc(c.points, test) }
	rule := func(class, color, width string) func(*seriesChart, float64, float64) {
		return func(c *seriesChart, x, y float64) {
			c.stroke(class, "M"+num(x)+" "+num(y)+"h24", color, width)
		}
	}
	var out []legendEntry
	add := func(when bool, text string, draw func(*seriesChart, float64, float64)) {
		if when {
			out = append(out, legendEntry{text: text, draw: draw})
		}
	}
	add(has(func(p Reekspunt) bool { return known(p.Waarde) && !p.Voorlopig }), "waargenomen", func(c *seriesChart, x, y float64) {
		rule("reeks-lijn", colorLine, "2")(c, x, y)
		c.add(`<circle cx="`, num(x+12), `" cy="`, num(y), `" r="2.3" fill="`, colorLine, `"/>`)
	})
	add(has(func(p Reekspunt) bool { return known(p.Waarde) && p.Voorlopig }), "voorlopig", func(c *seriesChart, x, y float64) {
		c.add(`<circle cx="`, num(x+12), `" cy="`, num(y), `" r="3.4" fill="`, colorPaper, `" stroke="`, colorLine, `" stroke-width="1.8"/>`)
	})
	add(has(func(p Reekspunt) bool { return known(p.Verwacht) }), "verwacht", rule("reeks-verwacht", colorExpect, `1.5" stroke-dasharray="6 4`))
	add(has(func(p Reekspunt) bool { return known(p.Onder) && known(p.Boven) }), "gewone bandbreedte", func(c *seriesChart, x, y float64) {
		c.add(`<rect class="reeks-band" x="`, num(x), `" y="`, num(y-6), `" width="24" height="12" fill="`, colorBand, `" stroke="`, colorBandRim, `" stroke-dasharray="1 3" stroke-linecap="round"/>`)
	})
	add(has(func(p Reekspunt) bool { return !known(p.Onder) && known(p.Boven) }), "bovengrens", rule("reeks-grens", colorBandRim, `1" stroke-dasharray="1 3" stroke-linecap="round`))
	add(has(func(p Reekspunt) bool { return p.Signaal && known(p.Waarde) }), "signaal", func(c *seriesChart, x, y float64) { c.diamond(x+12, y, 7) })
	add(c.o.Pad != nil, "pad naar doel", func(c *seriesChart, x, y float64) {
		rule("reeks-pad", colorTarget, `2" stroke-dasharray="8 4 2 4`)(c, x, y)
	})
	add(has(func(p Reekspunt) bool { return !known(p.Waarde) }), c.o.GatNaam, func(c *seriesChart, x, y float64) {
		c.add(`<rect class="reeks-gat" x="`, num(x), `" y="`, num(y-6), `" width="24" height="12" fill="url(#`, c.id, `-geen)" opacity="0.55"/>`)
	})
	return out
}

// layoutLegend puts the entries in rows from left to right and gives the number
// of rows.
func layoutLegend(items []legendEntry, left, right float64) int {
	x, row := left, 0
	for i := range items {
		width := 30 + textWidth(items[i].text)
		if x > left && x+width > right {
			x, row = left, row+1
		}
		items[i].x, items[i].row = x, row
		x += width + 14
	}
	if len(items) == 0 {
		return 0
	}
	return row + 1
}

func (c *seriesChart) legend() {
	c.add(`<g class="reeks-legenda" aria-hidden="true">`)
	for _, item := range c.items {
		y := float64(c.o.Hoogte) + (float64(item.row)+0.5)*legendRow
		item.draw(c, item.x, y)
		c.text(item.x+30, y+4, "start", "reeks-legendatekst", item.text)
	}
	c.add(`</g>`)
}

// summary says in words what the chart shows.
func (c *seriesChart) summary() string {
	known := slices.DeleteFunc(slices.Clone(c.points), func(p Reekspunt) bool { return !known(p.Waarde) })
	if len(known) == 0 {
		return "Er zijn geen gegevens."
	}
	less := func(a, b Reekspunt) int {
		if *a.Waarde < *b.Waarde {
			return -1
		} else if *a.Waarde > *b.Waarde {
			return 1
		}
		return 0
	}
	say := func(p Reekspunt) string { return Getal(*p.Waarde, 2) + " (" + c.name(p.Maand) + ")" }
	low, high, last := slices.MinFunc(known, less), slices.MaxFunc(known, less), known[len(known)-1]
	parts := []string{fmt.Sprintf("Van %s tot en met %s. Laagste: %s. Hoogste: %s. Laatste: %s.",
		c.name(c.first), c.name(c.last), say(low), say(high), say(last))}
	if n := len(c.points) - len(known); n > 0 {
		how := " zonder gegevens."
		if c.o.GatNaam != "geen gegevens" {
			how = ": " + c.o.GatNaam + "."
		}
		parts = append(parts, count(n, "periode", "perioden")+how)
	}
	var signals []string
	for _, p := range known {
		if p.Signaal {
			signals = append(signals, say(p))
		}
	}
	if len(signals) > 0 {
		parts = append(parts, count(len(signals), "signaal", "signalen")+": "+strings.Join(signals, ", ")+".")
	}
	if p := c.o.Pad; p != nil {
		parts = append(parts, fmt.Sprintf("Doel: van %s (%s) naar %s (%s).", Getal(p.VanWaarde, 2), c.name(p.Van), Getal(p.TotWaarde, 2), c.name(p.Tot)))
	}
	return strings.Join(parts, " ")
}
