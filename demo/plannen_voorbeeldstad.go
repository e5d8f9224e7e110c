// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"dwarsverband/domein/plan"
	"dwarsverband/toegang"
)

// Who answers for a priority in Voorbeeldstad. Roles only: the town has no names of people in its plans.
const (
	vbsBurgemeester = "Burgemeester"
	vbsWethouder    = "Wethouder zorg en welzijn"
	vbsOOV          = "Adviseur openbare orde en veiligheid"
	vbsSociaal      = "Beleidsadviseur sociaal domein"
	vbsHGWijken     = "WK999005 WK999006 WK999007" // Zuidoever, Sluiswijk and Vogelweide: most reports of violence at home
)

func plannenVoorbeeldstad() planboek {
	return planboek{
		plannen: []planTabel{ivpVoorbeeldstad(), jupVoorbeeldstad(), wmoVoorbeeldstad(), jeugdVoorbeeldstad(), conceptVoorbeeldstad()},
		verbanden: []verbandTabel{
			{"ivp-hg", "wmo-hg", "Veiligheid volgt de drie wijken met het meeste huiselijk geweld. Zorg doet daar extra preventie.", toegang.AdviseurOOV,
				toegang.BeleidsadviseurSociaal},
			{"wmo-hg", "i-hg", "Veiligheid en zorg meten hun doel met dezelfde cijfers.", toegang.BeleidsadviseurSociaal, toegang.AdviseurOOV},
			{"jup-hg", "wmo-team", "De cijfers uit het overleg bepalen waar de gezinswerkers beginnen.", toegang.AdviseurOOV, toegang.BeleidsadviseurSociaal},
			{"ivp-jeugd", "jeugd-plek", "Minder overlast lukt alleen als jongeren een plek hebben waar zij welkom zijn.", toegang.AdviseurOOV, ""},
			{"jup-vogelweide", "ivp-gevoel", "Minder overlast op straat helpt bewoners om zich veilig te voelen.", toegang.AdviseurOOV, ""},
		},
	}
}

// ivpVoorbeeldstad was adopted on a day from which the four years of Politiewet 2012 art. 38b end within six months, so that the demonstration shows the warning.
func ivpVoorbeeldstad() planTabel {
	return planTabel{
		sleutel: "ivp", soort: plan.IVP,
		velden: planWaarden{"titel": "Integraal veiligheidsplan 2023-2026", "van": "2023-01-01", "tot": "2026-12-31",
			"visie": "In Voorbeeldstad kan iedereen veilig wonen, ook achter de voordeur. Wij werken eerst in de wijken waar het meeste gebeurt. " +
				"Wij kiezen vier onderwerpen en meten elk half jaar of het beter gaat. Politie, zorg, scholen en corporaties werken mee."},
		prioriteiten: []prioriteitTabel{
			{"p-wonen", planWaarden{"titel": "Minder inbraken en een veilig gevoel", "veld": "1", "thema": "1.3",
				"niveau": "lokaal", "bestuurlijk": vbsBurgemeester, "ambtelijk": vbsOOV,
				"motivering": "In 2022 waren er 426 woninginbraken. De meeste waren in de Kersenwijk. Ook verdwenen er veel spullen uit auto's."}},
			{"p-thuis", planWaarden{"titel": "Veilig thuis", "veld": "1", "thema": "1.1", "niveau": "lokaal", "bestuurlijk": vbsBurgemeester, "ambtelijk": vbsOOV,
				"motivering": "Meer dan de helft van de meldingen over huiselijk geweld komt uit Zuidoever, Sluiswijk en Vogelweide. " +
					"In die wijken woont ruim een derde van de inwoners."}},
			{"p-winkel", planWaarden{"titel": "Veilig winkelen in de Binnenstad", "veld": "2", "thema": "2.1",
				"niveau": "basisteam", "bestuurlijk": vbsBurgemeester, "ambtelijk": vbsOOV,
				"motivering": "In de Binnenstad zijn de meeste winkels en de meeste winkeldiefstallen. Winkeliers zien er ook veel vernieling."}},
			{"p-jeugd", planWaarden{"titel": "Jongeren en hun buurt", "veld": "3", "thema": "3.1",
				"niveau": "lokaal", "bestuurlijk": vbsBurgemeester, "ambtelijk": vbsOOV,
				"motivering": "De politie krijgt al jaren steeds meer meldingen over jongeren op straat. Bewoners noemen het vaak in gesprekken met de wijkagent."}},
		},
		doelen: append(doelenIVPWonen(), doelenIVPSamen()...),
		besluit: plan.Besluit{Uitkomst: plan.Vastgesteld, Nummer: "2023-014", Datum: dag(2023, 3, 30), Amendementen: []plan.Amendement{
			{Nummer: "A2023-03", Onderdeel: "ivp-jeugd", Nieuw: "In 2026 zijn er hooguit 560 meldingen over overlast van jongeren. " +
				"Het college vraagt jongeren zelf wat zij nodig hebben."}}},
	}
}

func doelenIVPWonen() []doelTabel {
	return []doelTabel{
		{"ivp-inbraak", "p-wonen", planWaarden{"tekst": "In 2026 zijn er hooguit 11 woninginbraken per 1.000 woningen.", "soort": plan.Effect, "doelgroep": "bewoners",
			"partner": "politie", "partnersoort": "politie", "eenheid": "per 1.000 woningen", "richting": "dalen",
			"nulmeting": "14,4", "nulperiode": "2022", "nulbron": "Registraties veiligheid Voorbeeldregio", "streefwaarde": "11", "streefperiode": "2026"},
			[]indicatorTabel{{"i-inbraak", planWaarden{"naam": "Woninginbraken per 1.000 woningen", "eenheid": "per 1.000 woningen", "teller": "woninginbraak",
				"noemer": "woningen", "factor": "1000", "niveau": "gemeente", "lengte": "jaar",
				"definitie": "Woninginbraken in 12 maanden (bron VBS-REG, soort woninginbraak), gedeeld door het aantal woningen op 1 januari (bron VBS-KERN, " +
					"soort woningen)."}}}},
		{"ivp-auto", "p-wonen", planWaarden{"tekst": "In 2026 zijn er hooguit 5 diefstallen uit auto's per 1.000 inwoners.", "soort": plan.Effect,
			"doelgroep": "bewoners en bezoekers",
			"partner":   "ondernemers op bedrijventerreinen", "partnersoort": "ondernemers", "eenheid": "per 1.000 inwoners", "richting": "dalen",
			"nulmeting": "5,6", "nulperiode": "2022", "nulbron": "Registraties veiligheid Voorbeeldregio", "streefwaarde": "5", "streefperiode": "2026"},
			[]indicatorTabel{{"i-auto", planWaarden{"naam": "Diefstal uit auto per 1.000 inwoners", "eenheid": "per 1.000 inwoners", "teller": "auto-inbraak",
				"noemer": "inwoners", "factor": "1000", "niveau": "gemeente", "lengte": "jaar",
				"definitie": "Diefstallen uit auto's in 12 maanden (bron VBS-REG, soort auto-inbraak), gedeeld door het aantal inwoners op 1 januari (bron " +
					"VBS-KERN, soort inwoners)."}}}},
		{"ivp-gevoel", "p-wonen", planWaarden{"tekst": "Inwoners geven de veiligheid in hun wijk gemiddeld een 7.", "soort": plan.Effect, "doelgroep": "inwoners",
			"partner": "woningcorporaties", "partnersoort": "corporatie", "eenheid": "rapportcijfer", "richting": "handhaven",
			"nulmeting": "7,0", "nulperiode": "2021", "nulbron": "Buurtpeiling Voorbeeldstad", "streefwaarde": "7,0", "streefperiode": "2025"},
			[]indicatorTabel{{"i-gevoel", planWaarden{"naam": "Rapportcijfer veiligheid in de wijk", "eenheid": "rapportcijfer",
				"teller": "rapportcijfer-veiligheid", "niveau": "gemeente", "lengte": "jaar",
				"definitie": "Gemiddeld cijfer dat inwoners in de buurtpeiling geven (bron VBS-PEIL, soort rapportcijfer-veiligheid). " +
					"De peiling is elke twee jaar. " +
					"De marge is 0,1 punt."}}}},
	}
}

func doelenIVPSamen() []doelTabel {
	return []doelTabel{
		{"ivp-hg", "p-thuis", planWaarden{"tekst": "Wij volgen de wijken met het meeste huiselijk geweld: Zuidoever, Sluiswijk en Vogelweide. " +
			"In 2026 zijn daar hooguit 8,5 meldingen per 1.000 inwoners.",
			"soort": plan.Effect, "doelgroep": "gezinnen in drie wijken", "partner": "Veilig Thuis en politie", "partnersoort": "veilig-thuis",
			"eenheid": "meldingen per 1.000 inwoners", "richting": "dalen", "gebieden": vbsHGWijken,
			"nulmeting": "9,5", "nulperiode": "2022", "nulbron": "Levering Veilig Thuis Voorbeeldregio", "streefwaarde": "8,5", "streefperiode": "2026"},
			[]indicatorTabel{{"i-hg", planWaarden{"naam": "Meldingen huiselijk geweld in drie wijken", "eenheid": "meldingen per 1.000 inwoners",
				"teller": "hg-meldingen", "noemer": "inwoners", "factor": "1000", "niveau": "wijk", "gebieden": vbsHGWijken, "lengte": "jaar",
				"definitie": "Meldingen bij Veilig Thuis in vier kwartalen (bron VBS-VT, soort hg-meldingen), gedeeld door het aantal inwoners op 1 januari " +
					"(bron VBS-KERN). " +
					"Geteld in Zuidoever, Sluiswijk en Vogelweide samen. Meer meldingen kan ook betekenen dat mensen eerder hulp vragen."}}}},
		{"ivp-winkel", "p-winkel", planWaarden{"tekst": "In 2026 zijn er in de Binnenstad hooguit 160 winkeldiefstallen en vernielingen.", "soort": plan.Effect,
			"doelgroep": "winkeliers, bewoners en bezoekers",
			"partner":   "winkeliers in de Binnenstad", "partnersoort": "ondernemers", "eenheid": "misdrijven per jaar", "richting": "dalen", "gebieden": "WK999001",
			"nulmeting": "167", "nulperiode": "2022", "nulbron": "Registraties veiligheid Voorbeeldregio", "streefwaarde": "160", "streefperiode": "2026"},
			[]indicatorTabel{{"i-winkel", planWaarden{"naam": "Winkeldiefstal en vernieling in de Binnenstad", "eenheid": "misdrijven per jaar",
				"teller": "winkeldiefstal vernieling", "niveau": "wijk", "gebieden": "WK999001", "lengte": "jaar",
				"definitie": "Winkeldiefstallen en vernielingen in de Binnenstad, opgeteld over 12 maanden (bron VBS-REG, soorten winkeldiefstal en " +
					"vernieling)."}}}},
		{"ivp-jeugd", "p-jeugd", planWaarden{"tekst": "In 2026 zijn er hooguit 560 meldingen over overlast van jongeren.", "soort": plan.Effect,
			"doelgroep": "jongeren van 12 tot 23 jaar",
			"partner":   "politie en Openbaar Ministerie", "partnersoort": "om", "eenheid": "meldingen per jaar", "richting": "dalen",
			"nulmeting": "604", "nulperiode": "2022", "nulbron": "Registraties veiligheid Voorbeeldregio", "streefwaarde": "560", "streefperiode": "2026"},
			[]indicatorTabel{{"i-jeugd", planWaarden{"naam": "Meldingen overlast jeugd", "eenheid": "meldingen per jaar", "teller": "overlast-jeugd",
				"niveau": "gemeente", "lengte": "jaar",
				"definitie": "Meldingen over overlast van jongeren in de hele gemeente, opgeteld over 12 maanden (bron VBS-REG, soort overlast-jeugd). " +
					"Een melding is geen misdrijf."}}}},
	}
}

// conceptVoorbeeldstad is unfinished on purpose: nobody owns its goal yet and one priority has none, as in a draft that people still work on.
func conceptVoorbeeldstad() planTabel {
	return planTabel{
		sleutel: "concept", soort: plan.IVP,
		velden: planWaarden{"titel": "Integraal veiligheidsplan 2027-2030", "van": "2027-01-01", "tot": "2030-12-31",
			"visie": "Ontwerp. Wij bespreken dit plan in november met politie, Openbaar Ministerie, zorg en bewoners. In januari gaat het naar de raad."},
		prioriteiten: []prioriteitTabel{
			{"c-wonen", planWaarden{"titel": "Een hele en schone buurt", "veld": "1", "thema": "1.2", "niveau": "lokaal",
				"motivering": "Vernieling daalt, maar rond de jaarwisseling gaat er nog veel stuk. In januari 2026 viel de Touwslagersbuurt op."}},
			{"c-online", planWaarden{"titel": "Veilig online", "veld": "1", "thema": "1.5", "niveau": "regio",
				"motivering": "Bewoners vragen hier aandacht voor. Er zijn nog geen cijfers per wijk."}},
		},
		doelen: []doelTabel{{"c-vernieling", "c-wonen", planWaarden{"tekst": "In 2030 zijn er hooguit 5 vernielingen per 1.000 inwoners.", "soort": plan.Effect,
			"doelgroep": "bewoners", "eenheid": "vernielingen per 1.000 inwoners", "richting": "dalen",
			"nulmeting": "6,2", "nulperiode": "2026-09", "nulbron": "Registraties veiligheid Voorbeeldregio", "streefwaarde": "5", "streefperiode": "2030"},
			[]indicatorTabel{{"i-vernieling", planWaarden{"naam": "Vernielingen per 1.000 inwoners", "eenheid": "vernielingen per 1.000 inwoners",
				"teller": "vernieling", "noemer": "inwoners", "factor": "1000", "niveau": "gemeente", "lengte": "jaar",
				"definitie": "Vernielingen in 12 maanden (bron VBS-REG, soort vernieling), gedeeld door het aantal inwoners op 1 januari (bron VBS-KERN, soort " +
					"inwoners)."}}}}},
		acties: []actieTabel{{sleutel: "c-jaarwisseling", doel: "c-vernieling", waar: []string{"WK999005"}, velden: planWaarden{
			"wat": "Bewoners, politie en de gemeente maken per buurt afspraken over de jaarwisseling", "trekker": vbsOOV, "eigenaar": "adviseur-oov",
			"partners": "politie en bewoners", "start": "2027-09-01", "eind": "2030-12-31", "middelen": "Nog te bepalen"},
			stappen: []stapTabel{{"Afspraken klaar voor de Touwslagersbuurt", "2027-12-01", ""}}}},
	}
}
