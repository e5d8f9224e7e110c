// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import "dwarsverband/domein/rapportage"

func rapportenVoorbeeldstad() []rapportTabel {
	const ivp = "Integraal veiligheidsplan 2023-2026"
	return []rapportTabel{
		{plan: ivp, tijdvak: "2026KW01-2026KW02", teksten: tekstenIVP(),
			inleiding: "Twee keer per jaar leest u hoe het staat met de doelen van het integraal veiligheidsplan. Deze rapportage gaat over januari tot en met juni 2026. " +
				"Het gaat goed met inbraken, diefstal uit auto's en de Binnenstad. Huiselijk geweld en overlast van jongeren vragen uw aandacht.",
			besluit: rapportage.Besluit{Nummer: "2026-B-311", Datum: dag(2026, 9, 8), Embargo: om(2026, 9, 17, 19, 30)}},
		{plan: "Wmo-plan 2024-2027", tijdvak: "2026KW01-2026KW02", teksten: tekstenWmo(),
			inleiding: "Deze rapportage gaat over het voorkomen van huiselijk geweld en over prettig wonen in Sluiswijk. Veiligheid en zorg gebruiken voor huiselijk geweld dezelfde cijfers. " +
				"Daarom ziet u dezelfde tabel als in de rapportage over het integraal veiligheidsplan.",
			besluit: rapportage.Besluit{Nummer: "2026-B-318", Datum: dag(2026, 9, 15), Embargo: om(2026, 9, 24, 17, 0)}},
		{plan: ivp, tijdvak: "2026KW03", inleiding: "Kwartaalbericht voor de commissie bestuur en veiligheid. De tekst is nog niet af.",
			teksten: []rapportTekst{{doel: "woninginbraken", duiding: "De zomer was rustig. De politie kijkt nog naar de laatste twee maanden, die zijn voorlopig."}}},
	}
}

func tekstenIVP() []rapportTekst {
	return []rapportTekst{
		{"woninginbraken", "Er wordt minder ingebroken dan het pad vraagt. In januari en februari waren er nog de meeste inbraken, daarna werd het rustiger.\n\n" +
			"De corporaties hebben in de Kersenwijk betere sloten gezet. Of dat de oorzaak is, kunnen wij niet zeggen.", ""},
		{"diefstallen uit auto's", "Ook diefstal uit auto's daalt sneller dan het pad. Op de bedrijventerreinen letten ondernemers zelf mee op.", ""},
		{"gemiddeld een 7", "De volgende buurtpeiling is in 2027. Tot die tijd is er geen nieuw cijfer.", "Geen. Wij houden de peiling elke twee jaar."},
		{"huiselijk geweld", "In de drie wijken komen meer meldingen binnen dan het pad vraagt. Dat kan betekenen dat er meer geweld is. " +
			"Het kan ook betekenen dat mensen eerder hulp vragen: Veilig Thuis en het sociaal team zijn daar sinds 2024 vaker in de wijk.\n\n" +
			"Politie en zorg bespreken de cijfers elk kwartaal samen.",
			"Wij stellen voor om met het sociaal team een tweede cijfer af te spreken: hoeveel gezinnen binnen een half jaar opnieuw gemeld worden. Dan ziet u beter of de hulp werkt."},
		{"winkeldiefstallen", "In de Binnenstad is het aantal misdrijven lager dan het pad vraagt. April had een uitschieter bij winkeldiefstal. De winkeliers hebben daarna een gezamenlijke alarmlijn genomen.", ""},
		{"overlast van jongeren", "Het aantal meldingen stijgt, vooral vanaf het voorjaar. De plek voor jongeren in Vogelweide is nog niet open. Een melding is geen misdrijf.",
			"Wij stellen voor om het jongerenwerk in Vogelweide tot de opening een avond per week extra in te zetten. Het geld komt uit het jaaruitvoeringsplan 2026."},
	}
}

func tekstenWmo() []rapportTekst {
	return []rapportTekst{
		{"extra preventie", "Het aantal meldingen per 1.000 inwoners ligt boven het pad. In Vogelweide waren er meer meldingen dan in het halfjaar ervoor, in Sluiswijk minder. " +
			"De gezinswerkers in Vogelweide zijn in maart begonnen. Hun werk is in deze cijfers nog nauwelijks te zien.",
			"Wij stellen voor om de inzet in Vogelweide te verlengen tot eind 2027."},
		{"binnen 5 werkdagen", "Veilig Thuis levert dit cijfer een keer per jaar, in het jaarverslag. In het voorjaar van 2027 leest u hoe het staat.", ""},
		{"Sluiswijk zich wel eens onveilig", "De volgende buurtpeiling is in 2027. Het welzijnswerk hoort van bewoners dat het prettiger is bij het winkelplein.", ""},
	}
}

func rapportenRotterdam() []rapportTabel {
	const voorbeeldtekst = "Voorbeeldtekst, niet van de gemeente. "
	return []rapportTabel{{plan: "Voorbeeld: veiligheidsplan 2020-2023", tijdvak: "2020JJ00",
		inleiding: voorbeeldtekst + "Deze rapportage laat zien hoe een raad doelen kan volgen met open cijfers van politie en CBS. De cijfers zijn echt, de streefwaarden zijn bedacht.",
		teksten: []rapportTekst{
			{"woninginbraken", voorbeeldtekst + "In 2020 waren er minder woninginbraken dan in 2019. In dat jaar waren veel mensen thuis door de coronaregels. Vergelijk 2020 dus niet zonder meer met andere jaren.", ""},
			{"fietsen gestolen", voorbeeldtekst + "Na 2019 staan er in deze demonstratie geen jaarcijfers tot 2022. Daarom is er over 2020 nog niets te zeggen.", ""},
			{"straatroven", voorbeeldtekst + "Na 2019 staan er in deze demonstratie geen jaarcijfers tot 2022. Daarom is er over 2020 nog niets te zeggen.", ""},
			{"overlast van jongeren", voorbeeldtekst + "In 2020 kwamen er veel meer meldingen. In dat jaar golden coronaregels, en een melding daarover telt hier mee.", ""},
		},
		besluit: rapportage.Besluit{Nummer: "voorbeeld, geen besluit", Datum: dag(2026, 11, 2), Embargo: om(2026, 11, 2, 9, 0)}}}
}
