// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dwarsverband/domein/termijn"
)

// Zin says in one Dutch sentence what was seen, what was expected, within which interval, how many series were judged together and how old the figures are. It
// names no cause: the figures do not know it.
func (s Signaal) Zin(gebied, soort string, peildatum, vandaag termijn.Date) string {
	interval := ""
	if !math.IsNaN(s.Boven) {
		onder := 0.0
		if !math.IsNaN(s.Onder) {
			onder = math.Max(0, s.Onder)
		}
		interval = fmt.Sprintf(" (tussen %s en %s)", getal(onder), getal(s.Boven))
	}
	return fmt.Sprintf("In %s telde %s %s keer %s, waar %s werd verwacht%s; er zijn %d reeksen tegelijk beoordeeld en de cijfers zijn %s oud.",
		s.Periode, gebied, getal(s.Gezien), klein(soort), getal(s.Verwacht), interval, s.Getoetst, leeftijd(peildatum, vandaag))
}

// getal writes a count with at most one decimal, with a comma.
func getal(f float64) string {
	return strings.Replace(strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64), ".", ",", 1)
}

// klein puts a kind in the middle of a sentence: without its code and with a small letter, unless it begins with an abbreviation.
func klein(soort string) string {
	if code, rest, ok := strings.Cut(soort, " "); ok && strings.Trim(code, "0123456789.") == "" {
		soort = rest
	}
	if len(soort) > 1 && strings.ToUpper(soort[1:2]) == soort[1:2] {
		return soort
	}
	return strings.ToLower(soort[:min(1, len(soort))]) + soort[min(1, len(soort)):]
}

// leeftijd writes the age of figures as people say it.
func leeftijd(peildatum, vandaag termijn.Date) string {
	days := peildatum.DaysUntil(vandaag)
	switch months := (vandaag.Year()-peildatum.Year())*12 + vandaag.Month() - peildatum.Month(); {
	case days < 61:
		return fmt.Sprintf("%d dagen", days)
	case months < 24:
		return fmt.Sprintf("%d maanden", months)
	default:
		return fmt.Sprintf("%d jaar", months/12)
	}
}
