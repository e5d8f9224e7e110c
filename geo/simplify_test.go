// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"math"
	"reflect"
	"slices"
	"testing"
)

// sides counts how often each side is used, by direction.
func sides(areas []MultiPolygon) map[[2][2]float64]int {
	used := map[[2][2]float64]int{}
	for _, mp := range areas {
		for _, rings := range mp {
			for _, ring := range rings {
				for i := 1; i < len(ring); i++ {
					used[[2][2]float64{ring[i-1], ring[i]}]++
				}
			}
		}
	}
	return used
}

func countPoints(areas []MultiPolygon) (n int) {
	for _, mp := range areas {
		for _, rings := range mp {
			for _, ring := range rings {
				n += len(ring)
			}
		}
	}
	return n
}

// Neighbours fit when each side is used at most once in each direction and the
// sides that are used in one direction only add up to the outer border: then
// the sum of the surfaces is that within the outer border.
func TestSimplifyKeepsNeighboursFitting(t *testing.T) {
	town := crookedTown(7, 6, 6, 90000, 430000, 800, 11)
	before := countPoints(town)
	for _, tolerance := range []float64{0, 2, 10, 40, 150, 1e6} {
		light := Simplify(town, tolerance)
		used := sides(light)
		outer := 0.0
		for side, n := range used {
			if n != 1 {
				t.Fatalf("tolerance %v: side %v used %d times", tolerance, side, n)
			}
			if used[[2][2]float64{side[1], side[0]}] == 0 {
				outer += (side[0][0]-90000)*(side[1][1]-430000) - (side[1][0]-90000)*(side[0][1]-430000)
			}
		}
		sum := 0.0
		var checker ringChecker
		for i, mp := range light {
			a := signedArea(mp[0][0])
			if sum += a; a <= 0 || len(mp[0][0]) < 4 {
				t.Errorf("tolerance %v: area %d collapsed to %v", tolerance, i, mp)
			}
			if kind, at := checker.findCrossing(mp[0]); kind != clean {
				t.Errorf("tolerance %v: area %d crosses itself at %v", tolerance, i, at)
			}
		}
		if math.Abs(sum-outer/2) > 1 {
			t.Errorf("tolerance %v: areas are %.0f m2, their outer border %.0f m2", tolerance, sum, outer/2)
		}
		t.Logf("tolerance %v m: %d of %d points", tolerance, countPoints(light), before)
		if tolerance == 0 && countPoints(light) != before || tolerance == 40 && countPoints(light) > before/10 {
			t.Errorf("tolerance %v: %d of %d points stay", tolerance, countPoints(light), before)
		}
	}
	if countPoints(town) != before {
		t.Error("the areas that were given changed")
	}
}

func TestSimplifyStaysWithinTolerance(t *testing.T) {
	const tolerance = 15.0
	town := crookedTown(4, 4, 6, 90000, 430000, 800, 12)
	light := Simplify(town, tolerance)
	for i := range town {
		for _, p := range town[i][0][0] {
			nearest := math.Inf(1)
			ring := light[i][0][0]
			for k := 1; k < len(ring); k++ {
				nearest = min(nearest, segmentDistance2(ring[k-1], ring[k], p))
			}
			if math.Sqrt(nearest) > tolerance+1e-9 {
				t.Fatalf("area %d: point %v lies %.2f m from the lighter border", i, p, math.Sqrt(nearest))
			}
		}
	}
}

// An enclave fills the hole around it, whichever ring is met first and wherever
// it starts.
func TestSimplifyEnclave(t *testing.T) {
	circle := func(start int, turn float64) [][2]float64 {
		var ring [][2]float64
		for i := range 61 {
			a := turn * 2 * math.Pi * float64((i+start)%60) / 60
			ring = append(ring, [2]float64{95000 + 300*math.Cos(a), 435000 + 300*math.Sin(a)})
		}
		return ring
	}
	enclave := circle(0, 1)
	gap := slices.Clone(enclave)
	slices.Reverse(gap)
	gap = append(gap[17:60], append(gap[:17:17], gap[17])...)
	land := MultiPolygon{{square(94000, 434000, 2000), gap}}
	for _, areas := range [][]MultiPolygon{{land, {{enclave}}}, {{{enclave}}, land}} {
		light := Simplify(areas, 20)
		used := sides(light)
		shared := 0
		for side := range used {
			if used[[2][2]float64{side[1], side[0]}] > 0 {
				shared++
			}
		}
		if n := countPoints(light); n >= 40 || shared != n-5-2 {
			t.Errorf("%d points stay, %d sides shared; want all sides of the enclave shared", n, shared)
		}
	}
}

func TestSimplifyOddInput(t *testing.T) {
	triangle := MultiPolygon{{{{0, 0}, {10, 0}, {0, 10}, {0, 0}}}}
	tests := map[string][]MultiPolygon{
		"nothing":          {},
		"area without":     {nil},
		"triangle":         {triangle},
		"same area twice":  {triangle, triangle},
		"lens of two arcs": {{{square(0, 0, 1)}}, {{{{1, 0}, {1, 1}, {0, 1}, {0, 2}, {2, 2}, {2, 0}, {1, 0}}}}},
	}
	for name, areas := range tests {
		light := Simplify(areas, 1000)
		if len(light) != len(areas) {
			t.Errorf("%s: %d areas become %d", name, len(areas), len(light))
		}
		for i, mp := range light {
			if Area(areas[i]) > 0 && Area(mp) == 0 {
				t.Errorf("%s: area %d is gone: %v", name, i, mp)
			}
		}
	}
	if got := Simplify([]MultiPolygon{triangle}, 1000)[0]; !reflect.DeepEqual(Bounds(got), Bounds(triangle)) {
		t.Errorf("triangle became %v", got)
	}
}

func BenchmarkSimplify92(b *testing.B) {
	town := crookedTown(23, 4, 5, 90000, 430000, 700, 2)
	for b.Loop() {
		Simplify(town, 10)
	}
}
