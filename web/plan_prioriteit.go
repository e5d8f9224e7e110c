// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strconv"

	"dwarsverband/domein/plan"
	"dwarsverband/toegang"
)

// prioriteitVelden are the fields of a priority. A plan on care needs no veiligheidsveld.
func prioriteitVelden(p plan.Plan) []veldgroep {
	number := &veld{Naam: "veld", Label: "Veiligheidsveld", Soort: "keuze", Nodig: p.Soort.Domein() == toegang.DomeinVeiligheid}
	thema := &veld{Naam: "thema", Label: "Thema", Soort: "keuze", Uitleg: "Kies een thema van het gekozen veiligheidsveld."}
	for _, v := range plan.Velden() {
		number.Keuzes = append(number.Keuzes, keuze{Waarde: strconv.Itoa(v.Nummer), Naam: v.Naam})
		for _, t := range v.Themas {
			thema.Keuzes = append(thema.Keuzes, keuze{Waarde: t.Code, Naam: t.Naam, Groep: v.Naam})
		}
	}
	niveau := &veld{Naam: "niveau", Label: "Niveau", Soort: "keuze", Keuzes: gelijk(plan.Niveaus)}
	return []veldgroep{
		{Velden: []*veld{{Naam: "titel", Label: "Titel", Soort: "tekst", Nodig: true}, {Naam: "motivering", Label: "Waarom is dit een prioriteit?", Soort: "lang"}}},
		{Kop: "Onderwerp", Velden: []*veld{number, thema, niveau}},
		{Kop: "Wie trekt dit?", Kolommen: true, Velden: []*veld{
			{Naam: "bestuurlijk", Label: "Bestuurlijk trekker", Soort: "tekst"}, {Naam: "ambtelijk", Label: "Ambtelijk trekker", Soort: "tekst"}}},
	}
}

func (w *Web) prioriteitNieuwFormulier(b *bezoek) (*formulier, plan.Overzicht, Pagina, error) {
	o, err := w.Plan.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, o, Pagina{}, err
	}
	if err := w.mag(b, toegang.PlanWijzigen, o.Plan); err != nil {
		return nil, o, Pagina{}, err
	}
	url := "/plannen/" + o.ID
	f := &formulier{URL: url + "/prioriteiten/nieuw", Knop: "Prioriteit toevoegen", Terug: url, Groepen: prioriteitVelden(o.Plan), Nieuw: true}
	return f, o, Pagina{Titel: "Prioriteit toevoegen", Kruimels: planKruimels(o.Plan)}, nil
}

func (w *Web) prioriteitNieuw(b *bezoek) error {
	f, o, page, err := w.prioriteitNieuwFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, o.Merk, f.zet(map[string]string{"niveau": "lokaal"}))
}

func (w *Web) prioriteitMaak(b *bezoek) error {
	f, o, page, err := w.prioriteitNieuwFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.NieuwePrioriteit(b.Context(), b.wie, o.ID, f.lees(b).waarden()); err != nil {
		return b.formulierFout(err, page, o.Merk, f, nil, 0)
	}
	b.zeg("De prioriteit is toegevoegd.")
	return b.naar("/plannen/" + o.ID)
}

func (w *Web) prioriteitFormulier(b *bezoek) (*formulier, plan.Prioriteit, plan.Plan, Pagina, error) {
	n, p, err := w.Plan.ToonPrioriteit(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, n, p, Pagina{}, err
	}
	if err := w.mag(b, toegang.PlanWijzigen, p); err != nil {
		return nil, n, p, Pagina{}, err
	}
	f := &formulier{URL: "/prioriteiten/" + n.ID + "/wijzigen", Knop: "Opslaan", Terug: "/plannen/" + p.ID, Groepen: prioriteitVelden(p)}
	return f, n, p, Pagina{Titel: "Prioriteit wijzigen", Kruimels: planKruimels(p)}, nil
}

func (w *Web) prioriteitBewerk(b *bezoek) error {
	f, n, p, page, err := w.prioriteitFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, p.Merk, f.toon(n.Velden, n.Versie))
}

func (w *Web) prioriteitSave(b *bezoek) error {
	f, n, p, page, err := w.prioriteitFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.WijzigPrioriteit(b.Context(), b.wie, n.ID, f.lees(b).wijziging()); err != nil {
		return b.formulierFout(err, page, p.Merk, f, n.Velden, n.Versie)
	}
	b.zeg("De prioriteit is opgeslagen.")
	return b.naar("/plannen/" + p.ID)
}

func (w *Web) prioriteitVerwijder(b *bezoek) error {
	n, p, err := w.Plan.ToonPrioriteit(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	if err := w.Plan.VerwijderPrioriteit(b.Context(), b.wie, n.ID); err != nil {
		return err
	}
	b.zeg("De prioriteit is weggehaald.")
	return b.naar("/plannen/" + p.ID)
}
