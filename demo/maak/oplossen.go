// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"math"
	"slices"
)

// vlak is an area: polygons, rings (the first is the outer one), points.
type vlak [][][][2]float64

// zijde is one side of a border, with the area on its left.
type zijde struct{ van, tot punt }

// dissolve is the union of areas that share their borders point for point: sides that occur in both directions fall away, the others are the
// border of the whole. It is exact, because no coordinate is computed.
func dissolve(delen []vlak) vlak {
	alle := map[zijde]bool{}
	var volgorde []zijde
	for _, v := range delen {
		for _, z := range sides(v) {
			alle[z] = true
			volgorde = append(volgorde, z)
		}
	}
	return assemble(slices.DeleteFunc(volgorde, func(z zijde) bool { return alle[zijde{z.tot, z.van}] }))
}

// sides gives the sides of an area with the area on their left, whichever way its rings were drawn; repeated points are left out.
func sides(v vlak) []zijde {
	var out []zijde
	for _, ringen := range v {
		for k, ring := range ringen {
			ring = slices.CompactFunc(slices.Clone(ring), func(a, b [2]float64) bool { return a == b })
			if (surface(ring) > 0) != (k == 0) {
				slices.Reverse(ring)
			}
			for i := 1; i < len(ring); i++ {
				out = append(out, zijde{ring[i-1], ring[i]})
			}
		}
	}
	return out
}

// surface is the signed surface of a ring: positive when it runs counter-clockwise.
func surface(ring [][2]float64) float64 {
	s := 0.0
	for i := 1; i < len(ring); i++ {
		a, b, o := ring[i-1], ring[i], ring[0]
		s += (a[0]-o[0])*(b[1]-o[1]) - (b[0]-o[0])*(a[1]-o[1])
	}
	return s / 2
}

// assemble strings sides together to rings, outer ones counter-clockwise, and puts each hole in the outer ring around it. Where two rings touch in
// a point the sharpest left turn is taken, so that no ring passes a point twice.
func assemble(zijden []zijde) vlak {
	uit := map[punt][]int{}
	for i, z := range zijden {
		uit[z.van] = append(uit[z.van], i)
	}
	used := make([]bool, len(zijden))
	var v vlak
	var gaten [][][2]float64
	for s := range zijden {
		if used[s] {
			continue
		}
		var ring [][2]float64
		for i := s; !used[i]; i = leftmost(zijden, uit[zijden[i].tot], used, zijden[i], s) {
			used[i] = true
			ring = append(ring, zijden[i].van)
		}
		ring = append(ring, ring[0])
		if surface(ring) > 0 {
			v = append(v, [][][2]float64{ring})
		} else {
			gaten = append(gaten, ring)
		}
	}
	for _, gat := range gaten {
		for i, ringen := range v {
			if inside(points(ringen[0]), lerp(gat[0], gat[1], 0.5)) {
				v[i] = append(v[i], gat)
				break
			}
		}
	}
	return v
}

// leftmost picks from the sides that leave the end of side z the one that turns most to the left; start when that side closes the ring.
func leftmost(zijden []zijde, uit []int, used []bool, z zijde, start int) int {
	best, turn := start, math.Inf(-1)
	for _, i := range uit {
		if used[i] && i != start {
			continue
		}
		a, b := zijden[i].tot, z.tot
		h := math.Remainder(math.Atan2(a[1]-b[1], a[0]-b[0])-math.Atan2(b[1]-z.van[1], b[0]-z.van[0]), 2*math.Pi)
		if h > turn {
			best, turn = i, h
		}
	}
	return best
}

func points(ring [][2]float64) []punt {
	out := make([]punt, len(ring))
	for i, p := range ring {
		out[i] = p
	}
	return out
}
