// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/uitkomst"
)

// stelselPrefix is where the resources of the stelsel JZV are. They are frozen as the stelsel has them, so they stand beside our own API and not in it.
const stelselPrefix = "/stelsel"

// stelselVersie is that of the published description of the resources.
const stelselVersie = "0.1"

// stelsel adds the resources that the systems of partners come to get.
func (a *API) stelsel(mux *http.ServeMux) {
	c := config(a)
	c.OpenAPI.Info.Version = stelselVersie
	s := humago.NewWithPrefix(mux, stelselPrefix, c)
	s.UseMiddleware(func(ctx huma.Context, next func(huma.Context)) {
		ctx.SetHeader("API-Version", stelselVersie)
		next(ctx)
	}, a.wie)
	overleg := func(v dossier.Verstrekking) string { return v.ID }
	bied(a, s, bron[Casusoverleg]{"casusoverleg", overleg, a.overleggen, func(x Casusoverleg) string { return x.ID }})
	bied(a, s, bron[JZVBesluit]{"besluit", overleg, a.besluiten, func(x JZVBesluit) string { return x.ID }})
	bied(a, s, bron[JZVActie]{"actie", overleg, a.acties, func(x JZVActie) string { return x.ID }})
	bied(a, s, bron[JZVZaak]{"zaak", func(v dossier.Verstrekking) string { return v.Dossier }, a.zaken, func(x JZVZaak) string { return x.ID }})
}

// bron is one kind of resource: outcomes with the same sleutel together give one or more of it.
type bron[T any] struct {
	soort   string
	sleutel func(dossier.Verstrekking) string
	van     func([]uitkomst.Uitkomst) []T
	id      func(T) string
}

type bladvraag struct {
	Pagina  int `query:"pagina" minimum:"1" default:"1" doc:"Nummer van de pagina"`
	Grootte int `query:"paginaGrootte" minimum:"1" maximum:"100" default:"25" doc:"Aantal per pagina"`
}

type blad[T any] struct {
	Body struct {
		Pagina     int    `json:"pagina"`
		Grootte    int    `json:"paginaGrootte"`
		Volgende   string `json:"volgende,omitempty" format:"uri"`
		Vorige     string `json:"vorige,omitempty" format:"uri"`
		Resultaten []T    `json:"resultaten" nullable:"false"`
	}
}

type een[T any] struct{ Body T }

type stelselID struct {
	ID string `path:"id" doc:"Unieke identificatie"`
}

// bied registers the list of one kind of resource and the reading of one.
func bied[T any](a *API, s huma.API, x bron[T]) {
	foutcodes := []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound}
	op := huma.Operation{OperationID: x.soort + "-lijst", Method: http.MethodGet, Path: "/v1/" + x.soort, Summary: "Lijst van " + x.soort, Errors: foutcodes}
	huma.Register(s, op, func(ctx context.Context, in *bladvraag) (*blad[T], error) {
		out := &blad[T]{}
		list, err := verzamel(ctx, a, x, in.Pagina*in.Grootte+1)
		if err != nil {
			return nil, a.probleem(op.OperationID, err)
		}
		out.Body.Pagina, out.Body.Grootte = in.Pagina, in.Grootte
		plek := func(n int) string {
			return fmt.Sprintf("%s/v1/%s?pagina=%d&paginaGrootte=%d", a.Basis, x.soort, n, in.Grootte)
		}
		if in.Pagina > 1 {
			out.Body.Vorige = plek(in.Pagina - 1)
		}
		if len(list) > in.Pagina*in.Grootte {
			out.Body.Volgende = plek(in.Pagina + 1)
		}
		van := min((in.Pagina-1)*in.Grootte, len(list))
		out.Body.Resultaten = append([]T{}, list[van:min(van+in.Grootte, len(list))]...)
		return out, nil
	})
	lezen := huma.Operation{OperationID: x.soort + "-lezen", Method: http.MethodGet, Path: "/v1/" + x.soort + "/{id}", Summary: "Een " + x.soort + " lezen", Errors: foutcodes}
	huma.Register(s, lezen, func(ctx context.Context, in *stelselID) (*een[T], error) {
		sleutel, _, _ := strings.Cut(in.ID, ".")
		list, err := groep(ctx, a, x, sleutel)
		if err != nil {
			return nil, a.probleem(lezen.OperationID, err)
		}
		for _, t := range list {
			if x.id(t) == in.ID {
				return &een[T]{t}, nil
			}
		}
		return nil, a.probleem(lezen.OperationID, domein.Missing("api.stelsel"))
	})
}

// verzamel opens outcomes, newest first, until there are n resources of one kind: what comes after the page is not looked at.
func verzamel[T any](ctx context.Context, a *API, x bron[T], n int) ([]T, error) {
	sporen, err := a.Uitkomst.Beschikbaar(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	var list []T
	gezien := map[string]bool{}
	for _, v := range sporen {
		sleutel := x.sleutel(v)
		if gezien[sleutel] || len(list) >= n {
			continue
		}
		gezien[sleutel] = true
		meer, err := open(ctx, a, x, sporen, sleutel)
		if err != nil {
			return nil, err
		}
		list = append(list, meer...)
	}
	return list, nil
}

// groep gives the resources behind one sleutel.
func groep[T any](ctx context.Context, a *API, x bron[T], sleutel string) ([]T, error) {
	sporen, err := a.Uitkomst.Beschikbaar(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	return open(ctx, a, x, sporen, sleutel)
}

func open[T any](ctx context.Context, a *API, x bron[T], sporen []dossier.Verstrekking, sleutel string) ([]T, error) {
	var list []uitkomst.Uitkomst
	for _, v := range sporen {
		if x.sleutel(v) != sleutel {
			continue
		}
		u, err := a.Uitkomst.Haal(ctx, actor(ctx), v)
		if err != nil {
			return nil, err
		}
		list = append(list, u)
	}
	if len(list) == 0 {
		return nil, nil
	}
	return x.van(list), nil
}
