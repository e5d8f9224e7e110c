// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func odataTekst(r io.Reader) (string, Paginas, error) {
	t, err := Open("test", r)
	if err != nil {
		return "", Paginas{}, err
	}
	var b strings.Builder
	p, err := LeesOData(t, func(m string) error {
		fmt.Fprintf(&b, "[%s]", m)
		return nil
	}, func(nr int, velden []Veld) error {
		fmt.Fprintf(&b, " %d", nr)
		for _, v := range velden {
			fmt.Fprintf(&b, " %s=%d%q", v.Naam, v.Vorm, v.Waarde)
		}
		return nil
	})
	return b.String(), p, err
}

func TestLeesOData(t *testing.T) {
	for _, c := range []struct{ naam, in, uit, fout string }{
		{"een pagina", `{"odata.metadata":"m","value":[{"a":"1 ","b":2.50},{"a":null}]}`, `[m] 1 a=1"1 " b=2"2.50" 2 a=0""`, ""},
		{"twee pagina's", `{"odata.metadata":"m","value":[{"a":1}]}` + "\n" + `{"value":[{"a":2}]}`, `[m] 1 a=2"1"[] 2 a=2"2"`, ""},
		{"genest en waar", `{"x":{"y":[1,{}]},"value":[{"a":[1,{"b":2}],"c":true}]}`, `[] 1 a=3"" c=3""`, ""},
		{"opgemaakt en met escapes", "{\n\t\"value\" : [\r\n { \"a\\u0062\" : \"x\\\"\\u00e9,}\" , \"c\" : -1.5e2 }\n , {} ]\n}\n", `[] 1 ab=1"x\"é,}" c=2"-1.5e2" 2`, ""},
		{"lege lijst", `{"value":[]}`, "[]", "geen rijen"},
		{"geen value", `{"odata.metadata":"m"}`, "", "geen pagina van OData"},
		{"lijst", `[{"a":1}]`, "", "geen pagina van OData"},
		{"rij is geen object", `{"value":[1]}`, "[]", "geen pagina van OData"},
		{"versie 4", `{"@odata.context":"x","value":[{"a":1}]}`, "", "OData versie 4"},
		{"foutmelding", `{"odata.error":{"code":""}}`, "", "foutmelding van de server"},
		{"afgekapt in een rij", `{"value":[{"a":1},{"a":`, `[] 1 a=2"1"`, "afgekapt"},
		{"afgekapt in een tekst", `{"value":[{"a":1},{"a":"x`, `[] 1 a=2"1"`, "afgekapt"},
		{"afgekapt na een rij", `{"value":[{"a":1}`, `[] 1 a=2"1"`, "afgekapt"},
		{"afgekapt na de lijst", `{"value":[{"a":1}]`, `[] 1 a=2"1"`, "afgekapt"},
		{"geen JSON", `{"value":[{"a":1},{a}]}`, `[] 1 a=2"1"`, "rij 2: Hier staat geen geldige JSON"},
		{"rommel erachter", `{"value":[{"a":1}]}}`, `[] 1 a=2"1"`, "geldige JSON"},
		{"een rij van 2 MB", `{"value":[{"a":"` + strings.Repeat("x", 2<<20) + `"}]}`, "[]", "meer dan 1 MB"},
		{"veel buiten de rijen", `{"x":[` + strings.Repeat("1,", 1<<20) + `1],"value":[]}`, "", "meer dan 1 MB"},
	} {
		uit, _, err := odataTekst(strings.NewReader(c.in))
		if uit != c.uit || (err == nil) != (c.fout == "") || err != nil && !strings.Contains(err.Error(), c.fout) {
			t.Errorf("%s: %.200q, fout %v; wil %q, fout %q", c.naam, uit, err, c.uit, c.fout)
		}
	}
}

// The fields of a record are cut out by hand; encoding/json must see the same ones.
func FuzzSplits(f *testing.F) {
	f.Add(`{"a":"1 ","b":2.50,"c":null,"d":[1,{"e":"}"}],"f":true}`)
	f.Add("{ \"a\\\"\" : \"\\\\\" ,\n\"\":{}\t}")
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) || !json.Valid([]byte(in)) || !strings.HasPrefix(in, "{") {
			return
		}
		o := &odata{namen: map[string]string{}}
		velden := o.splits([]byte(in), nil)
		wil := map[string]json.RawMessage{}
		if err := json.Unmarshal([]byte(in), &wil); err != nil {
			return
		}
		laatste := map[string]Veld{}
		for _, v := range velden {
			laatste[v.Naam] = v
		}
		if len(laatste) != len(wil) {
			t.Fatalf("%q: velden %v", in, velden)
		}
		for naam, ruw := range wil {
			v := laatste[naam]
			var x any
			d := json.NewDecoder(bytes.NewReader(ruw))
			d.UseNumber()
			_ = d.Decode(&x)
			switch w := x.(type) {
			case nil:
				x = v.Vorm == Null
			case string:
				x = v.Vorm == Woord && v.Waarde == w
			case json.Number:
				x = v.Vorm == Nummer && v.Waarde == w.String()
			default:
				x = v.Vorm == Anders
			}
			if x != true {
				t.Fatalf("%q: %q werd %+v", in, ruw, v)
			}
		}
	})
}

// Only the last page decides: a link in the first is followed by the second page itself.
func TestLeesODataVervolg(t *testing.T) {
	eerste, laatste := `{"odata.nextLink":"http://x","value":[{"a":1}]}`, `{"value":[{"a":1}]}`
	for in, wil := range map[string]bool{eerste: true, eerste + laatste: false, laatste + eerste: true, laatste: false, `{"value":[{"a":1}],"odata.nextLink":"http://x"}`: true} {
		if _, p, err := odataTekst(strings.NewReader(in)); err != nil || p.Vervolg != wil {
			t.Errorf("%s: %+v, fout %v", in, p, err)
		}
	}
}

// herhaal gives one row over and over, as a file of 2 GB would.
type herhaal struct {
	kop, rij string
	n        int64
}

func (h *herhaal) Read(p []byte) (int, error) {
	if h.kop != "" {
		n := copy(p, h.kop)
		h.kop = h.kop[n:]
		return n, nil
	}
	n := 0
	for n+len(h.rij) <= len(p) {
		n += copy(p[n:], h.rij)
	}
	if h.n += int64(n); n == 0 || h.n > MaxBytes+MaxBytes/4 {
		return 0, errors.New("er is veel te ver gelezen")
	}
	return n, nil
}

// The readers stop at the limit; the real limit is tried without them, because that is fast.
func TestGrootBestand(t *testing.T) {
	vul := strings.Repeat("x", 4000)
	b, err := openMax("test", &herhaal{kop: `{"value":[{"a":1}`, rij: `,{"a":"` + vul + `"}`}, 8<<20)
	if err != nil {
		t.Fatal(err)
	}
	niets := func(string) error { return nil }
	_, err = LeesOData(b, niets, func(int, []Veld) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "groter dan 8 MB. Splits") {
		t.Errorf("JSON: %v", err)
	}
	if b, err = openMax("test", &herhaal{kop: "a;b\n", rij: vul + ";1\n"}, 8<<20); err != nil {
		t.Fatal(err)
	}
	c, err := OpenCSV(b)
	for err == nil {
		_, err = c.Next()
	}
	if !strings.Contains(err.Error(), "groter dan 8 MB. Splits") {
		t.Errorf("CSV: %v", err)
	}
	if b, err = Open("test", &herhaal{rij: vul}); err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, b)
	if n != MaxBytes || err == nil || !strings.Contains(err.Error(), "groter dan 256 MB. Splits") {
		t.Errorf("%d bytes, fout %v", n, err)
	}
}

func FuzzLeesOData(f *testing.F) {
	f.Add(`{"odata.metadata":"m","value":[{"a":"1 ","b":2.50},{"a":null}],"odata.nextLink":"x"}{"value":[{}]}`)
	f.Add(`{"value":[{"a":[{"b":`)
	f.Fuzz(func(t *testing.T, in string) {
		uit, p, err := odataTekst(strings.NewReader(in))
		if err == nil && (p.Rijen == 0 || !strings.Contains(uit, "[")) {
			t.Fatalf("%q: geen rijen en geen fout", in)
		}
	})
}
