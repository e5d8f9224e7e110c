// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package web is the one home of HTML: one file per page or action, its template beside it in templates/, and one table of routes. A handler reads the request,
// calls one method of one service and renders into a buffer; it holds no rule.
package web

import (
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"dwarsverband/domein/bericht"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/inzage"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/overzicht"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/toezicht"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/domein/verband"
)

// Services is everything the pages need; cmd builds it once.
type Services struct {
	Gebruiker  *gebruiker.Service
	Gebied     *gebied.Service
	Cijfer     *cijfer.Service
	Signaal    *signaal.Service
	Plan       *plan.Service
	Verband    *verband.Service
	Overzicht  *overzicht.Service
	Rapportage *rapportage.Service
	Casus      *casus.Service
	Deling     *deling.Service
	Melding    *melding.Service
	Bewaring   *bewaring.Service
	Inzage     *inzage.Service
	Overleg    *overleg.Service
	Bericht    *bericht.Service
	Toezicht   *toezicht.Service
	Uitkomst   *uitkomst.Service
	// LeesGebieden reads areas from GeoJSON of a year, and Herken tells the format of a file from its first bytes.
	LeesGebieden func(r io.Reader, jaargang int) ([]gebied.Gebied, error)
	Herken       func(head []byte) string
	Klaar        Klaarzet
	Inlezer      *Inlezer
	Sessies      scs.Store
	Log          *slog.Logger
	Demo         bool // demo mode: people choose who they are
	Secure       bool // cookies only over https; off for the demo on localhost
}

// Web serves the pages.
type Web struct {
	Services
	sessies *scs.SessionManager
	paginas paginas
	vormen  vormen
}

// New gives the handler of all pages.
func New(s Services) (http.Handler, error) {
	paginas, err := leesPaginas()
	if err != nil {
		return nil, err
	}
	sessies := scs.New()
	sessies.Store = s.Sessies
	sessies.Lifetime = 12 * time.Hour
	sessies.IdleTimeout = 2 * time.Hour
	sessies.Cookie.Name = "dwarsverband"
	if s.Secure {
		sessies.Cookie.Name = "__Host-dwarsverband"
	}
	sessies.Cookie.Secure = s.Secure
	sessies.Cookie.HttpOnly = true
	sessies.Cookie.SameSite = http.SameSiteLaxMode
	w := &Web{Services: s, sessies: sessies, paginas: paginas}
	return veiligeKoppen(http.NewCrossOriginProtection().Handler(sessies.LoadAndSave(w.routes()))), nil
}

// veiligeKoppen sets the headers that keep a page from being framed, sniffed or scripted from elsewhere. Nothing inline is allowed, so that text which slips
// through as markup can still do nothing.
func veiligeKoppen(next http.Handler) http.Handler {
	const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", csp)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Permissions-Policy", "geolocation=(), camera=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}
