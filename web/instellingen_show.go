// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein/bericht"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/toegang"
)

// instellingRoutes are the pages on which somebody says how he hears of things, and when he is away.
func (w *Web) instellingRoutes() []route {
	return []route{
		{"GET /instellingen", true, w.instellingenShow},
		{"POST /instellingen/berichten", true, w.berichtenKies},
		{"POST /instellingen/afwezig", true, w.afwezigMeld},
	}
}

// instellingenView is one's own settings.
type instellingenView struct {
	Pagina
	Berichten, Afwezig *formulier
	Mail               bool // mail is set up here
	Mailadres          string
	Wacht              int // mails that did not go out, for the administrator
}

func berichtenFormulier() *formulier {
	f := &formulier{URL: "/instellingen/berichten", Knop: "Opslaan", Nieuw: true}
	var kanalen []keuze
	for _, k := range bericht.Kanalen {
		kanalen = append(kanalen, keuze{Waarde: string(k.Code), Naam: k.Naam})
	}
	groep := veldgroep{}
	for _, g := range bericht.Groepen {
		groep.Velden = append(groep.Velden, &veld{Naam: g.Code, Label: g.Naam, Soort: "keuze", Nodig: true, Keuzes: kanalen})
	}
	f.Groepen = []veldgroep{groep}
	return f
}

func (w *Web) afwezigFormulier(b *bezoek) (*formulier, error) {
	m, err := w.mensen(b)
	return &formulier{URL: "/instellingen/afwezig", Knop: "Opslaan", Nieuw: true, Uitleg: "Uw vervanger houdt in die tijd uw knopen vast. Hij krijgt daarmee geen toegang tot uw casussen.",
		Groepen: []veldgroep{{Velden: []*veld{{Naam: "van", Label: "Eerste dag", Soort: "datum", Nodig: true}, {Naam: "tot", Label: "Laatste dag", Soort: "datum", Nodig: true},
			{Naam: "vervanger", Label: "Wie vervangt u?", Soort: "keuze", Nodig: true, Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool { return u.ID != b.wie.ID && heeftRol(u, inKring...) })}}}}}, err
}

// instellingen shows the settings; either form may be one that did not go through.
func (w *Web) instellingen(b *bezoek, status int, berichten, afwezig *formulier) error {
	v := &instellingenView{Pagina: Pagina{Titel: "Instellingen", Menu: "/werk", Kruimels: []Kruimel{{"Mijn werk", "/werk"}}, Lead: "Hoe u hoort dat er iets op u wacht, en wanneer u er niet bent."},
		Berichten: berichten, Afwezig: afwezig, Mail: w.Bericht.Verstuur != nil, Mailadres: b.persoon.Mailadres}
	var err error
	if v.Berichten == nil {
		k, err := w.Bericht.Instelling(b.Context(), b.wie)
		if err != nil {
			return err
		}
		waarden := map[string]string{}
		for groep, kanaal := range k {
			waarden[groep] = string(kanaal)
		}
		v.Berichten = berichtenFormulier().zet(waarden)
	}
	if v.Afwezig == nil {
		if v.Afwezig, err = w.afwezigFormulier(b); err != nil {
			return err
		}
	}
	if heeftRol(b.persoon, toegang.Beheerder) {
		if v.Wacht, err = w.Bericht.Wachtend(b.Context(), b.wie); err != nil {
			return err
		}
	}
	return b.toonMet(status, "instellingen", v)
}

func (w *Web) instellingenShow(b *bezoek) error { return w.instellingen(b, http.StatusOK, nil, nil) }

func (w *Web) berichtenKies(b *bezoek) error {
	f := berichtenFormulier().lees(b)
	k := bericht.Keuze{}
	for groep, kanaal := range f.waarden() {
		k[groep] = bericht.Kanaal(kanaal)
	}
	if err := w.Bericht.Kies(b.Context(), b.wie, k); err != nil {
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		return w.instellingen(b, status, f, nil)
	}
	b.zeg("Uw keuze is opgeslagen.")
	return b.naar("/instellingen")
}

func (w *Web) afwezigMeld(b *bezoek) error {
	f, err := w.afwezigFormulier(b)
	if err != nil {
		return err
	}
	x := f.lees(b).waarden()
	if err := w.Casus.MeldAfwezig(b.Context(), b.wie, casus.Afwezigheid{Van: dagUit(x["van"]), Tot: dagUit(x["tot"]), Vervanger: x["vervanger"]}); err != nil {
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		return w.instellingen(b, status, nil, f)
	}
	b.zeg("Opgeslagen wanneer u er niet bent.")
	return b.naar("/instellingen")
}
