// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
)

// benchmarkDetect judges the last weeks of n series of 520 weeks on all processors.
func benchmarkDetect(b *testing.B, n, last int, m Method) {
	series := weeklySeries(n, 520, 1)
	for i := range series {
		series[i].From = -last
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DetectAll(context.Background(), series, m, nil); err != nil {
			b.Fatal(err)
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.Sys)/1e6, "MB-process")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n*last), "ns/verdict")
}

// BenchmarkFlexibleLastWeek shows how the time grows with the number of series.
func BenchmarkFlexibleLastWeek(b *testing.B) {
	for _, n := range []int{100, 1000, 13000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkDetect(b, n, 1, DefaultFlexible()) })
	}
}

// BenchmarkFlexibleLastYear is the figure of docs/performance.md.
func BenchmarkFlexibleLastYear(b *testing.B) {
	for _, n := range []int{100, 1000, 13000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkDetect(b, n, 52, DefaultFlexible()) })
	}
}

func BenchmarkOthersLastWeek(b *testing.B) {
	for name, m := range referenceMethods() {
		b.Run(name, func(b *testing.B) { benchmarkDetect(b, 13000, 1, m) })
	}
}

func BenchmarkEARSAllWeeks(b *testing.B) {
	for _, method := range []EARS{C1, C2, C3} {
		b.Run(fmt.Sprintf("C%d", method), func(b *testing.B) { benchmarkDetect(b, 13000, 510, DefaultEARS(method)) })
	}
}

// BenchmarkMonthly judges one month of a family of 480 series, bounds included.
func BenchmarkMonthly(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 3))
	family := make([][]float64, quietSeries)
	for i := range family {
		family[i] = quietLaws[4].draw(rng).draw(rng)
	}
	for b.Loop() {
		if _, err := Monthly(family, DefaultMonthly()); err != nil {
			b.Fatal(err)
		}
	}
}
