// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package geo is WHERE: areas in RD metres. It reads and writes GeoJSON and
// WKB, converts between RD New and WGS84, tells in which area a point lies and
// makes borders lighter for small maps.
//
// All plane geometry is in RD New (EPSG:28992), metres, because distances and
// surfaces are then ordinary plane geometry. Borders between neighbours are
// half open: a point on a shared border belongs to exactly one of the two, the
// one to its east or, on a horizontal border, the one to its north.
package geo

import "math"

// MultiPolygon is an area: polygons > rings > points (x, y) in RD metres. The
// first ring of a polygon is its outer border, counter-clockwise; the others
// are holes, clockwise. Each ring ends with the point that it starts with.
type MultiPolygon [][][][2]float64

// Box is a rectangle along the axes, in the unit of the points it was made of.
type Box struct {
	MinX, MinY, MaxX, MaxY float64
}

// Empty tells whether no point was ever put in the box.
func (b Box) Empty() bool { return b.MinX > b.MaxX }

// Width is the extent along x, 0 for an empty box.
func (b Box) Width() float64 { return max(0, b.MaxX-b.MinX) }

// Height is the extent along y, 0 for an empty box.
func (b Box) Height() float64 { return max(0, b.MaxY-b.MinY) }

// Union is the smallest box around both.
func (b Box) Union(o Box) Box {
	return Box{min(b.MinX, o.MinX), min(b.MinY, o.MinY), max(b.MaxX, o.MaxX), max(b.MaxY, o.MaxY)}
}

// EmptyBox is the neutral element of Union.
func EmptyBox() Box {
	return Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

// Bounds is the smallest box around the area; empty for an area without points.
func Bounds(mp MultiPolygon) Box {
	b := EmptyBox()
	for _, rings := range mp {
		for _, ring := range rings {
			for _, p := range ring {
				b = Box{min(b.MinX, p[0]), min(b.MinY, p[1]), max(b.MaxX, p[0]), max(b.MaxY, p[1])}
			}
		}
	}
	return b
}

// Area is the surface in square metres, holes subtracted.
func Area(mp MultiPolygon) float64 {
	total := 0.0
	for _, rings := range mp {
		for i, ring := range rings {
			if a := math.Abs(signedArea(ring)); i == 0 {
				total += a
			} else {
				total -= a
			}
		}
	}
	return total
}

// Length is the length of all borders in metres, those of holes included.
func Length(mp MultiPolygon) float64 {
	total := 0.0
	for _, rings := range mp {
		for _, ring := range rings {
			for i := 1; i < len(ring); i++ {
				total += math.Hypot(ring[i][0]-ring[i-1][0], ring[i][1]-ring[i-1][1])
			}
		}
	}
	return total
}

// Centroid is the centre of gravity. It may lie outside a crooked area: use
// LabelPoint for a point that is surely inside. An area without surface has no
// centroid; ok is then false.
func Centroid(mp MultiPolygon) (x, y float64, ok bool) {
	var sum, sx, sy float64
	for _, rings := range mp {
		for i, ring := range rings {
			a, cx, cy := ringMoments(ring)
			if (i == 0) != (a > 0) {
				a, cx, cy = -a, -cx, -cy
			}
			sum, sx, sy = sum+a, sx+cx, sy+cy
		}
	}
	if sum <= 0 {
		return 0, 0, false
	}
	return sx / sum, sy / sum, true
}

// ringMoments gives the signed area of a ring and that area times its centre.
// It works relative to the first point: RD coordinates are large compared with
// a neighbourhood, and the products would lose digits otherwise.
func ringMoments(ring [][2]float64) (area, mx, my float64) {
	if len(ring) < 3 {
		return 0, 0, 0
	}
	ox, oy := ring[0][0], ring[0][1]
	for i := 1; i < len(ring); i++ {
		ax, ay := ring[i-1][0]-ox, ring[i-1][1]-oy
		bx, by := ring[i][0]-ox, ring[i][1]-oy
		c := ax*by - bx*ay
		area += c / 2
		mx += c * (ax + bx) / 6
		my += c * (ay + by) / 6
	}
	return area, mx + area*ox, my + area*oy
}

// signedArea is positive for a counter-clockwise ring.
func signedArea(ring [][2]float64) float64 {
	a, _, _ := ringMoments(ring)
	return a
}
