// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"
)

// versie is the version of the leaf encoding and its first byte. A later
// encoding takes the next number; leaves of this one stay as they are.
const versie = 1

// Rij is an entry with its number, as the store keeps it: one row per entry, a
// column per field. The columns are readable; nothing but they decides the leaf.
type Rij struct {
	Verantwoordelijke string
	Volgnr            int64 // 0, 1, 2, ... without gaps per tenant
	Versie            int64
	Moment            time.Time // UTC, whole microseconds
	Wie               string
	Rol               string
	Actie             string
	Soort             string
	Object            string
	Doel              string
	Grondslag         string
	Beleid            string // ids, sorted, separated by a comma
	Uitkomst          string
	Vastlegging       []byte // commitment of 32 bytes, or empty
	// Hashes is the tree hash of this row, followed by those of the subtrees
	// that it completes from small to large, 32 bytes each.
	Hashes []byte
}

// velden lists the text fields in the order of the leaf.
func (r *Rij) velden() []*string {
	return []*string{
		&r.Verantwoordelijke, &r.Wie, &r.Rol, &r.Actie, &r.Soort, &r.Object,
		&r.Doel, &r.Grondslag, &r.Beleid, &r.Uitkomst,
	}
}

// appendVeld writes a field after its length, so that no two lists of fields
// give the same bytes.
func appendVeld(b, veld []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(veld)))
	return append(b, veld...)
}

// Leaf returns the canonical bytes of the row: version (1 byte), number and
// moment (8 bytes each, big endian; microseconds since 1970), then each text
// field and the commitment after its length (4 bytes, big endian). Hashes is
// not part of it.
func (r Rij) Leaf() []byte {
	b := make([]byte, 0, 320)
	b = append(b, byte(r.Versie))
	b = binary.BigEndian.AppendUint64(b, uint64(r.Volgnr))
	b = binary.BigEndian.AppendUint64(b, uint64(r.Moment.UnixMicro()))
	for _, v := range r.velden() {
		b = appendVeld(b, []byte(*v))
	}
	return appendVeld(b, r.Vastlegging)
}

// errLeaf is the one answer to bytes that are no leaf.
var errLeaf = errors.New("journaal: dit is geen geldige journaalregel")

// ParseLeaf reads the canonical bytes back, for who has a leaf with its proof
// and not the database. The row has no Hashes. Bytes that [Rij.Leaf] would not
// give are refused.
func ParseLeaf(leaf []byte) (Rij, error) {
	if len(leaf) < 17 {
		return Rij{}, fmt.Errorf("%w: te kort", errLeaf)
	}
	if leaf[0] != versie {
		return Rij{}, fmt.Errorf("%w: onbekende versie %d", errLeaf, leaf[0])
	}
	r := Rij{
		Versie: versie,
		Volgnr: int64(binary.BigEndian.Uint64(leaf[1:])),
		Moment: time.UnixMicro(int64(binary.BigEndian.Uint64(leaf[9:]))).UTC(),
	}
	if r.Volgnr < 0 {
		return Rij{}, fmt.Errorf("%w: negatief volgnummer", errLeaf)
	}
	rest, ok := leaf[17:], true
	for _, v := range r.velden() {
		var veld []byte
		if veld, rest, ok = knipVeld(rest); !ok {
			return Rij{}, fmt.Errorf("%w: afgebroken", errLeaf)
		}
		*v = string(veld)
	}
	if r.Vastlegging, rest, ok = knipVeld(rest); !ok || len(rest) > 0 {
		return Rij{}, fmt.Errorf("%w: verkeerde lengte", errLeaf)
	}
	return r, nil
}

// knipVeld takes one field with its length from the front of b.
func knipVeld(b []byte) (veld, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := int64(binary.BigEndian.Uint32(b))
	if b = b[4:]; n > int64(len(b)) {
		return nil, nil, false
	}
	return b[:n:n], b[n:], true
}
