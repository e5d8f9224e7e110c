// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	inrichting "dwarsverband/cmd/huis"
	"dwarsverband/demo"
	"dwarsverband/demo/proef"
	"dwarsverband/domein/gebruiker"
)

// services gives the operations the services of h, as cmd does.
func services(t testing.TB, h *proef.Huis) Services {
	t.Helper()
	return Services{Gebruiker: h.Gebruiker, Gebied: h.Gebied, Cijfer: h.Cijfer, Signaal: h.Signaal, Plan: h.Plan, Verband: h.Verband, Rapportage: h.Rapportage, Casus: h.Casus, Uitkomst: h.Uitkomst, Basis: "https://zvh.example/stelsel",
		LeesGebieden: inrichting.LeesGebieden, Herken: inrichting.Herken, Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
}

// huis is a filled house with its API.
type huis struct {
	*proef.Huis
	api *API
}

// newHuis makes the API of proef.Maak; "eigenstad" and "anderstad" are its tenants.
func newHuis(t testing.TB) *huis {
	t.Helper()
	h := proef.Maak(t)
	return &huis{h, New(services(t, h))}
}

// klant asks with the token of one user.
type klant struct {
	h     *huis
	token string
}

// als gives the client of a demo user: "adviseur-oov", "raadslid", ...
func (h *huis) als(tenant, userID string) klant {
	return klant{h, demo.Token(gebruiker.Gebruiker{Verantwoordelijke: tenant, ID: userID})}
}

// antwoord is what came back.
type antwoord struct {
	status int
	kop    http.Header
	tekst  string
}

// get asks for a resource, by its path under /api/v1.
func (k klant) get(t testing.TB, pad string) antwoord {
	t.Helper()
	return k.vraag(t, http.MethodGet, pad, "", nil)
}

// send sends body as JSON.
func (k klant) send(t testing.TB, methode, pad string, body any) antwoord {
	t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	return k.vraag(t, methode, pad, "application/json", bytes.NewReader(text))
}

// vraag sends body as it is.
func (k klant) vraag(t testing.TB, methode, pad, soort string, body io.Reader) antwoord {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), methode, prefix+pad, body)
	if k.token != "" {
		r.Header.Set("Authorization", "Bearer "+k.token)
	}
	if soort != "" {
		r.Header.Set("Content-Type", soort)
	}
	w := httptest.NewRecorder()
	k.h.api.ServeHTTP(w, r)
	return antwoord{w.Code, w.Header(), w.Body.String()}
}

// in reads the answer into v.
func (a antwoord) in(t testing.TB, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(a.tekst), v); err != nil {
		t.Fatalf("%v in %s", err, a.tekst)
	}
}

// vraagProef is one request and what its answer must be. A status from 400 must be problem+json; each answer carries the version.
type vraagProef struct {
	naam      string // of the subtest; method and path when empty
	methode   string // GET when empty
	pad       string
	tenant    string // proef.Eigen when empty
	als       string // user id; empty for nobody
	body      any    // sent as JSON; nil for none
	status    int    // 200 when 0
	bevat     []string
	bevatNiet []string
}

// probeer walks the table.
func probeer(t *testing.T, h *huis, tests []vraagProef) {
	t.Helper()
	for _, tt := range tests {
		if tt.tenant == "" {
			tt.tenant = proef.Eigen
		}
		if tt.methode == "" {
			tt.methode = http.MethodGet
		}
		name := tt.naam
		if name == "" {
			name = tt.methode + " " + tt.pad + " " + tt.als
		}
		t.Run(name, func(t *testing.T) { tt.probeer(t, h) })
	}
}

func (tt vraagProef) probeer(t *testing.T, h *huis) {
	t.Helper()
	k := klant{h: h}
	if tt.als != "" {
		k = h.als(tt.tenant, tt.als)
	}
	var a antwoord
	if tt.body != nil {
		a = k.send(t, tt.methode, tt.pad, tt.body)
	} else {
		a = k.vraag(t, tt.methode, tt.pad, "", nil)
	}
	a.moet(t, max(tt.status, http.StatusOK), tt.bevat...)
	for _, text := range tt.bevatNiet {
		if strings.Contains(a.tekst, text) {
			t.Errorf("%q is in the answer: %s", text, a.tekst)
		}
	}
}

// moet fails unless the answer has this status and holds the texts.
func (a antwoord) moet(t testing.TB, status int, texts ...string) {
	t.Helper()
	if a.status != status {
		t.Errorf("status %d, want %d: %s", a.status, status, a.tekst)
	}
	if a.kop.Get("API-Version") != Versie {
		t.Errorf("API-Version is %q", a.kop.Get("API-Version"))
	}
	if kind := a.kop.Get("Content-Type"); a.status >= 400 && kind != "application/problem+json" {
		t.Errorf("a problem is sent as %q", kind)
	}
	for _, text := range texts {
		if !strings.Contains(a.tekst, text) {
			t.Errorf("%q is not in the answer: %s", text, a.tekst)
		}
	}
}

func TestWithoutToken(t *testing.T) {
	h := newHuis(t)
	probeer(t, h, []vraagProef{
		{pad: "/bestaat-niet", status: http.StatusNotFound, bevat: []string{"Dit bestaat niet, of u mag het niet zien."}},
	})
	if a := (klant{h: h}).get(t, "/openapi.json"); a.status != http.StatusOK || a.kop.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("openapi.json: status %d, headers %v", a.status, a.kop)
	}
}
