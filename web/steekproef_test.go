// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/toezicht"
)

var oordeelVeld = regexp.MustCompile(`name="(oordeel-[0-9]+)"`)

// The FG draws the sample of last month once, judges every look, and signs; the privacy officer sees what was found and answers it. Neither does the work of the other.
func TestSample(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	bram, fg, pim := inloggen(t, h, proef.Regio, "agent"), inloggen(t, h, proef.Regio, "fg"), inloggen(t, h, proef.Regio, "privacy")
	for range 3 {
		bram.get(t, "/casussen/"+z.ID)
	}
	if status, _ := fg.post(t, "/toezicht/steekproeven", nil); status != 409 {
		t.Errorf("of a month in which nobody looked: %d", status)
	}
	h.Nu = time.Date(2026, 12, 2, 10, 0, 0, 0, time.UTC)
	for _, b := range []*bezoeker{bram, pim, inloggen(t, h, proef.Regio, "beheerder")} {
		if status, _ := b.post(t, "/toezicht/steekproeven", nil); status != 403 {
			t.Errorf("somebody else draws a sample: %d", status)
		}
	}
	_, html := fg.get(t, "/toezicht")
	moet(t, html, "Steekproef van november 2026 trekken")
	status, html := fg.post(t, "/toezicht/steekproeven", nil)
	if status != 200 {
		t.Fatalf("the draw gives %d: %s", status, inhoudVan(html))
	}
	moet(t, html, "Bram Kuiper, politie: "+z.Codenaam, "Doel: aanpak van huiselijk geweld.")
	magNiet(t, html, "Proefyilmaz")
	at := fg.waar.Path
	if status, _ := fg.post(t, "/toezicht/steekproeven", nil); status != 409 {
		t.Errorf("a second draw gives %d", status)
	}
	if status, _ := fg.post(t, at+"/tekenen", nil); status != 409 {
		t.Errorf("signed before all is judged: %d", status)
	}
	velden := oordeelVeld.FindAllStringSubmatch(html, -1)
	x := url.Values{}
	for i, v := range velden {
		x.Set(v[1], toezicht.Oordelen[min(1, len(velden)-1-i)]) // the last is in order, the others are findings
	}
	if status, _ := fg.post(t, at, url.Values{velden[0][1]: {"deze medewerker is een gluurder"}}); status != 400 {
		t.Errorf("words of one's own: %d", status)
	}
	if status, _ := pim.post(t, at, x); status != 403 {
		t.Errorf("the privacy officer judges: %d", status)
	}
	if status, _ := fg.post(t, at, x); status != 200 {
		t.Fatal("judging is refused")
	}
	_, html = pim.get(t, at)
	if n := strings.Count(html, "Bevinding: "); n != len(velden)-1 {
		t.Errorf("the privacy officer sees %d findings of %d", n, len(velden)-1)
	}
	volgnr := strings.TrimPrefix(velden[0][1], "oordeel-")
	antwoord := url.Values{"volgnr": {volgnr}, "opvolging": {toezicht.Opvolgingen[1]}}
	if status, _ := fg.post(t, at+"/antwoord", antwoord); status != 403 {
		t.Errorf("the FG answers his own finding: %d", status)
	}
	if status, _ := pim.post(t, at+"/antwoord", antwoord); status != 200 {
		t.Error("an answer is refused")
	}
	if status, _ := pim.post(t, at+"/antwoord", antwoord); status != 409 {
		t.Error("an answer can be given twice")
	}
	if status, _ := fg.post(t, at+"/tekenen", nil); status != 200 {
		t.Error("signing is refused")
	}
	if status, _ := fg.post(t, at, url.Values{velden[1][1]: {toezicht.InOrde}}); status != 400 {
		t.Error("a signed judgement changes")
	}
	_, html = pim.get(t, "/toezicht")
	moet(t, html, "te beantwoorden")
	if status, _ := bram.get(t, at); status != 403 {
		t.Errorf("somebody who looked sees the sample: %d", status)
	}
}
