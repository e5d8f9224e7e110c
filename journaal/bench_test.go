// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"testing"

	"golang.org/x/mod/sumdb/tlog"
)

func BenchmarkAppend(b *testing.B) {
	p := params(1)
	kop := Head{Verantwoordelijke: tenant}
	b.ReportAllocs()
	for b.Loop() {
		e, err := New(p)
		if err != nil {
			b.Fatal(err)
		}
		if _, kop, err = Append(kop, e); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVerify reports the rows that are verified per second.
func BenchmarkVerify(b *testing.B) {
	s, v, _ := sleutels(b, tenant, 1)
	rijen, koppen := logboek(b, 20_000)
	c := teken(b, koppen[20_000], s, v)
	b.ReportAllocs()
	for b.Loop() {
		if rapport, err := Verify(stroom(rijen), c); err != nil || !rapport.OK() {
			b.Fatal(rapport, err)
		}
	}
	b.ReportMetric(float64(b.N)*20_000/b.Elapsed().Seconds(), "rijen/s")
}

func BenchmarkSign(b *testing.B) {
	s, _, _ := sleutels(b, tenant, 1)
	_, koppen := logboek(b, 1000)
	for b.Loop() {
		if _, err := Sign(koppen[1000], start, s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProveAndCheck(b *testing.B) {
	s, v, _ := sleutels(b, tenant, 1)
	rijen, koppen := logboek(b, 20_000)
	c := teken(b, koppen[20_000], s, v)
	leaf := rijen[777].Leaf()
	var bytes int
	for b.Loop() {
		bewijs, err := Prove(777, 20_000, lezer(rijen))
		if err != nil {
			b.Fatal(err)
		}
		if err := CheckInclusion(leaf, bewijs, c); err != nil {
			b.Fatal(err)
		}
		bytes = len(bewijs.Hashes) * tlog.HashSize
	}
	b.ReportMetric(float64(bytes), "bytes/bewijs")
}
