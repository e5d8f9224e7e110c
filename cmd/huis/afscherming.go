// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"errors"
	"fmt"

	"dwarsverband/domein/rapportage"
	"dwarsverband/stats"
)

// Afscherm hides counts with stats.Suppress, for reports to the raad.
func Afscherm(raster [][]rapportage.Getal, minimum int) ([][]bool, error) {
	rows, cols := len(raster)-1, len(raster[0])-1
	t := stats.Table{ColTotals: cells(raster[rows][:cols]), Total: cell(raster[rows][cols])}
	for _, row := range raster[:rows] {
		t.Cells = append(t.Cells, cells(row[:cols]))
		t.RowTotals = append(t.RowTotals, cell(row[cols]))
	}
	s, err := stats.Suppress(t, stats.SuppressOptions{Min: minimum})
	if errors.Is(err, stats.ErrNoSafePattern) {
		return nil, fmt.Errorf("%w: %w", rapportage.ErrOnveilig, err)
	}
	if err != nil {
		return nil, err
	}
	mask := make([][]bool, rows+1)
	for i := range mask {
		mask[i] = make([]bool, cols+1)
		for j := range mask[i] {
			mask[i][j] = at(s.Table, i, j).State() == stats.CellHidden
		}
	}
	return mask, nil
}

// at reads a cell or total by its place in the raster.
func at(t stats.Table, i, j int) stats.Cell {
	rows, cols := len(t.Cells), len(t.Cells[0])
	switch {
	case i == rows && j == cols:
		return t.Total
	case i == rows:
		return t.ColTotals[j]
	case j == cols:
		return t.RowTotals[i]
	}
	return t.Cells[i][j]
}

func cells(row []rapportage.Getal) []stats.Cell {
	out := make([]stats.Cell, len(row))
	for j, g := range row {
		out[j] = cell(g)
	}
	return out
}

func cell(g rapportage.Getal) stats.Cell {
	switch g.Stand {
	case rapportage.Tellend:
		return stats.CountCell(g.N)
	case rapportage.Bekend:
		return stats.OpenCell(g.N)
	}
	return stats.Cell{}
}
