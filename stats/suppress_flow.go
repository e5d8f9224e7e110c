// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"fmt"
	"math"
)

// Unbounded is the Hi of an Interval without an upper end.
const Unbounded = math.MaxInt

// flowInf stands for "as much as you like"; two of them still fit in an int.
const flowInf = 1 << 60

// Interval holds the whole numbers Lo to Hi that a cell can have for an attacker.
type Interval struct {
	Lo, Hi int
}

// Width is Hi - Lo, or Unbounded.
func (v Interval) Width() int {
	if v.Hi == Unbounded {
		return Unbounded
	}
	return v.Hi - v.Lo
}

// Intervals gives, for the true table t and a mask of hidden cells, what the attacker
// of Suppress can find out about each cell: exactly, as every number in the
// interval occurs in some table that agrees with all that is published. The mask and
// the answer have R+1 rows and C+1 columns, totals last. A cell that is not
// hidden has a width of 0; an absent cell gets 0 to Unbounded.
//
// Errors: TableError, or a mask of another shape or on a cell that is never
// hidden (open, absent or 0).
func Intervals(t Table, hidden [][]bool) ([][]Interval, error) {
	grid, err := checkTable(t)
	if err != nil {
		return nil, fmt.Errorf("intervals: %w", err)
	}
	g := newFlowNet(grid)
	if err := g.hideMask(hidden); err != nil {
		return nil, fmt.Errorf("intervals: %w", err)
	}
	out := make([][]Interval, g.rows)
	for i := range out {
		out[i] = make([]Interval, g.cols)
		for j := range out[i] {
			a := i*g.cols + j
			switch {
			case g.free[a] || g.grid[i][j].state == CellAbsent:
				out[i][j] = Interval{0, Unbounded}
			case g.hidden[a]:
				out[i][j] = g.interval(a)
			default:
				out[i][j] = Interval{g.n[a], g.n[a]}
			}
		}
	}
	return out, nil
}

// flowNet is a bordered table as a circulation. Each row and each column, the
// line of totals included, is a node; each cell an arc. An ordinary cell and the
// grand total run from row to column, a row or column total back from column
// to row, so that "flow in = flow out" says exactly that the line adds up.
// A hidden cell may rise without end and fall to 1; others stand still. A cycle of
// hidden arcs is therefore a change that the attacker cannot see.
type flowNet struct {
	rows, cols int // of the bordered table
	grid       [][]Cell
	n          []int   // true count per arc
	largest    int     // of n
	tail, head []int   // node where each arc starts and arrives
	delta      []int   // change of the flow under study
	touched    []int   // arcs with a delta that may differ from 0
	hidden     []bool  // arcs that the attacker does not know
	free       []bool  // totals that nobody publishes: unknown from the start, without limits
	usable     []bool  // arcs that may be hidden, or are already
	arcs       [][]int // per node: usable arcs
	open       [][]int // per node: arcs that are or were hidden; a short list for the searches
	seen       []int   // per node: last visit
	visit      int
	from       []int // per node: arc by which a search came
	queue      []int
}

// newFlowNet builds the network of a checked bordered table, with nothing hidden.
func newFlowNet(grid [][]Cell) *flowNet {
	rows, cols := len(grid), len(grid[0])
	size, nodes := rows*cols, rows+cols
	g := &flowNet{
		rows: rows, cols: cols, grid: grid,
		n: make([]int, size), tail: make([]int, size), head: make([]int, size), delta: make([]int, size),
		hidden: make([]bool, size), free: make([]bool, size), usable: make([]bool, size),
		arcs: make([][]int, nodes), open: make([][]int, nodes),
		seen: make([]int, nodes), from: make([]int, nodes), queue: make([]int, 0, nodes),
	}
	for a := range g.n {
		i, j := a/cols, a%cols
		c := grid[i][j]
		g.n[a] = c.n
		g.largest = max(g.largest, c.n)
		g.free[a] = c.state == CellAbsent && g.isTotal(a)
		g.tail[a], g.head[a] = i, rows+j
		if g.isTotal(a) && a != size-1 {
			g.tail[a], g.head[a] = rows+j, i
		}
		g.usable[a] = g.free[a] || c.state == CellCount && c.n > 0
		if g.usable[a] {
			g.arcs[i] = append(g.arcs[i], a)
			g.arcs[rows+j] = append(g.arcs[rows+j], a)
		}
	}
	g.hideOnly(g.free)
	return g
}

func (g *flowNet) hideMask(mask [][]bool) error {
	if len(mask) != g.rows {
		return fmt.Errorf("mask has %d rows, want %d", len(mask), g.rows)
	}
	for i, row := range mask {
		if len(row) != g.cols {
			return fmt.Errorf("mask row %d has %d columns, want %d", i+1, len(row), g.cols)
		}
		for j, h := range row {
			a := i*g.cols + j
			if h && (!g.usable[a] || g.free[a]) {
				return fmt.Errorf("mask hides row %d, column %d, which is never hidden (open, absent or 0)", i+1, j+1)
			}
			if h {
				g.hide(a)
			}
		}
	}
	return nil
}

func (g *flowNet) hide(a int) {
	g.hidden[a] = true
	g.open[a/g.cols] = append(g.open[a/g.cols], a)
	g.open[g.rows+a%g.cols] = append(g.open[g.rows+a%g.cols], a)
}

// hideOnly hides the marked arcs and shows all others.
func (g *flowNet) hideOnly(marked []bool) {
	for node := range g.open {
		g.open[node] = g.open[node][:0]
	}
	clear(g.hidden)
	for a, h := range marked {
		if h {
			g.hide(a)
		}
	}
}

// isTotal tells whether the arc is a row, column or grand total.
func (g *flowNet) isTotal(a int) bool {
	return a/g.cols == g.rows-1 || a%g.cols == g.cols-1
}

// ends gives the nodes where the arc starts and arrives.
func (g *flowNet) ends(a int) (tail, head int) {
	return g.tail[a], g.head[a]
}

// room is how far the count of arc a may still rise (leaving its tail) or fall
// (leaving its head), and where that leads to.
func (g *flowNet) room(a, node int) (next, room int) {
	tail, head := g.ends(a)
	if node == tail || g.free[a] {
		return tail + head - node, flowInf
	}
	return tail, g.n[a] + g.delta[a] - 1
}

// interval finds both ends for a hidden arc.
func (g *flowNet) interval(a int) Interval {
	v := Interval{Lo: g.n[a] - g.shift(a, false, g.n[a]-1)}
	g.reset()
	v.Hi = Unbounded
	if up := g.shift(a, true, flowInf); up < flowInf {
		v.Hi = g.n[a] + up
	}
	g.reset()
	return v
}

// isWide tells whether hidden arc a has an interval of width need or more, and
// gives the set of arcs, as bits, that took part in the flows that show it.
func (g *flowNet) isWide(a, need int) (wide bool, used []uint64) {
	used = make([]uint64, (len(g.n)+63)/64)
	width := 0
	for _, up := range []bool{false, true} {
		limit := need - width
		if !up {
			limit = min(limit, g.n[a]-1)
		}
		width += g.shift(a, up, limit)
		for _, b := range g.touched {
			used[b/64] |= 1 << (b % 64)
		}
		g.reset()
	}
	return width >= need, used
}

// shift finds how far arc a can rise (or fall), up to limit: the largest flow
// from its head back to its tail (or the reverse) through other hidden arcs. The
// flow stays in delta until reset.
func (g *flowNet) shift(a int, up bool, limit int) int {
	tail, head := g.ends(a)
	src, dst := tail, head
	if up {
		src, dst = head, tail
	}
	total := 0
	g.hidden[a] = false
	// Thick paths first; no path over a falling arc has more room than the largest count.
	for w := limit; w > 0; w = min(w/2, g.largest) {
		for limit-total >= w && g.findPath(src, dst, w) {
			total += g.push(src, dst, limit-total)
		}
	}
	g.hidden[a] = true
	return total
}

// reset takes back all changes of flow.
func (g *flowNet) reset() {
	for _, a := range g.touched {
		g.delta[a] = 0
	}
	g.touched = g.touched[:0]
}

// findPath looks, breadth first, for a path over hidden arcs that all have room for want.
func (g *flowNet) findPath(src, dst, want int) bool {
	g.visit++
	g.seen[src] = g.visit
	g.queue = append(g.queue[:0], src)
	for k := 0; k < len(g.queue); k++ {
		node := g.queue[k]
		for _, a := range g.open[node] {
			if !g.hidden[a] {
				continue
			}
			next, room := g.room(a, node)
			if room < want || g.seen[next] == g.visit {
				continue
			}
			g.seen[next], g.from[next] = g.visit, a
			if next == dst {
				return true
			}
			g.queue = append(g.queue, next)
		}
	}
	return false
}

// push sends as much as fits, up to limit, along the path in from.
func (g *flowNet) push(src, dst, limit int) int {
	amount := limit
	g.walkBack(src, dst, func(a, node int) {
		_, room := g.room(a, node)
		amount = min(amount, room)
	})
	g.walkBack(src, dst, func(a, node int) {
		if tail, _ := g.ends(a); tail == node {
			g.delta[a] += amount
		} else {
			g.delta[a] -= amount
		}
		g.touched = append(g.touched, a)
	})
	return amount
}

// walkBack visits the arcs of the path in from, each with the node that it leaves.
func (g *flowNet) walkBack(src, dst int, visit func(a, node int)) {
	for node := dst; node != src; {
		a := g.from[node]
		tail, head := g.ends(a)
		node = tail + head - node
		visit(a, node)
	}
}
