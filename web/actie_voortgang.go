// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
)

// voortgangFormulier is the form on how a measure goes: its state, and which milestones were reached.
func (w *Web) voortgangFormulier(b *bezoek) (*formulier, plan.ActieZicht, Pagina, error) {
	f, a, page, err := w.actieFormulier(b)
	if err != nil {
		return nil, a, page, err
	}
	if !w.Plan.KanMelden(b.wie, a) {
		return nil, a, page, &domein.Error{Kind: domein.Forbidden, Op: "web.actieVoortgang",
			Melding: "U kunt bij deze actie geen voortgang melden. Dat doet wie het plan schrijft, wie de actie leidt of de wijkagent, tot het plan is afgesloten."}
	}
	page.Titel, page.Lead = "Voortgang melden", a.Wat
	f.URL, f.Knop = f.Terug+"/voortgang", "Voortgang opslaan"
	status := &veld{Naam: "status", Label: "Stand", Soort: "keuze", Nodig: true}
	for _, s := range plan.ActieStatussen() {
		status.Keuzes = append(status.Keuzes, keuze{Waarde: string(s), Naam: hoofdletter(string(s))})
	}
	f.Groepen = []veldgroep{
		{Kop: "Stand", Kolommen: true, Velden: []*veld{status, {Naam: "voortgang", Label: "Klaar voor hoeveel procent?", Soort: "kort"}}},
		{Velden: []*veld{{Naam: "toelichting", Label: "Toelichting", Soort: "lang"},
			{Naam: "afwijking", Label: "Wat loopt anders dan gepland?", Soort: "lang"},
			{Naam: "bijsturing", Label: "Wat doet u daaraan?", Soort: "lang"}}},
	}
	if len(a.Mijlpalen) > 0 {
		steps := veldgroep{Kop: "Mijlpalen: gehaald op", Kolommen: true}
		for _, m := range a.Mijlpalen {
			steps.Velden = append(steps.Velden, &veld{Naam: fmt.Sprintf("mijlpaal%dgehaald", m.Nummer), Label: m.Naam, Soort: "datum", Uitleg: "Gepland op " + datum(m.Datum) + "."})
		}
		f.Groepen = append(f.Groepen, steps)
	}
	return f, a, page, nil
}

func (w *Web) actieVoortgang(b *bezoek) error {
	f, a, page, err := w.voortgangFormulier(b)
	if err != nil {
		return err
	}
	f.toon(a.Velden, a.Versie)
	// A measure that nobody reported on is planned, which its fields do not say.
	if f.Groepen[0].Velden[0].Waarde == "" {
		f.Groepen[0].Velden[0].Waarde = string(a.Status)
	}
	return b.formulierTonen(200, page, a.Plan.Merk, f)
}

func (w *Web) actieVoortgangSave(b *bezoek) error {
	f, a, page, err := w.voortgangFormulier(b)
	if err != nil {
		return err
	}
	if _, err := w.Plan.MeldVoortgang(b.Context(), b.wie, a.Actie.ID, f.lees(b).wijziging()); err != nil {
		return b.formulierFout(err, page, a.Plan.Merk, f, a.Velden, a.Versie)
	}
	b.zeg("De voortgang is opgeslagen.")
	return b.naar(f.Terug)
}
