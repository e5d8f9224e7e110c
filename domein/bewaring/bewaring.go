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
	// Geslotenen lists the closed dossiers, oldest first, at most aantal.
	Geslotenen(ctx context.Context, g toegang.Grant, aantal int) ([]dossier.Kop, error)
	// Vasthoudingen lists what is held back.
	Vasthoudingen(ctx context.Context, g toegang.Grant) ([]Vasthouding, error)
	SaveVasthouding(ctx context.Context, g toegang.Grant, v Vasthouding, entry journaal.Entry) error
	DeleteVasthouding(ctx context.Context, g toegang.Grant, dossier string, entry journaal.Entry) error
	// Vernietig destroys dossiers with their keys, in one transaction, and keeps what remains of them. One that is held back, or that opened again, is a Conflict.
	Vernietig(ctx context.Context, g toegang.Grant, list []Verklaring, entry journaal.Entry) error
	// Verklaringen lists what was destroyed, newest first, at most aantal.
	Verklaringen(ctx context.Context, g toegang.Grant, aantal int) ([]Verklaring, error)
}

// Service holds the use cases on retention.
type Service struct {
	domein.Kader
	Store Store
}

// Termijn gives the last day on which a closed dossier may be kept, and the rule that says so. The term starts at the event that its source names: for a Zorg- en
// Veiligheidshuis the first processing, for others the closing. Its length is that of the rule in force on op, also for a dossier that is older than the rule.
func Termijn(k dossier.Kop, op termijn.Date) (termijn.Date, termijn.Regel, error) {
	code, begin := termijn.BewaarMelding, k.Gesloten.Date()
	switch {
	case k.Soort == dossier.Casus && k.Regime == dossier.ZVH:
		code, begin = termijn.BewaarZVH, k.EersteVerwerking
	case k.Soort == dossier.Casus:
		code = termijn.BewaarPGA
	}
	regel, err := termijn.Geldend(code, op)
	if err != nil {
		return termijn.Date{}, regel, err
	}
	return regel.VanafDag(begin), regel, nil
}

// Redenen are why a dossier can be held back. They are kept in the clear, so they come from a list.
var Redenen = []string{"klacht of bezwaar", "rechtszaak", "verzoek om inzage", "belang voor het archief"}

// Vasthouding keeps a dossier from destruction.
type Vasthouding struct {
	Dossier, Reden, Door string
	Moment               termijn.Moment
}

// Verklaring is what remains of a dossier that was destroyed: the verklaring van vernietiging.
type Verklaring struct {
	Dossier, Codenaam, Regel, Door string
	Soort                          dossier.Soort
	Regime                         dossier.Regime
	Stukken                        int
	Moment                         termijn.Moment
}

// Kandidaat is a closed dossier with the day until which it may be kept.
type Kandidaat struct {
	dossier.Kop
	Tot   termijn.Date
	Regel termijn.Regel
	Vast  *Vasthouding
	Moet  bool // that day has passed and nothing holds it back
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

func (s *Service) kandidaten(ctx context.Context, g toegang.Grant) ([]Kandidaat, error) {
	koppen, err := s.Store.Geslotenen(ctx, g, 500)
	if err != nil {
		return nil, err
	}
	vast, err := s.Store.Vasthoudingen(ctx, g)
	if err != nil {
		return nil, err
	}
	var list []Kandidaat
	for _, k := range koppen {
		tot, regel, err := Termijn(k, s.Nu().Date())
		if err != nil {
			return nil, err
		}
		c := Kandidaat{Kop: k, Tot: tot, Regel: regel}
		if i := slices.IndexFunc(vast, func(v Vasthouding) bool { return v.Dossier == k.ID }); i >= 0 {
			c.Vast = &vast[i]
		}
		c.Moet = c.Vast == nil && s.Nu().Date().After(tot)
		list = append(list, c)
	}
	return list, nil
}

// HoudVast keeps a dossier from destruction, with the reason.
func (s *Service) HoudVast(ctx context.Context, wie toegang.Actor, id, reden string) error {
	const op = "bewaring.HoudVast"
	grant, err := s.Mag(wie, toegang.BewaringVasthouden, middel(wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	if !slices.Contains(Redenen, reden) {
		return domein.Refuse(op, "Dit is niet vastgehouden.", []domein.Fault{{Veld: "reden", Melding: "Kies waarom dit bewaard moet blijven."}})
	}
	v := Vasthouding{id, reden, wie.ID, s.Nu()}
	entry, err := s.Entry(grant, "dossier", id, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveVasthouding(ctx, grant, v, entry))
}

// GeefVrij ends that.
func (s *Service) GeefVrij(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "bewaring.GeefVrij"
	grant, err := s.Mag(wie, toegang.BewaringVasthouden, middel(wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "dossier", id, "vrij")
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.DeleteVasthouding(ctx, grant, id, entry))
}

// KeurGoed destroys what the archivist approved of the list. The program proposed it, so nobody approves his own proposal. What is not due, or held back, is refused as a
// whole.
func (s *Service) KeurGoed(ctx context.Context, wie toegang.Actor, ids []string) ([]Verklaring, error) {
	const op = "bewaring.KeurGoed"
	grant, err := s.Mag(wie, toegang.BewaringGoedkeuren, middel(wie))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.kandidaten(ctx, grant)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	var weg []Verklaring
	for _, id := range ids {
		i := slices.IndexFunc(list, func(c Kandidaat) bool { return c.ID == id && c.Moet })
		if i < 0 {
			return nil, domein.Refuse(op, "Er is niets vernietigd.", []domein.Fault{{Veld: "dossier", Melding: "Kies alleen dossiers waarvan de termijn voorbij is en die niemand vasthoudt."}})
		}
		c := list[i]
		weg = append(weg, Verklaring{Dossier: c.ID, Codenaam: c.Codenaam, Soort: c.Kop.Soort, Regime: c.Regime, Regel: c.Regel.Code, Door: wie.ID, Moment: s.Nu()})
	}
	if len(weg) == 0 {
		return nil, domein.Refuse(op, "Er is niets vernietigd.", []domein.Fault{{Veld: "dossier", Melding: "Kies wat u goedkeurt."}})
	}
	entry, err := s.Entry(grant, "vernietiging", s.NieuwID(), weg)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return weg, domein.Wrap(op, s.Store.Vernietig(ctx, grant, weg, entry))
}
