// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

func oneSeries(length int, mean float64, seed uint64) []float64 {
	law := seriesLaw{freq: 52, length: length, mean: mean, size: 5, season: 0.4}
	return law.draw(rand.New(rand.NewPCG(seed, 1)))
}

func equalVerdicts(a, b Verdict) bool {
	for _, of := range columnsOf {
		if !same(of(a), of(b), 0) {
			return false
		}
	}
	return a.T == b.T && same(a.Observed, b.Observed, 0)
}

// TestGapIsNotJudged: a gap gives no verdict, and where it is reference it is left out and not taken for zero.
func TestGapIsNotJudged(t *testing.T) {
	for name, m := range referenceMethods() {
		counts := oneSeries(300, 12, 3)
		counts[250] = math.NaN()
		verdicts, err := Detect(counts, 200, m)
		if err != nil {
			t.Fatal(err)
		}
		if v := verdicts[251-200]; v.Judged || v.Alarm || !math.IsNaN(v.Upper) || !math.IsNaN(v.P) {
			t.Errorf("%s: a gap is judged: %+v", name, v)
		}
		zero := oneSeries(300, 12, 3)
		zero[248] = 0
		filled, err := Detect(zero, 252, m)
		if err != nil {
			t.Fatal(err)
		}
		if v := verdicts[252-200]; !v.Judged || math.IsNaN(v.Upper) {
			t.Errorf("%s: the week after a gap is not judged: %+v", name, v)
		} else if strings.HasPrefix(name, "ears") && v.Upper == filled[0].Upper {
			t.Errorf("%s: a gap counts as zero", name)
		}
	}
}

// TestGapInReference compares a gap with a reference period that never had that week.
func TestGapInReference(t *testing.T) {
	counts := oneSeries(230, 9, 8)
	ws := new(workspace)
	o := DefaultFlexible()
	ref, ok := o.reference(ws, counts, 230)
	n := len(ws.reg.y)
	at := 229 - 52 // in the middle of a window
	counts[at] = math.NaN()
	without, ok2 := o.reference(ws, counts, 230)
	if !ok || !ok2 || len(ws.reg.y) != n-1 || without.Mean == ref.Mean {
		t.Errorf("with %v of %d weeks, without %v of %d", ref.Mean, n, without.Mean, len(ws.reg.y))
	}
	for i := 229 - 3*52 - 3; i < 229-26; i++ {
		counts[i] = math.NaN()
	}
	if _, ok := o.reference(ws, counts, 230); ok {
		t.Error("a reference period of gaps gives a reference")
	}
}

func TestShortHistory(t *testing.T) {
	for name, m := range referenceMethods() {
		first := m.First()
		counts := oneSeries(first, 12, 5)
		verdicts, err := Detect(counts, first-1, m)
		if err != nil {
			t.Fatal(err)
		}
		if before, at := verdicts[0], verdicts[1]; name != "farr" && before.Judged || !at.Judged {
			t.Errorf("%s: judged %v before and %v at the first time point %d", name, before.Judged, at.Judged, first)
		}
		if none, err := Detect(counts[:first-1], 0, m); err != nil || len(none) != 0 {
			t.Errorf("%s: %d verdicts on a series that is too short, %v", name, len(none), err)
		}
	}
}

// TestLimit54: fewer than five cases in four weeks never ring, and a gap among the four leaves that open only when it matters.
func TestLimit54(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		last          []float64
		enough, known bool
	}{{[]float64{9, 1, 1, 1, 1}, false, true}, {[]float64{0, 2, 1, 1, 1}, true, true}, {[]float64{0, nan, 1, 1, 1}, false, false},
		{[]float64{0, nan, 0, 0, 5}, true, true}, {[]float64{5}, true, true}} {
		enough, known := Limit54{5, 4}.enough(c.last, len(c.last))
		if enough != c.enough || known != c.known {
			t.Errorf("%v: enough %v, known %v", c.last, enough, known)
		}
	}
	counts := make([]float64, 200)
	counts[10], counts[199] = 1, 4
	verdicts, err := Detect(counts, 200, DefaultFlexible())
	if err != nil || verdicts[0].Alarm || !math.IsNaN(verdicts[0].Upper) {
		t.Errorf("four cases after years of none: %+v %v", verdicts, err)
	}
}

func TestLayout(t *testing.T) {
	o := DefaultFlexible()
	refs := layoutOf(o)
	if len(refs) != 3*52+3-26 || refs[0].offset != -159 || refs[len(refs)-1].offset != -27 {
		t.Fatalf("%d references from %v to %v", len(refs), refs[0], refs[len(refs)-1])
	}
	sizes := map[int]int{}
	for _, r := range refs[:52] { // one year from the start of a window
		sizes[r.group]++
	}
	for group, n := range sizes {
		if want := 5; group < 9 && n != want || group == 9 && n != 7 {
			t.Errorf("group %d has %d weeks", group, n)
		}
	}
	o.Freq, o.B, o.W, o.Past, o.Periods = 12, 5, 1, 3, 4
	if refs = layoutOf(o); len(refs) != 60+1-3 {
		t.Errorf("monthly: %d references", len(refs))
	}
}

func TestDetectRefuses(t *testing.T) {
	flexible := func(change func(*FlexibleOptions)) Method {
		o := DefaultFlexible()
		change(&o)
		return o
	}
	for name, c := range map[string]struct {
		counts []float64
		from   int
		m      Method
	}{
		"negative count": {[]float64{1, -1}, 1, DefaultBayes()},
		"infinite count": {[]float64{math.Inf(1)}, 1, DefaultBayes()},
		"negative from":  {[]float64{1}, -1, DefaultBayes()},
		"freq":           {nil, 1, flexible(func(o *FlexibleOptions) { o.Freq = 0 })},
		"b":              {nil, 1, flexible(func(o *FlexibleOptions) { o.B = 0 })},
		"w":              {nil, 1, flexible(func(o *FlexibleOptions) { o.W = 26 })},
		"past":           {nil, 1, flexible(func(o *FlexibleOptions) { o.Past = 52 })},
		"periods":        {nil, 1, flexible(func(o *FlexibleOptions) { o.Periods = 47 })},
		"alpha":          {nil, 1, flexible(func(o *FlexibleOptions) { o.Alpha = 0.5 })},
		"threshold":      {nil, 1, flexible(func(o *FlexibleOptions) { o.Threshold = "x" })},
		"ears":           {nil, 1, EARSOptions{Method: 4, Baseline: 7, Alpha: 0.01}},
		"baseline":       {nil, 1, EARSOptions{Method: C1, Baseline: 2, Alpha: 0.01}},
		"farrington":     {nil, 1, FarringtonOptions{Freq: 52, B: 3, W: 3, Alpha: 0.05, Power: 2, Limit: Limit54{5, 4}}},
		"bayes":          {nil, 1, BayesOptions{Freq: 52, Alpha: 0.05}},
	} {
		if _, err := Detect(c.counts, c.from, c.m); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	err := flexible(func(o *FlexibleOptions) { o.B, o.Alpha = 0, 2 }).Check()
	if err == nil || !strings.Contains(err.Error(), "b 0") || !strings.Contains(err.Error(), "alpha 2") {
		t.Errorf("not all faults at once: %v", err)
	}
}

// TestDetectAll: the same verdicts as one by one, in the order of the series, on one processor and on more.
func TestDetectAll(t *testing.T) {
	series := weeklySeries(70, 220, 4)
	series[3].From, series[4].From = -5, 210
	calls, last := 0, 0
	progress := func(done, total int) {
		if calls++; done <= last || total != len(series) {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	}
	all, err := DetectAll(context.Background(), series, DefaultFlexible(), progress)
	if err != nil || last != len(series) || calls < 2 {
		t.Fatalf("%d of %d done in %d calls, %v", last, len(series), calls, err)
	}
	if len(all[3]) != 5 || all[4][0].T != 210 {
		t.Errorf("%d last verdicts, first at %d", len(all[3]), all[4][0].T)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	single, err := DetectAll(context.Background(), series, DefaultFlexible(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range series {
		for j, v := range all[i] {
			if !equalVerdicts(v, single[i][j]) {
				t.Fatalf("series %d: %+v and %+v", i, v, single[i][j])
			}
		}
	}
}

func TestDetectAllStops(t *testing.T) {
	series := weeklySeries(200, 220, 4)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := DetectAll(ctx, series, DefaultFlexible(), func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("after cancelling: %v", err)
	}
	series[150] = Series{Name: "kapot", Counts: []float64{-3}, From: 1}
	if _, err := DetectAll(context.Background(), series, DefaultFlexible(), nil); !errors.Is(err, ErrCounts) || !strings.Contains(err.Error(), "kapot") {
		t.Errorf("a series that is none: %v", err)
	}
	if all, err := DetectAll(context.Background(), nil, DefaultFlexible(), nil); err != nil || len(all) != 0 {
		t.Errorf("no series: %v %v", all, err)
	}
}

// TestSmallestAlarm puts the count in the place of the observed one: it rings, and one less does not.
func TestSmallestAlarm(t *testing.T) {
	counts := oneSeries(200, 6, 9)
	for _, threshold := range []Threshold{Delta, NBPlugin, Muan} {
		o := DefaultFlexible()
		o.Threshold = threshold
		ref, ok := FlexibleReference(counts, 200, o)
		if !ok {
			t.Fatal("no reference")
		}
		count, ok := SmallestAlarm(ref.P, o.Alpha)
		for _, c := range []struct {
			count float64
			alarm bool
		}{{count, true}, {count - 1, false}} {
			counts[199] = c.count
			v, err := Detect(counts, 200, o)
			if err != nil || !ok || (v[0].P <= o.Alpha) != c.alarm {
				t.Errorf("%s: %v of smallest alarm %v: %+v %v", threshold, c.count, count, v[0], err)
			}
		}
	}
	if _, ok := SmallestAlarm(Reference{threshold: Muan, eta: 1e4}.P, 0.05); ok {
		t.Error("an undefined reference has a smallest alarm")
	}
}

// FuzzDetect: whatever the counts, the verdicts are within bounds and an alarm is above its bound.
func FuzzDetect(f *testing.F) {
	f.Add([]byte("0000000000000000000000000000000000000000000009"))
	f.Add([]byte{1, 2, 0, 255, 3, 4, 0, 0, 0, 0, 1, 1, 250, 0, 0, 9, 9, 200, 3, 1, 7, 5, 3, 2, 6, 8, 4, 2, 1, 5, 7, 9, 3, 2, 8, 30, 40, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		counts := make([]float64, len(data))
		for i, b := range data {
			if counts[i] = float64(b); b == 255 {
				counts[i] = math.NaN()
			}
		}
		flexible := DefaultFlexible()
		flexible.Freq, flexible.W, flexible.Past, flexible.Periods, flexible.Threshold = 6, 1, 1, 2, NBPlugin
		for _, m := range []Method{flexible, DefaultEARS(C3), BayesOptions{Freq: 6, B: 2, W: 1, ActY: true, Alpha: 0.05}} {
			verdicts, err := Detect(counts, 1, m)
			if err != nil || len(verdicts) != len(counts) {
				t.Fatalf("%d verdicts, %v", len(verdicts), err)
			}
			for _, v := range verdicts {
				if v.P < 0 || v.P > 1+1e-12 || v.Alarm && (!v.Judged || v.Observed <= v.Upper) {
					t.Fatalf("%s: %+v", reflect.TypeOf(m), v)
				}
			}
		}
	})
}
