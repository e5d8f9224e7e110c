// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/verband"
)

// gebiedWerk is what is going on in an area: what stands out, which goals name it, what is done for those, and what it is tied to. What the visitor may not see
// is left out, and the page says so.
type gebiedWerk struct {
	Signalen   []verhaalRegel
	Doelen     []plan.DoelZicht
	Acties     []plan.ActieZicht
	Verbanden  verbandenView
	MagSignaal bool
	MagPlan    bool
}

func (w *Web) gebiedWerk(b *bezoek, code string) (gebiedWerk, error) {
	var v gebiedWerk
	list, err := w.Signaal.Lijst(b.Context(), b.wie, signaal.Filter{Gebied: code, Alles: true})
	if v.MagSignaal, err = mag(err); err != nil {
		return v, err
	}
	if v.Signalen, err = w.signaalRegels(b, list); err != nil {
		return v, err
	}
	v.Doelen, err = w.Plan.Doelen(b.Context(), b.wie, code)
	if v.MagPlan, err = mag(err); err != nil {
		return v, err
	}
	for _, d := range v.Doelen {
		v.Acties = append(v.Acties, d.Acties...)
	}
	v.Verbanden, err = w.verbandenVan(b, verband.Eind{Soort: verband.Gebied, ID: code})
	return v, err
}

// mag splits a refusal from a failure.
func mag(err error) (bool, error) {
	if domein.KindOf(err) == domein.Forbidden {
		return false, nil
	}
	return err == nil, err
}
