// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import "dwarsverband/domein/plan"

// jupVoorbeeldstad is what the college does in 2026 for the goals of the IVP: measures that run, are late, are done or were stopped.
func jupVoorbeeldstad() planTabel {
	return planTabel{
		sleutel: "jup", ouder: "ivp", soort: plan.JUP,
		velden: planWaarden{"titel": "Jaaruitvoeringsplan veiligheid 2026", "van": "2026-01-01", "tot": "2026-12-31",
			"visie": "Dit is het laatste jaar van het integraal veiligheidsplan. Wij maken af waar wij aan begonnen. " +
				"De meeste uren gaan naar de Kersenwijk en Vogelweide."},
		acties:  append(actiesJUPWonen(), actiesJUPSamen()...),
		besluit: plan.Besluit{Uitkomst: plan.Vastgesteld, Nummer: "2025-342", Datum: dag(2025, 12, 9)},
	}
}

func actiesJUPWonen() []actieTabel {
	return []actieTabel{
		{sleutel: "jup-sloten", doel: "ivp-inbraak", waar: []string{"WK999004"},
			velden: planWaarden{"wat": "Wij bezoeken 600 woningen in de Kersenwijk en geven advies over sloten en verlichting",
				"trekker": vbsOOV, "eigenaar": "adviseur-oov", "partners": "politie en woningcorporaties", "start": "2026-02-01", "eind": "2026-12-15",
				"middelen": "45.000 euro en 20 uur per week"},
			stappen: []stapTabel{{"Adressen gekozen", "2026-03-01", "2026-02-26"}, {"300 woningen bezocht", "2026-07-01", "2026-07-14"},
				{"600 woningen bezocht", "2026-12-01", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "80",
				"toelichting": "Wij hebben 480 woningen bezocht. Na de inbraken van september zijn wij eerst naar de Kersenbuurt gegaan."}},
		{sleutel: "jup-app", doel: "ivp-inbraak", waar: []string{"WK999002", "WK999004", "WK999006"},
			velden: planWaarden{"wat": "Elke buurtapp in drie wijken krijgt een vaste beheerder",
				"trekker": vbsOOV, "eigenaar": "adviseur-oov", "partners": "bewoners en politie", "start": "2026-03-01", "eind": "2026-12-31", "middelen": "8.000 euro"},
			stappen: []stapTabel{{"Lijst van buurtapps klaar", "2026-05-01", "2026-05-11"}, {"Beheerder gevonden voor elke app", "2026-09-15", ""},
				{"Beheerders getraind", "2026-12-10", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "45", "toelichting": "Voor 9 van de 16 apps is een beheerder gevonden.",
				"afwijking":  "In Sluiswijk meldde zich nog niemand.",
				"bijsturing": "De wijkagent vraagt het bewoners op de bijeenkomst van 25 november."}},
		{sleutel: "jup-licht", doel: "ivp-auto", waar: []string{"WK999009"},
			velden: planWaarden{"wat": "Er komt meer licht op de parkeerplaatsen van bedrijventerrein Vaartpoort", "trekker": "Teammanager openbare ruimte",
				"eigenaar": "adviseur-oov", "partners": "ondernemers op bedrijventerreinen", "start": "2026-01-15", "eind": "2026-09-30",
				"middelen": "60.000 euro, waarvan 20.000 van ondernemers"},
			stappen:   []stapTabel{{"Plekken gekozen met ondernemers", "2026-03-15", "2026-03-12"}, {"Lampen geplaatst", "2026-09-15", "2026-09-08"}},
			voortgang: planWaarden{"status": "gereed", "voortgang": "100", "toelichting": "Op vier parkeerplaatsen staan nieuwe lampen."}},
		{sleutel: "jup-schouw", doel: "ivp-gevoel", velden: planWaarden{"wat": "Wij lopen in alle 12 wijken een ronde met bewoners en lossen op wat onveilig voelt",
			"trekker": "Teammanager wijken", "eigenaar": "wijkagent",
			"partners": "bewoners, woningcorporaties en politie", "start": "2026-03-01", "eind": "2026-12-20", "middelen": "30.000 euro voor kleine werken"},
			stappen: []stapTabel{{"Zes wijken gedaan", "2026-06-30", "2026-06-25"}, {"Alle wijken gedaan", "2026-11-27", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "75",
				"toelichting": "Negen wijken zijn klaar. Oudewier, Elzerloo en Buitenpolders volgen nog in november."}},
		{sleutel: "jup-camera", doel: "ivp-inbraak", waar: []string{"WK999003"},
			velden: planWaarden{"wat": "Proef met een verplaatsbare camera in de Stationswijk", "trekker": vbsOOV, "eigenaar": "adviseur-oov",
				"partners": "politie", "start": "2026-02-01", "eind": "2026-10-31", "middelen": "25.000 euro"},
			stappen: []stapTabel{{"Besluit van de burgemeester", "2026-03-01", ""}},
			voortgang: planWaarden{"status": "gestopt", "voortgang": "10",
				"afwijking":  "De proef past niet bij de regels voor privacy. De functionaris gegevensbescherming gaf een negatief advies.",
				"bijsturing": "Het geld gaat naar extra verlichting bij het station."}},
	}
}

func actiesJUPSamen() []actieTabel {
	return []actieTabel{
		{sleutel: "jup-hg", doel: "ivp-hg", waar: []string{"WK999005", "WK999006", "WK999007"}, velden: planWaarden{
			"wat": "Politie, Veilig Thuis en sociaal team bespreken elk kwartaal de aantallen per wijk en kiezen waar extra hulp nodig is", "trekker": vbsOOV,
			"eigenaar": "adviseur-oov", "partners": "Veilig Thuis, politie en sociaal team", "start": "2026-01-15", "eind": "2026-12-31", "middelen": "4 uur per week"},
			stappen: []stapTabel{{"Afspraak over de levering van aantallen getekend", "2026-02-15", "2026-02-10"},
				{"Overleg over het tweede kwartaal", "2026-08-25", "2026-08-27"},
				{"Overleg over het derde kwartaal", "2026-11-24", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "75",
				"toelichting": "Het overleg gaat over aantallen, nooit over personen. In Vogelweide stijgen de meldingen het meest."}},
		{sleutel: "jup-winkel", doel: "ivp-winkel", waar: []string{"WK999001"},
			velden: planWaarden{"wat": "Winkeliers in de Binnenstad waarschuwen elkaar en de politie via een groepsapp", "trekker": vbsOOV,
				"eigenaar": "adviseur-oov", "partners": "winkeliers in de Binnenstad en politie", "start": "2026-01-01", "eind": "2026-12-31", "middelen": "5.000 euro"},
			stappen: []stapTabel{{"Afspraken getekend door 40 winkels", "2026-04-01", "2026-04-16"},
				{"Gesprek over het eerste half jaar", "2026-10-15", "2026-10-13"}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "90",
				"toelichting": "Er doen 46 winkels mee. In het Marktkwartier is het rustiger dan in het voorjaar van 2025."}},
		{sleutel: "jup-vogelweide", doel: "ivp-jeugd", waar: []string{"WK999007", "WK999004"}, velden: planWaarden{
			"wat": "Jongerenwerkers en de wijkagent zijn op vrijdag- en zaterdagavond samen op straat in Vogelweide en de Kersenwijk", "trekker": "Wijkagent",
			"eigenaar": "wijkagent", "partners": "jongerenwerk en politie", "start": "2026-03-01", "eind": "2026-12-31", "middelen": "24 uur jongerenwerk per week"},
			stappen: []stapTabel{{"Rooster klaar", "2026-02-20", "2026-02-18"}, {"Gesprek met bewoners van de Gruttobuurt", "2026-10-20", ""},
				{"Tellen wat het oplevert", "2026-12-15", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "60", "toelichting": "Sinds augustus komen er meer meldingen uit de Gruttobuurt.",
				"afwijking":  "Het gesprek met bewoners is niet doorgegaan.",
				"bijsturing": "Het gesprek is nu op 19 november in het buurthuis."}},
		{sleutel: "jup-om", doel: "ivp-jeugd",
			velden: planWaarden{"wat": "Gemeente en Openbaar Ministerie maken afspraken over straffen die jongeren in hun eigen wijk uitvoeren", "trekker": vbsOOV,
				"eigenaar": "adviseur-oov", "partners": "Openbaar Ministerie en politie", "start": "2026-09-01", "eind": "2026-12-31",
				"middelen": "Binnen de vaste uren"},
			stappen: []stapTabel{{"Voorstel klaar", "2026-12-05", ""}, {"Afspraken getekend", "2026-12-22", ""}},
			voortgang: planWaarden{"status": "loopt", "voortgang": "20",
				"toelichting": "Het eerste gesprek is geweest. Er ligt een lijst van plekken waar jongeren kunnen werken."}},
	}
}
