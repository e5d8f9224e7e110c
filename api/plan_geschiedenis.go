// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"time"

	"dwarsverband/domein/plan"
)

// geschiedenisOperaties are the versions of everything in a plan that people edit.
func (a *API) geschiedenisOperaties() {
	for _, r := range []struct{ soort, pad, wat string }{
		{"plan", "/plannen", "een plan"}, {"prioriteit", "/prioriteiten", "een prioriteit"}, {"doel", "/doelen", "een doel"},
		{"indicator", "/indicatoren", "een indicator"}, {"actie", "/acties", "een actie"},
	} {
		lees(a, r.soort+"-geschiedenis", r.pad+"/{id}/geschiedenis", "Eerdere versies van "+r.wat, func(ctx context.Context, in *Kenmerk) (*geschiedenis, error) {
			return a.geschiedenis(ctx, r.soort, in.ID)
		})
	}
}

type geschiedenis struct {
	Body struct {
		Bewerkingen []bewerking `json:"bewerkingen" nullable:"false" doc:"Van nieuw naar oud"`
	}
}

type bewerking struct {
	Versie  int               `json:"versie" doc:"Versie die ontstond" example:"3"`
	Wie     string            `json:"wie" doc:"Gebruiker die opsloeg" example:"adviseur-oov"`
	Wanneer time.Time         `json:"wanneer" doc:"Moment van opslaan" example:"2026-11-09T11:00:00Z"`
	Velden  map[string]string `json:"velden" doc:"Velden die in deze versie wijzigden, met hun nieuwe waarde"`
}

func (a *API) geschiedenis(ctx context.Context, soort, id string) (*geschiedenis, error) {
	list, err := a.Plan.Geschiedenis(ctx, actor(ctx), soort, id)
	if err != nil {
		return nil, err
	}
	out := &geschiedenis{}
	out.Body.Bewerkingen = elk(list, func(b plan.Bewerking) bewerking {
		return bewerking{Versie: b.Versie, Wie: b.Wie, Wanneer: b.Moment.Time(), Velden: b.Waarden}
	})
	return out, nil
}
