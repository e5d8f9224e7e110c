// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"math"
	"slices"
	"testing"
)

func kinds2(codes ...string) []Soort {
	var list []Soort
	for _, code := range codes {
		list = append(list, Soort{Code: code, Eenheid: "aantal"})
	}
	return list
}

func TestInwonersoorten(t *testing.T) {
	ages := inwonerCodes[2]
	tests := []struct {
		naam    string
		soorten []Soort
		want    []string
	}{
		{"own figure", kinds2("inbraak", "inwoners", "kwb-AantalInwoners"), []string{"inwoners"}},
		{"total of CBS before its age groups", kinds2(append([]string{"kwb-AantalInwoners"}, ages...)...), []string{"kwb-AantalInwoners"}},
		{"only the age groups", kinds2(ages...), ages},
		{"an age group is missing, so the sum would be too low", kinds2(ages[1:]...), nil},
		{"nothing", nil, nil},
	}
	for _, tt := range tests {
		if got := Inwonersoorten(tt.soorten); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.naam, got, tt.want)
		}
	}
}

func TestPerInwoner(t *testing.T) {
	for code, want := range map[string]bool{"inbraak": true, "inwoners": false, "kwb-k_15Tot25Jaar": false} {
		if got := (Soort{Code: code, Eenheid: "aantal"}).PerInwoner(); got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
	if (Soort{Code: "diefstal", Eenheid: "per 1.000 inwoners"}).PerInwoner() {
		t.Error("a rate is divided by inhabitants again")
	}
	if got := Per1000(31, 62000); got != 0.5 {
		t.Errorf("31 in 62,000 is %v per 1,000", got)
	}
}

// The bounds are those of the exact Poisson interval (chi-square quantiles), as published in many tables.
func TestMarge(t *testing.T) {
	tests := []struct{ n, onder, boven float64 }{
		{0, 0, 3.689}, {1, 0.025, 5.572}, {5, 1.623, 11.668}, {10, 4.795, 18.390}, {25, 16.179, 36.905}, {100, 81.364, 121.627}, {1000, 938.967, 1063.959},
	}
	for _, tt := range tests {
		onder, boven := Marge(tt.n)
		if math.Abs(onder-tt.onder) > 0.1 || math.Abs(boven-tt.boven) > 0.1 {
			t.Errorf("%v: %.3f to %.3f, want %.3f to %.3f", tt.n, onder, boven, tt.onder, tt.boven)
		}
	}
}

func TestEind(t *testing.T) {
	for p, want := range map[Periode][2]int{"2026MM09": {2026, 9}, "2026KW03": {2026, 9}, "2026KW04": {2026, 12}, "2026JJ00": {2026, 12}} {
		if jaar, maand := p.Eind(); jaar != want[0] || maand != want[1] {
			t.Errorf("%s ends in %d-%d, want %v", p, jaar, maand, want)
		}
	}
}
