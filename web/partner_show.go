// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/signaal"
	"dwarsverband/toegang"
)

// partnerView is the page behind a link: a question, a signal, a form.
type partnerView struct {
	Pagina
	signaal.Partnerpagina
	Gemeente  gebied.Verantwoordelijke
	Zin       string
	Beeld     signaalBeeld
	Bronregel string
	Form      *formulier
}

func antwoordFormulier(sleutel string) *formulier {
	return &formulier{URL: "/partner/" + sleutel, Knop: "Antwoord versturen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "antwoord", Label: "Uw antwoord", Soort: "lang", Nodig: true, Uitleg: "Noem geen personen en geen adressen."},
		{Naam: "bron", Label: "Waarop baseert u dit?", Soort: "tekst", Nodig: true, Uitleg: "Bijvoorbeeld: eigen meldingen van september."},
	}}}}
}

// partnerKop keeps a link out of search engines, caches and the logs of other sites, and forgets who happens to be logged in: the page is the same for everybody.
func (b *bezoek) partnerKop() {
	h := b.w.Header()
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Robots-Tag", "noindex, nofollow")
	h.Set("Cache-Control", "no-store")
	b.wie = toegang.Actor{}
	b.tenant = gebied.Verantwoordelijke{}
}

func (w *Web) partnerShow(b *bezoek) error {
	b.partnerKop()
	return w.partnerToon(b, http.StatusOK, antwoordFormulier(b.PathValue("sleutel")))
}

func (w *Web) partnerToon(b *bezoek, status int, form *formulier) error {
	page, err := w.Signaal.ToonVraag(b.Context(), b.PathValue("sleutel"))
	if err != nil {
		return err
	}
	v := &partnerView{Pagina: Pagina{Titel: "Een vraag van de gemeente"}, Partnerpagina: page, Form: form, Bronregel: bronregel(page.Bron)}
	if v.Gemeente, err = w.Gebruiker.Store.Verantwoordelijke(b.Context(), page.Verantwoordelijke); err != nil {
		return err
	}
	v.Titel = "Een vraag van de gemeente " + v.Gemeente.Naam
	today := v.Gemeente.Vandaag
	if today.IsZero() {
		today = w.Signaal.Nu().Date()
	}
	if len(page.Reeks) > 0 {
		v.Zin = page.Signaal.Zin(page.Gebied.Naam, page.Soort.Naam, v.Gemeente.Peildatum, today)
		v.Beeld = tekenSignaal(page.Soort.Naam+" in "+page.Gebied.Naam, page.Signaal, page.Reeks, page.Oordelen)
	}
	return b.toonMet(status, "partner", v)
}

// partnerSave keeps an answer. After it the link is used up, so the thanks come at once.
func (w *Web) partnerSave(b *bezoek) error {
	b.partnerKop()
	form := antwoordFormulier(b.PathValue("sleutel")).lees(b)
	values := form.waarden()
	err := w.Signaal.Beantwoord(b.Context(), b.PathValue("sleutel"), values["antwoord"], values["bron"])
	if domein.KindOf(err) == domein.Invalid {
		status, _ := form.mislukt(err, nil, 0)
		return w.partnerToon(b, status, form)
	}
	if err != nil {
		return err
	}
	return b.toon("partner_klaar", &foutView{Pagina: Pagina{Titel: "Dank u wel"}})
}
