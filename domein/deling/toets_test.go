// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package deling

import (
	"testing"

	"dwarsverband/domein/dossier"
)

var vandaag = dag(2026, 11, 9)

// I6: over all combinations, what passes names exactly one active ground that fits; a bill never passes, whatever is asked.
func TestWhatPassesHasOneActiveGround(t *testing.T) {
	passed := 0
	for _, van := range Organisaties {
		for _, aan := range Organisaties {
			for _, c := range Categorieen {
				for _, r := range []dossier.Regime{dossier.MeldingRegime, dossier.PGA, dossier.ZVH, dossier.Radicalisering, dossier.Wvggz} {
					for _, g := range append([]Grondslag{{Code: ""}, {Code: "BESTAAT-NIET"}}, Grondslagen...) {
						v := Voorstel{Van: van.Code, Aan: aan.Code, Categorie: c.Code, Regime: r, Doel: "veiligheid van een kind", Grondslag: g.Code, Noodzaak: "anders weet niemand het op tijd"}
						faults, _ := Toets(v, vandaag)
						if len(faults) > 0 {
							continue
						}
						passed++
						if g.Stand != Actief || !g.past(v, vandaag) {
							t.Fatalf("passed on %q: %+v", g.Code, v)
						}
						if !r.Aan() {
							t.Fatalf("passed in a regime that is off: %+v", v)
						}
						if early, _ := Toets(v, dag(2000, 1, 1)); len(early) == 0 {
							t.Fatalf("passed before its law was in force: %+v", v)
						}
					}
				}
			}
		}
	}
	if passed < 1000 {
		t.Errorf("only %d combinations pass; the test no longer sees them", passed)
	}
}

// S1: the three missing parts are named at once; for a school there is no ground for an injury report, and a safety agreement without content is offered.
func TestSchoolAndInjury(t *testing.T) {
	faults, aanbod := Toets(Voorstel{Van: "veilig_thuis", Aan: "school", Categorie: Medisch, Regime: dossier.ZVH}, vandaag)
	if len(faults) != 3 || faults[0].Veld != "doel" || faults[1].Veld != "grondslag" || faults[2].Veld != "noodzaak" || aanbod != Afspraak {
		t.Errorf("%v, offered %q", faults, aanbod)
	}
	v := Voorstel{Van: "veilig_thuis", Aan: "school", Categorie: Afspraak, Regime: dossier.ZVH, Doel: "veiligheid van een kind", Grondslag: "AFSPRAAK", Noodzaak: "de school moet weten wie te bellen"}
	if faults, _ := Toets(v, vandaag); len(faults) > 0 {
		t.Errorf("a safety agreement: %v", faults)
	}
	v.Grondslag = "WGS"
	if faults, _ := Toets(v, vandaag); len(faults) != 1 {
		t.Errorf("a school is no participant of a Zorg- en Veiligheidshuis: %v", faults)
	}
}

// Every ground can be traced, and the rule set says when it must be looked at again.
func TestGroundsHaveASource(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range Grondslagen {
		if g.Code == "" || g.Artikel == "" || g.Bron == "" || g.Zekerheid == "" || g.Nagekeken.IsZero() || g.GeldigVan.IsZero() || g.Voorwaarden == "" || seen[g.Code] {
			t.Errorf("a ground without source, date or name of its own: %+v", g)
		}
		seen[g.Code] = true
	}
	if !Regels.OpnieuwBekijken.After(Regels.Vastgesteld) {
		t.Error("the rule set has no day on which it must be looked at again")
	}
}
