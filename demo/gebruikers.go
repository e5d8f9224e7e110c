// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"fmt"

	"dwarsverband/domein/gebruiker"
	"dwarsverband/toegang"
)

// Gebruikers are invented people, one for each role of the policy cycle.
func Gebruikers(tenant string) []gebruiker.Gebruiker {
	return vanTenant(tenant, []gebruiker.Gebruiker{
		{ID: "adviseur-oov", Naam: "Anouk de Graaf", Functie: "Adviseur openbare orde en veiligheid", Rollen: []toegang.Rol{toegang.AdviseurOOV}},
		{ID: "adviseur-sociaal", Naam: "Samir Bakkali", Functie: "Beleidsadviseur sociaal domein", Rollen: []toegang.Rol{toegang.BeleidsadviseurSociaal}},
		{ID: "wijkagent", Naam: "Wessel Prins", Functie: "Wijkagent", Organisatie: "politie", Rollen: []toegang.Rol{toegang.Wijkagent}},
		{ID: "wethouder", Naam: "Lotte Vermeer", Functie: "Wethouder zorg en welzijn", Rollen: []toegang.Rol{toegang.Wethouder}},
		{ID: "burgemeester", Naam: "Hendrik Aalbers", Functie: "Burgemeester", Rollen: []toegang.Rol{toegang.Burgemeester}},
		{ID: "griffier", Naam: "Marja Hoekstra", Functie: "Griffier", Rollen: []toegang.Rol{toegang.Griffier}},
		{ID: "raadslid", Naam: "Jesse Tuinman", Functie: "Raadslid", Rollen: []toegang.Rol{toegang.Raadslid}},
		{ID: "fg", Naam: "Ilse van Dam", Functie: "Functionaris gegevensbescherming", Rollen: []toegang.Rol{toegang.FG}},
		{ID: "beheerder", Naam: "Koen Smit", Functie: "Beheerder", Rollen: []toegang.Rol{toegang.Beheerder}},
	})
}

// Casusgebruikers are the invented people who work on cases, for a gemeente beside Gebruikers.
func Casusgebruikers(tenant string) []gebruiker.Gebruiker {
	return vanTenant(tenant, []gebruiker.Gebruiker{
		{ID: "procesregisseur", Naam: "Noor Elberse", Functie: "Procesregisseur", Rollen: []toegang.Rol{toegang.Procesregisseur}},
		{ID: "casusregisseur", Naam: "Fatima Amrani", Functie: "Casusregisseur", Rollen: []toegang.Rol{toegang.Casusregisseur}},
		{ID: "casusregisseur-2", Naam: "Karim Haddad", Functie: "Casusregisseur", Rollen: []toegang.Rol{toegang.Casusregisseur}},
		{ID: "agent", Naam: "Bram Kuiper", Functie: "Wijkagent in casusoverleg", Organisatie: "politie", Rollen: []toegang.Rol{toegang.Deelnemer}},
		{ID: "officier", Naam: "Olivia Kramer", Functie: "Officier van justitie", Organisatie: "om", Rollen: []toegang.Rol{toegang.Deelnemer}},
		{ID: "veilig-thuis", Naam: "Vera de Wit", Functie: "Medewerker Veilig Thuis", Organisatie: "veilig_thuis", Rollen: []toegang.Rol{toegang.Deelnemer}},
		{ID: "veilig-thuis-2", Naam: "Victor Bos", Functie: "Medewerker Veilig Thuis", Organisatie: "veilig_thuis", Rollen: []toegang.Rol{toegang.Deelnemer}},
		{ID: "ggz", Naam: "Zeynep Arslan", Functie: "Behandelaar ggz", Organisatie: "ggz", Rollen: []toegang.Rol{toegang.Deelnemer}},
		{ID: "reclassering", Naam: "Ruben Vos", Functie: "Reclasseringswerker", Organisatie: "reclassering", Rollen: []toegang.Rol{toegang.Deelnemer}},
		{ID: "school", Naam: "Sanne Schouten", Functie: "Zorgcoördinator basisschool", Organisatie: "school", Rollen: []toegang.Rol{toegang.Deelnemer}},
		{ID: "ketenmanager", Naam: "Margriet Post", Functie: "Ketenmanager zorg en veiligheid", Rollen: []toegang.Rol{toegang.Ketenmanager}},
		{ID: "privacy", Naam: "Pim de Leeuw", Functie: "Privacyfunctionaris", Rollen: []toegang.Rol{toegang.Privacyfunctionaris}},
		{ID: "privacy-2", Naam: "Priya Ramdin", Functie: "Privacyfunctionaris", Rollen: []toegang.Rol{toegang.Privacyfunctionaris}},
		{ID: "archivaris", Naam: "Ada Zwart", Functie: "Archivaris", Rollen: []toegang.Rol{toegang.Archivaris}},
	})
}

// ZVHGebruikers are the invented people of a Zorg- en Veiligheidshuis.
func ZVHGebruikers(tenant string) []gebruiker.Gebruiker {
	list := Casusgebruikers(tenant)
	for _, g := range Gebruikers(tenant) {
		switch g.Rollen[0] {
		case toegang.Wethouder, toegang.Burgemeester, toegang.FG, toegang.Beheerder:
			list = append(list, g)
		}
	}
	return list
}

// vanTenant gives each of them what every demo user has.
func vanTenant(tenant string, list []gebruiker.Gebruiker) []gebruiker.Gebruiker {
	for i := range list {
		g := &list[i]
		g.Verantwoordelijke, g.Demo = tenant, true
		if g.Organisatie == "" {
			g.Organisatie = "gemeente"
		}
		g.Telefoon = fmt.Sprintf("088-000 %02d %02d", len(tenant), i+10)
		g.Mailadres = g.ID + "@" + tenant + ".voorbeeld.invalid"
	}
	return list
}
