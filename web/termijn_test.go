// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
)

// S12: a term of 56 days that stands still for 11 days where 14 were planned, and for two days more, ends on the day that the page works out line by line. Open tasks move only
// where that was chosen, and back where the suspension was shorter than planned, or was withdrawn.
func TestTermStandsStill(t *testing.T) {
	h := newHuis(t)
	z := zaak{Kop: h.OpenCasus(t)}
	at := "/casussen/" + z.ID + "/stukken/"
	fatima := inloggen(t, h, proef.Regio, "casusregisseur")
	doe := func(pad string, x url.Values, want int) string {
		t.Helper()
		status, html := fatima.post(t, at+pad, x)
		if status != want {
			t.Fatalf("%s %v gives %d: %s", pad, x, status, inhoudVan(html))
		}
		return html
	}
	html := doe("termijn/nieuw", url.Values{"wat": {"beslissen op de aanvraag"}, "begin": {"2026-03-02"}, "dagen": {"veel"}}, 400)
	moet(t, html, "Schrijf een getal van 1 tot 731.")
	doe("termijn/nieuw", url.Values{"wat": {"beslissen op de aanvraag"}, "begin": {"2026-03-02"}, "dagen": {"56"}}, 200)
	einde := func() (string, dossier.Dossier) {
		t.Helper()
		b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID)
		if err != nil {
			t.Fatal(err)
		}
		return casus.Reken(b.Dossier, b.Van(casus.Termijn)[0]).Einde.String(), b.Dossier
	}
	got, d := einde()
	if got != "2026-04-28" { // 27 April is King's Day
		t.Errorf("without a suspension it ends on %s", got)
	}
	term := d.Van(casus.Termijn)[0].ID
	vervalt := func(soort string) string {
		t.Helper()
		_, d := einde()
		for _, x := range d.Taken {
			if x.Open() && x.Soort == soort {
				return x.Vervalt.Date().String()
			}
		}
		t.Fatalf("no open task %s", soort)
		return ""
	}
	doe("verzoek/nieuw", url.Values{"aan": {"politie"}, "vraag": {"Wat is er bekend?"}, "voor": {"2026-11-20"}}, 200)
	stil := url.Values{"termijn": {term}, "reden": {"de aanvraag is niet compleet"}, "van": {"2026-03-16"}, "gepland": {"2026-03-30"}, "taken": {"ja"}}
	fout := url.Values{"termijn": {term}, "reden": {"x"}, "van": {"2026-02-16"}, "gepland": {"2026-02-01"}, "taken": {"ja"}}
	html = doe("schorsing/nieuw", fout, 400)
	moet(t, html, "kies een dag op of na het begin", "de termijn was toen nog niet begonnen")
	doe("schorsing/nieuw", stil, 200)
	if got, _ := einde(); got != "2026-05-11" { // 14 days: 11 May, a Monday
		t.Errorf("as planned it ends on %s", got)
	}
	if got := vervalt("verzoek"); got != "2026-12-04" {
		t.Errorf("a task that moves along is due on %s", got)
	}
	_, d = einde()
	eerste := d.Van(casus.Schorsing)[0]
	weer := url.Values{"versie": {"1"}}
	for naam, v := range eerste.Velden {
		weer.Set(naam, v.Waarde)
		weer.Set("oud."+naam, v.Waarde)
	}
	weer.Set("tot", "2026-03-27")
	weer.Set("oud.tot", "")
	doe("schorsing/"+eerste.ID, weer, 200)
	if got, _ := einde(); got != "2026-05-08" { // 11 days
		t.Errorf("as it went it ends on %s", got)
	}
	if got := vervalt("verzoek"); got != "2026-12-01" {
		t.Errorf("a task moves back to %s", got)
	}
	doe("schorsing/nieuw", url.Values{"termijn": {term}, "reden": {"opnieuw een vraag"}, "van": {"2026-03-20"}, "gepland": {"2026-03-22"}, "taken": {"nee"}}, 400)
	doe("schorsing/nieuw", url.Values{"termijn": {term}, "reden": {"opnieuw een vraag"}, "van": {"2026-04-20"}, "gepland": {"2026-04-22"}, "tot": {"2026-04-22"}, "taken": {"nee"}}, 200)
	if got, _ := einde(); got != "2026-05-11" { // raw 10 May, a Sunday
		t.Errorf("after both it ends on %s", got)
	}
	if got := vervalt("verzoek"); got != "2026-12-01" {
		t.Errorf("a task moved that was to stay: %s", got)
	}
	if got := vervalt(casus.Termijn); got != "2026-05-11" {
		t.Errorf("the task of the term is due on %s", got)
	}
	_, html = fatima.get(t, "/casussen/"+z.ID)
	moet(t, html, "eindigt op 11 mei 2026", "Stilgestaan van 2026-03-16 tot 2026-03-27: 11 dagen erbij.", "Stilgestaan van 2026-04-20 tot 2026-04-22: 2 dagen erbij.", "Gepland was 30 maart 2026")
	if strings.Count(html, "Algemene termijnenwet") != 1 {
		t.Error("the page does not say why the end moved")
	}
	doe("schorsing/"+eerste.ID+"/intrekken", url.Values{"reden": {"De aanvraag was toch compleet."}}, 200)
	if got, _ := einde(); got != "2026-04-29" {
		t.Errorf("without the first suspension it ends on %s", got)
	}
	if got := vervalt("verzoek"); got != "2026-11-20" {
		t.Errorf("a task does not move back: %s", got)
	}
	if got := vervalt(casus.Termijn); got != "2026-04-29" {
		t.Errorf("the task of the term stays on %s", got)
	}
}
