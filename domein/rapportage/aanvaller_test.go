// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage_test

import (
	"errors"
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"

	"dwarsverband/domein/rapportage"
)

// aanvaller reads every edition that was published of one block and solves for what is hidden. He knows which figures were revised and which were not, that totals add up, and that a
// hidden count is at least 1. He shares no code with the product: the shielding is a search in a flow network, this is a linear program over all editions at once.
type aanvaller struct {
	t     *testing.T
	vars  map[[3]int]int // place and true value -> variable: a figure that stayed the same is one unknown
	known map[[3]int]bool
	rows  [][]float64 // coefficients, the right-hand side last
}

// uitgegeven is one edition: what is true and what was shown.
type uitgegeven struct {
	waar    [][]int // with totals
	getoond [][]rapportage.Cel
}

// metTotalen adds the totals to a square of counts.
func metTotalen(counts [][]int) [][]int {
	rows, cols := len(counts), len(counts[0])
	grid := make([][]int, rows+1)
	for i := range grid {
		grid[i] = make([]int, cols+1)
	}
	for i, row := range counts {
		for j, n := range row {
			grid[i][j] += n
			grid[i][cols] += n
			grid[rows][j] += n
			grid[rows][cols] += n
		}
	}
	return grid
}

func newAanvaller(t *testing.T, editions []uitgegeven) *aanvaller {
	t.Helper()
	a := &aanvaller{t: t, vars: map[[3]int]int{}, known: map[[3]int]bool{}}
	a.each(editions, func(e uitgegeven, i, j int) {
		if c := e.getoond[i][j]; c.Stand == rapportage.Getoond {
			if int(*c.Waarde) != e.waar[i][j] {
				t.Fatalf("cell %d,%d shows %v, the truth is %d", i, j, *c.Waarde, e.waar[i][j])
			}
			a.known[[3]int{i, j, e.waar[i][j]}] = true
		}
	})
	a.each(editions, func(e uitgegeven, i, j int) {
		key := [3]int{i, j, e.waar[i][j]}
		if _, ok := a.vars[key]; !ok && !a.known[key] && e.getoond[i][j].Stand == rapportage.Afgeschermd {
			a.vars[key] = len(a.vars)
		}
	})
	for _, e := range editions {
		rows, cols := len(e.waar), len(e.waar[0])
		for i := range rows {
			a.line(e, func(k int) (int, int) { return i, k }, cols)
		}
		for j := range cols {
			a.line(e, func(k int) (int, int) { return k, j }, rows)
		}
	}
	a.reduce()
	return a
}

func (a *aanvaller) each(editions []uitgegeven, do func(e uitgegeven, i, j int)) {
	for _, e := range editions {
		for i, row := range e.waar {
			for j := range row {
				do(e, i, j)
			}
		}
	}
}

// line says: the cells of a line minus its total make 0, in counts above 1 for what is hidden.
func (a *aanvaller) line(e uitgegeven, place func(int) (int, int), n int) {
	eq := make([]float64, len(a.vars)+1)
	for k := range n {
		i, j := place(k)
		sign := 1.0
		if k == n-1 {
			sign = -1
		}
		if e.getoond[i][j].Stand == rapportage.GeenTotaal {
			return
		}
		value := float64(e.waar[i][j])
		if v, ok := a.vars[[3]int{i, j, e.waar[i][j]}]; ok {
			eq[v] += sign
			value = 1
		}
		eq[len(a.vars)] -= sign * value
	}
	a.rows = append(a.rows, eq)
}

// reduce leaves the equations that say something new, with a right-hand side that is not negative.
func (a *aanvaller) reduce() {
	n, rank := len(a.vars), 0
	for v := 0; v < n && rank < len(a.rows); v++ {
		best := rank
		for r := rank; r < len(a.rows); r++ {
			if math.Abs(a.rows[r][v]) > math.Abs(a.rows[best][v]) {
				best = r
			}
		}
		if math.Abs(a.rows[best][v]) < 1e-9 {
			continue
		}
		a.rows[rank], a.rows[best] = a.rows[best], a.rows[rank]
		for r := range a.rows {
			if f := a.rows[r][v] / a.rows[rank][v]; r != rank && f != 0 {
				for k := range a.rows[r] {
					a.rows[r][k] -= f * a.rows[rank][k]
				}
			}
		}
		rank++
	}
	a.rows = a.rows[:rank]
}

// breedte is how wide the interval is that he finds for a hidden place; 0 when he knows it.
func (a *aanvaller) breedte(i, j, waar int) float64 {
	a.t.Helper()
	v, hidden := a.vars[[3]int{i, j, waar}]
	if !hidden || a.known[[3]int{i, j, waar}] {
		return 0
	}
	if len(a.rows) == 0 {
		return math.Inf(1)
	}
	low, high := a.extreme(v, 1), a.extreme(v, -1)
	return -high - low
}

// extreme minimizes sign times variable v.
func (a *aanvaller) extreme(v int, sign float64) float64 {
	a.t.Helper()
	n := len(a.vars)
	objective := make([]float64, n)
	objective[v] = sign
	if n == len(a.rows) {
		return sign * a.rows[v][n] / a.rows[v][v] // one solution
	}
	matrix := mat.NewDense(len(a.rows), n, nil)
	right := make([]float64, len(a.rows))
	for r, row := range a.rows {
		matrix.SetRow(r, row[:n])
		right[r] = row[n]
	}
	best, _, err := lp.Simplex(objective, matrix, right, 1e-10, nil)
	if errors.Is(err, lp.ErrUnbounded) {
		return math.Inf(-1)
	}
	if err != nil {
		a.t.Fatalf("the solver cannot read what was published: %v", err)
	}
	return best
}

// klein lists the places of the counts that must be hidden.
func klein(grid [][]int, minimum int) [][2]int {
	var list [][2]int
	for i, row := range grid {
		for j, n := range row {
			if n > 0 && n < minimum {
				list = append(list, [2]int{i, j})
			}
		}
	}
	return list
}
