// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"errors"
	"fmt"
	"strconv"
)

// CellState says what a Cell holds. The zero value is CellAbsent, so that a
// forgotten cell never becomes a published 0.
type CellState uint8

const (
	// CellAbsent: the source publishes no number here; shown as ".".
	CellAbsent CellState = iota
	// CellCount: a count of our own, subject to suppression.
	CellCount
	// CellOpen: a count that is public at its source; always shown, and known to an attacker.
	CellOpen
	// CellHidden: suppressed; the number is gone.
	CellHidden
)

// Cell is one place of a table. A hidden cell holds no number at all, so that
// no caller can print it by accident, not even with %v.
type Cell struct {
	n     int
	state CellState
}

// CountCell is a count that falls under suppression.
func CountCell(n int) Cell { return Cell{n, CellCount} }

// OpenCell is a count that is openly published at its source.
func OpenCell(n int) Cell { return Cell{n, CellOpen} }

// Value gives the number that may be shown; false for an absent or hidden cell.
func (c Cell) Value() (int, bool) {
	return c.n, c.state == CellCount || c.state == CellOpen
}

// State says what the cell holds.
func (c Cell) State() CellState { return c.state }

// String is the cell as it stands in a published table: digits, "x" or ".".
func (c Cell) String() string {
	switch c.state {
	case CellHidden:
		return "x"
	case CellAbsent:
		return "."
	}
	return strconv.Itoa(c.n)
}

// Table is a count table of R rows and C columns with its totals. A total may
// be absent (not published); nil RowTotals or ColTotals means that all of them
// are. An absent cell takes part in no equation: it is handled as if an
// attacker knew it, so it never protects its neighbours, and a total in its
// row or column may exceed the sum of the cells that are there.
type Table struct {
	Cells     [][]Cell // R rows of C cells
	RowTotals []Cell   // R, or nil
	ColTotals []Cell   // C, or nil
	Total     Cell
}

// SuppressOptions sets the rule. Min is the smallest count that may be shown
// (0 is always shown), from 2 to 1,000,000: 5 for incidents, 10 for persons.
type SuppressOptions struct {
	Min int
}

// Suppressed is a table that may be published, with the number of hidden cells.
// It does not say which of them were small: that would undo the protection.
type Suppressed struct {
	Table  Table
	Hidden int
}

// ErrNoSafePattern refuses a table: even with every cell and total hidden that
// may be hidden, the open figures pin a small count down too closely. Publish
// it with merged rows or columns, or not at all.
var ErrNoSafePattern = errors.New("no safe pattern: open figures pin down a small count even when all other cells and totals are hidden")

// Suppress hides every count n with 0 < n < Min, totals included (primary), and
// further cells or totals (secondary) until an attacker finds for each primary
// cell an interval of whole numbers of width (largest minus smallest) 2*Min or more.
//
// A total of nothing but open figures and zeros counts as open.
//
// The attacker knows all that is published, the open figures, the values of
// absent cells, that totals add up, that counts are whole and not negative,
// and the rule that 0 is never hidden, so that every hidden cell is at least 1.
// The attacker does not know which hidden cells are the primary ones, and
// no bound from elsewhere, such as the number of inhabitants. Other tables, periods or
// editions of the same counts are not considered: whoever combines those may
// narrow the intervals, so a caller has to judge them together.
//
// A rate, percentage, rank, difference, bar length or colour that is derived
// from a hidden cell tells its value: the caller hides each of those as well,
// also a percentage of a hidden total.
//
// Errors: TableError (not additive, not rectangular, negative), ErrNoSafePattern.
//
// Method: a two-way table with totals is a flow network (Cox 1995, JASA 90:1453),
// so intervals are exact maximum flows; secondary cells are found along cheapest
// paths (Kelly, Golden and Assad 1992, Networks 22:397; Castro 2007, INFORMS
// J. Computing 19:520), then cells that turn out superfluous are shown again. The
// pattern is safe by a final audit, but not proven to be the smallest.
func Suppress(t Table, o SuppressOptions) (Suppressed, error) {
	if o.Min < 2 || o.Min > MaxMin {
		return Suppressed{}, fmt.Errorf("suppress: minimum %d is not between 2 and %d", o.Min, MaxMin)
	}
	grid, err := checkTable(t)
	if err != nil {
		return Suppressed{}, fmt.Errorf("suppress: %w", err)
	}
	openSums(grid)
	g := newFlowNet(grid)
	small := g.primary(o.Min)
	hidden, err := findPattern(g, small, 2*o.Min)
	if err != nil {
		return Suppressed{}, fmt.Errorf("suppress: %w", err)
	}
	return applyPattern(t, hidden), nil
}

// SuppressList is Suppress for a list with one total. Without a total (absent)
// nothing can be subtracted, so only the small counts themselves are hidden.
func SuppressList(counts []Cell, total Cell, o SuppressOptions) (cells []Cell, shownTotal Cell, err error) {
	rows := make([][]Cell, len(counts))
	for i, c := range counts {
		rows[i] = []Cell{c}
	}
	s, err := Suppress(Table{Cells: rows, ColTotals: []Cell{total}}, o)
	if err != nil {
		return nil, Cell{}, err
	}
	cells = make([]Cell, len(counts))
	for i, row := range s.Table.Cells {
		cells[i] = row[0]
	}
	return cells, s.Table.ColTotals[0], nil
}

// applyPattern copies the table with the marked cells of the bordered grid hidden.
func applyPattern(t Table, hidden [][]bool) Suppressed {
	grid := t.Grid()
	count := 0
	for i, row := range grid {
		for j := range row {
			if hidden[i][j] {
				row[j] = Cell{state: CellHidden}
				count++
			}
		}
	}
	return Suppressed{Table: TableOf(grid), Hidden: count}
}
