// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import (
	"slices"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Inkijk is one look of a person at a dossier.
type Inkijk struct {
	Volgnr       int64
	Wie, Dossier string
	Op           termijn.Moment
}

// Spoor is something that explains why somebody looks at a dossier, from when to when; without Tot it goes on.
type Spoor struct {
	Soort    string // one of the kinds below
	Wie      string // a user, or "rol:<role>"
	Van, Tot termijn.Moment
}

// The kinds of Spoor.
const (
	SpoorKring   = "kring"   // a place in the circle
	SpoorRegie   = "regie"   // he holds the direction of the case, or reported it
	SpoorTaak    = "taak"    // a task
	SpoorOverleg = "overleg" // a meeting with the case on its agenda
	SpoorGedeeld = "gedeeld" // something of it was shared with him
	SpoorNood    = "nood"    // an emergency access, which others judge by itself
)

// Omgeving is what is known around a dossier.
type Omgeving struct {
	Gesloten termijn.Moment // zero: it is open
	Sporen   []Spoor
	Woorden  []string // of the words under which users would be found, those under which this dossier is
}

// Naam is the name of a user at work as the words under which a dossier with him in it would be found.
type Naam struct {
	Heel, Achter []string // the whole name; the surname alone, also each part of a double one
}

// personeel is what is known of the users of one controller.
type personeel struct {
	users    map[string]toegang.Actor
	namen    map[string]Naam
	heel     map[[2]string]int // users by organisation and whole name
	zeldzaam map[string]bool   // words of surnames that are rare
}

func maakPersoneel(users []toegang.Actor, naam func(string) Naam) personeel {
	p := personeel{users: map[string]toegang.Actor{}, namen: map[string]Naam{}, heel: map[[2]string]int{}, zeldzaam: map[string]bool{}}
	for _, u := range users {
		n := naam(u.Naam)
		p.users[u.ID], p.namen[u.ID] = u, n
		for _, w := range n.Heel {
			p.heel[[2]string{u.Organisatie, w}]++
		}
	}
	return p
}

// woorden lists every word of a name of a user once.
func (p personeel) woorden() []string {
	var list []string
	for _, n := range p.namen {
		list = append(append(list, n.Heel...), n.Achter...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// feiten gives what is known of one look, without the two counts of the window. The address of who looked is asked of nobody, so ZelfdeAdres stays 0.
func (p personeel) feiten(k Inkijk, o Omgeving) Feiten {
	var f Feiten
	zet := func(feit Feit, waar bool) {
		if waar {
			f[feit] = 1
		}
	}
	u, n := p.users[k.Wie], p.namen[k.Wie]
	for _, w := range o.Woorden {
		zet(EigenNaam, slices.Contains(n.Heel, w))
		zet(EigenAchternaam, slices.Contains(n.Achter, w))
		zet(Zeldzaam, slices.Contains(n.Achter, w) && p.zeldzaam[w])
		zelf := 0
		if slices.Contains(n.Heel, w) {
			zelf = 1
		}
		zet(NaamCollega, p.heel[[2]string{u.Organisatie, w}] > zelf)
	}
	plek, taak := o.reden(u, k.Op)
	zet(ZonderTaak, !taak)
	zet(ZonderReden, !taak && !plek)
	if !plek {
		f[DagenWeg] = o.dagenWeg(k.Wie, k.Op)
	}
	if !o.Gesloten.IsZero() {
		f[DagenGesloten] = max(0, o.Gesloten.Date().DaysUntil(k.Op.Date()))
	}
	uur := k.Op.Time().In(termijn.Amsterdam).Hour()
	zet(BuitenUren, uur < 7 || uur >= 19 || !k.Op.Date().Werkdag())
	return f
}

// reden tells whether somebody had a place at the moment of a look, and whether he had a task or its like on that day.
func (o Omgeving) reden(u toegang.Actor, op termijn.Moment) (plek, taak bool) {
	houders, dag := dossier.Houders(u), op.Date()
	for _, s := range o.Sporen {
		if !slices.Contains(houders, s.Wie) {
			continue
		}
		switch s.Soort {
		case SpoorKring, SpoorRegie:
			plek = plek || !op.Before(s.Van) && (s.Tot.IsZero() || op.Before(s.Tot))
		default:
			taak = taak || !dag.Before(s.Van.Date()) && (s.Tot.IsZero() || !s.Tot.Date().Before(dag))
		}
	}
	return plek, taak
}

// dagenWeg counts the days since somebody last left the circle.
func (o Omgeving) dagenWeg(wie string, op termijn.Moment) int {
	dagen := 0
	for _, s := range o.Sporen {
		if s.Soort == SpoorKring && s.Wie == wie && !s.Tot.IsZero() && !op.Before(s.Tot) {
			if n := s.Tot.Date().DaysUntil(op.Date()); dagen == 0 || n < dagen {
				dagen = n
			}
		}
	}
	return dagen
}
