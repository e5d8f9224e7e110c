// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package deling_test

import (
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// met gives a case with Veilig Thuis in its circle and a piece of medical information in it.
func met(t *testing.T) (*proef.Huis, dossier.Kop, dossier.Stuk) {
	t.Helper()
	h := proef.Maak(t)
	k := h.OpenCasus(t)
	laatToe(t, h, k.ID, "veilig-thuis", toegang.AlsDeelnemer)
	st, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "veilig-thuis"), k.ID, casus.Vastlegging{Soort: casus.Informatie, Wijziging: domein.Wijziging{Velden: map[string]string{
		"tekst": "Letsel gezien op 5 november.", "bron": "veilig_thuis", "datum": "2026-11-05", "categorie": "medisch", "hardheid": "hard"}}})
	if err != nil {
		t.Fatal(err)
	}
	return h, k, st
}

func laatToe(t *testing.T, h *proef.Huis, id, wie, functie string) {
	t.Helper()
	err := h.Deling.LaatToe(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), id, deling.Toelating{Gebruiker: wie, Functie: functie, Doel: "aanpak van huiselijk geweld",
		Grondslag: "WGS", Noodzaak: "deze organisatie werkt al met het gezin"})
	if err != nil {
		t.Fatalf("%s: %v", wie, err)
	}
}

func rijen(t *testing.T, h *proef.Huis, uitkomst string) (n int) {
	t.Helper()
	for r, err := range h.Store.JournaalRijen(t.Context(), proef.Regio) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Uitkomst == uitkomst {
			n++
		}
	}
	return n
}

// S1: nothing goes out until purpose, ground and necessity are there and fit; there is no way past it.
func TestGate(t *testing.T) {
	h, k, st := met(t)
	vera, zeynep := h.Actor(t, proef.Regio, "veilig-thuis"), h.Actor(t, proef.Regio, "ggz")
	deel := func(v deling.Verzoek) error { _, err := h.Deling.Deel(t.Context(), vera, k.ID, v); return err }
	wat := []string{casus.Informatie + "/" + st.ID}

	err := deel(deling.Verzoek{Wat: wat, Categorie: deling.Medisch, Aan: "school", Ontvanger: "school"})
	if faults := domein.FaultsOf(err); len(faults) != 3 || !strings.Contains(faults[1].Melding, "veiligheidsafspraak zonder inhoud") {
		t.Errorf("to a school: %v", err)
	}
	before := rijen(t, h, "geweigerd")
	if err := deel(deling.Verzoek{Wat: wat, Categorie: deling.Medisch, Aan: "school", Ondanks: true}); domein.KindOf(err) != domein.Forbidden || rijen(t, h, "geweigerd") != before+1 {
		t.Errorf("past the gate: %v", err)
	}
	if list, _ := h.Deling.Gedeeld(t.Context(), h.Actor(t, proef.Regio, "school")); len(list) != 0 {
		t.Errorf("the school got %d things", len(list))
	}
	goed := deling.Verzoek{Wat: wat, Categorie: deling.Medisch, Aan: "ggz", Ontvanger: "ggz", Doel: "behandeling van een betrokkene", Grondslag: "TOESTEMMING", Noodzaak: "de behandelaar moet het letsel kennen"}
	if err := deel(goed); err != nil {
		t.Fatal(err)
	}
	list, err := h.Deling.Gedeeld(t.Context(), zeynep)
	if err != nil || len(list) != 1 {
		t.Fatalf("the receiver has %d: %v", len(list), err)
	}
	a, err := h.Deling.Inzien(t.Context(), zeynep, list[0].ID)
	if err != nil || len(a.Stukken) != 1 || a.Stukken[0].Waarde("tekst") != "Letsel gezien op 5 november." || a.Doel != goed.Doel {
		t.Errorf("the receiver reads %+v: %v", a, err)
	}
	if _, err := h.Casus.Toon(t.Context(), zeynep, k.ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("the receiver sees the case itself: %v", err)
	}
	if _, err := h.Deling.Inzien(t.Context(), h.Actor(t, proef.Regio, "reclassering"), list[0].ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("somebody else reads it: %v", err)
	}
}

// An appeal to vital interest reaches its receiver at once and ends after a day, unless somebody else approved it.
func TestDeviationIsJudgedByAnother(t *testing.T) {
	for _, akkoord := range []bool{true, false} {
		h, k, st := met(t)
		v := deling.Verzoek{Wat: []string{casus.Informatie + "/" + st.ID}, Categorie: deling.Medisch, Aan: "politie", Ontvanger: "agent", Doel: "acuut gevaar afwenden", Grondslag: "VITAAL",
			Noodzaak: "de agent gaat nu naar binnen", Reden: "het kind is nu met de dader alleen"}
		spoor, err := h.Deling.Deel(t.Context(), h.Actor(t, proef.Regio, "veilig-thuis"), k.ID, v)
		if err != nil {
			t.Fatal(err)
		}
		agent, pim := h.Actor(t, proef.Regio, "agent"), h.Actor(t, proef.Regio, "privacy")
		if _, err := h.Deling.Inzien(t.Context(), agent, spoor.ID); err != nil {
			t.Fatal(err)
		}
		taken, err := h.Deling.Afwijkingen(t.Context(), pim)
		if err != nil || len(taken) != 1 {
			t.Fatalf("%d deviations wait: %v", len(taken), err)
		}
		if err := h.Deling.Beoordeel(t.Context(), h.Actor(t, proef.Regio, "veilig-thuis"), taken[0].ID, true, "ik vind het zelf een goed idee"); err == nil {
			t.Error("who did it judged it")
		}
		if err := h.Deling.Beoordeel(t.Context(), pim, taken[0].ID, akkoord, "besproken met Veilig Thuis en de politie"); err != nil {
			t.Fatal(err)
		}
		h.Nu = h.Nu.Add(25 * time.Hour)
		if _, err := h.Deling.Inzien(t.Context(), agent, spoor.ID); (err == nil) != akkoord {
			t.Errorf("approved %v: a day later the receiver gets %v", akkoord, err)
		}
	}
}

// Without a judgement the access ends by itself after a day.
func TestDeviationEndsByItself(t *testing.T) {
	h, k, st := met(t)
	spoor, err := h.Deling.Deel(t.Context(), h.Actor(t, proef.Regio, "veilig-thuis"), k.ID, deling.Verzoek{Wat: []string{casus.Informatie + "/" + st.ID}, Categorie: deling.Medisch,
		Aan: "politie", Ontvanger: "agent", Doel: "acuut gevaar afwenden", Grondslag: "CONFLICT", Noodzaak: "de agent gaat nu naar binnen", Reden: "het kind is nu met de dader alleen"})
	if err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(24 * time.Hour)
	if _, err := h.Deling.Inzien(t.Context(), h.Actor(t, proef.Regio, "agent"), spoor.ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("after 24 hours: %v", err)
	}
}

// S2: who leaves the circle at 10:00:00 finds nothing at 10:00:01, neither the case nor what was shared with him.
func TestLeavingClosesEveryDoor(t *testing.T) {
	h, k, st := met(t)
	bram, proces := h.Actor(t, proef.Regio, "agent"), h.Actor(t, proef.Regio, "procesregisseur")
	laatToe(t, h, k.ID, "agent", toegang.AlsDeelnemer)
	spoor, err := h.Deling.Deel(t.Context(), h.Actor(t, proef.Regio, "veilig-thuis"), k.ID, deling.Verzoek{Wat: []string{casus.Informatie + "/" + st.ID}, Categorie: deling.Veiligheid,
		Aan: "politie", Ontvanger: "agent", Doel: "aanpak van huiselijk geweld", Grondslag: "WGS", Noodzaak: "de wijkagent gaat morgen langs"})
	if err != nil {
		t.Fatal(err)
	}
	if list, _ := h.Casus.Lijst(t.Context(), bram, ""); len(list) != 1 {
		t.Fatalf("a member has %d cases", len(list))
	}
	if list, _ := h.Casus.ZoekTekst(t.Context(), bram, "999990019"); len(list) != 1 {
		t.Fatalf("a member finds %d cases", len(list))
	}
	h.Nu = h.Nu.Add(time.Second)
	if err := h.Deling.LaatUit(t.Context(), proces, k.ID, "agent"); err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(time.Second)
	if list, _ := h.Casus.Lijst(t.Context(), bram, ""); len(list) != 0 {
		t.Error("the list still has the case")
	}
	if list, _ := h.Casus.ZoekTekst(t.Context(), bram, "999990019"); len(list) != 0 {
		t.Error("a search still finds the case")
	}
	if _, err := h.Casus.Toon(t.Context(), bram, k.ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("the case: %v", err)
	}
	if _, err := h.Deling.Inzien(t.Context(), bram, spoor.ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("what was shared: %v", err)
	}
	if err := h.Deling.LaatUit(t.Context(), proces, k.ID, "casusregisseur"); domein.KindOf(err) != domein.Conflict {
		t.Errorf("who has sight on safety was put out: %v", err)
	}
}

// S14: emergency access is for an hour, to read, told at once, and judged by somebody else; a member who only contributes changes nothing.
func TestEmergencyAndContributor(t *testing.T) {
	h, k, _ := met(t)
	victor := h.Actor(t, proef.Regio, "veilig-thuis-2")
	if _, err := h.Deling.Noodtoegang(t.Context(), victor, k.ID, "te kort"); domein.KindOf(err) != domein.Invalid {
		t.Errorf("a short reason: %v", err)
	}
	if _, err := h.Deling.Noodtoegang(t.Context(), victor, k.ID, "buren horen geschreeuw, ik moet nu weten wie er wonen"); err != nil {
		t.Fatal(err)
	}
	b, err := h.Casus.Toon(t.Context(), victor, k.ID)
	if err != nil || !b.Uitzonderlijk || b.Kan[toegang.CasusBewerken] {
		t.Fatalf("with emergency access: %v, may change %v", err, b.Kan[toegang.CasusBewerken])
	}
	h.Nu = h.Nu.Add(61 * time.Minute)
	if _, err := h.Casus.Toon(t.Context(), victor, k.ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("after an hour: %v", err)
	}
	h.Nu = h.Nu.Add(7 * 24 * time.Hour)
	if _, err := h.Deling.Noodtoegang(t.Context(), victor, k.ID, "opnieuw een melding van de buren vannacht"); domein.KindOf(err) != domein.Conflict {
		t.Errorf("with an overdue review: %v", err)
	}
	laatToe(t, h, k.ID, "reclassering", toegang.AlsBijdrager)
	ruben := h.Actor(t, proef.Regio, "reclassering")
	leg := func(soort string, velden map[string]string) error {
		_, err := h.Casus.Leg(t.Context(), ruben, k.ID, casus.Vastlegging{Soort: soort, Wijziging: domein.Wijziging{Velden: velden}})
		return err
	}
	if err := leg(casus.Notitie, map[string]string{"tekst": "Gebeld, niet thuis."}); err != nil {
		t.Errorf("a note: %v", err)
	}
	if err := leg(casus.Doel, map[string]string{"tekst": "Iets", "leefgebied": "netwerk"}); domein.KindOf(err) != domein.Forbidden {
		t.Errorf("a goal: %v", err)
	}
}
