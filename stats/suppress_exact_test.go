// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"
)

// enumerate finds the interval of each hidden inner cell of a table whose grand total is shown by
// writing down every table that agrees with what is published.
func enumerate(s Suppressed, floor int) map[[2]int]Interval {
	grid := s.Table.Grid()
	rows, cols := len(grid)-1, len(grid[0])-1
	all, _ := s.Table.Total.Value()
	found := map[[2]int]Interval{}
	values := make([][]int, rows)
	for i := range values {
		values[i] = make([]int, cols)
	}
	lineFits := func(sum int, total Cell) bool {
		n, shown := total.Value()
		return !shown && sum >= floor || shown && n == sum
	}
	var fill func(k, sum int)
	fill = func(k, sum int) {
		if k == rows*cols {
			if sum == all && fits(values, grid, lineFits) {
				widen(found, values, grid)
			}
			return
		}
		i, j := k/cols, k%cols
		if n, shown := grid[i][j].Value(); shown {
			values[i][j] = n
			fill(k+1, sum+n)
			return
		}
		for n := floor; sum+n <= all; n++ {
			values[i][j] = n
			fill(k+1, sum+n)
		}
	}
	fill(0, 0)
	return found
}

func fits(values [][]int, grid [][]Cell, lineFits func(int, Cell) bool) bool {
	rows, cols := len(values), len(values[0])
	down := make([]int, cols)
	for i, row := range values {
		sum := 0
		for j, n := range row {
			sum += n
			down[j] += n
		}
		if !lineFits(sum, grid[i][cols]) {
			return false
		}
	}
	for j, sum := range down {
		if !lineFits(sum, grid[rows][j]) {
			return false
		}
	}
	return true
}

func widen(found map[[2]int]Interval, values [][]int, grid [][]Cell) {
	for i, row := range values {
		for j, n := range row {
			if grid[i][j].State() != CellHidden {
				continue
			}
			v, seen := found[[2]int{i, j}]
			if !seen {
				v = Interval{n, n}
			}
			found[[2]int{i, j}] = Interval{min(v.Lo, n), max(v.Hi, n)}
		}
	}
}

// randomMask hides cells that may be hidden, with a chance of one half.
func randomMask(rng *rand.Rand, t Table) [][]bool {
	grid := t.Grid()
	mask := make([][]bool, len(grid))
	for i, row := range grid {
		mask[i] = make([]bool, len(row))
		for j, c := range row {
			mask[i][j] = c.State() == CellCount && c.n > 0 && rng.IntN(2) == 0
		}
	}
	return mask
}

// TestIntervalsAgainstEnumeration holds both the flow network and the attacker of these tests
// against every table there is, on tables that are small enough for that.
func TestIntervalsAgainstEnumeration(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	compared := 0
	for range 400 {
		law := tableLaw{rows: 1 + rng.IntN(2), cols: 1 + rng.IntN(3), mean: 3, zero: 0.1, open: 0.1}
		table, _ := randomTable(rng, law)
		mask := randomMask(rng, table)
		mask[law.rows][law.cols] = false
		s := applyPattern(table, mask)
		got, err := Intervals(table, mask)
		if err != nil {
			t.Fatal(err)
		}
		for floor := range 2 {
			at := newAttacker(s, nil, floor)
			for p, want := range enumerate(s, floor) {
				compared++
				if v := at.interval(p[0], p[1]); v != want {
					t.Fatalf("attacker, floor %d: %v at %v, want %v in %s", floor, v, p, want, showTable(s.Table))
				}
				if v := got[p[0]][p[1]]; floor == 1 && v != want {
					t.Fatalf("network: %v at %v, want %v in %s of %s", v, p, want, showTable(s.Table), showTable(table))
				}
			}
		}
	}
	if compared < 500 {
		t.Errorf("only %d intervals compared", compared)
	}
}

// TestIntervalsAgainstAttacker compares all intervals, of totals too, on larger tables with any
// mask, open and absent cells.
func TestIntervalsAgainstAttacker(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	bounded, unbounded := 0, 0
	for range 300 {
		table, known := randomTable(rng, randomLaw(rng, false))
		mask := randomMask(rng, table)
		got, err := Intervals(table, mask)
		if err != nil {
			t.Fatal(err)
		}
		at := newAttacker(applyPattern(table, mask), known, 1)
		for i, row := range table.Grid() {
			for j, c := range row {
				n, counted := c.Value()
				want := Interval{n, n}
				switch {
				case mask[i][j]:
					want = at.interval(i, j)
				case !counted:
					want = Interval{0, Unbounded}
				}
				if got[i][j] != want {
					t.Fatalf("%v at %d,%d, the attacker finds %v in %s", got[i][j], i, j, want, showTable(table))
				}
				switch {
				case want.Width() == Unbounded:
					unbounded++
				case want.Width() > 0:
					bounded++
				}
			}
		}
	}
	if bounded < 1000 || unbounded < 1000 {
		t.Errorf("only %d bounded and %d unbounded intervals compared", bounded, unbounded)
	}
}

func TestIntervalsRefuses(t *testing.T) {
	table := parseTable(t, "0 3o 3\n . 4 5\n 1 7 8")
	for _, at := range [][2]int{{0, 0}, {0, 1}, {1, 0}} {
		mask := [][]bool{make([]bool, 3), make([]bool, 3), make([]bool, 3)}
		mask[at[0]][at[1]] = true
		if _, err := Intervals(table, mask); err == nil {
			t.Errorf("a mask on %v is accepted", at)
		}
	}
	for _, mask := range [][][]bool{nil, make([][]bool, 3)} {
		if _, err := Intervals(table, mask); err == nil {
			t.Errorf("mask %v is accepted", mask)
		}
	}
	if _, err := Intervals(Table{}, nil); !errors.As(err, new(TableError)) {
		t.Errorf("an empty table gives %v", err)
	}
}

// cheapestPattern tries all patterns and gives the least loss of a safe one.
func cheapestPattern(g *flowNet, small []int, need int) int {
	s := newSearch(g, small, need)
	base := s.total()
	var others []int
	for a, usable := range g.usable {
		if usable && !g.hidden[a] {
			others = append(others, a)
		}
	}
	best := math.MaxInt
	for set := range uint(1) << len(others) {
		loss := base
		for rest := set; rest != 0; rest &= rest - 1 {
			loss += s.cost[others[bits.TrailingZeros(rest)]]
		}
		if loss >= best {
			continue
		}
		newSearch(g, small, need)
		for rest := set; rest != 0; rest &= rest - 1 {
			g.hide(others[bits.TrailingZeros(rest)])
		}
		if g.audit(small, need) {
			best = loss
		}
	}
	return best
}

// TestSuppressNearOptimum measures how much more the heuristic hides than the best pattern.
func TestSuppressNearOptimum(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	sum, optimum, equal, trials := 0, 0, 0, 0
	for trials < 60 {
		law := tableLaw{rows: 2 + rng.IntN(2), cols: 3, mean: 12, zero: 0.1, rowScale: true}
		table, _ := randomTable(rng, law)
		g := newFlowNet(table.Grid())
		small := g.primary(5)
		if len(small) == 0 {
			continue
		}
		trials++
		best := cheapestPattern(g, small, 10)
		if _, err := findPattern(g, small, 10); err != nil {
			t.Fatal(err)
		}
		loss := 0
		for a, s := 0, newCosts(g); a < len(s); a++ {
			if g.hidden[a] {
				loss += s[a]
			}
		}
		if loss < best {
			t.Fatalf("loss %d is below the optimum %d in %s", loss, best, showTable(table))
		}
		if loss == best {
			equal++
		}
		sum += loss
		optimum += best
	}
	excess := float64(sum)/float64(optimum) - 1
	t.Logf("%d of %d tables at the optimum, %.1f %% more loss in all", equal, trials, 100*excess)
	if excess > 0.05 || equal < trials*3/4 {
		t.Errorf("%d of %d at the optimum, %.1f %% more loss", equal, trials, 100*excess)
	}
}

// BenchmarkSuppress shows the growth with the number of cells; about a third of the counts is small.
func BenchmarkSuppress(b *testing.B) {
	for _, size := range [][2]int{{12, 8}, {12, 60}, {24, 60}, {24, 120}, {24, 240}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(7, 8))
			table, _ := randomTable(rng, tableLaw{rows: size[1], cols: size[0], mean: 12, zero: 0.1})
			hidden := 0
			for b.Loop() {
				s, err := Suppress(table, SuppressOptions{Min: 5})
				if err != nil {
					b.Fatal(err)
				}
				hidden = s.Hidden
			}
			b.ReportMetric(float64(hidden), "hidden")
		})
	}
}
