// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"bufio"
	"strings"
	"testing"

	"dwarsverband/demo/data"
	"dwarsverband/domein/cijfer"
)

// Each file of the demonstration is known by itself.
func TestHerken(t *testing.T) {
	tests := map[string]string{
		"rotterdam/kwb_2017.json.gz": "kwb", "rotterdam/47018NED.json.gz": "politie-odata", "rotterdam/47022NED_bladzijde2.json.gz": "politie-odata",
		"rotterdam/47024NED.json.gz": "politie-odata", "rotterdam/buurten.geojson.gz": FormaatGebieden,
		"voorbeeldstad/gebieden_wijken.geojson": FormaatGebieden, "voorbeeldstad/buurtpeiling.csv": "canoniek",
		"voorbeeldstad/cijfers_maand.csv.gz": "canoniek", "voorbeeldstad/README.md": "",
	}
	for name, want := range tests {
		f, err := data.Bestanden.Open(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		r, err := cijfer.Uitpakken(f)
		if err != nil {
			t.Fatal(err)
		}
		head, _ := bufio.NewReaderSize(r, 64<<10).Peek(64 << 10)
		if got := Herken(head); got != want {
			t.Errorf("%s is taken for %q, want %q", name, got, want)
		}
		_ = f.Close()
	}
	portal := "Soort misdrijf;Perioden;Wijken en buurten;Geregistreerde misdrijven (aantal)\n"
	if got := Herken([]byte(portal)); got != "politie-csv" {
		t.Errorf("the portal of the police is taken for %q", got)
	}
	for _, text := range []string{"", "PK\x03\x04", "{}", "a,b,c\n1,2,3\n", strings.Repeat("x", 1000)} {
		if got := Herken([]byte(text)); got != "" {
			t.Errorf("%.20q is taken for %q", text, got)
		}
	}
}
