// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import (
	"testing"
	"time"
)

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDate(t *testing.T) {
	if _, err := NewDate(2026, 2, 29); err == nil {
		t.Error("29 February 2026 is no day")
	}
	for _, bad := range []string{"2026-13-01", "1-2-2026", "2026-02-30", "morgen"} {
		if _, err := ParseDate(bad); err == nil {
			t.Errorf("%q was read as a date", bad)
		}
	}
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{{"2026-01-31", 1, "2026-02-28"}, {"2022-11-09", 48, "2026-11-09"}, {"2026-03-15", -6, "2025-09-15"}, {"2024-02-29", 12, "2025-02-28"}} {
		if got := date(t, c.from).AddMonths(c.months); got.String() != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.months, got, c.want)
		}
	}
	if n := date(t, "2026-09-30").DaysUntil(date(t, "2026-11-09")); n != 40 {
		t.Errorf("days = %d, want 40", n)
	}
}

// A term ends at 24:00 in Amsterdam, also in the nights when the clock changes.
func TestDateEndsInAmsterdam(t *testing.T) {
	for day, want := range map[string]string{
		"2026-03-29": "2026-03-29T22:00:00.000000Z", // summer time begins
		"2026-10-25": "2026-10-25T23:00:00.000000Z", // and ends
		"2026-11-09": "2026-11-09T23:00:00.000000Z",
	} {
		if got := date(t, day).End().String(); got != want {
			t.Errorf("%s ends at %s, want %s", day, got, want)
		}
	}
	late := At(time.Date(2026, 11, 9, 23, 30, 0, 0, time.UTC))
	if got := late.Date().String(); got != "2026-11-10" {
		t.Errorf("half past midnight in Amsterdam falls on %s", got)
	}
}

func TestMomentKeepsItsInstant(t *testing.T) {
	m := At(time.Date(2026, 10, 25, 1, 30, 0, 123456789, time.FixedZone("", 7200)))
	v, err := m.Value()
	if err != nil || v != "2026-10-24T23:30:00.123456Z" {
		t.Fatalf("stored as %v, %v", v, err)
	}
	for _, in := range []any{v, []byte(v.(string)), m.Time().In(Amsterdam)} {
		var back Moment
		if err := back.Scan(in); err != nil || back != m {
			t.Errorf("%v comes back as %v, %v", in, back, err)
		}
	}
	var none Moment
	if err := none.Scan(nil); err != nil || !none.IsZero() {
		t.Errorf("NULL comes back as %v", none)
	}
	if err := none.Scan("gisteren"); err == nil {
		t.Error("a text without a moment was read")
	}
}
