// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strings"
)

// Afscherm gives which counts of a table must be hidden, small ones and those that would give them away, so that whoever knows all that is shown finds for each small
// count an interval of whole numbers at least twice minimum wide. raster has the totals in its last row and column; the answer has the same shape.
//
// Errors: ErrOnveilig where hiding everything would not be enough.
type Afscherm func(raster [][]Getal, minimum int) ([][]bool, error)

// ErrOnveilig refuses a table.
var ErrOnveilig = errors.New("rapportage: no safe way to show this table")

// Getal is one count as Afscherm sees it.
type Getal struct {
	Stand Getalstand
	N     int
}

// Getalstand says what an attacker knows of a count beforehand.
type Getalstand uint8

// The kinds of counts.
const (
	Afwezig Getalstand = iota // there is no count
	Tellend                   // ours to hide
	Bekend                    // published elsewhere or before: hiding it protects nothing
)

// grootste is the largest count that is taken for one.
const grootste = 1_000_000_000

// scherm turns true figures into cells that may be shown, minding what earlier editions showed and hid of the same block. Everything that was hidden stays hidden, and a
// figure that was shown and is still the same counts as known. The figures that were hidden inside the block must be the same as then; see feiten.vul.
//
// Two tables are protected, and what either hides is hidden. In the first the attacker knows what was shown before. In the second he also knows every figure that was hidden before:
// otherwise the sum of two old hidden figures, which the earlier edition gives, would unmask a figure that only now became small. What was hidden before keeps its old
// interval: any values that fit the earlier edition fit this one too, since the sums of old hidden figures are the same and all that is new is hidden along.
func scherm(waar [][]cel, eerder []publicatie, minimum int, afscherm Afscherm) ([][]Cel, error) {
	history := geschiedenis(waar, eerder)
	first, second := make([][]Getal, len(waar)), make([][]Getal, len(waar))
	for i, row := range waar {
		for j, c := range row {
			g, err := c.getal()
			if err != nil {
				return nil, err
			}
			h := history[i][j]
			if g.Stand == Tellend && h.bekend {
				g.Stand = Bekend
			}
			first[i] = append(first[i], g)
			if g.Stand == Tellend && h.verborgen {
				g.Stand = Bekend
			}
			second[i] = append(second[i], g)
		}
	}
	hidden, err := afscherm(first, minimum)
	if err != nil {
		return nil, err
	}
	also, err := afscherm(second, minimum)
	if err != nil {
		return nil, err
	}
	out := make([][]Cel, len(waar))
	for i, row := range waar {
		out[i] = make([]Cel, len(row))
		for j, c := range row {
			small := !c.open && c.stand == Getoond && c.waarde > 0 && c.waarde < float64(minimum)
			was := history[i][j].verborgen && c.stand == Getoond && c.waarde != 0
			out[i][j] = c.toon(hidden[i][j] || also[i][j] || small || was)
		}
	}
	return out, nil
}

// cel is the true figure of a cell, before anybody sees it.
type cel struct {
	stand     Celstand // never Afgeschermd
	waarde    float64
	voorlopig bool
	open      bool // its source publishes it
}

func (c cel) toon(hide bool) Cel {
	switch {
	case c.stand != Getoond:
		return Cel{Stand: c.stand}
	case hide:
		return Cel{Stand: Afgeschermd}
	}
	value := c.waarde
	return Cel{Waarde: &value, Voorlopig: c.voorlopig}
}

// getal gives the count in c. A figure that is no count cannot be protected as one.
func (c cel) getal() (Getal, error) {
	switch {
	case c.stand != Getoond:
		return Getal{}, nil
	case c.waarde != math.Trunc(c.waarde) || c.waarde < 0 || c.waarde > grootste:
		return Getal{}, fmt.Errorf("%w: a figure is not a count", ErrOnveilig)
	case c.open:
		return Getal{Bekend, int(c.waarde)}, nil
	}
	return Getal{Tellend, int(c.waarde)}, nil
}

// verleden is what earlier editions did with a cell.
type verleden struct {
	bekend    bool // showed the very figure of now
	verborgen bool
}

// geschiedenis looks back over earlier versions of a block, each of the same shape.
func geschiedenis(waar [][]cel, eerder []publicatie) [][]verleden {
	out := make([][]verleden, len(waar))
	for i, row := range waar {
		out[i] = make([]verleden, len(row))
		for j, c := range row {
			for _, e := range eerder {
				switch old := e.Raster[i][j]; old.Stand {
				case Afgeschermd:
					out[i][j].verborgen = true
				case Getoond:
					if c.stand == Getoond && *old.Waarde == c.waarde {
						out[i][j].bekend = true
					}
				}
			}
		}
	}
	return out
}

// publicatie is a block that went out before. Its seal tells whether what it hid has been revised since, without telling what that is.
type publicatie struct {
	Blok
	zegel string
}

// zegel seals the true figures of now in the places inside b that are hidden. Totals are left out: they follow. It is keyed, because anybody could try all small counts.
func (f *feiten) zegel(b Blok, waar [][]cel) string {
	var text strings.Builder
	for i, row := range b.Raster {
		for j, c := range row {
			if c.Stand == Afgeschermd && i < len(b.Rijen) && j < len(b.Kolommen) {
				fmt.Fprintf(&text, "%d,%d=%s%v;", i, j, waar[i][j].stand, waar[i][j].waarde)
			}
		}
	}
	mac := hmac.New(sha256.New, f.sleutel)
	_, _ = mac.Write([]byte(b.sleutel() + text.String())) // a hash never fails
	return hex.EncodeToString(mac.Sum(nil))
}

// zegels gives the seals of the blocks that go out with in.
func (f *feiten) zegels(in Inhoud) map[string]string {
	seals := map[string]string{}
	for _, b := range in.gesloten() {
		key := b.sleutel()
		seals[key] = f.zegel(b, f.boek.raster(b.Kolommen, b.Rijen, true))
		for _, old := range f.eerder {
			if b.Eerder && old.zelfde(b) {
				seals[key] = old.zegel // it shows, and hides, the figures of then
			}
		}
	}
	return seals
}

// gesloten lists the blocks with figures that their source does not publish.
func (in Inhoud) gesloten() []Blok {
	var list []Blok
	for _, t := range in.Tabellen {
		for _, b := range t.Blokken {
			if !t.Open && !b.Geweigerd {
				list = append(list, b)
			}
		}
	}
	return list
}
