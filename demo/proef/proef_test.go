// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package proef

import (
	"testing"

	"dwarsverband/toegang"
)

func TestMaak(t *testing.T) {
	h := Maak(t)
	wie := h.Wie[Eigen]
	if list, err := h.Gebied.Lijst(t.Context(), wie[toegang.AdviseurOOV], false); err != nil || len(list) != 7 {
		t.Fatalf("%d areas, %v", len(list), err)
	}
	if reeks, err := h.Cijfer.Reeks(t.Context(), wie[toegang.Raadslid], "inbraak", "BU99910101"); err != nil || len(reeks) != 72 || *reeks[71].Waarde != 25 {
		t.Fatalf("%d months, %v", len(reeks), err)
	}
	if _, err := h.Cijfer.Reeks(t.Context(), wie[toegang.Raadslid], "hg", "WK999101"); err == nil {
		t.Fatal("a member of the council sees a delivery that is not open")
	}
	if soorten, err := h.Cijfer.Soorten(t.Context(), wie[toegang.Raadslid]); err != nil || len(soorten) != 3 {
		t.Fatalf("the council is offered %d kinds, %v", len(soorten), err)
	}
}
