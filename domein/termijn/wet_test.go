// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import "testing"

func TestGeldend(t *testing.T) {
	r, err := Geldend(DoelenRaad, Date{2026, 11, 9})
	if err != nil || r.Maanden() != 48 || r.Grond() != "art. 38b lid 1 Politiewet 2012" {
		t.Fatalf("the term of the goals of the raad: %+v %v", r, err)
	}
	if _, err := Geldend(DoelenRaad, Date{2012, 12, 31}); err == nil {
		t.Fatal("the Politiewet 2012 did not hold in 2012")
	}
	if _, err := Geldend("wmo-plan", Date{2026, 11, 9}); err == nil {
		t.Fatal("a Wmo-plan has no term in years: art. 2.1.2 Wmo 2015 says periodically")
	}
}

// Every number must be traceable: where it was read and when that was last checked.
func TestRegelsHaveASource(t *testing.T) {
	for _, r := range Regels() {
		if r.Waarde <= 0 || r.Bron == "" || r.Nagekeken.IsZero() || r.GeldigVan.IsZero() || (r.Wet == "") != (r.Artikel == "") {
			t.Errorf("rule without value, source or dates: %+v", r)
		}
		if _, err := Geldend(r.Code, r.Nagekeken); err != nil {
			t.Error(err)
		}
	}
}
