// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package uitkomst

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Uitkomst is what the system of a partner gets of one item. Its ID is that of the line of the ledger; Dossier stands for the zaak.
type Uitkomst struct {
	dossier.Verstrekking
	Begonnen    termijn.Date   // when the case began
	Begin, Eind termijn.Moment // of the meeting
	Vraag       string
	Besluiten   []dossier.Stuk
	Acties      []Actie
	Over        persoon.Persoon // whom the agreements are about
	Informering string          // whether he knows of them
}

// Actie is an agreement with the kind of organisation that carries it out.
type Actie struct {
	dossier.Stuk
	Organisatie string
}

// meeste is how many outcomes one system finds.
const meeste = 1000

// Beschikbaar lists what wie can get, newest first, without its content.
func (s *Service) Beschikbaar(ctx context.Context, wie toegang.Actor) ([]dossier.Verstrekking, error) {
	const op = "uitkomst.Beschikbaar"
	grant, err := s.Mag(wie, toegang.WerkLezen, toegang.Middel{Soort: "gedeeld", Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.GedeeldMet(ctx, grant, s.Nu(), meeste)
	return slices.DeleteFunc(list, func(v dossier.Verstrekking) bool { return v.Vorm != deling.Stelsel }), domein.Wrap(op, err)
}

// Haal gives one outcome. The look is in the journal before the first word is read, and the first of a day is told to the network.
func (s *Service) Haal(ctx context.Context, wie toegang.Actor, v dossier.Verstrekking) (Uitkomst, error) {
	const op = "uitkomst.Haal"
	a, d, sleutel, err := s.Deling.OpenKopie(ctx, wie, v)
	if err != nil {
		return Uitkomst{}, domein.Wrap(op, err)
	}
	nu := s.Nu()
	verteld := slices.ContainsFunc(d.Taken, func(t dossier.Taak) bool {
		return t.Soort == TaakIngezien && t.Verwijst == v.ID && t.Gemaakt.Date() == nu.Date()
	})
	if !verteld {
		m := dossier.Mutatie{Dossier: d.ID, Taken: []dossier.Taak{s.Taak(d.ID, TaakIngezien, dossier.Bode, v.ID, nu)}}
		if err := s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}); err != nil {
			return Uitkomst{}, domein.Wrap(op, err)
		}
	}
	u := Uitkomst{Verstrekking: v, Begonnen: d.EersteVerwerking, Begin: a.Kopie.Moment("van"), Eind: a.Kopie.Moment("tot"), Vraag: a.Kopie.Waarde("vraag"),
		Informering: a.Kopie.Waarde("informering")}
	for _, st := range a.Stukken {
		switch st.Soort {
		case casus.Betrokkene:
			u.Over = casus.Persoon(st)
		case overleg.Besluit:
			u.Besluiten = append(u.Besluiten, st)
		case overleg.Afspraak:
			doet, err := s.Deling.Gebruiker(ctx, wie.Verantwoordelijke, st.Waarde("wie"))
			if err != nil && domein.KindOf(err) != domein.NotFound {
				return u, domein.Wrap(op, err)
			}
			u.Acties = append(u.Acties, Actie{st, deling.OrganisatieNaam(doet.Organisatie)})
		}
	}
	return u, nil
}
