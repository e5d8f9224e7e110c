// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// wegers lists who can judge a look of somebody: the privacy officers except himself.
func wegers(users []toegang.Actor, wie string) []string {
	var ids []string
	for _, u := range users {
		if u.ID != wie && slices.Contains(u.Rollen, toegang.Privacyfunctionaris) {
			ids = append(ids, u.ID)
		}
	}
	return ids
}

// weegtaken asks each of them for a judgement on v, until the term of v ends; the first who judges ends them all.
func (s *Service) weegtaken(ctx context.Context, verantwoordelijke string, v Vraag) ([]dossier.Taak, error) {
	users, err := s.Gebruikers(ctx, verantwoordelijke)
	var list []dossier.Taak
	for _, id := range wegers(users, v.Wie) {
		list = append(list, dossier.Taak{ID: s.NieuwID(), Soort: TaakWeging, Houder: id, Verwijst: v.ID, Gemaakt: s.Nu(), Vervalt: v.Uiterlijk})
	}
	return list, err
}

// Vragen lists what a privacy officer can judge or has judged, the newest first: of others, and only after they were heard.
func (s *Service) Vragen(ctx context.Context, wie toegang.Actor) ([]Vraag, error) {
	const op = "toezicht.Vragen"
	grant, err := s.Mag(wie, toegang.ToezichtWegen, vraagMiddel(wie, "", ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Uitlegvragen(ctx, grant)
	return slices.DeleteFunc(list, func(v Vraag) bool { return v.Wie == wie.ID || !v.Gehoord() }), domein.Wrap(op, err)
}

// TeWegen shows one of them, which is a look.
func (s *Service) TeWegen(ctx context.Context, wie toegang.Actor, id string) (Vraag, error) {
	const op = "toezicht.TeWegen"
	v, grant, err := s.teWegen(ctx, wie, id)
	if err != nil {
		return Vraag{}, domein.Wrap(op, err)
	}
	look, err := s.Blik(grant, "opvallend", id)
	if err == nil {
		err = s.Store.Kijk(ctx, look)
	}
	if err != nil {
		return Vraag{}, domein.Wrap(op, err)
	}
	return v, nil
}

func (s *Service) teWegen(ctx context.Context, wie toegang.Actor, id string) (Vraag, toegang.Grant, error) {
	grant, err := s.Mag(wie, toegang.ToezichtWegen, vraagMiddel(wie, id, ""))
	if err != nil {
		return Vraag{}, grant, err
	}
	v, err := s.Store.Uitlegvraag(ctx, grant, id)
	if err == nil && !v.Gehoord() {
		err = domein.Missing("toezicht.teWegen")
	}
	if err == nil { // asked again now that it is known whose look it was: nobody judges himself
		grant, err = s.Mag(wie, toegang.ToezichtWegen, vraagMiddel(wie, id, v.Wie))
	}
	if err != nil {
		return Vraag{}, grant, err
	}
	return v, grant, nil
}

// Weeg keeps the judgement, tells it to who looked, and sets when the question is thrown away: soon where the look was right.
func (s *Service) Weeg(ctx context.Context, wie toegang.Actor, id, oordeel string) error {
	const op = "toezicht.Weeg"
	v, grant, err := s.teWegen(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if v.Gewogen() {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Hierover is al geoordeeld."}
	}
	bewaar := termijn.BewaarOnterecht
	switch {
	case slices.Contains(Terecht, oordeel):
		bewaar = termijn.BewaarTerecht
	case !slices.Contains(Onterecht, oordeel):
		return domein.Refuse(op, "Dit is niet opgeslagen.", []domein.Fault{{Veld: "oordeel", Melding: "Kies wat u ervan vindt."}})
	}
	was := v
	if v.Weg, err = s.einde(bewaar); err != nil {
		return domein.Wrap(op, err)
	}
	v.Oordeel, v.OordeelDoor, v.OordeelOp = oordeel, wie.ID, s.Nu()
	return domein.Wrap(op, s.saveVraag(ctx, grant, was, v, Werk{Af: []string{TaakUitleg, TaakWeging}, Berichten: []dossier.Bericht{s.bericht(v, BerichtGewogen)}}))
}

// bericht tells who looked that something happened to his question.
func (s *Service) bericht(v Vraag, soort string) dossier.Bericht {
	return dossier.Bericht{ID: s.NieuwID(), Voor: v.Wie, Soort: soort, Verwijst: v.ID, Moment: s.Nu()}
}

// Telling is what the FG sees of the questions that are kept: how many, and by which rules. It names nobody and puts nobody in an order.
type Telling struct {
	Gesteld, Gehoord, Gewogen int
	TeLaat                    int // nobody judged in time
	ZonderWeger               int // of the only privacy officer there is
	Regels                    []Regeltelling
}

// Regeltelling is how many questions one rule led to, and how many of those were judged to be right.
type Regeltelling struct {
	Kenmerk
	Gesteld, Terecht int
}

// Tel counts the questions that are kept, for the FG.
func (s *Service) Tel(ctx context.Context, wie toegang.Actor) (Telling, error) {
	const op = "toezicht.Tel"
	grant, err := s.Mag(wie, toegang.ToezichtLezen, vraagMiddel(wie, "", ""))
	if err != nil {
		return Telling{}, domein.Wrap(op, err)
	}
	list, err := s.Store.Uitlegvragen(ctx, grant)
	if err != nil {
		return Telling{}, domein.Wrap(op, err)
	}
	users, err := s.Gebruikers(ctx, wie.Verantwoordelijke)
	if err != nil {
		return Telling{}, domein.Wrap(op, err)
	}
	t := Telling{Gesteld: len(list), Regels: perRegel(list)}
	for _, v := range list {
		switch {
		case v.Gewogen():
			t.Gehoord, t.Gewogen = t.Gehoord+1, t.Gewogen+1
		case v.Gehoord():
			t.Gehoord++
			if v.Uiterlijk.Before(s.Nu()) {
				t.TeLaat++
			}
			if len(wegers(users, v.Wie)) == 0 {
				t.ZonderWeger++
			}
		}
	}
	return t, nil
}

func perRegel(list []Vraag) []Regeltelling {
	var regels []Regeltelling
	for _, k := range Kenmerken() {
		r := Regeltelling{Kenmerk: k}
		for _, v := range list {
			if !slices.Contains(v.Redenen, k.Code) {
				continue
			}
			r.Gesteld++
			if slices.Contains(Terecht, v.Oordeel) {
				r.Terecht++
			}
		}
		if r.Gesteld > 0 {
			regels = append(regels, r)
		}
	}
	return regels
}
