// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBenjaminiHochbergS15 has the numbers of scenario S15: 480 cells with 2.0 expected, one with 10 cases and one with 8.
func TestBenjaminiHochbergS15(t *testing.T) {
	p := make([]float64, 480)
	for i := range p {
		p[i] = upperTail(float64(i%4), 2, 1)
	}
	p[7], p[31] = upperTail(10, 2, 1), upperTail(8, 2, 1)
	if math.Abs(p[7]-0.000046) > 5e-7 || math.Abs(p[31]-0.0011) > 5e-5 {
		t.Fatalf("Poisson tails %v and %v, want 0.000046 and 0.0011", p[7], p[31])
	}
	reject, threshold, tested := BenjaminiHochberg(p, 0.05)
	for i, r := range reject {
		if r != (i == 7) {
			t.Errorf("cell %d: rejected %v", i, r)
		}
	}
	if tested != 480 || math.Abs(threshold-0.000104) > 5e-7 {
		t.Errorf("threshold %v of %d tested, want 0.000104 of 480", threshold, tested)
	}
	bars := AlarmBars(p, 0.05)
	if math.Abs(bars[31]-0.000208) > 5e-7 {
		t.Errorf("bar of the second %v, want 0.000208", bars[31])
	}
	law := Reference{Mean: 2, Phi: 1, threshold: NBPlugin, eta: math.Log(2)}
	if count, ok := SmallestAlarm(law.P, bars[31]); !ok || count != 10 {
		t.Errorf("cell 31 would have rung at %v %v, want 10", count, ok)
	}
}

func TestBenjaminiHochbergFamilies(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name      string
		p         []float64
		reject    []bool
		threshold float64
		tested    int
	}{
		{"nothing", nil, []bool{}, nan, 0},
		{"only gaps", []float64{nan, nan}, []bool{false, false}, nan, 0},
		{"gaps do not count", []float64{nan, 0.04}, []bool{false, true}, 0.05, 1},
		{"none", []float64{0.03, 0.9}, []bool{false, false}, 0.025, 2},
		{"on the bar", []float64{0.025, 0.9}, []bool{true, false}, 0.025, 2},
		{"a later one carries an earlier one", []float64{0.03, 0.04}, []bool{true, true}, 0.05, 2},
		// Benjamini & Hochberg (1995), section 3.2: 15 tests, the first four are rejected.
		{"the example of the paper", []float64{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
			0.6528, 0.7590, 1}, []bool{true, true, true, true, false, false, false, false, false, false, false, false, false, false, false},
			0.05 * 4 / 15, 15},
	} {
		reject, threshold, tested := BenjaminiHochberg(c.p, 0.05)
		if !slices.Equal(reject, c.reject) || !same(threshold, c.threshold, 1e-12) || tested != c.tested {
			t.Errorf("%s: got %v %v %d", c.name, reject, threshold, tested)
		}
	}
}

// TestAlarmBars runs the procedure again with a p-value just under and just over each bar.
func TestAlarmBars(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 300 {
		p := make([]float64, 1+rng.IntN(12))
		for i := range p {
			p[i] = math.Pow(rng.Float64(), 3)
			if rng.IntN(6) == 0 {
				p[i] = math.NaN()
			}
		}
		for i, bar := range AlarmBars(p, 0.2) {
			if math.IsNaN(p[i]) {
				if !math.IsNaN(bar) {
					t.Fatalf("%v: a gap has bar %v", p, bar)
				}
				continue
			}
			other := slices.Clone(p)
			for factor, want := range map[float64]bool{1 - 1e-9: true, 1 + 1e-9: false} {
				other[i] = bar * factor
				if reject, _, _ := BenjaminiHochberg(other, 0.2); reject[i] != want {
					t.Fatalf("%v: cell %d with p %v: rejected %v, bar %v", p, i, other[i], reject[i], bar)
				}
			}
		}
	}
}
