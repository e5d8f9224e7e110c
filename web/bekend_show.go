// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/melding"
)

// heeftFout tells whether one of the faults of err is about a field.
func heeftFout(err error, veld string) bool {
	return slices.ContainsFunc(domein.FaultsOf(err), func(f domein.Fault) bool { return f.Veld == veld })
}

// bekendView asks whether somebody is known, or gives the answer.
type bekendView struct {
	Pagina
	Eigen           []dossier.Kop // the reports on which the visitor may ask
	Antwoord        *melding.Bekendheid
	Nummer          string
	Doel, Grondslag string
}

func (b *bezoek) bekendView() *bekendView {
	return &bekendView{Pagina: Pagina{Titel: "Is iemand bekend?", Menu: "/meldingen", Kruimels: []Kruimel{{"Meldingen", "/meldingen"}},
		Lead: "U hoort of de personen uit uw melding bekend zijn en wie u dan kunt bellen. Meer niet. Elke vraag wordt vastgelegd."},
		Doel: "bepalen bekendheid", Grondslag: "art. 6 lid 1 onder e AVG"}
}

func (w *Web) bekendShow(b *bezoek) error {
	v := b.bekendView()
	var err error
	if v.Eigen, err = w.Melding.EigenLopende(b.Context(), b.wie); err != nil {
		return err
	}
	return b.toon("bekend", v)
}

// bekendVraag asks whether the people of an own report are known. The answer is on the page and nowhere else: not in the address, not in the session.
func (w *Web) bekendVraag(b *bezoek) error {
	v := b.bekendView()
	antwoord, err := w.Melding.HitVraag(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v.Antwoord = &antwoord
	return b.toon("bekend", v)
}
