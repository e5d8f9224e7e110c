// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"dwarsverband/domein/plan"
)

// DoelZicht is a goal with how it stands and what serves it.
type DoelZicht struct {
	Doel
	PlanTitel   string       `json:"planTitel" doc:"Titel van het plan" example:"Integraal veiligheidsplan 2027-2030"`
	Stand       stand        `json:"stand" doc:"Hoe het doel ervoor staat"`
	GemetenDoor string       `json:"gemetenDoor,omitempty" doc:"Kenmerk van de indicator die het doel meet"`
	Indicatoren []verwijzing `json:"indicatoren" nullable:"false" doc:"Indicatoren bij dit doel"`
	Acties      []verwijzing `json:"acties" nullable:"false" doc:"Acties voor dit doel"`
}

// stand compares the newest measurement with the straight line from baseline to target.
type stand struct {
	Oordeel  string   `json:"oordeel" enum:"op schema,achter,voor,nog niet te zeggen" doc:"Vergelijking met het pad van nulmeting naar streefwaarde" example:"achter"`
	Reden    string   `json:"reden,omitempty" doc:"Waarom er nog niets te zeggen is"`
	Periode  string   `json:"periode,omitempty" doc:"Periode van de nieuwste meting met een waarde" example:"2026-09"`
	Waarde   *float64 `json:"waarde" doc:"Nieuwste meting; null als er geen is" example:"7.9"`
	Pad      *float64 `json:"pad" doc:"Wat het pad in die periode vraagt; null als er nog niets te zeggen is" example:"7.4"`
	Verschil *float64 `json:"verschil" doc:"Meting min pad; null als er nog niets te zeggen is" example:"0.5"`
	Marge    *float64 `json:"marge" doc:"Hoe ver van het pad nog op schema is; null als er nog niets te zeggen is" example:"0.21"`
}

func doelZichtUit(z plan.DoelZicht) DoelZicht {
	out := DoelZicht{Doel: doelUit(z.Doel), PlanTitel: z.Plan.Titel, Stand: standUit(z.Stand),
		Indicatoren: elk(z.Indicatoren, func(i plan.IndicatorZicht) verwijzing { return verwijzing{i.ID, i.Naam} }),
		Acties:      elk(z.Acties, func(a plan.ActieZicht) verwijzing { return verwijzing{a.ID, a.Wat} })}
	if z.Meter >= 0 {
		out.GemetenDoor = z.Indicatoren[z.Meter].ID
	}
	return out
}

func standUit(s plan.Stand) stand {
	out := stand{Oordeel: string(s.Oordeel), Reden: s.Reden, Periode: plan.SchrijfPeriode(s.Meting.Periode), Waarde: s.Meting.Waarde}
	if s.Oordeel != plan.NietTeZeggen {
		out.Pad, out.Verschil, out.Marge = &s.Pad, &s.Verschil, &s.Marge
	}
	return out
}

// meting is what an indicator measured in one period. A value that is absent is null with the reason in Status, never 0 (invariant I16).
type meting struct {
	Periode       string   `json:"periode" doc:"Laatste periode die meetelt: 2026, 2026-K3 of 2026-09" example:"2026-09"`
	Naam          string   `json:"naam" doc:"Wat de meting omvat" example:"12 maanden tot en met september 2026"`
	Status        string   `json:"status" enum:"definitief,voorlopig,nog niet gepubliceerd,geheim,onbekend,te klein om te tonen" doc:"Wat voor waarde dit is, of waarom er geen is" example:"voorlopig"`
	Waarde        *float64 `json:"waarde" doc:"null als er geen waarde is" example:"7.9"`
	Teller        *float64 `json:"teller" doc:"Getelde aantal; null als er geen waarde is" example:"412"`
	Noemer        *float64 `json:"noemer" doc:"Waardoor is gedeeld; null zonder noemer" example:"52150"`
	NoemerPeriode string   `json:"noemerPeriode,omitempty" doc:"Periode van de noemer, als die een andere is" example:"2025"`
}

func metingUit(m plan.Meting) meting {
	return meting{Periode: plan.SchrijfPeriode(m.Periode), Naam: m.Naam(), Status: string(m.Status), Waarde: m.Waarde, Teller: m.Teller, Noemer: m.Noemer,
		NoemerPeriode: plan.SchrijfPeriode(m.NoemerPeriode)}
}
