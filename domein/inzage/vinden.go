// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package inzage

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/toegang"
)

// regimes are searched one after the other, each under its own key: hashes of two never meet, and nothing that was joined is kept (I7).
var regimes = []dossier.Regime{dossier.MeldingRegime, dossier.PGA, dossier.ZVH}

// Treffer is a dossier that may be about the person, and what a privacy officer made of it.
type Treffer struct {
	dossier.Kop
	Bekeken    bool
	Betrokkene string // the pseudonym within that dossier; empty: it is not about him
}

// Bevestigd tells whether somebody held the dossier to be about the person.
func (t Treffer) Bevestigd() bool { return t.Betrokkene != "" }

// treffers looks for dossiers by what names one person: his BSN, or his name with the day of birth. What a person judged before stays judged.
func (s *Service) treffers(ctx context.Context, g toegang.Grant, d dossier.Dossier) ([]Treffer, error) {
	woorden := slices.DeleteFunc(wieVraagt(d).Zoekwoorden(), func(w string) bool { return !strings.HasPrefix(w, "bsn:") && !strings.HasPrefix(w, "dag:") })
	var list []Treffer
	for _, regime := range regimes {
		found, err := s.Store.ZoekAlles(ctx, g, regime, woorden)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			t := Treffer{Kop: f.Kop}
			for _, st := range d.Van(Gevonden) {
				if st.Waarde("dossier") == f.ID {
					t.Bekeken, t.Betrokkene = true, st.Waarde("betrokkene")
				}
			}
			list = append(list, t)
		}
	}
	return list, nil
}

// treffer gives one dossier that the search finds; any other does not exist here.
func (s *Service) treffer(ctx context.Context, g toegang.Grant, d dossier.Dossier, id string) (Treffer, error) {
	list, err := s.treffers(ctx, g, d)
	if err != nil {
		return Treffer{}, err
	}
	i := slices.IndexFunc(list, func(t Treffer) bool { return t.ID == id })
	if i < 0 {
		return Treffer{}, domein.Missing("inzage.treffer")
	}
	return list[i], nil
}

// Kandidaat is a person in a found dossier who may be the one who asks, with the reasons for and against. Nobody else of that dossier is shown.
type Kandidaat struct {
	Betrokkene    string
	Naam, Geboren string
	Redenen       []string
	Tegen         []string
}

// Bekijk opens a found dossier, so that a person can judge whether it is about the one who asks.
func (s *Service) Bekijk(ctx context.Context, wie toegang.Actor, verzoek, id string) (Treffer, []Kandidaat, error) {
	const op = "inzage.Bekijk"
	d, sleutel, err := s.open(ctx, wie, verzoek, toegang.InzageBehandelen)
	if err != nil {
		return Treffer{}, nil, domein.Wrap(op, err)
	}
	t, list, _, err := s.bekijk(ctx, wie, sleutel.Grant, d, id)
	return t, list, domein.Wrap(op, err)
}

func (s *Service) bekijk(ctx context.Context, wie toegang.Actor, g toegang.Grant, d dossier.Dossier, id string) (Treffer, []Kandidaat, dossier.Dossier, error) {
	t, err := s.treffer(ctx, g, d, id)
	if err != nil {
		return t, nil, dossier.Dossier{}, err
	}
	ander, _, err := s.openElders(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return t, nil, ander, err
	}
	vraagt := wieVraagt(d)
	var list []Kandidaat
	for _, st := range ander.Van("betrokkene") {
		p := persoon.UitVelden(st.Waarde)
		v := persoon.Vergelijk(vraagt, p)
		if len(v.Redenen) > 0 && (v.Sterk || len(v.Tegen) == 0) {
			list = append(list, Kandidaat{st.ID, p.Naam(), p.Geboren, v.Redenen, v.Tegen})
		}
	}
	return t, list, ander, nil
}

// openElders opens a report or a case under the purpose of the request.
func (s *Service) openElders(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie) (dossier.Dossier, dossier.Sleutel, error) {
	sleutel, err := s.Vraag(ctx, wie, id, wat, reden(wat))
	if err != nil {
		return dossier.Dossier{}, sleutel, err
	}
	d, err := s.Open(ctx, sleutel)
	return d, sleutel, err
}

// Bevestig records that a found dossier is about the person, as which of its people, or that it is not (betrokkene empty).
func (s *Service) Bevestig(ctx context.Context, wie toegang.Actor, verzoek, id, betrokkene string) error {
	const op = "inzage.Bevestig"
	d, sleutel, err := s.open(ctx, wie, verzoek, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if err := loopt(op, d); err != nil {
		return err
	}
	_, list, _, err := s.bekijk(ctx, wie, sleutel.Grant, d, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if betrokkene != "" && !slices.ContainsFunc(list, func(k Kandidaat) bool { return k.Betrokkene == betrokkene }) {
		return domein.Refuse(op, "Dit is niet vastgelegd.", []domein.Fault{{Veld: "betrokkene", Melding: "Kies wie het is, of dat het over iemand anders gaat."}})
	}
	st := dossier.NieuwStuk(Gevonden, s.NieuwID(), wie.ID, s.Nu(), map[string]string{"dossier": id, "betrokkene": betrokkene})
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, dossier.Mutatie{Stukken: []dossier.Stuk{st}}))
}

// loopt refuses a change of a request that was answered.
func loopt(op string, d dossier.Dossier) error {
	if d.Status == Ontvangen {
		return nil
	}
	return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Dit verzoek is al beantwoord. Leg een nieuw verzoek vast."}
}
