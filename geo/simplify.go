// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import "slices"

// Simplify makes the borders of areas lighter: no dropped point lies further
// than tolerance (metres) from the new border. A border between two areas is
// made lighter once and given to both, so neighbours keep fitting without gaps
// or overlaps, provided that both have the same points on it, as the areas of
// one file have. Points where three or more borders meet stay, every ring
// stays, and a ring that would cross itself or collapse keeps more points.
//
// Borders are cut into arcs where they meet (as TopoJSON does) and each arc is
// simplified by Douglas and Peucker (1973). The areas given are not changed.
func Simplify(areas []MultiPolygon, tolerance float64) []MultiPolygon {
	n := newNet(areas)
	for i := range n.arcs {
		n.arcs[i].tolerance = tolerance
		n.arcs[i].light = lighten(n.arcs[i].points, tolerance)
	}
	out := make([]MultiPolygon, len(areas))
	const rounds = 6
	for round := range rounds {
		again := map[int32]bool{}
		for i := range areas {
			var bad []int32
			if out[i], bad = n.build(i); len(bad) > 0 {
				for _, a := range bad {
					again[a] = true
				}
			}
		}
		if len(again) == 0 {
			break
		}
		for a := range again {
			arc := &n.arcs[a]
			if arc.tolerance /= 4; round >= rounds-2 {
				arc.tolerance = 0
			}
			arc.light = lighten(arc.points, arc.tolerance)
		}
	}
	return out
}

// arc is a stretch of border between two points where borders meet, or a whole
// ring that meets no other.
type arc struct {
	points    [][2]float64
	light     [][2]float64
	tolerance float64
}

// arcUse is one arc in a ring, possibly run through from end to start.
type arcUse struct {
	arc     int32
	reverse bool
}

// net is a set of areas as arcs that neighbours share.
type net struct {
	arcs    []arc
	rings   [][][][]arcUse // area > polygon > ring > arcs
	checker ringChecker
	ids     map[[2]float64]int32
	nodes   []netNode
	known   map[[2]int32]int32 // first two points of an arc > arc
}

// netNode is a point with the two neighbours that it has along a ring, lower
// first. A point that has other neighbours in another ring is a junction.
type netNode struct {
	low, high int32
	seen      bool
	junction  bool
}

func newNet(areas []MultiPolygon) *net {
	total := 0
	for _, mp := range areas {
		for _, rings := range mp {
			for _, ring := range rings {
				total += len(ring)
			}
		}
	}
	n := &net{ids: make(map[[2]float64]int32, total/2), known: map[[2]int32]int32{}}
	numbered := make([][][][]int32, len(areas))
	for i, mp := range areas {
		numbered[i] = make([][][]int32, len(mp))
		for j, rings := range mp {
			numbered[i][j] = make([][]int32, len(rings))
			for k, ring := range rings {
				numbered[i][j][k] = n.number(ring)
			}
		}
	}
	points := make([][2]float64, len(n.ids))
	for p, id := range n.ids {
		points[id] = p
	}
	n.rings = make([][][][]arcUse, len(areas))
	for i, polygons := range numbered {
		n.rings[i] = make([][][]arcUse, len(polygons))
		for j, rings := range polygons {
			for _, ring := range rings {
				n.rings[i][j] = append(n.rings[i][j], n.cut(ring, points))
			}
		}
	}
	return n
}

// number gives the points of a ring, without the closing one, their numbers and
// marks junctions.
func (n *net) number(ring [][2]float64) []int32 {
	if len(ring) == 0 {
		return nil
	}
	ids := make([]int32, 0, len(ring)-1)
	for _, p := range ring[:len(ring)-1] {
		id, ok := n.ids[p]
		if !ok {
			id = int32(len(n.nodes))
			n.ids[p] = id
			n.nodes = append(n.nodes, netNode{})
		}
		ids = append(ids, id)
	}
	for i, id := range ids {
		a, b := ids[(i+len(ids)-1)%len(ids)], ids[(i+1)%len(ids)]
		node := &n.nodes[id]
		if low, high := min(a, b), max(a, b); !node.seen {
			node.low, node.high, node.seen = low, high, true
		} else if node.low != low || node.high != high {
			node.junction = true
		}
	}
	return ids
}

// cut divides a ring at its junctions. A ring without junctions starts at its
// lowest number, so that an enclave and the hole around it are the same arc.
func (n *net) cut(ids []int32, points [][2]float64) []arcUse {
	if len(ids) == 0 {
		return nil
	}
	start := slices.IndexFunc(ids, func(id int32) bool { return n.nodes[id].junction })
	if start < 0 {
		start = slices.Index(ids, slices.Min(ids))
	}
	run := slices.Concat(ids[start:], ids[:start], ids[start:start+1])
	var uses []arcUse
	from := 0
	for i := 1; i < len(run); i++ {
		if i == len(run)-1 || n.nodes[run[i]].junction {
			uses = append(uses, n.use(run[from:i+1], points))
			from = i
		}
	}
	return uses
}

// use finds or makes the arc along the numbers. The direction in which an arc
// is kept depends on its points only; its first two points name it, because a
// point between junctions has no other arc through it.
func (n *net) use(ids []int32, points [][2]float64) arcUse {
	last := len(ids) - 1
	reverse := ids[0] > ids[last] || ids[0] == ids[last] && ids[1] > ids[last-1]
	key := [2]int32{ids[0], ids[1]}
	if reverse {
		key = [2]int32{ids[last], ids[last-1]}
	}
	at, ok := n.known[key]
	if !ok {
		at = int32(len(n.arcs))
		n.known[key] = at
		line := make([][2]float64, len(ids))
		for i, id := range ids {
			line[i] = points[id]
		}
		if reverse {
			slices.Reverse(line)
		}
		n.arcs = append(n.arcs, arc{points: line})
	}
	return arcUse{at, reverse}
}

// build puts area i together from the lighter arcs. It gives the arcs of rings
// that went wrong.
func (n *net) build(i int) (MultiPolygon, []int32) {
	mp := make(MultiPolygon, len(n.rings[i]))
	var flat [][][2]float64
	var bad, all []int32
	for j, rings := range n.rings[i] {
		mp[j] = make([][][2]float64, len(rings))
		for k, uses := range rings {
			ring := n.ring(uses)
			mp[j][k] = ring
			flat = append(flat, ring)
			collapsed := len(ring) < 4 || (signedArea(ring) > 0) != (k == 0)
			for _, u := range uses {
				all = append(all, u.arc)
				if collapsed {
					bad = append(bad, u.arc)
				}
			}
		}
	}
	if len(bad) == 0 {
		if kind, _ := n.checker.findCrossing(flat); kind != clean {
			return mp, all
		}
	}
	return mp, bad
}

func (n *net) ring(uses []arcUse) [][2]float64 {
	var ring [][2]float64
	for _, u := range uses {
		line := n.arcs[u.arc].light
		if len(ring) > 0 {
			ring = ring[:len(ring)-1] // the next arc starts with this point
		}
		at := len(ring)
		ring = append(ring, line...)
		if u.reverse {
			slices.Reverse(ring[at:])
		}
	}
	return ring
}
