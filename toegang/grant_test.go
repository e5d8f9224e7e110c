// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestGrantCarriesTheDecision(t *testing.T) {
	p := poort(t)
	v := vraag(AdviseurOOV, PlanWijzigen, Middel{Soort: "plan", ID: "p-1", Domein: DomeinVeiligheid, Status: StatusConcept})
	g, err := p.Decide(v)
	if err != nil {
		t.Fatal(err)
	}
	v.Wie.Rollen[0] = Publiek // the grant must not share memory with its asker
	if g.Wie().Rollen[0] != AdviseurOOV {
		t.Error("de grant verandert mee met de vraag")
	}
	g.Wie().Rollen[0] = Publiek
	if g.Wie().Rollen[0] != AdviseurOOV {
		t.Error("de grant is van buiten te wijzigen")
	}
	type uit struct {
		Actie                              Actie
		Waarop                             Middel
		Verantwoordelijke, Doel, Grondslag string
		Tot                                time.Time
		Beleid                             []string
		Reden                              string
		Zero                               bool
	}
	got := uit{g.Actie(), g.Waarop(), g.Verantwoordelijke(), g.Doel(), g.Grondslag(), g.Tot(), g.Beleid(), g.Reden(), g.Zero()}
	want := uit{
		PlanWijzigen, v.Waarop, "gm9001", "beleid voorbereiden",
		"art. 38b Politiewet 2012; art. 2.1.2 Wmo 2015; art. 2.2 Jeugdwet",
		nu.Add(5 * time.Minute), []string{"plan_schrijven_veiligheid"},
		"De adviseur OOV schrijft de plannen over veiligheid.", false,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if leeg := (Grant{}); !leeg.Zero() || !leeg.Tot().IsZero() || !leeg.Scope().Zero() || leeg.Scope().Mag("", true) {
		t.Error("de lege grant opent iets")
	}
}

func TestScope(t *testing.T) {
	p := poort(t)
	alles := []string{DomeinVeiligheid, DomeinZorg, ""}
	tests := []struct {
		rol          Rol
		wat          Actie
		geheel, open []string
	}{
		{AdviseurOOV, CijferLezen, alles, nil},
		{Wijkagent, CijferLezen, []string{DomeinVeiligheid, ""}, []string{DomeinZorg}},
		{Wijkagent, SignaalLezen, []string{DomeinVeiligheid, ""}, nil},
		{Raadslid, PlanLezen, nil, alles},
		{Publiek, RapportageLezenOpenbaar, nil, alles},
	}
	for _, tt := range tests {
		v := vraag(tt.rol, tt.wat, Middel{})
		v.Wie.Organisatie = "org"
		g, err := p.DecideList(v)
		if err != nil {
			t.Errorf("%s %s: %v", tt.rol, tt.wat, err)
			continue
		}
		s := g.Scope()
		if !cmp.Equal(s.Domeinen(), tt.geheel) || !cmp.Equal(s.OpenbareDomeinen(), tt.open) {
			t.Errorf("%s %s: geheel %q, open %q; wil %q, %q", tt.rol, tt.wat, s.Domeinen(), s.OpenbareDomeinen(), tt.geheel, tt.open)
		}
		if s.Verantwoordelijke() != "gm9001" || s.Wie() != "u-1" || s.Organisatie() != "org" ||
			s.Doel() != v.Doel || s.Grondslag() != v.Grondslag || !s.Tot().Equal(g.Tot()) || s.Zero() {
			t.Errorf("%s %s: de scope mist gegevens van de vraag: %+v", tt.rol, tt.wat, s)
		}
		// The scope and the decision per row say the same.
		for _, domein := range alles {
			for _, open := range []bool{false, true} {
				v.Waarop.Domein, v.Waarop.Openbaar = domein, open
				if s.Mag(domein, open) != p.May(v) {
					t.Errorf("%s %s domein %q open %v: scope %v, besluit %v", tt.rol, tt.wat, domein, open, s.Mag(domein, open), p.May(v))
				}
			}
		}
	}
}

// TestScopeOfOneDecision shows that a grant about one row lists no wider than that row.
func TestScopeOfOneDecision(t *testing.T) {
	p := poort(t)
	g, err := p.Decide(vraag(AdviseurOOV, CijferLezen, Middel{Domein: DomeinZorg}))
	if err != nil {
		t.Fatal(err)
	}
	if s := g.Scope(); !s.Mag(DomeinZorg, false) || s.Mag(DomeinVeiligheid, true) {
		t.Errorf("scope %+v", s)
	}
	g, err = p.Decide(vraag(Raadslid, CijferLezen, Middel{Domein: DomeinZorg, Openbaar: true}))
	if err != nil {
		t.Fatal(err)
	}
	if s := g.Scope(); !s.Mag(DomeinZorg, true) || s.Mag(DomeinZorg, false) {
		t.Errorf("scope %+v", s)
	}
}

func TestRefusalNamesWhatIsMissingAndWhoMay(t *testing.T) {
	p := poort(t)
	plan := Middel{Soort: "plan", ID: "p-1", Domein: DomeinVeiligheid, Status: StatusConcept}
	tests := []struct {
		rol    Rol
		wat    Actie
		waarop Middel
		want   string
	}{
		{BeleidsadviseurSociaal, PlanWijzigen, plan,
			"Als beleidsadviseur sociaal domein hebt u geen recht om dit plan te wijzigen in het domein veiligheid. Dit mag wel: adviseur OOV."},
		{Wijkagent, RapportageVrijgeven, Middel{},
			"Als wijkagent hebt u geen recht om deze rapportage vrij te geven. Dit mag wel: wethouder of burgemeester."},
		{Raadslid, SignaalLezen, Middel{},
			"Signalen zijn er voor de medewerkers en het college. De raad leest de rapportages die het college vrijgeeft. " +
				"Dit mag wel: adviseur OOV, beleidsadviseur sociaal domein, wijkagent, wethouder of burgemeester."},
		{AdviseurOOV, PlanWijzigen, Middel{Domein: DomeinVeiligheid, Status: "vastgesteld"},
			"Dit plan is geen concept meer: de tekst ligt vast. Maak een nieuwe versie om iets te wijzigen."},
		{Publiek, RapportageLezenOpenbaar, Middel{},
			"Als bezoeker zonder account hebt u geen recht om deze rapportage te lezen. Dit mag nu niemand."},
		{FG, "plan.vernietigen", plan, "Deze handeling bestaat niet. Ga terug naar de vorige pagina."},
		{Raadslid, SignaalLezen, Middel{Verantwoordelijke: "gm9002"},
			"Dit hoort bij een andere organisatie. U mag alleen werken met gegevens van uw eigen organisatie. " +
				"Signalen zijn er voor de medewerkers en het college. De raad leest de rapportages die het college vrijgeeft."},
	}
	for _, tt := range tests {
		v := vraag(tt.rol, tt.wat, tt.waarop)
		if tt.wat == "plan.vernietigen" {
			v.Doel, v.Grondslag = "x", "y"
		}
		_, err := p.Decide(v)
		var w *Weigering
		if !errors.As(err, &w) || w.Reden != tt.want {
			t.Errorf("%s %s:\n got %v\nwant %s", tt.rol, tt.wat, err, tt.want)
		}
	}
	// A list is refused for the same reason when no field of it may be seen.
	if _, err := p.DecideList(vraag(Wijkagent, RapportageVrijgeven, Middel{})); err == nil || !strings.Contains(err.Error(), tests[1].want) {
		t.Errorf("lijst: %v", err)
	}
	v := vraag("", PlanLezen, Middel{})
	v.Wie.Rollen = nil
	if _, err := p.Decide(v); err == nil || !strings.Contains(err.Error(), "U hebt nog geen rol.") {
		t.Errorf("zonder rol: %v", err)
	}
	v.Wie.Rollen = []Rol{Raadslid, FG}
	if _, err := p.Decide(v); err == nil || !strings.Contains(err.Error(), "Als raadslid en FG hebt u geen recht om dit plan te lezen.") {
		t.Errorf("twee rollen: %v", err)
	}
}

// TestEveryActionHasPurposeAndGround keeps the table whole: without either the
// gate refuses the action to everybody. What is done to one dossier takes both
// from the circle, the meeting or the task, so it may have none of its own.
func TestEveryActionHasPurposeAndGround(t *testing.T) {
	gezien := map[Actie]bool{}
	for _, a := range Acties() {
		doel, grondslag := StandaardDoel(a)
		eigen := doel != "" && strings.HasPrefix(grondslag, "art. ")
		if eigen == Dossieractie(a) || actieIndex[a].omTe == "" {
			t.Errorf("%s: doel %q, grondslag %q", a, doel, grondslag)
		}
		if gezien[a] {
			t.Errorf("%s staat er twee keer", a)
		}
		gezien[a] = true
	}
	if doel, grondslag := StandaardDoel("bestaat.niet"); doel != "" || grondslag != "" {
		t.Errorf("onbekende handeling kreeg %q, %q", doel, grondslag)
	}
	if Rol("onbekend").Naam() != "onbekend" || AdviseurOOV.Naam() != "adviseur OOV" {
		t.Error("naam van een rol klopt niet")
	}
}
