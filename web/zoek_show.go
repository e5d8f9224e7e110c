// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strings"

	"dwarsverband/domein/overzicht"
)

type zoekView struct {
	Pagina
	Vraag    string
	Groepen  []zoekGroep
	Treffers int
}

type zoekGroep struct {
	Soort    string
	Treffers []overzicht.Treffer
}

func (w *Web) zoekShow(b *bezoek) error {
	v := &zoekView{Pagina: Pagina{Titel: "Zoeken"}, Vraag: strings.TrimSpace(b.URL.Query().Get("q"))}
	found, err := w.Overzicht.Zoek(b.Context(), b.wie, v.Vraag)
	if err != nil {
		return err
	}
	v.Treffers = len(found)
	for _, t := range found {
		if n := len(v.Groepen); n == 0 || v.Groepen[n-1].Soort != t.Soort {
			v.Groepen = append(v.Groepen, zoekGroep{Soort: t.Soort})
		}
		g := &v.Groepen[len(v.Groepen)-1]
		g.Treffers = append(g.Treffers, t)
	}
	return b.toon("zoek", v)
}
