// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/casus"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/melding"
	"dwarsverband/toegang"
)

func wegingFormulier(id string) *formulier {
	jaNee := []keuze{{Waarde: "ja", Naam: "ja"}, {Waarde: "nee", Naam: "nee"}}
	var elders []keuze
	for _, d := range melding.Doorverwijzingen {
		elders = append(elders, keuze{Waarde: d.Code, Naam: d.Naam})
	}
	g := veldgroep{}
	for _, c := range melding.Criteria {
		g.Velden = append(g.Velden, &veld{Naam: c.Code, Label: c.Naam, Soort: "keuze", Nodig: true, Keuzes: jaNee},
			&veld{Naam: c.Code + "_motivering", Label: "Waarom?", Soort: "tekst", Nodig: true})
	}
	g.Velden = append(g.Velden,
		&veld{Naam: "rechtmatig", Label: "Zijn doel, grondslag en noodzaak van inname getoetst?", Soort: "keuze", Nodig: true, Keuzes: jaNee},
		&veld{Naam: "uitkomst", Label: "Uitkomst", Soort: "keuze", Nodig: true, Keuzes: []keuze{{Waarde: "in", Naam: "in: er komt een casus"},
			{Waarde: "niet in", Naam: "niet in: advies aan de melder"}, {Waarde: "nader", Naam: "nader onderzoek: de melding blijft in de triage"}}},
		&veld{Naam: "advies", Label: "Advies aan de melder, of wat nog moet worden uitgezocht", Soort: "lang"},
		&veld{Naam: "doorverwijzing", Label: "Waar kan dit huishouden beter terecht?", Soort: "keuze", Keuzes: elders})
	return &formulier{URL: "/meldingen/" + id + "/wegen", Knop: "Weging vastleggen", Nieuw: true, Groepen: []veldgroep{g},
		Uitleg: "Innemen kan als de eerste drie criteria alle drie gelden, of het vierde."}
}

func innameFormulier(id string, m mensen) *formulier {
	return &formulier{URL: "/meldingen/" + id + "/innemen", Knop: "Casus openen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "doel", Label: "Doel van de aanpak", Soort: "keuze", Nodig: true, Keuzes: doelen()},
		{Naam: "casusregisseur", Label: "Casusregisseur", Soort: "keuze", Nodig: true, Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool { return heeftRol(u, toegang.Casusregisseur) })},
		{Naam: "mag", Label: "Waarover mag de casusregisseur beslissen?", Soort: "tekst", Nodig: true}, tweedeVeld()}}}}
}

func (w *Web) meldingWeeg(b *bezoek) error {
	id := b.PathValue("id")
	f := wegingFormulier(id).lees(b)
	x := f.waarden()
	if err := w.Melding.Weeg(b.Context(), b.wie, id, melding.Weging{Criteria: criteria(x, ""), Motivering: criteria(x, "_motivering"),
		Rechtmatig: x["rechtmatig"], Uitkomst: x["uitkomst"], Advies: x["advies"], Doorverwijzing: x["doorverwijzing"]}); err != nil {
		return w.meldingFout(b, err, f, func(v *meldingView) { v.Weging = f })
	}
	b.zeg("De weging is vastgelegd. De melder hoort de uitkomst.")
	return b.naar("/meldingen/" + id)
}

// criteria gives what was filled in for each criterion, or for the field of it with this ending.
func criteria(x map[string]string, einde string) map[string]string {
	m := map[string]string{}
	for _, c := range melding.Criteria {
		m[c.Code] = x[c.Code+einde]
	}
	return m
}

func (w *Web) meldingNeemIn(b *bezoek) error {
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	id := b.PathValue("id")
	f := innameFormulier(id, m).lees(b)
	x := f.waarden()
	k, err := w.Casus.NeemIn(b.Context(), b.wie, b.regime(), casus.Inname{Melding: id, Doel: x["doel"], Casusregisseur: x["casusregisseur"], MagBesluiten: x["mag"], Tweede: x["tweede"]})
	if err != nil {
		return w.meldingFout(b, err, f, func(v *meldingView) { v.Inname = f })
	}
	b.zeg("De casus is geopend als " + k.Codenaam + ".")
	return b.naar("/casussen/" + k.ID)
}

// meldingFout shows the report again with the form that could not be taken.
func (w *Web) meldingFout(b *bezoek, err error, f *formulier, zet func(*meldingView)) error {
	status, ok := f.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	v, err := w.melding(b)
	if err != nil {
		return err
	}
	zet(v)
	return b.toonMet(status, "melding", v)
}
