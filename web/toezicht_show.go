// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/deling"
	"dwarsverband/domein/inzage"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// toezichtView lists what waits for a look of the FG or the privacy officer: deviations, requests of people, postponed lines, and grounds that nobody may use.
type toezichtView struct {
	Pagina
	Afwijkingen  []taakRegel
	FG           bool
	Verzoeken    []inzage.Rij
	Herzieningen []taakRegel
	Gronden      []deling.Grondslag // that are not in force
	RegelsOp     termijn.Date       // when the rules on sharing are to be looked at again
	RegelsLaat   bool
	Steekproeven []steekproefRegel
	Maand        string          // of which a sample can be drawn; empty: it was drawn
	Opvallend    *termijn.Moment // from when looks are judged; nil: they are not
}

func (w *Web) toezichtShow(b *bezoek) error {
	list, err := w.Deling.Afwijkingen(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &toezichtView{Pagina: Pagina{Titel: "Toezicht", Menu: "/toezicht", Lead: "Noodtoegang en delen met een afwijking. Iemand anders dan wie het deed, beoordeelt het."}}
	for _, t := range list {
		v.Afwijkingen = append(v.Afwijkingen, taakRegel{Taak: t, Naam: taaknaam(t.Soort), URL: taakURL(t), Laat: t.TeLaat(w.Casus.Nu())})
	}
	if err := w.steekproeven(b, v); err != nil {
		return err
	}
	ingang, aan, err := w.Toezicht.Sinds(b.Context(), b.wie)
	if err != nil {
		return err
	}
	if aan {
		v.Opvallend = &ingang
	}
	if v.FG = heeftRol(b.persoon, toegang.FG); !v.FG {
		return b.toon("toezicht", v)
	}
	verzoeken, taken, err := w.Inzage.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	nu := w.Inzage.Nu()
	v.Verzoeken, v.Herzieningen = verzoeken, herzieningen(taken, nu)
	v.RegelsOp, v.RegelsLaat = deling.Regels.OpnieuwBekijken, !nu.Date().Before(deling.Regels.OpnieuwBekijken)
	for _, g := range deling.Grondslagen {
		if g.Stand != deling.Actief {
			v.Gronden = append(v.Gronden, g)
		}
	}
	return b.toon("toezicht", v)
}

type afwijkingView struct {
	Pagina
	deling.Afwijking
	Naam string
	Form *formulier
}

func oordeelFormulier(taak string) *formulier {
	return &formulier{URL: "/toezicht/" + taak, Knop: "Oordeel vastleggen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "akkoord", Label: "Was dit terecht?", Soort: "keuze", Nodig: true, Keuzes: []keuze{{Waarde: "ja", Naam: "ja"}, {Waarde: "nee", Naam: "nee: de toegang stopt nu"}}},
		{Naam: "motivering", Label: "Waarom?", Soort: "lang", Nodig: true}}}}}
}

func (w *Web) afwijking(b *bezoek, f *formulier) (*afwijkingView, error) {
	a, err := w.Deling.Beoordeling(b.Context(), b.wie, b.PathValue("taak"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	return &afwijkingView{Pagina: Pagina{Titel: "Afwijking in " + a.Codenaam, Menu: "/toezicht", Kruimels: []Kruimel{{"Toezicht", "/toezicht"}}}, Afwijking: a, Naam: m.Naam(a.Wie), Form: f}, err
}

func (w *Web) afwijkingShow(b *bezoek) error {
	v, err := w.afwijking(b, oordeelFormulier(b.PathValue("taak")))
	if err != nil {
		return err
	}
	return b.toon("afwijking", v)
}

func (w *Web) afwijkingSave(b *bezoek) error {
	f := oordeelFormulier(b.PathValue("taak")).lees(b)
	x := f.waarden()
	if err := w.Deling.Beoordeel(b.Context(), b.wie, b.PathValue("taak"), x["akkoord"] == "ja", x["motivering"]); err != nil {
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		v, err := w.afwijking(b, f)
		if err != nil {
			return err
		}
		return b.toonMet(status, "afwijking", v)
	}
	b.zeg("Het oordeel is vastgelegd.")
	return b.naar("/toezicht")
}
