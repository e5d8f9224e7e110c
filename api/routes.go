// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// registreer adds every operation; each resource has its own file.
func (a *API) registreer() {
	a.gebiedOperaties()
	a.bronOperaties()
	a.cijferOperaties()
	a.invoerOperaties()
	a.signaalOperaties()
	a.planOperaties()
	a.verbandOperaties()
	a.rapportageOperaties()
	a.casusOperaties()
}

// lees registers an operation that reads.
func lees[I, O any](a *API, id, pad, samenvatting string, doe func(ctx context.Context, in *I) (*O, error)) {
	operatie(a, http.MethodGet, id, pad, samenvatting, http.StatusOK, doe)
}

// operatie registers an operation; a failure of doe becomes a problem.
func operatie[I, O any](a *API, methode, id, pad, samenvatting string, status int, doe func(ctx context.Context, in *I) (*O, error)) {
	errs := []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound}
	if methode != http.MethodGet {
		errs = append(errs, http.StatusConflict) // only a change can cross another
	}
	huma.Register(a.huma, huma.Operation{
		OperationID: id, Method: methode, Path: pad, Summary: samenvatting, DefaultStatus: status, Errors: errs,
	}, func(ctx context.Context, in *I) (*O, error) {
		out, err := doe(ctx, in)
		if err != nil {
			return nil, a.probleem(id, err)
		}
		return out, nil
	})
}

// mux puts the answers for what is no operation beside the operations.
func (a *API) mux(mux *http.ServeMux) {
	a.handler = mux
	mux.HandleFunc(prefix+"/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("API-Version", Versie)
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(http.StatusNotFound)
		_ = json.NewEncoder(w).Encode(huma.NewError(http.StatusNotFound, "Dit bestaat niet, of u mag het niet zien."))
	})
	mux.HandleFunc("GET "+prefix+"/openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		text, err := a.OpenAPI()
		if err != nil {
			http.Error(w, "", http.StatusInternalServerError)
			return
		}
		w.Header().Set("API-Version", Versie)
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(text)
	})
}

// ServeHTTP answers a request, with the headers that the design rules ask for on each.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("Strict-Transport-Security", "max-age=31536000")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	a.handler.ServeHTTP(w, r)
}
