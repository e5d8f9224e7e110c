// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/toegang"
)

// doelVelden are the fields of a goal.
func doelVelden(prioriteiten []plan.Prioriteit, gebieden []keuze) []veldgroep {
	prioriteit := &veld{Naam: "prioriteit", Label: "Prioriteit", Soort: "keuze", Nodig: true}
	for _, p := range prioriteiten {
		prioriteit.Keuzes = append(prioriteit.Keuzes, keuze{Waarde: p.ID, Naam: p.Titel})
	}
	soort := &veld{Naam: "partnersoort", Label: "Soort partner", Soort: "keuze"}
	for _, p := range plan.Partnersoorten() {
		k := keuze{Waarde: p.Code, Naam: p.Naam, Groep: "Andere partners"}
		if p.Sociaal {
			k.Groep = "Sociaal domein"
		}
		soort.Keuzes = append(soort.Keuzes, k)
	}
	return []veldgroep{
		{Velden: []*veld{
			{Naam: "tekst", Label: "Wat wilt u bereiken?", Soort: "lang", Nodig: true, Uitleg: "Een zin die een inwoner begrijpt."},
			{Naam: "soort", Label: "Soort doel", Soort: "keuze", Nodig: true, Keuzes: []keuze{{Waarde: plan.Effect, Naam: "Effect: wat inwoners ervan merken"}, {Waarde: plan.Prestatie, Naam: "Prestatie: wat u doet"}}},
			prioriteit, {Naam: "doelgroep", Label: "Voor wie?", Soort: "tekst"}}},
		{Kop: "Wie is verantwoordelijk?", Kolommen: true, Velden: []*veld{
			{Naam: "bestuurlijk", Label: "Bestuurlijk opdrachtgever", Soort: "tekst"}, {Naam: "ambtelijk", Label: "Ambtelijk opdrachtgever", Soort: "tekst"},
			{Naam: "partner", Label: "Partner", Soort: "tekst"}, soort}},
		{Kop: "Van nulmeting naar streefwaarde", Kolommen: true, Velden: []*veld{
			{Naam: "eenheid", Label: "Eenheid", Soort: "tekst", Uitleg: "Bijvoorbeeld: per 1.000 woningen. De indicator meet in dezelfde eenheid."},
			{Naam: "richting", Label: "Richting", Soort: "keuze", Keuzes: []keuze{{Waarde: string(plan.Dalen), Naam: "Dalen"}, {Waarde: string(plan.Stijgen), Naam: "Stijgen"}, {Waarde: string(plan.Handhaven), Naam: "Handhaven"}}},
			{Naam: "nulmeting", Label: "Nulmeting", Soort: "kort"}, {Naam: "nulperiode", Label: "Periode van de nulmeting", Soort: "kort", Uitleg: "2025, 2025-K3 of 2025-09"},
			{Naam: "nulbron", Label: "Bron van de nulmeting", Soort: "tekst"},
			{Naam: "streefwaarde", Label: "Streefwaarde", Soort: "kort"}, {Naam: "streefperiode", Label: "Te halen in", Soort: "kort", Uitleg: "2028, 2028-K4 of 2028-12"}}},
		{Kop: "Waar?", Velden: []*veld{{Naam: "gebieden", Label: "Gebieden", Soort: "vinkjes", Uitleg: "Kiest u niets, dan geldt het doel voor de hele gemeente.", Keuzes: gebieden}}},
	}
}

// gebiedKeuzes lists the areas by level, under the names that the municipality uses.
func gebiedKeuzes(b *bezoek, areas []gebied.Gebied) []keuze {
	var list []keuze
	for _, a := range areas {
		list = append(list, keuze{Waarde: a.Code, Naam: a.Naam, Groep: hoofdletter(b.tenant.Namen.Van(a.Niveau).Meervoud)})
	}
	return list
}

func (w *Web) doelNieuwFormulier(b *bezoek) (*formulier, plan.Overzicht, Pagina, error) {
	o, err := w.Plan.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, o, Pagina{}, err
	}
	if err := w.mag(b, toegang.DoelWijzigen, o.Plan); err != nil {
		return nil, o, Pagina{}, err
	}
	areas, err := w.Gebied.Lijst(b.Context(), b.wie, false)
	if err != nil {
		return nil, o, Pagina{}, err
	}
	url := "/plannen/" + o.ID
	f := &formulier{URL: url + "/doelen/nieuw", Knop: "Doel toevoegen", Terug: url, Groepen: doelVelden(o.Prioriteiten, gebiedKeuzes(b, areas)), Nieuw: true}
	return f, o, Pagina{Titel: "Doel toevoegen", Kruimels: planKruimels(o.Plan)}, nil
}

func (w *Web) doelNieuw(b *bezoek) error {
	f, o, page, err := w.doelNieuwFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, o.Merk, f.zet(map[string]string{"prioriteit": b.URL.Query().Get("prioriteit"), "soort": plan.Effect}))
}

func (w *Web) doelMaak(b *bezoek) error {
	f, o, page, err := w.doelNieuwFormulier(b)
	if err != nil {
		return err
	}
	d, err := w.Plan.NieuwDoel(b.Context(), b.wie, o.ID, f.lees(b).waarden())
	if err != nil {
		return b.formulierFout(err, page, o.Merk, f, nil, 0)
	}
	b.zeg("Het doel is toegevoegd. Voeg nu een indicator toe die het meet.")
	return b.naar("/doelen/" + d.ID)
}

func (w *Web) doelFormulier(b *bezoek) (*formulier, plan.DoelZicht, Pagina, error) {
	d, err := w.Plan.ToonDoel(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, d, Pagina{}, err
	}
	o, err := w.Plan.Toon(b.Context(), b.wie, d.Plan.ID)
	if err != nil {
		return nil, d, Pagina{}, err
	}
	if err := w.mag(b, toegang.DoelWijzigen, d.Plan); err != nil {
		return nil, d, Pagina{}, err
	}
	areas, err := w.Gebied.Lijst(b.Context(), b.wie, false)
	if err != nil {
		return nil, d, Pagina{}, err
	}
	url := "/doelen/" + d.Doel.ID
	f := &formulier{URL: url + "/wijzigen", Knop: "Opslaan", Terug: url, Groepen: doelVelden(o.Prioriteiten, gebiedKeuzes(b, areas))}
	return f, d, Pagina{Titel: "Doel wijzigen", Kruimels: deelKruimels("Doel", url)}, nil
}

func (w *Web) doelBewerk(b *bezoek) error {
	f, d, page, err := w.doelFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, d.Plan.Merk, f.toon(d.Velden, d.Versie))
}

func (w *Web) doelSave(b *bezoek) error {
	f, d, page, err := w.doelFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.WijzigDoel(b.Context(), b.wie, d.Doel.ID, f.lees(b).wijziging()); err != nil {
		return b.formulierFout(err, page, d.Plan.Merk, f, d.Velden, d.Versie)
	}
	b.zeg("Het doel is opgeslagen.")
	return b.naar("/doelen/" + d.Doel.ID)
}

func (w *Web) doelVerwijder(b *bezoek) error {
	d, err := w.Plan.ToonDoel(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	if err := w.Plan.VerwijderDoel(b.Context(), b.wie, d.Doel.ID); err != nil {
		return err
	}
	b.zeg("Het doel is weggehaald, met zijn verbanden.")
	return b.naar("/plannen/" + d.Plan.ID)
}
