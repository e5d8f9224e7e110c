// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"fmt"
)

const leesmijKop = `# Voorbeeldstad: an invented municipality

Everything here is invented and CC0 1.0. No area, figure or name is about a real place: the town lies in the open water of the IJsselmeer between Enkhuizen and Urk, its code
GM9990 has not been given out by CBS (the highest of 2024 is GM1992), and its sources do not exist. Show it as "verzonnen" on every page.

All files, this one too, are written by ` + "`go run ./demo/maak -out demo/data/voorbeeldstad`" + `; a test fails when they differ from what the program
writes. Figures are up to 30 September 2026 (peildatum).

| file | content |
| --- | --- |
| gebieden_buurten.geojson, gebieden_wijken.geojson, gebieden_gemeente.geojson | 60 buurten, 12 wijken, 1 gemeente; edition 2026; RD metres (EPSG:28992, named in the crs member). The river and its harbours belong to no area. Wijken and gemeente are unions of the buurten, so borders coincide point for point |
| cijfers_maand.csv.gz | 10 kinds, 2015MM01 to 2026MM09, per buurt, wijk and gemeente. A count of 0 is stated as 0 |
| cijfers_2026_herzien.csv | corrections; read it in after cijfers_maand.csv.gz |
| veiligthuis_kwartaal.csv | reports of violence at home and of child abuse per wijk and quarter, 2018KW01 to 2026KW03, with the gemeente as total; a delivery that is not public |
| kerncijfers_jaar.csv.gz | inhabitants, households, dwellings on 1 January 2015 to 2026; 62,000 inhabitants in 2026 |
| buurtpeiling.csv | survey of every second year, 2017 to 2025, per wijk and gemeente: mark for safety and share that feels unsafe, each with its 95 % margin as a measure of its own |

CSV columns: code;periode;maat;naam;eenheid;waarde;waardeattribuut;bron, UTF-8, decimal comma.

What to mind:

* Wijken are the sum of their buurten. The gemeente also counts incidents of which the place is not known, about 3 %.
* August and September 2026 are provisional ("voorlopig").
* drugshandel and wapens measure police activity.
`

// leesmij gives the README of the folder: what is in it and which developments were planted, with the counts that the files hold.
func leesmij(alle []reeksen, buurten []buurt) []byte {
	var b bytes.Buffer
	b.WriteString(leesmijKop)
	for _, l := range leemtes {
		fmt.Fprintf(&b, "* %s has no rows for %d months from %s on; the totals do count it.\n", l.buurt, l.n, string(l.van))
	}
	for _, g := range geheimen {
		fmt.Fprintf(&b, "* %s in %s and %s is secret (\"geheim\", no value) for %d months from %s on.\n", g.soort, g.buurten[0], g.buurten[1], g.n, string(g.van))
	}
	b.WriteString("\n## Planted developments\n\n\"before\" is the mean of the same buurt over the 24 months before.\n\n" +
		"| kind | buurt | month | buurt | before | wijk | gemeente | |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n")
	for _, g := range gebeurtenissen {
		for _, r := range alle {
			if r.soort != g.soort {
				continue
			}
			i, t0 := indexOf(buurten, g.buurt), maanden(g.van)
			voor := 0
			for t := t0 - 24; t < t0; t++ {
				voor += r.buurt[i][t]
			}
			for k := range g.aantallen {
				t := t0 + k
				fmt.Fprintf(&b, "| %s | %s (%s) | %s | %d | %.1f | %d | %d | %s |\n", g.soort, g.buurt, codeVan(i), string(month(t)), r.buurt[i][t], float64(voor)/24,
					r.som(buurten, buurten[i].wijk, t), r.gemeente(buurten, t), g.uitleg)
			}
		}
	}
	b.WriteString("\nReports of violence at home are highest in three wijken: Zuidoever, Sluiswijk and Vogelweide.\n")
	return b.Bytes()
}
