// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// referenceSeries are the series of testdata; see the README there.
var referenceSeries = []string{"salmonella_agona", "hepatitisA_berlin", "rki_m1", "rki_s1"}

// readReference reads the columns of one file of testdata; NA is NaN.
func readReference(t testing.TB, name string) map[string][]float64 {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string][]float64{}
	for _, row := range rows[1:] {
		for i, cell := range row {
			v := math.NaN()
			if cell != "NA" && cell != "" {
				if v, err = strconv.ParseFloat(cell, 64); err != nil {
					t.Fatal(err)
				}
			}
			columns[rows[0][i]] = append(columns[rows[0][i]], v)
		}
	}
	return columns
}

// referenceMethods maps the prefix of the columns to the method that they come from.
func referenceMethods() map[string]Method {
	methods := map[string]Method{"farr": DefaultFarrington(), "bayes": DefaultBayes(),
		"ears_C1": DefaultEARS(C1), "ears_C2": DefaultEARS(C2), "ears_C3": DefaultEARS(C3)}
	for _, threshold := range []Threshold{Delta, NBPlugin, Muan} {
		o := DefaultFlexible()
		o.Threshold = threshold
		methods["flex_"+string(threshold)] = o
	}
	return methods
}

// columnsOf are the columns that a verdict gives, by the suffix of their name.
var columnsOf = map[string]func(Verdict) float64{
	"ub":    func(v Verdict) float64 { return v.Upper },
	"mu":    func(v Verdict) float64 { return v.Expected },
	"score": func(v Verdict) float64 { return v.Score },
	"p":     func(v Verdict) float64 { return v.P },
	"alarm": alarmOf,
}

// TestReference compares every column of every reference series: numbers within 1e-6, whole-number bounds, alarms and what
// is undefined exactly. The alarms are equal on all weeks, so there is no difference to explain.
func TestReference(t *testing.T) {
	for _, series := range referenceSeries {
		counts := readReference(t, series+".input.csv")["observed"]
		expected := readReference(t, series+".expected.csv")
		compared := 2 // t and observed
		for prefix, method := range referenceMethods() {
			verdicts, err := Detect(counts, int(expected["t"][0]), method)
			if err != nil {
				t.Fatal(err)
			}
			if len(verdicts) != len(expected["t"]) {
				t.Fatalf("%s %s: %d verdicts, want %d", series, prefix, len(verdicts), len(expected["t"]))
			}
			for suffix, of := range columnsOf {
				want, ok := expected[prefix+"_"+suffix]
				if !ok {
					continue
				}
				compared++
				tolerance := 1e-6
				if whole := prefix == "bayes" || prefix == "flex_nbPlugin" || prefix == "flex_muan"; suffix == "alarm" || suffix == "ub" && whole {
					tolerance = 0
				}
				for i, v := range verdicts {
					if got := of(v); !same(got, want[i], tolerance) {
						t.Errorf("%s t=%d %s_%s: got %v, want %v", series, v.T, prefix, suffix, got, want[i])
					}
				}
			}
		}
		if compared != len(expected) {
			t.Errorf("%s: %d columns compared, the reference has %d", series, compared, len(expected))
		}
	}
}

func alarmOf(v Verdict) float64 {
	switch {
	case !v.Judged:
		return math.NaN()
	case v.Alarm:
		return 1
	default:
		return 0
	}
}

// same compares by relative tolerance; the reference values are printed in ten digits.
func same(got, want, tolerance float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= tolerance*math.Abs(want)
}
