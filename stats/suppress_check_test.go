// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestSuppressRefuses(t *testing.T) {
	cases := []struct {
		name  string
		table string
		want  string
	}{
		{"everything around is open", "3 12o 15o / 14o 20o 34o / 17o 32o 49o", "no safe pattern"},
		{"totals are open and the rest is 0", "3 0 3o / 0 20 20o / 3o 20o 23o", "no safe pattern"},
		{"row sum", "3 12 16 / 14 20 34 / 17 32 49", "row 1, column 3: the total is 16 but its row adds up to 15"},
		{"column sum", "3 12 15 / 14 20 34 / 18 32 49", "row 3, column 1: the total is 18 but its column adds up to 17"},
		{"grand total, both ways", "3 12 15 / 14 20 34 / 17 32 50", "adds up to 49; row 3, column 3: the total is 50 but its row"},
		{"total under the cells beside an absent one", "3 . 2 / 14 20 34 / 17 20 36", "total is 2 but its row adds up to 3"},
		{"absent total without absent cells", "3 12 . / 14 20 34 / 17 32 60", "adds up to 49"},
		{"negative", "-3 12 9 / 14 20 34 / 11 32 43", "-3 is not a count"},
		{"too large", "1000000000001 0 1 / 0 0 0 / 1 0 1", "is not a count"},
		{"no cells", "1", "no cells"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, err := Suppress(parseTable(t, strings.ReplaceAll(c.table, "/", "\n")), SuppressOptions{Min: 5})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got error %v, want %q", err, c.want)
			}
			if strings.Contains(c.want, "safe") != errors.Is(err, ErrNoSafePattern) {
				t.Errorf("wrong kind of error: %v", err)
			}
			if !reflect.DeepEqual(s, Suppressed{}) {
				t.Errorf("a refused table gives %v", s)
			}
		})
	}
}

func TestSuppressRefusesShapes(t *testing.T) {
	two := []Cell{CountCell(7), CountCell(8)}
	hidden := Cell{state: CellHidden}
	for _, c := range []struct {
		name  string
		table Table
		want  TableError
	}{
		{"ragged", Table{Cells: [][]Cell{two, two[:1]}}, TableError{{Problem: TableRagged, Row: 1, Sum: 2, Got: 1}}},
		{"totals", Table{Cells: [][]Cell{two}, RowTotals: two, ColTotals: two[:1]}, TableError{
			{Problem: TableRagged, Col: 2, Sum: 1, Got: 2}, {Problem: TableRagged, Row: 1, Sum: 2, Got: 1}}},
		{"hidden", Table{Cells: [][]Cell{{two[0], hidden}}, Total: hidden}, TableError{
			{Problem: TableHidden, Col: 1}, {Problem: TableHidden, Row: 1, Col: 2}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Suppress(c.table, SuppressOptions{Min: 5})
			var got TableError
			if !errors.As(err, &got) || !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	for _, minimum := range []int{-1, 0, 1, MaxMin + 1} {
		if _, err := Suppress(Table{Cells: [][]Cell{two}}, SuppressOptions{Min: minimum}); err == nil {
			t.Errorf("minimum %d is accepted", minimum)
		}
	}
}
