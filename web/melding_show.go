// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/toegang"
)

// meldingRoutes are the pages of reports, from the form up to the decision of the triage.
func (w *Web) meldingRoutes() []route {
	return []route{
		{"GET /meldingen", true, w.meldingenShow},
		{"GET /meldingen/nieuw", true, w.meldingNieuw},
		{"POST /meldingen", true, w.meldingDoe},
		{"GET /meldingen/{id}", true, w.meldingShow},
		{"POST /meldingen/{id}/koppelen", true, w.meldingKoppel},
		{"POST /meldingen/{id}/ontkoppelen", true, w.meldingOntkoppel},
		{"POST /meldingen/{id}/bekend", true, w.meldingBekend},
		{"POST /meldingen/{id}/wegen", true, w.meldingWeeg},
		{"POST /meldingen/{id}/innemen", true, w.meldingNeemIn},
	}
}

// meldingenView lists the reports that wait, or those of the visitor.
type meldingenView struct {
	Pagina
	Meldingen []dossier.Kop
	Weegt     bool
}

func (w *Web) meldingenShow(b *bezoek) error {
	list, err := w.Melding.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &meldingenView{Pagina: Pagina{Titel: "Meldingen", Menu: "/meldingen", Lead: "Uw eigen meldingen, en hoe ver ze zijn. Meldingen van anderen ziet u niet."}, Meldingen: list,
		Weegt: heeftRol(b.persoon, toegang.Procesregisseur)}
	if v.Weegt {
		v.Lead = "De meldingen die op een beslissing wachten. Wat gekoppeld is, weegt u dezelfde dag samen."
	}
	return b.toon("meldingen", v)
}

// meldingFormulier is the form of a report about one person; who is in the household with him is added in the case.
func (w *Web) meldingFormulier() *formulier {
	var soorten []keuze
	for _, s := range melding.Soorten {
		soorten = append(soorten, keuze{Waarde: s.Code, Naam: s.Naam})
	}
	soort, _ := casus.Soort(casus.Betrokkene)
	var mens []*veld
	for _, g := range casusVelden(soort, dossier.Dossier{}, nil) {
		for _, v := range g.Velden {
			if v.Naam != "genoemd" {
				mens = append(mens, v)
			}
		}
	}
	return &formulier{URL: "/meldingen", Knop: "Melding doen", Terug: "/meldingen", Nieuw: true,
		Uitleg: "Is er nu gevaar? Bel 112. Vermoedt u geweld of mishandeling? Meld dat ook bij Veilig Thuis.",
		Groepen: []veldgroep{
			{Kop: "Wat is er aan de hand", Velden: []*veld{
				{Naam: "soort", Label: "Waarover maakt u zich zorgen?", Soort: "keuze", Nodig: true, Keuzes: soorten},
				{Naam: "aanleiding", Label: "Wat is er gebeurd?", Soort: "lang", Nodig: true},
				{Naam: "verzoek", Label: "Wat vraagt u?", Soort: "lang"},
				{Naam: "gesproken", Label: "Sprak u er met de persoon zelf over?", Soort: "keuze", Nodig: true, Keuzes: []keuze{{Waarde: "ja", Naam: "ja"}, {Waarde: "nee", Naam: "nee"}}},
				{Naam: "niet_gesproken", Label: "Zo nee: waarom nog niet?", Soort: "lang"}}},
			{Kop: "Over wie gaat het", Kolommen: true, Velden: mens},
		}}
}

func meldingPagina(titel string) Pagina {
	return Pagina{Titel: titel, Menu: "/meldingen", Kruimels: []Kruimel{{"Meldingen", "/meldingen"}}}
}

func (w *Web) meldingNieuw(b *bezoek) error {
	return b.casusFormulier(http.StatusOK, meldingPagina("Melding doen"), w.meldingFormulier())
}

func (w *Web) meldingDoe(b *bezoek) error {
	f := w.meldingFormulier().lees(b)
	x := f.waarden()
	mens := map[string]string{}
	for _, naam := range persoon.Velden {
		if x[naam] != "" {
			mens[naam] = x[naam]
		}
	}
	k, err := w.Melding.Doe(b.Context(), b.wie, melding.Nieuw{Soort: x["soort"], Aanleiding: x["aanleiding"], Verzoek: x["verzoek"], Gesproken: x["gesproken"],
		NietGesproken: x["niet_gesproken"], Personen: []map[string]string{mens}})
	if err != nil {
		return b.casusFout(err, meldingPagina("Melding doen"), f, dossier.Stuk{})
	}
	b.zeg("Uw melding is ontvangen. Uw bewijs van ontvangst is " + k.Codenaam + ".")
	return b.naar("/meldingen/" + k.ID)
}

// meldingView is one report.
type meldingView struct {
	Pagina
	melding.Beeld
	mensen   mensen
	Eigen    bool // the visitor made it, and it still waits
	Weging   *formulier
	Inname   *formulier
	Personen []string
}

// Melder names who made the report.
func (v *meldingView) Melder() string { return v.mensen.Naam(v.Eigenaar) }

func (w *Web) melding(b *bezoek) (*meldingView, error) {
	beeld, err := w.Melding.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	v := &meldingView{Pagina: meldingPagina("Melding " + beeld.Codenaam), Beeld: beeld, mensen: m}
	v.Eigen = beeld.Eigenaar == b.wie.ID && beeld.Status == melding.Ontvangen
	for _, st := range beeld.Van(melding.Gemelde) {
		v.Personen = append(v.Personen, casus.Naam(st))
	}
	if beeld.Weegt && beeld.Status == melding.Ontvangen {
		v.Weging = wegingFormulier(beeld.ID)
	}
	if beeld.Weegt && beeld.Status == melding.Wacht {
		v.Inname = innameFormulier(beeld.ID, m)
	}
	return v, err
}

func wegingFormulier(id string) *formulier {
	jaNee := []keuze{{Waarde: "ja", Naam: "ja"}, {Waarde: "nee", Naam: "nee"}}
	g := veldgroep{}
	for _, c := range melding.Criteria {
		g.Velden = append(g.Velden, &veld{Naam: c.Code, Label: c.Naam, Soort: "keuze", Nodig: true, Keuzes: jaNee})
	}
	g.Velden = append(g.Velden,
		&veld{Naam: "rechtmatig", Label: "Zijn doel, grondslag en noodzaak van inname getoetst?", Soort: "keuze", Nodig: true, Keuzes: jaNee},
		&veld{Naam: "uitkomst", Label: "Uitkomst", Soort: "keuze", Nodig: true, Keuzes: []keuze{{Waarde: "in", Naam: "in: er komt een casus"}, {Waarde: "niet in", Naam: "niet in: advies aan de melder"}}},
		&veld{Naam: "advies", Label: "Advies aan de melder", Soort: "lang"})
	return &formulier{URL: "/meldingen/" + id + "/wegen", Knop: "Weging vastleggen", Nieuw: true, Groepen: []veldgroep{g}}
}

func innameFormulier(id string, m mensen) *formulier {
	return &formulier{URL: "/meldingen/" + id + "/innemen", Knop: "Casus openen", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "doel", Label: "Doel van de aanpak", Soort: "keuze", Nodig: true, Keuzes: doelen()},
		{Naam: "casusregisseur", Label: "Casusregisseur", Soort: "keuze", Nodig: true, Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool { return heeftRol(u, toegang.Casusregisseur) })},
		{Naam: "mag", Label: "Waarover mag de casusregisseur beslissen?", Soort: "tekst", Nodig: true}}}}}
}

func (w *Web) meldingShow(b *bezoek) error {
	v, err := w.melding(b)
	if err != nil {
		return err
	}
	return b.toon("melding", v)
}

// meldingBekend asks whether the people of an own report are known, and shows whom to call and nothing else.
func (w *Web) meldingBekend(b *bezoek) error {
	antwoord, err := w.Melding.HitVraag(b.Context(), b.wie, b.regime(), b.PathValue("id"))
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	zin := "Niet bekend."
	if antwoord.Bekend {
		u := m[antwoord.Regisseur]
		zin = "Bekend. Bel " + u.Naam + ", " + u.Telefoon + "."
	}
	b.zeg(zin)
	return b.naar("/meldingen/" + b.PathValue("id"))
}

// regime is the body of law under which the cases of the controller of this visit live.
func (b *bezoek) regime() dossier.Regime {
	if b.tenant.Soort == gebied.VanZVH {
		return dossier.ZVH
	}
	return dossier.PGA
}

func (w *Web) meldingKoppel(b *bezoek) error {
	id := b.PathValue("id")
	if err := w.Melding.Koppel(b.Context(), b.wie, id, b.PostFormValue("met")); err != nil {
		return err
	}
	b.zeg("Gekoppeld. Weeg deze meldingen vandaag samen. Ontkoppelen kan dertig dagen.")
	return b.naar("/meldingen/" + id)
}

func (w *Web) meldingOntkoppel(b *bezoek) error {
	id := b.PathValue("id")
	if err := w.Melding.Ontkoppel(b.Context(), b.wie, id, b.PostFormValue("met")); err != nil {
		return err
	}
	b.zeg("Ontkoppeld. Beide meldingen zijn weer zoals ze waren.")
	return b.naar("/meldingen/" + id)
}

func (w *Web) meldingWeeg(b *bezoek) error {
	id := b.PathValue("id")
	f := wegingFormulier(id).lees(b)
	x := f.waarden()
	if err := w.Melding.Weeg(b.Context(), b.wie, id, melding.Weging{Criteria: criteria(x), Rechtmatig: x["rechtmatig"], Uitkomst: x["uitkomst"], Advies: x["advies"]}); err != nil {
		return w.meldingFout(b, err, f, func(v *meldingView) { v.Weging = f })
	}
	b.zeg("De weging is vastgelegd. De melder hoort de uitkomst.")
	return b.naar("/meldingen/" + id)
}

func criteria(x map[string]string) map[string]string {
	m := map[string]string{}
	for _, c := range melding.Criteria {
		m[c.Code] = x[c.Code]
	}
	return m
}

func (w *Web) meldingNeemIn(b *bezoek) error {
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	id := b.PathValue("id")
	f := innameFormulier(id, m).lees(b)
	x := f.waarden()
	k, err := w.Casus.NeemIn(b.Context(), b.wie, b.regime(), casus.Inname{Melding: id, Doel: x["doel"], Casusregisseur: x["casusregisseur"], MagBesluiten: x["mag"]})
	if err != nil {
		return w.meldingFout(b, err, f, func(v *meldingView) { v.Inname = f })
	}
	b.zeg("De casus is geopend als " + k.Codenaam + ".")
	return b.naar("/casussen/" + k.ID)
}

// meldingFout shows the report again with the form that could not be taken.
func (w *Web) meldingFout(b *bezoek, err error, f *formulier, zet func(*meldingView)) error {
	status, ok := f.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	v, err := w.melding(b)
	if err != nil {
		return err
	}
	zet(v)
	return b.toonMet(status, "melding", v)
}
