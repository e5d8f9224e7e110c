// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// Zoekopdracht is a search that a user saved under a name of his own. Query is the filter as it stands in the address of the list.
type Zoekopdracht struct{ ID, Naam, Query string }

// Limits of saved searches: the list must stay one that can be overseen.
const (
	maxZoekopdrachten = 20
	maxNaam           = 60
	maxQuery          = 500
)

func (s *Service) magZoeken(wie toegang.Actor, id string) (toegang.Grant, error) {
	return s.Mag(wie, toegang.ZoekopdrachtBewaren, toegang.Middel{Soort: "zoekopdracht", ID: id, Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID})
}

// Zoekopdrachten lists the searches of wie, by name.
func (s *Service) Zoekopdrachten(ctx context.Context, wie toegang.Actor) ([]Zoekopdracht, error) {
	const op = "signaal.Zoekopdrachten"
	grant, err := s.magZoeken(wie, "")
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Zoekopdrachten(ctx, grant, wie.ID)
	return list, domein.Wrap(op, err)
}

// BewaarZoekopdracht keeps a search of wie; the same name replaces the former one.
func (s *Service) BewaarZoekopdracht(ctx context.Context, wie toegang.Actor, naam, query string) error {
	const op = "signaal.BewaarZoekopdracht"
	grant, err := s.magZoeken(wie, "")
	if err != nil {
		return domein.Wrap(op, err)
	}
	list, err := s.Store.Zoekopdrachten(ctx, grant, wie.ID)
	if err != nil {
		return domein.Wrap(op, err)
	}
	naam = netjes(naam)
	known := slices.ContainsFunc(list, func(z Zoekopdracht) bool { return z.Naam == naam })
	var faults []domein.Fault
	switch {
	case naam == "":
		faults = append(faults, domein.Fault{Veld: "naam", Melding: "Geef uw zoekopdracht een naam."})
	case utf8.RuneCountInString(naam) > maxNaam:
		faults = append(faults, domein.Fault{Veld: "naam", Melding: fmt.Sprintf("Gebruik ten hoogste %d tekens.", maxNaam)})
	case !known && len(list) >= maxZoekopdrachten:
		faults = append(faults, domein.Fault{Veld: "naam", Melding: fmt.Sprintf("U hebt al %d zoekopdrachten. Haal er eerst een weg.", maxZoekopdrachten)})
	}
	if len(query) > maxQuery {
		faults = append(faults, domein.Fault{Veld: "query", Melding: "Deze zoekopdracht is te lang. Kies minder."})
	}
	if err := domein.Refuse(op, "De zoekopdracht is niet bewaard.", faults); err != nil {
		return err
	}
	z := Zoekopdracht{ID: s.NieuwID(), Naam: naam, Query: query}
	entry, err := s.Entry(grant, "zoekopdracht", z.ID, z)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveZoekopdracht(ctx, grant, wie.ID, z, entry))
}

// WisZoekopdracht removes a search of wie.
func (s *Service) WisZoekopdracht(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "signaal.WisZoekopdracht"
	grant, err := s.magZoeken(wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "zoekopdracht", id, "gewist")
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.DeleteZoekopdracht(ctx, grant, wie.ID, id, entry))
}
