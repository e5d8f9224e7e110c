// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"slices"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Trede is one step of the ladder that a knot climbs when nobody decides in time.
type Trede struct {
	Naam   string
	Rollen []toegang.Rol // who can hold a knot here, in this order; step 1 and 2 first ask the regisseurs of the case
	Tafel  bool          // the holder brings it to a table under the code name of the case
}

// Ladder is the default: from the casusregisseur up to the vierhoek, the driehoek with the portefeuillehouder zorg as guest. A controller can set another.
var Ladder = []Trede{
	{"casusregisseur", []toegang.Rol{toegang.Casusregisseur}, false},
	{"procesregisseur", []toegang.Rol{toegang.Procesregisseur}, false},
	{"managers van de organisaties", []toegang.Rol{toegang.Ketenmanager}, true},
	{"wethouder zorg en burgemeester", []toegang.Rol{toegang.Wethouder, toegang.Burgemeester}, true},
	{"vierhoek", []toegang.Rol{toegang.Burgemeester}, true},
}

// Afwezig says who is away and who stands in for him.
type Afwezig map[string]string

// Keus is who holds a knot on which step, and who was passed over with the reason.
type Keus struct {
	Trede        int // 1 is the lowest
	Houder       string
	Overgeslagen []string // Dutch, for the timeline
}

// Kies finds who holds a knot from step trede on: the first who is there, or his substitute, and who is no party in it. Where a step has nobody left the next step is asked. Where
// the ladder ends with parties only, somebody of a lower step sits at the highest table in their place, as a wethouder does for a burgemeester (art. 77 Gemeentewet): a knot always
// has a holder, and nobody decides on his own proposal. Only where everybody on the ladder is a party the burgemeester holds it, and Beslis refuses him.
func Kies(trede int, k dossier.Kop, partijen []string, mensen []toegang.Actor, weg Afwezig) Keus {
	keus := Keus{}
	for nr := trede; nr <= len(Ladder); nr++ {
		if keus.vraag(nr, k, partijen, mensen, weg) {
			keus.Trede = nr
			return keus
		}
	}
	keus.Trede = len(Ladder)
	for nr := len(Ladder); nr >= 1; nr-- {
		if keus.vraag(nr, k, partijen, mensen, weg) || keus.vraag(nr, k, partijen, mensen, nil) {
			return keus
		}
	}
	keus.Houder = k.Procesregisseur
	for _, a := range mensen {
		if slices.Contains(a.Rollen, toegang.Burgemeester) {
			keus.Houder = a.ID
		}
	}
	return keus
}

// vraag takes the first of a step who can hold a knot; false where nobody can.
func (keus *Keus) vraag(nr int, k dossier.Kop, partijen []string, mensen []toegang.Actor, weg Afwezig) bool {
	passed := func(why string) {
		if !slices.Contains(keus.Overgeslagen, why) {
			keus.Overgeslagen = append(keus.Overgeslagen, why)
		}
	}
	for _, id := range kandidaten(nr, k, mensen) {
		if vervanger, afwezig := weg[id]; afwezig {
			passed(id + " is afwezig")
			id = vervanger
		}
		switch {
		case id == "":
		case slices.Contains(partijen, id):
			passed(id + " is partij")
		default:
			keus.Houder = id
			return true
		}
	}
	return false
}

func kandidaten(nr int, k dossier.Kop, mensen []toegang.Actor) []string {
	var list []string
	switch nr {
	case 1:
		return []string{k.Casusregisseur}
	case 2:
		list = append(list, k.Procesregisseur)
	}
	for _, rol := range Ladder[nr-1].Rollen {
		for _, a := range mensen {
			if slices.Contains(a.Rollen, rol) && !slices.Contains(list, a.ID) {
				list = append(list, a.ID)
			}
		}
	}
	return list
}

// termijnVan gives how long a knot may stay on a step from nu on.
func termijnVan(trede int, nu termijn.Moment) (termijn.Moment, error) {
	return vanaf(termijn.KnoopTrede+strconv.Itoa(trede), nu)
}

// vanaf gives when a term of the record ends that begins at nu.
func vanaf(code string, nu termijn.Moment) (termijn.Moment, error) {
	r, err := termijn.Geldend(code, nu.Date())
	if err != nil {
		return termijn.Moment{}, err
	}
	return r.Vanaf(nu), nil
}

// Afwezigheid is that somebody is away, and who stands in for him.
type Afwezigheid struct {
	Van, Tot  termijn.Date // first and last day
	Vervanger string
}

// MeldAfwezig keeps that wie is away. His knots go to his substitute from the first to the last day.
func (s *Service) MeldAfwezig(ctx context.Context, wie toegang.Actor, a Afwezigheid) error {
	const op = "casus.MeldAfwezig"
	grant, err := s.Mag(wie, toegang.WerkAfhandelen, toegang.Middel{Soort: "werk", Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID})
	if err != nil {
		return domein.Wrap(op, err)
	}
	vandaag := s.Nu().Date()
	var faults []domein.Fault
	if a.Van.IsZero() || a.Van.Before(vandaag) {
		faults = append(faults, domein.Fault{Veld: "van", Melding: "Kies vandaag of een latere dag."})
	}
	if a.Tot.IsZero() || a.Tot.Before(a.Van) {
		faults = append(faults, domein.Fault{Veld: "tot", Melding: "Kies een dag op of na de eerste dag."})
	}
	fault, err := s.vervanger(ctx, wie, a)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if fault != "" {
		faults = append(faults, domein.Fault{Veld: "vervanger", Melding: fault})
	}
	if err := domein.Refuse(op, "Uw afwezigheid is nog niet opgeslagen.", faults); err != nil {
		return err
	}
	entry, err := s.Entry(grant, "afwezig", wie.ID, a)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveAfwezig(ctx, wie.Verantwoordelijke, wie.ID, a.Vervanger, a.Van, a.Tot, entry))
}

// vervanger says what is wrong with a substitute: nobody stands in for himself, and nobody who is away himself.
func (s *Service) vervanger(ctx context.Context, wie toegang.Actor, a Afwezigheid) (string, error) {
	if a.Vervanger == "" || a.Vervanger == wie.ID {
		return "Kies iemand anders als vervanger.", nil
	}
	if _, err := s.Gebruiker(ctx, wie.Verantwoordelijke, a.Vervanger); domein.KindOf(err) == domein.NotFound {
		return "Kies een vervanger uit de lijst.", nil
	} else if err != nil {
		return "", err
	}
	for d := a.Van; !a.Van.IsZero() && !d.After(a.Tot); d = d.AddDays(1) {
		weg, err := s.Store.Afwezig(ctx, wie.Verantwoordelijke, d)
		if err != nil {
			return "", err
		}
		if _, ok := weg[a.Vervanger]; ok {
			return "Deze vervanger is zelf afwezig op " + d.String() + ". Kies iemand anders.", nil
		}
		if a.Van.DaysUntil(d) > 366 {
			return "Kies een kortere tijd: hoogstens een jaar.", nil
		}
	}
	return "", nil
}
