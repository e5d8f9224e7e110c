// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dwarsverband/domein/termijn"
)

// Zin says in one Dutch sentence what was seen, what was expected, within which interval, how many series were judged together and how old the figures are. It
// names no cause: the figures do not know it.
func (s Signaal) Zin(gebied, soort string, peildatum, vandaag termijn.Date) string {
	if math.IsNaN(s.Gezien) {
		return fmt.Sprintf("De bron geeft voor %s geen aantal meer voor %s in %s; over die maand is nu geen uitspraak te doen.", s.Periode, klein(soort), gebied)
	}
	seen := fmt.Sprintf("In %s telde %s %s", s.Periode, gebied, keer(s.Gezien, soort))
	if math.IsNaN(s.Verwacht) {
		return fmt.Sprintf("%s; over die maand is geen uitspraak te doen.", seen)
	}
	return fmt.Sprintf("%s, waar %s werd verwacht%s; er zijn %s reeksen tegelijk beoordeeld en de cijfers zijn %s oud.",
		seen, getal(s.Verwacht), s.interval(), getal(float64(s.Getoetst)), leeftijd(peildatum, vandaag))
}

// telwoorden begin the names of kinds that are a plural already: 341 meldingen, not 341 keer meldingen.
var telwoorden = []string{"meldingen ", "registraties ", "misdrijven"}

// keer writes a count with its kind: "14 keer woninginbraak", "341 misdrijven".
func keer(n float64, soort string) string {
	naam := klein(soort)
	plural := strings.TrimPrefix(naam, "totaal ")
	if n != 1 && slices.ContainsFunc(telwoorden, func(word string) bool { return strings.HasPrefix(plural, word) }) {
		return getal(n) + " " + plural
	}
	return getal(n) + " keer " + naam
}

// interval writes what is usual: " (gewoon is 5 tot en met 21)".
func (m Meting) interval() string {
	if math.IsNaN(m.Boven) {
		return ""
	}
	low := 0.0
	if !math.IsNaN(m.Onder) {
		low = math.Max(0, m.Onder)
	}
	return fmt.Sprintf(" (gewoon is %s tot en met %s)", getal(low), getal(m.Boven))
}

// getal writes a count with at most one decimal, with a comma, and a point between thousands.
func getal(f float64) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if part != "" {
		whole += "," + part
	}
	return whole
}

// klein puts a kind in the middle of a sentence: without its code and with a small letter, unless it begins with an abbreviation.
func klein(soort string) string {
	if code, rest, ok := strings.Cut(soort, " "); ok && strings.Trim(code, "0123456789.") == "" {
		soort = rest
	}
	first, size := utf8.DecodeRuneInString(soort)
	if second, _ := utf8.DecodeRuneInString(soort[size:]); size == 0 || unicode.IsUpper(second) {
		return soort
	}
	return string(unicode.ToLower(first)) + soort[size:]
}

// leeftijd writes the age of figures as people say it; rounded down, with "ruim" where years were.
func leeftijd(peildatum, vandaag termijn.Date) string {
	days := max(0, peildatum.DaysUntil(vandaag))
	months := (vandaag.Year()-peildatum.Year())*12 + vandaag.Month() - peildatum.Month()
	if vandaag.Day() < peildatum.Day() && vandaag != peildatum.AddMonths(months) {
		months--
	}
	switch {
	case days == 1:
		return "1 dag"
	case days < 61:
		return fmt.Sprintf("%d dagen", days)
	case months < 24:
		return fmt.Sprintf("%d maanden", months)
	case months%12 == 0:
		return fmt.Sprintf("%d jaar", months/12)
	}
	return fmt.Sprintf("ruim %d jaar", months/12)
}
