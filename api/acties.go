// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"slices"

	"dwarsverband/domein/plan"
)

func (a *API) actieOperaties() {
	lees(a, "actie-lijst", "/acties", "Acties zoeken", a.actieLijst)
	lees(a, "actie-lezen", "/acties/{id}", "Actie lezen, met plan en doel", a.actieLezen)
	operatie(a, http.MethodPost, "actie-toevoegen", "/plannen/{id}/acties", "Actie toevoegen aan een concept", http.StatusCreated, a.actieToevoegen)
	operatie(a, http.MethodPatch, "actie-wijzigen", "/acties/{id}", "Actie van een concept wijzigen", http.StatusOK, a.actieWijzigen)
	operatie(a, http.MethodPatch, "actie-voortgang", "/acties/{id}/voortgang", "Voortgang melden, ook van een vastgesteld plan", http.StatusOK, a.actieVoortgang)
	operatie(a, http.MethodDelete, "actie-verwijderen", "/acties/{id}", "Actie uit een concept halen; de verbanden eindigen mee", http.StatusNoContent, a.actieVerwijderen)
}

type actieFilter struct {
	Plan     string `query:"plan" doc:"Alleen acties van het plan met dit kenmerk"`
	Doel     string `query:"doel" doc:"Alleen acties voor het doel met dit kenmerk"`
	Status   string `query:"status" enum:"gepland,loopt,gereed,gestopt" doc:"Alleen acties met deze status"`
	Eigenaar string `query:"eigenaar" doc:"Alleen acties van deze gebruiker" example:"wijkagent"`
	TeLaat   bool   `query:"teLaat" doc:"true: alleen acties die klaar hadden moeten zijn, of een mijlpaal misten" example:"true"`
}

type actieLijst struct {
	Body struct {
		Acties []ActieZicht `json:"acties" nullable:"false" doc:"Op startdatum"`
	}
}

func (a *API) actieLijst(ctx context.Context, in *actieFilter) (*actieLijst, error) {
	list, err := a.Plan.Acties(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(z plan.ActieZicht) bool {
		return in.Plan != "" && z.Actie.Plan != in.Plan || in.Doel != "" && z.Actie.Doel != in.Doel || in.Status != "" && string(z.Status) != in.Status ||
			in.Eigenaar != "" && z.Eigenaar != in.Eigenaar || in.TeLaat && !z.TeLaat
	})
	out := &actieLijst{}
	out.Body.Acties = elk(list, actieZichtUit)
	return out, nil
}

type actieDetail struct{ Body ActieZicht }

func (a *API) actieLezen(ctx context.Context, in *Kenmerk) (*actieDetail, error) {
	z, err := a.Plan.ToonActie(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &actieDetail{actieZichtUit(z)}, nil
}

type actieNieuw struct {
	Kenmerk
	Body struct {
		Doel string `json:"doel" minLength:"1" doc:"Kenmerk van een doel van dit plan, of van het ivp dat dit plan uitvoert"`
		ActieVelden
		Mijlpalen []mijlpaalVelden `json:"mijlpalen,omitempty" doc:"Hooguit zes; in meldingen heet de datum van de eerste mijlpaal1datum"`
	}
}

type actieGemaakt struct {
	Location string `header:"Location" doc:"Adres van de actie"`
	Body     Actie
}

func (a *API) actieToevoegen(ctx context.Context, in *actieNieuw) (*actieGemaakt, error) {
	x, err := a.Plan.NieuweActie(ctx, actor(ctx), in.ID, in.Body.Doel, actieIn(in.Body.ActieVelden, in.Body.Mijlpalen))
	if err != nil {
		return nil, err
	}
	return &actieGemaakt{Location: prefix + "/acties/" + x.ID, Body: actieUit(x)}, nil
}

type actieWijziging struct {
	Kenmerk
	Body struct {
		Basis
		ActieVelden
		Mijlpalen []mijlpaalVelden `json:"mijlpalen,omitempty" doc:"Alleen de mijlpalen die u wijzigt"`
	}
}

type actieEen struct{ Body Actie }

func (a *API) actieWijzigen(ctx context.Context, in *actieWijziging) (*actieEen, error) {
	return actieNa(a.Plan.WijzigActie(ctx, actor(ctx), in.ID, in.Body.wijziging(actieIn(in.Body.ActieVelden, in.Body.Mijlpalen))))
}

type actieMelding struct {
	Kenmerk
	Body struct {
		Basis
		ActieVoortgang
		Mijlpalen []mijlpaalGehaald `json:"mijlpalen,omitempty" doc:"Alleen de mijlpalen waarover u iets meldt"`
	}
}

func (a *API) actieVoortgang(ctx context.Context, in *actieMelding) (*actieEen, error) {
	return actieNa(a.Plan.MeldVoortgang(ctx, actor(ctx), in.ID, in.Body.wijziging(actieIn(in.Body.ActieVoortgang, in.Body.Mijlpalen))))
}

func actieNa(x plan.Actie, err error) (*actieEen, error) {
	if err != nil {
		return nil, err
	}
	return &actieEen{actieUit(x)}, nil
}

func (a *API) actieVerwijderen(ctx context.Context, in *Kenmerk) (*klaar, error) {
	return &klaar{}, a.Plan.VerwijderActie(ctx, actor(ctx), in.ID)
}
