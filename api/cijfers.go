// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"maps"
	"slices"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
)

// cijferOperaties are the operations on figures.
func (a *API) cijferOperaties() {
	lees(a, "cijfer-lijst", "/cijfers", "Cijfers van een soort, van een gebied of van beide", a.cijferLijst)
	lees(a, "cijfer-lezen", "/cijfers/{soort}/{gebied}/{periode}", "Cijfer lezen, met elke waarde die het heeft gehad", a.cijferLezen)
}

// Cijfer is a figure in force as the API gives it.
type Cijfer struct {
	Soort           string    `json:"soort" example:"misdrijf-1.1.1"`
	Gebied          string    `json:"gebied" example:"BU05990110"`
	Periode         string    `json:"periode" doc:"Jaar, kwartaal of maand zoals het CBS die schrijft" example:"2026MM09"`
	Waarde          *float64  `json:"waarde" nullable:"true" doc:"Leeg als de bron geen waarde geeft. Leeg is nooit 0."`
	Waardeattribuut string    `json:"waardeattribuut,omitempty" enum:"voorlopig,geheim,onbekend,niet van toepassing" doc:"Wat de bron over de waarde zegt"`
	Bron            string    `json:"bron" example:"47022NED"`
	Sinds           time.Time `json:"sinds" doc:"Moment waarop deze waarde is ingelezen" example:"2026-11-09T11:00:00Z"`
}

func cijferUit(c cijfer.Cijfer) Cijfer {
	return Cijfer{Soort: c.Soort, Gebied: c.Gebied, Periode: c.Periode.Code(), Waarde: c.Waarde, Waardeattribuut: string(c.Attribuut), Bron: c.Bron, Sinds: c.Sinds.Time()}
}

type cijferFilter struct {
	Soort   string `query:"soort" doc:"Code van de soort. Geef een soort of een gebied, of allebei." example:"misdrijf-1.1.1"`
	Gebied  string `query:"gebied" doc:"Code van het gebied" example:"BU05990110"`
	Periode string `query:"periode" doc:"Alleen deze periode" example:"2026MM09"`
}

type cijferLijst struct {
	Body struct {
		Cijfers []Cijfer `json:"cijfers" nullable:"false" doc:"Op soort, gebied en periode. Een periode zonder cijfer ontbreekt: dat is niet 0."`
	}
}

const geenPeriode = "Deze periode bestaat niet. Gebruik een jaar (2025JJ00), een kwartaal (2025KW03) of een maand (2025MM09)."

func (a *API) cijferLijst(ctx context.Context, in *cijferFilter) (*cijferLijst, error) {
	var faults []domein.Fault
	if in.Soort == "" && in.Gebied == "" {
		faults = append(faults, domein.Fault{Veld: "soort", Melding: "Geef een soort of een gebied: alle cijfers tegelijk zijn te veel."})
	}
	if _, err := cijfer.ParsePeriode(in.Periode); in.Periode != "" && err != nil {
		faults = append(faults, domein.Fault{Veld: "periode", Melding: geenPeriode})
	}
	if err := domein.Refuse("api.cijferLijst", "Deze cijfers kunnen niet worden gezocht.", faults); err != nil {
		return nil, err
	}
	list, err := a.zoekCijfers(ctx, in)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(c cijfer.Cijfer) bool { return in.Periode != "" && c.Periode.Code() != in.Periode })
	out := &cijferLijst{}
	out.Body.Cijfers = elk(list, cijferUit)
	return out, nil
}

func (a *API) zoekCijfers(ctx context.Context, in *cijferFilter) ([]cijfer.Cijfer, error) {
	switch wie := actor(ctx); {
	case in.Soort == "":
		by, err := a.Cijfer.VanGebied(ctx, wie, in.Gebied)
		var list []cijfer.Cijfer
		for _, code := range slices.Sorted(maps.Keys(by)) {
			list = append(list, by[code]...)
		}
		return list, err
	case in.Gebied != "":
		return a.Cijfer.Reeks(ctx, wie, in.Soort, in.Gebied)
	case in.Periode != "":
		return a.Cijfer.Beeld(ctx, wie, in.Soort, cijfer.Periode(in.Periode))
	default:
		return a.Cijfer.Reeksen(ctx, wie, in.Soort, "", "")
	}
}

type cijferCel struct {
	Soort   string `path:"soort" doc:"Code van de soort" example:"misdrijf-1.1.1"`
	Gebied  string `path:"gebied" doc:"Code van het gebied" example:"BU05990110"`
	Periode string `path:"periode" doc:"Periode" example:"2026MM09"`
}

// Cijferversie is one value that a figure has had.
type Cijferversie struct {
	Waarde          *float64   `json:"waarde" nullable:"true"`
	Waardeattribuut string     `json:"waardeattribuut,omitempty" enum:"voorlopig,geheim,onbekend,niet van toepassing"`
	Sinds           time.Time  `json:"sinds" doc:"Moment waarop deze waarde is ingelezen"`
	Tot             *time.Time `json:"tot,omitempty" doc:"Moment waarop een herziening haar verving; ontbreekt bij de geldende waarde"`
	Invoer          string     `json:"invoer" doc:"Kenmerk van het bestand dat deze waarde bracht"`
}

type cijferAntwoord struct {
	Body struct {
		Soort   string         `json:"soort"`
		Gebied  string         `json:"gebied"`
		Periode string         `json:"periode"`
		Versies []Cijferversie `json:"versies" nullable:"false" doc:"Van oud naar nieuw; de laatste geldt"`
	}
}

func (a *API) cijferLezen(ctx context.Context, in *cijferCel) (*cijferAntwoord, error) {
	p, err := cijfer.ParsePeriode(in.Periode)
	if err != nil {
		return nil, domein.Refuse("api.cijferLezen", "Dit cijfer kan niet worden gezocht.", []domein.Fault{{Veld: "periode", Melding: geenPeriode}})
	}
	versies, err := a.Cijfer.Versies(ctx, actor(ctx), cijfer.Cel{Soort: in.Soort, Gebied: in.Gebied, Periode: p})
	if err == nil && len(versies) == 0 {
		err = domein.Missing("api.cijferLezen")
	}
	if err != nil {
		return nil, err
	}
	out := &cijferAntwoord{}
	out.Body.Soort, out.Body.Gebied, out.Body.Periode = in.Soort, in.Gebied, in.Periode
	out.Body.Versies = elk(versies, func(v cijfer.Versie) Cijferversie {
		c := Cijferversie{Waarde: v.Waarde, Waardeattribuut: string(v.Attribuut), Sinds: v.Sinds.Time(), Invoer: v.Import}
		if !v.Tot.IsZero() {
			until := v.Tot.Time()
			c.Tot = &until
		}
		return c
	})
	return out, nil
}
