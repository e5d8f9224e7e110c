// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"slices"

	"dwarsverband/domein/cijfer"
)

// reeksen holds the monthly counts of one kind: per buurt, and those whose place is not known, which only the gemeente counts.
type reeksen struct {
	soort    string
	buurt    [][]int
	onbekend []int
}

// drawReeksen draws all monthly counts and puts the gebeurtenissen in.
func drawReeksen(modellen []soortModel, buurten []buurt) []reeksen {
	var out []reeksen
	for _, m := range modellen {
		r := reeksen{soort: m.soort, buurt: m.reeks(buurten)}
		for _, g := range gebeurtenissen {
			if b := indexOf(buurten, g.buurt); g.soort == m.soort && b >= 0 {
				copy(r.buurt[b][maanden(g.van):], g.aantallen)
			}
		}
		kans := stroom("onbekend", m.soort)
		for t := range months() {
			r.onbekend = append(r.onbekend, poisson(kans, 0.03*float64(r.som(buurten, -1, t))))
		}
		out = append(out, r)
	}
	return out
}

// som adds the buurten of one wijk in month t, of all when wijk is -1.
func (r reeksen) som(buurten []buurt, wijk, t int) int {
	n := 0
	for b, bu := range buurten {
		if wijk < 0 || bu.wijk == wijk {
			n += r.buurt[b][t]
		}
	}
	return n
}

func (r reeksen) gemeente(buurten []buurt, t int) int { return r.som(buurten, -1, t) + r.onbekend[t] }

func indexOf(buurten []buurt, naam string) int {
	return slices.IndexFunc(buurten, func(b buurt) bool { return b.naam == naam })
}

// attribuut of a month: the last two are provisional.
func attribuut(t int) cijfer.Attribuut {
	if t >= months()-2 {
		return cijfer.Voorlopig
	}
	return cijfer.Definitief
}

// maandRegels gives the rows of all months: gemeente, wijken, buurten. Rows of a leemte are left out and secret ones have no value.
func maandRegels(alle []reeksen, buurten []buurt) []regel {
	var out []regel
	for _, r := range alle {
		for t := range months() {
			p := month(t)
			out = append(out, aantal(gemeenteCode, p, r.soort, r.gemeente(buurten, t), attribuut(t)))
			for w := range wijken {
				out = append(out, aantal(wijkCode(w), p, r.soort, r.som(buurten, w, t), attribuut(t)))
			}
			for b, bu := range buurten {
				switch {
				case ontbreekt(bu.naam, t):
				case geheim(r.soort, bu.naam, t):
					out = append(out, regel{code: codeVan(b), periode: p, soort: r.soort, attr: cijfer.Geheim})
				default:
					out = append(out, aantal(codeVan(b), p, r.soort, r.buurt[b][t], attribuut(t)))
				}
			}
		}
	}
	return out
}

func ontbreekt(naam string, t int) bool {
	return slices.ContainsFunc(leemtes, func(l leemte) bool {
		return l.buurt == naam && t >= maanden(l.van) && t < maanden(l.van)+l.n
	})
}

func geheim(soort, naam string, t int) bool {
	for _, g := range geheimen {
		if g.soort == soort && slices.Contains(g.buurten[:], naam) && t >= maanden(g.van) && t < maanden(g.van)+g.n {
			return true
		}
	}
	return false
}

// herzien gives the rows of the later file: the corrected counts of the buurt, its wijk and the gemeente.
func herzien(alle []reeksen, buurten []buurt) []regel {
	var out []regel
	for _, h := range herzieningen {
		r := alle[slices.IndexFunc(alle, func(r reeksen) bool { return r.soort == h.soort })]
		b, t := indexOf(buurten, h.buurt), maanden(h.periode)
		for _, v := range []struct {
			code string
			oud  int
		}{{gemeenteCode, r.gemeente(buurten, t)}, {wijkCode(buurten[b].wijk), r.som(buurten, buurten[b].wijk, t)}, {codeVan(b), r.buurt[b][t]}} {
			out = append(out, aantal(v.code, h.periode, h.soort, v.oud+h.erbij, attribuut(t)))
		}
	}
	return out
}
