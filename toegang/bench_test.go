// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"testing"
	"time"
)

var nu = time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)

// vraag returns a complete question of a single role about a resource of the
// same tenant.
func vraag(rol Rol, wat Actie, waarop Middel) Vraag {
	doel, grondslag := StandaardDoel(wat)
	if Dossieractie(wat) {
		doel, grondslag = "aanpak van complexe problematiek", "art. 6 lid 1 onder e AVG"
	}
	if waarop.Soort == "" {
		waarop.Soort = "gegeven"
	}
	if waarop.Verantwoordelijke == "" {
		waarop.Verantwoordelijke = "gm9001"
	}
	return Vraag{
		Wie: Actor{ID: "u-1", Naam: "Een Gebruiker", Verantwoordelijke: "gm9001", Organisatie: "gemeente", Rollen: []Rol{rol}},
		Wat: wat, Waarop: waarop, Doel: doel, Grondslag: grondslag, Nu: nu,
	}
}

func poort(t testing.TB) *Poort {
	t.Helper()
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func BenchmarkDecide(b *testing.B) {
	p := poort(b)
	v := vraag(AdviseurOOV, PlanWijzigen, Middel{Soort: "plan", ID: "p-1", Domein: DomeinVeiligheid, Status: StatusConcept})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Decide(v); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecideCasus is the decision before each page of a case: a member of its circle looks. Its goal is under 50 microseconds.
func BenchmarkDecideCasus(b *testing.B) {
	p := poort(b)
	v := vraag(Deelnemer, CasusInzien, Middel{Soort: "casus", ID: "c-1", Regime: "zvh", Kring: KringLid, Functie: AlsDeelnemer})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Decide(v); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecideRefused includes the search for who may.
func BenchmarkDecideRefused(b *testing.B) {
	p := poort(b)
	v := vraag(BeleidsadviseurSociaal, PlanWijzigen, Middel{Soort: "plan", ID: "p-1", Domein: DomeinVeiligheid, Status: StatusConcept})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Decide(v); err == nil {
			b.Fatal("toegelaten")
		}
	}
}

func BenchmarkDecideList(b *testing.B) {
	p := poort(b)
	v := vraag(Wijkagent, SignaalLezen, Middel{Soort: "signaal"})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.DecideList(v); err != nil {
			b.Fatal(err)
		}
	}
}
