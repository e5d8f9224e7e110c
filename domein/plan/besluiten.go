// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// StelVastRaad records what the raad decided on an IVP, Wmo- or Jeugdplan. Only this makes it valid (invariant I15).
func (s *Service) StelVastRaad(ctx context.Context, wie toegang.Actor, id string, b Besluit) (Plan, error) {
	p, err := s.stelVast(ctx, wie, id, Raad, toegang.PlanVaststellenRaad, b)
	return p, domein.Wrap("plan.StelVastRaad", err)
}

// StelVastCollege records what the college decided on a jaaruitvoeringsplan. Only this makes it valid (invariant I15).
func (s *Service) StelVastCollege(ctx context.Context, wie toegang.Actor, id string, b Besluit) (Plan, error) {
	p, err := s.stelVast(ctx, wie, id, College, toegang.PlanVaststellenCollege, b)
	return p, domein.Wrap("plan.StelVastCollege", err)
}

func (s *Service) stelVast(ctx context.Context, wie toegang.Actor, id string, orgaan Orgaan, actie toegang.Actie, b Besluit) (Plan, error) {
	const op = "plan.StelVast"
	p, err := s.haal(ctx, wie, id)
	if err != nil {
		return Plan{}, err
	}
	grant, err := s.Mag(wie, actie, p.Middel("plan", p.ID, wie.Verantwoordelijke))
	if err != nil {
		return Plan{}, err
	}
	g, err := s.geheel(ctx, wie, p)
	if err != nil {
		return Plan{}, err
	}
	if err := domein.Refuse(op, "Dit besluit kan zo niet worden vastgelegd.", besluitFaults(p, g.doelen, orgaan, b, s.Nu().Date())); err != nil {
		return Plan{}, err
	}
	was := p.Status
	if !was.Mag(b.Uitkomst) {
		return Plan{}, botst(op, fmt.Sprintf("Dit plan is %s. Leg een besluit vast nadat het plan is aangeboden.", was))
	}
	p.Status = b.Uitkomst
	p.Vaststelling = Vaststelling{Orgaan: orgaan, Uitkomst: b.Uitkomst, Nummer: strings.TrimSpace(b.Nummer), Datum: b.Datum, Door: wie.ID, Op: s.Nu()}
	changed := amendeer(&p, g.doelen, b.Amendementen, s.stempel(wie))
	entry, err := s.Entry(grant, "plan", p.ID, p)
	if err != nil {
		return Plan{}, err
	}
	return p, s.Store.ZetStatus(ctx, grant, p, was, changed, entry)
}

// amendeer writes amendments into the text and keeps what stood there. It gives the goals that changed.
func amendeer(p *Plan, doelen []Doel, amendementen []Amendement, st Stempel) []Doel {
	touched := map[string]bool{}
	for _, a := range amendementen {
		a.Nummer, a.Nieuw = strings.TrimSpace(a.Nummer), strings.TrimSpace(a.Nieuw)
		if a.Onderdeel == OnderdeelVisie {
			a.Oud, p.Visie = p.Visie, a.Nieuw
			p.zet("visie", a.Nieuw, st)
		} else if i := slices.IndexFunc(doelen, func(d Doel) bool { return d.ID == a.Onderdeel }); i >= 0 {
			a.Oud, doelen[i].Tekst = doelen[i].Tekst, a.Nieuw
			doelen[i].zet("tekst", a.Nieuw, st)
			touched[a.Onderdeel] = true
		}
		p.Vaststelling.Amendementen = append(p.Vaststelling.Amendementen, a)
	}
	return slices.DeleteFunc(slices.Clone(doelen), func(d Doel) bool { return !touched[d.ID] })
}

// zet gives one field a new value in a new version.
func (i *Inhoud) zet(naam, waarde string, st Stempel) {
	i.Versie++
	i.Stempel = st
	i.Velden = maps.Clone(i.Velden)
	i.Velden[naam] = domein.Veld{Waarde: waarde, Versie: i.Versie}
}

// Evalueer records what was learnt from an adopted plan.
func (s *Service) Evalueer(ctx context.Context, wie toegang.Actor, id, tekst string) (Plan, error) {
	const op = "plan.Evalueer"
	p, err := s.rondAf(ctx, wie, id, Geevalueerd, func(p *Plan) []domein.Fault {
		tekst = strings.TrimSpace(tekst)
		p.Evaluatie = Evaluatie{Tekst: tekst, Wie: wie.ID, Datum: s.Nu().Date()}
		if len(tekst) < 40 {
			return []domein.Fault{{Veld: "tekst", Melding: "Schrijf in enkele zinnen wat er is bereikt en wat u ervan leert."}}
		}
		return nil
	})
	return p, domein.Wrap(op, err)
}

// Sluit closes a plan that was evaluated: its measures no longer change.
func (s *Service) Sluit(ctx context.Context, wie toegang.Actor, id string) (Plan, error) {
	const op = "plan.Sluit"
	p, err := s.rondAf(ctx, wie, id, Afgesloten, func(*Plan) []domein.Fault { return nil })
	return p, domein.Wrap(op, err)
}

func (s *Service) rondAf(ctx context.Context, wie toegang.Actor, id string, naar Status, change func(*Plan) []domein.Fault) (Plan, error) {
	const op = "plan.rondAf"
	p, err := s.haal(ctx, wie, id)
	if err != nil {
		return Plan{}, err
	}
	grant, err := s.Mag(wie, toegang.PlanAfronden, p.Middel("plan", p.ID, wie.Verantwoordelijke))
	if err != nil {
		return Plan{}, err
	}
	was := p.Status
	if !was.Mag(naar) {
		return Plan{}, botst(op, fmt.Sprintf("Dit plan is %s en kan niet %s worden.", was, naar))
	}
	if err := domein.Refuse(op, "Dit plan kan nog niet worden afgerond.", change(&p)); err != nil {
		return Plan{}, err
	}
	p.Status = naar
	entry, err := s.Entry(grant, "plan", p.ID, p)
	if err != nil {
		return Plan{}, err
	}
	return p, s.Store.ZetStatus(ctx, grant, p, was, nil, entry)
}
