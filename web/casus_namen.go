// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"maps"
	"slices"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/toezicht"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/toegang"
)

// mensen are the users of a controller by their pseudonym, for pages that put names to it.
type mensen map[string]gebruiker.Gebruiker

func (w *Web) mensen(b *bezoek) (mensen, error) {
	users, err := w.Gebruiker.Store.Gebruikers(b.Context(), b.tenant.ID)
	m := mensen{}
	for _, u := range users {
		m[u.ID] = u
	}
	return m, err
}

// Naam gives the name and organisation of a user: "Fatima Amrani, gemeente".
func (m mensen) Naam(id string) string {
	u, ok := m[id]
	switch {
	case ok:
		return u.Naam + ", " + deling.OrganisatieNaam(u.Organisatie)
	case id == dossier.Systeem:
		return "het systeem"
	}
	return id
}

// keuzes lists users to choose from, by organisation; those that kies refuses are left out.
func (m mensen) keuzes(kies func(gebruiker.Gebruiker) bool) []keuze {
	var list []keuze
	for _, o := range deling.Organisaties {
		for _, id := range slices.Sorted(maps.Keys(m)) {
			if u := m[id]; u.Organisatie == o.Code && kies(u) {
				list = append(list, keuze{Waarde: u.ID, Naam: u.Naam + ", " + u.Functie, Groep: o.Naam})
			}
		}
	}
	return list
}

func heeftRol(u gebruiker.Gebruiker, rollen ...toegang.Rol) bool {
	return slices.ContainsFunc(u.Rollen, func(r toegang.Rol) bool { return slices.Contains(rollen, r) })
}

// casusVelden turns the description of a piece into the fields of a form in this case.
func casusVelden(soort casus.Stuksoort, d dossier.Dossier, m mensen) []veldgroep {
	var velden []*veld
	for _, v := range soort.Velden {
		f := &veld{Naam: v.Naam, Label: v.Label, Uitleg: v.Uitleg, Soort: v.Vorm, Nodig: v.Nodig}
		for _, k := range v.KeuzesIn(d) {
			naam := k.Naam
			switch v.Uit {
			case "kring":
				naam = m.Naam(k.Code)
			case "organisaties":
				naam = deling.OrganisatieNaam(k.Code)
			}
			f.Keuzes = append(f.Keuzes, keuze{Waarde: k.Code, Naam: naam})
		}
		velden = append(velden, f)
	}
	return []veldgroep{{Velden: velden}}
}

// casusPagina is the frame of a page of one case: its title is the code name and never a name of a person.
func casusPagina(codenaam, id, titel string) Pagina {
	p := Pagina{Titel: titel, Menu: "/casussen", Kruimels: []Kruimel{{"Casussen", "/casussen"}}}
	if titel != codenaam {
		p.Titel = titel + ", " + codenaam
		p.Kruimels = append(p.Kruimels, Kruimel{codenaam, "/casussen/" + id})
	}
	return p
}

// casusFormulier shows a form of a case.
func (b *bezoek) casusFormulier(status int, p Pagina, f *formulier) error {
	return b.toonMet(status, "plan_formulier", &formulierView{Pagina: p, Form: f})
}

// casusFout shows the form again with what went wrong, or gives the error back where the form cannot show it.
func (b *bezoek) casusFout(err error, p Pagina, f *formulier, huidig dossier.Stuk) error {
	status, ok := f.mislukt(err, huidig.Velden, huidig.Versie)
	if !ok {
		return err
	}
	return b.casusFormulier(status, p, f)
}

// taaknamen say in words what a task asks.
var taaknamen = map[string]string{
	"informeren": "Informeer de persoon, of leg vast waarom nog niet", "informeren.uitstel": "Beoordeel opnieuw of u de persoon informeert", "overdracht": "Beantwoord een aanbod", deling.TaakGronden: "Bekijk na de overdracht op welke gronden de kring rust",
	"waarschuwing": "Bekijk de waarschuwing opnieuw", "verzoek": "Beantwoord een verzoek", "interventie": "Rond een interventie af", "knoop": "Hak een knoop door",
	"triage": "Weeg een melding", "triage.samen": "Weeg gekoppelde meldingen samen", "kennisnemen": "Lees een regiebesluit", "wek.oppakken": "Pak de casus weer op", "afwijking.delen": "Beoordeel een afwijking", "afwijking.nood": "Beoordeel een noodtoegang",
	"inzage": "Beantwoord een verzoek om inzage", "inzage.uitstel": "Bekijk een uitgestelde regel opnieuw",
	overleg.Afspraak: "Doe wat is afgesproken", overleg.TaakAgenderen: "Zet een knoop op een agenda", casus.Termijn: "Een termijn eindigt",
	toezicht.TaakUitleg: "Leg uit waarom u een dossier bekeek", toezicht.TaakWeging: "Oordeel over een blik die is uitgelegd",
}

func taaknaam(soort string) string {
	if naam, ok := taaknamen[soort]; ok {
		return naam
	}
	return soort
}

// berichtnamen say in words what a notice is about.
var berichtnamen = map[string]string{
	"casus.benoemd": "U bent casusregisseur geworden", "overdracht": "U krijgt de regie of het zicht op veiligheid aangeboden", "overdracht.aanvaard": "Uw aanbod is aanvaard",
	"overdracht.afgewezen": "Uw aanbod is afgewezen", "overdracht.stilte": "Een aanbod is niet beantwoord", "kring": "U zit in de kring", "gedeeld": "Er is iets met u gedeeld",
	"knoop": "Een knoop ligt bij u", "knoop.partij": "U bent partij in een knoop", "knoop.halverwege": "Een knoop komt misschien bij u: de helft van de termijn is voorbij",
	"knoop.vooravond": "Een knoop komt over een werkdag bij u", "knoop.opgeschaald": "Een knoop is opgeschaald", "knoop.besloten": "Over een knoop is beslist",
	"noodtoegang": "Iemand heeft noodtoegang genomen", "afwijking": "Er is gedeeld met een afwijking", "afwijking.beoordeeld": "Uw afwijking is beoordeeld",
	"hit": "Iemand vroeg of een persoon uit uw casus bekend is", "hit.te_vaak": "Iemand vroeg te vaak of een persoon bekend is",
	"melding": "Er is een melding gedaan", "melding.uitkomst": "Over uw melding is beslist", "wek": "Een casus komt terug", "wek.gemist": "Een casus die terugkwam is niet opgepakt",
	toezicht.TaakUitleg: "U wordt gevraagd een blik uit te leggen", toezicht.BerichtGewogen: "Over uw uitleg is geoordeeld", toezicht.BerichtVervallen: "Een vraag aan u over een blik is vervallen",
	"overleg": "U bent gevraagd voor een overleg", uitkomst.Geweigerd: "Het stelsel nam een bericht aan een partner niet aan",
}

func berichtnaam(soort string) string {
	if naam, ok := berichtnamen[soort]; ok {
		return naam
	}
	return soort
}

// stuknamen say in words what kinds of piece are that nobody lays down himself.
var stuknamen = map[string]string{
	"opening": "aanleiding", "benoeming": "benoeming", "aanbod": "aanbod", "knoop": "knoop", "regiebesluit": "regiebesluit", "toelating": "toelating tot de kring",
	"noodtoegang": "noodtoegang", "oordeel": "oordeel over een afwijking", deling.Verstrekt: "wat is gedeeld", "melding": "melding", "weging": "weging", "koppeling": "koppeling",
	"stand": "stap in de casus", "gewekt": "terugkeer van de casus", "opschaling": "opschaling van een knoop", "standpunt": "standpunt", "verzoek": "verzoek",
	"uitstel": "uitgestelde regel van inzage", "gevonden": "gevonden dossier", "voorbereid": "voorbereid uittreksel", "instemming": "instemming", "overhandigd": "wat is uitgereikt",
	casus.Bijlage: "bijlage", deling.Herziening: "herziening van grondslagen", "recht": "verzoek over gegevens", "verlenging": "verlenging", "afsluiting": "afsluiting",
	overleg.Agendapunt: "agendapunt",
}

func stuknaam(soort string) string {
	if s, ok := casus.Soort(soort); ok {
		return s.Naam
	}
	if naam, ok := stuknamen[soort]; ok {
		return naam
	}
	return soort
}
