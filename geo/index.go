// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import "math"

// Index finds the area in which a point lies. It is a grid over all areas: each
// cell knows which areas lie over it, and of each whether it covers the whole
// cell, in which case no border needs to be looked at. An Index is read only
// and may be used by several goroutines.
type Index struct {
	shapes     []MultiPolygon
	box        Box
	size       float64
	cols, rows int
	start      []int32
	entries    []indexEntry
}

// indexEntry says that an area lies over a cell. Whole areas are stored as
// their complement, which keeps an entry at four bytes.
type indexEntry int32

const maxCells = 1 << 20

// NewIndex builds the index; it keeps the shapes and does not copy them.
func NewIndex(shapes []MultiPolygon) *Index {
	ix := &Index{shapes: shapes, box: EmptyBox()}
	edges := 0
	for _, mp := range shapes {
		ix.box = ix.box.Union(Bounds(mp))
		for _, rings := range mp {
			for _, ring := range rings {
				edges += len(ring)
			}
		}
	}
	if ix.box.Empty() {
		return ix
	}
	cells := float64(min(max(edges, 256), maxCells))
	ix.size = max(math.Sqrt(ix.box.Width()*ix.box.Height()/cells), max(ix.box.Width(), ix.box.Height())/cells, 1e-3)
	ix.cols = int(ix.box.Width()/ix.size) + 1
	ix.rows = int(ix.box.Height()/ix.size) + 1
	ix.fill()
	return ix
}

// fill puts the areas into the cells: once to count, once to place, so that the
// entries of a cell lie together and in the order of the areas.
func (ix *Index) fill() {
	g := &gridFiller{ix: ix, stamp: make([]int32, ix.cols*ix.rows)}
	ix.start = make([]int32, ix.cols*ix.rows+1)
	for i := range ix.shapes {
		g.visit(i, func(cell int, _ bool) { ix.start[cell+1]++ })
	}
	for c := 1; c < len(ix.start); c++ {
		ix.start[c] += ix.start[c-1]
	}
	ix.entries = make([]indexEntry, ix.start[len(ix.start)-1])
	next := append([]int32(nil), ix.start...)
	clear(g.stamp)
	for i := range ix.shapes {
		g.visit(i, func(cell int, whole bool) {
			e := indexEntry(i)
			if whole {
				e = ^e
			}
			ix.entries[next[cell]] = e
			next[cell]++
		})
	}
}

// Find gives the place, in the slice given to NewIndex, of the area that
// contains the point, or -1. Where areas overlap the first one is given.
func (ix *Index) Find(x, y float64) int {
	if ix.box.Empty() || !(x >= ix.box.MinX && x <= ix.box.MaxX && y >= ix.box.MinY && y <= ix.box.MaxY) {
		return -1
	}
	cell := ix.row(y)*ix.cols + ix.col(x)
	for _, e := range ix.entries[ix.start[cell]:ix.start[cell+1]] {
		if e < 0 {
			return int(^e)
		}
		if Contains(ix.shapes[e], x, y) {
			return int(e)
		}
	}
	return -1
}

func (ix *Index) col(x float64) int {
	return min(max(int((x-ix.box.MinX)/ix.size), 0), ix.cols-1)
}

func (ix *Index) row(y float64) int {
	return min(max(int((y-ix.box.MinY)/ix.size), 0), ix.rows-1)
}

// gridFiller walks the cells under one area. The stamp of a cell holds the
// number (from 1) of the last area that was reported there.
type gridFiller struct {
	ix    *Index
	stamp []int32
	cross []float64
}

// visit reports each cell under area i once: first those that a border runs
// through, then those that lie wholly inside.
func (g *gridFiller) visit(i int, report func(cell int, whole bool)) {
	mp := g.ix.shapes[i]
	for _, rings := range mp {
		for _, ring := range rings {
			for k := 1; k < len(ring); k++ {
				g.border(ring[k-1], ring[k], int32(i+1), report)
			}
		}
	}
	for _, rings := range mp {
		g.inside(rings, int32(i+1), report)
	}
}

// border reports the cells that an edge may touch, a hair more than it does:
// an extra cell costs one test later, a missing one would be an error.
func (g *gridFiller) border(a, b [2]float64, mark int32, report func(int, bool)) {
	if a[1] > b[1] {
		a, b = b, a
	}
	ix, hair := g.ix, g.ix.size*1e-6
	for row := ix.row(a[1] - hair); row <= ix.row(b[1]+hair); row++ {
		low := ix.box.MinY + float64(row)*ix.size - hair
		xa, xb := a[0], b[0]
		if b[1]-a[1] > 2*hair {
			slope := (b[0] - a[0]) / (b[1] - a[1])
			xa = a[0] + slope*(min(max(low, a[1]), b[1])-a[1])
			xb = a[0] + slope*(min(max(low+ix.size+2*hair, a[1]), b[1])-a[1])
		}
		for col := ix.col(min(xa, xb) - hair); col <= ix.col(max(xa, xb)+hair); col++ {
			g.report(row*ix.cols+col, false, mark, report)
		}
	}
}

// inside reports the cells whose centre lies in the polygon and that no border
// of the area runs through.
func (g *gridFiller) inside(rings [][][2]float64, mark int32, report func(int, bool)) {
	ix := g.ix
	box := Bounds(MultiPolygon{rings})
	if box.Empty() {
		return
	}
	for row := ix.row(box.MinY); row <= ix.row(box.MaxY); row++ {
		y := ix.box.MinY + (float64(row)+0.5)*ix.size
		g.cross = rowCrossings(rings, y, g.cross[:0])
		for k := 1; k < len(g.cross); k += 2 {
			for col := ix.col(g.cross[k-1]); col <= ix.col(g.cross[k]); col++ {
				if x := ix.box.MinX + (float64(col)+0.5)*ix.size; x > g.cross[k-1] && x < g.cross[k] {
					g.report(row*ix.cols+col, true, mark, report)
				}
			}
		}
	}
}

func (g *gridFiller) report(cell int, whole bool, mark int32, report func(int, bool)) {
	if g.stamp[cell] != mark {
		g.stamp[cell] = mark
		report(cell, whole)
	}
}
