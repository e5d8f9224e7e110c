// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package bewaring is the end of a dossier: how long it may be kept, from which event, what is held back, and its destruction with a certificate.
package bewaring

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept.
type Store interface {
	// Geslotenen lists the dossiers that are closed, or that were processed first on or before a day, oldest first, at most aantal.
	Geslotenen(ctx context.Context, g toegang.Grant, begonnenVoor termijn.Date, aantal int) ([]dossier.Kop, error)
	// Vasthoudingen lists what is held back, whole dossiers and single pieces.
	Vasthoudingen(ctx context.Context, g toegang.Grant) ([]Vasthouding, error)
	SaveVasthouding(ctx context.Context, g toegang.Grant, v Vasthouding, entry journaal.Entry) error
	DeleteVasthouding(ctx context.Context, g toegang.Grant, v Vasthouding, entry journaal.Entry) error
	// Verlengingen lists the decisions to keep longer, in their order.
	Verlengingen(ctx context.Context, g toegang.Grant) ([]Verlenging, error)
	SaveVerlenging(ctx context.Context, g toegang.Grant, v Verlenging, entry journaal.Entry) error
	// Stukregels lists the pieces of a dossier by kind and date, without content.
	Stukregels(ctx context.Context, g toegang.Grant, dossier string) ([]Stukregel, error)
	// Vernietig destroys dossiers with their keys, in one transaction, and keeps what remains of them. One that is held back, or that opened again, is a Conflict.
	Vernietig(ctx context.Context, g toegang.Grant, list []Verklaring, entries []journaal.Entry) error
	// Verklaringen lists what was destroyed, newest first, at most aantal.
	Verklaringen(ctx context.Context, g toegang.Grant, aantal int) ([]Verklaring, error)
}

// Service holds the use cases on retention.
type Service struct {
	domein.Kader
	Store Store
	// Na copies the ids of destroyed keys to a place outside the database. It is nil where nobody keeps them there.
	Na func(ctx context.Context) error
}

// Redenen are why something can be held back, and VerlengRedenen why a case of a Zorg- en Veiligheidshuis can be kept longer. They are kept in the clear, so they come from
// a list.
var (
	Redenen        = []string{"klacht of bezwaar", "rechtszaak", "verzoek om inzage", "belang voor het archief"}
	VerlengRedenen = []string{"het doel is nog niet bereikt", "nieuwe feiten binnen hetzelfde doel", "de nazorg loopt nog"}
)

// Vasthouding keeps a dossier from destruction, or one piece of it.
type Vasthouding struct {
	Dossier     string
	Soort, Stuk string // empty: the whole dossier
	Reden, Door string
	Moment      termijn.Moment
}

// Heel tells whether the whole dossier is held back.
func (v Vasthouding) Heel() bool { return v.Stuk == "" }

// Verlenging is a decision to keep a dossier longer than its rule says. Each is counted.
type Verlenging struct {
	Dossier     string
	Nr          int
	Tot         termijn.Date
	Reden, Door string
	Moment      termijn.Moment
}

// Stukregel is a piece as it is known without opening it.
type Stukregel struct {
	Soort, Stuk string
	Versies     int
	Moment      termijn.Moment
}

// Kandidaat is a dossier with the day until which it may be kept.
type Kandidaat struct {
	dossier.Kop
	Oordeel
	Verlengd []Verlenging
	Vast     *Vasthouding  // of the whole
	Stukken  []Vasthouding // of single pieces
	Voorbij  bool          // that day has passed
	Moet     bool          // it has passed, the dossier is closed, nothing holds the whole back, and something can be destroyed
}

// middel is what the gate is asked about: no dossier is opened here.
func middel(wie toegang.Actor) toegang.Middel {
	return toegang.Middel{Soort: "vernietiging", Verantwoordelijke: wie.Verantwoordelijke}
}

// Lijst is the destruction list that the program proposes from the rules, and what was destroyed. It holds code names and no content.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]Kandidaat, []Verklaring, error) {
	const op = "bewaring.Lijst"
	grant, err := s.Mag(wie, toegang.BewaringLezen, middel(wie))
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	list, err := s.kandidaten(ctx, grant)
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	gedaan, err := s.Store.Verklaringen(ctx, grant, 200)
	return list, gedaan, domein.Wrap(op, err)
}

// Dossier gives one candidate with its pieces by kind and date, or the certificate of what was destroyed; one of the two may be missing.
func (s *Service) Dossier(ctx context.Context, wie toegang.Actor, id string) (*Kandidaat, []Stukregel, *Verklaring, error) {
	const op = "bewaring.Dossier"
	list, gedaan, err := s.Lijst(ctx, wie)
	if err != nil {
		return nil, nil, nil, domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.BewaringLezen, middel(wie))
	if err != nil {
		return nil, nil, nil, domein.Wrap(op, err)
	}
	var v *Verklaring
	if i := slices.IndexFunc(gedaan, func(v Verklaring) bool { return v.Dossier == id }); i >= 0 {
		v = &gedaan[i]
	}
	i := slices.IndexFunc(list, func(c Kandidaat) bool { return c.ID == id })
	if i < 0 && v == nil {
		return nil, nil, nil, domein.Missing(op)
	}
	if i < 0 {
		return nil, nil, v, nil
	}
	stukken, err := s.Store.Stukregels(ctx, grant, id)
	return &list[i], stukken, v, domein.Wrap(op, err)
}

func (s *Service) kandidaten(ctx context.Context, g toegang.Grant) ([]Kandidaat, error) {
	vandaag := s.Nu().Date()
	zvh, err := termijn.Geldend(termijn.BewaarZVH, vandaag)
	if err != nil {
		return nil, err
	}
	koppen, err := s.Store.Geslotenen(ctx, g, vandaag.AddMonths(-zvh.Maanden()), 1000)
	if err != nil {
		return nil, err
	}
	vast, err := s.Store.Vasthoudingen(ctx, g)
	if err != nil {
		return nil, err
	}
	verlengd, err := s.Store.Verlengingen(ctx, g)
	if err != nil {
		return nil, err
	}
	var list []Kandidaat
	for _, k := range koppen {
		c, err := kandidaat(k, vast, verlengd, vandaag)
		if err != nil {
			return nil, err
		}
		if !k.Gesloten.IsZero() || c.Voorbij || len(c.Verlengd) > 0 {
			list = append(list, c)
		}
	}
	return list, nil
}

// kandidaat applies rule, extensions and holds to one dossier. What is left of a dossier of which pieces are held back waits until the last of them is free.
func kandidaat(k dossier.Kop, vast []Vasthouding, verlengd []Verlenging, vandaag termijn.Date) (Kandidaat, error) {
	o, err := Vernietigbaar(k, vandaag)
	if err != nil {
		return Kandidaat{}, err
	}
	c := Kandidaat{Kop: k, Oordeel: o}
	for _, v := range verlengd {
		if v.Dossier == k.ID {
			c.Verlengd, c.Tot = append(c.Verlengd, v), v.Tot
		}
	}
	for _, v := range vast {
		switch {
		case v.Dossier != k.ID:
		case v.Heel():
			c.Vast = &v
		default:
			c.Stukken = append(c.Stukken, v)
		}
	}
	c.Voorbij = !c.Tot.IsZero() && vandaag.After(c.Tot)
	rest := k.Status == Vernietigd && len(c.Stukken) > 0
	c.Moet = c.Voorbij && !k.Gesloten.IsZero() && c.Vast == nil && !rest
	return c, nil
}
