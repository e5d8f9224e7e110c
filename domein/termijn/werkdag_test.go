// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import (
	"testing"
	"time"
)

// S8: Good Friday and Easter Monday do not count.
func TestWerkdagenOverPasen(t *testing.T) {
	begin := At(time.Date(2026, 4, 2, 14, 0, 0, 0, Amsterdam))
	if got := begin.AddWerkdagen(5); got.Time().In(Amsterdam).Format("2006-01-02 15:04") != "2026-04-13 14:00" {
		t.Errorf("five working days after %s is %s", begin, got)
	}
	if got := At(time.Date(2026, 4, 13, 14, 0, 0, 0, Amsterdam)).AddWerkdagen(-1); got.Date().String() != "2026-04-10" {
		t.Errorf("one working day before Monday is %s", got)
	}
}

// S12: the end after two suspensions, shown line by line.
func TestBereken(t *testing.T) {
	s := []Schorsing{{date(t, "2026-03-16"), date(t, "2026-03-27")}, {date(t, "2026-04-20"), date(t, "2026-04-22")}}
	for _, c := range []struct {
		schorsingen []Schorsing
		kaal, einde string
	}{{nil, "2026-04-27", "2026-04-28"}, {s[:1], "2026-05-08", "2026-05-08"}, {s, "2026-05-10", "2026-05-11"}} {
		b := Bereken(date(t, "2026-03-02"), 56, c.schorsingen)
		if b.Kaal.String() != c.kaal || b.Einde.String() != c.einde {
			t.Errorf("%d suspensions: %s, really %s; want %s, %s", len(c.schorsingen), b.Kaal, b.Einde, c.kaal, c.einde)
		}
		if len(b.Regels) != len(c.schorsingen)+2 {
			t.Errorf("%d lines explain %d suspensions: %q", len(b.Regels), len(c.schorsingen), b.Regels)
		}
	}
}

func TestFeestdagen(t *testing.T) {
	for dag, want := range map[string]string{
		"2026-01-01": "Nieuwjaarsdag", "2026-04-03": "Goede Vrijdag", "2026-04-06": "tweede paasdag", "2026-04-27": "Koningsdag", "2025-04-26": "Koningsdag",
		"2026-05-05": "Bevrijdingsdag", "2026-05-14": "Hemelvaartsdag", "2026-05-25": "tweede pinksterdag", "2026-12-26": "tweede kerstdag",
		"2038-04-26": "tweede paasdag", "2025-04-27": "", "2026-04-05": "", "2026-12-24": "",
	} {
		if got, _ := Feestdag(date(t, dag)); got != want {
			t.Errorf("%s is %q, want %q", dag, got, want)
		}
	}
	for jaar, want := range map[int]string{2000: "2000-04-23", 2008: "2008-03-23", 2011: "2011-04-24", 2038: "2038-04-25", 2049: "2049-04-18"} {
		if got := pasen(jaar).String(); got != want {
			t.Errorf("Easter of %d is %s, want %s", jaar, got, want)
		}
	}
}

// Counting by leaps gives what counting day by day gives, never lands on a day off and never goes back.
func TestWerkdagenAgreeWithCounting(t *testing.T) {
	for d := date(t, "2024-01-01"); d.Before(date(t, "2029-01-01")); d = d.AddDays(1) {
		for _, n := range []int{1, 2, 5, 10} {
			naive, left := d, n
			for left > 0 {
				if naive = naive.AddDays(1); naive.Werkdag() {
					left--
				}
			}
			if got := d.AddWerkdagen(n); got != naive || !got.Werkdag() {
				t.Fatalf("%s + %d working days = %s, counted %s", d, n, got, naive)
			}
			if d.Werkdag() && d.AddWerkdagen(n).AddWerkdagen(-n) != d {
				t.Fatalf("%s + %d - %d working days = %s", d, n, n, d.AddWerkdagen(n).AddWerkdagen(-n))
			}
		}
	}
}

func TestVanaf(t *testing.T) {
	begin := At(time.Date(2026, 4, 2, 14, 0, 0, 0, Amsterdam))
	for _, c := range []struct {
		code, want string
	}{
		{NoodtoegangDuur, "2026-04-02 15:00"}, {OverdrachtStilte, "2026-04-04 14:00"}, {KnoopTrede + "1", "2026-04-13 14:00"}, {Ontkoppelen, "2026-05-03 00:00"},
		{VeiligThuisBegin, "2026-04-09 00:00"}, {BewaarZVH, "2031-04-03 00:00"}, {InzageTermijn, "2026-05-05 00:00"},
	} {
		r, err := Geldend(c.code, begin.Date())
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Vanaf(begin).Time().In(Amsterdam).Format("2006-01-02 15:04"); got != c.want {
			t.Errorf("%s from %s ends at %s, want %s", c.code, begin, got, c.want)
		}
	}
}

func TestHalverwegeLiesBetween(t *testing.T) {
	begin := At(time.Date(2026, 4, 2, 14, 0, 0, 0, Amsterdam))
	for n := 1; n < 30; n++ {
		eind := begin.AddWerkdagen(n)
		if half := Halverwege(begin, eind); half.Before(begin) || eind.Before(half) {
			t.Errorf("half way to %s is %s", eind, half)
		}
	}
	if got := Halverwege(begin, begin.AddWerkdagen(4)); got != begin.AddWerkdagen(2) {
		t.Errorf("half of four working days ends at %s", got)
	}
}
