// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"cmp"
	"slices"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
)

// groep is kinds of figures that get one table: those of an indicator, and all that other indicators count along with them.
type groep struct {
	soorten     []cijfer.Soort // by code
	niveau      gebied.Niveau  // the smallest level that an indicator measures
	indicatoren []plan.Indicator
	open        bool // every source publishes them itself
}

// groepen divides the indicators. A group that is not open holds every indicator that counts one of its kinds, so that no figure stands in two of its tables; open figures need
// no such care and each of their indicators has its own table.
func groepen(indicatoren []plan.Indicator, f *feiten) []groep {
	var list []groep
	for _, i := range indicatoren {
		g := groep{niveau: i.Niveau, indicatoren: []plan.Indicator{i}, open: f.isOpen(i)}
		for _, code := range i.Teller {
			if k, ok := f.soorten[code]; ok {
				g.soorten = append(g.soorten, k)
			}
		}
		if len(g.soorten) == 0 {
			continue
		}
		if !g.open {
			for at := 0; at < len(list); {
				if list[at].open || !list[at].raakt(g) {
					at++
					continue
				}
				g.voegToe(list[at])
				list = slices.Delete(list, at, at+1)
			}
		}
		list = append(list, g)
	}
	for i := range list {
		slices.SortFunc(list[i].soorten, func(a, b cijfer.Soort) int { return cmp.Compare(a.Code, b.Code) })
	}
	return list
}

func (g groep) raakt(o groep) bool {
	return slices.ContainsFunc(g.soorten, func(k cijfer.Soort) bool {
		return slices.ContainsFunc(o.soorten, func(l cijfer.Soort) bool { return k.Code == l.Code })
	})
}

func (g *groep) voegToe(o groep) {
	for _, k := range o.soorten {
		if !slices.ContainsFunc(g.soorten, func(l cijfer.Soort) bool { return k.Code == l.Code }) {
			g.soorten = append(g.soorten, k)
		}
	}
	g.indicatoren = append(slices.Clone(o.indicatoren), g.indicatoren...)
	if slices.Index(gebied.Niveaus(), o.niveau) > slices.Index(gebied.Niveaus(), g.niveau) {
		g.niveau = o.niveau
	}
}

// heeft tells whether the group holds an indicator.
func (g groep) heeft(id string) bool {
	return slices.ContainsFunc(g.indicatoren, func(i plan.Indicator) bool { return i.ID == id })
}

// telt tells whether its figures are counts. Marks and percentages are not added up, and nobody can tell how many people are behind them.
func (g groep) telt() bool {
	return !slices.ContainsFunc(g.soorten, func(k cijfer.Soort) bool { return !k.Telling() })
}

// minimum is the smallest count that may be shown.
func (g groep) minimum(i Instelling) int {
	if slices.ContainsFunc(g.soorten, func(k cijfer.Soort) bool { return k.Gevoelig }) {
		return max(i.Personen, i.Minimum)
	}
	return i.Minimum
}

// perioden lists the source periods that the table wants to show, in order: those of the report, and those that the newest measurement of each indicator covers.
func (g groep) perioden(t Tijdvak, f *feiten) []cijfer.Periode {
	wanted := map[cijfer.Periode]bool{}
	for _, c := range f.cijfers {
		if t.omvat(c.Periode) && slices.ContainsFunc(g.soorten, func(k cijfer.Soort) bool { return k.Code == c.Soort }) {
			wanted[c.Periode] = true
		}
	}
	for _, i := range g.indicatoren {
		if m, ok := laatste(f.meet(i), t); ok {
			for _, p := range vensterVan(m, g.soorten[0].Lengte) {
				wanted[p] = true
			}
		}
	}
	list := make([]cijfer.Periode, 0, len(wanted))
	for p := range wanted {
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b cijfer.Periode) int { return cmp.Compare(beginmaand(a), beginmaand(b)) })
	return list
}

// laatste gives the newest measurement with a value that ended within or before t.
func laatste(metingen []plan.Meting, t Tijdvak) (plan.Meting, bool) {
	for i := len(metingen) - 1; i >= 0; i-- {
		if m := metingen[i]; m.Waarde != nil && eindmaand(m.Periode) <= eindmaand(t.Tot) {
			return m, true
		}
	}
	return plan.Meting{}, false
}

// vensterVan lists the source periods that a measurement adds up, oldest first.
func vensterVan(m plan.Meting, l cijfer.Lengte) []cijfer.Periode {
	end := eindmaand(m.Periode)
	last := cijfer.MaandVan(end/12, end%12+1)
	switch l {
	case cijfer.Kwartaal:
		last = kwartalen(end-2, end).Tot
	case cijfer.Jaar:
		last = cijfer.JaarVan(end / 12)
	}
	list := make([]cijfer.Periode, m.Venster)
	for i := range list {
		list[i] = last.Add(i - m.Venster + 1)
	}
	return list
}
