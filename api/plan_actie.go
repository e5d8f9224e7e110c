// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"strconv"

	"dwarsverband/domein/plan"
)

// ActieVelden is what people fill in of a measure while its plan is a draft.
type ActieVelden struct {
	Wat      invul[string] `json:"wat,omitzero" doc:"Wat u gaat doen, hooguit 500 tekens" example:"Preventieavonden in de wijken met de meeste inbraken"`
	Trekker  invul[string] `json:"trekker,omitzero" doc:"Wie dit trekt" example:"Afdeling Veiligheid"`
	Eigenaar invul[string] `json:"eigenaar,omitzero" doc:"Gebruiker die de voortgang mag melden" example:"adviseur-oov"`
	Partners invul[string] `json:"partners,omitzero" doc:"Met wie" example:"Politie, woningcorporaties"`
	Start    invul[string] `json:"start,omitzero" doc:"Startdatum (JJJJ-MM-DD)" example:"2027-01-15"`
	Eind     invul[string] `json:"eind,omitzero" doc:"Einddatum (JJJJ-MM-DD)" example:"2027-12-15"`
	Middelen invul[string] `json:"middelen,omitzero" doc:"Geld en uren" example:"25.000 euro per jaar"`
}

// ActieVoortgang is what people report on a measure until its plan is closed.
type ActieVoortgang struct {
	Status      invul[string] `json:"status,omitzero" doc:"gepland, loopt, gereed of gestopt" example:"loopt"`
	Voortgang   invul[int]    `json:"voortgang,omitzero" doc:"Percentage, 0 tot en met 100" example:"40"`
	Toelichting invul[string] `json:"toelichting,omitzero" doc:"Hoe het gaat" example:"Twee van de vijf avonden zijn geweest."`
	Afwijking   invul[string] `json:"afwijking,omitzero" doc:"Wat er anders gaat dan gepland" example:"De avond in Zuid is verschoven."`
	Bijsturing  invul[string] `json:"bijsturing,omitzero" doc:"Wat u daaraan doet; nodig bij een afwijking" example:"Nieuwe datum in maart."`
}

type mijlpaalVelden struct {
	Nummer int           `json:"nummer" doc:"1 tot en met 6" example:"1"`
	Naam   invul[string] `json:"naam,omitzero" doc:"Naam van de mijlpaal" example:"Eerste avond"`
	Datum  invul[string] `json:"datum,omitzero" doc:"Dag waarop de mijlpaal gehaald moet zijn (JJJJ-MM-DD)" example:"2027-03-01"`
}

type mijlpaalGehaald struct {
	Nummer  int           `json:"nummer" doc:"Nummer van de mijlpaal" example:"1"`
	Gehaald invul[string] `json:"gehaald,omitzero" doc:"Dag waarop de mijlpaal is gehaald (JJJJ-MM-DD); null als dat toch niet zo is" example:"2027-02-26"`
}

func (m mijlpaalVelden) nr() int  { return m.Nummer }
func (m mijlpaalGehaald) nr() int { return m.Nummer }

// actieIn gives the fields of a measure as the service names them: those of a milestone carry its number.
func actieIn[M interface{ nr() int }](body any, mijlpalen []M) map[string]string {
	out := velden(body)
	for _, m := range mijlpalen {
		for naam, w := range velden(m) {
			out["mijlpaal"+strconv.Itoa(m.nr())+naam] = w
		}
	}
	return out
}

// Actie is one measure.
type Actie struct {
	ID          string     `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Plan        string     `json:"plan" doc:"Kenmerk van het plan"`
	Doel        string     `json:"doel,omitempty" doc:"Kenmerk van het doel; ontbreekt als u dat doel niet mag zien"`
	Versie      int        `json:"versie" doc:"Stuur dit mee bij een wijziging" example:"4"`
	Wat         string     `json:"wat" doc:"Wat er gebeurt" example:"Preventieavonden in de wijken met de meeste inbraken"`
	Trekker     string     `json:"trekker" doc:"Wie dit trekt" example:"Afdeling Veiligheid"`
	Eigenaar    string     `json:"eigenaar,omitempty" doc:"Gebruiker die de voortgang mag melden" example:"adviseur-oov"`
	Partners    string     `json:"partners,omitempty" doc:"Met wie" example:"Politie, woningcorporaties"`
	Start       string     `json:"start" format:"date" doc:"Startdatum" example:"2027-01-15"`
	Eind        string     `json:"eind" format:"date" doc:"Einddatum" example:"2027-12-15"`
	Middelen    string     `json:"middelen,omitempty" doc:"Geld en uren" example:"25.000 euro per jaar"`
	Mijlpalen   []mijlpaal `json:"mijlpalen" nullable:"false" doc:"Op nummer"`
	Status      string     `json:"status" enum:"gepland,loopt,gereed,gestopt" doc:"Hoe de actie ervoor staat" example:"loopt"`
	Voortgang   int        `json:"voortgang" doc:"Percentage" example:"40"`
	Toelichting string     `json:"toelichting,omitempty" doc:"Hoe het gaat"`
	Afwijking   string     `json:"afwijking,omitempty" doc:"Wat er anders gaat dan gepland"`
	Bijsturing  string     `json:"bijsturing,omitempty" doc:"Wat daaraan wordt gedaan"`
}

type mijlpaal struct {
	Nummer  int    `json:"nummer" doc:"1 tot en met 6" example:"1"`
	Naam    string `json:"naam" doc:"Naam" example:"Eerste avond"`
	Datum   string `json:"datum" format:"date" doc:"Dag waarop de mijlpaal gehaald moet zijn" example:"2027-03-01"`
	Gehaald string `json:"gehaald,omitempty" format:"date" doc:"Dag waarop de mijlpaal is gehaald; ontbreekt zolang dat niet zo is" example:"2027-02-26"`
}

// ActieZicht is a measure with the plan and the goal that it belongs to.
type ActieZicht struct {
	Actie
	PlanTitel string `json:"planTitel" doc:"Titel van het plan" example:"Jaaruitvoeringsplan 2027"`
	DoelTekst string `json:"doelTekst,omitempty" doc:"Tekst van het doel" example:"In 2030 zijn er een kwart minder woninginbraken."`
	TeLaat    bool   `json:"teLaat" doc:"Of de actie klaar had moeten zijn, of een mijlpaal miste" example:"false"`
}

func actieUit(a plan.Actie) Actie {
	return Actie{
		ID: a.ID, Plan: a.Plan, Doel: a.Doel, Versie: a.Versie, Wat: a.Wat, Trekker: a.Trekker, Eigenaar: a.Eigenaar, Partners: a.Partners,
		Start: a.Start.String(), Eind: a.Eind.String(), Middelen: a.Middelen, Status: string(a.Status), Voortgang: a.Voortgang,
		Toelichting: a.Toelichting, Afwijking: a.Afwijking, Bijsturing: a.Bijsturing,
		Mijlpalen: elk(a.Mijlpalen, func(m plan.Mijlpaal) mijlpaal {
			return mijlpaal{Nummer: m.Nummer, Naam: m.Naam, Datum: m.Datum.String(), Gehaald: m.Gehaald.String()}
		}),
	}
}

// actieZichtUit leaves out the goal that the service left out: it stands in a draft that the asker may not see.
func actieZichtUit(z plan.ActieZicht) ActieZicht {
	out := ActieZicht{Actie: actieUit(z.Actie), PlanTitel: z.Plan.Titel, DoelTekst: z.Doel.Tekst, TeLaat: z.TeLaat}
	out.Actie.Doel = z.Doel.ID
	return out
}
