// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/verband"
	"dwarsverband/toegang"
)

// Nieuw is a plan that somebody starts.
type Nieuw struct {
	Soort   Soort
	Merk    string            // MerkVoorbeeld, or empty
	Ouder   string            // the IVP that a jaaruitvoeringsplan carries out
	Waarden map[string]string // of PlanVelden
}

// StelOp starts a plan as a draft.
func (s *Service) StelOp(ctx context.Context, wie toegang.Actor, n Nieuw) (Plan, error) {
	const op = "plan.StelOp"
	if !n.Soort.Bekend() {
		return Plan{}, domein.Refuse(op, "Dit plan kan nog niet worden opgesteld.", []domein.Fault{{Veld: "soort", Melding: "Kies wat voor plan u opstelt."}})
	}
	p := Plan{ID: s.NieuwID(), Soort: n.Soort, Status: Concept, Merk: n.Merk, Ouder: n.Ouder, Inhoud: s.eerste(wie, n.Waarden)}
	grant, err := s.Mag(wie, toegang.PlanOpstellen, p.Middel("plan", "", wie.Verantwoordelijke))
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	faults := append(bekend(domein.Wijziging{Velden: n.Waarden}, PlanVelden), p.Lees()...)
	if n.Merk != "" && n.Merk != MerkVoorbeeld {
		faults = append(faults, domein.Fault{Veld: "merk", Melding: "Dit merk bestaat niet. Laat het leeg of kies \"" + MerkVoorbeeld + "\"."})
	}
	ouder, err := s.ouderFaults(ctx, wie, p)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Dit plan kan nog niet worden opgesteld.", append(faults, ouder...)); err != nil {
		return Plan{}, err
	}
	entry, err := s.Entry(grant, "plan", p.ID, p)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	return p, domein.Wrap(op, s.Store.SavePlan(ctx, grant, Begin{Plan: p}, entry))
}

// ouderFaults tells what is wrong with the plan that p carries out.
func (s *Service) ouderFaults(ctx context.Context, wie toegang.Actor, p Plan) ([]domein.Fault, error) {
	if p.Soort != JUP {
		if p.Ouder != "" {
			return []domein.Fault{{Veld: "ouder", Melding: "Alleen een jaaruitvoeringsplan hoort bij een ander plan. Laat dit leeg."}}, nil
		}
		return nil, nil
	}
	if p.Ouder == "" {
		return []domein.Fault{{Veld: "ouder", Melding: "Kies het integraal veiligheidsplan dat u uitvoert."}}, nil
	}
	ouder, err := s.haal(ctx, wie, p.Ouder)
	switch {
	case domein.KindOf(err) == domein.NotFound || err == nil && ouder.Soort != IVP:
		return []domein.Fault{{Veld: "ouder", Melding: "Dit integraal veiligheidsplan bestaat niet. Kies een plan uit de lijst."}}, nil
	case err != nil:
		return nil, err
	case p.Van.Before(ouder.Van) || p.Tot.After(ouder.Tot):
		return []domein.Fault{{Veld: "van", Melding: fmt.Sprintf("Het jaar valt buiten de periode van %q (%s tot en met %s).", ouder.Titel, ouder.Van, ouder.Tot)}}, nil
	}
	return nil, nil
}

// NieuweVersie starts a draft that replaces an adopted plan and takes over its text: priorities, goals with their indicators, measures. The adopted plan stands until the
// organ adopts the draft.
func (s *Service) NieuweVersie(ctx context.Context, wie toegang.Actor, id string) (Plan, error) {
	const op = "plan.NieuweVersie"
	oud, err := s.haal(ctx, wie, id)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	nieuw := Plan{ID: s.NieuwID(), Soort: oud.Soort, Status: Concept, Merk: oud.Merk, Ouder: oud.Ouder, Vervangt: oud.ID, Inhoud: s.eerste(wie, oud.Waarden())}
	grant, err := s.Mag(wie, toegang.PlanOpstellen, nieuw.Middel("plan", "", wie.Verantwoordelijke))
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	if !oud.Status.Geldig() {
		return Plan{}, botst(op, "Dit plan is niet vastgesteld. Wijzig het plan zelf.")
	}
	b, err := s.overnemen(ctx, wie, oud, nieuw)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "plan", nieuw.ID, b)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	return b.Plan, domein.Wrap(op, s.Store.SavePlan(ctx, grant, b, entry))
}

// overnemen copies what stands in oud to nieuw under fresh ids.
func (s *Service) overnemen(ctx context.Context, wie toegang.Actor, oud, nieuw Plan) (Begin, error) {
	b := Begin{Plan: nieuw}
	if faults := b.Plan.Lees(); len(faults) > 0 {
		return b, domein.Refuse("plan.NieuweVersie", "Het oude plan klopt niet met de regels van nu.", faults)
	}
	g, err := s.geheel(ctx, wie, oud)
	if err != nil {
		return b, err
	}
	ids := map[string]string{}
	for _, p := range g.prioriteiten {
		ids[p.ID] = s.NieuwID()
		p.ID, p.Plan, p.Inhoud = ids[p.ID], nieuw.ID, s.eerste(wie, p.Waarden())
		b.Prioriteiten = append(b.Prioriteiten, p)
	}
	for _, d := range g.doelen {
		waarden := d.Waarden()
		waarden["prioriteit"] = ids[d.Prioriteit]
		ids[d.ID] = s.NieuwID()
		for _, i := range g.vanDoel(d.ID) {
			from := verband.Feit{Eind: verband.Eind{Soort: verband.Doel, ID: ids[d.ID]}, Domein: nieuw.Soort.Domein()}
			to := verband.Feit{Eind: verband.Eind{Soort: verband.Indicator, ID: i.ID}, Domein: g.domein(i.Plan)}
			b.Verbanden = append(b.Verbanden, s.verbanden().Nieuw(wie, from, to, "Overgenomen uit "+oud.Titel+"."))
		}
		d.ID, d.Plan, d.Inhoud = ids[d.ID], nieuw.ID, s.eerste(wie, waarden)
		b.Doelen = append(b.Doelen, d)
	}
	for _, a := range g.acties {
		if a.Plan != oud.ID {
			continue
		}
		if copied := ids[a.Doel]; copied != "" {
			a.Doel = copied
		}
		a.ID, a.Plan, a.Inhoud = s.NieuwID(), nieuw.ID, s.eerste(wie, a.Waarden())
		b.Acties = append(b.Acties, a)
	}
	return b, nil
}

// verbanden makes ties as the room of the ties does.
func (s *Service) verbanden() *verband.Service { return &verband.Service{Kader: s.Kader} }

// Wijzig changes the text of a draft. Fields that somebody else changed meanwhile clash; the others merge (S5).
func (s *Service) Wijzig(ctx context.Context, wie toegang.Actor, id string, w domein.Wijziging) (Plan, error) {
	const op = "plan.Wijzig"
	var p Plan
	err := herhaal(func() error {
		var err error
		if p, err = s.haal(ctx, wie, id); err != nil {
			return err
		}
		grant, err := s.Mag(wie, toegang.PlanWijzigen, p.Middel("plan", p.ID, wie.Verantwoordelijke))
		if err != nil {
			return err
		}
		was := p.Versie
		if err := p.voegIn(op, w, s.stempel(wie), PlanVelden); err != nil || p.Versie == was {
			return err
		}
		faults := p.Lees()
		if len(faults) == 0 {
			if faults, err = s.ouderFaults(ctx, wie, p); err != nil {
				return err
			}
		}
		if err := domein.Refuse(op, "De wijziging klopt nog niet. Er is niets opgeslagen.", faults); err != nil {
			return err
		}
		entry, err := s.Entry(grant, "plan", p.ID, p.Inhoud)
		if err != nil {
			return err
		}
		return s.Store.WijzigPlan(ctx, grant, p, was, entry)
	})
	return p, domein.Wrap(op, err)
}

// voegIn merges w into the fields of which velden may change.
func (i *Inhoud) voegIn(op string, w domein.Wijziging, st Stempel, velden []string) error {
	if err := domein.Refuse(op, "De wijziging klopt nog niet. Er is niets opgeslagen.", bekend(w, velden)); err != nil {
		return err
	}
	trimmed := domein.Wijziging{Basis: w.Basis, Velden: maps.Clone(w.Velden)}
	for naam, waarde := range trimmed.Velden {
		trimmed.Velden[naam] = strings.TrimSpace(waarde)
	}
	merged, versie, err := domein.Samenvoegen(op, i.Velden, i.Versie, trimmed)
	if err != nil {
		return err
	}
	i.Velden, i.Versie, i.Stempel = merged, versie, st
	return nil
}

// herhaal saves again when somebody else saved in between, so that fields that do not clash merge; a clash, and what fails every time, comes back.
func herhaal(save func() error) error {
	for try := 0; ; try++ {
		err := save()
		var e *domein.Error
		if try == 4 || !errors.As(err, &e) || e.Kind != domein.Conflict || len(e.Botsingen) > 0 {
			return err
		}
	}
}

// BiedAan offers a draft to the organ that adopts it. From then on its text stands.
func (s *Service) BiedAan(ctx context.Context, wie toegang.Actor, id string) (Plan, error) {
	const op = "plan.BiedAan"
	p, err := s.haal(ctx, wie, id)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.PlanWijzigen, p.Middel("plan", p.ID, wie.Verantwoordelijke))
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	was := p.Status
	if !was.Mag(TerVaststelling) {
		return Plan{}, botst(op, fmt.Sprintf("Dit plan is %s en kan niet worden aangeboden.", was))
	}
	faults, err := s.onaf(ctx, wie, p)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Het plan is nog niet af. Vul aan wat er ontbreekt en bied het dan aan.", faults); err != nil {
		return Plan{}, err
	}
	p.Status = TerVaststelling
	entry, err := s.Entry(grant, "plan", p.ID, p)
	if err != nil {
		return Plan{}, domein.Wrap(op, err)
	}
	return p, domein.Wrap(op, s.Store.ZetStatus(ctx, grant, p, was, nil, entry))
}

// onaf tells what a plan lacks before an organ can decide on it.
func (s *Service) onaf(ctx context.Context, wie toegang.Actor, p Plan) ([]domein.Fault, error) {
	g, err := s.geheel(ctx, wie, p)
	if err != nil {
		return nil, err
	}
	l := lezer{}
	if p.Soort == JUP {
		if !slices.ContainsFunc(g.acties, func(a Actie) bool { return a.Plan == p.ID }) {
			l.fout("acties", "Het plan heeft nog geen acties. Voeg er ten minste een toe.")
		}
		if ouder, ok := g.plan(p.Ouder); !ok || !ouder.Status.Geldig() {
			l.fout("ouder", "De raad heeft het integraal veiligheidsplan nog niet vastgesteld. Wacht op het raadsbesluit.")
		}
		return l.faults, nil
	}
	if p.Visie == "" {
		l.fout("visie", "Het plan heeft nog geen visie.")
	}
	if len(g.prioriteiten) == 0 {
		l.fout("prioriteiten", "Het plan heeft nog geen prioriteiten.")
	}
	if len(g.doelen) == 0 {
		l.fout("doelen", "Het plan heeft nog geen doelen.")
	}
	for _, d := range g.doelen {
		l.faults = append(l.faults, d.Compleet()...)
	}
	return l.faults, nil
}
