// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"net/url"
	"path"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
)

// velden makes a form of pairs of name and value.
func velden(pairs ...string) url.Values {
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	return form
}

// plantafel is the people who make a plan, each with a browser.
type plantafel struct {
	*testing.T
	h                         *huis
	oov, zorg, griffier, raad *bezoeker
}

func newPlantafel(t *testing.T) plantafel {
	t.Helper()
	h := newHuis(t)
	return plantafel{T: t, h: h, oov: inloggen(t, h, proef.Eigen, "adviseur-oov"), zorg: inloggen(t, h, proef.Eigen, "adviseur-sociaal"),
		griffier: inloggen(t, h, proef.Eigen, "griffier"), raad: inloggen(t, h, proef.Eigen, "raadslid")}
}

// maak posts a form and gives the id at the end of the address of the page that follows.
func (p plantafel) maak(b *bezoeker, adres string, form url.Values) string {
	p.Helper()
	status, html := b.post(p, adres, form)
	if status != http.StatusOK || b.waar.Path == adres {
		p.Fatalf("%s: status %d at %s\n%s", adres, status, b.waar.Path, inhoudVan(html))
	}
	return path.Base(b.waar.Path)
}

func (p plantafel) ivp() (plan, prioriteit string) {
	p.Helper()
	plan = p.maak(p.oov, "/plannen?soort=ivp", velden("titel", "Veilig Eigenstad", "van", "2023-01-01", "tot", "2026-12-31", "visie", "Samen veilig."))
	p.maak(p.oov, "/plannen/"+plan+"/prioriteiten/nieuw", velden("titel", "Wonen", "veld", "1", "thema", "1.3", "niveau", "lokaal"))
	_, html := p.oov.get(p, "/plannen/"+plan)
	_, rest, _ := strings.Cut(html, "doelen/nieuw?prioriteit=")
	prioriteit, _, _ = strings.Cut(rest, `"`)
	if prioriteit == "" {
		p.Fatal("the plan does not offer to add a goal to its priority")
	}
	return plan, prioriteit
}

func doelForm(prioriteit string) url.Values {
	return velden("tekst", "Minder inbraken in Noord", "soort", "effect", "prioriteit", prioriteit, "bestuurlijk", "Burgemeester", "ambtelijk", "Hoofd OOV", "partner", "Politie",
		"partnersoort", "politie", "eenheid", "inbraken per jaar", "richting", "dalen", "nulmeting", "120", "nulperiode", "2022", "nulbron", "Registratie",
		"streefwaarde", "90", "streefperiode", "2026", "gebieden", "BU99910101", "gebieden", "BU99910102")
}

// doel is an IVP with one goal that an indicator measures.
func (p plantafel) doel() (plan, doel, indicator string) {
	p.Helper()
	plan, prioriteit := p.ivp()
	doel = p.maak(p.oov, "/plannen/"+plan+"/doelen/nieuw", doelForm(prioriteit))
	indicator = p.maak(p.oov, "/doelen/"+doel+"/indicatoren/nieuw", velden("naam", "Inbraken in Noord", "definitie", "Geregistreerde inbraken.", "teller", "inbraak",
		"eenheid", "inbraken per jaar", "lengte", "jaar", "niveau", "buurt", "gebieden", "BU99910101", "gebieden", "BU99910102"))
	return plan, doel, indicator
}

func (p plantafel) actie(plan, doel string) string {
	p.Helper()
	return p.maak(p.oov, "/plannen/"+plan+"/acties/nieuw", velden("doel", doel, "wat", "Buurtpreventie", "trekker", "Hoofd OOV", "start", "2026-01-01", "eind", "2026-12-31",
		"mijlpaal1naam", "Convenant", "mijlpaal1datum", "2026-03-01"))
}

func TestPlanPages(t *testing.T) {
	p := newPlantafel(t)
	_, html := p.oov.get(t, "/plannen")
	moet(t, html, "Nog geen plannen", "38b-termijn onbekend", "/plannen/nieuw?soort=ivp")
	magNiet(t, html, "soort=wmo")
	plan, doel, indicator := p.doel()
	actie := p.actie(plan, doel)

	_, html = p.oov.get(t, "/plannen/"+plan)
	moet(t, html, "Veilig Eigenstad", "Wonen", "Veilige woon- en leefomgeving", "Minder inbraken in Noord", "Buurtpreventie", "te laat", "Aanbieden aan de raad", `class="beeld vonk`)
	magNiet(t, html, "De tekst ligt vast", "Besluit vastleggen")
	_, html = p.oov.get(t, "/doelen/"+doel)
	moet(t, html, "12 maanden tot en met september 2026", "nog niet gepubliceerd", "oktober 2026", `<svg`, "streef", "Burgemeester", "/gebieden/BU99910101", "meet dit doel", "/indicatoren/"+indicator, "/acties/"+actie, "Deze indicator meet het doel.")
	_, html = p.oov.get(t, "/indicatoren/"+indicator)
	moet(t, html, "Inbraak (inbraak)", "Registratie (REG)", "/doelen/"+doel, "<svg")
	_, html = p.oov.get(t, "/acties/"+actie)
	moet(t, html, "Buurtpreventie", "Convenant", "1 maart 2026, te laat", "/doelen/"+doel, "Versie 1")

	if status, _ := p.raad.get(t, "/plannen/"+plan); status != http.StatusNotFound {
		t.Errorf("the council sees a draft: %d", status)
	}
	p.oov.post(t, "/plannen/"+plan+"/aanbieden", nil)
	_, html = p.raad.get(t, "/plannen/"+plan)
	moet(t, html, "Dit plan ligt bij de raad")
	magNiet(t, html, "Aanbieden", "Tekst wijzigen", "Besluit vastleggen", "Actie toevoegen")
	_, html = p.griffier.get(t, "/plannen/"+plan)
	moet(t, html, "Besluit vastleggen")
	p.griffier.post(t, "/plannen/"+plan+"/besluit", velden("uitkomst", "vastgesteld", "nummer", "2022-118", "datum", "2022-12-15",
		"amendement1", "A3", "amendement1-onderdeel", doel, "amendement1-nieuw", "Veel minder inbraken in Noord"))
	_, html = p.raad.get(t, "/plannen/"+plan)
	moet(t, html, "De tekst ligt vast", "raadsbesluit 2022-118 van 15 december 2022", "met 1 amendement", "Veel minder inbraken in Noord", "38b-termijn verstrijkt op 15 december 2026")
	magNiet(t, html, "ongeldig")
	if status, html := p.oov.post(t, "/doelen/"+doel+"/wijzigen", velden("versie", "1", "tekst", "Anders", "oud.tekst", "Minder")); status != http.StatusForbidden || !strings.Contains(html, "de tekst ligt vast") {
		t.Errorf("adopted text can be changed: %d", status)
	}
	for _, adres := range []string{"/doelen/" + doel, "/plannen/" + plan, "/indicatoren/" + indicator, "/acties/" + actie} {
		if status, _ := p.oov.get(t, adres+"/wijzigen"); status != http.StatusForbidden {
			t.Errorf("%s offers a form on adopted text: %d", adres, status)
		}
	}
	p.oov.post(t, "/acties/"+actie+"/voortgang", velden("versie", "1", "status", "loopt", "oud.status", "", "voortgang", "60", "oud.voortgang", "", "mijlpaal1gehaald", "2026-04-02"))
	_, html = p.oov.get(t, "/acties/"+actie)
	moet(t, html, "60 procent klaar", "gehaald op 2 april 2026", "loopt")
	p.maak(p.oov, "/plannen/"+plan+"/nieuwe-versie", nil)
	_, html = p.oov.get(t, "/plannen")
	moet(t, html, "nieuwe versie", "concept", "loopt nu")
}

func TestPlanFormFaults(t *testing.T) {
	p := newPlantafel(t)
	plan, prioriteit := p.ivp()
	status, html := p.oov.post(t, "/plannen?soort=ivp", velden("titel", "", "van", "2023-01-01", "tot", "2030-12-31"))
	if status != http.StatusBadRequest {
		t.Errorf("status %d", status)
	}
	moet(t, html, `role="alert"`, `href="#titel"`, `id="titel-fout"`, `aria-invalid="true"`, `value="2030-12-31"`)
	form := doelForm(prioriteit)
	form.Set("streefwaarde", "130")
	form.Set("soort", "")
	status, html = p.oov.post(t, "/plannen/"+plan+"/doelen/nieuw", form)
	if status != http.StatusBadRequest {
		t.Errorf("status %d", status)
	}
	moet(t, html, `href="#streefwaarde"`, `href="#soort"`, "Kies een streefwaarde onder de nulmeting.", `value="130"`, `value="BU99910101" checked`)
	status, html = p.oov.post(t, "/plannen/"+plan+"/aanbieden", nil)
	if status != http.StatusBadRequest {
		t.Errorf("an unfinished plan is offered: %d", status)
	}
	moet(t, html, "Het plan heeft nog geen doelen.", "Veilig Eigenstad")
	if status, _ := p.zorg.get(t, "/plannen/nieuw?soort=iets"); status != http.StatusNotFound {
		t.Errorf("a kind of plan that is not there: %d", status)
	}
	if status, html := p.zorg.post(t, "/plannen/"+plan+"/doelen/nieuw", doelForm(prioriteit)); status != http.StatusForbidden {
		t.Errorf("care writes in a plan on safety: %d %s", status, inhoudVan(html))
	}
}

// S5 in a browser: two people save the same field. The second sees both values, chooses, and keeps what he changed elsewhere.
func TestPlanClash(t *testing.T) {
	p := newPlantafel(t)
	_, prioriteit := p.ivp()
	adres := "/prioriteiten/" + prioriteit + "/wijzigen"
	p.oov.post(t, adres, velden("versie", "1", "titel", "Veilig wonen", "oud.titel", "Wonen", "motivering", "", "oud.motivering", ""))
	second := velden("versie", "1", "titel", "Goed wonen", "oud.titel", "Wonen", "motivering", "De inbraken namen toe.", "oud.motivering", "")
	status, html := p.oov.post(t, adres, second)
	if status != http.StatusConflict {
		t.Fatalf("status %d", status)
	}
	moet(t, html, "Veilig wonen", "Goed wonen", `name="kies.titel"`, `name="versie" value="2"`, "De inbraken namen toe.", `name="oud.titel" value="Veilig wonen"`)
	second.Set("versie", "2")
	second.Set("oud.titel", "Veilig wonen")
	second.Set("kies.titel", "hun")
	p.oov.post(t, adres, second)
	_, html = p.oov.get(t, adres)
	moet(t, html, `value="Veilig wonen"`, "De inbraken namen toe.", `name="versie" value="3"`)
}

func TestTiesInTheBrowser(t *testing.T) {
	p := newPlantafel(t)
	_, doel, _ := p.doel()
	wmo := p.maak(p.zorg, "/plannen?soort=wmo", velden("titel", "Samen leven", "van", "2023-01-01", "tot", "2028-12-31"))
	p.maak(p.zorg, "/plannen/"+wmo+"/prioriteiten/nieuw", velden("titel", "Veilig thuis"))
	_, html := p.zorg.get(t, "/plannen/"+wmo)
	_, rest, _ := strings.Cut(html, "doelen/nieuw?prioriteit=")
	prioriteit, _, _ := strings.Cut(rest, `"`)
	zorgdoel := p.maak(p.zorg, "/plannen/"+wmo+"/doelen/nieuw", velden("tekst", "Meer preventie", "soort", "prestatie", "prioriteit", prioriteit))

	_, html = p.oov.get(t, "/doelen/"+doel)
	moet(t, html, "/verbanden/nieuw?van="+doel+"&amp;van_soort=doel")
	_, html = p.oov.get(t, "/verbanden/nieuw?van="+doel+"&van_soort=doel")
	moet(t, html, "Meer preventie (zorg)", `value="gebied:WK999101"`)
	leg := "/verbanden?van_soort=doel&van=" + doel
	if status, html := p.oov.post(t, leg, velden("naar", "doel:"+zorgdoel, "waarom", "kort")); status != http.StatusBadRequest {
		t.Errorf("a tie without a reason: %d %s", status, inhoudVan(html))
	}
	_, html = p.oov.post(t, leg, velden("naar", "doel:"+zorgdoel, "waarom", "Hier is het geweld het hoogst."))
	moet(t, html, "Het verband is voorgesteld.", "wacht op zorg", "Anouk de Graaf")
	magNiet(t, html, "Instemmen</span>")
	if status, html := p.oov.post(t, leg, velden("naar", "doel:"+zorgdoel, "waarom", "Hier is het geweld het hoogst.")); status != http.StatusConflict || !strings.Contains(html, "bestaat al") {
		t.Errorf("the same tie twice: %d", status)
	}
	_, html = p.zorg.get(t, "/doelen/"+zorgdoel)
	moet(t, html, "Minder inbraken in Noord", "Instemmen</span>")
	_, rest, _ = strings.Cut(html, `action="/verbanden/`)
	tie, _, _ := strings.Cut(rest, "/")
	_, html = p.zorg.post(t, "/verbanden/"+tie+"/instemmen", nil)
	moet(t, html, "van kracht", "Akkoord voor veiligheid", "Akkoord voor zorg", "Samir Bakkali", "/doelen/"+doel, "/doelen/"+zorgdoel)
	if status, html := p.zorg.post(t, "/verbanden/"+tie+"/beeindigen", velden("reden", "")); status == http.StatusOK {
		t.Errorf("a tie ends without a reason: %s", inhoudVan(html))
	}
	_, html = p.zorg.post(t, "/verbanden/"+tie+"/beeindigen", velden("reden", "Wij doen het anders."))
	moet(t, html, "beëindigd", "Wij doen het anders.")
}

// Each route of plans, tried as another tenant and as nobody.
func TestPlanRoutesKeepTenantsApart(t *testing.T) {
	p := newPlantafel(t)
	plan, doel, indicator := p.doel()
	_, html := p.oov.get(t, "/plannen/"+plan)
	_, rest, _ := strings.Cut(html, "/prioriteiten/")
	_, rest, _ = strings.Cut(rest, "/prioriteiten/")
	prioriteit, _, _ := strings.Cut(rest, "/")
	actie := p.actie(plan, doel)
	p.oov.post(t, "/verbanden?van_soort=doel&van="+doel, velden("naar", "gebied:WK999101", "waarom", "Hier is het het meest."))
	_, html = p.oov.get(t, "/doelen/"+doel)
	_, rest, _ = strings.Cut(html, `href="/verbanden/0`)
	tie, _, _ := strings.Cut("0"+rest, `"`)
	ids := map[string]string{"plannen": plan, "prioriteiten": prioriteit, "doelen": doel, "indicatoren": indicator, "acties": actie, "verbanden": tie}
	vreemd, niemand := inloggen(t, p.h, proef.Ander, "adviseur-oov"), zonderLogin(t, p.h)
	w := &Web{}
	for _, r := range w.planRoutes() {
		methode, patroon, _ := strings.Cut(r.Patroon, " ")
		if !strings.Contains(patroon, "{id}") {
			continue
		}
		soort := strings.Split(patroon, "/")[1]
		adres, onbekend := strings.ReplaceAll(patroon, "{id}", ids[soort]), strings.ReplaceAll(patroon, "{id}", "bestaat-niet")
		if methode == http.MethodGet {
			if status, html := p.oov.get(t, adres); status >= 500 || status == http.StatusNotFound {
				t.Errorf("%s: its own tenant gets %d %s", adres, status, inhoudVan(html))
			}
			zelfde404(t, vreemd, adres, onbekend)
		} else if status, html := vreemd.post(t, adres, velden("reden", "weg", "versie", "1", "naar", "gebied:WK999201")); status != http.StatusNotFound {
			t.Errorf("%s: another tenant gets %d %s", adres, status, inhoudVan(html))
		}
		if niemand.vraag(t, methode, adres, "application/x-www-form-urlencoded", nil); niemand.waar.Path != "/inloggen" {
			t.Errorf("%s: nobody is let in at %s", adres, niemand.waar.Path)
		}
	}
	if status, _ := vreemd.get(t, "/verbanden/nieuw?van_soort=doel&van="+doel); status != http.StatusNotFound {
		t.Errorf("another tenant ties our goal: %d", status)
	}
	if _, html := p.oov.get(t, "/doelen/"+doel); !strings.Contains(html, "Minder inbraken in Noord") {
		t.Error("the goal did not survive the visit of another tenant")
	}
}
