// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"sync"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/verband"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

const waarom = "Hier is het geweld het hoogst."

func doelEind(id string) verband.Eind { return verband.Eind{Soort: verband.Doel, ID: id} }

// The letter's own example: a safety goal and a care goal are tied, and the tie counts only when both owners agree.
func TestTieOfSafetyAndCareNeedsBothOwners(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		safety, care := r.doel(r.oov, r.ivp(), "Wijken met geweld volgen"), r.doel(r.zorg, r.wmo(), "Preventie in die wijken")
		v := must(r.verband.Leg(ctx, r.oov, doelEind(safety.ID), doelEind(care.ID), waarom))(t)
		if v.Status != verband.Voorgesteld || len(v.Akkoorden) != 1 || v.Akkoorden[0].Domein != toegang.DomeinVeiligheid || v.Akkoorden[0].Wie != r.oov.ID {
			t.Fatalf("the proposer agrees for his own side only: %+v", v)
		}
		_, err := r.verband.Leg(ctx, r.zorg, doelEind(care.ID), doelEind(safety.ID), waarom)
		wants(t, err, domein.Conflict) // the same tie the other way round
		_, err = r.verband.StemIn(ctx, r.oov, v.ID)
		wants(t, err, domein.Forbidden) // he cannot agree for care
		_, err = r.verband.StemIn(ctx, r.burgemeester, v.ID)
		wants(t, err, domein.Forbidden)
		z := must(r.verband.Van(ctx, r.zorg, doelEind(care.ID)))(t)
		if len(z) != 1 || !z[0].MagInstemmen || z[0].Ander(doelEind(care.ID)).Naam != "Wijken met geweld volgen" || z[0].Ontbreekt[0] != toegang.DomeinZorg {
			t.Fatalf("the owner of care is asked: %+v", z)
		}
		if must(r.verband.Van(ctx, r.oov, doelEind(safety.ID)))(t)[0].MagInstemmen {
			t.Fatal("who agreed is not asked again")
		}
		v = must(r.verband.StemIn(ctx, r.zorg, v.ID))(t)
		if v.Status != verband.VanKracht || len(v.Akkoorden) != 2 {
			t.Fatalf("both agreed: %+v", v)
		}
		_, err = r.verband.StemIn(ctx, r.zorg, v.ID)
		wants(t, err, domein.Conflict)
		if z := must(r.verband.Toon(ctx, r.oov, v.ID))(t); z.Akkoorden[1].Wie != r.zorg.ID || z.Akkoorden[1].Wanneer.IsZero() || z.Waarom != waarom {
			t.Fatalf("who, when and why are kept: %+v", z)
		}
	})
}

func TestOtherTiesAreInForceAtOnce(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p := r.ivp()
		d := r.doel(r.oov, p, "Minder inbraken")
		a := r.actie(r.oov, p, d)
		area := verband.Eind{Soort: verband.Gebied, ID: "WK999901"}
		v := must(r.verband.Leg(ctx, r.oov, doelEind(d.ID), area, waarom))(t)
		must(r.verband.Leg(ctx, r.oov, area, verband.Eind{Soort: verband.Actie, ID: a.ID}, waarom))(t)
		if v.Status != verband.VanKracht {
			t.Fatalf("an area agrees to nothing: %+v", v)
		}
		// From the goal the measure is two steps away, by way of the area.
		first := must(r.verband.Van(ctx, r.oov, doelEind(d.ID)))(t)[0].Ander(doelEind(d.ID))
		found := false
		for _, z := range must(r.verband.Van(ctx, r.oov, first.Eind))(t) {
			found = found || z.Ander(first.Eind).ID == a.ID
		}
		if first.Naam != "Noord" || !found {
			t.Fatalf("the measure is not two steps away: %+v", first)
		}
		wants(t, r.verband.Beeindig(ctx, r.zorg, v.ID, "Niet van mij."), domein.Forbidden)
		wants(t, r.verband.Beeindig(ctx, r.oov, v.ID, " "), domein.Invalid)
		if err := r.verband.Beeindig(ctx, r.oov, v.ID, "De wijk is rustig."); err != nil {
			t.Fatal(err)
		}
		wants(t, r.verband.Beeindig(ctx, r.oov, v.ID, "Nog eens."), domein.Conflict)
		must(r.verband.Leg(ctx, r.oov, doelEind(d.ID), area, waarom))(t) // what ended can be tied again
	})
}

func TestTieNeedsBothEnds(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		d := r.doel(r.oov, r.ivp(), "Minder inbraken")
		for _, e := range []verband.Eind{doelEind("weg"), {Soort: verband.Indicator, ID: "weg"}, {Soort: verband.Actie, ID: "weg"}, {Soort: verband.Gebied, ID: "WK000000"}, {Soort: verband.Signaal, ID: "weg"}} {
			_, err := r.verband.Leg(ctx, r.oov, doelEind(d.ID), e, waarom)
			wants(t, err, domein.NotFound)
		}
		_, err := r.verband.Leg(ctx, r.vreemd, doelEind(d.ID), verband.Eind{Soort: verband.Gebied, ID: "WK999901"}, waarom)
		wants(t, err, domein.NotFound) // both are of another tenant
		_, err = r.verband.Van(ctx, r.vreemd, doelEind(d.ID))
		wants(t, err, domein.NotFound)
		_, err = r.verband.Leg(ctx, r.burgemeester, doelEind(d.ID), verband.Eind{Soort: verband.Gebied, ID: "WK999901"}, waarom)
		wants(t, err, domein.Forbidden)
	})
}

// S22: removing an end leaves no dangling tie, whichever end it is.
func TestRemovingAnEndEndsItsTies(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p := r.ivp()
		d, other := r.doel(r.oov, p, "Minder inbraken"), r.doel(r.oov, p, "Meer vertrouwen")
		i, a := r.indicator(r.oov, d), r.actie(r.oov, p, other)
		area := verband.Eind{Soort: verband.Gebied, ID: "WK999901"}
		indicator, actie := verband.Eind{Soort: verband.Indicator, ID: i.ID}, verband.Eind{Soort: verband.Actie, ID: a.ID}
		for _, e := range [][2]verband.Eind{{doelEind(d.ID), area}, {doelEind(other.ID), indicator}, {doelEind(d.ID), actie}, {doelEind(d.ID), doelEind(other.ID)}, {indicator, area}, {actie, area}} {
			must(r.verband.Leg(ctx, r.oov, e[0], e[1], waarom))(t)
		}
		left := func() int {
			t.Helper()
			list := must(r.verband.Lijst(ctx, r.oov))(t)
			kept := must(s.Verbanden(ctx, mag(t, kader(t), r.oov, toegang.VerbandLezen), verband.Eind{}))(t)
			if len(list) != len(kept) {
				t.Fatalf("%d ties are running and %d have both ends", len(kept), len(list))
			}
			return len(list)
		}
		if n := left(); n != 7 { // six, and the one that the indicator was made with
			t.Fatalf("%d ties", n)
		}
		wants(t, r.plan.VerwijderDoel(ctx, r.oov, other.ID), domein.Conflict) // a measure serves it
		for n, remove := range []func() error{
			func() error { return r.plan.VerwijderDoel(ctx, r.oov, d.ID) },
			func() error { return r.plan.VerwijderIndicator(ctx, r.oov, i.ID) },
			func() error { return r.plan.VerwijderActie(ctx, r.oov, a.ID) },
			func() error { return r.plan.VerwijderDoel(ctx, r.oov, other.ID) },
		} {
			if err := remove(); err != nil {
				t.Fatal(err)
			}
			if got, want := left(), []int{3, 1, 0, 0}[n]; got != want {
				t.Fatalf("after removal %d: %d ties, want %d", n+1, got, want)
			}
		}
	})
}

// Laying a tie to a goal and removing that goal at once, in any order, never leaves a tie without its end.
func TestTieAndRemovalCannotCross(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), context.WithoutCancel(t.Context())
		p := r.ivp()
		for range 8 {
			d := r.doel(r.oov, p, "Minder inbraken")
			var wait sync.WaitGroup
			wait.Add(2)
			go func() {
				defer wait.Done()
				_, _ = r.verband.Leg(ctx, r.oov, doelEind(d.ID), verband.Eind{Soort: verband.Gebied, ID: "WK999901"}, waarom)
			}()
			var removed error
			go func() {
				defer wait.Done()
				removed = r.plan.VerwijderDoel(ctx, r.oov, d.ID)
			}()
			wait.Wait()
			if removed != nil {
				t.Fatal(removed)
			}
			if list := must(s.Verbanden(ctx, mag(t, kader(t), r.oov, toegang.VerbandLezen), doelEind(d.ID)))(t); len(list) != 0 {
				t.Fatalf("a dangling tie: %+v", list)
			}
		}
	})
}

// The council sees ties between open things only.
func TestTieVisibility(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		_, d, i, _ := r.vastgesteld()
		draft := r.doel(r.zorg, r.wmo(), "Meer preventie")
		must(r.verband.Leg(ctx, r.oov, doelEind(d.ID), doelEind(draft.ID), waarom))(t)
		z := must(r.verband.Van(ctx, r.raadslid, doelEind(d.ID)))(t)
		if len(z) != 1 || z[0].Ander(doelEind(d.ID)).ID != i.ID || z[0].MagBeeindigen {
			t.Fatalf("the council sees the tie with the indicator only: %+v", z)
		}
		_, err := r.verband.Van(ctx, r.raadslid, doelEind(draft.ID))
		wants(t, err, domein.NotFound)
		if all := must(r.verband.Lijst(ctx, r.raadslid))(t); len(all) != 1 {
			t.Fatalf("the list shows %d ties", len(all))
		}
	})
}

// A signal can be tied, is named by what was seen where and when, and is nothing for the council.
func TestTieWithSignal(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p := r.ivp()
		d := r.doel(r.oov, p, "Minder inbraken")
		a := r.actie(r.oov, p, d)
		must(r.plan.BiedAan(ctx, r.oov, p.ID))(t)
		k := kader(t)
		grant := mag(t, k, r.oov, toegang.SignaalDetecteren)
		entry := must(k.Entry(grant, "signaal", "s1", "s1"))(t)
		seen := signaal.Signaal{ID: "s1", Soort: "inbraak", Gebied: "WK999901", Periode: "2024JJ00", Ontstaan: k.Nu(), Versie: 1}
		if err := s.SaveOordelen(ctx, grant, nil, []signaal.Signaal{seen}, nil, entry); err != nil {
			t.Fatal(err)
		}
		end := verband.Eind{Soort: verband.Signaal, ID: "s1"}
		v := must(r.verband.Leg(ctx, r.oov, end, verband.Eind{Soort: verband.Actie, ID: a.ID}, "Deze actie pakt het signaal op."))(t)
		z := must(r.verband.Toon(ctx, r.oov, v.ID))(t)
		if v.Status != verband.VanKracht || z.VanFeit.Naam != "Inbraak in Noord, 2024" || z.VanFeit.Openbaar {
			t.Fatalf("the signal as an end: %+v", z)
		}
		_, err := r.verband.Toon(ctx, r.raadslid, v.ID)
		wants(t, err, domein.NotFound)
		_, err = r.verband.Van(ctx, r.raadslid, end)
		wants(t, err, domein.NotFound)
	})
}

func TestTieChoices(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		_, d, i, a := r.vastgesteld()
		count := map[verband.Soort]int{}
		for _, f := range must(r.verband.Keuzes(ctx, r.oov))(t) {
			count[f.Soort]++
			switch f.ID {
			case d.ID:
				if f.Naam != d.Tekst || f.Domein != toegang.DomeinVeiligheid || !f.Openbaar {
					t.Errorf("goal: %+v", f)
				}
			case i.ID:
				if f.Naam != i.Naam {
					t.Errorf("indicator: %+v", f)
				}
			case a.ID:
				if f.Naam != a.Wat {
					t.Errorf("measure: %+v", f)
				}
			}
		}
		if count[verband.Doel] != 1 || count[verband.Indicator] != 1 || count[verband.Actie] != 1 || count[verband.Gebied] != 3 {
			t.Fatalf("choices: %v", count)
		}
	})
}
