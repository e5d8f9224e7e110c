// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// delen opens an ODT and gives its parts by name, each checked to be XML; the first must be the format, as it is.
func delen(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	if f := z.File[0]; f.Name != "mimetype" || f.Method != zip.Store {
		t.Errorf("the first part is %s, method %d", f.Name, f.Method)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
		if f.Name == "mimetype" {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v", f.Name, err)
			}
		}
	}
	return parts
}

func TestODT(t *testing.T) {
	file, err := Document{Titel: "Uw gegevens & <rechten>", Delen: []Deel{{Kop: "Wie", Tekst: "Een \x00 zin.", Feiten: [][2]string{{"Van", "politie"}}},
		{Tabel: "Regels", Kolom: []string{"Datum", "Wie"}, Rijen: [][]string{{"9 november", "gemeente"}, {"10 november", "a<b"}}}}}.ODT()
	if err != nil {
		t.Fatal(err)
	}
	parts := delen(t, file)
	content := parts["content.xml"]
	for _, want := range []string{"Uw gegevens &amp; &lt;rechten&gt;", `text:outline-level="2">Wie<`, "Van: politie", "<table:table-header-rows>", "a&lt;b"} {
		if !strings.Contains(content, want) {
			t.Errorf("%q is not in it", want)
		}
	}
	if n := strings.Count(content, "<table:table-row>"); n != 3 {
		t.Errorf("%d rows, want 3", n)
	}
	if !strings.Contains(parts["meta.xml"], "nl-NL") || parts["mimetype"] != mimeODT {
		t.Error("language or format is missing")
	}
}

func FuzzODT(f *testing.F) {
	f.Add("titel", "cel")
	f.Add("\xff]]>", "<&\"'\x01")
	f.Fuzz(func(t *testing.T, titel, cel string) {
		file, err := Document{Titel: titel, Delen: []Deel{{Kop: cel, Tekst: cel, Tabel: titel, Kolom: []string{cel}, Rijen: [][]string{{titel}}}}}.ODT()
		if err != nil {
			t.Fatal(err)
		}
		delen(t, file)
	})
}
