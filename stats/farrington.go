// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "math"

// FarringtonOptions are the settings of Farrington et al. (1996), by the names of R surveillance::farrington.
//
// The method is quasi-Poisson regression on the windows of 2w+1 around the same time in each of b years. Near the start of a
// series it takes the part of the windows that exists.
//
// Under Limit the bound and the score are 0, as in the reference implementation, and nothing rings. Where a gap leaves open
// whether Limit holds, they are undefined.
type FarringtonOptions struct {
	Freq     int // time points in a year
	B        int // years back
	W        int // half window around the same time of year, in time points
	Reweight bool
	Trend    bool
	Alpha    float64 // two-sided: the probability above the bound is half of it
	Power    float64 // power transformation: 2/3, 1/2 or 1
	Limit    Limit54
}

// DefaultFarrington has the settings that the reference values were made with.
func DefaultFarrington() FarringtonOptions {
	return FarringtonOptions{Freq: 52, B: 3, W: 3, Reweight: true, Trend: true, Alpha: 0.05, Power: 2.0 / 3,
		Limit: Limit54{Cases: 5, Period: 4}}
}

const (
	farringtonResidual = 1    // Anscombe residual above which Farrington et al. weigh an observation down
	farringtonTrendP   = 0.05 // significance that a trend must reach
	fewestTrendYears   = 3
)

// Check tells what is wrong with the settings.
func (o FarringtonOptions) Check() error {
	var p problems
	p.reference(o.Freq, o.B, o.W)
	p.require(o.B >= 1, "b %d: must be 1 or more", o.B)
	p.alpha(o.Alpha)
	p.require(o.Power > 0 && o.Power <= 1, "power %v: must be over 0 and at most 1", o.Power)
	p.require(o.Limit.Cases >= 0 && o.Limit.Period >= 1, "limit54 %v: cases 0 or more, period 1 or more", o.Limit)
	return p.err()
}

// First is the first time point with a full reference period before it.
func (o FarringtonOptions) First() int { return o.Freq*o.B + o.W + 1 }

func (o FarringtonOptions) judge(ws *workspace, counts []float64, t int) Verdict {
	v := undefined(t, counts[t-1])
	ref, ok := o.reference(ws, counts, t)
	if !ok {
		return v
	}
	v.Expected, v.P = ref.Mean, ref.P(v.Observed)
	switch enough, known := o.Limit.enough(counts, t); {
	case !known:
	case !enough:
		v.Upper, v.Score, v.Judged = 0, 0, true
	default:
		v.Upper = ref.Upper()
		v.Score = ref.score(v.Observed, v.Upper)
		v.Judged, v.Alarm = !math.IsNaN(v.Score), v.Score > 1
	}
	return v
}

func (o FarringtonOptions) reference(ws *workspace, counts []float64, t int) (Reference, bool) {
	r := &ws.reg
	r.reset(1)
	for year := o.B; year >= 1; year-- {
		for offset := -o.Freq*year - o.W; offset <= -o.Freq*year+o.W; offset++ {
			if i := t - 1 + offset; i >= 0 && !math.IsNaN(counts[i]) {
				r.add(counts[i], float64(offset), 0)
			}
		}
	}
	ref, ok := o.fit(r, o.Trend)
	if ok && r.hasTrend {
		p := studentTwoSided(r.slope/math.Sqrt(r.pearson(r.work)/r.ss), r.df)
		if !(o.B >= fewestTrendYears && p < farringtonTrendP && ref.Mean <= r.maxResponse()) {
			ref, ok = o.fit(r, false)
		}
	}
	return ref, ok
}

// fit fits, reweighs and fits again. Unlike Flexible it goes on with a regression that did not converge.
func (o FarringtonOptions) fit(r *regression, trend bool) (Reference, bool) {
	if !r.fit(trend, nil) || !r.isConverged {
		trend = false
		if !r.fit(trend, nil) {
			return Reference{}, false
		}
	}
	phi := max(r.pearson(r.work), 1)
	if o.Reweight {
		if !r.fit(trend, r.reweigh(phi, farringtonResidual)) {
			return Reference{}, false
		}
		phi = max(r.pearson(r.work), 1)
	}
	if math.IsNaN(phi) {
		return Reference{}, false
	}
	eta := r.judgedEta()
	return Reference{eta: eta, Mean: max(math.Exp(eta), machineEpsilon), Phi: phi, SE: math.Sqrt(phi * r.judgedVariance()),
		threshold: Delta, alpha: o.Alpha / 2, power: o.Power}, true
}
