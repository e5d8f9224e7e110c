// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/uitkomst"
)

// Whoever holds the table makes its outcome available to the system of a partner, sees that in the ledger and takes it back; the page says what is missing first.
func TestOutcomeForPartners(t *testing.T) {
	const oin = "00000003123456789000"
	h := newHuis(t)
	x := maakTafel(t, h)
	noor, bram := inloggen(t, h, proef.Regio, "procesregisseur"), inloggen(t, h, proef.Regio, "agent")
	at, zaak := "/overleggen/"+x.id+"/punten/"+x.punten[0]+"/uitkomst", "/casussen/"+x.een.ID
	h.Nu = x.begin.Add(time.Minute)
	_, html := noor.get(t, at)
	moet(t, html, "Er is nog niets besloten of afgesproken")
	if status, html := noor.post(t, zaak+"/stukken/overlegbesluit/nieuw", url.Values{"punt": {x.punten[0]}, "besluit": {"Eerst rust, dan de Kanariegesprekken."}}); status != 200 {
		t.Fatalf("the decision gives %d: %s", status, inhoudVan(html))
	}
	_, html = noor.get(t, at)
	moet(t, html, "Er is nog geen partner aangesloten")
	beheerder := h.Actor(t, proef.Regio, "beheerder")
	if _, err := h.Uitkomst.Registreer(t.Context(), beheerder, uitkomst.Partnersysteem{OIN: oin, Naam: "Politie Proef", Organisatie: "politie"}); err != nil {
		t.Fatal(err)
	}
	_, html = noor.get(t, at)
	besluit := html[strings.Index(html, "overlegbesluit/"):]
	besluit = besluit[:strings.IndexByte(besluit, '"')]
	form := url.Values{"wat": {besluit}, "systeem": {oin}, "categorie": {"veiligheid"}, "doel": {"aanpak van huiselijk geweld"}, "grondslag": {"WGS"}, "noodzaak": {"De politie voert het besluit uit."}}
	status, html := noor.post(t, at, form)
	if status != 400 {
		t.Errorf("without an OIN of its own: %d", status)
	}
	moet(t, html, "Het OIN van uw eigen organisatie", "De politie voert het besluit uit.")
	if err := h.Melding.SaveAfzender(t.Context(), beheerder, melding.Afzender{OIN: "00000001823288444000", Naam: "ZVH Proef", Organisatie: "gemeente", Eigen: true}); err != nil {
		t.Fatal(err)
	}
	if status, _ := bram.post(t, at, form); status != 403 {
		t.Errorf("a participant makes the outcome available: %d", status)
	}
	status, html = noor.post(t, at, form)
	if status != 200 {
		t.Fatalf("the outcome gives %d: %s", status, inhoudVan(html))
	}
	moet(t, html, "Politie Proef, politie", "op te halen")
	if _, html := noor.get(t, zaak+"/kring"); !strings.Contains(html, "systeem van een partner") {
		t.Error("the ledger of the case does not say that the system of a partner can get it")
	}
	terug := html[strings.LastIndex(html, at+"/"):]
	terug = terug[:strings.IndexByte(terug, '"')]
	if status, _ := bram.post(t, terug, nil); status != 403 {
		t.Errorf("a participant takes it back: %d", status)
	}
	status, html = noor.post(t, terug, nil)
	if status != 200 || strings.Contains(html, "Intrekken") {
		t.Errorf("taking it back: %d", status)
	}
	if status, _ := noor.post(t, terug, nil); status != 409 {
		t.Errorf("taking it back twice: %d", status)
	}
}
