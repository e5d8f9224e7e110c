// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"errors"
	"fmt"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

// Head is how far the journal of one tenant is. The store keeps one per tenant
// and locks it while it appends; a new tenant starts with size 0 and no edge.
type Head struct {
	Verantwoordelijke string
	Omvang            int64 // number of rows, and the number of the next one
	// Rand is the edge of the tree: the roots of its complete subtrees from
	// large to small, 32 bytes for each 1 in the binary form of Omvang.
	Rand []byte
}

// Append gives the entry the next number and returns the row to insert and the
// head to write after it. It changes neither argument.
func Append(head Head, entry Entry) (Rij, Head, error) {
	if entry.Zero() {
		return Rij{}, Head{}, errors.New("journaal: lege regel; maak haar met New")
	}
	if entry.rij.Verantwoordelijke != head.Verantwoordelijke {
		return Rij{}, Head{}, fmt.Errorf("journaal: regel van %q hoort niet in het journaal van %q",
			entry.rij.Verantwoordelijke, head.Verantwoordelijke)
	}
	rand, err := head.rand()
	if err != nil {
		return Rij{}, Head{}, err
	}
	r := entry.rij
	r.Volgnr = head.Omvang
	hashes, err := tlog.StoredHashes(head.Omvang, r.Leaf(), rand)
	if err != nil {
		return Rij{}, Head{}, fmt.Errorf("journaal: hash van regel %d: %w", r.Volgnr, err)
	}
	r.Hashes = plat(hashes)
	// The new row swallows as many subtrees as it completes, and its last hash
	// takes their place at the edge.
	over := bits.OnesCount64(uint64(head.Omvang)) - (len(hashes) - 1)
	nieuw := Head{Verantwoordelijke: head.Verantwoordelijke, Omvang: head.Omvang + 1}
	nieuw.Rand = append(nieuw.Rand, head.Rand[:over*tlog.HashSize]...)
	nieuw.Rand = append(nieuw.Rand, r.Hashes[len(r.Hashes)-tlog.HashSize:]...)
	return r, nieuw, nil
}

// Wortel returns the root of the tree: the one hash that stands for every row.
func (h Head) Wortel() (tlog.Hash, error) {
	rand, err := h.rand()
	if err != nil {
		return tlog.Hash{}, err
	}
	return tlog.TreeHash(h.Omvang, rand)
}

// rand reads the edge as the hashes by index that tlog asks for.
func (h Head) rand() (randlezer, error) {
	if h.Omvang < 0 || len(h.Rand) != tlog.HashSize*bits.OnesCount64(uint64(h.Omvang)) {
		return nil, fmt.Errorf("journaal: kop van %q past niet: omvang %d met een rand van %d bytes",
			h.Verantwoordelijke, h.Omvang, len(h.Rand))
	}
	r := make(randlezer)
	var begin int64
	for i, rest := 0, uint64(h.Omvang); rest > 0; i++ {
		niveau := bits.Len64(rest) - 1
		r[tlog.StoredHashIndex(niveau, begin>>niveau)] = tlog.Hash(h.Rand[i*tlog.HashSize:])
		begin += 1 << niveau
		rest &^= 1 << niveau
	}
	return r, nil
}

// randlezer serves hashes from the edge alone.
type randlezer map[int64]tlog.Hash

// ReadHashes implements [tlog.HashReader].
func (r randlezer) ReadHashes(indexen []int64) ([]tlog.Hash, error) {
	uit := make([]tlog.Hash, len(indexen))
	for i, x := range indexen {
		h, ok := r[x]
		if !ok {
			return nil, fmt.Errorf("hash %d ligt niet aan de rand", x)
		}
		uit[i] = h
	}
	return uit, nil
}

func plat(hashes []tlog.Hash) []byte {
	b := make([]byte, 0, len(hashes)*tlog.HashSize)
	for _, h := range hashes {
		b = append(b, h[:]...)
	}
	return b
}

// Lezer serves the stored hashes of a journal to the proofs. rijHashes returns
// the column Hashes of the row with that number; an error stops the proof.
func Lezer(rijHashes func(volgnr int64) ([]byte, error)) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexen []int64) ([]tlog.Hash, error) {
		uit := make([]tlog.Hash, len(indexen))
		for i, x := range indexen {
			niveau, n := tlog.SplitStoredHashIndex(x)
			volgnr := (n+1)<<niveau - 1 // the row that completes this subtree
			hashes, err := rijHashes(volgnr)
			if err != nil {
				return nil, fmt.Errorf("journaal: hashes van regel %d: %w", volgnr, err)
			}
			if len(hashes) < (niveau+1)*tlog.HashSize {
				return nil, fmt.Errorf("journaal: regel %d mist de hash van niveau %d", volgnr, niveau)
			}
			uit[i] = tlog.Hash(hashes[niveau*tlog.HashSize:])
		}
		return uit, nil
	})
}
