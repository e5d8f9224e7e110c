// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package overzicht

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// JournaalPagina is how many rows of the journal one look shows.
const JournaalPagina = 50

// Regel is one row of the journal as people read it.
type Regel struct {
	Volgnr                  int64
	Moment                  termijn.Moment
	Wie, Rol                string
	Actie, Uitkomst         string
	Soort, Object           string
	Doel, Grondslag, Beleid string
}

// Journaal gives a page of the journal, newest first, from below number voor (0: from the newest). The look is itself written in the journal before anything is shown.
func (s *Service) Journaal(ctx context.Context, wie toegang.Actor, voor int64) ([]Regel, error) {
	const op = "overzicht.Journaal"
	grant, err := s.Mag(wie, toegang.JournaalLezen, toegang.Middel{Soort: "journaal", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	look, err := s.Entry(grant, "journaal", "bladzijde", voor)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	rows, err := s.Store.Journaal(ctx, grant, voor, JournaalPagina, look)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list := make([]Regel, len(rows))
	for i, r := range rows {
		list[i] = Regel{r.Volgnr, termijn.At(r.Moment), r.Wie, r.Rol, r.Actie, r.Uitkomst, r.Soort, r.Object, r.Doel, r.Grondslag, r.Beleid}
	}
	return list, nil
}
