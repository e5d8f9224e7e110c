// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// stuurCSV sends a table as a file that a Dutch spreadsheet opens as it is: UTF-8 with byte order mark, semicolons, decimal commas in the cells.
func (b *bezoek) stuurCSV(naam string, rows [][]string) error {
	var buf bytes.Buffer
	buf.WriteString("\ufeff")
	w := csv.NewWriter(&buf)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = zonderFormule(cell)
		}
		if err := w.Write(safe); err != nil {
			return err
		}
	}
	w.Flush()
	b.w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	b.w.Header().Set("Content-Disposition", `attachment; filename="`+naam+`"`)
	_, err := b.w.Write(buf.Bytes())
	return err
}

// zonderFormule puts a quote before a text that a spreadsheet would carry out (OWASP, CSV injection). A negative number is a number and stays one.
func zonderFormule(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) || negatief(cell) {
		return cell
	}
	return "'" + cell
}

func negatief(cell string) bool {
	return len(cell) > 1 && cell[0] == '-' && strings.Trim(cell[1:], "0123456789,") == "" && strings.Count(cell, ",") <= 1
}
