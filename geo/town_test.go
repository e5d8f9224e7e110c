// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"math/rand/v2"
)

// crookedTown makes cols x rows areas that share crooked borders, each border
// cut into 2^depth pieces, of about size metres, the first at (x, y). Borders of
// neighbours have the same points.
func crookedTown(cols, rows, depth int, x, y, size float64, seed uint64) []MultiPolygon {
	rng := rand.New(rand.NewPCG(seed, seed))
	jitter := func(v, by float64) float64 { return v + (rng.Float64()-0.5)*by }
	corner := make([][][2]float64, rows+1)
	for r := range corner {
		for c := range cols + 1 {
			corner[r] = append(corner[r], [2]float64{
				jitter(x+float64(c)*size, size/4), jitter(y+float64(r)*size, size/4)})
		}
	}
	// Midpoints move across the side by at most a tenth of its length: too
	// little for two sides of an area to meet.
	var crook func(a, b [2]float64, depth int) [][2]float64
	crook = func(a, b [2]float64, depth int) [][2]float64 {
		if depth == 0 {
			return [][2]float64{a}
		}
		off := (rng.Float64() - 0.5) * 0.2
		m := [2]float64{(a[0]+b[0])/2 - off*(b[1]-a[1]), (a[1]+b[1])/2 + off*(b[0]-a[0])}
		return append(crook(a, m, depth-1), crook(m, b, depth-1)...)
	}
	across := make([][][][2]float64, rows+1) // to the east from each corner
	upward := make([][][][2]float64, rows+1) // to the north from each corner
	for r := range rows + 1 {
		across[r] = make([][][2]float64, cols+1)
		upward[r] = make([][][2]float64, cols+1)
		for c := range cols + 1 {
			if c < cols {
				across[r][c] = append(crook(corner[r][c], corner[r][c+1], depth), corner[r][c+1])
			}
			if r < rows {
				upward[r][c] = append(crook(corner[r][c], corner[r+1][c], depth), corner[r+1][c])
			}
		}
	}
	var areas []MultiPolygon
	for r := range rows {
		for c := range cols {
			ring := append([][2]float64(nil), across[r][c]...)
			ring = append(ring, upward[r][c+1][1:]...)
			for i := len(across[r+1][c]) - 2; i >= 0; i-- {
				ring = append(ring, across[r+1][c][i])
			}
			for i := len(upward[r][c]) - 2; i >= 0; i-- {
				ring = append(ring, upward[r][c][i])
			}
			areas = append(areas, MultiPolygon{{ring}})
		}
	}
	return areas
}

// square is a square of the given side, as an outer ring.
func square(x, y, side float64) [][2]float64 {
	return [][2]float64{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}
}

// hole is a square the other way round.
func hole(x, y, side float64) [][2]float64 {
	return [][2]float64{{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}, {x, y}}
}
