// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package corv

// The code lists of the schemas 1.0.9, by their code.
var (
	hoedanigheden = map[string]string{
		"001": "verdachte", "002": "slachtoffer", "003": "benadeelde", "004": "getuige", "005": "aangever",
	}
	relaties = map[string]string{
		"001": "aanverwante familie", "002": "begeleider", "003": "broer/zus", "004": "contact", "005": "curator", "006": "echtgenoot/echtgenote", "007": "eigenaar",
		"008": "ex-partner", "009": "garantontvanger", "010": "garantsteller", "011": "grootouder", "012": "horecabezoeker", "013": "hulpontvanger",
		"014": "huurder", "015": "kind", "016": "kleinkind", "017": "leerling", "018": "leidinggevende", "019": "mededader", "020": "medereiziger",
		"021": "neef/nicht", "022": "ondertoezichtgestelde", "023": "onder voogdij", "024": "onderdaan", "025": "onder leiding van", "026": "oom/tante",
		"027": "ouder", "028": "partner", "029": "pupil", "030": "referent", "031": "schoonzoon/schoondochter", "032": "schoonouder", "033": "uitgenodigde",
		"034": "verantwoordelijk", "035": "verhuurder", "036": "vertegenwoordigd", "037": "verzorgd door", "038": "verzorger", "039": "voogd",
		"040": "vriend/vriendin", "041": "werkgever", "042": "werknemer", "043": "zwager/schoonzus",
	}
	leefgebieden = map[string]string{
		"01": "Financiën", "02": "Identiteit", "03": "Houding, gedrag en vaardigheden", "04": "Werk en opleiding", "05": "Tijdsbesteding", "06": "Huisvesting",
		"07": "(Huiselijke) relaties", "08": "Geestelijke gezondheid", "09": "Lichamelijke gezondheid", "10": "Problematisch middelengebruik en verslaving",
		"11": "Sociaal netwerk", "12": "Justitie en politie",
	}
	vragen = map[string]string{
		"VT-001": "Is er sprake van bestaande hulpverlening?", "VT-002": "Tijdelijk huisverbod", "VT-003": "Aanhouding", "VT-004": "Aangifte",
		"VT-005": "Eergerelateerd geweld", "VT-006": "Relevante registraties",
		"VT-007": "De 12-minner wordt verdacht van het plegen van een strafbaar feit (misdrijf)",
	}
)
