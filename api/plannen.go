// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
)

// planOperaties are the operations on plans and what stands in them.
func (a *API) planOperaties() {
	lees(a, "plan-lijst", "/plannen", "Plannen zoeken", a.planLijst)
	operatie(a, http.MethodPost, "plan-opstellen", "/plannen", "Plan opstellen als concept", http.StatusCreated, a.planOpstellen)
	lees(a, "plan-lezen", "/plannen/{id}", "Plan lezen, met prioriteiten, doelen en acties", a.planLezen)
	operatie(a, http.MethodPatch, "plan-wijzigen", "/plannen/{id}", "Tekst van een concept wijzigen", http.StatusOK, a.planWijzigen)
	operatie(a, http.MethodPost, "plan-aanbieden", "/plannen/{id}/aanbieding", "Plan ter vaststelling aanbieden", http.StatusOK, a.planAanbieden)
	operatie(a, http.MethodPost, "plan-vaststellen", "/plannen/{id}/vaststelling", "Raadsbesluit of collegebesluit vastleggen", http.StatusOK, a.planVaststellen)
	operatie(a, http.MethodPost, "plan-vernieuwen", "/plannen/{id}/nieuwe-versie", "Concept maken dat een vastgesteld plan vervangt", http.StatusCreated, a.planVernieuwen)
	operatie(a, http.MethodPost, "plan-evalueren", "/plannen/{id}/evaluatie", "Evaluatie van een vastgesteld plan vastleggen", http.StatusOK, a.planEvalueren)
	operatie(a, http.MethodPost, "plan-afsluiten", "/plannen/{id}/afsluiting", "Geëvalueerd plan afsluiten", http.StatusOK, a.planAfsluiten)
	lees(a, "plan-waarschuwingen", "/termijnwaarschuwingen", "Termijnen van plannen die verstrijken", a.planWaarschuwingen)
	a.prioriteitOperaties()
	a.doelOperaties()
	a.indicatorOperaties()
	a.actieOperaties()
	a.geschiedenisOperaties()
}

type planFilter struct {
	Soort  string `query:"soort" enum:"ivp,wmo,jeugd,jup" doc:"Alleen plannen van deze soort"`
	Status string `query:"status" enum:"concept,ter vaststelling,aangehouden,verworpen,vastgesteld,geëvalueerd,afgesloten" doc:"Alleen plannen met deze status"`
	Domein string `query:"domein" enum:"veiligheid,zorg" doc:"Alleen plannen over dit beleidsdomein"`
	LoopOp string `query:"looptOp" doc:"Alleen vastgestelde plannen waarvan de periode deze dag bevat (JJJJ-MM-DD)" example:"2026-11-09"`
}

type planLijst struct {
	Body struct {
		Plannen []Plan `json:"plannen" nullable:"false" doc:"Per soort, van nieuw naar oud"`
	}
}

func (a *API) planLijst(ctx context.Context, in *planFilter) (*planLijst, error) {
	day, err := termijn.ParseDate(in.LoopOp)
	if err != nil {
		return nil, domein.Refuse("api.planLijst", "Deze plannen kunnen niet worden gezocht.", []domein.Fault{{Veld: "looptOp", Melding: geenDatum}})
	}
	list, err := a.Plan.Lijst(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(p plan.Plan) bool {
		return in.Soort != "" && string(p.Soort) != in.Soort || in.Status != "" && string(p.Status) != in.Status ||
			in.Domein != "" && p.Soort.Domein() != in.Domein || in.LoopOp != "" && !p.Loopt(day)
	})
	out := &planLijst{}
	out.Body.Plannen = elk(list, planUit)
	return out, nil
}

type planNieuw struct {
	Body struct {
		Soort string `json:"soort,omitempty" doc:"ivp, wmo, jeugd of jup" example:"ivp"`
		Merk  string `json:"merk,omitempty" doc:"Alleen bij een voorbeeld: voorbeeld, niet van de gemeente" example:"voorbeeld, niet van de gemeente"`
		Ouder string `json:"ouder,omitempty" doc:"Bij een jup: kenmerk van het ivp dat het uitvoert"`
		PlanVelden
	}
}

type planGemaakt struct {
	Location string `header:"Location" doc:"Adres van het plan"`
	Body     Plan
}

func planMet(p plan.Plan, err error) (*planGemaakt, error) {
	if err != nil {
		return nil, err
	}
	return &planGemaakt{Location: prefix + "/plannen/" + p.ID, Body: planUit(p)}, nil
}

func (a *API) planOpstellen(ctx context.Context, in *planNieuw) (*planGemaakt, error) {
	n := plan.Nieuw{Soort: plan.Soort(in.Body.Soort), Merk: in.Body.Merk, Ouder: in.Body.Ouder, Waarden: velden(in.Body.PlanVelden)}
	return planMet(a.Plan.StelOp(ctx, actor(ctx), n))
}

func (a *API) planVernieuwen(ctx context.Context, in *Kenmerk) (*planGemaakt, error) {
	return planMet(a.Plan.NieuweVersie(ctx, actor(ctx), in.ID))
}

type planEen struct{ Body Plan }

func planNa(p plan.Plan, err error) (*planEen, error) {
	if err != nil {
		return nil, err
	}
	return &planEen{planUit(p)}, nil
}

type planWijziging struct {
	Kenmerk
	Body struct {
		Basis
		PlanVelden
	}
}

func (a *API) planWijzigen(ctx context.Context, in *planWijziging) (*planEen, error) {
	return planNa(a.Plan.Wijzig(ctx, actor(ctx), in.ID, in.Body.wijziging(velden(in.Body.PlanVelden))))
}

func (a *API) planAanbieden(ctx context.Context, in *Kenmerk) (*planEen, error) {
	return planNa(a.Plan.BiedAan(ctx, actor(ctx), in.ID))
}

func (a *API) planAfsluiten(ctx context.Context, in *Kenmerk) (*planEen, error) {
	return planNa(a.Plan.Sluit(ctx, actor(ctx), in.ID))
}

type planEvaluatie struct {
	Kenmerk
	Body struct {
		Tekst string `json:"tekst,omitempty" doc:"Wat er is bereikt en wat u ervan leert, in enkele zinnen" example:"Het aantal woninginbraken daalde met een kwart. De wijkaanpak werkte het best."`
	}
}

func (a *API) planEvalueren(ctx context.Context, in *planEvaluatie) (*planEen, error) {
	return planNa(a.Plan.Evalueer(ctx, actor(ctx), in.ID, in.Body.Tekst))
}

type planDetail struct{ Body PlanGeheel }

func (a *API) planLezen(ctx context.Context, in *Kenmerk) (*planDetail, error) {
	o, err := a.Plan.Toon(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &planDetail{planGeheelUit(o)}, nil
}

type planWaarschuwingen struct {
	Body struct {
		Waarschuwingen []termijnwaarschuwing `json:"waarschuwingen" nullable:"false" doc:"Leeg als er geen termijn verstrijkt"`
	}
}

type termijnwaarschuwing struct {
	Ernst string `json:"ernst" enum:"let op,dringend,verstreken,onbekend" doc:"Hoe snel er iets moet gebeuren" example:"dringend"`
	Kop   string `json:"kop" doc:"Waar het over gaat" example:"38b-termijn verstrijkt"`
	Tekst string `json:"tekst" doc:"Wat het betekent en wat u doet"`
	Datum string `json:"datum,omitempty" format:"date" doc:"Laatste dag van de termijn; ontbreekt als die niet te berekenen is" example:"2027-03-12"`
	Grond string `json:"grond" doc:"Wetsartikel" example:"art. 38b Politiewet 2012"`
	Plan  string `json:"plan,omitempty" doc:"Kenmerk van het plan met de doelen"`
}

func (a *API) planWaarschuwingen(ctx context.Context, _ *struct{}) (*planWaarschuwingen, error) {
	list, err := a.Plan.Waakhond(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	out := &planWaarschuwingen{}
	out.Body.Waarschuwingen = elk(list, func(w plan.Waarschuwing) termijnwaarschuwing {
		return termijnwaarschuwing{Ernst: string(w.Ernst), Kop: w.Kop, Tekst: w.Tekst, Datum: w.Datum.String(), Grond: w.Grond, Plan: w.Plan}
	})
	return out, nil
}
