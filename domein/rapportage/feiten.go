// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"cmp"
	"slices"
	"strings"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
)

// feiten is everything that a report is made from, loaded once. Signals are not among it, so they cannot get into a report.
type feiten struct {
	plan         plan.Plan
	prioriteiten map[string]plan.Prioriteit
	doelen       []plan.Doel
	indicatoren  map[string]plan.Indicator
	koppelingen  []plan.Koppeling
	acties       []plan.Actie
	soorten      map[string]cijfer.Soort
	bronnen      map[string]cijfer.Bron
	gebieden     []gebied.Gebied
	cijfers      []cijfer.Cijfer
	boek         cijferboek
	eerder       []publicatie // released before, by any edition of any report of the municipality, oldest first
	openbaar     []Blok       // those of them that the public can read by now, newest first
	gezien       int          // how many editions were released before
	instelling   Instelling
	vandaag      termijn.Date
	afscherm     Afscherm
	sleutel      []byte // of the seals

	metingen map[string][]plan.Meting // by indicator; see meet
}

// isOpen tells whether every source of what the indicator counts publishes it itself.
func (f *feiten) isOpen(i plan.Indicator) bool {
	return !slices.ContainsFunc(i.Teller, func(code string) bool { return !f.soortOpen(code) })
}

func (f *feiten) soortOpen(code string) bool { return f.bronnen[f.soorten[code].Bron].Openbaar }

// meet gives the true measurements of an indicator, small ones too: what may be shown of them is decided by the tables.
func (f *feiten) meet(i plan.Indicator) []plan.Meting {
	if f.metingen == nil {
		f.metingen = map[string][]plan.Meting{}
	}
	list, ok := f.metingen[i.ID]
	if !ok {
		i.Minimum = 0
		list = plan.Bereken(i, f.cijfers, f.vandaag)
		f.metingen[i.ID] = list
	}
	return list
}

// rijen are the areas of a level, by code.
func (f *feiten) rijen(n gebied.Niveau) []Rij {
	var list []Rij
	for _, g := range f.gebieden {
		if g.Niveau == n {
			list = append(list, Rij{g.Code, g.Naam})
		}
	}
	slices.SortFunc(list, func(a, b Rij) int { return cmp.Compare(a.Code, b.Code) })
	return list
}

func (f *feiten) gebied(code string) (gebied.Gebied, bool) {
	i := slices.IndexFunc(f.gebieden, func(g gebied.Gebied) bool { return g.Code == code })
	if i < 0 {
		return gebied.Gebied{}, false
	}
	return f.gebieden[i], true
}

// naam gives the name of an area; its code where the edition of now does not have it.
func (f *feiten) naam(code string) string {
	if g, ok := f.gebied(code); ok {
		return g.Naam
	}
	return code
}

// binnen tells whether area code is one of codes or lies in one of them.
func (f *feiten) binnen(code string, codes []string) bool {
	for range gebied.Niveaus() {
		if slices.Contains(codes, code) {
			return true
		}
		g, ok := f.gebied(code)
		if !ok || g.Ouder == "" {
			return false
		}
		code = g.Ouder
	}
	return false
}

// bronnenVan lists the sources of kinds, each once.
func (f *feiten) bronnenVan(codes []string) []cijfer.Bron {
	var list []cijfer.Bron
	for _, code := range codes {
		b, ok := f.bronnen[f.soorten[code].Bron]
		if ok && !slices.ContainsFunc(list, func(x cijfer.Bron) bool { return x.Code == b.Code }) {
			list = append(list, b)
		}
	}
	return list
}

func (f *feiten) bronnamen(g groep) string {
	codes := make([]string, len(g.soorten))
	for i, k := range g.soorten {
		codes[i] = k.Code
	}
	var names []string
	for _, b := range f.bronnenVan(codes) {
		names = append(names, b.Naam)
	}
	return strings.Join(names, ", ")
}

// vanDoel gives the indicators that measure a goal, oldest tie first.
func (f *feiten) vanDoel(doel string) []plan.Indicator {
	var list []plan.Indicator
	for _, k := range f.koppelingen {
		if i, ok := f.indicatoren[k.Indicator]; ok && k.Doel == doel {
			list = append(list, i)
		}
	}
	return list
}
