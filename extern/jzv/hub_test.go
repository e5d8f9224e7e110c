// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package jzv

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/legacy"

	"dwarsverband/domein/deling"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/uitkomst"
)

// hub is a network that holds every request, and its own answers, to the published API.
type hub struct {
	t      *testing.T
	events map[string][]byte
	stand  map[string]string
	weiger bool
	stuk   bool
}

func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	doc, err := openapi3.NewLoader().LoadFromFile("testdata/oas/AsynchroneInteracties.yaml")
	if err != nil {
		h.t.Fatal(err)
	}
	router, err := legacy.NewRouter(doc)
	if err != nil {
		h.t.Fatal(err)
	}
	route, params, err := router.FindRoute(r)
	if err != nil {
		h.t.Fatalf("%s %s is no request of the API: %v", r.Method, r.URL.Path, err)
	}
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	in := &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route}
	if err := openapi3filter.ValidateRequest(r.Context(), in); err != nil {
		h.t.Errorf("%s %s: %v", r.Method, r.URL.Path, err)
	}
	status, answer := h.antwoord(r.Method, params["interactieId"], body)
	if status < 300 {
		err := openapi3filter.ValidateResponse(r.Context(), &openapi3filter.ResponseValidationInput{RequestValidationInput: in, Status: status,
			Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(answer))})
		if err != nil {
			h.t.Errorf("the answer of the network: %v", err)
		}
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, answer)
}

func (h *hub) antwoord(method, id string, body []byte) (int, string) {
	if h.stuk {
		return http.StatusServiceUnavailable, ""
	}
	if method == http.MethodGet {
		if h.events[id] == nil {
			return http.StatusNotFound, ""
		}
		if h.stand[id] == "ERROR" {
			return http.StatusOK, `{"interactieId":"` + id + `","status":"ERROR","resultaat":{"fout":"onbekend","typeFout":"FUNCTIONEEL"}}`
		}
		return http.StatusOK, `{"interactieId":"` + id + `","status":"` + h.stand[id] + `"}`
	}
	if h.weiger {
		return http.StatusBadRequest, ""
	}
	var e struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(body, &e); err != nil {
		h.t.Fatal(err)
	}
	h.events[e.ID], h.stand[e.ID] = body, "IN_PROGRESS"
	return http.StatusAccepted, `{"interactieId":"` + e.ID + `"}`
}

var proefgebeurtenis = uitkomst.Gebeurtenis{ID: "019ac000-0000-7000-8000-000000000001", Soort: deling.TaakMelden, Uitkomst: "019ac000-0000-7000-8000-000000000002",
	Op: termijn.At(time.Date(2026, 11, 10, 14, 0, 0, 0, time.UTC)), Bron: "00000001823288444000", Wie: "00000001823288444000"}

// The network is told once, however often the round comes by; under way is not done, and a network that is away loses nothing.
func TestHub(t *testing.T) {
	net := &hub{t: t, events: map[string][]byte{}, stand: map[string]string{}, stuk: true}
	server := httptest.NewServer(net)
	defer server.Close()
	stuur, err := Nieuw(Hub{Adres: server.URL, Basis: "https://zvh.example/stelsel"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stuur(t.Context(), proefgebeurtenis); err == nil {
		t.Error("a network that is away takes the event")
	}
	net.stuk = false
	for _, want := range []uitkomst.Stand{uitkomst.Onderweg, uitkomst.Onderweg} {
		if s, err := stuur(t.Context(), proefgebeurtenis); s != want || err != nil {
			t.Errorf("%q, %v; want %q", s, err, want)
		}
	}
	if len(net.events) != 1 {
		t.Errorf("%d events", len(net.events))
	}
	id := "urn:uuid:" + proefgebeurtenis.ID
	for _, want := range []uitkomst.Stand{uitkomst.Verwerkt, uitkomst.Afgewezen} {
		net.stand[id] = string(want)
		if s, err := stuur(t.Context(), proefgebeurtenis); s != want || err != nil {
			t.Errorf("%q, %v; want %q", s, err, want)
		}
	}
	net.weiger, net.events = true, map[string][]byte{}
	if s, err := stuur(t.Context(), proefgebeurtenis); s != uitkomst.Afgewezen || err != nil {
		t.Errorf("an event that the network refuses: %q, %v", s, err)
	}
	if _, err := Nieuw(Hub{Adres: "stelsel"}); err == nil {
		t.Error("an address without a scheme is taken")
	}
	if _, err := Nieuw(Hub{Adres: server.URL, Certificaat: "er-is-niets.pem"}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a certificate that is not there: %v", err)
	}
}

// The words of an event are those of the stelsel: the golden files are read by people.
func TestSchrijf(t *testing.T) {
	seen := proefgebeurtenis
	seen.Soort, seen.Wie = uitkomst.TaakIngezien, "00000003123456789000"
	for name, g := range map[string]uitkomst.Gebeurtenis{"beschikbaar": proefgebeurtenis, "ingezien": seen} {
		text, err := Schrijf(g, "https://zvh.example/stelsel")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := json.Indent(&out, text, "", "  "); err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile("testdata/" + name + ".json")
		if err != nil || strings.TrimSpace(string(want)) != out.String() {
			t.Errorf("%s is now (%v):\n%s", name, err, out.String())
		}
	}
	if _, err := Schrijf(uitkomst.Gebeurtenis{Soort: "anders"}, ""); err == nil {
		t.Error("an event without words of the stelsel is written")
	}
	if err := deugt([]byte(`{"data": {"@context": {"prov": "http://www.w3.org/ns/prov#", "soh": "` + woordenboek + `schema/"}, "@graph": [{"@id": "a", "@type": "prov:Entity"}]}}`)); err == nil {
		t.Error("an event without an agent is taken")
	}
}
