// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cedar-policy/cedar-go"
	"github.com/google/go-cmp/cmp"
)

// elkeVraag calls f with every question of the matrix within one tenant.
func elkeVraag(organisatie string, f func(Rol, Actie, geval, Vraag)) {
	for _, rol := range Rollen() {
		for _, a := range Acties() {
			for _, g := range gevallen(a) {
				f(rol, a, g, g.vraag(rol, a, organisatie))
			}
		}
	}
}

// genoemd returns the attributes that the policies name, as "var.attribute",
// read from the JSON form of Cedar so that no policy can be overlooked.
func genoemd(t *testing.T, p *Poort) []string {
	t.Helper()
	namen := map[string]bool{}
	var zoek func(any)
	zoek = func(x any) {
		switch x := x.(type) {
		case []any:
			for _, y := range x {
				zoek(y)
			}
		case map[string]any:
			for sleutel, waarde := range x {
				if m, ok := waarde.(map[string]any); ok && (sleutel == "." || sleutel == "has") {
					links, _ := m["left"].(map[string]any)
					if v, ok := links["Var"].(string); ok {
						namen[v+"."+m["attr"].(string)] = true
					}
				}
				zoek(waarde)
			}
		}
	}
	for _, policy := range p.regels.All() {
		tekst, err := policy.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var boom any
		if err := json.Unmarshal(tekst, &boom); err != nil {
			t.Fatal(err)
		}
		zoek(boom)
	}
	var uit []string
	for n := range namen {
		uit = append(uit, n)
	}
	slices.Sort(uit)
	return uit
}

// delen gives the maps of a question by the name that Cedar has for them.
func delen(f feiten) map[string]cedar.RecordMap {
	return map[string]cedar.RecordMap{"principal": f.actor, "resource": f.middel, "context": f.context}
}

func TestEveryNamedAttributeIsBuilt(t *testing.T) {
	p := poort(t)
	var gebouwd []string
	for naam, m := range delen(feitenVan(vraag(FG, JournaalLezen, Middel{}))) {
		for attribuut := range m {
			gebouwd = append(gebouwd, naam+"."+string(attribuut))
		}
	}
	slices.Sort(gebouwd)
	if diff := cmp.Diff(genoemd(t, p), gebouwd); diff != "" {
		t.Errorf("genoemd door het beleid (-) en gebouwd (+) verschillen:\n%s", diff)
	}
}

// TestEachMissingAttributeDenies takes every question that is answered with yes
// and leaves out one attribute at a time.
func TestEachMissingAttributeDenies(t *testing.T) {
	p := poort(t)
	namen, weggelaten := genoemd(t, p), 0
	elkeVraag("eigen", func(rol Rol, a Actie, g geval, v Vraag) {
		if !p.May(v) {
			return
		}
		for _, naam := range namen {
			f := feitenVan(v)
			deel, attribuut, _ := strings.Cut(naam, ".")
			delete(delen(f)[deel], cedar.String(attribuut))
			weggelaten++
			if u := p.beslis(f); u.mag {
				t.Fatalf("%s %s %v: toegelaten zonder %s", rol, a, g, naam)
			}
		}
	})
	if weggelaten < 10_000 {
		t.Errorf("slechts %d weglatingen getoetst", weggelaten)
	}
}

// TestEmptyFactDenies covers facts that are present but say nothing.
func TestEmptyFactDenies(t *testing.T) {
	p := poort(t)
	tests := map[string]struct {
		maak   func(*Vraag)
		beleid string
	}{
		"geen doel":             {func(v *Vraag) { v.Doel = " \t" }, "geen_doel"},
		"geen grondslag":        {func(v *Vraag) { v.Grondslag = "" }, "geen_grondslag"},
		"geen moment":           {func(v *Vraag) { v.Nu = time.Time{} }, "geen_moment"},
		"geen actor":            {func(v *Vraag) { v.Wie.ID = "" }, "onvolledige_vraag"},
		"nergens":               {func(v *Vraag) { v.Wie.Verantwoordelijke, v.Waarop.Verantwoordelijke = "", "" }, "onvolledige_vraag"},
		"geen soort":            {func(v *Vraag) { v.Waarop.Soort = "" }, "onvolledige_vraag"},
		"onbekend domein":       {func(v *Vraag) { v.Waarop.Domein = "Veiligheid" }, "onvolledige_vraag"},
		"andere organisatie":    {func(v *Vraag) { v.Waarop.Verantwoordelijke = "gm9002" }, "andere_verantwoordelijke"},
		"zelfde met spatie":     {func(v *Vraag) { v.Waarop.Verantwoordelijke = "gm9001 " }, "andere_verantwoordelijke"},
		"zelfde in hoofdletter": {func(v *Vraag) { v.Waarop.Verantwoordelijke = "GM9001" }, "andere_verantwoordelijke"},
	}
	for naam, tt := range tests {
		v := vraag(Burgemeester, PlanLezen, Middel{Soort: "plan"})
		if !p.May(v) {
			t.Fatal("de ongeschonden vraag wordt geweigerd")
		}
		tt.maak(&v)
		g, err := p.Decide(v)
		var w *Weigering
		if !errors.As(err, &w) || !slices.Contains(w.Beleid, tt.beleid) || !g.Zero() || !g.Scope().Zero() {
			t.Errorf("%s: %v, %v; wil een weigering door %s", naam, g, err, tt.beleid)
			continue
		}
		if !strings.Contains(w.Reden, p.uitleg[tt.beleid]) || !strings.Contains(err.Error(), tt.beleid) {
			t.Errorf("%s: reden %q noemt de uitleg van %s niet", naam, w.Reden, tt.beleid)
		}
	}
}

// TestInvariants states what no change of policy may give up.
func TestInvariants(t *testing.T) {
	p := poort(t)
	elkeVraag("andere", func(rol Rol, a Actie, g geval, v Vraag) {
		if p.May(v) {
			t.Errorf("%s %s %v: toegang bij een andere organisatie", rol, a, g)
		}
	})
	inhoud := []Actie{CijferLezen, SignaalLezen, PlanLezen, VerbandLezen, RapportageLezen, JournaalLezen}
	elkeVraag("eigen", func(rol Rol, a Actie, g geval, v Vraag) {
		if !p.May(v) {
			return
		}
		fout := func(waarom string) { t.Errorf("%s %s %v: %s", rol, a, g, waarom) }
		switch {
		case rol == Beheerder && slices.Contains(inhoud, a):
			fout("de beheerder ziet geen inhoud")
		case rol == Raadslid && strings.HasPrefix(string(a), "signaal."):
			fout("de raad ziet geen signalen")
		case rol == Raadslid && slices.Contains(inhoud, a) && g.is(a, "openbaar") == "nee":
			fout("de raad leest alleen wat openbaar is")
		case rol == Publiek && (a != RapportageLezenOpenbaar || g.is(a, "openbaar") == "nee"):
			fout("het publiek leest alleen openbare rapportages")
		case a == JournaalLezen && rol != FG:
			fout("alleen de FG leest het journaal")
		case a == PlanVaststellenRaad && rol != Griffier:
			fout("alleen de griffier legt een raadsbesluit vast")
		case a == RapportageVrijgeven && rol != Burgemeester && rol != Wethouder:
			fout("alleen het college geeft vrij")
		case (a == ZoekopdrachtBewaren || a == APIToken) && g.is(a, "van wie") == "ander":
			fout("dit is niet van hem")
		case (rol == Beheerder || rol == Raadslid || rol == Griffier) && g.is(a, "regime") != "":
			fout("beheer en raad zien geen inhoud van een dossier")
		case g.is(a, "regime") == "radicalisering":
			fout("dit regime staat uit")
		case a == CasusInzien && (g.is(a, "kring") == KringOud || g.is(a, "kring") == KringNooit) && g.is(a, "nood") == "nee":
			fout("buiten de kring ziet niemand een casus")
		case (a == CasusKring || a == CasusDelen || a == CasusExporteren || a == CasusSluiten) && g.is(a, "kring") == AlsBijdrager:
			fout("een bijdrager voegt alleen iets toe (S14)")
		case a == HitVragen && (g.is(a, "werkt bij") == "ggz" || g.is(a, "werkt bij") == "school"):
			fout("zorg en school vragen niet of iemand bekend is (S4)")
		case a == AfwijkingBeoordelen && g.is(a, "van wie") == "zelf":
			fout("niemand beoordeelt zichzelf")
		}
	})
}

// TestTwoRoles shows that a forbid holds for the person, whatever his other role.
func TestTwoRoles(t *testing.T) {
	p := poort(t)
	tests := []struct {
		rollen []Rol
		wat    Actie
		mag    bool
		beleid string
	}{
		{[]Rol{FG}, JournaalLezen, true, ""},
		{[]Rol{FG, Beheerder}, JournaalLezen, false, "beheerder_leest_journaal_niet"},
		{[]Rol{Wethouder, Raadslid}, SignaalLezen, false, "raad_ziet_geen_signalen"},
		{[]Rol{AdviseurOOV, Partner}, SignaalLezen, false, "partner_alleen_via_link"},
		{[]Rol{AdviseurOOV, Publiek}, SignaalLezen, false, "publiek_alleen_openbaar"},
		{[]Rol{Griffier, Wethouder}, PlanVaststellenRaad, true, ""},
		{[]Rol{"ADVISEUR_OOV"}, SignaalLezen, false, ""},
		{nil, SignaalLezen, false, ""},
	}
	for _, tt := range tests {
		v := vraag("", tt.wat, Middel{})
		v.Wie.Rollen = tt.rollen
		_, err := p.Decide(v)
		if (err == nil) != tt.mag || p.May(v) != tt.mag {
			t.Errorf("%v %s: %v, wil %v", tt.rollen, tt.wat, err, tt.mag)
		}
		var w *Weigering
		if tt.beleid != "" && (!errors.As(err, &w) || !slices.Equal(w.Beleid, []string{tt.beleid})) {
			t.Errorf("%v %s: %v, wil %s", tt.rollen, tt.wat, err, tt.beleid)
		}
	}
}

// TestCedarErrorDenies shows that a policy that cannot be evaluated refuses,
// even where another one permits.
func TestCedarErrorDenies(t *testing.T) {
	p, err := laden(fstest.MapFS{"policies/a.cedar": {Data: []byte(`
		@id("ruim") @uitleg("Alles mag.") permit (principal, action, resource);
		@id("stuk") @uitleg("Nooit.") forbid (principal, action, resource) when { principal.leeftijd < 18 };`)}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Decide(vraag(FG, JournaalLezen, Middel{}))
	var w *Weigering
	if !errors.As(err, &w) || !slices.Contains(w.Beleid, "stuk") || !strings.Contains(w.Reden, "kan niet bepalen") {
		t.Errorf("fout in het beleid: %v, wil een weigering die het beleid noemt", err)
	}
}
