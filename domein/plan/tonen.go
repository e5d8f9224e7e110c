// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/toegang"
)

// IndicatorZicht is an indicator with what it measured.
type IndicatorZicht struct {
	Indicator
	Plan     Plan
	Soorten  []cijfer.Soort // what is counted, the denominator last
	Bronnen  []cijfer.Bron
	Metingen []Meting // oldest first
	Dicht    bool     // the visitor may not see these figures
}

// DoelZicht is a goal with how it stands.
type DoelZicht struct {
	Doel
	Plan        Plan
	Prioriteit  Prioriteit
	Indicatoren []IndicatorZicht
	Meter       int // index of the indicator that measures the goal, or -1
	Stand       Stand
	Acties      []ActieZicht
}

// Metingen gives the measurements of the indicator that measures the goal.
func (z DoelZicht) Metingen() []Meting {
	if z.Meter < 0 {
		return nil
	}
	return z.Indicatoren[z.Meter].Metingen
}

// ActieZicht is a measure with the goal that it serves and the plan that it stands in.
type ActieZicht struct {
	Actie
	Plan   Plan
	Doel   Doel
	TeLaat bool
}

// Overzicht is a plan with everything in it.
type Overzicht struct {
	Plan
	OuderPlan     Plan // of a jaaruitvoeringsplan
	VervangtPlan  Plan
	VervangenDoor Plan // the newer version, when there is one
	Prioriteiten  []Prioriteit
	Doelen        []DoelZicht
	Acties        []ActieZicht // of the plan, and those that other plans do for its goals
	Kan           Kan
}

// Lijst gives the plans that wie may see, by kind and from new to old.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]Plan, error) {
	const op = "plan.Lijst"
	grant, err := s.zoek(wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Plannen(ctx, grant)
	return list, domein.Wrap(op, err)
}

// Waakhond gives the warnings on the terms of the plans that wie may see.
func (s *Service) Waakhond(ctx context.Context, wie toegang.Actor) ([]Waarschuwing, error) {
	const op = "plan.Waakhond"
	plannen, err := s.Lijst(ctx, wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := Waak(plannen, s.Nu().Date())
	return list, domein.Wrap(op, err)
}

// Toon gives a plan with its priorities, goals and how they stand, and measures.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Overzicht, error) {
	const op = "plan.Toon"
	p, err := s.haal(ctx, wie, id)
	if err != nil {
		return Overzicht{}, domein.Wrap(op, err)
	}
	g, err := s.geheel(ctx, wie, p)
	if err != nil {
		return Overzicht{}, domein.Wrap(op, err)
	}
	o := Overzicht{Plan: p, Prioriteiten: g.prioriteiten, Kan: s.Kan(wie, p)}
	o.OuderPlan, _ = g.plan(p.Ouder)
	o.VervangtPlan, _ = g.plan(p.Vervangt)
	for _, n := range g.plannen {
		if n.Vervangt == p.ID {
			o.VervangenDoor = n
		}
	}
	if o.Doelen, err = s.doelen(ctx, wie, g, g.doelen); err != nil {
		return Overzicht{}, domein.Wrap(op, err)
	}
	for _, a := range g.acties {
		if a.Plan == p.ID || slices.ContainsFunc(g.doelen, func(d Doel) bool { return d.ID == a.Doel }) {
			o.Acties = append(o.Acties, s.actie(g, a))
		}
	}
	return o, nil
}

// ToonDoel gives one goal with its indicators, how it stands, and the measures that serve it.
func (s *Service) ToonDoel(ctx context.Context, wie toegang.Actor, id string) (DoelZicht, error) {
	const op = "plan.ToonDoel"
	d, p, err := s.haalDoel(ctx, wie, id)
	if err != nil {
		return DoelZicht{}, domein.Wrap(op, err)
	}
	g, err := s.geheel(ctx, wie, p)
	if err != nil {
		return DoelZicht{}, domein.Wrap(op, err)
	}
	list, err := s.doelen(ctx, wie, g, []Doel{d})
	if err != nil {
		return DoelZicht{}, domein.Wrap(op, err)
	}
	return list[0], nil
}

// Doelen lists the goals that wie may see, with how they stand; with gebied only those that name that area.
func (s *Service) Doelen(ctx context.Context, wie toegang.Actor, gebied string) ([]DoelZicht, error) {
	const op = "plan.Doelen"
	g, err := s.geheel(ctx, wie, Plan{})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	wanted := slices.DeleteFunc(g.doelen, func(d Doel) bool { return gebied != "" && !slices.Contains(d.Gebieden, gebied) })
	list, err := s.doelen(ctx, wie, g, wanted)
	return list, domein.Wrap(op, err)
}

// doelen dresses goals with everything around them; the figures are read once for all.
func (s *Service) doelen(ctx context.Context, wie toegang.Actor, g *geheel, doelen []Doel) ([]DoelZicht, error) {
	var wanted []Indicator
	for _, d := range doelen {
		wanted = append(wanted, g.vanDoel(d.ID)...)
	}
	figures, err := s.meet(ctx, wie, wanted)
	if err != nil {
		return nil, err
	}
	list := make([]DoelZicht, 0, len(doelen))
	for _, d := range doelen {
		z := DoelZicht{Doel: d, Meter: -1}
		z.Plan, _ = g.plan(d.Plan)
		if i := slices.IndexFunc(g.prioriteiten, func(p Prioriteit) bool { return p.ID == d.Prioriteit }); i >= 0 {
			z.Prioriteit = g.prioriteiten[i]
		}
		for _, i := range g.vanDoel(d.ID) {
			p, _ := g.plan(i.Plan)
			z.Indicatoren = append(z.Indicatoren, s.zicht(i, p, figures))
		}
		// The goal is measured by the first indicator in its own unit; another unit has another scale and no path.
		z.Meter = slices.IndexFunc(z.Indicatoren, func(i IndicatorZicht) bool { return i.Eenheid == d.Eenheid })
		z.Stand = z.stand()
		for _, a := range g.acties {
			if a.Doel == d.ID {
				z.Acties = append(z.Acties, s.actie(g, a))
			}
		}
		list = append(list, z)
	}
	return list, nil
}

func (z DoelZicht) stand() Stand {
	switch {
	case z.Meter < 0:
		return Stand{Oordeel: NietTeZeggen, Reden: "Er is nog geen indicator die dit doel meet in de eenheid van het doel."}
	case z.Indicatoren[z.Meter].Dicht:
		return Stand{Oordeel: NietTeZeggen, Reden: "Deze cijfers zijn niet openbaar. U vindt ze in de rapportage aan de raad."}
	}
	return StandVan(z.Doel, z.Metingen())
}

func (s *Service) actie(g *geheel, a Actie) ActieZicht {
	z := ActieZicht{Actie: a, TeLaat: a.TeLaat(s.Nu().Date())}
	z.Plan, _ = g.plan(a.Plan)
	z.Doel, _ = g.doel(a.Doel)
	return z
}
