// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import "dwarsverband/domein/cijfer"

// gebeurtenis is a development that was put into the figures on purpose, so that there is something to find.
type gebeurtenis struct {
	soort, buurt string
	van          cijfer.Periode
	aantallen    []int // the counts of the months from van on, in place of what chance drew
	uitleg       string
}

var gebeurtenissen = []gebeurtenis{
	{"woninginbraak", "Kersenbuurt", "2026MM09", []int{14}, "one month, far above normal; wijk and gemeente carry it"},
	{"overlast-jeugd", "Gruttobuurt", "2026MM08", []int{11, 15}, "rises for two months"},
	{"fietsendiefstal", "Stationskwartier", "2026MM09", []int{21}, "near the station"},
	{"auto-inbraak", "Vaartpoort", "2026MM06", []int{8}, "on the industrial estate, over a month later"},
	{"vernieling", "Touwslagersbuurt", "2026MM01", []int{9}, "at the turn of the year"},
	{"drugshandel", "De Wissel", "2025MM10", []int{8}, "a month of extra checks: it measures what the police did"},
	{"winkeldiefstal", "Marktkwartier", "2025MM03", []int{17, 19, 16}, "high for three months, then normal again"},
	{"woninginbraak", "Kievitbuurt", "2024MM11", []int{9, 10}, "a wave of two months in the past"},
}

// leemte is a buurt whose figures of some months were never delivered. The rows are absent; the totals of wijk and gemeente do count them.
type leemte struct {
	buurt string
	van   cijfer.Periode
	n     int
}

var leemtes = []leemte{{"Zonnepark", "2026MM08", 2}, {"Polderpoort", "2023MM03", 2}}

// geheimen are small counts that the source keeps secret, two buurten of a wijk at a time: one alone would follow from the total of the wijk.
var geheimen = []struct {
	soort   string
	buurten [2]string
	van     cijfer.Periode
	n       int
}{
	{"bedreiging", [2]string{"Elzerloo-Kern", "Elzerloo-Molenveld"}, "2026MM03", 3},
	{"drugshandel", [2]string{"Oudewier-Dorp", "Oudewier-Nieuweweg"}, "2026MM06", 4},
}

// herzieningen are corrections that come in a later file: the buurt, and with it the wijk and the gemeente.
var herzieningen = []struct {
	soort, buurt string
	periode      cijfer.Periode
	erbij        int
}{
	{"mishandeling", "Marktkwartier", "2026MM05", 1},
	{"auto-inbraak", "Vaartpoort", "2026MM06", 1},
	{"vernieling", "Dijkbuurt", "2026MM06", 2},
	{"fietsendiefstal", "Stationskwartier", "2026MM07", -1},
	{"overlast-jeugd", "Gruttobuurt", "2026MM08", 2},
}
