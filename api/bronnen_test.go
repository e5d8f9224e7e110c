// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"testing"
)

func TestBronToevoegen(t *testing.T) {
	h := newHuis(t)
	halt := map[string]any{"code": "HALT", "naam": "Halt", "houder": "Halt", "domein": "veiligheid", "vertraging": 2}
	a := h.als("eigenstad", "adviseur-oov").send(t, http.MethodPost, "/bronnen", halt)
	a.moet(t, http.StatusCreated, `"code":"HALT"`, `"openbaar":false`, `"vertraging":2`, `"soorten":[]`)
	if at := a.kop.Get("Location"); at != prefix+"/bronnen/HALT" {
		t.Errorf("the source is at %q", at)
	}
	probeer(t, h, []vraagProef{
		{pad: "/bronnen/HALT", als: "raadslid", bevat: []string{`"naam":"Halt"`}},
		{naam: "in one municipality only", pad: "/bronnen/HALT", tenant: "anderstad", als: "adviseur-oov", status: http.StatusNotFound},
		{naam: "a code that is taken", methode: http.MethodPost, pad: "/bronnen", als: "adviseur-oov", body: halt, status: http.StatusConflict,
			bevat: []string{"Kies een andere code.", `"location":"code"`}},
		{naam: "all faults at once", methode: http.MethodPost, pad: "/bronnen", als: "adviseur-oov", body: map[string]any{"code": "H/A", "openbaar": true}, status: http.StatusBadRequest,
			bevat: []string{`"location":"code"`, `"location":"naam"`, `"location":"houder"`, `"location":"domein"`, `"location":"licentie"`}},
		{naam: "not for the council", methode: http.MethodPost, pad: "/bronnen", als: "raadslid", body: map[string]any{"code": "X", "naam": "X", "houder": "X", "domein": "zorg"}, status: http.StatusForbidden},
	})
}
