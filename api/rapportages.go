// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
)

// rapportageOperaties are the operations on reports to the raad.
func (a *API) rapportageOperaties() {
	lees(a, "rapportage-lijst", "/rapportages", "Rapportages zoeken", a.rapportageLijst)
	operatie(a, http.MethodPost, "rapportage-opstellen", "/rapportages", "Rapportage opstellen als concept", http.StatusCreated, a.rapportageOpstellen)
	lees(a, "rapportage-lezen", "/rapportages/{id}", "Rapportage lezen, zoals de raad haar leest", a.rapportageLezen)
	operatie(a, http.MethodPatch, "rapportage-wijzigen", "/rapportages/{id}", "Tekst van een concept wijzigen", http.StatusOK, a.rapportageWijzigen)
	operatie(a, http.MethodDelete, "rapportage-verwijderen", "/rapportages/{id}", "Concept weghalen", http.StatusNoContent, a.rapportageVerwijderen)
	operatie(a, http.MethodPost, "rapportage-vrijgeven", "/rapportages/{id}/vrijgave", "Rapportage vrijgeven op grond van een collegebesluit", http.StatusOK, a.rapportageVrijgeven)
	operatie(a, http.MethodPost, "rapportage-editie", "/rapportages/{id}/nieuwe-editie", "Concept maken dat een vrijgegeven editie verbetert", http.StatusCreated, a.rapportageEditie)
}

type rapportageFilter struct {
	Plan   string `query:"plan" doc:"Alleen rapportages over dit plan"`
	Status string `query:"status" enum:"concept,vrijgegeven,ingetrokken" doc:"Alleen rapportages met deze status"`
}

type rapportageLijst struct {
	Body struct {
		Rapportages []Rapportage `json:"rapportages" nullable:"false" doc:"De nieuwste periode en editie eerst"`
	}
}

func (a *API) rapportageLijst(ctx context.Context, in *rapportageFilter) (*rapportageLijst, error) {
	list, err := a.Rapportage.Lijst(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	out := &rapportageLijst{}
	out.Body.Rapportages = []Rapportage{}
	for _, r := range list {
		if (in.Plan == "" || r.Plan == in.Plan) && (in.Status == "" || string(r.Status) == in.Status) {
			out.Body.Rapportages = append(out.Body.Rapportages, a.rapportageUit(r))
		}
	}
	return out, nil
}

type rapportageNieuw struct {
	Body struct {
		Plan    string `json:"plan,omitempty" doc:"Kenmerk van een vastgesteld plan"`
		Tijdvak string `json:"tijdvak,omitempty" doc:"Periode waarover de rapportage gaat: eerste en laatste periode zoals CBS die schrijft" example:"2026KW01-2026KW02"`
	}
}

type rapportageGemaakt struct {
	Location string `header:"Location" doc:"Adres van de rapportage"`
	Body     Rapportage
}

func (a *API) rapportageMet(r rapportage.Rapportage, err error) (*rapportageGemaakt, error) {
	if err != nil {
		return nil, err
	}
	return &rapportageGemaakt{Location: prefix + "/rapportages/" + r.ID, Body: a.rapportageUit(r)}, nil
}

func (a *API) rapportageOpstellen(ctx context.Context, in *rapportageNieuw) (*rapportageGemaakt, error) {
	t, err := rapportage.ParseTijdvak(in.Body.Tijdvak)
	if err != nil {
		t = rapportage.Tijdvak{} // the room says what to choose, with all other faults
	}
	return a.rapportageMet(a.Rapportage.StelOp(ctx, actor(ctx), in.Body.Plan, t))
}

func (a *API) rapportageEditie(ctx context.Context, in *Kenmerk) (*rapportageGemaakt, error) {
	return a.rapportageMet(a.Rapportage.NieuweEditie(ctx, actor(ctx), in.ID))
}

type rapportageDetail struct{ Body RapportageGeheel }

func (a *API) rapportageLezen(ctx context.Context, in *Kenmerk) (*rapportageDetail, error) {
	b, err := a.Rapportage.Toon(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &rapportageDetail{a.rapportageGeheel(b)}, nil
}

type rapportageWijziging struct {
	Kenmerk
	Body struct {
		Basis
		Velden map[string]string `json:"velden" doc:"De velden die u wijzigt: inleiding, indeling (geheel of periode), en per doel duiding- en bijstelling- met het kenmerk van het doel erachter"`
	}
}

type rapportageEen struct{ Body Rapportage }

func (a *API) rapportageWijzigen(ctx context.Context, in *rapportageWijziging) (*rapportageEen, error) {
	r, err := a.Rapportage.Wijzig(ctx, actor(ctx), in.ID, in.Body.wijziging(in.Body.Velden))
	if err != nil {
		return nil, err
	}
	return &rapportageEen{a.rapportageUit(r)}, nil
}

func (a *API) rapportageVerwijderen(ctx context.Context, in *Kenmerk) (*struct{}, error) {
	return nil, a.Rapportage.Verwijder(ctx, actor(ctx), in.ID)
}

type rapportageVrijgave struct {
	Kenmerk
	Body struct {
		Versie  int    `json:"versie" minimum:"0" doc:"De versie van de tekst die u las" example:"3"`
		Afdruk  string `json:"afdruk,omitempty" doc:"De afdruk van de inhoud die u las; zijn de cijfers sindsdien veranderd, dan wordt niets vrijgegeven" example:"9f1c2a4b5d6e7f80"`
		Besluit string `json:"besluit,omitempty" doc:"Nummer van het collegebesluit" example:"2026-B-311"`
		Datum   string `json:"datum,omitempty" doc:"Dag van het collegebesluit (JJJJ-MM-DD)" example:"2026-09-08"`
		Embargo string `json:"embargo,omitempty" doc:"Moment waarop de rapportage openbaar wordt, op de minuut; leeg is meteen" example:"2026-09-17T19:30:00+02:00"`
	}
}

func (a *API) rapportageVrijgeven(ctx context.Context, in *rapportageVrijgave) (*rapportageEen, error) {
	d := rapportage.Besluit{Nummer: in.Body.Besluit, Basis: in.Body.Versie, Afdruk: in.Body.Afdruk}
	var faults []domein.Fault
	var err error
	if d.Datum, err = termijn.ParseDate(in.Body.Datum); err != nil {
		faults = append(faults, domein.Fault{Veld: "datum", Melding: geenDatum})
	}
	if in.Body.Embargo != "" {
		at, err := time.Parse(time.RFC3339, in.Body.Embargo)
		if err != nil {
			faults = append(faults, domein.Fault{Veld: "embargo", Melding: "Dit is geen moment. Schrijf het als 2026-09-17T19:30:00+02:00."})
		} else {
			d.Embargo = termijn.At(at)
		}
	}
	if err := domein.Refuse("api.rapportageVrijgeven", "Deze rapportage kan nog niet worden vrijgegeven.", faults); err != nil {
		return nil, err
	}
	r, err := a.Rapportage.GeefVrij(ctx, actor(ctx), in.ID, d)
	if err != nil {
		return nil, err
	}
	return &rapportageEen{a.rapportageUit(r)}, nil
}
