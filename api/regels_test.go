// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
)

// beschrijving is what these tests read of openapi.json.
type beschrijving struct {
	Info struct {
		Version string
		Contact struct{ Name, Email, URL string }
	}
	Servers []struct{ URL string }
	Paths   map[string]map[string]struct {
		OperationID string
		Summary     string
		Responses   map[string]struct{ Headers map[string]any }
		Parameters  []struct{ Name, In string }
	}
}

// What is committed is what the code says: a reviewer sees every change of the contract.
func TestOpenAPIIsCommitted(t *testing.T) {
	h := newHuis(t)
	text, err := h.api.OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != string(committed) {
		t.Error("openapi.json differs from the code: go run ./cmd/dwarsverband openapi > api/openapi.json")
	}
}

// The NL API Design Rules that a document can break.
func TestOpenAPIFollowsTheDesignRules(t *testing.T) {
	h := newHuis(t)
	text, err := h.api.OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	var d beschrijving
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	if d.Info.Contact.Name == "" || d.Info.Contact.Email == "" || d.Info.Contact.URL == "" {
		t.Error("doc-openapi-contact: name, email and url are needed")
	}
	if len(d.Servers) != 1 || !strings.HasSuffix(d.Servers[0].URL, "/v1") {
		t.Error("uri-version: the server ends in the version")
	}
	segment := regexp.MustCompile(`^(\{[a-zA-Z]+\}|[a-z][a-z0-9-]*|_[a-z]+)$`)
	query := regexp.MustCompile(`^[a-z][a-zA-Z0-9]*$`)
	for path, operations := range d.Paths {
		if strings.HasSuffix(path, "/") {
			t.Errorf("no-trailing-slash: %s", path)
		}
		for _, s := range strings.Split(strings.TrimPrefix(path, "/"), "/") {
			if !segment.MatchString(s) {
				t.Errorf("path-segments-kebab-case: %s", path)
			}
		}
		for method, o := range operations {
			for _, p := range o.Parameters {
				if p.In == "query" && !query.MatchString(p.Name) {
					t.Errorf("query-keys-camel-case: %s %s", path, p.Name)
				}
				if strings.Contains(strings.ToLower(p.Name), "bsn") {
					t.Errorf("no-sensitive-uris: %s %s", path, p.Name)
				}
			}
			if _, ok := o.Responses["422"]; ok || o.Responses["400"].Headers == nil {
				t.Errorf("invalid-input: %s %s must declare 400, not 422", method, path)
			}
			for status, r := range o.Responses {
				if r.Headers["API-Version"] == nil {
					t.Errorf("version-header: %s %s %s", method, path, status)
				}
			}
			if o.Summary == "" || o.OperationID == "" {
				t.Errorf("doc: %s %s has no summary", method, path)
			}
		}
	}
	if len(d.Paths) < 15 {
		t.Errorf("only %d paths are described", len(d.Paths))
	}
}

func TestEveryAnswerKeepsTheRules(t *testing.T) {
	h := newHuis(t)
	nobody := klant{h: h}
	for _, c := range []struct {
		name   string
		answer antwoord
		status int
	}{
		{"a resource", h.als("eigenstad", "adviseur-oov").get(t, "/gebieden"), http.StatusOK},
		{"without token", nobody.get(t, "/gebieden"), http.StatusUnauthorized},
		{"with a wrong token", klant{h, "verzonnen"}.get(t, "/gebieden"), http.StatusUnauthorized},
		{"unknown path", h.als("eigenstad", "adviseur-oov").get(t, "/bestaat-niet"), http.StatusNotFound},
		{"trailing slash", h.als("eigenstad", "adviseur-oov").get(t, "/gebieden/"), http.StatusNotFound},
		{"unknown id", h.als("eigenstad", "adviseur-oov").get(t, "/gebieden/BU00000000"), http.StatusNotFound},
		{"the contract", nobody.get(t, "/openapi.json"), http.StatusOK},
	} {
		if c.answer.status != c.status {
			t.Errorf("%s: status %d, want %d: %s", c.name, c.answer.status, c.status, c.answer.tekst)
		}
		for _, header := range []string{"API-Version", "Cache-Control", "Content-Security-Policy", "Content-Type", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options"} {
			if c.answer.kop.Get(header) == "" {
				t.Errorf("%s: no header %s", c.name, header)
			}
		}
		if c.status >= 400 {
			var problem struct {
				Title, Detail string
				Status        int
			}
			if err := json.Unmarshal([]byte(c.answer.tekst), &problem); err != nil || problem.Status != c.status || problem.Title == "" || problem.Detail == "" ||
				c.answer.kop.Get("Content-Type") != "application/problem+json" {
				t.Errorf("%s: no whole problem: %s", c.name, c.answer.tekst)
			}
		}
	}
	if h := nobody.get(t, "/openapi.json").kop.Get("Access-Control-Allow-Origin"); h != "*" {
		t.Errorf("the contract may be read from anywhere, CORS says %q", h)
	}
}
