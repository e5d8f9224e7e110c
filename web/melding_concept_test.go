// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	inrichting "dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
)

var bonVeld = regexp.MustCompile(`name="bon" value="([^"]+)"`)

// Nothing that was typed into a report is lost: its writer, and he alone, goes on with it where he left it, until he sends it, throws it away, or leaves it for two weeks. It lies sealed.
func TestDraftOfReport(t *testing.T) {
	h := newHuis(t)
	bram, vera := inloggen(t, h, proef.Regio, "agent"), inloggen(t, h, proef.Regio, "veilig-thuis")
	_, html := bram.post(t, "/meldingen/nieuw", url.Values{"achternaam": {"Kanariesen"}, "geboren": {"1990-01-01"}})
	moet(t, html, `data-concept="/meldingen/concept"`)
	bon := bonVeld.FindStringSubmatch(html)[1]
	half := url.Values{"bon": {bon}, "aantal": {"2"}, "soort": {"overlast"}, "aanleiding": {"Kanariegeluid, elke nacht"}, "gesproken": {"ja"}, "achternaam": {"Kanariesen"}, "geboren": {"1990-01-01"},
		"p2-achternaam": {"Kanariedochter"}, "p2-geboren": {"2015-01-01"}}
	if status, _ := bram.post(t, "/meldingen/concept", half); status != 204 {
		t.Fatalf("a draft gives %d", status)
	}
	_, html = bram.get(t, "/meldingen/nieuw")
	moet(t, html, "U begon op 9 november 2026", "/meldingen/concept")
	_, html = bram.get(t, "/meldingen/concept")
	moet(t, html, "Dit is uw concept van", "Kanariegeluid, elke nacht", "Kanariedochter", bon)
	if status, _ := vera.get(t, "/meldingen/concept"); status != 404 {
		t.Errorf("somebody else gets %d", status)
	}
	if _, html := vera.get(t, "/meldingen/nieuw"); strings.Contains(html, "U begon op") {
		t.Error("somebody else is told of it")
	}
	zonderKanarie(t, h, "Kanarie")
	if status, html := bram.post(t, "/meldingen", half); status != 200 {
		t.Fatalf("sending it gives %d: %s", status, inhoudVan(html))
	}
	if status, _ := bram.get(t, "/meldingen/concept"); status != 404 {
		t.Errorf("after it was sent the draft gives %d", status)
	}
	ruim := func(want int) {
		t.Helper()
		if n, err := h.Melding.RuimConcepten(t.Context(), inrichting.Machine(proef.Regio)); n != want || err != nil {
			t.Errorf("%d drafts are thrown away, want %d: %v", n, want, err)
		}
	}
	for _, weg := range []func(){
		func() { bram.post(t, "/meldingen/concept/weg", nil) },
		func() { h.Nu = h.Nu.AddDate(0, 0, 15); ruim(1) },
	} {
		if status, _ := bram.post(t, "/meldingen/concept", half); status != 204 {
			t.Fatalf("a draft gives %d", status)
		}
		ruim(0)
		weg()
		if status, _ := inloggen(t, h, proef.Regio, "agent").get(t, "/meldingen/concept"); status != 404 {
			t.Errorf("thrown away the draft gives %d", status)
		}
	}
	if status, _ := inloggen(t, h, proef.Regio, "agent").post(t, "/meldingen/concept", url.Values{"aanleiding": {strings.Repeat("a", 200_001)}}); status != 400 {
		t.Errorf("a draft without end gives %d", status)
	}
}
