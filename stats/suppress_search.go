// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"errors"
	"math"
	"slices"
)

// Information lost by hiding one cell, in thousandths of a cell: few cells come
// first, small counts second. Readers look at totals first, so a
// row or column total is worth about six cells and the grand total some twenty.
const (
	costCell  = 1_000
	costTotal = 6_000
	costGrand = 20_000
	costBit   = 100 // per doubling of the count
)

// plan is one way to go about the search. None is best for all tables and a run is
// cheap, so all are tried and the pattern that loses least is kept.
type plan struct {
	order      func(g *flowNet, a, b int) int
	cellsFirst bool // several cycles of cells rather than one over a total
}

func plans() []plan {
	smallFirst := func(g *flowNet, a, b int) int { return g.n[a] - g.n[b] }
	largeFirst := func(g *flowNet, a, b int) int { return g.n[b] - g.n[a] }
	return []plan{{smallFirst, true}, {largeFirst, true}, {smallFirst, false}, {largeFirst, false}}
}

// search builds one pattern on a network.
type search struct {
	g     *flowNet
	small []int // primary arcs
	need  int   // width that each of them must have
	cost  []int
	uses  [][]uint64 // per primary: set of arcs that its last proof of width leaned on
	dist  []int
	heap  nodeHeap
}

// primary lists the arcs with 0 < n < minimum that are not openly published.
func (g *flowNet) primary(minimum int) []int {
	var small []int
	for a, n := range g.n {
		if g.usable[a] && !g.free[a] && n < minimum {
			small = append(small, a)
		}
	}
	return small
}

// findPattern gives the cells to hide in the bordered table, or ErrNoSafePattern.
func findPattern(g *flowNet, small []int, need int) ([][]bool, error) {
	var best []bool
	bestCost := math.MaxInt
	for _, p := range plans() {
		s := newSearch(g, small, need)
		if err := s.run(p); err != nil {
			return nil, err
		}
		if c := s.total(); c < bestCost {
			best, bestCost = slices.Clone(g.hidden), c
		}
	}
	g.hideOnly(best)
	if !g.audit(small, need) {
		return nil, errors.New("the pattern found is not safe")
	}
	mask := make([][]bool, g.rows)
	for i := range mask {
		mask[i] = best[i*g.cols : (i+1)*g.cols]
		for j := range mask[i] {
			mask[i][j] = mask[i][j] && !g.free[i*g.cols+j]
		}
	}
	return mask, nil
}

// audit measures every primary arc afresh.
func (g *flowNet) audit(small []int, need int) bool {
	for _, a := range small {
		if !g.hidden[a] {
			return false
		}
		if wide, _ := g.isWide(a, need); !wide {
			return false
		}
	}
	return true
}

// newSearch starts with the primary arcs hidden and all others shown.
func newSearch(g *flowNet, small []int, need int) *search {
	s := &search{
		g: g, small: slices.Clone(small), need: need, cost: newCosts(g),
		uses: make([][]uint64, len(g.n)),
		dist: make([]int, g.rows+g.cols),
	}
	start := slices.Clone(g.free)
	for _, a := range small {
		start[a] = true
	}
	g.hideOnly(start)
	return s
}

// newCosts gives the loss of hiding each arc.
func newCosts(g *flowNet) []int {
	cost := make([]int, len(g.n))
	for a, n := range g.n {
		cost[a] = costCell + int(costBit*math.Log2(float64(1+n)))
		switch {
		case a == len(g.n)-1:
			cost[a] += costGrand - costCell
		case g.isTotal(a):
			cost[a] += costTotal - costCell
		}
	}
	return cost
}

func (s *search) run(p plan) error {
	slices.SortStableFunc(s.small, func(a, b int) int { return p.order(s.g, a, b) })
	for _, a := range s.small {
		for !s.wide(a) {
			if !s.extend(a, true, p.cellsFirst) && !s.extend(a, false, p.cellsFirst) {
				return ErrNoSafePattern
			}
		}
	}
	s.showAgain()
	return nil
}

func (s *search) total() int {
	sum := 0
	for a, hidden := range s.g.hidden {
		if hidden {
			sum += s.cost[a]
		}
	}
	return sum
}

// wide tells whether arc a has the width it needs, and remembers on which arcs that rests.
func (s *search) wide(a int) bool {
	wide, used := s.g.isWide(a, s.need)
	s.uses[a] = used
	return wide
}

// extend hides the cells of the cheapest cycles through a that let it rise (or fall)
// further. It fails only when hiding everything would not help.
func (s *search) extend(a int, up, cellsFirst bool) bool {
	g := s.g
	src, dst := g.ends(a)
	limit := g.n[a] - 1
	if up {
		src, dst = dst, src
		limit = s.need
	}
	reached := g.shift(a, up, limit)
	defer g.reset()
	// What a cycle lets rise it mostly lets fall too, so that is not asked for at first.
	target := limit
	if up {
		target = max(limit-g.n[a]+1, reached+1)
	}
	longer := false
	for reached < min(target, limit) && s.findCycle(a, src, dst, target-reached, cellsFirst) {
		g.walkBack(src, dst, func(b, _ int) {
			if !g.hidden[b] {
				g.hide(b)
			}
		})
		reached += g.push(src, dst, target-reached)
		longer = true
	}
	return longer
}

// findCycle looks for the cheapest cycle with room for want; where there is none, with half
// of that, and so on.
func (s *search) findCycle(a, src, dst, want int, cellsFirst bool) bool {
	if cellsFirst {
		for w := want; w > 0; w /= 2 {
			if s.cheapest(a, src, dst, w, false) {
				return true
			}
		}
	}
	for w := want; w > 0; w /= 2 {
		if s.cheapest(a, src, dst, w, true) {
			return true
		}
	}
	return false
}

// cheapest finds the path from src to dst, not over arc a, with the least information to be
// lost, over arcs that each have room for want (Dijkstra). Without totals it
// takes no total that is not hidden yet.
func (s *search) cheapest(a, src, dst, want int, totals bool) bool {
	g := s.g
	for node := range s.dist {
		s.dist[node] = math.MaxInt
	}
	s.dist[src] = 0
	s.heap = append(s.heap[:0], reachedNode{0, src})
	for len(s.heap) > 0 {
		at := s.heap.pop()
		if at.node == dst {
			return true
		}
		if at.dist > s.dist[at.node] {
			continue
		}
		for _, b := range g.arcs[at.node] {
			next, room := g.room(b, at.node)
			if b == a || room < want {
				continue
			}
			d := at.dist + 1 // of paths without loss the shortest
			if !g.hidden[b] {
				if !totals && g.isTotal(b) {
					continue
				}
				d += s.cost[b]
			}
			if d < s.dist[next] {
				s.dist[next], g.from[next] = d, b
				s.heap.push(reachedNode{d, next})
			}
		}
	}
	return false
}

// showAgain shows each secondary cell that no primary needs, dearest first. Only
// primaries whose proof leaned on the cell are measured again.
func (s *search) showAgain() {
	g := s.g
	var secondary []int
	for a, hidden := range g.hidden {
		if hidden && !g.free[a] && s.uses[a] == nil {
			secondary = append(secondary, a)
		}
	}
	slices.SortStableFunc(secondary, func(a, b int) int { return s.cost[b] - s.cost[a] })
	for _, b := range secondary {
		g.hidden[b] = false
		for _, a := range s.small {
			if s.uses[a][b/64]&(1<<(b%64)) != 0 && !s.wide(a) {
				g.hidden[b] = true
				s.wide(a)
				break
			}
		}
	}
}
