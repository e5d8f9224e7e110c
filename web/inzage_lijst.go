// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/inzage"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// inzagesView lists the requests that are open, and the postponed lines that wait for a look.
type inzagesView struct {
	Pagina
	Verzoeken    []inzage.Rij
	Herzieningen []taakRegel
	Behandelt    bool
}

func (w *Web) inzagesShow(b *bezoek) error {
	list, taken, err := w.Inzage.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &inzagesView{Pagina: Pagina{Titel: "Inzage", Menu: "/inzage", Lead: "Mensen die willen weten wie hun gegevens zag en deelde. Een antwoord komt binnen een maand."},
		Verzoeken: list, Herzieningen: herzieningen(taken, w.Inzage.Nu()), Behandelt: heeftRol(b.persoon, toegang.Privacyfunctionaris)}
	return b.toon("inzages", v)
}

// herzieningen puts words to the tasks that look at a postponement again.
func herzieningen(taken []dossier.Taak, nu termijn.Moment) []taakRegel {
	var list []taakRegel
	for _, t := range taken {
		list = append(list, taakRegel{Taak: t, Naam: taaknaam(t.Soort), URL: taakURL(t), Laat: t.TeLaat(nu)})
	}
	return list
}

func inzagePagina(titel string) Pagina {
	return Pagina{Titel: titel, Menu: "/inzage", Kruimels: []Kruimel{{"Inzage", "/inzage"}}}
}

// gelijk makes choices whose words are their own codes.
func gelijk(list []string) []keuze {
	var keuzes []keuze
	for _, s := range list {
		keuzes = append(keuzes, keuze{Waarde: s, Naam: s})
	}
	return keuzes
}

func inzageFormulier() *formulier {
	soort, _ := casus.Soort(casus.Betrokkene)
	var mens []*veld
	for _, g := range casusVelden(soort, dossier.Dossier{}, nil) {
		for _, v := range g.Velden {
			if v.Naam != "genoemd" && v.Naam != "adres_geheim" {
				mens = append(mens, v)
			}
		}
	}
	return &formulier{URL: "/inzage", Knop: "Verzoek vastleggen", Terug: "/inzage", Nieuw: true, Groepen: []veldgroep{
		{Kop: "Over wie gaat het", Kolommen: true, Velden: mens},
		{Kop: "Het verzoek", Velden: []*veld{
			{Naam: "ontvangen", Label: "Ontvangen op", Soort: "datum", Nodig: true},
			{Naam: "controle", Label: "Hoe is nagegaan wie het is?", Soort: "keuze", Nodig: true, Keuzes: gelijk(inzage.Controles)},
			{Naam: "namens", Label: "Vraagt iemand anders namens deze persoon? Wie?", Soort: "keuze", Keuzes: gelijk(inzage.Vertegenwoordigers)},
			{Naam: "bewijs", Label: "Zo ja: hoe is nagegaan dat hij dat mag?", Soort: "tekst"}}}}}
}

func (w *Web) inzageNieuw(b *bezoek) error {
	if _, err := w.Inzage.Mag(b.wie, toegang.InzageBehandelen, toegang.Middel{Soort: "inzage", Verantwoordelijke: b.wie.Verantwoordelijke, Regime: string(dossier.InzageRegime)}); err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, inzagePagina("Verzoek vastleggen"), inzageFormulier())
}

func (w *Web) inzageMaak(b *bezoek) error {
	f := inzageFormulier().lees(b)
	x := f.waarden()
	n := inzage.Nieuw{Persoon: map[string]string{}, Controle: x["controle"], Namens: x["namens"], Bewijs: x["bewijs"]}
	for _, naam := range persoon.Velden {
		n.Persoon[naam] = x[naam]
	}
	n.Ontvangen = datumVan(x["ontvangen"])
	k, err := w.Inzage.Registreer(b.Context(), b.wie, n)
	if err != nil {
		return b.casusFout(err, inzagePagina("Verzoek vastleggen"), f, dossier.Stuk{})
	}
	b.zeg("Het verzoek is vastgelegd als " + k.Codenaam + ".")
	return b.naar("/inzage/" + k.ID)
}

// datumVan reads a day; what is no day is the zero Date, which the rules refuse where a day is needed.
func datumVan(s string) termijn.Date {
	d, err := termijn.ParseDate(s)
	if err != nil {
		return termijn.Date{}
	}
	return d
}

// herzieningView is a postponement that waits for a look.
type herzieningView struct {
	Pagina
	inzage.Herziening
	Grond string
	Form  *formulier
}

func herzieningFormulier(taak string) *formulier {
	return &formulier{URL: "/uitstel/" + taak, Knop: "Besluit vastleggen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "besluit", Label: "Wat besluit u?", Soort: "keuze", Nodig: true, Keuzes: []keuze{{Waarde: "vrij", Naam: "vrijgeven: de persoon ziet deze regels voortaan"}, {Waarde: "langer", Naam: "nog niet vrijgeven"}}},
		{Naam: "tot", Label: "Zo nee: tot wanneer?", Soort: "datum"},
		{Naam: "motivering", Label: "Waarom?", Soort: "lang", Nodig: true}}}}}
}

func (w *Web) herziening(b *bezoek, f *formulier) (*herzieningView, error) {
	h, err := w.Inzage.Herziening(b.Context(), b.wie, b.PathValue("taak"))
	if err != nil {
		return nil, err
	}
	v := &herzieningView{Pagina: inzagePagina("Uitstel in " + h.Codenaam), Herziening: h}
	for _, g := range inzage.Uitstelgronden {
		if g.Code == h.Uitstel.Waarde("grond") {
			v.Grond = g.Naam + " (" + g.Artikel + ")"
		}
	}
	if heeftRol(b.persoon, toegang.Privacyfunctionaris) {
		v.Form = f
	}
	return v, nil
}

func (w *Web) herzieningShow(b *bezoek) error {
	v, err := w.herziening(b, herzieningFormulier(b.PathValue("taak")))
	if err != nil {
		return err
	}
	return b.toon("inzage_uitstel", v)
}

func (w *Web) herzieningSave(b *bezoek) error {
	f := herzieningFormulier(b.PathValue("taak")).lees(b)
	x := f.waarden()
	var err error
	tot := datumVan(x["tot"])
	switch {
	case x["besluit"] != "vrij" && x["besluit"] != "langer":
		err = domein.Refuse("web.herziening", "Er is niet beslist.", []domein.Fault{{Veld: "besluit", Melding: "Kies wat u besluit."}})
	case x["besluit"] == "langer" && tot.IsZero():
		err = domein.Refuse("web.herziening", "Er is niet beslist.", []domein.Fault{{Veld: "tot", Melding: "Kies tot wanneer."}})
	case x["besluit"] == "vrij":
		err = w.Inzage.Beslis(b.Context(), b.wie, b.PathValue("taak"), x["motivering"], termijn.Date{})
	default:
		err = w.Inzage.Beslis(b.Context(), b.wie, b.PathValue("taak"), x["motivering"], tot)
	}
	if err == nil {
		b.zeg("Het besluit is vastgelegd.")
		return b.naar("/inzage")
	}
	status, ok := f.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	v, err := w.herziening(b, f)
	if err != nil {
		return err
	}
	return b.toonMet(status, "inzage_uitstel", v)
}
