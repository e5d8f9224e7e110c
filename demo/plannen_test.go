// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"io"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/verband"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// plankamer is the rooms of the plans and the ties over a filled store, with the users of one tenant.
type plankamer struct {
	plan    *plan.Service
	verband *verband.Service
	wie     map[toegang.Rol]toegang.Actor
}

// vulPlannen reads in areas and figures of both tenants, without looking for signals, and writes their plans.
func vulPlannen(t *testing.T) map[string]plankamer {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "plannen.db"), store.Meester{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	d, err := huis.Bouw(st, huis.Opties{Nu: func() termijn.Moment { return Vandaag.Start() }, Sleutel: []byte("a key of the tests, 32 bytes long"), Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	d.Cijfer.Na = nil
	kamers := map[string]plankamer{}
	for _, g := range gemeenten() {
		if g.Soort == gebied.VanZVH {
			continue // it has cases and no plans
		}
		wie, err := Inrichten(t.Context(), d, g.Verantwoordelijke, Gebruikers(g.ID), g.bronnen, g.soorten)
		if err != nil {
			t.Fatal(err)
		}
		adviseur := wie[toegang.AdviseurOOV]
		for _, niveau := range []string{"gemeente", "wijken", "buurten"} {
			leesPlanbestand(t, g.gebiedenbestand(niveau), func(r io.Reader) error {
				areas, err := huis.LeesGebieden(r, g.jaargang)
				if err == nil {
					_, err = d.Gebied.Import(t.Context(), adviseur, areas, false)
				}
				return err
			})
		}
		for _, b := range g.bestand {
			leesPlanbestand(t, g.ID+"/"+b.naam, func(r io.Reader) error {
				_, err := d.Cijfer.Import(t.Context(), adviseur, cijfer.Aanlevering{Formaat: b.formaat, Naam: b.naam, Inhoud: r, Jaar: b.jaar})
				return err
			})
		}
		k := plankamer{&plan.Service{Kader: d.Kader, Store: st}, &verband.Service{Kader: d.Kader, Store: st}, wie}
		if err := Plannen(t.Context(), k.plan, k.verband, wie, g.ID); err != nil {
			t.Fatal(err)
		}
		kamers[g.ID] = k
	}
	return kamers
}

func leesPlanbestand(t *testing.T, naam string, do func(io.Reader) error) {
	t.Helper()
	if err := met(naam, do); err != nil {
		t.Fatalf("%s: %v", naam, err)
	}
}

func TestPlannen(t *testing.T) {
	for tenant, k := range vulPlannen(t) {
		doelen, err := k.plan.Doelen(t.Context(), k.wie[toegang.AdviseurOOV], "")
		if err != nil {
			t.Fatal(err)
		}
		t.Run(tenant+" statussen", func(t *testing.T) { toetsStatussen(t, tenant, k) })
		t.Run(tenant+" nulmetingen", func(t *testing.T) { toetsNulmetingen(t, doelen) })
		t.Run(tenant+" standen", func(t *testing.T) { toetsStanden(t, tenant, doelen) })
		t.Run(tenant+" indicatoren", func(t *testing.T) { toetsIndicatoren(t, tenant, k) })
		t.Run(tenant+" verbanden", func(t *testing.T) { toetsVerbanden(t, tenant, k) })
		t.Run(tenant+" acties", func(t *testing.T) { toetsActies(t, tenant, k) })
		t.Run(tenant+" waakhond", func(t *testing.T) { toetsWaakhond(t, tenant, k) })
	}
}

// A plan of a real municipality may not claim that its raad decided anything, and says on itself that it is an example.
func toetsStatussen(t *testing.T, tenant string, k plankamer) {
	list, err := k.plan.Lijst(t.Context(), k.wie[toegang.AdviseurOOV])
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]plan.Plan{}
	for _, p := range list {
		got[p.Titel] = p
	}
	want := map[string]plan.Status{"Voorbeeld: veiligheidsplan 2020-2023": plan.Concept}
	if tenant == "voorbeeldstad" {
		want = map[string]plan.Status{"Integraal veiligheidsplan 2023-2026": plan.Vastgesteld, "Jaaruitvoeringsplan veiligheid 2026": plan.Vastgesteld,
			"Wmo-plan 2024-2027": plan.Vastgesteld, "Jeugdplan 2024-2027": plan.Vastgesteld, "Integraal veiligheidsplan 2027-2030": plan.Concept}
	}
	if len(got) != len(want) {
		t.Errorf("%d plans, want %d", len(got), len(want))
	}
	for titel, status := range want {
		p := got[titel]
		if p.Status != status || (p.Merk == plan.MerkVoorbeeld) != (tenant == "rotterdam") {
			t.Errorf("%s: status %q, mark %q", titel, p.Status, p.Merk)
		}
		if orgaan := p.Soort.Orgaan(); status == plan.Vastgesteld && (p.Vaststelling.Orgaan != orgaan || p.Vaststelling.Nummer == "") {
			t.Errorf("%s: %+v, want a decision of the %s", titel, p.Vaststelling, orgaan)
		}
	}
}

// Every baseline with an indicator is what the figures say of its period, to the decimals that it is written with.
func toetsNulmetingen(t *testing.T, doelen []plan.DoelZicht) {
	checked := 0
	for _, d := range doelen {
		if d.Meter < 0 {
			continue
		}
		jaar, maand := d.Nulperiode.Eind()
		for _, m := range d.Metingen() {
			if j, n := m.Periode.Eind(); j != jaar || n != maand || m.Waarde == nil {
				continue
			}
			checked++
			if math.Abs(*m.Waarde-*d.Nulmeting) > 0.05+1e-9 {
				t.Errorf("%s: baseline %v, the figures of %s say %.3f", d.Tekst, *d.Nulmeting, m.Naam(), *m.Waarde)
			}
		}
	}
	if metered := len(doelen) - doelenZonderMeter(doelen); checked != metered {
		t.Errorf("%d of %d baselines have a figure of their period", checked, metered)
	}
}

func doelenZonderMeter(doelen []plan.DoelZicht) int {
	n := 0
	for _, d := range doelen {
		if d.Meter < 0 {
			n++
		}
	}
	return n
}

func toetsStanden(t *testing.T, tenant string, doelen []plan.DoelZicht) {
	got := map[plan.Oordeel]int{}
	for _, d := range doelen {
		got[d.Stand.Oordeel]++
		t.Logf("%-18s %s (%s)", d.Stand.Oordeel, d.Tekst, d.Stand.Reden)
	}
	want := map[string]map[plan.Oordeel]int{
		"voorbeeldstad": {plan.OpSchema: 4, plan.Voor: 2, plan.Achter: 4, plan.NietTeZeggen: 2},
		"rotterdam":     {plan.OpSchema: 1, plan.Voor: 1, plan.Achter: 2},
	}[tenant]
	for _, o := range []plan.Oordeel{plan.OpSchema, plan.Voor, plan.Achter, plan.NietTeZeggen} {
		if got[o] != want[o] {
			t.Errorf("%d goals %q, want %d", got[o], o, want[o])
		}
	}
}

func toetsIndicatoren(t *testing.T, tenant string, k plankamer) {
	list, err := k.plan.Indicatoren(t.Context(), k.wie[toegang.BeleidsadviseurSociaal])
	if err != nil {
		t.Fatal(err)
	}
	small := 0
	for _, i := range list {
		values := 0
		for _, m := range i.Metingen {
			if m.Waarde != nil {
				values++
			}
			if m.Status == plan.TeKlein {
				small++
			}
		}
		if values == 0 {
			t.Errorf("%s computes no value", i.Naam)
		}
	}
	if (small > 0) != (tenant == "voorbeeldstad") {
		t.Errorf("%d measurements are below the minimum", small)
	}
}

// The example of the letter: a goal of safety and one of care are tied with the agreement of both, and measure with one indicator.
func toetsVerbanden(t *testing.T, tenant string, k plankamer) {
	oov := k.wie[toegang.AdviseurOOV]
	list, err := k.verband.Lijst(t.Context(), oov)
	if err != nil {
		t.Fatal(err)
	}
	agreed, waiting := map[string]int{}, 0
	kinds := map[[2]verband.Soort]int{}
	for _, z := range list {
		kinds[[2]verband.Soort{z.Van.Soort, z.Naar.Soort}]++
		switch {
		case z.Status == verband.Voorgesteld:
			waiting++
			if !slices.Equal(z.Ontbreekt, []string{toegang.DomeinZorg}) {
				t.Errorf("%q waits for %v, want care", z.Waarom, z.Ontbreekt)
			}
		case len(z.Akkoorden) == 2:
			agreed[string(z.Van.Soort)+"-"+string(z.Naar.Soort)]++
		}
	}
	if kinds[[2]verband.Soort{verband.Doel, verband.Gebied}] == 0 || kinds[[2]verband.Soort{verband.Actie, verband.Gebied}] == 0 {
		t.Errorf("no goal or no measure is tied to an area: %v", kinds)
	}
	if tenant == "rotterdam" {
		if waiting != 0 || len(agreed) != 0 {
			t.Errorf("a municipality that has no care plan has ties with care: %d waiting, %v agreed", waiting, agreed)
		}
		return
	}
	if waiting != 1 || agreed["doel-doel"] != 1 || agreed["doel-indicator"] != 1 || agreed["actie-actie"] != 1 {
		t.Errorf("%d ties wait, want 1; agreed by both: %v", waiting, agreed)
	}
	toetsGezamenlijk(t, k)
}

func toetsGezamenlijk(t *testing.T, k plankamer) {
	list, err := k.plan.Indicatoren(t.Context(), k.wie[toegang.AdviseurOOV])
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range list {
		if !slices.Equal(i.Teller, []string{"hg-meldingen"}) {
			continue
		}
		var domeinen []string
		for _, d := range i.Doelen {
			z, err := k.plan.ToonDoel(t.Context(), k.wie[toegang.BeleidsadviseurSociaal], d.ID)
			if err != nil {
				t.Fatal(err)
			}
			domeinen = append(domeinen, z.Plan.Soort.Domein())
			if z.Meter < 0 || z.Indicatoren[z.Meter].ID != i.ID {
				t.Errorf("%q is not measured by the joint indicator", d.Tekst)
			}
		}
		if slices.Sort(domeinen); !slices.Equal(domeinen, []string{toegang.DomeinVeiligheid, toegang.DomeinZorg}) {
			t.Errorf("the joint indicator measures goals of %v", domeinen)
		}
		return
	}
	t.Error("no indicator on reports of violence at home")
}

func toetsActies(t *testing.T, tenant string, k plankamer) {
	list, err := k.plan.Acties(t.Context(), k.wie[toegang.AdviseurOOV])
	if err != nil {
		t.Fatal(err)
	}
	soon := Vandaag.AddDays(60)
	late, reached, coming := 0, 0, 0
	for _, a := range list {
		if a.TeLaat {
			late++
		}
		for _, m := range a.Mijlpalen {
			switch {
			case !m.Gehaald.IsZero():
				reached++
				if m.Gehaald.After(Vandaag) {
					t.Errorf("%s: milestone %q was reached on %s, after today", a.Wat, m.Naam, m.Gehaald)
				}
			case !m.Datum.Before(Vandaag) && !m.Datum.After(soon):
				coming++
			}
		}
	}
	if tenant == "rotterdam" {
		if len(list) != 3 || late+reached != 0 {
			t.Errorf("%d example measures, %d late, %d milestones reached: an example claims no progress", len(list), late, reached)
		}
		return
	}
	if len(list) < 10 || late < 2 || reached < 10 || coming < 5 {
		t.Errorf("%d measures, %d late, %d milestones reached, %d within 60 days", len(list), late, reached, coming)
	}
}

func toetsWaakhond(t *testing.T, tenant string, k plankamer) {
	list, err := k.plan.Waakhond(t.Context(), k.wie[toegang.AdviseurOOV])
	if err != nil {
		t.Fatal(err)
	}
	if tenant == "rotterdam" {
		if len(list) != 0 {
			t.Errorf("an example plan has no term: %+v", list)
		}
		return
	}
	if len(list) != 1 || list[0].Ernst != plan.Dringend || list[0].Datum != dag(2027, 3, 30) {
		t.Errorf("want one urgent warning for 30 March 2027, got %+v", list)
	}
}

func TestPlannenUnknownTenant(t *testing.T) {
	if err := Plannen(t.Context(), nil, nil, nil, "elders"); err == nil {
		t.Fatal("a tenant without plans is refused")
	}
}
