// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"math"
	"testing"

	"dwarsverband/domein/signaal"
)

// reeksVan makes a series of counts that swing between low and low+1.
func reeksVan(n int, low float64) signaal.Reeks {
	r := signaal.Reeks{Soort: "inbraak", Gebied: "BU1", Begin: "2019MM01", Waarden: make([]float64, n), Voorlopig: make([]bool, n)}
	for i := range r.Waarden {
		r.Waarden[i] = low + float64(i*7%3%2)
	}
	return r
}

func TestDetecteer(t *testing.T) {
	planted, quiet, gap, young := reeksVan(90, 4), reeksVan(90, 4), reeksVan(90, 4), reeksVan(20, 4)
	planted.Waarden[88] = 25 // the month before the newest
	gap.Waarden[89] = math.NaN()
	all, err := detecteer(t.Context(), []signaal.Reeks{planted, quiet, gap, young}, 24)
	if err != nil || len(all) != 4 {
		t.Fatalf("%d series, %v", len(all), err)
	}
	for i, row := range all {
		if len(row) != 24 {
			t.Fatalf("series %d: %d months", i, len(row))
		}
	}
	hit := all[0][22]
	if !hit.Kan || hit.P > 1e-4 || hit.Verwacht < 4 || hit.Verwacht > 5 {
		t.Errorf("25 against 4 or 5: %+v", hit)
	}
	if next := all[0][23]; next.P < 0.1 || next.Verwacht > 6 {
		t.Errorf("what went on a month ago is not what is expected now: %+v", next)
	}
	low, high := hit.Interval()
	if low > 4 || high < 5 || high > 15 || low < 0 {
		t.Errorf("95 of 100 quiet months between %v and %v", low, high)
	}
	smallest, ok := hit.Kleinste(hit.P)
	if !ok || smallest > 25 {
		t.Errorf("the smallest count with this p-value: %v", smallest)
	}
	if most, ok := hit.Kleinste(0.025); !ok || most != high+1 {
		t.Errorf("above the interval begins what one in forty quiet months reaches: %v, %v", most, high)
	}
	if quiet := all[1][22]; !quiet.Kan || quiet.P < 0.1 {
		t.Errorf("a quiet month: %+v", quiet)
	}
	if all[2][23].Kan || !all[2][22].Kan {
		t.Error("a gap was judged, or the month before it was not")
	}
	for at, toets := range all[3] {
		if toets.Kan {
			t.Errorf("month %d of a series of twenty months was judged", at)
		}
	}
	for _, bad := range []float64{-1, math.Inf(1)} {
		r := reeksVan(90, 4)
		r.Waarden[50] = bad
		if _, err := detecteer(t.Context(), []signaal.Reeks{r}, 24); err == nil {
			t.Errorf("%v was taken for a count", bad)
		}
	}
}

func TestLinksleutel(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		key := linksleutel()
		if len(key) != 22 || seen[key] {
			t.Fatalf("key %q", key)
		}
		seen[key] = true
	}
}
