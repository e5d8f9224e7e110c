// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/rapportage"
	"dwarsverband/toegang"
)

var isSignaal = regexp.MustCompile(`href="/signalen/([0-9a-f-]{36})"`)

// csvTabel reads the table of a report out of its file: by area ("" for the total) and kind ("samen" for the total).
func csvTabel(t *testing.T, text string) map[[2]string]string {
	t.Helper()
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cells := map[[2]string]string{}
	for _, row := range rows {
		if row[0] == "tabel" {
			cells[[2]string{row[3], row[2]}] = row[8]
		}
	}
	return cells
}

// Scenario S23 as the public gets it: the two small counts are hidden in page and file, with others that keep them so, and the page says why.
func TestS23OnTheCouncilPage(t *testing.T) {
	r := newRaadhuis(t, [3][3]int{{3, 12, 9}, {14, 2, 11}, {20, 17, 8}})
	id := r.rapport("2026KW01", "")
	_, page, file := r.openbaar(id)
	cells := csvTabel(t, file)
	if cells[[2]string{"WK999101", "soort-a"}] != "x" || cells[[2]string{"WK999102", "soort-b"}] != "x" {
		t.Errorf("a small count is in the file: %v", cells)
	}
	hidden := 0
	for _, v := range cells {
		if v == "x" {
			hidden++
		}
	}
	if hidden < 4 || len(cells) != 16 {
		t.Errorf("%d of %d cells are hidden", hidden, len(cells))
	}
	if n := strings.Count(page, `<span aria-hidden="true">x</span><span class="verborgen">afgeschermd</span>`); n != hidden {
		t.Errorf("the page hides %d cells, the file %d", n, hidden)
	}
	moet(t, page, "Waarom staat er soms een x?", "Tabel 1.", "collegebesluit 2026-B-7 van 3 november 2026", "Lotte Vermeer, wethouder", "verzonnen", "sociaal domein", "Het gaat beter.", `lang="nl"`)
	magNiet(t, page, "Hoofdmenu", "role=\"search\"")
}

// What is hidden is nowhere in the bytes that leave the house: not in the table, the chart, a title, the words for a screen reader or the file.
func TestHiddenFiguresLeaveNoTrace(t *testing.T) {
	r := newRaadhuis(t, [3][3]int{{3, 7113, 9119}, {8117, 2, 6131}, {5147, 4153, 3163}})
	id := r.rapport("2026KW01", "")
	list, page, file := r.openbaar(id)
	cells := csvTabel(t, file)
	kinds := append([]string{"samen"}, geteld...)
	waar := map[[2]string]int{}
	for i, row := range [3][3]int{{3, 7113, 9119}, {8117, 2, 6131}, {5147, 4153, 3163}} {
		for j, n := range row {
			area := fmt.Sprintf("WK99910%d", i+1)
			for _, at := range [][2]string{{area, geteld[j]}, {area, "samen"}, {"", geteld[j]}, {"", "samen"}} {
				waar[at] += n
			}
		}
	}
	checked := 0
	for _, area := range []string{"WK999101", "WK999102", "WK999103", ""} {
		for _, kind := range kinds {
			n := waar[[2]string{area, kind}]
			if cells[[2]string{area, kind}] != "x" {
				continue
			}
			checked++
			for _, text := range []string{fmt.Sprint(n), fmt.Sprintf("%d.%03d", n/1000, n%1000)} {
				if n < 100 {
					continue // too short to look for; its cell was looked at
				}
				for naam, bytes := range map[string]string{"list": list, "page": page, "file": file} {
					if strings.Contains(bytes, text) {
						t.Errorf("%s %s is hidden, and %s is in the %s", area, kind, text, naam)
					}
				}
			}
		}
	}
	if checked < 4 {
		t.Errorf("only %d cells are hidden: %v", checked, cells)
	}
	if cells[[2]string{"WK999103", "soort-c"}] != "3163" {
		t.Errorf("a figure that needs no hiding is %q", cells[[2]string{"WK999103", "soort-c"}])
	}
	frozen, err := r.Store.Uitgaven(t.Context(), r.grant(t))
	if err != nil || len(frozen) != 1 {
		t.Fatalf("%d editions, %v", len(frozen), err)
	}
	text, err := json.Marshal(frozen[0])
	if err != nil {
		t.Fatal(err)
	}
	for at, v := range cells {
		if n := waar[at]; v == "x" && n >= 100 && strings.Contains(string(text), fmt.Sprint(n)) {
			t.Errorf("%v is hidden, and %d is kept in what was frozen", at, n)
		}
	}
}

// grant lets a test look at what was frozen.
func (r raadhuis) grant(t *testing.T) toegang.Grant {
	t.Helper()
	wie := r.Wie[proef.Eigen][toegang.Wethouder]
	g, err := r.Kader.MagLijst(wie, toegang.RapportageLezen, toegang.Middel{Soort: "rapportage", Verantwoordelijke: proef.Eigen})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Quarters, a year over them, and editions with revised figures: no hidden cell becomes visible, and no cell of one table can be had from another.
func TestQuartersYearAndEditions(t *testing.T) {
	r := newRaadhuis(t, [3][3]int{{3, 12, 9}, {14, 2, 11}, {20, 17, 8}})
	r.tel("2026KW02", [3][3]int{{6, 22, 19}, {24, 12, 21}, {30, 27, 18}})
	first := r.rapport("2026KW01", "")
	_, _, file := r.openbaar(first)
	before := csvTabel(t, file)
	half := r.rapport("2026KW01-2026KW02", "")
	_, page, file := r.openbaar(half)
	moet(t, page, "soort-a, 1e kwartaal 2026", "soort-a, 2e kwartaal 2026")
	if strings.Contains(file, "eerste halfjaar 2026") {
		t.Error("there is a figure over the half year, from which a quarter can be subtracted")
	}
	r.tel("2026KW01", [3][3]int{{3, 12, 9}, {14, 2, 11}, {25, 17, 8}})
	second := r.editie(first)
	_, _, file = r.openbaar(second)
	after := csvTabel(t, file)
	for at, v := range before {
		if v == "x" && after[at] != "x" {
			t.Errorf("%v was hidden and is %s in edition 2", at, after[at])
		}
	}
	if after[[2]string{"WK999103", "soort-a"}] != "25" {
		t.Errorf("the revised figure is %q", after[[2]string{"WK999103", "soort-a"}])
	}
	r.tel("2026KW01", [3][3]int{{7, 12, 9}, {14, 2, 11}, {25, 17, 8}}) // one that is hidden
	third := r.editie(second)
	_, page, file = r.openbaar(third)
	if now := csvTabel(t, file); fmt.Sprint(now) != fmt.Sprint(with(after, now)) {
		t.Errorf("edition 3 shows %v after %v", now, after)
	}
	moet(t, page, "zoals ze eerder zijn gepubliceerd", "<dt>Editie</dt><dd>3</dd>")
	_, old, _ := r.openbaar(first)
	moet(t, old, "Vervangen door editie 3", "/raad/eigenstad/"+third)
}

// with gives the cells of after; the remark that edition 3 adds has no area and no kind.
func with(after, now map[[2]string]string) map[[2]string]string {
	out := map[[2]string]string{}
	for at := range now {
		out[at] = after[at]
	}
	return out
}

// Before its minute a report answers, byte for byte, as one that nobody ever made; to a member of the raad too.
func TestEmbargoToTheMinute(t *testing.T) {
	r := newRaadhuis(t, [3][3]int{{30, 12, 9}, {14, 20, 11}, {20, 17, 80}})
	r.Nu = proef.Middag
	id := r.rapport("2026KW01", "2026-11-09 14:30")
	nobody, raad := zonderLogin(t, r.huis), inloggen(t, r.huis, proef.Eigen, "raadslid")
	none := "01a00000-0000-7000-8000-000000000000"
	moment := time.Date(2026, 11, 9, 13, 30, 0, 0, time.UTC) // 14.30 in Amsterdam
	for _, at := range []time.Time{proef.Middag, moment.Add(-time.Second)} {
		r.Nu = at
		for _, path := range []string{"/raad/eigenstad/%s", "/raad/eigenstad/%s/tabel.csv"} {
			for _, b := range []*bezoeker{nobody, raad} {
				status, body := b.get(t, fmt.Sprintf(path, id))
				noStatus, noBody := b.get(t, fmt.Sprintf(path, none))
				if status != http.StatusNotFound || noStatus != status || body != noBody {
					t.Errorf("%s at %v: %d, and %d for one that nobody made", path, at, status, noStatus)
				}
			}
		}
		zelfde404(t, raad, "/rapportages/"+id, "/rapportages/"+none)
		_, list := nobody.get(t, "/raad/eigenstad")
		moet(t, list, "heeft nog geen rapportage vrijgegeven")
		magNiet(t, list, id, "Samen leven")
		_, list = raad.get(t, "/rapportages")
		magNiet(t, list, id, "Samen leven")
	}
	r.Nu = moment
	list, page, file := r.openbaar(id)
	moet(t, list, id, "Samen leven, 1e kwartaal 2026", "openbaar sinds 9 november 2026, 14.30 uur")
	moet(t, page, "9 november 2026, 14.30 uur")
	moet(t, file, "soort-a")
	if status, _ := raad.get(t, "/rapportages/"+id); status != http.StatusOK {
		t.Errorf("the raad gets %d", status)
	}
	if status, _ := nobody.get(t, "/raad/anderstad/"+id); status != http.StatusNotFound {
		t.Errorf("another municipality shows it: %d", status)
	}
}

// Each of the people does his own part; nobody else can.
func TestWhoDoesWhatWithReports(t *testing.T) {
	r := newRaadhuis(t, [3][3]int{{30, 12, 9}, {14, 20, 11}, {20, 17, 80}})
	zorg := inloggen(t, r.huis, proef.Eigen, "adviseur-sociaal")
	status, html := zorg.post(t, "/rapportages", url.Values{"plan": {""}, "tijdvak": {"morgen"}})
	if status != http.StatusBadRequest {
		t.Errorf("status %d", status)
	}
	moet(t, html, `role="alert"`, `href="#plan"`, `aria-invalid="true"`)
	_, html = zorg.post(t, "/rapportages", url.Values{"plan": {r.plan}, "tijdvak": {"2026KW01"}})
	moet(t, html, "De rapportage is gemaakt", "Zo ziet de raad het", "Bij 1 van de 1 doelen", "Tekst wijzigen")
	magNiet(t, html, ">Vrijgeven<")
	at := zorg.waar.Path
	status, html = zorg.post(t, "/rapportages", url.Values{"plan": {r.plan}, "tijdvak": {"2026KW01"}})
	if status != http.StatusConflict || !strings.Contains(html, "er al een rapportage") {
		t.Errorf("a second report on the same period: %d", status)
	}
	tests := []paginaProef{
		{pad: at, als: "raadslid", status: 404}, {pad: at, als: "griffier", status: 404}, {pad: at, als: "wijkagent", status: 404}, {pad: at, als: "fg", status: 404}, {pad: at, als: "beheerder", status: 403},
		{pad: at, als: "adviseur-oov", bevatNiet: []string{"Tekst wijzigen", "Concept weghalen"}, bevat: []string{"Zo ziet de raad het"}},
		{pad: at, als: "burgemeester", bevat: []string{">Vrijgeven<"}, bevatNiet: []string{"Tekst wijzigen"}},
		{pad: at + "/vrijgeven", als: "adviseur-sociaal", status: 403}, {pad: at + "/wijzigen", als: "wethouder", status: 403},
		{pad: at + "/vrijgeven", als: "wethouder", bevat: []string{"Nummer van het collegebesluit", "Embargo"}},
		{methode: "POST", pad: at + "/vrijgeven", als: "wethouder", form: url.Values{"datum": {"2027-01-01"}, "tijd": {"25:00"}}, status: 400,
			bevat: []string{"Dit is geen tijd", `aria-invalid="true"`}},
		{methode: "POST", pad: at + "/vrijgeven", als: "wethouder", form: url.Values{"datum": {"2027-01-01"}}, status: 400,
			bevat: []string{"Vul het nummer van het collegebesluit in", "Deze dag moet nog komen", "Schrijf wat de cijfers betekenen"}},
		{methode: "POST", pad: at + "/verwijderen", als: "adviseur-oov", status: 403}, {methode: "POST", pad: at + "/nieuwe-editie", als: "adviseur-sociaal", status: 409, bevat: []string{"is vrijgegeven"}},
		{pad: "/rapportages/minimum", als: "adviseur-oov", status: 403}, {pad: "/rapportages", als: "beheerder", bevat: []string{"Kleinste aantal dat wordt getoond"}},
		{methode: "POST", pad: "/rapportages/minimum", als: "beheerder", form: url.Values{"versie": {"0"}, "minimum": {"1"}, "personen": {"twee"}}, status: 400, bevat: []string{"van 3 tot en met 100"}},
		{methode: "POST", pad: "/rapportages/minimum", als: "beheerder", form: url.Values{"versie": {"0"}, "minimum": {"6"}, "personen": {"12"}}, bevat: []string{"De instelling is opgeslagen", `value="12"`}},
		{pad: "/rapportages", als: "raadslid", bevat: []string{"Nog geen rapportages"}}, {pad: "/rapportages/nieuw", als: "adviseur-sociaal", bevat: []string{"Samen leven", "Eerste halfjaar 2026"}},
		{pad: "/raad", bevat: []string{"Eigenstad", "Anderstad"}}, {pad: "/raad/nergens", status: 404}, {pad: "/toegankelijkheid", bevat: []string{"WCAG 2.2"}},
	}
	probeer(t, r.huis, tests)
}

// Two people write at one draft: both values of a clash are shown, and the choice is kept.
func TestReportClash(t *testing.T) {
	r := newRaadhuis(t, [3][3]int{{30, 12, 9}, {14, 20, 11}, {20, 17, 80}})
	one, two := inloggen(t, r.huis, proef.Eigen, "adviseur-sociaal"), inloggen(t, r.huis, proef.Eigen, "adviseur-sociaal")
	one.post(t, "/rapportages", url.Values{"plan": {r.plan}, "tijdvak": {"2026KW01"}})
	at := one.waar.Path + "/wijzigen"
	save := func(b *bezoeker, text string) (int, string) {
		return b.post(t, at, url.Values{"versie": {"1"}, rapportage.VeldInleiding: {text}, rapportage.VeldIndeling: {"geheel"}, "oud." + rapportage.VeldIndeling: {"geheel"}})
	}
	save(one, "De eerste tekst.")
	status, html := save(two, "De tweede tekst.")
	if status != http.StatusConflict {
		t.Fatalf("status %d", status)
	}
	moet(t, html, "De eerste tekst.", "De tweede tekst.", "Gebruik mijn waarde", "Laat de andere waarde staan")
}

// A released report says nothing of signals, whatever the signals say.
func TestReportKnowsNoSignals(t *testing.T) {
	r := newRaadhuis(t, [3][3]int{{30, 12, 9}, {14, 20, 11}, {20, 17, 80}})
	if _, err := r.Signaal.Detecteer(t.Context(), r.Wie[proef.Eigen][toegang.AdviseurOOV]); err != nil {
		t.Fatal(err)
	}
	adviser := inloggen(t, r.huis, proef.Eigen, "adviseur-oov")
	_, signals := adviser.get(t, "/signalen")
	ids := isSignaal.FindAllStringSubmatch(signals, -1)
	if len(ids) == 0 {
		t.Fatal("there is no signal")
	}
	list, page, file := r.openbaar(r.rapport("2026KW01", ""))
	for _, m := range ids {
		magNiet(t, list+page+file, m[1])
	}
	magNiet(t, list+page+file, "ignaal")
}
