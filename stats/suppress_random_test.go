// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// tableLaw is a law of random tables.
type tableLaw struct {
	rows, cols         int
	mean, zero         float64 // of the counts; share of zeros
	open, openTotal    float64 // shares of openly published cells and totals
	absent, noTotal    float64 // shares of absent cells and totals
	rowScale, colScale bool    // rows and columns of very different size
}

// randomTable draws a table, and the values of its absent inner cells. Counts are
// exponential around the size of their row and column, as of large and small areas.
func randomTable(rng *rand.Rand, law tableLaw) (Table, map[[2]int]int) {
	grid := make([][]Cell, law.rows+1)
	for i := range grid {
		grid[i] = make([]Cell, law.cols+1)
	}
	sum := func(i, j, n int) { grid[i][j] = CountCell(grid[i][j].n + n) }
	for i := range law.rows {
		for j := range law.cols {
			n := 0
			if rng.Float64() >= law.zero {
				scale := math.Exp(rng.NormFloat64() / 2)
				if law.rowScale {
					scale *= 8 / float64(1+i)
				}
				if law.colScale {
					scale *= 4 / float64(1+j)
				}
				n = int(law.mean * scale * rng.ExpFloat64())
			}
			sum(i, j, n)
			sum(i, law.cols, n)
			sum(law.rows, j, n)
			sum(law.rows, law.cols, n)
		}
	}
	known := map[[2]int]int{}
	for i, row := range grid {
		for j, c := range row {
			open, absent := law.open, law.absent
			total := i == law.rows || j == law.cols
			if total {
				open, absent = law.openTotal, law.noTotal
			}
			switch x := rng.Float64(); {
			case x < absent:
				if !total {
					known[[2]int{i, j}] = c.n
				}
				row[j] = Cell{}
			case x < absent+open:
				row[j] = OpenCell(c.n)
			}
		}
	}
	return TableOf(grid), known
}

// randomLaw draws a shape and the kind of table. An ordinary one has no open totals.
func randomLaw(rng *rand.Rand, ordinary bool) tableLaw {
	pick := func(values ...float64) float64 { return values[rng.IntN(len(values))] }
	law := tableLaw{
		rows: 1 + rng.IntN(12), cols: 1 + rng.IntN(8),
		mean: pick(3, 8, 20, 100), zero: pick(0, 0.1, 0.3, 0.6),
		open:     pick(0, 0, 0.1, 0.3),
		rowScale: rng.IntN(2) == 0, colScale: rng.IntN(2) == 0,
	}
	if !ordinary {
		law.open, law.openTotal = pick(0, 0.2, 0.6), pick(0, 0.3, 1)
		law.absent, law.noTotal = pick(0, 0, 0.1, 0.3), pick(0, 0, 0.2, 0.6)
	}
	return law
}

// hideAll hides every cell and total that may be hidden.
func hideAll(t Table) Suppressed {
	grid := t.Grid()
	mask := make([][]bool, len(grid))
	for i, row := range grid {
		mask[i] = make([]bool, len(row))
		for j, c := range row {
			mask[i][j] = c.State() == CellCount && c.n > 0
		}
	}
	return applyPattern(t, mask)
}

// checkShown fails when a shown cell differs from the table, or when a 0 or an open cell is hidden.
func checkShown(t *testing.T, table Table, s Suppressed) (hidden, cells int) {
	t.Helper()
	shown := s.Table.Grid()
	for i, row := range table.Grid() {
		for j, c := range row {
			if c.State() != CellAbsent {
				cells++
			}
			switch got := shown[i][j]; {
			case got.State() == CellHidden:
				hidden++
				if c.State() != CellCount || c.n == 0 {
					t.Fatalf("%v in state %d at %d,%d is hidden", c, c.State(), i, j)
				}
			case got != c:
				t.Fatalf("%v at %d,%d became %v", c, i, j, got)
			}
		}
	}
	if hidden != s.Hidden {
		t.Fatalf("%d cells are hidden, the answer says %d", hidden, s.Hidden)
	}
	return hidden, cells
}

// checkRefusal fails when a refused table has a safe pattern after all.
func checkRefusal(t *testing.T, table Table, known map[[2]int]int, minimum int) {
	t.Helper()
	at := newAttacker(hideAll(table), known, 1)
	for _, p := range smallCells(table, minimum) {
		if at.interval(p[0], p[1]).Width() < 2*minimum {
			return
		}
	}
	t.Fatalf("refused although hiding everything is safe: %s", showTable(table))
}

// TestSuppressRandomTables lets the attacker loose on 1,000 tables of all kinds. Half of them
// are ordinary: all totals given, none of them open. Those are never refused.
func TestSuppressRandomTables(t *testing.T) {
	const trials = 1000
	rng := rand.New(rand.NewPCG(23, 5))
	var tables, withSmall, refused, primaries, secondaries, hidden, cells [2]int
	for k := range trials {
		kind := k % 2
		table, known := randomTable(rng, randomLaw(rng, kind == 0))
		minimum := []int{3, 5, 10}[rng.IntN(3)]
		tables[kind]++
		s, err := Suppress(table, SuppressOptions{Min: minimum})
		if errors.Is(err, ErrNoSafePattern) {
			refused[kind]++
			checkRefusal(t, table, known, minimum)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		h, c := checkShown(t, table, s)
		attack(t, table, s, known, minimum, 0)
		p := attack(t, table, s, known, minimum, 1)
		if p > 0 {
			withSmall[kind]++
		}
		primaries[kind] += p
		secondaries[kind] += h - p
		hidden[kind] += h
		cells[kind] += c
	}
	for kind, name := range []string{"ordinary", "other"} {
		t.Logf("%s: %d tables, %d with small counts published, %d refused; %d primary and %d secondary of %d cells hidden",
			name, tables[kind], withSmall[kind], refused[kind], primaries[kind], secondaries[kind], cells[kind])
	}
	if withSmall[0] < 300 || withSmall[1] < 100 {
		t.Errorf("too few tables with small counts to say anything: %v", withSmall)
	}
	if refused[0] > 0 {
		t.Errorf("%d ordinary tables are refused", refused[0])
	}
	if r := float64(refused[1]) / float64(tables[1]); r > 0.3 {
		t.Errorf("%.0f %% of the other tables are refused", 100*r)
	}
	if r := float64(secondaries[0]) / float64(primaries[0]); r > 0.9 {
		t.Errorf("%.2f secondary cells for each primary cell", r)
	}
}
