// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"context"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

const nietOpgeslagen = "Dit klopt nog niet. Er is niets opgeslagen."

// NieuwePrioriteit adds a priority to a draft.
func (s *Service) NieuwePrioriteit(ctx context.Context, wie toegang.Actor, plan string, waarden map[string]string) (Prioriteit, error) {
	const op = "plan.NieuwePrioriteit"
	p, err := s.haal(ctx, wie, plan)
	if err != nil {
		return Prioriteit{}, domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.PlanWijzigen, p.Middel("prioriteit", "", wie.Verantwoordelijke))
	if err != nil {
		return Prioriteit{}, domein.Wrap(op, err)
	}
	if p.Soort == JUP {
		return Prioriteit{}, botst(op, geenDoelen)
	}
	n := Prioriteit{ID: s.NieuwID(), Plan: p.ID, Inhoud: s.eerste(wie, waarden)}
	faults := append(bekend(domein.Wijziging{Velden: waarden}, PrioriteitVelden), n.Lees(p.Soort.Domein())...)
	if err := domein.Refuse(op, nietOpgeslagen, faults); err != nil {
		return Prioriteit{}, err
	}
	entry, err := s.Entry(grant, "prioriteit", n.ID, n)
	if err != nil {
		return Prioriteit{}, domein.Wrap(op, err)
	}
	return n, domein.Wrap(op, s.Store.SavePrioriteit(ctx, grant, n, 0, entry))
}

const geenDoelen = "Doelen en prioriteiten staan in het plan van de raad. Een jaaruitvoeringsplan heeft acties bij die doelen."

// WijzigPrioriteit changes a priority of a draft.
func (s *Service) WijzigPrioriteit(ctx context.Context, wie toegang.Actor, id string, w domein.Wijziging) (Prioriteit, error) {
	const op = "plan.WijzigPrioriteit"
	var n Prioriteit
	err := herhaal(func() error {
		var p Plan
		var err error
		if n, p, err = s.haalPrioriteit(ctx, wie, id); err != nil {
			return err
		}
		grant, err := s.Mag(wie, toegang.PlanWijzigen, p.Middel("prioriteit", n.ID, wie.Verantwoordelijke))
		if err != nil {
			return err
		}
		was := n.Versie
		if err := n.voegIn(op, w, s.stempel(wie), PrioriteitVelden); err != nil || n.Versie == was {
			return err
		}
		if err := domein.Refuse(op, nietOpgeslagen, n.Lees(p.Soort.Domein())); err != nil {
			return err
		}
		entry, err := s.Entry(grant, "prioriteit", n.ID, n.Inhoud)
		if err != nil {
			return err
		}
		return s.Store.SavePrioriteit(ctx, grant, n, was, entry)
	})
	return n, domein.Wrap(op, err)
}

// VerwijderPrioriteit removes a priority without goals from a draft.
func (s *Service) VerwijderPrioriteit(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "plan.VerwijderPrioriteit"
	n, p, err := s.haalPrioriteit(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.PlanWijzigen, p.Middel("prioriteit", n.ID, wie.Verantwoordelijke))
	if err != nil {
		return domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "prioriteit", n.ID, "verwijderd")
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.VerwijderPrioriteit(ctx, grant, n, entry))
}

// NieuwDoel adds a goal to a draft.
func (s *Service) NieuwDoel(ctx context.Context, wie toegang.Actor, plan string, waarden map[string]string) (Doel, error) {
	const op = "plan.NieuwDoel"
	p, err := s.haal(ctx, wie, plan)
	if err != nil {
		return Doel{}, domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.DoelWijzigen, p.Middel("doel", "", wie.Verantwoordelijke))
	if err != nil {
		return Doel{}, domein.Wrap(op, err)
	}
	if p.Soort == JUP {
		return Doel{}, botst(op, geenDoelen)
	}
	d := Doel{ID: s.NieuwID(), Plan: p.ID, Inhoud: s.eerste(wie, waarden)}
	faults, err := s.doelFaults(ctx, wie, &d)
	if err != nil {
		return Doel{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, nietOpgeslagen, append(bekend(domein.Wijziging{Velden: waarden}, DoelVelden), faults...)); err != nil {
		return Doel{}, err
	}
	entry, err := s.Entry(grant, "doel", d.ID, d)
	if err != nil {
		return Doel{}, domein.Wrap(op, err)
	}
	return d, domein.Wrap(op, s.Store.SaveDoel(ctx, grant, d, 0, entry))
}

// doelFaults reads d and also looks whether its priority and areas exist.
func (s *Service) doelFaults(ctx context.Context, wie toegang.Actor, d *Doel) ([]domein.Fault, error) {
	l := lezer{faults: d.Lees()}
	grant, err := s.zoek(wie)
	if err != nil {
		return nil, err
	}
	prioriteiten, err := s.Store.Prioriteiten(ctx, grant, d.Plan)
	if err != nil {
		return nil, err
	}
	if d.Prioriteit != "" && !slices.ContainsFunc(prioriteiten, func(p Prioriteit) bool { return p.ID == d.Prioriteit }) {
		l.fout("prioriteit", "Deze prioriteit staat niet in dit plan. Kies er een uit de lijst.")
	}
	if len(d.Gebieden) == 0 {
		return l.faults, nil
	}
	gebieden, err := s.Store.Gebieden(ctx, grant, false)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, g := range gebieden {
		known[g.Code] = true
	}
	for _, code := range d.Gebieden {
		if !known[code] {
			l.fout("gebieden", fmt.Sprintf("Gebied %s is hier niet bekend. Kies een ander gebied.", code))
		}
	}
	return l.faults, nil
}

// WijzigDoel changes a goal of a draft.
func (s *Service) WijzigDoel(ctx context.Context, wie toegang.Actor, id string, w domein.Wijziging) (Doel, error) {
	const op = "plan.WijzigDoel"
	var d Doel
	err := herhaal(func() error {
		var p Plan
		var err error
		if d, p, err = s.haalDoel(ctx, wie, id); err != nil {
			return err
		}
		grant, err := s.Mag(wie, toegang.DoelWijzigen, p.Middel("doel", d.ID, wie.Verantwoordelijke))
		if err != nil {
			return err
		}
		was := d.Versie
		if err := d.voegIn(op, w, s.stempel(wie), DoelVelden); err != nil || d.Versie == was {
			return err
		}
		faults, err := s.doelFaults(ctx, wie, &d)
		if err != nil {
			return err
		}
		if err := domein.Refuse(op, nietOpgeslagen, faults); err != nil {
			return err
		}
		entry, err := s.Entry(grant, "doel", d.ID, d.Inhoud)
		if err != nil {
			return err
		}
		return s.Store.SaveDoel(ctx, grant, d, was, entry)
	})
	return d, domein.Wrap(op, err)
}

// VerwijderDoel removes a goal from a draft; its ties end with it.
func (s *Service) VerwijderDoel(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "plan.VerwijderDoel"
	d, p, err := s.haalDoel(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.DoelWijzigen, p.Middel("doel", d.ID, wie.Verantwoordelijke))
	if err != nil {
		return domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "doel", d.ID, "verwijderd")
	if err != nil {
		return domein.Wrap(op, err)
	}
	d.Stempel = s.stempel(wie)
	return domein.Wrap(op, s.Store.VerwijderDoel(ctx, grant, d, entry))
}
