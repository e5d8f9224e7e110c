// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"dwarsverband/domein/cijfer"
)

func cel(soort, gebied, periode string, waarde float64, attribuut ...cijfer.Attribuut) cijfer.Cijfer {
	c := cijfer.Cijfer{Soort: soort, Gebied: gebied, Periode: cijfer.Periode(periode), Waarde: &waarde}
	if len(attribuut) > 0 {
		c.Attribuut = attribuut[0]
		if c.Attribuut != cijfer.Voorlopig {
			c.Waarde = nil
		}
	}
	return c
}

// show writes measurements as "periode waarde status" for comparison.
func show(metingen []Meting) []string {
	var list []string
	for _, m := range metingen {
		waarde := "-"
		if m.Waarde != nil {
			waarde = fmt.Sprint(*m.Waarde)
		}
		list = append(list, fmt.Sprintf("%s %s %s", string(m.Periode), waarde, m.Status))
	}
	return list
}

func TestBereken(t *testing.T) {
	maand := Indicator{Teller: []string{"a"}, Factor: 1, Gebieden: []string{"W1"}, Lengte: cijfer.Maand}
	twee := Indicator{Teller: []string{"a", "b"}, Factor: 1, Gebieden: []string{"W1"}, Lengte: cijfer.Maand}
	for _, c := range []struct {
		name    string
		i       Indicator
		today   string
		cijfers []cijfer.Cijfer
		want    []string
	}{
		{"a month that is not published is that, not 0", maand, "2026-04-09",
			[]cijfer.Cijfer{cel("a", "W1", "2026MM01", 3), cel("a", "W1", "2026MM02", 0, cijfer.Voorlopig)},
			[]string{"2026MM01 3 definitief", "2026MM02 0 voorlopig", "2026MM03 - nog niet gepubliceerd"}},
		{"secret and unknown are no value", maand, "2026-03-01",
			[]cijfer.Cijfer{cel("a", "W1", "2026MM01", 3, cijfer.Geheim), cel("a", "W1", "2026MM02", 3, cijfer.Onbekend)},
			[]string{"2026MM01 - geheim", "2026MM02 - onbekend"}},
		{"a hole in the past is unknown", maand, "2026-04-01",
			[]cijfer.Cijfer{cel("a", "W1", "2026MM01", 3), cel("a", "W1", "2026MM03", 4)},
			[]string{"2026MM01 3 definitief", "2026MM02 - onbekend", "2026MM03 4 definitief"}},
		{"one of two kinds is missing", twee, "2026-03-01",
			[]cijfer.Cijfer{cel("a", "W1", "2026MM01", 3), cel("b", "W1", "2026MM01", 4), cel("a", "W1", "2026MM02", 3)},
			[]string{"2026MM01 7 definitief", "2026MM02 - nog niet gepubliceerd"}},
		{"a kind that never came", twee, "2026-02-01", []cijfer.Cijfer{cel("a", "W1", "2026MM01", 3)}, []string{"2026MM01 - onbekend"}},
		{"two areas, of which one is late", Indicator{Teller: []string{"a"}, Factor: 1, Gebieden: []string{"W1", "W2"}, Lengte: cijfer.Maand}, "2026-03-01",
			[]cijfer.Cijfer{cel("a", "W1", "2026MM01", 3), cel("a", "W2", "2026MM01", 5), cel("a", "W1", "2026MM02", 3), cel("a", "W3", "2026MM02", 9)},
			[]string{"2026MM01 8 definitief", "2026MM02 - nog niet gepubliceerd"}},
		{"per thousand of the newest year", Indicator{Teller: []string{"a"}, Noemer: "n", Factor: 1000, Gebieden: []string{"W1"}, Lengte: cijfer.Maand}, "2026-02-01",
			[]cijfer.Cijfer{cel("a", "W1", "2025MM12", 4), cel("a", "W1", "2026MM01", 6), cel("n", "W1", "2025JJ00", 2000)},
			[]string{"2025MM12 2 definitief", "2026MM01 3 definitief"}},
		{"a denominator of long ago is none", Indicator{Teller: []string{"a"}, Noemer: "n", Factor: 1000, Gebieden: []string{"W1"}, Lengte: cijfer.Jaar}, "2023-01-01",
			[]cijfer.Cijfer{cel("a", "W1", "2020JJ00", 4), cel("a", "W1", "2021JJ00", 4), cel("a", "W1", "2022JJ00", 4), cel("n", "W1", "2018JJ00", 2000)},
			[]string{"2020JJ00 2 definitief", "2021JJ00 2 definitief", "2022JJ00 - onbekend"}},
		{"nothing to divide by", Indicator{Teller: []string{"a"}, Noemer: "n", Factor: 1000, Gebieden: []string{"W1"}, Lengte: cijfer.Jaar}, "2023-01-01",
			[]cijfer.Cijfer{cel("a", "W1", "2022JJ00", 4), cel("n", "W1", "2022JJ00", 0)}, []string{"2022JJ00 - onbekend"}},
		{"too small to show, but zero is shown", Indicator{Teller: []string{"a"}, Factor: 1, Gebieden: []string{"W1"}, Lengte: cijfer.Kwartaal, Minimum: 10}, "2026-07-01",
			[]cijfer.Cijfer{cel("a", "W1", "2025KW04", 10), cel("a", "W1", "2026KW01", 9), cel("a", "W1", "2026KW02", 0)},
			[]string{"2025KW04 10 definitief", "2026KW01 - te klein om te tonen", "2026KW02 0 definitief"}},
		{"quarters of months", Indicator{Teller: []string{"a"}, Factor: 1, Gebieden: []string{"W1"}, Lengte: cijfer.Kwartaal}, "2026-07-20",
			[]cijfer.Cijfer{cel("a", "W1", "2026MM01", 1), cel("a", "W1", "2026MM02", 2), cel("a", "W1", "2026MM03", 3), cel("a", "W1", "2026MM04", 4)},
			[]string{"2026KW01 6 definitief", "2026KW02 - nog niet gepubliceerd"}},
		{"shorter than the source", maand, "2026-01-01", []cijfer.Cijfer{cel("a", "W1", "2025JJ00", 1)}, nil},
		{"no figures", maand, "2026-01-01", nil, nil},
	} {
		got := show(Bereken(c.i, c.cijfers, dag(t, c.today)))
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s:\n got %v\nwant %v", c.name, got, c.want)
		}
	}
}

func TestBerekenRollingYear(t *testing.T) {
	i := Indicator{Teller: []string{"a"}, Factor: 1, Gebieden: []string{"W1"}, Lengte: cijfer.Jaar}
	var figures []cijfer.Cijfer
	for m := 1; m <= 12; m++ {
		figures = append(figures, cel("a", "W1", fmt.Sprintf("2025MM%02d", m), float64(m)))
	}
	figures = append(figures, cel("a", "W1", "2026MM01", 10, cijfer.Voorlopig))
	got := Bereken(i, figures, dag(t, "2026-03-15"))
	want := []string{"2025MM12 78 definitief", "2026MM01 87 voorlopig", "2026MM02 - nog niet gepubliceerd"}
	if fmt.Sprint(show(got)) != fmt.Sprint(want) {
		t.Fatalf("got %v", show(got))
	}
	if got[0].Naam() != "12 maanden tot en met december 2025" {
		t.Fatalf("a rolling year is called %q", got[0].Naam())
	}
}

// A measurement has a value exactly when every figure that it needs has one, and then it is their sum. Nothing that is absent counts as zero.
func TestBerekenNeverInvents(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 1))
	for range 300 {
		i := Indicator{Teller: []string{"a", "b"}[:1+chance.IntN(2)], Factor: 1, Gebieden: []string{"W1", "W2", "W3"}[:1+chance.IntN(3)], Lengte: cijfer.Maand}
		if chance.IntN(2) == 0 {
			i.Lengte = cijfer.Jaar
		}
		window := maanden(i.Lengte)
		known := map[cijfer.Cel]float64{}
		var figures []cijfer.Cijfer
		for _, soort := range i.Teller {
			for _, area := range i.Gebieden {
				for m := range 30 {
					if chance.IntN(40) == 0 {
						continue
					}
					c := cel(soort, area, string(cijfer.MaandVan(2024, 1).Add(m)), float64(chance.IntN(9)))
					if chance.IntN(60) == 0 {
						c = cel(soort, area, string(c.Periode), 0, cijfer.Geheim)
					} else {
						known[cijfer.Cel{Soort: soort, Gebied: area, Periode: c.Periode}] = *c.Waarde
					}
					figures = append(figures, c)
				}
			}
		}
		chance.Shuffle(len(figures), func(a, b int) { figures[a], figures[b] = figures[b], figures[a] })
		for _, m := range Bereken(i, figures, dag(t, "2026-11-09")) {
			sum, complete := 0.0, true
			for _, soort := range i.Teller {
				for _, area := range i.Gebieden {
					for back := range window {
						v, ok := known[cijfer.Cel{Soort: soort, Gebied: area, Periode: m.Periode.Add(-back)}]
						sum, complete = sum+v, complete && ok
					}
				}
			}
			if complete != (m.Waarde != nil) || complete && *m.Waarde != sum {
				t.Fatalf("%s of %+v: got %v %s, want %v (complete %v)", m.Periode, i, m.Waarde, m.Status, sum, complete)
			}
			if m.Waarde == nil && (m.Status == Definitief || m.Status == Voorlopig) {
				t.Fatalf("%s has no value and says %s", m.Periode, m.Status)
			}
		}
	}
}

func goal(t *testing.T, richting Richting, nul, streef float64) Doel {
	t.Helper()
	return Doel{Nulmeting: &nul, Nulperiode: "2022JJ00", Streef: &streef, Streefperiode: "2026JJ00", Richting: richting}
}

func TestPadOp(t *testing.T) {
	d := goal(t, Dalen, 20, 12)
	for periode, want := range map[cijfer.Periode]float64{"2022JJ00": 20, "2024JJ00": 16, "2024MM06": 17, "2024KW02": 17, "2026JJ00": 12, "2028JJ00": 12} {
		if got, ok := PadOp(d, periode); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: path at %v %v, want %v", periode, got, ok, want)
		}
	}
	if _, ok := PadOp(d, "2022MM11"); ok {
		t.Error("before the baseline there is no path")
	}
	if _, ok := PadOp(Doel{}, "2024JJ00"); ok {
		t.Error("without figures there is no path")
	}
}

func TestStandVan(t *testing.T) {
	value := func(f float64) *float64 { return &f }
	for _, c := range []struct {
		name        string
		r           Richting
		nul, streef float64
		periode     cijfer.Periode
		waarde      *float64
		want        Oordeel
	}{
		{"on the path", Dalen, 20, 12, "2024JJ00", value(16), OpSchema},
		{"within a tenth of the change", Dalen, 20, 12, "2024JJ00", value(16.8), OpSchema},
		{"just outside", Dalen, 20, 12, "2024JJ00", value(16.9), Achter},
		{"ahead of a fall", Dalen, 20, 12, "2024JJ00", value(13), Voor},
		{"ahead of a rise", Stijgen, 6, 7, "2024JJ00", value(6.9), Voor},
		{"behind a rise", Stijgen, 6, 7, "2024JJ00", value(6.1), Achter},
		{"kept", Handhaven, 100, 100, "2024JJ00", value(104), OpSchema},
		{"not kept", Handhaven, 100, 100, "2024JJ00", value(106), Achter},
		{"only the baseline", Dalen, 20, 12, "2022JJ00", value(20), NietTeZeggen},
		{"not published yet", Dalen, 20, 12, "2024JJ00", nil, NietTeZeggen},
	} {
		s := StandVan(goal(t, c.r, c.nul, c.streef), []Meting{{Periode: c.periode, Waarde: c.waarde}})
		if s.Oordeel != c.want || (s.Reden == "") != (c.want != NietTeZeggen) {
			t.Errorf("%s: %+v, want %s", c.name, s, c.want)
		}
	}
	// The newest value counts, not a newer month without one.
	s := StandVan(goal(t, Dalen, 20, 12), []Meting{{Periode: "2024JJ00", Waarde: value(16)}, {Periode: "2025JJ00", Status: NietGepubliceerd}})
	if s.Oordeel != OpSchema || s.Pad != 16 || s.Meting.Periode != "2024JJ00" {
		t.Errorf("the newest value is of 2024: %+v", s)
	}
	if s := StandVan(Doel{}, nil); s.Oordeel != NietTeZeggen {
		t.Errorf("a goal without figures: %+v", s)
	}
}
