// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package domein

import (
	"errors"
	"maps"
	"math/rand/v2"
	"strconv"
	"testing"
)

func TestSamenvoegen(t *testing.T) {
	begin := map[string]Veld{"risico": {"laag", 1}, "tekst": {"a", 1}}
	after, versie, err := Samenvoegen("t", begin, 7, Wijziging{Basis: 7, Velden: map[string]string{"risico": "hoog"}})
	if err != nil || versie != 8 || after["risico"] != (Veld{"hoog", 8}) {
		t.Fatalf("first save: %v %d %v", after, versie, err)
	}
	_, _, err = Samenvoegen("t", after, 8, Wijziging{Basis: 7, Velden: map[string]string{"risico": "midden", "tekst": "b"}})
	var e *Error
	if !errors.As(err, &e) || e.Kind != Conflict || len(e.Botsingen) != 1 || e.Botsingen[0] != (Botsing{"risico", "midden", "hoog"}) {
		t.Fatalf("the clash must show both values, got %v", err)
	}
	merged, versie, err := Samenvoegen("t", after, 8, Wijziging{Basis: 7, Velden: map[string]string{"tekst": "b"}})
	if err != nil || versie != 9 || merged["tekst"].Waarde != "b" || merged["risico"].Waarde != "hoog" {
		t.Fatalf("another field must merge: %v %d %v", merged, versie, err)
	}
	if _, _, err := Samenvoegen("t", after, 8, Wijziging{Basis: 9}); KindOf(err) != Invalid {
		t.Fatalf("a version from the future is no base: %v", err)
	}
}

// No interleaving of writers may lose an acknowledged write: the last acknowledged value of each field is either in force or was seen by the writer
// that replaced it.
func TestSamenvoegenLosesNothing(t *testing.T) {
	chance := rand.New(rand.NewPCG(5, 1))
	for range 1000 {
		velden, versie := map[string]Veld{}, 0
		type view struct {
			velden map[string]Veld
			versie int
		}
		views := make([]view, 3)
		for step := range 12 {
			i := chance.IntN(len(views))
			if chance.IntN(3) == 0 {
				views[i] = view{maps.Clone(velden), versie}
				continue
			}
			naam := string(rune('a' + chance.IntN(3)))
			next, v, err := Samenvoegen("t", velden, versie, Wijziging{Basis: views[i].versie, Velden: map[string]string{naam: strconv.Itoa(step)}})
			if err != nil {
				continue
			}
			if velden[naam] != (Veld{}) && velden[naam] != views[i].velden[naam] {
				t.Fatalf("step %d overwrote %v, which the writer had never seen", step, velden[naam])
			}
			velden, versie = next, v
		}
	}
}
