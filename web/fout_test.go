// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/alexedwards/scs/v2"
)

// An error that nobody classified, and a handler that breaks, show a calm page without the text of the fault, which goes to the log once.
func TestUnclassifiedFaults(t *testing.T) {
	pages, err := leesPaginas()
	if err != nil {
		t.Fatal(err)
	}
	for name, h := range map[string]handler{
		"error": func(*bezoek) error { return errors.New("geheim detail") },
		"panic": func(*bezoek) error { panic("geheim detail") },
	} {
		var log bytes.Buffer
		w := &Web{Services: Services{Log: slog.New(slog.NewTextHandler(&log, nil))}, sessies: scs.New(), paginas: pages}
		answer := httptest.NewRecorder()
		w.sessies.LoadAndSave(w.open(h)).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
		if answer.Code != http.StatusInternalServerError || !strings.Contains(answer.Body.String(), "Uw werk is niet opgeslagen") ||
			strings.Contains(answer.Body.String(), "geheim") {
			t.Errorf("%s: %d %s", name, answer.Code, inhoudVan(answer.Body.String()))
		}
		if n := strings.Count(log.String(), "page failed"); n != 1 || !strings.Contains(log.String(), "geheim detail") {
			t.Errorf("%s: logged %d times: %s", name, n, log.String())
		}
	}
}
