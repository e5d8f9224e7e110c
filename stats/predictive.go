// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "math"

// Predictive is the law of the next count with everything that a fit leaves open integrated out: the mean, whose estimate
// rests on a handful of months, and the overdispersion. The plug-in laws of Flexible take both as known; on five years of
// months that makes a p-value of 1 in 10,000 ten times too small, and in a family of hundreds of series those are the ones
// that count.
type Predictive struct {
	Mean  float64 // expected count
	poisV float64 // squared standard error of log(Mean) for Poisson counts
	overV float64 // what each unit of overdispersion adds to it
	post  mixture // of the overdispersion
	valid bool
}

// tailMargin multiplies the tail under overdispersion a, from 1 for Poisson to 2. A trend that is taken up or left out by its
// significance and a season in blocks leave that tail up to 1.4 times too light (docs/detection.md); for counts close to
// Poisson, that they are whole leaves room enough.
func tailMargin(a float64) float64 { return 1 + min(1, 10*a) }

// negligible is the share of a probability that may be left out.
const negligible = 1e-5

// P is the probability of a count of at least count, at most 1 and rather too high than too low; NaN for the zero value.
func (p Predictive) P(count float64) float64 { return p.atLeast(count, tailMargin) }

func (p Predictive) atLeast(count float64, margin func(a float64) float64) float64 {
	if !p.valid {
		return math.NaN()
	}
	if count <= 0 {
		return 1
	}
	sum := p.post[0] * p.tail(count, 0)
	for j := 1; j < len(overdispersion); j++ {
		a := overdispersion[j]
		if weight := margin(a) * p.post[j]; weight > negligible*sum {
			sum += weight * p.tail(count, a)
		}
	}
	return min(1, sum)
}

// tail is P(Y >= count) when the overdispersion is a. The mean m then has, as a posterior, the law for which
// m/(m+1/a) is beta: the conjugate one, gamma for Poisson and inverse gamma when overdispersion rules, with its spread set to
// that of the fit. The integral over log(m) is a trapezium sum, which for a smooth bell converges at once.
func (p Predictive) tail(count, a float64) float64 {
	if a == 0 {
		return upperTail(count, p.Mean, 1+p.Mean*p.poisV)
	}
	size, variance := 1/a, p.poisV+a*p.overV
	k := (1 + p.Mean*a) / variance
	n := k + k/p.Mean*size
	sd := math.Sqrt(variance)
	var sum, weights float64
	for step := -6; step <= 8; step++ {
		u := float64(step) * sd
		m := p.Mean * math.Exp(u)
		w := math.Exp(k*u - n*math.Log((size+m)/(size+p.Mean)))
		weights += w
		if w > 1e-12 {
			sum += w * upperTail(count, m, 1+m*a)
		}
	}
	return sum / weights
}

// Interval holds the count with at least the given coverage when nothing is the matter: at most half of what is left lies
// under low, and at most half above high. NaN for the zero value.
func (p Predictive) Interval(coverage float64) (low, high float64) {
	beyond := (1 - coverage) / 2
	above, ok := SmallestAlarm(p.P, beyond)
	if !ok {
		return math.NaN(), math.NaN()
	}
	low, _ = smallestCount(func(k float64) float64 { return p.atLeast(k+1, noMargin) }, 1-beyond, 0, countLimit)
	return low, above - 1
}

func noMargin(float64) float64 { return 1 }

// SmallestAlarm is the smallest count with P of at most bar, for the P of a Reference or a Predictive: the count that would
// have rung. The second result is false when no count does or P is undefined.
func SmallestAlarm(tail func(count float64) float64, bar float64) (float64, bool) {
	if math.IsNaN(tail(1)) || !(bar > 0) {
		return math.NaN(), false
	}
	return smallestCount(tail, bar, 0, countLimit)
}
