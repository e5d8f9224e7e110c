// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"

	"dwarsverband/domein/plan"
	"dwarsverband/toegang"
)

// actieVelden are the fields that say what a measure is.
func (w *Web) actieVelden(b *bezoek) ([]veldgroep, error) {
	users, err := w.Gebruiker.Store.Gebruikers(b.Context(), b.tenant.ID)
	if err != nil {
		return nil, err
	}
	owner := &veld{Naam: "eigenaar", Label: "Gebruiker die de voortgang meldt", Soort: "keuze"}
	for _, u := range users {
		owner.Keuzes = append(owner.Keuzes, keuze{Waarde: u.ID, Naam: u.Naam + ", " + u.Functie})
	}
	groups := []veldgroep{
		{Velden: []*veld{{Naam: "wat", Label: "Wat gaat u doen?", Soort: "lang", Nodig: true}}},
		{Kop: "Wie?", Kolommen: true, Velden: []*veld{{Naam: "trekker", Label: "Trekker", Soort: "tekst", Nodig: true}, owner,
			{Naam: "partners", Label: "Partners", Soort: "tekst"}, {Naam: "middelen", Label: "Middelen", Soort: "tekst", Uitleg: "Geld, uren of spullen."}}},
		{Kop: "Wanneer?", Kolommen: true, Velden: []*veld{{Naam: "start", Label: "Start", Soort: "datum", Nodig: true}, {Naam: "eind", Label: "Eind", Soort: "datum", Nodig: true}}},
	}
	steps := veldgroep{Kop: "Mijlpalen", Kolommen: true}
	for n := 1; n <= plan.MaxMijlpalen; n++ {
		naam := fmt.Sprintf("mijlpaal%d", n)
		steps.Velden = append(steps.Velden, &veld{Naam: naam + "naam", Label: fmt.Sprintf("Mijlpaal %d", n), Soort: "tekst"},
			&veld{Naam: naam + "datum", Label: fmt.Sprintf("Datum van mijlpaal %d", n), Soort: "datum"})
	}
	return append(groups, steps), nil
}

func (w *Web) actieNieuwFormulier(b *bezoek) (*formulier, plan.Overzicht, Pagina, error) {
	o, err := w.Plan.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, o, Pagina{}, err
	}
	if err := w.mag(b, toegang.ActieWijzigen, o.Plan); err != nil {
		return nil, o, Pagina{}, err
	}
	doelen := o.Doelen
	if o.OuderPlan.ID != "" {
		ouder, err := w.Plan.Toon(b.Context(), b.wie, o.OuderPlan.ID)
		if err != nil {
			return nil, o, Pagina{}, err
		}
		doelen = ouder.Doelen
	}
	doel := &veld{Naam: "doel", Label: "Voor welk doel?", Soort: "keuze", Nodig: true}
	for _, d := range doelen {
		doel.Keuzes = append(doel.Keuzes, keuze{Waarde: d.Doel.ID, Naam: d.Tekst})
	}
	groups, err := w.actieVelden(b)
	if err != nil {
		return nil, o, Pagina{}, err
	}
	groups[0].Velden = append([]*veld{doel}, groups[0].Velden...)
	url := "/plannen/" + o.ID
	f := &formulier{URL: url + "/acties/nieuw", Knop: "Actie toevoegen", Terug: url, Groepen: groups, Nieuw: true}
	return f, o, Pagina{Titel: "Actie toevoegen", Kruimels: planKruimels(o.Plan)}, nil
}

func (w *Web) actieNieuw(b *bezoek) error {
	f, o, page, err := w.actieNieuwFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, o.Merk, f.zet(map[string]string{"doel": b.URL.Query().Get("doel"), "start": b.vandaag().String()}))
}

func (w *Web) actieMaak(b *bezoek) error {
	f, o, page, err := w.actieNieuwFormulier(b)
	if err != nil {
		return err
	}
	waarden := f.lees(b).waarden()
	doel := waarden["doel"]
	delete(waarden, "doel")
	a, err := w.Plan.NieuweActie(b.Context(), b.wie, o.ID, doel, waarden)
	if err != nil {
		return b.formulierFout(err, page, o.Merk, f, nil, 0)
	}
	b.zeg("De actie is toegevoegd.")
	return b.naar("/acties/" + a.ID)
}

func (w *Web) actieFormulier(b *bezoek) (*formulier, plan.ActieZicht, Pagina, error) {
	a, err := w.Plan.ToonActie(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, a, Pagina{}, err
	}
	url := "/acties/" + a.Actie.ID
	return &formulier{Knop: "Opslaan", Terug: url}, a, Pagina{Titel: "Actie wijzigen", Kruimels: deelKruimels("Actie", url)}, nil
}

func (w *Web) actieBewerkFormulier(b *bezoek) (*formulier, plan.ActieZicht, Pagina, error) {
	f, a, page, err := w.actieFormulier(b)
	if err != nil {
		return nil, a, page, err
	}
	if err := w.mag(b, toegang.ActieWijzigen, a.Plan); err != nil {
		return nil, a, page, err
	}
	f.URL = f.Terug + "/wijzigen"
	f.Groepen, err = w.actieVelden(b)
	return f, a, page, err
}

func (w *Web) actieBewerk(b *bezoek) error {
	f, a, page, err := w.actieBewerkFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, a.Plan.Merk, f.toon(a.Velden, a.Versie))
}

func (w *Web) actieSave(b *bezoek) error {
	f, a, page, err := w.actieBewerkFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.WijzigActie(b.Context(), b.wie, a.Actie.ID, f.lees(b).wijziging()); err != nil {
		return b.formulierFout(err, page, a.Plan.Merk, f, a.Velden, a.Versie)
	}
	b.zeg("De actie is opgeslagen.")
	return b.naar(f.Terug)
}

func (w *Web) actieVerwijder(b *bezoek) error {
	a, err := w.Plan.ToonActie(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	if err := w.Plan.VerwijderActie(b.Context(), b.wie, a.Actie.ID); err != nil {
		return err
	}
	b.zeg("De actie is weggehaald, met haar verbanden.")
	return b.naar("/plannen/" + a.Plan.ID)
}
