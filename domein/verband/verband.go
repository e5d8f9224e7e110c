// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package verband holds the ties between goals, indicators, measures, areas and signals: the dwarsverbanden of VNG letter 14/020. A tie is data: who
// laid it, when and why. It knows its ends by kind and id only, so that no room depends on another through it.
//
// A tie between an end in safety and an end in care changes what both owners answer for, so it is in force only after both agree (letter, 6a).
package verband

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Soort is the kind of thing at an end.
type Soort string

// The kinds of ends.
const (
	Doel      Soort = "doel"
	Indicator Soort = "indicator"
	Actie     Soort = "actie"
	Gebied    Soort = "gebied"
	Signaal   Soort = "signaal"
)

// Soorten lists the kinds in the order in which they are shown.
func Soorten() []Soort { return []Soort{Doel, Indicator, Actie, Gebied, Signaal} }

// Eind is one end of a tie. The ID of a gebied is its CBS code.
type Eind struct {
	Soort Soort
	ID    string
}

// Feit is what is known of the thing at an end.
type Feit struct {
	Eind
	Naam     string
	Domein   string // toegang.DomeinVeiligheid, toegang.DomeinZorg, or empty for an area and a signal
	Openbaar bool   // what the raad may see
}

// Status is where a tie stands.
type Status string

// The statuses.
const (
	Voorgesteld Status = "voorgesteld"
	VanKracht   Status = "van kracht"
	Beeindigd   Status = "beeindigd"
)

// overgangen is the life cycle. What is not in it is not allowed: an ended tie stays ended, a new one can be laid.
var overgangen = map[Status][]Status{
	Voorgesteld: {VanKracht, Beeindigd},
	VanKracht:   {Beeindigd},
	Beeindigd:   nil,
}

// Mag tells whether a tie may go from s to naar.
func (s Status) Mag(naar Status) bool { return slices.Contains(overgangen[s], naar) }

// Akkoord is the agreement of the owner of one field of policy.
type Akkoord struct {
	Domein  string         `json:"domein"`
	Wie     string         `json:"wie"`
	Wanneer termijn.Moment `json:"wanneer"`
}

// Einde is who ended a tie, when and why.
type Einde struct {
	Wie     string
	Wanneer termijn.Moment
	Reden   string
}

// Verband is one tie.
type Verband struct {
	ID        string
	Van, Naar Eind
	Waarom    string
	Wie       string
	Wanneer   termijn.Moment
	Status    Status
	Akkoorden []Akkoord
	Einde     Einde // of an ended tie
}

// Ander gives the end across from e.
func (v Verband) Ander(e Eind) Eind {
	if v.Van == e {
		return v.Naar
	}
	return v.Van
}

// Sleutel is the same for a tie and for the tie the other way round: two things are tied once.
func (v Verband) Sleutel() string {
	a, b := v.Van, v.Naar
	if cmp.Or(cmp.Compare(a.Soort, b.Soort), cmp.Compare(a.ID, b.ID)) > 0 {
		a, b = b, a
	}
	return string(a.Soort) + " " + a.ID + " " + string(b.Soort) + " " + b.ID
}

// Nodig lists the fields of policy whose owners must agree to a tie between a and b: both where the one is of safety and the other of care, none elsewhere.
func Nodig(a, b Feit) []string {
	if a.Domein == "" || b.Domein == "" || a.Domein == b.Domein {
		return nil
	}
	return []string{toegang.DomeinVeiligheid, toegang.DomeinZorg}
}

// Ontbreekt lists the fields of policy whose owners have not agreed yet.
func (v Verband) Ontbreekt(nodig []string) []string {
	var open []string
	for _, d := range nodig {
		if !slices.ContainsFunc(v.Akkoorden, func(a Akkoord) bool { return a.Domein == d }) {
			open = append(open, d)
		}
	}
	return open
}

// Eigendomein is the field of policy that a tie belongs to: that of its ends, or none when they differ or have none.
func Eigendomein(a, b Feit) string {
	switch {
	case a.Domein == b.Domein, b.Domein == "":
		return a.Domein
	case a.Domein == "":
		return b.Domein
	}
	return ""
}

const (
	kortsteWaarom = 10
	langsteWaarom = 500
)

// check gives all faults of a new tie at once.
func check(van, naar Eind, waarom string) []domein.Fault {
	var faults []domein.Fault
	for _, e := range []struct {
		veld string
		Eind
	}{{"van", van}, {"naar", naar}} {
		if !slices.Contains(Soorten(), e.Soort) || strings.TrimSpace(e.ID) == "" {
			faults = append(faults, domein.Fault{Veld: e.veld, Melding: "Kies een doel, indicator, actie, gebied of signaal."})
		}
	}
	if len(faults) == 0 && (van == naar || van.Soort == Gebied && naar.Soort == Gebied) {
		faults = append(faults, domein.Fault{Veld: "naar", Melding: "Kies twee verschillende dingen. Gebieden onderling verbindt u niet."})
	}
	switch n := utf8.RuneCountInString(strings.TrimSpace(waarom)); {
	case n < kortsteWaarom:
		faults = append(faults, domein.Fault{Veld: "waarom", Melding: "Schrijf in een zin waarom deze twee bij elkaar horen."})
	case n > langsteWaarom:
		faults = append(faults, domein.Fault{Veld: "waarom", Melding: "Maak de uitleg korter: hooguit 500 tekens."})
	}
	return faults
}
