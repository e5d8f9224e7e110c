// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package verband

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept.
type Store interface {
	// Feiten gives what is known of the ends; an end that does not exist is not in it.
	Feiten(ctx context.Context, g toegang.Grant, einden []Eind) (map[Eind]Feit, error)
	// Keuzes lists what can be tied, by kind and name.
	Keuzes(ctx context.Context, g toegang.Grant) ([]Feit, error)
	// Verbanden lists the ties that are not ended, newest first; of one end when e is set.
	Verbanden(ctx context.Context, g toegang.Grant, e Eind) ([]Verband, error)
	// Verband gives one tie, ended or not, or NotFound.
	Verband(ctx context.Context, g toegang.Grant, id string) (Verband, error)
	// SaveVerband keeps a new tie. In the same transaction it looks whether both ends exist, else NotFound; a second tie of the same two is a Conflict.
	SaveVerband(ctx context.Context, g toegang.Grant, v Verband, entry journaal.Entry) error
	// WijzigVerband keeps v where the tie is still as was, else Conflict.
	WijzigVerband(ctx context.Context, g toegang.Grant, v, was Verband, entry journaal.Entry) error
}

// Service holds the use cases on ties.
type Service struct {
	domein.Kader
	Store Store
}

// Keuzes lists what wie can lay a tie to.
func (s *Service) Keuzes(ctx context.Context, wie toegang.Actor) ([]Feit, error) {
	const op = "verband.Keuzes"
	grant, err := s.Mag(wie, toegang.VerbandLeggen, s.middel(wie, ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Keuzes(ctx, grant)
	return list, domein.Wrap(op, err)
}

// KanLeggen tells whether wie may lay a tie. It serves to leave out a button; it opens nothing.
func (s *Service) KanLeggen(wie toegang.Actor) bool {
	_, err := s.Mag(wie, toegang.VerbandLeggen, s.middel(wie, ""))
	return err == nil
}

// Leg ties two things. Between safety and care it is a proposal until both owners agree; the proposer agrees for the side that he owns. Every other tie is in
// force at once.
func (s *Service) Leg(ctx context.Context, wie toegang.Actor, van, naar Eind, waarom string) (Verband, error) {
	const op = "verband.Leg"
	grant, err := s.Mag(wie, toegang.VerbandLeggen, s.middel(wie, ""))
	if err != nil {
		return Verband{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Dit verband kan nog niet worden gelegd.", check(van, naar, waarom)); err != nil {
		return Verband{}, err
	}
	feiten, err := s.Store.Feiten(ctx, grant, []Eind{van, naar})
	if err != nil {
		return Verband{}, domein.Wrap(op, err)
	}
	a, ok := feiten[van]
	b, ook := feiten[naar]
	if !ok || !ook {
		return Verband{}, domein.Missing(op)
	}
	v := s.Nieuw(wie, a, b, waarom)
	entry, err := s.Entry(grant, "verband", v.ID, v)
	if err != nil {
		return Verband{}, domein.Wrap(op, err)
	}
	return v, domein.Wrap(op, s.Store.SaveVerband(ctx, grant, v, entry))
}

// Nieuw makes the tie between a and b that wie lays, without keeping it.
func (s *Service) Nieuw(wie toegang.Actor, a, b Feit, waarom string) Verband {
	v := Verband{ID: s.NieuwID(), Van: a.Eind, Naar: b.Eind, Waarom: strings.TrimSpace(waarom), Wie: wie.ID, Wanneer: s.Nu(), Status: VanKracht}
	nodig := Nodig(a, b)
	for _, d := range nodig {
		if _, err := s.Mag(wie, toegang.VerbandInstemmen, s.instemmen(wie, v.ID, d)); err == nil {
			v.Akkoorden = append(v.Akkoorden, Akkoord{Domein: d, Wie: wie.ID, Wanneer: s.Nu()})
		}
	}
	if len(v.Ontbreekt(nodig)) > 0 {
		v.Status = Voorgesteld
	}
	return v
}

// StemIn agrees to a proposed tie on behalf of the field of policy that wie owns. The last agreement puts it in force.
func (s *Service) StemIn(ctx context.Context, wie toegang.Actor, id string) (Verband, error) {
	const op = "verband.StemIn"
	z, err := s.Toon(ctx, wie, id)
	if err != nil {
		return Verband{}, domein.Wrap(op, err)
	}
	if z.Status != Voorgesteld {
		return Verband{}, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Dit verband wacht niet op instemming. Het is al " + string(z.Status) + "."}
	}
	grant, namens, err := s.namens(wie, z)
	if err != nil {
		return Verband{}, domein.Wrap(op, err)
	}
	v := z.Verband
	v.Akkoorden = slices.Clone(v.Akkoorden)
	for _, d := range namens {
		v.Akkoorden = append(v.Akkoorden, Akkoord{Domein: d, Wie: wie.ID, Wanneer: s.Nu()})
	}
	if len(v.Ontbreekt(Nodig(z.VanFeit, z.NaarFeit))) == 0 {
		v.Status = VanKracht
	}
	entry, err := s.Entry(grant, "verband", v.ID, v)
	if err != nil {
		return Verband{}, domein.Wrap(op, err)
	}
	return v, domein.Wrap(op, s.Store.WijzigVerband(ctx, grant, v, z.Verband, entry))
}

// namens gives the fields for which wie may still agree; none is the refusal of the gate.
func (s *Service) namens(wie toegang.Actor, z Zicht) (toegang.Grant, []string, error) {
	var grant toegang.Grant
	var domeinen []string
	var refusal error
	for _, d := range z.Ontbreekt {
		g, err := s.Mag(wie, toegang.VerbandInstemmen, s.instemmen(wie, z.ID, d))
		if err != nil {
			refusal = err
			continue
		}
		grant, domeinen = g, append(domeinen, d)
	}
	if len(domeinen) == 0 {
		return toegang.Grant{}, nil, refusal
	}
	return grant, domeinen, nil
}

// Beeindig ends a tie, with the reason. It stays in the journal.
func (s *Service) Beeindig(ctx context.Context, wie toegang.Actor, id, reden string) error {
	const op = "verband.Beeindig"
	z, err := s.Toon(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.VerbandBeeindigen, s.eigen(wie, z))
	if err != nil {
		return domein.Wrap(op, err)
	}
	reden = strings.TrimSpace(reden)
	if reden == "" {
		return domein.Refuse(op, "Dit verband kan nog niet worden beëindigd.", []domein.Fault{{Veld: "reden", Melding: "Schrijf waarom dit verband niet meer geldt."}})
	}
	if !z.Status.Mag(Beeindigd) {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Dit verband is al beëindigd."}
	}
	v := z.Verband
	v.Status, v.Einde = Beeindigd, Einde{Wie: wie.ID, Wanneer: s.Nu(), Reden: reden}
	entry, err := s.Entry(grant, "verband", v.ID, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.WijzigVerband(ctx, grant, v, z.Verband, entry))
}

func (s *Service) middel(wie toegang.Actor, id string) toegang.Middel {
	return toegang.Middel{Soort: "verband", ID: id, Verantwoordelijke: wie.Verantwoordelijke}
}

func (s *Service) instemmen(wie toegang.Actor, id, d string) toegang.Middel {
	m := s.middel(wie, id)
	m.Domein = d
	return m
}

// eigen is the tie as the gate sees it when somebody wants to end it.
func (s *Service) eigen(wie toegang.Actor, z Zicht) toegang.Middel {
	m := s.middel(wie, z.ID)
	m.Domein = Eigendomein(z.VanFeit, z.NaarFeit)
	m.Openbaar = z.VanFeit.Openbaar && z.NaarFeit.Openbaar
	return m
}
