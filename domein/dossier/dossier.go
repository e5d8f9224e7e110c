// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package dossier

import (
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
)

// Kop is what is known of a dossier without opening it: codes, pseudonyms and dates, and no word about a person.
type Kop struct {
	ID       string
	Soort    Soort
	Regime   Regime
	Codenaam string // what stands in lists, on agendas and in mail: "Grutto 42"
	Status   string // of the life cycle of its kind
	Eigenaar string // who reported it; empty for a case

	Procesregisseur, Casusregisseur string // pseudonyms; empty as long as nobody is

	Begonnen         termijn.Moment
	EersteVerwerking termijn.Date // from which the term of the WGS counts
	WekOp            termijn.Date // a dormant case comes back on this day
	Gesloten         termijn.Moment
	Versie           int
}

// Soort is what sort of dossier it is.
type Soort string

// The sorts.
const (
	Melding Soort = "melding"
	Casus   Soort = "casus"
	Inzage  Soort = "inzage" // the request of a person to see his own data
)

// Dossiersoort is a sort of dossier under a regime that is on.
type Dossiersoort struct {
	Soort  Soort
	Regime Regime
}

// Dossiersoorten are all of them: each needs a retention term.
var Dossiersoorten = []Dossiersoort{{Melding, MeldingRegime}, {Casus, PGA}, {Casus, ZVH}, {Inzage, InzageRegime}}

// Stuk is one version of one piece of a dossier. Versions are only added, so a piece carries its own history.
type Stuk struct {
	Soort  string
	ID     string
	Versie int
	Velden map[string]domein.Veld
	Wie    string
	Op     termijn.Moment
}

// Waarde gives a field, or "".
func (s Stuk) Waarde(veld string) string { return s.Velden[veld].Waarde }

// Waarden gives a field that holds a list: values with a space between them.
func (s Stuk) Waarden(veld string) []string { return strings.Fields(s.Waarde(veld)) }

// Datum reads a field that holds a day; the zero Date where it is empty or no day.
func (s Stuk) Datum(veld string) termijn.Date {
	d, err := termijn.ParseDate(s.Waarde(veld))
	if err != nil {
		return termijn.Date{}
	}
	return d
}

// Moment reads a field that holds an instant; the zero Moment where it is empty or none.
func (s Stuk) Moment(veld string) termijn.Moment {
	var m termijn.Moment
	if err := m.UnmarshalText([]byte(s.Waarde(veld))); err != nil {
		return termijn.Moment{}
	}
	return m
}

// Vervallen tells whether the piece was withdrawn. It stays in the history.
func (s Stuk) Vervallen() bool { return s.Waarde("vervallen") != "" }

// NieuwStuk makes the first version of a piece; empty fields stay away.
func NieuwStuk(soort, id, wie string, op termijn.Moment, waarden map[string]string) Stuk {
	velden := map[string]domein.Veld{}
	for naam, w := range waarden {
		if w = strings.TrimSpace(w); w != "" {
			velden[naam] = domein.Veld{Waarde: w, Versie: 1}
		}
	}
	return Stuk{Soort: soort, ID: id, Versie: 1, Velden: velden, Wie: wie, Op: op}
}

// Wijzig gives the next version of s with the fields of w, or a Conflict with every clashing field. Nothing to change gives s back with ok false.
func (s Stuk) Wijzig(op string, w domein.Wijziging, wie string, nu termijn.Moment) (next Stuk, ok bool, err error) {
	velden, versie, err := domein.Samenvoegen(op, s.Velden, s.Versie, w)
	if err != nil {
		return Stuk{}, false, err
	}
	return Stuk{Soort: s.Soort, ID: s.ID, Versie: versie, Velden: velden, Wie: wie, Op: nu}, versie != s.Versie, nil
}

// Zet gives the next version of s with these values, whatever the version of its reader: for what the rules themselves change.
func (s Stuk) Zet(wie string, nu termijn.Moment, waarden map[string]string) Stuk {
	next, _, err := s.Wijzig("dossier.Zet", domein.Wijziging{Basis: s.Versie, Velden: waarden}, wie, nu)
	if err != nil {
		panic(err) // nobody can clash with the newest version
	}
	return next
}

// Dossier is an opened dossier.
type Dossier struct {
	Kop
	Stukken  []Stuk         // the newest version of each piece, in the order in which the pieces were made; without what was withdrawn
	Historie []Stuk         // every version, oldest first
	Leden    []Lid          // of the circle, also former ones, in order of entry
	Zicht    []Zicht        // who had sight on safety, oldest first
	Taken    []Taak         // all, also those that are done, in order of their term
	Sporen   []Verstrekking // what was shared, oldest first
	Zout     []byte         // goes into each commitment in the journal and goes with the dossier, so that a commitment means nothing after destruction
}

// Van lists the newest pieces of one kind.
func (d Dossier) Van(soort string) []Stuk {
	var list []Stuk
	for _, s := range d.Stukken {
		if s.Soort == soort {
			list = append(list, s)
		}
	}
	return list
}

// Stuk gives one piece, or NotFound.
func (d Dossier) Stuk(soort, id string) (Stuk, error) {
	i := slices.IndexFunc(d.Stukken, func(s Stuk) bool { return s.Soort == soort && s.ID == id })
	if i < 0 {
		return Stuk{}, domein.Missing("dossier.Stuk")
	}
	return d.Stukken[i], nil
}
