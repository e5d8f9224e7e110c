// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"net/url"
	"testing"
)

func TestBronNieuw(t *testing.T) {
	h := newHuis(t)
	halt := url.Values{"code": {"HALT"}, "naam": {"Halt & co"}, "houder": {"Halt"}, "domein": {"zorg"}, "openbaar": {"ja"}, "licentie": {"CC0"}, "vertraging": {"2"}, "verzonnen": {"ja"}}
	probeer(t, h, []paginaProef{
		{pad: "/bronnen", als: "adviseur-oov", bevat: []string{`href="/bronnen/nieuw"`}},
		{pad: "/bronnen/nieuw", als: "adviseur-oov", bevat: []string{"Bron toevoegen", `action="/bronnen"`, `<option value="nee" selected>`}},
		{naam: "two faults at once keep what was typed", methode: http.MethodPost, pad: "/bronnen", als: "adviseur-oov",
			form:   url.Values{"code": {"HALT"}, "naam": {"Halt & co"}, "houder": {"Halt"}, "domein": {"zorg"}, "openbaar": {"ja"}, "vertraging": {"lang"}},
			status: http.StatusBadRequest, bevat: []string{"De bron is niet toegevoegd.", `role="alert"`, `href="#licentie"`, `href="#vertraging"`, "Vul de licentie in.",
				"Vul een heel aantal maanden in", `value="Halt &amp; co"`, `value="lang"`, `<option value="zorg" selected>`, `<option value="ja" selected>`},
			bevatNiet: []string{`href="#code"`, `href="#naam"`}},
		{naam: "nothing was kept", pad: "/bronnen/HALT", als: "adviseur-oov", status: http.StatusNotFound},
		{naam: "a source is added", methode: http.MethodPost, pad: "/bronnen", als: "adviseur-oov", form: halt,
			bevat: []string{"De bron is toegevoegd.", "<h1 class=\"nl-heading nl-heading--level-1\">Halt &amp; co</h1>", "CC0", "2 maanden", "verzonnen"}},
		{naam: "a code that is taken", methode: http.MethodPost, pad: "/bronnen", als: "adviseur-oov", form: halt, status: http.StatusConflict,
			bevat: []string{`href="#code"`, "De code HALT hoort al bij de bron", `value="HALT"`}},
		{naam: "the council sees no link", pad: "/bronnen", als: "raadslid", bevat: []string{"Halt &amp; co"}, bevatNiet: []string{"/bronnen/nieuw"}},
		{naam: "the council gets no form", pad: "/bronnen/nieuw", als: "raadslid", status: http.StatusForbidden},
		{naam: "the council adds nothing", methode: http.MethodPost, pad: "/bronnen", als: "raadslid", form: halt, status: http.StatusForbidden},
	})
}
