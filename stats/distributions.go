// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Tails of the Poisson and the negative binomial law, written so that they stay exact in relative terms far into the tail
// and when the overdispersion is all but absent: there the size parameter runs to infinity and differences of log-gamma
// functions lose every digit. The mass at one point follows Loader (2000), "Fast and accurate computation of binomial
// probabilities"; the tail is the sum of the masses on the side that is away from the mean.

const (
	logTwoPi = 1.8378770664093454835606594728112
	// machineEpsilon bounds fitted means from below, as the log link of the reference implementation does.
	machineEpsilon = 2.220446049250313e-16
	// Above this dispersion or variance a sum over the tail takes too many terms and the incomplete gamma and beta take over.
	longTail, wideTail = 200, 1e8
	// smallestTerm ends a sum before its terms are too small to shrink any further.
	smallestTerm = 1e-300
	// Up to shortHead terms from zero are cheapest; a tail under shallowTail would lose digits that way.
	shortHead, shallowTail = 40, 1e-6
)

// stirlingError is log(n!) minus Stirling's approximation of it, for real n >= 0.
func stirlingError(n float64) float64 {
	if n <= 0 {
		return 0
	}
	if n < 16 {
		lg, _ := math.Lgamma(n + 1)
		return lg - (n+0.5)*math.Log(n) + n - logTwoPi/2
	}
	nn := n * n
	return (1.0/12 - (1.0/360-(1.0/1260-(1.0/1680-1.0/1188/nn)/nn)/nn)/nn) / n
}

// devianceTerm is x*log(x/m) + m - x, without the cancellation that this formula has when x is near m.
func devianceTerm(x, m float64) float64 {
	if math.Abs(x-m) >= 0.1*(x+m) {
		return x*math.Log(x/m) + m - x
	}
	v := (x - m) / (x + m)
	sum, term := (x-m)*v, 2*x*v
	for j := 1.0; j < 1000; j++ {
		term *= v * v
		next := sum + term/(2*j+1)
		if next == sum {
			break
		}
		sum = next
	}
	return sum
}

// mass is P(Y = k) for a count with the given mean and variance phi*mean: Poisson when phi is 1, negative binomial above.
func mass(k, mean, phi float64) float64 {
	if mean <= 0 {
		if k == 0 {
			return 1
		}
		return 0
	}
	if phi <= 1 {
		if k == 0 {
			return math.Exp(-mean)
		}
		return math.Exp(-stirlingError(k)-devianceTerm(k, mean)) / math.Sqrt(2*math.Pi*k)
	}
	size := mean / (phi - 1)
	if k == 0 {
		return math.Exp(-size * math.Log1p(phi-1))
	}
	n, q := k+size, (phi-1)/phi
	log := stirlingError(n) - stirlingError(size) - stirlingError(k) - devianceTerm(size, n/phi) - devianceTerm(k, n*q)
	log -= 0.5 * (logTwoPi + math.Log(size/n*k))
	return size / n * math.Exp(log)
}

// upperTail is P(Y >= k) for a whole k and a count with the given mean and variance phi*mean.
func upperTail(k, mean, phi float64) float64 {
	if k <= 0 {
		return 1
	}
	if mean <= 0 {
		return 0
	}
	if k <= shortHead {
		if tail := 1 - head(k, mean, phi); tail > shallowTail {
			return tail
		}
	}
	size, q := mean/(phi-1), (phi-1)/phi
	switch {
	case phi > longTail, phi > 1 && mean*phi > wideTail:
		return mathext.RegIncBeta(k, size, q)
	case mean > wideTail:
		return mathext.GammaIncReg(k, mean)
	case k <= mean:
		return 1 - descend(k-1, mean, phi)
	default:
		return ascend(k, mean, phi)
	}
}

// head is P(Y < k), summed up from 0.
func head(k, mean, phi float64) float64 {
	term, sum := math.Exp(-mean), 0.0
	if phi <= 1 {
		for j := 0.0; j < k; {
			sum += term
			j++
			term *= mean / j
		}
		return sum
	}
	size, q := mean/(phi-1), (phi-1)/phi
	term = math.Exp(-size * math.Log1p(phi-1))
	for j := 0.0; j < k; {
		sum += term
		term *= (size + j) * q / (j + 1)
		j++
	}
	return sum
}

// ascend is P(Y >= k) for k above the mean, summed away from it.
func ascend(k, mean, phi float64) float64 {
	size, q := mean/(phi-1), (phi-1)/phi
	term := mass(k, mean, phi)
	sum := term
	for j := k; term > 1e-17*sum && term > smallestTerm; j++ {
		if phi > 1 {
			term *= (size + j) * q / (j + 1)
		} else {
			term *= mean / (j + 1)
		}
		sum += term
	}
	return min(sum, 1)
}

// descend is P(Y <= k) for k below the mean, summed away from it.
func descend(k, mean, phi float64) float64 {
	size, q := mean/(phi-1), (phi-1)/phi
	term := mass(k, mean, phi)
	sum := term
	for j := k; j > 0 && term > 1e-17*sum; j-- {
		if phi > 1 {
			term *= j / ((size + j - 1) * q)
		} else {
			term *= j / mean
		}
		sum += term
	}
	return min(sum, 1)
}

// smallestCount is the smallest whole k >= 0 with tail(k) <= p, for a tail that does not rise; guess is where to begin.
// The second result is false when even limit does not reach p.
func smallestCount(tail func(k float64) float64, p, guess, limit float64) (float64, bool) {
	low, high := -1.0, math.Min(math.Max(0, math.Floor(guess)), limit) // tail(low) > p >= tail(high)
	for width := 1.0; tail(high) > p; width *= 2 {
		if high >= limit {
			return 0, false
		}
		low, high = high, math.Min(high+width, limit)
	}
	for width := 1.0; low < 0 && high > 0; width *= 2 {
		k := math.Max(0, high-width)
		if tail(k) > p {
			low = k
			break
		}
		high = k
	}
	for high-low > 1 {
		if k := math.Floor((low + high) / 2); tail(k) > p {
			low = k
		} else {
			high = k
		}
	}
	return high, true
}

// countLimit is the largest count that bounds and smallest alarms are sought up to.
const countLimit = 1e12

// upperQuantile is the smallest k with P(Y <= k) >= 1-alpha. The sliver added to alpha keeps a k whose probability is 1-alpha
// on paper from being passed over by rounding, as the quantile functions of the reference implementation do.
func upperQuantile(alpha, mean, phi float64) float64 {
	guess := mean + normalQuantile(alpha)*math.Sqrt(mean*phi)
	if guess > countLimit {
		return math.Floor(guess)
	}
	k, ok := smallestCount(func(k float64) float64 { return upperTail(k+1, mean, phi) }, alpha+64*machineEpsilon, guess, countLimit)
	if !ok {
		return math.NaN()
	}
	return k
}

// normalTail is P(Z > z) and normalQuantile the z with P(Z > z) = alpha, for a standard normal Z.
func normalTail(z float64) float64         { return 0.5 * math.Erfc(z/math.Sqrt2) }
func normalQuantile(alpha float64) float64 { return math.Sqrt2 * math.Erfcinv(2*alpha) }

// studentTwoSided is P(|T| > |t|) for a Student T with df degrees of freedom.
func studentTwoSided(t, df float64) float64 {
	if math.IsNaN(t) || df <= 0 {
		return math.NaN()
	}
	if math.IsInf(t, 0) {
		return 0
	}
	return mathext.RegIncBeta(df/2, 0.5, df/(df+t*t))
}
