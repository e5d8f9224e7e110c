// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package overzicht only reads: what needs attention today, where something is to be found, and what was done. It asks the other rooms and keeps nothing.
package overzicht

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/verband"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room reads itself.
type Store interface {
	// Journaal gives at most aantal rows with a number below voor (0: from the newest), newest first, after keeping the look as an entry.
	Journaal(ctx context.Context, g toegang.Grant, voor int64, aantal int, look journaal.Entry) ([]journaal.Rij, error)
}

// Service asks the other rooms.
type Service struct {
	domein.Kader
	Store   Store
	Gebied  *gebied.Service
	Cijfer  *cijfer.Service
	Signaal *signaal.Service
	Plan    *plan.Service
	Verband *verband.Service
}

// Termijn is a date on which something must be done.
type Termijn struct {
	Datum termijn.Date
	Wat   string
	Bij   string // what it belongs to
	URL   string
	Dagen int // until the date; negative when it is past
}

// Vandaag is what needs attention. A part that wie may not see is empty, and its name stands in Afgeschermd.
type Vandaag struct {
	Verhalen       []signaal.Verhaal // new signals, folded
	Waarschuwingen []plan.Waarschuwing
	Termijnen      []Termijn
	Instemmen      []verband.Zicht // ties that wait for this user
	Afgeschermd    []string
}

// horizon is how many days ahead a milestone shows.
const horizon = 60

// Vandaag gathers what needs the attention of wie. vandaag is the day on the calendar of his municipality.
func (s *Service) Vandaag(ctx context.Context, wie toegang.Actor, vandaag termijn.Date) (Vandaag, error) {
	var v Vandaag
	parts := []struct {
		naam string
		load func() error
	}{
		{"signalen", func() error { return s.nieuw(ctx, wie, &v) }},
		{"waarschuwingen", func() (err error) { v.Waarschuwingen, err = s.Plan.Waakhond(ctx, wie); return err }},
		{"termijnen", func() error { return s.termijnen(ctx, wie, vandaag, &v) }},
		{"verbanden", func() error { return s.instemmen(ctx, wie, &v) }},
	}
	for _, p := range parts {
		switch err := p.load(); domein.KindOf(err) {
		case domein.Forbidden:
			v.Afgeschermd = append(v.Afgeschermd, p.naam)
		default:
			if err != nil {
				return v, domein.Wrap("overzicht.Vandaag", err)
			}
		}
	}
	return v, nil
}

func (s *Service) nieuw(ctx context.Context, wie toegang.Actor, v *Vandaag) error {
	list, err := s.Signaal.Lijst(ctx, wie, signaal.Filter{Status: []signaal.Status{signaal.Nieuw}})
	if err != nil {
		return err
	}
	ouder, err := s.Ouders(ctx, wie)
	if err != nil {
		return err
	}
	v.Verhalen = signaal.Vouw(list, ouder)
	return nil
}

// Ouders gives the area that each area lies in.
func (s *Service) Ouders(ctx context.Context, wie toegang.Actor) (map[string]string, error) {
	areas, err := s.Gebied.Lijst(ctx, wie, false)
	if err != nil {
		return nil, err
	}
	ouder := map[string]string{}
	for _, a := range areas {
		ouder[a.Code] = a.Ouder
	}
	return ouder, nil
}

func (s *Service) instemmen(ctx context.Context, wie toegang.Actor, v *Vandaag) error {
	list, err := s.Verband.Lijst(ctx, wie)
	if err != nil {
		return err
	}
	for _, z := range list {
		if z.MagInstemmen {
			v.Instemmen = append(v.Instemmen, z)
		}
	}
	return nil
}
