// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"strings"
	"testing"

	"dwarsverband/geo"
)

func TestKaartMarksSignals(t *testing.T) {
	square := geo.MultiPolygon{{{{1000, 2000}, {1100, 2000}, {1100, 2100}, {1000, 2100}, {1000, 2000}}}}
	svg := Kaart([]Vlak{{ID: "a", Naam: "Haven", Vorm: square, Klasse: 1, Waarde: "25", Signaal: true}}, KaartOpties{ID: "k", Titel: "t", Breedte: 112, MaxHoogte: 112, Tolerantie: -1})
	parse(t, "kaart", svg)
	// The square is 100 pixels wide inside a margin of 6, so its middle is at 56 pixels: 560 in tenths, and the top of the diamond 60 above that.
	for _, want := range []string{`<path d="M560 500l60 60 -60 60 -60 -60z"/>`, `<title>Haven: 25, signaal</title>`, "1 gebied met een signaal."} {
		if !strings.Contains(svg, want) {
			t.Errorf("%s lacks %s", svg, want)
		}
	}
	if plain := Kaart([]Vlak{{ID: "a", Naam: "Haven", Vorm: square}}, KaartOpties{ID: "k", Titel: "t"}); strings.Contains(plain, "signa") {
		t.Error("a map without signals speaks of them")
	}
	parse(t, "staal", StaalSignaal())
}
