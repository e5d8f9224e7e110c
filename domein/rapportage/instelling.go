// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// Instelling gives the smallest counts that may be shown, and whether wie may change them.
func (s *Service) Instelling(ctx context.Context, wie toegang.Actor) (i Instelling, magWijzigen bool, err error) {
	const op = "rapportage.Instelling"
	grant, err := s.Mag(wie, toegang.InstellingWijzigen, s.instelling(wie))
	if magWijzigen = err == nil; !magWijzigen {
		if grant, err = s.lezen(wie); err != nil {
			return Instelling{}, false, domein.Wrap(op, err)
		}
	}
	i, err = s.Store.Afscherming(ctx, grant)
	return i, magWijzigen, domein.Wrap(op, err)
}

// ZetInstelling changes the smallest counts. Versie of i is the version that wie saw. What was released before stays as it is.
func (s *Service) ZetInstelling(ctx context.Context, wie toegang.Actor, i Instelling) error {
	const op = "rapportage.ZetInstelling"
	grant, err := s.Mag(wie, toegang.InstellingWijzigen, s.instelling(wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Deze instelling klopt nog niet. Er is niets opgeslagen.", i.faults()); err != nil {
		return err
	}
	was := i.Versie
	i.Versie++
	entry, err := s.Entry(grant, "instelling", "afscherming", i)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveAfscherming(ctx, grant, i, was, entry))
}

func (s *Service) instelling(wie toegang.Actor) toegang.Middel {
	return toegang.Middel{Soort: "instelling", ID: "afscherming", Verantwoordelijke: wie.Verantwoordelijke}
}
