// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht_test

import (
	"slices"
	"testing"
	"testing/quick"
	"time"

	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
)

var inWerking = termijn.DateOf(time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))

// metAdres is the rule set with the rule on addresses in force, to measure what leaving it out costs.
func metAdres() []toezicht.Kenmerk {
	set := toezicht.Kenmerken()
	i := slices.IndexFunc(set, func(k toezicht.Kenmerk) bool { return k.Code == "zelfde-adres" })
	set[i].Van = set[0].Van
	return set
}

func codes(list []toezicht.Kenmerk) []string {
	var c []string
	for _, k := range list {
		c = append(c, k.Code)
	}
	return c
}

// Each rule is sound as data, rings on exactly what it names, and on no day outside its own.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range toezicht.Kenmerken() {
		if k.Code == "" || k.Zin == "" || k.Verklaring == "" || len(k.Als) == 0 || seen[k.Code] {
			t.Errorf("rule %+v says too little, or comes twice", k)
		}
		seen[k.Code] = true
		var f toezicht.Feiten
		for _, m := range k.Als {
			f[m.Feit] = m.Van
		}
		rings := func(set []toezicht.Kenmerk, f toezicht.Feiten, op termijn.Date) bool {
			return slices.Contains(codes(toezicht.Redenen(set, f, op)), k.Code)
		}
		if rings(toezicht.Kenmerken(), f, inWerking) == k.Van.IsZero() {
			t.Errorf("%s: in force %v, and the other way round it rings", k.Code, !k.Van.IsZero())
		}
		k.Van, k.Tot = inWerking, inWerking
		for day, want := range map[int]bool{-1: false, 0: true, 1: false} {
			if rings([]toezicht.Kenmerk{k}, f, inWerking.AddDays(day)) != want {
				t.Errorf("%s: %d days from its day it does not ring %v", k.Code, day, want)
			}
		}
		for _, m := range k.Als {
			less := f
			less[m.Feit]--
			if rings([]toezicht.Kenmerk{k}, less, inWerking) {
				t.Errorf("%s rings without fact %d", k.Code, m.Feit)
			}
		}
	}
}

// More known of a look never takes a reason away, nothing known gives none, and plain work from a place or a task, of somebody nobody knows, is never asked about.
func TestRulesProperties(t *testing.T) {
	set := toezicht.Kenmerken()
	if got := toezicht.Redenen(set, toezicht.Feiten{}, inWerking); len(got) > 0 {
		t.Errorf("nothing known gives %v", codes(got))
	}
	more := func(raw [16]uint8, extra [16]uint8) bool {
		var a, b toezicht.Feiten
		for i := range a {
			a[i], b[i] = int(raw[i]%100), int(raw[i]%100)+int(extra[i]%3)
		}
		after := codes(toezicht.Redenen(set, b, inWerking))
		for _, c := range codes(toezicht.Redenen(set, a, inWerking)) {
			if !slices.Contains(after, c) {
				return false
			}
		}
		return true
	}
	if err := quick.Check(more, nil); err != nil {
		t.Error(err)
	}
	work := func(raw [16]uint8) bool {
		var f toezicht.Feiten
		for i := range f {
			f[i] = int(raw[i])
		}
		for _, feit := range []toezicht.Feit{toezicht.EigenNaam, toezicht.EigenAchternaam, toezicht.NaamCollega, toezicht.ZelfdeAdres, toezicht.ZonderReden, toezicht.ZonderTaak} {
			f[feit] = 0
		}
		return len(toezicht.Redenen(set, f, inWerking)) == 0
	}
	if err := quick.Check(work, nil); err != nil {
		t.Error(err)
	}
}

// The window counts different people and cases, each once, and forgets.
func TestVenster(t *testing.T) {
	var v toezicht.Venster
	op := inWerking.Start().Time()
	tel := func(wie, casus string, na time.Duration) (int, int) {
		var f toezicht.Feiten
		v.Tel(wie, casus, op.Add(na), &f)
		return f[toezicht.Toeloop], f[toezicht.Reeks]
	}
	tests := []struct {
		wie, casus     string
		na             time.Duration
		toeloop, reeks int
	}{
		{"a", "1", 0, 1, 1}, {"a", "1", time.Minute, 1, 1}, {"b", "1", 2 * time.Minute, 2, 1}, {"a", "2", 3 * time.Minute, 1, 2},
		{"a", "3", 2 * time.Hour, 1, 1}, {"c", "1", 23 * time.Hour, 3, 1}, {"d", "1", 24*time.Hour + 90*time.Second, 3, 1},
	}
	for _, tt := range tests {
		if toeloop, reeks := tel(tt.wie, tt.casus, tt.na); toeloop != tt.toeloop || reeks != tt.reeks {
			t.Errorf("%s at %s after %v: %d people and %d cases, expected %d and %d", tt.wie, tt.casus, tt.na, toeloop, reeks, tt.toeloop, tt.reeks)
		}
	}
}

// A small invented year; docs/detection.md has the figures of the full one.
func TestSmallYear(t *testing.T) {
	j := maakJaar(21, 300, 4000, 150_000)
	u := j.loop(toezicht.Kenmerken(), false)
	t.Log(u)
	if r := u.recall(); r < 0.70 {
		t.Errorf("recall %.2f", r)
	}
	if r := u.recall("own record"); r < 0.85 {
		t.Errorf("recall of own records %.2f", r)
	}
	if u.eerste != 5 {
		t.Errorf("a run on one file is seen at %d people, expected at the fifth", u.eerste)
	}
	asked := 0
	for _, n := range u.vals {
		asked += n
	}
	if asked > u.blikken/400 {
		t.Errorf("%d of %d looks that were all right are asked about", asked, u.blikken)
	}
	if again := maakJaar(21, 300, 4000, 150_000).loop(toezicht.Kenmerken(), false); again.vragen != u.vragen {
		t.Error("the same seed gives another year")
	}
	with := j.loop(metAdres(), true)
	if with.gevonden["household"] != 9 {
		t.Errorf("with addresses %d of 9 households are found", with.gevonden["household"])
	}
}

// BenchmarkRedenen is the cost that the rules add to one look (goal of B8: under 1 ms).
func BenchmarkRedenen(b *testing.B) {
	set, f := toezicht.Kenmerken(), toezicht.Feiten{}
	f[toezicht.EigenNaam], f[toezicht.ZonderReden] = 1, 1
	for b.Loop() {
		toezicht.Redenen(set, f, inWerking)
	}
}
