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
	"slices"
	"strings"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/toegang"
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
		p.Onderdelen = onderdelen(p.Menu, p.Tenant.Soort, b.wie.Rollen)
	}
}

// menu is every part of the program in the order of the work, with who works there. The gate decides at the door; the menu only leaves out what is not one's work.
var menu = []struct {
	Menupunt
	rollen []toegang.Rol
}{
	{Menupunt{Naam: "Mijn werk", URL: "/werk", Icoon: "werk"}, casuswerk},
	{Menupunt{Naam: "Vandaag", URL: "/vandaag", Icoon: "vandaag"}, beleid},
	{Menupunt{Naam: "Kaart", URL: "/kaart", Icoon: "kaart"}, beleid},
	{Menupunt{Naam: "Signalen", URL: "/signalen", Icoon: "signaal"}, beleid},
	{Menupunt{Naam: "Plannen", URL: "/plannen", Icoon: "plan"}, beleid},
	{Menupunt{Naam: "Rapportages", URL: "/rapportages", Icoon: "raad"}, beleid},
	{Menupunt{Naam: "Inlezen", URL: "/import", Icoon: "import"}, beleid},
	{Menupunt{Naam: "Bronnen", URL: "/bronnen", Icoon: "bron"}, beleid},
	{Menupunt{Naam: "Meldingen", URL: "/meldingen", Icoon: "melding"}, []toegang.Rol{toegang.Procesregisseur, toegang.Casusregisseur, toegang.Deelnemer, toegang.Wijkagent}},
	{Menupunt{Naam: "Triage", URL: "/triage", Icoon: "triage"}, []toegang.Rol{toegang.Procesregisseur}},
	{Menupunt{Naam: "Casussen", URL: "/casussen", Icoon: "casus"}, inKring},
	{Menupunt{Naam: "Knopen", URL: "/knopen", Icoon: "knoop"}, inKring},
	{Menupunt{Naam: "Overleggen", URL: "/overleggen", Icoon: "overleg"}, inKring},
	{Menupunt{Naam: "Gedeeld", URL: "/gedeeld", Icoon: "deel"}, []toegang.Rol{toegang.Deelnemer, toegang.Wijkagent}},
	{Menupunt{Naam: "Inzage", URL: "/inzage", Icoon: "inzage"}, []toegang.Rol{toegang.Privacyfunctionaris, toegang.FG}},
	{Menupunt{Naam: "Toezicht", URL: "/toezicht", Icoon: "toezicht"}, []toegang.Rol{toegang.FG, toegang.Privacyfunctionaris}},
	{Menupunt{Naam: "Vernietiging", URL: "/vernietiging", Icoon: "vernietiging"}, []toegang.Rol{toegang.Privacyfunctionaris, toegang.Archivaris, toegang.FG}},
	{Menupunt{Naam: "Journaal", URL: "/journaal", Icoon: "journaal"}, append([]toegang.Rol{toegang.FG}, beleid...)},
}

// Who works on what.
var (
	beleid = []toegang.Rol{toegang.AdviseurOOV, toegang.BeleidsadviseurSociaal, toegang.Wijkagent, toegang.Wethouder, toegang.Burgemeester, toegang.Griffier, toegang.Raadslid,
		toegang.FG, toegang.Beheerder}
	inKring   = []toegang.Rol{toegang.Procesregisseur, toegang.Casusregisseur, toegang.Deelnemer, toegang.Wijkagent, toegang.Ketenmanager, toegang.Wethouder, toegang.Burgemeester}
	casuswerk = append([]toegang.Rol{toegang.Privacyfunctionaris, toegang.Archivaris, toegang.FG}, inKring...)
)

// beginVan is the page on which the work of somebody begins: the first of his menu.
func beginVan(soort string, rollen []toegang.Rol) string {
	for _, m := range onderdelen("", soort, rollen) {
		return m.URL
	}
	return "/toegankelijkheid"
}

// onderdelen is the menu of somebody with these roles at a controller of this sort. A Zorg- en Veiligheidshuis has no figures and plans.
func onderdelen(huidig, soort string, rollen []toegang.Rol) []Menupunt {
	var list []Menupunt
	for _, m := range menu {
		geenBeleid := soort == gebied.VanZVH && slices.Equal(m.rollen, beleid)
		if geenBeleid || !slices.ContainsFunc(rollen, func(r toegang.Rol) bool { return slices.Contains(m.rollen, r) }) {
			continue
		}
		m.Huidig = m.URL == huidig
		list = append(list, m.Menupunt)
	}
	return list
}
