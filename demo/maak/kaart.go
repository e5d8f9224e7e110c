// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import "fmt"

// codes holds the code of each buurt; numbers start anew in each wijk.
var codes = func() []string {
	out, nr, vorig := make([]string, len(buurten)), 0, -1
	for i, b := range buurten {
		if b.wijk != vorig {
			nr, vorig = 0, b.wijk
		}
		nr++
		out[i] = fmt.Sprintf("BU9990%02d%02d", b.wijk+1, nr)
	}
	return out
}()

func codeVan(b int) string { return codes[b] }

func wijkCode(w int) string { return fmt.Sprintf("WK9990%02d", w+1) }

// drawStad draws the areas of the buurten.
func drawStad() []vlak {
	r := newRaster()
	r.divide(buurten)
	r.settle(len(buurten))
	return r.vlakken(len(buurten))
}

// kaarten gives the three files of areas. Wijken and gemeente are made of the buurten, so that their borders coincide.
func kaarten(vlakken []vlak) (perBuurt, perWijk, perGemeente []byte) {
	var bs, ws []vorm
	for i, b := range buurten {
		bs = append(bs, vorm{[]veld{{"buurtcode", codeVan(i)}, {"buurtnaam", b.naam}, {"wijkcode", wijkCode(b.wijk)}, {"gemeentecode", gemeenteCode}}, vlakken[i]})
	}
	for w, naam := range wijken {
		var delen []vlak
		for i, b := range buurten {
			if b.wijk == w {
				delen = append(delen, vlakken[i])
			}
		}
		ws = append(ws, vorm{[]veld{{"wijkcode", wijkCode(w)}, {"wijknaam", naam}, {"gemeentecode", gemeenteCode}}, dissolve(delen)})
	}
	gs := []vorm{{[]veld{{"gemeentecode", gemeenteCode}, {"gemeentenaam", gemeenteNaam}}, dissolve(vlakken)}}
	return geoJSON("voorbeeldstad_buurten", true, bs), geoJSON("voorbeeldstad_wijken", true, ws), geoJSON("voorbeeldstad_gemeente", true, gs)
}
