// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// S9: over 500 knots with random parties and people who are away, on every step there is a holder, he is no party in it while anybody else on the ladder is left, and nobody
// who is away holds it.
func TestEveryKnotHasAHolder(t *testing.T) {
	var mensen []toegang.Actor
	for _, rol := range []toegang.Rol{toegang.Casusregisseur, toegang.Casusregisseur, toegang.Procesregisseur, toegang.Ketenmanager, toegang.Ketenmanager, toegang.Wethouder, toegang.Burgemeester, toegang.Deelnemer} {
		mensen = append(mensen, toegang.Actor{ID: fmt.Sprintf("%s-%d", rol, len(mensen)), Rollen: []toegang.Rol{rol}})
	}
	k := dossier.Kop{Casusregisseur: mensen[0].ID, Procesregisseur: mensen[2].ID}
	chance := rand.New(rand.NewPCG(2026, 11))
	for range 500 {
		var partijen []string
		weg := Afwezig{}
		for _, a := range mensen {
			if chance.IntN(4) == 0 {
				partijen = append(partijen, a.ID)
			}
			if chance.IntN(4) == 0 && a.Rollen[0] != toegang.Burgemeester {
				weg[a.ID] = mensen[chance.IntN(len(mensen))].ID
			}
		}
		for trede := 1; trede <= len(Ladder); trede++ {
			keus := Kies(trede, k, partijen, mensen, weg)
			if keus.Houder == "" || keus.Trede < trede {
				t.Fatalf("step %d: nobody holds it: %+v", trede, keus)
			}
			if slices.Contains(partijen, keus.Houder) && !slices.Contains(partijen, "burgemeester-6") {
				t.Fatalf("step %d: a party holds it though the burgemeester is none: %+v, parties %v", trede, keus, partijen)
			}
		}
	}
}
