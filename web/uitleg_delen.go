// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strings"

	"dwarsverband/domein/deling"
)

// uitlegDelenView is the rule set behind sharing, for everybody.
type uitlegDelenView struct {
	Pagina
	Regels      deling.Regelset
	Grondslagen []grondRegel
}

type grondRegel struct {
	deling.Grondslag
	Ontvangers string
}

func (w *Web) uitlegDelen(b *bezoek) error {
	v := &uitlegDelenView{Pagina: Pagina{Titel: "Wanneer mag delen?", Lead: "Elke keer dat iets wordt gedeeld, staat vast waarvoor, op welke wet en waarom het nodig is."}, Regels: deling.Regels}
	for _, g := range deling.Grondslagen {
		var aan []string
		for _, o := range g.Aan {
			aan = append(aan, deling.OrganisatieNaam(o))
		}
		if len(aan) == 0 {
			aan = []string{"alle organisaties"}
		}
		v.Grondslagen = append(v.Grondslagen, grondRegel{g, strings.Join(aan, ", ")})
	}
	return b.toon("uitleg_delen", v)
}
