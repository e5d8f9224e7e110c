// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"strings"
	"testing"
)

func TestWaak(t *testing.T) {
	ivp := func(datum string, status Status) Plan {
		return Plan{ID: datum, Soort: IVP, Status: status, Vaststelling: Vaststelling{Orgaan: Raad, Datum: dag(t, datum)}}
	}
	old := ivp("2022-12-15", Vastgesteld)
	for _, c := range []struct {
		name     string
		plannen  []Plan
		vandaag  string
		ernst    Ernst
		kop, dag string
	}{
		{"more than a year left", []Plan{old}, "2025-12-14", "", "", ""},
		{"twelve months left", []Plan{old}, "2025-12-15", LetOp, "38b-termijn verstrijkt", "2026-12-15"},
		{"a day over six months left", []Plan{old}, "2026-06-14", LetOp, "38b-termijn verstrijkt", "2026-12-15"},
		{"six months left", []Plan{old}, "2026-06-15", Dringend, "38b-termijn verstrijkt", "2026-12-15"},
		{"the last day", []Plan{old}, "2026-12-15", Dringend, "38b-termijn verstrijkt", "2026-12-15"},
		{"the day after", []Plan{old}, "2026-12-16", Verlopen, "38b-termijn verstreken", "2026-12-15"},
		{"the raad set goals again", []Plan{old, ivp("2026-11-05", Vastgesteld)}, "2026-12-16", "", "", ""},
		{"a draft does not count", []Plan{old, ivp("2026-11-05", TerVaststelling)}, "2026-12-16", Verlopen, "38b-termijn verstreken", "2026-12-15"},
		{"nor does a rejected plan", []Plan{old, ivp("2026-11-05", Verworpen)}, "2026-11-09", Dringend, "38b-termijn verstrijkt", "2026-12-15"},
		{"an evaluated plan still holds the goals", []Plan{ivp("2022-12-15", Geevalueerd)}, "2026-11-09", Dringend, "38b-termijn verstrijkt", "2026-12-15"},
		{"set on 29 February", []Plan{ivp("2024-02-29", Vastgesteld)}, "2028-02-29", Dringend, "38b-termijn verstrijkt", "2028-02-29"},
		{"a Wmo-plan has no term", []Plan{{Soort: Wmo, Status: Vastgesteld, Vaststelling: Vaststelling{Datum: dag(t, "2015-01-01")}}}, "2026-11-09", Onbepaald, "38b-termijn onbekend", ""},
		{"an example has no term", []Plan{{Soort: IVP, Status: Vastgesteld, Merk: MerkVoorbeeld, Vaststelling: Vaststelling{Datum: dag(t, "2015-01-01")}}}, "2026-11-09", "", "", ""},
	} {
		list, err := Waak(c.plannen, dag(t, c.vandaag))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if c.ernst == "" {
			if len(list) > 0 {
				t.Errorf("%s: nothing to warn of, got %+v", c.name, list)
			}
			continue
		}
		if len(list) != 1 || list[0].Ernst != c.ernst || list[0].Kop != c.kop || list[0].Datum.String() != c.dag {
			t.Errorf("%s: got %+v", c.name, list)
			continue
		}
		if text := strings.ToLower(list[0].Kop + list[0].Tekst); strings.Contains(text, "ongeldig") {
			t.Errorf("%s: the goals lapse, the plan does not: %q", c.name, text)
		}
	}
}
