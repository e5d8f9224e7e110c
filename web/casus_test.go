// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"flag"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/inzage"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/toegang"
)

var schrijfDeuren = flag.Bool("update", false, "schrijf testdata/deuren.txt opnieuw")

// zaak is a case with a member of the police, one who has left, a goal, a knot, a file and an offer.
type zaak struct {
	dossier.Kop
	doel, knoop, spoor, uitgifte    string
	bijlage                         string
	melding, verzoek, overleg, punt string // with metAlles
	vraag                           string
}

func maakZaak(t *testing.T, h *huis) zaak {
	t.Helper()
	z := zaak{Kop: h.OpenCasus(t)}
	ctx, proces, fatima := t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), h.Actor(t, proef.Regio, "casusregisseur")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, wie := range []string{"agent", "reclassering"} {
		must(h.Deling.LaatToe(ctx, proces, z.ID, deling.Toelating{Gebruiker: wie, Functie: toegang.AlsDeelnemer, Doel: "aanpak van huiselijk geweld", Grondslag: "WGS",
			Noodzaak: "deze organisatie werkt al met het gezin"}))
	}
	st, err := h.Casus.Leg(ctx, fatima, z.ID, casus.Vastlegging{Soort: casus.Doel, Wijziging: domein.Wijziging{Velden: map[string]string{"tekst": "Rust in huis.", "leefgebied": "veiligheid"}}})
	must(err)
	k, err := h.Casus.BrengIn(ctx, h.Actor(t, proef.Regio, "agent"), z.ID, casus.Inbreng{Vraag: "Wat komt er eerst?", Standpunt: "Het verbod.", Partijen: []string{"procesregisseur"}})
	must(err)
	spoor, err := h.Deling.Deel(ctx, fatima, z.ID, deling.Verzoek{Wat: []string{casus.Doel + "/" + st.ID}, Categorie: deling.Veiligheid, Aan: "politie", Ontvanger: "agent",
		Doel: "aanpak van huiselijk geweld", Grondslag: "WGS", Noodzaak: "de agent gaat morgen langs"})
	must(err)
	plan, err := h.Casus.GeefUit(ctx, fatima, z.ID, casus.Uitgifte{Vorm: casus.Gezinsplan, Voor: z.mens(t, h), Wat: []string{casus.Doel + "/" + st.ID}, Noodzaak: "de moeder moet weten wie zij kan bellen"})
	must(err)
	must(h.Casus.BiedAan(ctx, fatima, z.ID, casus.Regie, "casusregisseur-2", "verlof"))
	h.Nu = h.Nu.Add(time.Minute)
	must(h.Deling.LaatUit(ctx, proces, z.ID, "reclassering"))
	h.Nu = h.Nu.Add(time.Second)
	z.doel, z.knoop, z.spoor, z.uitgifte, z.bijlage = st.ID, k.ID, spoor.ID, plan.ID, voegBij(t, h, z.ID, "Brief van school", "Kanariebrief: het kind is vaak moe.")
	return z
}

// mens gives the first person of the household.
func (z zaak) mens(t *testing.T, h *huis) string {
	t.Helper()
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID)
	if err != nil {
		t.Fatal(err)
	}
	return b.Van(casus.Betrokkene)[0].ID
}

// pad fills in the address of a route for this case, or for what hangs on it.
func (z zaak) pad(patroon string) string {
	id := z.ID
	for deel, x := range map[string]string{"/gedeeld/": z.spoor, "/meldingen/": z.melding, "/inzage/": z.verzoek, "/overleggen/": z.overleg, "/opvallend/": z.vraag, "/toezicht/opvallend/{id}": z.vraag} {
		if strings.HasPrefix(patroon, deel) {
			id = x
		}
	}
	return strings.NewReplacer("bijlagen/{stuk}", "bijlagen/"+z.bijlage, "{soort}", "doel", "{stuk}", z.doel, "{knoop}", z.knoop, "{gebruiker}", "niemand", "{taak}", "geen", "{uitgifte}", z.uitgifte, "{punt}", z.punt, "{uitkomst}", z.spoor,
		"{dossier}", z.ID, "{id}", id).Replace(patroon)
}

// deuren are the routes to what is personal.
func deuren() []route {
	w := &Web{}
	return slices.Concat(w.casusRoutes(), w.meldingRoutes(), w.inzageRoutes(), w.overlegRoutes(), w.instellingRoutes(), w.toezichtRoutes(), w.opvallendRoutes())
}

// metAlles adds a report of "agent", a request for an extract, a meeting at which the case comes to the table with "ggz" as guest, and a look of "agent" that he explained.
func (z *zaak) metAlles(t *testing.T, h *huis) {
	t.Helper()
	ctx, noor := t.Context(), h.Actor(t, proef.Regio, "procesregisseur")
	z.melding = h.Meld(t, "agent", map[string]string{"achternaam": "Proefmelding", "geboren": "1999-01-01"}).ID
	dag := termijn.At(h.Nu).Date()
	k, err := h.Inzage.Registreer(ctx, h.Actor(t, proef.Regio, "privacy"), inzage.Nieuw{Persoon: map[string]string{"achternaam": "Proefvraag", "geboren": "1970-01-01"}, Controle: inzage.Controles[0], Ontvangen: dag})
	if err != nil {
		t.Fatal(err)
	}
	o, err := h.Overleg.Roep(ctx, noor, overleg.Nieuw{Soort: "casusoverleg", Dag: dag.AddDays(1), Begin: "13:30", End: "15:00", Voorzitter: noor.ID})
	if err != nil {
		t.Fatal(err)
	}
	p, err := h.Overleg.Agendeer(ctx, noor, o.ID, overleg.NieuwPunt{Casus: z.ID, Vraag: "Wat doen wij eerst?", Gasten: []string{"ggz"}})
	if err != nil {
		t.Fatal(err)
	}
	z.verzoek, z.overleg, z.punt = k.ID, o.ID, p.ID
	blik := opvallendIn(t, h, *z)
	blik.aan()
	blik.kijk()
	blik.ronde(1, "a look")
	z.vraag = strings.TrimPrefix(blik.mijn(), "/opvallend/")
	blik.doe(blik.bram, blik.mijn(), url.Values{"antwoord": {toezicht.Antwoorden[0]}}, 200)
}

// Every route to what is personal has an expected answer for each role as a member, a former member and somebody who never was (ggz is a guest of the meeting): a new route
// without one fails here (S2).
func TestDoors(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	z.metAlles(t, h)
	who := []struct{ naam, id string }{{"procesregisseur, lid", "procesregisseur"}, {"casusregisseur, lid", "casusregisseur"}, {"deelnemer, lid", "agent"},
		{"deelnemer, oud-lid", "reclassering"}, {"deelnemer, nooit", "ggz"}, {"casusregisseur, nooit", "casusregisseur-2"}, {"ketenmanager", "ketenmanager"},
		{"burgemeester", "burgemeester"}, {"fg", "fg"}, {"privacyfunctionaris", "privacy"}, {"archivaris", "archivaris"}, {"beheerder", "beheerder"}}
	var got strings.Builder
	for _, x := range who {
		b := inloggen(t, h, proef.Regio, x.id)
		for _, r := range deuren() {
			method, path, _ := strings.Cut(r.Patroon, " ")
			ask := func(path string) int {
				if method == "GET" {
					status, _ := b.get(t, path)
					return status
				}
				status, _ := b.post(t, path, url.Values{"versie": {"0"}, "naar": {"gesloten"}})
				return status
			}
			fmt.Fprintf(&got, "%-24s %-58s %d\n", x.naam, r.Patroon, ask(z.pad(path)))
		}
	}
	const file = "testdata/deuren.txt"
	if *schrijfDeuren {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got.String() {
		a, b := strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")
		for i := range max(len(a), len(b)) {
			if i >= len(a) || i >= len(b) || a[i] != b[i] {
				t.Errorf("the doors differ from %s (run with -update after a review):\nwant %q\ngot  %q", file, slices.Concat(a, []string{""})[min(i, len(a))], slices.Concat(b, []string{""})[min(i, len(b))])
				break
			}
		}
	}
}

// For whoever left or never was in the circle, each page answers word for word as for an id that never existed.
func TestOutsideIsNowhere(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	z.metAlles(t, h)
	const none = "01a00000-0000-7000-8000-000000000000"
	for _, id := range []string{"reclassering", "veilig-thuis", "burgemeester", "beheerder"} {
		b := inloggen(t, h, proef.Regio, id)
		for _, r := range deuren() {
			method, path, _ := strings.Cut(r.Patroon, " ")
			if method != "GET" || !strings.Contains(path, "{") || strings.HasSuffix(path, "/nood") {
				continue
			}
			at := z.pad(path)
			status, html := b.get(t, at)
			nowhere := strings.NewReplacer(z.ID, none, z.knoop, none, z.spoor, none, z.uitgifte, none, z.melding, none, z.verzoek, none, z.overleg, none, z.vraag, none).Replace(at)
			nStatus, nHTML := b.get(t, nowhere)
			if status != nStatus || strings.NewReplacer(z.ID, "", z.knoop, "", z.spoor, "", z.uitgifte, "", z.melding, "", z.verzoek, "", z.overleg, "", z.vraag, "").Replace(html) != strings.ReplaceAll(nHTML, none, "") || status < 400 {
				t.Errorf("%s as %s: %d, of one that never was %d", r.Patroon, id, status, nStatus)
			}
		}
	}
}

// S1 through the pages: three parts are missing and named at once, nothing goes out, an override is refused, and a whole sharing arrives.
func TestShareThroughThePages(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	fatima, zeynep := inloggen(t, h, proef.Regio, "casusregisseur"), inloggen(t, h, proef.Regio, "ggz")
	form := url.Values{"wat": {casus.Doel + "/" + z.doel}, "categorie": {"medisch"}, "aan": {"school"}, "ontvanger": {"school"}}
	status, html := fatima.post(t, "/casussen/"+z.ID+"/delen", form)
	for _, want := range []string{"Kies waarvoor u dit deelt.", "Er is geen grondslag", "Wel mag: een veiligheidsafspraak zonder inhoud", "Schrijf waarom dit nodig is"} {
		if status != 400 || !strings.Contains(html, want) {
			t.Errorf("status %d, %q is not said", status, want)
		}
	}
	form.Set("override", "true")
	if status, _ := fatima.post(t, "/casussen/"+z.ID+"/delen", form); status != 403 {
		t.Errorf("an override gives %d", status)
	}
	form = url.Values{"wat": {casus.Doel + "/" + z.doel}, "categorie": {"zorg"}, "aan": {"ggz"}, "ontvanger": {"ggz"}, "doel": {"behandeling van een betrokkene"}, "grondslag": {"TOESTEMMING"},
		"noodzaak": {"de behandelaar werkt aan hetzelfde doel"}}
	if status, _ := fatima.post(t, "/casussen/"+z.ID+"/delen", form); status != 200 {
		t.Fatalf("a whole sharing gives %d", status)
	}
	if _, html := zeynep.get(t, "/gedeeld"); !strings.Contains(html, "behandeling van een betrokkene") {
		t.Error("the receiver does not see it")
	}
}

// S5 through the pages: two people change the same field of a goal; the second sees both values and chooses.
func TestClashThroughThePages(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	at := "/casussen/" + z.ID + "/stukken/doel/" + z.doel
	save := func(who, risico string) (int, string) {
		return inloggen(t, h, proef.Regio, who).post(t, at, url.Values{"versie": {"1"}, "oud.tekst": {"Rust in huis."}, "tekst": {"Rust in huis."}, "oud.leefgebied": {"veiligheid"},
			"leefgebied": {"veiligheid"}, "oud.risico": {""}, "risico": {risico}})
	}
	if status, _ := save("casusregisseur", "hoog"); status != 200 {
		t.Fatalf("the first save gives %d", status)
	}
	if status, html := save("agent", "midden"); status != 409 || !strings.Contains(html, "hoog") || !strings.Contains(html, "midden") {
		t.Errorf("the second save gives %d", status)
	}
}

// A knot is cut through the pages by whoever holds it, and no word about a person stands in the clear afterwards, in the files, the addresses or the titles.
func TestKnotAndCanaries(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	b := inloggen(t, h, proef.Regio, "casusregisseur")
	if _, html := b.get(t, "/knopen"); !strings.Contains(html, "Knoop in "+z.Codenaam) {
		t.Error("the holder does not see his knot")
	}
	at := "/knopen/" + z.ID + "/" + z.knoop
	if status, html := b.post(t, at+"/besluit", url.Values{"besluit": {"Eerst het verbod."}}); status != 400 || !strings.Contains(html, "Schrijf waarom") {
		t.Errorf("without motivation: %d", status)
	}
	if status, _ := b.post(t, at+"/besluit", url.Values{"besluit": {"Eerst het verbod."}, "motivering": {"De veiligheid van de kinderen gaat voor."}}); status != 200 {
		t.Errorf("with motivation: %d", status)
	}
	b.post(t, "/casussen/zoeken", url.Values{"zoek": {"Proefyilmaz 2009"}})
	if strings.Contains(b.waar.String(), "Proefyilmaz") {
		t.Errorf("a name stands in the address %s", b.waar)
	}
	_, html := b.get(t, "/casussen/"+z.ID)
	if title, _, _ := strings.Cut(html, "</title>"); strings.Contains(title, "Proefyilmaz") || !strings.Contains(html, "Proefyilmaz") {
		t.Error("the name stands in the title, or not on the page")
	}
	zonderKanarie(t, h, "Proefyilmaz", "proefyilmaz", "Aylin", "999990019", "Kersenproefstraat", "Schuilproefweg", "Eerst het verbod")
}

// S7: a household has one plan. A second case about somebody who has one, known by BSN or by name and day of birth, is refused with the one that there is, and opened with a reason.
func TestOnePlanForAHousehold(t *testing.T) {
	h := newHuis(t)
	k := h.OpenCasus(t)
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	form := url.Values{"aanleiding": {"Nieuwe zorgen."}, "doel": {"aanpak van huiselijk geweld"}, "casusregisseur": {"casusregisseur"}, "mag": {"de volgorde"}, "achternaam": {"Anders"}, "bsn": {"999990019"}}
	status, html := noor.post(t, "/casussen", form)
	if status != 400 || !strings.Contains(html, "loopt al een casus: "+k.Codenaam) || strings.Contains(html, "Proefyilmaz") {
		t.Errorf("a second case gives %d: %s", status, inhoudVan(html))
	}
	form.Set("tweede", "het gaat om een heel ander gezin van vader")
	if status, _ := noor.post(t, "/casussen", form); status != 200 {
		t.Errorf("with a reason it gives %d", status)
	}
	form = url.Values{"aanleiding": {"Nieuwe zorgen."}, "doel": {"aanpak van huiselijk geweld"}, "casusregisseur": {"casusregisseur"}, "mag": {"de volgorde"}, "achternaam": {"Proefyilmaz"}}
	if status, _ := noor.post(t, "/casussen", form); status != 200 {
		t.Errorf("a name alone is nobody: %d", status)
	}
}

// S7: the regisseur who adds a person who is in another case hears that it exists and who leads it, and nothing else of it.
func TestPersonInAnotherCase(t *testing.T) {
	h := newHuis(t)
	een, ander := h.OpenCasus(t), maakZaak(t, h)
	fatima := inloggen(t, h, proef.Regio, "casusregisseur")
	at := "/casussen/" + ander.ID + "/stukken/betrokkene/nieuw"
	_, html := fatima.post(t, at, url.Values{"voornamen": {"Deniz"}, "achternaam": {"Proefyilmaz"}, "bsn": {"999990019"}})
	moet(t, html, "Let op: deze persoon zit ook in "+een.Codenaam)
	if strings.Contains(html, een.ID) {
		t.Error("the page leads to the other case")
	}
	if _, html := inloggen(t, h, proef.Regio, "agent").post(t, at, url.Values{"voornamen": {"Deniz"}, "achternaam": {"Proefyilmaz"}, "bsn": {"999990019"}}); strings.Contains(html, "Let op: deze persoon") {
		t.Error("a participant asks whether somebody is known by adding him")
	}
	if _, html := fatima.post(t, at, url.Values{"voornamen": {"Nieuw"}, "achternaam": {"Proefmens"}}); strings.Contains(html, "Let op: deze persoon") {
		t.Error("somebody who is in no other case is said to be")
	}
}
