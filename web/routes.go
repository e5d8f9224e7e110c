// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/web/assets"
)

// route is one page or action. Tests walk the table: each route has a test, and each is tried as one tenant against the ids of another.
type route struct {
	Patroon  string // method and path, as ServeMux takes it
	Besloten bool   // only for people who are logged in
	doe      handler
}

// tabel is the map of the site; each room keeps its own part.
func (w *Web) tabel() []route {
	return slices.Concat(w.ingangRoutes(), w.overzichtRoutes(), w.signaalRoutes(), w.cijferRoutes(), w.planRoutes(), w.raadRoutes(), w.casusRoutes(), w.meldingRoutes(), w.inzageRoutes(), w.overlegRoutes(), w.instellingRoutes(), w.toezichtRoutes(), w.opvallendRoutes())
}

func (w *Web) ingangRoutes() []route {
	return []route{
		{"GET /inloggen", false, w.inloggenShow},
		{"POST /inloggen", false, w.inloggenSave},
		{"POST /uitloggen", true, w.uitloggen},
	}
}

func (w *Web) routes() http.Handler {
	mux := http.NewServeMux()
	for _, r := range w.tabel() {
		if r.Besloten {
			mux.HandleFunc(r.Patroon, w.besloten(r.doe))
		} else {
			mux.HandleFunc(r.Patroon, w.open(r.doe))
		}
	}
	mux.Handle("GET /assets/", assets.Handler())
	mux.HandleFunc("GET /{$}", w.besloten(func(b *bezoek) error { return b.naar(beginVan(b.tenant.Soort, b.wie.Rollen)) }))
	mux.HandleFunc("/", w.open(func(*bezoek) error { return domein.Missing("web") }))
	return mux
}
