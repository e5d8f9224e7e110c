// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding_test

import (
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/melding"
	"dwarsverband/toegang"
)

// What may be done to reports opens no case: for a procesregisseur outside its circle a case does not exist at these doors either, and no look at it is recorded.
func TestReportsOpenNoCase(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	ander := toegang.Actor{ID: "procesregisseur-2", Verantwoordelijke: proef.Regio, Organisatie: "gemeente", Rollen: []toegang.Rol{toegang.Procesregisseur}}
	ctx := t.Context()
	doors := map[string]func() error{
		"read":  func() error { _, err := h.Melding.Toon(ctx, ander, k.ID); return err },
		"weigh": func() error { return h.Melding.Weeg(ctx, ander, k.ID, melding.Weging{}) },
		"join":  func() error { return h.Melding.Koppel(ctx, ander, k.ID, k.ID) },
		"known": func() error { _, err := h.Melding.HitVraag(ctx, ander, k.ID); return err },
	}
	for name, door := range doors {
		if err := door(); domein.KindOf(err) != domein.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	for r, err := range h.Store.JournaalRijen(ctx, proef.Regio) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Object == k.ID && r.Wie == ander.ID && r.Uitkomst != "geweigerd" {
			t.Errorf("%s is recorded as %s", r.Actie, r.Uitkomst)
		}
	}
}

// Joined reports are decided on together: whoever made the second one hears the outcome too.
func TestJoinedReportsAreDecidedTogether(t *testing.T) {
	h := proef.Maak(t)
	ctx, noor := t.Context(), h.Actor(t, proef.Regio, "procesregisseur")
	mens := map[string]string{"achternaam": "Proef", "geboren": "1971-01-01"}
	een, ander := h.Meld(t, "agent", mens).ID, h.Meld(t, "veilig-thuis", mens).ID
	if err := h.Melding.Koppel(ctx, noor, een, ander); err != nil {
		t.Fatal(err)
	}
	if err := h.Melding.Weeg(ctx, noor, een, proef.NietIn()); err != nil {
		t.Fatal(err)
	}
	b, err := h.Melding.Toon(ctx, h.Actor(t, proef.Regio, "veilig-thuis"), ander)
	if err != nil || b.Status != melding.NietIngenomen {
		t.Errorf("the second report is %s: %v", b.Status, err)
	}
}
