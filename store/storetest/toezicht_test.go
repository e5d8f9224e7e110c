// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"testing"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// Looks may be judged once all conditions stand, never from before any was recorded, and not at all when one is withdrawn; each is the privacy officer's, and of one controller.
func TestConditions(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		ctx, k, nu := t.Context(), kader(t), termijn.At(noon)
		k.Nu = func() termijn.Moment { return nu }
		d := &toezicht.Service{Kader: k, Store: s}
		pim, vandaag := actor("eigen", toegang.Privacyfunctionaris), nu.Date()
		soort := func(err error, want domein.Kind, wat string) {
			t.Helper()
			if domein.KindOf(err) != want {
				t.Errorf("%s: %v", wat, err)
			}
		}
		ingang := func(wie toegang.Actor) (termijn.Moment, bool, []toezicht.Voorwaarde) {
			t.Helper()
			list, err := d.Voorwaarden(ctx, wie)
			if err != nil {
				t.Fatal(err)
			}
			van, ok := toezicht.Ingang(list)
			return van, ok, list
		}
		soort(d.LegVast(ctx, pim, toezicht.Aankondiging, vandaag.AddDays(-1), "intranet"), domein.Invalid, "announced in the past")
		soort(d.LegVast(ctx, pim, toezicht.DPIA, vandaag.AddDays(1), "2026-1"), domein.Invalid, "a DPIA of tomorrow")
		soort(d.LegVast(ctx, pim, "akkoord van de baas", vandaag, " "), domein.Invalid, "a condition of one's own")
		soort(d.LegVast(ctx, actor("eigen", toegang.FG), toezicht.DPIA, vandaag, "2026-1"), domein.Forbidden, "the FG decides")
		for _, x := range []struct {
			soort string
			dag   termijn.Date
		}{{toezicht.Aankondiging, vandaag.AddDays(14)}, {toezicht.DPIA, vandaag.AddDays(-30)}, {toezicht.Ondernemingsraad, vandaag}} {
			if _, ok, _ := ingang(pim); ok {
				t.Errorf("on before %s was recorded", x.soort)
			}
			if err := d.LegVast(ctx, pim, x.soort, x.dag, "2026-1"); err != nil {
				t.Fatal(err)
			}
		}
		soort(d.LegVast(ctx, pim, toezicht.DPIA, vandaag, "2026-2"), domein.Conflict, "a second DPIA")
		van, ok, list := ingang(actor("eigen", toegang.FG))
		if !ok || van != vandaag.AddDays(14).Start() || len(list) != 3 || list[0].Door != pim.ID {
			t.Errorf("from %v (%v): %+v", van, ok, list)
		}
		if _, ok, other := ingang(actor("ander", toegang.Privacyfunctionaris)); ok || len(other) > 0 {
			t.Errorf("another controller has %+v", other)
		}
		var raad string
		for _, v := range list {
			if v.Soort == toezicht.Ondernemingsraad {
				raad = v.ID
			}
		}
		soort(d.TrekIn(ctx, actor("ander", toegang.Privacyfunctionaris), raad), domein.Conflict, "another controller withdraws")
		nu = nu.Plus(60 * 24 * time.Hour)
		if err := d.TrekIn(ctx, pim, raad); err != nil {
			t.Fatal(err)
		}
		soort(d.TrekIn(ctx, pim, raad), domein.Conflict, "withdrawn twice")
		if _, ok, list := ingang(pim); ok || len(list) != 3 {
			t.Errorf("on without consent, or the withdrawn row is gone: %+v", list)
		}
		nu = nu.Plus(time.Hour)
		if err := d.LegVast(ctx, pim, toezicht.Ondernemingsraad, vandaag, "2026-3"); err != nil {
			t.Fatal(err)
		}
		if van, ok, _ := ingang(pim); !ok || van != nu {
			t.Errorf("after consent was given again from %v, expected %v: nothing of the time without it", van, nu)
		}
	})
}
