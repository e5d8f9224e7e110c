// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"dwarsverband/domein"
)

func TestUitpakken(t *testing.T) {
	text := strings.Repeat("BU05990110;2026MM09;inbraak;4\n", 1000)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	whole := packed.String()
	broken := []byte(whole)
	broken[len(broken)/2] ^= 0xff
	tests := []struct {
		naam, in, want string
		fout           bool
	}{
		{"not packed", text, text, false},
		{"packed", whole, text, false},
		{"empty", "", "", false},
		{"one byte", "\x1f", "\x1f", false},
		{"cut in half", whole[:len(whole)/2], "", true},
		{"cut in its head", whole[:6], "", true},
		{"a byte changed", string(broken), "", true},
	}
	for _, tt := range tests {
		var got []byte
		r, err := Uitpakken(strings.NewReader(tt.in))
		if err == nil {
			got, err = io.ReadAll(r)
		}
		if tt.fout != (domein.KindOf(err) == domein.Invalid) || !tt.fout && (err != nil || string(got) != tt.want) {
			t.Errorf("%s: %d bytes, %v", tt.naam, len(got), err)
		}
	}
}

func FuzzUitpakken(f *testing.F) {
	for _, seed := range []string{"", "a;b", "\x1f\x8b", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := Uitpakken(bytes.NewReader(in))
		if err == nil {
			_, err = io.Copy(io.Discard, io.LimitReader(r, 1<<20))
		}
		if err != nil && domein.KindOf(err) != domein.Invalid {
			t.Fatalf("%q: %v", in, err)
		}
	})
}
