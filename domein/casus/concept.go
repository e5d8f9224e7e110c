// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// langsteConcept is how much one draft may hold, in bytes.
const langsteConcept = 200_000

// Concept is what somebody typed in a form of a case and did not send yet, by the names of the fields. It is his alone and no part of the case; it is sealed with the key of the
// case and goes with it.
type Concept struct {
	Velden map[string][]string
	Op     termijn.Moment
}

// BewaarConcept keeps a draft of one form, and takes the place of an earlier one. Who may not add to the case any more keeps none.
func (s *Service) BewaarConcept(ctx context.Context, wie toegang.Actor, id, formulier string, velden map[string][]string) error {
	const op = "casus.BewaarConcept"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.CasusBijdragen, dossier.Reden{})
	if err != nil {
		return domein.Wrap(op, err)
	}
	n := len(formulier)
	for naam, waarden := range velden {
		n += len(naam)
		for _, w := range waarden {
			n += len(w)
		}
	}
	if n > langsteConcept || formulier == "" {
		return &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Deze tekst is te lang om als concept te bewaren. Sla hem op."}
	}
	return domein.Wrap(op, s.Store.SaveConcept(ctx, sleutel.Grant, formulier, Concept{velden, s.Nu()}))
}

// Concept gives the draft of one form, or NotFound.
func (s *Service) Concept(ctx context.Context, wie toegang.Actor, id, formulier string) (Concept, error) {
	const op = "casus.Concept"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.CasusBijdragen, dossier.Reden{})
	if err != nil {
		return Concept{}, domein.Wrap(op, err)
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
