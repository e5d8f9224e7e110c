// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"net/url"
	"strings"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
)

type inloggenView struct {
	Pagina
	Terug string
	Keuze []inlogKeuze
}

type inlogKeuze struct {
	Tenant     gebied.Verantwoordelijke
	Gebruikers []gebruiker.Gebruiker
}

func inlogURL(r *http.Request) string {
	if r.Method != http.MethodGet || r.URL.Path == "/" {
		return "/inloggen"
	}
	return "/inloggen?terug=" + url.QueryEscape(r.URL.RequestURI())
}

// inloggenShow shows the demo users, clearly marked as such.
func (w *Web) inloggenShow(b *bezoek) error {
	v := &inloggenView{Pagina: Pagina{Titel: "Kies wie u bent", Lead: "Dit is een demonstratie. De personen zijn verzonnen. Kies met wiens rechten u rondkijkt."}, Terug: b.URL.Query().Get("terug")}
	tenants, err := w.Gebruiker.Store.Verantwoordelijken(b.Context())
	if err != nil {
		return err
	}
	for _, tenant := range tenants {
		users, err := w.Gebruiker.Store.Gebruikers(b.Context(), tenant.ID)
		if err != nil {
			return err
		}
		v.Keuze = append(v.Keuze, inlogKeuze{tenant, users})
	}
	return b.toon("inloggen", v)
}

// inloggenSave starts a session under a new id, so that an id from before the choice opens nothing.
func (w *Web) inloggenSave(b *bezoek) error {
	g, err := w.Gebruiker.Kies(b.Context(), b.FormValue("verantwoordelijke"), b.FormValue("gebruiker"))
	if err != nil {
		return err
	}
	if err := w.sessies.RenewToken(b.Context()); err != nil {
		return err
	}
	w.sessies.Put(b.Context(), "verantwoordelijke", g.Verantwoordelijke)
	w.sessies.Put(b.Context(), "gebruiker", g.ID)
	if terug := b.FormValue("terug"); strings.HasPrefix(terug, "/") && !strings.HasPrefix(terug, "//") && !strings.Contains(terug, "\\") {
		return b.naar(terug)
	}
	return b.naar("/")
}

func (w *Web) uitloggen(b *bezoek) error {
	if err := w.sessies.Destroy(b.Context()); err != nil {
		return err
	}
	b.w.Header().Set("Clear-Site-Data", `"cache", "storage"`)
	return b.naar("/inloggen")
}
