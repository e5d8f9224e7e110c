// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import "dwarsverband/domein/plan"

// plannenRotterdam is one example plan on real figures. It stays a draft: a decision of this raad would be an invented fact about a real municipality.
// Every baseline is what the open figures say; the targets and measures are examples and say so.
func plannenRotterdam() planboek {
	const burgemeester, wethouder, adviseur = "Burgemeester (voorbeeld)", "Wethouder jeugd (voorbeeld)", "Adviseur veiligheid (voorbeeld)"
	return planboek{plannen: []planTabel{{
		sleutel: "voorbeeldplan", soort: plan.IVP, merk: plan.MerkVoorbeeld,
		velden: planWaarden{"titel": "Voorbeeld: veiligheidsplan 2020-2023", "van": "2020-01-01", "tot": "2023-12-31",
			"visie": "Dit plan is een voorbeeld en is niet van de gemeente. Het laat zien hoe u doelen volgt met echte open cijfers. " +
				"De nulmetingen komen uit cijfers van politie en CBS. De streefwaarden, partners en acties zijn bedacht."},
		prioriteiten: []prioriteitTabel{
			{"wonen", planWaarden{"titel": "Minder diefstal en straatroof", "veld": "1", "thema": "1.3", "niveau": "lokaal",
				"bestuurlijk": burgemeester, "ambtelijk": adviseur,
				"motivering": "Dit is een voorbeeld. Over diefstal en straatroof publiceert de politie elk jaar cijfers. Daarom kunt u deze doelen goed volgen."}},
			{"jeugd", planWaarden{"titel": "Minder overlast van jongeren", "veld": "3", "thema": "3.1", "niveau": "lokaal",
				"bestuurlijk": wethouder, "ambtelijk": adviseur,
				"motivering": "Dit is een voorbeeld. Voor drie gebieden staan de meldingen over jongeren per maand in de open cijfers."}},
		},
		doelen: append(doelenRotterdamWonen(), doelRotterdamJeugd()),
		acties: actiesRotterdam(),
	}}}
}

func doelenRotterdamWonen() []doelTabel {
	const lacunes = " Van 2013 tot en met 2016, 2020 en 2021 staan geen jaarcijfers in deze demo."
	return []doelTabel{
		{"inbraak", "wonen", planWaarden{"tekst": "In 2023 zijn er hooguit 1.500 woninginbraken in een jaar. " +
			"De streefwaarde is een voorbeeld.", "soort": plan.Effect,
			"doelgroep": "bewoners", "partner": "politie", "partnersoort": "politie", "eenheid": "woninginbraken per jaar", "richting": "dalen",
			"nulmeting": "1869", "nulperiode": "2019", "nulbron": "Politie en CBS, tabel 47022NED, misdrijf 1.1.1", "streefwaarde": "1500", "streefperiode": "2023"},
			[]indicatorTabel{{"i-inbraak", planWaarden{"naam": "Woninginbraken per 12 maanden", "eenheid": "woninginbraken per jaar",
				"teller": "misdrijf-1.1.1", "niveau": "gemeente", "lengte": "jaar",
				"definitie": "Diefstal of inbraak in een woning, geregistreerd door de politie: misdrijf 1.1.1 uit tabel 47022NED, opgeteld over 12 maanden. " +
					"De maandcijfers in deze demo lopen tot en met december 2020."}}}},
		{"fiets", "wonen", planWaarden{"tekst": "In 2023 worden er hooguit 5.000 brommers, snorfietsen en fietsen gestolen. De streefwaarde is een voorbeeld.",
			"soort": plan.Effect, "doelgroep": "inwoners en bezoekers", "partner": "politie", "partnersoort": "politie", "eenheid": "diefstallen per jaar",
			"richting":  "dalen",
			"nulmeting": "5252", "nulperiode": "2019", "nulbron": "Politie en CBS, tabel 47018NED, misdrijf 1.2.3", "streefwaarde": "5000", "streefperiode": "2023"},
			[]indicatorTabel{{"i-fiets", planWaarden{"naam": "Diefstal van brommers, snorfietsen en fietsen", "eenheid": "diefstallen per jaar",
				"teller": "misdrijf-jaar-1.2.3", "niveau": "gemeente", "lengte": "jaar",
				"definitie": "Diefstal van een brommer, snorfiets of fiets, geregistreerd door de politie: misdrijf 1.2.3 uit tabel 47018NED." + lacunes}}}},
		{"straatroof", "wonen", planWaarden{"tekst": "In 2023 zijn er hooguit 300 straatroven. De streefwaarde is een voorbeeld.", "soort": plan.Effect,
			"doelgroep": "inwoners en bezoekers", "partner": "politie en Openbaar Ministerie", "partnersoort": "om", "eenheid": "straatroven per jaar",
			"richting":  "dalen",
			"nulmeting": "453", "nulperiode": "2019", "nulbron": "Politie en CBS, tabel 47018NED, misdrijf 1.4.6", "streefwaarde": "300", "streefperiode": "2023"},
			[]indicatorTabel{
				{"i-straatroof", planWaarden{"naam": "Straatroven", "eenheid": "straatroven per jaar", "teller": "misdrijf-jaar-1.4.6", "niveau": "gemeente",
					"lengte":    "jaar",
					"definitie": "Straatroof, geregistreerd door de politie: misdrijf 1.4.6 uit tabel 47018NED." + lacunes}},
				{"i-geweld", planWaarden{"naam": "Gewelds- en seksuele misdrijven", "eenheid": "per 1.000 inwoners",
					"teller": "kwb-GeweldsEnSeksueleMisdrijven", "niveau": "gemeente", "lengte": "jaar",
					"definitie": "Gewelds- en seksuele misdrijven per 1.000 inwoners, uit CBS Kerncijfers wijken en buurten. " +
						"Dit cijfer geeft achtergrond bij het doel. In deze demo staat alleen 2017."}},
			}},
	}
}

func doelRotterdamJeugd() doelTabel {
	return doelTabel{"overlast", "jeugd", planWaarden{
		"tekst": "In 2023 zijn er in IJsselmonde, Prins Alexander en Charlois samen hooguit 850 meldingen over overlast van jongeren. " +
			"De streefwaarde is een voorbeeld.",
		"soort": plan.Effect, "doelgroep": "jongeren en bewoners", "partner": "jongerenwerk", "partnersoort": "welzijn",
		"eenheid": "meldingen per jaar", "richting": "dalen", "gebieden": "WK059912 WK059914 WK059915",
		"nulmeting": "966", "nulperiode": "2019", "nulbron": "Politie en CBS, tabel 47024NED, melding overlast jeugd", "streefwaarde": "850", "streefperiode": "2023"},
		[]indicatorTabel{{"i-overlast", planWaarden{"naam": "Meldingen overlast jeugd in drie gebieden per 12 maanden", "eenheid": "meldingen per jaar",
			"teller": "overlast-melding-overlast-jeugd", "niveau": "wijk", "gebieden": "WK059912 WK059914 WK059915", "lengte": "jaar",
			"definitie": "Meldingen over overlast van jongeren uit tabel 47024NED, opgeteld over IJsselmonde, Prins Alexander en Charlois en over 12 maanden. " +
				"In 2020 golden coronaregels. Vergelijk dat jaar dus niet zonder meer met andere jaren. De cijfers in deze demo lopen tot en met december 2020."}}}}
}

func actiesRotterdam() []actieTabel {
	const adviseur = "Adviseur veiligheid (voorbeeld)"
	voorbij := planWaarden{"status": "gestopt", "afwijking": "Dit is een voorbeeld, geen actie van de gemeente. De periode van het plan is voorbij.",
		"bijsturing": "Geen. Dit is een voorbeeld."}
	return []actieTabel{
		{sleutel: "sloten", doel: "inbraak", velden: planWaarden{"wat": "Voorbeeld: bewoners krijgen gratis advies over sloten en verlichting", "trekker": adviseur,
			"eigenaar": "adviseur-oov", "partners": "politie en woningcorporaties", "start": "2020-02-01", "eind": "2020-12-31",
			"middelen": "Voorbeeld: uren van een medewerker"},
			stappen: []stapTabel{{"Voorbeeld: adressen gekozen", "2020-03-15", ""}, {"Voorbeeld: alle adressen bezocht", "2020-12-01", ""}}, voortgang: voorbij},
		{sleutel: "stalling", doel: "fiets", velden: planWaarden{"wat": "Voorbeeld: meer bewaakte fietsenstallingen", "trekker": adviseur,
			"eigenaar": "adviseur-oov", "partners": "vervoerders en politie", "start": "2021-01-01", "eind": "2023-06-30",
			"middelen": "Voorbeeld: budget voor verkeer"},
			stappen: []stapTabel{{"Voorbeeld: plekken gekozen", "2021-06-30", ""}}, voortgang: voorbij},
		{sleutel: "jongerenwerk", doel: "overlast", waar: []string{"WK059912", "WK059914", "WK059915"}, velden: planWaarden{
			"wat": "Voorbeeld: jongerenwerkers zijn op vrijdag- en zaterdagavond op straat", "trekker": adviseur, "eigenaar": "wijkagent",
			"partners": "jongerenwerk en politie", "start": "2020-04-01", "eind": "2023-12-31",
			"middelen": "Voorbeeld: uren van het jongerenwerk"}, voortgang: voorbij},
	}
}
