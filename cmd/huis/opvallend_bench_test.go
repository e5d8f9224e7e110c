// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis_test

import (
	"fmt"
	"testing"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/journaal"
)

// BenchmarkUnusualLooks is one round of judging over a day of looks at a thousand cases; 20,000 is a day of 3,000 users.
func BenchmarkUnusualLooks(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				h := proef.Maak(b)
				ids := slapen(b, h, 1000)
				privacy := h.Actor(b, proef.Regio, "privacy")
				for _, soort := range toezicht.Voorwaardesoorten {
					if err := h.Toezicht.LegVast(b.Context(), privacy, soort, termijn.At(h.Nu).Date(), "2026-1"); err != nil {
						b.Fatal(err)
					}
				}
				kijken(b, h, n, ids)
				b.StartTimer()
				if _, err := h.Toezicht.Ronde(b.Context(), huis.Machine(proef.Regio)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// kijken puts n looks of the casusregisseur at cases in turn in the journal, in five hours.
func kijken(b *testing.B, h *proef.Huis, n int, ids []string) {
	b.Helper()
	wie := h.Actor(b, proef.Regio, "casusregisseur")
	var entries []journaal.Entry
	for i := range n {
		h.Nu = h.Nu.Add(5 * time.Hour / time.Duration(n))
		e, err := journaal.New(journaal.Params{Verantwoordelijke: proef.Regio, Wie: wie.ID, Rol: string(wie.Rollen[0]), Actie: "casus.inzien", Soort: "casus", Object: ids[i%len(ids)],
			Doel: "aanpak", Grondslag: "WGS", Uitkomst: "getoond", Moment: h.Nu})
		if err != nil {
			b.Fatal(err)
		}
		entries = append(entries, e)
	}
	if err := h.Casus.Store.Kijk(b.Context(), entries...); err != nil {
		b.Fatal(err)
	}
}
