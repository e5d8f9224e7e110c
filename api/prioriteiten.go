// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"

	"dwarsverband/domein/plan"
)

func (a *API) prioriteitOperaties() {
	lees(a, "prioriteit-lijst", "/plannen/{id}/prioriteiten", "Prioriteiten van een plan", a.prioriteitLijst)
	operatie(a, http.MethodPost, "prioriteit-toevoegen", "/plannen/{id}/prioriteiten", "Prioriteit toevoegen aan een concept", http.StatusCreated, a.prioriteitToevoegen)
	lees(a, "prioriteit-lezen", "/prioriteiten/{id}", "Prioriteit lezen", a.prioriteitLezen)
	operatie(a, http.MethodPatch, "prioriteit-wijzigen", "/prioriteiten/{id}", "Prioriteit van een concept wijzigen", http.StatusOK, a.prioriteitWijzigen)
	operatie(a, http.MethodDelete, "prioriteit-verwijderen", "/prioriteiten/{id}", "Prioriteit zonder doelen uit een concept halen", http.StatusNoContent, a.prioriteitVerwijderen)
}

// PrioriteitVelden is what people fill in of a priority.
type PrioriteitVelden struct {
	Titel       invul[string] `json:"titel,omitzero" doc:"Hooguit 150 tekens" example:"Woninginbraken"`
	Veld        invul[int]    `json:"veld,omitzero" doc:"Veiligheidsveld, 1 tot en met 5; nodig in een plan over veiligheid" example:"1"`
	Thema       invul[string] `json:"thema,omitzero" doc:"Code van een thema binnen het veiligheidsveld" example:"1.3"`
	Niveau      invul[string] `json:"niveau,omitzero" doc:"lokaal, basisteam of regio" example:"lokaal"`
	Motivering  invul[string] `json:"motivering,omitzero" doc:"Waarom dit voorgaat" example:"Het aantal inbraken ligt boven dat van vergelijkbare gemeenten."`
	Bestuurlijk invul[string] `json:"bestuurlijk,omitzero" doc:"Wie in het college verantwoordelijk is" example:"Burgemeester"`
	Ambtelijk   invul[string] `json:"ambtelijk,omitzero" doc:"Wie in de organisatie verantwoordelijk is" example:"Afdeling Veiligheid"`
}

type prioriteit struct {
	ID          string `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Plan        string `json:"plan" doc:"Kenmerk van het plan"`
	Versie      int    `json:"versie" doc:"Stuur dit mee bij een wijziging" example:"1"`
	Titel       string `json:"titel" doc:"Titel" example:"Woninginbraken"`
	Veld        int    `json:"veld,omitempty" doc:"Veiligheidsveld, 1 tot en met 5; ontbreekt in een plan over zorg" example:"1"`
	VeldNaam    string `json:"veldNaam,omitempty" doc:"Naam van het veiligheidsveld" example:"Veilige woon- en leefomgeving"`
	Thema       string `json:"thema,omitempty" doc:"Code van het thema" example:"1.3"`
	ThemaNaam   string `json:"themaNaam,omitempty" doc:"Naam van het thema"`
	Niveau      string `json:"niveau,omitempty" enum:"lokaal,basisteam,regio" doc:"Niveau waarop de prioriteit is afgesproken" example:"lokaal"`
	Motivering  string `json:"motivering,omitempty" doc:"Waarom dit voorgaat"`
	Bestuurlijk string `json:"bestuurlijk,omitempty" doc:"Wie in het college verantwoordelijk is" example:"Burgemeester"`
	Ambtelijk   string `json:"ambtelijk,omitempty" doc:"Wie in de organisatie verantwoordelijk is" example:"Afdeling Veiligheid"`
}

func prioriteitUit(p plan.Prioriteit) prioriteit {
	veld, _ := plan.VeldVan(p.Veld)
	thema, _ := plan.ThemaVan(p.Thema)
	return prioriteit{ID: p.ID, Plan: p.Plan, Versie: p.Versie, Titel: p.Titel, Veld: p.Veld, VeldNaam: veld.Naam, Thema: p.Thema, ThemaNaam: thema.Naam,
		Niveau: p.Niveau, Motivering: p.Motivering, Bestuurlijk: p.Bestuurlijk, Ambtelijk: p.Ambtelijk}
}

type prioriteitLijst struct {
	Body struct {
		Prioriteiten []prioriteit `json:"prioriteiten" nullable:"false" doc:"In volgorde van maken"`
	}
}

func (a *API) prioriteitLijst(ctx context.Context, in *Kenmerk) (*prioriteitLijst, error) {
	o, err := a.Plan.Toon(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	out := &prioriteitLijst{}
	out.Body.Prioriteiten = elk(o.Prioriteiten, prioriteitUit)
	return out, nil
}

type prioriteitEen struct{ Body prioriteit }

func (a *API) prioriteitLezen(ctx context.Context, in *Kenmerk) (*prioriteitEen, error) {
	p, _, err := a.Plan.ToonPrioriteit(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &prioriteitEen{prioriteitUit(p)}, nil
}

type prioriteitNieuw struct {
	Kenmerk
	Body struct{ PrioriteitVelden }
}

type prioriteitGemaakt struct {
	Location string `header:"Location" doc:"Adres van de prioriteit"`
	Body     prioriteit
}

func (a *API) prioriteitToevoegen(ctx context.Context, in *prioriteitNieuw) (*prioriteitGemaakt, error) {
	p, err := a.Plan.NieuwePrioriteit(ctx, actor(ctx), in.ID, velden(in.Body.PrioriteitVelden))
	if err != nil {
		return nil, err
	}
	return &prioriteitGemaakt{Location: prefix + "/prioriteiten/" + p.ID, Body: prioriteitUit(p)}, nil
}

type prioriteitWijziging struct {
	Kenmerk
	Body struct {
		Basis
		PrioriteitVelden
	}
}

func (a *API) prioriteitWijzigen(ctx context.Context, in *prioriteitWijziging) (*prioriteitEen, error) {
	p, err := a.Plan.WijzigPrioriteit(ctx, actor(ctx), in.ID, in.Body.wijziging(velden(in.Body.PrioriteitVelden)))
	if err != nil {
		return nil, err
	}
	return &prioriteitEen{prioriteitUit(p)}, nil
}

func (a *API) prioriteitVerwijderen(ctx context.Context, in *Kenmerk) (*klaar, error) {
	return &klaar{}, a.Plan.VerwijderPrioriteit(ctx, actor(ctx), in.ID)
}
