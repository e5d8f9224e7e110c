// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package gebied holds the places that everything else is about: gemeente, wijk and buurt as CBS draws them, each with the year of its edition
// (vintage), because borders and codes change every year. Geometry is kept in RD New metres (EPSG:28992).
package gebied

import (
	"fmt"
	"regexp"
	"strings"

	"dwarsverband/domein"
)

// Niveau is a CBS level. What a municipality itself calls a level is data, see Namen.
type Niveau string

// The levels of the CBS division.
const (
	Gemeente Niveau = "gemeente"
	Wijk     Niveau = "wijk"
	Buurt    Niveau = "buurt"
)

// Niveaus lists the levels from large to small.
func Niveaus() []Niveau { return []Niveau{Gemeente, Wijk, Buurt} }

// Vlak is a multipolygon in RD metres: polygons, rings (the first is the outer one), points.
type Vlak [][][][2]float64

// Gebied is one area in one edition of the division.
type Gebied struct {
	Code     string // CBS code: GM0599, WK059901, BU05990110 or BU0363AD03
	Jaargang int    // year of the edition that Vlak was drawn in
	Niveau   Niveau
	Naam     string
	Ouder    string // code of the area it lies in; empty for a gemeente
	Vlak     Vlak
}

// Namen holds what a municipality calls the levels: in Rotterdam a CBS wijk is a gebied and a CBS buurt a wijk.
type Namen map[Niveau]Naam

// Naam is a local name, in singular and plural.
type Naam struct{ Enkelvoud, Meervoud string }

// Van gives the local name of level n; the CBS word where no local name is known.
func (m Namen) Van(n Niveau) Naam {
	if naam, ok := m[n]; ok {
		return naam
	}
	switch n {
	case Wijk:
		return Naam{"wijk", "wijken"}
	case Buurt:
		return Naam{"buurt", "buurten"}
	}
	return Naam{"gemeente", "gemeenten"}
}

// codeShape knows that newer buurt codes hold letters (BU0363AD03).
var codeShape = regexp.MustCompile(`^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$`)

// ParseCode trims the blanks that CBS pads codes with and gives the level that the code belongs to.
func ParseCode(s string) (code string, n Niveau, err error) {
	code = strings.TrimSpace(s)
	if !codeShape.MatchString(code) {
		return "", "", fmt.Errorf("gebied: %q is no CBS area code such as GM0599, WK059901 or BU05990110", code)
	}
	return code, map[string]Niveau{"GM": Gemeente, "WK": Wijk, "BU": Buurt}[code[:2]], nil
}

// Validate gives all faults of g at once. The shape of the border is checked where it is read, by geo.
func (g Gebied) Validate() []domein.Fault {
	var faults []domein.Fault
	_, niveau, err := ParseCode(g.Code)
	switch {
	case err != nil:
		faults = append(faults, domein.Fault{Veld: "code", Melding: fmt.Sprintf("%q is geen CBS-code. Gebruik een code zoals BU05990110.", g.Code)})
	case niveau != g.Niveau:
		faults = append(faults, domein.Fault{Veld: "niveau", Melding: fmt.Sprintf("Code %s hoort bij een %s, niet bij een %s.", g.Code, niveau, g.Niveau)})
	}
	if strings.TrimSpace(g.Naam) == "" {
		faults = append(faults, domein.Fault{Veld: "naam", Melding: "Vul de naam van het gebied in."})
	}
	if g.Jaargang < 1995 || g.Jaargang > 2100 {
		faults = append(faults, domein.Fault{Veld: "jaargang", Melding: "Vul het jaar van de indeling in, bijvoorbeeld 2026."})
	}
	if len(g.Vlak) == 0 {
		faults = append(faults, domein.Fault{Veld: "vlak", Melding: "Het gebied heeft geen grens. Voeg een vlak toe."})
	}
	return faults
}
