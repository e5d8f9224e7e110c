// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"net/url"
	"strings"

	"dwarsverband/domein"
)

// conceptvan names the form of a page within its case: "stukken/doel/nieuw".
func conceptvan(b *bezoek) string {
	_, naam, _ := strings.Cut(strings.TrimPrefix(b.URL.Path, "/casussen/"), "/")
	return naam
}

// conceptURL is where drafts of a form of a case are kept.
func conceptURL(id, formulier string) string {
	return "/casussen/" + id + "/concept?formulier=" + url.QueryEscape(formulier)
}

// metConcept puts the draft of this form in it, where there is one, with the values that its writer saw then: a clash with somebody else still shows.
func (w *Web) metConcept(b *bezoek, f *formulier, id string) error {
	c, err := w.Casus.Concept(b.Context(), b.wie, id, conceptvan(b))
	if domein.KindOf(err) == domein.NotFound {
		return nil
	}
	if err == nil {
		f.neem(c.Velden)
		f.ConceptVan = tijd(c.Op)
	}
	return err
}

// ConceptWeg is where a draft is thrown away.
func (f *formulier) ConceptWeg() string {
	return strings.Replace(f.ConceptURL, "/concept?", "/concept/weg?", 1)
}

// conceptSave keeps what was typed so far. The script of the page sends it a few seconds after the last key.
func (w *Web) conceptSave(b *bezoek) error {
	if err := b.ParseForm(); err != nil {
		return afgebroken(err)
	}
	if err := w.Casus.BewaarConcept(b.Context(), b.wie, b.PathValue("id"), b.URL.Query().Get("formulier"), b.PostForm); err != nil {
		return err
	}
	b.w.WriteHeader(http.StatusNoContent)
	return nil
}

// conceptWis throws a draft away and goes back to the case.
func (w *Web) conceptWis(b *bezoek) error {
	id, formulier := b.PathValue("id"), b.URL.Query().Get("formulier")
	if err := w.Casus.WisConcept(b.Context(), b.wie, id, formulier); err != nil {
		return err
	}
	b.zeg("Uw concept is weg.")
	return b.naar("/casussen/" + id)
}
