// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"
	"slices"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
)

// maxGemeld is how many people one form takes.
const maxGemeld = 8

// meldingNieuwView is the form of a report, after the search that every report begins with; before it Zoek is set and nothing else.
type meldingNieuwView struct {
	Pagina
	Zoek            *formulier
	Form            *formulier
	Bon             string
	Aantal          int // how many people the form asks for
	Meer            bool
	Gevonden        []dossier.Kop
	Alle            bool
	Doel, Grondslag string
	Voor            string // whom the report is for
	Concept         string // since when the visitor has a draft; empty: he has none
}

// zoekvelden are what a search takes over from the fields of a person.
var zoekvelden = []string{"voornamen", "achternaam", "geboren", "bsn", "postcode", "huisnummer"}

// mensvelden are the fields of one person; nr 0 is the first. Only the names differ.
func mensvelden(nr int, kies func(naam string) bool) []*veld {
	soort, _ := casus.Soort(casus.Betrokkene)
	var list []*veld
	for _, g := range casusVelden(soort, dossier.Dossier{}, nil) {
		for _, v := range g.Velden {
			if kies(v.Naam) {
				v.Naam = mensveld(nr, v.Naam)
				list = append(list, v)
			}
		}
	}
	return list
}

func mensveld(nr int, naam string) string {
	if nr == 0 {
		return naam
	}
	return fmt.Sprintf("p%d-%s", nr+1, naam)
}

func zoekFormulier() *formulier {
	velden := mensvelden(0, func(naam string) bool { return slices.Contains(zoekvelden, naam) })
	for _, v := range velden {
		v.Nodig = false
	}
	return &formulier{URL: "/meldingen/nieuw", Knop: "Zoeken", Terug: "/meldingen", Nieuw: true,
		Uitleg:  "Zoek eerst of u deze persoon al hebt gemeld. Vul in wat u weet. U vindt alleen meldingen van uzelf: of iemand anders hem heeft gemeld, mag u niet weten.",
		Groepen: []veldgroep{{Kolommen: true, Velden: velden}}}
}

func (b *bezoek) meldingNieuwView() *meldingNieuwView {
	v := &meldingNieuwView{Pagina: meldingPagina("Melding doen"), Voor: b.meldingVoor()}
	v.Doel, v.Grondslag = "melden van een zorgelijke situatie", "art. 6 lid 1 onder e AVG"
	return v
}

// meldingVoor names whom a report through this door is for: the controller fixes it.
func (b *bezoek) meldingVoor() string {
	if b.regime() == dossier.ZVH {
		return melding.VoorZVH.Naam()
	}
	return melding.VoorNAZ.Naam()
}

func (w *Web) meldingZoek(b *bezoek) error {
	if err := w.Melding.MagMelden(b.wie); err != nil {
		return err
	}
	v := b.meldingNieuwView()
	v.Zoek = zoekFormulier()
	var err error
	if v.Concept, err = w.heeftConcept(b); err != nil {
		return err
	}
	return b.toon("melding_nieuw", v)
}

// meldingGezocht shows what the search found and the form. What was searched for is in the body, never in the address.
func (w *Web) meldingGezocht(b *bezoek) error {
	v := b.meldingNieuwView()
	f := zoekFormulier().lees(b)
	x := f.waarden()
	r, err := w.Melding.Zoek(b.Context(), b.wie, persoon.UitVelden(func(veld string) string { return x[veld] }))
	if err != nil {
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		v.Zoek = f
		return b.toonMet(status, "melding_nieuw", v)
	}
	v.Gevonden, v.Alle = r.Gevonden, r.Alle
	return w.meldingForm(b, http.StatusOK, v, meldingFormulier(1, len(r.Gevonden) > 0).zet(x), r.Bon, 1)
}

func (w *Web) meldingForm(b *bezoek, status int, v *meldingNieuwView, f *formulier, bon string, aantal int) error {
	v.Form, v.Bon, v.Aantal, v.Meer = f, bon, aantal, aantal < maxGemeld
	return b.toonMet(status, "melding_nieuw", v)
}

// meldingFormulier is the form of a report about some people. toch asks whether the reporter means to report somebody again.
func meldingFormulier(aantal int, toch bool) *formulier {
	var soorten []keuze
	for _, s := range melding.Soorten {
		soorten = append(soorten, keuze{Waarde: s.Code, Naam: s.Naam})
	}
	jaNee := []keuze{{Waarde: "ja", Naam: "ja"}, {Waarde: "nee", Naam: "nee"}}
	f := &formulier{URL: "/meldingen", Knop: "Melding doen", Terug: "/meldingen", Nieuw: true,
		Uitleg: "Is er nu gevaar? Bel 112. Vermoedt u geweld of mishandeling? Meld dat ook bij Veilig Thuis.",
		Groepen: []veldgroep{
			{Kop: "Wat is er aan de hand", Velden: []*veld{
				{Naam: "soort", Label: "Waarover maakt u zich zorgen?", Soort: "keuze", Nodig: true, Keuzes: soorten},
				{Naam: "aanleiding", Label: "Wat is er gebeurd?", Soort: "lang", Nodig: true},
				{Naam: "verzoek", Label: "Wat vraagt u?", Soort: "lang"},
				{Naam: "gesproken", Label: "Sprak u er met de persoon zelf over?", Soort: "keuze", Nodig: true, Keuzes: jaNee},
				{Naam: "niet_gesproken", Label: "Zo nee: waarom nog niet?", Soort: "lang"}}},
		}}
	if toch {
		f.Groepen = append([]veldgroep{{Kop: "U meldde eerder", Velden: []*veld{{Naam: "toch", Label: "Wilt u toch opnieuw melden?", Soort: "keuze", Keuzes: jaNee}}}}, f.Groepen...)
	}
	for nr := range aantal {
		kop := "Over wie gaat het"
		if aantal > 1 {
			kop = fmt.Sprintf("Persoon %d", nr+1)
		}
		velden := mensvelden(nr, func(naam string) bool { return naam != "genoemd" })
		for _, v := range velden {
			if v.Naam == mensveld(nr, "adres_geheim") {
				v.Uitleg = "Een schuiladres, of iemand die zich verbergt. Niemand kan een geheim adres vinden; alleen wie de melding behandelt ziet het."
			}
		}
		f.Groepen = append(f.Groepen, veldgroep{Kop: kop, Kolommen: true, Velden: velden})
	}
	return f
}

func (w *Web) meldingDoe(b *bezoek) error {
	if err := b.ParseForm(); err != nil {
		return afgebroken(err)
	}
	aantal := meldingAantal(b.PostForm)
	bon, toch := gepost(b, "bon"), gepost(b, "toch")
	meer := gepost(b, "meer") != ""
	if meer {
		aantal = min(aantal+1, maxGemeld)
	}
	f := meldingFormulier(aantal, b.PostForm.Has("toch")).lees(b)
	v := b.meldingNieuwView()
	if meer {
		return w.meldingForm(b, http.StatusOK, v, f, bon, aantal)
	}
	x := f.waarden()
	n := melding.Nieuw{Bon: bon, Toch: toch == "ja", Soort: x["soort"], Aanleiding: x["aanleiding"], Verzoek: x["verzoek"], Gesproken: x["gesproken"], NietGesproken: x["niet_gesproken"]}
	for nr := range aantal {
		n.Personen = append(n.Personen, mens(x, nr))
	}
	got, err := w.Melding.Doe(b.Context(), b.wie, n)
	if err != nil {
		if !b.PostForm.Has("toch") && heeftFout(err, "toch") {
			f = meldingFormulier(aantal, true).lees(b)
		}
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		return w.meldingForm(b, status, v, f, bon, aantal)
	}
	if err := w.Melding.WisConcept(b.Context(), b.wie); err != nil {
		return err
	}
	b.zeg("Uw melding is ontvangen. Uw bewijs van ontvangst is " + got.Nummer + ".")
	return b.naar("/meldingen/" + got.ID)
}

// mens gives the fields of one person that were filled in.
func mens(x map[string]string, nr int) map[string]string {
	m := map[string]string{}
	for _, naam := range persoon.Velden {
		if w := x[mensveld(nr, naam)]; w != "" {
			m[naam] = w
		}
	}
	return m
}
