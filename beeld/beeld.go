// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package beeld is PICTURES: maps and charts as accessible SVG, made on the
// server, complete without script.
//
// Every function gives one svg element as text that is safe to put in a page:
// all texts are escaped, there is no style attribute and no script, so a strict
// content security policy holds. Colours stand in presentation attributes, which
// any CSS rule overrides; each part has a class. Each picture has a title and a
// description under ids that begin with the id of the caller, which must be
// unique in the page.
//
// A picture has a natural width in CSS pixels, at which its text is 12 pixels.
// It scales by its viewBox; a page that is to be read on a phone asks for one
// of about 340 pixels. The CSS of the page should hold
//
//	.beeld { max-width: 100%; height: auto }
//	.kaart-vlakken path { vector-effect: non-scaling-stroke; stroke-width: 0.7px }
//
// Contrast follows WCAG 2.2: text at least 4.5:1 and lines and shapes at least
// 3:1 on white (1.4.3, 1.4.11); no meaning is carried by colour alone (1.4.1).
package beeld

import (
	"html"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Colours on white. The blues of the map go from light to dark at even steps of
// lightness, so that they keep their order for every kind of colour vision.
const (
	colorLine    = "#1f5fa8" // observed
	colorSignal  = "#b3400f" // signal
	colorTarget  = "#0b6b66" // path to the target
	colorExpect  = "#4a5b70" // expected
	colorBand    = "#dde7f2" // between the bounds
	colorBandRim = "#758aa3" // the bounds
	colorText    = "#2f3b48"
	colorGrid    = "#dfe5ec"
	colorAxis    = "#66758a"
	colorBorder  = "#0b2138" // borders of areas
	colorHatch   = "#6f7780" // no data, shielded
	colorGround  = "#f6f6f6" // under hatches and dots
	colorPaper   = "#ffffff"
)

const fontSize = 12.0

// drawing is an svg element being written.
type drawing struct {
	strings.Builder
	id string
}

// size is a picture's natural size in CSS pixels.
type size struct {
	width, height float64
}

// newDrawing opens the svg element. The role is img, which hides the parts from
// assistive technology; a picture with links in it must be a group instead,
// because an img may not hold anything that takes focus.
func newDrawing(id, class, role, title, description string, s size) *drawing {
	d := &drawing{id: safeID(id)}
	d.add(`<svg xmlns="http://www.w3.org/2000/svg" class="beeld `, class, `" id="`, d.id, `" role="`, role, `" aria-labelledby="`,
		d.id, `-titel" aria-describedby="`, d.id, `-uitleg" viewBox="0 0 `, num(s.width), ` `, num(s.height),
		`" width="`, num(s.width), `" height="`, num(s.height), `" font-size="12" fill="`, colorText, `">`)
	d.add(`<title id="`, d.id, `-titel">`, escape(title), `</title><desc id="`, d.id, `-uitleg">`, escape(description), `</desc>`)
	return d
}

// finish closes the svg element and gives the text.
func (d *drawing) finish() string {
	d.WriteString("</svg>")
	return d.String()
}

// add writes parts that are safe already.
func (d *drawing) add(parts ...string) {
	for _, p := range parts {
		d.WriteString(p)
	}
}

// text writes a text with its anchor (start, middle or end) at x, y.
func (d *drawing) text(x, y float64, anchor, class, s string) {
	d.add(`<text class="`, class, `" x="`, num(x), `" y="`, num(y), `"`)
	if anchor != "start" {
		d.add(` text-anchor="`, anchor, `"`)
	}
	d.add(`>`, escape(s), `</text>`)
}

// line writes a straight line.
func (d *drawing) line(x1, y1, x2, y2 float64, class, stroke string, width float64) {
	d.add(`<line class="`, class, `" x1="`, num(x1), `" y1="`, num(y1), `" x2="`, num(x2), `" y2="`, num(y2),
		`" stroke="`, stroke, `" stroke-width="`, num(width), `"/>`)
}

// hatch defines the pattern for "no data": slanted grey lines, unlike any class,
// so that it never looks like a low and therefore safe figure. Scale is the
// number of user units in a pixel.
func (d *drawing) hatch(scale float64, ground string) {
	s := func(v float64) string { return num(v * scale) }
	d.add(`<pattern id="`, d.id, `-geen" width="`, s(6), `" height="`, s(6), `" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="`, s(6), `" height="`, s(6),
		`" fill="`, ground, `"/><rect width="`, s(1.5), `" height="`, s(6), `" fill="`, colorHatch, `"/></pattern>`)
}

// dots defines the pattern for "shielded": there is a figure, but it is so small
// that it could point to persons.
func (d *drawing) dots(scale float64) {
	s := func(v float64) string { return num(v * scale) }
	d.add(`<pattern id="`, d.id, `-afgeschermd" width="`, s(7), `" height="`, s(7), `" patternUnits="userSpaceOnUse"><rect width="`, s(7), `" height="`, s(7),
		`" fill="`, colorGround, `"/><circle cx="`, s(2), `" cy="`, s(2), `" r="`, s(1.3), `" fill="`, colorHatch, `"/><circle cx="`, s(5.5), `" cy="`, s(5.5), `" r="`, s(1.3), `" fill="`, colorHatch, `"/></pattern>`)
}

// escape makes a text safe for element content and for attributes. Characters
// that XML does not allow are replaced, or one strange name would break the
// whole picture.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, s)
	return html.EscapeString(s)
}

// safeID makes a text usable as an id and within url(#...).
func safeID(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, s)
	if s == "" || s[0] >= '0' && s[0] <= '9' || s[0] == '-' {
		return "beeld-" + s
	}
	return s
}

// num writes a coordinate with at most one decimal.
func num(v float64) string {
	v = math.Round(v*10) / 10
	if v == 0 || math.IsNaN(v) {
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// textWidth estimates the width of a text: no font is known on the server. It
// errs on the wide side for the fonts that pages use.
func textWidth(s string) float64 {
	return float64(utf8.RuneCountInString(s)) * fontSize * 0.58
}

// shorten cuts a text that is wider than width pixels.
func shorten(s string, width float64) string {
	if textWidth(s) <= width {
		return s
	}
	runes := []rune(s)
	n := max(1, min(len(runes), int(width/(fontSize*0.58))-1))
	return strings.TrimRight(string(runes[:n]), " -") + "…"
}
