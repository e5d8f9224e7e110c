// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"math"

	"dwarsverband/domein/cijfer"
)

// kernRegels gives inhabitants, households and dwellings a year; here the totals do add up.
func kernRegels(buurten []buurt) []regel {
	maten := []struct {
		soort string
		van   func(buurt, int) int
	}{{"inwoners", buurt.inwonersOp}, {"huishoudens", buurt.huishoudens}, {"woningen", buurt.woningen}}
	var out []regel
	for _, m := range maten {
		for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
			p := cijfer.JaarVan(jaar)
			totaal, perWijk := 0, [len(wijken)]int{}
			for _, b := range buurten {
				totaal += m.van(b, jaar)
				perWijk[b.wijk] += m.van(b, jaar)
			}
			out = append(out, aantal(gemeenteCode, p, m.soort, totaal, cijfer.Definitief))
			for w, n := range perWijk {
				out = append(out, aantal(wijkCode(w), p, m.soort, n, cijfer.Definitief))
			}
			for i, b := range buurten {
				out = append(out, aantal(codeVan(i), p, m.soort, m.van(b, jaar), cijfer.Definitief))
			}
		}
	}
	return out
}

// zwaarte is how hard life is in a wijk, 1 on average: it carries reports of violence at home and the survey. Zuidoever, Sluiswijk and Vogelweide
// stand clearly out, which the safety plan and the Wmo plan of the demonstration are about.
var zwaarte = [len(wijken)]float64{0.9, 0.85, 1.05, 1.1, 2.1, 2.2, 1.9, 0.7, 0.8, 0.75, 0.7, 0.6}

// veiligThuisRegels gives reports per wijk and quarter, with the total of the gemeente.
func veiligThuisRegels(buurten []buurt) []regel {
	const van, tot = cijfer.Periode("2018KW01"), cijfer.Periode("2026KW03")
	maten := []struct {
		soort     string
		perJaar   float64 // per 1,000 inhabitants in a wijk of average weight
		trend     float64
		seizoenen [4]float64
	}{
		{"hg-meldingen", 4.2, 1.02, [4]float64{1.0, 0.97, 0.98, 1.05}},
		{"km-meldingen", 2.0, 1.01, [4]float64{1.03, 1.05, 0.85, 1.07}},
	}
	var out []regel
	for _, m := range maten {
		for p := van; p != tot.Add(1); p = p.Add(1) {
			jaar, maand := p.Start()
			kw := (maand - 1) / 3
			totaal, rows := 0, []regel(nil)
			for w := range wijken {
				inw := 0
				for _, b := range buurten {
					if b.wijk == w {
						inw += b.inwonersOp(jaar)
					}
				}
				mu := float64(inw) / 1000 * m.perJaar / 4 * zwaarte[w] * math.Pow(m.trend, float64(jaar-2022)) * m.seizoenen[kw]
				n := negbin(stroom(m.soort, wijken[w], string(p)), mu+0.4, 120)
				totaal += n
				rows = append(rows, aantal(wijkCode(w), p, m.soort, n, cijfer.Definitief))
			}
			out = append(append(out, aantal(gemeenteCode, p, m.soort, totaal, cijfer.Definitief)), rows...)
		}
	}
	return out
}

// peilingRegels gives the survey of every second year: a mark and a share per wijk, each with the margin of 95 % that its sample allows. The wijk
// of the harbours and that of the polders have too few answers and are not published.
func peilingRegels(buurten []buurt) []regel {
	var out []regel
	add := func(code string, p cijfer.Periode, soort string, v float64) {
		out = append(out, regel{code: code, periode: p, soort: soort, waarde: &v})
	}
	round := func(v float64) float64 { return math.Round(v*10) / 10 }
	report := func(code string, p cijfer.Periode, n, cijferGem, deel float64) {
		add(code, p, "rapportcijfer-veiligheid", round(cijferGem))
		add(code, p, "rapportcijfer-veiligheid-marge", max(0.1, round(1.96*1.5/math.Sqrt(n))))
		add(code, p, "onveilig-gevoel", round(deel))
		add(code, p, "onveilig-gevoel-marge", round(1.96*math.Sqrt(deel*(100-deel)/n)))
	}
	for jaar := 2017; jaar <= 2025; jaar += 2 {
		p := cijfer.JaarVan(jaar)
		som, somCijfer, somDeel := 0.0, 0.0, 0.0
		for w, naam := range wijken {
			inw := 0
			for _, b := range buurten {
				if b.wijk == w {
					inw += b.inwonersOp(jaar)
				}
			}
			n := math.Round(float64(inw) * 0.055)
			if n < 50 {
				for _, s := range []string{"rapportcijfer-veiligheid", "rapportcijfer-veiligheid-marge", "onveilig-gevoel", "onveilig-gevoel-marge"} {
					out = append(out, regel{code: wijkCode(w), periode: p, soort: s, attr: cijfer.Onbekend})
				}
				continue
			}
			r := stroom("peiling", naam, string(p))
			c := 7.8 - 0.65*zwaarte[w] + 0.02*float64(jaar-2017) + 0.08*r.NormFloat64()
			d := max(4, 12+9.5*zwaarte[w]-0.25*float64(jaar-2017)+1.3*r.NormFloat64())
			report(wijkCode(w), p, n, c, d)
			som, somCijfer, somDeel = som+float64(inw), somCijfer+float64(inw)*c, somDeel+float64(inw)*d
		}
		report(gemeenteCode, p, math.Round(som*0.055), somCijfer/som, somDeel/som)
	}
	return out
}
