// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"maps"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	inrichting "dwarsverband/cmd/huis"
	"dwarsverband/demo"
	"dwarsverband/demo/proef"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
)

// demohuis is the whole demonstration, with both tenants filled.
func demohuis(t *testing.T) *huis {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "demo.db"), proef.Meester())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	nu := func() termijn.Moment { return termijn.At(proef.Middag) }
	d, err := inrichting.Bouw(st, inrichting.Opties{Nu: nu, Sleutel: []byte("a key of the tests, 32 bytes long"), Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.Fill(t.Context(), d, inrichting.LeesGebieden, func(string) {}); err != nil {
		t.Fatal(err)
	}
	return serveer(t, &proef.Huis{Diensten: d, Nu: proef.Middag})
}

var (
	adres    = regexp.MustCompile(`(?:href|action)="(/[a-z]+/[0-9A-Za-z-]+)`)
	isID     = regexp.MustCompile(`^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|BU[0-9]{8}|VBS-[A-Z]+)$`)
	begin    = []string{"/vandaag", "/plannen", "/signalen", "/rapportages", "/bronnen", "/gebieden", "/import", "/verbanden/nieuw"}
	onbekend = map[string]string{"gebieden": "BU99999999", "bronnen": "VBS-NIETS"}
)

// verzamel walks three pages deep and gives an id of each kind of thing that the tenant has, by the first part of its address.
func verzamel(t *testing.T, b *bezoeker) map[string]string {
	t.Helper()
	ids := map[string]string{}
	seen, visited := map[string]bool{}, map[string]int{}
	pages := begin
	for range 3 {
		var next []string
		for _, page := range pages {
			_, html := b.get(t, page)
			for _, m := range adres.FindAllStringSubmatch(html, -1) {
				parts := strings.Split(m[1], "/")
				if kind, id := parts[1], parts[2]; isID.MatchString(id) && !seen[m[1]] && kind != "raad" {
					seen[m[1]] = true
					if ids[kind] == "" {
						ids[kind] = id
					}
					if visited[kind]++; visited[kind] <= 8 {
						next = append(next, m[1])
					}
				}
			}
		}
		pages = next
	}
	return ids
}

// No tenant reaches anything of another: for each route the id of the other answers exactly as an id that nobody has.
func TestNothingCrossesTenants(t *testing.T) {
	h := demohuis(t)
	anders := inloggen(t, h, "voorbeeldstad", "adviseur-oov")
	anders.post(t, "/zoekopdrachten", url.Values{"naam": {"van mij"}, "zoek": {"status=nieuw"}})
	anders.postBestand(t, "/import/proef", url.Values{"formaat": {"canoniek"}}, "klein.csv", "code;periode;maat;waarde;waardeattribuut;bron\nBU99900401;2014MM01;woninginbraak;3;;VBS-REG\n")
	ids := verzamel(t, anders)
	for _, kind := range []string{"plannen", "prioriteiten", "doelen", "indicatoren", "acties", "verbanden", "signalen", "rapportages", "gebieden", "bronnen", "import"} {
		if ids[kind] == "" {
			t.Errorf("no id of %s was found; found are %v", kind, slices.Sorted(maps.Keys(ids)))
		}
	}
	placeholder := regexp.MustCompile(`\{[a-z]+\}`)
	for _, user := range []string{"adviseur-oov", "griffier", "burgemeester", "beheerder"} {
		b := inloggen(t, h, "rotterdam", user)
		for _, r := range (&Web{}).tabel() {
			method, path, _ := strings.Cut(r.Patroon, " ")
			kind := strings.Split(path, "/")[1]
			if !r.Besloten || !strings.Contains(path, "{") || ids[kind] == "" {
				continue
			}
			none := onbekend[kind]
			if none == "" {
				none = "01a00000-0000-7000-8000-000000000000"
			}
			ask := func(id string) (int, string) {
				at := placeholder.ReplaceAllString(path, id)
				if method == "GET" {
					status, html := b.get(t, at)
					return status, strings.ReplaceAll(html, id, "ID")
				}
				status, html := b.post(t, at, url.Values{"versie": {"1"}, "naar": {"gesloten"}, "sluitreden": {"x"}, "reden": {"x"}})
				return status, strings.ReplaceAll(html, id, "ID")
			}
			status, body := ask(ids[kind])
			noneStatus, noneBody := ask(none)
			if status != noneStatus || body != noneBody || status < 400 {
				t.Errorf("%s as %s of rotterdam: the id of voorbeeldstad answers %d, an unknown one %d", r.Patroon, user, status, noneStatus)
			}
		}
	}
}
