// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

// lighten drops the points of a line that lie within the tolerance of what
// remains (Douglas and Peucker 1973). The ends stay; of a closed line also the
// point furthest from them, and the one furthest from the line between those
// two, so that a surface remains.
func lighten(line [][2]float64, tolerance float64) [][2]float64 {
	last := len(line) - 1
	if tolerance <= 0 || last < 2 {
		return line
	}
	keep := make([]bool, len(line))
	keep[0], keep[last] = true, true
	spans := [][2]int{{0, last}}
	if line[0] == line[last] {
		top, _ := furthest(line, 0, last)
		left, leftAway := furthest(line, 0, top)
		right, rightAway := furthest(line, top, last)
		if third := right; rightAway > leftAway {
			keep[third] = true
			spans = [][2]int{{0, top}, {top, third}, {third, last}}
		} else {
			keep[left] = true
			spans = [][2]int{{0, left}, {left, top}, {top, last}}
		}
		keep[top] = true
	}
	kept := 0
	for len(spans) > 0 {
		from, to := spans[len(spans)-1][0], spans[len(spans)-1][1]
		spans = spans[:len(spans)-1]
		if at, away := furthest(line, from, to); away > tolerance*tolerance {
			keep[at] = true
			spans = append(spans, [2]int{from, at}, [2]int{at, to})
		}
	}
	for _, k := range keep {
		if k {
			kept++
		}
	}
	out := make([][2]float64, 0, kept)
	for i, k := range keep {
		if k {
			out = append(out, line[i])
		}
	}
	return out
}

// furthest gives the point strictly between from and to that lies furthest from
// the segment between these two, with its squared distance.
func furthest(line [][2]float64, from, to int) (at int, away float64) {
	at = from
	for i := from + 1; i < to; i++ {
		if d := segmentDistance2(line[from], line[to], line[i]); d > away {
			at, away = i, d
		}
	}
	return at, away
}
