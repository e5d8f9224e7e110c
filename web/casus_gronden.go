// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
)

var grondkeuze = []keuze{{Waarde: deling.Behouden, Naam: "blijft zoals het is"}, {Waarde: deling.Vernieuwen, Naam: "begint opnieuw, op mijn naam"}, {Waarde: deling.Beeindigen, Naam: "eindigt nu"}}

// grondenFormulier asks what becomes of each legal basis after the direction was handed over.
func (w *Web) grondenFormulier(b *bezoek) (*formulier, dossier.Dossier, error) {
	d, list, err := w.Deling.TeHerzien(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, d, err
	}
	m, err := w.mensen(b)
	kring, gedeeld := veldgroep{Kop: "In de kring"}, veldgroep{Kop: "Gedeeld"}
	for _, g := range list {
		wie := deling.OrganisatieNaam(g.Aan)
		if g.Gebruiker != "" {
			wie = m.Naam(g.Gebruiker)
		}
		grond := g.Grondslag
		if x, ok := deling.Grond(g.Grondslag); ok {
			grond = x.Artikel
		}
		v := &veld{Naam: g.Sleutel, Label: wie, Soort: "keuze", Nodig: true, Keuzes: grondkeuze, Uitleg: "Voor: " + g.Doel + ". Grondslag: " + grond + ". Sinds " + tijd(g.Sinds) + "."}
		if g.Gedeeld {
			gedeeld.Velden = append(gedeeld.Velden, v)
		} else {
			kring.Velden = append(kring.Velden, v)
		}
	}
	f := &formulier{URL: b.URL.Path, Knop: "Vastleggen", Terug: "/casussen/" + d.ID, Nieuw: true,
		Uitleg: "U hebt de regie overgenomen. Kijk bij iedereen of het nog nodig is dat die persoon dit ziet. Wat eindigt, is meteen dicht."}
	for _, g := range []veldgroep{kring, gedeeld} {
		if len(g.Velden) > 0 {
			f.Groepen = append(f.Groepen, g)
		}
	}
	f.Groepen = append(f.Groepen, veldgroep{Kop: "Waarom", Velden: []*veld{{Naam: "noodzaak", Label: "Waarom blijft het nodig?", Soort: "lang", Uitleg: "Nodig als er iets opnieuw begint."}}})
	return f, d, err
}

func (w *Web) grondenShow(b *bezoek) error {
	f, d, err := w.grondenFormulier(b)
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, casusPagina(d.Codenaam, d.ID, "Grondslagen na de overdracht"), f)
}

func (w *Web) grondenSave(b *bezoek) error {
	f, d, err := w.grondenFormulier(b)
	if err != nil {
		return err
	}
	x := f.lees(b).waarden()
	noodzaak := x["noodzaak"]
	delete(x, "noodzaak")
	if err := w.Deling.Herzie(b.Context(), b.wie, d.ID, x, noodzaak); err != nil {
		return b.casusFout(err, casusPagina(d.Codenaam, d.ID, "Grondslagen na de overdracht"), f, dossier.Stuk{})
	}
	b.zeg("De grondslagen zijn opnieuw bekeken.")
	return b.naar("/casussen/" + d.ID + "/kring")
}
