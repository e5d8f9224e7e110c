// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/termijn"
)

// lezer turns fields as people typed them into values and collects what is wrong with them.
type lezer struct {
	velden map[string]domein.Veld
	faults []domein.Fault
}

func (l *lezer) fout(naam, melding string) {
	l.faults = append(l.faults, domein.Fault{Veld: naam, Melding: melding})
}

// tekst reads a text that may be empty.
func (l *lezer) tekst(naam string, langst int) string {
	s := strings.TrimSpace(l.velden[naam].Waarde)
	if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
		l.fout(naam, "De tekst bevat tekens die niet te lezen zijn. Typ de tekst opnieuw.")
		return ""
	}
	if utf8.RuneCountInString(s) > langst {
		l.fout(naam, fmt.Sprintf("Maak de tekst korter: hooguit %d tekens.", langst))
	}
	return s
}

// nodig reads a text that must be there.
func (l *lezer) nodig(naam, melding string, langst int) string {
	s := l.tekst(naam, langst)
	if s == "" {
		l.fout(naam, melding)
	}
	return s
}

// datum reads a day; with a melding it must be there.
func (l *lezer) datum(naam, melding string) termijn.Date {
	s := strings.TrimSpace(l.velden[naam].Waarde)
	d, err := termijn.ParseDate(s)
	switch {
	case err != nil:
		l.fout(naam, "Dit is geen datum. Schrijf de datum als 2026-11-23.")
	case s == "" && melding != "":
		l.fout(naam, melding)
	}
	return d
}

// getal reads a number, with a comma or a point; empty is nil.
func (l *lezer) getal(naam string) *float64 {
	s := strings.TrimSpace(l.velden[naam].Waarde)
	if s == "" {
		return nil
	}
	f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		l.fout(naam, "Dit is geen getal. Schrijf het zonder punten voor duizendtallen, zoals 1250 of 12,5.")
		return nil
	}
	return &f
}

// geheel reads a whole number of at least minst; empty is anders.
func (l *lezer) geheel(naam string, minst, anders int) int {
	s := strings.TrimSpace(l.velden[naam].Waarde)
	if s == "" {
		return anders
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < minst || n > 10_000_000 {
		l.fout(naam, fmt.Sprintf("Vul een heel getal in van %d of meer.", minst))
		return anders
	}
	return n
}

// periode reads a period; empty is the empty period.
func (l *lezer) periode(naam string) cijfer.Periode {
	s := strings.TrimSpace(l.velden[naam].Waarde)
	if s == "" {
		return ""
	}
	p, err := ParsePeriode(s)
	if err != nil {
		l.fout(naam, "Dit is geen periode. Schrijf een jaar (2026), een kwartaal (2026-K3) of een maand (2026-09).")
	}
	return p
}

// keuze reads one of keuzes; with a melding it must be there.
func (l *lezer) keuze(naam, melding string, keuzes ...string) string {
	s := strings.TrimSpace(l.velden[naam].Waarde)
	switch {
	case s == "" && melding != "":
		l.fout(naam, melding)
	case s != "" && !slices.Contains(keuzes, s):
		l.fout(naam, "Deze keuze bestaat niet. Kies uit de lijst.")
	}
	return s
}

// lijst reads codes, divided by blanks, commas or semicolons, each once.
func (l *lezer) lijst(naam string) []string {
	var list []string
	for _, s := range strings.FieldsFunc(l.velden[naam].Waarde, func(r rune) bool { return strings.ContainsRune(" ,;\n\r\t", r) }) {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

var (
	maandShape    = regexp.MustCompile(`^([12][0-9]{3})-(0[1-9]|1[0-2])$`)
	kwartaalShape = regexp.MustCompile(`^([12][0-9]{3})-?[KQkq]([1-4])$`)
	jaarShape     = regexp.MustCompile(`^[12][0-9]{3}$`)
)

// ParsePeriode reads a period as people write it, 2026, 2026-K3 or 2026-09, or as CBS codes it.
func ParsePeriode(s string) (cijfer.Periode, error) {
	s = strings.TrimSpace(s)
	if m := maandShape.FindStringSubmatch(s); m != nil {
		return cijfer.Periode(m[1] + "MM" + m[2]), nil
	}
	if m := kwartaalShape.FindStringSubmatch(s); m != nil {
		return cijfer.Periode(m[1] + "KW0" + m[2]), nil
	}
	if jaarShape.MatchString(s) {
		return cijfer.Periode(s + "JJ00"), nil
	}
	return cijfer.ParsePeriode(s)
}

// SchrijfPeriode writes a period as ParsePeriode reads it: 2026, 2026-K3, 2026-09.
func SchrijfPeriode(p cijfer.Periode) string {
	if len(p) != 8 {
		return ""
	}
	switch jaar, n := string(p[:4]), string(p[6:]); p.Lengte() {
	case cijfer.Maand:
		return jaar + "-" + n
	case cijfer.Kwartaal:
		return jaar + "-K" + n[1:]
	default:
		return jaar
	}
}

// check whether w names only fields that exist, so that a field with a misspelt name is refused and not silently lost.
func bekend(w domein.Wijziging, velden []string) []domein.Fault {
	var faults []domein.Fault
	for naam := range w.Velden {
		if !slices.Contains(velden, naam) {
			faults = append(faults, domein.Fault{Veld: naam, Melding: "Dit veld bestaat niet."})
		}
	}
	slices.SortFunc(faults, func(a, b domein.Fault) int { return strings.Compare(a.Veld, b.Veld) })
	return faults
}
