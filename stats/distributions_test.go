// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"math"
	"math/big"
	"testing"
)

// exactTail sums the masses of a Poisson or negative binomial count with 400 bits, from their ratios.
func exactTail(k, mean, phi float64) float64 {
	const bits = 400
	number := func(v float64) *big.Float { return new(big.Float).SetPrec(bits).SetFloat64(v) }
	term, sum, below := number(1), number(1), number(0)
	for j := 0.0; j < 8*(mean*phi+k+20); j++ {
		if j < k {
			below.Add(below, term)
		}
		// Up to a constant: mass(j+1) = mass(j) * mean/(j+1), or (size+j)*q/(j+1).
		ratio := number(mean)
		if phi > 1 {
			excess := number(phi - 1)
			size := new(big.Float).Quo(number(mean), excess)
			ratio = new(big.Float).Mul(size.Add(size, number(j)), new(big.Float).Quo(excess, number(phi)))
		}
		term = new(big.Float).Mul(term, ratio.Quo(ratio, number(j+1)))
		sum.Add(sum, term)
	}
	tail := new(big.Float).Sub(sum, below)
	v, _ := tail.Quo(tail, sum).Float64()
	return v
}

func TestUpperTail(t *testing.T) {
	for _, mean := range []float64{1e-6, 0.03, 0.7, 2, 11, 60} {
		for _, phi := range []float64{1, 1 + 0x1p-30, 1.25, 9} {
			for _, k := range []float64{0, 1, 2, 5, 17, 41, 70} {
				got, want := upperTail(k, mean, phi), exactTail(k, mean, phi)
				if !same(got, want, 1e-9) && want > 1e-80 {
					t.Errorf("P(Y >= %v) with mean %v, phi %v: got %v, want %v", k, mean, phi, got, want)
				}
			}
		}
	}
}

// TestUpperTailFar crosses from sums to the incomplete gamma and beta functions.
func TestUpperTailFar(t *testing.T) {
	for _, c := range []struct{ mean, phi float64 }{{wideTail * 0.99, 1}, {wideTail * 1.01, 1}, {5e3, longTail * 0.99}, {5e3, longTail * 1.01}, {3e7, 5}} {
		sd := math.Sqrt(c.mean * c.phi)
		at := func(z float64) float64 { return upperTail(math.Round(c.mean+z*sd), c.mean, c.phi) }
		if c.mean > 1e6 {
			if got := at(2); math.Abs(got-normalTail(2)) > 2e-4 {
				t.Errorf("%v: tail at 2 sd %v, want nearly %v", c, got, normalTail(2))
			}
		}
		for z := -3.0; z < 4; z += 0.5 {
			if high, low := at(z), at(z+0.5); !(high > low && low > 0 && high < 1) {
				t.Errorf("%v: tail goes from %v to %v at %v sd", c, high, low, z)
			}
		}
	}
}

func TestUpperQuantile(t *testing.T) {
	for _, mean := range []float64{0, 1e-9, 0.4, 3.3, 25, 900} {
		for _, phi := range []float64{1, 1.7, 12} {
			for _, alpha := range []float64{0.2, 0.05, 0.001} {
				k := upperQuantile(alpha, mean, phi)
				if upperTail(k+1, mean, phi) > alpha+1e-12 || k > 0 && upperTail(k, mean, phi) <= alpha {
					t.Errorf("mean %v, phi %v, alpha %v: quantile %v", mean, phi, alpha, k)
				}
			}
		}
	}
	if k := upperQuantile(0.5, math.Log(2), 1); k != 0 { // P(Y = 0) is 1/2 on paper
		t.Errorf("median of a Poisson count with mean log 2: got %v, want 0", k)
	}
}

func TestNormalAndStudent(t *testing.T) {
	for alpha, want := range map[float64]float64{0.05: 1.6448536269514722, 0.025: 1.959963984540054, 0.001: 3.0902323061678132} {
		if got := normalQuantile(alpha); !same(got, want, 1e-12) {
			t.Errorf("normal quantile of %v: got %v, want %v", alpha, got, want)
		}
	}
	for _, c := range []struct{ t, df, want float64 }{{0, 3, 1}, {1, 1, 0.5}, {-1, 1, 0.5}, {math.Sqrt2, 2, 1 - math.Sqrt(0.5)}, {math.Inf(1), 4, 0}} {
		if got := studentTwoSided(c.t, c.df); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("P(|T| > %v) with %v degrees of freedom: got %v, want %v", c.t, c.df, got, c.want)
		}
	}
}
