// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/toegang"
)

// opvallendRoutes are the pages on unusual looks: for the privacy officer and the FG, for who is asked, and for everybody.
func (w *Web) opvallendRoutes() []route {
	return []route{
		{"GET /toezicht/opvallend", true, w.opvallendShow},
		{"POST /toezicht/opvallend/voorwaarden", true, w.voorwaardeSave},
		{"POST /toezicht/opvallend/voorwaarden/{id}/intrekken", true, w.voorwaardeTrekIn},
		{"GET /toezicht/opvallend/{id}", true, w.wegingShow},
		{"POST /toezicht/opvallend/{id}", true, w.wegingSave},
		{"GET /opvallend/{id}", true, w.uitlegvraagShow},
		{"POST /opvallend/{id}", true, w.uitlegvraagSave},
		{"GET /uitleg/opvallend", true, w.uitlegOpvallend},
	}
}

// voorwaardeNamen say in words what must stand before looks are judged.
var voorwaardeNamen = map[string]string{toezicht.Ondernemingsraad: "Instemming van de ondernemingsraad", toezicht.DPIA: "DPIA", toezicht.Aankondiging: "Aankondiging aan wie kijkt"}

// opvallendView shows whether looks are judged, on which conditions, and what came of it: to the privacy officer the questions, to the FG only numbers.
type opvallendView struct {
	Pagina
	Aan         bool
	Ingang      termijn.Moment
	Voorwaarden []voorwaardeRegel
	Ingetrokken []voorwaardeRegel
	Form        *formulier // nil where nothing is missing, or for the FG
	FG, Inricht bool
	Vragen      []toezicht.Vraag
	Telling     toezicht.Telling
}

type voorwaardeRegel struct {
	toezicht.Voorwaarde
	Naam, DoorNaam, IngetrokkenNaam string
}

func (w *Web) opvallendView(b *bezoek) (*opvallendView, error) {
	list, err := w.Toezicht.Voorwaarden(b.Context(), b.wie)
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	if err != nil {
		return nil, err
	}
	v := &opvallendView{Pagina: Pagina{Titel: "Opvallende blikken", Menu: "/toezicht", Kruimels: []Kruimel{{"Toezicht", "/toezicht"}},
		Lead: "Sommige blikken op een dossier vragen om uitleg. Eerst hoort het programma wie keek, daarna oordeelt iemand anders."}, FG: heeftRol(b.persoon, toegang.FG), Inricht: heeftRol(b.persoon, toegang.Privacyfunctionaris)}
	v.Ingang, v.Aan = toezicht.Ingang(list)
	for _, x := range list {
		if r := (voorwaardeRegel{x, voorwaardeNamen[x.Soort], m.Naam(x.Door), m.Naam(x.IngetrokkenDoor)}); x.Ingetrokken.IsZero() {
			v.Voorwaarden = append(v.Voorwaarden, r)
		} else {
			v.Ingetrokken = append(v.Ingetrokken, r)
		}
	}
	if v.Inricht {
		v.Form = voorwaardeFormulier(v.Voorwaarden)
	}
	return v, w.opvallendVragen(b, v)
}

// opvallendVragen adds what came of it.
func (w *Web) opvallendVragen(b *bezoek, v *opvallendView) (err error) {
	if v.FG {
		if v.Telling, err = w.Toezicht.Tel(b.Context(), b.wie); err != nil {
			return err
		}
	}
	if v.Inricht {
		v.Vragen, err = w.Toezicht.Vragen(b.Context(), b.wie)
	}
	return err
}

// voorwaardeFormulier asks for what is missing.
func voorwaardeFormulier(staan []voorwaardeRegel) *formulier {
	var soorten []keuze
	for _, soort := range toezicht.Voorwaardesoorten {
		if !slices.ContainsFunc(staan, func(r voorwaardeRegel) bool { return r.Soort == soort }) {
			soorten = append(soorten, keuze{Waarde: soort, Naam: voorwaardeNamen[soort]})
		}
	}
	if len(soorten) == 0 {
		return nil
	}
	return &formulier{URL: "/toezicht/opvallend/voorwaarden", Knop: "Vastleggen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "soort", Label: "Wat legt u vast?", Soort: "keuze", Nodig: true, Keuzes: soorten},
		{Naam: "dag", Label: "Dag", Soort: "datum", Nodig: true, Uitleg: "Van de instemming of de DPIA, of de dag waarop de aankondiging ingaat: vandaag of later."},
		{Naam: "kenmerk", Label: "Kenmerk van het stuk", Soort: "kort", Nodig: true, Uitleg: "Zoals OR-2026/118. Zonder spaties."}}}}}
}

func (w *Web) opvallendShow(b *bezoek) error {
	v, err := w.opvallendView(b)
	if err != nil {
		return err
	}
	return b.toon("opvallend", v)
}

func (w *Web) voorwaardeSave(b *bezoek) error {
	f := voorwaardeFormulier(nil).lees(b)
	x := f.waarden()
	err := w.Toezicht.LegVast(b.Context(), b.wie, x["soort"], dagUit(x["dag"]), x["kenmerk"])
	if err == nil {
		b.zeg("De voorwaarde is vastgelegd.")
		return b.naar("/toezicht/opvallend")
	}
	status, ok := f.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	v, err := w.opvallendView(b)
	if err != nil {
		return err
	}
	v.Form = f
	return b.toonMet(status, "opvallend", v)
}

func (w *Web) voorwaardeTrekIn(b *bezoek) error {
	if err := w.Toezicht.TrekIn(b.Context(), b.wie, b.PathValue("id")); err != nil {
		return err
	}
	b.zeg("Ingetrokken. Er wordt niets meer beoordeeld, en vragen zonder oordeel zijn weg.")
	return b.naar("/toezicht/opvallend")
}

// uitlegOpvallendView tells everybody what is judged, by which rules, since when and what happens then (AVG art. 13).
type uitlegOpvallendView struct {
	Pagina
	Aan                bool
	Ingang             termijn.Moment
	Nu                 termijn.Moment
	Kenmerken          []toezicht.Kenmerk // in force today
	Uitleggen, Terecht termijn.Regel
	Onterecht          termijn.Regel
}

func (w *Web) uitlegOpvallend(b *bezoek) error {
	ingang, aan, err := w.Toezicht.Sinds(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &uitlegOpvallendView{Pagina: Pagina{Titel: "Welke blikken vragen om uitleg?", Lead: "Wie een dossier bekijkt, laat een regel na in het journaal. Bij sommige blikken vraagt het programma waarom."},
		Aan: aan, Ingang: ingang, Nu: w.Toezicht.Nu()}
	vandaag := v.Nu.Date()
	for code, regel := range map[string]*termijn.Regel{termijn.OpvallendUitleggen: &v.Uitleggen, termijn.BewaarTerecht: &v.Terecht, termijn.BewaarOnterecht: &v.Onterecht} {
		if *regel, err = termijn.Geldend(code, vandaag); err != nil {
			return domein.Wrap("web.uitlegOpvallend", err)
		}
	}
	v.Kenmerken = toezicht.InWerking(vandaag)
	return b.toon("uitleg_opvallend", v)
}
