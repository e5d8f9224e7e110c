// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/signaal"
)

// stapform is what the page of a signal posts: the versions and former values that its reader saw.
func stapform(van, naar signaal.Status, versie string, velden ...string) url.Values {
	form := url.Values{"van": {string(van)}, "naar": {string(naar)}, "versie": {versie}}
	for i := 0; i < len(velden); i += 2 {
		form.Set(velden[i], velden[i+1])
	}
	return form
}

func TestStappen(t *testing.T) {
	h := newHuis(t)
	h.Lees(t, proef.Eigen, wijkcijfers())
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	_, html := b.get(t, "/signalen")
	id := regexp.MustCompile(`class="verhaal__kop">.*?href="(/signalen/[0-9a-f-]+)"`).FindStringSubmatch(html)
	if id == nil {
		t.Fatal("no story")
	}
	pad := id[1]
	_, html = b.get(t, pad)
	moet(t, html, "Ook voor het andere signaal van deze gebeurtenis", "draagt 25 van de 29")
	deel := regexp.MustCompile(`name="deel" value="([^"]+)"`).FindStringSubmatch(html)
	status, html := b.post(t, pad+"/stap", stapform(signaal.Nieuw, signaal.Geduid, "1", "duiding", "Eén flat <script>"))
	if status != http.StatusBadRequest {
		t.Errorf("without a source: %d", status)
	}
	moet(t, html, "Deze stap kan nog niet.", `href="#duidingsbron"`, `aria-invalid="true"`, "Vul in op welke bron u zich baseert.", "Eén flat &lt;script&gt;")
	form := stapform(signaal.Nieuw, signaal.Geduid, "1", "duiding", "Eén flat.", "duidingsbron", "Wijkteam", "mee", "ja", "deel", deel[1])
	_, html = b.post(t, pad+"/stap", form)
	moet(t, html, "Dit signaal is geduid. Dat geldt ook voor 1 andere van deze gebeurtenis.", "Eén flat.", "Bron: Wijkteam", "Anouk de Graaf, adviseur openbare orde en veiligheid", "Bespreken", "Duiding aanpassen")
	_, html = b.post(t, pad+"/stap", stapform(signaal.Geduid, signaal.Gesloten, "2", "sluitreden", "Klaar."))
	moet(t, html, "Dit signaal is gesloten.", "Heropenen", "Dit signaal is gesloten. Heropen het eerst")
	status, _ = b.post(t, pad+"/stap", stapform(signaal.Gesloten, "bestaat-niet", "3"))
	if status != http.StatusBadRequest {
		t.Errorf("a step that does not exist: %d", status)
	}
}

// S5: two people have the same signal open.
func TestTweeMensenEenSignaal(t *testing.T) {
	h := newHuis(t)
	pad := "/signalen/" + signaalIn(t, h, proef.Eigen).ID
	f, v2 := inloggen(t, h, proef.Eigen, "adviseur-oov"), inloggen(t, h, proef.Eigen, "wijkagent")
	f.post(t, pad+"/stap", stapform(signaal.Nieuw, signaal.Geduid, "1", "duiding", "Hoog", "duidingsbron", "Wijkteam"))
	saw := []string{"oud.duiding", "Hoog", "oud.duidingsbron", "Wijkteam"}

	_, html := f.post(t, pad+"/stap", stapform(signaal.Geduid, signaal.Geduid, "2", append(saw, "duiding", "Midden", "duidingsbron", "Wijkteam")...))
	moet(t, html, "Dit signaal is geduid.", "Midden")
	_, html = v2.post(t, pad+"/stap", stapform(signaal.Geduid, signaal.Geduid, "2", append(saw, "duiding", "Hoog", "duidingsbron", "Surveillance")...))
	moet(t, html, "Midden", "Surveillance")

	clash := stapform(signaal.Geduid, signaal.Geduid, "2", append(saw, "duiding", "Laag", "duidingsbron", "Wijkteam")...)
	status, html := v2.post(t, pad+"/stap", clash)
	if status != http.StatusConflict {
		t.Errorf("status %d", status)
	}
	moet(t, html, "Iemand anders heeft dit intussen gewijzigd. Kies per veld welke waarde blijft.", "Uw waarde", "Waarde van de ander", ">Laag<", ">Midden<", `name="kies.duiding" value="hun"`, `name="versie" value="4"`)

	again := stapform(signaal.Geduid, signaal.Geduid, "4", "oud.duiding", "Midden", "oud.duidingsbron", "Surveillance", "duiding", "Laag", "duidingsbron", "Surveillance", "kies.duiding", "hun")
	_, html = v2.post(t, pad+"/stap", again)
	moet(t, html, "Er is niets gewijzigd.", "Midden")
	again.Set("kies.duiding", "uw")
	_, html = v2.post(t, pad+"/stap", again)
	moet(t, html, "Dit signaal is geduid.", "Laag", "Hoog", "Midden") // every value stays in the story

	status, html = f.post(t, pad+"/stap", stapform(signaal.Nieuw, signaal.Gesloten, "1", "sluitreden", "Toeval"))
	if status != http.StatusConflict {
		t.Errorf("a step that somebody overtook: %d", status)
	}
	moet(t, html, "Een collega was u voor", "<strong>gesloten</strong>", "<strong>geduid</strong>", "Toeval", `name="kies.status" value="hun"`, `name="versie" value="5"`)
	gone := stapform(signaal.Geduid, signaal.Gesloten, "5", "sluitreden", "Toeval", "kies.status", "hun")
	_, html = f.post(t, pad+"/stap", gone)
	moet(t, html, "Uw stap is vervallen.", "geduid")
	gone.Set("kies.status", "uw")
	_, html = f.post(t, pad+"/stap", gone)
	moet(t, html, "Dit signaal is gesloten.")
	status, html = v2.post(t, pad+"/stap", stapform(signaal.Geduid, signaal.Geduid, "5", "oud.duiding", "Laag", "oud.duidingsbron", "Surveillance", "duiding", "Nog lager", "duidingsbron", "Surveillance"))
	if status != http.StatusConflict {
		t.Errorf("what was closed meanwhile: %d", status)
	}
	moet(t, html, "Een collega was u voor", "Nog lager", "Uw tekst staat hieronder") // he may not open it again, and his text is not lost
	magNiet(t, html, `name="kies.status"`)
}

func TestPartnerOverHTTP(t *testing.T) {
	h := newHuis(t)
	pad := "/signalen/" + signaalIn(t, h, proef.Eigen).ID
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	status, html := b.post(t, pad+"/vraag", url.Values{"aan": {" "}, "vraag": {""}})
	if status != http.StatusBadRequest {
		t.Errorf("an empty question: %d", status)
	}
	moet(t, html, "De vraag is nog niet verstuurd.", `href="#aan"`, `href="#vraag"`)
	vraag := func() string {
		_, html := b.post(t, pad+"/vraag", url.Values{"aan": {"Woonstichting"}, "vraag": {"Herkent u dit?"}})
		moet(t, html, "U ziet deze link maar één keer.")
		m := regexp.MustCompile(`value="http://[^"]+(/partner/[A-Za-z0-9_-]{22})"`).FindStringSubmatch(html)
		if m == nil {
			t.Fatal("no link")
		}
		return m[1]
	}
	link, late := vraag(), vraag()
	if _, html := b.get(t, pad); strings.Contains(html, link) {
		t.Error("the link is shown again")
	}
	p := zonderLogin(t, h)
	status, html = p.get(t, link)
	moet(t, html, "Een vraag van de gemeente Eigenstad", "Herkent u dit?", "In september 2026 telde NoordHaven 25 keer inbraak", "<svg", "Verzonnen.", "tot en met 23 november 2026")
	magNiet(t, html, "Duiden", `name="naar"`, "Anouk", "/signalen")
	if status != http.StatusOK || p.kop.Get("Referrer-Policy") != "no-referrer" || !strings.Contains(p.kop.Get("X-Robots-Tag"), "noindex") || p.kop.Get("Cache-Control") != "no-store" {
		t.Errorf("status %d, headers %v", status, p.kop)
	}
	if _, own := b.get(t, link); strings.Contains(own, "Anouk") {
		t.Error("who follows the link while logged in sees his own name on it")
	}
	status, html = p.post(t, link, url.Values{"antwoord": {"Ja <b>zeker</b>"}, "bron": {""}})
	if status != http.StatusBadRequest {
		t.Errorf("an answer without a source: %d", status)
	}
	moet(t, html, "Het antwoord is nog niet verstuurd.", "Ja &lt;b&gt;zeker&lt;/b&gt;", `href="#bron"`)
	_, html = p.post(t, link, url.Values{"antwoord": {"Ja, drie portieken."}, "bron": {"Huismeesters"}})
	moet(t, html, "Dank u wel")
	_, html = b.get(t, pad)
	moet(t, html, "Antwoord van een partner", "Ja, drie portieken.", "Woonstichting: Huismeesters", "Gebruik dit als duiding")
	vraagID := regexp.MustCompile(`\?antwoord=([0-9a-f-]+)`).FindStringSubmatch(html)
	_, html = b.get(t, pad+"?antwoord="+vraagID[1])
	moet(t, html, ">Ja, drie portieken.</textarea>")

	h.Nu = h.Nu.Add(15 * 24 * time.Hour)
	var answers []string
	for _, path := range []string{link, late, "/partner/bestaat-niet"} {
		status, html := p.get(t, path)
		posted, _ := p.post(t, path, url.Values{"antwoord": {"x"}, "bron": {"x"}})
		if status != http.StatusNotFound || posted != http.StatusNotFound {
			t.Errorf("%s: %d, posted %d", path, status, posted)
		}
		answers = append(answers, html)
	}
	if answers[0] != answers[1] || answers[1] != answers[2] {
		t.Error("used, over and unknown links do not give the same page")
	}
}
