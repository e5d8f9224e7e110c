// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package gebied

import "testing"

func TestParseCode(t *testing.T) {
	for in, want := range map[string]Niveau{
		"GM0599    ": Gemeente, "WK059901  ": Wijk, "BU05990110": Buurt, "BU0363AD03": Buurt, "WK0363AD": Wijk,
		"": "", "NL00": "", "PV27": "", "BU0599011": "", "bu05990110": "", "GM05990": "",
	} {
		code, got, err := ParseCode(in)
		if got != want || (want == "") != (err != nil) || len(code) > 10 {
			t.Errorf("%q: %q %q %v", in, code, got, err)
		}
	}
}

func TestValidateNamesAllFaults(t *testing.T) {
	vlak := Vlak{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}}
	for _, c := range []struct {
		name   string
		g      Gebied
		faults []string
	}{
		{"whole", Gebied{Code: "BU05990110", Jaargang: 2026, Niveau: Buurt, Naam: "Stadsdriehoek", Vlak: vlak}, nil},
		{"nothing", Gebied{}, []string{"code", "naam", "jaargang", "vlak"}},
		{"other level", Gebied{Code: "BU05990110", Jaargang: 2026, Niveau: Wijk, Naam: "x", Vlak: vlak}, []string{"niveau"}},
	} {
		got := c.g.Validate()
		if len(got) != len(c.faults) {
			t.Errorf("%s: %v, want faults in %v", c.name, got, c.faults)
			continue
		}
		for i, f := range got {
			if f.Veld != c.faults[i] || f.Melding == "" {
				t.Errorf("%s: %v, want a fault in %s", c.name, f, c.faults[i])
			}
		}
	}
}

func TestNamen(t *testing.T) {
	local := Namen{Wijk: {"gebied", "gebieden"}}
	if got := local.Van(Wijk).Meervoud + local.Van(Buurt).Enkelvoud; got != "gebiedenbuurt" {
		t.Errorf("local and CBS names: %s", got)
	}
}
