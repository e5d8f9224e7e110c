// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// middel is a measure as the gate sees it.
func (a Actie) middel(p Plan, wie toegang.Actor) toegang.Middel {
	m := p.Middel("actie", a.ID, wie.Verantwoordelijke)
	m.Eigenaar = a.Eigenaar
	return m
}

// NieuweActie adds a measure to a draft. It serves a goal of that plan, or of the IVP that a jaaruitvoeringsplan carries out.
func (s *Service) NieuweActie(ctx context.Context, wie toegang.Actor, plan, doel string, waarden map[string]string) (Actie, error) {
	const op = "plan.NieuweActie"
	p, err := s.haal(ctx, wie, plan)
	if err != nil {
		return Actie{}, domein.Wrap(op, err)
	}
	a := Actie{ID: s.NieuwID(), Plan: p.ID, Doel: doel, Inhoud: s.eerste(wie, waarden)}
	grant, err := s.Mag(wie, toegang.ActieWijzigen, a.middel(p, wie))
	if err != nil {
		return Actie{}, domein.Wrap(op, err)
	}
	faults := append(bekend(domein.Wijziging{Velden: waarden}, ActieVelden), a.Lees()...)
	switch d, dp, err := s.haalDoel(ctx, wie, doel); {
	case domein.KindOf(err) == domein.NotFound || err == nil && dp.ID != p.ID && (p.Ouder == "" || dp.ID != p.Ouder):
		faults = append(faults, domein.Fault{Veld: "doel", Melding: "Kies een doel van dit plan, of van het plan dat u uitvoert."})
	case err != nil:
		return Actie{}, domein.Wrap(op, err)
	default:
		a.Doel = d.ID
	}
	if err := domein.Refuse(op, nietOpgeslagen, faults); err != nil {
		return Actie{}, err
	}
	entry, err := s.Entry(grant, "actie", a.ID, a)
	if err != nil {
		return Actie{}, domein.Wrap(op, err)
	}
	return a, domein.Wrap(op, s.Store.SaveActie(ctx, grant, a, 0, true, entry))
}

// WijzigActie changes what a measure of a draft is.
func (s *Service) WijzigActie(ctx context.Context, wie toegang.Actor, id string, w domein.Wijziging) (Actie, error) {
	const op = "plan.WijzigActie"
	a, err := s.wijzigActie(ctx, op, wie, id, w, toegang.ActieWijzigen, ActieVelden, true)
	return a, domein.Wrap(op, err)
}

// MeldVoortgang reports how a measure goes. It is possible until the plan is closed, also while its text stands.
func (s *Service) MeldVoortgang(ctx context.Context, wie toegang.Actor, id string, w domein.Wijziging) (Actie, error) {
	const op = "plan.MeldVoortgang"
	a, err := s.wijzigActie(ctx, op, wie, id, w, toegang.ActieVoortgang, ActieVoortgang, false)
	return a, domein.Wrap(op, err)
}

func (s *Service) wijzigActie(ctx context.Context, op string, wie toegang.Actor, id string, w domein.Wijziging, wat toegang.Actie, velden []string, open bool) (Actie, error) {
	var a Actie
	err := herhaal(func() error {
		var p Plan
		var err error
		if a, p, err = s.haalActie(ctx, wie, id); err != nil {
			return err
		}
		grant, err := s.Mag(wie, wat, a.middel(p, wie))
		if err != nil {
			return err
		}
		was := a.Versie
		if err := a.voegIn(op, w, s.stempel(wie), velden); err != nil || a.Versie == was {
			return err
		}
		if err := domein.Refuse(op, nietOpgeslagen, a.Lees()); err != nil {
			return err
		}
		entry, err := s.Entry(grant, "actie", a.ID, a.Inhoud)
		if err != nil {
			return err
		}
		return s.Store.SaveActie(ctx, grant, a, was, open, entry)
	})
	return a, err
}

// VerwijderActie removes a measure from a draft; its ties end with it.
func (s *Service) VerwijderActie(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "plan.VerwijderActie"
	a, p, err := s.haalActie(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.ActieWijzigen, a.middel(p, wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "actie", a.ID, "verwijderd")
	if err != nil {
		return domein.Wrap(op, err)
	}
	a.Stempel = s.stempel(wie)
	return domein.Wrap(op, s.Store.VerwijderActie(ctx, grant, a, entry))
}
