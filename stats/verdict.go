// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"errors"
	"fmt"
	"math"
)

// Verdict is what a method says about one time point of one series. A figure is NaN where the method leaves it undefined.
type Verdict struct {
	T        int     // time point judged; the first of the series is 1
	Observed float64 // count seen; NaN is a gap
	Expected float64 // count expected from the reference period
	Upper    float64 // bound above which the count rings; for nbPlugin, muan and Bayes a whole number
	Score    float64 // exceedance score: (observed-expected)/(upper-expected), above 1 is an alarm; EARS: see EARSOptions
	P        float64 // probability of a count at least this high when nothing is the matter; EARS gives none
	Judged   bool    // false when nothing can be said, so that no alarm is not mistaken for "all is well"
	Alarm    bool
}

func undefined(t int, observed float64) Verdict {
	nan := math.NaN()
	return Verdict{T: t, Observed: observed, Expected: nan, Upper: nan, Score: nan, P: nan}
}

// Method is a detection method with its settings: FarringtonOptions, FlexibleOptions, EARSOptions or BayesOptions.
type Method interface {
	// Check tells what is wrong with the settings.
	Check() error
	// First is the first time point with a full reference period before it.
	First() int
	// judge gives the verdict on counts[t-1]; t lies within the series and the settings have been checked.
	judge(ws *workspace, counts []float64, t int) Verdict
}

// workspace holds the buffers of one worker.
type workspace struct {
	reg       regression
	layout    []reference
	layoutFor FlexibleOptions
	alpha, z  float64 // the last normal quantile asked for
}

func (ws *workspace) quantile(alpha float64) float64 {
	if ws.alpha != alpha {
		ws.alpha, ws.z = alpha, normalQuantile(alpha)
	}
	return ws.z
}

// ErrCounts is wrapped by the error about a series that is not one of counts.
var ErrCounts = errors.New("not a series of counts")

// Detect judges counts[from-1:] with one method. A count is a number of 0 or more, or NaN for a gap; from counts from 1, and
// 0 stands for the first time point with a full reference period. A gap is never judged and is left out of a reference.
func Detect(counts []float64, from int, m Method) ([]Verdict, error) {
	if err := m.Check(); err != nil {
		return nil, err
	}
	return detect(new(workspace), counts, from, m)
}

func detect(ws *workspace, counts []float64, from int, m Method) ([]Verdict, error) {
	if err := checkCounts(counts); err != nil {
		return nil, err
	}
	if from < 0 {
		return nil, fmt.Errorf("first time point %d: must be 0 or more", from)
	}
	if from == 0 {
		from = m.First()
	}
	if from > len(counts) {
		return nil, nil
	}
	verdicts := make([]Verdict, 0, len(counts)-from+1)
	for t := from; t <= len(counts); t++ {
		if math.IsNaN(counts[t-1]) {
			verdicts = append(verdicts, undefined(t, counts[t-1]))
			continue
		}
		verdicts = append(verdicts, m.judge(ws, counts, t))
	}
	return verdicts, nil
}

func checkCounts(counts []float64) error {
	for i, y := range counts {
		if y < 0 || math.IsInf(y, 0) {
			return fmt.Errorf("%w: %v at time %d", ErrCounts, y, i+1)
		}
	}
	return nil
}

// Limit54 silences a method on series that are all but empty: no bound is given when the last Period counts, the judged
// one included, sum to less than Cases. A gap among them counts only when the sum is reached without it.
type Limit54 struct{ Cases, Period int }

// enough tells whether the counts up to time t reach the limit; known is false when a gap leaves that open.
func (l Limit54) enough(counts []float64, t int) (enough, known bool) {
	sum, known := 0.0, true
	for i := max(0, t-l.Period); i < t; i++ {
		if math.IsNaN(counts[i]) {
			known = false
		} else {
			sum += counts[i]
		}
	}
	enough = sum >= float64(l.Cases)
	return enough, known || enough
}

// problems collects what is wrong with settings.
type problems []error

func (p *problems) require(ok bool, format string, args ...any) {
	if !ok {
		*p = append(*p, fmt.Errorf(format, args...))
	}
}

func (p *problems) reference(freq, b, w int) {
	p.require(freq >= 1 && freq <= 366, "freq %d: must be 1 to 366", freq)
	p.require(b >= 0 && b <= 1000, "b %d: must be 0 to 1000", b)
	p.require(w >= 0 && 2*w < freq, "w %d: must be 0 or more and under half of freq %d", w, freq)
}

func (p *problems) alpha(alpha float64) {
	p.require(alpha > 0 && alpha < 0.5, "alpha %v: must be over 0 and under 0.5", alpha)
}

func (p problems) err() error { return errors.Join(p...) }
