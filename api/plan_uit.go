// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"time"

	"dwarsverband/domein/plan"
)

// PlanVelden is what people fill in of a plan.
type PlanVelden struct {
	Titel invul[string] `json:"titel,omitzero" doc:"Hooguit 150 tekens" example:"Integraal veiligheidsplan 2027-2030"`
	Visie invul[string] `json:"visie,omitzero" doc:"Waar de gemeente naartoe wil; nodig om het plan aan te bieden" example:"Iedereen voelt zich veilig in de eigen buurt."`
	Van   invul[string] `json:"van,omitzero" doc:"Eerste dag (JJJJ-MM-DD)" example:"2027-01-01"`
	Tot   invul[string] `json:"tot,omitzero" doc:"Laatste dag (JJJJ-MM-DD)" example:"2030-12-31"`
}

// Plan is one plan in one version.
type Plan struct {
	ID       string `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Versie   int    `json:"versie" doc:"Stuur dit mee bij een wijziging" example:"3"`
	Soort    string `json:"soort" enum:"ivp,wmo,jeugd,jup" doc:"Soort plan" example:"ivp"`
	Naam     string `json:"soortNaam" doc:"Soort plan, voluit" example:"Integraal veiligheidsplan"`
	Domein   string `json:"domein" enum:"veiligheid,zorg" doc:"Beleidsdomein" example:"veiligheid"`
	Orgaan   string `json:"orgaan" enum:"raad,college" doc:"Wie het plan vaststelt" example:"raad"`
	Status   string `json:"status" enum:"concept,ter vaststelling,aangehouden,verworpen,vastgesteld,geëvalueerd,afgesloten" doc:"Alleen van een concept of een aangehouden plan kan de tekst wijzigen" example:"vastgesteld"`
	Merk     string `json:"merk,omitempty" doc:"Staat bij een plan dat niet van de gemeente is" example:"voorbeeld, niet van de gemeente"`
	Titel    string `json:"titel" doc:"Titel" example:"Integraal veiligheidsplan 2027-2030"`
	Visie    string `json:"visie" doc:"Visie; leeg als die er nog niet is" example:"Iedereen voelt zich veilig in de eigen buurt."`
	Van      string `json:"van" format:"date" doc:"Eerste dag" example:"2027-01-01"`
	Tot      string `json:"tot" format:"date" doc:"Laatste dag" example:"2030-12-31"`
	Ouder    string `json:"ouder,omitempty" doc:"Bij een jup: kenmerk van het ivp dat het uitvoert"`
	Vervangt string `json:"vervangt,omitempty" doc:"Kenmerk van het plan waarvan dit een nieuwe versie is"`

	Vaststelling *vaststelling `json:"vaststelling,omitempty" doc:"Het laatste besluit; ontbreekt zolang er geen is"`
	Evaluatie    *evaluatie    `json:"evaluatie,omitempty" doc:"Ontbreekt zolang het plan niet is geëvalueerd"`
}

type vaststelling struct {
	Besluit      string       `json:"besluit" enum:"raadsbesluit,collegebesluit" doc:"Soort besluit" example:"raadsbesluit"`
	Uitkomst     string       `json:"uitkomst" enum:"vastgesteld,aangehouden,verworpen" doc:"Wat er is besloten" example:"vastgesteld"`
	Nummer       string       `json:"nummer" doc:"Nummer van het besluit" example:"2026-118"`
	Datum        string       `json:"datum" format:"date" doc:"Dag van het besluit" example:"2026-11-05"`
	Door         string       `json:"vastgelegdDoor" doc:"Gebruiker die het besluit vastlegde" example:"griffier"`
	Op           time.Time    `json:"vastgelegdOp" doc:"Moment waarop het besluit is vastgelegd" example:"2026-11-09T11:00:00Z"`
	Amendementen []amendement `json:"amendementen" nullable:"false" doc:"Wijzigingen die de raad bij het vaststellen aanbracht"`
}

type amendement struct {
	Nummer    string `json:"nummer" doc:"Nummer van het amendement" example:"A3"`
	Onderdeel string `json:"onderdeel" doc:"visie, of het kenmerk van een doel" example:"visie"`
	Oud       string `json:"oud" doc:"Tekst voor het amendement"`
	Nieuw     string `json:"nieuw" doc:"Tekst na het amendement"`
}

type evaluatie struct {
	Tekst string `json:"tekst" doc:"Wat er is bereikt en geleerd"`
	Wie   string `json:"wie" doc:"Gebruiker die de evaluatie vastlegde" example:"adviseur-oov"`
	Datum string `json:"datum" format:"date" doc:"Dag van de evaluatie" example:"2030-10-01"`
}

// PlanGeheel is a plan with what stands in it.
type PlanGeheel struct {
	Plan
	VervangenDoor string       `json:"vervangenDoor,omitempty" doc:"Kenmerk van de nieuwere versie"`
	Prioriteiten  []prioriteit `json:"prioriteiten" nullable:"false" doc:"In volgorde van maken"`
	Doelen        []DoelZicht  `json:"doelen" nullable:"false" doc:"Met hoe elk doel ervoor staat"`
	Acties        []ActieZicht `json:"acties" nullable:"false" doc:"Acties van dit plan, en acties uit andere plannen voor de doelen van dit plan"`
}

func planUit(p plan.Plan) Plan {
	out := Plan{
		ID: p.ID, Versie: p.Versie, Soort: string(p.Soort), Naam: p.Soort.Naam(), Domein: p.Soort.Domein(), Orgaan: string(p.Soort.Orgaan()), Status: string(p.Status),
		Merk: p.Merk, Titel: p.Titel, Visie: p.Visie, Van: p.Van.String(), Tot: p.Tot.String(), Ouder: p.Ouder, Vervangt: p.Vervangt,
	}
	if v := p.Vaststelling; v.Orgaan != "" {
		out.Vaststelling = &vaststelling{Besluit: v.Naam(), Uitkomst: string(v.Uitkomst), Nummer: v.Nummer, Datum: v.Datum.String(), Door: v.Door, Op: v.Op.Time(),
			Amendementen: elk(v.Amendementen, func(a plan.Amendement) amendement {
				return amendement{Nummer: a.Nummer, Onderdeel: a.Onderdeel, Oud: a.Oud, Nieuw: a.Nieuw}
			})}
	}
	if e := p.Evaluatie; !e.Datum.IsZero() {
		out.Evaluatie = &evaluatie{Tekst: e.Tekst, Wie: e.Wie, Datum: e.Datum.String()}
	}
	return out
}

func planGeheelUit(o plan.Overzicht) PlanGeheel {
	return PlanGeheel{Plan: planUit(o.Plan), VervangenDoor: o.VervangenDoor.ID,
		Prioriteiten: elk(o.Prioriteiten, prioriteitUit), Doelen: elk(o.Doelen, doelZichtUit), Acties: elk(o.Acties, actieZichtUit)}
}
