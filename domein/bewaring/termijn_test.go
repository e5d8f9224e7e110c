// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bewaring

import (
	"testing"
	"time"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

func dag(t *testing.T, s string) termijn.Date {
	t.Helper()
	d, err := termijn.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// No sort of dossier is without a retention term, and none that is not on the list is kept in silence.
func TestEverySortHasATerm(t *testing.T) {
	for _, s := range dossier.Dossiersoorten {
		if !s.Regime.Aan() {
			t.Errorf("%s under %s is on the list and switched off", s.Soort, s.Regime)
		}
		k := dossier.Kop{Soort: s.Soort, Regime: s.Regime, EersteVerwerking: dag(t, "2026-01-01"), Gesloten: dag(t, "2026-02-01").Start()}
		o, err := Vernietigbaar(k, dag(t, "2026-11-09"))
		if err != nil || o.Tot.IsZero() || o.Vanaf == "" || o.Regel.Bron == "" {
			t.Errorf("%s under %s: %+v %v", s.Soort, s.Regime, o, err)
		}
	}
	if len(Bewaartermijnen) != len(dossier.Dossiersoorten) {
		t.Errorf("%d terms for %d sorts", len(Bewaartermijnen), len(dossier.Dossiersoorten))
	}
	if _, err := Vernietigbaar(dossier.Kop{Soort: dossier.Casus, Regime: dossier.Radicalisering}, dag(t, "2026-11-09")); err == nil {
		t.Error("a sort without a term is kept without end")
	}
}

// A term starts at the event that its source names: closing later does not lengthen the term of a Zorg- en Veiligheidshuis, and it runs while the case is open.
func TestTermStartsAtItsEvent(t *testing.T) {
	for _, tt := range []struct {
		naam, eerste, sluit, want string
		soort                     dossier.Soort
		regime                    dossier.Regime
	}{
		{"zvh counts from the first processing", "2025-09-01", "2026-09-01", "2030-09-01", dossier.Casus, dossier.ZVH},
		{"zvh that is open", "2025-09-01", "", "2030-09-01", dossier.Casus, dossier.ZVH},
		{"zvh from before the law", "2023-09-01", "", "2028-09-01", dossier.Casus, dossier.ZVH},
		{"pga counts from closing (S6)", "2024-01-01", "2025-09-01", "2030-09-01", dossier.Casus, dossier.PGA},
		{"pga that is open has no end yet", "2024-01-01", "", "", dossier.Casus, dossier.PGA},
		{"report", "2025-01-01", "2025-02-03", "2026-02-03", dossier.Melding, dossier.MeldingRegime},
	} {
		k := dossier.Kop{Soort: tt.soort, Regime: tt.regime, Begonnen: termijn.At(time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)), EersteVerwerking: dag(t, tt.eerste)}
		if tt.sluit != "" {
			k.Gesloten = dag(t, tt.sluit).Start()
		}
		if o, err := Vernietigbaar(k, dag(t, "2026-11-09")); err != nil || o.Tot.String() != tt.want {
			t.Errorf("%s: %s, want %s: %v", tt.naam, o.Tot, tt.want, err)
		}
	}
}

// Holds, extensions and an open case keep a dossier off the list; nothing else does.
func TestKandidaat(t *testing.T) {
	vandaag := dag(t, "2031-11-10")
	dicht := dossier.Kop{ID: "a", Soort: dossier.Casus, Regime: dossier.ZVH, EersteVerwerking: dag(t, "2026-01-01"), Gesloten: dag(t, "2026-06-01").Start()}
	open, rest := dicht, dicht
	open.Gesloten, rest.Status = termijn.Moment{}, Vernietigd
	for _, tt := range []struct {
		naam          string
		kop           dossier.Kop
		vast          []Vasthouding
		langer        []Verlenging
		voorbij, moet bool
	}{
		{"due", dicht, nil, nil, true, true},
		{"open", open, nil, nil, true, false},
		{"held back", dicht, []Vasthouding{{Dossier: "a"}}, nil, true, false},
		{"another is held back", dicht, []Vasthouding{{Dossier: "b"}}, nil, true, true},
		{"one piece is held back", dicht, []Vasthouding{{Dossier: "a", Soort: "informatie", Stuk: "i"}}, nil, true, true},
		{"only that piece is left", rest, []Vasthouding{{Dossier: "a", Soort: "informatie", Stuk: "i"}}, nil, true, false},
		{"that piece is free", rest, nil, nil, true, true},
		{"extended", dicht, nil, []Verlenging{{Dossier: "a", Nr: 1, Tot: dag(t, "2032-01-01")}}, false, false},
		{"extended, and past that too", dicht, nil, []Verlenging{{Dossier: "a", Nr: 1, Tot: dag(t, "2031-02-01")}}, true, true},
	} {
		c, err := kandidaat(tt.kop, tt.vast, tt.langer, vandaag)
		if err != nil || c.Voorbij != tt.voorbij || c.Moet != tt.moet {
			t.Errorf("%s: past %v, due %v: %v", tt.naam, c.Voorbij, c.Moet, err)
		}
	}
}
