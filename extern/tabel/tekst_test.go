// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"dwarsverband/domein"
)

func leesAlles(t *testing.T, r io.Reader, limit int64) (string, error) {
	t.Helper()
	b, err := openMax("test", r, limit)
	if err != nil {
		return "", err
	}
	s, err := io.ReadAll(b)
	return string(s), err
}

func TestTekst(t *testing.T) {
	lang := strings.Repeat("é€😀x", 30_000) // characters over every border of a buffer
	for _, c := range []struct{ naam, in, uit, fout string }{
		{"zonder BOM", "a;b\n", "a;b\n", ""},
		{"met BOM", "\xef\xbb\xbfa;b\n", "a;b\n", ""},
		{"alle lengtes", lang, lang, ""},
		{"het vervangteken zelf", "a\ufffdb", "a\ufffdb", ""},
		{"leeg", "", "", "Het bestand is leeg"},
		{"UTF-16", "\xff\xfea\x00;\x00", "", "UTF-16"},
		{"Windows-1252", "a\nb\ncaf\xe9;1\n", "a\nb\ncaf", "regel 3: Het bestand is niet opgeslagen als UTF-8 (waarschijnlijk als Windows-1252)"},
		{"losse vervolgbytes", "a\x80\x80\x80\x80", "a", "regel 1: Het bestand is niet opgeslagen als UTF-8"},
		{"NUL", "a\nb\x00c", "a\nb", "regel 2: Het bestand bevat een NUL-teken"},
		{"halve letter aan het eind", "abc\xe2\x82", "abc\xe2\x82", "afgekapt"},
	} {
		for soort, wrap := range map[string]func(io.Reader) io.Reader{"heel": func(r io.Reader) io.Reader { return r }, "per byte": iotest.OneByteReader, "half": iotest.HalfReader} {
			uit, err := leesAlles(t, wrap(strings.NewReader(c.in)), MaxBytes)
			switch {
			case c.fout == "" && (err != nil || uit != c.uit):
				t.Errorf("%s, %s: %d bytes, fout %v", c.naam, soort, len(uit), err)
			case c.fout != "" && (err == nil || !strings.Contains(err.Error(), c.fout) || domein.KindOf(err) != domein.Invalid):
				t.Errorf("%s, %s: fout %v, wil %q", c.naam, soort, err, c.fout)
			}
		}
	}
}

func TestTekstLimiet(t *testing.T) {
	if _, err := leesAlles(t, strings.NewReader(strings.Repeat("a", 1<<20)), 1<<20); err != nil {
		t.Errorf("precies de grens: %v", err)
	}
	uit, err := leesAlles(t, strings.NewReader(strings.Repeat("a", 1<<20+1)), 1<<20)
	if err == nil || !strings.Contains(err.Error(), "Het bestand is groter dan 1 MB. Splits het bestand") || len(uit) != 1<<20 {
		t.Errorf("boven de grens: %d bytes, fout %v", len(uit), err)
	}
}

// A failing disk is no fault of the user; a stream that breaks off is a cut file.
func TestTekstBron(t *testing.T) {
	_, err := leesAlles(t, io.MultiReader(strings.NewReader("a;b\n"), iotest.ErrReader(io.ErrClosedPipe)), MaxBytes)
	if domein.KindOf(err) != domein.Internal || !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("kapotte schijf: %v", err)
	}
	_, err = leesAlles(t, io.MultiReader(strings.NewReader("a;b\n"), iotest.ErrReader(io.ErrUnexpectedEOF)), MaxBytes)
	if domein.KindOf(err) != domein.Invalid || !strings.Contains(err.Error(), "afgekapt") {
		t.Errorf("afgebroken stroom: %v", err)
	}
}

func FuzzTekst(f *testing.F) {
	f.Add([]byte("a;b\n\xef\xbb\xbfé"), 3)
	f.Add([]byte("\xe2\x82\xac\x00"), 1)
	f.Fuzz(func(t *testing.T, in []byte, n int) {
		b, err := Open("test", iotest.OneByteReader(strings.NewReader(string(in))))
		if err != nil {
			return
		}
		stuk := make([]byte, 1+max(0, n)%64)
		var uit []byte
		for err == nil {
			n, err = b.Read(stuk)
			uit = append(uit, stuk[:n]...)
		}
		goed := err == io.EOF
		kaal := strings.TrimPrefix(string(in), "\ufeff")
		if wil := strings.ToValidUTF8(kaal, "") == kaal && !strings.ContainsRune(kaal, 0); goed != wil {
			t.Fatalf("%q: goed %v, wil %v (%v)", in, goed, wil, err)
		}
		if goed && string(uit) != kaal {
			t.Fatalf("%q werd %q", in, uit)
		}
	})
}
