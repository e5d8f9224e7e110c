// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// parseTable reads a bordered table: rows on lines, totals last, "." absent, "8o" open.
func parseTable(t testing.TB, text string) Table {
	t.Helper()
	var grid [][]Cell
	for line := range strings.Lines(text) {
		var row []Cell
		for _, f := range strings.Fields(line) {
			digits, open := strings.CutSuffix(f, "o")
			n, err := strconv.Atoi(digits)
			switch {
			case f == ".":
				row = append(row, Cell{})
			case err != nil:
				t.Fatal(err)
			case open:
				row = append(row, OpenCell(n))
			default:
				row = append(row, CountCell(n))
			}
		}
		if row != nil {
			grid = append(grid, row)
		}
	}
	return TableOf(grid)
}

// showTable writes a table as rows of its bordered grid, joined by " / ".
func showTable(t Table) string {
	var lines []string
	for _, row := range t.Grid() {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.String())
		}
		lines = append(lines, strings.Join(cells, " "))
	}
	return strings.Join(lines, " / ")
}

// smallCells lists the places that fall under primary suppression: small counts of our own, except
// totals that anyone can add up from open figures and zeros.
func smallCells(t Table, minimum int) (places [][2]int) {
	grid := t.Grid()
	rows, cols := len(grid)-1, len(grid[0])-1
	var public func(i, j int) bool
	public = func(i, j int) bool {
		across, down := j == cols, i == rows
		for k := range cols {
			across = across && public(i, k)
		}
		for k := range rows {
			down = down && public(k, j)
		}
		c := grid[i][j]
		return across || down || c == CountCell(0) || c.State() == CellOpen
	}
	for i, row := range grid {
		for j, c := range row {
			if c.State() == CellCount && 0 < c.n && c.n < minimum && !public(i, j) {
				places = append(places, [2]int{i, j})
			}
		}
	}
	return places
}

// attack checks that each small count of table is hidden in s and has width 2*minimum for
// the attacker who knows the absent cells and that a hidden count is at least
// floor. It gives the number of small counts.
func attack(t testing.TB, table Table, s Suppressed, known map[[2]int]int, minimum, floor int) int {
	t.Helper()
	at := newAttacker(s, known, floor)
	counts, shown := table.Grid(), s.Table.Grid()
	small := smallCells(table, minimum)
	for _, p := range small {
		c := counts[p[0]][p[1]]
		if shown[p[0]][p[1]].State() != CellHidden {
			t.Fatalf("small count %v at %v is shown", c, p)
		}
		if v := at.interval(p[0], p[1]); v.Width() < 2*minimum || c.n < v.Lo || c.n > v.Hi {
			t.Fatalf("min %d, floor %d: count %v at %v lies in %v for the attacker\n%s\n%s",
				minimum, floor, c, p, v, showTable(table), showTable(s.Table))
		}
	}
	return len(small)
}

const tableS23 = `
	3 12 9 24
	14 2 11 27
	20 17 8 45
	37 31 28 96`

func TestSuppressS23(t *testing.T) {
	table := parseTable(t, tableS23)
	s, err := Suppress(table, SuppressOptions{Min: 5})
	if err != nil {
		t.Fatal(err)
	}
	want := "x x 9 24 / x x 11 27 / 20 17 8 45 / 37 31 28 96"
	if got := showTable(s.Table); got != want || s.Hidden != 4 {
		t.Errorf("got %s (%d hidden), want %s (4)", got, s.Hidden, want)
	}
	// With t for the first cell the others are 15-t, 17-t and t-1.
	for floor, want := range [][2]Interval{{{1, 15}, {0, 14}}, {{2, 14}, {1, 13}}} {
		if n := attack(t, table, s, nil, 5, floor); n != 2 {
			t.Errorf("%d small counts, want 2", n)
		}
		at := newAttacker(s, nil, floor)
		if got := [2]Interval{at.interval(0, 0), at.interval(1, 1)}; got != want {
			t.Errorf("floor %d: the small cells lie in %v, want %v", floor, got, want)
		}
	}
}

func TestSuppressTables(t *testing.T) {
	cases := []struct {
		name  string
		min   int
		table string
		want  string
	}{
		{"nothing small", 5, "5 6 11 / 7 8 15 / 12 14 26", "5 6 11 / 7 8 15 / 12 14 26"},
		{"zeros are shown and protect nothing", 5, "0 3 20 23 / 0 30 0 30 / 9 40 50 99 / 9 73 70 152",
			"0 x x 23 / 0 30 0 30 / 9 x x 99 / 9 73 70 152"},
		{"the minimum itself is shown", 5, "5 0 5 / 0 5 5 / 5 5 10", "5 0 5 / 0 5 5 / 5 5 10"},
		{"one cell: totals go too", 5, "3 3 / 3 3", "x x / x x"},
		{"two small counts do not protect each other", 5, "1 1 30 32 / 1 1 40 42 / 50 60 70 180 / 52 62 140 254",
			"x x x 32 / x x x 42 / x x x 180 / 52 62 140 254"},
		{"an open small count is shown", 5, "3o 12 15 / 14 20 34 / 17 32 49", "3 12 15 / 14 20 34 / 17 32 49"},
		{"a small sum of open figures is public", 5, "1o 2o 0 3 / 14 20 30 64 / 15 22 30 67", "1 2 0 3 / 14 20 30 64 / 15 22 30 67"},
		{"open neighbours force totals", 5, "3 12o 15 / 14o 20o 34o / 17 32o 49", "x 12 x / 14 20 34 / x 32 x"},
		{"absent totals need no protection", 5, "3 12 . / 14 20 . / . . .", "x 12 . / 14 20 . / . . ."},
		{"one absent row total follows from the others", 5, "3 12 . / 14 20 34 / 17 32 49", "x x . / x x 34 / 17 32 49"},
		{"an absent cell does not protect", 5, "3 . 40 43 / 14 20 30 64 / 17 20 70 107", "x . x 43 / x 20 x 64 / 17 20 70 107"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table := parseTable(t, strings.ReplaceAll(c.table, "/", "\n"))
			s, err := Suppress(table, SuppressOptions{Min: c.min})
			if err != nil {
				t.Fatal(err)
			}
			if got := showTable(s.Table); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			attack(t, table, s, nil, c.min, 1)
		})
	}
}

func TestSuppressList(t *testing.T) {
	for _, c := range []struct{ name, list, want string }{
		{"with total", "3 40 12 0 55", "x 40 x 0 55"},
		{"small total", "1 2 0 3", "x x 0 x"},
		{"without total only the small ones", "3 40 12 0 .", "x 40 12 0 ."},
		{"open total", "3 40 43o", "x x 43"},
		{"absent count", "3 . 40 50", "x . x 50"},
	} {
		t.Run(c.name, func(t *testing.T) {
			line := parseTable(t, c.list+"\n"+c.list).Grid()[0]
			last := len(line) - 1
			cells, total, err := SuppressList(line[:last], line[last], SuppressOptions{Min: 5})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Trim(fmt.Sprint(append(cells, total)), "[]"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	if _, _, err := SuppressList([]Cell{CountCell(3)}, CountCell(4), SuppressOptions{Min: 5}); err == nil {
		t.Error("a total that does not add up is accepted")
	}
	if _, _, err := SuppressList([]Cell{CountCell(3), OpenCell(9)}, OpenCell(12), SuppressOptions{Min: 5}); !errors.Is(err, ErrNoSafePattern) {
		t.Errorf("3 of an open 12 beside an open 9: got %v", err)
	}
}

func TestHiddenCellHasNoNumber(t *testing.T) {
	s, err := Suppress(parseTable(t, tableS23), SuppressOptions{Min: 5})
	if err != nil {
		t.Fatal(err)
	}
	c := s.Table.Cells[0][1]
	if n, ok := c.Value(); ok || n != 0 {
		t.Errorf("hidden cell has value %d, %v", n, ok)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d"} {
		if got := fmt.Sprintf(verb, c); strings.Contains(got, "12") {
			t.Errorf("%s prints %s", verb, got)
		}
	}
}

// TestAudit shows that the last check sees an unsafe pattern, whatever the search did.
func TestAudit(t *testing.T) {
	table := parseTable(t, tableS23)
	for _, c := range []struct {
		name   string
		hidden []int // arcs of the 4 x 4 grid
		want   bool
	}{
		{"the four cells", []int{0, 1, 4, 5}, true},
		{"only the small ones", []int{0, 5}, false},
		{"one row open to subtraction", []int{0, 1, 5}, false},
		{"a small one shown", []int{0, 1, 4}, false},
		{"one cell too many", []int{0, 1, 4, 5, 10}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newFlowNet(table.Grid())
			for _, a := range c.hidden {
				g.hide(a)
			}
			if got := g.audit([]int{0, 5}, 10); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestSuppressIsPure: the same table gives the same answer, and is left as it was.
func TestSuppressIsPure(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	for range 20 {
		table, _ := randomTable(rng, randomLaw(rng, true))
		before := showTable(table)
		first, err := Suppress(table, SuppressOptions{Min: 5})
		if err != nil {
			t.Fatal(err)
		}
		second, err := Suppress(table, SuppressOptions{Min: 5})
		if err != nil || !reflect.DeepEqual(first, second) {
			t.Fatalf("%v: %s became %s", err, showTable(first.Table), showTable(second.Table))
		}
		if showTable(table) != before {
			t.Fatalf("%s became %s", before, showTable(table))
		}
	}
}
