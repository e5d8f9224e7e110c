// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht_test

import (
	"slices"
	"testing"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/toezicht"
)

// The sample of a seed is always the same, holds every emergency look, and 299 of the others; over many seeds each look has the same chance.
func TestKies(t *testing.T) {
	var blikken []toezicht.Blik
	for i := range 1000 {
		blikken = append(blikken, toezicht.Blik{Volgnr: int64(i + 1), Nood: i%100 == 0})
	}
	keer := map[int64]int{}
	const zaden = 200
	kies := func(zaad int64) []toezicht.Regel {
		return toezicht.Kies(slices.Clone(blikken), func(n int, wissel func(i, j int)) { huis.Schud(zaad, n, wissel) })
	}
	for zaad := range int64(zaden) {
		list := kies(zaad)
		if len(list) != 10+299 || !slices.IsSortedFunc(list, func(a, b toezicht.Regel) int { return int(a.Volgnr - b.Volgnr) }) {
			t.Fatalf("%d looks, or not in order", len(list))
		}
		again := kies(zaad)
		for i, r := range list {
			if again[i].Volgnr != r.Volgnr {
				t.Fatal("the same seed gives another sample")
			}
			keer[r.Volgnr]++
		}
	}
	for nr, n := range keer {
		if want := zaden * 299 / 990; (nr-1)%100 != 0 && (n < want/2 || n > want*2) {
			t.Errorf("look %d is in %d of %d samples, expected about %d", nr, n, zaden, want)
		}
	}
	if len(keer) != 1000 {
		t.Errorf("only %d looks are ever drawn", len(keer))
	}
	if got := toezicht.Kies([]toezicht.Blik{{Volgnr: 7}}, func(int, func(int, int)) {}); len(got) != 1 || got[0].Volgnr != 7 {
		t.Errorf("of one look %+v", got)
	}
}
