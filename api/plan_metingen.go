// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/plan"
)

type metingFilter struct {
	Kenmerk
	Vanaf string `query:"vanaf" doc:"Alleen metingen die in of na deze periode eindigen: 2026, 2026-K3 of 2026-09" example:"2025"`
	Tot   string `query:"tot" doc:"Alleen metingen die in of voor deze periode eindigen" example:"2026-09"`
}

type metingLijst struct {
	Body struct {
		Eenheid  string   `json:"eenheid" doc:"Eenheid van de waarden" example:"per 1.000 woningen"`
		Gesloten bool     `json:"gesloten" doc:"Of u deze cijfers niet mag zien; dan zijn er geen metingen" example:"false"`
		Metingen []meting `json:"metingen" nullable:"false" doc:"Van oud naar nieuw, tot en met de laatste periode die voorbij is, ook als die nog niet is gepubliceerd"`
	}
}

func (a *API) indicatorMetingen(ctx context.Context, in *metingFilter) (*metingLijst, error) {
	var faults []domein.Fault
	first, last := metingGrens(&faults, "vanaf", in.Vanaf, cijfer.Periode.Start), metingGrens(&faults, "tot", in.Tot, cijfer.Periode.Eind)
	if err := domein.Refuse("api.indicatorMetingen", "Deze metingen kunnen niet worden gezocht.", faults); err != nil {
		return nil, err
	}
	o, err := a.Plan.ToonIndicator(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	kept := slices.DeleteFunc(o.Metingen, func(m plan.Meting) bool {
		end := maandnummer(m.Periode.Eind())
		return in.Vanaf != "" && end < first || in.Tot != "" && end > last
	})
	out := &metingLijst{}
	out.Body.Eenheid, out.Body.Gesloten, out.Body.Metingen = o.Eenheid, o.Dicht, elk(kept, metingUit)
	return out, nil
}

// metingGrens gives the month at one side of a period; a text that is no period is added to faults.
func metingGrens(faults *[]domein.Fault, veld, s string, kant func(cijfer.Periode) (jaar, maand int)) int {
	if s == "" {
		return 0
	}
	p, err := plan.ParsePeriode(s)
	if err != nil {
		*faults = append(*faults, domein.Fault{Veld: veld, Melding: "Dit is geen periode. Schrijf een jaar (2026), een kwartaal (2026-K3) of een maand (2026-09)."})
		return 0
	}
	return maandnummer(kant(p))
}

func maandnummer(jaar, maand int) int { return 12*jaar + maand }
