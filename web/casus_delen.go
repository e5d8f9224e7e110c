// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/toegang"
)

// delenFormulier is the form of a sharing. Which grounds can be chosen follows from the receiver and the category; what does not fit is refused at the save.
func (w *Web) delenFormulier(b *bezoek) (*formulier, casus.Beeld, error) {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, beeld, err
	}
	m, err := w.mensen(b)
	wat := &veld{Naam: "wat", Label: "Wat deelt u?", Soort: "vinkjes", Uitleg: "Kies niets bij een veiligheidsafspraak zonder inhoud.",
		Keuzes: stukkeuzes(beeld, casus.Betrokkene, casus.Informatie, casus.Doel, casus.Interventie)}
	var organisaties, categorieen []keuze
	for _, o := range deling.Organisaties {
		organisaties = append(organisaties, keuze{Waarde: o.Code, Naam: o.Naam})
	}
	for _, c := range deling.Categorieen {
		categorieen = append(categorieen, keuze{Waarde: c.Code, Naam: c.Naam})
	}
	var gronden []deling.Grondslag
	for _, g := range deling.Grondslagen {
		if g.Stand == deling.Actief {
			gronden = append(gronden, g)
		}
	}
	f := &formulier{URL: b.URL.Path, Knop: "Delen", Terug: "/casussen/" + beeld.ID, Nieuw: true, ConceptURL: conceptURL(beeld.ID, conceptvan(b)),
		Uitleg: "De ander ziet een kopie van wat u nu kiest, en niets anders van de casus. Alles wordt vastgelegd.",
		Groepen: []veldgroep{
			{Kop: "Wat en met wie", Velden: []*veld{wat,
				{Naam: "categorie", Label: "Soort gegeven", Soort: "keuze", Nodig: true, Keuzes: categorieen},
				{Naam: "aan", Label: "Organisatie", Soort: "keuze", Nodig: true, Keuzes: organisaties},
				{Naam: "ontvanger", Label: "Persoon", Soort: "keuze", Uitleg: "Leeg: u geeft het buiten dit programma.", Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool {
					return u.ID != b.wie.ID && heeftRol(u, toegang.Deelnemer, toegang.Wijkagent, toegang.Casusregisseur, toegang.Procesregisseur)
				})}}},
			{Kop: "Waarom het mag", Velden: []*veld{
				{Naam: "doel", Label: "Waarvoor deelt u dit?", Soort: "keuze", Nodig: true, Keuzes: doelen()},
				{Naam: "grondslag", Label: "Op welke wet?", Soort: "keuze", Nodig: true, Keuzes: grondkeuzes(gronden)},
				{Naam: "noodzaak", Label: "Waarom is het nodig?", Soort: "lang", Nodig: true},
				{Naam: "reden", Label: "Alleen bij vitaal belang of conflict van plichten: waarom kan het niet wachten?", Soort: "lang"},
				{Naam: "tot", Label: "Te zien tot en met", Soort: "datum"}}},
		}}
	return f, beeld, err
}

// stukkeuzes lists the pieces of these kinds to choose from.
func stukkeuzes(beeld casus.Beeld, soorten ...string) []keuze {
	var list []keuze
	for _, soort := range soorten {
		beschrijving, _ := casus.Soort(soort)
		for _, st := range beeld.Van(soort) {
			naam := st.Waarde("tekst") + st.Waarde("wat")
			if soort == casus.Betrokkene {
				naam = casus.Naam(st)
			}
			list = append(list, keuze{Waarde: soort + "/" + st.ID, Naam: naam, Groep: hoofdletter(beschrijving.Naam)})
		}
	}
	return list
}

func (w *Web) delenShow(b *bezoek) error {
	f, beeld, err := w.delenFormulier(b)
	if err == nil {
		err = w.metConcept(b, f.zet(map[string]string{"doel": beeld.Doel}), beeld.ID)
	}
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, casusPagina(beeld.Codenaam, beeld.ID, "Delen"), f)
}

func (w *Web) delenSave(b *bezoek) error {
	f, beeld, err := w.delenFormulier(b)
	if err != nil {
		return err
	}
	x := f.lees(b).waarden()
	v := deling.Verzoek{Wat: strings.Fields(x["wat"]), Categorie: x["categorie"], Aan: x["aan"], Ontvanger: x["ontvanger"], Doel: x["doel"], Grondslag: x["grondslag"],
		Noodzaak: x["noodzaak"], Reden: x["reden"], Tot: dagUit(x["tot"]), Ondanks: b.PostFormValue("override") != ""}
	if _, err := w.Deling.Deel(b.Context(), b.wie, beeld.ID, v); err != nil {
		return b.casusFout(err, casusPagina(beeld.Codenaam, beeld.ID, "Delen"), f, dossier.Stuk{})
	}
	if err := w.Casus.WisConcept(b.Context(), b.wie, beeld.ID, conceptvan(b)); err != nil {
		return err
	}
	b.zeg("Gedeeld en vastgelegd.")
	return b.naar("/casussen/" + beeld.ID + "/kring")
}

// gedeeldView lists what was shared with the visitor, or shows one of it.
type gedeeldView struct {
	Pagina
	Lijst     []spoorRegel
	Afschrift deling.Afschrift
	Wie       string
	Artikel   string
	Stukken   []afschriftRegel
}

type afschriftRegel struct {
	Naam   string
	Velden []feit
}

func (w *Web) gedeeldShow(b *bezoek) error {
	list, err := w.Deling.Gedeeld(b.Context(), b.wie)
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	v := &gedeeldView{Pagina: Pagina{Titel: "Gedeeld met u", Menu: "/gedeeld", Lead: "Wat anderen met u hebben gedeeld, en zolang u het mag zien."}}
	for _, s := range list {
		v.Lijst = append(v.Lijst, spoorRegel{s, m.Naam(s.Door)})
	}
	if err != nil {
		return err
	}
	return b.toon("gedeeld", v)
}

func (w *Web) afschriftShow(b *bezoek) error {
	a, err := w.Deling.Inzien(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	g, _ := deling.Grond(a.Grondslag)
	v := &gedeeldView{Pagina: Pagina{Titel: "Gedeeld uit " + a.Codenaam, Menu: "/gedeeld", Kruimels: []Kruimel{{"Gedeeld met u", "/gedeeld"}}}, Afschrift: a, Wie: m.Naam(a.Door), Artikel: g.Artikel}
	v.Stukken = afschriftRegels(a.Stukken)
	return b.toon("afschrift", v)
}

// afschriftRegels gives each piece of a copy with its fields in words; what refers to something else in the case stays away.
func afschriftRegels(stukken []dossier.Stuk) []afschriftRegel {
	var list []afschriftRegel
	for _, st := range stukken {
		soort, _ := casus.Soort(st.Soort)
		r := afschriftRegel{Naam: hoofdletter(soort.Naam)}
		for _, f := range soort.Velden {
			if woord := casus.Woord(dossier.Dossier{}, st, f.Naam); woord != "" && f.Uit == "" {
				r.Velden = append(r.Velden, feit{f.Label, woord})
			}
		}
		list = append(list, r)
	}
	return list
}
