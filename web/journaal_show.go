// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/overzicht"
)

type journaalView struct {
	Pagina
	Rijen   []overzicht.Regel
	Ouder   int64 // number below which the next page begins; 0: there is none
	Nieuwer bool
}

func (w *Web) journaalShow(b *bezoek) error {
	var voor int64
	if text := b.URL.Query().Get("voor"); text != "" {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 1 {
			return domein.Refuse("journaal", "Deze bladzijde bestaat niet.", []domein.Fault{{Veld: "voor", Melding: "Geef een volgnummer van 1 of hoger."}})
		}
		voor = n
	}
	rows, err := w.Overzicht.Journaal(b.Context(), b.wie, voor)
	if err != nil {
		return err
	}
	v := &journaalView{Pagina: Pagina{Titel: "Journaal", Menu: "/journaal"}, Rijen: rows, Nieuwer: voor > 0}
	v.Lead = "Wie deed wat, met welk doel en op welke grond. Regels worden nooit gewijzigd of gewist. Ook dat u hier kijkt, staat erin."
	if n := len(rows); n == overzicht.JournaalPagina && rows[n-1].Volgnr > 0 {
		v.Ouder = rows[n-1].Volgnr
	}
	return b.toon("journaal", v)
}
