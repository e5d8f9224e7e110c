// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestKlassen(t *testing.T) {
	tests := map[string]struct {
		values []float64
		want   []float64
	}{
		"even spread":        {[]float64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, []float64{1, 3, 5, 7, 9, 10}},
		"mostly zero":        {[]float64{0, 0, 0, 0, 0, 0, 0, 0, 3, 9}, []float64{0, 3, 9}},
		"all the same":       {[]float64{4, 4, 4}, []float64{4, 4}},
		"highest alone":      {[]float64{1, 9, 9, 9, 9}, []float64{1, 9, 9}},
		"fewer than classes": {[]float64{1, 2}, []float64{1, 2, 2}},
		"not finite":         {[]float64{math.NaN(), 2, math.Inf(1), 1}, []float64{1, 2, 2}},
		"none":               {nil, nil},
	}
	for name, tt := range tests {
		got := Klassen(tt.values, 5)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: bounds %v, want %v", name, got, tt.want)
		}
		for _, v := range tt.values {
			k := Klasse(got, v)
			if math.IsNaN(v) {
				if k != GeenGegevens {
					t.Errorf("%s: %v has class %d", name, v, k)
				}
			} else if k < 0 || k+1 >= len(got) || v < got[k] || k+2 < len(got) && v >= got[k+1] {
				t.Errorf("%s: %v has class %d of %v", name, v, k, got)
			}
		}
	}
	if Klasse(nil, 3) != GeenGegevens {
		t.Error("without bounds a value has a class")
	}
}

func TestLegenda(t *testing.T) {
	labels := func(o LegendaOpties, bounds ...float64) string {
		var out []string
		for _, item := range Legenda(bounds, o) {
			out = append(out, item.Label)
		}
		return strings.Join(out, "; ")
	}
	rate := func(v float64) string { return Getal(v, 1) + "%" }
	for want, got := range map[string]string{
		"1 t/m 3; 4; 5 t/m 9":                 labels(LegendaOpties{Heel: true}, 1, 4, 5, 9),
		"0":                                   labels(LegendaOpties{Heel: true}, 0, 0),
		"0; 1 t/m 7":                          labels(LegendaOpties{Heel: true}, 0, 1, 7),
		"1,5% tot 2,3%; 2,3% t/m 7%":          labels(LegendaOpties{Format: rate}, 1.5, 2.26, 7),
		"1 t/m 2; geen gegevens":              labels(LegendaOpties{Geen: true}, 1, 2),
		"1 t/m 2; geen gegevens; afgeschermd": labels(LegendaOpties{Geen: true, Afgeschermd: true}, 1, 2),
	} {
		if got != want {
			t.Errorf("legend %q, want %q", got, want)
		}
	}
}

func TestGetal(t *testing.T) {
	for want, got := range map[string]string{
		"1.234.567,9": Getal(1234567.89, 1), "0": Getal(-0.001, 2), "-12,5": Getal(-12.5, 2), "100": Getal(99.999, 1), "999": Getal(999, 0),
		"onbekend": Getal(math.NaN(), 1), "1.000": Getal(1000, 2),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestScale(t *testing.T) {
	tests := []struct {
		low, high float64
		count     int
		whole     bool
		want      []string
	}{
		{0, 40, 4, true, []string{"0", "10", "20", "30", "40"}},
		{0, 3, 5, true, []string{"0", "1", "2", "3"}},
		{0, 3, 5, false, []string{"0", "1", "2", "3"}},
		{0, 1, 5, false, []string{"0", "0,2", "0,4", "0,6", "0,8", "1"}},
		{6.8, 7.1, 4, false, []string{"6,8", "6,9", "7", "7,1"}},
		{-12.5, 4, 4, false, []string{"-15", "-10", "-5", "0", "5"}},
		{0, 9800, 4, true, []string{"0", "2.500", "5.000", "7.500", "10.000"}},
		{5, 5, 4, true, []string{"5", "6"}},
	}
	for _, tt := range tests {
		s := newScale(tt.low, tt.high, tt.count, tt.whole)
		var got []string
		for _, v := range s.ticks() {
			got = append(got, s.label(v))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%v to %v in %d: %v, want %v", tt.low, tt.high, tt.count, got, tt.want)
		}
	}
}

func TestMaand(t *testing.T) {
	for want, m := range map[string]Maand{
		"jan 2020": NewMaand(2020, 1), "dec 2019": NewMaand(2020, 1) - 1, "mrt 2021": NewMaand(2020, 15), "mei 1": NewMaand(1, 5), "dec -1": NewMaand(0, 0),
	} {
		if m.String() != want {
			t.Errorf("%v, want %s", m, want)
		}
	}
	ticks, years := monthTicks(NewMaand(2022, 2), NewMaand(2025, 12), 560, false)
	if years || ticks[0] != NewMaand(2022, 7) || ticks[1] != NewMaand(2023, 1) {
		t.Errorf("ticks %v", ticks)
	}
	ticks, years = monthTicks(NewMaand(2012, 1), NewMaand(2025, 12), 280, false)
	if !years || len(ticks) < 4 || ticks[0].Nr() != 1 {
		t.Errorf("narrow: ticks %v", ticks)
	}
}

// A month without figure breaks the line and is never drawn at 0.
func TestReeksLeavesGapsOpen(t *testing.T) {
	points := []Reekspunt{
		{Maand: NewMaand(2025, 1), Waarde: new(10.0)}, {Maand: NewMaand(2025, 2), Waarde: new(11.0)},
		{Maand: NewMaand(2025, 3)}, // known to be missing
		{Maand: NewMaand(2025, 4), Waarde: new(12.0)},
		{Maand: NewMaand(2025, 6), Waarde: new(9.0)}, // May is not there at all
		{Maand: NewMaand(2025, 7), Waarde: new(8.0), Voorlopig: true},
	}
	svg := Reeks(points, ReeksOpties{ID: "r", Titel: "t"})
	for want, n := range map[string]int{
		`class="reeks-gat"`:                    3, // March, May and the legend
		"<title>mrt 2025: geen gegevens":       1,
		"<title>mei 2025: geen gegevens":       1,
		"<title>jul 2025: 8 (voorlopig)":       1,
		`class="reeks-lijn"`:                   3, // January to February, June to July, the legend
		"2 perioden zonder gegevens.":          1,
		"Laagste: 8 (jul 2025). Hoogste: 12 (": 1,
		": 0<":                                 0,
	} {
		if got := strings.Count(svg, want); got != n {
			t.Errorf("%q stands in the chart %d times, want %d", want, got, n)
		}
	}
}

// A figure that is withheld is not one that does not exist: the gap says what the page says.
func TestReeksNamesItsGaps(t *testing.T) {
	points := []Reekspunt{{Maand: NewMaand(2025, 1), Waarde: new(10.0)}, {Maand: NewMaand(2025, 3), Waarde: new(12.0)}}
	svg := Reeks(points, ReeksOpties{ID: "r", Titel: "t", GatNaam: "niet <getoond>"})
	for want, n := range map[string]int{"feb 2025: niet &lt;getoond&gt;</title>": 1, "1 periode: niet &lt;getoond&gt;.": 1, "geen gegevens": 0, "zonder gegevens": 0} {
		if got := strings.Count(svg, want); got != n {
			t.Errorf("%q stands in the chart %d times, want %d", want, got, n)
		}
	}
}
