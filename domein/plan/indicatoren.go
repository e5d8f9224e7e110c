// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"context"
	"maps"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/verband"
	"dwarsverband/toegang"
)

// NieuweIndicator defines an indicator in the plan of a goal, and ties it to that goal.
func (s *Service) NieuweIndicator(ctx context.Context, wie toegang.Actor, doel string, waarden map[string]string) (Indicator, error) {
	const op = "plan.NieuweIndicator"
	d, p, err := s.haalDoel(ctx, wie, doel)
	if err != nil {
		return Indicator{}, domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.IndicatorWijzigen, p.Middel("indicator", "", wie.Verantwoordelijke))
	if err != nil {
		return Indicator{}, domein.Wrap(op, err)
	}
	w, err := s.wereld(ctx, wie)
	if err != nil {
		return Indicator{}, domein.Wrap(op, err)
	}
	if waarden = maps.Clone(waarden); waarden == nil {
		waarden = map[string]string{}
	}
	unknown := bekend(domein.Wijziging{Velden: waarden}, IndicatorVelden)
	aanvullen(waarden, w.soorten, w.bronnen, w.gebieden)
	i := Indicator{ID: s.NieuwID(), Plan: p.ID, Inhoud: s.eerste(wie, waarden)}
	if err := domein.Refuse(op, nietOpgeslagen, append(unknown, i.faults(w)...)); err != nil {
		return Indicator{}, err
	}
	tie := s.verbanden().Nieuw(wie,
		verband.Feit{Eind: verband.Eind{Soort: verband.Doel, ID: d.ID}, Domein: p.Soort.Domein()},
		verband.Feit{Eind: verband.Eind{Soort: verband.Indicator, ID: i.ID}, Domein: p.Soort.Domein()}, "Deze indicator meet het doel.")
	entry, err := s.Entry(grant, "indicator", i.ID, i)
	if err != nil {
		return Indicator{}, domein.Wrap(op, err)
	}
	return i, domein.Wrap(op, s.Store.SaveIndicator(ctx, grant, i, 0, &tie, entry))
}

// wereld is what an indicator is checked against.
type wereld struct {
	soorten  map[string]cijfer.Soort
	bronnen  map[string]cijfer.Bron
	gebieden []gebied.Gebied
}

func (s *Service) wereld(ctx context.Context, wie toegang.Actor) (wereld, error) {
	w := wereld{soorten: map[string]cijfer.Soort{}, bronnen: map[string]cijfer.Bron{}}
	grant, err := s.zoek(wie)
	if err != nil {
		return w, err
	}
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return w, err
	}
	bronnen, err := s.Store.Bronnen(ctx, grant)
	if err != nil {
		return w, err
	}
	for _, k := range soorten {
		w.soorten[k.Code] = k
	}
	for _, b := range bronnen {
		w.bronnen[b.Code] = b
	}
	w.gebieden, err = s.Store.Gebieden(ctx, grant, false)
	return w, err
}

// faults reads i and checks it against the figures that exist.
func (i *Indicator) faults(w wereld) []domein.Fault {
	if faults := i.Lees(); len(faults) > 0 {
		return faults
	}
	return i.Controleer(w.soorten, w.gebieden)
}

// WijzigIndicator changes the definition of an indicator while every plan with a goal that it measures is a draft.
func (s *Service) WijzigIndicator(ctx context.Context, wie toegang.Actor, id string, w domein.Wijziging) (Indicator, error) {
	const op = "plan.WijzigIndicator"
	var i Indicator
	err := herhaal(func() error {
		var p Plan
		var err error
		if i, p, err = s.haalIndicator(ctx, wie, id); err != nil {
			return err
		}
		grant, err := s.Mag(wie, toegang.IndicatorWijzigen, p.Middel("indicator", i.ID, wie.Verantwoordelijke))
		if err != nil {
			return err
		}
		was := i.Versie
		if err := i.voegIn(op, w, s.stempel(wie), IndicatorVelden); err != nil || i.Versie == was {
			return err
		}
		world, err := s.wereld(ctx, wie)
		if err != nil {
			return err
		}
		if err := domein.Refuse(op, nietOpgeslagen, i.faults(world)); err != nil {
			return err
		}
		entry, err := s.Entry(grant, "indicator", i.ID, i.Inhoud)
		if err != nil {
			return err
		}
		return s.Store.SaveIndicator(ctx, grant, i, was, nil, entry)
	})
	return i, domein.Wrap(op, err)
}

// VerwijderIndicator removes an indicator from a draft; its ties end with it.
func (s *Service) VerwijderIndicator(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "plan.VerwijderIndicator"
	i, p, err := s.haalIndicator(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.IndicatorWijzigen, p.Middel("indicator", i.ID, wie.Verantwoordelijke))
	if err != nil {
		return domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "indicator", i.ID, "verwijderd")
	if err != nil {
		return domein.Wrap(op, err)
	}
	i.Stempel = s.stempel(wie)
	return domein.Wrap(op, s.Store.VerwijderIndicator(ctx, grant, i, entry))
}
