// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	inrichting "dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/store"
)

// huis is a filled house with its pages on a server of the test.
type huis struct {
	*proef.Huis
	URL      string
	Services Services
}

// services gives the pages the services of h, as cmd does.
func services(t testing.TB, h *proef.Huis) Services {
	t.Helper()
	reader := NewInlezer()
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); reader.Run(ctx) }()
	t.Cleanup(func() { stop(); <-done })
	return Services{
		Gebruiker: h.Gebruiker, Gebied: h.Gebied, Cijfer: h.Cijfer, Signaal: h.Signaal, Plan: h.Plan, Verband: h.Verband, Overzicht: h.Overzicht, Rapportage: h.Rapportage, Casus: h.Casus, Deling: h.Deling, Melding: h.Melding, Bewaring: h.Bewaring, Inzage: h.Inzage, Overleg: h.Overleg, Bericht: h.Bericht, Toezicht: h.Toezicht, Uitkomst: h.Uitkomst,
		LeesGebieden: inrichting.LeesGebieden, Herken: inrichting.Herken, Inlezer: reader,
		Klaar:   inrichting.Klaarzet{Map: t.TempDir(), Nu: time.Now, Kans: rand.Reader},
		Sessies: store.Sessies{Store: h.Store, Nu: time.Now}, Log: slog.New(slog.NewTextHandler(t.Output(), nil)), Demo: true,
	}
}

// newHuis serves the pages of proef.Maak; "eigenstad" and "anderstad" are its tenants.
func newHuis(t testing.TB) *huis {
	t.Helper()
	return serveer(t, proef.Maak(t))
}

// serveer serves the pages of h until the test ends.
func serveer(t testing.TB, h *proef.Huis) *huis {
	t.Helper()
	s := services(t, h)
	handler, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return &huis{Huis: h, URL: server.URL, Services: s}
}

// bezoeker is a browser with its own cookies.
type bezoeker struct {
	client *http.Client
	url    string
	waar   *url.URL // where the last answer came from, redirects followed
	kop    http.Header
}

// zonderLogin gives a browser of somebody who has not logged in.
func zonderLogin(t testing.TB, h *huis) *bezoeker {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &bezoeker{client: &http.Client{Jar: jar, Timeout: time.Minute}, url: h.URL}
}

// inloggen gives a browser of a demo user: "adviseur-oov", "raadslid", ...
func inloggen(t testing.TB, h *huis, tenant, userID string) *bezoeker {
	t.Helper()
	b := zonderLogin(t, h)
	b.post(t, "/inloggen", url.Values{"verantwoordelijke": {tenant}, "gebruiker": {userID}, "terug": {"/toegankelijkheid"}})
	if len(b.client.Jar.Cookies(b.waar)) == 0 {
		t.Fatalf("%s of %s got no session", userID, tenant)
	}
	return b
}

// get asks for a page; redirects are followed.
func (b *bezoeker) get(t testing.TB, path string) (status int, html string) {
	t.Helper()
	return b.vraag(t, http.MethodGet, path, "", nil)
}

// post sends a form; redirects are followed.
func (b *bezoeker) post(t testing.TB, path string, form url.Values) (status int, html string) {
	t.Helper()
	return b.vraag(t, http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

// postBestand sends a form with a file in the field "bestand", as a browser does.
func (b *bezoeker) postBestand(t testing.TB, path string, form url.Values, naam, inhoud string) (status int, html string) {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for field, values := range form {
		for _, v := range values {
			if err := w.WriteField(field, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	part, err := w.CreateFormFile("bestand", naam)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, inhoud); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.vraag(t, http.MethodPost, path, w.FormDataContentType(), &body)
}

func (b *bezoeker) vraag(t testing.TB, method, path, soort string, body io.Reader) (int, string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, method, b.url+path, body)
	if err != nil {
		t.Fatal(err)
	}
	if soort != "" {
		r.Header.Set("Content-Type", soort)
	}
	answer, err := b.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	b.waar, b.kop = answer.Request.URL, answer.Header
	return answer.StatusCode, string(text)
}

// paginaProef is one request and what its answer must be.
type paginaProef struct {
	naam      string // of the subtest; the path when empty
	methode   string // GET when empty
	pad       string
	tenant    string // proef.Eigen when empty
	als       string // user id; empty for nobody
	form      url.Values
	status    int // 200 when 0
	bevat     []string
	bevatNiet []string
}

// probeer walks the table; a user logs in once.
func probeer(t *testing.T, h *huis, tests []paginaProef) {
	t.Helper()
	browsers := map[string]*bezoeker{}
	for _, tt := range tests {
		if tt.tenant == "" {
			tt.tenant = proef.Eigen
		}
		who := tt.tenant + "/" + tt.als
		if browsers[who] == nil && tt.als == "" {
			browsers[who] = zonderLogin(t, h)
		} else if browsers[who] == nil {
			browsers[who] = inloggen(t, h, tt.tenant, tt.als)
		}
		name := tt.naam
		if name == "" {
			name = tt.methode + " " + tt.pad + " " + tt.als
		}
		t.Run(name, func(t *testing.T) { tt.probeer(t, browsers[who]) })
	}
}

func (tt paginaProef) probeer(t *testing.T, b *bezoeker) {
	t.Helper()
	var status int
	var html string
	if tt.methode == http.MethodPost {
		status, html = b.post(t, tt.pad, tt.form)
	} else {
		status, html = b.get(t, tt.pad)
	}
	if want := max(tt.status, http.StatusOK); status != want {
		t.Errorf("status %d, want %d", status, want)
	}
	moet(t, html, tt.bevat...)
	magNiet(t, html, tt.bevatNiet...)
	if t.Failed() {
		t.Log(inhoudVan(html))
	}
}

// moet fails for each text that is not on the page.
func moet(t testing.TB, html string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(html, text) {
			t.Errorf("%q is not on the page", text)
		}
	}
}

// magNiet fails for each text that is on the page.
func magNiet(t testing.TB, html string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(html, text) {
			t.Errorf("%q is on the page", text)
		}
	}
}

// inhoudVan gives the part of a page that is its own, for a log.
func inhoudVan(html string) string {
	if i := strings.Index(html, "<main"); i >= 0 {
		html = html[i:]
	}
	if i := strings.Index(html, "</main>"); i >= 0 {
		html = html[:i]
	}
	return html
}

// zelfde404 gets both addresses and fails unless the answers are the same page with status 404: what belongs to another tenant answers as what does not exist.
func zelfde404(t testing.TB, b *bezoeker, vreemd, onbekend string) {
	t.Helper()
	status, html := b.get(t, vreemd)
	status2, html2 := b.get(t, onbekend)
	if status != http.StatusNotFound || status2 != http.StatusNotFound {
		t.Errorf("%s gives %d and %s gives %d, want 404 twice", vreemd, status, onbekend, status2)
	}
	if strings.ReplaceAll(html, url.QueryEscape(vreemd), "") != strings.ReplaceAll(html2, url.QueryEscape(onbekend), "") {
		t.Errorf("%s and %s do not give the same page", vreemd, onbekend)
	}
}

func TestInloggen(t *testing.T) {
	h := newHuis(t)
	probeer(t, h, []paginaProef{
		{pad: "/inloggen", bevat: []string{"Eigenstad", "Anderstad", "De personen zijn verzonnen"}},
		{pad: "/bestaat-niet", status: http.StatusNotFound, bevat: []string{"Dit bestaat niet, of u mag het niet zien."}},
		{naam: "an unknown user", methode: http.MethodPost, pad: "/inloggen", form: url.Values{"verantwoordelijke": {proef.Eigen}, "gebruiker": {"niemand"}},
			status: http.StatusNotFound, bevat: []string{"Dit bestaat niet"}},
	})
	b := inloggen(t, h, proef.Eigen, "raadslid")
	if _, html := b.get(t, "/bestaat-niet"); !strings.Contains(html, "Raadslid") {
		t.Error("the page does not say who is logged in")
	}
	if b.post(t, "/uitloggen", nil); b.waar.Path != "/inloggen" {
		t.Errorf("after logging out: %s", b.waar)
	}
}
