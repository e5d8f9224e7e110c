// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"dwarsverband/demo/data"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
)

func dag(jaar, maand, dag int) termijn.Date {
	d, _ := termijn.NewDate(jaar, maand, dag)
	return d
}

// gemeenten are the tenants: two municipalities, and the Zorg- en Veiligheidshuis of the region of the invented one. In Rotterdam a CBS wijk is called gebied and a CBS buurt wijk.
func gemeenten() []gemeente {
	return []gemeente{
		{
			Verantwoordelijke: gebied.Verantwoordelijke{
				ID: "voorbeeldstad", Naam: "Voorbeeldstad", Gemeente: "GM9990", Verzonnen: true, Vandaag: Vandaag, Peildatum: dag(2026, 9, 30),
				Toelichting: "Alle gebieden, cijfers, plannen en personen van Voorbeeldstad zijn bedacht.",
			},
			jaargang: 2026,
			bronnen:  data.BronnenVoorbeeldstad(),
			soorten:  data.SoortenVoorbeeldstad(),
			bestand: []bestand{
				{naam: "kerncijfers_jaar.csv.gz", formaat: "canoniek"}, {naam: "cijfers_maand.csv.gz", formaat: "canoniek"},
				{naam: "veiligthuis_kwartaal.csv", formaat: "canoniek"}, {naam: "buurtpeiling.csv", formaat: "canoniek"},
				{naam: "cijfers_2026_herzien.csv", formaat: "canoniek"},
			},
		},
		{
			Verantwoordelijke: gebied.Verantwoordelijke{
				ID: "rotterdam", Naam: "Rotterdam", Gemeente: "GM0599", Vandaag: Vandaag, Peildatum: dag(2020, 12, 31),
				Namen: gebied.Namen{gebied.Wijk: {Enkelvoud: "gebied", Meervoud: "gebieden"}, gebied.Buurt: {Enkelvoud: "wijk", Meervoud: "wijken"}},
				Toelichting: "Echte open cijfers van CBS en politie: per maand tot en met december 2020, van de hele gemeente ook per jaar tot en met 2023. De reeksen " +
					"per maand zijn gekozen omdat hun laatste maanden opvielen. Trek uit die maanden dus geen conclusie over heel Rotterdam.",
			},
			jaargang: 2013,
			bestand: []bestand{
				{naam: "kwb_2017.json.gz", formaat: "kwb", jaar: 2017}, {naam: "47018NED.json.gz", formaat: "politie-odata"},
				{naam: "47022NED_bladzijde1.json.gz", formaat: "politie-odata"}, {naam: "47022NED_bladzijde2.json.gz", formaat: "politie-odata"},
				{naam: "47024NED.json.gz", formaat: "politie-odata"},
			},
		},
		{
			Verantwoordelijke: gebied.Verantwoordelijke{
				ID: "zvh-voorbeeldregio", Naam: "Zorg- en Veiligheidshuis Voorbeeldregio", Soort: gebied.VanZVH, Verzonnen: true, Vandaag: Vandaag,
				Toelichting: "Alle meldingen, casussen en personen van het Zorg- en Veiligheidshuis Voorbeeldregio zijn bedacht.",
			},
		},
	}
}

// Token is the API token of a demo user: known to everybody, as he is himself.
func Token(g gebruiker.Gebruiker) string { return "demo-" + g.Verantwoordelijke + "-" + g.ID }
