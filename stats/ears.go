// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "math"

// EARS names one of the three methods of the Early Aberration Reporting System (Hutwagner et al. 2003; Fricker et al. 2008).
type EARS int

const (
	C1 EARS = iota + 1 // the baseline ends just before the judged time point
	C2                 // a guard band of two time points lies between
	C3                 // C2, with the excess of the two time points before
)

// EARSOptions are the settings of EARS. Score is the distance to the baseline mean in standard deviations for C1 and C2; for
// C3 it is the excess over 1 of that distance, summed over the two time points before. P is undefined: the methods
// compare the score with a normal quantile but a handful of baseline values do not give a normal law.
//
// C3 follows R surveillance 1.20.3, whose bound is the judged count itself plus what is left of the quantile, so that its
// alarm rests on the two time points before. It is undefined where one of the baselines has no spread.
//
// A gap is left out of a baseline; under three known counts it is undefined.
type EARSOptions struct {
	Method   EARS
	Baseline int     // number of time points in the baseline
	MinSigma float64 // least standard deviation
	Alpha    float64
}

// DefaultEARS has the settings that the reference values were made with.
func DefaultEARS(m EARS) EARSOptions {
	o := EARSOptions{Method: m, Baseline: 7, Alpha: 0.001}
	if m == C3 {
		o.Alpha = 0.025
	}
	return o
}

const fewestBaseline = 3 // known counts below which a baseline says nothing

// Check tells what is wrong with the settings.
func (o EARSOptions) Check() error {
	var p problems
	p.require(o.Method >= C1 && o.Method <= C3, "method %d: must be C1, C2 or C3", o.Method)
	p.require(o.Baseline >= fewestBaseline && o.Baseline <= 1000, "baseline %d: must be %d to 1000", o.Baseline, fewestBaseline)
	p.require(o.MinSigma >= 0, "minSigma %v: must be 0 or more", o.MinSigma)
	p.alpha(o.Alpha)
	return p.err()
}

// First is the first time point with a full baseline before it.
func (o EARSOptions) First() int { return o.Baseline + 2*int(o.Method) - 1 }

func (o EARSOptions) judge(ws *workspace, counts []float64, t int) Verdict {
	v := undefined(t, counts[t-1])
	if t < o.First() {
		return v
	}
	lag := 0
	if o.Method != C1 {
		lag = 2
	}
	mean, sd := o.baseline(counts, t-lag)
	z := ws.quantile(o.Alpha)
	if o.Method == C3 {
		v.Score = o.excess(counts, t-2) + o.excess(counts, t-1)
		v.Upper = math.Max(0, v.Observed+sd*(z-v.Score))
	} else {
		v.Upper = mean + z*sd
		if sd > 0 {
			v.Score = (v.Observed - mean) / sd
		}
	}
	v.Expected = mean
	v.Judged, v.Alarm = !math.IsNaN(v.Upper), v.Observed > v.Upper
	return v
}

// baseline is the mean and the standard deviation of the known counts among the ones just before time t. Sums of whole numbers
// are exact, so a baseline without spread has a standard deviation of exactly 0.
func (o EARSOptions) baseline(counts []float64, t int) (mean, sd float64) {
	var n, sum, squares float64
	for _, y := range counts[t-1-o.Baseline : t-1] {
		if !math.IsNaN(y) {
			n++
			sum += y
			squares += y * y
		}
	}
	if n < fewestBaseline {
		return math.NaN(), math.NaN()
	}
	sd = math.Sqrt(max(0, n*squares-sum*sum) / (n * (n - 1)))
	return sum / n, max(sd, o.MinSigma)
}

// excess is what the C2 score at time t has over 1; a gap adds nothing.
func (o EARSOptions) excess(counts []float64, t int) float64 {
	if math.IsNaN(counts[t-1]) {
		return 0
	}
	mean, sd := o.baseline(counts, t-2)
	return math.Max(0, (counts[t-1]-mean)/sd-1)
}
