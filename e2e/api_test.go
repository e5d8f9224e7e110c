// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package e2e

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// ask sends a GET to the running program with the token of a demo user.
func ask(t *testing.T, path, user string) (int, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, program.base+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer demo-"+strings.ReplaceAll(user, "/", "-"))
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer answer.Body.Close()
	var body json.RawMessage
	if err := json.NewDecoder(answer.Body).Decode(&body); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return answer.StatusCode, body
}

// Every list of the API answers on the program as it is wired, for both tenants, and each sees only its own areas.
func TestAPILists(t *testing.T) {
	_, text := ask(t, "/api/v1/openapi.json", adviseur)
	var d struct {
		Paths map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	n := 0
	for path, operations := range d.Paths {
		if operations["get"] == nil || strings.Contains(path, "{") {
			continue
		}
		n++
		for _, user := range []string{adviseur, rotterdam} {
			query := ""
			if path == "/cijfers" {
				query = map[string]string{adviseur: "?soort=woninginbraak&gebied=GM9990", rotterdam: "?soort=misdrijf-0.0.0&gebied=GM0599"}[user]
			}
			status, body := ask(t, "/api/v1"+path+query, user)
			want := http.StatusOK
			if path == "/casussen" { // an adviser sits in no circle
				want = http.StatusForbidden
			}
			if status != want {
				t.Errorf("%s as %s: status %d: %s", path, user, status, body)
			}
			if other := map[string]string{adviseur: "GM0599", rotterdam: "GM9990"}[user]; strings.Contains(string(body), other) {
				t.Errorf("%s as %s shows %s", path, user, other)
			}
		}
	}
	if n < 9 {
		t.Errorf("only %d lists were asked", n)
	}
	if status, body := ask(t, "/api/v1/casussen", fatima); status != http.StatusOK || !strings.Contains(string(body), "codenaam") {
		t.Errorf("the cases of %s: status %d: %s", fatima, status, body)
	}
}
