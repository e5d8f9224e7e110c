// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import (
	"context"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// Lijst gives the samples, newest first, to the FG and the privacy officer. A finding that nobody answered stays in sight until somebody does.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]Steekproef, error) {
	const op = "toezicht.Lijst"
	grant, err := s.Mag(wie, lezen(wie), middel(wie, ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Steekproeven(ctx, grant)
	return list, domein.Wrap(op, err)
}

// lezen is the action by which somebody reads: the FG watches, the privacy officer answers.
func lezen(wie toegang.Actor) toegang.Actie {
	if slices.Contains(wie.Rollen, toegang.FG) {
		return toegang.ToezichtLezen
	}
	return toegang.ToezichtOpvolgen
}

// Toon shows a sample with its looks. The privacy officer sees what was found, and the rest of it not.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Steekproef, error) {
	const op = "toezicht.Toon"
	grant, err := s.Mag(wie, lezen(wie), middel(wie, id))
	if err != nil {
		return Steekproef{}, domein.Wrap(op, err)
	}
	look, err := s.Blik(grant, "steekproef", id)
	if err == nil {
		err = s.Store.Kijk(ctx, look)
	}
	if err != nil {
		return Steekproef{}, domein.Wrap(op, err)
	}
	p, err := s.Store.Steekproef(ctx, grant, id)
	if err != nil {
		return p, domein.Wrap(op, err)
	}
	if grant.Actie() == toegang.ToezichtOpvolgen {
		p.Regels = slices.DeleteFunc(p.Regels, func(r Regel) bool { return !r.Bevinding() })
	}
	return p, nil
}

// Beoordeel records what the FG thinks of looks, by their number. What he does not name stays as it is; a finding that was answered cannot change any more.
func (s *Service) Beoordeel(ctx context.Context, wie toegang.Actor, id string, oordelen map[int64]string) error {
	const op = "toezicht.Beoordeel"
	grant, err := s.Mag(wie, toegang.ToezichtBevinden, middel(wie, id))
	if err != nil {
		return domein.Wrap(op, err)
	}
	p, err := s.Store.Steekproef(ctx, grant, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	var regels []Regel
	var faults []domein.Fault
	for volgnr, oordeel := range oordelen {
		i := slices.IndexFunc(p.Regels, func(r Regel) bool { return r.Volgnr == volgnr })
		switch {
		case i < 0 || !slices.Contains(Oordelen, oordeel):
			faults = append(faults, domein.Fault{Veld: fmt.Sprintf("oordeel-%d", volgnr), Melding: "Kies uit de lijst."})
		case p.Regels[i].Oordeel == oordeel:
		case p.Regels[i].Opvolging != "" || !p.Getekend.IsZero():
			faults = append(faults, domein.Fault{Veld: fmt.Sprintf("oordeel-%d", volgnr), Melding: "Dit is al beantwoord of getekend en blijft zoals het is."})
		default:
			p.Regels[i].Oordeel, p.Regels[i].OordeelOp = oordeel, s.Nu()
			regels = append(regels, p.Regels[i])
		}
	}
	if err := domein.Refuse(op, "Er is niets opgeslagen.", faults); err != nil || len(regels) == 0 {
		return err
	}
	return domein.Wrap(op, s.save(ctx, grant, id, regels))
}

func (s *Service) save(ctx context.Context, grant toegang.Grant, id string, regels []Regel) error {
	entry, err := s.Entry(grant, "steekproef", id, regels)
	if err != nil {
		return err
	}
	return s.Store.SaveRegels(ctx, grant, id, regels, entry)
}

// Beantwoord records what the privacy officer did with a finding.
func (s *Service) Beantwoord(ctx context.Context, wie toegang.Actor, id string, volgnr int64, opvolging string) error {
	const op = "toezicht.Beantwoord"
	grant, err := s.Mag(wie, toegang.ToezichtOpvolgen, middel(wie, id))
	if err != nil {
		return domein.Wrap(op, err)
	}
	p, err := s.Store.Steekproef(ctx, grant, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	i := slices.IndexFunc(p.Regels, func(r Regel) bool { return r.Volgnr == volgnr && r.Bevinding() })
	if i < 0 {
		return domein.Missing(op)
	}
	if !slices.Contains(Opvolgingen, opvolging) {
		return domein.Refuse(op, "Dit is niet opgeslagen.", []domein.Fault{{Veld: "opvolging", Melding: "Kies wat er is gedaan."}})
	}
	r := p.Regels[i]
	if r.Opvolging != "" {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze bevinding is al beantwoord."}
	}
	r.Opvolging, r.OpvolgingDoor, r.OpvolgingOp = opvolging, wie.ID, s.Nu()
	return domein.Wrap(op, s.save(ctx, grant, id, []Regel{r}))
}

// Teken closes a sample, when every look in it was judged. A finding can still be answered after that.
func (s *Service) Teken(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "toezicht.Teken"
	grant, err := s.Mag(wie, toegang.ToezichtBevinden, middel(wie, id))
	if err != nil {
		return domein.Wrap(op, err)
	}
	p, err := s.Store.Steekproef(ctx, grant, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if n, _ := p.Open(); n > 0 || !p.Getekend.IsZero() {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: fmt.Sprintf("Er zijn nog %d blikken zonder oordeel, of de steekproef is al getekend.", n)}
	}
	entry, err := s.Entry(grant, "steekproef", id, "getekend")
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.Teken(ctx, grant, id, s.Nu(), entry))
}
