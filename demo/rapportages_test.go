// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"strings"
	"testing"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// What the public reads in the demonstration: two reports of the invented town, with the table of violence at home per wijk shielded, and one example on real figures that
// claims no decision of a real municipality.
func TestRapportages(t *testing.T) {
	for tenant, k := range vulPlannen(t) {
		now := Vandaag.Start().Time().Add(9 * time.Hour)
		kader := k.plan.Kader
		kader.Nu = func() termijn.Moment { return termijn.At(now) }
		r := &rapportage.Service{Kader: kader, Store: k.plan.Store.(*store.Store), Afscherm: huis.Afscherm}
		if err := Rapportages(t.Context(), r, k.plan, k.wie, tenant); err != nil {
			t.Fatal(err)
		}
		_, list, err := r.OpenbareLijst(t.Context(), tenant)
		if err != nil {
			t.Fatal(err)
		}
		if want := map[string]int{"voorbeeldstad": 2, "rotterdam": 1}[tenant]; len(list) != want {
			t.Fatalf("%s: %d public reports, want %d", tenant, len(list), want)
		}
		all, err := r.Lijst(t.Context(), k.wie[toegang.AdviseurOOV])
		if err != nil || len(all) != map[string]int{"voorbeeldstad": 3, "rotterdam": 1}[tenant] {
			t.Fatalf("%s: %d reports, %v", tenant, len(all), err)
		}
		shielded := 0
		for _, u := range list {
			for _, x := range u.Inhoud.Tabellen {
				shielded += x.Verborgen()
				if len(x.LetOp) > 0 {
					t.Errorf("%s, %s: %q", u.Inhoud.Plan, x.Titel, x.LetOp)
				}
			}
			for _, d := range u.Inhoud.Doelen {
				if d.Duiding == "" {
					t.Errorf("%s: nothing is said of %q", u.Inhoud.Plan, d.Tekst)
				}
				if tenant == "rotterdam" && !strings.HasPrefix(d.Duiding, "Voorbeeldtekst, niet van de gemeente.") {
					t.Errorf("the text on %q does not say that it is an example", d.Tekst)
				}
			}
			if (u.Inhoud.Merk != "") != (tenant == "rotterdam") || tenant == "rotterdam" && (u.Vrijgave.Functie != "" || u.Vrijgave.Besluit != "voorbeeld, geen besluit") {
				t.Errorf("%s: mark %q, released by %+v", u.Inhoud.Plan, u.Inhoud.Merk, u.Vrijgave)
			}
		}
		if (shielded > 0) != (tenant == "voorbeeldstad") {
			t.Errorf("%s: %d shielded cells", tenant, shielded)
		}
	}
}
