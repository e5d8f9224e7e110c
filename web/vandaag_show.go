// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/overzicht"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/termijn"
)

type vandaagView struct {
	Pagina
	overzicht.Vandaag
	Dag      termijn.Date
	Verhalen []verhaalRegel // the newest, folded
	Meer     int            // new stories that do not stand on this page
	TeLaat   int
	Eerst    []overzicht.Termijn // the milestones that show at once
	Later    []overzicht.Termijn // the others, folded away
}

// verhaalRegel is a story with the names that people use.
type verhaalRegel struct {
	signaal.Verhaal
	Soort, Gebied, Niveau, Zin string
	Delen                      []deelRegel
}

type deelRegel struct {
	signaal.Deel
	Gebied, Niveau string
}

// How many stories and milestones stand on the page of today.
const (
	vandaagVerhalen  = 6
	vandaagTermijnen = 6
)

func (w *Web) vandaagShow(b *bezoek) error {
	v := &vandaagView{Pagina: Pagina{Titel: "Vandaag", Menu: "/vandaag"}, Dag: b.vandaag()}
	v.Lead = "Wat is er nieuw, wat moet er gebeuren en wat wacht op u?"
	var err error
	if v.Vandaag, err = w.Overzicht.Vandaag(b.Context(), b.wie, v.Dag); err != nil {
		return err
	}
	stories := v.Vandaag.Verhalen
	v.Meer = max(0, len(stories)-vandaagVerhalen)
	if v.Verhalen, err = w.verhaalRegels(b, stories[:len(stories)-v.Meer]); err != nil {
		return err
	}
	n := min(len(v.Termijnen), vandaagTermijnen)
	v.Eerst, v.Later = v.Termijnen[:n], v.Termijnen[n:]
	for _, t := range v.Termijnen {
		if t.Dagen < 0 {
			v.TeLaat++
		}
	}
	return b.toon("vandaag", v)
}

// vandaag gives the day on the calendar of the municipality.
func (b *bezoek) vandaag() termijn.Date {
	if !b.tenant.Vandaag.IsZero() {
		return b.tenant.Vandaag
	}
	return b.web.Overzicht.Nu().Date()
}

// verhaalRegels dresses stories in the names of kinds and areas.
func (w *Web) verhaalRegels(b *bezoek, stories []signaal.Verhaal) ([]verhaalRegel, error) {
	if len(stories) == 0 {
		return nil, nil
	}
	areas, err := w.Gebied.Lijst(b.Context(), b.wie, false)
	if err != nil {
		return nil, err
	}
	soorten, err := w.Cijfer.Soorten(b.Context(), b.wie)
	if err != nil {
		return nil, err
	}
	name, level, kind := map[string]string{}, map[string]string{}, map[string]string{}
	for _, a := range areas {
		name[a.Code], level[a.Code] = a.Naam, b.tenant.Namen.Van(a.Niveau).Enkelvoud
		if a.Niveau == gebied.Gemeente {
			name[a.Code] = "heel " + a.Naam
		}
	}
	for _, k := range soorten {
		kind[k.Code] = k.Naam
	}
	list := make([]verhaalRegel, 0, len(stories))
	for _, s := range stories {
		r := verhaalRegel{Verhaal: s, Soort: kind[s.Hoofd.Soort], Gebied: name[s.Hoofd.Gebied], Niveau: level[s.Hoofd.Gebied]}
		r.Zin = s.Hoofd.Zin(r.Gebied, r.Soort, b.tenant.Peildatum, b.vandaag())
		for _, d := range s.Delen {
			r.Delen = append(r.Delen, deelRegel{d, name[d.Signaal.Gebied], level[d.Signaal.Gebied]})
		}
		list = append(list, r)
	}
	return list, nil
}
