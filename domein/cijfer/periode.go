// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"fmt"
	"regexp"
	"strconv"

	"dwarsverband/domein/termijn"
)

// Periode is a CBS period: a year (2025JJ00), a quarter (2025KW03) or a month (2025MM09). Its text form sorts by start only within one length,
// so code that compares periods of different length uses Start.
type Periode string

// Lengte is the length of a period.
type Lengte string

// The lengths that the sources use.
const (
	Jaar     Lengte = "jaar"
	Kwartaal Lengte = "kwartaal"
	Maand    Lengte = "maand"
)

var periodeShape = regexp.MustCompile(`^([12][0-9]{3})(JJ00|KW0[1-4]|MM0[1-9]|MM1[0-2])$`)

// ParsePeriode reads 2025JJ00, 2025KW03 or 2025MM09 and refuses anything else, such as 2025MM13.
func ParsePeriode(s string) (Periode, error) {
	if !periodeShape.MatchString(s) {
		return "", fmt.Errorf("cijfer: %q is no period such as 2025JJ00, 2025KW03 or 2025MM09", s)
	}
	return Periode(s), nil
}

// MaandVan makes the period of a month; maand is 1 to 12.
func MaandVan(jaar, maand int) Periode { return Periode(fmt.Sprintf("%04dMM%02d", jaar, maand)) }

// JaarVan makes the period of a year.
func JaarVan(jaar int) Periode { return Periode(fmt.Sprintf("%04dJJ00", jaar)) }

// Lengte gives the length of p.
func (p Periode) Lengte() Lengte {
	switch p[4:6] {
	case "MM":
		return Maand
	case "KW":
		return Kwartaal
	}
	return Jaar
}

// Jaar gives the calendar year of p.
func (p Periode) Jaar() int { n, _ := strconv.Atoi(string(p[:4])); return n }

// nummer is the month or quarter number; 0 for a year.
func (p Periode) nummer() int { n, _ := strconv.Atoi(string(p[6:8])); return n }

// Start gives year and month (1-12) in which p begins.
func (p Periode) Start() (jaar, maand int) {
	switch p.Lengte() {
	case Maand:
		return p.Jaar(), p.nummer()
	case Kwartaal:
		return p.Jaar(), 3*p.nummer() - 2
	}
	return p.Jaar(), 1
}

// Add moves p by n periods of its own length.
func (p Periode) Add(n int) Periode {
	switch p.Lengte() {
	case Maand:
		m := p.Jaar()*12 + p.nummer() - 1 + n
		return MaandVan(m/12, m%12+1)
	case Kwartaal:
		k := p.Jaar()*4 + p.nummer() - 1 + n
		return Periode(fmt.Sprintf("%04dKW%02d", k/4, k%4+1))
	}
	return JaarVan(p.Jaar() + n)
}

// Code gives the period as CBS writes it, for addresses and files; String is for people.
func (p Periode) Code() string { return string(p) }

// String gives the period as a Dutch reader writes it: "september 2025", "3e kwartaal 2025", "2025".
func (p Periode) String() string {
	if len(p) != 8 {
		return string(p)
	}
	switch p.Lengte() {
	case Maand:
		return fmt.Sprintf("%s %d", termijn.Maandnaam(p.nummer()), p.Jaar())
	case Kwartaal:
		return fmt.Sprintf("%de kwartaal %d", p.nummer(), p.Jaar())
	}
	return strconv.Itoa(p.Jaar())
}
