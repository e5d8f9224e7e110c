// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"math"
)

// boog is a stretch of border between two nodes, as corners of the raster. Left of it lies links, right of it rechts. Each boog is drawn once, so
// that neighbours share it to the last digit.
type boog struct {
	links, rechts int
	hoeken        []int
}

// hoekRaster walks the borders of a raster along the corners of its cells. Corner k is the south-west corner of cell k.
type hoekRaster struct {
	*raster
	gezien map[[2]int]bool
}

// cellen gives the labels left and right of the step from corner k in direction d (0 east, 1 north, 2 west, 3 south).
func (r hoekRaster) cellen(k, d int) (links, rechts int) {
	ne, nw, sw, se := k, k-1, k-1-r.w, k-r.w
	switch d {
	case 0:
		return r.label[ne], r.label[se]
	case 1:
		return r.label[nw], r.label[ne]
	case 2:
		return r.label[sw], r.label[nw]
	}
	return r.label[se], r.label[sw]
}

func (r hoekRaster) step(k, d int) int { return k + [4]int{1, r.w, -1, -r.w}[d] }

// knoop tells whether borders meet in corner k: three or more stretches leave it.
func (r hoekRaster) knoop(k int) bool {
	n := 0
	for d := range 4 {
		if l, q := r.cellen(k, d); l != q {
			n++
		}
	}
	return n > 2
}

// trace gives all borders as bogen. Land beyond the border, the river and the harbours count as one: no buurt.
func (r *raster) trace() []boog {
	for i, l := range r.label {
		if l < 0 {
			r.label[i] = buiten
		}
	}
	hr := hoekRaster{r, map[[2]int]bool{}}
	var out []boog
	for _, nodesOnly := range []bool{true, false} {
		for k := r.w + 1; k < len(r.label)-r.w; k++ {
			for d := range 4 {
				l, q := hr.cellen(k, d)
				if l == q || hr.gezien[[2]int{k, d}] || nodesOnly && !hr.knoop(k) {
					continue
				}
				out = append(out, hr.walk(k, d))
			}
		}
	}
	return out
}

// walk follows one border from corner k until the next node, or around until k itself.
func (r hoekRaster) walk(k, d int) boog {
	l, q := r.cellen(k, d)
	b := boog{links: l, rechts: q, hoeken: []int{k}}
	for {
		r.gezien[[2]int{k, d}] = true
		k = r.step(k, d)
		r.gezien[[2]int{k, (d + 2) % 4}] = true
		b.hoeken = append(b.hoeken, k)
		if k == b.hoeken[0] || r.knoop(k) {
			return b
		}
		for _, turn := range [3]int{3, 0, 1} {
			if a, c := r.cellen(k, (d+turn)%4); a != c {
				d = (d + turn) % 4
				break
			}
		}
	}
}

// lijn gives the boog in RD metres: the steps of the raster are smoothed out and points that add little are left away. The ends stay put.
func (b boog) lijn(r *raster) []punt {
	ps := make([]punt, len(b.hoeken))
	for i, k := range b.hoeken {
		ps[i] = punt{r.x0 + float64(k%r.w)*cel, r.y0 + float64(k/r.w)*cel}
	}
	for range 2 {
		next := append([]punt(nil), ps...)
		for i := 1; i+1 < len(ps); i++ {
			for m := range 2 {
				next[i][m] = (ps[i-1][m] + 2*ps[i][m] + ps[i+1][m]) / 4
			}
		}
		ps = next
	}
	ps = thin(ps, 11)
	for i := range ps {
		for m := range 2 {
			ps[i][m] = math.Round(ps[i][m] + oorsprong[m])
		}
	}
	return ps
}

// thin is the line simplification of Douglas and Peucker. A closed line is first cut at the point farthest from its start.
func thin(ps []punt, eps float64) []punt {
	if len(ps) < 3 {
		return ps
	}
	a, b := ps[0], ps[len(ps)-1]
	at, far := 0, -1.0
	for i := 1; i+1 < len(ps); i++ {
		d := dist(a, ps[i])
		if a != b {
			d, _ = nearest([]punt{a, b}, ps[i], math.Inf(1))
		}
		if d > far {
			at, far = i, d
		}
	}
	if a != b && far <= eps {
		return []punt{a, b}
	}
	return append(thin(ps[:at+1:at+1], eps), thin(ps[at:], eps)[1:]...)
}

// vlakken puts the bogen together to the area of each of n buurten, in RD metres.
func (r *raster) vlakken(n int) []vlak {
	zijden := make([][]zijde, n)
	add := func(label int, a, b punt) {
		if label >= 0 {
			zijden[label] = append(zijden[label], zijde{a, b})
		}
	}
	for _, b := range r.trace() {
		l := b.lijn(r)
		for i := 1; i < len(l); i++ {
			add(b.links, l[i-1], l[i])
			add(b.rechts, l[i], l[i-1])
		}
	}
	out := make([]vlak, n)
	for i, z := range zijden {
		out[i] = assemble(z)
	}
	return out
}
