// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"fmt"
	"strings"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/termijn"
)

// Tijdvak is the stretch of time that a report is about, from the start of Van to the end of Tot.
type Tijdvak struct {
	Van cijfer.Periode `json:"van"`
	Tot cijfer.Periode `json:"tot"`
}

// langsteTijdvak is the longest stretch, in months.
const langsteTijdvak = 24

// ParseTijdvak reads 2026KW01-2026KW02, or one period such as 2026KW03.
func ParseTijdvak(s string) (Tijdvak, error) {
	from, to, two := strings.Cut(strings.TrimSpace(s), "-")
	if !two {
		to = from
	}
	van, err := cijfer.ParsePeriode(from)
	if err != nil {
		return Tijdvak{}, err
	}
	tot, err := cijfer.ParsePeriode(to)
	if err != nil {
		return Tijdvak{}, err
	}
	first, last := beginmaand(van), eindmaand(tot)
	switch {
	case last < first || last-first >= langsteTijdvak:
		return Tijdvak{}, fmt.Errorf("rapportage: %q is not a stretch of time of 1 to %d months", s, langsteTijdvak)
	case first%3 == 0 && (last+1)%3 == 0:
		return kwartalen(first, last), nil // one stretch has one name, so that its editions are found
	}
	return Tijdvak{van, tot}, nil
}

// Code gives the text that ParseTijdvak reads.
func (t Tijdvak) Code() string {
	if t.Van == t.Tot {
		return t.Van.Code()
	}
	return t.Van.Code() + "-" + t.Tot.Code()
}

// String gives the stretch as people call it: "eerste halfjaar 2026", "3e kwartaal 2026", "2025".
func (t Tijdvak) String() string { return spanNaam(beginmaand(t.Van), eindmaand(t.Tot)) }

// Einde is the last day.
func (t Tijdvak) Einde() termijn.Date {
	jaar, maand := t.Tot.Eind()
	first, err := termijn.NewDate(jaar, maand, 1)
	if err != nil {
		return termijn.Date{} // a Periode always ends in a month that exists
	}
	return first.AddMonths(1).AddDays(-1)
}

// omvat tells whether p lies within t.
func (t Tijdvak) omvat(p cijfer.Periode) bool {
	return beginmaand(p) >= beginmaand(t.Van) && eindmaand(p) <= eindmaand(t.Tot)
}

// spanNaam names the months first to last, which are counted from year 0.
func spanNaam(first, last int) string {
	jaar, maand := first/12, first%12
	switch n := last - first + 1; {
	case n == 1:
		return fmt.Sprintf("%s %d", termijn.Maandnaam(maand+1), jaar)
	case n == 3 && maand%3 == 0:
		return fmt.Sprintf("%de kwartaal %d", maand/3+1, jaar)
	case n == 6 && maand == 0:
		return fmt.Sprintf("eerste halfjaar %d", jaar)
	case n == 6 && maand == 6:
		return fmt.Sprintf("tweede halfjaar %d", jaar)
	case n == 12 && maand == 0:
		return fmt.Sprint(jaar)
	}
	if jaar == last/12 {
		return fmt.Sprintf("%s tot en met %s %d", termijn.Maandnaam(maand+1), termijn.Maandnaam(last%12+1), jaar)
	}
	return fmt.Sprintf("%s %d tot en met %s %d", termijn.Maandnaam(maand+1), jaar, termijn.Maandnaam(last%12+1), last/12)
}

// beginmaand and eindmaand number the first and last month of p, counted from year 0, so that periods of different length compare.
func beginmaand(p cijfer.Periode) int {
	jaar, maand := p.Start()
	return jaar*12 + maand - 1
}

func eindmaand(p cijfer.Periode) int {
	jaar, maand := p.Eind()
	return jaar*12 + maand - 1
}

// Tijdvakken lists the quarters, half years and years that ended before vandaag, newest first, over the last two years: what somebody can report on.
func Tijdvakken(vandaag termijn.Date) []Tijdvak {
	now := vandaag.Year()*12 + vandaag.Month() - 1
	var list []Tijdvak
	for end := now - 1; end >= now-24; end-- {
		if (end+1)%3 != 0 {
			continue
		}
		for _, n := range []int{3, 6, 12} {
			if (end+1)%n == 0 {
				list = append(list, kwartalen(end-n+1, end))
			}
		}
	}
	return list
}

// kwartalen is the stretch from the quarter of month first to that of month last.
func kwartalen(first, last int) Tijdvak {
	if last-first == 11 && first%12 == 0 {
		return Tijdvak{cijfer.JaarVan(first / 12), cijfer.JaarVan(first / 12)}
	}
	kwartaal := func(m int) cijfer.Periode { return cijfer.Periode(fmt.Sprintf("%04dKW%02d", m/12, m%12/3+1)) }
	return Tijdvak{kwartaal(first), kwartaal(last)}
}
