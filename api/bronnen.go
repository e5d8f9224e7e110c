// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
)

// bronOperaties are the operations on sources and kinds of figures.
func (a *API) bronOperaties() {
	lees(a, "bron-lijst", "/bronnen", "Bronnen met hun nieuwste cijfer", a.bronLijst)
	lees(a, "bron-lezen", "/bronnen/{code}", "Bron lezen", a.bronLezen)
	operatie(a, http.MethodPost, "bron-toevoegen", "/bronnen", "Bron beschrijven, zodat er cijfers van kunnen worden ingelezen", http.StatusCreated, a.bronToevoegen)
	lees(a, "soort-lijst", "/soorten", "Soorten cijfers die u mag zien", a.soortLijst)
	lees(a, "soort-lezen", "/soorten/{code}", "Soort cijfer lezen, met de perioden waarover er cijfers zijn", a.soortLezen)
}

// Bron is a source as the API gives it.
type Bron struct {
	Code        string       `json:"code" doc:"Code van de bron" example:"47022NED"`
	Naam        string       `json:"naam"`
	Houder      string       `json:"houder" doc:"Van wie de cijfers zijn" example:"Politie"`
	Licentie    string       `json:"licentie,omitempty" example:"CC BY 4.0"`
	Openbaar    bool         `json:"openbaar" doc:"De bron publiceert de cijfers zelf"`
	Verzonnen   bool         `json:"verzonnen" doc:"Bedacht voor een demonstratie"`
	Vertraging  int          `json:"vertraging" doc:"Maanden tussen het einde van een periode en de publicatie"`
	Toelichting string       `json:"toelichting,omitempty"`
	Soorten     []Soortstand `json:"soorten" nullable:"false" doc:"Soorten cijfers van deze bron"`
}

// Soortstand tells how far a kind of a source has come.
type Soortstand struct {
	Code            string `json:"code" example:"misdrijf-1.1.1"`
	Naam            string `json:"naam"`
	Reeksen         int    `json:"reeksen" doc:"Aantal gebieden waarvan iets bekend is"`
	NieuwstePeriode string `json:"nieuwstePeriode,omitempty" doc:"Leeg als er nog geen cijfers zijn" example:"2026MM09"`
	Ouderdom        *int   `json:"ouderdom,omitempty" doc:"Hele maanden sinds het einde van de nieuwste periode"`
}

func (a *API) bronUit(s cijfer.Bronstand) Bron {
	b := Bron{Code: s.Code, Naam: s.Naam, Houder: s.Houder, Licentie: s.Licentie, Openbaar: s.Openbaar, Verzonnen: s.Verzonnen, Vertraging: s.Vertraging, Toelichting: s.Toelichting}
	b.Soorten = elk(s.Soorten, func(k cijfer.Soortstand) Soortstand {
		out := Soortstand{Code: k.Code, Naam: k.Naam, Reeksen: k.Reeksen, NieuwstePeriode: k.Tot.Code()}
		if k.Tot != "" {
			age := cijfer.Ouderdom(k.Tot, a.Cijfer.Nu().Date())
			out.Ouderdom = &age
		}
		return out
	})
	return b
}

type bronLijst struct {
	Body struct {
		Bronnen []Bron `json:"bronnen" nullable:"false" doc:"Op naam"`
	}
}

func (a *API) bronLijst(ctx context.Context, _ *struct{}) (*bronLijst, error) {
	list, err := a.Cijfer.Stand(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	out := &bronLijst{}
	out.Body.Bronnen = elk(list, a.bronUit)
	return out, nil
}

type bronCode struct {
	Code string `path:"code" doc:"Code van de bron" example:"47022NED"`
}

type bronAntwoord struct{ Body Bron }

func (a *API) bronLezen(ctx context.Context, in *bronCode) (*bronAntwoord, error) {
	list, err := a.Cijfer.Stand(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(list, func(s cijfer.Bronstand) bool { return s.Code == in.Code })
	if i < 0 {
		return nil, domein.Missing("api.bronLezen")
	}
	return &bronAntwoord{a.bronUit(list[i])}, nil
}

// bronNieuw is a source that somebody describes. The schema demands no field, so that the domain names every fault at once.
type bronNieuw struct {
	Body struct {
		Code        string `json:"code,omitempty" doc:"Verplicht: hooguit 40 letters, cijfers, - of _" example:"HALT-2026"`
		Naam        string `json:"naam,omitempty" doc:"Verplicht: hooguit 150 tekens" example:"Halt"`
		Houder      string `json:"houder,omitempty" doc:"Verplicht: van wie de cijfers zijn" example:"Halt"`
		Licentie    string `json:"licentie,omitempty" doc:"Verplicht als de bron openbaar is" example:"CC BY 4.0"`
		Domein      string `json:"domein,omitempty" doc:"Verplicht: veiligheid of zorg; bepaalt wie cijfers ziet die niet openbaar zijn" example:"veiligheid"`
		Openbaar    bool   `json:"openbaar,omitempty" doc:"De bron publiceert de cijfers zelf"`
		Verzonnen   bool   `json:"verzonnen,omitempty" doc:"Bedacht voor een demonstratie"`
		Vertraging  int    `json:"vertraging,omitempty" doc:"Maanden tussen het einde van een periode en de publicatie, 0 tot en met 120"`
		Toelichting string `json:"toelichting,omitempty" doc:"Hooguit 1000 tekens"`
	}
}

type bronGemaakt struct {
	Location string `header:"Location" doc:"Adres van de bron"`
	Body     Bron
}

func (a *API) bronToevoegen(ctx context.Context, in *bronNieuw) (*bronGemaakt, error) {
	n := in.Body
	b, err := a.Cijfer.NieuweBron(ctx, actor(ctx), cijfer.Bron{Code: n.Code, Naam: n.Naam, Houder: n.Houder, Licentie: n.Licentie, Domein: n.Domein, Openbaar: n.Openbaar,
		Verzonnen: n.Verzonnen, Vertraging: n.Vertraging, Toelichting: n.Toelichting})
	if err != nil {
		return nil, err
	}
	return &bronGemaakt{Location: prefix + "/bronnen/" + b.Code, Body: a.bronUit(cijfer.Bronstand{Bron: b})}, nil
}

// Soort is a kind of figure as the API gives it.
type Soort struct {
	Code        string   `json:"code" doc:"Code van de soort" example:"misdrijf-1.1.1"`
	Naam        string   `json:"naam" example:"Diefstal/inbraak woning"`
	Eenheid     string   `json:"eenheid" example:"aantal"`
	Bron        string   `json:"bron" doc:"Code van de bron" example:"47022NED"`
	Lengte      string   `json:"lengte" enum:"jaar,kwartaal,maand" doc:"Lengte van de perioden"`
	Totaal      bool     `json:"totaal" doc:"Telt andere soorten op: niet bij die soorten optellen"`
	Politie     bool     `json:"politie" doc:"Meet wat de politie doet: niet in een ranglijst zetten"`
	Gevoelig    bool     `json:"gevoelig" doc:"Telt personen of geweld thuis: strenger afschermen"`
	Toelichting string   `json:"toelichting,omitempty"`
	Perioden    []string `json:"perioden,omitempty" doc:"Alleen bij één soort: perioden met cijfers, nieuwste eerst"`
}

func soortUit(k cijfer.Soort) Soort {
	return Soort{Code: k.Code, Naam: k.Naam, Eenheid: k.Eenheid, Bron: k.Bron, Lengte: string(k.Lengte), Totaal: k.Totaal, Politie: k.Politie, Gevoelig: k.Gevoelig, Toelichting: k.Toelichting}
}

type soortFilter struct {
	Bron string `query:"bron" doc:"Alleen soorten van deze bron" example:"47022NED"`
}

type soortLijst struct {
	Body struct {
		Soorten []Soort `json:"soorten" nullable:"false" doc:"Op code"`
	}
}

func (a *API) soortLijst(ctx context.Context, in *soortFilter) (*soortLijst, error) {
	list, err := a.Cijfer.Soorten(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(k cijfer.Soort) bool { return in.Bron != "" && k.Bron != in.Bron })
	out := &soortLijst{}
	out.Body.Soorten = elk(list, soortUit)
	return out, nil
}

type soortCode struct {
	Code string `path:"code" doc:"Code van de soort" example:"misdrijf-1.1.1"`
}

type soortAntwoord struct{ Body Soort }

func (a *API) soortLezen(ctx context.Context, in *soortCode) (*soortAntwoord, error) {
	list, err := a.Cijfer.Soorten(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(list, func(k cijfer.Soort) bool { return k.Code == in.Code })
	if i < 0 {
		return nil, domein.Missing("api.soortLezen")
	}
	perioden, err := a.Cijfer.Perioden(ctx, actor(ctx), in.Code)
	if err != nil {
		return nil, err
	}
	out := soortUit(list[i])
	out.Perioden = elk(perioden, cijfer.Periode.Code)
	return &soortAntwoord{out}, nil
}
