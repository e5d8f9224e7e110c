// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"slices"

	"dwarsverband/domein/plan"
)

func (a *API) doelOperaties() {
	lees(a, "doel-lijst", "/doelen", "Doelen zoeken, met hoe ze ervoor staan", a.doelLijst)
	lees(a, "doel-lezen", "/doelen/{id}", "Doel lezen, met hoe het ervoor staat", a.doelLezen)
	operatie(a, http.MethodPost, "doel-toevoegen", "/plannen/{id}/doelen", "Doel toevoegen aan een concept", http.StatusCreated, a.doelToevoegen)
	operatie(a, http.MethodPatch, "doel-wijzigen", "/doelen/{id}", "Doel van een concept wijzigen", http.StatusOK, a.doelWijzigen)
	operatie(a, http.MethodDelete, "doel-verwijderen", "/doelen/{id}", "Doel zonder acties uit een concept halen; de verbanden eindigen mee", http.StatusNoContent, a.doelVerwijderen)
}

// DoelVelden is what people fill in of a goal.
type DoelVelden struct {
	Tekst         invul[string]   `json:"tekst,omitzero" doc:"Wat u wilt bereiken, hooguit 1000 tekens" example:"In 2030 zijn er een kwart minder woninginbraken."`
	Soort         invul[string]   `json:"soort,omitzero" doc:"effect (wat het oplevert) of prestatie (wat u doet)" example:"effect"`
	Prioriteit    invul[string]   `json:"prioriteit,omitzero" doc:"Kenmerk van een prioriteit van hetzelfde plan"`
	Doelgroep     invul[string]   `json:"doelgroep,omitzero" doc:"Voor wie" example:"Bewoners"`
	Bestuurlijk   invul[string]   `json:"bestuurlijk,omitzero" doc:"Bestuurlijk opdrachtgever" example:"Burgemeester"`
	Ambtelijk     invul[string]   `json:"ambtelijk,omitzero" doc:"Ambtelijk opdrachtgever" example:"Afdeling Veiligheid"`
	Partner       invul[string]   `json:"partner,omitzero" doc:"Met wie" example:"Politie-eenheid Rotterdam"`
	Partnersoort  invul[string]   `json:"partnersoort,omitzero" doc:"Soort partner, zoals politie, corporatie, welzijn of veilig-thuis" example:"politie"`
	Eenheid       invul[string]   `json:"eenheid,omitzero" doc:"Waarin u meet; een indicator in deze eenheid meet het doel" example:"per 1.000 woningen"`
	Nulmeting     invul[float64]  `json:"nulmeting,omitzero" doc:"Waarde bij het begin" example:"8.4"`
	Nulperiode    invul[string]   `json:"nulperiode,omitzero" doc:"Periode van de nulmeting: 2026, 2026-K3 of 2026-09" example:"2026"`
	Nulbron       invul[string]   `json:"nulbron,omitzero" doc:"Bron van de nulmeting" example:"Politie, tabel 47022NED"`
	Streefwaarde  invul[float64]  `json:"streefwaarde,omitzero" doc:"Waarde die u wilt bereiken" example:"6.3"`
	Streefperiode invul[string]   `json:"streefperiode,omitzero" doc:"Periode waarin u die wilt bereiken" example:"2030"`
	Richting      invul[string]   `json:"richting,omitzero" doc:"dalen, stijgen of handhaven" example:"dalen"`
	Gebieden      invul[[]string] `json:"gebieden,omitzero" doc:"CBS-codes van gebieden; leeg is de hele gemeente" example:"WK059901,WK059902"`
}

// Doel is one goal.
type Doel struct {
	ID            string   `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Plan          string   `json:"plan" doc:"Kenmerk van het plan"`
	Versie        int      `json:"versie" doc:"Stuur dit mee bij een wijziging" example:"2"`
	Tekst         string   `json:"tekst" doc:"Wat de gemeente wil bereiken" example:"In 2030 zijn er een kwart minder woninginbraken."`
	Soort         string   `json:"soort" enum:"effect,prestatie" doc:"Effect of prestatie" example:"effect"`
	Prioriteit    string   `json:"prioriteit" doc:"Kenmerk van de prioriteit"`
	Doelgroep     string   `json:"doelgroep,omitempty" doc:"Voor wie" example:"Bewoners"`
	Bestuurlijk   string   `json:"bestuurlijk,omitempty" doc:"Bestuurlijk opdrachtgever" example:"Burgemeester"`
	Ambtelijk     string   `json:"ambtelijk,omitempty" doc:"Ambtelijk opdrachtgever" example:"Afdeling Veiligheid"`
	Partner       string   `json:"partner,omitempty" doc:"Met wie" example:"Politie-eenheid Rotterdam"`
	Partnersoort  string   `json:"partnersoort,omitempty" doc:"Soort partner" example:"politie"`
	Sociaal       bool     `json:"sociaalDomein" doc:"Of de partner bij het sociaal domein hoort" example:"false"`
	Eenheid       string   `json:"eenheid,omitempty" doc:"Waarin gemeten wordt" example:"per 1.000 woningen"`
	Nulmeting     *float64 `json:"nulmeting" doc:"Waarde bij het begin; null zolang die er niet is" example:"8.4"`
	Nulperiode    string   `json:"nulperiode,omitempty" doc:"Periode van de nulmeting" example:"2026"`
	Nulbron       string   `json:"nulbron,omitempty" doc:"Bron van de nulmeting" example:"Politie, tabel 47022NED"`
	Streefwaarde  *float64 `json:"streefwaarde" doc:"Waarde die de gemeente wil bereiken; null zolang die er niet is" example:"6.3"`
	Streefperiode string   `json:"streefperiode,omitempty" doc:"Periode waarin die bereikt moet zijn" example:"2030"`
	Richting      string   `json:"richting,omitempty" enum:"dalen,stijgen,handhaven" doc:"Welke kant de waarde op moet" example:"dalen"`
	Gebieden      []string `json:"gebieden" nullable:"false" doc:"CBS-codes; leeg is de hele gemeente" example:"WK059901,WK059902"`
}

func doelUit(d plan.Doel) Doel {
	partner, _ := plan.PartnersoortVan(d.Partnersoort)
	return Doel{
		ID: d.ID, Plan: d.Plan, Versie: d.Versie, Tekst: d.Tekst, Soort: d.Soort, Prioriteit: d.Prioriteit, Doelgroep: d.Doelgroep,
		Bestuurlijk: d.Bestuurlijk, Ambtelijk: d.Ambtelijk, Partner: d.Partner, Partnersoort: d.Partnersoort, Sociaal: partner.Sociaal,
		Eenheid: d.Eenheid, Nulmeting: d.Nulmeting, Nulperiode: plan.SchrijfPeriode(d.Nulperiode), Nulbron: d.Nulbron,
		Streefwaarde: d.Streef, Streefperiode: plan.SchrijfPeriode(d.Streefperiode), Richting: string(d.Richting), Gebieden: append([]string{}, d.Gebieden...),
	}
}

type doelFilter struct {
	Plan    string `query:"plan" doc:"Alleen doelen van het plan met dit kenmerk"`
	Gebied  string `query:"gebied" doc:"Alleen doelen die dit gebied noemen (CBS-code)" example:"WK059901"`
	Soort   string `query:"soort" enum:"effect,prestatie" doc:"Alleen doelen van deze soort"`
	Domein  string `query:"domein" enum:"veiligheid,zorg" doc:"Alleen doelen van plannen over dit beleidsdomein"`
	Oordeel string `query:"oordeel" enum:"op schema,achter,voor,nog niet te zeggen" doc:"Alleen doelen die er zo voor staan"`
}

type doelLijst struct {
	Body struct {
		Doelen []DoelZicht `json:"doelen" nullable:"false" doc:"In volgorde van maken"`
	}
}

func (a *API) doelLijst(ctx context.Context, in *doelFilter) (*doelLijst, error) {
	list, err := a.Plan.Doelen(ctx, actor(ctx), in.Gebied)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(z plan.DoelZicht) bool {
		return in.Plan != "" && z.Doel.Plan != in.Plan || in.Soort != "" && z.Soort != in.Soort ||
			in.Domein != "" && z.Plan.Soort.Domein() != in.Domein || in.Oordeel != "" && string(z.Stand.Oordeel) != in.Oordeel
	})
	out := &doelLijst{}
	out.Body.Doelen = elk(list, doelZichtUit)
	return out, nil
}

type doelDetail struct{ Body DoelZicht }

func (a *API) doelLezen(ctx context.Context, in *Kenmerk) (*doelDetail, error) {
	z, err := a.Plan.ToonDoel(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &doelDetail{doelZichtUit(z)}, nil
}

type doelNieuw struct {
	Kenmerk
	Body struct{ DoelVelden }
}

type doelGemaakt struct {
	Location string `header:"Location" doc:"Adres van het doel"`
	Body     Doel
}

func (a *API) doelToevoegen(ctx context.Context, in *doelNieuw) (*doelGemaakt, error) {
	d, err := a.Plan.NieuwDoel(ctx, actor(ctx), in.ID, velden(in.Body.DoelVelden))
	if err != nil {
		return nil, err
	}
	return &doelGemaakt{Location: prefix + "/doelen/" + d.ID, Body: doelUit(d)}, nil
}

type doelWijziging struct {
	Kenmerk
	Body struct {
		Basis
		DoelVelden
	}
}

type doelEen struct{ Body Doel }

func (a *API) doelWijzigen(ctx context.Context, in *doelWijziging) (*doelEen, error) {
	d, err := a.Plan.WijzigDoel(ctx, actor(ctx), in.ID, in.Body.wijziging(velden(in.Body.DoelVelden)))
	if err != nil {
		return nil, err
	}
	return &doelEen{doelUit(d)}, nil
}

func (a *API) doelVerwijderen(ctx context.Context, in *Kenmerk) (*klaar, error) {
	return &klaar{}, a.Plan.VerwijderDoel(ctx, actor(ctx), in.ID)
}
