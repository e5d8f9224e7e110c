// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

func TestReeksen(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		c, wie := cijfers(t, s)
		vreemd := actor("ander", toegang.AdviseurOOV)
		first := read(t, c, wie, "BU99990101 2025MM01 xxx\nBU99990101 2026MM01 xxxx\nBU99990101 2026MM02 .\nWK999901 2026MM01 xx\n", false)
		read(t, c, wie, "BU99990101 2026MM01 xxxxxx\n", false)

		v, err := c.Vergelijk(t.Context(), wie, cijfer.Keuze{Soort: "inbraak", Tot: "2026MM01", Per1000: true})
		if err != nil || v.Eerder != "2025MM01" || v.Keuze.Per1000 || len(v.Perioden) != 3 || len(v.Rijen) != 2 {
			t.Fatalf("comparison: %+v %v", v, err)
		}
		if r := v.Rij("BU99990101"); *r.Nu.Waarde != 6 || *r.Verschil() != 3 || len(r.Reeks) != 2 {
			t.Errorf("the value in force against a year before: %+v", r)
		}
		if r := v.Rij("GM9999"); r.Nu.Reden != "geen gegevens" {
			t.Errorf("an area without figures: %+v", r)
		}
		if v, err := c.Vergelijk(t.Context(), wie, cijfer.Keuze{Soort: "inbraak", Tot: "2031MM01"}); err != nil || v.Keuze.Tot != "2026MM02" {
			t.Errorf("a period without figures becomes the newest: %v %v", v.Keuze.Tot, err)
		}
		if list, err := c.Reeksen(t.Context(), wie, "inbraak", "2026MM01", ""); err != nil || len(list) != 3 || list[2].Gebied != "WK999901" {
			t.Errorf("from January: %+v %v", list, err)
		}
		if by, err := c.VanGebied(t.Context(), wie, "BU99990101"); err != nil || len(by["inbraak"]) != 3 {
			t.Errorf("one area: %+v %v", by, err)
		}
		if list, err := c.Herzieningen(t.Context(), wie, "inbraak", "BU99990101"); err != nil || len(list) != 1 || *list[0].Waarde != 4 || list[0].Import != first.ID || list[0].Tot.IsZero() {
			t.Errorf("what was revised: %+v %v", list, err)
		}
		stand, err := c.Stand(t.Context(), wie)
		if err != nil || len(stand) != 1 || stand[0].Reeksen() != 2 || stand[0].Soorten[0].Tot != "2026MM02" {
			t.Errorf("sources: %+v %v", stand, err)
		}
		if list, err := c.InvoerenVan(t.Context(), wie, "TEST"); err != nil || len(list) != 2 {
			t.Errorf("files of the source: %+v %v", list, err)
		}
		if kind, err := c.Opening(t.Context(), wie, []string{"BU99990101"}); err != nil || kind != "" {
			t.Errorf("the newest month has no figure, and the map opens on %q, %v", kind, err)
		}
		if _, err := c.Vergelijk(t.Context(), vreemd, cijfer.Keuze{Soort: "inbraak"}); domein.KindOf(err) != domein.NotFound {
			t.Errorf("another tenant compares: %v", err)
		}
		if by, err := c.VanGebied(t.Context(), vreemd, "BU99990101"); err != nil || len(by) != 0 {
			t.Errorf("another tenant sees an area: %v %v", by, err)
		}
		if stand, err := c.Stand(t.Context(), vreemd); err != nil || len(stand) != 0 {
			t.Errorf("another tenant sees sources: %v %v", stand, err)
		}
	})
}
