// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package casus is the room of the case: one household, one plan, a circle, somebody who at every minute has sight on safety, and a casusregisseur who keeps it going. The
// procesregisseur owns the process (intake, chair, closing), the casusregisseur the content.
package casus

import (
	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

// Stand is where a case is in its life.
type Stand string

// The stands. That a case is scaled up is no stand: it follows from a knot that went up the ladder, while everything else goes on.
const (
	Ingenomen  Stand = "ingenomen"  // taken in; the household is told, the circle is set
	Uitvoering Stand = "uitvoering" // the plan is carried out
	Sluimerend Stand = "sluimerend" // rests until its wake-up day
	Afschalen  Stand = "afschalen"  // goals are met, or the regular chain can carry on
	Nazorg     Stand = "nazorg"     // handed over, with moments of checking
	Gesloten   Stand = "gesloten"
)

// overgangen is every allowed step. A closed case opens again with a new report only, which is a new intake.
var overgangen = map[Stand][]Stand{
	Ingenomen:  {Uitvoering, Sluimerend, Afschalen},
	Uitvoering: {Sluimerend, Afschalen},
	Sluimerend: {Uitvoering},
	Afschalen:  {Uitvoering, Nazorg},
	Nazorg:     {Uitvoering, Sluimerend, Gesloten},
	Gesloten:   {Ingenomen},
}

// Naar lists the steps that lead on from s.
func (s Stand) Naar() []Stand { return append([]Stand(nil), overgangen[s]...) }

// mag tells whether a step exists.
func (s Stand) mag(naar Stand) bool {
	for _, n := range overgangen[s] {
		if n == naar {
			return true
		}
	}
	return false
}

// Open tells whether somebody must have sight on safety.
func (s Stand) Open() bool { return s != Gesloten }

// Stap is a wish to go on.
type Stap struct {
	Naar  Stand
	Reden string       // why; kept in the timeline
	WekOp termijn.Date // for Sluimerend: the day on which the case comes back
	Basis int          // the version of the head that its sender saw
}

// faults tells what is wrong with a step of a case at d, today.
func (s Stap) faults(d dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	var list []domein.Fault
	van := Stand(d.Status)
	if !van.mag(s.Naar) {
		list = append(list, domein.Fault{Veld: "naar", Melding: "Van " + string(van) + " kan een casus niet naar " + string(s.Naar) + ". Wel naar: " + opsomming(van.Naar()) + "."})
	}
	if len([]rune(s.Reden)) < 10 {
		list = append(list, domein.Fault{Veld: "reden", Melding: "Schrijf in een zin waarom (minstens 10 tekens)."})
	}
	switch {
	case s.Naar == Sluimerend && !s.WekOp.After(vandaag):
		list = append(list, domein.Fault{Veld: "wek_op", Melding: "Kies een dag na vandaag waarop de casus terugkomt."})
	case s.Naar != Sluimerend && !s.WekOp.IsZero():
		list = append(list, domein.Fault{Veld: "wek_op", Melding: "Alleen een casus die rust, heeft een dag waarop hij terugkomt. Laat dit leeg."})
	}
	if s.Naar == Uitvoering && len(d.Van(Doel)) == 0 {
		list = append(list, domein.Fault{Veld: "naar", Melding: "Het plan heeft nog geen doel. Voeg eerst een doel toe."})
	}
	if s.Naar == Gesloten {
		list = append(list, sluitfaults(d)...)
	}
	return list
}

// sluitfaults tells what stands in the way of closing: everybody concerned is told or the reason not to is on record (I18), and no knot or deviation is open.
func sluitfaults(d dossier.Dossier) []domein.Fault {
	var list []domein.Fault
	for _, b := range nietGeinformeerd(d) {
		list = append(list, domein.Fault{Veld: "informeren", Melding: "Leg vast of " + b + " is geïnformeerd, of waarom nog niet."})
	}
	for _, t := range d.Taken {
		if t.Open() && (t.Is("knoop") || t.Is("afwijking")) {
			list = append(list, domein.Fault{Veld: "taken", Melding: "Er staat nog een knoop of een beoordeling open. Rond die eerst af."})
			break
		}
	}
	return list
}

func opsomming(standen []Stand) string {
	s := ""
	for i, x := range standen {
		if i > 0 {
			s += ", "
		}
		s += string(x)
	}
	return s
}
