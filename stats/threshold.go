// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"strings"
)

// Threshold names how a fitted reference becomes an upper bound.
type Threshold string

const (
	// Delta is the bound of Farrington et al. (1996): normal on the scale of a power of the count, with the uncertainty of the
	// fitted mean by the delta method.
	Delta Threshold = "delta"
	// NBPlugin is the quantile of a negative binomial (Poisson without overdispersion) at the fitted mean, as if that were
	// known (Noufaily et al. 2013).
	NBPlugin Threshold = "nbPlugin"
	// Muan is the same at the upper 1-alpha limit of the fitted mean (Salmon, Schumacher & Höhle 2016).
	Muan Threshold = "muan"
)

// Reference is what a fit says of one time point, without the count that was seen there.
type Reference struct {
	Mean float64 // expected count
	Phi  float64 // variance over mean, 1 or more
	SE   float64 // standard error of log(Mean)

	threshold Threshold
	alpha     float64
	power     float64
	eta       float64 // log(Mean), kept apart because Mean may underflow
}

// P is the probability of a count of at least count under the reference.
func (r Reference) P(count float64) float64 {
	switch r.threshold {
	case Delta:
		return normalTail((math.Pow(count, r.power) - math.Pow(r.Mean, r.power)) / r.spread())
	default:
		if mean := r.mean(); !math.IsInf(mean, 0) {
			return upperTail(count, mean, r.Phi)
		}
		return math.NaN()
	}
}

// Upper is the largest count that does not ring; not a whole number for Delta, and NaN when undefined.
func (r Reference) Upper() float64 {
	switch r.threshold {
	case Delta:
		return r.deltaUpper()
	default:
		if mean := r.mean(); !math.IsInf(mean, 0) {
			return upperQuantile(r.alpha, mean, r.Phi)
		}
		return math.NaN()
	}
}

// deltaUpper is the bound on the power scale, transformed back, with a normal tail of alpha above it.
func (r Reference) deltaUpper() float64 {
	centre, reach := math.Pow(r.Mean, r.power), normalQuantile(r.alpha)*r.spread()
	upper, lower := math.Pow(centre+reach, 1/r.power), math.Pow(centre-reach, 1/r.power)
	if lower > upper { // an even power makes a deep negative lower bound the larger one
		return lower
	}
	return upper
}

// mean is the mean that the count bound is taken at.
func (r Reference) mean() float64 {
	if r.threshold == Muan {
		return math.Exp(r.eta + normalQuantile(r.alpha)*r.SE)
	}
	return math.Exp(r.eta)
}

// spread is the standard deviation of count^power - Mean^power by the delta method.
func (r Reference) spread() float64 {
	tau := r.Phi + r.SE*r.SE*r.Mean
	return math.Sqrt(r.power * r.power * math.Pow(r.Mean, 2*r.power-1) * tau)
}

// score is the exceedance score. For the count bounds the reference implementation takes the linear predictor, not the mean, as
// its centre; that shifts scores but not the point where they pass 1.
func (r Reference) score(observed, upper float64) float64 {
	centre := r.eta
	if r.threshold == Delta {
		centre = r.Mean
	}
	return (observed - centre) / (upper - centre)
}

// ParseThreshold reads the name of a threshold, in any case.
func ParseThreshold(s string) (Threshold, bool) {
	for _, t := range []Threshold{Delta, NBPlugin, Muan} {
		if strings.EqualFold(s, string(t)) {
			return t, true
		}
	}
	return "", false
}
