// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"math"

	"dwarsverband/domein/cijfer"
)

// The months of the figures; the last one is the month of the peildatum.
const (
	eerste  cijfer.Periode = "2015MM01"
	laatste cijfer.Periode = "2026MM09"
)

// soortModel is how often a kind of incident is registered, and where and when.
type soortModel struct {
	soort   string
	perJaar float64             // in the whole town, a year, at the end of the figures
	trend   float64             // factor a year
	plek    [polder + 1]float64 // per inhabitant, by karakter, relative
	bezoek  float64             // per visitor, relative
	seizoen [12]float64         // by month, relative
}

// soortModellen were set so that the town looks like a Dutch town of its size with somewhat much burglary; no figure comes from a real place.
var soortModellen = []soortModel{
	{"woninginbraak", 310, 0.935, [...]float64{.7, 1, 1.1, .8, .7, .4, .9}, 0, [...]float64{1.25, 1.1, 1, .9, .85, .8, .9, .95, .95, 1.05, 1.2, 1.3}},
	{"fietsendiefstal", 400, 0.985, [...]float64{1.6, 1.2, .6, .5, .2, .4, .1}, .35, [...]float64{.75, .75, .9, 1, 1.1, 1.15, 1.05, 1.1, 1.3, 1.2, 1, .8}},
	{"auto-inbraak", 260, 0.945, [...]float64{1, 1.1, .9, .7, .3, 7, .4}, .1, [...]float64{1.05, 1, 1, .95, .95, .95, 1.05, 1.05, .95, 1, 1.05, 1.05}},
	{"vernieling", 390, 0.975, [...]float64{1.7, 1.1, 1.1, .7, .5, 3, .4}, .06, [...]float64{1.35, .9, .95, 1, 1, 1, .95, .95, .95, 1, 1, 1.15}},
	{"mishandeling", 260, 0.99, [...]float64{2.2, 1.2, 1, .6, .5, .5, .3}, .08, [...]float64{.95, .9, .95, 1, 1.1, 1.1, 1.1, 1.05, 1, 1, .95, .95}},
	{"bedreiging", 165, 1.0, [...]float64{1.6, 1.2, 1.1, .6, .5, .5, .3}, .04, [...]float64{.95, .95, 1, 1, 1.05, 1.05, 1.05, 1.05, 1, 1, .95, .95}},
	{"overlast-jeugd", 620, 1.005, [...]float64{1.3, .9, 1.2, 1.2, .7, .3, .1}, .05, [...]float64{.7, .7, .9, 1.1, 1.25, 1.25, 1.2, 1.15, 1.1, 1, .9, .75}},
	{"winkeldiefstal", 230, 1.01, [...]float64{.6, .15, .1, .05, .1, .05, 0}, .35, [...]float64{.9, .9, .95, 1, 1, 1, .95, 1, 1, 1.05, 1.1, 1.15}},
	{"drugshandel", 95, 1.02, [...]float64{1.6, 1.2, 1.1, .5, .4, 1.5, .6}, .03, [...]float64{1, 1, 1, 1, 1, 1, .9, .9, 1.05, 1.05, 1.05, 1.05}},
	{"wapens", 48, 1.03, [...]float64{1.6, 1.1, 1.2, .5, .4, .8, .4}, .02, [...]float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
}

// zwaarder are places where a kind is registered more often than inhabitants and visitors explain.
var zwaarder = map[[2]string]float64{
	{"woninginbraak", "Kersenbuurt"}:        3.6,
	{"fietsendiefstal", "Stationskwartier"}: 1.3,
	{"overlast-jeugd", "Gruttobuurt"}:       1.2,
	{"winkeldiefstal", "Marktkwartier"}:     1.2,
}

// gewicht is how much of a kind is registered in a buurt, relative to other buurten.
func (m soortModel) gewicht(b buurt) float64 {
	w := m.plek[b.karakter]*float64(b.inwoners) + m.bezoek*float64(b.bezoek)
	if z, ok := zwaarder[[2]string{m.soort, b.naam}]; ok {
		return w * z
	}
	return w * lognormal(stroom("plek", m.soort, b.naam), 0.25)
}

// month is one month of the figures, counted from eerste; maanden is its inverse, and months their number.
func month(t int) cijfer.Periode { return eerste.Add(t) }

func maanden(p cijfer.Periode) int {
	j, m := p.Start()
	j0, m0 := eerste.Start()
	return (j-j0)*12 + m - m0
}

func months() int { return maanden(laatste) + 1 }

// reeks draws the counts of one kind in all buurten, month by month. Months that are busy are busy in the whole town; a growing buurt has fewer
// incidents while it has fewer inhabitants.
func (m soortModel) reeks(buurten []buurt) [][]int {
	totaal := 0.0
	for _, b := range buurten {
		totaal += m.gewicht(b)
	}
	drukte := make([]float64, months())
	for t := range drukte {
		drukte[t] = lognormal(stroom("drukte", m.soort, string(month(t))), 0.04)
	}
	out := make([][]int, len(buurten))
	for i, b := range buurten {
		r, deel := stroom("reeks", m.soort, b.naam), m.gewicht(b)/totaal
		for t := range months() {
			jaar, maand := month(t).Start()
			mu := m.perJaar / 12 * deel * math.Pow(m.trend, float64(t-months()+1)/12) * m.seizoen[maand-1] * drukte[t]
			mu *= float64(b.inwonersOp(jaar)) / float64(b.inwoners)
			out[i] = append(out[i], negbin(r, mu, 20))
		}
	}
	return out
}
