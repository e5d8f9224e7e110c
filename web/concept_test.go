// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
)

// What somebody typed is there again in his form, for him alone, until he saves it or throws it away; a change of somebody else meanwhile still shows. It is sealed, and goes for
// whoever leaves the circle.
func TestDraft(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	fatima, bram := inloggen(t, h, proef.Regio, "casusregisseur"), inloggen(t, h, proef.Regio, "agent")
	at := "/casussen/" + z.ID
	bewaar := func(b *bezoeker, formulier string, x url.Values, want int) {
		t.Helper()
		if status, html := b.post(t, at+"/concept?formulier="+url.QueryEscape(formulier), x); status != want {
			t.Errorf("a draft gives %d, want %d: %s", status, want, inhoudVan(html))
		}
	}
	bewaar(fatima, "stukken/notitie/nieuw", url.Values{"tekst": {"Kanarie half getypt"}}, 204)
	bewaar(fatima, "stukken/notitie/nieuw", url.Values{"tekst": {"Kanarie verder getypt"}}, 204)
	_, html := fatima.get(t, at+"/stukken/notitie/nieuw")
	moet(t, html, "Kanarie verder getypt", "Dit is uw concept van")
	if _, html := bram.get(t, at+"/stukken/notitie/nieuw"); strings.Contains(html, "Kanarie") || strings.Contains(html, "Dit is uw concept") {
		t.Error("somebody else sees the draft")
	}
	zonderKanarie(t, h, "Kanarie")
	if status, _ := fatima.post(t, at+"/stukken/notitie/nieuw", url.Values{"tekst": {"Kanarie af"}}); status != 200 {
		t.Fatal("a note is refused")
	}
	if _, html := fatima.get(t, at+"/stukken/notitie/nieuw"); strings.Contains(html, "Kanarie") {
		t.Error("after the save the draft is still there")
	}
	doel := "stukken/doel/" + z.doel
	bewaar(fatima, doel, url.Values{"versie": {"1"}, "oud.tekst": {"Rust in huis."}, "tekst": {"Rust in huis, ook in het weekend."}, "oud.leefgebied": {"veiligheid"}, "leefgebied": {"veiligheid"}}, 204)
	if _, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), z.ID, casus.Vastlegging{Soort: casus.Doel, ID: z.doel,
		Wijziging: domein.Wijziging{Basis: 1, Velden: map[string]string{"tekst": "Rust in beide huizen."}}}); err != nil {
		t.Fatal(err)
	}
	_, html = fatima.get(t, at+"/"+doel)
	moet(t, html, "Rust in huis, ook in het weekend.", `name="versie" value="1"`)
	if status, html := fatima.post(t, at+"/"+doel, url.Values{"versie": {"1"}, "oud.tekst": {"Rust in huis."}, "tekst": {"Rust in huis, ook in het weekend."}, "oud.leefgebied": {"veiligheid"}, "leefgebied": {"veiligheid"}}); status != 409 || !strings.Contains(html, "Rust in beide huizen.") {
		t.Errorf("the change of somebody else is overwritten: %d", status)
	}
	if status, _ := fatima.post(t, at+"/concept/weg?formulier="+url.QueryEscape(doel), nil); status != 200 {
		t.Error("a draft cannot be thrown away")
	}
	if _, html := fatima.get(t, at+"/"+doel); strings.Contains(html, "ook in het weekend") {
		t.Error("the draft is still there")
	}
	if status, html := fatima.post(t, at+"/stukken/notitie/nieuw", url.Values{}); status != 400 || !strings.Contains(html, "data-concept=") {
		t.Errorf("a form that came back with faults (%d) keeps no drafts", status)
	}
	bewaar(bram, "stukken/notitie/nieuw", url.Values{"tekst": {strings.Repeat("x", 300_000)}}, 400)
	bewaar(bram, "stukken/notitie/nieuw", url.Values{"tekst": {"Van Bram"}}, 204)
	if err := h.Deling.LaatUit(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), z.ID, "agent"); err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(time.Second)
	bewaar(bram, "stukken/notitie/nieuw", url.Values{"tekst": {"Nog iets"}}, 404)
	for _, id := range []string{"ggz", "beheerder"} {
		bewaar(inloggen(t, h, proef.Regio, id), "stukken/notitie/nieuw", url.Values{"tekst": {"x"}}, 404)
	}
}

// The forms of a knot and of a sharing keep what was typed too, and forget it when it was sent.
func TestDraftOfKnotAndSharing(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	fatima := inloggen(t, h, proef.Regio, "casusregisseur")
	at := "/casussen/" + z.ID
	knoop := url.Values{"vraag": {"Wat komt er eerst, het verbod of het gesprek?"}, "standpunt": {"Het gesprek."}, "partijen": {"agent"}}
	delen := url.Values{"wat": {"doel/" + z.doel}, "categorie": {"veiligheid"}, "aan": {"politie"}, "ontvanger": {"agent"}, "doel": {"aanpak van huiselijk geweld"}, "grondslag": {"WGS"}, "noodzaak": {"de agent gaat morgen langs"}}
	for formulier, x := range map[string]url.Values{"knopen/nieuw": knoop, "delen": delen} {
		if status, _ := fatima.post(t, at+"/concept?formulier="+url.QueryEscape(formulier), x); status != 204 {
			t.Fatalf("a draft of %s gives %d", formulier, status)
		}
		_, html := fatima.get(t, at+"/"+formulier)
		moet(t, html, "Dit is uw concept van", x.Get("noodzaak")+x.Get("vraag"))
		if status, html := fatima.post(t, at+"/"+formulier, x); status != 200 {
			t.Fatalf("%s gives %d: %s", formulier, status, inhoudVan(html))
		}
		if _, html := fatima.get(t, at+"/"+formulier); strings.Contains(html, "Dit is uw concept") {
			t.Errorf("after %s the draft is still there", formulier)
		}
	}
}
