// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"math/rand/v2"
	"sync"
)

// quietLaw draws the law of one series of a quiet family.
type quietLaw struct {
	name string
	draw func(rng *rand.Rand) seriesLaw
}

// quietMonth is a monthly series of 60 to 120 months, with a mean of 0.2 to 30, season and mild trend.
func quietMonth(rng *rand.Rand, size float64) seriesLaw {
	return seriesLaw{freq: 12, length: 60 + rng.IntN(61), mean: 0.2 * math.Pow(150, rng.Float64()), size: size,
		season: 0.5 * rng.Float64(), peak: rng.Float64(), trend: 0.1 * (rng.Float64() - 0.5)}
}

// quietLaws are the families of docs/detection.md.
var quietLaws = []quietLaw{
	{"Poisson", func(rng *rand.Rand) seriesLaw { return quietMonth(rng, math.Inf(1)) }},
	{"size 10", func(rng *rand.Rand) seriesLaw { return quietMonth(rng, 10) }},
	{"size 3", func(rng *rand.Rand) seriesLaw { return quietMonth(rng, 3) }},
	{"size 1", func(rng *rand.Rand) seriesLaw { return quietMonth(rng, 1) }},
	{"mixed", func(rng *rand.Rand) seriesLaw {
		if rng.IntN(2) == 0 {
			return quietMonth(rng, math.Inf(1))
		}
		return quietMonth(rng, math.Pow(20, rng.Float64()))
	}},
	{"mean 0.2, size 2", func(rng *rand.Rand) seriesLaw {
		l := quietMonth(rng, 2)
		l.mean = 0.2
		return l
	}},
	{"mean 30, size 5", func(rng *rand.Rand) seriesLaw {
		l := quietMonth(rng, 5)
		l.mean = 30
		return l
	}},
	{"60 months, size 4", func(rng *rand.Rand) seriesLaw {
		l := quietMonth(rng, 4)
		l.length = 60
		return l
	}},
	{"old outbreaks, size 4", func(rng *rand.Rand) seriesLaw {
		l := quietMonth(rng, 4)
		l.outbreaks = 2
		return l
	}},
}

const quietSeries = 60 * 8 // areas times kinds

// quietOutcome counts over simulated families.
type quietOutcome struct {
	months, falseMonths int
	judged, series      int
	// Series with a mean of about 2 or 5, and how many of those would have rung alone on 10, 12 or 15, 20.
	near2, rang10, rang12, near5, rang15, rang20 int
}

// simulateQuiet judges the last month of families of quietSeries, numbered from..to-1, each from its own seed.
func simulateQuiet(law quietLaw, from, to int, judge func(family [][]float64) FamilyVerdict) (out quietOutcome) {
	var adding sync.Mutex
	parallelEach(to-from, func(i int) {
		rng := rand.New(rand.NewPCG(uint64(from+i), 42))
		family, laws := make([][]float64, quietSeries), make([]seriesLaw, quietSeries)
		for j := range family {
			laws[j] = law.draw(rng)
			family[j] = laws[j].draw(rng)
		}
		v := judge(family)
		adding.Lock()
		defer adding.Unlock()
		out.months++
		out.judged += v.Tested
		out.series += len(family)
		for j := range family {
			if v.Verdicts[j].Alarm {
				out.falseMonths++
				break
			}
		}
		lone := 0.05 / float64(v.Tested)
		rings := func(j int, count float64, n *int) {
			if v.Laws[j].P(count) <= lone {
				*n++
			}
		}
		for j, l := range laws {
			switch {
			case math.Abs(l.mean-2) < 0.3:
				out.near2++
				rings(j, 10, &out.rang10)
				rings(j, 12, &out.rang12)
			case math.Abs(l.mean-5) < 0.5:
				out.near5++
				rings(j, 15, &out.rang15)
				rings(j, 20, &out.rang20)
			}
		}
	})
	return out
}

// parallelEach is parallel in steps of one.
func parallelEach(n int, work func(i int)) {
	var workers sync.WaitGroup
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	for range 2 {
		workers.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	workers.Wait()
}
