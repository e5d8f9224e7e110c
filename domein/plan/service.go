// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"context"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/verband"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept. A method that changes text of a plan looks in the same transaction whether the text is open, and is a Conflict when it is
// not: adoption and a late save cannot cross.
type Store interface {
	// Plannen lists the plans within the scope of the grant, by kind and from new to old.
	Plannen(ctx context.Context, g toegang.Grant) ([]Plan, error)
	Plan(ctx context.Context, g toegang.Grant, id string) (Plan, error)
	// SavePlan keeps a new plan with what it starts with.
	SavePlan(ctx context.Context, g toegang.Grant, b Begin, entry journaal.Entry) error
	// WijzigPlan keeps the text of p where its version is still was.
	WijzigPlan(ctx context.Context, g toegang.Grant, p Plan, was int, entry journaal.Entry) error
	// ZetStatus moves p from status was to its status, with the decision and the evaluation of p; doelen are the goals that amendments changed.
	ZetStatus(ctx context.Context, g toegang.Grant, p Plan, was Status, doelen []Doel, entry journaal.Entry) error

	Prioriteiten(ctx context.Context, g toegang.Grant, plan string) ([]Prioriteit, error)
	Prioriteit(ctx context.Context, g toegang.Grant, id string) (Prioriteit, error)
	SavePrioriteit(ctx context.Context, g toegang.Grant, p Prioriteit, was int, entry journaal.Entry) error
	// VerwijderPrioriteit removes a priority without goals; with goals it is a Conflict.
	VerwijderPrioriteit(ctx context.Context, g toegang.Grant, p Prioriteit, entry journaal.Entry) error

	// Doelen lists the goals of a plan; of all plans when plan is empty.
	Doelen(ctx context.Context, g toegang.Grant, plan string) ([]Doel, error)
	Doel(ctx context.Context, g toegang.Grant, id string) (Doel, error)
	// SaveDoel keeps a goal: a new one when was is 0, else where its version is still was.
	SaveDoel(ctx context.Context, g toegang.Grant, d Doel, was int, entry journaal.Entry) error
	// VerwijderDoel removes a goal without measures and ends its ties in the same transaction; with measures it is a Conflict.
	VerwijderDoel(ctx context.Context, g toegang.Grant, d Doel, entry journaal.Entry) error

	Indicatoren(ctx context.Context, g toegang.Grant) ([]Indicator, error)
	Indicator(ctx context.Context, g toegang.Grant, id string) (Indicator, error)
	// SaveIndicator keeps an indicator; a new one with the tie to the goal that it was made for. It is a Conflict when a goal that it measures is of a plan whose
	// text stands.
	SaveIndicator(ctx context.Context, g toegang.Grant, i Indicator, was int, tie *verband.Verband, entry journaal.Entry) error
	// VerwijderIndicator removes an indicator and ends its ties in the same transaction.
	VerwijderIndicator(ctx context.Context, g toegang.Grant, i Indicator, entry journaal.Entry) error
	// Koppelingen lists which indicator measures which goal, by the ties in force, oldest first.
	Koppelingen(ctx context.Context, g toegang.Grant) ([]Koppeling, error)

	// Acties lists all measures, by start.
	Acties(ctx context.Context, g toegang.Grant) ([]Actie, error)
	Actie(ctx context.Context, g toegang.Grant, id string) (Actie, error)
	// SaveActie keeps a measure; with open set only while the text of its plan is open, else until that plan is closed.
	SaveActie(ctx context.Context, g toegang.Grant, a Actie, was int, open bool, entry journaal.Entry) error
	VerwijderActie(ctx context.Context, g toegang.Grant, a Actie, entry journaal.Entry) error

	// Bewerkingen lists the versions that a thing has had, newest first.
	Bewerkingen(ctx context.Context, g toegang.Grant, soort, id string) ([]Bewerking, error)

	Soorten(ctx context.Context, g toegang.Grant) ([]cijfer.Soort, error)
	Bronnen(ctx context.Context, g toegang.Grant) ([]cijfer.Bron, error)
	Gebieden(ctx context.Context, g toegang.Grant, vlak bool) ([]gebied.Gebied, error)
	// CijfersVan gives the figures in force of kinds in areas.
	CijfersVan(ctx context.Context, g toegang.Grant, soorten, gebieden []string) ([]cijfer.Cijfer, error)
}

// Begin is a new plan with what it starts with: the text that a new version takes over.
type Begin struct {
	Plan         Plan
	Prioriteiten []Prioriteit
	Doelen       []Doel
	Acties       []Actie
	Verbanden    []verband.Verband
}

// Koppeling says that an indicator measures a goal.
type Koppeling struct{ Doel, Indicator string }

// Bewerking is one version of a thing: who saved what and when.
type Bewerking struct {
	Versie  int
	Wie     string
	Moment  termijn.Moment
	Waarden map[string]string // the fields that changed in this version
}

// Service holds the use cases on plans, goals, indicators and measures.
type Service struct {
	domein.Kader
	Store Store
}

// zien gives the grant to read a part of p. Whoever may not see it hears that it does not exist (promise 2).
func (s *Service) zien(wie toegang.Actor, p Plan) (toegang.Grant, error) {
	grant, err := s.Mag(wie, toegang.PlanLezen, p.Middel("plan", p.ID, wie.Verantwoordelijke))
	if domein.KindOf(err) == domein.Forbidden {
		return grant, domein.Missing("plan")
	}
	return grant, err
}

// zoek asks the gate whether wie reads plans at all and gives the grant to look something up, before it is known what it is.
func (s *Service) zoek(wie toegang.Actor) (toegang.Grant, error) {
	return s.MagLijst(wie, toegang.PlanLezen, toegang.Middel{Soort: "plan", Verantwoordelijke: wie.Verantwoordelijke})
}

// haal gives a plan that wie may see.
func (s *Service) haal(ctx context.Context, wie toegang.Actor, id string) (Plan, error) {
	grant, err := s.zoek(wie)
	if err != nil {
		return Plan{}, err
	}
	p, err := s.Store.Plan(ctx, grant, id)
	if err != nil {
		return Plan{}, err
	}
	_, err = s.zien(wie, p)
	return p, err
}

// haalDeel gives a part of a plan that wie may see, with that plan. load reads the part, van tells of which plan it is.
func haalDeel[T any](ctx context.Context, s *Service, wie toegang.Actor, id string, load func(context.Context, toegang.Grant, string) (T, error), van func(T) string) (T, Plan, error) {
	var none T
	grant, err := s.zoek(wie)
	if err != nil {
		return none, Plan{}, err
	}
	if id == "" { // the store reads no id as any
		return none, Plan{}, domein.Missing("plan.haal")
	}
	t, err := load(ctx, grant, id)
	if err != nil {
		return none, Plan{}, err
	}
	p, err := s.haal(ctx, wie, van(t))
	if err != nil {
		return none, Plan{}, err
	}
	return t, p, nil
}

func (s *Service) haalPrioriteit(ctx context.Context, wie toegang.Actor, id string) (Prioriteit, Plan, error) {
	return haalDeel(ctx, s, wie, id, s.Store.Prioriteit, func(p Prioriteit) string { return p.Plan })
}

func (s *Service) haalDoel(ctx context.Context, wie toegang.Actor, id string) (Doel, Plan, error) {
	return haalDeel(ctx, s, wie, id, s.Store.Doel, func(d Doel) string { return d.Plan })
}

func (s *Service) haalIndicator(ctx context.Context, wie toegang.Actor, id string) (Indicator, Plan, error) {
	return haalDeel(ctx, s, wie, id, s.Store.Indicator, func(i Indicator) string { return i.Plan })
}

func (s *Service) haalActie(ctx context.Context, wie toegang.Actor, id string) (Actie, Plan, error) {
	return haalDeel(ctx, s, wie, id, s.Store.Actie, func(a Actie) string { return a.Plan })
}

// botst is the refusal of what does not fit where a thing stands.
func botst(op, melding string) error {
	return &domein.Error{Kind: domein.Conflict, Op: op, Melding: melding}
}

// Vast is the answer of store to a save in a plan whose text stands meanwhile.
func Vast(op string) error {
	return &domein.Error{Kind: domein.Conflict, Op: op,
		Melding: "Dit plan is intussen aangeboden of vastgesteld. De tekst ligt vast. Maak een nieuwe versie om iets te wijzigen."}
}

// stempel marks a save by wie.
func (s *Service) stempel(wie toegang.Actor) Stempel { return Stempel{Wie: wie.ID, Op: s.Nu()} }

// eerste makes the first version of fields that somebody filled in; empty ones stay away.
func (s *Service) eerste(wie toegang.Actor, waarden map[string]string) Inhoud {
	velden := map[string]domein.Veld{}
	for naam, w := range waarden {
		if w = strings.TrimSpace(w); w != "" {
			velden[naam] = domein.Veld{Waarde: w, Versie: 1}
		}
	}
	return Inhoud{Versie: 1, Velden: velden, Stempel: s.stempel(wie)}
}
