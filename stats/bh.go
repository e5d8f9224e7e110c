// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"slices"
	"sort"
)

// BenjaminiHochberg keeps the expected share of false ones among the rejected at or under q (Benjamini & Hochberg 1995) over one
// family of p-values: what is judged together is one family. It holds for independent and for positively dependent tests.
//
// A NaN is not judged: it is never rejected and does not count. tested is the size of the family without those. threshold is
// the p-value up to which is rejected, q*k/tested for the largest k that holds; without a rejection it is q/tested, the bar
// that a lone signal would have had to pass, and NaN when nothing was tested.
func BenjaminiHochberg(p []float64, q float64) (reject []bool, threshold float64, tested int) {
	reject = make([]bool, len(p))
	sorted := make([]float64, 0, len(p))
	for _, v := range p {
		if !math.IsNaN(v) {
			sorted = append(sorted, v)
		}
	}
	tested = len(sorted)
	if tested == 0 {
		return reject, math.NaN(), 0
	}
	slices.Sort(sorted)
	bar := func(k int) float64 { return q * float64(k) / float64(tested) }
	k := tested
	for k > 0 && sorted[k-1] > bar(k) {
		k--
	}
	if k == 0 {
		return reject, bar(1), tested
	}
	for i, v := range p {
		reject[i] = v <= bar(k)
	}
	return reject, bar(k), tested
}

// AlarmBars is, for each p-value of a family, the bar under or at which BenjaminiHochberg would have rejected it while all
// others stay what they are. A NaN has no bar. Together with SmallestAlarm it tells which count would have rung.
func AlarmBars(p []float64, q float64) []float64 {
	reject, threshold, tested := BenjaminiHochberg(p, q)
	sorted := make([]float64, 0, tested)
	for _, v := range p {
		if !math.IsNaN(v) {
			sorted = append(sorted, v)
		}
	}
	slices.Sort(sorted)
	bar := func(k int) float64 { return q * float64(k) / float64(tested) }
	// One more small p-value makes k rejections when k-1 others are under the k-th bar. Of the k where that is so, a value
	// under the bar itself is one of the k-1.
	var candidates []float64
	for k := tested; k > 0; k-- {
		under := sort.SearchFloat64s(sorted, math.Nextafter(bar(k), 2))
		if under >= k {
			break
		}
		if under == k-1 {
			candidates = append(candidates, bar(k))
		}
	}
	bars := make([]float64, len(p))
	for i, v := range p {
		switch {
		case math.IsNaN(v):
			bars[i] = math.NaN()
		case reject[i]:
			bars[i] = threshold
		default:
			for _, c := range candidates {
				if v > c {
					bars[i] = c
					break
				}
			}
		}
	}
	return bars
}
