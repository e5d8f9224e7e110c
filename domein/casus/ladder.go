// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"slices"
	"strconv"

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

// Kies finds who holds a knot from step trede on: the first who is there, or his substitute, and who is no party in it. Where a step has nobody left the next step is
// asked, and in the end the burgemeester: a knot always has a holder, and nobody decides on his own proposal.
func Kies(trede int, k dossier.Kop, partijen []string, mensen []toegang.Actor, weg Afwezig) Keus {
	keus := Keus{}
	for nr := trede; nr <= len(Ladder); nr++ {
		for _, id := range kandidaten(nr, k, mensen) {
			if vervanger, afwezig := weg[id]; afwezig {
				keus.Overgeslagen = append(keus.Overgeslagen, id+" is afwezig")
				id = vervanger
			}
			switch {
			case id == "":
			case slices.Contains(partijen, id):
				keus.Overgeslagen = append(keus.Overgeslagen, id+" is partij")
			default:
				keus.Trede, keus.Houder = nr, id
				return keus
			}
		}
	}
	keus.Trede = len(Ladder)
	for _, a := range mensen {
		if slices.Contains(a.Rollen, toegang.Burgemeester) {
			keus.Houder = a.ID
			return keus
		}
	}
	keus.Houder = k.Procesregisseur
	return keus
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
	r, err := termijn.Geldend(termijn.KnoopTrede+strconv.Itoa(trede), nu.Date())
	if err != nil {
		return termijn.Moment{}, err
	}
	return r.Vanaf(nu), nil
}
