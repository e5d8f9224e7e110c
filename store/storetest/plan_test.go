// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/verband"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// raadhuis is a town with its advisers, griffier and council, and the services on plans and ties.
type raadhuis struct {
	*testing.T
	plan                                                *plan.Service
	verband                                             *verband.Service
	oov, zorg, griffier, burgemeester, raadslid, vreemd toegang.Actor
}

func newRaadhuis(t *testing.T, s *store.Store) raadhuis {
	t.Helper()
	c, wie := cijfers(t, s)
	read(t, c, wie, "WK999901 2022JJ00 xxxxxxxxxxxxxxxxxxxx\nWK999901 2023JJ00 xxxxxxxxxxxxxxxxxxx\nWK999901 2024JJ00 xxxxxxxxxxxxxxxx", false)
	return raadhuis{T: t, plan: &plan.Service{Kader: kader(t), Store: s}, verband: &verband.Service{Kader: kader(t), Store: s}, oov: wie,
		zorg: actor("eigen", toegang.BeleidsadviseurSociaal), griffier: actor("eigen", toegang.Griffier), burgemeester: actor("eigen", toegang.Burgemeester),
		raadslid: actor("eigen", toegang.Raadslid), vreemd: actor("ander", toegang.AdviseurOOV)}
}

func must[T any](t T, err error) func(*testing.T) T {
	return func(test *testing.T) T {
		test.Helper()
		if err != nil {
			test.Fatal(err)
		}
		return t
	}
}

func wants(t *testing.T, err error, kind domein.Kind) {
	t.Helper()
	if err == nil || domein.KindOf(err) != kind {
		t.Fatalf("want an error of kind %d, got %v", kind, err)
	}
}

func (r raadhuis) ivp() plan.Plan {
	r.Helper()
	return must(r.plan.StelOp(r.Context(), r.oov, plan.Nieuw{Soort: plan.IVP,
		Waarden: map[string]string{"titel": "Veilig 2023", "van": "2023-01-01", "tot": "2026-12-31", "visie": "Samen veilig."}}))(r.T)
}

func (r raadhuis) wmo() plan.Plan {
	r.Helper()
	return must(r.plan.StelOp(r.Context(), r.zorg, plan.Nieuw{Soort: plan.Wmo,
		Waarden: map[string]string{"titel": "Samen leven", "van": "2023-01-01", "tot": "2028-12-31", "visie": "Zorg dichtbij."}}))(r.T)
}

// doel adds a complete goal to a plan, with a priority of its own.
func (r raadhuis) doel(wie toegang.Actor, p plan.Plan, tekst string) plan.Doel {
	r.Helper()
	waarden := map[string]string{"titel": "Wonen"}
	if p.Soort == plan.IVP {
		waarden["veld"] = "1"
	}
	prio := must(r.plan.NieuwePrioriteit(r.Context(), wie, p.ID, waarden))(r.T)
	return must(r.plan.NieuwDoel(r.Context(), wie, p.ID, map[string]string{"tekst": tekst, "soort": "effect", "prioriteit": prio.ID, "bestuurlijk": "burgemeester",
		"ambtelijk": "OOV", "partner": "politie", "partnersoort": "politie", "eenheid": "inbraken", "nulmeting": "20", "nulperiode": "2022", "nulbron": "politie",
		"streefwaarde": "12", "streefperiode": "2026", "richting": "dalen", "gebieden": "WK999901"}))(r.T)
}

func (r raadhuis) indicator(wie toegang.Actor, d plan.Doel) plan.Indicator {
	r.Helper()
	return must(r.plan.NieuweIndicator(r.Context(), wie, d.ID, map[string]string{"naam": "Inbraken", "definitie": "Geregistreerde inbraken.", "teller": "inbraak",
		"eenheid": "inbraken", "niveau": "wijk", "lengte": "jaar"}))(r.T)
}

func (r raadhuis) actie(wie toegang.Actor, p plan.Plan, d plan.Doel) plan.Actie {
	r.Helper()
	return must(r.plan.NieuweActie(r.Context(), wie, p.ID, d.ID, map[string]string{"wat": "Buurtpreventie", "trekker": "OOV", "start": "2026-01-01",
		"eind": "2026-12-31", "mijlpaal1naam": "Convenant", "mijlpaal1datum": "2026-03-01"}))(r.T)
}

func (r raadhuis) besluit(datum string) plan.Besluit {
	d, err := termijn.ParseDate(datum)
	if err != nil {
		r.Fatal(err)
	}
	return plan.Besluit{Uitkomst: plan.Vastgesteld, Nummer: "2022-118", Datum: d}
}

// vastgesteld is an IVP with a goal, an indicator and a measure that the raad adopted.
func (r raadhuis) vastgesteld() (plan.Plan, plan.Doel, plan.Indicator, plan.Actie) {
	r.Helper()
	p := r.ivp()
	d := r.doel(r.oov, p, "Minder inbraken")
	i := r.indicator(r.oov, d)
	a := r.actie(r.oov, p, d)
	must(r.plan.BiedAan(r.Context(), r.oov, p.ID))(r.T)
	return must(r.plan.StelVastRaad(r.Context(), r.griffier, p.ID, r.besluit("2022-12-15")))(r.T), d, i, a
}

func TestPlanFromDraftToAdopted(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p := r.ivp()
		_, err := r.plan.BiedAan(ctx, r.oov, p.ID)
		wants(t, err, domein.Invalid) // no priorities and no goals yet
		d := r.doel(r.oov, p, "Minder inbraken")
		r.indicator(r.oov, d)

		_, err = r.plan.StelVastRaad(ctx, r.griffier, p.ID, r.besluit("2022-12-15"))
		wants(t, err, domein.Conflict) // not offered
		must(r.plan.BiedAan(ctx, r.oov, p.ID))(t)
		_, err = r.plan.StelVastRaad(ctx, r.oov, p.ID, r.besluit("2022-12-15"))
		wants(t, err, domein.Forbidden) // the adviser signs nothing
		_, err = r.plan.StelVastCollege(ctx, r.burgemeester, p.ID, r.besluit("2022-12-15"))
		wants(t, err, domein.Invalid) // an IVP becomes valid by a raadsbesluit only (I15)

		b := r.besluit("2022-12-15")
		b.Amendementen = []plan.Amendement{{Nummer: "A3", Onderdeel: d.ID, Nieuw: "Veel minder inbraken"}, {Nummer: "A4", Onderdeel: "visie", Nieuw: "Nog veiliger."}}
		must(r.plan.StelVastRaad(ctx, r.griffier, p.ID, b))(t)
		o := must(r.plan.Toon(ctx, r.raadslid, p.ID))(t)
		v := o.Vaststelling
		if o.Status != plan.Vastgesteld || v.Orgaan != plan.Raad || v.Nummer != "2022-118" || v.Datum.String() != "2022-12-15" || v.Door != r.griffier.ID || v.Op.IsZero() {
			t.Fatalf("the decision is not on the plan: %+v", v)
		}
		if o.Visie != "Nog veiliger." || o.Doelen[0].Tekst != "Veel minder inbraken" || v.Amendementen[0].Oud != "Minder inbraken" || v.Amendementen[1].Oud != "Samen veilig." {
			t.Fatalf("amendments must be traceable to the text: %+v %q %q", v.Amendementen, o.Visie, o.Doelen[0].Tekst)
		}
		if st := o.Doelen[0].Stand; st.Oordeel != plan.OpSchema || *st.Meting.Waarde != 16 || st.Pad != 16 {
			t.Fatalf("the goal is on its path: %+v", st)
		}
		history := must(r.plan.Geschiedenis(ctx, r.oov, "doel", d.ID))(t)
		if len(history) != 2 || history[0].Waarden["tekst"] != "Veel minder inbraken" || history[1].Waarden["tekst"] != "Minder inbraken" || history[0].Wie != r.griffier.ID {
			t.Fatalf("both values stay in the history: %+v", history)
		}
	})
}

func TestAdoptedTextIsFrozen(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p, d, i, a := r.vastgesteld()
		w := domein.Wijziging{Basis: 1, Velden: map[string]string{"titel": "Anders", "tekst": "Anders", "naam": "Anders", "wat": "Anders"}}
		only := func(veld string) domein.Wijziging {
			return domein.Wijziging{Basis: 1, Velden: map[string]string{veld: w.Velden[veld]}}
		}
		tries := map[string]func() error{
			"plan":     func() error { _, err := r.plan.Wijzig(ctx, r.oov, p.ID, only("titel")); return err },
			"priority": func() error { _, err := r.plan.WijzigPrioriteit(ctx, r.oov, d.Prioriteit, only("titel")); return err },
			"new priority": func() error {
				_, err := r.plan.NieuwePrioriteit(ctx, r.oov, p.ID, map[string]string{"titel": "x", "veld": "1"})
				return err
			},
			"goal":            func() error { _, err := r.plan.WijzigDoel(ctx, r.oov, d.ID, only("tekst")); return err },
			"new goal":        func() error { _, err := r.plan.NieuwDoel(ctx, r.oov, p.ID, d.Waarden()); return err },
			"removing a goal": func() error { return r.plan.VerwijderDoel(ctx, r.oov, d.ID) },
			"indicator":       func() error { _, err := r.plan.WijzigIndicator(ctx, r.oov, i.ID, only("naam")); return err },
			"new indicator":   func() error { _, err := r.plan.NieuweIndicator(ctx, r.oov, d.ID, i.Waarden()); return err },
			"its removal":     func() error { return r.plan.VerwijderIndicator(ctx, r.oov, i.ID) },
			"measure":         func() error { _, err := r.plan.WijzigActie(ctx, r.oov, a.ID, only("wat")); return err },
			"offering again":  func() error { _, err := r.plan.BiedAan(ctx, r.oov, p.ID); return err },
			"adopting by JUP": func() error {
				_, err := r.plan.StelVastCollege(ctx, r.burgemeester, p.ID, r.besluit("2022-12-15"))
				return err
			},
			"text as progress": func() error { _, err := r.plan.MeldVoortgang(ctx, r.oov, a.ID, only("wat")); return err },
		}
		for name, try := range tries {
			if err := try(); err == nil || domein.KindOf(err) == domein.Internal {
				t.Errorf("%s: must be refused with a reason, got %v", name, err)
			}
		}
		// How it goes, and what it is tied to, goes on changing.
		a = must(r.plan.MeldVoortgang(ctx, r.oov, a.ID, domein.Wijziging{Basis: 1, Velden: map[string]string{"status": "loopt", "voortgang": "40", "mijlpaal1gehaald": "2026-02-20"}}))(t)
		if a.Status != plan.Loopt || a.Voortgang != 40 || a.Mijlpalen[0].Gehaald.IsZero() {
			t.Fatalf("progress is not kept: %+v", a)
		}
		must(r.verband.Leg(ctx, r.oov, verband.Eind{Soort: verband.Doel, ID: d.ID}, verband.Eind{Soort: verband.Gebied, ID: "WK999901"}, "Hier is het het meest."))(t)

		nieuw := must(r.plan.NieuweVersie(ctx, r.oov, p.ID))(t)
		o := must(r.plan.Toon(ctx, r.oov, nieuw.ID))(t)
		if o.Vervangt != p.ID || o.Status != plan.Concept || len(o.Doelen) != 1 || o.Doelen[0].Tekst != d.Tekst || len(o.Acties) != 1 || o.Doelen[0].Meter != 0 {
			t.Fatalf("a new version takes over the text: %+v", o)
		}
		must(r.plan.Wijzig(ctx, r.oov, nieuw.ID, domein.Wijziging{Basis: 1, Velden: map[string]string{"titel": "Veilig 2026"}}))(t)
		if o := must(r.plan.Toon(ctx, r.oov, p.ID))(t); o.VervangenDoor.Titel != "Veilig 2026" || o.Titel != "Veilig 2023" {
			t.Fatalf("the old version stands and points to the new one: %+v", o)
		}
	})
}

// An indicator that two plans share is frozen as soon as one of them is adopted.
func TestSharedIndicatorIsFrozenByEitherPlan(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p, w := r.ivp(), r.wmo()
		d, z := r.doel(r.oov, p, "Minder geweld"), r.doel(r.zorg, w, "Meer preventie")
		i := r.indicator(r.oov, d)
		tie := must(r.verband.Leg(ctx, r.oov, verband.Eind{Soort: verband.Doel, ID: z.ID}, verband.Eind{Soort: verband.Indicator, ID: i.ID}, "Wij meten samen."))(t)
		must(r.verband.StemIn(ctx, r.zorg, tie.ID))(t)
		must(r.plan.BiedAan(ctx, r.zorg, w.ID))(t)
		_, err := r.plan.WijzigIndicator(ctx, r.oov, i.ID, domein.Wijziging{Basis: 1, Velden: map[string]string{"naam": "Anders"}})
		wants(t, err, domein.Conflict)
		wants(t, r.plan.VerwijderIndicator(ctx, r.oov, i.ID), domein.Conflict)
		if o := must(r.plan.ToonDoel(ctx, r.zorg, z.ID))(t); o.Meter != 0 || o.Stand.Oordeel != plan.OpSchema {
			t.Fatalf("a joint indicator measures both goals: %+v", o.Stand)
		}
	})
}

func TestJaaruitvoeringsplan(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p, d, _, _ := r.vastgesteld()
		waarden := map[string]string{"titel": "Jaarplan 2026", "van": "2026-01-01", "tot": "2026-12-31"}
		_, err := r.plan.StelOp(ctx, r.oov, plan.Nieuw{Soort: plan.JUP, Waarden: waarden})
		wants(t, err, domein.Invalid) // carries out nothing
		late := map[string]string{"titel": "Jaarplan 2027", "van": "2027-01-01", "tot": "2027-12-31"}
		_, err = r.plan.StelOp(ctx, r.oov, plan.Nieuw{Soort: plan.JUP, Ouder: p.ID, Waarden: late})
		wants(t, err, domein.Invalid) // outside the IVP
		j := must(r.plan.StelOp(ctx, r.oov, plan.Nieuw{Soort: plan.JUP, Ouder: p.ID, Waarden: waarden}))(t)
		_, err = r.plan.NieuwDoel(ctx, r.oov, j.ID, d.Waarden())
		wants(t, err, domein.Conflict) // goals are of the raad
		_, err = r.plan.BiedAan(ctx, r.oov, j.ID)
		wants(t, err, domein.Invalid) // no measures yet
		a := r.actie(r.oov, j, d)
		must(r.plan.BiedAan(ctx, r.oov, j.ID))(t)
		_, err = r.plan.Toon(ctx, r.raadslid, j.ID)
		wants(t, err, domein.NotFound) // it goes to the college first
		_, err = r.plan.StelVastRaad(ctx, r.griffier, j.ID, r.besluit("2025-12-02"))
		wants(t, err, domein.Invalid)
		must(r.plan.StelVastCollege(ctx, r.burgemeester, j.ID, r.besluit("2025-12-02")))(t)
		if o := must(r.plan.Toon(ctx, r.raadslid, j.ID))(t); o.OuderPlan.ID != p.ID || len(o.Acties) != 1 || o.Acties[0].Doel.ID != d.ID {
			t.Fatalf("the measure serves a goal of the IVP: %+v", o)
		}
		if o := must(r.plan.ToonDoel(ctx, r.oov, d.ID))(t); len(o.Acties) != 2 || o.Acties[1].ID != a.ID {
			t.Fatalf("the goal shows the measure of the yearly plan: %+v", o.Acties)
		}
	})
}

func TestHeldOverPlanIsOpenAgain(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p := r.ivp()
		r.doel(r.oov, p, "Minder inbraken")
		must(r.plan.BiedAan(ctx, r.oov, p.ID))(t)
		w := domein.Wijziging{Basis: 1, Velden: map[string]string{"visie": "Anders."}}
		_, err := r.plan.Wijzig(ctx, r.oov, p.ID, w)
		wants(t, err, domein.Forbidden)
		b := r.besluit("2022-12-15")
		b.Uitkomst = plan.Aangehouden
		must(r.plan.StelVastRaad(ctx, r.griffier, p.ID, b))(t)
		must(r.plan.Wijzig(ctx, r.oov, p.ID, w))(t)
		must(r.plan.BiedAan(ctx, r.oov, p.ID))(t)
		must(r.plan.StelVastRaad(ctx, r.griffier, p.ID, r.besluit("2023-01-26")))(t)
		must(r.plan.Evalueer(ctx, r.oov, p.ID, "Wij hebben minder inbraken dan in 2022. De buurtpreventie werkte goed."))(t)
		must(r.plan.Sluit(ctx, r.oov, p.ID))(t)
		_, err = r.plan.Evalueer(ctx, r.oov, p.ID, "Nog een keer: wij hebben minder inbraken dan in 2022.")
		wants(t, err, domein.Conflict)
	})
}

// S5: fields that do not clash merge, the same field shows both values, and no acknowledged write is lost, also when many save at once.
func TestPlanSavesMerge(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		d := r.doel(r.oov, r.ivp(), "Minder inbraken")
		must(r.plan.WijzigDoel(ctx, r.oov, d.ID, domein.Wijziging{Basis: 1, Velden: map[string]string{"tekst": "Veel minder inbraken"}}))(t)
		_, err := r.plan.WijzigDoel(ctx, r.oov, d.ID, domein.Wijziging{Basis: 1, Velden: map[string]string{"tekst": "Iets minder inbraken", "partner": "corporatie"}})
		var e *domein.Error
		if !errors.As(err, &e) || len(e.Botsingen) != 1 || e.Botsingen[0] != (domein.Botsing{Veld: "tekst", Uw: "Iets minder inbraken", Hun: "Veel minder inbraken"}) {
			t.Fatalf("both values must be shown: %v", err)
		}
		fields := []string{"doelgroep", "bestuurlijk", "ambtelijk", "partner"}
		var wait sync.WaitGroup
		errs := make([]error, len(fields))
		for n, veld := range fields {
			wait.Add(1)
			go func() {
				defer wait.Done()
				_, errs[n] = r.plan.WijzigDoel(context.WithoutCancel(ctx), r.oov, d.ID, domein.Wijziging{Basis: 2, Velden: map[string]string{veld: "nieuw " + veld}})
			}()
		}
		wait.Wait()
		if err := errors.Join(errs...); err != nil {
			t.Fatalf("four people change four fields: %v", err)
		}
		z := must(r.plan.ToonDoel(ctx, r.oov, d.ID))(t)
		if z.Versie != 6 || z.Doelgroep != "nieuw doelgroep" || z.Bestuurlijk != "nieuw bestuurlijk" || z.Ambtelijk != "nieuw ambtelijk" || z.Partner != "nieuw partner" {
			t.Fatalf("a write was lost: %+v", z.Doel)
		}
	})
}

// Saving and adopting at once, in any order: either the change is in the adopted text, or it was refused.
func TestAdoptionAndSaveCannotCross(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), context.WithoutCancel(t.Context())
		for n := range 6 {
			p := r.ivp()
			d := r.doel(r.oov, p, "Minder inbraken")
			var wait sync.WaitGroup
			var saved, offered error
			wait.Add(2)
			go func() {
				defer wait.Done()
				_, saved = r.plan.WijzigDoel(ctx, r.oov, d.ID, domein.Wijziging{Basis: 1, Velden: map[string]string{"tekst": fmt.Sprint("Poging ", n)}})
			}()
			go func() {
				defer wait.Done()
				if _, offered = r.plan.BiedAan(ctx, r.oov, p.ID); offered == nil {
					_, offered = r.plan.StelVastRaad(ctx, r.griffier, p.ID, r.besluit("2022-12-15"))
				}
			}()
			wait.Wait()
			if offered != nil {
				t.Fatal(offered)
			}
			z := must(r.plan.ToonDoel(ctx, r.oov, d.ID))(t)
			if changed := z.Tekst != "Minder inbraken"; changed != (saved == nil) {
				t.Fatalf("the save ended in %v and the adopted text is %q", saved, z.Tekst)
			}
		}
	})
}

func TestPlanVisibility(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		draft, adopted := r.wmo(), plan.Plan{}
		goal := r.doel(r.zorg, draft, "Meer preventie")
		adopted, d, i, a := r.vastgesteld()
		for name, wie := range map[string]toegang.Actor{"council": r.raadslid, "elsewhere": r.vreemd} {
			for what, err := range map[string]error{
				"plan": second(r.plan.Toon(ctx, wie, draft.ID)), "goal": second(r.plan.ToonDoel(ctx, wie, goal.ID)), "nothing": second(r.plan.Toon(ctx, wie, "bestaat-niet")),
			} {
				if err == nil || !strings.HasSuffix(err.Error(), domein.Missing("").Error()) || domein.KindOf(err) != domein.NotFound {
					t.Errorf("%s asks for a draft %s: %v", name, what, err)
				}
			}
		}
		for what, err := range map[string]error{
			"plan": second(r.plan.Toon(ctx, r.vreemd, adopted.ID)), "goal": second(r.plan.ToonDoel(ctx, r.vreemd, d.ID)),
			"indicator": second(r.plan.ToonIndicator(ctx, r.vreemd, i.ID)), "measure": second(r.plan.ToonActie(ctx, r.vreemd, a.ID)),
			"save":    second(r.plan.WijzigDoel(ctx, r.vreemd, d.ID, domein.Wijziging{Basis: 1, Velden: map[string]string{"tekst": "x"}})),
			"history": second(r.plan.Geschiedenis(ctx, r.vreemd, "doel", d.ID)),
		} {
			if domein.KindOf(err) != domein.NotFound {
				t.Errorf("another tenant asks for %s: %v", what, err)
			}
		}
		if list := must(r.plan.Lijst(ctx, r.vreemd))(t); len(list) != 0 {
			t.Errorf("another tenant sees %d plans", len(list))
		}
		if list := must(r.plan.Lijst(ctx, r.raadslid))(t); len(list) != 1 || list[0].ID != adopted.ID {
			t.Errorf("the council sees what was offered to it: %+v", list)
		}
		if list := must(r.plan.Lijst(ctx, r.oov))(t); len(list) != 2 {
			t.Errorf("the adviser sees both plans: %+v", list)
		}
		if list := must(r.plan.Doelen(ctx, r.oov, "WK999901"))(t); len(list) != 2 {
			t.Errorf("two goals name the area: %+v", list)
		}
		if list := must(r.plan.Doelen(ctx, r.oov, "GM9999"))(t); len(list) != 0 {
			t.Errorf("no goal names the gemeente: %+v", list)
		}
	})
}

func second[T any](_ T, err error) error { return err }

// Plans of a random size come back as they were saved, on both engines.
func TestPlanRoundTrip(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadhuis(t, s), t.Context()
		p, chance := r.ivp(), rand.New(rand.NewPCG(8, 1))
		for n := range 20 {
			tekst := strings.TrimSpace(fmt.Sprintf("Doel %d %s", n, strings.Repeat("é\"'<&", chance.IntN(9))))
			d := r.doel(r.oov, p, tekst)
			z := must(r.plan.ToonDoel(ctx, r.oov, d.ID))(t)
			if z.Tekst != tekst || *z.Nulmeting != 20 || z.Streefperiode != "2026JJ00" || z.Prioriteit.ID != d.Prioriteit || z.Plan.ID != p.ID {
				t.Fatalf("%q came back as %+v", tekst, z.Doel)
			}
		}
		if o := must(r.plan.Toon(ctx, r.oov, p.ID))(t); len(o.Doelen) != 20 || len(o.Prioriteiten) != 20 {
			t.Fatalf("%d goals and %d priorities", len(o.Doelen), len(o.Prioriteiten))
		}
	})
}
