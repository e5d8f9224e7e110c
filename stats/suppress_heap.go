// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

// reachedNode is a node of a shortest-path search with its distance.
type reachedNode struct {
	dist, node int
}

// nodeHeap is a binary heap, nearest node first. container/heap would box every
// entry, and this is the inner loop of the search.
type nodeHeap []reachedNode

func (h *nodeHeap) push(n reachedNode) {
	*h = append(*h, n)
	s := *h
	for k := len(s) - 1; k > 0 && s[k].dist < s[(k-1)/2].dist; k = (k - 1) / 2 {
		s[k], s[(k-1)/2] = s[(k-1)/2], s[k]
	}
}

func (h *nodeHeap) pop() reachedNode {
	s := *h
	top, last := s[0], len(s)-1
	s[0] = s[last]
	s = s[:last]
	for k := 0; ; {
		child := 2*k + 1
		if child+1 < last && s[child+1].dist < s[child].dist {
			child++
		}
		if child >= last || s[k].dist <= s[child].dist {
			break
		}
		s[k], s[child] = s[child], s[k]
		k = child
	}
	*h = s
	return top
}
