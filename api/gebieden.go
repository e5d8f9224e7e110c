// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"math"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/geo"
)

// gebiedOperaties are the operations on areas.
func (a *API) gebiedOperaties() {
	lees(a, "gebied-lijst", "/gebieden", "Gebieden zoeken", a.gebiedLijst)
	lees(a, "gebied-lezen", "/gebieden/{code}", "Gebied lezen", a.gebiedLezen)
	lees(a, "gebied-grens", "/gebieden/{code}/grens", "Grens van een gebied lezen als GeoJSON", a.gebiedGrens)
}

// Gebied is an area as the API gives it.
type Gebied struct {
	Code     string `json:"code" doc:"CBS-code" example:"BU05990110"`
	Naam     string `json:"naam" doc:"Naam van het gebied" example:"Stadsdriehoek"`
	Niveau   string `json:"niveau" enum:"gemeente,wijk,buurt" doc:"Niveau in de indeling van het CBS. De gemeente kan het zelf anders noemen."`
	Ouder    string `json:"ouder,omitempty" doc:"Code van het gebied waar het in ligt" example:"WK059901"`
	Jaargang int    `json:"jaargang" doc:"Jaar van de indeling" example:"2026"`
}

func gebiedUit(g gebied.Gebied) Gebied {
	return Gebied{Code: g.Code, Naam: g.Naam, Niveau: string(g.Niveau), Ouder: g.Ouder, Jaargang: g.Jaargang}
}

type gebiedFilter struct {
	Niveau string `query:"niveau" enum:"gemeente,wijk,buurt" doc:"Alleen gebieden van dit niveau"`
	Ouder  string `query:"ouder" doc:"Alleen gebieden die in dit gebied liggen" example:"WK059901"`
}

type gebiedLijst struct {
	Body struct {
		Gebieden []Gebied `json:"gebieden" nullable:"false" doc:"Van groot naar klein en op naam"`
	}
}

func (a *API) gebiedLijst(ctx context.Context, in *gebiedFilter) (*gebiedLijst, error) {
	list, err := a.Gebied.Lijst(ctx, actor(ctx), false)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(g gebied.Gebied) bool {
		return in.Niveau != "" && string(g.Niveau) != in.Niveau || in.Ouder != "" && g.Ouder != in.Ouder
	})
	out := &gebiedLijst{}
	out.Body.Gebieden = elk(list, gebiedUit)
	return out, nil
}

type gebiedCode struct {
	Code string `path:"code" doc:"CBS-code van het gebied" example:"BU05990110"`
}

type gebiedAntwoord struct{ Body Gebied }

func (a *API) gebiedLezen(ctx context.Context, in *gebiedCode) (*gebiedAntwoord, error) {
	g, err := a.Gebied.Gebied(ctx, actor(ctx), in.Code)
	if err != nil {
		return nil, err
	}
	return &gebiedAntwoord{gebiedUit(g)}, nil
}

// Coordinate reference systems, as the geospatial module of the design rules names them.
const (
	crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
	crsRD = "http://www.opengis.net/def/crs/EPSG/0/28992"
)

type grensVraag struct {
	Code      string `path:"code" doc:"CBS-code van het gebied" example:"BU05990110"`
	AcceptCrs string `header:"Accept-Crs" doc:"Stelsel van de coördinaten: lengte en breedte (standaard), of RD-meters" example:"http://www.opengis.net/def/crs/EPSG/0/28992"`
}

// Grens is a GeoJSON feature.
type Grens struct {
	Type       string    `json:"type" enum:"Feature"`
	Properties Gebied    `json:"properties"`
	Geometry   Geometrie `json:"geometry"`
}

// Geometrie is a GeoJSON multipolygon.
type Geometrie struct {
	Type        string           `json:"type" enum:"MultiPolygon"`
	Coordinates [][][][2]float64 `json:"coordinates" nullable:"false" doc:"Vlakken, ringen (de eerste is de buitengrens) en punten"`
}

type grensAntwoord struct {
	ContentType string `header:"Content-Type"`
	ContentCrs  string `header:"Content-Crs" doc:"Stelsel van de coördinaten"`
	Body        Grens
}

func (a *API) gebiedGrens(ctx context.Context, in *grensVraag) (*grensAntwoord, error) {
	if in.AcceptCrs == "" {
		in.AcceptCrs = crs84
	}
	if in.AcceptCrs != crs84 && in.AcceptCrs != crsRD {
		return nil, domein.Refuse("api.gebiedGrens", "Dit stelsel van coördinaten is er niet.", []domein.Fault{{Veld: "Accept-Crs", Melding: "Kies " + crs84 + " of " + crsRD + "."}})
	}
	g, err := a.Gebied.Gebied(ctx, actor(ctx), in.Code)
	if err != nil {
		return nil, err
	}
	shape := [][][][2]float64(g.Vlak)
	if in.AcceptCrs == crs84 {
		shape = naarGraden(shape)
	}
	return &grensAntwoord{"application/geo+json", in.AcceptCrs, Grens{"Feature", gebiedUit(g), Geometrie{"MultiPolygon", shape}}}, nil
}

// naarGraden turns RD metres into longitude and latitude with six decimals, which is 0.1 m (RFC 7946, section 11.2).
func naarGraden(shape [][][][2]float64) [][][][2]float64 {
	return elk(shape, func(polygon [][][2]float64) [][][2]float64 {
		return elk(polygon, func(ring [][2]float64) [][2]float64 {
			return elk(ring, func(p [2]float64) [2]float64 {
				lon, lat := geo.ToWGS84(p[0], p[1])
				return [2]float64{math.Round(lon*1e6) / 1e6, math.Round(lat*1e6) / 1e6}
			})
		})
	})
}
