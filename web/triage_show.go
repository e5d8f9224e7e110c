// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/melding"
)

// triageView is the weekly list of the procesregisseur.
type triageView struct {
	Pagina
	Groepen         []triagegroep
	Kwartalen       []melding.Kwartaal
	Doel, Grondslag string
}

// triagegroep is a part of the list.
type triagegroep struct {
	Kop, Uitleg string
	Rijen       []melding.Rij
}

// Leeg tells whether nothing waits.
func (v *triageView) Leeg() bool {
	for _, g := range v.Groepen {
		if len(g.Rijen) > 0 {
			return false
		}
	}
	return true
}

func (w *Web) triageShow(b *bezoek) error {
	rows, err := w.Melding.Triage(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &triageView{Pagina: Pagina{Titel: "Triage", Menu: "/triage", Lead: "Wat op een beslissing wacht: eerst wat u samen weegt, dan wat het eerst klaar moet zijn."},
		Doel: "weging van een melding", Grondslag: "art. 6 lid 1 onder e AVG"}
	v.Groepen = []triagegroep{{Kop: "Samen te wegen", Uitleg: "Gekoppeld: dezelfde werkdag."}, {Kop: "Te wegen", Uitleg: "De toets op rechtmatigheid en de criteria staan nog open."},
		{Kop: "Ingenomen, wacht op een casus", Uitleg: "Gewogen en getoetst. Open de casus."}}
	for _, r := range rows {
		i := 1
		switch {
		case r.Samen:
			i = 0
		case r.Status == melding.Wacht:
			i = 2
		}
		v.Groepen[i].Rijen = append(v.Groepen[i].Rijen, r)
	}
	if v.Kwartalen, err = w.Melding.Kengetallen(b.Context(), b.wie); err != nil {
		return err
	}
	return b.toon("triage", v)
}

// deurnaam says through which door a report came.
func deurnaam(d melding.Deur) string {
	switch d {
	case melding.Formulier:
		return "formulier"
	case melding.CORV:
		return "CORV"
	case melding.JZV:
		return "JZV"
	case melding.CSV:
		return "lijst"
	}
	return ""
}
