// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/verband"
)

type actieView struct {
	Pagina
	plan.ActieZicht
	Kan          plan.Kan
	KanMelden    bool
	Eigenaar     string // name of the user who leads it
	Vandaag      termijn.Date
	Verbanden    verbandenView
	Geschiedenis []plan.Bewerking
}

// actieShow shows one measure: who does what by when, how it goes and what it is tied to.
func (w *Web) actieShow(b *bezoek) error {
	a, err := w.Plan.ToonActie(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v := &actieView{Pagina: Pagina{Titel: a.Wat, Menu: "/plannen", Kruimels: planKruimels(a.Plan)}, ActieZicht: a, Kan: w.Plan.Kan(b.wie, a.Plan),
		KanMelden: w.Plan.KanMelden(b.wie, a), Vandaag: b.vandaag()}
	if a.Eigenaar != "" {
		switch g, err := w.Gebruiker.Zoek(b.Context(), b.tenant.ID, a.Eigenaar); domein.KindOf(err) {
		case domein.NotFound: // the account is gone, the measure stays
		default:
			if err != nil {
				return err
			}
			v.Eigenaar = g.Naam
		}
	}
	if v.Verbanden, err = w.verbandenVan(b, verband.Eind{Soort: verband.Actie, ID: a.Actie.ID}); err != nil {
		return err
	}
	if v.Geschiedenis, err = w.Plan.Geschiedenis(b.Context(), b.wie, "actie", a.Actie.ID); err != nil {
		return err
	}
	return b.toon("actie", v)
}
