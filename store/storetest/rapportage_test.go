// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"sync"
	"testing"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// raadzaal is a raadhuis with an adopted plan to report on, and a clock that a test can move.
type raadzaal struct {
	raadhuis
	rapport *rapportage.Service
	plan    plan.Plan
	doel    plan.Doel
	nu      *time.Time
}

func newRaadzaal(t *testing.T, s *store.Store) raadzaal {
	t.Helper()
	r := raadzaal{raadhuis: newRaadhuis(t, s), nu: new(time.Time)}
	*r.nu = noon
	r.plan, r.doel, _, _ = r.vastgesteld()
	k := kader(t)
	k.Nu = func() termijn.Moment { return termijn.At(*r.nu) }
	r.rapport = &rapportage.Service{Kader: k, Store: s, Afscherm: huis.Afscherm}
	return r
}

func halfjaar(t *testing.T) rapportage.Tijdvak {
	t.Helper()
	v, err := rapportage.ParseTijdvak("2026KW01-2026KW02")
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// concept is a draft with its text.
func (r raadzaal) concept() rapportage.Rapportage {
	r.Helper()
	c := must(r.rapport.StelOp(r.Context(), r.oov, r.plan.ID, halfjaar(r.T)))(r.T)
	return r.schrijf(c)
}

func (r raadzaal) schrijf(c rapportage.Rapportage) rapportage.Rapportage {
	r.Helper()
	return must(r.rapport.Wijzig(r.Context(), r.oov, c.ID, domein.Wijziging{Basis: c.Versie, Velden: map[string]string{rapportage.VeldDuiding(r.doel.ID): "Het gaat goed."}}))(r.T)
}

func (r raadzaal) collegebesluit(c rapportage.Rapportage, embargo time.Duration) rapportage.Besluit {
	d, _ := termijn.NewDate(2026, 11, 3)
	b := rapportage.Besluit{Nummer: "2026-B-1", Datum: d, Basis: c.Versie}
	if embargo != 0 {
		b.Embargo = termijn.At(noon.Add(embargo))
	}
	return b
}

func TestReportFromDraftToReplaced(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadzaal(t, s), t.Context()
		c := r.concept()
		_, err := r.rapport.StelOp(ctx, r.oov, r.plan.ID, halfjaar(t))
		wants(t, err, domein.Conflict) // one report on a plan and a period
		_, err = r.rapport.Toon(ctx, r.raadslid, c.ID)
		wants(t, err, domein.NotFound)
		_, err = r.rapport.Toon(ctx, r.vreemd, c.ID)
		wants(t, err, domein.NotFound)
		_, err = r.rapport.GeefVrij(ctx, r.oov, c.ID, r.collegebesluit(c, 0))
		wants(t, err, domein.Forbidden)
		_, err = r.rapport.GeefVrij(ctx, r.burgemeester, c.ID, rapportage.Besluit{Basis: c.Versie})
		if domein.KindOf(err) != domein.Invalid || len(domein.FaultsOf(err)) != 2 {
			t.Fatalf("all faults at once: %v", err)
		}
		late := r.collegebesluit(c, 0)
		late.Basis--
		_, err = r.rapport.GeefVrij(ctx, r.burgemeester, c.ID, late)
		wants(t, err, domein.Conflict) // he read an older text
		out := must(r.rapport.GeefVrij(ctx, r.burgemeester, c.ID, r.collegebesluit(c, 0)))(t)
		if out.Status != rapportage.Vrijgegeven || out.Vrijgave.Door != r.burgemeester.ID || out.Vrijgave.Vanaf != termijn.At(noon) {
			t.Fatalf("%+v", out)
		}
		_, err = r.rapport.Wijzig(ctx, r.oov, c.ID, domein.Wijziging{Basis: c.Versie, Velden: map[string]string{rapportage.VeldInleiding: "Anders."}})
		wants(t, err, domein.Conflict)
		wants(t, r.rapport.Verwijder(ctx, r.oov, c.ID), domein.Conflict)
		second := r.schrijf(must(r.rapport.NieuweEditie(ctx, r.oov, c.ID))(t))
		_, err = r.rapport.NieuweEditie(ctx, r.oov, c.ID)
		wants(t, err, domein.Conflict)
		must(r.rapport.GeefVrij(ctx, r.burgemeester, second.ID, r.collegebesluit(second, 0)))(t)
		first := must(r.rapport.Toon(ctx, r.raadslid, c.ID))(t)
		if first.Status != rapportage.Ingetrokken || first.VervangenDoor.Editie != 2 || first.Inhoud.Doelen[0].Duiding != "Het gaat goed." {
			t.Fatalf("the first edition stays readable and says what replaced it: %+v", first.Rapportage)
		}
		_, list, err := r.rapport.OpenbareLijst(ctx, "eigen")
		if err != nil || len(list) != 1 || list[0].Editie != 2 || list[0].Vrijgave.Door != "" || list[0].Inhoud.Doelen[0].ID != r.doel.ID {
			t.Fatalf("the public reads the newest edition: %+v, %v", list, err)
		}
	})
}

// To the public, and to a member of the raad, a report begins to exist at its minute: not a second earlier, in no list and by no id. So it is with the edition that replaces it.
func TestReportBeforeItsMoment(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadzaal(t, s), t.Context()
		c := r.concept()
		must(r.rapport.GeefVrij(ctx, r.burgemeester, c.ID, r.collegebesluit(c, 90*time.Minute+30*time.Second)))(t)
		second := r.schrijf(must(r.rapport.NieuweEditie(ctx, r.oov, c.ID))(t))
		must(r.rapport.GeefVrij(ctx, r.burgemeester, second.ID, r.collegebesluit(second, 3*time.Hour)))(t)
		for _, tt := range []struct {
			na        time.Duration
			openbaar  int // how many editions the public can read
			vervangen bool
		}{{0, 0, false}, {90*time.Minute - time.Second, 0, false}, {90 * time.Minute, 1, false}, {3*time.Hour - time.Second, 1, false}, {3 * time.Hour, 2, true}} {
			*r.nu = noon.Add(tt.na)
			seen := 0
			for i, id := range []string{c.ID, second.ID} {
				_, u, err := r.rapport.OpenbareUitgave(ctx, "eigen", id)
				_, raad := r.rapport.Toon(ctx, r.raadslid, id)
				if i < tt.openbaar {
					seen++
					if err != nil || raad != nil || (u.VervangenDoor != "") != (tt.vervangen && i == 0) {
						t.Fatalf("after %v edition %d: %v, %v, replaced by %q", tt.na, i+1, err, raad, u.VervangenDoor)
					}
					continue
				}
				_, _, none := r.rapport.OpenbareUitgave(ctx, "eigen", "00000000-0000-7000-8000-000000000000")
				wants(t, err, domein.NotFound)
				wants(t, raad, domein.NotFound)
				if err.Error() != none.Error() {
					t.Fatalf("%q is not %q", err, none)
				}
			}
			list := must(r.rapport.Lijst(ctx, r.raadslid))(t)
			_, public, err := r.rapport.OpenbareLijst(ctx, "eigen")
			if err != nil || len(list) != seen || len(public) != min(seen, 1) {
				t.Fatalf("after %v the raad lists %d and the public %d, %v", tt.na, len(list), len(public), err)
			}
			for _, x := range list {
				if x.Status == rapportage.Ingetrokken && !tt.vervangen {
					t.Fatalf("after %v the raad hears of an edition that does not exist yet", tt.na)
				}
			}
		}
		if _, list, err := r.rapport.OpenbareLijst(ctx, "ander"); err != nil || len(list) != 0 {
			t.Fatalf("another municipality shows %d reports, %v", len(list), err)
		}
		_, _, err := r.rapport.OpenbareUitgave(ctx, "ander", c.ID)
		wants(t, err, domein.NotFound)
	})
}

// Two releases at the same time each know of the other: the second is shielded again, or refused.
func TestReleasesAtTheSameTime(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadzaal(t, s), t.Context()
		var drafts []rapportage.Rapportage
		for _, period := range []string{"2026KW01", "2026KW02", "2026KW03"} {
			v, err := rapportage.ParseTijdvak(period)
			if err != nil {
				t.Fatal(err)
			}
			drafts = append(drafts, r.schrijf(must(r.rapport.StelOp(ctx, r.oov, r.plan.ID, v))(t)))
		}
		var wait sync.WaitGroup
		errs := make([]error, len(drafts))
		for i, c := range drafts {
			wait.Go(func() { _, errs[i] = r.rapport.GeefVrij(ctx, r.burgemeester, c.ID, r.collegebesluit(c, 0)) })
		}
		wait.Wait()
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
		grant := mag(t, kader(t), r.burgemeester, toegang.RapportageVrijgeven)
		list := must(s.Uitgaven(ctx, grant))(t)
		if len(list) != 3 {
			t.Fatalf("%d editions are frozen", len(list))
		}
		entry, err := kader(t).Entry(grant, "rapportage", "x", list)
		if err != nil {
			t.Fatal(err)
		}
		wants(t, s.GeefVrij(ctx, grant, drafts[0], list[0], 2, entry), domein.Conflict)
	})
}

// Of two people who write at one draft, each on another goal, neither loses a word; on the same field the second hears what the first made of it.
func TestReportMergesText(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadzaal(t, s), t.Context()
		c := r.concept()
		save := func(naam, waarde string) error {
			_, err := r.rapport.Wijzig(ctx, r.oov, c.ID, domein.Wijziging{Basis: c.Versie, Velden: map[string]string{naam: waarde}})
			return err
		}
		if err := save(rapportage.VeldInleiding, "Een."); err != nil {
			t.Fatal(err)
		}
		if err := save(rapportage.VeldBijstelling(r.doel.ID), "Meer inzet."); err != nil {
			t.Fatal(err)
		}
		wants(t, save(rapportage.VeldInleiding, "Twee."), domein.Conflict)
		wants(t, save("duiding-bestaat-niet", "Iets."), domein.Invalid)
		b := must(r.rapport.Toon(ctx, r.oov, c.ID))(t)
		if b.Inhoud.Inleiding != "Een." || b.Inhoud.Doelen[0].Bijstelling != "Meer inzet." || b.Versie != c.Versie+2 {
			t.Fatalf("%+v", b.Rapportage)
		}
		if err := r.rapport.Verwijder(ctx, r.oov, c.ID); err != nil {
			t.Fatal(err)
		}
		_, err := r.rapport.Toon(ctx, r.oov, c.ID)
		wants(t, err, domein.NotFound)
	})
}

func TestReportSetting(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		r, ctx := newRaadzaal(t, s), t.Context()
		beheerder := actor("eigen", toegang.Beheerder)
		i, may, err := r.rapport.Instelling(ctx, beheerder)
		if err != nil || !may || i != rapportage.StandaardInstelling {
			t.Fatalf("%+v %v %v", i, may, err)
		}
		wants(t, r.rapport.ZetInstelling(ctx, r.oov, i), domein.Forbidden)
		i.Minimum, i.Personen = 2, 1
		if err := r.rapport.ZetInstelling(ctx, beheerder, i); len(domein.FaultsOf(err)) != 2 {
			t.Fatalf("all faults at once: %v", err)
		}
		i.Minimum, i.Personen = 7, 12
		if err := r.rapport.ZetInstelling(ctx, beheerder, i); err != nil {
			t.Fatal(err)
		}
		wants(t, r.rapport.ZetInstelling(ctx, beheerder, i), domein.Conflict) // somebody was first
		i.Versie++
		if err := r.rapport.ZetInstelling(ctx, beheerder, i); err != nil {
			t.Fatal(err)
		}
		if now, _, err := r.rapport.Instelling(ctx, r.oov); err != nil || now.Minimum != 7 || now.Personen != 12 || now.Versie != 2 {
			t.Fatalf("%+v %v", now, err)
		}
		if other, _, err := r.rapport.Instelling(ctx, actor("ander", toegang.Beheerder)); err != nil || other != rapportage.StandaardInstelling {
			t.Fatalf("another municipality has %+v, %v", other, err)
		}
	})
}
