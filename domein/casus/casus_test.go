// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

func op(jaar, maand, dag, uur int) time.Time {
	return time.Date(jaar, time.Month(maand), dag, uur, 0, 0, 0, termijn.Amsterdam)
}

func leg(t *testing.T, h *proef.Huis, wie, id, soort string, velden map[string]string) dossier.Stuk {
	t.Helper()
	st, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, wie), id, casus.Vastlegging{Soort: soort, Wijziging: domein.Wijziging{Velden: velden}})
	if err != nil {
		t.Fatalf("%s: %v", soort, err)
	}
	return st
}

// Whoever sits in the circle sees the case; for everybody else it does not exist, in the same words as one that never did, and the attempt is in the journal.
func TestOnlyTheCircleSees(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), k.ID)
	if err != nil || len(b.Van(casus.Betrokkene)) != 2 || b.Houder.Houder != "casusregisseur" || b.Doel == "" || b.Grondslag == "" {
		t.Fatalf("the casusregisseur sees %d people, purpose %q: %v", len(b.Van(casus.Betrokkene)), b.Doel, err)
	}
	for _, wie := range []string{"agent", "ggz", "school", "fg", "beheerder", "burgemeester", "privacy"} {
		_, binnen := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, wie), k.ID)
		_, nergens := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, wie), "01a00000-0000-7000-8000-000000000000")
		if domein.KindOf(binnen) != domein.NotFound || strings.ReplaceAll(binnen.Error(), k.ID, "") != nergens.Error() {
			t.Errorf("%s: %v; of one that never was: %v", wie, binnen, nergens)
		}
	}
	geweigerd := 0
	for r := range h.Store.JournaalRijen(t.Context(), proef.Regio) {
		if r.Uitkomst == "geweigerd" && r.Object == k.ID {
			geweigerd++
		}
	}
	if geweigerd != 7 {
		t.Errorf("%d refusals in the journal, want 7", geweigerd)
	}
}

// A secret address is seen by whom it names, and by nobody else in the circle.
func TestSecretAddress(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	straten := func(wie string) (list []string) {
		b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, wie), k.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range b.Historie {
			if p.Soort == casus.Betrokkene {
				list = append(list, p.Waarde("straat"))
			}
		}
		return list
	}
	if !slices.Contains(straten("casusregisseur"), "Schuilproefweg") || slices.Contains(straten("procesregisseur"), "Schuilproefweg") {
		t.Error("the secret address is seen by the wrong people")
	}
}

// S7: police and care plan what does not go together; the rule says so until one of them ends.
func TestInterventionsThatDoNotGoTogether(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	doel := leg(t, h, "casusregisseur", k.ID, casus.Doel, map[string]string{"tekst": "Niemand wordt geslagen.", "leefgebied": "veiligheid"})
	plan := func(soort, van, tot string) dossier.Stuk {
		return leg(t, h, "casusregisseur", k.ID, casus.Interventie, map[string]string{"doel": doel.ID, "wat": soort, "soort": soort, "organisatie": "gemeente", "van": van, "tot": tot,
			"als_mislukt": "terug naar het overleg"})
	}
	plan("huisverbod", "2026-11-10", "2026-11-20")
	gesprek := plan("gezinsgesprek_thuis", "2026-11-15", "2026-12-15")
	plan("schuldhulp", "2026-11-10", "2026-12-15")
	botsingen := func() int {
		b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), k.ID)
		if err != nil {
			t.Fatal(err)
		}
		return len(b.Botsingen)
	}
	if n := botsingen(); n != 1 {
		t.Fatalf("%d clashes, want 1", n)
	}
	wijzig := casus.Vastlegging{Soort: casus.Interventie, ID: gesprek.ID, Wijziging: domein.Wijziging{Basis: 1, Velden: map[string]string{"van": "2026-11-21"}}}
	if _, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), k.ID, wijzig); err != nil || botsingen() != 0 {
		t.Errorf("moved behind the ban they still clash: %v", err)
	}
}

// S5: two people change one goal. Different fields both stay; the same field is a choice, and nothing is lost.
func TestTwoPeopleOneGoal(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	doel := leg(t, h, "casusregisseur", k.ID, casus.Doel, map[string]string{"tekst": "Rust in huis.", "leefgebied": "veiligheid", "risico": "laag"})
	save := func(wie string, velden map[string]string) error {
		_, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, wie), k.ID, casus.Vastlegging{Soort: casus.Doel, ID: doel.ID, Wijziging: domein.Wijziging{Basis: 1, Velden: velden}})
		return err
	}
	if err := save("casusregisseur", map[string]string{"risico": "hoog"}); err != nil {
		t.Fatal(err)
	}
	if err := save("procesregisseur", map[string]string{"risico": "midden"}); domein.KindOf(err) != domein.Conflict {
		t.Errorf("the same field: %v", err)
	}
	if err := save("procesregisseur", map[string]string{"stand": "loopt"}); err != nil {
		t.Errorf("another field: %v", err)
	}
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), k.ID)
	if st, _ := b.Stuk(casus.Doel, doel.ID); err != nil || st.Waarde("risico") != "hoog" || st.Waarde("stand") != "loopt" || st.Versie != 3 {
		t.Errorf("after both: %+v %v", st, err)
	}
}

// S11: who offers the direction keeps it until the other accepts; sight on safety has one holder at every minute.
func TestHandover(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	fatima, karim := h.Actor(t, proef.Regio, "casusregisseur"), h.Actor(t, proef.Regio, "casusregisseur-2")
	h.Nu = h.Nu.Add(time.Hour)
	if err := h.Casus.BiedAan(t.Context(), fatima, k.ID, casus.Regie, karim.ID, "verlof"); err != nil {
		t.Fatal(err)
	}
	b, err := h.Casus.Toon(t.Context(), fatima, k.ID)
	if err != nil || b.Casusregisseur != fatima.ID {
		t.Fatalf("before acceptance: %v %v", b.Casusregisseur, err)
	}
	h.Nu = h.Nu.Add(49 * time.Hour)
	if n, err := h.Casus.Verstrijk(t.Context(), huis.Machine(proef.Regio)); err != nil || n != 1 {
		t.Errorf("silence was told %d times: %v", n, err)
	}
	if err := h.Casus.Beantwoord(t.Context(), karim, k.ID, b.Van(casus.Aanbod)[0].ID, true, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Casus.Toon(t.Context(), fatima, k.ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("who gave up the direction still sees the case: %v", err)
	}
	b, err = h.Casus.Toon(t.Context(), karim, k.ID)
	if err != nil || b.Casusregisseur != karim.ID {
		t.Fatalf("after acceptance: %v", err)
	}
	for m := b.Begonnen; m.Before(termijn.At(h.Nu)); m = m.Plus(time.Minute) {
		n := 0
		for _, z := range b.Zicht {
			if !m.Before(z.Van) && (z.Tot.IsZero() || m.Before(z.Tot)) {
				n++
			}
		}
		if n != 1 {
			t.Fatalf("%d people have sight on safety at %s", n, m)
		}
	}
}

// S8 and S9: at the deadline, to the minute, a knot that nobody cut goes to the next who is there and no party.
func TestKnotGoesUp(t *testing.T) {
	h := proef.Maak(t)
	h.Nu = op(2026, 4, 2, 14)
	k := h.OpenCasus(t)
	proces := h.Actor(t, proef.Regio, "procesregisseur")
	in := casus.Inbreng{Vraag: "Eerst het huisverbod of eerst de gesprekken?", Standpunt: "Eerst de gesprekken.", Partijen: []string{"casusregisseur"}}
	st, err := h.Casus.BrengIn(t.Context(), proces, k.ID, in)
	if err != nil {
		t.Fatal(err)
	}
	// Both regisseurs are parties, so the manager holds it, on step 3 with five working days.
	if st.Waarde("houder") != "ketenmanager" || st.Waarde("trede") != "3" || st.Moment("deadline") != termijn.At(op(2026, 4, 13, 14)) {
		t.Fatalf("held by %s on step %s until %s", st.Waarde("houder"), st.Waarde("trede"), st.Waarde("deadline"))
	}
	h.Nu = op(2026, 4, 13, 14).Add(-time.Minute)
	verstrijk(t, h)
	if b, _ := h.Casus.Toon(t.Context(), proces, k.ID); b.Van(casus.Knoop)[0].Waarde("trede") != "3" {
		t.Fatal("it went up before its time")
	}
	h.Nu = op(2026, 4, 13, 14)
	verstrijk(t, h)
	b, err := h.Casus.Toon(t.Context(), proces, k.ID)
	if next := b.Van(casus.Knoop)[0]; err != nil || next.Waarde("trede") != "4" || next.Waarde("houder") != "wethouder" || len(b.Van("opschaling")) != 1 {
		t.Fatalf("after the deadline: %+v %v", b.Van(casus.Knoop)[0].Velden, err)
	}
	if err := h.Casus.Beslis(t.Context(), proces, k.ID, st.ID, casus.Besluit{Besluit: "Eerst gesprekken.", Motivering: "Dat vind ik zelf ook het beste."}); domein.KindOf(err) != domein.Forbidden {
		t.Errorf("a party decided on its own proposal: %v", err)
	}
	if err := h.Casus.Beslis(t.Context(), h.Actor(t, proef.Regio, "wethouder"), k.ID, st.ID, casus.Besluit{Besluit: "Eerst het huisverbod.", Motivering: "De veiligheid van de kinderen gaat voor."}); err != nil {
		t.Fatal(err)
	}
	if b, _ = h.Casus.Toon(t.Context(), proces, k.ID); b.Van(casus.Knoop)[0].Waarde("stand") != "besloten" {
		t.Error("the knot is still open")
	}
}

func verstrijk(t *testing.T, h *proef.Huis) {
	t.Helper()
	if _, err := h.Casus.Verstrijk(t.Context(), huis.Machine(proef.Regio)); err != nil {
		t.Fatal(err)
	}
}

// S13: a dormant case comes back on its day; without action for two working days it is told upwards.
func TestWakeUp(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	fatima := h.Actor(t, proef.Regio, "casusregisseur")
	wek, _ := termijn.NewDate(2026, 12, 1)
	if _, err := h.Casus.ZetStand(t.Context(), fatima, k.ID, casus.Stap{Naar: casus.Sluimerend, Reden: "Wacht op de zitting.", WekOp: wek, Basis: 1}); err != nil {
		t.Fatal(err)
	}
	soorten := func() (list []string) {
		b, err := h.Casus.Toon(t.Context(), fatima, k.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range b.Taken {
			if x.Open() {
				list = append(list, x.Soort)
			}
		}
		return list
	}
	h.Nu = op(2026, 11, 30, 23)
	verstrijk(t, h)
	if slices.Contains(soorten(), "wek.oppakken") {
		t.Error("it woke a day early")
	}
	h.Nu = op(2026, 12, 1, 6)
	verstrijk(t, h)
	if !slices.Contains(soorten(), "wek.oppakken") {
		t.Errorf("it did not wake: %v", soorten())
	}
	h.Nu = op(2026, 12, 3, 6)
	if n, err := h.Casus.Verstrijk(context.Background(), huis.Machine(proef.Regio)); err != nil || n == 0 {
		t.Errorf("two working days of silence were told %d times: %v", n, err)
	}
}

// All faults of a piece come at once, and nothing is kept.
func TestFaultsComeAtOnce(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	_, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), k.ID, casus.Vastlegging{Soort: casus.Informatie,
		Wijziging: domein.Wijziging{Velden: map[string]string{"datum": "2027-01-01", "bron": "ggz", "weersproken": "ja"}}})
	var velden []string
	for _, f := range domein.FaultsOf(err) {
		velden = append(velden, f.Veld)
	}
	for _, want := range []string{"tekst", "bron", "datum", "categorie", "hardheid", "betwisting"} {
		if !slices.Contains(velden, want) {
			t.Errorf("no fault on %s: %v", want, velden)
		}
	}
}

// No word about a person stands in the clear in the database.
func TestNothingInTheClear(t *testing.T) {
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	leg(t, h, "casusregisseur", k.ID, casus.Notitie, map[string]string{"tekst": "Kanarieproefzin over de familie."})
	files, err := filepath.Glob(filepath.Join(h.Map, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s", h.Map)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, canary := range []string{"Proefyilmaz", "Deniz", "Aylin", "999990019", "Kersenproefstraat", "Schuilproefweg", "Kanarieproefzin", "proefyilmaz"} {
			if bytes.Contains(text, []byte(canary)) {
				t.Errorf("%s holds %q", filepath.Base(file), canary)
			}
		}
	}
}
