// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
)

// S11: when the direction was accepted each legal basis of the old arrangement is listed to keep, renew or end; what ends is shut in the same second, what is renewed begins anew on the
// name of the new casusregisseur, and nobody but he answers.
func TestLegalBasesAfterHandover(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	kees, bram := inloggen(t, h, proef.Regio, "casusregisseur-2"), inloggen(t, h, proef.Regio, "agent")
	at := "/casussen/" + z.ID
	if err := h.Deling.LaatToe(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), z.ID, deling.Toelating{Gebruiker: "veilig-thuis", Functie: "deelnemer", Doel: "aanpak van huiselijk geweld", Grondslag: "WGS",
		Noodzaak: "deze organisatie werkt al met het gezin"}); err != nil {
		t.Fatal(err)
	}
	for _, wie := range []string{"casusregisseur", "procesregisseur", "agent", "casusregisseur-2"} {
		if status, _ := inloggen(t, h, proef.Regio, wie).get(t, at+"/gronden"); status != 404 && status != 403 {
			t.Errorf("before the handover %s gets %d", wie, status)
		}
	}
	h.Nu = h.Nu.Add(time.Minute)
	_, html := kees.get(t, at+"/overdragen")
	post := html[strings.Index(html, at+"/aanbod/"):]
	post = post[:strings.IndexByte(post, '"')]
	if status, _ := kees.post(t, post, url.Values{"antwoord": {"ja"}}); status != 200 {
		t.Fatalf("accepting gives %d", status)
	}
	if _, html := kees.get(t, "/werk"); !strings.Contains(html, at+"/gronden") {
		t.Error("the task is not in his work")
	}
	status, html := kees.get(t, at+"/gronden")
	moet(t, html, "Bram Kuiper", "Vera de Wit", "Wet gegevensverwerking door samenwerkingsverbanden", "Gedeeld")
	if status != 200 || strings.Contains(html, "Ruben Vos") {
		t.Errorf("the list gives %d, or holds somebody who left", status)
	}
	for _, wie := range []string{"procesregisseur", "agent", "casusregisseur"} {
		if status, _ := inloggen(t, h, proef.Regio, wie).get(t, at+"/gronden"); status != 404 && status != 403 {
			t.Errorf("%s gets %d", wie, status)
		}
	}
	form := url.Values{"lid.agent": {"beeindigen"}, "lid.veilig-thuis": {"vernieuwen"}}
	if status, html := kees.post(t, at+"/gronden", form); status != 400 || !strings.Contains(html, "Kies of deze grondslag blijft") || !strings.Contains(html, "minstens 20 tekens") {
		t.Errorf("with a gap: %d", status)
	}
	if status, _ := bram.get(t, at); status != 200 {
		t.Errorf("a refused form shut a door: %d", status)
	}
	form.Set("spoor."+z.spoor, "behouden")
	form.Set("noodzaak", "Veilig Thuis houdt zicht op de veiligheid van het kind.")
	h.Nu = h.Nu.Add(time.Minute)
	if status, html := kees.post(t, at+"/gronden", form); status != 200 {
		t.Fatalf("laying down gives %d: %s", status, inhoudVan(html))
	}
	for _, pad := range []string{at, "/gedeeld/" + z.spoor} {
		if status, _ := bram.get(t, pad); status != 404 {
			t.Errorf("after the end %s gives %d", pad, status)
		}
	}
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur-2"), z.ID)
	if err != nil {
		t.Fatal(err)
	}
	var vera []dossier.Lid
	for _, l := range b.Leden {
		if l.Gebruiker == "veilig-thuis" {
			vera = append(vera, l)
		}
	}
	if len(vera) != 2 || vera[0].Tot != vera[1].Van || vera[1].Door != "casusregisseur-2" || !vera[1].Tot.IsZero() {
		t.Errorf("the renewed place is %+v", vera)
	}
	if status, _ := kees.get(t, at+"/gronden"); status != 404 {
		t.Errorf("afterwards the page gives %d", status)
	}
	if status, _ := inloggen(t, h, proef.Regio, "veilig-thuis").get(t, at); status != 200 {
		t.Errorf("whose place was renewed gets %d", status)
	}
}
