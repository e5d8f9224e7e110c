// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bewaring_test

import (
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
)

// A long list is approved as one act.
func TestLongListIsApprovedAtOnce(t *testing.T) {
	h := proef.Maak(t)
	ctx, noor := t.Context(), h.Actor(t, proef.Regio, "procesregisseur")
	var ids []string
	for range 70 {
		k := h.Meld(t, "agent", map[string]string{"achternaam": "Proef"})
		if err := h.Melding.Weeg(ctx, noor, k.ID, proef.NietIn()); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, k.ID)
	}
	h.Nu = h.Nu.AddDate(1, 0, 2)
	weg, err := h.Bewaring.KeurGoed(ctx, h.Actor(t, proef.Regio, "archivaris"), ids)
	if err != nil || len(weg) != 70 {
		t.Errorf("%d of 70 are destroyed: %v", len(weg), err)
	}
}

// A case that is older than the law on its term does not make the list fail; the law of today holds for it.
func TestCaseOlderThanItsLaw(t *testing.T) {
	h := proef.Maak(t)
	h.Nu = time.Date(2024, 6, 3, 9, 0, 0, 0, time.UTC)
	k := h.OpenCasus(t)
	ctx, proces := t.Context(), h.Actor(t, proef.Regio, "procesregisseur")
	b, err := h.Casus.Toon(ctx, proces, k.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Van(casus.Betrokkene) {
		if _, err := h.Casus.Leg(ctx, proces, k.ID, casus.Vastlegging{Soort: casus.Informeren, Wijziging: domein.Wijziging{Velden: map[string]string{"betrokkene": p.ID, "op": "2024-06-03"}}}); err != nil {
			t.Fatal(err)
		}
	}
	for i, naar := range []casus.Stand{casus.Afschalen, casus.Nazorg, casus.Gesloten} {
		if _, err := h.Casus.ZetStand(ctx, proces, k.ID, casus.Stap{Naar: naar, Reden: "Afgesproken met iedereen.", Basis: i + 1}); err != nil {
			t.Fatal(err)
		}
	}
	h.Nu = proef.Middag
	list, _, err := h.Bewaring.Lijst(ctx, h.Actor(t, proef.Regio, "archivaris"))
	if err != nil || len(list) != 1 || list[0].Tot.String() != "2029-06-03" {
		t.Errorf("the list: %+v %v", list, err)
	}
}
