// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"encoding/json"
	"io"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/termijn"
)

// beheer registers the police as a sender and the house of the test under its own name.
func beheer(t *testing.T, h *huis) {
	t.Helper()
	for _, a := range []melding.Afzender{{Naam: "Politie Eenheid Proef", Organisatie: "politie"}, {OIN: "00000001234567890000", Naam: "Veilig Thuis Proef", Organisatie: "veilig_thuis"},
		{Naam: "ZVH Proefregio", Organisatie: "gemeente", Eigen: true}} {
		if err := h.Melding.SaveAfzender(t.Context(), h.Actor(t, proef.Regio, "beheerder"), a); err != nil {
			t.Fatal(err)
		}
	}
}

// Nobody reports without a search; he meets his own reports only, is asked whether he means to report again, and a form that is sent twice makes one report.
func TestSearchBeforeReport(t *testing.T) {
	h := newHuis(t)
	bram, vera := inloggen(t, h, proef.Regio, "agent"), inloggen(t, h, proef.Regio, "veilig-thuis")
	persoon := url.Values{"achternaam": {"Kanariebos"}, "geboren": {"2001-02-03"}}
	meld(t, bram, persoon)
	if _, html := vera.post(t, "/meldingen/nieuw", persoon); strings.Contains(html, "M-2026-") || !strings.Contains(html, "Of anderen hem hebben gemeld, ziet u hier nooit.") {
		t.Error("another reporter learns that there is a report")
	}
	status, html := bram.post(t, "/meldingen/nieuw", persoon)
	if status != 200 || !strings.Contains(html, "U hebt deze persoon al gemeld") || strings.Contains(bram.waar.String(), "Kanarie") {
		t.Errorf("his own report is not shown (%d), or the name is in the address", status)
	}
	form := meldform(persoon)
	form.Set("bon", bonWaarde.FindStringSubmatch(html)[1])
	if status, html := bram.post(t, "/meldingen", form); status != 400 || !strings.Contains(html, "U hebt deze persoon al gemeld: M-2026-") || !strings.Contains(html, "toch opnieuw") {
		t.Errorf("a second report is not asked about: %d", status)
	}
	form.Set("toch", "ja")
	bram.post(t, "/meldingen", form)
	first := bram.waar.Path
	if bram.post(t, "/meldingen", form); bram.waar.Path != first || !strings.HasPrefix(first, "/meldingen/0") {
		t.Errorf("the same form gives %s and %s", first, bram.waar.Path)
	}
	form.Set("aanleiding", "Iets heel anders dan wat er eerst stond.")
	if status, html := bram.post(t, "/meldingen", form); status != 400 || !strings.Contains(html, "Onder dit kenmerk is al een andere melding ontvangen") {
		t.Errorf("another text under the same form gives %d", status)
	}
	if status, _ := vera.post(t, "/meldingen", form); status != 400 {
		t.Errorf("the slip of another works: %d", status)
	}
	h.Nu = h.Nu.Add(9 * time.Hour)
	if status, html := bram.post(t, "/meldingen", form); status != 400 || !strings.Contains(html, "Zoek eerst") {
		t.Errorf("a slip of nine hours ago works: %d", status)
	}
}

// One form takes more people, and each fault stands at its own person.
func TestMorePeople(t *testing.T) {
	h := newHuis(t)
	vera := inloggen(t, h, proef.Regio, "veilig-thuis")
	form := meldform(url.Values{"achternaam": {"Kanariebos"}})
	form.Set("bon", zoekBon(t, vera, form))
	form.Set("aantal", "1")
	form.Set("meer", "ja")
	status, html := vera.post(t, "/meldingen", form)
	if status != 200 || !strings.Contains(html, `name="p2-achternaam"`) || !strings.Contains(html, "Buren hoorden") || strings.Contains(html, "is al") {
		t.Fatalf("no room for a second person: %d", status)
	}
	form.Del("meer")
	form.Set("aantal", "2")
	form.Set("p2-achternaam", "Kanarieberg")
	form.Set("p2-bsn", "999990018")
	if status, html := vera.post(t, "/meldingen", form); status != 400 || !strings.Contains(html, `id="p2-bsn-fout"`) || strings.Contains(html, `id="bsn-fout"`) {
		t.Errorf("the fault of the second person: %d", status)
	}
	form.Set("p2-bsn", "999990019")
	if status, _ := vera.post(t, "/meldingen", form); status != 200 {
		t.Fatalf("two people give %d", status)
	}
	id := meldingAdres.FindStringSubmatch(vera.waar.Path)[1]
	_, html = inloggen(t, h, proef.Regio, "procesregisseur").get(t, "/meldingen/"+id)
	moet(t, html, "Kanariebos", "Kanarieberg")
}

const meldlijst = "kenmerk;verzonden;afzender;bestemming;aanleiding;voornamen;achternaam;geboren;bsn;straat\n"

// A list is taken in whole or not at all: every fault with its line, nothing kept; the same list twice gives the same receipts.
func TestListOfReports(t *testing.T) {
	h := newHuis(t)
	beheer(t, h)
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	goed := meldlijst + "P77;2026-11-08 22:40;Politie Eenheid Proef;ZVH;ruzie;Deniz;Kanarieyilmaz;2009-03-04;999990019;Kanariestraat\n" +
		"P78;2026-11-08 23:10;Politie Eenheid Proef;ZVH;overlast;;Kanarieberg;;;\n"
	fout := goed + "P79;2026-11-08;Onbekende Club;ZVH;x;;Kanariebos;;;\nP80;2026-11-30;Politie Eenheid Proef;ZVH;x;;Kanariebos;;;\n" +
		"P81;2026-11-08;Politie Eenheid Proef;VT;x;;Kanariebos;;;\nP82;2026-11-08;Politie Eenheid Proef;NAZ;x;;Kanariebos;;111111111;\nP77;2026-11-08;Politie Eenheid Proef;ZVH;y;;Kanariebos;;;\n"
	status, html := noor.postBestand(t, "/meldingen/inlezen", nil, "lijst.csv", fout)
	if status != 400 {
		t.Errorf("a list with faults gives %d", status)
	}
	moet(t, html, "regel 4, afzender: De afzender is hier niet bekend.", "regel 5, verzonden: De datum van verzenden ligt in de toekomst.",
		"regel 6, bestemming: Dit bericht is voor Veilig Thuis.", "regel 7, bestemming: Dit bericht is voor de gemeente", "regel 7, betrokkene-1-bsn: Persoon 1: Dit burgerservicenummer kan niet bestaan",
		"regel 8, kenmerk: Dit kenmerk staat ook op regel 2.")
	magNiet(t, html, "Kanarie", "111111111")
	if _, html := noor.get(t, "/triage"); !strings.Contains(html, "Er wacht niets") {
		t.Error("something of a refused list was kept")
	}
	if status, html = noor.postBestand(t, "/meldingen/inlezen", nil, "lijst.csv", goed); status != 200 {
		t.Fatalf("a good list gives %d: %s", status, inhoudVan(html))
	}
	moet(t, html, "M-2026-0001", "M-2026-0002")
	_, html = noor.postBestand(t, "/meldingen/inlezen", nil, "lijst.csv", goed)
	if strings.Count(html, "was al ontvangen") != 2 || strings.Contains(html, "M-2026-0003") {
		t.Errorf("the same list twice: %s", inhoudVan(html))
	}
	if status, html = noor.postBestand(t, "/meldingen/inlezen", nil, "lijst.csv", strings.Replace(goed, "ruzie", "heel iets anders", 1)); status != 400 {
		t.Errorf("another report under the same reference gives %d", status)
	}
	moet(t, html, "Onder dit kenmerk is al een andere melding ontvangen")
	if _, html = noor.get(t, "/triage"); strings.Count(html, "via lijst") != 2 {
		t.Error("the triage does not hold two reports")
	}
	for _, id := range []string{"agent", "fg", "beheerder"} {
		if status, _ := inloggen(t, h, proef.Regio, id).postBestand(t, "/meldingen/inlezen", nil, "lijst.csv", goed); status != 403 {
			t.Errorf("%s hands in a file: %d", id, status)
		}
	}
	zonderKanarie(t, h, "Kanarieyilmaz", "Kanarieberg", "Kanariestraat", "999990019", "P77")
}

// berichten stands in for a reader of another system: a message is its JSON.
func berichten(r io.Reader) ([]melding.Aanlevering, error) {
	var a melding.Aanlevering
	err := json.NewDecoder(r).Decode(&a)
	return []melding.Aanlevering{a}, err
}

func berichtVan(kenmerk string, wijzig func(a *melding.Aanlevering)) melding.Aanlevering {
	a := melding.Aanlevering{Deur: melding.CORV, Soort: melding.MeldingGeneriek, Kenmerk: kenmerk, Afzender: melding.Partij{Naam: "politie eenheid proef"},
		Geadresseerde: melding.Partij{Naam: "ZVH Proefregio"}, Verzonden: termijn.At(proef.Middag.Add(-time.Hour)), Bestemming: melding.VoorZVH, Aanleiding: "Ruzie op straat.",
		Terugkoppelen: true, Betrokkenen: []melding.Betrokkene{{Rol: "001"}}, Zorgen: []melding.Zorg{{Code: "NAZ-001", Tekst: "schulden"}},
		Incidenten: []melding.Incident{{Kenmerk: "PL1", Datum: "2026-11-08", Tekst: "duwen"}}}
	a.Betrokkenen[0].Achternaam, a.Betrokkenen[0].Geboren = "Kanariebos", "1990-01-02"
	if wijzig != nil {
		wijzig(&a)
	}
	return a
}

// A message for somebody else is refused with its addressee; one for this house comes in with all that it holds; another kind of message is refused.
func TestMessages(t *testing.T) {
	h := newHuis(t)
	beheer(t, h)
	h.Melding.Lezers[melding.JZV] = berichten
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	stuur := func(a melding.Aanlevering) (int, string) {
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		return noor.postBestand(t, "/meldingen/inlezen", nil, "bericht.json", string(text))
	}
	for name, tt := range map[string]struct {
		wijzig func(a *melding.Aanlevering)
		want   string
	}{
		"another house":     {func(a *melding.Aanlevering) { a.Geadresseerde = melding.Partij{Naam: "ZVH Elders"} }, "Dit bericht is voor ZVH Elders en niet voor deze organisatie."},
		"another OIN":       {func(a *melding.Aanlevering) { a.Geadresseerde = melding.Partij{OIN: "00000009999999999999"} }, "de organisatie met OIN 00000009999999999999"},
		"Veilig Thuis":      {func(a *melding.Aanlevering) { a.Bestemming = melding.VoorVT }, "worden hier nooit ontvangen"},
		"a question":        {func(a *melding.Aanlevering) { a.Soort = melding.CheckBekendheid }, "geen melding"},
		"incident tomorrow": {func(a *melding.Aanlevering) { a.Incidenten[0].Datum = "2026-11-10" }, "De datum van een incident ligt in de toekomst."},
		"nobody":            {func(a *melding.Aanlevering) { a.Betrokkenen = nil }, "Noem ten minste één persoon"},
		"own name":          {func(a *melding.Aanlevering) { a.Afzender.Naam = "ZVH Proefregio" }, "De afzender is hier niet bekend"},
	} {
		if status, html := stuur(berichtVan("F-"+name, tt.wijzig)); status != 400 || !strings.Contains(html, tt.want) {
			t.Errorf("%s: %d, want %q in %s", name, status, tt.want, inhoudVan(html))
		}
	}
	status, html := stuur(berichtVan("G1", nil))
	if status != 200 {
		t.Fatalf("a good message gives %d: %s", status, inhoudVan(html))
	}
	_, html = noor.get(t, "/meldingen/"+meldingAdres.FindStringSubmatch(html)[1])
	moet(t, html, "Ruzie op straat.", "schulden", "duwen", "Kanariebos", "Politie Eenheid Proef")
	zonderKanarie(t, h, "Kanariebos", "Ruzie op straat", "schulden")
}

// A transfer from Veilig Thuis is received, accepted and fed back; its own terms are counted by quarter and nothing more.
func TestTransfers(t *testing.T) {
	h := newHuis(t)
	beheer(t, h)
	h.Melding.Lezers[melding.JZV] = berichten
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	text, err := json.Marshal(berichtVan("VT1", func(a *melding.Aanlevering) {
		a.Soort, a.Afzender = melding.Overdracht, melding.Partij{OIN: "00000001234567890000"}
	}))
	if err != nil {
		t.Fatal(err)
	}
	_, html := noor.postBestand(t, "/meldingen/inlezen", nil, "bericht.json", string(text))
	m := meldingAdres.FindStringSubmatch(html)
	if m == nil {
		t.Fatal(inhoudVan(html))
	}
	stap := func(x url.Values, want int) {
		t.Helper()
		if status, html := noor.post(t, "/meldingen/"+m[1]+"/overdracht", x); status != want {
			t.Errorf("%v gives %d, want %d: %s", x, status, want, inhoudVan(html))
		}
	}
	stap(url.Values{"stap": {"teruggekoppeld"}}, 409)
	stap(url.Values{"stap": {"aanvaard"}}, 200)
	stap(url.Values{"stap": {"aanvaard"}}, 409)
	stap(url.Values{"stap": {"dagen"}, "gemeld": {"2026-11-30"}}, 400)
	stap(url.Values{"stap": {"dagen"}, "gemeld": {"2026-08-20"}, "beoordeeld": {"2026-08-25"}, "onderzocht": {"2026-11-01"}}, 200)
	stap(url.Values{"stap": {"teruggekoppeld"}}, 200)
	_, html = noor.get(t, "/triage")
	moet(t, html, "2026, vierde kwartaal", "1 van 1", "0 van 1", "overdracht van Veilig Thuis")
	if status, _ := inloggen(t, h, proef.Regio, "veilig-thuis").get(t, "/triage"); status != 403 {
		t.Errorf("Veilig Thuis sees the triage: %d", status)
	}
}

// A secret address is on no page and in no search until somebody takes the report in his name, with a reason.
func TestSecretAddress(t *testing.T) {
	h := newHuis(t)
	vera, noor := inloggen(t, h, proef.Regio, "veilig-thuis"), inloggen(t, h, proef.Regio, "procesregisseur")
	schuil := url.Values{"achternaam": {"Kanariebos"}, "adres_geheim": {"ja"}, "straat": {"Kanarieschuilweg"}, "huisnummer": {"7"}, "postcode": {"1234 AB"}, "telefoon": {"06-55555555"}}
	id := meld(t, vera, schuil)
	for _, b := range []*bezoeker{vera, noor} {
		if _, html := b.get(t, "/meldingen/"+id); strings.Contains(html, "Kanarieschuilweg") || strings.Contains(html, "06-55555555") {
			t.Error("a secret address is shown to somebody who is not named")
		}
	}
	_, html := noor.post(t, "/meldingen/nieuw", url.Values{"achternaam": {"Heelanders"}, "postcode": {"1234 AB"}, "huisnummer": {"7"}})
	if strings.Contains(html, "M-2026-") {
		t.Error("a secret address is found by a search")
	}
	if status, _ := noor.post(t, "/meldingen/"+id+"/op-naam", url.Values{"waarom": {"kort"}}); status != 400 {
		t.Errorf("without a reason: %d", status)
	}
	if status, html := noor.post(t, "/meldingen/"+id+"/op-naam", url.Values{"waarom": {"ik bel vandaag de opvang"}}); status != 200 || !strings.Contains(html, "Kanarieschuilweg") {
		t.Errorf("named, he does not see the address: %d", status)
	}
	if status, _ := vera.post(t, "/meldingen/"+id+"/op-naam", url.Values{"waarom": {"ik wil het graag weten"}}); status < 400 {
		t.Errorf("a reporter takes a report in his name: %d", status)
	}
	zonderKanarie(t, h, "Kanarieschuilweg", "Kanariebos", "06-55555555")
}

// A group is weighed as one: with "not in" both reporters hear it, and with further inquiry both wait on.
func TestGroupIsWeighedAsOne(t *testing.T) {
	h := newHuis(t)
	bram, vera, noor := inloggen(t, h, proef.Regio, "agent"), inloggen(t, h, proef.Regio, "veilig-thuis"), inloggen(t, h, proef.Regio, "procesregisseur")
	x := url.Values{"achternaam": {"Kanariebos"}, "geboren": {"2001-02-03"}}
	a, b := meld(t, bram, x), meld(t, vera, x)
	if status, _ := noor.post(t, "/meldingen/"+a+"/koppelen", url.Values{"met": {b}}); status != 200 {
		t.Fatal("not joined")
	}
	if _, html := noor.get(t, "/triage"); !strings.Contains(html, "Samen te wegen") {
		t.Error("the joint task is not first on the list")
	}
	if status, _ := noor.post(t, "/meldingen/"+a+"/koppelen", url.Values{"met": {b}}); status != 409 {
		t.Errorf("joined twice: %d", status)
	}
	weeg := gewogen()
	weeg.Set("uitkomst", "nader")
	weeg.Set("advies", "bel de school")
	if status, html := noor.post(t, "/meldingen/"+a+"/wegen", weeg); status != 200 {
		t.Fatalf("further inquiry gives %d: %s", status, inhoudVan(html))
	}
	weeg.Set("uitkomst", "niet in")
	weeg.Set("doorverwijzing", "sociaal_team")
	if status, _ := noor.post(t, "/meldingen/"+b+"/wegen", weeg); status != 200 {
		t.Fatalf("not in gives %d", status)
	}
	for _, r := range []struct {
		b  *bezoeker
		id string
	}{{bram, a}, {vera, b}} {
		if _, html := r.b.get(t, "/meldingen/"+r.id); !strings.Contains(html, "niet ingenomen") {
			t.Error("a reporter of the group does not hear the outcome")
		}
	}
	if _, html := noor.get(t, "/triage"); !strings.Contains(html, "Er wacht niets") {
		t.Error("the triage is not empty")
	}
	if status, _ := noor.post(t, "/meldingen/"+a+"/wegen", weeg); status != 409 {
		t.Errorf("weighed after the decision: %d", status)
	}
}

// What the triage may do with any report it may do with no case.
func TestReportPagesOpenNoCase(t *testing.T) {
	h := newHuis(t)
	k := h.OpenCasus(t)
	noor := h.Actor(t, proef.Regio, "procesregisseur")
	noor.ID = "een-andere-procesregisseur"
	if _, err := h.Melding.Toon(t.Context(), noor, k.ID); err == nil {
		t.Error("a case is shown as a report")
	}
	if err := h.Melding.Weeg(t.Context(), noor, k.ID, melding.Weging{}); err == nil || strings.Contains(err.Error(), "al beslist") {
		t.Errorf("a case is weighed: %v", err)
	}
	if _, html := inloggen(t, h, proef.Regio, "agent").get(t, "/bekend"); !strings.Contains(html, "U hebt geen lopende melding") {
		t.Error("no page for somebody without a report")
	}
	if status, html := inloggen(t, h, proef.Regio, "school").get(t, "/bekend"); status != 403 || !strings.Contains(html, "Bespreek uw zorg met Veilig Thuis") {
		t.Errorf("a school gets %d without the reason", status)
	}
}

// hitProeven is how often each question is asked; with the tag trial a thousand times.
var hitProeven = 100

// S4, the whole of the clock: the medians of known and unknown differ by less than 5 ms.
func TestHitTakesAsLongAsNoHit(t *testing.T) {
	h := newHuis(t)
	h.OpenCasus(t)
	bram := inloggen(t, h, proef.Regio, "agent")
	ids := [2]string{meld(t, bram, url.Values{"achternaam": {"Proefyilmaz"}, "bsn": {"999990019"}}), meld(t, bram, url.Values{"achternaam": {"Niemandsen"}, "bsn": {"111222333"}})}
	var times [2][]time.Duration
	for i := range 2 * hitProeven {
		if i%20 == 0 {
			h.Nu = h.Nu.Add(61 * time.Minute)
		}
		begin := time.Now()
		status, _ := bram.post(t, "/meldingen/"+ids[i%2]+"/bekend", nil)
		times[i%2] = append(times[i%2], time.Since(begin))
		if status != 200 {
			t.Fatalf("question %d gives %d", i, status)
		}
	}
	median := func(x []time.Duration) time.Duration { slices.Sort(x); return x[len(x)/2] }
	known, unknown := median(times[0]), median(times[1])
	if diff := (known - unknown).Abs(); diff >= 5*time.Millisecond {
		t.Errorf("known takes %v and unknown %v", known, unknown)
	}
	t.Logf("median of known %v, of unknown %v", known, unknown)
}

// A message of CORV is handed in on the page: once it is a report, twice the same receipt; what is wrong is refused with every fault and keeps nothing.
func TestCORVThroughThePages(t *testing.T) {
	h := newHuis(t)
	for _, a := range []melding.Afzender{{Naam: "Politie eenheid Voorbeeld", Organisatie: "politie"}, {Naam: "Veilig Thuis Proef", Organisatie: "veilig_thuis"}, {OIN: "00000009999999990000", Naam: "ZVH Proef", Organisatie: "gemeente", Eigen: true}} {
		if err := h.Melding.SaveAfzender(t.Context(), h.Actor(t, proef.Regio, "beheerder"), a); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile("../extern/corv/testdata/melding.xml")
	if err != nil {
		t.Fatal(err)
	}
	goed := string(text)
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	stuur := func(text string) (int, string) {
		return noor.postBestand(t, "/meldingen/inlezen", nil, "bericht.xml", text)
	}
	for name, tt := range map[string]struct{ van, naar, want string }{
		"somebody else":      {"00000009999999990000", "00000001111111110000", "Dit bericht is voor de organisatie met OIN 00000001111111110000"},
		"Veilig Thuis":       {">ZVH<", ">VT<", "worden hier nooit ontvangen"},
		"an unknown sender":  {"Politie eenheid Voorbeeld", "Onbekende eenheid", "De afzender is hier niet bekend"},
		"a billion laughs":   {"?>", `?><!DOCTYPE x [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>`, "DTD"},
		"the schema":         {"<StUF:functie>meldingGeneriekDi01", "<StUF:functie>iets anders", "stuurgegevens/functie"},
		"a false BSN":        {"999990019", "999990018", "burgerservicenummer kan niet bestaan"},
		"tomorrow":           {"20261108224000</StUF", "20261110224000</StUF", "ligt in de toekomst"},
		"incident next year": {"20261108221500", "20271108221500", "De datum van een incident ligt in de toekomst"},
	} {
		if status, html := stuur(strings.Replace(goed, tt.van, tt.naar, 1)); status != 400 || !strings.Contains(html, tt.want) || strings.Contains(html, "Voorbeeldbos") {
			t.Errorf("%s: %d, want %q in %s", name, status, tt.want, inhoudVan(html))
		}
	}
	if _, html := noor.get(t, "/triage"); !strings.Contains(html, "Er wacht niets") {
		t.Error("something of a refused message was kept")
	}
	if status, html := stuur(goed); status != 200 || !strings.Contains(html, "M-2026-0001") {
		t.Fatalf("a good message gives %d: %s", status, inhoudVan(html))
	}
	if _, html := stuur(goed); !strings.Contains(html, "was al ontvangen") {
		t.Error("the same message twice")
	}
	if status, html := stuur(strings.NewReplacer("Politie eenheid Voorbeeld", "Veilig Thuis Proef", "BERICHT-2026-77", "VT-2026-1").Replace(goed)); status != 200 {
		t.Errorf("a transfer gives %d: %s", status, inhoudVan(html))
	}
	if _, html := noor.get(t, "/triage"); strings.Count(html, "via CORV") != 2 || strings.Count(html, "overdracht van Veilig Thuis") != 1 {
		t.Error("the triage does not show both, one of them as a transfer")
	}
	zonderKanarie(t, h, "Voorbeeldbos", "Kersenvoorbeeldlaan", "Buren hoorden", "999990019")
}

// A report of JZV comes in by the same page.
func TestJZVThroughThePages(t *testing.T) {
	h := newHuis(t)
	if err := h.Melding.SaveAfzender(t.Context(), h.Actor(t, proef.Regio, "beheerder"), melding.Afzender{OIN: "00000008888888880000", Naam: "Politie Proef", Organisatie: "politie"}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../extern/jzv/testdata/melding.json")
	if err != nil {
		t.Fatal(err)
	}
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	fout := strings.NewReplacer(`"ZVH"`, `"VT"`, "999990019", "999990018").Replace(string(text))
	status, html := noor.postBestand(t, "/meldingen/inlezen", nil, "melding.json", fout)
	if status != 400 || !strings.Contains(html, "worden hier nooit ontvangen") || !strings.Contains(html, "burgerservicenummer kan niet bestaan") {
		t.Errorf("a report for Veilig Thuis gives %d: %s", status, inhoudVan(html))
	}
	status, html = noor.postBestand(t, "/meldingen/inlezen", nil, "melding.json", string(text))
	if status != 200 {
		t.Fatalf("a good report gives %d: %s", status, inhoudVan(html))
	}
	_, html = noor.get(t, "/meldingen/"+meldingAdres.FindStringSubmatch(html)[1])
	moet(t, html, "Buren hoorden ruzie.", "Is er al hulp?", "Voorbeeldbos", "Politie Proef")
	zonderKanarie(t, h, "Voorbeeldbos", "Kersenvoorbeeldlaan", "Buren hoorden", "999990019")
}
