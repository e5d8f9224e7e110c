// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"errors"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
)

type planBesluit struct {
	Kenmerk
	Body struct {
		Orgaan       string            `json:"orgaan" enum:"raad,college" doc:"Wie besloot: de raad over een ivp, wmo- of jeugdplan, het college over een jup" example:"raad"`
		Uitkomst     string            `json:"uitkomst,omitempty" doc:"vastgesteld, aangehouden of verworpen" example:"vastgesteld"`
		Nummer       string            `json:"nummer,omitempty" doc:"Nummer van het besluit" example:"2026-118"`
		Datum        string            `json:"datum,omitempty" doc:"Dag van het besluit (JJJJ-MM-DD)" example:"2026-11-05"`
		Amendementen []amendementNieuw `json:"amendementen,omitempty" doc:"Wijzigingen die de raad bij het vaststellen aanbracht"`
	}
}

type amendementNieuw struct {
	Nummer    string `json:"nummer,omitempty" doc:"Nummer van het amendement" example:"A3"`
	Onderdeel string `json:"onderdeel,omitempty" doc:"visie, of het kenmerk van een doel" example:"visie"`
	Nieuw     string `json:"nieuw,omitempty" doc:"Nieuwe tekst" example:"Iedereen voelt zich veilig in de eigen straat."`
}

func (a *API) planVaststellen(ctx context.Context, in *planBesluit) (*planEen, error) {
	b := plan.Besluit{Uitkomst: plan.Status(in.Body.Uitkomst), Nummer: in.Body.Nummer,
		Amendementen: elk(in.Body.Amendementen, func(a amendementNieuw) plan.Amendement {
			return plan.Amendement{Nummer: a.Nummer, Onderdeel: a.Onderdeel, Nieuw: a.Nieuw}
		})}
	day, unreadable := termijn.ParseDate(in.Body.Datum)
	b.Datum = day
	leg := a.Plan.StelVastRaad
	if in.Body.Orgaan == string(plan.College) {
		leg = a.Plan.StelVastCollege
	}
	p, err := leg(ctx, actor(ctx), in.ID, b)
	if unreadable != nil {
		err = geenDag(err, "datum")
	}
	return planNa(p, err)
}

// geenDag says of a field that is no day what is wrong with it. The service got no day and says only that there is none; its other faults stay.
func geenDag(err error, veld string) error {
	var e *domein.Error
	if errors.As(err, &e) {
		for i := range e.Faults {
			if e.Faults[i].Veld == veld {
				e.Faults[i].Melding = geenDatum
			}
		}
	}
	return err
}
