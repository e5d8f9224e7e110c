// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package tabel reads the two containers in which figures arrive, text in columns and OData v3 pages, for the readers in extern. It holds what must
// be the same for each of them: a file is read as a stream and never whole, stops at a limit, is UTF-8 or refused, counts physical lines, and is
// refused with one Dutch message per fault when it is cut off. What the columns mean is not known here.
package tabel

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"dwarsverband/domein"
)

// MaxBytes is the size at which reading stops. The largest table of one municipality, ten years of months, is about 60 MB as OData.
const MaxBytes = 256 << 20

// maxRij bounds one row or record, so that a file without line ends cannot fill memory. The widest real record, Kerncijfers, is 6 kB.
const maxRij = 1 << 20

// Tekst is a stream of UTF-8 text without byte order mark. Read gives an Invalid error at the first byte that cannot be right.
type Tekst struct {
	op     string
	r      *bufio.Reader
	max, n int64
	ruimte int64 // bytes that may be read before the row under way ends; not counted when negative
	regel  int   // physical line that the next byte is on
	rest   []byte
	err    error
}

// Open starts reading r. The operation op comes into the error. Files that are empty or in UTF-16 are refused at once.
func Open(op string, r io.Reader) (*Tekst, error) { return openMax(op, r, MaxBytes) }

func openMax(op string, r io.Reader, limit int64) (*Tekst, error) {
	t := &Tekst{op: op, r: bufio.NewReaderSize(r, 64<<10), max: limit, ruimte: -1, regel: 1}
	kop, err := t.r.Peek(3)
	switch {
	case len(kop) == 0 && errors.Is(err, io.EOF):
		return nil, t.Leeg()
	case err != nil && !errors.Is(err, io.EOF):
		return nil, t.bron(err)
	case bytes.HasPrefix(kop, []byte("\xff\xfe")), bytes.HasPrefix(kop, []byte("\xfe\xff")):
		return nil, t.Fout("bestand", "Het bestand is opgeslagen als UTF-16. Sla het op als 'CSV UTF-8' en probeer het opnieuw.")
	case bytes.Equal(kop, []byte("\xef\xbb\xbf")):
		_, _ = t.r.Discard(3)
	}
	return t, nil
}

// Peek shows the first bytes without taking them, to tell one format from another.
func (t *Tekst) Peek(n int) []byte {
	b, _ := t.r.Peek(n)
	return b
}

// Read implements io.Reader. It passes on what is right and then gives the error.
func (t *Tekst) Read(p []byte) (int, error) {
	if t.err != nil {
		return 0, t.err
	}
	if len(p) == 0 {
		return 0, nil
	}
	if over := t.max - t.n + 1; int64(len(p)) > over {
		p = p[:over]
	}
	n, err := t.r.Read(p)
	t.n += int64(n)
	if t.n > t.max {
		n--
		err = t.Fout("bestand", fmt.Sprintf("Het bestand is groter dan %d MB. Splits het bestand, bijvoorbeeld per jaar, en lees de delen apart in.", t.max>>20))
	}
	if goed, fout := t.keur(p[:n]); fout != nil {
		n, err = goed, fout
	}
	if t.ruimte >= 0 {
		if t.ruimte -= int64(n); t.ruimte < 0 {
			err = t.teLang(t.regel)
		}
	}
	if errors.Is(err, io.EOF) && len(t.rest) > 0 {
		err = t.Afgekapt()
	}
	t.err = t.bron(err)
	return n, t.err
}

// keur checks b, which follows what was checked before, and gives how many bytes of it are right. A character may be split over two calls.
func (t *Tekst) keur(b []byte) (int, error) {
	i := 0
	for len(t.rest) > 0 && i < len(b) {
		t.rest = append(t.rest, b[i])
		i++
		if utf8.FullRune(t.rest) {
			if r, size := utf8.DecodeRune(t.rest); r == utf8.RuneError && size <= 1 {
				return 0, t.codering()
			}
			t.rest = t.rest[:0]
		}
	}
	staart := len(b)
	for staart > i && len(b)-staart < utf8.UTFMax-1 && !utf8.RuneStart(b[staart-1]) {
		staart--
	}
	if staart > i && !utf8.FullRune(b[staart-1:]) {
		staart--
	} else {
		staart = len(b)
	}
	midden := b[i:staart]
	if bytes.IndexByte(midden, 0) < 0 && utf8.Valid(midden) {
		t.regel += bytes.Count(midden, []byte{'\n'})
		t.rest = append(t.rest, b[staart:]...)
		return len(b), nil
	}
	for i < staart {
		r, size := utf8.DecodeRune(b[i:staart])
		switch {
		case r == utf8.RuneError && size <= 1:
			return i, t.codering()
		case r == 0:
			return i, t.Fout(fmt.Sprintf("regel %d", t.regel), "Het bestand bevat een NUL-teken. Dat hoort niet in een tekstbestand. Sla het opnieuw op als 'CSV UTF-8' of JSON.")
		case r == '\n':
			t.regel++
		}
		i += size
	}
	return len(b), nil
}

func (t *Tekst) codering() error {
	return t.Fout(fmt.Sprintf("regel %d", t.regel), "Het bestand is niet opgeslagen als UTF-8 (waarschijnlijk als Windows-1252). Sla het op als 'CSV UTF-8' en probeer het opnieuw.")
}

func (t *Tekst) teLang(regel int) error {
	return t.Fout(fmt.Sprintf("regel %d", regel), "Hier staat een rij van meer dan 1 MB. Dat is geen rij met cijfers. Controleer of dit het goede bestand is.")
}

func (t *Tekst) teVeelRijen() error {
	return t.Fout("bestand", "Het bestand heeft te veel rijen. Splits het bestand, bijvoorbeeld per jaar of per gemeente, en lees de delen apart in.")
}

// bron wraps what the reader below gives, so that a failing disk is not taken for a faulty file. A stream that stops halfway is a cut file.
func (t *Tekst) bron(err error) error {
	var eigen *domein.Error
	switch {
	case err == nil, errors.Is(err, io.EOF), errors.As(err, &eigen):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return t.Afgekapt()
	}
	return domein.Wrap(t.op, err)
}

// Fout is the error of a file with one fault.
func (t *Tekst) Fout(veld, melding string) error {
	return t.Fouten([]domein.Fault{{Veld: veld, Melding: melding}})
}

// Fouten is the error of a file with these faults.
func (t *Tekst) Fouten(faults []domein.Fault) error {
	return domein.Refuse(t.op, "Het bestand is niet ingelezen. Er is niets veranderd.", faults)
}

// Rest reads the file to its end and adds what is wrong there (its encoding, its size) to faults, so that the user sees everything at once.
func (t *Tekst) Rest(faults []domein.Fault) []domein.Fault {
	t.ruimte = -1
	_, err := io.Copy(io.Discard, t)
	return append(faults, domein.FaultsOf(err)...)
}

// Leeg is the error of a file without content.
func (t *Tekst) Leeg() error {
	return t.Fout("bestand", "Het bestand is leeg. Download het opnieuw.")
}

// Afgekapt is the error of a file that stops halfway.
func (t *Tekst) Afgekapt() error {
	return t.Fout(fmt.Sprintf("regel %d", t.regel), "Het bestand is afgekapt: het houdt midden in een rij op. Download het opnieuw en kijk of de download klaar is.")
}
