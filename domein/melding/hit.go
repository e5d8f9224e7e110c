// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"slices"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Bekendheid is the whole answer to the question whether somebody is known: yes or no, and whom to call. Nothing of the case is in it.
type Bekendheid struct {
	Bekend    bool
	Regisseur string // user to call; empty where not known
}

// HitVraag asks whether the people of an own report that still waits are known in a case of the regime (S4). The question is itself a sharing: it stands in the journal and in
// the ledger of the report whether the answer is yes or no, after the same work. The regisseur gets a bell. Above a number of questions an hour the asker is refused and the
// FG is told.
func (s *Service) HitVraag(ctx context.Context, wie toegang.Actor, regime dossier.Regime, id string) (Bekendheid, error) {
	const op = "melding.HitVraag"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.HitVragen, reden(toegang.HitVragen))
	if err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	if sleutel.Eigenaar != wie.ID || sleutel.Status != Ontvangen {
		return Bekendheid{}, &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "Vragen of iemand bekend is kan alleen met een eigen melding die nog loopt."}
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	if err := s.nietTeVaak(ctx, wie, sleutel.Grant, d); err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	var woorden []string
	for _, p := range personen(d) {
		woorden = append(woorden, zeker(p)...)
	}
	treffers, err := s.Store.ZoekOveral(ctx, sleutel.Grant, dossier.Casus, regime, woorden)
	if err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	// A bell is written both ways: to the regisseur of the case, or to nobody, so that yes and no take the same work.
	antwoord, bel := Bekendheid{}, s.Bericht("niemand", "hit", id, id)
	if len(treffers) > 0 {
		antwoord = Bekendheid{true, treffers[0].Casusregisseur}
		bel = s.Bericht(treffers[0].Casusregisseur, "hit", treffers[0].ID, "")
	}
	nu := s.Nu()
	m := dossier.Mutatie{Dossier: id, Berichten: []dossier.Bericht{bel}, Sporen: []dossier.Verstrekking{{ID: s.NieuwID(), Dossier: id, Moment: nu, Door: wie.ID, Van: "gemeente",
		Aan: wie.Organisatie, Ontvanger: "", Categorie: "identiteit", Vorm: "hit", Doel: sleutel.Grant.Doel(), Grondslag: sleutel.Grant.Grondslag()}}}
	return antwoord, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m}))
}

// zeker keeps the words that name one person: his BSN, or his name with the day of birth. A name alone is no question about a person.
func zeker(p persoon.Persoon) []string {
	return slices.DeleteFunc(p.Zoekwoorden(), func(w string) bool { return w[:4] != "bsn:" && w[:4] != "dag:" })
}

// nietTeVaak refuses one question too many in an hour, over all reports of the asker, and tells the FG.
func (s *Service) nietTeVaak(ctx context.Context, wie toegang.Actor, g toegang.Grant, d dossier.Dossier) error {
	nu := s.Nu()
	regel, err := termijn.Geldend(termijn.HitPerUur, nu.Date())
	if err != nil {
		return err
	}
	n, err := s.Store.Hits(ctx, g, wie.ID, nu.Plus(-time.Hour))
	if err != nil || n < regel.Waarde {
		return err
	}
	m := dossier.Mutatie{Dossier: d.ID, Berichten: []dossier.Bericht{s.Bericht(dossier.VanRol(toegang.FG), "hit.te_vaak", d.ID, d.ID)}}
	if err := s.Bewaar(ctx, dossier.Daad{Grant: g, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m}); err != nil {
		return err
	}
	return &domein.Error{Kind: domein.Forbidden, Op: "melding.HitVraag", Melding: "U hebt dit in een uur te vaak gevraagd. De FG hoort dit. Probeer het later opnieuw."}
}
