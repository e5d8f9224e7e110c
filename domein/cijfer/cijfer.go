// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package cijfer holds observed figures: how many of what kind, in which area, in which period, from which source. A figure that a source has not
// published is absent, and absent is never zero (invariant I16). A figure that a source revises keeps its former value with both dates.
package cijfer

import (
	"dwarsverband/domein/termijn"
)

// Attribuut says what sort of value a figure is, in the sense of the value attribute of CBS files.
type Attribuut string

// The value attributes. With Geheim, Onbekend and NietVanToepassing there is no value.
const (
	Definitief        Attribuut = ""
	Voorlopig         Attribuut = "voorlopig"
	Geheim            Attribuut = "geheim"
	Onbekend          Attribuut = "onbekend"
	NietVanToepassing Attribuut = "niet van toepassing"
)

// Soort is a kind of figure: what is counted or measured. Its code is stable and unique in a tenant: "misdrijf-1.1.1", "kwb-AantalInwoners".
type Soort struct {
	Code        string
	Naam        string // as the source calls it
	Eenheid     string // "aantal", "per 1.000 inwoners", "%", "euro"
	Bron        string // code of the source
	Lengte      Lengte // length of the periods it is published in; one series has one length
	Totaal      bool   // a roll-up of other kinds: never added to them
	Politie     bool   // measures police activity: kept out of rankings (domain.md 4.3)
	Gevoelig    bool   // counts of persons or of violence at home: the higher suppression minimum applies
	Toelichting string
}

// Bron is a source of figures. Openbaar decides on suppression: what the source itself publishes openly is shown as published.
type Bron struct {
	Code        string // "47022NED"
	Naam        string
	Houder      string // who owns the figures: "Politie", "CBS", "Veilig Thuis"
	Licentie    string
	Domein      string // veiligheid or zorg: who may see figures that are not open
	Openbaar    bool
	Verzonnen   bool // invented for a demonstration; every page says so
	Vertraging  int  // months between the end of a period and publication, as the owner states it
	Toelichting string
}

// Cijfer is one figure in force.
type Cijfer struct {
	Soort     string
	Gebied    string
	Periode   Periode
	Waarde    *float64 // nil: not published or secret; see Attribuut
	Attribuut Attribuut
	Bron      string
	Sinds     termijn.Moment // when this value was read in
}

// Versie is one value that a figure has had. The last one is in force; Tot is zero for that one.
type Versie struct {
	Waarde    *float64
	Attribuut Attribuut
	Sinds     termijn.Moment
	Tot       termijn.Moment
	Import    string
}
