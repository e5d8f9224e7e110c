// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"cmp"
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// Kan says which buttons make sense for somebody on a plan: the gate would let him, and the plan stands where the step begins. It opens nothing.
type Kan struct {
	Wijzigen          bool // text, priorities
	Aanbieden         bool
	Besluiten         bool // record what the raad or the college decided
	Vernieuwen        bool // start a new version
	Evalueren         bool
	Sluiten           bool
	DoelWijzigen      bool
	IndicatorWijzigen bool
	ActieWijzigen     bool
}

// Kan asks the gate for each button of a plan that wie sees.
func (s *Service) Kan(wie toegang.Actor, p Plan) Kan {
	mag := func(wat toegang.Actie) bool {
		_, err := s.Mag(wie, wat, p.Middel("plan", p.ID, wie.Verantwoordelijke))
		return err == nil
	}
	besluit := toegang.PlanVaststellenRaad
	if p.Soort.Orgaan() == College {
		besluit = toegang.PlanVaststellenCollege
	}
	wijzigen := mag(toegang.PlanWijzigen)
	return Kan{
		Wijzigen: wijzigen, Aanbieden: wijzigen && p.Status.Mag(TerVaststelling),
		Besluiten:  p.Status.Mag(Vastgesteld) && mag(besluit),
		Vernieuwen: p.Status.Geldig() && mag(toegang.PlanOpstellen),
		Evalueren:  p.Status.Mag(Geevalueerd) && mag(toegang.PlanAfronden), Sluiten: p.Status.Mag(Afgesloten) && mag(toegang.PlanAfronden),
		DoelWijzigen: mag(toegang.DoelWijzigen), IndicatorWijzigen: mag(toegang.IndicatorWijzigen), ActieWijzigen: mag(toegang.ActieWijzigen),
	}
}

// KanOpstellen lists the kinds of plans that wie may start.
func (s *Service) KanOpstellen(wie toegang.Actor) []Soort {
	var list []Soort
	for _, soort := range Soorten() {
		p := Plan{Soort: soort, Status: Concept}
		if _, err := s.Mag(wie, toegang.PlanOpstellen, p.Middel("plan", "", wie.Verantwoordelijke)); err == nil {
			list = append(list, soort)
		}
	}
	return list
}

// KanMelden says whether wie may report on a measure that he sees.
func (s *Service) KanMelden(wie toegang.Actor, a ActieZicht) bool {
	_, err := s.Mag(wie, toegang.ActieVoortgang, a.middel(a.Plan, wie))
	return err == nil && a.Plan.Status != Afgesloten
}

// ToonPrioriteit gives one priority with its plan.
func (s *Service) ToonPrioriteit(ctx context.Context, wie toegang.Actor, id string) (Prioriteit, Plan, error) {
	n, p, err := s.haalPrioriteit(ctx, wie, id)
	return n, p, domein.Wrap("plan.ToonPrioriteit", err)
}

// IndicatorOverzicht is an indicator with the goals that it measures.
type IndicatorOverzicht struct {
	IndicatorZicht
	Doelen []Doel
	Kan    Kan
}

// ToonIndicator gives one indicator with what it measured and the goals that it measures.
func (s *Service) ToonIndicator(ctx context.Context, wie toegang.Actor, id string) (IndicatorOverzicht, error) {
	const op = "plan.ToonIndicator"
	i, p, err := s.haalIndicator(ctx, wie, id)
	if err != nil {
		return IndicatorOverzicht{}, domein.Wrap(op, err)
	}
	list, err := s.indicatoren(ctx, wie, func(x Indicator) bool { return x.ID == i.ID })
	if err != nil {
		return IndicatorOverzicht{}, domein.Wrap(op, err)
	}
	if len(list) == 0 {
		return IndicatorOverzicht{}, domein.Missing(op)
	}
	list[0].Kan = s.Kan(wie, p)
	return list[0], nil
}

// Indicatoren lists the indicators that wie may see, with what they measured.
func (s *Service) Indicatoren(ctx context.Context, wie toegang.Actor) ([]IndicatorOverzicht, error) {
	list, err := s.indicatoren(ctx, wie, func(Indicator) bool { return true })
	return list, domein.Wrap("plan.Indicatoren", err)
}

func (s *Service) indicatoren(ctx context.Context, wie toegang.Actor, keep func(Indicator) bool) ([]IndicatorOverzicht, error) {
	g, err := s.geheel(ctx, wie, Plan{})
	if err != nil {
		return nil, err
	}
	wanted := slices.DeleteFunc(g.indicatoren, func(i Indicator) bool { return !keep(i) })
	figures, err := s.meet(ctx, wie, wanted)
	if err != nil {
		return nil, err
	}
	list := make([]IndicatorOverzicht, 0, len(wanted))
	for _, i := range wanted {
		p, _ := g.plan(i.Plan)
		o := IndicatorOverzicht{IndicatorZicht: s.zicht(i, p, figures)}
		for _, k := range g.koppelingen {
			if d, ok := g.doel(k.Doel); ok && k.Indicator == i.ID {
				o.Doelen = append(o.Doelen, d)
			}
		}
		list = append(list, o)
	}
	return list, nil
}

// ToonActie gives one measure with its goal and plan.
func (s *Service) ToonActie(ctx context.Context, wie toegang.Actor, id string) (ActieZicht, error) {
	const op = "plan.ToonActie"
	a, p, err := s.haalActie(ctx, wie, id)
	if err != nil {
		return ActieZicht{}, domein.Wrap(op, err)
	}
	z := ActieZicht{Actie: a, Plan: p, TeLaat: a.TeLaat(s.Nu().Date())}
	switch d, _, err := s.haalDoel(ctx, wie, a.Doel); domein.KindOf(err) {
	case domein.NotFound: // a goal in a draft that the visitor may not see
	default:
		if err != nil {
			return ActieZicht{}, domein.Wrap(op, err)
		}
		z.Doel = d
	}
	return z, nil
}

// Acties lists the measures that wie may see, by start.
func (s *Service) Acties(ctx context.Context, wie toegang.Actor) ([]ActieZicht, error) {
	const op = "plan.Acties"
	g, err := s.geheel(ctx, wie, Plan{})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list := make([]ActieZicht, 0, len(g.acties))
	for _, a := range g.acties {
		list = append(list, s.actie(g, a))
	}
	return list, nil
}

// Keuzes is what somebody can choose from when he defines an indicator or an area of a goal.
type Keuzes struct {
	Soorten  []cijfer.Soort
	Gebieden []gebied.Gebied
}

// Keuzes lists the kinds of figures and the areas.
func (s *Service) Keuzes(ctx context.Context, wie toegang.Actor) (Keuzes, error) {
	w, err := s.wereld(ctx, wie)
	if err != nil {
		return Keuzes{}, domein.Wrap("plan.Keuzes", err)
	}
	k := Keuzes{Gebieden: w.gebieden}
	for _, soort := range w.soorten {
		k.Soorten = append(k.Soorten, soort)
	}
	slices.SortFunc(k.Soorten, func(a, b cijfer.Soort) int {
		return cmp.Or(cmp.Compare(a.Naam, b.Naam), cmp.Compare(a.Code, b.Code))
	})
	return k, nil
}

// Geschiedenis lists the versions of a plan, prioriteit, doel, indicator or actie, newest first.
func (s *Service) Geschiedenis(ctx context.Context, wie toegang.Actor, soort, id string) ([]Bewerking, error) {
	const op = "plan.Geschiedenis"
	var err error
	switch soort {
	case "plan":
		_, err = s.haal(ctx, wie, id)
	case "prioriteit":
		_, _, err = s.haalPrioriteit(ctx, wie, id)
	case "doel":
		_, _, err = s.haalDoel(ctx, wie, id)
	case "indicator":
		_, _, err = s.haalIndicator(ctx, wie, id)
	case "actie":
		_, _, err = s.haalActie(ctx, wie, id)
	default:
		err = domein.Missing(op)
	}
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	grant, err := s.zoek(wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Bewerkingen(ctx, grant, soort, id)
	return list, domein.Wrap(op, err)
}
