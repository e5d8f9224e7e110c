// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package termijn holds time as the law counts it. A Date is a day on the calendar without a clock; a Moment is an instant. They are different
// types, because a plan lapses at the end of a day in Amsterdam and a journal entry is made at an instant, whatever the zone.
package termijn

import (
	"database/sql/driver"
	"fmt"
	"time"

	// The binary must know Europe/Amsterdam on a machine without a zone database.
	_ "time/tzdata"
)

// momentLayout is fixed-width UTC with six decimals: it sorts as text on SQLite and round-trips through TIMESTAMPTZ on PostgreSQL.
const momentLayout = "2006-01-02T15:04:05.000000Z"

// Amsterdam is the zone in which a Date begins and ends.
var Amsterdam = mustLoad("Europe/Amsterdam")

func mustLoad(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the zone data are linked in; a failure is a broken build
	}
	return loc
}

// Moment is an instant, kept in UTC to the microsecond.
type Moment struct{ t time.Time }

// At makes a Moment of t.
func At(t time.Time) Moment { return Moment{t.UTC().Truncate(time.Microsecond)} }

// Time gives the instant in UTC.
func (m Moment) Time() time.Time { return m.t }

// IsZero tells whether the Moment was never set.
func (m Moment) IsZero() bool { return m.t.IsZero() }

// Before tells whether m comes before o.
func (m Moment) Before(o Moment) bool { return m.t.Before(o.t) }

// Date gives the day in Amsterdam on which m falls.
func (m Moment) Date() Date { return DateOf(m.t.In(Amsterdam)) }

// String gives RFC 3339 in UTC with six decimals, or "" for the zero Moment.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	return m.t.Format(momentLayout)
}

// MarshalText gives the fixed-width text: a moment inside a JSON column or a journal commitment.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText gives.
func (m *Moment) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Moment{}
		return nil
	}
	return m.parse(string(text))
}

// Value stores the fixed-width text.
func (m Moment) Value() (driver.Value, error) {
	if m.IsZero() {
		return nil, nil
	}
	return m.String(), nil
}

// Scan reads what either database engine gives back.
func (m *Moment) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*m = Moment{}
		return nil
	case time.Time:
		*m = At(v)
		return nil
	case string:
		return m.parse(v)
	case []byte:
		return m.parse(string(v))
	}
	return fmt.Errorf("termijn.Moment: cannot read %T", v)
}

func (m *Moment) parse(s string) error {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return fmt.Errorf("termijn.Moment: %w", err)
	}
	*m = At(t)
	return nil
}
