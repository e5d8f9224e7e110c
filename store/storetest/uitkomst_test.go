// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"testing"
	"time"

	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// Events wait for the network from the moment that they are due until they are done, of one controller only; what ended before it was told is not told.
func TestEventsWait(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx, nu, later := metDossier(t, s), t.Context(), termijn.At(noon), termijn.At(noon.Add(time.Hour))
		machine := func(tenant string) toegang.Grant {
			g, err := d.k.Mag(actor(tenant, toegang.Systeem), toegang.UitkomstVersturen, toegang.Middel{Soort: "uitkomst", Verantwoordelijke: tenant})
			if err != nil {
				t.Fatal(err)
			}
			return g
		}
		made, seen := d.k.Taak(d.id, deling.TaakMelden, dossier.Bode, "v-1", nu), d.k.Taak(d.id, uitkomst.TaakIngezien, dossier.Bode, "v-1", later)
		bewaar := func(m dossier.Mutatie) {
			m.Dossier = d.id
			if err := d.k.Bewaar(ctx, dossier.Daad{Grant: d.g, Soort: dossier.Casus, Mutatie: m}); err != nil {
				t.Fatal(err)
			}
		}
		bewaar(dossier.Mutatie{Taken: []dossier.Taak{made, seen}})
		wacht := func(tenant string, op termijn.Moment, want ...string) {
			t.Helper()
			list, err := s.TeMelden(ctx, machine(tenant), op)
			var got []string
			for _, g := range list {
				got = append(got, g.Soort+" "+g.Wie+" "+g.Door)
			}
			if err != nil || len(got) != len(want) {
				t.Fatalf("%q waits, want %q: %v", got, want, err)
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("%q waits, want %q", got[i], want[i])
				}
			}
		}
		wacht("eigen", nu, deling.TaakMelden+"  c")
		wacht("eigen", later, deling.TaakMelden+"  c", uitkomst.TaakIngezien+" c c")
		wacht("ander", later)
		bewaar(dossier.Mutatie{Sporen: []dossier.Verstrekking{{ID: "v-1", Dossier: d.id, Moment: nu, Door: "c", Van: "gemeente", Aan: "politie", Ontvanger: "c", Categorie: "veiligheid", Vorm: "delen", Doel: "aanpak",
			Grondslag: "WGS", Betrokkenen: []string{"b-1"}, Tot: termijn.At(noon.Add(time.Minute))}}})
		wacht("eigen", later, uitkomst.TaakIngezien+" c c")
		bewaar(dossier.Mutatie{Taken: []dossier.Taak{seen.Af("systeem", nu)}})
		wacht("eigen", later)
	})
}

// The system of a partner is known by its last token, and the own OIN is that of the controller.
func TestPartnersysteem(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		ctx, m := t.Context(), meldingen(t, s)
		beheerder := actor("eigen", toegang.Beheerder)
		u := &uitkomst.Service{Kluis: dossier.Kluis{Kader: kader(t), Store: s}, Store: s}
		grant, err := u.Mag(beheerder, toegang.InstellingWijzigen, toegang.Middel{Soort: "partnersysteem", Verantwoordelijke: "eigen"})
		if err != nil {
			t.Fatal(err)
		}
		if oin, err := s.EigenOIN(ctx, grant); err != nil || oin != "" {
			t.Errorf("before one is registered the own OIN is %q: %v", oin, err)
		}
		if err := m.SaveAfzender(ctx, beheerder, melding.Afzender{OIN: "00000001823288444000", Naam: "Proef", Organisatie: "gemeente", Eigen: true}); err != nil {
			t.Fatal(err)
		}
		if oin, err := s.EigenOIN(ctx, grant); err != nil || oin != "00000001823288444000" {
			t.Errorf("the own OIN is %q: %v", oin, err)
		}
		var tokens []string
		for range 2 {
			token, err := u.Registreer(ctx, beheerder, uitkomst.Partnersysteem{OIN: "00000003123456789000", Naam: "Politie Proef", Organisatie: "politie"})
			if err != nil {
				t.Fatal(err)
			}
			tokens = append(tokens, token)
		}
		if _, err := s.GebruikerVanToken(ctx, gebruiker.Hash(tokens[0])); err == nil {
			t.Error("the former token still opens")
		}
		if g, err := s.GebruikerVanToken(ctx, gebruiker.Hash(tokens[1])); err != nil || g.ID != "00000003123456789000" || g.Rollen[0] != toegang.Partnersysteem {
			t.Errorf("the last token is of %+v: %v", g, err)
		}
	})
}
