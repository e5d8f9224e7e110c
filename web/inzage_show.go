// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/inzage"
	"dwarsverband/domein/persoon"
)

// inzageView is one request, from the search up to what was handed out.
type inzageView struct {
	Pagina
	inzage.Beeld
	mensen  mensen
	Vraag   dossier.Stuk
	Naam    string
	Fout    *formulier // a step that did not go through
	Wijzen  []string
	Rechten *formulier
	Einde   *formulier
	Langer  *formulier
}

// Wie puts a name to a user.
func (v *inzageView) Wie(id string) string { return v.mensen.Naam(id) }

// Loopt tells whether the request waits for an answer.
func (v *inzageView) Loopt() bool { return v.Status == inzage.Ontvangen }

// Mag tells whether the visitor can take a step now.
func (v *inzageView) Mag() bool { return v.Behandelt && v.Status != inzage.Gesloten }

// Recht gives the words of a right.
func (v *inzageView) Recht(code string) string {
	for _, r := range inzage.Rechten {
		if r.Code == code {
			return r.Naam
		}
	}
	return code
}

func rechtFormulier(id string) *formulier {
	var keuzes []keuze
	for _, r := range inzage.Rechten {
		keuzes = append(keuzes, keuze{Waarde: r.Code, Naam: r.Naam})
	}
	return &formulier{URL: "/inzage/" + id + "/rechten", Knop: "Vastleggen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "recht", Label: "Wat vraagt de persoon?", Soort: "keuze", Nodig: true, Keuzes: keuzes},
		{Naam: "wat", Label: "Om welk gegeven gaat het?", Soort: "lang", Nodig: true},
		{Naam: "uitkomst", Label: "Uitkomst", Soort: "keuze", Nodig: true, Keuzes: gelijk(inzage.Uitkomsten)},
		{Naam: "motivering", Label: "Waarom?", Soort: "lang"}}}}}
}

func eindFormulier(id string) *formulier {
	return &formulier{URL: "/inzage/" + id + "/sluiten", Knop: "Verzoek sluiten", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "einde", Label: "Hoe eindigt dit verzoek?", Soort: "keuze", Nodig: true, Keuzes: gelijk(inzage.Uitkomsten)},
		{Naam: "eindreden", Label: "Waarom?", Soort: "lang"}}}}}
}

func langerFormulier(id string) *formulier {
	return &formulier{URL: "/inzage/" + id + "/verlengen", Knop: "Twee maanden verlengen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "waarom", Label: "Waarom is meer tijd nodig?", Soort: "lang", Nodig: true, Uitleg: "De persoon hoort dit binnen de eerste maand."}}}}}
}

func (w *Web) inzageShow(b *bezoek) error { return w.inzageToon(b, http.StatusOK, nil) }

// inzageToon shows a request, with what came back.
func (w *Web) inzageToon(b *bezoek, status int, fout *formulier) error {
	id := b.PathValue("id")
	beeld, err := w.Inzage.Toon(b.Context(), b.wie, id)
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	v := &inzageView{Pagina: inzagePagina(beeld.Codenaam), Beeld: beeld, mensen: m, Fout: fout, Wijzen: inzage.Wijzen, Rechten: rechtFormulier(id), Einde: eindFormulier(id), Langer: langerFormulier(id)}
	for _, st := range beeld.Van(inzage.Vraagstuk) {
		v.Vraag = st
	}
	for _, st := range beeld.Van(inzage.Persoon) {
		v.Naam = persoon.UitVelden(st.Waarde).Naam()
	}
	return b.toonMet(status, "inzage", v)
}

// inzageStap takes a step of a request and shows the request again with what went wrong.
func (w *Web) inzageStap(b *bezoek, f *formulier, gedaan string, stap func(x map[string]string) error) error {
	if err := stap(f.lees(b).waarden()); err != nil {
		if status, ok := f.mislukt(err, nil, 0); ok {
			return w.inzageToon(b, status, f)
		}
		return err
	}
	b.zeg(gedaan)
	return b.naar("/inzage/" + b.PathValue("id"))
}

func (w *Web) inzageBereid(b *bezoek) error {
	return w.inzageStap(b, &formulier{}, "Het uittreksel is voorbereid.", func(map[string]string) error { return w.Inzage.Bereid(b.Context(), b.wie, b.PathValue("id")) })
}

func (w *Web) inzageStemIn(b *bezoek) error {
	return w.inzageStap(b, &formulier{}, "U stemt in met dit uittreksel.", func(map[string]string) error { return w.Inzage.StemIn(b.Context(), b.wie, b.PathValue("id")) })
}

func (w *Web) inzageReik(b *bezoek) error {
	f := &formulier{Groepen: []veldgroep{{Velden: []*veld{{Naam: "wijze"}}}}}
	return w.inzageStap(b, f, "Het uittreksel is uitgereikt.", func(x map[string]string) error {
		return w.Inzage.Reik(b.Context(), b.wie, b.PathValue("id"), x["wijze"])
	})
}

func (w *Web) inzageVerleng(b *bezoek) error {
	return w.inzageStap(b, langerFormulier(b.PathValue("id")), "De termijn is verlengd.", func(x map[string]string) error {
		return w.Inzage.VerlengTermijn(b.Context(), b.wie, b.PathValue("id"), x["waarom"])
	})
}

func (w *Web) inzageRecht(b *bezoek) error {
	return w.inzageStap(b, rechtFormulier(b.PathValue("id")), "Dit is vastgelegd.", func(x map[string]string) error {
		return w.Inzage.LegRecht(b.Context(), b.wie, b.PathValue("id"), x["recht"], x["wat"], x["uitkomst"], x["motivering"])
	})
}

func (w *Web) inzageSluit(b *bezoek) error {
	return w.inzageStap(b, eindFormulier(b.PathValue("id")), "Het verzoek is gesloten.", func(x map[string]string) error {
		return w.Inzage.Sluit(b.Context(), b.wie, b.PathValue("id"), x["einde"], x["eindreden"])
	})
}

// inzageDossierView is a found dossier with the person in it who may be the one who asks.
type inzageDossierView struct {
	Pagina
	inzage.Treffer
	Verzoek    string
	Kandidaten []inzage.Kandidaat
}

func (w *Web) inzageDossier(b *bezoek) error {
	t, list, err := w.Inzage.Bekijk(b.Context(), b.wie, b.PathValue("id"), b.PathValue("dossier"))
	if err != nil {
		return err
	}
	v := &inzageDossierView{Pagina: inzagePagina("Gaat dit over dezelfde persoon?"), Treffer: t, Kandidaten: list, Verzoek: b.PathValue("id")}
	return b.toon("inzage_dossier", v)
}

func (w *Web) inzageBevestig(b *bezoek) error {
	wie := gepost(b, "betrokkene")
	if wie == "" {
		wie = "-" // nothing was chosen; "geen" is a choice
	}
	if wie == "geen" {
		wie = ""
	}
	if err := w.Inzage.Bevestig(b.Context(), b.wie, b.PathValue("id"), b.PathValue("dossier"), wie); err != nil {
		return err
	}
	b.zeg("Dit is vastgelegd.")
	return b.naar("/inzage/" + b.PathValue("id"))
}

// uitstelFormulier is the form that keeps a line from the extract for a time.
func (w *Web) uitstelFormulier(b *bezoek) (*formulier, Pagina, error) {
	id := b.PathValue("id")
	beeld, err := w.Inzage.Toon(b.Context(), b.wie, id)
	if err != nil {
		return nil, Pagina{}, err
	}
	var regels, gronden []keuze
	for _, t := range beeld.Treffers {
		for _, o := range inzage.Organisaties(beeld.Regels, t.ID) {
			regels = append(regels, keuze{Waarde: t.ID + "|organisatie:" + o.Code, Naam: "alles van en aan " + o.Naam, Groep: t.Codenaam})
		}
		for _, r := range beeld.Regels {
			if r.Dossier == t.ID && r.Uitgesteld == nil {
				regels = append(regels, keuze{Waarde: t.ID + "|" + r.ID, Naam: r.Soort + " op " + datum(r.Van.Date()) + ", " + r.Organisatie, Groep: t.Codenaam})
			}
		}
	}
	for _, g := range inzage.Uitstelgronden {
		gronden = append(gronden, keuze{Waarde: g.Code, Naam: g.Naam + " (" + g.Artikel + ")"})
	}
	page := inzagePagina("Regels uitstellen, " + beeld.Codenaam)
	page.Kruimels = append(page.Kruimels, Kruimel{beeld.Codenaam, "/inzage/" + id})
	return &formulier{URL: "/inzage/" + id + "/uitstellen", Knop: "Uitstel vastleggen", Terug: "/inzage/" + id, Nieuw: true,
		Uitleg: "De persoon ziet deze regels pas als iemand dat besluit. Dat geldt ook voor volgende verzoeken.", Groepen: []veldgroep{{Velden: []*veld{
			{Naam: "regel", Label: "Welke regels?", Soort: "keuze", Nodig: true, Keuzes: regels},
			{Naam: "grond", Label: "Waarvoor is dit nodig?", Soort: "keuze", Nodig: true, Keuzes: gronden},
			{Naam: "reden", Label: "Waarom?", Soort: "lang", Nodig: true},
			{Naam: "tot", Label: "Tot wanneer?", Soort: "datum", Nodig: true, Uitleg: "Vijf werkdagen eerder kijkt iemand hier opnieuw naar."}}}}}, page, nil
}
