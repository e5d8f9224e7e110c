// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package api is the one home of REST: one file per resource, each operation a function with its own input and output. It follows the NL API Design Rules:
// Dutch resources, problem+json with all faults at once and status 400, the version in path and header, and a bearer token, never the cookie of the pages.
package api

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/domein/verband"
	"dwarsverband/toegang"
)

// Versie of the API, in the header API-Version of every answer.
const Versie = "1.0.0"

const prefix = "/api/v1"

// Services is everything the operations need; cmd builds it once.
type Services struct {
	Gebruiker  *gebruiker.Service
	Gebied     *gebied.Service
	Cijfer     *cijfer.Service
	Signaal    *signaal.Service
	Plan       *plan.Service
	Verband    *verband.Service
	Rapportage *rapportage.Service
	Casus      *casus.Service
	Uitkomst   *uitkomst.Service
	Log        *slog.Logger
	Basis      string // where the resources of the stelsel JZV are for the systems of partners
	// LeesGebieden reads areas from GeoJSON of a year, and Herken tells the format of a file from its first bytes.
	LeesGebieden func(r io.Reader, jaargang int) ([]gebied.Gebied, error)
	Herken       func(head []byte) string
}

// API serves the operations under /api/v1, and the resources of the stelsel JZV under /stelsel.
type API struct {
	Services
	huma    huma.API
	handler http.Handler
}

// New gives the handler of /api/v1.
func New(s Services) *API {
	mux := http.NewServeMux()
	a := &API{Services: s}
	a.huma = humago.NewWithPrefix(mux, prefix, config(a))
	a.huma.UseMiddleware(a.versie, a.wie)
	a.registreer()
	a.stelsel(mux)
	a.mux(mux)
	return a
}

func config(a *API) huma.Config {
	c := huma.DefaultConfig("Dwarsverband", Versie)
	c.CreateHooks = nil
	c.DocsPath, c.SchemasPath, c.OpenAPIPath = "", "", ""
	c.Info.Description = "Gebieden, cijfers, signalen, plannen en rapportages van het integrale veiligheidsbeleid van een gemeente, en de casussen waarvan u in de kring zit."
	c.Info.Contact = &huma.Contact{Name: "Dwarsverband", Email: "api@dwarsverband.example", URL: "https://dwarsverband.example"}
	c.Info.License = &huma.License{Name: "EUPL-1.2", Identifier: "EUPL-1.2"}
	c.Servers = []*huma.Server{{URL: "http://localhost:8080" + prefix, Description: "Demonstratie op deze machine"}}
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}}
	c.Security = []map[string][]string{{"token": {}}}
	c.OnAddOperation = append(c.OnAddOperation, volgensRegels)
	return c
}

// volgensRegels makes each operation say what the design rules ask: 400 instead of 422, and the version header on every answer.
func volgensRegels(_ *huma.OpenAPI, op *huma.Operation) {
	if r, ok := op.Responses["422"]; ok {
		delete(op.Responses, "422")
		r.Description = http.StatusText(http.StatusBadRequest)
		op.Responses["400"] = r
	}
	for _, r := range op.Responses {
		if r.Headers == nil {
			r.Headers = map[string]*huma.Param{}
		}
		r.Headers["API-Version"] = &huma.Param{Description: "Versie van de API", Schema: &huma.Schema{Type: "string"}}
	}
}

// OpenAPI gives the description of the API as it is committed in openapi.json.
func (a *API) OpenAPI() ([]byte, error) {
	text, err := json.MarshalIndent(a.huma.OpenAPI(), "", "  ")
	return append(text, '\n'), err
}

func (a *API) versie(ctx huma.Context, next func(huma.Context)) {
	ctx.SetHeader("API-Version", Versie)
	next(ctx)
}

type wieKey struct{}

// wie finds the user behind the bearer token. Without one there is no key, and without a key no door.
func (a *API) wie(ctx huma.Context, next func(huma.Context)) {
	token, ok := strings.CutPrefix(ctx.Header("Authorization"), "Bearer ")
	if !ok {
		a.geenToken(ctx)
		return
	}
	g, err := a.Gebruiker.VanToken(ctx.Context(), token)
	if err != nil {
		a.geenToken(ctx)
		return
	}
	next(huma.WithValue(ctx, wieKey{}, g.Actor()))
}

func (a *API) geenToken(ctx huma.Context) {
	ctx.SetHeader("WWW-Authenticate", "Bearer")
	_ = huma.WriteErr(a.huma, ctx, http.StatusUnauthorized, "Stuur een geldig token mee: Authorization: Bearer <token>.")
}

// actor gives the user that the token belongs to.
func actor(ctx context.Context) toegang.Actor {
	wie, _ := ctx.Value(wieKey{}).(toegang.Actor)
	return wie
}
