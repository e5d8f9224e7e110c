// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"dwarsverband/stats"
)

const (
	suppressMaxBytes = 16 << 20
	// The work grows faster than the table: 10,000 cells can take half a minute.
	suppressMaxCells = 10_000
	suppressBOM      = "\ufeff"
)

// tableCSV is a table file as it was read: the fields untouched, so that what stays visible stays the same.
type tableCSV struct {
	comma     rune
	bom, crlf bool
	records   [][]string // header first
	lines     []int      // line of the file where each record starts
}

// tableFaults holds what is wrong with a table file; its text is one line: the first fault and how many follow.
type tableFaults []string

func (f tableFaults) Error() string {
	if len(f) == 1 {
		return f[0]
	}
	return fmt.Sprintf("%s Aantal andere fouten: %d.", f[0], len(f)-1)
}

var errUnreadable = tellUser("het bestand is niet te lezen. Controleer de naam en of het een gewoon, heel bestand is.")

// tellUser is an error for the user: whole Dutch sentences that say what to do.
func tellUser(format string, args ...any) error {
	return tableFaults{fmt.Sprintf(format, args...)}
}

// readTableCSV reads the fields; it says nothing yet about numbers. Errors are in Dutch, for the user.
func readTableCSV(r io.Reader) (*tableCSV, error) {
	data, err := io.ReadAll(io.LimitReader(r, suppressMaxBytes+1))
	if err != nil {
		return nil, errUnreadable
	}
	if len(data) > suppressMaxBytes {
		return nil, tellUser("het bestand is groter dan %d MB. Splits de tabel.", suppressMaxBytes>>20)
	}
	for k, line := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(line) {
			return nil, tellUser("regel %d: het bestand is geen UTF-8. Sla het op als CSV UTF-8.", k+1)
		}
	}
	data, bom := bytes.CutPrefix(data, []byte(suppressBOM))
	c := &tableCSV{comma: ',', bom: bom, crlf: bytes.Contains(data, []byte("\r\n"))}
	if head, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		c.comma = ';'
	}
	fields := csv.NewReader(bytes.NewReader(data))
	fields.Comma, fields.FieldsPerRecord = c.comma, -1
	for {
		record, err := fields.Read()
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			return nil, tellUser("regel %d, teken %d: de aanhalingstekens kloppen niet. Zet tekst tussen twee aanhalingstekens of haal ze weg.", broken.Line, broken.Column)
		}
		line, _ := fields.FieldPos(0)
		c.records, c.lines = append(c.records, record), append(c.lines, line)
	}
}

// place names a field as the user sees it in the file.
func (c *tableCSV) place(row, col int) string {
	place := fmt.Sprintf("regel %d, kolom %d", c.lines[row], col+1)
	if row > 0 && col < len(c.records[0]) {
		place += " (" + quoteShort(c.records[0][col]) + ")"
	}
	return place
}

// table turns the fields into counts, or gives all faults.
func (c *tableCSV) table() (stats.Table, error) {
	if len(c.records) < 3 || len(c.records[0]) < 3 {
		return stats.Table{}, tellUser("regel 1, kolom 1: de tabel is te klein. Geef een kopregel, een kolom met namen, en een laatste regel en kolom met totalen.")
	}
	cols := len(c.records[0])
	if len(c.records)*cols > suppressMaxCells {
		return stats.Table{}, tellUser("regel 1, kolom 1: de tabel heeft meer dan %d cellen. Splits de tabel.", suppressMaxCells)
	}
	var faults tableFaults
	var grid [][]stats.Cell
	for i, record := range c.records {
		if len(record) != cols {
			faults = append(faults, fmt.Sprintf("regel %d, kolom %d: de regel heeft %d kolommen en de kopregel %d. Maak ze gelijk.",
				c.lines[i], min(len(record), cols)+1, len(record), cols))
			continue
		}
		line := make([]stats.Cell, cols)
		for j, field := range record {
			fault := ""
			if i == 0 || j == 0 {
				fault = checkLabel(field)
			} else {
				line[j], fault = parseCount(field)
			}
			if fault != "" {
				faults = append(faults, c.place(i, j)+": "+fault)
			}
		}
		grid = append(grid, line[1:])
	}
	if faults != nil {
		return stats.Table{}, faults
	}
	return stats.TableOf(grid[1:]), nil
}

// checkLabel refuses text that a spreadsheet would run as a formula.
func checkLabel(field string) string {
	if text := strings.TrimSpace(field); text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		return fmt.Sprintf("de naam %s begint met %q en kan een formule zijn. Laat de naam met een letter of cijfer beginnen.", quoteShort(text), text[:1])
	}
	return ""
}

// parseCount reads digits, or "." for no number.
func parseCount(field string) (stats.Cell, string) {
	text := strings.TrimSpace(field)
	if text == "." {
		return stats.Cell{}, ""
	}
	digits := strings.TrimPrefix(text, "-")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return stats.Cell{}, fmt.Sprintf("%s is geen geheel getal. Schrijf alleen cijfers, zonder punt of komma, of een punt als er geen getal is.", quoteShort(text))
	}
	n, err := strconv.Atoi(digits)
	switch {
	case digits != text:
		return stats.Cell{}, fmt.Sprintf("%s is negatief. Geef een aantal van 0 of meer.", quoteShort(text))
	case err != nil || n > stats.MaxCount:
		return stats.Cell{}, fmt.Sprintf("%s is te groot. Geef een aantal tot en met %d.", quoteShort(text), stats.MaxCount)
	}
	return stats.CountCell(n), ""
}

// quoteShort quotes text for a message of one line.
func quoteShort(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		text = string(runes[:40]) + "..."
	}
	return strconv.Quote(text)
}

// explain puts a refusal of stats in Dutch, with the place in the file.
func (c *tableCSV) explain(err error) error {
	var wrong stats.TableError
	if !errors.As(err, &wrong) {
		return tellUser("deze tabel is niet veilig af te schermen, ook niet als de totalen verborgen zijn. Voeg rijen of kolommen samen.")
	}
	var faults tableFaults
	for _, f := range wrong {
		line := "rij"
		if f.Down {
			line = "kolom"
		}
		faults = append(faults, fmt.Sprintf("%s: het totaal is %d, maar de %s telt op tot %d. Verbeter het totaal of een cel.",
			c.place(f.Row+1, f.Col+1), f.Got, line, f.Sum))
	}
	return faults
}

// format writes the table with x in the hidden cells, in the layout of the file that was read.
func (c *tableCSV) format(s stats.Suppressed) ([]byte, error) {
	var b bytes.Buffer
	if c.bom {
		b.WriteString(suppressBOM)
	}
	for i, row := range s.Table.Grid() {
		for j, cell := range row {
			if cell.State() == stats.CellHidden {
				c.records[i+1][j+1] = cell.String()
			}
		}
	}
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = c.comma, c.crlf
	err := w.WriteAll(c.records)
	return b.Bytes(), err
}
