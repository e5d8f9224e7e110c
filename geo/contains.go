// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"math"
	"math/big"
)

// orient tells on which side of the line from a to b the point c lies: 1 left,
// -1 right, 0 exactly on it. The sign is exact: Shewchuk's error bound (Adaptive
// Precision Floating-Point Arithmetic, 1997) decides whether floats suffice,
// and rationals settle the rest.
func orient(a, b, c [2]float64) int {
	left := (a[0] - c[0]) * (b[1] - c[1])
	right := (a[1] - c[1]) * (b[0] - c[0])
	det := left - right
	const bound = (3 + 16*0x1p-53) * 0x1p-53
	// Below the smallest normal number products lose digits, hence the floor.
	if limit := bound*(math.Abs(left)+math.Abs(right)) + 0x1p-1000; det > limit {
		return 1
	} else if det < -limit {
		return -1
	}
	return orientExact(a, b, c)
}

func orientExact(a, b, c [2]float64) int {
	if a[0] == c[0] && (a[1] == c[1] || b[0] == c[0]) || b[1] == c[1] && (b[0] == c[0] || a[1] == c[1]) {
		return 0
	}
	for _, p := range [][2]float64{a, b, c} {
		if span := p[0] - p[1]; math.IsNaN(span) || math.IsInf(span, 0) {
			return 0 // no finite point, so on no side of anything
		}
	}
	sub := func(p, q float64) *big.Rat {
		return new(big.Rat).Sub(new(big.Rat).SetFloat64(p), new(big.Rat).SetFloat64(q))
	}
	left := sub(a[0], c[0])
	left.Mul(left, sub(b[1], c[1]))
	right := sub(a[1], c[1])
	right.Mul(right, sub(b[0], c[0]))
	return left.Cmp(right)
}

// crossesRay tells whether the edge from a to b crosses the ray from p to the
// east. The lower end counts and the upper does not, so a ray through a corner
// counts once; and an edge through p itself does not count, so that p belongs
// to the area east of it. Both neighbours of a shared edge get the same answer:
// the test always looks at the edge from its lower end.
func crossesRay(a, b, p [2]float64) bool {
	if (a[1] > p[1]) == (b[1] > p[1]) {
		return false
	}
	if a[0] <= p[0] && b[0] <= p[0] {
		return false
	}
	if a[0] > p[0] && b[0] > p[0] {
		return true
	}
	if a[1] > b[1] {
		a, b = b, a
	}
	return orient(a, b, p) > 0
}

// Contains tells whether the point lies in the area. Points on the border are
// in when the area lies to their east (or, on a horizontal border, to their
// north) and out otherwise, so that of areas that share borders without overlap
// exactly one contains each point.
func Contains(mp MultiPolygon, x, y float64) bool {
	p := [2]float64{x, y}
	for _, rings := range mp {
		inside := false
		for _, ring := range rings {
			if ringContains(ring, p) {
				inside = !inside
			}
		}
		if inside {
			return true
		}
	}
	return false
}

// ringContains is the even-odd rule for one closed ring.
func ringContains(ring [][2]float64, p [2]float64) bool {
	inside := false
	for i := 1; i < len(ring); i++ {
		if crossesRay(ring[i-1], ring[i], p) {
			inside = !inside
		}
	}
	return inside
}

// onRing tells whether p lies exactly on the ring.
func onRing(ring [][2]float64, p [2]float64) bool {
	for i := 1; i < len(ring); i++ {
		if onSegment(ring[i-1], ring[i], p) {
			return true
		}
	}
	return false
}

// onSegment tells whether p lies exactly on the segment from a to b, ends
// included.
func onSegment(a, b, p [2]float64) bool {
	return inSpan(a, b, p) && orient(a, b, p) == 0
}

// inSpan tells whether p lies in the box around a and b.
func inSpan(a, b, p [2]float64) bool {
	return min(a[0], b[0]) <= p[0] && p[0] <= max(a[0], b[0]) &&
		min(a[1], b[1]) <= p[1] && p[1] <= max(a[1], b[1])
}
