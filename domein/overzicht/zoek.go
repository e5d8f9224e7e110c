// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package overzicht

import (
	"context"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/signaal"
	"dwarsverband/toegang"
)

// Treffer is something that was found.
type Treffer struct {
	Soort string // "Gebied", "Plan", "Doel", "Actie", "Signaal"
	Naam  string
	Meer  string // what tells it from others of the name
	URL   string
}

// maxTreffers is how many of one kind are shown.
const maxTreffers = 20

// Zoek finds areas, plans, goals, measures and signals whose name holds every word of q, whatever its capitals, hyphens or blanks. Only what wie may see is searched.
func (s *Service) Zoek(ctx context.Context, wie toegang.Actor, q string) ([]Treffer, error) {
	words := strings.Fields(strings.ToLower(q))
	if len(words) == 0 {
		return nil, nil
	}
	var all []Treffer
	for _, search := range []func(context.Context, toegang.Actor) ([]Treffer, error){s.gebieden, s.plannen, s.doelen, s.acties, s.signalen} {
		list, err := search(ctx, wie)
		if domein.KindOf(err) == domein.Forbidden {
			continue
		}
		if err != nil {
			return nil, domein.Wrap("overzicht.Zoek", err)
		}
		n := 0
		for _, t := range list {
			if n < maxTreffers && bevat(t.Naam+" "+t.Meer, words) {
				all = append(all, t)
				n++
			}
		}
	}
	return all, nil
}

func bevat(text string, words []string) bool {
	text = strings.ToLower(text)
	folded := cijfer.NormNaam(text)
	for _, w := range words {
		if !strings.Contains(text, w) && !strings.Contains(folded, cijfer.NormNaam(w)) {
			return false
		}
	}
	return true
}

func (s *Service) gebieden(ctx context.Context, wie toegang.Actor) ([]Treffer, error) {
	areas, err := s.Gebied.Lijst(ctx, wie, false)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	var list []Treffer
	for _, a := range areas {
		names[a.Code] = a.Naam
		list = append(list, Treffer{Soort: "Gebied", Naam: a.Naam, Meer: strings.TrimSpace(a.Code + " " + names[a.Ouder]), URL: "/gebieden/" + a.Code})
	}
	return list, nil
}

func (s *Service) plannen(ctx context.Context, wie toegang.Actor) ([]Treffer, error) {
	plannen, err := s.Plan.Lijst(ctx, wie)
	if err != nil {
		return nil, err
	}
	var list []Treffer
	for _, p := range plannen {
		list = append(list, Treffer{Soort: "Plan", Naam: p.Titel, Meer: string(p.Soort), URL: "/plannen/" + p.ID})
	}
	return list, nil
}

func (s *Service) doelen(ctx context.Context, wie toegang.Actor) ([]Treffer, error) {
	doelen, err := s.Plan.Doelen(ctx, wie, "")
	if err != nil {
		return nil, err
	}
	var list []Treffer
	for _, d := range doelen {
		list = append(list, Treffer{Soort: "Doel", Naam: d.Tekst, Meer: d.Plan.Titel, URL: "/doelen/" + d.ID})
	}
	return list, nil
}

func (s *Service) acties(ctx context.Context, wie toegang.Actor) ([]Treffer, error) {
	acties, err := s.Plan.Acties(ctx, wie)
	if err != nil {
		return nil, err
	}
	var list []Treffer
	for _, a := range acties {
		list = append(list, Treffer{Soort: "Actie", Naam: a.Wat, Meer: a.Trekker, URL: "/acties/" + a.ID})
	}
	return list, nil
}

func (s *Service) signalen(ctx context.Context, wie toegang.Actor) ([]Treffer, error) {
	signalen, err := s.Signaal.Lijst(ctx, wie, signaal.Filter{Alles: true})
	if err != nil {
		return nil, err
	}
	areas, err := s.Gebied.Lijst(ctx, wie, false)
	if err != nil {
		return nil, err
	}
	soorten, err := s.Cijfer.Soorten(ctx, wie)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, a := range areas {
		names[a.Code] = a.Naam
	}
	for _, k := range soorten {
		names[k.Code] = k.Naam
	}
	var list []Treffer
	for _, sig := range signalen {
		list = append(list, Treffer{Soort: "Signaal", Naam: names[sig.Soort] + " in " + names[sig.Gebied], Meer: sig.Periode.String(), URL: "/signalen/" + sig.ID})
	}
	return list, nil
}
