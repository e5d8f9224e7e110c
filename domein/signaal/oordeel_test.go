// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"dwarsverband/domein/cijfer"
	"dwarsverband/stats"
)

func TestReeksen(t *testing.T) {
	v := func(f float64) *float64 { return &f }
	reeksen, laatste := Reeksen([]cijfer.Cijfer{
		{Soort: "b", Gebied: "BU1", Periode: "2026MM02", Waarde: v(3), Attribuut: cijfer.Voorlopig},
		{Soort: "a", Gebied: "BU1", Periode: "2025MM11", Waarde: v(0)},
		{Soort: "a", Gebied: "BU1", Periode: "2026MM01", Waarde: v(7)},
		{Soort: "a", Gebied: "BU1", Periode: "2025MM12", Attribuut: cijfer.Geheim},
	})
	if laatste != "2026MM02" || len(reeksen) != 2 {
		t.Fatalf("%d series up to %s", len(reeksen), laatste)
	}
	a := reeksen[0].Waarden
	if len(a) != 4 || a[0] != 0 || !math.IsNaN(a[1]) || a[2] != 7 || !math.IsNaN(a[3]) {
		t.Errorf("a gap is not a zero, and every series ends in the newest month: %v", a)
	}
	if seen, loose := reeksen[1].in("2026MM02"); seen != 3 || !loose {
		t.Errorf("2026MM02: %v, provisional %v", seen, loose)
	}
	for _, p := range []cijfer.Periode{"2026MM01", "2026MM03"} {
		if seen, _ := reeksen[1].in(p); !math.IsNaN(seen) {
			t.Errorf("%s lies outside the series and gives %v", p, seen)
		}
	}
}

// bh is false-discovery control as cmd passes it in.
func bh(p []float64, q float64) ([]bool, []float64, int) {
	ring, _, n := stats.BenjaminiHochberg(p, q)
	return ring, stats.AlarmBars(p, q), n
}

// vast is a method that gives every month of a series the p-value under its kind and area; NaN is one that it cannot judge.
func vast(p map[string]float64) Methode {
	return func(_ context.Context, reeksen []Reeks, maanden int) ([][]Toets, error) {
		all := make([][]Toets, len(reeksen))
		for i, r := range reeksen {
			for range maanden {
				all[i] = append(all[i], Toets{Kan: !math.IsNaN(p[r.Soort+r.Gebied]), P: p[r.Soort+r.Gebied], Verwacht: 2,
					Interval: func() (float64, float64) { return 0, 5 }, Kleinste: func(p float64) (float64, bool) { return 9, p > 0.0001 }})
			}
		}
		return all, nil
	}
}

func serie(soort, gebied string, values ...float64) Reeks {
	return Reeks{Soort: soort, Gebied: gebied, Begin: "2026MM01", Waarden: values, Voorlopig: make([]bool, len(values))}
}

func TestOordeelKeepsPoliceActivityApart(t *testing.T) {
	for _, look := range []bool{false, true} {
		testOordeel(t, look)
	}
}

// testOordeel judges two families; look tells whether people look at the series in which nothing ever comes close.
func testOordeel(t *testing.T, look bool) {
	t.Helper()
	reeksen := []Reeks{serie("inbraak", "BU1", 3, 4), serie("inbraak", "BU2", 3, math.NaN()), serie("drugs", "BU1", 3, 4), serie("drugs", "BU2", 3, 4)}
	in := Instelling{Q: 0.05, Volgen: 0.03, Terug: 2, Nieuws: 1}
	s := Service{Instelling: in, Familie: bh, Methode: vast(map[string]float64{"inbraakBU1": 0.02, "inbraakBU2": 0.001, "drugsBU1": 0.03, "drugsBU2": 0.9})}
	list, err := s.oordeel(t.Context(), reeksen, map[string]bool{"drugs": true}, "2026MM02", map[reeks]bool{{"drugs", "BU2"}: look})
	if err != nil || len(list) != 8 {
		t.Fatalf("%d judgements, %v", len(list), err)
	}
	type outcome struct {
		u                Uitspraak
		getoetst, zonder int
	}
	got := map[string]outcome{}
	for _, o := range list {
		got[o.Soort+o.Gebied+o.Periode.Code()] = outcome{o.Uitspraak, o.Getoetst, o.ZonderUitspraak}
	}
	for key, want := range map[string]outcome{
		"inbraakBU12026MM01": {Rings, 2, 0}, "inbraakBU22026MM01": {Rings, 2, 0},
		"inbraakBU12026MM02": {Rings, 1, 1}, "inbraakBU22026MM02": {GeenUitspraak, 1, 1}, // a gap, although the method gave a p-value
		"drugsBU12026MM02": {Volgen, 2, 0}, "drugsBU22026MM02": {Rustig, 2, 0},
	} {
		if got[key] != want {
			t.Errorf("%s: %+v, want %+v", key, got[key], want)
		}
	}
	for _, o := range list {
		if known := !math.IsNaN(o.Verwacht) && !math.IsNaN(o.P); known == (o.Uitspraak == GeenUitspraak) {
			t.Errorf("%s in %s, %s: %s with %+v", o.Soort, o.Gebied, o.Periode, o.Uitspraak, o.Meting)
		}
		worked := o.Uitspraak != GeenUitspraak && (look || o.Soort+o.Gebied != "drugsBU2")
		if o.Boven == 5 != worked || o.Kleinste == 9 != worked || math.IsNaN(o.Onder) == worked {
			t.Errorf("%s in %s, %s, looked at %v: %+v", o.Soort, o.Gebied, o.Periode, look, o.Meting)
		}
	}
}

func TestOordeelRefusesAMethodThatLeavesSeriesOut(t *testing.T) {
	reeksen := []Reeks{serie("a", "BU1", 1), serie("a", "BU2", 1)}
	for name, m := range map[string]Methode{
		"a series": func(context.Context, []Reeks, int) ([][]Toets, error) { return make([][]Toets, 1), nil },
		"a month": func(context.Context, []Reeks, int) ([][]Toets, error) {
			return [][]Toets{make([]Toets, 2), make([]Toets, 1)}, nil
		},
	} {
		s := Service{Instelling: Instelling{Q: 0.05, Terug: 2}, Familie: bh, Methode: m}
		if _, err := s.oordeel(t.Context(), reeksen, nil, "2026MM01", nil); err == nil {
			t.Errorf("%s missing: no error", name)
		}
	}
}

func TestHerziening(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		name               string
		was                float64
		vervallen          bool
		seen               float64
		u                  Uitspraak
		wasLoose, nowLoose bool
		want               string
	}{
		{"nothing", 9, false, 9, Rings, false, false, ""},
		{"still gone", nan, true, nan, GeenUitspraak, false, false, ""},
		{"withdrawn", 9, false, nan, GeenUitspraak, false, false, "De bron geeft voor deze maand geen aantal meer."},
		{"back", nan, true, 9, Rings, false, false, "De bron geeft weer een aantal: 9. Het valt op."},
		{"lower", 9, false, 3, Rustig, false, false, "Het aantal is herzien van 9 naar 3 en valt niet meer op."},
		{"higher", 9, false, 12, Rings, false, false, "Het aantal is herzien van 9 naar 12. Het blijft opvallen."},
		{"lower again", 3, true, 2, Rustig, false, false, "Het aantal is herzien van 3 naar 2 en valt nog steeds niet op."},
		{"again", 3, true, 12, Rings, false, false, "Het aantal is herzien van 3 naar 12 en valt weer op."},
		{"the past", 9, false, 9, Volgen, false, false, "Eerdere maanden zijn herzien. Daardoor valt dit aantal niet meer op."},
		{"the past, no statement", 9, false, 9, GeenUitspraak, false, false, "Eerdere maanden zijn herzien. Daardoor is over dit aantal geen uitspraak meer te doen."},
		{"final", 9, false, 9, Rings, true, false, "Het aantal is definitief geworden."},
	}
	for _, tt := range tests {
		sig := Signaal{Meting: Meting{Gezien: tt.was, Voorlopig: tt.wasLoose}, Vervallen: tt.vervallen}
		o := Oordeel{Uitspraak: tt.u, Meting: Meting{Gezien: tt.seen, Voorlopig: tt.nowLoose}}
		if got := herziening(sig, o); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// S15: in quiet months, with the law of the counts known, at most 5 % show a false signal.
func TestQuietMonths(t *testing.T) {
	law := distuv.Poisson{Lambda: 2, Src: rand.NewPCG(15, 2026)}
	const months, cells = 1000, 480
	reeksen := make([]Reeks, cells)
	toetsen := make([][]Toets, cells)
	for i := range reeksen {
		reeksen[i], toetsen[i] = serie("inbraak", "BU", 0), make([]Toets, 1)
	}
	alarms := 0
	for range months {
		for i := range reeksen {
			n := law.Rand()
			reeksen[i].Waarden[0], toetsen[i][0] = n, Toets{Kan: true, P: law.Survival(n - 1), Verwacht: 2}
		}
		list := familie(reeksen, toetsen, "2026MM01", 0, Standaard(), bh)
		if slices.ContainsFunc(list, func(o Oordeel) bool { return o.Uitspraak == Rings }) {
			alarms++
		}
	}
	t.Logf("%d of %d quiet months show a signal", alarms, months)
	if alarms > months/20 || alarms == 0 {
		t.Errorf("%d of %d quiet months show a signal", alarms, months)
	}
}
