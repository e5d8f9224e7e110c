// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "math"

// BayesOptions are the settings of the Bayes system of Höhle & Riebler (2005), by the names of R surveillance::bayes.
//
// A count is judged by the predictive law of a Poisson count under Jeffreys' prior: negative binomial, with the reference counts summed. It knows no season beyond
// its windows, no trend and no overdispersion.
type BayesOptions struct {
	Freq  int  // time points in a year
	B     int  // years back
	W     int  // half window around the same time of year, in time points
	ActY  bool // take the w time points just before the judged one as well
	Alpha float64
}

// DefaultBayes has the settings that the reference values were made with.
func DefaultBayes() BayesOptions {
	return BayesOptions{Freq: 52, B: 3, W: 3, ActY: true, Alpha: 0.05}
}

// Check tells what is wrong with the settings.
func (o BayesOptions) Check() error {
	var p problems
	p.reference(o.Freq, o.B, o.W)
	p.require(o.B >= 1 || o.ActY && o.W >= 1, "b %d, w %d, actY %v: leave no reference period", o.B, o.W, o.ActY)
	p.alpha(o.Alpha)
	return p.err()
}

// First is the first time point with a full reference period before it.
func (o BayesOptions) First() int { return o.Freq*o.B + o.W + 1 }

func (o BayesOptions) judge(_ *workspace, counts []float64, t int) Verdict {
	v := undefined(t, counts[t-1])
	if t < o.First() {
		return v
	}
	var sum, n float64
	take := func(from, to int) { // time points from..to
		for _, y := range counts[from-1 : to] {
			if !math.IsNaN(y) {
				sum += y
				n++
			}
		}
	}
	if o.ActY {
		take(t-o.W, t-1)
	}
	for year := 1; year <= o.B; year++ {
		take(t-year*o.Freq-o.W, t-year*o.Freq+o.W)
	}
	if n == 0 {
		return v
	}
	phi := 1 + 1/n
	v.Expected = (sum + 0.5) / n
	v.Upper = upperQuantile(o.Alpha, v.Expected, phi)
	v.P = upperTail(v.Observed, v.Expected, phi)
	v.Score = (v.Observed - v.Expected) / (v.Upper - v.Expected)
	v.Judged, v.Alarm = true, v.Observed > v.Upper
	return v
}
