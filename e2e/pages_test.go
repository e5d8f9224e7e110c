// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package e2e

// page is one state of one page: empty, filled, with errors, with a dialog open. Each gets a line of its own in pages.
type page struct {
	Name   string // of the test and the screenshot: "signalen-leeg"
	Path   string // "/signalen?stand=nieuw"
	User   string // "controller/id" of a demo user; empty: without login
	Status int    // expected of Path; 0 is 200
	NoJS   bool   // opened without JavaScript
	Steps  []step // what brings the page into the state
	Sheets int    // sheets of A4 that it takes on paper; 0: as many as it needs
}

// The users of the pages: one for each sort of work.
const (
	adviseur     = "voorbeeldstad/adviseur-oov"
	sociaal      = "voorbeeldstad/adviseur-sociaal"
	burgemeester = "voorbeeldstad/burgemeester"
	raadslid     = "voorbeeldstad/raadslid"
	fg           = "voorbeeldstad/fg"
	beheerder    = "voorbeeldstad/beheerder"
	rotterdam    = "rotterdam/adviseur-oov"
	fatima       = "zvh-voorbeeldregio/casusregisseur"
	noor         = "zvh-voorbeeldregio/procesregisseur"
	vera         = "zvh-voorbeeldregio/veilig-thuis"
	privacy      = "zvh-voorbeeldregio/privacy"
)

// Selectors of what the steps act on. verstuur is the button of the first form in the content.
const (
	verstuur = "main form button[type=submit]"
	eerste   = "main a.lijst__titel"
	gezin    = "main tbody tr:last-child a" // the case that the guide walks through
	concept  = `main a.lijst__titel:has-text("2027-2030")`
)

func klik(selectors ...string) []step {
	steps := make([]step, len(selectors))
	for i, s := range selectors {
		steps[i] = step{Click: s}
	}
	return steps
}

// proefbestand has a row that is new and one that is refused.
const proefbestand = "code;periode;maat;waarde;waardeattribuut;bron\nBU99900401;2012MM12;woninginbraak;3;;VBS-REG\nBU99909999;2012MM12;woninginbraak;3;;VBS-REG\n"

// vraagPartner asks a partner about the newest signal; the page with the link follows.
var vraagPartner = []step{
	{Click: eerste}, {Click: `summary:has-text("Stel een vraag")`}, {Fill: "main [name=aan]", Text: "Corporatie Voorbeeld"}, {Fill: "main [name=vraag]", Text: "Ziet u dit ook?"},
	{Click: `main form[action$="/vraag"] button[type=submit]`},
}

// pages are all states that must pass.
var pages = []page{
	{Name: "begin", Path: "/"},
	{Name: "begin-zonder-script", Path: "/", NoJS: true},
	{Name: "vandaag", Path: "/vandaag", User: adviseur},
	{Name: "vandaag-leeg", Path: "/vandaag", User: beheerder},
	{Name: "toetsen", Path: "/vandaag", User: adviseur, Steps: []step{{Press: "?"}}},
	{Name: "zoek-leeg", Path: "/zoek", User: adviseur},
	{Name: "zoek", Path: "/zoek?q=kersen", User: adviseur},
	{Name: "zoek-niets", Path: "/zoek?q=qqqq", User: adviseur},
	{Name: "kaart", Path: "/kaart", User: adviseur},
	{Name: "kaart-rotterdam", Path: "/kaart", User: rotterdam},
	{Name: "kaart-zonder-script", Path: "/kaart", User: rotterdam, NoJS: true},
	{Name: "kaart-politie", Path: "/kaart?soort=drugshandel", User: adviseur},
	{Name: "kaart-fout", Path: "/kaart?soort=bestaat-niet", User: adviseur, Status: 404},
	{Name: "gebieden", Path: "/gebieden", User: adviseur},
	{Name: "gebied", Path: "/gebieden/BU99900401", User: adviseur},
	{Name: "gebied-leeg", Path: "/gebieden/BU05990999", User: rotterdam, Status: 404},
	{Name: "gebied-rotterdam", Path: "/gebieden/WK059901", User: rotterdam},
	{Name: "signalen", Path: "/signalen", User: adviseur},
	{Name: "signalen-rotterdam", Path: "/signalen", User: rotterdam},
	{Name: "signalen-politie", Path: "/signalen?groep=politie", User: adviseur},
	{Name: "signaal", Path: "/signalen", User: adviseur, Steps: klik(eerste)},
	{Name: "signaal-fout", Path: "/signalen", User: adviseur, Steps: klik(eerste, `main form[action$="/stap"] button[type=submit]`)},
	{Name: "signaal-zonder-script", Path: "/signalen", User: adviseur, NoJS: true, Steps: klik(eerste)},
	{Name: "uitleg", Path: "/uitleg/signalen", User: adviseur},
	{Name: "partner-onbekend", Path: "/partner/bestaat-niet", Status: 404},
	{Name: "plannen", Path: "/plannen", User: adviseur},
	{Name: "plannen-raadslid", Path: "/plannen", User: raadslid},
	{Name: "plannen-rotterdam", Path: "/plannen", User: rotterdam},
	{Name: "plan-nieuw", Path: "/plannen/nieuw?soort=ivp", User: adviseur},
	{Name: "plan-nieuw-fout", Path: "/plannen/nieuw?soort=ivp", User: adviseur, Steps: klik(verstuur)},
	{Name: "plan", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`)},
	{Name: "doel", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`, `main a[href^="/doelen/"]`)},
	{Name: "actie", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`, `main a[href^="/acties/"]`)},
	{Name: "indicator", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`, `main a[href^="/doelen/"]`, `main a[href^="/indicatoren/"]`)},
	{Name: "verband-nieuw", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`, `main a[href^="/doelen/"]`, `main a[href^="/verbanden/nieuw"]`)},
	{Name: "verband-fout", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`, `main a[href^="/doelen/"]`, `main a[href^="/verbanden/nieuw"]`, verstuur)},
	{Name: "import", Path: "/import", User: adviseur},
	{Name: "import-fout", Path: "/import", User: adviseur, Steps: klik(verstuur)},
	{Name: "import-proef", Path: "/import", User: adviseur, Steps: []step{{Upload: "input[type=file]", Text: proefbestand}, {Click: verstuur}}},
	{Name: "import-geweigerd", Path: "/import", User: adviseur, Steps: []step{{Upload: "input[type=file]", Text: "a;b\n1;2\n"}, {Click: verstuur}}},
	{Name: "signaal-link", Path: "/signalen", User: adviseur, Steps: vraagPartner},
	{Name: "partner", Path: "/signalen", User: adviseur, Steps: append(vraagPartner[:len(vraagPartner):len(vraagPartner)], step{Follow: "#link"})},
	{Name: "bronnen", Path: "/bronnen", User: adviseur},
	{Name: "bron", Path: "/bronnen/VBS-VT", User: sociaal},
	{Name: "rapportages", Path: "/rapportages", User: burgemeester},
	{Name: "rapportages-raadslid", Path: "/rapportages", User: raadslid},
	{Name: "rapportage", Path: "/rapportages", User: adviseur, Steps: klik(`main a[href^="/rapportages/0"]`)},
	{Name: "raad", Path: "/raad"},
	{Name: "raad-gemeente", Path: "/raad/voorbeeldstad"},
	{Name: "raad-gemeente-onbekend", Path: "/raad/atlantis", Status: 404},
	{Name: "raad-rapportage", Path: "/raad/voorbeeldstad", Steps: klik(`main a[href^="/raad/voorbeeldstad/"]`)},
	{Name: "toegankelijkheid", Path: "/toegankelijkheid"},
	{Name: "journaal", Path: "/journaal", User: fg},
	{Name: "journaal-mag-niet", Path: "/journaal", User: adviseur, Status: 403},
	{Name: "signalen-leeg", Path: "/signalen?soort=bedreiging", User: adviseur},
	{Name: "plan-concept", Path: "/plannen", User: adviseur, Steps: klik(concept)},
	{Name: "doel-nieuw", Path: "/plannen", User: adviseur, Steps: klik(concept, `main a[href*="/doelen/nieuw"]`)},
	{Name: "doel-nieuw-fout", Path: "/plannen", User: adviseur, Steps: klik(concept, `main a[href*="/doelen/nieuw"]`, verstuur)},
	{Name: "prioriteit-nieuw", Path: "/plannen", User: adviseur, Steps: klik(concept, `main a[href*="/prioriteiten/nieuw"]`)},
	{Name: "actie-voortgang", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`, `main a[href^="/acties/"]`, `main a[href$="/voortgang"]`)},
	{Name: "verband", Path: "/plannen", User: adviseur, Steps: klik(`main a[href^="/plannen/0"]`, `main a[href^="/doelen/"]`, `main a[href^="/verbanden/0"]`)},
	{Name: "import-verslag", Path: "/import", User: adviseur, Steps: klik(`main a[href^="/import/"]`)},
	{Name: "bron-nieuw", Path: "/bronnen/nieuw", User: adviseur},
	{Name: "bron-nieuw-fout", Path: "/bronnen/nieuw", User: adviseur, Steps: klik(verstuur)},
	{Name: "rapportage-nieuw", Path: "/rapportages/nieuw", User: adviseur},
	{Name: "rapportage-minimum", Path: "/rapportages/minimum", User: beheerder},
	{Name: "werk", Path: "/werk", User: fatima},
	{Name: "werk-leeg", Path: "/werk", User: "zvh-voorbeeldregio/archivaris"},
	{Name: "casussen", Path: "/casussen", User: fatima},
	{Name: "casussen-leeg", Path: "/casussen", User: "zvh-voorbeeldregio/ggz"},
	{Name: "casussen-zoek-niets", Path: "/casussen", User: fatima, Steps: []step{{Fill: "#zoek-casus", Text: "Niemand 1901"}, {Click: verstuur}}},
	{Name: "casus-nieuw", Path: "/casussen/nieuw", User: noor},
	{Name: "casus-nieuw-fout", Path: "/casussen/nieuw", User: noor, Steps: klik(verstuur)},
	{Name: "casus", Path: "/casussen", User: fatima, Steps: klik(gezin)},
	{Name: "casus-zonder-script", Path: "/casussen", User: fatima, NoJS: true, Steps: klik(gezin)},
	{Name: "casus-deelnemer", Path: "/casussen", User: vera, Steps: klik(gezin)},
	{Name: "casus-stap-fout", Path: "/casussen", User: fatima, Steps: klik(gezin, `main form[action$="/stand"] button`)},
	{Name: "casus-doel", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href*="/stukken/doel/0"]`)},
	{Name: "casus-informatie-fout", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/stukken/informatie/nieuw"]`, verstuur)},
	{Name: "casus-persoon", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href*="/stukken/betrokkene/0"]`)},
	{Name: "casus-kring", Path: "/casussen", User: noor, Steps: klik(gezin, `main a[href$="/kring"]:visible`)},
	{Name: "casus-kring-fout", Path: "/casussen", User: noor, Steps: klik(gezin, `main a[href$="/kring"]:visible`, `main form[action$="/kring"] button`)},
	{Name: "casus-delen", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/delen"]`)},
	{Name: "casus-delen-fout", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/delen"]`, verstuur)},
	{Name: "casus-bijlage-nieuw", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/bijlagen/nieuw"]`)},
	{Name: "casus-bijlage-fout", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/bijlagen/nieuw"]`, verstuur)},
	{Name: "toezicht-fg", Path: "/toezicht", User: "zvh-voorbeeldregio/fg"},
	{Name: "instellingen", Path: "/instellingen", User: fatima},
	{Name: "instellingen-fout", Path: "/instellingen", User: fatima, Steps: klik(`main form[action$="/afwezig"] button`)},
	{Name: "casus-termijn-fout", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/stukken/termijn/nieuw"]`, verstuur)},
	{Name: "overleggen", Path: "/overleggen", User: noor},
	{Name: "overleggen-leeg", Path: "/overleggen", User: "zvh-voorbeeldregio/burgemeester"},
	{Name: "overleg", Path: "/overleggen", User: noor, Steps: klik(eerste)},
	{Name: "overleg-gast", Path: "/overleggen", User: "zvh-voorbeeldregio/ggz", Steps: klik(eerste)},
	{Name: "overleg-lijst", Path: "/overleggen", User: vera, Steps: klik(eerste, `main a[href$="/lijst"]`)},
	{Name: "overleg-uitkomst", Path: "/overleggen", User: noor, Steps: klik(eerste, `main a[href$="/uitkomst"]`)},
	{Name: "overleg-uitkomst-fout", Path: "/overleggen", User: noor, Steps: klik(eerste, `main a[href$="/uitkomst"]`, verstuur)},
	{Name: "overleg-nieuw-fout", Path: "/overleggen/nieuw", User: noor, Steps: klik(verstuur)},
	{Name: "overleg-punt-fout", Path: "/overleggen", User: noor, Steps: klik(eerste, `main a[href$="/punten/nieuw"]`, verstuur)},
	{Name: "casus-gezinsplan", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/gezinsplan"]`)},
	{Name: "casus-gezinsplan-fout", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/gezinsplan"]`, verstuur)},
	{Name: "casus-gezinsplan-blad", Path: "/casussen", User: fatima, Sheets: 1,
		Steps: []step{{Click: gezin}, {Click: `main a[href$="/gezinsplan"]`}, {Choose: "main [name=voor]", Text: "Mirte Voorbeeldsen"}, {Click: verstuur}}},
	{Name: "casus-afdruk", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/afdruk"]`)},
	{Name: "casus-overdragen", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/overdragen"]`)},
	{Name: "casus-nood", Path: "/casussen/01a00000-0000-7000-8000-000000000000/nood", User: vera},
	{Name: "casus-onbekend", Path: "/casussen/01a00000-0000-7000-8000-000000000000", User: fatima, Status: 404},
	{Name: "knopen", Path: "/knopen", User: fatima},
	{Name: "knopen-leeg", Path: "/knopen", User: "zvh-voorbeeldregio/burgemeester"},
	{Name: "knoop", Path: "/knopen", User: fatima, Steps: klik(eerste)},
	{Name: "knoop-fout", Path: "/knopen", User: fatima, Steps: klik(eerste, verstuur)},
	{Name: "knoop-nieuw", Path: "/casussen", User: fatima, Steps: klik(gezin, `main a[href$="/knopen/nieuw"]`)},
	{Name: "meldingen", Path: "/meldingen", User: noor},
	{Name: "meldingen-leeg", Path: "/meldingen", User: fatima},
	{Name: "melding-nieuw", Path: "/meldingen/nieuw", User: vera},
	{Name: "melding-nieuw-fout", Path: "/meldingen/nieuw", User: vera, Steps: klik(verstuur)},
	{Name: "melding-gezocht", Path: "/meldingen/nieuw", User: vera, Steps: []step{{Fill: "main [name=achternaam]", Text: "Voorbeeldjanssen"}, {Click: verstuur}}},
	{Name: "melding-fout", Path: "/meldingen/nieuw", User: vera, Steps: []step{{Fill: "main [name=achternaam]", Text: "Voorbeeldjanssen"}, {Click: verstuur}, {Click: verstuur}}},
	{Name: "meldingen-inlezen", Path: "/meldingen/inlezen", User: noor},
	{Name: "triage", Path: "/triage", User: noor},
	{Name: "bekend", Path: "/bekend", User: "zvh-voorbeeldregio/agent"},
	{Name: "melding", Path: "/meldingen", User: noor, Steps: klik(eerste)},
	{Name: "melding-weging-fout", Path: "/meldingen", User: noor, Steps: klik(eerste, `main form[action$="/wegen"] button`)},
	{Name: "melding-eigen", Path: "/meldingen", User: vera, Steps: klik(eerste)},
	{Name: "gedeeld-leeg", Path: "/gedeeld", User: vera},
	{Name: "opvallend", Path: "/toezicht/opvallend", User: privacy},
	{Name: "opvallend-fg", Path: "/toezicht/opvallend", User: "zvh-voorbeeldregio/fg"},
	{Name: "opvallend-weging", Path: "/toezicht/opvallend", User: privacy, Steps: klik(eerste)},
	{Name: "opvallend-weging-fout", Path: "/toezicht/opvallend", User: privacy, Steps: klik(eerste, verstuur)},
	{Name: "opvallend-uitleg", Path: "/werk", User: fatima, Steps: klik(`main a[href^="/opvallend/"]`)},
	{Name: "opvallend-uitleg-fout", Path: "/werk", User: fatima, Steps: klik(`main a[href^="/opvallend/"]`, verstuur)},
	{Name: "uitleg-opvallend", Path: "/uitleg/opvallend", User: fatima},
	{Name: "toezicht-leeg", Path: "/toezicht", User: privacy},
	{Name: "vernietiging-leeg", Path: "/vernietiging", User: privacy},
	{Name: "vernietiging-archivaris", Path: "/vernietiging", User: "zvh-voorbeeldregio/archivaris"},
	{Name: "inzage", Path: "/inzage", User: privacy},
	{Name: "inzage-nieuw", Path: "/inzage/nieuw", User: privacy},
	{Name: "inzage-nieuw-fout", Path: "/inzage/nieuw", User: privacy, Steps: klik(verstuur)},
	{Name: "inzage-fg", Path: "/inzage", User: "zvh-voorbeeldregio/fg"},
	{Name: "inzage-niet-voor-deelnemer", Path: "/inzage", User: vera, Status: 403},
	{Name: "uitleg-delen", Path: "/uitleg/delen"},
	{Name: "niet-gevonden", Path: "/bestaat-niet", User: adviseur, Status: 404},
}

// walk is a task that is done with the keyboard alone, in walks/<Name>.mjs: export default async function (page, base, keys).
type walk struct {
	Name    string
	User    string // as of page
	NeedsJS bool   // the task is about what only the script does
}

// walks are all tasks.
var walks = []walk{
	{Name: "zoeken", User: adviseur, NeedsJS: true},
	{Name: "zoekresultaat", User: adviseur},
	{Name: "kaart", User: rotterdam, NeedsJS: true},
	{Name: "signaal", User: adviseur},
	{Name: "bulk", User: adviseur},
	{Name: "doel", User: adviseur},
	{Name: "plan", User: adviseur},
	{Name: "import", User: adviseur},
	{Name: "raad"},
	{Name: "journaal", User: fg},
	{Name: "knoop", User: fatima},
	{Name: "casus", User: fatima},
	{Name: "delen", User: fatima},
	{Name: "koppelen", User: noor},
	{Name: "termijn", User: fatima},
	{Name: "concept", User: fatima, NeedsJS: true},
	{Name: "wekken", User: fatima, NeedsJS: true}, // once: afterwards the case is taken up
	{Name: "gids", User: fatima, NeedsJS: true},   // once: afterwards the case is a new one no more
}

// readmePage is the page on the picture in the README.
var readmePage = page{Path: "/kaart", User: adviseur}
