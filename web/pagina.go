// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
)

//go:embed templates
var templates embed.FS

// Pagina is what every page shows around its own content. A view embeds it.
type Pagina struct {
	Titel      string
	Lead       string // one or two sentences under the title
	Menu       string // path of the menu item that is current
	Kruimels   []Kruimel
	Tenant     gebied.Verantwoordelijke
	Persoon    gebruiker.Gebruiker
	Ingelogd   bool
	Demo       bool
	Publiek    bool   // for everybody: no menu, nothing of the visitor, Tenant is whose page it is
	Melding    string // what the last action did
	Onderdelen []Menupunt
}

// Kruimel is one step of the way back.
type Kruimel struct{ Naam, URL string }

// Menupunt is a part of the program that this user works with.
type Menupunt struct {
	Naam, URL, Icoon string
	Huidig           bool
}

func (p *Pagina) pagina() *Pagina { return p }

type heeftPagina interface{ pagina() *Pagina }

type paginas map[string]*template.Template

// leesPaginas parses every page with the layout and the shared parts, once, at start.
func leesPaginas() (paginas, error) {
	names, err := fs.Glob(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	all := paginas{}
	for _, name := range names {
		page := strings.TrimSuffix(path.Base(name), ".html")
		t, err := template.New("layout.html").Funcs(functies).Option("missingkey=error").
			ParseFS(templates, "templates/kader/*.html", name)
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		all[page] = t.Lookup("layout.html")
	}
	return all, nil
}

// toon renders page with v into a buffer and only then sends it: a page that fails half way is never seen.
func (b *bezoek) toon(page string, v heeftPagina) error { return b.toonMet(http.StatusOK, page, v) }

func (b *bezoek) toonMet(status int, page string, v heeftPagina) error {
	t, ok := b.web.paginas[page]
	if !ok {
		return fmt.Errorf("web: no template %s", page)
	}
	b.vul(v.pagina())
	var buf bytes.Buffer
	if err := t.Execute(&buf, v); err != nil {
		return fmt.Errorf("web: page %s: %w", page, err)
	}
	b.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	b.w.WriteHeader(status)
	_, err := b.w.Write(buf.Bytes())
	return err
}

func (b *bezoek) vul(p *Pagina) {
	if p.Publiek {
		p.Demo = b.web.Demo
		return
	}
	p.Tenant, p.Persoon, p.Ingelogd, p.Demo = b.tenant, b.persoon, b.wie.ID != "", b.web.Demo
	p.Melding = b.web.sessies.PopString(b.Context(), "melding")
	if p.Ingelogd {
		p.Onderdelen = onderdelen(p.Menu)
	}
}

// onderdelen is the menu, in the order of the work: what is new, where, what to do about it, who follows it.
func onderdelen(huidig string) []Menupunt {
	menu := []Menupunt{
		{Naam: "Vandaag", URL: "/vandaag", Icoon: "vandaag"}, {Naam: "Kaart", URL: "/kaart", Icoon: "kaart"},
		{Naam: "Signalen", URL: "/signalen", Icoon: "signaal"}, {Naam: "Plannen", URL: "/plannen", Icoon: "plan"},
		{Naam: "Rapportages", URL: "/rapportages", Icoon: "raad"}, {Naam: "Inlezen", URL: "/import", Icoon: "import"},
		{Naam: "Bronnen", URL: "/bronnen", Icoon: "bron"}, {Naam: "Journaal", URL: "/journaal", Icoon: "journaal"},
	}
	for i := range menu {
		menu[i].Huidig = menu[i].URL == huidig
	}
	return menu
}
