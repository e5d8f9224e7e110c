// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"slices"
	"testing"

	"dwarsverband/domein/termijn"
)

// months makes a series of months from `from`; a negative value is a month that is absent, -2 one that the source hides.
func months(from Periode, values ...float64) []Cijfer {
	var list []Cijfer
	for i, v := range values {
		c := Cijfer{Periode: from.Add(i)}
		switch v {
		case -1:
			continue
		case -2:
			c.Attribuut = Geheim
		default:
			c.Waarde = &v
		}
		list = append(list, c)
	}
	return list
}

func steady(n int, v float64) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = v
	}
	return list
}

func TestKeuzeVergelijk(t *testing.T) {
	year := Keuze{Tot: "2026MM12", Jaarsom: true}
	month := Keuze{Tot: "2026MM12"}
	full := append(steady(12, 1), steady(12, 2)...)
	gap, hidden := slices.Clone(full), slices.Clone(full)
	gap[20], hidden[20] = -1, -2
	tests := []struct {
		naam           string
		keuze          Keuze
		reeks          []Cijfer
		nu, eerder     float64 // -1: unknown
		reden, reden2  string
		verschil, gaat float64
	}{
		{"a year against the year before", year, months("2025MM01", full...), 24, 12, "", "", 12, 1},
		{"one month", month, months("2025MM01", full...), 2, 1, "", "", 1, 1},
		{"an absent month is not zero", year, months("2025MM01", gap...), -1, 12, "11 van de 12 maanden bekend", "", 0, 0},
		{"a hidden month hides the year", year, months("2025MM01", hidden...), -1, 12, "afgeschermd", "", 0, 0},
		{"no year before", year, months("2026MM01", full[12:]...), 24, -1, "", "geen gegevens", 0, 0},
		{"zero is a figure", month, months("2026MM12", 0), 0, -1, "", "geen gegevens", 0, 0},
		{"nothing", month, nil, -1, -1, "geen gegevens", "geen gegevens", 0, 0},
	}
	for _, tt := range tests {
		r := tt.keuze.Vergelijk(tt.reeks, "2025MM12")
		if got := valueOr(r.Nu.Waarde); got != tt.nu || r.Nu.Reden != tt.reden {
			t.Errorf("%s: now %v %q", tt.naam, got, r.Nu.Reden)
		}
		if got := valueOr(r.Eerder.Waarde); got != tt.eerder || r.Eerder.Reden != tt.reden2 {
			t.Errorf("%s: before %v %q", tt.naam, got, r.Eerder.Reden)
		}
		if d := r.Verschil(); (d != nil) != (tt.gaat == 1) || d != nil && *d != tt.verschil {
			t.Errorf("%s: change %v", tt.naam, d)
		}
	}
}

func valueOr(v *float64) float64 {
	if v == nil {
		return -1
	}
	return *v
}

func TestUitkomstSaysWhy(t *testing.T) {
	n := 20.0
	in := Inwonertal{Jaar: 2026, Aantal: map[string]float64{"a": 2000, "b": 99}}
	for gebied, want := range map[string]string{"a": "", "b": "minder dan 100 inwoners", "c": "geen inwonertal"} {
		u := Uitkomst{Waarde: &n}.metMarge().per1000(in, gebied)
		if u.Reden != want || (u.Waarde != nil) != (want == "") {
			t.Errorf("%s: %+v", gebied, u)
		}
		if u.Waarde != nil && (*u.Waarde != 10 || *u.Onder < 6 || *u.Onder > 6.2 || *u.Boven < 15.3 || *u.Boven > 15.6) {
			t.Errorf("rate %v between %v and %v", *u.Waarde, *u.Onder, *u.Boven)
		}
	}
	rate := 10.0
	if u := (Uitkomst{Waarde: &rate}).metGeschatteMarge(2000); *u.Waarde != 10 || *u.Onder < 6 || *u.Onder > 6.2 || *u.Boven < 15.3 || *u.Boven > 15.6 {
		t.Errorf("a published rate lies between %v and %v", *u.Onder, *u.Boven)
	}
	if u := (Uitkomst{Waarde: &rate}).metGeschatteMarge(0); u.Onder != nil {
		t.Error("without inhabitants there is a margin")
	}
	if n != 20 {
		t.Error("dividing changed the count itself")
	}
	for attr, want := range map[Attribuut]string{Onbekend: "onbekend", NietVanToepassing: "niet van toepassing", Definitief: "geen gegevens", Geheim: "afgeschermd"} {
		r := Keuze{Tot: "2026JJ00"}.Vergelijk([]Cijfer{{Periode: "2026JJ00", Attribuut: attr}}, "")
		if r.Nu.Reden != want || r.Nu.Waarde != nil {
			t.Errorf("%q: %+v", attr, r.Nu)
		}
	}
	v := 3.0
	if r := (Keuze{Tot: "2026MM09"}).Vergelijk([]Cijfer{{Periode: "2026MM09", Waarde: &v, Attribuut: Voorlopig}}, ""); r.Nu.Attribuut != Voorlopig {
		t.Error("a provisional month gives a final sum")
	}
}

func TestEerder(t *testing.T) {
	biennial := []Periode{"2025JJ00", "2023JJ00", "2021JJ00"}
	tests := []struct {
		tot  Periode
		list []Periode
		want Periode
	}{
		{"2026MM09", nil, "2025MM09"}, {"2026KW03", nil, "2025KW03"}, {"2025JJ00", biennial, "2023JJ00"}, {"2021JJ00", biennial, ""},
	}
	for _, tt := range tests {
		if got := eerder(tt.tot, tt.list); got != tt.want {
			t.Errorf("before %s: %s, want %s", tt.tot, got, tt.want)
		}
	}
}

func TestOpeners(t *testing.T) {
	list := []Soort{
		{Code: "a", Naam: "Bedreiging", Eenheid: "aantal", Lengte: Maand}, {Code: "b", Naam: "Drugshandel", Eenheid: "aantal", Lengte: Maand, Politie: true},
		{Code: "c", Naam: "Totaal misdrijven", Eenheid: "aantal", Lengte: Maand, Totaal: true}, {Code: "d", Naam: "Woningen", Eenheid: "aantal", Lengte: Jaar},
		{Code: "e", Naam: "Diefstal uit woning, schuur e.d.", Eenheid: "per 1.000 inwoners", Lengte: Jaar},
		{Code: "f", Naam: "Huiselijk geweld", Eenheid: "aantal", Lengte: Kwartaal, Gevoelig: true},
	}
	var got []string
	for _, k := range Openers(list) {
		got = append(got, k.Code)
	}
	if !slices.Equal(got, []string{"e", "a"}) {
		t.Errorf("a map opens on %v", got)
	}
}

func TestOuderdom(t *testing.T) {
	vandaag, _ := termijn.NewDate(2026, 11, 9)
	for p, want := range map[Periode]int{"2026MM10": 0, "2026MM09": 1, "2026KW03": 1, "2025JJ00": 10, "2020MM12": 70} {
		if got := Ouderdom(p, vandaag); got != want {
			t.Errorf("%s is %d months old, want %d", p, got, want)
		}
	}
	tests := []struct {
		vertraging int
		p          Periode
		want       bool
	}{{1, "2026MM09", false}, {0, "2026MM09", false}, {1, "2026MM08", false}, {1, "2026MM07", true}, {1, "2026KW03", false}, {1, "2026KW01", true}, {12, "2025JJ00", false}, {12, "2023JJ00", true}}
	for _, tt := range tests {
		if got := (Bron{Vertraging: tt.vertraging}).Achter(tt.p, vandaag); got != tt.want {
			t.Errorf("newest %s with a delay of %d months: behind is %v", tt.p, tt.vertraging, got)
		}
	}
}
