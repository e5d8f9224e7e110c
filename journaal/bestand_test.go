// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
)

// puntenbestand writes checkpoints of two tenants in turn, as the program does.
func puntenbestand(t testing.TB) (data []byte, bekend note.Verifiers) {
	t.Helper()
	s1, _, p1 := sleutels(t, tenant, 1)
	s2, _, p2 := sleutels(t, "gm9002", 2)
	bekend, err := ParseVerifiers(p1 + "\n" + p2)
	if err != nil {
		t.Fatal(err)
	}
	_, koppen := logboek(t, 20)
	for _, n := range []int{3, 8, 20} {
		ander := koppen[n-1]
		ander.Verantwoordelijke = "gm9002"
		for _, stap := range []struct {
			kop Head
			s   note.Signer
		}{{koppen[n], s1}, {ander, s2}} {
			bericht, err := Sign(stap.kop, start, stap.s)
			if err != nil {
				t.Fatal(err)
			}
			b, err := ParseFile(data, bekend)
			if err != nil {
				t.Fatal(err)
			}
			vanaf, stuk := b.Vervolg(bericht)
			data = append(data[:vanaf], stuk...)
		}
	}
	return data, bekend
}

func omvangen(punten []Checkpoint) []int64 {
	var uit []int64
	for _, c := range punten {
		uit = append(uit, c.Omvang())
	}
	return uit
}

func TestFileKeepsHistoryPerTenant(t *testing.T) {
	data, bekend := puntenbestand(t)
	b, err := ParseFile(data, bekend)
	if err != nil {
		t.Fatal(err)
	}
	if got := omvangen(b.Punten(tenant)); !slices.Equal(got, []int64{3, 8, 20}) {
		t.Errorf("controlepunten over %v regels", got)
	}
	if c, ok := b.Laatste("gm9002"); !ok || c.Omvang() != 19 {
		t.Errorf("laatste van gm9002: %+v %v", c, ok)
	}
	if c, ok := b.Laatste("gm9003"); ok || !c.Zero() {
		t.Errorf("laatste van een onbekende: %+v", c)
	}
	if got := b.Verantwoordelijken(); !slices.Equal(got, []string{tenant, "gm9002"}) || b.Afgebroken() {
		t.Errorf("verantwoordelijken %v, afgebroken %v", got, b.Afgebroken())
	}
	laatste, err := ParseLatest(data, bekend)
	if err != nil {
		t.Fatal(err)
	}
	if got := omvangen(laatste.Punten(tenant)); !slices.Equal(got, []int64{20}) {
		t.Errorf("ParseLatest las %v", got)
	}
}

// TestFileCutAnywhere cuts the file at every byte, as a power cut may. What was
// whole stays readable, and adding a checkpoint afterwards gives a whole file.
func TestFileCutAnywhere(t *testing.T) {
	data, bekend := puntenbestand(t)
	s, _, _ := sleutels(t, tenant, 1)
	_, koppen := logboek(t, 21)
	nieuw, err := Sign(koppen[21], start, s)
	if err != nil {
		t.Fatal(err)
	}
	heel := map[int]int{0: 0} // length of a whole file -> checkpoints in it
	for i, nr := 0, 1; nr <= 6; nr++ {
		i += bytes.Index(data[i:], []byte("—"))
		i += bytes.IndexByte(data[i:], '\n') + 1
		heel[i], heel[i+1] = nr, nr // the empty line may still lack
	}
	vorige := 0
	for n := range len(data) + 1 {
		b, err := ParseFile(data[:n], bekend)
		if err != nil {
			t.Fatalf("afgebroken na %d bytes: %v", n, err)
		}
		want, isHeel := heel[n]
		if !isHeel {
			want = vorige
		}
		if vorige = want; len(b.punten) != want || b.Afgebroken() == isHeel {
			t.Fatalf("afgebroken na %d bytes: %d controlepunten, wil %d; Afgebroken %v", n, len(b.punten), want, b.Afgebroken())
		}
		vanaf, stuk := b.Vervolg(nieuw)
		na, err := ParseFile(append(slices.Clone(data[:vanaf]), stuk...), bekend)
		if err != nil || len(na.punten) != len(b.punten)+1 || na.Afgebroken() {
			t.Fatalf("vervolg na %d bytes: %d controlepunten, %v", n, len(na.punten), err)
		}
	}
}

func TestFileNamesEveryFault(t *testing.T) {
	data, bekend := puntenbestand(t)
	vals := bytes.Replace(data, []byte("\n3\n"), []byte("\n4\n"), 1)
	vals = bytes.Replace(vals, []byte("\n19\n"), []byte("\n18\n"), 1)
	_, err := ParseFile(vals, bekend)
	if err == nil || !strings.Contains(err.Error(), "regel 1:") || !strings.Contains(err.Error(), "regel 36:") {
		t.Errorf("niet elke fout is genoemd: %v", err)
	}
	if _, err := ParseFile([]byte("a\n\n\nb\n"), bekend); err == nil {
		t.Error("tekst zonder handtekening: aanvaard")
	}
	// A whole but forged note at the end is not mistaken for a power cut.
	einde := bytes.TrimSuffix(bytes.Replace(data, []byte("\n19\n"), []byte("\n18\n"), 1), []byte("\n"))
	if _, err := ParseFile(einde, bekend); err == nil {
		t.Error("vervalst laatste controlepunt: aanvaard")
	}
}

// FuzzParseFile holds that no input breaks the reader, that what it accepts is
// signed, and that the file can always be continued.
func FuzzParseFile(f *testing.F) {
	data, bekend := puntenbestand(f)
	s, _, _ := sleutels(f, tenant, 1)
	nieuw, err := Sign(Head{Verantwoordelijke: tenant}, start, s)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:400])
	f.Add([]byte("\n\n\n— x y\n\n"))
	f.Add([]byte("dwarsverband/gm9001\n0\n" + legeWortel + "\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		b, err := ParseFile(in, bekend)
		if err != nil {
			return
		}
		for _, c := range b.punten {
			if c.Zero() || !bytes.Contains(in, []byte(c.Wortel().String())) {
				t.Errorf("controlepunt dat er niet staat: %+v", c)
			}
		}
		vanaf, stuk := b.Vervolg(nieuw)
		na, err := ParseFile(append(slices.Clone(in[:vanaf]), stuk...), bekend)
		if err != nil || len(na.punten) != len(b.punten)+1 {
			t.Errorf("niet te vervolgen: %v", err)
		}
	})
}

// FuzzParseCheckpoint holds that the text has one reading: what is accepted is
// what would be signed again, apart from further extension lines.
func FuzzParseCheckpoint(f *testing.F) {
	s, bekend, _ := sleutels(f, tenant, 1)
	f.Add("dwarsverband/gm9001\n0\n" + legeWortel + "\ntijd 2026-03-02T09:30:00Z\n")
	f.Add("dwarsverband/gm9001\n18446744073709551616\nx\ntijd \nmeer\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, tekst string) {
		bericht, err := note.Sign(&note.Note{Text: tekst}, s)
		if err != nil {
			return
		}
		c, err := ParseCheckpoint(bericht, bekend)
		if err != nil {
			return
		}
		begin := strings.Join(strings.SplitAfter(tekst, "\n")[:3], "")
		if want := Origin(c.verantwoordelijke) + "\n" + strconv.FormatInt(c.omvang, 10) + "\n" + c.wortel.String() + "\n"; begin != want {
			t.Errorf("%q leest als %q", begin, want)
		}
	})
}

// FuzzParseKeys holds that no key file breaks the readers.
func FuzzParseKeys(f *testing.F) {
	geheim, publiek, err := GenerateKey(bron(1), tenant)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(geheim)
	f.Add(publiek)
	f.Add("PRIVATE+KEY+dwarsverband/gm9001+00000000+AQ==\n#\n+")
	f.Fuzz(func(t *testing.T, tekst string) {
		s, err := ParseSigners(tekst)
		for verantwoordelijke, sleutel := range s {
			if sleutel.Name() != Origin(verantwoordelijke) {
				t.Errorf("sleutel %s staat onder %q (%v)", KeyID(sleutel), verantwoordelijke, err)
			}
		}
		if v, err := ParseVerifiers(tekst); (v == nil) == (err == nil) {
			t.Errorf("sleutels %v, fout %v", v, err)
		}
		for _, regel := range strings.Split(tekst, "\n") {
			if p, err := PublicKey(regel); err == nil {
				if _, err := note.NewVerifier(p); err != nil {
					t.Errorf("publieke sleutel %q: %v", p, err)
				}
			}
		}
	})
}
