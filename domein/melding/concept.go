// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// conceptGrant is the key to one's own draft of a report. A draft is no report yet: nobody else can find it, and no term runs.
func (s *Service) conceptGrant(wie toegang.Actor) (toegang.Grant, error) {
	return s.Mag(wie, toegang.MeldingDoen, middel(wie.Verantwoordelijke, "", wie.ID))
}

// BewaarConcept keeps the draft of wie in place of an earlier one.
func (s *Service) BewaarConcept(ctx context.Context, wie toegang.Actor, velden map[string][]string) error {
	const op = "melding.BewaarConcept"
	grant, err := s.conceptGrant(wie)
	if err != nil {
		return domein.Wrap(op, err)
	}
	c := dossier.Concept{Velden: velden, Op: s.Nu()}
	if c.Grootte() > dossier.LangsteConcept {
		return &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Deze tekst is te lang om als concept te bewaren. Verstuur de melding."}
	}
	return domein.Wrap(op, s.Store.SaveMeldingconcept(ctx, grant, c))
}

// Concept gives the draft of wie, or NotFound.
func (s *Service) Concept(ctx context.Context, wie toegang.Actor) (dossier.Concept, error) {
	const op = "melding.Concept"
	grant, err := s.conceptGrant(wie)
	if err != nil {
		return dossier.Concept{}, domein.Wrap(op, err)
	}
	c, err := s.Store.Meldingconcept(ctx, grant)
	return c, domein.Wrap(op, err)
}

// WisConcept throws the draft of wie away.
func (s *Service) WisConcept(ctx context.Context, wie toegang.Actor) error {
	const op = "melding.WisConcept"
	grant, err := s.conceptGrant(wie)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.DeleteMeldingconcept(ctx, grant))
}

// RuimConcepten throws away drafts that were not touched for as long as the record says: they are about people, and no case needs them.
func (s *Service) RuimConcepten(ctx context.Context, systeem toegang.Actor) (int, error) {
	const op = "melding.RuimConcepten"
	grant, err := s.Mag(systeem, toegang.TermijnBewaken, toegang.Middel{Soort: "taak", Verantwoordelijke: systeem.Verantwoordelijke})
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	regel, err := termijn.Geldend(termijn.BewaarConcept, s.Nu().Date())
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	n, err := s.Store.RuimMeldingconcepten(ctx, grant, s.Nu().Plus(-time.Duration(regel.Waarde)*24*time.Hour))
	return n, domein.Wrap(op, err)
}
