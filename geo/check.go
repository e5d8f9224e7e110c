// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"cmp"
	"slices"
)

// edge is a side of a ring, with its ends in the order of x.
type edge struct {
	left, right [2]float64
	ring, at    int32
}

// crossing is what findCrossing reports.
type crossing int

const (
	clean   crossing = iota
	crosses          // two sides cross
	backs            // a ring runs back over itself
	tangled          // too many sides lie over each other to judge
)

// sweepBudget bounds the pairs of sides that are compared for one area, a
// fraction of a second of work. Real borders need about ten pairs a side; only
// a border made to keep the program busy needs more than this.
const sweepBudget = 50_000_000

// ringChecker finds crossings in the rings of one area. It keeps its memory
// from one area to the next. Rings must be closed and hold no point twice in a
// row.
type ringChecker struct {
	rings  [][][2]float64
	edges  []edge
	active []int32
	budget int
}

// findCrossing looks for two sides, of the same or of different rings of the
// area, that cross or, within one ring, lie over each other. Touching in a
// point is accepted: the inside stays well defined. It gives the place of the
// first trouble from the west.
func (c *ringChecker) findCrossing(rings [][][2]float64) (crossing, [2]float64) {
	c.rings, c.edges, c.budget = rings, c.edges[:0], sweepBudget
	for r, ring := range rings {
		for i := 1; i < len(ring); i++ {
			e := edge{ring[i-1], ring[i], int32(r), int32(i - 1)}
			if e.left[0] > e.right[0] {
				e.left, e.right = e.right, e.left
			}
			c.edges = append(c.edges, e)
		}
	}
	slices.SortFunc(c.edges, func(a, b edge) int { return cmp.Compare(a.left[0], b.left[0]) })
	return c.sweep()
}

// sweep goes from west to east and compares each side with those that reach as
// far east as where it begins.
func (c *ringChecker) sweep() (crossing, [2]float64) {
	c.active = c.active[:0]
	for i := range c.edges {
		e := &c.edges[i]
		low, high := min(e.left[1], e.right[1]), max(e.left[1], e.right[1])
		if c.budget -= len(c.active); c.budget < 0 {
			return tangled, e.left
		}
		kept := c.active[:0]
		for _, j := range c.active {
			f := &c.edges[j]
			if f.right[0] < e.left[0] {
				continue
			}
			kept = append(kept, j)
			if max(f.left[1], f.right[1]) < low || min(f.left[1], f.right[1]) > high {
				continue
			}
			if kind, at := c.compare(e, f); kind != clean {
				return kind, at
			}
		}
		c.active = append(kept, int32(i))
	}
	return clean, [2]float64{}
}

// compare judges two sides whose boxes overlap.
func (c *ringChecker) compare(e, f *edge) (crossing, [2]float64) {
	o1 := orient(e.left, e.right, f.left)
	o2 := orient(e.left, e.right, f.right)
	if o1*o2 > 0 {
		return clean, [2]float64{}
	}
	o3 := orient(f.left, f.right, e.left)
	o4 := orient(f.left, f.right, e.right)
	if o3*o4 > 0 {
		return clean, [2]float64{}
	}
	if o1*o2 < 0 && o3*o4 < 0 {
		return crosses, meet(e, f)
	}
	if o1 == 0 && o2 == 0 {
		return c.compareInLine(e, f)
	}
	return c.compareTouch(e, f)
}

// compareInLine judges two sides on one line: of the same ring they may share
// an end, no more. Two rings may share a stretch of border.
func (c *ringChecker) compareInLine(e, f *edge) (crossing, [2]float64) {
	if e.ring != f.ring {
		return clean, [2]float64{}
	}
	for _, p := range [][2]float64{e.left, e.right, f.left, f.right} {
		if inSpan(e.left, e.right, p) && inSpan(f.left, f.right, p) && !c.sharedEnd(e, f, p) {
			return backs, p
		}
	}
	return clean, [2]float64{}
}

// sharedEnd tells whether p is the only point that two sides on one line share.
func (c *ringChecker) sharedEnd(e, f *edge, p [2]float64) bool {
	other := func(g *edge) ([2]float64, bool) {
		if g.left == p {
			return g.right, true
		}
		return g.left, g.right == p
	}
	eEnd, eHas := other(e)
	fEnd, fHas := other(f)
	return eHas && fHas && !inSpan(e.left, e.right, fEnd) && !inSpan(f.left, f.right, eEnd)
}

// compareTouch judges two sides that meet in one point that is an end of at
// least one of them. The rings cross there when the one goes through to the
// other side of the other.
func (c *ringChecker) compareTouch(e, f *edge) (crossing, [2]float64) {
	var p [2]float64
	switch {
	case onSegment(e.left, e.right, f.left):
		p = f.left
	case onSegment(e.left, e.right, f.right):
		p = f.right
	case onSegment(f.left, f.right, e.left):
		p = e.left
	default:
		p = e.right
	}
	from, to := c.pass(e, p)
	in, out := c.pass(f, p)
	if from == in && to == out && e.ring == f.ring {
		return clean, p // neighbours in the ring
	}
	// On the path of the other means a shared stretch of border, not a crossing.
	a, b := side(from, p, to, in), side(from, p, to, out)
	if a*b < 0 {
		return crosses, p
	}
	return clean, p
}

// pass gives the points before and after p along the ring of e.
func (c *ringChecker) pass(e *edge, p [2]float64) (from, to [2]float64) {
	ring := c.rings[e.ring]
	n := len(ring) - 1
	i := int(e.at)
	switch p {
	case ring[i]:
		return ring[(i+n-1)%n], ring[i+1]
	case ring[i+1]:
		return ring[i], ring[(i+2)%n]
	}
	return ring[i], ring[i+1]
}

// side tells on which side of the path from-p-to the direction to q lies: 1
// left, -1 right, 0 on the path.
func side(from, p, to, q [2]float64) int {
	first, second := orient(from, p, q), orient(p, to, q)
	switch turn := orient(from, p, to); {
	case turn >= 0 && first > 0 && second > 0, turn < 0 && (first > 0 || second > 0):
		return 1
	case turn >= 0 && (first < 0 || second < 0), turn < 0 && first < 0 && second < 0:
		return -1
	}
	return 0
}

// meet gives where two crossing sides meet, for the message.
func meet(e, f *edge) [2]float64 {
	ex, ey := e.right[0]-e.left[0], e.right[1]-e.left[1]
	fx, fy := f.right[0]-f.left[0], f.right[1]-f.left[1]
	t := ((f.left[0]-e.left[0])*fy - (f.left[1]-e.left[1])*fx) / (ex*fy - ey*fx)
	return [2]float64{e.left[0] + t*ex, e.left[1] + t*ey}
}

// holeOutside gives the number of the first hole that does not lie within the
// outer ring of its polygon, or 0. Call it only after findCrossing found the
// area clean: one point of the hole then decides.
func (c *ringChecker) holeOutside(rings [][][2]float64) (int, crossing) {
	for h := 1; h < len(rings); h++ {
		for _, p := range rings[h] {
			if c.budget -= len(rings[0]); c.budget < 0 {
				return h, tangled
			}
			if onRing(rings[0], p) {
				continue
			}
			if !ringContains(rings[0], p) {
				return h, crosses
			}
			break
		}
	}
	return 0, clean
}
