// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func readCSV(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = r[i]
		}
		list = append(list, m)
	}
	return list
}

// The command gives what the established program gives, for each method with its default settings.
func TestStatsDetectEqualsTheReference(t *testing.T) {
	const dir = "../../stats/testdata/"
	for _, name := range []string{"salmonella_agona", "hepatitisA_berlin", "rki_m1", "rki_s1"} {
		input, err := os.ReadFile(dir + name + ".input.csv")
		if err != nil {
			t.Fatal(err)
		}
		var in strings.Builder
		in.WriteString("series,t,count\n")
		for _, r := range readCSV(t, string(input)) {
			fmt.Fprintf(&in, "%s,%s,%s\n", name, r["t"], r["observed"])
		}
		expected, err := os.ReadFile(dir + name + ".expected.csv")
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]map[string]string{}
		for _, r := range readCSV(t, string(expected)) {
			want[r["t"]] = r
		}
		for _, c := range []struct{ flags, prefix string }{
			{"-method farrington", "farr"}, {"-method flexible", "flex_delta"}, {"-method flexible -threshold nbPlugin", "flex_nbPlugin"},
			{"-method flexible -threshold muan", "flex_muan"}, {"-method ears-c1", "ears_C1"}, {"-method ears-c2", "ears_C2"},
			{"-method ears-c3", "ears_C3"}, {"-method bayes", "bayes"},
		} {
			args := append([]string{"stats", "detect", "-in", "-", "-out", "-"}, strings.Fields(c.flags)...)
			code, out, errs := uitvoer(in.String(), args...)
			if code != 0 {
				t.Fatalf("%s: %d %s", c.flags, code, errs)
			}
			n := 0
			for _, r := range readCSV(t, out) {
				w, ok := want[r["t"]]
				if !ok {
					continue
				}
				n++
				for column, suffix := range map[string]string{"upper": "_ub", "alarm": "_alarm", "expected": "_mu", "score": "_score", "p": "_p"} {
					if value, given := w[c.prefix+suffix]; given && !same(r[column], value) {
						t.Errorf("%s %s t=%s: %s %s, want %s", name, c.flags, r["t"], column, r[column], value)
					}
				}
			}
			if n != len(want) {
				t.Errorf("%s %s: %d of %d time points judged", name, c.flags, n, len(want))
			}
		}
	}
}

func same(got, want string) bool {
	if want == "NA" || want == "" {
		return got == ""
	}
	g, err1 := strconv.ParseFloat(got, 64)
	w, err2 := strconv.ParseFloat(want, 64)
	return err1 == nil && err2 == nil && math.Abs(g-w) <= 1e-6*math.Abs(w)
}

func TestStatsDetectInput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.csv")
	if err := os.WriteFile(out, []byte("was er al"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ text, says string }{
		"columns":     {"serie,tijd,aantal\na,1,2\n", "series,t,count"},
		"empty":       {"", "series,t,count"},
		"no rows":     {"series,t,count\n", "geen reeksen"},
		"not a count": {"series,t,count\na,1,-2\na,2,1.5\na,x,1\n", "nog 2 fouten"},
		"twice":       {"series,t,count\na,1,2\na,1,2\n", "al eerder"},
		"cut in half": {"series,t,count\na,1,2\nb,\"1", "afgebroken"},
		"a quote":     {"series,t,count\n\"a\"b,1,2\na,x,1\na,1\n", "nog 2 fouten"},
		"late points": {"series,t,count\n" + latePoints(), "te groot"},
		"latin1":      {"series,t,count\nCaf\xe9,1,2\n", "UTF-8"},
		"two fields":  {"series,t,count\na,1\n", "drie velden"},
		"high t":      {"series,t,count\na,999999999,2\n", "kolom t"},
	} {
		code, stdout, errs := uitvoer(c.text, "stats", "detect", "-in", "-", "-out", out)
		if code != 2 || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, c.says) || stdout != "" {
			t.Errorf("%s: %d %q", name, code, errs)
		}
	}
	if left, err := os.ReadFile(out); err != nil || string(left) != "was er al" {
		t.Errorf("a refused input changed the result: %q %v", left, err)
	}
	for _, flags := range []string{"-method knip", "-threshold x", "-freq 0", "-from -3", "-alpha 2", "-method ears-c1 -alpha 0.6", "-w 26", "-past 60 -periods 90", "-method bayes -b 0"} {
		args := append([]string{"stats", "detect", "-in", "-", "-out", "-"}, strings.Fields(flags)...)
		if code, _, errs := uitvoer("series,t,count\na,1,2\n", args...); code != 2 || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: %d %q", flags, code, errs)
		}
	}
}

// latePoints is a small file that asks for more counts than are read.
func latePoints() string {
	var b strings.Builder
	for i := range maxCells/maxTime + 1 {
		fmt.Fprintf(&b, "s%d,%d,1\n", i, maxTime)
	}
	return b.String()
}

// A gap is judged nowhere: its row has no bound and no alarm.
func TestStatsDetectGap(t *testing.T) {
	var in strings.Builder
	in.WriteString("series,t,count\n")
	for i := 30; i >= 1; i-- {
		if i == 20 {
			in.WriteString("\"a, b\",20,\n")
			continue
		}
		fmt.Fprintf(&in, "\"a, b\",%d,%d\n", i, 3+i%3)
	}
	code, out, errs := uitvoer(in.String(), "stats", "detect", "-method", "ears-c1", "-in", "-", "-out", "-")
	if code != 0 || !strings.Contains(out, "\"a, b\",20,,") || strings.Contains(out, "\"a, b\",20,,,,,,0") {
		t.Errorf("%d %s %s", code, errs, out)
	}
}

func FuzzReadSeries(f *testing.F) {
	f.Add("series,t,count\na,1,2\na,3,\n")
	f.Add("\ufeffseries,t,count\n\"a\",1,0\n")
	f.Add("series,t,count\na,1")
	f.Add("series,t,count\n\"0000000")
	f.Fuzz(func(t *testing.T, text string) {
		series, err := readSeries(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, s := range series {
			for _, c := range s.Counts {
				if c < 0 || math.IsInf(c, 0) {
					t.Fatalf("count %v came through", c)
				}
			}
		}
	})
}
