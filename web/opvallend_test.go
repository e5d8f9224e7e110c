// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	inrichting "dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/toezicht"
)

var vraagAdres = regexp.MustCompile(`"(/opvallend/[0-9a-f-]+)"`)

// opvallend is a case with somebody in it who has the name of the police officer in its circle, in a house where looks may be judged from now on.
type opvallend struct {
	*huis
	zaak
	t                   *testing.T
	bram, pim, priya, f *bezoeker
}

func maakOpvallend(t *testing.T) *opvallend {
	t.Helper()
	h := newHuis(t)
	return opvallendIn(t, h, maakZaak(t, h))
}

func opvallendIn(t *testing.T, h *huis, z zaak) *opvallend {
	t.Helper()
	o := &opvallend{huis: h, zaak: z, t: t, bram: inloggen(t, h, proef.Regio, "agent"), pim: inloggen(t, h, proef.Regio, "privacy"), priya: inloggen(t, h, proef.Regio, "privacy-2"),
		f: inloggen(t, h, proef.Regio, "fg")}
	_, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), o.ID, casus.Vastlegging{Soort: casus.Betrokkene,
		Wijziging: domein.Wijziging{Velden: map[string]string{"voornamen": "Bram", "achternaam": "Kuyper"}}})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// kijk lets the police officer look at the case, an hour later.
func (o *opvallend) kijk() {
	o.t.Helper()
	o.Nu = o.Nu.Add(time.Hour)
	if status, _ := o.bram.get(o.t, "/casussen/"+o.ID); status != 200 {
		o.t.Fatalf("the case gives %d", status)
	}
}

// ronde lets the program judge, and fails unless it asks as many questions.
func (o *opvallend) ronde(want int, wanneer string) {
	o.t.Helper()
	n, err := o.Toezicht.Ronde(o.t.Context(), inrichting.Machine(proef.Regio))
	if err != nil || n != want {
		o.t.Fatalf("%s: %d questions, expected %d: %v", wanneer, n, want, err)
	}
}

func (o *opvallend) doe(b *bezoeker, path string, form url.Values, want int) string {
	o.t.Helper()
	status, html := b.post(o.t, path, form)
	if status != want {
		o.t.Errorf("%s %v gives %d, expected %d", path, form, status, want)
	}
	return html
}

func (o *opvallend) aan() {
	o.t.Helper()
	for _, soort := range toezicht.Voorwaardesoorten {
		o.doe(o.pim, "/toezicht/opvallend/voorwaarden", url.Values{"soort": {soort}, "dag": {o.Nu.Format("2006-01-02")}, "kenmerk": {"2026-12"}}, 200)
	}
}

// mijn gives the address of the question that waits for the police officer.
func (o *opvallend) mijn() string {
	o.t.Helper()
	_, html := o.bram.get(o.t, "/werk")
	m := vraagAdres.FindStringSubmatch(html)
	if m == nil {
		o.t.Fatal("no question waits for who looked")
	}
	return m[1]
}

// Nothing is judged before consent, DPIA and announcement stand, and no look of before that ever; then who looked is heard first, somebody else judges, both can read it, and it goes.
func TestUnusualLook(t *testing.T) {
	o := maakOpvallend(t)
	o.kijk()
	o.ronde(0, "without conditions")
	o.Nu = o.Nu.Add(time.Minute)
	html := o.doe(o.pim, "/toezicht/opvallend/voorwaarden", url.Values{"soort": {toezicht.Aankondiging}, "dag": {"2020-01-01"}, "kenmerk": {" "}}, 400)
	moet(t, html, "Kondig het aan vanaf vandaag of later", "Vul het kenmerk van het stuk in")
	o.doe(o.f, "/toezicht/opvallend/voorwaarden", url.Values{"soort": {toezicht.DPIA}, "dag": {"2026-01-01"}, "kenmerk": {"x"}}, 403)
	o.aan()
	o.ronde(0, "a look of before the conditions")
	o.kijk()
	o.kijk()
	o.ronde(1, "two looks by who has the name of somebody in the case")
	o.ronde(0, "the same looks again")
	vraag := o.mijn()
	moet(t, o.toon(o.bram, vraag, 200), o.Codenaam, "klinkt als die van de medewerker zelf", "Het is een naamgenoot.", "Waarom keek u?", toezicht.Antwoorden[0])
	o.toon(inloggen(t, o.huis, proef.Regio, "procesregisseur"), vraag, 404)
	o.toon(o.pim, "/toezicht"+vraag, 404)
	magNiet(t, o.toon(o.pim, "/toezicht/opvallend", 200), o.Codenaam)
	magNiet(t, o.toon(inloggen(t, o.huis, proef.Regio, "casusregisseur"), "/casussen/"+o.ID, 200), "Leg uit waarom")
	o.doe(o.bram, vraag, url.Values{"antwoord": {"ik ben zijn broer"}}, 400)
	o.doe(o.bram, vraag, url.Values{"antwoord": {toezicht.Antwoorden[0]}}, 200)
	o.doe(o.bram, vraag, url.Values{"antwoord": {toezicht.Antwoorden[1]}}, 409)
	moet(t, o.toon(o.pim, "/werk", 200), "Oordeel over een blik")
	magNiet(t, o.toon(o.pim, "/toezicht/opvallend", 200), "Bram Kuiper")
	moet(t, o.toon(o.priya, "/toezicht"+vraag, 200), "Bram Kuiper", "Een naamgenoot: ik ken deze mensen niet")
	o.doe(o.f, "/toezicht"+vraag, url.Values{"oordeel": {toezicht.Terecht[0]}}, 403)
	o.doe(o.bram, "/toezicht"+vraag, url.Values{"oordeel": {toezicht.Terecht[0]}}, 403)
	o.doe(o.priya, "/toezicht"+vraag, url.Values{"oordeel": {"gluurder"}}, 400)
	o.doe(o.priya, "/toezicht"+vraag, url.Values{"oordeel": {toezicht.Terecht[0]}}, 200)
	o.doe(o.pim, "/toezicht"+vraag, url.Values{"oordeel": {toezicht.Onterecht[0]}}, 409)
	magNiet(t, o.toon(o.pim, "/werk", 200), "Oordeel over een blik")
	moet(t, o.toon(o.bram, "/werk", 200), "Over uw uitleg is geoordeeld")
	moet(t, o.toon(o.bram, vraag, 200), "Terecht, door Priya Ramdin")
	html = o.toon(o.f, "/toezicht/opvallend", 200)
	moet(t, html, "klinkt als die van de medewerker zelf", "Bleek terecht")
	magNiet(t, html, "Bram Kuiper", o.Codenaam)
	o.kijk()
	o.ronde(0, "a look as before that was right")
	o.Nu = o.Nu.Add(29 * 24 * time.Hour)
	o.ronde(0, "four weeks later")
	o.toon(o.bram, vraag, 404)
	magNiet(t, o.toon(o.bram, "/werk", 200), "Over uw uitleg is geoordeeld")
	zonderKanarie(t, o.huis, "Kuyper")
}

func (o *opvallend) toon(b *bezoeker, path string, want int) string {
	o.t.Helper()
	status, html := b.get(o.t, path)
	if status != want {
		o.t.Errorf("%s gives %d, expected %d", path, status, want)
	}
	return html
}

// Who does not answer is not forgotten: the term ends, others can judge, and a late answer still counts.
func TestUnusualLookWithoutAnswer(t *testing.T) {
	o := maakOpvallend(t)
	o.aan()
	o.kijk()
	o.ronde(1, "a look")
	vraag := o.mijn()
	o.Nu = o.Nu.Add(20 * 24 * time.Hour)
	o.ronde(0, "after the term")
	moet(t, o.toon(o.pim, "/toezicht"+vraag, 200), "Geen antwoord binnen de termijn")
	o.doe(o.bram, vraag, url.Values{"antwoord": {toezicht.Antwoorden[4]}}, 200)
	html := o.toon(o.pim, "/toezicht"+vraag, 200)
	moet(t, html, "Ik ken iemand in dit dossier")
	o.doe(o.pim, "/toezicht"+vraag, url.Values{"oordeel": {toezicht.Onterecht[0]}}, 200)
	o.kijk()
	o.ronde(1, "a look as before that was not right")
	o.Nu = o.Nu.Add(250 * 24 * time.Hour)
	o.ronde(0, "half a year later")
	o.toon(o.bram, vraag, 404)
}

// Without consent nothing is judged any more and what nobody judged is gone.
func TestUnusualLookWithdrawn(t *testing.T) {
	o := maakOpvallend(t)
	o.aan()
	o.kijk()
	o.ronde(1, "a look")
	vraag := o.mijn()
	o.doe(o.bram, vraag, url.Values{"antwoord": {toezicht.Antwoorden[0]}}, 200)
	html := o.toon(o.pim, "/toezicht/opvallend", 200)
	at := html[strings.Index(html, "/toezicht/opvallend/voorwaarden/"):]
	at = at[:strings.IndexByte(at, '"')]
	o.doe(o.f, at, nil, 403)
	moet(t, o.doe(o.priya, at, nil, 200), "Er wordt niets beoordeeld")
	o.toon(o.bram, vraag, 404)
	html = o.toon(o.bram, "/werk", 200)
	moet(t, html, "Een vraag aan u over een blik is vervallen")
	magNiet(t, html, "Leg uit waarom")
	magNiet(t, o.toon(o.priya, "/werk", 200), "Oordeel over een blik")
	o.kijk()
	o.ronde(0, "without consent")
	moet(t, o.toon(o.bram, "/uitleg/opvallend", 200), "Dit staat nu uit.", "Uw adres thuis wordt niet gevraagd")
}
