// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis_test

import (
	"context"
	"fmt"
	"testing"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/domein/bericht"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// BenchmarkMorning wakes cases that all come back on one morning: the task, the bell and the mail of each, until nothing is left to do.
func BenchmarkMorning(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				h := proef.Maak(b)
				sent := 0
				h.Bericht.Verstuur = func(_ context.Context, list []bericht.Brief) []error {
					sent += len(list)
					return make([]error, len(list))
				}
				slapen(b, h, n)
				b.StartTimer()
				for systeem := huis.Machine(proef.Regio); ; {
					woken, err := h.Casus.Verstrijk(b.Context(), systeem)
					if err != nil {
						b.Fatal(err)
					}
					posted, err := h.Bericht.Ronde(b.Context(), systeem)
					if err != nil {
						b.Fatal(err)
					}
					if woken == 0 && posted == 0 {
						break
					}
				}
				if sent != n {
					b.Fatalf("%d mails for %d cases", sent, n)
				}
			}
		})
	}
}

// slapen keeps n dormant cases of one casusregisseur whose moment has come, and gives their ids.
func slapen(b *testing.B, h *proef.Huis, n int) (ids []string) {
	b.Helper()
	nu, wie := h.Casus.Nu(), h.Actor(b, proef.Regio, "procesregisseur")
	var daden []dossier.Daad
	for i := range n {
		k := dossier.Kop{ID: h.Casus.NieuwID(), Soort: dossier.Casus, Regime: dossier.ZVH, Codenaam: casus.Codenaam(i + 1), Status: string(casus.Sluimerend), Casusregisseur: "casusregisseur",
			Procesregisseur: wie.ID, Begonnen: nu, EersteVerwerking: nu.Date(), WekOp: nu.Date(), Versie: 1}
		g, err := h.Casus.MagVoor(wie, toegang.CasusOpenen, toegang.Middel{Soort: "casus", ID: k.ID, Verantwoordelijke: proef.Regio, Regime: string(dossier.ZVH)}, proef.Opening().Reden.Doel, "WGS")
		if err != nil {
			b.Fatal(err)
		}
		ids = append(ids, k.ID)
		daden = append(daden, dossier.Daad{Grant: g, Soort: dossier.Casus, Mutatie: dossier.Mutatie{Dossier: k.ID, Kop: &k, Zout: h.Casus.NieuwZout(),
			Taken: []dossier.Taak{h.Casus.Taak(k.ID, "wek", dossier.Systeem, "", nu)}}})
		if len(daden) < 200 && i < n-1 {
			continue
		}
		if err := h.Casus.Bewaar(b.Context(), daden...); err != nil {
			b.Fatal(err)
		}
		daden = nil
	}
	return ids
}
