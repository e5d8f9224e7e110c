// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"math"
	"strings"
)

// BalkRij is one bar.
type BalkRij struct {
	Naam        string
	Waarde      *float64 // nil: there is no figure
	Onder       *float64 // interval, drawn when both ends are known
	Boven       *float64
	Tekst       string // the figure as text; empty writes Waarde with two decimals
	Nadruk      bool   // the row that the page is about
	Afgeschermd bool   // the figure is too small to show; Waarde is not looked at
}

// BalkOpties are the choices for a comparison.
type BalkOpties struct {
	ID           string // unique in the page
	Titel        string // what is compared
	Beschrijving string // what there is to see; the figures are added
	Eenheid      string // below the axis
	Breedte      int    // natural width in pixels, 640 when 0; names stand above their bars below 480
	Lijn         *float64
	LijnNaam     string // what the line is, for example "gemiddelde"
}

// barChart is a chart being laid out.
type barChart struct {
	*drawing
	rows        []BalkRij
	o           BalkOpties
	x           scale
	left, right float64
	row         float64 // height of a row
	top         float64
	above       bool // names above the bars
}

// Balk draws horizontal bars from 0, with whiskers for the interval around each
// value. A row without figure is hatched, a shielded row says so; neither has a
// length.
func Balk(rijen []BalkRij, o BalkOpties) string {
	if o.Breedte <= 0 {
		o.Breedte = 640
	}
	c := &barChart{rows: rijen, o: o, row: 32, top: 8, above: o.Breedte < 480}
	if c.above {
		c.row = 48
	}
	if known(o.Lijn) {
		c.top = 26
	}
	c.layout()
	height := c.top + c.row*float64(len(rijen)) + 26
	if o.Eenheid != "" {
		height += 18
	}
	c.drawing = newDrawing(o.ID, "balk", "img", o.Titel, strings.TrimSpace(o.Beschrijving+" "+c.summary()), size{float64(o.Breedte), height})
	c.add(`<defs>`)
	c.hatch(1, colorGround)
	c.dots(1)
	c.add(`</defs>`)
	c.axis()
	ends := make([]float64, len(rijen))
	for i, r := range rijen {
		ends[i] = c.bar(r, c.middle(i))
	}
	c.reference()
	for i, r := range rijen {
		c.words(r, i, ends[i])
	}
	return c.finish()
}

// layout chooses the scale and leaves room for names and figures.
func (c *barChart) layout() {
	low, high, whole := 0.0, 0.0, true
	see := func(v *float64) {
		if known(v) {
			low, high = min(low, *v), max(high, *v)
		}
	}
	names, figures := 0.0, textWidth("geen gegevens")
	for _, r := range c.rows {
		names, figures = max(names, textWidth(r.Naam)), max(figures, textWidth(r.figure()))
		if r.Afgeschermd {
			continue
		}
		see(r.Waarde)
		if r.interval() {
			see(r.Onder)
			see(r.Boven)
		}
		whole = whole && (!known(r.Waarde) || *r.Waarde == math.Trunc(*r.Waarde))
	}
	see(c.o.Lijn)
	width := float64(c.o.Breedte)
	c.left = 4
	if !c.above {
		c.left = min(names, width*0.36) + 10
	}
	c.right = width - figures - 10
	c.x = newScale(low, high, max(2, int((c.right-c.left)/80)), whole)
}

func (r BalkRij) interval() bool { return !r.Afgeschermd && known(r.Onder) && known(r.Boven) }

// figure is the text of a row; that of a row without figure is fixed, whatever
// Tekst holds.
func (r BalkRij) figure() string {
	switch {
	case r.Afgeschermd:
		return "afgeschermd"
	case !known(r.Waarde):
		return "geen gegevens"
	case r.Tekst != "":
		return r.Tekst
	}
	return Getal(*r.Waarde, 2)
}

func (c *barChart) at(v float64) float64 { return c.left + c.x.part(v)*(c.right-c.left) }

func (c *barChart) axis() {
	bottom := c.top + c.row*float64(len(c.rows))
	c.add(`<g class="balk-as">`)
	for _, t := range c.x.ticks() {
		x, color, class := c.at(t), colorGrid, "balk-rooster"
		if t == 0 {
			color, class = colorAxis, "balk-nullijn"
		}
		c.line(x, c.top, x, bottom+4, class, color, 1)
		label := c.x.label(t)
		c.text(max(x, textWidth(label)/2), bottom+18, "middle", "balk-getal", label)
	}
	if c.o.Eenheid != "" {
		c.text(c.left, bottom+38, "start", "balk-eenheid", shorten(c.o.Eenheid, float64(c.o.Breedte)-c.left))
	}
	c.add(`</g>`)
}

// middle is the height of the middle of bar i.
func (c *barChart) middle(i int) float64 {
	y := c.top + c.row*float64(i)
	if c.above {
		return y + 33
	}
	return y + c.row/2
}

// bar draws one bar and gives where it ends.
func (c *barChart) bar(r BalkRij, middle float64) float64 {
	class, fill := "balk-staaf", colorBar
	if r.Nadruk {
		class, fill = "balk-staaf balk-nadruk", colorLine
	}
	c.add(`<g class="balk-rij"><title>`, escape(r.Naam+": "+r.figure()), `</title>`)
	const half = 9.0
	end := c.at(0)
	if r.Afgeschermd || !known(r.Waarde) {
		pattern := "-geen"
		if r.Afgeschermd {
			pattern = "-afgeschermd"
		}
		c.add(`<rect class="balk-leeg" x="`, num(end), `" y="`, num(middle-half), `" width="34" height="18" fill="url(#`, c.id, pattern, `)"/>`)
		end += 34
	} else {
		x := c.at(*r.Waarde)
		c.add(`<rect class="`, class, `" x="`, num(min(x, end)), `" y="`, num(middle-half), `" width="`, num(math.Abs(x-end)), `" height="18" rx="1.5" fill="`, fill, `"/>`)
		end = max(x, end)
	}
	if r.interval() {
		c.whisker(c.at(*r.Onder), c.at(*r.Boven), middle)
		end = max(end, c.at(*r.Boven)+1)
	}
	c.add(`</g>`)
	return end
}

// words writes the name and the figure of a row, over all lines.
func (c *barChart) words(r BalkRij, i int, end float64) {
	weight := "normal"
	if r.Nadruk {
		weight = "bold"
	}
	c.add(`<g font-weight="`, weight, `" stroke="`, colorPaper, `" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`)
	y := c.middle(i)
	if c.above {
		c.text(c.left+2, y-16, "start", "balk-naam", shorten(r.Naam, float64(c.o.Breedte)-c.left-4))
	} else {
		c.text(c.left-10, y+4, "end", "balk-naam", shorten(r.Naam, c.left-10))
	}
	c.text(end+7, y+4, "start", "balk-waarde", r.figure())
	c.add(`</g>`)
}

// whisker draws an interval: dark on a white rim, so that it shows on the bar
// and beside it.
func (c *barChart) whisker(x1, x2, y float64) {
	data := "M" + num(x1) + " " + num(y) + "H" + num(x2) + "M" + num(x1) + " " + num(y-5) + "v10M" + num(x2) + " " + num(y-5) + "v10"
	c.stroke("balk-rand", data, colorPaper, "4")
	c.stroke("balk-interval", data, colorText, "1.6")
}

// reference draws the line that all rows are compared with.
func (c *barChart) reference() {
	if !known(c.o.Lijn) {
		return
	}
	x := c.at(*c.o.Lijn)
	label := strings.TrimSpace(c.o.LijnNaam + " " + Getal(*c.o.Lijn, 2))
	half := textWidth(label) / 2
	c.add(`<g class="balk-lijn">`)
	c.stroke("balk-referentie", "M"+num(x)+" "+num(c.top-4)+"V"+num(c.top+c.row*float64(len(c.rows))), colorTarget, `2" stroke-dasharray="6 3`)
	c.halo(min(max(x, half), float64(c.o.Breedte)-half), c.top-9, "middle", "balk-lijntekst", label, colorTarget)
	c.add(`</g>`)
}

// summary says the figures of all rows.
func (c *barChart) summary() string {
	if len(c.rows) == 0 {
		return "Er zijn geen gegevens."
	}
	parts := make([]string, 0, len(c.rows)+1)
	for _, r := range c.rows {
		s := r.Naam + ": " + r.figure()
		if r.interval() {
			s += " (interval " + Getal(*r.Onder, 2) + " tot " + Getal(*r.Boven, 2) + ")"
		}
		parts = append(parts, s)
	}
	s := strings.Join(parts, "; ") + "."
	if known(c.o.Lijn) {
		s += " " + strings.TrimSpace("Lijn: "+c.o.LijnNaam) + " " + Getal(*c.o.Lijn, 2) + "."
	}
	return s
}
