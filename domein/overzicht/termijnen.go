// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package overzicht

import (
	"cmp"
	"context"
	"slices"

	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// termijnen gives the milestones of running measures that are past or near.
func (s *Service) termijnen(ctx context.Context, wie toegang.Actor, vandaag termijn.Date, v *Vandaag) error {
	acties, err := s.Plan.Acties(ctx, wie)
	if err != nil {
		return err
	}
	for _, a := range acties {
		v.Termijnen = append(v.Termijnen, mijlpalen(a.Actie, vandaag)...)
	}
	slices.SortFunc(v.Termijnen, func(a, b Termijn) int {
		return cmp.Or(cmp.Compare(a.Datum.String(), b.Datum.String()), cmp.Compare(a.Wat, b.Wat))
	})
	return nil
}

func mijlpalen(a plan.Actie, vandaag termijn.Date) []Termijn {
	if a.Status == plan.Gereed || a.Status == plan.Gestopt {
		return nil
	}
	var list []Termijn
	for _, m := range a.Mijlpalen {
		if m.Datum.IsZero() || !m.Gehaald.IsZero() {
			continue
		}
		if days := vandaag.DaysUntil(m.Datum); days <= horizon {
			list = append(list, Termijn{Datum: m.Datum, Wat: m.Naam, Bij: a.Wat, URL: "/acties/" + a.ID, Dagen: days})
		}
	}
	return list
}
