// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import "testing"

func TestPeriode(t *testing.T) {
	for _, bad := range []string{"", "2025", "2025MM00", "2025MM13", "2025KW05", "2025JJ01", "2025mm01", "0999MM01", "2025MM1"} {
		if _, err := ParsePeriode(bad); err == nil {
			t.Errorf("%q was read as a period", bad)
		}
	}
	for _, c := range []struct {
		p       Periode
		lengte  Lengte
		text    string
		n       int
		further Periode
	}{
		{"2025MM09", Maand, "september 2025", 4, "2026MM01"},
		{"2025MM01", Maand, "januari 2025", -1, "2024MM12"},
		{"2025MM12", Maand, "december 2025", -24, "2023MM12"},
		{"2025KW03", Kwartaal, "3e kwartaal 2025", 2, "2026KW01"},
		{"2025JJ00", Jaar, "2025", -2, "2023JJ00"},
	} {
		if c.p.Lengte() != c.lengte || c.p.String() != c.text || c.p.Add(c.n) != c.further {
			t.Errorf("%s: %s, %s, %+d gives %s", c.p.Code(), c.p.Lengte(), c.p, c.n, c.p.Add(c.n).Code())
		}
	}
	if jaar, maand := Periode("2025KW04").Start(); jaar != 2025 || maand != 10 {
		t.Errorf("the fourth quarter begins in %d-%d", jaar, maand)
	}
}
