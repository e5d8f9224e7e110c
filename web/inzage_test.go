// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// gezin is a case about three people, with one disclosure by the OM to the police that touches all of them, each with another kind of data.
type gezin struct {
	dossier.Kop
	vader, moeder, kind string // pseudonyms in the case
}

func maakGezin(t *testing.T, h *huis) gezin {
	t.Helper()
	ctx, proces, fatima := t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), h.Actor(t, proef.Regio, "casusregisseur")
	o := proef.Opening()
	o.Personen = []map[string]string{
		{"voornamen": "Vincent", "achternaam": "Proefvader", "geboren": "1980-05-06", "bsn": "999990019"},
		{"voornamen": "Mila", "achternaam": "Proefmoeder", "geboren": "1984-07-01", "bsn": "999990020"},
		{"voornamen": "Kees", "achternaam": "Proefvader", "geboren": "2015-03-04"},
	}
	k, err := h.Casus.Open(ctx, proces, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, wie := range []string{"agent", "officier"} {
		if err := h.Deling.LaatToe(ctx, proces, k.ID, deling.Toelating{Gebruiker: wie, Functie: toegang.AlsDeelnemer, Doel: "aanpak van huiselijk geweld", Grondslag: "WGS",
			Noodzaak: "deze organisatie werkt al met het gezin"}); err != nil {
			t.Fatal(err)
		}
	}
	b, err := h.Casus.Toon(ctx, fatima, k.ID)
	if err != nil {
		t.Fatal(err)
	}
	g := gezin{Kop: k}
	for i, p := range b.Van(casus.Betrokkene) {
		*[]*string{&g.vader, &g.moeder, &g.kind}[i] = p.ID
	}
	var wat []string
	for _, x := range [][2]string{{g.vader, "strafvorderlijk"}, {g.moeder, "zorg"}, {g.kind, "jeugdhulp"}} {
		st, err := h.Casus.Leg(ctx, fatima, k.ID, casus.Vastlegging{Soort: casus.Informatie, Wijziging: domein.Wijziging{Velden: map[string]string{"tekst": "Kanarie-tekst-" + x[1], "over": x[0],
			"bron": "gemeente", "datum": "2026-11-05", "categorie": x[1], "hardheid": "hard"}}})
		if err != nil {
			t.Fatal(err)
		}
		wat = append(wat, casus.Informatie+"/"+st.ID)
	}
	h.Nu = h.Nu.Add(time.Minute)
	if _, err := h.Deling.Deel(ctx, h.Actor(t, proef.Regio, "officier"), k.ID, deling.Verzoek{Wat: wat, Categorie: deling.Strafvorderlijk, Aan: "politie", Ontvanger: "agent",
		Doel: "aanpak van huiselijk geweld", Grondslag: "WGS", Noodzaak: "de agent gaat morgen langs"}); err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(time.Minute)
	return g
}

var inzageAdres = regexp.MustCompile(`/inzage/([0-9a-f-]{36})`)

// vraagInzage records a request through the pages and gives its address.
func vraagInzage(t *testing.T, b *bezoeker, extra url.Values) string {
	t.Helper()
	form := url.Values{"voornamen": {"Vincent"}, "achternaam": {"Proefvader"}, "geboren": {"1980-05-06"}, "bsn": {"999990019"}, "ontvangen": {"2026-11-09"},
		"controle": {"DigiD"}}
	for k, v := range extra {
		form[k] = v
	}
	status, html := b.post(t, "/inzage", form)
	m := inzageAdres.FindString(b.waar.Path)
	if status != 200 || m == "" || !strings.Contains(html, "V-2026-") {
		t.Fatalf("the request gives %d at %s", status, b.waar)
	}
	return m
}

// doe posts and fails on any other answer than want.
func doe(t *testing.T, b *bezoeker, path string, form url.Values, want int) string {
	t.Helper()
	status, html := b.post(t, path, form)
	if status != want {
		t.Errorf("%s gives %d, want %d: %.400s", path, status, want, inhoudVan(html))
	}
	return html
}

// uitgereikt prepares an extract, hands it out and gives it in its three forms.
func uitgereikt(t *testing.T, b *bezoeker, at string) (pagina, odt, ldv string) {
	t.Helper()
	doe(t, b, at+"/voorbereiden", nil, 200)
	doe(t, b, at+"/uitreiken", url.Values{"wijze": {"aan de balie"}}, 200)
	_, pagina = b.get(t, at+"/uittreksel")
	_, ldv = b.get(t, at+"/uittreksel/json")
	_, file := b.get(t, at+"/uittreksel/odt")
	return inhoudVan(pagina), odtTekst(t, file), ldv
}

func odtTekst(t *testing.T, file string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader([]byte(file)), int64(len(file)))
	if err != nil {
		t.Fatalf("no ODT: %v", err)
	}
	f, err := z.Open("content.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// S3, with the rule that a postponed line is released by a decision: of one disclosure about three people each gets his own kinds of data and nothing of the others; a line
// of the OM stays away until somebody releases it, also past its day; the FG sees all with the reason; asking, looking and handing out are in the journal.
func TestAccountOfThePerson(t *testing.T) {
	h := newHuis(t)
	g := maakGezin(t, h)
	pim, ilse := inloggen(t, h, proef.Regio, "privacy"), inloggen(t, h, proef.Regio, "fg")
	at := vraagInzage(t, pim, nil)
	if _, html := pim.get(t, at); !strings.Contains(html, "nog nagaan") || strings.Contains(html, "strafvorderlijke") {
		t.Error("lines are shown before anybody confirmed the dossier")
	}
	_, html := pim.get(t, at+"/dossier/"+g.ID)
	moet(t, html, "Vincent Proefvader", "zelfde burgerservicenummer")
	magNiet(t, inhoudVan(html), "Mila", "Proefmoeder")
	doe(t, pim, at+"/dossier/"+g.ID, url.Values{}, 400)
	doe(t, pim, at+"/dossier/"+g.ID, url.Values{"betrokkene": {g.moeder}}, 400)
	doe(t, pim, at+"/dossier/"+g.ID, url.Values{"betrokkene": {g.vader}}, 200)

	uitstel := url.Values{"regel": {g.ID + "|organisatie:om"}, "grond": {"opsporing"}, "reden": {"het onderzoek loopt nog tot de zomer"}, "tot": {"2026-12-01"}}
	doe(t, pim, at+"/uitstellen", url.Values{"regel": {g.ID + "|spoor:weg"}}, 400)
	doe(t, pim, at+"/uitstellen", uitstel, 200)
	_, html = ilse.get(t, at)
	moet(t, html, "strafvorderlijke gegevens", "uitgesteld", "het onderzoek loopt nog tot de zomer")
	magNiet(t, inhoudVan(html), "Uitreiken</span>", "Mila", "hulpverlening")
	if _, html := pim.get(t, "/werk"); !strings.Contains(html, "Bekijk een uitgestelde regel opnieuw") {
		t.Error("there is no task to look at the postponement again")
	}
	page, odt, ldv := uitgereikt(t, pim, at)
	for _, text := range []string{page, odt, ldv} {
		moet(t, text, "gemeente", "casusregisseur")
		magNiet(t, text, "Openbaar Ministerie", "strafvorderlijke", "onderzoek loopt", "Proefmoeder", "Mila", "Kees", g.moeder, g.kind, g.vader, "hulpverlening", "jeugdhulp", "Fatima", "Kanarie")
	}
	h.Nu = h.Nu.AddDate(0, 1, 0)
	later := vraagInzage(t, pim, nil)
	doe(t, pim, later+"/dossier/"+g.ID, url.Values{"betrokkene": {g.vader}}, 200)
	if page, _, _ := uitgereikt(t, pim, later); strings.Contains(page, "Openbaar Ministerie") {
		t.Error("past its day the line appears by itself")
	}
	taak := regexp.MustCompile(`/uitstel/[0-9a-f-]{36}`).FindString(func() string { _, html := pim.get(t, "/inzage"); return html }())
	doe(t, ilse, taak, url.Values{"besluit": {"vrij"}, "motivering": {"de zitting is geweest en alles is bekend"}}, 403)
	doe(t, pim, taak, url.Values{"besluit": {"vrij"}, "motivering": {"klaar"}}, 400)
	doe(t, pim, taak, url.Values{"besluit": {"vrij"}, "motivering": {"de zitting is geweest en alles is bekend"}}, 200)
	na := vraagInzage(t, pim, nil)
	doe(t, pim, na+"/dossier/"+g.ID, url.Values{"betrokkene": {g.vader}}, 200)
	page, odt, ldv = uitgereikt(t, pim, na)
	for _, text := range []string{page, odt, ldv} {
		moet(t, text, "Openbaar Ministerie", "strafvorderlijke gegevens", "politie")
		magNiet(t, text, "Proefmoeder", "Mila", g.moeder, g.kind, "hulpverlening", "jeugdhulp")
	}
	ldvVelden(t, ldv)
	zonderKanarie(t, h, "Proefvader", "Proefmoeder", "999990019", "Kanarie-tekst", "onderzoek loopt", "zitting is geweest")
	inJournaal(t, h, g.ID, "inzage.behandelen")
}

// ldvVelden checks the names of the standard.
func ldvVelden(t *testing.T, text string) {
	t.Helper()
	var x struct {
		Regels []map[string]any `json:"regels"`
	}
	if err := json.Unmarshal([]byte(text), &x); err != nil || len(x.Regels) == 0 {
		t.Fatalf("%d lines: %v", len(x.Regels), err)
	}
	for _, r := range x.Regels {
		trace, _ := r["trace_id"].(string)
		span, _ := r["span_id"].(string)
		kenmerken, _ := r["attributes"].(map[string]any)
		if len(trace) != 32 || len(span) != 16 || r["status_code"] != "Ok" || r["start_time"].(float64) < 1e12 || kenmerken["dpl.core.data_subject_id_type"] != "pseudoniem" ||
			kenmerken["dpl.core.processing_activity_id"] == "" || kenmerken["dpl.core.data_subject_id"] == "" {
			t.Errorf("a line without the fields of the standard: %v", r)
		}
	}
}

// inJournaal fails where no look under this action at this object is in the journal.
func inJournaal(t *testing.T, h *huis, object, actie string) {
	t.Helper()
	for r, err := range h.Store.JournaalRijen(t.Context(), proef.Regio) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Object == object && r.Actie == actie && r.Uitkomst == "getoond" {
			return
		}
	}
	t.Errorf("no %s of %s is in the journal", actie, object)
}

// A father asks for his child: a second privacy officer, who had no hand in it, agrees with exactly what is handed out. What changes after that takes a new agreement.
func TestAuthorityOverAChild(t *testing.T) {
	h := newHuis(t)
	g := maakGezin(t, h)
	pim, priya := inloggen(t, h, proef.Regio, "privacy"), inloggen(t, h, proef.Regio, "privacy-2")
	kind := url.Values{"voornamen": {"Kees"}, "geboren": {"2015-03-04"}, "bsn": {""}, "namens": {"ouder of voogd met gezag"}}
	if html := doe(t, pim, "/inzage", url.Values{"achternaam": {"Proefvader"}, "geboren": {"2015-03-04"}, "controle": {"DigiD"}, "ontvangen": {"2026-11-09"}, "namens": {"ouder of voogd met gezag"}}, 400); !strings.Contains(html, "hoe is nagegaan dat hij dat mag") {
		t.Error("nobody asks how the authority was checked")
	}
	kind.Set("bewijs", "uittreksel gezagsregister")
	at := vraagInzage(t, pim, kind)
	doe(t, pim, at+"/dossier/"+g.ID, url.Values{"betrokkene": {g.kind}}, 200)
	html := doe(t, pim, at+"/voorbereiden", nil, 200)
	moet(t, html, "Een tweede privacyfunctionaris kijkt mee", "gaat over een kind", "namens de persoon")
	doe(t, pim, at+"/uitreiken", url.Values{"wijze": {"per post"}}, 403)
	doe(t, pim, at+"/instemmen", nil, 403)
	doe(t, priya, at+"/instemmen", nil, 200)

	// A postponement after the agreement changes what would be handed out.
	doe(t, pim, at+"/uitstellen", url.Values{"regel": {g.ID + "|organisatie:om"}, "grond": {"veiligheid"}, "reden": {"het kind loopt gevaar als dit bekend wordt"}, "tot": {"2026-12-01"}}, 200)
	doe(t, pim, at+"/uitreiken", url.Values{"wijze": {"per post"}}, 409)
	doe(t, pim, at+"/voorbereiden", nil, 200)
	doe(t, pim, at+"/uitreiken", url.Values{"wijze": {"per post"}}, 403)
	doe(t, priya, at+"/instemmen", nil, 200)
	doe(t, pim, at+"/uitreiken", url.Values{"wijze": {"per post"}}, 200)
	_, page := pim.get(t, at+"/uittreksel")
	magNiet(t, inhoudVan(page), "Openbaar Ministerie", "Vincent", "Mila", "hulpverlening", "strafvorderlijke")
	doe(t, pim, at+"/sluiten", url.Values{"einde": {"deels ingewilligd"}, "eindreden": {"kort"}}, 400)
	doe(t, pim, at+"/sluiten", url.Values{"einde": {"deels ingewilligd"}, "eindreden": {"een deel komt later, na het onderzoek"}}, 200)
	doe(t, pim, at+"/sluiten", url.Values{"einde": {"ingewilligd"}}, 409)
}

// A line that tells who reported, and a secret address in the dossier, take a second person too.
func TestReporterAndSecretAddress(t *testing.T) {
	h := newHuis(t)
	politie := inloggen(t, h, proef.Regio, "agent")
	melding := meld(t, politie, url.Values{"voornamen": {"Deniz"}, "achternaam": {"Proefyilmaz"}, "geboren": {"1999-03-04"}, "bsn": {"999990019"}})
	pim := inloggen(t, h, proef.Regio, "privacy")
	at := vraagInzage(t, pim, url.Values{"voornamen": {"Deniz"}, "achternaam": {"Proefyilmaz"}, "geboren": {"1999-03-04"}})
	_, html := pim.get(t, at+"/dossier/"+melding)
	mens := regexp.MustCompile(`value="([0-9a-f-]{36})"`).FindStringSubmatch(html)
	if mens == nil {
		t.Fatal("the report does not show whom it is about")
	}
	doe(t, pim, at+"/dossier/"+melding, url.Values{"betrokkene": {mens[1]}}, 200)
	html = doe(t, pim, at+"/voorbereiden", nil, 200)
	moet(t, html, "toont de melder", "laat zien welke organisatie meldde")
	doe(t, pim, at+"/uitreiken", url.Values{"wijze": {"per post"}}, 403)

	geheim := h.OpenCasus(t) // of which one person has a secret address
	at = vraagInzage(t, pim, url.Values{"voornamen": {"Aylin"}, "achternaam": {"Proefyilmaz"}, "geboren": {"1984-07-01"}, "bsn": {""}})
	_, html = pim.get(t, at+"/dossier/"+geheim.ID)
	mens = regexp.MustCompile(`value="([0-9a-f-]{36})"`).FindStringSubmatch(html)
	magNiet(t, inhoudVan(html), "Schuilproefweg")
	doe(t, pim, at+"/dossier/"+geheim.ID, url.Values{"betrokkene": {mens[1]}}, 200)
	moet(t, doe(t, pim, at+"/voorbereiden", nil, 200), "geheim adres")
}

// Who may not handle requests, and what is no request, finds nothing at these doors.
func TestInzageDoors(t *testing.T) {
	h := newHuis(t)
	g := maakGezin(t, h)
	pim := inloggen(t, h, proef.Regio, "privacy")
	at := vraagInzage(t, pim, nil)
	const none = "01a00000-0000-7000-8000-000000000000"
	for _, id := range []string{"casusregisseur", "agent", "archivaris", "beheerder", "burgemeester", "fg"} {
		b := inloggen(t, h, proef.Regio, id)
		for _, r := range (&Web{}).inzageRoutes() {
			method, path, _ := strings.Cut(r.Patroon, " ")
			path = strings.NewReplacer("/inzage/{id}", at, "{dossier}", g.ID, "{taak}", none).Replace(path)
			fgKijkt := id == "fg" && method == "GET" && (path == "/inzage" || path == at)
			var status int
			if method == "GET" {
				status, _ = b.get(t, path)
			} else {
				status, _ = b.post(t, path, url.Values{"besluit": {"vrij"}})
			}
			if fgKijkt != (status == 200) {
				t.Errorf("%s %s as %s gives %d", method, path, id, status)
			}
		}
	}
	if status, _ := pim.get(t, "/inzage/"+g.ID); status != 404 {
		t.Errorf("a case opens as a request: %d", status)
	}
	ander := h.OpenCasus(t)
	if status, _ := pim.get(t, strings.Replace(at+"/dossier/"+none, none, ander.ID, 1)); status != 200 {
		t.Errorf("a case that the search finds gives %d", status)
	}
	verkeerd := vraagInzage(t, pim, url.Values{"voornamen": {"Iemand"}, "achternaam": {"Anders"}, "geboren": {"1970-01-01"}, "bsn": {""}})
	if status, _ := pim.get(t, verkeerd+"/dossier/"+g.ID); status != 404 {
		t.Errorf("a case that the search does not find gives %d", status)
	}
	if status, _ := inloggen(t, h, proef.Eigen, "privacy").get(t, at); status != 404 {
		t.Errorf("a request of another controller gives %d", status)
	}
	if status, _ := pim.get(t, at+"/uittreksel"); status != 404 {
		t.Errorf("an extract before it was handed out gives %d", status)
	}
}

// A request is registered with all its faults named at once, its term can be extended once within the first month, and rights are recorded with their outcome.
func TestInzageTermAndRights(t *testing.T) {
	h := newHuis(t)
	pim := inloggen(t, h, proef.Regio, "privacy")
	html := doe(t, pim, "/inzage", url.Values{"ontvangen": {"2031-01-01"}, "achternaam": {"Proef"}}, 400)
	moet(t, html, "zonder een van beide is niet zeker", "Kies hoe is nagegaan wie het is.", "Dat is vandaag of eerder.")
	at := vraagInzage(t, pim, nil)
	_, html = pim.get(t, at)
	moet(t, html, "10 december 2026, 00.00 uur")
	doe(t, pim, at+"/verlengen", url.Values{"waarom": {"druk"}}, 400)
	moet(t, doe(t, pim, at+"/verlengen", url.Values{"waarom": {"er zijn veel dossiers om na te gaan"}}, 200), "februari 2027")
	doe(t, pim, at+"/verlengen", url.Values{"waarom": {"er zijn nog steeds veel dossiers"}}, 409)
	doe(t, pim, at+"/rechten", url.Values{"recht": {"16"}, "wat": {"de geboortedatum"}, "uitkomst": {"afgewezen"}}, 400)
	moet(t, doe(t, pim, at+"/rechten", url.Values{"recht": {"16"}, "wat": {"de geboortedatum"}, "uitkomst": {"ingewilligd"}}, 200), "verbeteren (art. 16 AVG)")
	doe(t, pim, at+"/sluiten", url.Values{"einde": {"ingewilligd"}}, 400)
	doe(t, pim, at+"/sluiten", url.Values{"einde": {"ingetrokken"}}, 200)
	h.Nu = h.Nu.AddDate(1, 1, 0)
	if _, html := inloggen(t, h, proef.Regio, "archivaris").get(t, "/vernietiging"); !strings.Contains(html, "V-2026-0001") || !strings.Contains(html, "te vernietigen") {
		t.Error("a request has no end of its retention")
	}
}
