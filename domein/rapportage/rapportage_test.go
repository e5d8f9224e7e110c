// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage_test

import (
	"slices"
	"testing"

	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
)

func dag(t testing.TB, s string) termijn.Date {
	t.Helper()
	d, err := termijn.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOvergangen(t *testing.T) {
	allowed := map[[2]rapportage.Status]bool{
		{rapportage.Concept, rapportage.Vrijgegeven}:     true,
		{rapportage.Vrijgegeven, rapportage.Ingetrokken}: true,
	}
	for _, from := range rapportage.Statussen() {
		if _, ok := rapportage.Overgangen[from]; !ok {
			t.Errorf("%s is not in the table", from)
		}
		for _, to := range rapportage.Statussen() {
			if got := from.Mag(to); got != allowed[[2]rapportage.Status{from, to}] {
				t.Errorf("%s to %s: %v", from, to, got)
			}
		}
	}
}

func TestTijdvak(t *testing.T) {
	tests := []struct{ in, code, naam, einde string }{
		{"2026KW01-2026KW02", "2026KW01-2026KW02", "eerste halfjaar 2026", "2026-06-30"},
		{"2025KW03-2025KW04", "2025KW03-2025KW04", "tweede halfjaar 2025", "2025-12-31"},
		{"2026KW03", "2026KW03", "3e kwartaal 2026", "2026-09-30"},
		{"2026MM07-2026MM09", "2026KW03", "3e kwartaal 2026", "2026-09-30"},
		{"2025KW01-2025KW04", "2025JJ00", "2025", "2025-12-31"},
		{"2025JJ00", "2025JJ00", "2025", "2025-12-31"},
		{"2024MM02", "2024MM02", "februari 2024", "2024-02-29"},
		{"2026MM01-2026MM05", "2026MM01-2026MM05", "januari tot en met mei 2026", "2026-05-31"},
		{"2025KW03-2026KW02", "2025KW03-2026KW02", "juli 2025 tot en met juni 2026", "2026-06-30"},
	}
	for _, tt := range tests {
		v, err := rapportage.ParseTijdvak(tt.in)
		if err != nil || v.Code() != tt.code || v.String() != tt.naam || v.Einde().String() != tt.einde {
			t.Errorf("%s: %s, %s, %s, %v", tt.in, v.Code(), v, v.Einde(), err)
		}
	}
	for _, bad := range []string{"", "2026", "2026KW02-2026KW01", "2020JJ00-2026JJ00", "2026KW05", "2026KW01-"} {
		if v, err := rapportage.ParseTijdvak(bad); err == nil {
			t.Errorf("%q became %s", bad, v)
		}
	}
}

func TestTijdvakken(t *testing.T) {
	list := rapportage.Tijdvakken(dag(t, "2026-11-09"))
	var names []string
	for _, v := range list {
		names = append(names, v.String())
		if !v.Einde().Before(dag(t, "2026-11-09")) {
			t.Errorf("%s is not over", v)
		}
	}
	if want := []string{"3e kwartaal 2026", "2e kwartaal 2026", "eerste halfjaar 2026", "1e kwartaal 2026", "4e kwartaal 2025", "tweede halfjaar 2025", "2025"}; !slices.Equal(names[:7], want) {
		t.Errorf("got %q", names[:7])
	}
}

func FuzzParseTijdvak(f *testing.F) {
	for _, seed := range []string{"2026KW01-2026KW02", "2025JJ00", "2026MM09", "-", "2026KW01-2026KW02-2026KW03"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := rapportage.ParseTijdvak(s)
		if err != nil {
			return
		}
		again, err := rapportage.ParseTijdvak(v.Code())
		if err != nil || again != v || v.Einde().IsZero() || v.String() == "" {
			t.Fatalf("%q became %v, and that became %v (%v)", s, v, again, err)
		}
	})
}

// What was released is public from its moment on, to the second, and a draft never is.
func TestOpenbaar(t *testing.T) {
	at := termijn.At(dag(t, "2026-09-14").Start().Time())
	for _, tt := range []struct {
		status rapportage.Status
		nu     int // seconds after the embargo
		want   bool
	}{
		{rapportage.Vrijgegeven, -1, false}, {rapportage.Vrijgegeven, 0, true}, {rapportage.Ingetrokken, -1, false}, {rapportage.Ingetrokken, 0, true}, {rapportage.Concept, 1, false},
	} {
		r := rapportage.Rapportage{Status: tt.status, Vrijgave: rapportage.Vrijgave{Vanaf: at}}
		nu := termijn.At(at.Time().Add(1e9 * 1))
		if tt.nu <= 0 {
			nu = termijn.At(at.Time().Add(1e9 * -1))
		}
		if tt.nu == 0 {
			nu = at
		}
		if got := r.Openbaar(nu); got != tt.want {
			t.Errorf("%s at %d s: %v", tt.status, tt.nu, got)
		}
	}
}

func TestZin(t *testing.T) {
	value, path := 5.2, 5.6
	m := rapportage.Maat{Meter: true, Waarde: &value, Eenheid: "per 1.000 woningen", Over: "12 maanden tot en met juni 2026", Pad: &path}
	tests := []struct {
		doel rapportage.Doel
		want string
	}{
		{rapportage.Doel{Maten: []rapportage.Maat{m}, Oordeel: plan.OpSchema},
			"De stand is 5,2 per 1.000 woningen (12 maanden tot en met juni 2026). Het pad naar het doel vraagt dan 5,6. Het doel ligt op schema."},
		{rapportage.Doel{Maten: []rapportage.Maat{{Meter: true, Afgeschermd: true}}, Reden: "Dit cijfer is afgeschermd."}, "Dit cijfer is afgeschermd."},
		{rapportage.Doel{Reden: "Er is nog geen indicator die dit doel meet."}, "Er is nog geen indicator die dit doel meet."},
	}
	for _, tt := range tests {
		if got := tt.doel.Zin(); got != tt.want {
			t.Errorf("got %q", got)
		}
	}
}

func TestSchrijf(t *testing.T) {
	for f, want := range map[float64]string{0: "0", 5.257: "5,26", 5.2: "5,2", 9.999: "10", 12.34: "12,3", 99.96: "100", 627: "627", 1837.4: "1.837", 1234567: "1.234.567", -3.5: "−3,5", -0.001: "0"} {
		if got := rapportage.Schrijf(f); got != want {
			t.Errorf("%v is %q, want %q", f, got, want)
		}
	}
}
