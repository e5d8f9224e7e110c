// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"sync"
)

// MonthlyOptions are the settings by which one family of monthly series is judged. docs/detection.md tells how they were chosen.
type MonthlyOptions struct {
	Freq, B, W, Past, Periods int     // as in FlexibleOptions; a short series takes fewer than B years
	WeightsThreshold          float64 // as in FlexibleOptions
	PThresholdTrend           float64 // as in FlexibleOptions
	Q                         float64 // expected share of false ones among the signals
}

// DefaultMonthly has the settings chosen by simulation for families of monthly series.
func DefaultMonthly() MonthlyOptions {
	return MonthlyOptions{Freq: 12, B: 5, W: 1, Past: 3, Periods: 4, WeightsThreshold: 4, PThresholdTrend: 0.05, Q: 0.05}
}

const (
	fewestYears  = 3  // of reference under which a month is not judged
	fewestMonths = 24 // known ones among them
)

func (o MonthlyOptions) flexible(years int) FlexibleOptions {
	return FlexibleOptions{Freq: o.Freq, B: years, W: o.W, Past: o.Past, Periods: o.Periods, Reweight: true,
		WeightsThreshold: o.WeightsThreshold, Trend: true, PThresholdTrend: o.PThresholdTrend, Alpha: 0.05, Threshold: NBPlugin,
		Power: 1, Limit: Limit54{Cases: 0, Period: 1}}
}

// Check tells what is wrong with the settings.
func (o MonthlyOptions) Check() error {
	var p problems
	p.require(o.B >= fewestYears, "b %d: must be %d or more", o.B, fewestYears)
	p.require(o.Q > 0 && o.Q < 1, "q %v: must be over 0 and under 1", o.Q)
	if err := o.flexible(o.B).Check(); err != nil {
		p = append(p, err)
	}
	return p.err()
}

// FamilyVerdict is what Monthly says about the last month of a family.
type FamilyVerdict struct {
	// Verdicts has one for each series. P allows for all that the fit leaves open; Upper is the highest count that would not have
	// rung, with all others as they are; Alarm is a signal after control of false discoveries.
	Verdicts []Verdict
	Laws     []Predictive // of each judged series, for Interval and other bars than that of Upper
	Bar      float64      // p-value up to which a series rang, or that a lone one would have had to reach
	Tested   int          // number of series judged: the denominator of every signal
}

// Monthly judges the last month of every series of one family: what is judged together, all areas and kinds of that month.
// Each series is fitted like Flexible on its own past; how much the counts scatter beyond Poisson is learned from the whole
// family. The family-wise promise: when nothing is the matter in any series, a month with a signal is a matter of
// at most 5 in 100 for Q of 0.05.
//
// Not judged are a gap in the last month, fewer than three years or 24 known months of reference, and a fit that does not
// converge. But for rounding the order of the series plays no part.
func Monthly(family [][]float64, o MonthlyOptions) (FamilyVerdict, error) {
	if err := o.Check(); err != nil {
		return FamilyVerdict{}, err
	}
	for _, counts := range family {
		if err := checkCounts(counts); err != nil {
			return FamilyVerdict{}, err
		}
	}
	f := o.judgeFamily(family)
	f.bound(o.Q)
	return f, nil
}

// judgeFamily finds the laws, the p-values and the signals.
func (o MonthlyOptions) judgeFamily(family [][]float64) FamilyVerdict {
	f := FamilyVerdict{Verdicts: make([]Verdict, len(family)), Laws: o.laws(family)}
	parallel(len(family), func() func(int) {
		return func(i int) {
			v := undefined(len(family[i]), math.NaN())
			if n := len(family[i]); n > 0 {
				v.Observed = family[i][n-1]
			}
			if law := f.Laws[i]; law.valid {
				v.Expected, v.P, v.Judged = law.Mean, law.P(v.Observed), true
			}
			f.Verdicts[i] = v
		}
	})
	var reject []bool
	reject, f.Bar, f.Tested = BenjaminiHochberg(f.p(), o.Q)
	for i := range f.Verdicts {
		f.Verdicts[i].Alarm = reject[i]
	}
	return f
}

// bound fills in which count would have rung.
func (f FamilyVerdict) bound(q float64) {
	bars := AlarmBars(f.p(), q)
	parallel(len(bars), func() func(int) {
		return func(i int) {
			if count, ok := SmallestAlarm(f.Laws[i].P, bars[i]); ok {
				v := &f.Verdicts[i]
				v.Upper = count - 1
				v.Score = (v.Observed - v.Expected) / (v.Upper - v.Expected)
			}
		}
	})
}

func (f FamilyVerdict) p() []float64 {
	p := make([]float64, len(f.Verdicts))
	for i, v := range f.Verdicts {
		p[i] = v.P
	}
	return p
}

// laws fits every series and shares what they tell about overdispersion.
func (o MonthlyOptions) laws(family [][]float64) []Predictive {
	laws, likelihoods := make([]Predictive, len(family)), make([]*mixture, len(family))
	parallel(len(family), func() func(int) {
		ws := new(workspace)
		return func(i int) { laws[i], likelihoods[i] = o.fit(ws, family[i]) }
	})
	learned := learnMixture(likelihoods)
	for i, l := range likelihoods {
		if l != nil {
			laws[i].post = learned.posterior(l)
			laws[i].valid = true
		}
	}
	return laws
}

// fit fits one series without its last month, which only decides what is the present.
func (o MonthlyOptions) fit(ws *workspace, counts []float64) (Predictive, *mixture) {
	t := len(counts)
	years := min(o.B, (t-1-o.W)/o.Freq)
	if t == 0 || math.IsNaN(counts[t-1]) || years < fewestYears {
		return Predictive{}, nil
	}
	flexible := o.flexible(years)
	if !flexible.load(ws, counts, t) || len(ws.reg.y) < fewestMonths {
		return Predictive{}, nil
	}
	r := &ws.reg
	if r.maxResponse() == 0 {
		return r.neverSeen()
	}
	if _, ok := flexible.reference(ws, counts, t); !ok {
		return Predictive{}, nil
	}
	return r.predictive(), r.dispersionLikelihood(r.omega)
}

// neverSeen is the law after a reference period without a single case: Jeffreys' prior and the months of the window.
func (r *regression) neverSeen() (Predictive, *mixture) {
	n := 0.0
	for _, g := range r.group {
		if g == r.groups-1 {
			n++
		}
	}
	if n == 0 {
		return Predictive{}, nil
	}
	return Predictive{Mean: 0.5 / n, poisV: 2}, new(mixture)
}

// predictive is the law of the judged count after a fit. Half a case is added to the window of the judged month (Jeffreys'
// prior), so that a window without cases does not promise that there will never be one. The variance of the mean is the
// sandwich of the quasi-Poisson fit under a negative binomial: overdispersion counts where the reference months are,
// not where a trend has brought the expectation.
func (r *regression) predictive() Predictive {
	window := r.groups - 1
	var sum, squares, trendSquares float64
	for i, mu := range r.mu {
		if r.group[i] == window {
			sum += mu
			squares += mu * mu
		}
		if r.hasTrend {
			d := r.t[i] - r.meanT[r.group[i]]
			trendSquares += mu * mu * d * d
		}
	}
	p := Predictive{Mean: math.Exp(r.judgedEta()) * (1 + 0.5/sum), poisV: 1 / (sum + 0.5), overV: squares / (sum * sum)}
	if r.hasTrend {
		lever := r.meanT[window] * r.meanT[window] / r.ss
		p.poisV += lever
		p.overV += lever * trendSquares / r.ss
	}
	return p
}

// parallel calls work(i) for i in 0..n-1 on all processors; newWork makes the work of one of them.
func parallel(n int, newWork func() func(i int)) {
	var workers sync.WaitGroup
	queue := newQueue(n)
	for range queue.workers {
		workers.Go(func() {
			work := newWork()
			for start, end := queue.next(); start < end; start, end = queue.next() {
				for i := start; i < end; i++ {
					work(i)
				}
			}
		})
	}
	workers.Wait()
}
