// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestQuietMonths is the last part of scenario S15: of the months in which nothing is the matter at most 5 % show a signal. A
// true share of 5 % passes the limit on all laws together (225 months: 11 expected) twice in 10,000 runs, and the seeds are
// fixed; the trial that docs/detection.md shows takes 1,000 months of each law.
func TestQuietMonths(t *testing.T) {
	const monthsOfLaw, limit = 25, 23
	months, falseMonths := 0, 0
	for _, law := range quietLaws {
		out := simulateQuiet(law, 0, monthsOfLaw, DefaultMonthly().judgeFamily)
		if out.judged != out.series {
			t.Errorf("%s: %d of %d series judged", law.name, out.judged, out.series)
		}
		months += out.months
		falseMonths += out.falseMonths
	}
	t.Logf("%d of %d quiet months with a signal", falseMonths, months)
	if falseMonths > limit {
		t.Errorf("%d of %d quiet months with a signal, more than 5 %%", falseMonths, months)
	}
}

// monthlyFamily is a family of 100 Poisson series of 72 months with a mean of 2, and their law.
func monthlyFamily() [][]float64 {
	rng := rand.New(rand.NewPCG(12, 6))
	family := make([][]float64, 100)
	for i := range family {
		family[i] = seriesLaw{freq: 12, length: 72, mean: 2, size: math.Inf(1)}.draw(rng)
		family[i][71] = 2
	}
	return family
}

// TestMonthlySignal: a clear jump rings, its neighbours do not, and the count that would have rung is exact.
func TestMonthlySignal(t *testing.T) {
	family := monthlyFamily()
	family[7][71] = 14
	f, err := Monthly(family, DefaultMonthly())
	if err != nil {
		t.Fatal(err)
	}
	if f.Tested != 100 || !same(f.Bar, 0.05/100, 1e-12) {
		t.Errorf("bar %v of %d tested", f.Bar, f.Tested)
	}
	for i, v := range f.Verdicts {
		if v.Alarm != (i == 7) || !v.Judged || v.T != 72 {
			t.Errorf("series %d: %+v", i, v)
		}
		if v.Expected < 0.5 || v.Expected > 5 || v.Upper < v.Expected || (v.Score > 1) != v.Alarm {
			t.Errorf("series %d: %+v", i, v)
		}
	}
	for _, i := range []int{3, 7} {
		for extra, want := range map[float64]bool{0: false, 1: true} {
			before := family[i][71]
			family[i][71] = f.Verdicts[i].Upper + extra
			again, err := Monthly(family, DefaultMonthly())
			if family[i][71] = before; err != nil || again.Verdicts[i].Alarm != want {
				t.Errorf("series %d at %v over its bound: alarm %v, %v", i, extra, again.Verdicts[i].Alarm, err)
			}
		}
	}
}

// TestMonthlyNotJudged: "no statement" where there is nothing to go by, and such a series is no part of the family.
func TestMonthlyNotJudged(t *testing.T) {
	family := monthlyFamily()
	family[0][71] = math.NaN()
	family[1] = family[1][72-38:] // three years and the window before it take 38 months
	family[2] = family[2][72-37:]
	family[3] = nil
	for i := range 44 {
		family[4][i] = math.NaN() // leaves 24 known months of reference
		family[5][i] = math.NaN()
	}
	family[5][50] = math.NaN()
	f, err := Monthly(family, DefaultMonthly())
	if err != nil || f.Tested != 100-4 {
		t.Fatalf("%d tested, %v", f.Tested, err)
	}
	for i, want := range []bool{false, true, false, false, true, false, true} {
		v := f.Verdicts[i]
		if v.Judged != want || math.IsNaN(v.P) == want || math.IsNaN(v.Upper) == want {
			t.Errorf("series %d: %+v, judged should be %v", i, v, want)
		}
		if low, high := f.Laws[i].Interval(0.95); math.IsNaN(low) == want || math.IsNaN(high) == want {
			t.Errorf("series %d: interval %v to %v", i, low, high)
		}
	}
	if _, err := Monthly([][]float64{{-1}}, DefaultMonthly()); err == nil {
		t.Error("a negative count is accepted")
	}
	o := DefaultMonthly()
	o.B, o.Q = 2, 0
	if _, err := Monthly(nil, o); err == nil {
		t.Error("wrong settings are accepted")
	}
}

// TestMonthlyNeverSeen: after years without a case one is no signal and many are; zero cases never are.
func TestMonthlyNeverSeen(t *testing.T) {
	for count, alarm := range map[float64]bool{0: false, 1: false, 8: true} {
		family := monthlyFamily()
		clear(family[9])
		family[9][71] = count
		f, err := Monthly(family, DefaultMonthly())
		if v := f.Verdicts[9]; err != nil || v.Alarm != alarm || !v.Judged || !(v.Expected > 0 && v.Expected < 0.1) {
			t.Errorf("%v cases after none: %+v %v", count, v, err)
		}
	}
}

// TestMonthlyOrder: other order of the series, same verdicts.
func TestMonthlyOrder(t *testing.T) {
	family := monthlyFamily()
	family[7][71] = 11
	turned := make([][]float64, len(family))
	for i, counts := range family {
		turned[len(family)-1-i] = counts
	}
	a, errA := Monthly(family, DefaultMonthly())
	b, errB := Monthly(turned, DefaultMonthly())
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	for i, v := range a.Verdicts {
		other := b.Verdicts[len(family)-1-i]
		if v.Alarm != other.Alarm || !same(v.P, other.P, 1e-12) || v.Upper != other.Upper {
			t.Errorf("series %d: %+v and %+v", i, v, other)
		}
	}
}

// TestPredictive: the law widens the plug-in law, falls with the count, and its interval covers what it should.
func TestPredictive(t *testing.T) {
	for _, law := range []Predictive{
		{Mean: 2, poisV: 0.06, overV: 0.07, post: mixture{0: 1}, valid: true},
		{Mean: 12, poisV: 0.01, overV: 0.07, post: mixture{0: 0.5, 5: 0.5}, valid: true},
		{Mean: 0.4, poisV: 0.4, overV: 0.2, post: mixture{10: 1}, valid: true},
	} {
		previous := 1.0
		for k := 1.0; k < 60; k++ {
			p := law.P(k)
			if p > previous || p <= 0 {
				t.Fatalf("%v: P(%v) = %v after %v", law.Mean, k, p, previous)
			}
			if k > 3*law.Mean+3 && p < upperTail(k, law.Mean, 1) {
				t.Errorf("%v: P(%v) = %v is under the Poisson tail", law.Mean, k, p)
			}
			previous = p
		}
		low, high := law.Interval(0.9)
		below, above := 1-law.atLeast(low, noMargin), law.P(high+1)
		if below > 0.05 || above > 0.05 || low > law.Mean || high < law.Mean {
			t.Errorf("%v: interval %v to %v leaves %v below and %v above", law.Mean, low, high, below, above)
		}
	}
	if p := (Predictive{}).P(3); !math.IsNaN(p) {
		t.Errorf("P of no law: %v", p)
	}
}

// TestLearnMixture: a family of Poisson series is known as such, and so is an overdispersed one; one series alone is not.
func TestLearnMixture(t *testing.T) {
	learn := func(n int, size float64) mixture {
		rng := rand.New(rand.NewPCG(1, 2))
		ws, likelihoods := new(workspace), make([]*mixture, n)
		for i := range likelihoods {
			counts := seriesLaw{freq: 12, length: 72, mean: 8, size: size}.draw(rng)
			_, likelihoods[i] = DefaultMonthly().fit(ws, counts)
		}
		return learnMixture(likelihoods)
	}
	mean := func(m mixture) (mean float64) {
		for j, w := range m {
			mean += w * overdispersion[j]
		}
		return mean
	}
	if m := mean(learn(400, math.Inf(1))); m > 0.06 {
		t.Errorf("Poisson family: mean overdispersion %v", m)
	}
	if m := mean(learn(400, 2)); m < 0.4 || m > 0.65 {
		t.Errorf("family with overdispersion 0.5: mean %v", m)
	}
	if m := mean(learn(1, math.Inf(1))); m < 0.5 {
		t.Errorf("one series: mean overdispersion %v, want to stay near the even mixture", m)
	}
}
