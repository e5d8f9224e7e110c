// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import (
	"fmt"
	"time"
)

// Vanaf gives the moment at which a term of the rule that begins at m ends: hours and minutes to the minute, working days at the same hour, days, weeks and months
// at 24:00 of their last day, and that of a statutory term at 24:00 of the next working day (art. 1 Algemene termijnenwet) unless art. 4 excepts it.
func (r Regel) Vanaf(m Moment) Moment {
	switch r.Eenheid {
	case InMinuten:
		return m.Plus(time.Duration(r.Waarde) * time.Minute)
	case InUren:
		return m.Plus(time.Duration(r.Waarde) * time.Hour)
	case InWerkdagen:
		return m.AddWerkdagen(r.Waarde)
	}
	return r.VanafDag(m.Date()).End()
}

// VanafDag gives the last day of a term of the rule that begins the day after d.
func (r Regel) VanafDag(d Date) Date {
	var einde Date
	switch r.Eenheid {
	case InDagen:
		einde = d.AddDays(r.Waarde)
	case InWeken:
		einde = d.AddDays(7 * r.Waarde)
	case InWerkdagen:
		return d.AddWerkdagen(r.Waarde)
	default:
		einde = d.AddMonths(r.Maanden())
	}
	if r.Wet == "" || r.uitgezonderd() {
		return einde
	}
	return Verlengd(d, einde)
}

// uitgezonderd tells whether art. 4 Algemene termijnenwet leaves the term as it is: in hours, more than 90 days, 12 weeks or 3 months, or in years.
func (r Regel) uitgezonderd() bool {
	switch r.Eenheid {
	case InMinuten, InUren, InJaren:
		return true
	case InDagen:
		return r.Waarde > 90
	case InWeken:
		return r.Waarde > 12
	case InMaanden:
		return r.Waarde > 3
	}
	return false
}

// Verlengd gives the day on which a statutory term after begin that ends on einde really ends: the next working day (art. 1 Algemene termijnenwet), and later where a
// term of at least three days would not hold two working days (art. 2).
func Verlengd(begin, einde Date) Date {
	einde = einde.naarWerkdag(1)
	if begin.DaysUntil(einde) < 3 {
		return einde
	}
	werkdagen := 0
	for d := begin.AddDays(1); !d.After(einde); d = d.AddDays(1) {
		if d.Werkdag() {
			werkdagen++
		}
	}
	for ; werkdagen < 2; werkdagen++ {
		einde = einde.AddDays(1).naarWerkdag(1)
	}
	return einde
}

// Schorsing is days during which a term stood still: from the day after Van up to and including Tot (Awb 4:15: from the day after the request until the day on which
// it was answered).
type Schorsing struct{ Van, Tot Date }

// Dagen counts the days of the suspension.
func (s Schorsing) Dagen() int { return s.Van.DaysUntil(s.Tot) }

// Berekening is a term worked out line by line, so that a page can show how its end was found.
type Berekening struct {
	Begin, Kaal, Einde Date // Kaal is the end before Saturdays, Sundays and holidays are looked at
	Regels             []string
}

// Bereken works out a statutory term of dagen days after begin with its suspensions, which may be many.
func Bereken(begin Date, dagen int, schorsingen []Schorsing) Berekening {
	b := Berekening{Begin: begin, Kaal: begin.AddDays(dagen)}
	b.zeg("Begin: %s. De termijn is %d dagen. Einde: %s.", begin, dagen, b.Kaal)
	for _, s := range schorsingen {
		b.Kaal = b.Kaal.AddDays(s.Dagen())
		b.zeg("Stilgestaan van %s tot %s: %d dagen erbij. Einde: %s.", s.Van, s.Tot, s.Dagen(), b.Kaal)
	}
	b.Einde = b.Kaal
	if dagen <= 90 {
		b.Einde = Verlengd(begin, b.Kaal)
	}
	switch naam, vrij := Feestdag(b.Kaal); {
	case b.Einde == b.Kaal:
		b.zeg("%s is een gewone dag. Daar eindigt de termijn.", b.Kaal)
	case vrij:
		b.zeg("%s is %s. De termijn loopt door tot en met %s (art. 1 Algemene termijnenwet).", b.Kaal, naam, b.Einde)
	default:
		b.zeg("%s valt in het weekend. De termijn loopt door tot en met %s (art. 1 Algemene termijnenwet).", b.Kaal, b.Einde)
	}
	return b
}

func (b *Berekening) zeg(vorm string, delen ...any) {
	b.Regels = append(b.Regels, fmt.Sprintf(vorm, delen...))
}
