// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/journaal"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// kijkers is a house with one case and people who look at it, with a clock of its own.
type kijkers struct {
	dossiers
	t     *testing.T
	nu    termijn.Moment
	users []toegang.Actor
	s     *toezicht.Service
}

func metKijkers(t *testing.T, st *store.Store, users ...toegang.Actor) *kijkers {
	t.Helper()
	h := &kijkers{dossiers: metDossier(t, st), t: t, nu: termijn.At(noon), users: users}
	k := kader(t)
	k.Nu = func() termijn.Moment { return h.nu }
	h.s = &toezicht.Service{Kader: k, Store: st, Gebruikers: func(context.Context, string) ([]toegang.Actor, error) { return h.users, nil },
		Naam: func(naam string) toezicht.Naam {
			return toezicht.Naam{Heel: []string{"naam:" + naam}, Achter: []string{"achter:" + naam[strings.LastIndexByte(naam, ' ')+1:]}}
		}}
	return h
}

func (h *kijkers) aan(pim toegang.Actor) {
	h.t.Helper()
	for _, soort := range toezicht.Voorwaardesoorten {
		if err := h.s.LegVast(h.t.Context(), pim, soort, h.nu.Date(), "2026-1"); err != nil {
			h.t.Fatal(err)
		}
	}
}

// kijk puts looks of a person at a case in the journal, after na.
func (h *kijkers) kijk(wie toegang.Actor, na time.Duration, ids ...string) {
	h.t.Helper()
	h.nu = h.nu.Plus(na)
	grant, err := h.s.MagVoor(wie, toegang.CasusInzien, toegang.Middel{Soort: "casus", Verantwoordelijke: wie.Verantwoordelijke, Regime: "pga", Kring: toegang.KringLid, Functie: toegang.AlsDeelnemer}, "aanpak", "art. 6 AVG")
	if err != nil {
		h.t.Fatal(err)
	}
	var entries []journaal.Entry
	for _, id := range ids {
		e, err := h.s.Blik(grant, "casus", id)
		if err != nil {
			h.t.Fatal(err)
		}
		entries = append(entries, e)
	}
	if err := h.Kijk(h.t.Context(), entries...); err != nil {
		h.t.Fatal(err)
	}
}

func (h *kijkers) ronde(want int, wanneer string) {
	h.t.Helper()
	n, err := h.s.Ronde(h.t.Context(), actor("eigen", toegang.Systeem))
	if err != nil || n != want {
		h.t.Errorf("%s: %d questions, expected %d: %v", wanneer, n, want, err)
	}
}

// bewaar changes the case.
func (h *kijkers) bewaar(m dossier.Mutatie) {
	h.t.Helper()
	m.Dossier = h.id
	if err := h.k.Bewaar(h.t.Context(), dossier.Daad{Grant: h.g, Soort: dossier.Casus, Mutatie: m}); err != nil {
		h.t.Fatal(err)
	}
}

func deelnemer(id, naam string) toegang.Actor {
	return toegang.Actor{ID: id, Naam: naam, Verantwoordelijke: "eigen", Organisatie: "politie", Rollen: []toegang.Rol{toegang.Deelnemer}}
}

// Whoever left the circle long ago is asked, and each thing that explains a look keeps him from it: a place, a task of his own or of his role, a sharing, an emergency access.
func TestWhatExplainsALook(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		pim, an := actor("eigen", toegang.Privacyfunctionaris), deelnemer("an", "An Proef")
		h := metKijkers(t, s, pim, an)
		begin := h.nu
		h.bewaar(dossier.Mutatie{Leden: []dossier.Lid{{Gebruiker: "an", Organisatie: "politie", Functie: toegang.AlsDeelnemer, Doel: "aanpak", Grondslag: "WGS", Van: begin, Tot: begin.Plus(time.Hour), Door: "p"}}})
		h.nu = begin.Plus(20 * 24 * time.Hour)
		h.aan(pim)
		taak := func(houder string) dossier.Mutatie {
			return dossier.Mutatie{Taken: []dossier.Taak{{ID: "t-" + houder, Dossier: h.id, Soort: "interventie", Houder: houder, Gemaakt: h.nu, Vervalt: h.nu.AddWerkdagen(1), Gedaan: h.nu.Plus(time.Hour)}}}
		}
		for _, x := range []struct {
			naam string
			doe  func() dossier.Mutatie
		}{
			{"a task", func() dossier.Mutatie { return taak("an") }},
			{"a task of his role", func() dossier.Mutatie { return taak("rol:deelnemer") }},
			{"a sharing", func() dossier.Mutatie {
				return dossier.Mutatie{Sporen: []dossier.Verstrekking{{ID: "v-an", Dossier: h.id, Moment: h.nu, Van: "gemeente", Aan: "politie", Ontvanger: "an", Vorm: "delen", Tot: h.nu.Plus(time.Hour)}}}
			}},
			{"an emergency access", func() dossier.Mutatie {
				return dossier.Mutatie{Nood: []dossier.Nood{{ID: "n-an", Dossier: h.id, Gebruiker: "an", Van: h.nu, Tot: h.nu.Plus(time.Hour)}}}
			}},
			{"a place", func() dossier.Mutatie {
				return dossier.Mutatie{Leden: []dossier.Lid{{Gebruiker: "an", Functie: toegang.AlsDeelnemer, Van: h.nu, Tot: h.nu.Plus(time.Hour), Door: "p"}}}
			}},
		} {
			h.bewaar(x.doe())
			h.kijk(an, time.Minute, h.id)
			h.ronde(0, x.naam)
			h.nu = h.nu.Plus(20 * 24 * time.Hour)
		}
		h.kijk(an, 0, h.id)
		h.ronde(1, "nothing that explains it")
		list, err := s.Uitlegvragen(t.Context(), mag(t, h.s.Kader, actor("eigen", toegang.FG), toegang.ToezichtLezen))
		if err != nil || len(list) != 1 || !slices.Equal(list[0].Redenen, []string{"oud-lid"}) || list[0].Wie != "an" || list[0].Codenaam != "Grutto 1" || list[0].Bekeken != h.nu {
			t.Errorf("kept is %+v: %v", list, err)
		}
		if other, err := s.Uitlegvragen(t.Context(), mag(t, h.s.Kader, actor("ander", toegang.FG), toegang.ToezichtLezen)); err != nil || len(other) > 0 {
			t.Errorf("another controller has %+v: %v", other, err)
		}
	})
}

// A run on one case rings at the fifth person, also when the round falls between them, and a look of before the announcement counts for nothing.
func TestRunOnOneCase(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		pim := actor("eigen", toegang.Privacyfunctionaris)
		users := []toegang.Actor{pim}
		for i := range 8 {
			users = append(users, deelnemer(fmt.Sprintf("u-%d", i), fmt.Sprintf("Uli %d", i)))
		}
		h := metKijkers(t, s, users...)
		h.kijk(users[1], time.Minute, h.id)
		h.nu = h.nu.Plus(time.Minute)
		h.aan(pim)
		for _, u := range users[2:6] {
			h.kijk(u, time.Hour, h.id)
		}
		h.ronde(0, "four people")
		h.kijk(users[6], time.Hour, h.id)
		h.ronde(1, "the fifth")
		h.kijk(users[7], time.Hour, h.id)
		h.ronde(1, "the sixth")
		h.kijk(users[8], 30*time.Hour, h.id)
		h.ronde(0, "a day later")
	})
}

// Nobody judges himself, nor takes away the ground under a question about himself; where he is the only one who can judge, the FG sees that nobody can.
func TestNobodyJudgesHimself(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		ctx, pim := t.Context(), deelnemer("pim", "Pim Proef")
		pim.Rollen = append(pim.Rollen, toegang.Privacyfunctionaris)
		h := metKijkers(t, s, pim)
		h.bewaar(dossier.Mutatie{Woorden: []string{"naam:Pim Proef", "achter:Proef"}})
		h.aan(pim)
		h.kijk(pim, time.Hour, h.id)
		h.ronde(1, "a look at his own name")
		fg := actor("eigen", toegang.FG)
		list, err := s.Uitlegvragen(ctx, mag(t, h.s.Kader, fg, toegang.ToezichtLezen))
		if err != nil || len(list) != 1 || !slices.Equal(list[0].Redenen, []string{"eigen-naam", "eigen-achternaam"}) {
			t.Fatalf("kept is %+v: %v", list, err)
		}
		vraag := list[0].ID
		if err := h.s.LegUit(ctx, pim, vraag, toezicht.Antwoorden[0]); err != nil {
			t.Fatal(err)
		}
		_, err = h.s.TeWegen(ctx, pim, vraag)
		for wat, err := range map[string]error{"sees it as a judge": err, "judges himself": h.s.Weeg(ctx, pim, vraag, toezicht.Terecht[0])} {
			if domein.KindOf(err) != domein.Forbidden {
				t.Errorf("he %s: %v", wat, err)
			}
		}
		voorwaarden, err := h.s.Voorwaarden(ctx, pim)
		if err != nil || domein.KindOf(h.s.TrekIn(ctx, pim, voorwaarden[0].ID)) != domein.Conflict {
			t.Errorf("he withdraws a condition: %v", err)
		}
		if telling, err := h.s.Tel(ctx, fg); err != nil || telling.ZonderWeger != 1 || telling.Gehoord != 1 || telling.Gewogen != 0 {
			t.Errorf("the FG sees %+v: %v", telling, err)
		}
		if vragen, err := h.s.Vragen(ctx, pim); err != nil || len(vragen) > 0 {
			t.Errorf("he finds %+v to judge: %v", vragen, err)
		}
		h.users = append(h.users, toegang.Actor{ID: "priya", Verantwoordelijke: "eigen", Rollen: []toegang.Rol{toegang.Privacyfunctionaris}})
		if telling, err := h.s.Tel(ctx, fg); err != nil || telling.ZonderWeger != 0 {
			t.Errorf("with a second one the FG sees %+v: %v", telling, err)
		}
	})
}

// A case that is destroyed takes the questions about it, with their tasks and notices.
func TestDestroyedCaseTakesItsQuestions(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		v, ctx, vraag := metGesloten(t, s), t.Context(), toezicht.Vraag{ID: "q-1", Volgnr: 1, Wie: "an", Dossier: "c-1", Redenen: []string{"reeks"},
			Bekeken: termijn.At(noon), Gesteld: termijn.At(noon), Uiterlijk: termijn.At(noon), Weg: termijn.At(noon)}
		g := mag(t, v.k.Kader, actor("eigen", toegang.FG), toegang.ToezichtLezen)
		werk := toezicht.Werk{Taken: []dossier.Taak{{ID: "t-1", Soort: toezicht.TaakUitleg, Houder: "an", Verwijst: vraag.ID, Gemaakt: termijn.At(noon), Vervalt: termijn.At(noon)}},
			Berichten: []dossier.Bericht{{ID: "b-1", Voor: "an", Soort: toezicht.TaakUitleg, Verwijst: vraag.ID, Moment: termijn.At(noon)}}}
		stand := toezicht.Stand{Volgnr: 1, Op: termijn.At(noon)}
		if err := s.SaveUitlegronde(ctx, g, toezicht.Stand{}, stand, []toezicht.Vraag{vraag}, werk, []journaal.Entry{v.entry(t)}); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveUitlegronde(ctx, g, toezicht.Stand{}, stand, nil, toezicht.Werk{}, nil); domein.KindOf(err) != domein.Conflict {
			t.Errorf("the same round on another node: %v", err)
		}
		tel := func(want int) {
			t.Helper()
			vragen, err := s.Uitlegvragen(ctx, g)
			taken, err2 := s.Taken(ctx, g, []string{"an"}, 10)
			berichten, err3 := s.Berichten(ctx, g, []string{"an"}, 10)
			if len(vragen) != want || len(taken) != want || len(berichten) != want || err != nil || err2 != nil || err3 != nil {
				t.Errorf("%d questions, %d tasks and %d notices, expected %d of each: %v %v %v", len(vragen), len(taken), len(berichten), want, err, err2, err3)
			}
		}
		tel(1)
		v.vernietig(t)
		tel(0)
	})
}
