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

// geheel is a plan with everything around it that the visitor may see.
type geheel struct {
	plannen      []Plan
	prioriteiten []Prioriteit // of the plan
	doelen       []Doel       // of the plan
	alle         []Doel       // of all plans
	indicatoren  []Indicator
	koppelingen  []Koppeling
	acties       []Actie // of all plans
}

// geheel loads p with its surroundings. The zero Plan stands for all plans.
func (s *Service) geheel(ctx context.Context, wie toegang.Actor, p Plan) (*geheel, error) {
	grant, err := s.zoek(wie)
	if err != nil {
		return nil, err
	}
	g := &geheel{}
	for _, load := range []func() error{
		func() (err error) { g.plannen, err = s.Store.Plannen(ctx, grant); return },
		func() (err error) { g.prioriteiten, err = s.Store.Prioriteiten(ctx, grant, p.ID); return },
		func() (err error) { g.alle, err = s.Store.Doelen(ctx, grant, ""); return },
		func() (err error) { g.indicatoren, err = s.Store.Indicatoren(ctx, grant); return },
		func() (err error) { g.koppelingen, err = s.Store.Koppelingen(ctx, grant); return },
		func() (err error) { g.acties, err = s.Store.Acties(ctx, grant); return },
	} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	for _, d := range g.alle {
		if d.Plan == p.ID || p.ID == "" {
			g.doelen = append(g.doelen, d)
		}
	}
	return g, nil
}

func (g *geheel) plan(id string) (Plan, bool) {
	i := slices.IndexFunc(g.plannen, func(p Plan) bool { return p.ID == id })
	if i < 0 {
		return Plan{}, false
	}
	return g.plannen[i], true
}

func (g *geheel) doel(id string) (Doel, bool) {
	i := slices.IndexFunc(g.alle, func(d Doel) bool { return d.ID == id })
	if i < 0 {
		return Doel{}, false
	}
	return g.alle[i], true
}

// domein gives the field of policy of a plan.
func (g *geheel) domein(plan string) string {
	p, _ := g.plan(plan)
	return p.Soort.Domein()
}

// vanDoel gives the indicators that measure a goal, oldest tie first.
func (g *geheel) vanDoel(doel string) []Indicator {
	var list []Indicator
	for _, k := range g.koppelingen {
		if i := slices.IndexFunc(g.indicatoren, func(i Indicator) bool { return i.ID == k.Indicator }); k.Doel == doel && i >= 0 {
			list = append(list, g.indicatoren[i])
		}
	}
	return list
}

// gemeten is the figures and kinds with which indicators are measured, loaded once for all of them, and which figures the visitor may see.
type gemeten struct {
	wereld
	cijfers []cijfer.Cijfer
	scope   toegang.Scope // zero: none
}

func (s *Service) meet(ctx context.Context, wie toegang.Actor, indicatoren []Indicator) (gemeten, error) {
	w, err := s.wereld(ctx, wie)
	if err != nil || len(indicatoren) == 0 {
		return gemeten{wereld: w}, err
	}
	grant, err := s.MagLijst(wie, toegang.CijferLezen, toegang.Middel{Soort: "cijfer", Verantwoordelijke: wie.Verantwoordelijke})
	if domein.KindOf(err) == domein.Forbidden {
		return gemeten{wereld: w}, nil
	}
	if err != nil {
		return gemeten{}, err
	}
	var kinds, areas []string
	for _, i := range indicatoren {
		kinds, areas = append(kinds, i.Soorten()...), append(areas, i.Gebieden...)
	}
	slices.Sort(kinds)
	slices.Sort(areas)
	figures, err := s.Store.CijfersVan(ctx, grant, slices.Compact(kinds), slices.Compact(areas))
	return gemeten{w, figures, grant.Scope()}, err
}

// zicht measures one indicator for somebody. Figures of a source that is not open stay closed to whoever may not read those: the raad meets them in a released report.
func (s *Service) zicht(i Indicator, p Plan, g gemeten) IndicatorZicht {
	z := IndicatorZicht{Indicator: i, Plan: p}
	for _, code := range i.Soorten() {
		k := g.soorten[code]
		z.Soorten = append(z.Soorten, k)
		bron := g.bronnen[k.Bron]
		z.Dicht = z.Dicht || !g.scope.Mag(bron.Domein, bron.Openbaar)
		if !slices.ContainsFunc(z.Bronnen, func(b cijfer.Bron) bool { return b.Code == bron.Code }) {
			z.Bronnen = append(z.Bronnen, bron)
		}
	}
	if !z.Dicht {
		z.Metingen = Bereken(i, g.cijfers, s.Nu().Date())
	}
	return z
}
