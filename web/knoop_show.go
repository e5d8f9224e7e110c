// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/casus"
)

// knopenView lists the knots that the visitor holds.
type knopenView struct {
	Pagina
	Knopen []taakRegel
}

func (w *Web) knopenShow(b *bezoek) error {
	werk, err := w.Casus.Werk(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &knopenView{Pagina: Pagina{Titel: "Knopen", Menu: "/knopen", Lead: "De knopen die bij u liggen. Wie niet op tijd beslist, geeft de knoop door naar boven."}}
	for _, t := range werk.Taken {
		if t.Soort == "knoop" {
			v.Knopen = append(v.Knopen, taakRegel{Taak: t, Codenaam: werk.Codenamen[t.Dossier], URL: taakURL(t), Laat: t.TeLaat(w.Casus.Nu())})
		}
	}
	return b.toon("knopen", v)
}

// knoopView is one knot: the question, who thinks what, who holds it until when, and how it was cut.
type knoopView struct {
	Pagina
	casus.KnoopBeeld
	mensen mensen
	Form   *formulier
	Treden []tredeRegel
}

type tredeRegel struct {
	Naam string
	Nu   bool
}

// Wie puts a name to a user.
func (v *knoopView) Wie(id string) string { return v.mensen.Naam(id) }

func besluitFormulier(url string) *formulier {
	return &formulier{URL: url + "/besluit", Knop: "Beslissen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "besluit", Label: "Wat gebeurt er nu?", Soort: "lang", Nodig: true}, {Naam: "motivering", Label: "Waarom?", Soort: "lang", Nodig: true}}}}}
}

func (w *Web) knoop(b *bezoek) (*knoopView, error) {
	k, err := w.Casus.Knoop(b.Context(), b.wie, b.PathValue("id"), b.PathValue("knoop"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	v := &knoopView{Pagina: Pagina{Titel: "Knoop in " + k.Codenaam, Menu: "/knopen", Kruimels: []Kruimel{{"Knopen", "/knopen"}}}, KnoopBeeld: k, mensen: m}
	for i, t := range casus.Ladder {
		v.Treden = append(v.Treden, tredeRegel{t.Naam, k.Waarde("trede") == string(rune('1'+i))})
	}
	if k.Houdt {
		v.Form = besluitFormulier("/knopen/" + k.CasusID + "/" + k.ID)
	}
	return v, err
}

func (w *Web) knoopShow(b *bezoek) error {
	v, err := w.knoop(b)
	if err != nil {
		return err
	}
	return b.toon("knoop", v)
}

func (w *Web) knoopStandpunt(b *bezoek) error {
	id, knoop := b.PathValue("id"), b.PathValue("knoop")
	if err := w.Casus.ZegStandpunt(b.Context(), b.wie, id, knoop, gepost(b, "tekst")); err != nil {
		return err
	}
	b.zeg("Uw standpunt is vastgelegd.")
	return b.naar("/knopen/" + id + "/" + knoop)
}

func (w *Web) knoopBesluit(b *bezoek) error {
	id, knoop := b.PathValue("id"), b.PathValue("knoop")
	f := besluitFormulier("/knopen/" + id + "/" + knoop).lees(b)
	x := f.waarden()
	if err := w.Casus.Beslis(b.Context(), b.wie, id, knoop, casus.Besluit{Besluit: x["besluit"], Motivering: x["motivering"]}); err != nil {
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		v, err := w.knoop(b)
		if err != nil {
			return err
		}
		v.Form = f
		return b.toonMet(status, "knoop", v)
	}
	b.zeg("Het regiebesluit is vastgelegd. De partijen horen het nu.")
	return b.naar("/werk")
}
