// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"sync"
	"testing"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

func meldingen(t *testing.T, s *store.Store) *melding.Service {
	t.Helper()
	m := &melding.Service{Kluis: dossier.Kluis{Kader: kader(t), Store: s}, Store: s, Vergelijk: persoon.VergelijkHuishouden,
		Contact: func(context.Context, string, string) (melding.Contact, error) { return melding.Contact{}, nil }}
	for _, tenant := range []string{"eigen", "ander"} {
		if err := m.SaveAfzender(t.Context(), actor(tenant, toegang.Beheerder), melding.Afzender{Naam: "Politie Proef", Organisatie: "politie"}); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func aanlevering(kenmerk string) melding.Aanlevering {
	a := melding.Aanlevering{Deur: melding.CSV, Soort: melding.Overdracht, Kenmerk: kenmerk, Afzender: melding.Partij{Naam: "Politie Proef"}, Verzonden: termijn.At(noon),
		Bestemming: melding.VoorNAZ, Aanleiding: "ruzie", Betrokkenen: []melding.Betrokkene{{}}}
	a.Betrokkenen[0].Achternaam, a.Betrokkenen[0].BSN = "Proef", "999990019"
	return a
}

// The same message through many doors at once is one report, and another tenant has its own.
func TestSameMessageAtOnce(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		m, ctx := meldingen(t, s), t.Context()
		var wait sync.WaitGroup
		numbers := make([]string, 8)
		for i := range numbers {
			wait.Go(func() {
				o, err := m.Ontvang(ctx, actor("eigen", toegang.Systeem), aanlevering("K1"))
				if err != nil {
					t.Error(err)
				}
				numbers[i] = o.ID
			})
		}
		wait.Wait()
		for _, n := range numbers {
			if n == "" || n != numbers[0] {
				t.Fatalf("the same message became %v", numbers)
			}
		}
		other, err := m.Ontvang(ctx, actor("ander", toegang.Systeem), aanlevering("K1"))
		if err != nil || other.ID == numbers[0] || other.Dubbel {
			t.Errorf("another tenant gets %+v, %v", other, err)
		}
		list, err := m.Triage(ctx, actor("eigen", toegang.Procesregisseur))
		if err != nil || len(list) != 1 || list[0].Van != melding.Overdracht || list[0].Vervalt.IsZero() {
			t.Errorf("the triage holds %+v, %v", list, err)
		}
	})
}

// Questions at once cannot pass the limit together.
func TestQuestionsAtOnce(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		m, ctx := meldingen(t, s), t.Context()
		wie := actor("eigen", toegang.Deelnemer)
		wie.Organisatie = "politie"
		r, err := m.Zoek(ctx, wie, persoon.Persoon{Achternaam: "Proef"})
		if err != nil {
			t.Fatal(err)
		}
		o, err := m.Doe(ctx, wie, melding.Nieuw{Bon: r.Bon, Soort: "overlast", Aanleiding: "lang genoeg om te melden", Gesproken: "ja", Personen: []map[string]string{{"achternaam": "Proef", "bsn": "999990019"}}})
		if err != nil {
			t.Fatal(err)
		}
		var wait sync.WaitGroup
		answers := make(chan error, 30)
		for range 30 {
			wait.Go(func() {
				_, err := m.HitVraag(ctx, wie, o.ID)
				answers <- err
			})
		}
		wait.Wait()
		close(answers)
		answered := 0
		for err := range answers {
			switch {
			case err == nil:
				answered++
			case domein.KindOf(err) != domein.Forbidden:
				t.Error(err)
			}
		}
		if answered != 20 {
			t.Errorf("%d questions were answered in an hour, want 20", answered)
		}
	})
}

// A report that was not taken in goes with everything that hangs on it, the days of a transfer too.
func TestReportIsDestroyed(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		m, ctx := meldingen(t, s), t.Context()
		o, err := m.Ontvang(ctx, actor("eigen", toegang.Systeem), aanlevering("K1"))
		if err != nil {
			t.Fatal(err)
		}
		noor, nee := actor("eigen", toegang.Procesregisseur), map[string]string{"problemen": "nee", "ketens": "nee", "omgeving": "nee", "lokaal": "nee"}
		if err := m.Weeg(ctx, noor, o.ID, melding.Weging{Criteria: nee, Motivering: nee, Rechtmatig: "ja", Uitkomst: "niet in", Advies: "bel de school"}); err != nil {
			t.Fatal(err)
		}
		k := kader(t)
		g, err := k.Mag(actor("eigen", toegang.Archivaris), toegang.BewaringGoedkeuren, toegang.Middel{Soort: "bewaring", Verantwoordelijke: "eigen"})
		if err != nil {
			t.Fatal(err)
		}
		entry, err := k.Entry(g, "vernietiging", o.ID, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		v := bewaring.Verklaring{Dossier: o.ID, Soort: dossier.Melding, Codenaam: o.Nummer, Regime: dossier.MeldingRegime, Regel: "bewaar-melding", Door: "a", Moment: termijn.At(noon.Add(time.Hour))}
		if err := s.Vernietig(ctx, g, []bewaring.Verklaring{v}, []journaal.Entry{entry}); err != nil {
			t.Fatal(err)
		}
		if left, err := s.Overdrachten(ctx, g); err != nil || len(left) != 0 {
			t.Errorf("%d transfers are left, %v", len(left), err)
		}
		again, err := m.Ontvang(ctx, actor("eigen", toegang.Systeem), aanlevering("K1"))
		if err != nil || again.Dubbel || again.ID == o.ID {
			t.Errorf("after destruction the message is still known: %+v, %v", again, err)
		}
	})
}

// The draft of a report is its writer's, within his controller; a later one takes its place, and what nobody touched goes.
func TestDraftOfReport(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		m, ctx := meldingen(t, s), t.Context()
		wie, nu := actor("eigen", toegang.Deelnemer), termijn.At(noon)
		m.Nu = func() termijn.Moment { return nu }
		for _, tekst := range []string{"eerst", "later"} {
			if err := m.BewaarConcept(ctx, wie, map[string][]string{"aanleiding": {tekst}}); err != nil {
				t.Fatal(err)
			}
		}
		if c, err := m.Concept(ctx, wie); err != nil || c.Velden["aanleiding"][0] != "later" || c.Op != nu {
			t.Errorf("%+v: %v", c, err)
		}
		ander := wie
		ander.ID = "iemand-anders"
		for _, a := range []toegang.Actor{ander, actor("ander", toegang.Deelnemer)} {
			if _, err := m.Concept(ctx, a); domein.KindOf(err) != domein.NotFound {
				t.Errorf("%s of %s: %v", a.ID, a.Verantwoordelijke, err)
			}
		}
		for want, dagen := range []int{14, 15} {
			nu = termijn.At(noon.AddDate(0, 0, dagen))
			if n, err := m.RuimConcepten(ctx, actor("eigen", toegang.Systeem)); n != want || err != nil {
				t.Errorf("after %d days %d go: %v", dagen, n, err)
			}
		}
	})
}
