// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"
)

// seriesLaw is the law that test series are drawn from.
type seriesLaw struct {
	freq, length int
	mean         float64
	size         float64 // of the negative binomial; +Inf for Poisson
	season       float64 // amplitude on the log scale
	peak         float64 // phase, 0..1
	trend        float64 // change of the log mean a year
	outbreaks    int
}

// draw makes one series. Every outbreak triples the mean for a month somewhere before the last year.
func (l seriesLaw) draw(rng *rand.Rand) []float64 {
	counts := make([]float64, l.length)
	factor := make([]float64, l.length)
	for range l.outbreaks {
		if last := l.length - l.freq; last > 0 {
			start := rng.IntN(last)
			for i := start; i < min(last, start+max(1, l.freq/12)); i++ {
				factor[i] = math.Log(3)
			}
		}
	}
	for i := range counts {
		year := float64(i) / float64(l.freq)
		mu := l.mean * math.Exp(l.season*math.Cos(2*math.Pi*(year-l.peak))+l.trend*(year-float64(l.length)/float64(2*l.freq))+factor[i])
		counts[i] = drawCount(rng, mu, l.size)
	}
	return counts
}

func drawCount(rng *rand.Rand, mu, size float64) float64 {
	if !math.IsInf(size, 1) {
		mu = distuv.Gamma{Alpha: size, Beta: size / mu, Src: rng}.Rand()
	}
	if mu <= 0 {
		return 0
	}
	return distuv.Poisson{Lambda: mu, Src: rng}.Rand()
}

// weeklySeries draws n series like those of a country: small places and large ones, with season, trend and old outbreaks.
func weeklySeries(n, length int, seed uint64) []Series {
	rng := rand.New(rand.NewPCG(seed, 13))
	series := make([]Series, n)
	for i := range series {
		law := seriesLaw{freq: 52, length: length, mean: math.Exp(rng.Float64()*4 - 1), size: 1 + 20*rng.Float64(),
			season: 0.6 * rng.Float64(), peak: rng.Float64(), trend: 0.1 * (rng.Float64() - 0.5), outbreaks: rng.IntN(4)}
		series[i].Counts = law.draw(rng)
	}
	return series
}
