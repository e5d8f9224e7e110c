// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CSV is text in columns. A row is one physical line, as in every file of CBS and the police: a cell that runs on to the next line is a fault of that
// row, so one stray quote cannot swallow the rows below it.
type CSV struct {
	Kop []string // names in the header, trimmed

	t      *Tekst
	r      *bufio.Reader
	sep    byte
	lijn   int
	rijen  int
	cellen []string
	regel  []byte
}

// Rij is one line of a CSV.
type Rij struct {
	Lijn   int      // physical line, from 1
	Cellen []string // as many as the header has; valid until the next row
	Fout   string   // why the line is no row; then Cellen is nil
}

// OpenCSV reads the header and finds out whether ; or , separates.
func OpenCSV(t *Tekst) (*CSV, error) {
	c := &CSV{t: t, r: bufio.NewReaderSize(t, 64<<10)}
	for {
		line, _, err := c.line()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil, t.Leeg()
			}
			return nil, err
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		c.sep = Scheiding(line)
		cellen, _, fout := splits(line, c.sep, nil)
		if fout != "" {
			return nil, t.Fout(fmt.Sprintf("regel %d", c.lijn), "De regel met kolomnamen klopt niet. "+fout)
		}
		for _, cel := range cellen {
			c.Kop = append(c.Kop, strings.TrimSpace(cel))
		}
		return c, nil
	}
}

// Scheiding gives the separator of a header line: the first ; or , outside quotes, and ; where there is none.
func Scheiding(line string) byte {
	quoted := false
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '"':
			quoted = !quoted
		case ';', ',':
			if !quoted {
				return line[i]
			}
		}
	}
	return ';'
}

// Next gives the next row, or io.EOF. Empty lines are passed over. A last line that is not finished is the error of a cut file.
func (c *CSV) Next() (Rij, error) {
	for {
		line, heel, err := c.line()
		if err != nil {
			return Rij{}, err
		}
		if strings.TrimSpace(line) == "" || heel && strings.Trim(line, " \t;,\"") == "" || isBronregel(line) {
			continue
		}
		if c.rijen++; c.rijen > maxRijen {
			return Rij{}, c.t.teVeelRijen()
		}
		cellen, open, fout := splits(line, c.sep, c.cellen[:0])
		c.cellen = cellen
		if !heel && (open || len(cellen) < len(c.Kop) || line[0] == '"' && line[len(line)-1] == c.sep) {
			return Rij{}, c.t.Afgekapt()
		}
		switch {
		case fout != "":
			return Rij{Lijn: c.lijn, Fout: fout}, nil
		case len(cellen) != len(c.Kop):
			fout = fmt.Sprintf("Deze regel heeft %d kolommen; de eerste regel heeft er %d. Zet de waarden in de goede kolommen.", len(cellen), len(c.Kop))
			return Rij{Lijn: c.lijn, Fout: fout}, nil
		}
		return Rij{Lijn: c.lijn, Cellen: cellen}, nil
	}
}

// isBronregel knows the line below a table that names its source ("Bron: CBS"), which some downloads of StatLine have.
func isBronregel(line string) bool {
	line = strings.TrimLeft(line, `" `)
	return strings.HasPrefix(line, "Bron: ") || strings.HasPrefix(line, "©")
}

// line gives the next line without its end, and whether that end was there.
func (c *CSV) line() (line string, heel bool, err error) {
	c.regel = c.regel[:0]
	for {
		deel, err := c.r.ReadSlice('\n')
		c.regel = append(c.regel, deel...)
		switch {
		case len(c.regel) > maxRij:
			return "", false, c.t.teLang(c.lijn + 1)
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(c.regel) == 0):
			return "", false, err
		}
		c.lijn++
		return string(bytes.TrimRight(c.regel, "\r\n")), err == nil, nil
	}
}

const leesteken = "Een aanhalingsteken (\") staat op een verkeerde plaats. Zet om de hele cel aanhalingstekens, of haal ze weg."

// splits cuts a line into cells, which it appends to dst. open says that a quote was not closed.
func splits(line string, sep byte, dst []string) (cellen []string, open bool, fout string) {
	for {
		if line == "" || line[0] != '"' {
			cel, rest, meer := strings.Cut(line, string(sep))
			if strings.Contains(cel, `"`) {
				fout = leesteken
			}
			dst = append(dst, cel)
			if !meer {
				return dst, false, fout
			}
			line = rest
			continue
		}
		einde := sluit(line)
		if einde < 0 {
			return append(dst, line[1:]), true, "Een cel begint met een aanhalingsteken (\") en wordt niet gesloten. Sluit de cel op dezelfde regel."
		}
		cel := line[1:einde]
		if strings.Contains(cel, `"`) {
			cel = strings.ReplaceAll(cel, `""`, `"`)
		}
		dst = append(dst, cel)
		line = line[einde+1:]
		switch {
		case line == "":
			return dst, false, fout
		case line[0] != sep:
			fout = leesteken
			_, line, _ = strings.Cut(line, string(sep))
		default:
			line = line[1:]
		}
	}
}

// sluit gives the place of the quote that closes the cell at the start of line, or -1.
func sluit(line string) int {
	for i := 1; i < len(line); i++ {
		if line[i] != '"' {
			continue
		}
		if i+1 < len(line) && line[i+1] == '"' {
			i++
			continue
		}
		return i
	}
	return -1
}
