// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// amendementen is how many changes of the raad the form has room for.
const amendementen = 3

// planBesluitFormulier is the form on what raad or college decided.
func (w *Web) planBesluitFormulier(b *bezoek) (*formulier, plan.Overzicht, Pagina, error) {
	_, o, page, err := w.planFormulier(b)
	if err != nil {
		return nil, o, page, err
	}
	wat := toegang.PlanVaststellenRaad
	if o.Soort.Orgaan() == plan.College {
		wat = toegang.PlanVaststellenCollege
	}
	if err := w.mag(b, wat, o.Plan); err != nil {
		return nil, o, page, err
	}
	naam := plan.Vaststelling{Orgaan: o.Soort.Orgaan()}.Naam()
	page.Titel = "Besluit vastleggen"
	f := &formulier{URL: "/plannen/" + o.ID + "/besluit", Knop: "Besluit vastleggen", Terug: "/plannen/" + o.ID, Nieuw: true,
		Uitleg: fmt.Sprintf("%s geldt pas na een %s. Daarna ligt de tekst vast.", o.Titel, naam), Groepen: []veldgroep{
			{Velden: []*veld{{Naam: "uitkomst", Label: "Wat is er besloten?", Soort: "keuze", Nodig: true, Keuzes: []keuze{
				{Waarde: string(plan.Vastgesteld), Naam: "Vastgesteld"}, {Waarde: string(plan.Aangehouden), Naam: "Aangehouden: de tekst gaat terug"},
				{Waarde: string(plan.Verworpen), Naam: "Verworpen"}}}}},
			{Kop: "Het besluit", Kolommen: true, Velden: []*veld{
				{Naam: "nummer", Label: "Nummer van het " + naam, Soort: "kort", Nodig: true},
				{Naam: "datum", Label: "Datum van het " + naam, Soort: "datum", Nodig: true}}}}}
	if o.Soort.Orgaan() == plan.Raad {
		f.Groepen = append(f.Groepen, amendementVelden(o)...)
	}
	return f, o, page, nil
}

// amendementVelden are fields for changes that the raad made while adopting.
func amendementVelden(o plan.Overzicht) []veldgroep {
	parts := []keuze{{Waarde: plan.OnderdeelVisie, Naam: "De visie"}}
	for _, d := range o.Doelen {
		parts = append(parts, keuze{Waarde: d.Doel.ID, Naam: d.Tekst, Groep: "Doelen"})
	}
	var groups []veldgroep
	for n := 1; n <= amendementen; n++ {
		naam := fmt.Sprintf("amendement%d", n)
		groups = append(groups, veldgroep{Kop: fmt.Sprintf("Amendement %d (alleen als de raad de tekst wijzigde)", n), Velden: []*veld{
			{Naam: naam, Label: "Nummer", Soort: "kort"},
			{Naam: naam + "-onderdeel", Label: "Onderdeel", Soort: "keuze", Keuzes: parts},
			{Naam: naam + "-nieuw", Label: "Nieuwe tekst", Soort: "lang"}}})
	}
	return groups
}

func (w *Web) planBesluit(b *bezoek) error {
	f, o, page, err := w.planBesluitFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, o.Merk, f)
}

func (w *Web) planBesluitSave(b *bezoek) error {
	f, o, page, err := w.planBesluitFormulier(b)
	if err != nil {
		return err
	}
	posted := f.lees(b).waarden()
	besluit := plan.Besluit{Uitkomst: plan.Status(posted["uitkomst"]), Nummer: posted["nummer"]}
	if besluit.Datum, err = termijn.ParseDate(posted["datum"]); err != nil {
		err = domein.Refuse("web.planBesluit", "Dit besluit kan zo niet worden vastgelegd.", []domein.Fault{{Veld: "datum", Melding: "Dit is geen datum. Schrijf de datum als 2026-11-23."}})
		return b.formulierFout(err, page, o.Merk, f, nil, 0)
	}
	for n := 1; n <= amendementen; n++ {
		naam := fmt.Sprintf("amendement%d", n)
		a := plan.Amendement{Nummer: posted[naam], Onderdeel: posted[naam+"-onderdeel"], Nieuw: posted[naam+"-nieuw"]}
		if a != (plan.Amendement{}) {
			besluit.Amendementen = append(besluit.Amendementen, a)
		}
	}
	leg := w.Plan.StelVastRaad
	if o.Soort.Orgaan() == plan.College {
		leg = w.Plan.StelVastCollege
	}
	if _, err := leg(b.Context(), b.wie, o.ID, besluit); err != nil {
		return b.formulierFout(err, page, o.Merk, f, nil, 0)
	}
	b.zeg("Het besluit is vastgelegd.")
	return b.naar("/plannen/" + o.ID)
}
