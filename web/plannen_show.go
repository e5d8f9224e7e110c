// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
)

type plannenView struct {
	Pagina
	Groepen        []plangroep
	Waarschuwingen []plan.Waarschuwing
	KanOpstellen   []plan.Soort
	Vandaag        termijn.Date
}

// plangroep is the plans of one kind.
type plangroep struct {
	Soort   plan.Soort
	Plannen []plan.Plan
}

// plannenShow lists the plans by kind, with the terms that need attention.
func (w *Web) plannenShow(b *bezoek) error {
	v := &plannenView{Pagina: Pagina{Titel: "Plannen", Menu: "/plannen", Lead: "Wat de raad en het college hebben vastgesteld, en wat er in voorbereiding is."},
		KanOpstellen: w.Plan.KanOpstellen(b.wie), Vandaag: b.vandaag()}
	list, err := w.Plan.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	for _, p := range list {
		if n := len(v.Groepen); n == 0 || v.Groepen[n-1].Soort != p.Soort {
			v.Groepen = append(v.Groepen, plangroep{Soort: p.Soort})
		}
		g := &v.Groepen[len(v.Groepen)-1]
		g.Plannen = append(g.Plannen, p)
	}
	if v.Waarschuwingen, err = w.Plan.Waakhond(b.Context(), b.wie); err != nil {
		return err
	}
	return b.toon("plannen", v)
}

// planbadge gives the look of the badge of a status; its text says the same.
func planbadge(s plan.Status) string {
	switch s {
	case plan.Vastgesteld:
		return "success"
	case plan.TerVaststelling, plan.Aangehouden:
		return "warning"
	case plan.Verworpen:
		return "danger"
	}
	return "neutral"
}

// standbadge gives the look of the badge of how a goal stands.
func standbadge(o plan.Oordeel) string {
	switch o {
	case plan.OpSchema, plan.Voor:
		return "success"
	case plan.Achter:
		return "danger"
	}
	return "neutral"
}

// actiebadge gives the look of the badge of a measure.
func actiebadge(s plan.ActieStatus) string {
	switch s {
	case plan.Gereed:
		return "success"
	case plan.Loopt:
		return "warning"
	case plan.Gestopt:
		return "danger"
	}
	return "neutral"
}
