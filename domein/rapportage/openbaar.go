// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// Openbaar is an edition as the public reads it.
type Openbaar struct {
	Uitgave
	VervangenDoor       string // id of the newest edition that the public can read, when this is not it
	VervangenDoorEditie int
}

// publiek is anybody who has not logged in.
func publiek(gemeente string) toegang.Actor {
	return toegang.Actor{ID: "publiek", Naam: "bezoeker", Verantwoordelijke: gemeente, Rollen: []toegang.Rol{toegang.Publiek}}
}

// Gemeenten lists the municipalities that use the program, by name.
func (s *Service) Gemeenten(ctx context.Context) ([]gebied.Verantwoordelijke, error) {
	list, err := s.Store.Verantwoordelijken(ctx)
	return list, domein.Wrap("rapportage.Gemeenten", err)
}

// OpenbareLijst gives what the public of a municipality can read by now, the newest period first, one line for each report: its newest edition.
func (s *Service) OpenbareLijst(ctx context.Context, gemeente string) (gebied.Verantwoordelijke, []Openbaar, error) {
	const op = "rapportage.OpenbareLijst"
	v, list, err := s.uitgaven(ctx, gemeente)
	if err != nil {
		return v, nil, domein.Wrap(op, err)
	}
	var newest []Openbaar
	for _, u := range list {
		if u.VervangenDoor == "" {
			newest = append(newest, u)
		}
	}
	return v, newest, nil
}

// OpenbareUitgave gives one edition. Before its moment it does not exist, and the answer is the same as for an id that nobody ever made.
func (s *Service) OpenbareUitgave(ctx context.Context, gemeente, id string) (gebied.Verantwoordelijke, Openbaar, error) {
	const op = "rapportage.OpenbareUitgave"
	v, list, err := s.uitgaven(ctx, gemeente)
	if err != nil {
		return v, Openbaar{}, domein.Wrap(op, err)
	}
	for _, u := range list {
		if u.Rapportage == id {
			return v, u, nil
		}
	}
	return v, Openbaar{}, domein.Missing(op)
}

// uitgaven reads the frozen editions that are public, and decides each of them once more: a row that the gate refuses is a fault of the query, not a filter.
func (s *Service) uitgaven(ctx context.Context, gemeente string) (gebied.Verantwoordelijke, []Openbaar, error) {
	v, err := s.Store.Verantwoordelijke(ctx, gemeente)
	if err != nil {
		return v, nil, err
	}
	wie := publiek(v.ID)
	grant, err := s.MagLijst(wie, toegang.RapportageLezenOpenbaar, toegang.Middel{Soort: "rapportage", Verantwoordelijke: v.ID})
	if err != nil {
		return v, nil, err
	}
	nu := s.Nu()
	list, err := s.Store.OpenbareUitgaven(ctx, grant, nu)
	if err != nil {
		return v, nil, err
	}
	out := make([]Openbaar, len(list))
	for i, u := range list {
		r := Rapportage{ID: u.Rapportage, Soort: u.Inhoud.Soort, Status: Vrijgegeven, Vrijgave: u.Vrijgave}
		if _, err := s.Mag(wie, toegang.RapportageLezenOpenbaar, r.Middel(nu, v.ID)); err != nil {
			return v, nil, err
		}
		out[i].Uitgave = u
		for _, n := range list {
			if n.Reeks == u.Reeks && n.Editie > max(u.Editie, out[i].VervangenDoorEditie) {
				out[i].VervangenDoor, out[i].VervangenDoorEditie = n.Rapportage, n.Editie
			}
		}
	}
	return v, out, nil
}
