// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package uitkomst

import (
	"context"
	"errors"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// TaakIngezien is the task of the program to tell the network that a partner came to see an outcome; it refers to the line of the ledger.
const TaakIngezien = "uitkomst.ingezien"

// Geweigerd is the kind of the notice that the network does not take an event.
const Geweigerd = "uitkomst.geweigerd"

// Gebeurtenis is something that the network is told. It says that there is an outcome and who gave or saw it, and nothing of what is in it.
type Gebeurtenis struct {
	ID       string // of the interaction: telling it twice is telling it once
	Soort    string // deling.TaakMelden or TaakIngezien
	Uitkomst string
	Op       termijn.Moment
	Bron     string // OIN of the controller
	Wie      string // OIN of who did it

	Dossier string
	Door    string // who made the outcome available
	Taak    dossier.Taak
}

// Stand is how an event stands in the network.
type Stand string

// The stands. What is under way is asked for again in the next round.
const (
	Onderweg  Stand = "IN_PROGRESS"
	Verwerkt  Stand = "OK"
	Afgewezen Stand = "ERROR"
)

// Ronde tells the network what waits. An event is done when the network says that it took it; what it refuses is told to whoever made the outcome available.
func (s *Service) Ronde(ctx context.Context, wie toegang.Actor) (int, error) {
	const op = "uitkomst.Ronde"
	if s.Stuur == nil {
		return 0, nil
	}
	grant, err := s.Mag(wie, toegang.UitkomstVersturen, toegang.Middel{Soort: "uitkomst", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	list, err := s.Store.TeMelden(ctx, grant, s.Nu())
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	oin, err := s.Store.EigenOIN(ctx, grant)
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	var errs []error
	for _, g := range list {
		g.Bron = oin
		if g.Wie == "" {
			g.Wie = oin
		}
		errs = append(errs, s.breng(ctx, wie, g))
	}
	return len(list), domein.Wrap(op, errors.Join(errs...))
}

func (s *Service) breng(ctx context.Context, wie toegang.Actor, g Gebeurtenis) error {
	stand, err := s.Stuur(ctx, g)
	if err != nil || stand == Onderweg {
		return err
	}
	doel, grondslag := toegang.StandaardDoel(toegang.UitkomstVersturen)
	sleutel, err := s.Vraag(ctx, wie, g.Dossier, toegang.UitkomstVersturen, dossier.Reden{Doel: doel, Grondslag: grondslag})
	if err != nil {
		return err
	}
	m := dossier.Mutatie{Dossier: g.Dossier, Taken: []dossier.Taak{g.Taak.Af(wie.ID, s.Nu())}}
	if stand == Afgewezen {
		m.Berichten = append(m.Berichten, s.Bericht(g.Door, Geweigerd, g.Dossier, g.Uitkomst))
	}
	return s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: sleutel.Soort, Mutatie: m})
}
