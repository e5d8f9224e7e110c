// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Date is a day on the calendar. The zero Date is "no date".
type Date struct {
	jaar, maand, dag int
}

// NewDate makes a Date; a day that does not exist on the calendar (30 February) is an error.
func NewDate(jaar, maand, dag int) (Date, error) {
	t := time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC)
	if t.Year() != jaar || int(t.Month()) != maand || t.Day() != dag {
		return Date{}, fmt.Errorf("termijn.Date: %04d-%02d-%02d is no day on the calendar", jaar, maand, dag)
	}
	return Date{jaar, maand, dag}, nil
}

// DateOf gives the day that t shows on its own clock.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// ParseDate reads 2026-11-23. An empty text is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("termijn.Date: %q is not a date such as 2026-11-23", s)
	}
	return DateOf(t), nil
}

// Maandnaam gives the Dutch name of a month; maand is 1 to 12.
func Maandnaam(maand int) string {
	return [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}[maand-1]
}

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Year, Month and Day give the parts.
func (d Date) Year() int { return d.jaar }

// Month is 1 for January.
func (d Date) Month() int { return d.maand }

// Day of the month.
func (d Date) Day() int { return d.dag }

// String gives 2026-11-23, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.jaar, d.maand, d.dag)
}

// Before tells whether d comes before o.
func (d Date) Before(o Date) bool { return d.utc().Before(o.utc()) }

// After tells whether d comes after o.
func (d Date) After(o Date) bool { return o.Before(d) }

// AddMonths moves d by n months; a day that the month lacks becomes its last day.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.jaar, time.Month(d.maand+n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), int(first.Month()), min(d.dag, last)}
}

// AddDays moves d by n days.
func (d Date) AddDays(n int) Date { return DateOf(d.utc().AddDate(0, 0, n)) }

// DaysUntil counts the days from d to o; negative when o is earlier.
func (d Date) DaysUntil(o Date) int { return int(o.utc().Sub(d.utc()).Hours() / 24) }

// Start is the first instant of d in Amsterdam.
func (d Date) Start() Moment {
	return At(time.Date(d.jaar, time.Month(d.maand), d.dag, 0, 0, 0, 0, Amsterdam))
}

// End is 24:00 of d in Amsterdam, where a legal term ends.
func (d Date) End() Moment { return d.AddDays(1).Start() }

func (d Date) utc() time.Time {
	return time.Date(d.jaar, time.Month(d.maand), d.dag, 0, 0, 0, 0, time.UTC)
}

// MarshalText gives 2026-11-23, or an empty text: a date inside a JSON column or a journal commitment.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText gives.
func (d *Date) UnmarshalText(text []byte) error { return d.Scan(text) }

// Value stores 2026-11-23, or NULL.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads the stored text.
func (d *Date) Scan(v any) error {
	var s string
	switch v := v.(type) {
	case nil:
	case string:
		s = v
	case []byte:
		s = string(v)
	case time.Time:
		*d = DateOf(v)
		return nil
	default:
		return fmt.Errorf("termijn.Date: cannot read %T", v)
	}
	parsed, err := ParseDate(s)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
