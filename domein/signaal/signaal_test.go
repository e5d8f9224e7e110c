// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/termijn"
)

// levensloop is the table of transitions written out a second time, pair by pair.
var levensloop = map[Status]string{
	Nieuw:     "geduid gesloten",
	Geduid:    "geduid besproken opgepakt gesloten",
	Besproken: "geduid besproken opgepakt gesloten",
	Opgepakt:  "besproken gesloten",
	Gesloten:  "geduid",
}

func TestOvergangen(t *testing.T) {
	pairs := 0
	for _, van := range Statussen() {
		for _, naar := range Statussen() {
			pairs++
			want := strings.Contains(" "+levensloop[van]+" ", " "+string(naar)+" ")
			if van.Mag(naar) != want {
				t.Errorf("%s to %s: %v, want %v", van, naar, van.Mag(naar), want)
			}
			sig := Signaal{Velden: map[string]domein.Veld{"status": {Waarde: string(van), Versie: 1}}, Versie: 1}
			velden := map[string]string{}
			for _, naam := range naar.Velden() {
				velden[naam] = "tekst"
			}
			if err := check(sig, Stap{Naar: naar, Velden: velden}, velden); (err == nil) != want {
				t.Errorf("%s to %s: %v, want allowed %v", van, naar, err, want)
			}
		}
		if van != Nieuw && len(van.Velden()) == 0 {
			t.Errorf("%s asks for nothing", van)
		}
	}
	if pairs != 25 {
		t.Fatalf("%d pairs", pairs)
	}
}

func TestCheckNamesAllFaults(t *testing.T) {
	sig := Signaal{Velden: map[string]domein.Veld{"status": {Waarde: "nieuw", Versie: 1}}}
	velden := map[string]string{"duiding": strings.Repeat("é", maxTekst+1), "kleur": "rood"}
	err := check(sig, Stap{Naar: Geduid, Velden: velden}, velden)
	var fields []string
	for _, f := range domein.FaultsOf(err) {
		fields = append(fields, f.Veld)
	}
	if got := strings.Join(fields, " "); got != "duiding duidingsbron kleur" {
		t.Errorf("faults on %q: %v", got, err)
	}
	sig.Velden = map[string]domein.Veld{"status": {Waarde: "geduid"}, "duiding": {Waarde: "a"}, "duidingsbron": {Waarde: "b"}}
	if err := check(sig, Stap{Naar: Geduid}, map[string]string{"duiding": "c"}); err != nil {
		t.Errorf("at its own station a signal needs only what changes: %v", err)
	}
	if err := check(sig, Stap{Naar: Geduid}, map[string]string{"duiding": ""}); err == nil {
		t.Error("a reading may not be emptied")
	}
}

func TestVouw(t *testing.T) {
	ouder := map[string]string{"BU1": "WK1", "BU2": "WK1", "WK1": "GM", "BU3": "WK2", "WK2": "GM", "BU4": "WK3", "WK3": "GM", "L1": "L2", "L2": "L1"}
	s := func(soort, gebied string, p cijfer.Periode, n, kans float64) Signaal {
		return Signaal{ID: soort + gebied + p.Code(), Soort: soort, Gebied: gebied, Periode: p, Meting: Meting{Gezien: n, P: kans}}
	}
	const now, before = cijfer.Periode("2026MM09"), cijfer.Periode("2026MM08")
	stories := Vouw([]Signaal{
		s("inbraak", "BU1", now, 72, 1e-9), s("inbraak", "GM", now, 175, 1e-6), s("inbraak", "WK1", now, 80, 1e-4),
		s("inbraak", "BU3", now, 9, 1e-3), // its wijk does not ring, its gemeente does
		s("inbraak", "BU4", before, 5, 1e-3),
		s("vernieling", "BU1", now, 7, 1e-12), // another kind is another event
		s("lus", "L1", now, 3, 0.01), s("lus", "L2", now, 4, 0.01),
	}, ouder)
	var got []string
	for _, v := range stories {
		line := v.Hoofd.Soort + " " + v.Hoofd.Gebied
		for _, d := range v.Delen {
			line += " | " + d.Gebied + " " + getal(d.Gezien) + "/" + getal(d.Van)
		}
		got = append(got, line)
	}
	want := []string{"vernieling BU1", "inbraak GM | WK1 80/175 | BU1 72/175 | BU3 9/175", "lus L1 | L2 4/3", "inbraak BU4"}
	// Two areas that lie in each other are bad data: each is the head of the other, and the walk still ends.
	if len(got) != 5 || got[0] != want[0] || got[1] != want[1] || got[4] != want[3] {
		t.Errorf("stories:\n%s", strings.Join(got, "\n"))
	}
	if !stories[1].Van("inbraakBU3"+now.Code()) || stories[1].Van("vernielingBU1"+now.Code()) {
		t.Error("Van does not tell who is part of an event")
	}
}

// oorzaak are words that claim to know why.
var oorzaak = regexp.MustCompile(`(?i)\b(door|doordat|omdat|vanwege|dankzij|oorzaak|veroorzaakt|gevolg|leidt|komt van|dader|verdacht)\w*`)

func TestZin(t *testing.T) {
	day := func(y, m, d int) termijn.Date { date, _ := termijn.NewDate(y, m, d); return date }
	nan := math.NaN()
	tests := []struct {
		m                  Meting
		soort              string
		peildatum, vandaag termijn.Date
		want               string
	}{
		{Meting{Gezien: 14, Verwacht: 2.46, Onder: 0, Boven: 6, Getoetst: 576}, "Woninginbraak", day(2026, 9, 30), day(2026, 11, 9),
			"In september 2026 telde Kersenbuurt 14 keer woninginbraak, waar 2,5 werd verwacht (gewoon is 0 tot en met 6); er zijn 576 reeksen tegelijk beoordeeld en de cijfers zijn 40 dagen oud."},
		{Meting{Gezien: 2380, Verwacht: 1830.41, Onder: 1523, Boven: 2164, Getoetst: 1195}, "Totaal misdrijven", day(2020, 12, 31), day(2026, 11, 9),
			"In september 2026 telde Kersenbuurt 2.380 misdrijven, waar 1.830,4 werd verwacht (gewoon is 1.523 tot en met 2.164); er zijn 1.195 reeksen tegelijk beoordeeld en de cijfers zijn ruim 5 jaar oud."},
		{Meting{Gezien: 1, Verwacht: 0.04, Onder: nan, Boven: 0, Getoetst: 2}, "Meldingen overlast", day(2026, 11, 8), day(2026, 11, 9),
			"In september 2026 telde Kersenbuurt 1 keer meldingen overlast, waar 0 werd verwacht (gewoon is 0 tot en met 0); er zijn 2 reeksen tegelijk beoordeeld en de cijfers zijn 1 dag oud."},
		{Meting{Gezien: 5, Verwacht: 1, Onder: nan, Boven: nan, Getoetst: 3}, "1.4.5 Mishandeling", day(2025, 11, 9), day(2026, 11, 9),
			"In september 2026 telde Kersenbuurt 5 keer mishandeling, waar 1 werd verwacht; er zijn 3 reeksen tegelijk beoordeeld en de cijfers zijn 12 maanden oud."},
		{Meting{Gezien: 5, Verwacht: 1, Onder: 0, Boven: 3, Getoetst: 3}, "ASO-overlast", day(2024, 11, 9), day(2026, 11, 9),
			"In september 2026 telde Kersenbuurt 5 keer ASO-overlast, waar 1 werd verwacht (gewoon is 0 tot en met 3); er zijn 3 reeksen tegelijk beoordeeld en de cijfers zijn 2 jaar oud."},
		{Meting{Gezien: nan, Verwacht: nan}, "Woninginbraak", day(2026, 9, 30), day(2026, 11, 9),
			"De bron geeft voor september 2026 geen aantal meer voor woninginbraak in Kersenbuurt; over die maand is nu geen uitspraak te doen."},
		{Meting{Gezien: 4, Verwacht: nan}, "Woninginbraak", day(2026, 9, 30), day(2026, 11, 9),
			"In september 2026 telde Kersenbuurt 4 keer woninginbraak; over die maand is geen uitspraak te doen."},
	}
	for _, tt := range tests {
		got := Signaal{Periode: "2026MM09", Meting: tt.m}.Zin("Kersenbuurt", tt.soort, tt.peildatum, tt.vandaag)
		if got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
		if word := oorzaak.FindString(got); word != "" || strings.Count(got, ".") != strings.Count(tt.want, ".") {
			t.Errorf("names a cause (%q): %s", word, got)
		}
	}
}

func TestLeeftijd(t *testing.T) {
	today, _ := termijn.NewDate(2026, 3, 1)
	for from, want := range map[string]string{
		"2026-03-01": "0 dagen", "2026-03-05": "0 dagen", "2026-02-28": "1 dag", "2025-12-31": "60 dagen", "2025-12-30": "2 maanden",
		"2024-03-02": "23 maanden", "2024-03-01": "2 jaar", "2023-12-31": "ruim 2 jaar",
	} {
		date, err := termijn.ParseDate(from)
		if err != nil {
			t.Fatal(err)
		}
		if got := leeftijd(date, today); got != want {
			t.Errorf("%s: %s, want %s", from, got, want)
		}
	}
}
