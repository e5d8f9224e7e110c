// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

// gemeenteCode lies beyond the codes that CBS has given out (the highest of 2024 is GM1992).
const gemeenteCode, gemeenteNaam = "GM9990", "Voorbeeldstad"

// karakter is the sort of place that a buurt is; it sets the rates of its figures.
type karakter int

const (
	centrum karakter = iota
	oudeStad
	naoorlogs
	nieuwbouw
	dorp
	bedrijven
	polder
)

// zaad is a circle that a buurt grows from, in metres from the market square.
type zaad struct{ x, y, straal float64 }

// buurt is one of the sixty.
type buurt struct {
	naam     string
	wijk     int // index in wijken
	karakter karakter
	inwoners int // on 1 January 2026
	bezoek   int // people who come here on a day, which theft from shops and of bicycles follows
	zaden    []zaad
}

var wijken = [12]string{"Binnenstad", "Singelwijk", "Stationswijk", "Kersenwijk", "Zuidoever", "Sluiswijk", "Vogelweide", "Waterlanden",
	"Havenbedrijven", "Oudewier", "Elzerloo", "Buitenpolders"}

// z makes seeds from x, y, radius triples.
func z(v ...float64) (out []zaad) {
	for i := 0; i+2 < len(v); i += 3 {
		out = append(out, zaad{v[i], v[i+1], v[i+2]})
	}
	return out
}

// buurten are in order of wijk; within a wijk the order gives the number.
var buurten = []buurt{
	{"Marktkwartier", 0, centrum, 1053, 15000, z(0, 0, 0)},
	{"Oude Haven", 0, centrum, 898, 3200, z(-330, -250, 0)},
	{"Kloosterhof", 0, centrum, 947, 1400, z(-380, 130, 0)},
	{"Kerkbuurt", 0, centrum, 829, 2100, z(310, 40, 0)},
	{"Vestingwal", 0, centrum, 883, 1100, z(60, 320, 0)},
	{"Brugkwartier", 0, centrum, 757, 2300, z(300, -360, 0)},
	{"De Weerd", 0, centrum, 553, 300, z(1150, -780, 0)},

	{"Molenkwartier", 1, oudeStad, 1572, 700, z(-1050, 820, 0)},
	{"Gasthuisbuurt", 1, oudeStad, 1406, 900, z(-1050, 120, 0)},
	{"Lindenkwartier", 1, oudeStad, 1434, 500, z(-1280, -320, 0, -850, -390, 0)},
	{"Noordersingel", 1, oudeStad, 1481, 600, z(-330, 760, 0)},
	{"Wagenmakersbuurt", 1, oudeStad, 1366, 400, z(420, 780, 0)},
	{"Oostersingel", 1, oudeStad, 1524, 500, z(1000, 180, 0, 1080, -250, 0)},
	{"Weverskwartier", 1, oudeStad, 1281, 300, z(1230, 800, 0)},

	{"Stationskwartier", 2, centrum, 1148, 13000, z(-80, 1430, 0)},
	{"Seinhuisbuurt", 2, oudeStad, 1181, 600, z(-700, 1480, 0)},
	{"Spoorzicht", 2, oudeStad, 1264, 300, z(620, 1480, 0)},
	{"De Wissel", 2, naoorlogs, 1679, 200, z(-420, 2030, 0)},
	{"Tuindorp Noord", 2, oudeStad, 1415, 200, z(430, 2030, 0)},

	{"Kersenbuurt", 3, naoorlogs, 1817, 300, z(-2050, 950, 0)},
	{"Appelgaard", 3, naoorlogs, 1621, 200, z(-2760, 1000, 0)},
	{"Pruimenhof", 3, naoorlogs, 1391, 150, z(-1920, 450, 0)},
	{"Perenkamp", 3, naoorlogs, 1472, 900, z(-2500, 560, 0)},
	{"Mispelhof", 3, naoorlogs, 1136, 100, z(-1950, -50, 0)},
	{"Boomgaardpark", 3, nieuwbouw, 895, 150, z(-2700, 130, 0)},

	{"Veerkwartier", 4, oudeStad, 1331, 500, z(-120, -830, 0)},
	{"Zuiderkade", 4, oudeStad, 1231, 400, z(-820, -760, 0)},
	{"Touwslagersbuurt", 4, oudeStad, 1449, 300, z(-480, -1180, 0)},
	{"De Helling", 4, nieuwbouw, 814, 200, z(-1500, -560, 0)},
	{"Dijkbuurt", 4, naoorlogs, 1548, 700, z(350, -1250, 0)},
	{"Achterdijk", 4, naoorlogs, 1308, 150, z(-1150, -1180, 0)},

	{"Sluisbuurt", 5, naoorlogs, 1487, 300, z(1180, -1330, 0)},
	{"Kolkzicht", 5, naoorlogs, 1413, 200, z(1950, -1180, 0)},
	{"Gemaalbuurt", 5, naoorlogs, 1369, 700, z(1250, -1900, 0)},
	{"Ringvaartbuurt", 5, naoorlogs, 1271, 100, z(1850, -1750, 0)},
	{"Schutterspark", 5, naoorlogs, 1001, 150, z(2550, -1560, 0)},

	{"Reigerhof", 6, naoorlogs, 1563, 900, z(1330, 1750, 0)},
	{"Kievitbuurt", 6, naoorlogs, 1515, 200, z(1880, 1660, 0)},
	{"Lepelaarbuurt", 6, naoorlogs, 1451, 150, z(1420, 2330, 0)},
	{"Gruttobuurt", 6, naoorlogs, 1379, 200, z(1980, 2150, 0)},
	{"Zwaluwhof", 6, naoorlogs, 1076, 100, z(2480, 1780, 0)},
	{"IJsvogelpark", 6, nieuwbouw, 804, 100, z(2500, 2450, 0)},

	{"De Strengen", 7, nieuwbouw, 1227, 300, z(-1300, 1680, 0)},
	{"Waterakkers", 7, nieuwbouw, 1115, 150, z(-1850, 1950, 0)},
	{"Zonnepark", 7, nieuwbouw, 878, 100, z(-1250, 2330, 0)},
	{"Het Vlot", 7, nieuwbouw, 665, 100, z(-1950, 2480, 0)},
	{"Polderpoort", 7, nieuwbouw, 373, 100, z(-2450, 1750, 0)},

	{"Vaartpoort", 8, bedrijven, 144, 1500, z(2150, 750, 0)},
	{"Industriehaven", 8, bedrijven, 44, 1300, z(2300, -250, 0)},
	{"Overslaghaven", 8, bedrijven, 21, 700, z(3350, -300, 0)},
	{"Bedrijvenpark De Vaart", 8, bedrijven, 70, 2100, z(3100, 850, 0)},

	{"Oudewier-Dorp", 9, dorp, 1110, 500, z(3050, 3150, 330, 3350, 3400, 260, 2900, 2900, 200)},
	{"Oudewier-Nieuweweg", 9, dorp, 751, 100, z(3650, 3050, 300, 3900, 2900, 240)},
	{"Wierdijk", 9, dorp, 220, 50, z(4550, 1400, 0, 4500, -500, 0)},
	{"Oudewier-Buitengebied", 9, polder, 176, 50, z(2600, 3700, 0, 4400, 2700, 0, 3300, 2300, 0)},

	{"Elzerloo-Kern", 10, dorp, 1049, 400, z(-3150, -2200, 340, -2850, -2000, 240, -3400, -2450, 230)},
	{"Elzerloo-Molenveld", 10, dorp, 696, 100, z(-2650, -2450, 280, -2450, -2650, 220)},
	{"Elzerloo-Buitengebied", 10, polder, 196, 50, z(-4000, -1200, 0)},

	{"Noorderpolder", 11, polder, 141, 40, z(-3700, 2300, 0, -4300, 700, 0)},
	{"Kleipolder", 11, polder, 111, 40, z(2200, -2900, 0)},
}
