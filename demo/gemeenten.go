// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"dwarsverband/demo/data"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

func dag(jaar, maand, dag int) termijn.Date {
	d, _ := termijn.NewDate(jaar, maand, dag)
	return d
}

// gemeenten are the two tenants. In Rotterdam a CBS wijk is called gebied and a CBS buurt wijk.
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
	}
}

// Gebruikers are invented people, one for each role.
func Gebruikers(tenant string) []gebruiker.Gebruiker {
	list := []gebruiker.Gebruiker{
		{ID: "adviseur-oov", Naam: "Anouk de Graaf", Functie: "Adviseur openbare orde en veiligheid", Rollen: []toegang.Rol{toegang.AdviseurOOV}},
		{ID: "adviseur-sociaal", Naam: "Samir Bakkali", Functie: "Beleidsadviseur sociaal domein", Rollen: []toegang.Rol{toegang.BeleidsadviseurSociaal}},
		{ID: "wijkagent", Naam: "Wessel Prins", Functie: "Wijkagent", Organisatie: "politie", Rollen: []toegang.Rol{toegang.Wijkagent}},
		{ID: "wethouder", Naam: "Lotte Vermeer", Functie: "Wethouder zorg en welzijn", Rollen: []toegang.Rol{toegang.Wethouder}},
		{ID: "burgemeester", Naam: "Hendrik Aalbers", Functie: "Burgemeester", Rollen: []toegang.Rol{toegang.Burgemeester}},
		{ID: "griffier", Naam: "Marja Hoekstra", Functie: "Griffier", Rollen: []toegang.Rol{toegang.Griffier}},
		{ID: "raadslid", Naam: "Jesse Tuinman", Functie: "Raadslid", Rollen: []toegang.Rol{toegang.Raadslid}},
		{ID: "fg", Naam: "Ilse van Dam", Functie: "Functionaris gegevensbescherming", Rollen: []toegang.Rol{toegang.FG}},
		{ID: "beheerder", Naam: "Koen Smit", Functie: "Beheerder", Rollen: []toegang.Rol{toegang.Beheerder}},
	}
	for i := range list {
		list[i].Verantwoordelijke, list[i].Demo = tenant, true
		if list[i].Organisatie == "" {
			list[i].Organisatie = "gemeente"
		}
	}
	return list
}

// Token is the API token of a demo user: known to everybody, as he is himself.
func Token(g gebruiker.Gebruiker) string { return "demo-" + g.Verantwoordelijke + "-" + g.ID }
