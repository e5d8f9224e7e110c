// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"slices"

	"dwarsverband/domein/toezicht"
)

// opvallendVraagView is one question: to who looked, or to who judges. Naam is who looked, for who judges only.
type opvallendVraagView struct {
	Pagina
	toezicht.Vraag
	Naam, Weger string
	Form        *formulier // nil where there is nothing to do any more
}

// Onterecht tells whether the look was judged not to be right.
func (v *opvallendVraagView) Onterecht() bool { return slices.Contains(toezicht.Onterecht, v.Oordeel) }

func uitlegFormulier(id string) *formulier {
	return &formulier{URL: "/opvallend/" + id, Knop: "Uitleg versturen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "antwoord", Label: "Waarom keek u?", Soort: "keuze", Nodig: true, Keuzes: gelijk(toezicht.Antwoorden), Uitleg: "U kiest een zin. Wat u er verder over wilt zeggen, zegt u in een gesprek."}}}}}
}

func blikFormulier(id string) *formulier {
	return &formulier{URL: "/toezicht/opvallend/" + id, Knop: "Oordeel vastleggen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "oordeel", Label: "Wat vindt u ervan?", Soort: "keuze", Nodig: true, Keuzes: gelijk(slices.Concat(toezicht.Terecht, toezicht.Onterecht))}}}}}
}

func (w *Web) uitlegvraagView(b *bezoek) (*opvallendVraagView, error) {
	x, err := w.Toezicht.MijnVraag(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	v := &opvallendVraagView{Pagina: Pagina{Titel: "Uw uitleg gevraagd", Menu: "/werk", Kruimels: []Kruimel{{"Mijn werk", "/werk"}},
		Lead: "U bekeek een dossier, en een regel vraagt daar uitleg bij. Een vraag is geen verdenking: de meeste blikken blijken terecht."}, Vraag: x, Weger: m.Naam(x.OordeelDoor)}
	if !x.Gewogen() && (!x.Gehoord() || x.Antwoord == toezicht.GeenAntwoord) {
		v.Form = uitlegFormulier(x.ID)
	}
	return v, err
}

func (w *Web) uitlegvraagShow(b *bezoek) error {
	v, err := w.uitlegvraagView(b)
	if err != nil {
		return err
	}
	return b.toon("opvallend_uitleg", v)
}

func (w *Web) uitlegvraagSave(b *bezoek) error {
	id := b.PathValue("id")
	f := uitlegFormulier(id).lees(b)
	err := w.Toezicht.LegUit(b.Context(), b.wie, id, f.waarden()["antwoord"])
	if err == nil {
		b.zeg("Uw uitleg is verstuurd. De privacyfunctionaris leest die en oordeelt.")
		return b.naar("/opvallend/" + id)
	}
	status, ok := f.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	v, err := w.uitlegvraagView(b)
	if err != nil {
		return err
	}
	v.Form = f
	return b.toonMet(status, "opvallend_uitleg", v)
}

func (w *Web) wegingView(b *bezoek) (*opvallendVraagView, error) {
	x, err := w.Toezicht.TeWegen(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	v := &opvallendVraagView{Pagina: Pagina{Titel: "Oordeel over een blik", Menu: "/toezicht", Kruimels: []Kruimel{{"Toezicht", "/toezicht"}, {"Opvallende blikken", "/toezicht/opvallend"}},
		Lead: "Wie keek, is gehoord. Oordeel over deze ene blik, niet over de persoon."}, Vraag: x, Naam: m.Naam(x.Wie), Weger: m.Naam(x.OordeelDoor)}
	if !x.Gewogen() {
		v.Form = blikFormulier(x.ID)
	}
	return v, err
}

func (w *Web) wegingShow(b *bezoek) error {
	v, err := w.wegingView(b)
	if err != nil {
		return err
	}
	return b.toon("opvallend_weging", v)
}

func (w *Web) wegingSave(b *bezoek) error {
	id := b.PathValue("id")
	f := blikFormulier(id).lees(b)
	err := w.Toezicht.Weeg(b.Context(), b.wie, id, f.waarden()["oordeel"])
	if err == nil {
		b.zeg("Uw oordeel is vastgelegd. Wie keek, krijgt bericht.")
		return b.naar("/toezicht/opvallend")
	}
	status, ok := f.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	v, err := w.wegingView(b)
	if err != nil {
		return err
	}
	v.Form = f
	return b.toonMet(status, "opvallend_weging", v)
}
