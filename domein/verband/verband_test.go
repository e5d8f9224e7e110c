// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package verband

import (
	"slices"
	"strings"
	"testing"

	"dwarsverband/toegang"
)

func TestOvergangen(t *testing.T) {
	allowed := map[[2]Status]bool{{Voorgesteld, VanKracht}: true, {Voorgesteld, Beeindigd}: true, {VanKracht, Beeindigd}: true}
	statuses := []Status{Voorgesteld, VanKracht, Beeindigd}
	for _, from := range statuses {
		for _, to := range statuses {
			if got := from.Mag(to); got != allowed[[2]Status{from, to}] {
				t.Errorf("from %q to %q: %v", from, to, got)
			}
		}
	}
}

func TestNodigAndEigendomein(t *testing.T) {
	safety := Feit{Eind: Eind{Doel, "1"}, Domein: toegang.DomeinVeiligheid}
	care := Feit{Eind: Eind{Doel, "2"}, Domein: toegang.DomeinZorg}
	area := Feit{Eind: Eind{Gebied, "WK999901"}, Openbaar: true}
	both := []string{toegang.DomeinVeiligheid, toegang.DomeinZorg}
	for _, c := range []struct {
		name  string
		a, b  Feit
		nodig []string
		eigen string
	}{
		{"safety and care", safety, care, both, ""},
		{"care and safety", care, safety, both, ""},
		{"within safety", safety, safety, nil, toegang.DomeinVeiligheid},
		{"within care", care, care, nil, toegang.DomeinZorg},
		{"safety and area", safety, area, nil, toegang.DomeinVeiligheid},
		{"area and care", area, care, nil, toegang.DomeinZorg},
	} {
		if got := Nodig(c.a, c.b); !slices.Equal(got, c.nodig) {
			t.Errorf("%s: needs %v, want %v", c.name, got, c.nodig)
		}
		if got := Eigendomein(c.a, c.b); got != c.eigen {
			t.Errorf("%s: belongs to %q, want %q", c.name, got, c.eigen)
		}
	}
}

func TestOntbreekt(t *testing.T) {
	v := Verband{Akkoorden: []Akkoord{{Domein: toegang.DomeinZorg}}}
	if got := v.Ontbreekt(Nodig(Feit{Domein: toegang.DomeinZorg}, Feit{Domein: toegang.DomeinVeiligheid})); !slices.Equal(got, []string{toegang.DomeinVeiligheid}) {
		t.Fatalf("care agreed, so safety is missing: %v", got)
	}
}

// Two things are tied once, whichever way round somebody lays the tie.
func TestSleutelKnowsNoDirection(t *testing.T) {
	ends := []Eind{{Doel, "a"}, {Doel, "b"}, {Indicator, "a"}, {Gebied, "WK999901"}}
	seen := map[string][2]Eind{}
	for i, a := range ends {
		for _, b := range ends[i+1:] {
			there, back := Verband{Van: a, Naar: b}, Verband{Van: b, Naar: a}
			if there.Sleutel() != back.Sleutel() {
				t.Errorf("%v and %v: the way back has another key", a, b)
			}
			if other, ok := seen[there.Sleutel()]; ok {
				t.Errorf("%v-%v has the key of %v", a, b, other)
			}
			seen[there.Sleutel()] = [2]Eind{a, b}
			if there.Ander(a) != b || there.Ander(b) != a {
				t.Errorf("%v-%v: the other end is wrong", a, b)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	doel, area := Eind{Doel, "1"}, Eind{Gebied, "WK999901"}
	for _, c := range []struct {
		name      string
		van, naar Eind
		waarom    string
		velden    string
	}{
		{"fine", doel, area, "Hier is het geweld het hoogst.", ""},
		{"no reason", doel, area, " kort ", "waarom"},
		{"too long", doel, area, strings.Repeat("x", 501), "waarom"},
		{"itself", doel, doel, "Hier is het geweld het hoogst.", "naar"},
		{"two areas", area, Eind{Gebied, "WK999902"}, "Hier is het geweld het hoogst.", "naar"},
		{"all at once", Eind{"persoon", "1"}, Eind{}, "", "van naar waarom"},
	} {
		var got []string
		for _, f := range check(c.van, c.naar, c.waarom) {
			got = append(got, f.Veld)
		}
		if strings.Join(got, " ") != c.velden {
			t.Errorf("%s: faults in %v, want %q", c.name, got, c.velden)
		}
	}
}
