// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "math"

// FlexibleOptions are the settings of Farrington Flexible (Noufaily et al. 2013), by the names of the paper and of R
// surveillance::farringtonFlexible.
//
// Undefined are: bound and expectation under Limit; everything when no regression converges, when the reference period does
// not exist in full or has no count in the window around the same time of year; bound, score and p of Muan when the limit of
// the mean is infinite.
type FlexibleOptions struct {
	Freq    int // time points in a year
	B       int // years back
	W       int // half window around the same time of year, in time points
	Past    int // pastWeeksNotIncluded: time points just before the judged one that are left out
	Periods int // noPeriods: levels of the season factor; 1 takes the windows only and fits no season

	Reweight         bool    // quieten past outbreaks
	WeightsThreshold float64 // Anscombe residual above which an observation counts as outbreak
	Trend            bool    // try a trend in time
	PThresholdTrend  float64 // keep the trend when its p-value is under this
	Alpha            float64 // one-sided: probability above the bound
	Threshold        Threshold
	Power            float64 // of Delta: 2/3, 1/2 or 1
	Limit            Limit54
}

// DefaultFlexible has the settings that the reference values were made with.
func DefaultFlexible() FlexibleOptions {
	return FlexibleOptions{Freq: 52, B: 3, W: 3, Past: 26, Periods: 10, Reweight: true, WeightsThreshold: 2.58, Trend: true,
		PThresholdTrend: 1, Alpha: 0.05, Threshold: Delta, Power: 2.0 / 3, Limit: Limit54{Cases: 5, Period: 4}}
}

// Check tells what is wrong with the settings.
func (o FlexibleOptions) Check() error {
	var p problems
	p.reference(o.Freq, o.B, o.W)
	p.require(o.B >= 1, "b %d: must be 1 or more", o.B)
	p.require(o.Past >= 0 && o.Past < o.Freq, "past %d: must be 0 or more and under freq %d", o.Past, o.Freq)
	p.require(o.Periods >= 1 && (o.Periods == 1 || o.Periods <= o.Freq-2*o.W),
		"periods %d: must be 1 to %d (freq minus twice w)", o.Periods, o.Freq-2*o.W)
	p.alpha(o.Alpha)
	p.require(o.Threshold == Delta || o.Threshold == NBPlugin || o.Threshold == Muan, "threshold %q: must be delta, nbPlugin or muan", o.Threshold)
	p.require(o.Power > 0 && o.Power <= 1, "power %v: must be over 0 and at most 1", o.Power)
	p.require(!o.Reweight || o.WeightsThreshold > 0, "weightsThreshold %v: must be over 0", o.WeightsThreshold)
	p.require(!o.Trend || o.PThresholdTrend >= 0, "pThresholdTrend %v: must be 0 or more", o.PThresholdTrend)
	p.require(o.Limit.Cases >= 0 && o.Limit.Period >= 1, "limit54 %v: cases 0 or more, period 1 or more", o.Limit)
	return p.err()
}

// First is the first time point with a full reference period before it.
func (o FlexibleOptions) First() int { return o.Freq*o.B + o.W + 1 }

// FlexibleReference is the reference that FlexibleOptions judges time point t by; false when it is undefined.
func FlexibleReference(counts []float64, t int, o FlexibleOptions) (Reference, bool) {
	if o.Check() != nil || t < 1 || t > len(counts) {
		return Reference{}, false
	}
	return o.reference(new(workspace), counts, t)
}

func (o FlexibleOptions) judge(ws *workspace, counts []float64, t int) Verdict {
	v := undefined(t, counts[t-1])
	ref, ok := o.reference(ws, counts, t)
	if !ok {
		return v
	}
	upper := ref.Upper()
	v.P, v.Judged = ref.P(v.Observed), true
	v.Score = ref.score(v.Observed, upper)
	enough, known := o.Limit.enough(counts, t)
	if enough && known && !math.IsNaN(upper) {
		v.Upper, v.Expected = upper, ref.Mean
		v.Alarm = v.Score > 1 && v.Observed != 0
	}
	return v
}

// reference is one place in the reference period: its distance to the judged time point and its level of the season factor.
type reference struct{ offset, group int }

// layoutOf lays out the reference period: windows of 2w+1 around the same time in each of b years share the last level; the
// time points between two windows are cut in periods-1 levels of equal length, the first ones taking what is left over.
func layoutOf(o FlexibleOptions) []reference {
	between := o.Freq - 2*o.W - 1
	var refs []reference
	for offset := -o.Freq*o.B - o.W; offset < -o.Past; offset++ {
		place := (offset + o.Freq*o.B + o.W) % o.Freq // 0 is the start of a window
		switch {
		case place <= 2*o.W:
			refs = append(refs, reference{offset, o.Periods - 1})
		case o.Periods > 1:
			refs = append(refs, reference{offset, blockOf(place-2*o.W-1, between, o.Periods-1)})
		}
	}
	return refs
}

// blockOf is the block of place i when length places are shared over blocks.
func blockOf(i, length, blocks int) int {
	short, longer := length/blocks, length%blocks
	if head := longer * (short + 1); i < head {
		return i / (short + 1)
	} else {
		return longer + (i-head)/short
	}
}

// load puts the known counts of the reference period in the regression.
func (o FlexibleOptions) load(ws *workspace, counts []float64, t int) bool {
	if t < o.First() {
		return false
	}
	if ws.layoutFor != o {
		ws.layout, ws.layoutFor = layoutOf(o), o
	}
	ws.reg.reset(o.Periods)
	for _, ref := range ws.layout {
		if y := counts[t-1+ref.offset]; !math.IsNaN(y) {
			ws.reg.add(y, float64(ref.offset), ref.group)
		}
	}
	return true
}

// reference fits the model: with a trend if asked, without when that does not converge, is not significant, spans under
// three years or would expect more than was ever seen.
func (o FlexibleOptions) reference(ws *workspace, counts []float64, t int) (Reference, bool) {
	if !o.load(ws, counts, t) {
		return Reference{}, false
	}
	r := &ws.reg
	ref, ok := o.fit(r, o.Trend)
	if ok && r.hasTrend {
		// The standard errors of the reference implementation rest on the dispersion under the outbreak weights, not under the
		// working weights; ref.SE follows it, and the test of the trend as well.
		perUnit := ref.SE * ref.SE / r.judgedVariance()
		p := studentTwoSided(r.slope/math.Sqrt(perUnit/r.ss), r.df)
		if !(o.B >= fewestTrendYears && p < o.PThresholdTrend && ref.Mean <= r.maxResponse()) {
			ref, ok = o.fit(r, false)
		}
	}
	return ref, ok
}

// fit fits once, reweighs and fits again.
func (o FlexibleOptions) fit(r *regression, trend bool) (Reference, bool) {
	if !r.fit(trend, nil) || !r.isConverged {
		trend = false
		if !r.fit(trend, nil) || !r.isConverged {
			return Reference{}, false
		}
	}
	dispersion := r.pearson(r.work)
	phi := max(dispersion, 1)
	if o.Reweight {
		omega := r.reweigh(phi, o.WeightsThreshold)
		if !r.fit(trend, omega) {
			return Reference{}, false
		}
		phi, dispersion = max(r.pearson(r.work), 1), r.pearson(omega)
	}
	if math.IsNaN(phi) || math.IsNaN(dispersion) {
		return Reference{}, false
	}
	eta := r.judgedEta()
	ref := Reference{eta: eta, Mean: math.Exp(eta), Phi: phi, SE: math.Sqrt(dispersion * r.judgedVariance()),
		threshold: o.Threshold, alpha: o.Alpha, power: o.Power}
	if o.Threshold == Delta {
		ref.Mean = max(ref.Mean, machineEpsilon)
	}
	return ref, true
}
