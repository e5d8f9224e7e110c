// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"

	"dwarsverband/domein"
)

// Uitpakken gives the content of a file that may be packed with gzip, as open data often are. How much comes out is for the reader to bound. A damaged file gives an
// Invalid error, at once or where the damage is.
func Uitpakken(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	if head, _ := b.Peek(2); string(head) != "\x1f\x8b" {
		return b, nil
	}
	unpacked, err := gzip.NewReader(b)
	if err != nil {
		return nil, ingepakt(err)
	}
	return uitgepakt{unpacked}, nil
}

type uitgepakt struct{ r io.Reader }

func (u uitgepakt) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	return n, ingepakt(err)
}

func ingepakt(err error) error {
	var corrupt flate.CorruptInputError
	if !errors.Is(err, gzip.ErrHeader) && !errors.Is(err, gzip.ErrChecksum) && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.As(err, &corrupt) {
		return err
	}
	return domein.Refuse("cijfer.Uitpakken", "Het ingepakte bestand is beschadigd of niet compleet. Er is niets ingelezen.",
		[]domein.Fault{{Veld: "bestand", Melding: "Download het bestand opnieuw, of pak het zelf uit en kies het uitgepakte bestand."}})
}
