// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"math/rand/v2"
	"slices"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// vervalser changes a log in one random way. All its changes are below grens,
// the size that the checkpoint fixes.
type vervalser struct {
	r     *rand.Rand
	rijen []Rij
	grens int
}

// wijzigingen are the ways, by name. The ones that end in "herrekend" are those
// of somebody who knows the method and recomputes every hash.
var wijzigingen = []struct {
	naam string
	doe  func(vervalser) []Rij
}{
	{"veld", func(v vervalser) []Rij { i := v.kies(); v.veld(&v.rijen[i]); return v.rijen }},
	{"veld, eigen hash herrekend", func(v vervalser) []Rij {
		i := v.kies()
		v.veld(&v.rijen[i])
		if len(v.rijen[i].Hashes) >= tlog.HashSize {
			h := tlog.RecordHash(v.rijen[i].Leaf())
			copy(v.rijen[i].Hashes, h[:])
		}
		return v.rijen
	}},
	{"hash", func(v vervalser) []Rij {
		h := v.rijen[v.kies()].Hashes
		h[v.r.IntN(len(h))] ^= 1 << v.r.IntN(8)
		return v.rijen
	}},
	{"weg", func(v vervalser) []Rij { i := v.kies(); return slices.Delete(v.rijen, i, i+1) }},
	{"omgewisseld", func(v vervalser) []Rij {
		i, j := v.kies(), v.kies()
		v.rijen[i], v.rijen[j] = v.rijen[j], v.rijen[i]
		return v.rijen
	}},
	{"inhoud omgewisseld", func(v vervalser) []Rij {
		i, j := v.kies(), v.kies()
		v.rijen[i], v.rijen[j] = v.rijen[j], v.rijen[i]
		v.rijen[i].Volgnr, v.rijen[j].Volgnr = v.rijen[j].Volgnr, v.rijen[i].Volgnr
		v.rijen[i].Hashes, v.rijen[j].Hashes = v.rijen[j].Hashes, v.rijen[i].Hashes
		return v.rijen
	}},
	{"dubbel", func(v vervalser) []Rij { return slices.Insert(v.rijen, v.kies(), v.rijen[v.kies()]) }},
	{"tussengevoegd", func(v vervalser) []Rij {
		i := v.kies()
		extra := v.rijen[i]
		extra.Wie, extra.Hashes = "u-vals", slices.Clone(extra.Hashes)
		return slices.Insert(v.rijen, i, extra)
	}},
	{"staart eraf", func(v vervalser) []Rij { return v.rijen[:v.kies()] }},
	{"veld, staart herrekend", func(v vervalser) []Rij { i := v.kies(); v.veld(&v.rijen[i]); return v.herreken(i) }},
	{"weg, staart herrekend", func(v vervalser) []Rij {
		i := v.kies()
		v.rijen = slices.Delete(v.rijen, i, i+1)
		return v.herreken(i)
	}},
	{"tussengevoegd, staart herrekend", func(v vervalser) []Rij {
		i := v.kies()
		extra := v.rijen[i]
		extra.Wie = "u-vals"
		v.rijen = slices.Insert(v.rijen, i, extra)
		return v.herreken(i)
	}},
	{"omgewisseld, staart herrekend", func(v vervalser) []Rij {
		i, j := v.kies(), v.kies()
		v.rijen[i], v.rijen[j] = v.rijen[j], v.rijen[i]
		return v.herreken(min(i, j))
	}},
}

func (v vervalser) kies() int { return v.r.IntN(v.grens) }

// veld changes one column of a row, any of them.
func (v vervalser) veld(r *Rij) {
	switch kolom := v.r.IntN(14); kolom {
	case 10:
		r.Volgnr = []int64{r.Volgnr + 1, r.Volgnr - 1, -r.Volgnr - 1, 1 << 62, r.Volgnr ^ 1<<v.r.IntN(63)}[v.r.IntN(5)]
	case 11:
		r.Versie += []int64{1, -1, 256}[v.r.IntN(3)]
	case 12:
		r.Moment = r.Moment.Add([]time.Duration{1, -time.Microsecond, time.Hour}[v.r.IntN(3)])
	case 13:
		r.Vastlegging = v.bytes(r.Vastlegging)
	default:
		p := r.velden()[kolom]
		*p = string(v.bytes([]byte(*p)))
	}
}

// bytes flips a bit, adds a byte, drops one, or empties.
func (v vervalser) bytes(b []byte) []byte {
	b = slices.Clone(b)
	if len(b) == 0 {
		return []byte{byte(v.r.Uint32())}
	}
	i := v.r.IntN(len(b))
	switch v.r.IntN(4) {
	case 0:
		b[i] ^= 1 << v.r.IntN(8)
	case 1:
		b = slices.Insert(b, i, byte(v.r.Uint32()))
	case 2:
		b = slices.Delete(b, i, i+1)
	default:
		b = nil
	}
	return b
}

// herreken numbers the rows from i again and recomputes all their hashes, as
// the program itself would have done.
func (v vervalser) herreken(i int) []Rij {
	kop := Head{Verantwoordelijke: tenant}
	var edge []tlog.Hash
	for j := range i {
		h := v.rijen[j].Hashes
		edge = append(edge[:len(edge)-len(h)/tlog.HashSize+1], tlog.Hash(h[len(h)-tlog.HashSize:]))
	}
	kop.Omvang, kop.Rand = int64(i), plat(edge)
	for j := i; j < len(v.rijen); j++ {
		r := v.rijen[j]
		r.Verantwoordelijke = tenant
		r, volgende, err := Append(kop, Entry{r})
		if err != nil {
			panic(err)
		}
		v.rijen[j], kop = r, volgende
	}
	return v.rijen
}
