// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// kringView shows who can see a case, why, and who could until when.
type kringView struct {
	Pagina
	casus.Beeld
	Nu, Oud   []lidRegel
	Gedeeld   []spoorRegel
	Form      *formulier
	MagUit    bool
	Regels    deling.Regelset
	Verouderd bool // the rule set must be looked at again
}

type lidRegel struct {
	dossier.Lid
	Naam string
	Vast bool // has direction or sight on safety, so he hands that over first
}

type spoorRegel struct {
	dossier.Verstrekking
	Naam string
}

// functies are what somebody can do in a circle.
var kringfuncties = []keuze{
	{Waarde: toegang.AlsDeelnemer, Naam: "deelnemer: werkt mee aan plan en informatie"}, {Waarde: toegang.AlsBijdrager, Naam: "bijdrager: voegt notities toe"},
	{Waarde: toegang.AlsAgendalid, Naam: "agendalid: alleen het overleg waarvoor hij is uitgenodigd"},
}

func grondkeuzes(gronden []deling.Grondslag) []keuze {
	var list []keuze
	for _, g := range gronden {
		list = append(list, keuze{Waarde: g.Code, Naam: g.Naam + " (" + g.Artikel + ")"})
	}
	return list
}

func (w *Web) kring(b *bezoek) (*kringView, error) {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	if err != nil {
		return nil, err
	}
	nu := w.Casus.Nu()
	v := &kringView{Pagina: casusPagina(beeld.Codenaam, beeld.ID, "Wie kan dit zien"), Beeld: beeld, MagUit: beeld.Kan[toegang.CasusKring], Regels: deling.Regels,
		Verouderd: !nu.Date().Before(deling.Regels.OpnieuwBekijken)}
	for _, l := range beeld.Leden {
		r := lidRegel{l, m.Naam(l.Gebruiker), l.Gebruiker == beeld.Casusregisseur || l.Gebruiker == beeld.Procesregisseur || l.Gebruiker == beeld.Houder.Houder}
		if l.Zit(nu) {
			v.Nu = append(v.Nu, r)
		} else {
			v.Oud = append(v.Oud, r)
		}
	}
	for _, s := range beeld.Sporen {
		naam := deling.OrganisatieNaam(s.Aan)
		if s.Ontvanger != "" {
			naam = m.Naam(s.Ontvanger)
		}
		v.Gedeeld = append(v.Gedeeld, spoorRegel{s, naam})
	}
	if v.MagUit {
		v.Form = w.kringFormulier(b, beeld, m)
	}
	return v, nil
}

func (w *Web) kringFormulier(b *bezoek, beeld casus.Beeld, m mensen) *formulier {
	var gronden []deling.Grondslag
	for _, g := range deling.Grondslagen {
		if g.Stand == deling.Actief && !g.Afwijking {
			gronden = append(gronden, g)
		}
	}
	f := &formulier{URL: b.formulierURL(), Knop: "Toelaten", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "gebruiker", Label: "Wie?", Soort: "keuze", Nodig: true, Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool {
			return heeftRol(u, toegang.Deelnemer, toegang.Wijkagent, toegang.Casusregisseur, toegang.Procesregisseur)
		})},
		{Naam: "functie", Label: "Wat doet deze persoon in de kring?", Soort: "keuze", Nodig: true, Keuzes: kringfuncties},
		{Naam: "doel", Label: "Waarvoor?", Soort: "keuze", Nodig: true, Keuzes: doelen()},
		{Naam: "grondslag", Label: "Op welke wet?", Soort: "keuze", Nodig: true, Keuzes: grondkeuzes(gronden)},
		{Naam: "noodzaak", Label: "Waarom is het nodig?", Soort: "lang", Nodig: true},
		{Naam: "tot", Label: "Tot en met", Soort: "datum"},
	}}}}
	return f.zet(map[string]string{"doel": beeld.Doel})
}

func (w *Web) kringShow(b *bezoek) error {
	v, err := w.kring(b)
	if err != nil {
		return err
	}
	return b.toon("kring", v)
}

func (w *Web) kringLaatToe(b *bezoek) error {
	v, err := w.kring(b)
	if err != nil {
		return err
	}
	f := v.Form
	if f == nil {
		f = &formulier{}
	}
	x := f.lees(b).waarden()
	t := deling.Toelating{Gebruiker: x["gebruiker"], Functie: x["functie"], Doel: x["doel"], Grondslag: x["grondslag"], Noodzaak: x["noodzaak"], Tot: dagUit(x["tot"])}
	if err := w.Deling.LaatToe(b.Context(), b.wie, v.ID, t); err != nil {
		if status, ok := f.mislukt(err, nil, 0); ok && v.Form != nil {
			return b.toonMet(status, "kring", v)
		}
		return err
	}
	b.zeg("Toegelaten tot de kring.")
	return b.verder(v.ID, "/casussen/"+v.ID+"/kring")
}

func (w *Web) kringLaatUit(b *bezoek) error {
	id := b.PathValue("id")
	if err := w.Deling.LaatUit(b.Context(), b.wie, id, b.PathValue("gebruiker")); err != nil {
		return err
	}
	b.zeg("Deze persoon is uit de kring. Alle toegang is op dit moment gestopt.")
	return b.naar("/casussen/" + id + "/kring")
}

// dagUit reads a day from a form; an empty or impossible one is no day.
func dagUit(s string) termijn.Date {
	d, err := termijn.ParseDate(s)
	if err != nil {
		return termijn.Date{}
	}
	return d
}

// noodFormulier asks why somebody outside the circle must open a case now. It tells nothing of the case.
func noodFormulier(id string) *formulier {
	return &formulier{URL: "/casussen/" + id + "/nood", Knop: "Open deze casus een uur", Terug: "/werk", Nieuw: true,
		Uitleg:  "U kunt de casus een uur lezen. De regisseurs, de privacyfunctionaris en de FG horen dit nu meteen. Iemand anders beoordeelt het achteraf.",
		Groepen: []veldgroep{{Velden: []*veld{{Naam: "reden", Label: "Welk gevaar wendt u af?", Soort: "lang", Nodig: true}}}}}
}

func noodPagina() Pagina {
	return Pagina{Titel: "Noodtoegang", Menu: "/casussen", Kruimels: []Kruimel{{"Casussen", "/casussen"}}}
}

func (w *Web) noodShow(b *bezoek) error {
	return b.casusFormulier(http.StatusOK, noodPagina(), noodFormulier(b.PathValue("id")))
}

func (w *Web) noodSave(b *bezoek) error {
	id := b.PathValue("id")
	f := noodFormulier(id).lees(b)
	tot, err := w.Deling.Noodtoegang(b.Context(), b.wie, id, f.waarden()["reden"])
	if err != nil {
		return b.casusFout(err, noodPagina(), f, dossier.Stuk{})
	}
	b.zeg("U hebt noodtoegang tot " + tijd(tot) + ".")
	return b.naar("/casussen/" + id)
}
