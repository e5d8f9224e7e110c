// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"math"
	"slices"
	"strings"
)

// MinInwoners is the number of inhabitants under which no rate per 1,000 is given: one case more or less would move it by over 10.
const MinInwoners = 100

// aantalEenheid is the unit of a count: only counts are added up over periods or divided by inhabitants.
const aantalEenheid = "aantal"

// inwonerCodes are the kinds that together count the inhabitants, best first. Some editions of the CBS file hold the age groups and not their total.
var inwonerCodes = [][]string{
	{"inwoners"},
	{"kwb-AantalInwoners"},
	{"kwb-k_0Tot15Jaar", "kwb-k_15Tot25Jaar", "kwb-k_25Tot45Jaar", "kwb-k_45Tot65Jaar", "kwb-k_65JaarOfOuder"},
}

// Inwonersoorten gives the codes of the kinds whose sum is the number of inhabitants, or nil where the kinds cannot tell it.
func Inwonersoorten(soorten []Soort) []string {
	for _, codes := range inwonerCodes {
		if !slices.ContainsFunc(codes, func(code string) bool {
			return !slices.ContainsFunc(soorten, func(k Soort) bool { return k.Code == code })
		}) {
			return codes
		}
	}
	return nil
}

// Telling tells whether figures of k are counts, which may be added up over periods.
func (k Soort) Telling() bool { return k.Eenheid == aantalEenheid }

// PerInwoner tells whether figures of k make sense per 1,000 inhabitants: counts, unless they count inhabitants themselves.
func (k Soort) PerInwoner() bool {
	return k.Telling() && !slices.ContainsFunc(inwonerCodes, func(codes []string) bool { return slices.Contains(codes, k.Code) })
}

// verhouding tells whether the source publishes k per 1,000 inhabitants itself.
func (k Soort) verhouding() bool { return strings.HasPrefix(k.Eenheid, "per 1.000 inwoners") }

// Verhouding tells whether the figures are rates: worked out here, or published so.
func (v Vergelijking) Verhouding() bool { return v.Keuze.Per1000 || v.Soort.verhouding() }

// PerJaar is how many periods of length l make a year.
func (l Lengte) PerJaar() int {
	switch l {
	case Maand:
		return 12
	case Kwartaal:
		return 4
	}
	return 1
}

// Per1000 gives a count per 1,000 inhabitants.
func Per1000(aantal, inwoners float64) float64 { return 1000 * aantal / inwoners }

// Marge gives the 95 % interval of the expectation behind a count, by Byar's approximation of the exact Poisson interval (Breslow and Day 1987, table 2.10; Rothman and
// Boice 1979). It is within 0.1 of the exact bounds. It says how far a count moves by chance alone.
func Marge(aantal float64) (onder, boven float64) {
	const z = 1.959963984540054
	if aantal > 0 {
		onder = aantal * math.Pow(1-1/(9*aantal)-z/(3*math.Sqrt(aantal)), 3)
	}
	a := aantal + 1
	return max(onder, 0), a * math.Pow(1-1/(9*a)+z/(3*math.Sqrt(a)), 3)
}

// Eind gives the year and month (1-12) in which p ends.
func (p Periode) Eind() (jaar, maand int) {
	jaar, maand = p.Start()
	return jaar, maand + 12/p.Lengte().PerJaar() - 1
}
