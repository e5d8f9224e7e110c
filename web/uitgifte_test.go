// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
)

// leg lays down a piece of the case as its casusregisseur.
func (z zaak) leg(t *testing.T, h *huis, soort string, velden map[string]string) string {
	t.Helper()
	st, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID, casus.Vastlegging{Soort: soort, Wijziging: domein.Wijziging{Velden: velden}})
	if err != nil {
		t.Fatal(err)
	}
	return soort + "/" + st.ID
}

// The plan for the family holds what was agreed and what the person says himself; not what is on record about him, no address, nothing about another person, and no arrest. Its
// handing out is in the ledger with purpose and ground.
func TestPlanForTheFamily(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	kind := z.mens(t, h)
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID)
	if err != nil {
		t.Fatal(err)
	}
	moeder := b.Van(casus.Betrokkene)[1].ID
	doel := casus.Doel + "/" + z.doel
	gesprek := z.leg(t, h, casus.Interventie, map[string]string{"doel": z.doel, "wat": "Elke week een gesprek", "soort": "opvoedhulp", "organisatie": "gemeente", "van": "2026-11-16", "als_mislukt": "Bel de regisseur."})
	aanhouding := z.leg(t, h, casus.Interventie, map[string]string{"doel": z.doel, "wat": "Aanhouding om zes uur", "soort": "aanhouding", "organisatie": "politie", "van": "2026-11-16", "als_mislukt": "Later."})
	ander := z.leg(t, h, casus.Doel, map[string]string{"tekst": "Moeder vindt werk.", "leefgebied": "daginvulling", "voor": moeder})
	z.leg(t, h, casus.Informatie, map[string]string{"tekst": "De buurman hoorde geschreeuw.", "over": kind, "bron": "politie", "datum": "2026-11-01", "categorie": "politie", "hardheid": "zacht",
		"weersproken": "ja", "betwisting": "Dat was de televisie."})
	fatima := inloggen(t, h, proef.Regio, "casusregisseur")
	at := "/casussen/" + z.ID + "/gezinsplan"
	_, html := fatima.get(t, at)
	moet(t, html, "Rust in huis.", "Elke week een gesprek")
	magNiet(t, html, "Aanhouding om zes uur")
	vraag := url.Values{"voor": {kind}, "wat": {doel, gesprek}, "noodzaak": {"het gezin moet weten wat is afgesproken"}}
	for _, wat := range []string{aanhouding, ander, "informatie/x"} {
		fout := url.Values{"voor": {kind}, "wat": {doel, wat}, "noodzaak": {"kort"}}
		status, html := fatima.post(t, at, fout)
		if status != 400 {
			t.Errorf("%s goes into the plan: %d", wat, status)
		}
		moet(t, html, "Kies uit de lijst.", "minstens 20 tekens")
	}
	if status, _ := inloggen(t, h, proef.Regio, "agent").post(t, at, vraag); status != 403 {
		t.Errorf("a participant hands out the plan: %d", status)
	}
	status, html := fatima.post(t, at, vraag)
	if status != 200 {
		t.Fatalf("the plan gives %d: %s", status, inhoudVan(html))
	}
	moet(t, html, "Ons plan", "Deniz Proefyilmaz", "Rust in huis.", "Elke week een gesprek", "Bel de regisseur.", "Dat was de televisie.", "Autoriteit Persoonsgegevens")
	magNiet(t, html, "De buurman hoorde", "Kersenproefstraat", "Moeder vindt werk", "Aanhouding")
	_, html = fatima.get(t, "/casussen/"+z.ID+"/kring")
	moet(t, html, casus.GezinsReden.Doel)
}

// What does not fit on one sheet is refused, and says so.
func TestPlanFitsOneSheet(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	lang := z.leg(t, h, casus.Doel, map[string]string{"tekst": strings.Repeat("Wij praten rustig met elkaar. ", 80), "leefgebied": "veiligheid"})
	status, html := inloggen(t, h, proef.Regio, "casusregisseur").post(t, "/casussen/"+z.ID+"/gezinsplan",
		url.Values{"voor": {z.mens(t, h)}, "wat": {lang}, "noodzaak": {"het gezin moet weten wat is afgesproken"}})
	if status != 400 || !strings.Contains(html, "past niet op één blad") {
		t.Errorf("a plan that is too long gives %d", status)
	}
}

// A printout needs a reason, holds what its maker may see, and is shown to nobody else.
func TestPrintout(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	zicht := z.leg(t, h, casus.Informatie, map[string]string{"tekst": "Alleen voor de gemeente.", "bron": "gemeente", "datum": "2026-11-01", "categorie": "zorg", "hardheid": "hard", "zichtbaar": "gemeente"})
	fatima, bram := inloggen(t, h, proef.Regio, "casusregisseur"), inloggen(t, h, proef.Regio, "agent")
	at := "/casussen/" + z.ID + "/afdruk"
	vraag := url.Values{"wat": {zicht}, "noodzaak": {"ik bespreek dit morgen bij het gezin thuis"}}
	if status, _ := bram.post(t, at, vraag); status != 400 {
		t.Errorf("a member takes along what he does not see: %d", status)
	}
	if status, html := fatima.post(t, at, url.Values{"wat": {zicht}}); status != 400 || !strings.Contains(html, "minstens 20 tekens") {
		t.Errorf("without a reason: %d", status)
	}
	status, html := fatima.post(t, at, vraag)
	if status != 200 {
		t.Fatalf("a printout gives %d: %s", status, inhoudVan(html))
	}
	moet(t, html, "Alleen voor de gemeente.", "ik bespreek dit morgen", "aanpak van huiselijk geweld")
	spoor := strings.SplitN(strings.SplitN(html, "/uitgiften/", 2)[1], "/odt", 2)[0]
	if status, _ := fatima.get(t, "/casussen/"+z.ID+"/uitgiften/"+spoor+"/odt"); status != 200 {
		t.Errorf("the file gives %d", status)
	}
	for _, b := range []*bezoeker{bram, inloggen(t, h, proef.Regio, "procesregisseur")} {
		if status, _ := b.get(t, "/casussen/"+z.ID+"/uitgiften/"+spoor); status != 404 {
			t.Errorf("somebody else sees the printout: %d", status)
		}
	}
	zonderKanarie(t, h, "Alleen voor de gemeente", "ik bespreek dit morgen")
}
