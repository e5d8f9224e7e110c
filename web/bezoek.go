// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"
	"runtime/debug"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/toegang"
)

// bezoek is one request of one visitor. wie is the zero Actor on pages without login.
type bezoek struct {
	*http.Request
	w       http.ResponseWriter
	web     *Web
	tenant  gebied.Verantwoordelijke
	persoon gebruiker.Gebruiker
	wie     toegang.Actor
}

// handler serves one route. What it returns as an error becomes the error page.
type handler func(b *bezoek) error

// open serves a route that needs no login.
func (w *Web) open(h handler) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		b := &bezoek{Request: r, w: rw, web: w}
		b.herken()
		b.doe(h)
	}
}

// besloten serves a route for people who are logged in, and sends others to the door with the way back.
func (w *Web) besloten(h handler) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		b := &bezoek{Request: r, w: rw, web: w}
		b.herken()
		if b.wie.ID == "" {
			http.Redirect(rw, r, inlogURL(r), http.StatusSeeOther)
			return
		}
		rw.Header().Set("Cache-Control", "no-store")
		b.doe(h)
	}
}

// doe runs h and shows what went wrong. A handler that breaks shows the same page as an error nobody classified: a page is sent only when it is whole, so nothing of it
// is out yet.
func (b *bezoek) doe(h handler) {
	defer func() {
		broken := recover()
		if broken == http.ErrAbortHandler { // part of a file is out already: only a cut connection says that the rest does not come
			panic(broken)
		}
		if broken != nil {
			b.fout(fmt.Errorf("panic: %v\n%s", broken, debug.Stack()))
		}
	}()
	if err := h(b); err != nil {
		b.fout(err)
	}
}

// herken finds out who is visiting. Rights are read on every request, so that what is taken away is gone at once.
func (b *bezoek) herken() {
	ctx := b.Context()
	tenant, id := b.web.sessies.GetString(ctx, "verantwoordelijke"), b.web.sessies.GetString(ctx, "gebruiker")
	if tenant == "" || id == "" {
		return
	}
	persoon, err := b.web.Gebruiker.Zoek(ctx, tenant, id)
	if err != nil {
		return
	}
	verantwoordelijke, err := b.web.Gebruiker.Store.Verantwoordelijke(ctx, tenant)
	if err != nil {
		return
	}
	b.persoon, b.tenant, b.wie = persoon, verantwoordelijke, persoon.Actor()
}

// zeg keeps a message for the next page that the visitor sees.
func (b *bezoek) zeg(melding string) { b.web.sessies.Put(b.Context(), "melding", melding) }

// naar sends the visitor on after a post.
func (b *bezoek) naar(url string) error {
	http.Redirect(b.w, b.Request, url, http.StatusSeeOther)
	return nil
}
