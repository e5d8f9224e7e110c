// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/signaal"
	"dwarsverband/toegang"
)

// signaalIn gives the signal of the planted month of a tenant.
func signaalIn(t *testing.T, h *huis, tenant string) signaal.Signaal {
	t.Helper()
	list, err := h.Signaal.Lijst(t.Context(), h.Wie[tenant][toegang.AdviseurOOV], signaal.Filter{Soort: "inbraak", Vanaf: "2026MM09"})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d signals, %v", len(list), err)
	}
	return list[0]
}

// wijkcijfers are the figures of the wijk around the planted buurt: as many as its two buurten together.
func wijkcijfers() string {
	sum, order := map[string]int{}, []string{}
	for _, line := range strings.Split(proef.Cijfers("GM9991"), "\n") {
		f := strings.Split(line, ";")
		if len(f) > 3 && f[2] == "inbraak" && strings.HasPrefix(f[0], "BU999101") {
			var n int
			if _, err := fmt.Sscan(f[3], &n); err != nil {
				panic(err) // the figures of the test itself
			}
			if sum[f[1]] == 0 {
				order = append(order, f[1])
			}
			sum[f[1]] += n
		}
	}
	var b strings.Builder
	for _, month := range order {
		fmt.Fprintf(&b, "WK999101;%s;inbraak;%d;;REG\n", month, sum[month])
	}
	return b.String()
}

func TestSignalenLijst(t *testing.T) {
	h := newHuis(t)
	s := signaalIn(t, h, proef.Eigen)
	probeer(t, h, []paginaProef{
		{pad: "/signalen", als: "adviseur-oov", bevat: []string{"1 gebeurtenis, waarvan 1 nieuw", "Inbraak in NoordHaven", "In september 2026 telde NoordHaven 25 keer inbraak", "Geen uitspraak is niet hetzelfde als rustig",
			"Opnieuw beoordelen", `<option value="wijk">gebied</option>`}, bevatNiet: []string{"geen enkele ranglijst"}},
		{pad: "/signalen?groep=politie", als: "adviseur-oov", bevat: []string{"in geen enkele ranglijst", "Er zijn geen open signalen in deze groep"}, bevatNiet: []string{s.ID}},
		{pad: "/signalen?status=gesloten&soort=inbraak&niveau=buurt&gebied=WK999101&maanden=3", als: "adviseur-oov", bevat: []string{"Geen enkel signaal past bij uw keuze", "Deze keuze bewaren"}, bevatNiet: []string{s.ID}},
		{pad: "/signalen?gebied=WK999101&maanden=1", als: "adviseur-oov", bevat: []string{s.ID}},
		{pad: "/signalen?soort=bestaat-niet&maanden=veel&niveau=x&status=y&blad=-3", als: "adviseur-oov", bevat: []string{s.ID}},
		{naam: "past the last page", pad: "/signalen?blad=2", als: "adviseur-oov", bevat: []string{s.ID}, bevatNiet: []string{"Bladeren"}},
		{pad: "/signalen", als: "wijkagent", bevat: []string{s.ID}, bevatNiet: []string{"Opnieuw beoordelen"}},
		{pad: "/signalen", als: "raadslid", status: http.StatusForbidden, bevat: []string{"De raad leest de rapportages"}},
		{naam: "search again", methode: "POST", pad: "/signalen/zoeken", als: "adviseur-oov", bevat: []string{"reeksen zijn opnieuw beoordeeld: 0 nieuwe signalen, 0 herzien."}},
		{naam: "search again without the right", methode: "POST", pad: "/signalen/zoeken", als: "wijkagent", status: http.StatusForbidden},
		{naam: "folded", pad: "/signalen", als: "adviseur-oov", bevat: []string{"Inbraak in NoordHaven"}},
	})
	h.Lees(t, proef.Eigen, wijkcijfers())
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	_, html := b.get(t, "/signalen")
	moet(t, html, "1 gebeurtenis, waarvan 1 nieuw", "Inbraak in Noord<", "draagt 25 van de 29", "1 deel")
}

func TestZoekopdrachten(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	_, html := b.post(t, "/zoekopdrachten", url.Values{"naam": {"Mijn <inbraken>"}, "query": {"soort=inbraak&status=nieuw&kleur=rood"}})
	moet(t, html, "De zoekopdracht is bewaard.", "Mijn &lt;inbraken&gt;", `href="/signalen?soort=inbraak&amp;status=nieuw" aria-current="true"`)
	magNiet(t, html, "kleur")
	status, html := b.post(t, "/zoekopdrachten", url.Values{"naam": {" "}, "query": {"soort=inbraak"}})
	if status != http.StatusBadRequest {
		t.Errorf("status %d", status)
	}
	moet(t, html, "Geef uw zoekopdracht een naam.", `role="alert"`)
	if _, html := inloggen(t, h, proef.Eigen, "wijkagent").get(t, "/signalen"); strings.Contains(html, "Mijn &lt;inbraken&gt;") {
		t.Error("a colleague sees it")
	}
	_, html = b.get(t, "/signalen")
	id := regexp.MustCompile(`/zoekopdrachten/([0-9a-f-]+)/wis`).FindStringSubmatch(html)
	if id == nil {
		t.Fatal("no way to remove it")
	}
	if status, _ := inloggen(t, h, proef.Eigen, "wijkagent").post(t, id[0], nil); status != http.StatusNotFound {
		t.Errorf("a colleague removes it: %d", status)
	}
	_, html = b.post(t, id[0], nil)
	moet(t, html, "De zoekopdracht is weg.")
	magNiet(t, html, "Mijn &lt;inbraken&gt;")
}

func TestBulkOverHTTP(t *testing.T) {
	h := newHuis(t)
	h.Lees(t, proef.Eigen, "BU99910102;2026MM09;inbraak;31;;REG\n")
	list, err := h.Signaal.Lijst(t.Context(), h.Wie[proef.Eigen][toegang.AdviseurOOV], signaal.Filter{Vanaf: "2026MM09"})
	if err != nil || len(list) != 2 {
		t.Fatalf("%d signals, %v", len(list), err)
	}
	vreemd := signaalIn(t, h, proef.Ander)
	if _, err := h.Signaal.Sluit(t.Context(), h.Wie[proef.Eigen][toegang.AdviseurOOV], list[1].ID, 1, "Al bekend."); err != nil {
		t.Fatal(err)
	}
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	form := url.Values{"id": {list[0].ID + "@1", list[1].ID + "@1", vreemd.ID + "@1"}, "naar": {"gesloten"}, "terug": {"status=alle"}}
	status, html := b.post(t, "/signalen/samen", form)
	if status != http.StatusBadRequest {
		t.Errorf("without a reason: %d", status)
	}
	moet(t, html, "Er is nog niets verplaatst.", `href="#reden"`, `aria-describedby="reden-fout"`, "checked", `<option value="gesloten" selected>`)
	form.Set("reden", "Feestweekend")
	status, html = b.post(t, "/signalen/samen", form)
	if status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	moet(t, html, "1 van de 3 signalen zijn nu gesloten.", "Niet verplaatst: 2", "Iemand anders heeft dit signaal intussen gewijzigd", "Onbekend signaal", "Dit bestaat niet, of u mag het niet zien.", "Reden: Feestweekend",
		`href="/signalen?status=alle"`)
	if got := signaalIn(t, h, proef.Ander); got.Status() != signaal.Nieuw {
		t.Error("another tenant's signal moved")
	}
}

func TestSignaalPagina(t *testing.T) {
	h := newHuis(t)
	h.Lees(t, proef.Eigen, "BU99910101;2026MM09;inbraak;24;voorlopig;REG\n")
	s := signaalIn(t, h, proef.Eigen)
	pad := "/signalen/" + s.ID
	probeer(t, h, []paginaProef{
		{pad: pad, als: "adviseur-oov", bevat: []string{"In september 2026 telde NoordHaven 24 keer inbraak", "voorlopig cijfer", "Kans in een gewone maand", "1 op de", "4 reeksen", "Wat hadden we gemist?", "Vanaf ", "gewone bandbreedte",
			"Tabel van de 24 beoordeelde maanden", "Herzien cijfer", "Het aantal is herzien van 25 naar 24. Het blijft opvallen.", "Stel een vraag", `value="gesloten"`}, bevatNiet: []string{"Wat u hier niet mag"}},
		{pad: pad, als: "wijkagent", bevat: []string{`value="geduid"`, "Wat u hier niet mag, en wie wel", "hebt u geen recht om dit signaal te sluiten", "Dit mag wel: adviseur OOV"}, bevatNiet: []string{`value="gesloten"`, "Stel een vraag"}},
		{pad: pad, als: "wethouder", bevat: []string{"Wat u hier niet mag"}, bevatNiet: []string{`name="naar"`}},
		{pad: pad, als: "raadslid", status: http.StatusForbidden},
		{pad: "/uitleg/signalen", bevat: []string{"Pas op voor de cirkel", "nu op 5 %", "laatste 24 maanden"}},
	})
	zelfde404(t, inloggen(t, h, proef.Ander, "adviseur-oov"), pad, "/signalen/bestaat-niet")
	ander := inloggen(t, h, proef.Ander, "adviseur-oov")
	for _, path := range []string{pad + "/stap", pad + "/vraag"} {
		form := url.Values{"versie": {"2"}, "van": {"nieuw"}, "naar": {"gesloten"}, "sluitreden": {"x"}, "aan": {"x"}, "vraag": {"x"}}
		if status, html := ander.post(t, path, form); status != http.StatusNotFound || !strings.Contains(html, "Dit bestaat niet, of u mag het niet zien.") {
			t.Errorf("another tenant posts to %s: %d", path, status)
		}
	}
}

func TestKans(t *testing.T) {
	for p, want := range map[float64]string{0.9: "meer dan 1 op de 2", 0.4: "1 op de 2,5", 0.05: "1 op de 20", 0.000104: "1 op de 9.600", 4.2e-6: "1 op de 240.000", 1e-12: "minder dan 1 op de miljard"} {
		if got := kans(p); got != want {
			t.Errorf("%v: %s, want %s", p, got, want)
		}
	}
}
