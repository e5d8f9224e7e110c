// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"slices"
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/toegang"
)

// uitkomstView is the page on which the outcome of an item is made available to the system of a partner, with what was before.
type uitkomstView struct {
	Pagina
	uitkomst.Keuze
	Form   *formulier // nil where there is nothing to make available, or nobody to make it available to
	Eerder []uitkomstRegel
}

type uitkomstRegel struct {
	dossier.Verstrekking
	Naam  string
	Loopt bool
}

func (w *Web) uitkomstView(b *bezoek) (*uitkomstView, error) {
	id := b.PathValue("id")
	k, err := w.Uitkomst.Toon(b.Context(), b.wie, id, b.PathValue("punt"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	if err != nil {
		return nil, err
	}
	v := &uitkomstView{Pagina: overlegPagina(id, "Uitkomst voor partners"), Keuze: k}
	v.Lead = "Van " + k.Codenaam + ". Het systeem van een partner haalt hier op wat u kiest, en niets anders van de casus. Elke keer dat het dat doet, wordt vastgelegd."
	nu := w.Uitkomst.Nu()
	for _, s := range k.Eerder {
		v.Eerder = append(v.Eerder, uitkomstRegel{s, m.Naam(s.Ontvanger), s.Loopt(nu)})
	}
	systemen := m.keuzes(func(u gebruiker.Gebruiker) bool { return heeftRol(u, toegang.Partnersysteem) })
	if len(systemen) > 0 && len(k.Besluiten)+len(k.Afspraken) > 0 {
		v.Form = uitkomstFormulier(b.URL.Path, k, systemen)
	}
	return v, nil
}

func uitkomstFormulier(adres string, k uitkomst.Keuze, systemen []keuze) *formulier {
	wat := &veld{Naam: "wat", Label: "Wat stelt u beschikbaar?", Soort: "vinkjes", Nodig: true}
	for _, st := range k.Besluiten {
		wat.Keuzes = append(wat.Keuzes, keuze{Waarde: st.Soort + "/" + st.ID, Naam: st.Waarde("besluit"), Groep: "Besluit"})
	}
	for _, st := range k.Afspraken {
		wat.Keuzes = append(wat.Keuzes, keuze{Waarde: st.Soort + "/" + st.ID, Naam: st.Waarde("wat"), Groep: "Afspraak"})
	}
	var mensen, categorieen []keuze
	for _, st := range k.Personen {
		mensen = append(mensen, keuze{Waarde: st.ID, Naam: casus.Naam(st)})
	}
	for _, c := range deling.Categorieen {
		if c.Code != deling.Afspraak {
			categorieen = append(categorieen, keuze{Waarde: c.Code, Naam: c.Naam})
		}
	}
	gronden := slices.DeleteFunc(slices.Clone(deling.Grondslagen), func(g deling.Grondslag) bool {
		return g.Stand != deling.Actief || g.Afwijking || slices.Equal(g.Categorieen, []string{deling.Afspraak})
	})
	f := &formulier{URL: adres, Knop: "Beschikbaar stellen", Nieuw: true, Groepen: []veldgroep{
		{Velden: []*veld{wat, {Naam: "systeem", Label: "Voor welke partner?", Soort: "keuze", Nodig: true, Keuzes: systemen},
			{Naam: "over", Label: "Over wie gaan de afspraken?", Soort: "keuze", Keuzes: mensen,
				Uitleg: "Alleen nodig bij een afspraak. De partner krijgt dan ook naam, BSN en adres: zo vraagt het landelijke stelsel het. Een besluit gaat zonder persoon."},
			{Naam: "categorie", Label: "Soort gegeven", Soort: "keuze", Nodig: true, Keuzes: categorieen},
			{Naam: "doel", Label: "Waarvoor?", Soort: "keuze", Nodig: true, Keuzes: doelen()},
			{Naam: "grondslag", Label: "Op welke wet?", Soort: "keuze", Nodig: true, Keuzes: grondkeuzes(gronden)},
			{Naam: "noodzaak", Label: "Waarom is het nodig?", Soort: "lang", Nodig: true},
			{Naam: "tot", Label: "Op te halen tot en met", Soort: "datum"}}}}}
	return f.zet(map[string]string{"doel": k.Doel})
}

func (w *Web) uitkomstShow(b *bezoek) error {
	v, err := w.uitkomstView(b)
	if err != nil {
		return err
	}
	return b.toon("uitkomst", v)
}

func (w *Web) uitkomstStel(b *bezoek) error {
	v, err := w.uitkomstView(b)
	if err != nil {
		return err
	}
	if v.Form == nil {
		return b.naar(b.URL.Path)
	}
	x := v.Form.lees(b).waarden()
	err = w.Uitkomst.Stel(b.Context(), b.wie, b.PathValue("id"), b.PathValue("punt"), uitkomst.Verzoek{Systeem: x["systeem"], Wat: strings.Fields(x["wat"]), Over: x["over"],
		Categorie: x["categorie"], Doel: x["doel"], Grondslag: x["grondslag"], Noodzaak: x["noodzaak"], Tot: dagUit(x["tot"])})
	if err == nil {
		b.zeg("Beschikbaar gesteld en vastgelegd.")
		return b.naar(b.URL.Path)
	}
	status, ok := v.Form.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	return b.toonMet(status, "uitkomst", v)
}

func (w *Web) uitkomstTrekIn(b *bezoek) error {
	id, punt := b.PathValue("id"), b.PathValue("punt")
	if err := w.Uitkomst.TrekIn(b.Context(), b.wie, id, punt, b.PathValue("uitkomst")); err != nil {
		return err
	}
	b.zeg("Ingetrokken. De partner vindt deze uitkomst vanaf nu niet meer.")
	return b.naar("/overleggen/" + id + "/punten/" + punt + "/uitkomst")
}
