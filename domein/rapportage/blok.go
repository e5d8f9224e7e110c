// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"fmt"
	"slices"
	"strings"

	"dwarsverband/domein/cijfer"
)

// atoom is one kind in one period: the smallest thing that a table counts, over all areas. Two blocks that share an atoom could be subtracted from one another, so an
// atoom is published in one block only, and always in the same one.
type atoom struct {
	soort   string
	periode cijfer.Periode
}

// cijferboek looks figures up.
type cijferboek struct {
	cijfers map[cijfer.Cel]cijfer.Cijfer
	open    map[string]bool // by kind: its source publishes it
}

func newCijferboek(list []cijfer.Cijfer, open map[string]bool) cijferboek {
	b := cijferboek{cijfers: make(map[cijfer.Cel]cijfer.Cijfer, len(list)), open: open}
	for _, c := range list {
		b.cijfers[cijfer.Cel{Soort: c.Soort, Gebied: c.Gebied, Periode: c.Periode}] = c
	}
	return b
}

// som adds one kind in one area over periods. One figure that is absent leaves no sum: absent is not zero (invariant I16).
func (b cijferboek) som(k Kolom, gebied string) cel {
	out := cel{open: b.open[k.Soort]}
	for _, p := range k.Perioden {
		c, ok := b.cijfers[cijfer.Cel{Soort: k.Soort, Gebied: gebied, Periode: p}]
		switch {
		case ok && c.Attribuut == cijfer.Geheim:
			return cel{stand: BronGeheim}
		case !ok || c.Waarde == nil:
			out.stand = GeenCijfer
		default:
			out.waarde += *c.Waarde
			out.voorlopig = out.voorlopig || c.Attribuut == cijfer.Voorlopig
		}
	}
	if out.stand != Getoond {
		return cel{stand: out.stand}
	}
	return out
}

// raster gives the true figures of a block with its totals. tel says whether its figures may be added up.
func (b cijferboek) raster(kolommen []Kolom, rijen []Rij, tel bool) [][]cel {
	rows, cols := len(rijen), len(kolommen)
	grid := make([][]cel, rows+1)
	for i := range grid {
		grid[i] = make([]cel, cols+1)
	}
	for i, r := range rijen {
		for j, k := range kolommen {
			grid[i][j] = b.som(k, r.Code)
		}
		grid[i][cols] = totaal(grid[i][:cols], tel)
	}
	for j := range cols + 1 {
		column := make([]cel, rows)
		for i := range rows {
			column[i] = grid[i][j]
		}
		grid[rows][j] = totaal(column, tel)
	}
	return grid
}

// totaal adds cells. One cell alone has no total, and a cell without figure leaves none.
func totaal(cells []cel, tel bool) cel {
	if !tel || len(cells) < 2 {
		return cel{stand: GeenTotaal}
	}
	sum := cel{open: true}
	for _, c := range cells {
		if c.stand != Getoond {
			return cel{stand: GeenTotaal}
		}
		sum.waarde += c.waarde
		sum.voorlopig = sum.voorlopig || c.voorlopig
		sum.open = sum.open && c.open
	}
	return sum
}

// atomen lists what the block counts.
func (b Blok) atomen() []atoom {
	var list []atoom
	for _, k := range b.Kolommen {
		for _, p := range k.Perioden {
			list = append(list, atoom{k.Soort, p})
		}
	}
	return list
}

// sleutel is the same for blocks that count the same things in the same cells.
func (b Blok) sleutel() string {
	var key strings.Builder
	for _, k := range b.Kolommen {
		fmt.Fprintf(&key, "%s%v|", k.Soort, k.Perioden)
	}
	for _, r := range b.Rijen {
		key.WriteString(r.Code + " ")
	}
	return key.String()
}

// zelfde tells whether two blocks count the same things in the same cells.
func (b Blok) zelfde(o Blok) bool { return b.sleutel() == o.sleutel() }

func gelijkeRijen(a, b []Rij) bool {
	return slices.EqualFunc(a, b, func(x, y Rij) bool { return x.Code == y.Code })
}

// begin is the first month that the block counts.
func (b Blok) begin() int {
	first := -1
	for _, k := range b.Kolommen {
		for _, p := range k.Perioden {
			if m := beginmaand(p); first < 0 || m < first {
				first = m
			}
		}
	}
	return first
}
