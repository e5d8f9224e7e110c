// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"math"
	"slices"
	"strconv"

	"dwarsverband/geo"
)

// projection brings RD metres to tenths of a pixel, north up.
type projection struct {
	size      size
	shapes    []geo.MultiPolygon
	left, top float64 // RD
	scale     float64 // pixels a metre
	buf       []byte
}

func newProjection(vlakken []Vlak, o KaartOpties) *projection {
	p := &projection{shapes: make([]geo.MultiPolygon, len(vlakken))}
	box := geo.EmptyBox()
	for i, v := range vlakken {
		p.shapes[i] = v.Vorm
		box = box.Union(geo.Bounds(v.Vorm))
	}
	if !noFrame(o.Kader) && !box.Empty() {
		box = o.Kader
	}
	width := float64(o.Breedte)
	if width <= 0 {
		width = 640
	}
	tallest := float64(o.MaxHoogte)
	if tallest <= 0 {
		tallest = width * 1.25
	}
	if box.Empty() {
		p.size = size{width, width / 2}
		return p
	}
	p.scale = min((width-2*mapMargin)/max(box.Width(), 1), (tallest-2*mapMargin)/max(box.Height(), 1))
	height := math.Ceil(box.Height()*p.scale + 2*mapMargin)
	p.size = size{width, height}
	p.left = box.MinX - (width/p.scale-box.Width())/2
	p.top = box.MaxY + (height/p.scale-box.Height())/2
	if o.Tolerantie >= 0 {
		pixels := o.Tolerantie
		if pixels == 0 {
			pixels = 0.25
		}
		p.shapes = geo.Simplify(p.shapes, pixels/p.scale)
	}
	return p
}

// path writes an area as relative steps. Every point is rounded by itself, so
// neighbours stay fitting; steps are between rounded points, so no error adds
// up.
func (p *projection) path(mp geo.MultiPolygon) string {
	b := p.buf[:0]
	for _, rings := range mp {
		for _, ring := range rings {
			b = p.appendRing(b, ring)
		}
	}
	p.buf = b
	return string(b)
}

func (p *projection) appendRing(b []byte, ring [][2]float64) []byte {
	var px, py int64
	command := byte('M')
	for i := range max(0, len(ring)-1) {
		x := int64(math.Round((ring[i][0] - p.left) * p.scale * mapUnits))
		y := int64(math.Round((p.top - ring[i][1]) * p.scale * mapUnits))
		switch {
		case i == 0:
			b = appendPair(append(b, 'M'), x, y)
			command = 'l'
		case x != px || y != py:
			if command != 0 {
				b = append(b, command)
				command = 0
			} else if x >= px {
				b = append(b, ' ')
			}
			b = appendPair(b, x-px, y-py)
		}
		px, py = x, y
	}
	if len(ring) > 1 {
		b = append(b, 'z')
	}
	return b
}

// appendPair writes two numbers; a minus sign needs no space before it.
func appendPair(b []byte, x, y int64) []byte {
	b = strconv.AppendInt(b, x, 10)
	if y >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, y, 10)
}

// noFrame tells whether a frame shows everything.
func noFrame(b geo.Box) bool { return b.Width() == 0 || b.Height() == 0 }

// within gives the areas that reach into the frame.
func within(vlakken []Vlak, frame geo.Box) []Vlak {
	if noFrame(frame) {
		return vlakken
	}
	return slices.DeleteFunc(slices.Clone(vlakken), func(v Vlak) bool {
		b := geo.Bounds(v.Vorm)
		return b.MinX > frame.MaxX || b.MaxX < frame.MinX || b.MinY > frame.MaxY || b.MaxY < frame.MinY
	})
}

// Kern gives a frame around the dense middle of the areas, for the Kader of a
// map: where a harbour or a lake takes most of a map, most neighbourhoods are
// too small to see. It holds the middle 80 % of the areas in each direction
// with a rim, and is never larger than all areas together.
func Kern(vlakken []Vlak) geo.Box {
	all := geo.EmptyBox()
	var xs, ys []float64
	for _, v := range vlakken {
		b := geo.Bounds(v.Vorm)
		if b.Empty() {
			continue
		}
		all = all.Union(b)
		xs = append(xs, (b.MinX+b.MaxX)/2)
		ys = append(ys, (b.MinY+b.MaxY)/2)
	}
	if len(xs) == 0 {
		return geo.Box{}
	}
	slices.Sort(xs)
	slices.Sort(ys)
	low, high := len(xs)/10, len(xs)-1-len(xs)/10
	rim := 0.12 * max(xs[high]-xs[low], ys[high]-ys[low])
	return geo.Box{
		MinX: max(all.MinX, xs[low]-rim), MinY: max(all.MinY, ys[low]-rim),
		MaxX: min(all.MaxX, xs[high]+rim), MaxY: min(all.MaxY, ys[high]+rim),
	}
}
