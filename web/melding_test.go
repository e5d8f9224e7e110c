// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
)

var meldingAdres = regexp.MustCompile(`/meldingen/([0-9a-f-]{36})`)

// bonWaarde finds the slip of a search in the form that it gives.
var bonWaarde = regexp.MustCompile(`name="bon" value="([^"]+)"`)

// zoekBon searches, as every report begins, and gives the slip.
func zoekBon(t *testing.T, b *bezoeker, x url.Values) string {
	t.Helper()
	status, html := b.post(t, "/meldingen/nieuw", url.Values{"achternaam": x["achternaam"], "bsn": x["bsn"]})
	m := bonWaarde.FindStringSubmatch(html)
	if status != 200 || m == nil {
		t.Fatalf("the search gives %d: %.300s", status, inhoudVan(html))
	}
	return m[1]
}

// meldform is a report as it is posted, without the slip.
func meldform(extra url.Values) url.Values {
	form := url.Values{"soort": {"huiselijk_geweld"}, "aanleiding": {"Buren hoorden vannacht geschreeuw en een klap."}, "gesproken": {"nee"}, "niet_gesproken": {"de veiligheid gaat voor"}}
	for k, v := range extra {
		form[k] = v
	}
	return form
}

// meld makes a report through the pages and gives its id.
func meld(t *testing.T, b *bezoeker, extra url.Values) string {
	t.Helper()
	form := meldform(extra)
	form.Set("bon", zoekBon(t, b, form))
	status, html := b.post(t, "/meldingen", form)
	m := meldingAdres.FindStringSubmatch(b.waar.Path)
	if status != 200 || m == nil {
		t.Fatalf("the report gives %d at %s: %.300s", status, b.waar, inhoudVan(html))
	}
	if !strings.Contains(html, "Uw bewijs van ontvangst is M-2026-") {
		t.Error("there is no receipt number")
	}
	return m[1]
}

// gewogen is a weighing by which a household is taken in.
func gewogen() url.Values {
	form := url.Values{"problemen": {"ja"}, "ketens": {"ja"}, "omgeving": {"ja"}, "lokaal": {"nee"}, "uitkomst": {"in"}}
	for _, c := range []string{"problemen", "ketens", "omgeving", "lokaal"} {
		form.Set(c+"_motivering", "besproken in de triage")
	}
	return form
}

// S10: the police report at night and that of Veilig Thuis next morning are recognised as one household, weighed as one on the same working day, and become one case;
// neither reporter sees the other's report, and taking them apart restores both.
func TestDoubleIntake(t *testing.T) {
	h := newHuis(t)
	politie, vt, noor := inloggen(t, h, proef.Regio, "agent"), inloggen(t, h, proef.Regio, "veilig-thuis"), inloggen(t, h, proef.Regio, "procesregisseur")
	p77 := meld(t, politie, url.Values{"voornamen": {"Deniz"}, "achternaam": {"Kanarieyilmaz"}, "geboren": {"2009-03-04"}, "straat": {"Kersenproefstraat"}})
	h.Nu = h.Nu.Add(9 * time.Hour)
	v2 := meld(t, vt, url.Values{"voornamen": {"Denis"}, "achternaam": {"Kanarieyılmaz"}, "geboren": {"2009-03-04"}, "straat": {"Kersenproefstraat"}, "aanleiding": {"School belde over een blauwe plek op de arm."}})
	if status, _ := vt.get(t, "/meldingen/"+p77); status != 404 {
		t.Errorf("Veilig Thuis gets the report of the police: %d", status)
	}
	if _, html := politie.get(t, "/meldingen/"+p77); strings.Contains(html, "Misschien hetzelfde huishouden") || strings.Contains(html, "blauwe plek") {
		t.Error("the police learns of the other report")
	}
	_, html := noor.get(t, "/meldingen/"+p77)
	for _, want := range []string{"Misschien hetzelfde huishouden", "zelfde geboortedatum", "voornaam klinkt hetzelfde", v2} {
		if !strings.Contains(html, want) {
			t.Errorf("the proposal does not say %q", want)
		}
	}
	koppel := func(wat string) {
		t.Helper()
		if status, html := noor.post(t, "/meldingen/"+p77+wat, url.Values{"met": {v2}}); status != 200 {
			t.Fatalf("%s gives %d: %.200s", wat, status, html)
		}
	}
	koppel("/koppelen")
	if _, html := noor.get(t, "/werk"); !strings.Contains(html, "Weeg gekoppelde meldingen samen") || strings.Contains(html, "Weeg een melding<") {
		t.Error("there is no joint task, or the single ones are still open")
	}
	koppel("/ontkoppelen")
	if _, html := noor.get(t, "/werk"); strings.Count(html, "Weeg een melding</a>") != 2 || strings.Contains(html, "Weeg gekoppelde meldingen samen") {
		t.Error("taken apart, the reports do not both wait again")
	}
	koppel("/koppelen")
	weeg := gewogen()
	if status, html := noor.post(t, "/meldingen/"+p77+"/wegen", weeg); status != 400 || !strings.Contains(html, "rechtmatigheid") {
		t.Errorf("without the check on lawfulness: %d", status)
	}
	weeg.Set("rechtmatig", "ja")
	if status, _ := noor.post(t, "/meldingen/"+p77+"/wegen", weeg); status != 200 {
		t.Errorf("weighing gives %d", status)
	}
	if status, html := noor.post(t, "/meldingen/"+p77+"/innemen", url.Values{"doel": {"aanpak van huiselijk geweld"}, "casusregisseur": {"casusregisseur"}, "mag": {"de volgorde"}}); status != 200 ||
		!strings.Contains(html, "geschreeuw") || !strings.Contains(html, "blauwe plek") || strings.Count(html, "geboren 2009-03-04") != 1 {
		t.Errorf("the case gives %d, or does not hold both reports and one person", status)
	}
	if _, html := vt.get(t, "/meldingen/"+v2); !strings.Contains(html, "ingenomen") {
		t.Error("the second reporter does not hear the outcome")
	}
	zonderKanarie(t, h, "Kanarieyilmaz", "Kanarieyılmaz", "kanarieyilmaz", "Kersenproefstraat", "blauwe plek", "geschreeuw")
}

// zonderKanarie fails where one of the words stands in the clear in the files of the database.
func zonderKanarie(t *testing.T, h *huis, woorden ...string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(h.Map, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, canary := range woorden {
			if bytes.Contains(text, []byte(canary)) {
				t.Errorf("%s holds %q", filepath.Base(file), canary)
			}
		}
	}
}

// All faults of a report come at once, none repeats what was typed, and nothing is kept.
func TestReportFaults(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Regio, "agent")
	status, html := b.post(t, "/meldingen", url.Values{"aanleiding": {"kort"}, "achternaam": {"Proef"}, "bsn": {"999990018"}, "geboren": {"2031-01-01"}})
	for _, want := range []string{"Zoek eerst of u deze persoon al hebt gemeld.", "Kies waarover u zich zorgen maakt.", "minstens 20 tekens", "Kies of u er met de persoon zelf", "burgerservicenummer kan niet bestaan", "moet nog komen"} {
		if status != 400 || !strings.Contains(html, want) {
			t.Errorf("status %d, %q is not said", status, want)
		}
	}
	if _, html := b.get(t, "/meldingen"); strings.Contains(html, "M-2026-") {
		t.Error("a report was kept")
	}
	// Nobody but a partner or a regisseur reports, and nobody but the procesregisseur weighs.
	id := meld(t, b, url.Values{"achternaam": {"Proef"}})
	if status, _ := b.post(t, "/meldingen/"+id+"/wegen", url.Values{"uitkomst": {"in"}}); status != 404 {
		t.Errorf("the reporter weighs his own report: %d", status)
	}
	if status, _ := inloggen(t, h, proef.Regio, "beheerder").post(t, "/meldingen", url.Values{"soort": {"overlast"}}); status != 403 {
		t.Errorf("the administrator reports: %d", status)
	}
}

// S4: with an own report somebody of the police hears "known" and whom to call, and nothing else; the regisseur gets a bell; the 21st question in an hour is refused and the
// FG is told; care and school hear nothing at all; yes and no take the same time.
func TestHitOrNoHit(t *testing.T) {
	h := newHuis(t)
	k := h.OpenCasus(t)
	bram := inloggen(t, h, proef.Regio, "agent")
	bekend := meld(t, bram, url.Values{"achternaam": {"Proefyilmaz"}, "bsn": {"999990019"}})
	nieuw := meld(t, bram, url.Values{"achternaam": {"Niemandsen"}, "bsn": {"111222333"}})
	ask := func(b *bezoeker, id string) (int, string) { return b.post(t, "/meldingen/"+id+"/bekend", nil) }
	if _, html := ask(bram, bekend); !strings.Contains(html, "Bekend. Bel Fatima Amrani, 088-") || strings.Contains(html, k.Codenaam) || strings.Contains(html, k.ID) {
		t.Error("the answer is not just known and whom to call")
	}
	if _, html := ask(bram, nieuw); !strings.Contains(html, "Niet bekend.") {
		t.Error("somebody who is not known is not answered so")
	}
	if _, html := inloggen(t, h, proef.Regio, "casusregisseur").get(t, "/werk"); !strings.Contains(html, "Iemand vroeg of een persoon uit uw casus bekend is") {
		t.Error("the regisseur hears nothing")
	}
	var times [2]time.Duration
	for i := range 18 {
		begin := time.Now()
		ask(bram, []string{bekend, nieuw}[i%2])
		times[i%2] += time.Since(begin)
	}
	t.Logf("9 questions each: known %v, unknown %v", times[0], times[1])
	if status, _ := ask(bram, bekend); status != 403 {
		t.Errorf("the 21st question gives %d", status)
	}
	if _, html := inloggen(t, h, proef.Regio, "fg").get(t, "/werk"); !strings.Contains(html, "te vaak") {
		t.Error("the FG hears nothing")
	}
	h.Nu = h.Nu.Add(61 * time.Minute)
	if status, _ := ask(bram, bekend); status != 200 {
		t.Errorf("an hour later: %d", status)
	}
	for _, wie := range []string{"ggz", "school"} {
		b := inloggen(t, h, proef.Regio, wie)
		if status, html := ask(b, meld(t, b, url.Values{"achternaam": {"Proefyilmaz"}, "bsn": {"999990019"}})); status < 400 || strings.Contains(html, "Bekend. Bel") {
			t.Errorf("%s asks and gets %d", wie, status)
		}
	}
	if status, _ := ask(inloggen(t, h, proef.Regio, "officier"), bekend); status < 400 {
		t.Errorf("somebody else asks with the report of another: %d", status)
	}
}
