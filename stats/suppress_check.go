// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

const (
	// MaxMin is the largest minimum of SuppressOptions.
	MaxMin = 1_000_000
	// MaxCount is the largest count that a Table may hold; it keeps sums and flows far from overflow.
	MaxCount = 1_000_000_000_000
)

// TableProblem is a kind of TableFault.
type TableProblem uint8

const (
	// TableEmpty: no rows or no columns.
	TableEmpty TableProblem = iota
	// TableRagged: a row, or the list of totals, has another length than the first row.
	TableRagged
	// TableValue: a cell is negative or above MaxCount.
	TableValue
	// TableHidden: a cell is hidden already, so that nothing can be computed with it.
	TableHidden
	// TableSum: a total differs from the sum of its row or column.
	TableSum
)

// TableFault is one thing that is wrong with a Table. Row R is the row of column
// totals, Col C the column of row totals (both count from 0).
type TableFault struct {
	Problem  TableProblem
	Row, Col int
	// Down is true where a sum over a column fails, false for a row.
	Down bool
	// Sum is what the cells add up to and Got the total that was given (TableSum);
	// for TableRagged Sum is the wanted length and Got the length found.
	Sum, Got int
}

func (f TableFault) String() string {
	at := fmt.Sprintf("row %d, column %d", f.Row+1, f.Col+1)
	switch f.Problem {
	case TableEmpty:
		return "the table has no cells"
	case TableRagged:
		return fmt.Sprintf("%s: length %d, want %d", at, f.Got, f.Sum)
	case TableValue:
		return fmt.Sprintf("%s: %d is not a count from 0 to %d", at, f.Got, MaxCount)
	case TableHidden:
		return at + ": the cell is hidden already"
	}
	line := "row"
	if f.Down {
		line = "column"
	}
	return fmt.Sprintf("%s: the total is %d but its %s adds up to %d", at, f.Got, line, f.Sum)
}

// TableError holds all faults of a table.
type TableError []TableFault

func (e TableError) Error() string {
	parts := make([]string, len(e))
	for i, f := range e {
		parts[i] = f.String()
	}
	return strings.Join(parts, "; ")
}

// Grid copies a rectangular table to R+1 rows of C+1 cells, totals last; an absent cell for a total that is not given.
func (t Table) Grid() [][]Cell {
	rows, cols := len(t.Cells), len(t.Cells[0])
	grid := make([][]Cell, rows+1)
	for i := range grid {
		grid[i] = make([]Cell, cols+1)
		if i == rows {
			copy(grid[i], t.ColTotals)
			grid[i][cols] = t.Total
			continue
		}
		copy(grid[i], t.Cells[i])
		if t.RowTotals != nil {
			grid[i][cols] = t.RowTotals[i]
		}
	}
	return grid
}

// TableOf is the reverse of Grid; the grid has at least one row and one column, all rows are as long as the first.
func TableOf(grid [][]Cell) Table {
	rows, cols := len(grid)-1, len(grid[0])-1
	t := Table{ColTotals: grid[rows][:cols:cols], Total: grid[rows][cols]}
	for _, row := range grid[:rows] {
		t.Cells = append(t.Cells, row[:cols:cols])
		t.RowTotals = append(t.RowTotals, row[cols])
	}
	return t
}

// checkTable gives the bordered grid, or every fault of the table.
func checkTable(t Table) ([][]Cell, error) {
	if faults := checkShape(t); faults != nil {
		return nil, TableError(faults)
	}
	grid := t.Grid()
	var faults []TableFault
	for i, row := range grid {
		for j, c := range row {
			switch {
			case c.state == CellHidden:
				faults = append(faults, TableFault{Problem: TableHidden, Row: i, Col: j})
			case c.n < 0 || c.n > MaxCount:
				faults = append(faults, TableFault{Problem: TableValue, Row: i, Col: j, Got: c.n})
			}
		}
	}
	if faults == nil {
		faults = checkSums(grid)
	}
	if faults != nil {
		return nil, TableError(faults)
	}
	return grid, nil
}

func checkShape(t Table) []TableFault {
	if len(t.Cells) == 0 || len(t.Cells[0]) == 0 {
		return []TableFault{{Problem: TableEmpty}}
	}
	rows, cols := len(t.Cells), len(t.Cells[0])
	var faults []TableFault
	for i, row := range t.Cells {
		if len(row) != cols {
			faults = append(faults, TableFault{Problem: TableRagged, Row: i, Sum: cols, Got: len(row)})
		}
	}
	if t.RowTotals != nil && len(t.RowTotals) != rows {
		faults = append(faults, TableFault{Problem: TableRagged, Col: cols, Sum: rows, Got: len(t.RowTotals)})
	}
	if t.ColTotals != nil && len(t.ColTotals) != cols {
		faults = append(faults, TableFault{Problem: TableRagged, Row: rows, Sum: cols, Got: len(t.ColTotals)})
	}
	return faults
}

// openSums marks each total that is a sum of open figures and shown zeros as open:
// anyone can add those up, so that hiding the total would protect nothing.
func openSums(grid [][]Cell) {
	rows, cols := len(grid)-1, len(grid[0])-1
	public := func(c Cell) bool {
		return c.state == CellOpen || c.state == CellCount && c.n == 0
	}
	across, down := make([]bool, rows+1), make([]bool, cols+1)
	for i := range across {
		across[i] = true
	}
	for j := range down {
		down[j] = true
	}
	add := func(i, j int) {
		across[i] = across[i] && public(grid[i][j])
		down[j] = down[j] && public(grid[i][j])
	}
	settle := func(i, j int, known bool) {
		if known && grid[i][j].state == CellCount {
			grid[i][j].state = CellOpen
		}
		add(i, j)
	}
	for k := range rows * cols {
		add(k/cols, k%cols)
	}
	for i := range rows {
		settle(i, cols, across[i])
	}
	for j := range cols {
		settle(rows, j, down[j])
	}
	settle(rows, cols, across[rows] || down[cols])
}

// lineSum is the sum of a row or column without its total; exact is false when
// a cell of it is not known, and then the sum is only a lower bound.
type lineSum struct {
	sum   int
	exact bool
}

func (l *lineSum) add(c Cell, instead lineSum) {
	if c.state != CellAbsent {
		instead = lineSum{c.n, true}
	}
	l.sum += instead.sum
	l.exact = l.exact && instead.exact
}

func (l lineSum) accepts(total Cell) bool {
	return total.state == CellAbsent || total.n == l.sum || !l.exact && total.n > l.sum
}

// checkSums compares each total with its line. In the two lines of totals an
// absent total counts for what its own row or column adds up to.
func checkSums(grid [][]Cell) []TableFault {
	rows, cols := len(grid)-1, len(grid[0])-1
	across, down := make([]lineSum, rows), make([]lineSum, cols)
	for j := range down {
		down[j].exact = true
	}
	var faults []TableFault
	check := func(l lineSum, i, j int, isColumn bool) {
		if c := grid[i][j]; !l.accepts(c) {
			faults = append(faults, TableFault{TableSum, i, j, isColumn, l.sum, c.n})
		}
	}
	unknown := lineSum{}
	totals := lineSum{exact: true}
	for i := range across {
		across[i].exact = true
		for j, c := range grid[i][:cols] {
			across[i].add(c, unknown)
			down[j].add(c, unknown)
		}
		check(across[i], i, cols, false)
		totals.add(grid[i][cols], across[i])
	}
	check(totals, rows, cols, true)
	totals = lineSum{exact: true}
	for j := range down {
		check(down[j], rows, j, true)
		totals.add(grid[rows][j], down[j])
	}
	check(totals, rows, cols, false)
	slices.SortStableFunc(faults, func(a, b TableFault) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	return faults
}
