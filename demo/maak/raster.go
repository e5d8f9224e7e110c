// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import "math"

// cel is the side of a raster cell in metres.
const cel = 20.0

// Labels of cells that belong to no buurt. Buurten have their index, from 0.
const (
	buiten = -1 - iota // beyond the municipal border
	water              // the river
	muur               // a line that no buurt crosses, given to a neighbour at the end
	leeg               // not given out yet
)

// raster is the town as square cells, row by row from the south-west corner.
type raster struct {
	w, h   int
	x0, y0 float64
	label  []int
}

func (r *raster) midden(i int) punt {
	return punt{r.x0 + (float64(i%r.w)+0.5)*cel, r.y0 + (float64(i/r.w)+0.5)*cel}
}

func (r *raster) at(p punt) int {
	return int((p[1]-r.y0)/cel)*r.w + int((p[0]-r.x0)/cel)
}

// naast gives the four neighbours of cell i. The outermost cells of the raster are always buiten, so i is never on the edge.
func (r *raster) naast(i int) [4]int { return [4]int{i + 1, i + r.w, i - 1, i - r.w} }

// newRaster lays out the municipality: outside, river, lines and the empty land between them.
func newRaster() *raster {
	grens := crooked(omtrek, 45, 500, "omtrek")
	laag, hoog := bounds(grens)
	r := &raster{x0: laag[0] - 2*cel, y0: laag[1] - 2*cel}
	r.w, r.h = int((hoog[0]-r.x0)/cel)+3, int((hoog[1]-r.y0)/cel)+3
	r.label = make([]int, r.w*r.h)
	for i := range r.label {
		p := r.midden(i)
		switch {
		case !inside(grens, p):
			r.label[i] = buiten
		case inRivier(p):
			r.label[i] = water
		default:
			r.label[i] = leeg
		}
	}
	for _, lijn := range lijnen {
		r.draw(crooked(curve(lijn.punten), lijn.ruis, 350, lijn.naam))
	}
	return r
}

// draw makes the cells under the line a wall, without gaps that a four-neighbour fill could pass.
func (r *raster) draw(lijn []punt) {
	for i := 1; i < len(lijn); i++ {
		a, b := lijn[i-1], lijn[i]
		n := int(dist(a, b)/(cel/8)) + 1
		for k := 0; k <= n; k++ {
			c := r.at(lerp(a, b, float64(k)/float64(n)))
			for _, d := range [3]int{0, 1, r.w} {
				if c+d >= 0 && c+d < len(r.label) && r.label[c+d] == leeg {
					r.label[c+d] = muur
				}
			}
		}
	}
}

// components numbers the pieces of empty land between the walls.
func (r *raster) components() []int {
	comp := make([]int, len(r.label))
	n := 0
	for s, l := range r.label {
		if l != leeg || comp[s] != 0 {
			continue
		}
		n++
		comp[s] = n
		for stack := []int{s}; len(stack) > 0; {
			i := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, j := range r.naast(i) {
				if r.label[j] == leeg && comp[j] == 0 {
					comp[j] = n
					stack = append(stack, j)
				}
			}
		}
	}
	return comp
}

// kiem is a seed with the buurt that grows from it.
type kiem struct {
	zaad
	buurt int
}

// divide gives each cell to the buurt whose seed is nearest, on uneven ground, so that borders bend. A seed with a radius is the circle of a
// village: within it, it comes before the seeds without, and beyond it, it has nothing. A seed reaches only the piece of land that it lies in.
func (r *raster) divide(buurten []buurt) {
	comp := r.components()
	per := map[int][]kiem{}
	for b, bu := range buurten {
		for _, z := range bu.zaden {
			c := comp[r.at(punt{z.x, z.y})]
			per[c] = append(per[c], kiem{z, b})
		}
	}
	for i, l := range r.label {
		if l == leeg {
			r.label[i] = winner(per[comp[i]], warp(r.midden(i)))
		}
	}
}

// winner is the buurt that gets a cell at p; leeg when there is no seed.
func winner(kiemen []kiem, p punt) int {
	best, label := math.Inf(1), leeg
	for _, k := range kiemen {
		d := block(p, punt{k.x, k.y})
		switch {
		case k.straal > 0 && d > k.straal:
			continue
		case k.straal > 0:
			d -= 1e6
		}
		if d < best {
			best, label = d, k.buurt
		}
	}
	return label
}

// block is a distance between straight-line and street-grid distance: borders become stretches of street rather than smooth bows.
func block(a, b punt) float64 {
	const scheef = 0.32 // radians that the streets of the town are turned from north
	dx, dy := a[0]-b[0], a[1]-b[1]
	u, v := dx*math.Cos(scheef)+dy*math.Sin(scheef), dy*math.Cos(scheef)-dx*math.Sin(scheef)
	return math.Pow(math.Pow(math.Abs(u), 1.5)+math.Pow(math.Abs(v), 1.5), 1/1.5)
}

// settle gives walls and loose scraps to the buurt beside them and rounds off single cells, until each buurt is one piece without pinches.
func (r *raster) settle(n int) {
	r.grow()
	for range 3 {
		r.round()
	}
	for r.dropScraps(n) || r.unpinch() {
		r.grow()
	}
}

// grow fills walls and empty cells from the buurten around them, one ring of cells at a time.
func (r *raster) grow() {
	for {
		next := append([]int(nil), r.label...)
		changed := false
		for i, l := range r.label {
			if l != muur && l != leeg {
				continue
			}
			if best := r.commonest(i); best >= 0 {
				next[i], changed = best, true
			}
		}
		r.label = next
		if !changed {
			return
		}
	}
}

// commonest is the buurt with most of the four neighbours of i, the lowest index on a tie; -1 without any.
func (r *raster) commonest(i int) int {
	best, most := -1, 0
	for _, j := range r.naast(i) {
		l := r.label[j]
		if l < 0 {
			continue
		}
		n := 0
		for _, k := range r.naast(i) {
			if r.label[k] == l {
				n++
			}
		}
		if n > most || n == most && l < best {
			best, most = l, n
		}
	}
	return best
}

// round gives a cell with three neighbours of one other buurt to that buurt.
func (r *raster) round() {
	next := append([]int(nil), r.label...)
	for i, l := range r.label {
		if l < 0 {
			continue
		}
		same := 0
		for _, j := range r.naast(i) {
			if r.label[j] == l {
				same++
			}
		}
		if b := r.commonest(i); same <= 1 && b != l && b >= 0 {
			next[i] = b
		}
	}
	r.label = next
}

// dropScraps empties all but the largest piece of each buurt and tells whether it found any.
func (r *raster) dropScraps(n int) bool {
	seen := make([]bool, len(r.label))
	largest := make([][]int, n)
	var scraps [][]int
	for s, l := range r.label {
		if l < 0 || seen[s] {
			continue
		}
		seen[s] = true
		piece := []int{s}
		for k := 0; k < len(piece); k++ {
			for _, j := range r.naast(piece[k]) {
				if r.label[j] == l && !seen[j] {
					seen[j] = true
					piece = append(piece, j)
				}
			}
		}
		if len(piece) > len(largest[l]) {
			piece, largest[l] = largest[l], piece
		}
		if piece != nil {
			scraps = append(scraps, piece)
		}
	}
	for _, piece := range scraps {
		for _, i := range piece {
			r.label[i] = leeg
		}
	}
	return len(scraps) > 0
}

// unpinch mends places where two cells of one label meet only in a corner, which would give a border that touches itself.
func (r *raster) unpinch() bool {
	found := false
	for i := range r.label[:len(r.label)-r.w-1] {
		a, b, c, d := r.label[i], r.label[i+1], r.label[i+r.w], r.label[i+r.w+1]
		switch {
		case a == d && a != b && a != c:
			r.label[i+1], found = a, true
		case b == c && b != a && b != d:
			r.label[i], found = b, true
		}
	}
	return found
}
