// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "math"

// overdispersion is the grid of values that 1/size of the negative binomial may have (variance = mean + mean*mean/size); the
// first one is Poisson. Steps of about half are finer than five years of months can tell apart.
var overdispersion = [...]float64{0, 0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.6, 0.9, 1.3, 2, 3.5}

// mixture has a weight for each value of overdispersion; they sum to 1.
type mixture [len(overdispersion)]float64

// evenMixture is what is believed before any series is seen: one tenth Poisson, the rest even over the grid.
func evenMixture() (m mixture) {
	for j := range m {
		m[j] = 0.9 / float64(len(m)-1)
	}
	m[0] = 0.1
	return m
}

// posterior is the mixture given the log-likelihoods of one series.
func (m mixture) posterior(logLikelihood *mixture) (post mixture) {
	largest, sum := math.Inf(-1), 0.0
	for _, l := range logLikelihood {
		largest = max(largest, l)
	}
	for j, l := range logLikelihood {
		post[j] = m[j] * math.Exp(l-largest)
		sum += post[j]
	}
	for j := range post {
		post[j] /= sum
	}
	return post
}

const (
	mixtureSteps = 30 // of expectation-maximisation; the mixture needs no more digits than one
	// evenSeries is the weight, in series, of the even mixture: a small family learns little from itself.
	evenSeries = 20
)

// learnMixture finds the mixture of a family by expectation-maximisation: empirical Bayes after Robbins (1956), as is done for
// counts of many genes at once (Robinson & Smyth 2007). One series of 60 months cannot tell Poisson from mild
// overdispersion; hundreds of them together can.
func learnMixture(logLikelihoods []*mixture) mixture {
	even := evenMixture()
	learned := even
	for range mixtureSteps {
		sum, n := mixture{}, float64(evenSeries)
		for j := range sum {
			sum[j] = evenSeries * even[j]
		}
		for _, l := range logLikelihoods {
			if l == nil {
				continue
			}
			for j, w := range learned.posterior(l) {
				sum[j] += w
			}
			n++
		}
		for j := range sum {
			learned[j] = sum[j] / n
		}
	}
	return learned
}

// logRising holds log(s) + log(s+1) + ... + log(s+y-1) for each size s of the grid: the part of the negative binomial
// likelihood that does not depend on the mean.
var logRising = func() (table [256][len(overdispersion)]float64) {
	for j, a := range overdispersion {
		for y := 1; a > 0 && y < len(table); y++ {
			table[y][j] = table[y-1][j] + math.Log(1/a+float64(y-1))
		}
	}
	return table
}()

func logRisingAt(y float64, j int) float64 {
	if i := int(y); i < len(logRising) && float64(i) == y {
		return logRising[i][j]
	}
	size := 1 / overdispersion[j]
	high, _ := math.Lgamma(y + size)
	low, _ := math.Lgamma(size)
	return high - low
}

// dispersionLikelihood is the log-likelihood of each overdispersion at the fitted means, adjusted for the fitting of those
// means (Cox & Reid 1987). Past outbreaks count by their outbreak weight; no observation counts more than once.
func (r *regression) dispersionLikelihood(omega []float64) *mixture {
	var l, information mixture
	for i, y := range r.y {
		w := 1.0
		if omega != nil {
			w = min(1, omega[i])
		}
		mu := max(r.mu[i], 1e-9)
		logMu := math.Log(mu)
		l[0] += w * (y*logMu - mu)
		information[0] += mu
		for j := 1; j < len(l); j++ {
			size := 1 / overdispersion[j]
			logSum := math.Log(mu + size)
			l[j] += w * (logRisingAt(y, j) + y*(logMu-logSum) - size*(logSum-logSize[j]))
			information[j] += mu / (1 + mu*overdispersion[j])
		}
	}
	parameters := float64(len(r.y)) - r.df
	for j := range l {
		l[j] -= 0.5 * parameters * math.Log(information[j]/information[0])
	}
	return &l
}

var logSize = func() (m mixture) {
	for j, a := range overdispersion {
		m[j] = -math.Log(a)
	}
	return m
}()
