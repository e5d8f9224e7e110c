// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"container/heap"
	"math"
	"slices"
)

// rowCrossings appends the x of each place where the rings cross the horizontal
// line at y, sorted: the polygon lies between the first and second, third and
// fourth and so on.
func rowCrossings(rings [][][2]float64, y float64, xs []float64) []float64 {
	for _, ring := range rings {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if (a[1] > y) != (b[1] > y) {
				xs = append(xs, a[0]+(b[0]-a[0])*(y-a[1])/(b[1]-a[1]))
			}
		}
	}
	slices.Sort(xs)
	return xs
}

// LabelPoint gives a point that lies surely inside the area, well away from its
// borders: the place for a label or a mark. It searches the largest polygon as
// polylabel does (Agafonkin 2016), to within 1 % of its width. An area without
// surface has no such point; ok is then false.
func LabelPoint(mp MultiPolygon) (x, y float64, ok bool) {
	rings := largestPolygon(mp)
	if rings == nil {
		return 0, 0, false
	}
	box := Bounds(MultiPolygon{rings})
	size := min(box.Width(), box.Height())
	if !(size > 0) {
		return 0, 0, false
	}
	best := polylabel(rings, box, size)
	if best.distance > 0 && Contains(MultiPolygon{rings}, best.x, best.y) {
		return best.x, best.y, true
	}
	return widestRow(rings, box)
}

func largestPolygon(mp MultiPolygon) [][][2]float64 {
	var largest [][][2]float64
	most := 0.0
	for _, rings := range mp {
		if a := Area(MultiPolygon{rings}); a > most {
			largest, most = rings, a
		}
	}
	return largest
}

// widestRow is the way out for a sliver that the search finds no room in: the
// middle of the widest stretch of some horizontal lines.
func widestRow(rings [][][2]float64, box Box) (x, y float64, ok bool) {
	const rows = 16
	widest := 0.0
	for i := range rows {
		at := box.MinY + box.Height()*(float64(i)+0.5)/rows
		xs := rowCrossings(rings, at, nil)
		for k := 1; k < len(xs); k += 2 {
			mid := (xs[k-1] + xs[k]) / 2
			if w := xs[k] - xs[k-1]; w > widest && Contains(MultiPolygon{rings}, mid, at) {
				x, y, widest = mid, at, w
			}
		}
	}
	return x, y, widest > 0
}

// labelCell is a square of the search: its centre, half its side, the distance
// of the centre to the border (negative outside) and the best that any point in
// the square could have.
type labelCell struct {
	x, y, half, distance, potential float64
}

type labelQueue []labelCell

func (q labelQueue) Len() int           { return len(q) }
func (q labelQueue) Less(i, j int) bool { return q[i].potential > q[j].potential }
func (q labelQueue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *labelQueue) Push(c any)        { *q = append(*q, c.(labelCell)) }
func (q *labelQueue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// polylabel splits the squares that may still hold a better point, the most
// promising first. The number of steps is bounded so that a hostile border
// cannot keep it busy.
func polylabel(rings [][][2]float64, box Box, size float64) labelCell {
	const maxSteps = 4000
	precision := size / 100
	cell := func(x, y, half float64) labelCell {
		d := borderDistance(rings, [2]float64{x, y})
		return labelCell{x, y, half, d, d + half*math.Sqrt2}
	}
	best := cell((box.MinX+box.MaxX)/2, (box.MinY+box.MaxY)/2, 0)
	if x, y, ok := Centroid(MultiPolygon{rings}); ok {
		if c := cell(x, y, 0); c.distance > best.distance {
			best = c
		}
	}
	// A long thin area would be cut into more squares than is sensible.
	side := max(size, max(box.Width(), box.Height())/64)
	var q labelQueue
	for x := box.MinX; x < box.MaxX; x += side {
		for y := box.MinY; y < box.MaxY; y += side {
			q = append(q, cell(x+side/2, y+side/2, side/2))
		}
	}
	heap.Init(&q)
	for step := 0; len(q) > 0 && step < maxSteps; step++ {
		c := heap.Pop(&q).(labelCell)
		if c.distance > best.distance {
			best = c
		}
		if c.potential-best.distance <= precision {
			break
		}
		h := c.half / 2
		for _, sign := range [][2]float64{{-1, -1}, {1, -1}, {-1, 1}, {1, 1}} {
			heap.Push(&q, cell(c.x+sign[0]*h, c.y+sign[1]*h, h))
		}
	}
	return best
}

// borderDistance is the distance from p to the nearest border, negative when p
// lies outside.
func borderDistance(rings [][][2]float64, p [2]float64) float64 {
	nearest, inside := math.Inf(1), false
	for _, ring := range rings {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if crossesRay(a, b, p) {
				inside = !inside
			}
			nearest = min(nearest, segmentDistance2(a, b, p))
		}
	}
	if inside {
		return math.Sqrt(nearest)
	}
	return -math.Sqrt(nearest)
}

// segmentDistance2 is the squared distance from p to the segment from a to b.
func segmentDistance2(a, b, p [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	px, py := p[0]-a[0], p[1]-a[1]
	if l := dx*dx + dy*dy; l > 0 {
		t := min(max((px*dx+py*dy)/l, 0), 1)
		px, py = px-t*dx, py-t*dy
	}
	return px*px + py*py
}
