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

// S9: over 500 knots with random parties and people who are away, on every step there is a holder, he is no party in it while anybody on the ladder is none.
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
			if vrij := slices.ContainsFunc(mensen, func(a toegang.Actor) bool { return opLadder(a) && !slices.Contains(partijen, a.ID) }); vrij && slices.Contains(partijen, keus.Houder) {
				t.Fatalf("step %d: a party holds it though somebody on the ladder is none: %+v, parties %v", trede, keus, partijen)
			}
		}
	}
}

func opLadder(a toegang.Actor) bool {
	return slices.ContainsFunc(Ladder, func(t Trede) bool {
		return slices.ContainsFunc(t.Rollen, func(r toegang.Rol) bool { return slices.Contains(a.Rollen, r) })
	})
}

// The mayor who brought it in, or is a party, does not hold it: a wethouder sits in his place at the highest table; where all are parties he holds it and cannot decide.
func TestMayorIsParty(t *testing.T) {
	mensen := []toegang.Actor{{ID: "b", Rollen: []toegang.Rol{toegang.Burgemeester}}, {ID: "w", Rollen: []toegang.Rol{toegang.Wethouder}}, {ID: "p", Rollen: []toegang.Rol{toegang.Procesregisseur}}}
	k := dossier.Kop{Casusregisseur: "c", Procesregisseur: "p"}
	for _, tt := range []struct {
		partijen []string
		weg      Afwezig
		want     string
	}{
		{[]string{"a"}, nil, "b"}, {[]string{"b"}, nil, "w"}, {[]string{"b", "w"}, nil, "p"}, {[]string{"b"}, Afwezig{"w": "p"}, "p"}, {[]string{"b", "p"}, Afwezig{"w": "b"}, "w"},
		{[]string{"b", "w", "p"}, nil, "c"}, {[]string{"b", "w", "p", "c"}, nil, "b"},
	} {
		if got := Kies(len(Ladder), k, tt.partijen, mensen, tt.weg); got.Houder != tt.want || got.Trede != len(Ladder) {
			t.Errorf("parties %v, away %v: %+v, want %s", tt.partijen, tt.weg, got, tt.want)
		}
	}
}
