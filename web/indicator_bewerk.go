// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/toegang"
)

// indicatorVelden are the fields of an indicator.
func (w *Web) indicatorVelden(b *bezoek) ([]veldgroep, error) {
	k, err := w.Plan.Keuzes(b.Context(), b.wie)
	if err != nil {
		return nil, err
	}
	teller := &veld{Naam: "teller", Label: "Wat telt u?", Soort: "vinkjes", Uitleg: "Meer soorten worden opgeteld. Een totaal kiest u alleen."}
	noemer := &veld{Naam: "noemer", Label: "Gedeeld door", Soort: "keuze", Uitleg: "Bijvoorbeeld inwoners of woningen. Laat leeg voor een aantal."}
	for _, s := range k.Soorten {
		naam := s.Naam + ", per " + string(s.Lengte) + " (" + s.Code + ")"
		teller.Keuzes = append(teller.Keuzes, keuze{Waarde: s.Code, Naam: naam, Groep: "Bron " + s.Bron})
		if s.Telling() {
			noemer.Keuzes = append(noemer.Keuzes, keuze{Waarde: s.Code, Naam: naam})
		}
	}
	teller.Keuzes = opGroep(teller.Keuzes)
	niveau := &veld{Naam: "niveau", Label: "Niveau", Soort: "keuze", Nodig: true}
	for _, n := range gebied.Niveaus() {
		niveau.Keuzes = append(niveau.Keuzes, keuze{Waarde: string(n), Naam: hoofdletter(b.tenant.Namen.Van(n).Enkelvoud)})
	}
	return []veldgroep{
		{Velden: []*veld{{Naam: "naam", Label: "Naam", Soort: "tekst", Nodig: true},
			{Naam: "definitie", Label: "Wat meet u precies?", Soort: "lang", Nodig: true}}},
		{Kop: "Teller en noemer", Velden: []*veld{teller, noemer}},
		{Kop: "Rekenen", Kolommen: true, Velden: []*veld{
			{Naam: "factor", Label: "Factor", Soort: "kort", Uitleg: "1000 voor \"per 1.000\"."},
			{Naam: "eenheid", Label: "Eenheid", Soort: "tekst", Nodig: true, Uitleg: "Gelijk aan de eenheid van het doel, dan meet deze indicator het doel."},
			{Naam: "lengte", Label: "Per", Soort: "keuze", Nodig: true, Uitleg: "Komt het cijfer per maand en meet u per jaar? Dan telt elke meting twaalf maanden.",
				Keuzes: []keuze{{Waarde: string(cijfer.Maand), Naam: "Maand"}, {Waarde: string(cijfer.Kwartaal), Naam: "Kwartaal"}, {Waarde: string(cijfer.Jaar), Naam: "Jaar"}}},
			{Naam: "minimum", Label: "Kleinste aantal dat u toont", Soort: "kort", Uitleg: "Leeg: wat bij de bron hoort. 0: altijd tonen."}}},
		{Kop: "Waar?", Velden: []*veld{niveau, {Naam: "gebieden", Label: "Gebieden", Soort: "vinkjes", Uitleg: "Kiest u niets, dan telt elk gebied van dit niveau mee.", Keuzes: gebiedKeuzes(b, k.Gebieden)}}},
	}, nil
}

// opGroep puts choices of one group together, keeping the order in which groups and choices first came.
func opGroep(list []keuze) []keuze {
	var groups []string
	by := map[string][]keuze{}
	for _, k := range list {
		if by[k.Groep] == nil {
			groups = append(groups, k.Groep)
		}
		by[k.Groep] = append(by[k.Groep], k)
	}
	out := make([]keuze, 0, len(list))
	for _, g := range groups {
		out = append(out, by[g]...)
	}
	return out
}

func (w *Web) indicatorNieuwFormulier(b *bezoek) (*formulier, plan.DoelZicht, Pagina, error) {
	d, err := w.Plan.ToonDoel(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, d, Pagina{}, err
	}
	if err := w.mag(b, toegang.IndicatorWijzigen, d.Plan); err != nil {
		return nil, d, Pagina{}, err
	}
	groups, err := w.indicatorVelden(b)
	if err != nil {
		return nil, d, Pagina{}, err
	}
	url := "/doelen/" + d.Doel.ID
	f := &formulier{URL: url + "/indicatoren/nieuw", Knop: "Indicator toevoegen", Terug: url, Groepen: groups, Nieuw: true}
	return f, d, Pagina{Titel: "Indicator toevoegen", Kruimels: deelKruimels("Doel", url)}, nil
}

func (w *Web) indicatorNieuw(b *bezoek) error {
	f, d, page, err := w.indicatorNieuwFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, d.Plan.Merk, f.zet(map[string]string{"eenheid": d.Eenheid, "lengte": string(cijfer.Jaar)}))
}

func (w *Web) indicatorMaak(b *bezoek) error {
	f, d, page, err := w.indicatorNieuwFormulier(b)
	if err != nil {
		return err
	}
	i, err := w.Plan.NieuweIndicator(b.Context(), b.wie, d.Doel.ID, f.lees(b).waarden())
	if err != nil {
		return b.formulierFout(err, page, d.Plan.Merk, f, nil, 0)
	}
	b.zeg("De indicator is toegevoegd en meet het doel.")
	return b.naar("/indicatoren/" + i.ID)
}

func (w *Web) indicatorFormulier(b *bezoek) (*formulier, plan.IndicatorOverzicht, Pagina, error) {
	i, err := w.Plan.ToonIndicator(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, i, Pagina{}, err
	}
	if err := w.mag(b, toegang.IndicatorWijzigen, i.Plan); err != nil {
		return nil, i, Pagina{}, err
	}
	groups, err := w.indicatorVelden(b)
	if err != nil {
		return nil, i, Pagina{}, err
	}
	url := "/indicatoren/" + i.ID
	f := &formulier{URL: url + "/wijzigen", Knop: "Opslaan", Terug: url, Groepen: groups}
	return f, i, Pagina{Titel: "Indicator wijzigen", Kruimels: deelKruimels("Indicator", url)}, nil
}

func (w *Web) indicatorBewerk(b *bezoek) error {
	f, i, page, err := w.indicatorFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, i.Plan.Merk, f.toon(i.Velden, i.Versie))
}

func (w *Web) indicatorSave(b *bezoek) error {
	f, i, page, err := w.indicatorFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.WijzigIndicator(b.Context(), b.wie, i.ID, f.lees(b).wijziging()); err != nil {
		return b.formulierFout(err, page, i.Plan.Merk, f, i.Velden, i.Versie)
	}
	b.zeg("De indicator is opgeslagen.")
	return b.naar("/indicatoren/" + i.ID)
}

func (w *Web) indicatorVerwijder(b *bezoek) error {
	i, err := w.Plan.ToonIndicator(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	if err := w.Plan.VerwijderIndicator(b.Context(), b.wie, i.ID); err != nil {
		return err
	}
	b.zeg("De indicator is weggehaald, met zijn verbanden.")
	return b.naar("/plannen/" + i.Plan.ID)
}
