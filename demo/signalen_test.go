// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo_test

import (
	"strings"
	"testing"

	"dwarsverband/demo"
	"dwarsverband/demo/proef"
	"dwarsverband/domein/signaal"
	"dwarsverband/toegang"
)

// The lists of the demonstration look alive: every station is there, the newest signal is new, and texts about real areas say that they are examples.
func TestSignalen(t *testing.T) {
	h := proef.Maak(t)
	for _, month := range []string{"2025MM11", "2025MM12", "2026MM02", "2026MM05", "2026MM08"} {
		h.Lees(t, proef.Eigen, "BU99910102;"+month+";inbraak;41;;REG\n")
	}
	ctx, wie := t.Context(), h.Wie[proef.Eigen]
	if err := demo.Signalen(ctx, h.Signaal, wie, "rotterdam"); err != nil {
		t.Fatal(err)
	}
	list, err := h.Signaal.Lijst(ctx, wie[toegang.AdviseurOOV], signaal.Filter{Alles: true})
	if err != nil {
		t.Fatal(err)
	}
	n := map[signaal.Status]int{}
	for _, s := range list {
		n[s.Status()]++
		b, err := h.Signaal.Toon(ctx, wie[toegang.AdviseurOOV], s.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range b.Gebeurtenissen {
			if e.Tekst != "" && e.Wat != signaal.Herzien && !strings.HasPrefix(e.Tekst, "Voorbeeldtekst, niet van de gemeente.") {
				t.Errorf("%s: %q", e.Wat, e.Tekst)
			}
		}
	}
	if len(list) != 6 || list[0].Status() != signaal.Nieuw || list[0].Periode != "2026MM09" || n[signaal.Geduid] != 1 || n[signaal.Besproken] != 1 || n[signaal.Opgepakt] != 1 || n[signaal.Gesloten] != 2 {
		t.Errorf("%d signals: %v", len(list), n)
	}
}
