// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/termijn"
)

// bronnenView lists where figures come from.
type bronnenView struct {
	Pagina
	Bronnen  []bronRegel
	MagNieuw bool // the visitor may add a source
}

// bronRegel is a source and how far its figures have come.
type bronRegel struct {
	cijfer.Bronstand
	Tot      string // newest period of any kind; empty where there is none
	Ouderdom string
	Achter   bool
}

// bronView is one source.
type bronView struct {
	Pagina
	Bron     bronRegel
	Soorten  []bronSoort
	Invoeren []invoerRegel
	Invoer   bool // the visitor may see what was read in
}

// bronSoort is one kind of a source.
type bronSoort struct {
	cijfer.Soortstand
	TotNaam  string
	Ouderdom string
	Achter   bool
}

// bronnenShow lists the sources.
func (w *Web) bronnenShow(b *bezoek) error {
	stand, err := w.Cijfer.Stand(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &bronnenView{Pagina: Pagina{Titel: "Bronnen", Menu: "/bronnen", Lead: "Waar de cijfers vandaan komen, van wie ze zijn en hoe oud ze zijn."}}
	v.MagNieuw = w.Cijfer.MagNieuweBron(b.wie) == nil
	vandaag := w.Cijfer.Nu().Date()
	for _, s := range stand {
		v.Bronnen = append(v.Bronnen, bronRegelVan(s, vandaag))
	}
	return b.toon("bronnen", v)
}

func bronRegelVan(s cijfer.Bronstand, vandaag termijn.Date) bronRegel {
	r := bronRegel{Bronstand: s}
	if k, ok := s.Nieuwste(); ok {
		r.Tot, r.Ouderdom, r.Achter = k.Tot.String(), duur(cijfer.Ouderdom(k.Tot, vandaag)), s.Achter(k.Tot, vandaag)
	}
	return r
}

// bronShow shows one source with its kinds and the files that brought its figures.
func (w *Web) bronShow(b *bezoek) error {
	stand, err := w.Cijfer.Stand(b.Context(), b.wie)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(stand, func(s cijfer.Bronstand) bool { return s.Code == b.PathValue("code") })
	if i < 0 {
		return domein.Missing("web.bronShow")
	}
	vandaag := w.Cijfer.Nu().Date()
	v := &bronView{Pagina: Pagina{Titel: stand[i].Naam, Menu: "/bronnen", Kruimels: []Kruimel{{"Bronnen", "/bronnen"}}, Lead: stand[i].Toelichting}, Bron: bronRegelVan(stand[i], vandaag)}
	for _, k := range stand[i].Soorten {
		row := bronSoort{Soortstand: k}
		if k.Tot != "" {
			row.TotNaam, row.Ouderdom, row.Achter = k.Tot.String(), duur(cijfer.Ouderdom(k.Tot, vandaag)), stand[i].Achter(k.Tot, vandaag)
		}
		v.Soorten = append(v.Soorten, row)
	}
	slices.SortStableFunc(v.Soorten, func(a, b bronSoort) int { return compareTekst(a.Naam, b.Naam) })
	list, err := w.Cijfer.InvoerenVan(b.Context(), b.wie, stand[i].Code)
	switch {
	case domein.KindOf(err) == domein.Forbidden: // who may not read in does not see what was read in
	case err != nil:
		return err
	default:
		v.Invoer = true
	}
	for _, in := range list[:min(len(list), 25)] {
		v.Invoeren = append(v.Invoeren, invoerRegel{Invoer: in, FormaatNaam: formaatNaam(in.Formaat)})
	}
	return b.toon("bron", v)
}
