// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/plan"
	"dwarsverband/toegang"
)

// Lijst gives the editions that wie may see, the newest period and edition first.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]Rapportage, error) {
	const op = "rapportage.Lijst"
	grant, err := s.lezen(wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Rapportages(ctx, grant, s.Nu())
	return verhul(list), domein.Wrap(op, err)
}

// verhul calls an edition replaced only for who may see the one that replaced it: before its moment that one does not exist.
func verhul(list []Rapportage) []Rapportage {
	for i := range list {
		if list[i].Status == Ingetrokken && !slices.ContainsFunc(list, func(x Rapportage) bool { return x.Vervangt == list[i].ID }) {
			list[i].Status = Vrijgegeven
		}
	}
	return list
}

// Kan says which buttons make sense for somebody on a report. It opens nothing.
type Kan struct {
	Wijzigen, Verwijderen, Vrijgeven, NieuweEditie bool
}

// Blad is one edition with what it says.
type Blad struct {
	Rapportage
	Inhoud        Inhoud
	Afdruk        string // of Inhoud
	Openbaar      bool   // the public reads it by now
	VervangenDoor Rapportage
	Kan           Kan
}

// Toon gives one edition: a draft as it would go out now, a released one as it went out.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Blad, error) {
	const op = "rapportage.Toon"
	b, err := s.toon(ctx, wie, id)
	return b, domein.Wrap(op, err)
}

func (s *Service) toon(ctx context.Context, wie toegang.Actor, id string) (Blad, error) {
	grant, err := s.lezen(wie)
	if err != nil {
		return Blad{}, err
	}
	list, err := s.Store.Rapportages(ctx, grant, s.Nu())
	if err != nil {
		return Blad{}, err
	}
	i := slices.IndexFunc(verhul(list), func(x Rapportage) bool { return x.ID == id })
	if i < 0 {
		return Blad{}, domein.Missing("rapportage.toon")
	}
	r := list[i]
	b := Blad{Rapportage: r, Openbaar: r.Openbaar(s.Nu())}
	if b.Inhoud, err = s.inhoud(ctx, grant, r); err != nil {
		return Blad{}, err
	}
	if b.Afdruk, err = b.Inhoud.Afdruk(); err != nil {
		return Blad{}, err
	}
	if i := slices.IndexFunc(list, func(x Rapportage) bool { return x.Vervangt == r.ID }); i >= 0 {
		b.VervangenDoor = list[i]
	}
	_, write := s.mag(wie, toegang.RapportageOpstellen, r)
	_, release := s.mag(wie, toegang.RapportageVrijgeven, r)
	b.Kan = Kan{
		Wijzigen: write == nil && r.Status == Concept, Verwijderen: write == nil && r.Status == Concept,
		Vrijgeven:    release == nil && r.Status.Mag(Vrijgegeven),
		NieuweEditie: write == nil && r.Status.Mag(Ingetrokken) && b.VervangenDoor.ID == "",
	}
	return b, nil
}

func (s *Service) inhoud(ctx context.Context, grant toegang.Grant, r Rapportage) (Inhoud, error) {
	if r.Status != Concept {
		list, err := s.Store.Uitgaven(ctx, grant)
		if err != nil {
			return Inhoud{}, err
		}
		i := slices.IndexFunc(list, func(u Uitgave) bool { return u.Rapportage == r.ID })
		if i < 0 {
			return Inhoud{}, domein.Missing("rapportage.inhoud")
		}
		return list[i].Inhoud, nil
	}
	f, err := s.feiten(ctx, grant, r)
	if err != nil {
		return Inhoud{}, err
	}
	return f.maakOp(r)
}

// feiten loads what a report is made from.
func (s *Service) feiten(ctx context.Context, grant toegang.Grant, r Rapportage) (*feiten, error) {
	f := &feiten{vandaag: s.Nu().Date(), afscherm: s.Afscherm, sleutel: s.Sleutel}
	plannen, err := s.Store.Plannen(ctx, grant)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(plannen, func(p plan.Plan) bool { return p.ID == r.Plan })
	if i < 0 {
		return nil, domein.Missing("rapportage.feiten")
	}
	f.plan = plannen[i]
	if err := s.beleid(ctx, grant, f, plannen); err != nil {
		return nil, err
	}
	if err := s.cijfers(ctx, grant, f); err != nil {
		return nil, err
	}
	if f.instelling, err = s.Store.Afscherming(ctx, grant); err != nil {
		return nil, err
	}
	return f, s.verleden(ctx, grant, f)
}

// beleid loads goals and measures. A jaaruitvoeringsplan has measures for the goals of another plan. Measures of a plan that is not adopted are nobody's business yet.
func (s *Service) beleid(ctx context.Context, grant toegang.Grant, f *feiten, plannen []plan.Plan) error {
	acties, err := s.Store.Acties(ctx, grant)
	if err != nil {
		return err
	}
	for _, a := range acties {
		if slices.ContainsFunc(plannen, func(p plan.Plan) bool { return p.ID == a.Plan && (p.Status.Geldig() || p.ID == f.plan.ID) }) {
			f.acties = append(f.acties, a)
		}
	}
	goals := f.plan.ID
	if f.plan.Soort == plan.JUP {
		goals = f.plan.Ouder
	}
	if f.doelen, err = s.Store.Doelen(ctx, grant, goals); err != nil {
		return err
	}
	if goals != f.plan.ID {
		f.acties = slices.DeleteFunc(f.acties, func(a plan.Actie) bool { return a.Plan != f.plan.ID })
		f.doelen = slices.DeleteFunc(f.doelen, func(d plan.Doel) bool {
			return !slices.ContainsFunc(f.acties, func(a plan.Actie) bool { return a.Doel == d.ID })
		})
	}
	priorities, err := s.Store.Prioriteiten(ctx, grant, goals)
	if err != nil {
		return err
	}
	f.prioriteiten = map[string]plan.Prioriteit{}
	for _, p := range priorities {
		f.prioriteiten[p.ID] = p
	}
	indicators, err := s.Store.Indicatoren(ctx, grant)
	if err != nil {
		return err
	}
	f.indicatoren = map[string]plan.Indicator{}
	for _, i := range indicators {
		f.indicatoren[i.ID] = i
	}
	f.koppelingen, err = s.Store.Koppelingen(ctx, grant)
	return err
}

// cijfers loads the figures that the goals count: those of the areas of the indicators, and of all areas of the levels that tables show.
func (s *Service) cijfers(ctx context.Context, grant toegang.Grant, f *feiten) error {
	kinds, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return err
	}
	sources, err := s.Store.Bronnen(ctx, grant)
	if err != nil {
		return err
	}
	if f.gebieden, err = s.Store.Gebieden(ctx, grant, false); err != nil {
		return err
	}
	f.soorten, f.bronnen = map[string]cijfer.Soort{}, map[string]cijfer.Bron{}
	for _, k := range kinds {
		f.soorten[k.Code] = k
	}
	for _, b := range sources {
		f.bronnen[b.Code] = b
	}
	var used []plan.Indicator
	for _, d := range f.doelen {
		used = append(used, f.vanDoel(d.ID)...)
	}
	var areas []string
	for _, i := range used {
		areas = append(areas, i.Gebieden...)
		if !f.isOpen(i) {
			for _, r := range f.rijen(i.Niveau) {
				areas = append(areas, r.Code)
			}
		}
	}
	slices.Sort(areas)
	if f.cijfers, err = s.Store.CijfersVan(ctx, grant, soortenVan(used), slices.Compact(areas)); err != nil {
		return err
	}
	open := map[string]bool{}
	for code := range f.soorten {
		open[code] = f.soortOpen(code)
	}
	f.boek = newCijferboek(f.cijfers, open)
	return nil
}

// verleden loads what went out before, also under an embargo that still runs: one day it will lie beside this report.
func (s *Service) verleden(ctx context.Context, grant toegang.Grant, f *feiten) error {
	list, err := s.Store.Uitgaven(ctx, grant)
	if err != nil {
		return err
	}
	f.gezien = len(list)
	for _, u := range list {
		blocks := u.Inhoud.gesloten()
		for _, b := range blocks {
			f.eerder = append(f.eerder, publicatie{b, u.Zegels[b.sleutel()]})
		}
		if !s.Nu().Before(u.Vrijgave.Vanaf) {
			f.openbaar = append(blocks, f.openbaar...)
		}
	}
	return nil
}

// Keuzes is what somebody can report on.
type Keuzes struct {
	Plannen    []plan.Plan
	Tijdvakken []Tijdvak
}

// Keuzes lists the adopted plans that wie may report on, and the periods that are over.
func (s *Service) Keuzes(ctx context.Context, wie toegang.Actor) (Keuzes, error) {
	const op = "rapportage.Keuzes"
	grant, err := s.lezen(wie)
	if err != nil {
		return Keuzes{}, domein.Wrap(op, err)
	}
	plannen, err := s.Store.Plannen(ctx, grant)
	if err != nil {
		return Keuzes{}, domein.Wrap(op, err)
	}
	k := Keuzes{Tijdvakken: Tijdvakken(s.Nu().Date())}
	for _, p := range plannen {
		if _, err := s.mag(wie, toegang.RapportageOpstellen, Rapportage{Soort: p.Soort}); err == nil && rapporteerbaar(p) {
			k.Plannen = append(k.Plannen, p)
		}
	}
	return k, nil
}
