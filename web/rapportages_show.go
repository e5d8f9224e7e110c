// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein"
	"dwarsverband/domein/rapportage"
)

type rapportagesView struct {
	Pagina
	Concepten    []rapportageRegel
	Uitgegeven   []rapportageRegel
	MagOpstellen bool
	Instelling   rapportage.Instelling
	MagInstellen bool
}

// rapportageRegel is a report in a list.
type rapportageRegel struct {
	rapportage.Rapportage
	Openbaar bool
}

// rapportagesShow lists the drafts and what was released. Who may only change the setting goes straight there.
func (w *Web) rapportagesShow(b *bezoek) error {
	list, err := w.Rapportage.Lijst(b.Context(), b.wie)
	if domein.KindOf(err) == domein.Forbidden {
		if _, may, other := w.Rapportage.Instelling(b.Context(), b.wie); other == nil && may {
			return b.naar("/rapportages/minimum")
		}
	}
	if err != nil {
		return err
	}
	v := &rapportagesView{Pagina: Pagina{Titel: "Rapportages", Menu: "/rapportages",
		Lead: "Wat de raad en de inwoners lezen over de doelen van een plan. Niets is openbaar tot het college besluit."}}
	for _, r := range list {
		row := rapportageRegel{r, r.Openbaar(w.Rapportage.Nu())}
		if r.Status == rapportage.Concept {
			v.Concepten = append(v.Concepten, row)
		} else {
			v.Uitgegeven = append(v.Uitgegeven, row)
		}
	}
	if v.Instelling, v.MagInstellen, err = w.Rapportage.Instelling(b.Context(), b.wie); err != nil {
		return err
	}
	k, err := w.Rapportage.Keuzes(b.Context(), b.wie)
	v.MagOpstellen = err == nil && len(k.Plannen) > 0
	return b.toon("rapportages", v)
}

// rapportageFormulier is the form to start a report.
func (w *Web) rapportageFormulier(b *bezoek) (*formulier, Pagina, error) {
	k, err := w.Rapportage.Keuzes(b.Context(), b.wie)
	if err != nil {
		return nil, Pagina{}, err
	}
	var plannen, tijdvakken []keuze
	for _, p := range k.Plannen {
		plannen = append(plannen, keuze{Waarde: p.ID, Naam: p.Titel, Groep: p.Soort.Naam()})
	}
	for _, t := range k.Tijdvakken {
		tijdvakken = append(tijdvakken, keuze{Waarde: t.Code(), Naam: hoofdwoord(t.String())})
	}
	f := &formulier{URL: "/rapportages", Knop: "Rapportage opstellen", Terug: "/rapportages", Nieuw: true,
		Uitleg: "De cijfers komen uit de indicatoren van het plan. U schrijft daarna per doel wat ze betekenen.",
		Groepen: []veldgroep{{Velden: []*veld{
			{Naam: "plan", Label: "Over welk plan?", Soort: "keuze", Nodig: true, Keuzes: plannen, Uitleg: "Alleen plannen die zijn vastgesteld."},
			{Naam: "tijdvak", Label: "Over welke periode?", Soort: "keuze", Nodig: true, Keuzes: tijdvakken},
		}}}}
	return f, rapportagePagina("Nieuwe rapportage"), nil
}

func rapportagePagina(titel string, kruimels ...Kruimel) Pagina {
	return Pagina{Titel: titel, Menu: "/rapportages", Kruimels: append([]Kruimel{{"Rapportages", "/rapportages"}}, kruimels...)}
}

// rapportageForm shows a form of this room.
func (b *bezoek) rapportageForm(status int, p Pagina, merk string, f *formulier) error {
	return b.toonMet(status, "plan_formulier", &formulierView{Pagina: p, Form: f, Merk: merk})
}

func (w *Web) rapportageNieuw(b *bezoek) error {
	f, page, err := w.rapportageFormulier(b)
	if err != nil {
		return err
	}
	f.zet(map[string]string{"plan": b.URL.Query().Get("plan"), "tijdvak": b.URL.Query().Get("tijdvak")})
	return b.rapportageForm(http.StatusOK, page, "", f)
}

func (w *Web) rapportageMaak(b *bezoek) error {
	f, page, err := w.rapportageFormulier(b)
	if err != nil {
		return err
	}
	posted := f.lees(b).waarden()
	t, err := rapportage.ParseTijdvak(posted["tijdvak"])
	if err != nil {
		t = rapportage.Tijdvak{} // the room says what to choose
	}
	r, err := w.Rapportage.StelOp(b.Context(), b.wie, posted["plan"], t)
	if err != nil {
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		return b.rapportageForm(status, page, "", f)
	}
	b.zeg("De rapportage is gemaakt. Schrijf nu per doel wat de cijfers betekenen.")
	return b.naar("/rapportages/" + r.ID)
}
