// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
)

func TestGebied(t *testing.T) {
	h := newHuis(t)
	h.Nu = h.Nu.Add(24 * time.Hour)
	h.Lees(t, proef.Eigen, "BU99910101;2026MM09;inbraak;27;;REG\nBU99910102;2026MM09;inbraak;;geheim;REG\n")
	leeg := leegstad(t, h)
	probeer(t, h, []paginaProef{
		{naam: "name, level, where it lies", pad: "/gebieden/BU99910101", als: "adviseur-oov", bevat: []string{
			"NoordHaven</h1>", "Buurt in Noord, code BU99910101, indeling van 2026.", `href="/gebieden/WK999101">Noord</a>`, `href="/gebieden/GM9991">Stad 9991</a>`, "1.000 op 1 januari 2026"}},
		{naam: "newest figures by source", pad: "/gebieden/BU99910101", als: "adviseur-oov", bevat: []string{
			"Registratie", ">Inbraak</a>", "september 2026", "In een jaar", ">Drugshandel</a>", "meet politiewerk", "1 soorten zonder gegevens voor NoordHaven", "Meldingen huiselijk geweld"}},
		{naam: "a revised figure keeps its former value and its date", pad: "/gebieden/BU99910101?soort=inbraak", als: "adviseur-oov", bevat: []string{
			"Alle cijfers in een tabel, 1 herzien", "was 25, tot 10 november 2026", ">27<", "9 november 2026", "10 november 2026"}},
		{naam: "shielded is a word", pad: "/gebieden/BU99910102?soort=inbraak", als: "adviseur-oov", bevat: []string{`<span class="geen-gegevens">afgeschermd</span>`}},
		{naam: "the chart of another kind", pad: "/gebieden/BU99910101?soort=drugs", als: "adviseur-oov", bevat: []string{"Drugshandel in buurt, NoordHaven", "Dit cijfer meet wat de politie doet."}},
		{naam: "a kind without figures here", pad: "/gebieden/BU99910101?soort=hg", als: "adviseur-oov", bevat: []string{"is voor NoordHaven geen enkel cijfer bekend. Dat is niet hetzelfde als 0."}},
		{naam: "what lies in it, by its local name", pad: "/gebieden/WK999101?soort=inbraak", als: "adviseur-oov", bevat: []string{"Buurten in Noord", "NoordMolen", "Gebied in Stad 9991"}},
		{naam: "the council does not see a delivery", pad: "/gebieden/WK999101", als: "raadslid", bevatNiet: []string{"huiselijk geweld"}},
		{naam: "nor by asking", pad: "/gebieden/WK999101?soort=hg", als: "raadslid", status: http.StatusForbidden},
		{naam: "the technical keeper sees the area and no figures", pad: "/gebieden/BU99910101", als: "beheerder", bevat: []string{"Ligging", "U ziet hier geen cijfers"}, bevatNiet: []string{"Inbraak"}},
		{naam: "an unknown kind", pad: "/gebieden/BU99910101?soort=bestaat-niet", als: "adviseur-oov", status: http.StatusNotFound},

		{naam: "all areas, by where they lie", pad: "/gebieden", als: "raadslid", bevat: []string{"2 gebieden en 4 buurten, indeling van 2026.", "gebied, 2 buurten", "ZuidMolen"}, bevatNiet: []string{"9992"}},
		{pad: "/gebieden?q=zuidm", als: "raadslid", bevat: []string{"ZuidMolen", "gebied, 1 buurt<"}, bevatNiet: []string{"ZuidHaven", "NoordHaven"}},
		{pad: "/gebieden?q=nergens", als: "raadslid", bevat: []string{"Er is geen gebied met ‘nergens’"}},
		{naam: "a search is text", pad: "/gebieden?q=%3Cscript%3E", als: "raadslid", bevatNiet: []string{"<script>"}},
		{naam: "none yet", pad: "/gebieden", tenant: leeg, als: "raadslid", bevat: []string{"Er zijn nog geen gebieden", `href="/import"`}},
	})
	zelfde404(t, inloggen(t, h, proef.Eigen, "adviseur-oov"), "/gebieden/BU99920101", "/gebieden/BU00000000")
}

func TestBronnen(t *testing.T) {
	h := newHuis(t)
	leeg := leegstad(t, h)
	h.Lees(t, proef.Ander, "BU99920101;2026MM10;inbraak;3;;REG\n")
	probeer(t, h, []paginaProef{
		{pad: "/bronnen", als: "raadslid", bevat: []string{"Registratie", "Politie", "CC0", "verzonnen", "september 2026", "(1 maand oud", "levering, niet openbaar", "3e kwartaal 2026", "3 soorten, 12 reeksen"}},
		{naam: "the source of one tenant tells nothing of another", pad: "/bronnen", als: "adviseur-oov", bevatNiet: []string{"oktober 2026"}},
		{pad: "/bronnen/REG", als: "adviseur-oov", bevat: []string{"Iedereen. Wij tonen de cijfers zoals de bron ze publiceert.", ">Inbraak</a>", "Meet politiewerk: niet in ranglijsten.", "proef.csv"}},
		{naam: "who may not read in does not see files", pad: "/bronnen/REG", als: "raadslid", bevat: []string{">Inbraak</a>"}, bevatNiet: []string{"proef.csv", "Ingelezen bestanden"}},
		{pad: "/bronnen/VT", als: "raadslid", bevat: []string{"Naar buiten gaan kleine aantallen niet mee.", "Gevoelig: strengere afscherming."}},
		{pad: "/bronnen", tenant: leeg, als: "adviseur-oov", bevat: []string{"Er zijn nog geen bronnen"}},
		{pad: "/bronnen/REG", tenant: leeg, als: "adviseur-oov", status: http.StatusNotFound},
	})
	h.Nu = h.Nu.AddDate(2, 0, 0)
	if _, html := inloggen(t, h, proef.Eigen, "raadslid").get(t, "/bronnen"); !strings.Contains(html, "2 jaar en 1 maand oud, er had al een nieuwer cijfer moeten zijn") {
		t.Error("two years later the page still calls the figures new")
	}
}
