// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import "dwarsverband/domein/plan"

// wmoVoorbeeldstad holds the other half of the example in the letter: extra prevention in the wijken that the IVP watches.
func wmoVoorbeeldstad() planTabel {
	return planTabel{
		sleutel: "wmo", soort: plan.Wmo,
		velden: planWaarden{"titel": "Wmo-plan 2024-2027", "van": "2024-01-01", "tot": "2027-12-31",
			"visie": "Mensen wonen zo lang mogelijk zelf en veilig. Wie hulp nodig heeft, krijgt die dicht bij huis. " +
				"Wij komen vroeg, voordat een ruzie geweld wordt."},
		prioriteiten: []prioriteitTabel{
			{"w-thuis", planWaarden{"titel": "Huiselijk geweld voorkomen", "niveau": "lokaal", "bestuurlijk": vbsWethouder, "ambtelijk": vbsSociaal,
				"motivering": "Drie wijken hebben de meeste meldingen. Daar zetten wij extra mensen in. " +
					"Veiligheid volgt dezelfde wijken in het integraal veiligheidsplan."}},
			{"w-buurt", planWaarden{"titel": "Prettig wonen in Sluiswijk", "veld": "1", "thema": "1.4",
				"niveau": "lokaal", "bestuurlijk": vbsWethouder, "ambtelijk": vbsSociaal,
				"motivering": "Nergens in de gemeente voelen zoveel inwoners zich wel eens onveilig als in Sluiswijk."}},
		},
		doelen:  doelenWmo(),
		acties:  actiesWmo(),
		besluit: plan.Besluit{Uitkomst: plan.Vastgesteld, Nummer: "2023-121", Datum: dag(2023, 12, 14)},
	}
}

func doelenWmo() []doelTabel {
	return []doelTabel{
		{"wmo-hg", "w-thuis", planWaarden{"tekst": "Er is extra preventie in Zuidoever, Sluiswijk en Vogelweide. " +
			"In 2027 zijn daar hooguit 8 meldingen over huiselijk geweld per 1.000 inwoners.",
			"soort": plan.Effect, "doelgroep": "gezinnen in drie wijken", "partner": "sociaal team", "partnersoort": "sociaal-team",
			"eenheid": "meldingen per 1.000 inwoners", "richting": "dalen", "gebieden": vbsHGWijken,
			"nulmeting": "9,5", "nulperiode": "2022", "nulbron": "Levering Veilig Thuis Voorbeeldregio", "streefwaarde": "8", "streefperiode": "2027"}, nil},
		{"wmo-snel", "w-thuis", planWaarden{"tekst": "In 2027 krijgt 95 procent van de mensen binnen 5 werkdagen een gesprek na een melding.",
			"soort": plan.Prestatie, "doelgroep": "mensen over wie een melding is gedaan",
			"partner": "Veilig Thuis", "partnersoort": "veilig-thuis", "eenheid": "% binnen 5 werkdagen", "richting": "stijgen",
			"nulmeting": "71", "nulperiode": "2022", "nulbron": "Jaarverslag Veilig Thuis Voorbeeldregio", "streefwaarde": "95", "streefperiode": "2027"}, nil},
		{"wmo-sluiswijk", "w-buurt", planWaarden{"tekst": "In 2027 voelt hooguit 31 procent van de inwoners van Sluiswijk zich wel eens onveilig.",
			"soort": plan.Effect, "doelgroep": "inwoners van Sluiswijk",
			"partner": "welzijnswerk", "partnersoort": "welzijn", "eenheid": "% van de inwoners", "richting": "dalen", "gebieden": "WK999006",
			"nulmeting": "34,2", "nulperiode": "2021", "nulbron": "Buurtpeiling Voorbeeldstad", "streefwaarde": "31", "streefperiode": "2027"},
			[]indicatorTabel{{"i-sluiswijk", planWaarden{"naam": "Voelt zich wel eens onveilig in Sluiswijk", "eenheid": "% van de inwoners",
				"teller": "onveilig-gevoel", "niveau": "wijk", "gebieden": "WK999006", "lengte": "jaar",
				"definitie": "Deel van de inwoners dat in de buurtpeiling zegt zich wel eens onveilig te voelen in de wijk (bron VBS-PEIL, soort " +
					"onveilig-gevoel). De peiling is elke twee jaar."}}}},
	}
}

func actiesWmo() []actieTabel {
	return []actieTabel{
		{sleutel: "wmo-team", doel: "wmo-hg", waar: []string{"WK999005", "WK999006", "WK999007"},
			velden: planWaarden{"wat": "Elke van de drie wijken krijgt een vaste gezinswerker die vroeg langsgaat", "trekker": vbsSociaal,
				"eigenaar": "adviseur-sociaal", "partners": "sociaal team en Veilig Thuis", "start": "2024-03-01", "eind": "2027-12-31",
				"middelen": "210.000 euro per jaar"},
			stappen: []stapTabel{{"Gezinswerker in Zuidoever", "2024-06-01", "2024-05-20"}, {"Gezinswerker in Sluiswijk", "2025-01-15", "2025-02-03"},
				{"Gezinswerker in Vogelweide", "2026-09-01", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "65", "toelichting": "In twee wijken werkt het goed.",
				"afwijking":  "De vacature voor Vogelweide stond lang open.",
				"bijsturing": "Vanaf 1 december werkt een gezinswerker uit Zuidoever ook in Vogelweide."}},
		{sleutel: "wmo-training", doel: "wmo-hg", waar: []string{"WK999007"},
			velden: planWaarden{"wat": "Mensen die in de wijk werken, leren geweld thuis op tijd te zien en erover te praten", "trekker": vbsSociaal,
				"eigenaar": "adviseur-sociaal", "partners": "huisartsen, kappers, scholen en sociaal team", "start": "2025-01-01", "eind": "2026-12-31",
				"middelen": "18.000 euro"},
			stappen:   []stapTabel{{"100 mensen getraind", "2025-12-31", "2025-11-28"}, {"200 mensen getraind", "2026-12-16", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "85", "toelichting": "Er zijn 171 mensen getraind. De laatste groep begint op 2 december."}},
		{sleutel: "wmo-afspraken", doel: "wmo-snel",
			velden: planWaarden{"wat": "Veilig Thuis en het sociaal team spreken af wie binnen 5 werkdagen het gesprek voert", "trekker": vbsSociaal,
				"eigenaar": "wethouder", "partners": "Veilig Thuis en sociaal team", "start": "2024-09-01", "eind": "2025-06-30", "middelen": "Binnen de vaste uren"},
			stappen: []stapTabel{{"Afspraken getekend", "2025-06-15", "2025-06-11"}},
			voortgang: planWaarden{"status": "gereed", "voortgang": "100",
				"toelichting": "De afspraken gelden sinds 1 juli 2025. Veilig Thuis levert vanaf 2027 het cijfer per gemeente."}},
		{sleutel: "wmo-buurtkamer", doel: "wmo-sluiswijk", waar: []string{"WK999006"},
			velden: planWaarden{"wat": "In de Sluisbuurt komt een buurtkamer waar bewoners elkaar en de wijkagent ontmoeten", "trekker": "Teammanager wijken",
				"eigenaar": "adviseur-sociaal", "partners": "welzijnswerk, woningcorporaties en bewoners", "start": "2024-04-01", "eind": "2027-06-30",
				"middelen": "40.000 euro per jaar"},
			stappen: []stapTabel{{"Buurtkamer open", "2024-10-01", "2024-09-27"}, {"Vijf vaste groepen", "2026-06-30", "2026-05-18"},
				{"Bewoners beheren de kamer zelf", "2027-03-31", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "70", "toelichting": "De buurtkamer is vijf dagen per week open."}},
	}
}

func jeugdVoorbeeldstad() planTabel {
	return planTabel{
		sleutel: "jeugd", soort: plan.Jeugd,
		velden: planWaarden{"titel": "Jeugdplan 2024-2027", "van": "2024-01-01", "tot": "2027-12-31",
			"visie": "Kinderen groeien veilig op. Jongeren hebben een plek waar zij welkom zijn. Ouders weten waar zij hulp kunnen vragen."},
		prioriteiten: []prioriteitTabel{
			{"j-veilig", planWaarden{"titel": "Veilig opgroeien", "niveau": "lokaal", "bestuurlijk": vbsWethouder, "ambtelijk": vbsSociaal,
				"motivering": "In 2022 waren er 196 meldingen over kindermishandeling. Scholen zien het vaak als eerste."}},
			{"j-plek", planWaarden{"titel": "Een plek voor jongeren", "veld": "3", "thema": "3.1",
				"niveau": "lokaal", "bestuurlijk": vbsWethouder, "ambtelijk": vbsSociaal,
				"motivering": "In de Kersenwijk en Vogelweide zijn veel meldingen over jongeren en weinig plekken om samen te komen."}},
		},
		doelen:  doelenJeugd(),
		acties:  actiesJeugd(),
		besluit: plan.Besluit{Uitkomst: plan.Vastgesteld, Nummer: "2023-122", Datum: dag(2023, 12, 14)},
	}
}

func doelenJeugd() []doelTabel {
	return []doelTabel{
		{"jeugd-km", "j-veilig", planWaarden{"tekst": "In 2027 zijn er hooguit 170 meldingen over kindermishandeling.", "soort": plan.Effect,
			"doelgroep": "kinderen tot 18 jaar", "partner": "scholen", "partnersoort": "school", "eenheid": "meldingen per jaar", "richting": "dalen",
			"nulmeting": "196", "nulperiode": "2022", "nulbron": "Levering Veilig Thuis Voorbeeldregio", "streefwaarde": "170", "streefperiode": "2027"},
			[]indicatorTabel{
				{"i-km", planWaarden{"naam": "Meldingen kindermishandeling", "eenheid": "meldingen per jaar", "teller": "km-meldingen", "niveau": "gemeente",
					"lengte":    "jaar",
					"definitie": "Meldingen bij Veilig Thuis in de hele gemeente, opgeteld over vier kwartalen (bron VBS-VT, soort km-meldingen)."}},
				{"i-km-sluiswijk", planWaarden{"naam": "Meldingen kindermishandeling in Sluiswijk", "eenheid": "meldingen per kwartaal", "teller": "km-meldingen",
					"niveau": "wijk", "gebieden": "WK999006", "lengte": "kwartaal", "minimum": "10",
					"definitie": "Meldingen bij Veilig Thuis in Sluiswijk per kwartaal (bron VBS-VT, soort km-meldingen). " +
						"Onder de 10 meldingen tonen wij geen cijfer, om gezinnen te beschermen."}},
			}},
		{"jeugd-plek", "j-plek", planWaarden{"tekst": "Jongeren in de Kersenwijk en Vogelweide hebben een eigen plek. " +
			"In 2027 zijn daar hooguit 140 meldingen over overlast.", "soort": plan.Effect,
			"doelgroep": "jongeren van 12 tot 18 jaar", "partner": "jongerenwerk", "partnersoort": "welzijn", "eenheid": "meldingen per jaar", "richting": "dalen",
			"gebieden":  "WK999004 WK999007",
			"nulmeting": "170", "nulperiode": "2022", "nulbron": "Registraties veiligheid Voorbeeldregio", "streefwaarde": "140", "streefperiode": "2027"},
			[]indicatorTabel{{"i-plek", planWaarden{"naam": "Meldingen overlast jeugd in Kersenwijk en Vogelweide", "eenheid": "meldingen per jaar",
				"teller": "overlast-jeugd", "niveau": "wijk", "gebieden": "WK999004 WK999007", "lengte": "jaar",
				"definitie": "Meldingen over overlast van jongeren in de Kersenwijk en Vogelweide, opgeteld over 12 maanden (bron VBS-REG, soort " +
					"overlast-jeugd)."}}}},
	}
}

func actiesJeugd() []actieTabel {
	return []actieTabel{
		{sleutel: "jeugd-school", doel: "jeugd-km",
			velden: planWaarden{"wat": "Elke basisschool heeft iemand die zorgen over een kind op tijd bespreekt en weet wanneer melden moet", "trekker": vbsSociaal,
				"eigenaar": "adviseur-sociaal", "partners": "scholen en Veilig Thuis", "start": "2024-08-01", "eind": "2026-12-31", "middelen": "26.000 euro"},
			stappen:   []stapTabel{{"12 scholen klaar", "2025-07-01", "2025-06-24"}, {"Alle 21 scholen klaar", "2026-12-18", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "90", "toelichting": "Bij 19 van de 21 scholen is dit geregeld."}},
		{sleutel: "jeugd-honk", doel: "jeugd-plek", waar: []string{"WK999007"},
			velden: planWaarden{"wat": "In Vogelweide komt een jongerencentrum dat zes avonden per week open is", "trekker": vbsSociaal, "eigenaar": "wethouder",
				"partners": "jongerenwerk en woningcorporaties", "start": "2025-01-01", "eind": "2027-06-30", "middelen": "320.000 euro voor de bouw"},
			stappen: []stapTabel{{"Plek gekozen met jongeren", "2025-06-01", "2025-07-08"}, {"Vergunning verleend", "2026-08-01", ""},
				{"Centrum open", "2027-05-01", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "35", "toelichting": "Het ontwerp is klaar.",
				"afwijking":  "De vergunning kost meer tijd door een bezwaar.",
				"bijsturing": "Tot die tijd gebruikt het jongerenwerk drie avonden per week de gymzaal."}},
	}
}
