// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"math"
	"time"

	"dwarsverband/domein/signaal"
)

// bekend gives nil for a number that is not known.
func bekend(f float64) *float64 {
	if math.IsNaN(f) {
		return nil
	}
	return &f
}

// Signaalgebeurtenis is one thing that happened to a signal.
type Signaalgebeurtenis struct {
	Moment time.Time `json:"moment"`
	Wie    string    `json:"wie" doc:"Kenmerk van de gebruiker, systeem of partner"`
	Wat    string    `json:"wat" enum:"nieuw,geduid,besproken,opgepakt,gesloten,herzien,gevraagd,antwoord"`
	Tekst  string    `json:"tekst,omitempty"`
	Bron   string    `json:"bron,omitempty" doc:"Waarop de tekst rust; bij een vraag de organisatie die is gevraagd"`
}

type signaalDetail struct {
	Body struct {
		Signaal
		Zin            string               `json:"zin" doc:"Wat is gezien en wat was verwacht, in één zin. Een oorzaak staat er nooit in."`
		Delen          []string             `json:"delen" nullable:"false" doc:"Kenmerken van de andere signalen van dezelfde gebeurtenis"`
		Stappen        []string             `json:"stappen" nullable:"false" doc:"Statussen waar u het signaal naartoe kunt zetten"`
		Oordelen       []Oordeel            `json:"oordelen" nullable:"false" doc:"De beoordeelde maanden van deze reeks, van oud naar nieuw"`
		Gebeurtenissen []Signaalgebeurtenis `json:"gebeurtenissen" nullable:"false" doc:"Van nieuw naar oud"`
	}
}

func (a *API) signaalLezen(ctx context.Context, in *Kenmerk) (*signaalDetail, error) {
	wie := actor(ctx)
	b, err := a.Signaal.Toon(ctx, wie, in.ID)
	if err != nil {
		return nil, err
	}
	tenant, err := a.Gebruiker.Store.Verantwoordelijke(ctx, wie.Verantwoordelijke)
	if err != nil {
		return nil, err
	}
	today := tenant.Vandaag
	if today.IsZero() {
		today = a.Signaal.Nu().Date()
	}
	out := &signaalDetail{}
	out.Body.Signaal = signaalUit(b.Signaal)
	out.Body.Zin = b.Zin(b.Gebied.Naam, b.Soort.Naam, tenant.Peildatum, today)
	out.Body.Delen, out.Body.Stappen = []string{}, []string{}
	if b.Verhaal.Hoofd.ID != b.ID {
		out.Body.Delen = append(out.Body.Delen, b.Verhaal.Hoofd.ID)
	}
	for _, d := range b.Verhaal.Delen {
		if d.ID != b.ID {
			out.Body.Delen = append(out.Body.Delen, d.ID)
		}
	}
	for _, s := range b.Stappen {
		if s.Reden == "" {
			out.Body.Stappen = append(out.Body.Stappen, string(s.Naar))
		}
	}
	out.Body.Oordelen = elk(b.Oordelen, oordeelUit)
	out.Body.Gebeurtenissen = elk(b.Gebeurtenissen, func(e signaal.Gebeurtenis) Signaalgebeurtenis {
		return Signaalgebeurtenis{Moment: e.Moment.Time(), Wie: e.Wie, Wat: e.Wat, Tekst: e.Tekst, Bron: e.Bron}
	})
	return out, nil
}

type signaalStap struct {
	Kenmerk
	Body struct {
		Naar   string            `json:"naar" doc:"geduid, besproken, opgepakt of gesloten" example:"geduid"`
		Velden map[string]string `json:"velden,omitempty" doc:"Wat u invult of wijzigt: duiding en duidingsbron, tafel, opvolging, of sluitreden"`
		Basis
	}
}

type signaalEen struct{ Body Signaal }

// signaalStap moves a signal. Where somebody else changed the same field meanwhile the answer is 409, with both values of each.
func (a *API) signaalStap(ctx context.Context, in *signaalStap) (*signaalEen, error) {
	s, err := a.Signaal.Zet(ctx, actor(ctx), in.ID, signaal.Stap{Naar: signaal.Status(in.Body.Naar), Basis: in.Body.Versie, Velden: in.Body.Velden})
	if err != nil {
		return nil, err
	}
	return &signaalEen{signaalUit(s)}, nil
}
