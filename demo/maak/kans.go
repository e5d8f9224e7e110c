// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
)

// stroom is a source of chance that belongs to a name, so that one series does not change when another is added or left out.
func stroom(naam ...string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(naam, "\x00")))
	return rand.New(rand.NewPCG(2026, h.Sum64()))
}

// lognormal draws a factor around 1 with the given spread.
func lognormal(r *rand.Rand, spreiding float64) float64 { return math.Exp(spreiding * r.NormFloat64()) }

// negbin draws a count with mean mu and variance mu + mu*mu/k: a Poisson count whose mean varies by a gamma distribution.
func negbin(r *rand.Rand, mu, k float64) int {
	if mu <= 0 {
		return 0
	}
	return poisson(r, mu*gamma(r, k)/k)
}

// poisson draws a count by the products of Knuth; means here stay below a hundred.
func poisson(r *rand.Rand, mu float64) int {
	n, limit := 0, math.Exp(-mu)
	for p := r.Float64(); p > limit; p *= r.Float64() {
		n++
	}
	return n
}

// gamma draws from the gamma distribution of shape k (at least 1) and scale 1, after Marsaglia and Tsang (2000).
func gamma(r *rand.Rand, k float64) float64 {
	d := k - 1.0/3
	for {
		x := r.NormFloat64()
		v := 1 + x/math.Sqrt(9*d)
		if v <= 0 {
			continue
		}
		v = v * v * v
		if math.Log(r.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}
