// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package dossier

import (
	"slices"

	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Lid is a place in the circle of a dossier: who, for whom he works, what he is there, why and from when to when. Purpose and ground of every look come from it.
type Lid struct {
	Gebruiker   string
	Organisatie string
	Functie     string // toegang.AlsDeelnemer and its likes
	Doel        string
	Grondslag   string
	Van, Tot    termijn.Moment // Tot zero: until somebody ends it
	Door        string
}

// Zit tells whether the place is taken at m. A place ends at the moment itself: one second later every door is closed (S2).
func (l Lid) Zit(m termijn.Moment) bool {
	return !m.Before(l.Van) && (l.Tot.IsZero() || m.Before(l.Tot))
}

// Nood is an emergency access: one person, one dossier, for a short time, with a reason, judged by somebody else.
type Nood struct {
	ID, Dossier, Gebruiker string
	Van, Tot               termijn.Moment
}

// Feiten is what the gate needs to know before a dossier is opened for one person.
type Feiten struct {
	Kop
	Leden []Lid // his own places, former ones too
	Nood  *Nood // his emergency access that is open now
}

// Plek gives where somebody stands towards the circle at m, and his place there.
func (f Feiten) Plek(m termijn.Moment) (kring string, lid Lid) {
	i := slices.IndexFunc(f.Leden, func(l Lid) bool { return l.Zit(m) })
	switch {
	case i >= 0:
		return toegang.KringLid, f.Leden[i]
	case len(f.Leden) > 0:
		return toegang.KringOud, Lid{}
	}
	return toegang.KringNooit, Lid{}
}

// Middel is the dossier as the gate sees it for the person whose facts these are.
func (f Feiten) Middel(verantwoordelijke string, m termijn.Moment) toegang.Middel {
	kring, lid := f.Plek(m)
	return toegang.Middel{Soort: string(f.Soort), ID: f.ID, Verantwoordelijke: verantwoordelijke, Status: f.Status, Eigenaar: f.Eigenaar,
		Regime: string(f.Regime), Kring: kring, Functie: lid.Functie, Nood: f.Nood != nil}
}

// Zicht says who has sight on safety of the household from a moment on. At every minute of a case that is not closed there is exactly one.
type Zicht struct {
	Houder   string
	Van, Tot termijn.Moment
	Door     string
}

// ZichtOp gives who has sight on safety at m.
func (d Dossier) ZichtOp(m termijn.Moment) (Zicht, bool) {
	for _, z := range d.Zicht {
		if !m.Before(z.Van) && (z.Tot.IsZero() || m.Before(z.Tot)) {
			return z, true
		}
	}
	return Zicht{}, false
}

// Kring lists who sits in the circle at m, in order of entry.
func (d Dossier) Kring(m termijn.Moment) []Lid {
	var list []Lid
	for _, l := range d.Leden {
		if l.Zit(m) {
			list = append(list, l)
		}
	}
	return list
}
