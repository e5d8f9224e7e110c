// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"
	"testing"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
)

func TestParsePeriode(t *testing.T) {
	for s, want := range map[string]cijfer.Periode{"2026": "2026JJ00", "2026-K3": "2026KW03", "2026k1": "2026KW01", "2026-09": "2026MM09", "2026JJ00": "2026JJ00", " 2026 ": "2026JJ00"} {
		p, err := ParsePeriode(s)
		if err != nil || p != want {
			t.Errorf("%q: %q %v, want %q", s, p, err, want)
		}
	}
	for _, s := range []string{"", "26", "2026-13", "2026-K5", "2026MM13", "volgend jaar", "2026-9"} {
		if p, err := ParsePeriode(s); err == nil {
			t.Errorf("%q is no period, got %q", s, p)
		}
	}
}

func FuzzParsePeriode(f *testing.F) {
	for _, s := range []string{"2026", "2026-K3", "2026-09", "2026JJ00", "1000-01", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriode(s)
		if err != nil {
			return
		}
		if back, err := ParsePeriode(SchrijfPeriode(p)); err != nil || back != p {
			t.Fatalf("%q became %q, written %q, read again %q %v", s, p, SchrijfPeriode(p), back, err)
		}
	})
}

// Whatever people type, reading it ends in values or in faults that can be shown, and never in a panic.
func FuzzLees(f *testing.F) {
	f.Add("Minder inbraak", "12,5", "2026", "WK999901 WK999902", "2026-01-01")
	f.Add("", "-0", "2026-K1", ";;,", "2026-02-30")
	f.Add("\xff\x00", "1e309", "0000", "GM9999", "")
	f.Fuzz(func(t *testing.T, tekst, getal, periode, codes, datum string) {
		velden := veldenVan("tekst", tekst, "naam", tekst, "wat", tekst, "titel", tekst, "trekker", tekst, "definitie", tekst, "eenheid", tekst, "soort", "effect",
			"prioriteit", "p", "nulmeting", getal, "streefwaarde", getal, "factor", getal, "voortgang", getal, "nulperiode", periode, "streefperiode", periode,
			"gebieden", codes, "teller", codes, "van", datum, "tot", datum, "start", datum, "eind", datum)
		d, i, a, p := Doel{}, Indicator{}, Actie{}, Plan{Soort: IVP}
		d.Velden, i.Velden, a.Velden, p.Velden = velden, velden, velden, velden
		faults := [][]domein.Fault{d.Lees(), i.Lees(), a.Lees(), p.Lees()}
		for _, f := range slices.Concat(faults...) {
			if f.Veld == "" || f.Melding == "" {
				t.Fatalf("a fault that says nothing: %+v", f)
			}
		}
		if len(faults[0]) == 0 && (!utf8.ValidString(d.Tekst) || d.Tekst == "") {
			t.Fatalf("a goal without a readable text passed: %q", d.Tekst)
		}
		StandVan(d, Bereken(i, nil, p.Van))
	})
}
