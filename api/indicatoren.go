// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"slices"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/plan"
)

func (a *API) indicatorOperaties() {
	lees(a, "indicator-lijst", "/indicatoren", "Indicatoren zoeken", a.indicatorLijst)
	lees(a, "indicator-lezen", "/indicatoren/{id}", "Indicator lezen, met bronnen en doelen", a.indicatorLezen)
	lees(a, "indicator-metingen", "/indicatoren/{id}/metingen", "Metingen van een indicator", a.indicatorMetingen)
	operatie(a, http.MethodPost, "indicator-toevoegen", "/doelen/{id}/indicatoren", "Indicator maken bij een doel van een concept", http.StatusCreated, a.indicatorToevoegen)
	operatie(a, http.MethodPatch, "indicator-wijzigen", "/indicatoren/{id}", "Indicator van een concept wijzigen", http.StatusOK, a.indicatorWijzigen)
	operatie(a, http.MethodDelete, "indicator-verwijderen", "/indicatoren/{id}", "Indicator uit een concept halen; de verbanden eindigen mee", http.StatusNoContent, a.indicatorVerwijderen)
}

// IndicatorVelden is what people fill in of an indicator.
type IndicatorVelden struct {
	Naam      invul[string]   `json:"naam,omitzero" doc:"Hooguit 150 tekens" example:"Woninginbraken per 1.000 woningen"`
	Definitie invul[string]   `json:"definitie,omitzero" doc:"Wat u precies meet" example:"Diefstal of inbraak uit een woning, ook een poging."`
	Teller    invul[[]string] `json:"teller,omitzero" doc:"Codes van soorten cijfers die worden opgeteld" example:"misdrijf-1.1.1"`
	Noemer    invul[string]   `json:"noemer,omitzero" doc:"Code van de soort cijfer waardoor wordt gedeeld; leeg is niet delen" example:"kwb-Woningvoorraad"`
	Factor    invul[float64]  `json:"factor,omitzero" doc:"1000 voor per 1.000; alleen met een noemer" example:"1000"`
	Eenheid   invul[string]   `json:"eenheid,omitzero" doc:"Dezelfde eenheid als het doel dat u meet" example:"per 1.000 woningen"`
	Niveau    invul[string]   `json:"niveau,omitzero" doc:"Niveau van de gebieden: gemeente, wijk of buurt" example:"wijk"`
	Gebieden  invul[[]string] `json:"gebieden,omitzero" doc:"CBS-codes die worden opgeteld; leeg is alle gebieden van het niveau" example:"WK059901,WK059902"`
	Lengte    invul[string]   `json:"lengte,omitzero" doc:"Periode van een meting: maand, kwartaal of jaar" example:"jaar"`
	Minimum   invul[int]      `json:"minimum,omitzero" doc:"Onder dit aantal is er geen waarde; leeg is wat de bron vraagt" example:"5"`
}

// Indicator is the definition of what is measured.
type Indicator struct {
	ID        string   `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Plan      string   `json:"plan" doc:"Kenmerk van het plan dat de indicator bepaalde"`
	Versie    int      `json:"versie" doc:"Stuur dit mee bij een wijziging" example:"1"`
	Naam      string   `json:"naam" doc:"Naam" example:"Woninginbraken per 1.000 woningen"`
	Definitie string   `json:"definitie" doc:"Wat precies wordt gemeten"`
	Teller    []string `json:"teller" nullable:"false" doc:"Codes van soorten cijfers die worden opgeteld" example:"misdrijf-1.1.1"`
	Noemer    string   `json:"noemer,omitempty" doc:"Code van de soort cijfer waardoor wordt gedeeld" example:"kwb-Woningvoorraad"`
	Factor    float64  `json:"factor" doc:"1 zonder noemer" example:"1000"`
	Eenheid   string   `json:"eenheid" doc:"Eenheid" example:"per 1.000 woningen"`
	Niveau    string   `json:"niveau" enum:"gemeente,wijk,buurt" doc:"Niveau van de gebieden" example:"wijk"`
	Gebieden  []string `json:"gebieden" nullable:"false" doc:"CBS-codes die worden opgeteld" example:"WK059901,WK059902"`
	Lengte    string   `json:"lengte" enum:"maand,kwartaal,jaar" doc:"Periode van een meting" example:"jaar"`
	Minimum   int      `json:"minimum" doc:"Onder dit aantal is er geen waarde; 0 is altijd een waarde" example:"5"`
}

func indicatorUit(i plan.Indicator) Indicator {
	return Indicator{ID: i.ID, Plan: i.Plan, Versie: i.Versie, Naam: i.Naam, Definitie: i.Definitie, Teller: append([]string{}, i.Teller...), Noemer: i.Noemer,
		Factor: i.Factor, Eenheid: i.Eenheid, Niveau: string(i.Niveau), Gebieden: append([]string{}, i.Gebieden...), Lengte: string(i.Lengte), Minimum: i.Minimum}
}

// IndicatorZicht is an indicator with where its figures come from and which goals it measures.
type IndicatorZicht struct {
	Indicator
	Bronnen  []indicatorBron `json:"bronnen" nullable:"false" doc:"Waar de cijfers vandaan komen"`
	Doelen   []verwijzing    `json:"doelen" nullable:"false" doc:"Doelen die deze indicator meet"`
	Gesloten bool            `json:"gesloten" doc:"Of u deze cijfers niet mag zien; dan zijn er geen metingen" example:"false"`
	Laatste  *meting         `json:"laatste,omitempty" doc:"Nieuwste meting met een waarde; ontbreekt als er geen is"`
}

type indicatorBron struct {
	Code      string `json:"code" doc:"Code van de bron of tabel" example:"47022NED"`
	Naam      string `json:"naam" doc:"Naam" example:"Geregistreerde misdrijven"`
	Houder    string `json:"houder" doc:"Van wie de cijfers zijn" example:"Politie"`
	Openbaar  bool   `json:"openbaar" doc:"Of de bron zelf de cijfers publiceert" example:"true"`
	Verzonnen bool   `json:"verzonnen" doc:"Of de cijfers verzonnen zijn, voor een demonstratie" example:"false"`
}

func indicatorZichtUit(o plan.IndicatorOverzicht) IndicatorZicht {
	out := IndicatorZicht{Indicator: indicatorUit(o.Indicator), Gesloten: o.Dicht,
		Doelen: elk(o.Doelen, func(d plan.Doel) verwijzing { return verwijzing{d.ID, d.Tekst} }),
		Bronnen: elk(o.Bronnen, func(b cijfer.Bron) indicatorBron {
			return indicatorBron{Code: b.Code, Naam: b.Naam, Houder: b.Houder, Openbaar: b.Openbaar, Verzonnen: b.Verzonnen}
		})}
	if m, ok := plan.Laatste(o.Metingen); ok {
		last := metingUit(m)
		out.Laatste = &last
	}
	return out
}

type indicatorFilter struct {
	Plan   string `query:"plan" doc:"Alleen indicatoren die het plan met dit kenmerk bepaalde"`
	Doel   string `query:"doel" doc:"Alleen indicatoren die het doel met dit kenmerk meten"`
	Soort  string `query:"soort" doc:"Alleen indicatoren die deze soort cijfer gebruiken" example:"misdrijf-1.1.1"`
	Gebied string `query:"gebied" doc:"Alleen indicatoren die dit gebied meetellen (CBS-code)" example:"WK059901"`
}

type indicatorLijst struct {
	Body struct {
		Indicatoren []IndicatorZicht `json:"indicatoren" nullable:"false" doc:"In volgorde van maken"`
	}
}

func (a *API) indicatorLijst(ctx context.Context, in *indicatorFilter) (*indicatorLijst, error) {
	list, err := a.Plan.Indicatoren(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(o plan.IndicatorOverzicht) bool {
		return in.Plan != "" && o.Indicator.Plan != in.Plan ||
			in.Doel != "" && !slices.ContainsFunc(o.Doelen, func(d plan.Doel) bool { return d.ID == in.Doel }) ||
			in.Soort != "" && !slices.Contains(o.Indicator.Soorten(), in.Soort) || in.Gebied != "" && !slices.Contains(o.Gebieden, in.Gebied)
	})
	out := &indicatorLijst{}
	out.Body.Indicatoren = elk(list, indicatorZichtUit)
	return out, nil
}

type indicatorDetail struct{ Body IndicatorZicht }

func (a *API) indicatorLezen(ctx context.Context, in *Kenmerk) (*indicatorDetail, error) {
	o, err := a.Plan.ToonIndicator(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &indicatorDetail{indicatorZichtUit(o)}, nil
}

type indicatorNieuw struct {
	Kenmerk
	Body struct{ IndicatorVelden }
}

type indicatorGemaakt struct {
	Location string `header:"Location" doc:"Adres van de indicator"`
	Body     Indicator
}

func (a *API) indicatorToevoegen(ctx context.Context, in *indicatorNieuw) (*indicatorGemaakt, error) {
	i, err := a.Plan.NieuweIndicator(ctx, actor(ctx), in.ID, velden(in.Body.IndicatorVelden))
	if err != nil {
		return nil, err
	}
	return &indicatorGemaakt{Location: prefix + "/indicatoren/" + i.ID, Body: indicatorUit(i)}, nil
}

type indicatorWijziging struct {
	Kenmerk
	Body struct {
		Basis
		IndicatorVelden
	}
}

type indicatorEen struct{ Body Indicator }

func (a *API) indicatorWijzigen(ctx context.Context, in *indicatorWijziging) (*indicatorEen, error) {
	i, err := a.Plan.WijzigIndicator(ctx, actor(ctx), in.ID, in.Body.wijziging(velden(in.Body.IndicatorVelden)))
	if err != nil {
		return nil, err
	}
	return &indicatorEen{indicatorUit(i)}, nil
}

func (a *API) indicatorVerwijderen(ctx context.Context, in *Kenmerk) (*klaar, error) {
	return &klaar{}, a.Plan.VerwijderIndicator(ctx, actor(ctx), in.ID)
}
