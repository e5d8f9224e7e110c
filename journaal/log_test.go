// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tenant = "gm9001"

var (
	start   = time.Date(2026, 3, 2, 9, 30, 0, 123456000, time.UTC)
	geheim1 = []byte("0123456789abcdef0123456789abcdef")
)

// vasteBron gives the same bytes each run, so that keys in tests are fixed.
type vasteBron struct{ r *rand.Rand }

func (v vasteBron) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(v.r.Uint32())
	}
	return len(b), nil
}

func bron(zaad uint64) vasteBron { return vasteBron{rand.New(rand.NewPCG(zaad, 7))} }

// sleutels makes a key of the tenant and the verifiers that know it.
func sleutels(t testing.TB, verantwoordelijke string, zaad uint64) (note.Signer, note.Verifiers, string) {
	t.Helper()
	geheim, publiek, err := GenerateKey(bron(zaad), verantwoordelijke)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseSigners("# sleutel\n" + geheim + "\n")
	if err != nil {
		t.Fatal(err)
	}
	v, err := ParseVerifiers(publiek)
	if err != nil {
		t.Fatal(err)
	}
	return s[verantwoordelijke], v, publiek
}

// params is the i-th act of a made-up log, with fields of changing length.
func params(i int) Params {
	acties := []string{"plan.wijzigen", "signaal.sluiten", "journaal.lezen"}
	p := Params{
		Verantwoordelijke: tenant, Wie: fmt.Sprintf("u-%d", i%7), Rol: "adviseur_oov",
		Actie: acties[i%3], Soort: "plan", Object: fmt.Sprintf("0198c0de-%012x", i),
		Doel: "beleid voorbereiden", Grondslag: "art. 38b Politiewet 2012",
		Beleid: []string{"plan_schrijven_veiligheid", "actie_voortgang_eigenaar"}, Uitkomst: "gedaan",
		Moment: start.Add(time.Duration(i) * 1001 * time.Millisecond),
	}
	if i%4 > 0 {
		p.Inhoud, p.Sleutel = []byte(fmt.Sprintf("inhoud %d", i)), geheim1
	}
	return p
}

func entry(t testing.TB, i int) Entry {
	t.Helper()
	e, err := New(params(i))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// logboek appends n entries and returns the rows with the head after each.
func logboek(t testing.TB, n int) ([]Rij, []Head) {
	t.Helper()
	koppen := []Head{{Verantwoordelijke: tenant}}
	var rijen []Rij
	for i := range n {
		r, kop, err := Append(koppen[i], entry(t, i))
		if err != nil {
			t.Fatal(err)
		}
		rijen, koppen = append(rijen, r), append(koppen, kop)
	}
	return rijen, koppen
}

func teken(t testing.TB, h Head, s note.Signer, v note.Verifiers) Checkpoint {
	t.Helper()
	bericht, err := Sign(h, start.Add(time.Duration(h.Omvang)*time.Minute), s)
	if err != nil {
		t.Fatal(err)
	}
	c, err := ParseCheckpoint(bericht, v)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// stroom turns rows into what the store yields.
func stroom(rijen []Rij) iter.Seq2[Rij, error] {
	return func(yield func(Rij, error) bool) {
		for _, r := range rijen {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func lezer(rijen []Rij) tlog.HashReader {
	return Lezer(func(volgnr int64) ([]byte, error) {
		if volgnr >= int64(len(rijen)) {
			return nil, fmt.Errorf("regel %d is er niet", volgnr)
		}
		return rijen[volgnr].Hashes, nil
	})
}

// mth is the Merkle Tree Hash of RFC 6962, section 2.1, written from its text:
// a second opinion on the incremental tree.
func mth(bladen [][]byte) [32]byte {
	switch n := len(bladen); n {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return sha256.Sum256(append([]byte{0}, bladen[0]...))
	default:
		k := 1
		for k*2 < n {
			k *= 2
		}
		links, rechts := mth(bladen[:k]), mth(bladen[k:])
		return sha256.Sum256(slices.Concat([]byte{1}, links[:], rechts[:]))
	}
}

func TestAppendBuildsTheTreeOfRFC6962(t *testing.T) {
	rijen, koppen := logboek(t, 70)
	var bladen [][]byte
	for i := range koppen {
		wortel, err := koppen[i].Wortel()
		if err != nil {
			t.Fatal(err)
		}
		if wortel != tlog.Hash(mth(bladen)) {
			t.Fatalf("wortel van %d regels wijkt af van RFC 6962", i)
		}
		if int64(i) != koppen[i].Omvang {
			t.Errorf("kop %d telt %d regels", i, koppen[i].Omvang)
		}
		if i < len(rijen) {
			if rijen[i].Volgnr != int64(i) {
				t.Errorf("regel %d kreeg nummer %d", i, rijen[i].Volgnr)
			}
			bladen = append(bladen, rijen[i].Leaf())
		}
	}
}

func TestAppendRefuses(t *testing.T) {
	_, koppen := logboek(t, 5)
	ander := koppen[5]
	ander.Verantwoordelijke = "gm9002"
	kort, negatief := koppen[5], Head{Verantwoordelijke: tenant, Omvang: -1}
	kort.Rand = kort.Rand[:32]
	tests := map[string]struct {
		kop   Head
		entry Entry
	}{
		"lege regel":       {koppen[5], Entry{}},
		"andere tenant":    {ander, entry(t, 6)},
		"rand te kort":     {kort, entry(t, 6)},
		"omvang negatief":  {negatief, entry(t, 6)},
		"rand zonder boom": {Head{Verantwoordelijke: tenant, Rand: make([]byte, 32)}, entry(t, 6)},
	}
	for naam, tt := range tests {
		if r, kop, err := Append(tt.kop, tt.entry); err == nil || kop.Omvang != 0 || r.Volgnr != 0 {
			t.Errorf("%s: aanvaard: %v %v", naam, r, kop)
		}
	}
	if _, err := kort.Wortel(); err == nil {
		t.Error("wortel van een kapotte kop: aanvaard")
	}
}

// TestAppendLeavesTheHeadAlone matters because a transaction may be tried again.
func TestAppendLeavesTheHeadAlone(t *testing.T) {
	_, koppen := logboek(t, 7)
	kop := koppen[7]
	voor := slices.Clone(kop.Rand)
	a, na, err := Append(kop, entry(t, 7))
	if err != nil {
		t.Fatal(err)
	}
	b, na2, err := Append(kop, entry(t, 7))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(kop.Rand, voor) || !slices.Equal(a.Hashes, b.Hashes) || !slices.Equal(na.Rand, na2.Rand) {
		t.Error("twee keer toevoegen aan dezelfde kop geeft verschil")
	}
	if len(a.Hashes) != 4*32 || len(na.Rand) != 32 {
		t.Errorf("regel 7 voltooit 3 deelbomen: %d bytes hashes, rand %d bytes", len(a.Hashes), len(na.Rand))
	}
}
