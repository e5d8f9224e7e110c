// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"

	"dwarsverband/domein"
	"dwarsverband/domein/rapportage"
)

// rapportageTekst is the form on the text of a draft: what the figures mean and what to adjust, goal by goal.
func (w *Web) rapportageTekst(b *bezoek) (*formulier, rapportage.Blad, Pagina, error) {
	r, err := w.Rapportage.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, r, Pagina{}, err
	}
	if !r.Kan.Wijzigen {
		return nil, r, Pagina{}, &domein.Error{Kind: domein.Forbidden, Op: "web.rapportageTekst",
			Melding: "U kunt de tekst van deze rapportage niet wijzigen. Dat doet de adviseur die de rapportage opstelt, zolang het een concept is."}
	}
	f := &formulier{URL: "/rapportages/" + r.ID + "/wijzigen", Knop: "Opslaan", Terug: "/rapportages/" + r.ID,
		Uitleg: "Schrijf voor de raad en voor inwoners. Noem geen aantallen die in een tabel zijn afgeschermd.",
		Groepen: []veldgroep{{Kop: "De hele rapportage", Velden: []*veld{
			{Naam: rapportage.VeldInleiding, Label: "Inleiding", Soort: "lang"},
			{Naam: rapportage.VeldIndeling, Label: "Tabellen met cijfers die niet openbaar zijn", Soort: "keuze", Nodig: true,
				Uitleg: "Over de hele periode zijn de aantallen groter. Dan hoeft er minder te worden afgeschermd.",
				Keuzes: []keuze{{Waarde: string(rapportage.Geheel), Naam: "Eén kolom voor de hele periode"}, {Waarde: string(rapportage.PerPeriode), Naam: "Een kolom per maand of kwartaal"}}},
		}}}}
	for n, d := range r.Inhoud.Doelen {
		f.Groepen = append(f.Groepen, veldgroep{Kop: fmt.Sprintf("Doel %d. %s", n+1, d.Tekst), Velden: []*veld{
			{Naam: rapportage.VeldDuiding(d.ID), Label: fmt.Sprintf("Wat betekenen de cijfers? (doel %d)", n+1), Soort: "lang", Nodig: true, Uitleg: d.Zin()},
			{Naam: rapportage.VeldBijstelling(d.ID), Label: fmt.Sprintf("Voorstel voor bijstelling (doel %d)", n+1), Soort: "lang"},
		}})
	}
	return f, r, rapportagePagina("Tekst wijzigen", Kruimel{r.Titel, "/rapportages/" + r.ID}), nil
}

func (w *Web) rapportageBewerk(b *bezoek) error {
	f, r, page, err := w.rapportageTekst(b)
	if err != nil {
		return err
	}
	return b.rapportageForm(http.StatusOK, page, r.Merk, f.toon(r.Velden, r.Versie))
}

func (w *Web) rapportageSave(b *bezoek) error {
	f, r, page, err := w.rapportageTekst(b)
	if err != nil {
		return err
	}
	if _, err := w.Rapportage.Wijzig(b.Context(), b.wie, r.ID, f.lees(b).wijziging()); err != nil {
		status, ok := f.mislukt(err, r.Velden, r.Versie)
		if !ok {
			return err
		}
		return b.rapportageForm(status, page, r.Merk, f)
	}
	b.zeg("De tekst is opgeslagen.")
	return b.naar("/rapportages/" + r.ID)
}
