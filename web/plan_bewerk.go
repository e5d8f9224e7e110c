// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// planVelden are the fields of the text of a plan.
func planVelden() []veldgroep {
	return []veldgroep{
		{Velden: []*veld{
			{Naam: "titel", Label: "Titel", Soort: "tekst", Nodig: true},
			{Naam: "visie", Label: "Visie", Soort: "lang", Uitleg: "Waar wilt u over vier jaar staan?"},
		}},
		{Kop: "Periode", Kolommen: true, Velden: []*veld{
			{Naam: "van", Label: "Eerste dag", Soort: "datum", Nodig: true},
			{Naam: "tot", Label: "Laatste dag", Soort: "datum", Nodig: true},
		}},
	}
}

// planNieuwFormulier is the form for a plan of one kind.
func (w *Web) planNieuwFormulier(b *bezoek, soort plan.Soort) (*formulier, error) {
	if err := w.mag(b, toegang.PlanOpstellen, plan.Plan{Soort: soort, Status: plan.Concept}); err != nil {
		return nil, err
	}
	f := &formulier{URL: "/plannen?soort=" + string(soort), Knop: "Plan opstellen", Terug: "/plannen", Groepen: planVelden(), Nieuw: true}
	if soort == plan.JUP {
		list, err := w.Plan.Lijst(b.Context(), b.wie)
		if err != nil {
			return nil, err
		}
		ouder := &veld{Naam: "ouder", Label: "Integraal veiligheidsplan", Soort: "keuze", Nodig: true, Uitleg: "Het plan van de raad dat u dit jaar uitvoert."}
		for _, p := range list {
			if p.Soort == plan.IVP {
				ouder.Keuzes = append(ouder.Keuzes, keuze{Waarde: p.ID, Naam: p.Titel})
			}
		}
		f.Groepen[0].Velden = append(f.Groepen[0].Velden, ouder)
	}
	f.Groepen[0].Velden = append(f.Groepen[0].Velden, &veld{Naam: "merk", Label: "Merk", Soort: "keuze",
		Uitleg: "Kies dit alleen voor een voorbeeld. Het staat dan op elke pagina van het plan.", Keuzes: []keuze{{Waarde: plan.MerkVoorbeeld, Naam: plan.MerkVoorbeeld}}})
	return f, nil
}

func planNieuwPagina(soort plan.Soort) Pagina {
	return Pagina{Titel: soort.Naam() + " opstellen", Kruimels: []Kruimel{{"Plannen", "/plannen"}}}
}

func (w *Web) planNieuw(b *bezoek) error {
	soort := plan.Soort(b.URL.Query().Get("soort"))
	if !soort.Bekend() {
		return domein.Missing("web.planNieuw")
	}
	f, err := w.planNieuwFormulier(b, soort)
	if err != nil {
		return err
	}
	jaar := b.vandaag().Year() + 1
	years := map[plan.Soort]int{plan.JUP: 1}[soort]
	if years == 0 {
		years = 4
	}
	van, _ := termijn.NewDate(jaar, 1, 1)
	f.zet(map[string]string{"van": van.String(), "tot": van.AddMonths(12 * years).AddDays(-1).String()})
	return b.formulierTonen(200, planNieuwPagina(soort), "", f)
}

func (w *Web) planMaak(b *bezoek) error {
	soort := plan.Soort(b.URL.Query().Get("soort"))
	f, err := w.planNieuwFormulier(b, soort)
	if err != nil {
		return err
	}
	f.lees(b)
	waarden := f.waarden()
	n := plan.Nieuw{Soort: soort, Merk: waarden["merk"], Ouder: waarden["ouder"], Waarden: waarden}
	delete(waarden, "merk")
	delete(waarden, "ouder")
	p, err := w.Plan.StelOp(b.Context(), b.wie, n)
	if err != nil {
		return b.formulierFout(err, planNieuwPagina(soort), "", f, nil, 0)
	}
	b.zeg("Het plan is opgesteld als concept. Voeg nu prioriteiten en doelen toe.")
	return b.naar("/plannen/" + p.ID)
}

// planFormulier is the form on the text of a plan.
func (w *Web) planFormulier(b *bezoek) (*formulier, plan.Overzicht, Pagina, error) {
	o, err := w.Plan.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, o, Pagina{}, err
	}
	url := "/plannen/" + o.ID
	f := &formulier{URL: url + "/wijzigen", Knop: "Opslaan", Terug: url, Groepen: planVelden()}
	return f, o, Pagina{Titel: "Plan wijzigen", Kruimels: planKruimels(o.Plan)}, nil
}

// planKruimels is the way back from a part of a plan.
func planKruimels(p plan.Plan) []Kruimel {
	return []Kruimel{{"Plannen", "/plannen"}, {p.Titel, "/plannen/" + p.ID}}
}

// deelKruimels is the way back from a form on a part of a plan.
func deelKruimels(naam, url string) []Kruimel { return []Kruimel{{"Plannen", "/plannen"}, {naam, url}} }

func (w *Web) planBewerk(b *bezoek) error {
	f, o, page, err := w.planFormulier(b)
	if err != nil {
		return err
	}
	if err := w.mag(b, toegang.PlanWijzigen, o.Plan); err != nil {
		return err
	}
	return b.formulierTonen(200, page, o.Merk, f.toon(o.Velden, o.Versie))
}

func (w *Web) planSave(b *bezoek) error {
	f, o, page, err := w.planFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.Wijzig(b.Context(), b.wie, o.ID, f.lees(b).wijziging()); err != nil {
		return b.formulierFout(err, page, o.Merk, f, o.Velden, o.Versie)
	}
	b.zeg("De tekst van het plan is opgeslagen.")
	return b.naar("/plannen/" + o.ID)
}

// planAanbieden offers the plan. What it still lacks comes back as a list.
func (w *Web) planAanbieden(b *bezoek) error {
	p, err := w.Plan.BiedAan(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		f := &formulier{}
		if status, ok := f.mislukt(err, nil, 0); ok {
			return w.planToon(b, status, f)
		}
		return err
	}
	b.zeg("Het plan is aangeboden. De tekst ligt nu vast tot er een besluit is.")
	return b.naar("/plannen/" + p.ID)
}

func (w *Web) planVernieuw(b *bezoek) error {
	p, err := w.Plan.NieuweVersie(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	b.zeg("Dit is de nieuwe versie, als concept. Het vastgestelde plan blijft gelden tot er een besluit is.")
	return b.naar("/plannen/" + p.ID)
}

func (w *Web) planSluit(b *bezoek) error {
	p, err := w.Plan.Sluit(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	b.zeg("Het plan is afgesloten.")
	return b.naar("/plannen/" + p.ID)
}

func (w *Web) planEvaluatieFormulier(b *bezoek) (*formulier, plan.Overzicht, Pagina, error) {
	_, o, page, err := w.planFormulier(b)
	if err != nil {
		return nil, o, page, err
	}
	page.Titel = "Plan evalueren"
	url := "/plannen/" + o.ID
	return &formulier{URL: url + "/evalueren", Knop: "Evaluatie vastleggen", Terug: url, Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "tekst", Label: "Wat is er bereikt, en wat leert u ervan?", Soort: "lang", Nodig: true}}}}}, o, page, w.mag(b, toegang.PlanAfronden, o.Plan)
}

func (w *Web) planEvaluatie(b *bezoek) error {
	f, o, page, err := w.planEvaluatieFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, o.Merk, f)
}

func (w *Web) planEvaluatieSave(b *bezoek) error {
	f, o, page, err := w.planEvaluatieFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.Evalueer(b.Context(), b.wie, o.ID, f.lees(b).waarden()["tekst"]); err != nil {
		return b.formulierFout(err, page, o.Merk, f, nil, 0)
	}
	b.zeg("De evaluatie is vastgelegd.")
	return b.naar("/plannen/" + o.ID)
}
