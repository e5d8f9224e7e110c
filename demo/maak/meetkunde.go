// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"hash/fnv"
	"math"
)

// punt is a place in metres east and north of the market square.
type punt [2]float64

func dist(a, b punt) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }

func lerp(a, b punt, t float64) punt { return punt{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])} }

// bounds gives the south-west and north-east corner around the points.
func bounds(ps []punt) (laag, hoog punt) {
	laag, hoog = ps[0], ps[0]
	for _, p := range ps {
		for k := range p {
			laag[k], hoog[k] = min(laag[k], p[k]), max(hoog[k], p[k])
		}
	}
	return laag, hoog
}

// inside tells whether p lies in the ring, by counting the sides east of it.
func inside(ring []punt, p punt) bool {
	in := false
	for i := range ring {
		a, b := ring[i], ring[(i+1)%len(ring)]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			in = !in
		}
	}
	return in
}

// nearest gives the distance from p to the line and how far along the line, in points, that place is; ver when the line is farther away than that.
func nearest(lijn []punt, p punt, ver float64) (d, langs float64) {
	d = ver
	for i := 1; i < len(lijn); i++ {
		a, b := lijn[i-1], lijn[i]
		if max(a[0], b[0]) < p[0]-d || min(a[0], b[0]) > p[0]+d || max(a[1], b[1]) < p[1]-d || min(a[1], b[1]) > p[1]+d {
			continue
		}
		l := dist(a, b)
		t := ((p[0]-a[0])*(b[0]-a[0]) + (p[1]-a[1])*(b[1]-a[1])) / (l * l)
		t = max(0, min(1, t))
		if q := dist(p, lerp(a, b, t)); q < d {
			d, langs = q, float64(i-1)+t
		}
	}
	return d, langs
}

// curve draws a smooth line through the points (Catmull-Rom), a point about every 40 m.
func curve(ps []punt) []punt {
	var out []punt
	for i := 1; i < len(ps); i++ {
		a, b, c, d := ps[max(i-2, 0)], ps[i-1], ps[i], ps[min(i+1, len(ps)-1)]
		n := int(dist(b, c)/40) + 1
		for k := range n {
			t := float64(k) / float64(n)
			var p punt
			for m := range p {
				p[m] = 0.5 * (2*b[m] + (c[m]-a[m])*t + (2*a[m]-5*b[m]+4*c[m]-d[m])*t*t + (3*b[m]-a[m]-3*c[m]+d[m])*t*t*t)
			}
			out = append(out, p)
		}
	}
	return append(out, ps[len(ps)-1])
}

// crooked moves the points of a line by an uneven ground of the given size and wavelength in metres, after adding points to long sides. A ring
// stays closed, because the ground depends on the place only.
func crooked(lijn []punt, size, golf float64, naam string) []punt {
	g := newGrond(naam)
	var out []punt
	for i := 1; i < len(lijn); i++ {
		n := int(dist(lijn[i-1], lijn[i])/120) + 1
		for k := range n {
			out = append(out, shift(lerp(lijn[i-1], lijn[i], float64(k)/float64(n)), size, golf, g))
		}
	}
	return append(out, shift(lijn[len(lijn)-1], size, golf, g))
}

var bocht, knik, oever = newGrond("bocht"), newGrond("knik"), newGrond("oever")

// warp is the uneven ground under the borders between buurten: large bends and small kinks, larger in the open country.
func warp(p punt) punt {
	far := max(0, min(1, (dist(p, punt{})-2200)/1500))
	p = shift(p, 75+100*far, 420+700*far, bocht)
	return shift(p, 30, 130, knik)
}

// grond is an uneven surface in two directions; grounds with different seeds have nothing in common.
type grond struct{ x, y uint64 }

func newGrond(naam string) grond {
	h := fnv.New64a()
	h.Write([]byte(naam))
	return grond{h.Sum64(), h.Sum64() ^ 0xA5A5A5A5A5A5A5A5}
}

// shift moves p by the ground, at most size metres each way, over bends of golf metres.
func shift(p punt, size, golf float64, g grond) punt {
	return punt{p[0] + size*noise(p, golf, g.x), p[1] + size*noise(p, golf, g.y)}
}

// noise is a smooth surface between -1 and 1 that belongs to the seed: fixed values on a lattice, blended between.
func noise(p punt, golf float64, zaad uint64) float64 {
	x, y := p[0]/golf, p[1]/golf
	ix, iy := math.Floor(x), math.Floor(y)
	fx, fy := smooth(x-ix), smooth(y-iy)
	at := func(dx, dy float64) float64 { return lattice(zaad, int64(ix+dx), int64(iy+dy)) }
	return (at(0, 0)*(1-fx)+at(1, 0)*fx)*(1-fy) + (at(0, 1)*(1-fx)+at(1, 1)*fx)*fy
}

func smooth(t float64) float64 { return t * t * (3 - 2*t) }

// lattice mixes seed and place to a value between -1 and 1 (the finaliser of SplitMix64).
func lattice(zaad uint64, x, y int64) float64 {
	z := zaad + uint64(x)*0x9E3779B97F4A7C15 + uint64(y)*0xD1B54A32D192ED03
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	z ^= z >> 31
	return float64(z>>11)/(1<<52) - 1
}
