// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package verband

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// Zicht is a tie as somebody may see it: with what is known of its ends, and what he may do with it.
type Zicht struct {
	Verband
	VanFeit, NaarFeit Feit
	Ontbreekt         []string // fields of policy whose owners have not agreed yet
	MagInstemmen      bool
	MagBeeindigen     bool
}

// Ander gives what is known of the end across from e.
func (z Zicht) Ander(e Eind) Feit {
	if z.Van == e {
		return z.NaarFeit
	}
	return z.VanFeit
}

// Van lists the ties of one end that wie may see. An end that does not exist, or that he may not see, is NotFound.
func (s *Service) Van(ctx context.Context, wie toegang.Actor, e Eind) ([]Zicht, error) {
	const op = "verband.Van"
	grant, err := s.MagLijst(wie, toegang.VerbandLezen, s.middel(wie, ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	feiten, err := s.Store.Feiten(ctx, grant, []Eind{e})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	if feit, ok := feiten[e]; !ok || !grant.Scope().Mag(feit.Domein, feit.Openbaar) {
		return nil, domein.Missing(op)
	}
	list, err := s.zicht(ctx, grant, e)
	return list, domein.Wrap(op, err)
}

// Lijst lists all ties that wie may see.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]Zicht, error) {
	const op = "verband.Lijst"
	grant, err := s.MagLijst(wie, toegang.VerbandLezen, s.middel(wie, ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.zicht(ctx, grant, Eind{})
	return list, domein.Wrap(op, err)
}

// Toon gives one tie, or NotFound when wie may not see it.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Zicht, error) {
	const op = "verband.Toon"
	grant, err := s.MagLijst(wie, toegang.VerbandLezen, s.middel(wie, id))
	if err != nil {
		return Zicht{}, domein.Wrap(op, err)
	}
	z, err := s.een(ctx, grant, id)
	return z, domein.Wrap(op, err)
}

func (s *Service) een(ctx context.Context, grant toegang.Grant, id string) (Zicht, error) {
	v, err := s.Store.Verband(ctx, grant, id)
	if err != nil {
		return Zicht{}, err
	}
	list, err := s.kleed(ctx, grant, []Verband{v})
	if err != nil {
		return Zicht{}, err
	}
	if len(list) == 0 {
		return Zicht{}, domein.Missing("verband")
	}
	return list[0], nil
}

func (s *Service) zicht(ctx context.Context, grant toegang.Grant, e Eind) ([]Zicht, error) {
	list, err := s.Store.Verbanden(ctx, grant, e)
	if err != nil {
		return nil, err
	}
	return s.kleed(ctx, grant, list)
}

// kleed adds what is known of the ends and leaves out a tie of which the visitor may not see both ends: half a tie already tells what is across. A running tie whose
// end is gone would be a fault of the store; an ended one may have outlived its ends.
func (s *Service) kleed(ctx context.Context, grant toegang.Grant, list []Verband) ([]Zicht, error) {
	einden := make([]Eind, 0, 2*len(list))
	for _, v := range list {
		einden = append(einden, v.Van, v.Naar)
	}
	feiten, err := s.Store.Feiten(ctx, grant, einden)
	if err != nil {
		return nil, err
	}
	wie := grant.Wie()
	var out []Zicht
	for _, v := range list {
		a, ok := feiten[v.Van]
		b, ook := feiten[v.Naar]
		scope := grant.Scope()
		if !ok || !ook || !scope.Mag(a.Domein, a.Openbaar) || !scope.Mag(b.Domein, b.Openbaar) {
			continue
		}
		z := Zicht{Verband: v, VanFeit: a, NaarFeit: b}
		if v.Status == Voorgesteld {
			z.Ontbreekt = v.Ontbreekt(Nodig(a, b))
			_, namens, _ := s.namens(wie, z)
			z.MagInstemmen = len(namens) > 0
		}
		_, err := s.Mag(wie, toegang.VerbandBeeindigen, s.eigen(wie, z))
		z.MagBeeindigen = err == nil && v.Status.Mag(Beeindigd)
		out = append(out, z)
	}
	return out, nil
}
