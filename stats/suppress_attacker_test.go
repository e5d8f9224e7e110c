// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "slices"

// attacker solves for hidden cells with nothing but what is published and what it
// knows from elsewhere. It shares no code with the network of the product: it is an exact
// simplex method in whole numbers. The equations of a two-way table are totally
// unimodular, so that all entries stay -1, 0 or 1 and every corner is a whole number.
type attacker struct {
	column map[[2]int]int // hidden place -> variable
	tab    [][]int        // rows of coefficients, right hand side last
	basis  []int          // per row its basic variable
	vars   int
	floor  int
}

// newAttacker reads a published table. known holds the values of absent inner cells; floor is
// the smallest value that a hidden cell can have: 0, or 1 for who knows that a 0 is never hidden.
func newAttacker(s Suppressed, known map[[2]int]int, floor int) *attacker {
	grid := s.Table.Grid()
	rows, cols := len(grid), len(grid[0])
	at := &attacker{column: map[[2]int]int{}, floor: floor}
	for i, row := range grid {
		for j, c := range row {
			total := i == rows-1 || j == cols-1
			if c.State() == CellHidden || c.State() == CellAbsent && total {
				at.column[[2]int{i, j}] = at.vars
				at.vars++
			}
		}
	}
	// Each line says: its cells minus its total make 0.
	line := func(places [][2]int) {
		eq := make([]int, at.vars+1)
		for k, p := range places {
			sign := 1
			if k == len(places)-1 {
				sign = -1
			}
			value, shown := grid[p[0]][p[1]].Value()
			if v, hidden := at.column[p]; hidden {
				eq[v] += sign
				value = at.least(grid[p[0]][p[1]])
			} else if !shown {
				value = known[p]
			}
			eq[at.vars] -= sign * value
		}
		at.tab = append(at.tab, eq)
	}
	for i := range rows {
		var places [][2]int
		for j := range cols {
			places = append(places, [2]int{i, j})
		}
		line(places)
	}
	for j := range cols {
		var places [][2]int
		for i := range rows {
			places = append(places, [2]int{i, j})
		}
		line(places)
	}
	at.start()
	return at
}

// least is the value that a variable is counted from.
func (at *attacker) least(c Cell) int {
	if c.State() == CellHidden {
		return at.floor
	}
	return 0
}

// start finds a first corner: it adds one artificial variable per equation and drives
// their sum to 0, then drops them and the equations that said nothing new.
func (at *attacker) start() {
	m, n := len(at.tab), at.vars
	wide := make([][]int, m)
	at.basis = make([]int, m)
	for r, eq := range at.tab {
		wide[r] = make([]int, n+m+1)
		sign := 1
		if eq[n] < 0 {
			sign = -1
		}
		for v := range n {
			wide[r][v] = sign * eq[v]
		}
		wide[r][n+r] = 1
		wide[r][n+m] = sign * eq[n]
		at.basis[r] = n + r
	}
	at.tab, at.vars = wide, n+m
	for at.enter(at.towardsZero(n)) {
	}
	at.dropArtificial(n)
}

// towardsZero gives the first of n variables that lowers the sum of the artificial ones, or -1.
func (at *attacker) towardsZero(n int) int {
	for v := range n {
		gain := 0
		for r, b := range at.basis {
			if b >= n {
				gain += at.tab[r][v]
			}
		}
		if gain > 0 {
			return v
		}
	}
	return -1
}

func (at *attacker) dropArtificial(n int) {
	var tab [][]int
	var basis []int
	for r := range at.tab {
		if at.basis[r] >= n {
			if at.tab[r][at.vars] != 0 {
				panic("the published table contradicts itself")
			}
			v := slices.IndexFunc(at.tab[r][:n], func(x int) bool { return x != 0 })
			if v < 0 {
				continue
			}
			at.pivot(r, v)
		}
	}
	for r, row := range at.tab {
		if at.basis[r] < n {
			tab = append(tab, append(slices.Clone(row[:n]), row[at.vars]))
			basis = append(basis, at.basis[r])
		}
	}
	at.tab, at.basis, at.vars = tab, basis, n
}

// enter brings variable v into the basis by Bland's rule; false for v = -1 or if v can grow for ever.
func (at *attacker) enter(v int) bool {
	if v < 0 {
		return false
	}
	leave := -1
	for r, row := range at.tab {
		if row[v] <= 0 {
			continue
		}
		if leave >= 0 {
			was, is := at.tab[leave][at.vars], row[at.vars]
			if is > was || is == was && at.basis[r] > at.basis[leave] {
				continue
			}
		}
		leave = r
	}
	if leave < 0 {
		return false
	}
	at.pivot(leave, v)
	return true
}

func (at *attacker) pivot(leave, v int) {
	lead := at.tab[leave]
	if lead[v] < 0 {
		for k := range lead {
			lead[k] = -lead[k]
		}
	}
	for r, row := range at.tab {
		if f := row[v]; r != leave && f != 0 {
			for k := range row {
				row[k] -= f * lead[k]
			}
		}
	}
	at.basis[leave] = v
}

// extreme is the largest or smallest value of variable k, counted from its floor.
func (at *attacker) extreme(k int, largest bool) int {
	for {
		r, v := slices.Index(at.basis, k), k
		if r < 0 && !largest {
			return 0
		}
		if r >= 0 {
			v = at.improving(r, k, largest)
		}
		if v < 0 {
			return at.tab[r][at.vars]
		}
		if !at.enter(v) {
			return Unbounded
		}
	}
}

// improving gives the first variable that moves k, basic in row r, the wanted way, or -1.
func (at *attacker) improving(r, k int, largest bool) int {
	for v, x := range at.tab[r][:at.vars] {
		if v != k && (largest && x < 0 || !largest && x > 0) {
			return v
		}
	}
	return -1
}

// interval is what the attacker finds for a hidden place.
func (at *attacker) interval(i, j int) Interval {
	k := at.column[[2]int{i, j}]
	v := Interval{at.extreme(k, false) + at.floor, at.extreme(k, true)}
	if v.Hi != Unbounded {
		v.Hi += at.floor
	}
	return v
}
