// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"bytes"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Bestand is a file of checkpoints: signed notes of one or more tenants, each
// followed by an empty line, oldest first. It only grows, so it can be copied,
// mailed or kept on write-once storage. The last note of a tenant counts; the
// earlier ones show where a change was made.
type Bestand struct {
	punten []Checkpoint
	eind   int  // where the last whole note ends
	kaal   bool // the last whole note lacks its empty line
	breuk  bool // an unfinished note follows after eind
}

// ParseFile reads a file of checkpoints and checks every signature. A note that
// was cut off at the end, as a power cut leaves it, is set aside (see
// [Bestand.Afgebroken]); any other fault refuses the file. The error names
// every note that is wrong by its line.
func ParseFile(data []byte, bekend note.Verifiers) (Bestand, error) {
	return leesBestand(data, bekend, func([]brok) []bool { return nil })
}

// ParseLatest reads of each tenant only the last checkpoint. It serves to go on
// where the program stopped, at the cost of one signature per tenant.
func ParseLatest(data []byte, bekend note.Verifiers) (Bestand, error) {
	return leesBestand(data, bekend, func(brokken []brok) []bool {
		later := map[string]bool{}
		overslaan := make([]bool, len(brokken))
		for i := len(brokken) - 1; i >= 0; i-- {
			origin, _, _ := bytes.Cut(brokken[i].bericht, []byte("\n"))
			overslaan[i] = later[string(origin)]
			later[string(origin)] = true
		}
		return overslaan
	})
}

func leesBestand(data []byte, bekend note.Verifiers, kies func([]brok) []bool) (Bestand, error) {
	brokken, eind, kaal := knipBestand(data)
	b := Bestand{eind: eind, kaal: kaal, breuk: len(bytes.TrimSpace(data[eind:])) > 0}
	overslaan := kies(brokken)
	var fouten []error
	for i, stuk := range brokken {
		if overslaan != nil && overslaan[i] {
			continue
		}
		c, err := ParseCheckpoint(stuk.bericht, bekend)
		if err != nil {
			fouten = append(fouten, fmt.Errorf("regel %d: %w", stuk.regel, err))
			continue
		}
		b.punten = append(b.punten, c)
	}
	if len(fouten) > 0 {
		return Bestand{}, fmt.Errorf("journaal: bestand met controlepunten: %w", errors.Join(fouten...))
	}
	return b, nil
}

// brok is one signed note in a file and the number of its first line.
type brok struct {
	bericht []byte
	regel   int
}

// knipBestand cuts a file into notes. A note is a block of text lines, an empty
// line and a block of signature lines. eind is where the last whole one ends.
func knipBestand(data []byte) (brokken []brok, eind int, kaal bool) {
	const (
		voor  = iota // before a note
		tekst        // in its text
		naad         // after the empty line
		teken        // in its signatures
	)
	staat, begin, beginregel := voor, 0, 0
	plek, regel := 0, 0
	for plek < len(data) {
		n := bytes.IndexByte(data[plek:], '\n')
		if n < 0 {
			return brokken, eind, kaal // the last line was cut off
		}
		leeg := n == 0
		regel++
		switch {
		case staat == voor && !leeg:
			staat, begin, beginregel = tekst, plek, regel
		case staat == tekst && leeg:
			staat = naad
		case staat == naad && !leeg:
			staat = teken
		case (staat == naad || staat == teken) && leeg:
			brokken = append(brokken, brok{data[begin:plek], beginregel})
			staat, eind = voor, plek+1
		}
		plek += n + 1
	}
	if staat == teken {
		return append(brokken, brok{data[begin:plek], beginregel}), plek, true
	}
	return brokken, eind, false
}

// Punten returns the checkpoints of a tenant, oldest first.
func (b Bestand) Punten(verantwoordelijke string) []Checkpoint {
	var uit []Checkpoint
	for _, c := range b.punten {
		if c.verantwoordelijke == verantwoordelijke {
			uit = append(uit, c)
		}
	}
	return uit
}

// Laatste returns the checkpoint of a tenant that counts, or none.
func (b Bestand) Laatste(verantwoordelijke string) (Checkpoint, bool) {
	for i := len(b.punten) - 1; i >= 0; i-- {
		if b.punten[i].verantwoordelijke == verantwoordelijke {
			return b.punten[i], true
		}
	}
	return Checkpoint{}, false
}

// Verantwoordelijken returns the tenants in the file, in order of appearance.
func (b Bestand) Verantwoordelijken() []string {
	gezien := map[string]bool{}
	var uit []string
	for _, c := range b.punten {
		if !gezien[c.verantwoordelijke] {
			gezien[c.verantwoordelijke] = true
			uit = append(uit, c.verantwoordelijke)
		}
	}
	return uit
}

// Afgebroken reports whether the file ends in a note that was not written in full.
func (b Bestand) Afgebroken() bool { return b.breuk }

// Vervolg returns how to add a signed note: cut the file at offset vanaf, which
// drops an unfinished note, write stuk there in one write, and sync.
func (b Bestand) Vervolg(bericht []byte) (vanaf int, stuk []byte) {
	if b.kaal {
		stuk = append(stuk, '\n')
	}
	stuk = append(stuk, bericht...)
	return b.eind, append(stuk, '\n')
}

// CheckHistory verifies that each checkpoint of one tenant continues the one
// before it. hashes are the stored ones (see [Lezer]). The error names every
// step that does not.
func CheckHistory(punten []Checkpoint, hashes tlog.HashReader) error {
	var fouten []error
	for i := 1; i < len(punten); i++ {
		if err := CheckGrowth(punten[i-1], punten[i], hashes); err != nil {
			fouten = append(fouten, err)
		}
	}
	return errors.Join(fouten...)
}
