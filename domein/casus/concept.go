// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// BewaarConcept keeps a draft of one form of a case: no part of it, but sealed with its key and gone with it. It takes the
// place of an earlier one. Who may not add to the case any more keeps none.
func (s *Service) BewaarConcept(ctx context.Context, wie toegang.Actor, id, formulier string, velden map[string][]string) error {
	const op = "casus.BewaarConcept"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.CasusBijdragen, dossier.Reden{})
	if err != nil {
		return domein.Wrap(op, err)
	}
	c := dossier.Concept{Velden: velden, Op: s.Nu()}
	if c.Grootte()+len(formulier) > dossier.LangsteConcept || formulier == "" {
		return &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Deze tekst is te lang om als concept te bewaren. Sla hem op."}
	}
	return domein.Wrap(op, s.Store.SaveConcept(ctx, sleutel.Grant, formulier, c))
}

// Concept gives the draft of one form, or NotFound.
func (s *Service) Concept(ctx context.Context, wie toegang.Actor, id, formulier string) (dossier.Concept, error) {
	const op = "casus.Concept"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.CasusBijdragen, dossier.Reden{})
	if err != nil {
		return dossier.Concept{}, domein.Wrap(op, err)
	}
	c, err := s.Store.Concept(ctx, sleutel.Grant, formulier)
	return c, domein.Wrap(op, err)
}

// WisConcept throws a draft away; one that is not there is no error.
func (s *Service) WisConcept(ctx context.Context, wie toegang.Actor, id, formulier string) error {
	const op = "casus.WisConcept"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.CasusBijdragen, dossier.Reden{})
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.DeleteConcept(ctx, sleutel.Grant, formulier))
}
