// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"io"
	"strings"
	"unicode"
)

// Regel is one figure as a source file states it, before it is compared with what is stored.
type Regel struct {
	Lijn        int    // line of a CSV or number of the record in a page, from 1
	Bron        string // code of the source; empty: the source of the whole file
	Gebied      string // CBS code, trimmed
	Soort       string // code of the kind: "misdrijf-1.1.1"
	SoortNaam   string // the name that the file gives the kind; empty when it gives none
	Eenheid     string
	Totaal      bool
	Politie     bool
	Toelichting string // what a reader of the kind must know, such as that it measures police activity
	Periode     Periode
	Waarde      *float64 // nil where the source states no value; never 0 for that
	Attribuut   Attribuut
}

// Weigering is a row that cannot be taken in, and what to do about it.
type Weigering struct {
	Lijn  int
	Kolom string
	Reden string // Dutch, B1
}

// Opties is what a reader must know to make sense of a file.
type Opties struct {
	// Gebieden gives the codes that go by a name, for files that name areas instead of coding them. The key is NormNaam of the name. More than one
	// code is an ambiguous name, which is refused unless the file says the level ("Charlois (Gebied)").
	Gebieden map[string][]string

	Jaar int // the year, for files that do not state it; 0 when nobody gave it
}

// Bestand is a file that a reader has read: where it came from, its rows and the rows it refuses.
type Bestand struct {
	Bron        Bron // as the format knows it; a canonical file names its source in each row
	Regels      []Regel
	Weigeringen []Weigering
}

// Lezer turns a file of one format into rows. A file that is not of that format, is cut off, or is too large gives an Invalid error and no rows; single
// rows that are wrong are refused and the others kept. It never guesses: what it does not know, it refuses with the reason.
type Lezer func(r io.Reader, o Opties) (Bestand, error)

// NormNaam folds a name so that spellings of one area meet: lower case, without blanks, hyphens and points. The police write "Oud Charlois" where
// CBS writes "Oud-Charlois".
func NormNaam(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
