// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"net/url"
	"strconv"

	"dwarsverband/domein"
)

// meldingAantal is how many people a posted form of a report asks for.
func meldingAantal(x url.Values) int {
	n, _ := strconv.Atoi(x.Get("aantal"))
	return min(max(n, 1), maxGemeld)
}

// meldingConcept shows the form of a report as its writer left it. The search before it counts for a while; after that it is asked again at the sending.
func (w *Web) meldingConcept(b *bezoek) error {
	c, err := w.Melding.Concept(b.Context(), b.wie)
	if err != nil {
		return err
	}
	x := url.Values(c.Velden)
	aantal := meldingAantal(x)
	f := meldingFormulier(aantal, x.Has("toch")).neem(x)
	f.ConceptVan = tijd(c.Op)
	return w.meldingForm(b, http.StatusOK, b.meldingNieuwView(), f, x.Get("bon"), aantal)
}

// meldingBewaar keeps what was typed so far. The script of the page sends it a few seconds after the last key.
func (w *Web) meldingBewaar(b *bezoek) error {
	if err := b.ParseForm(); err != nil {
		return afgebroken(err)
	}
	if err := w.Melding.BewaarConcept(b.Context(), b.wie, b.PostForm); err != nil {
		return err
	}
	b.w.WriteHeader(http.StatusNoContent)
	return nil
}

func (w *Web) meldingWis(b *bezoek) error {
	if err := w.Melding.WisConcept(b.Context(), b.wie); err != nil {
		return err
	}
	b.zeg("Uw concept is weggegooid.")
	return b.naar("/meldingen/nieuw")
}

// heeftConcept tells since when the visitor has a draft of a report; empty where he has none.
func (w *Web) heeftConcept(b *bezoek) (string, error) {
	c, err := w.Melding.Concept(b.Context(), b.wie)
	if domein.KindOf(err) == domein.NotFound {
		return "", nil
	}
	return tijd(c.Op), err
}
