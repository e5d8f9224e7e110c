// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// jaNee is a choice between yes and no.
var jaNee = []Keuze{{"ja", "ja"}, {"nee", "nee"}}

// leefgebieden are the twelve areas of life on which a plan has goals (Zelfredzaamheid-Matrix, with safety as the twelfth as in CORV 01-12).
var leefgebieden = []Keuze{
	{"veiligheid", "veiligheid thuis"}, {"huisvesting", "huisvesting"}, {"financien", "inkomen en schulden"}, {"daginvulling", "werk, opleiding en daginvulling"},
	{"relaties", "huiselijke relaties"}, {"opvoeding", "opvoeding en ouderschap"}, {"psychisch", "geestelijke gezondheid"}, {"lichamelijk", "lichamelijke gezondheid"},
	{"verslaving", "middelengebruik"}, {"netwerk", "sociaal netwerk"}, {"participatie", "meedoen in de samenleving"}, {"justitie", "justitie en politie"},
}

// Interventiesoorten are the interventions of both chains by their code. Rules about what does not go together name these codes.
var interventiesoorten = []Keuze{
	{"huisverbod", "tijdelijk huisverbod"}, {"contactverbod", "contactverbod"}, {"gebiedsverbod", "gebiedsverbod"}, {"aanhouding", "aanhouding of voorgeleiding"},
	{"reclasseringstoezicht", "toezicht van de reclassering"}, {"vervolging", "strafrechtelijk onderzoek"}, {"gezinsgesprek_thuis", "gezinsgesprekken thuis"},
	{"systeemtherapie", "systeemtherapie"}, {"opvang", "opvang op een andere plek"}, {"behandeling", "behandeling"}, {"verslavingszorg", "behandeling van verslaving"},
	{"opvoedhulp", "hulp bij de opvoeding"}, {"schuldhulp", "schuldhulpverlening"}, {"huisvesting", "passende woonruimte"}, {"veiligheidsafspraken", "veiligheidsafspraken"},
	{"anders", "iets anders"},
}

var hardheden = []Keuze{{"hard", "hard: vastgesteld of gezien"}, {"zacht", "zacht: gehoord of vermoed"}}

// categorieen of information are those by which a ground for sharing is sought; the room deling has the rules.
var categorieen = []Keuze{
	{"identiteit", "wie iemand is"}, {"veiligheid", "veiligheid"}, {"politie", "politiegegevens"}, {"strafvorderlijk", "strafvorderlijke gegevens"}, {"jeugdhulp", "jeugdhulp"},
	{"zorg", "hulpverlening"}, {"medisch", "medische gegevens en letsel"}, {"school", "school"}, {"financieel", "geld en schulden"}, {"afspraak", "veiligheidsafspraak zonder inhoud"},
}

// stuksoorten is what people lay down in a case.
var stuksoorten = []Stuksoort{
	{Code: Betrokkene, Naam: "persoon", Actie: toegang.CasusBewerken, keur: keurBetrokkene, Velden: []Veldsoort{
		{Naam: "voornamen", Label: "Voornamen", Vorm: "tekst"},
		{Naam: "voorvoegsel", Label: "Voorvoegsel", Vorm: "kort"},
		{Naam: "achternaam", Label: "Achternaam", Vorm: "tekst", Nodig: true},
		{Naam: "geboren", Label: "Geboortedatum", Vorm: "kort", Uitleg: "Zo veel als u weet: 2009-03-04, 2009-03 of 2009."},
		{Naam: "geslacht", Label: "Geslacht", Vorm: "keuze", Keuzes: []Keuze{{"v", "vrouw"}, {"m", "man"}, {"x", "anders"}}},
		{Naam: "bsn", Label: "Burgerservicenummer", Vorm: "kort"},
		{Naam: "straat", Label: "Straat", Vorm: "tekst"}, {Naam: "huisnummer", Label: "Huisnummer", Vorm: "kort"},
		{Naam: "postcode", Label: "Postcode", Vorm: "kort"}, {Naam: "plaats", Label: "Plaats", Vorm: "tekst"},
		{Naam: "adres_geheim", Label: "Is het adres geheim?", Vorm: "keuze", Keuzes: jaNee, Uitleg: "Alleen wie u hieronder noemt, kan een geheim adres zien of vinden."},
		{Naam: "genoemd", Label: "Wie mag het geheime adres zien?", Vorm: "vinkjes", Uit: "kring"},
		{Naam: "telefoon", Label: "Telefoon", Vorm: "kort"},
	}},
	{Code: Rol, Naam: "rol in een huis", Actie: toegang.CasusBewerken, keur: keurTijdvak, Velden: []Veldsoort{
		{Naam: "betrokkene", Label: "Persoon", Vorm: "keuze", Uit: "betrokkenen", Nodig: true},
		{Naam: "rol", Label: "Rol", Vorm: "keuze", Nodig: true, Keuzes: []Keuze{{"ouder", "ouder"}, {"kind", "kind"}, {"partner", "partner"}, {"ex-partner", "ex-partner"},
			{"grootouder", "grootouder"}, {"huisgenoot", "huisgenoot"}, {"verzorger", "verzorger"}}},
		{Naam: "huis", Label: "Huis", Vorm: "tekst", Nodig: true, Uitleg: "Bijvoorbeeld: bij moeder. Wie in twee huizen woont, krijgt twee regels."},
		{Naam: "gezag", Label: "Heeft gezag over de kinderen?", Vorm: "keuze", Keuzes: jaNee},
		{Naam: "van", Label: "Vanaf", Vorm: "datum"}, {Naam: "tot", Label: "Tot en met", Vorm: "datum"},
	}},
	{Code: Informatie, Naam: "informatie", Actie: toegang.CasusBewerken, keur: keurInformatie, Velden: []Veldsoort{
		{Naam: "tekst", Label: "Wat is er bekend?", Vorm: "lang", Nodig: true},
		{Naam: "over", Label: "Over wie gaat het?", Vorm: "vinkjes", Uit: "betrokkenen"},
		{Naam: "bron", Label: "Van welke organisatie komt het?", Vorm: "keuze", Uit: "organisaties", Nodig: true},
		{Naam: "datum", Label: "Datum", Vorm: "datum", Nodig: true},
		{Naam: "categorie", Label: "Soort gegeven", Vorm: "keuze", Keuzes: categorieen, Nodig: true},
		{Naam: "hardheid", Label: "Hoe zeker is het?", Vorm: "keuze", Keuzes: hardheden, Nodig: true},
		{Naam: "weersproken", Label: "Spreekt de persoon het tegen?", Vorm: "keuze", Keuzes: jaNee},
		{Naam: "betwisting", Label: "Wat zegt de persoon er zelf over?", Vorm: "lang"},
		{Naam: "zichtbaar", Label: "Wie in de kring mag dit zien?", Vorm: "vinkjes", Uit: "organisaties", Uitleg: "Niets gekozen: de hele kring."},
		{Naam: "geldig_tot", Label: "Geldig tot en met", Vorm: "datum"},
	}},
	{Code: Waarschuwing, Naam: "waarschuwing", Actie: toegang.CasusBewerken, keur: keurWaarschuwing, Velden: []Veldsoort{
		{Naam: "tekst", Label: "Waar moet iemand op letten?", Vorm: "lang", Nodig: true},
		{Naam: "over", Label: "Over wie gaat het?", Vorm: "vinkjes", Uit: "betrokkenen"},
		{Naam: "herzien_op", Label: "Opnieuw bekijken op", Vorm: "datum", Nodig: true, Uitleg: "Op deze dag vervalt de waarschuwing, tenzij iemand haar opnieuw bekijkt."},
	}},
	{Code: Doel, Naam: "doel", Actie: toegang.CasusBewerken, Velden: []Veldsoort{
		{Naam: "tekst", Label: "Wat willen we bereiken?", Vorm: "lang", Nodig: true},
		{Naam: "leefgebied", Label: "Leefgebied", Vorm: "keuze", Keuzes: leefgebieden, Nodig: true},
		{Naam: "voor", Label: "Voor wie?", Vorm: "vinkjes", Uit: "betrokkenen"},
		{Naam: "risico", Label: "Risico als het niet lukt", Vorm: "keuze", Keuzes: []Keuze{{"laag", "laag"}, {"midden", "midden"}, {"hoog", "hoog"}}},
		{Naam: "stand", Label: "Hoe staat het?", Vorm: "keuze", Keuzes: []Keuze{{"loopt", "loopt"}, {"bereikt", "bereikt"}, {"niet_haalbaar", "niet haalbaar"}}},
		{Naam: "familie", Label: "Wat vindt het gezin hiervan?", Vorm: "lang"},
	}},
	{Code: Interventie, Naam: "interventie", Actie: toegang.CasusBewerken, keur: keurInterventie, Velden: []Veldsoort{
		{Naam: "doel", Label: "Voor welk doel?", Vorm: "keuze", Uit: "doelen", Nodig: true},
		{Naam: "wat", Label: "Wat gebeurt er?", Vorm: "tekst", Nodig: true},
		{Naam: "soort", Label: "Soort interventie", Vorm: "keuze", Keuzes: interventiesoorten, Nodig: true},
		{Naam: "organisatie", Label: "Welke organisatie doet het?", Vorm: "keuze", Uit: "organisaties", Nodig: true},
		{Naam: "wie", Label: "Wie precies?", Vorm: "keuze", Uit: "kring"},
		{Naam: "van", Label: "Vanaf", Vorm: "datum", Nodig: true}, {Naam: "tot", Label: "Tot en met", Vorm: "datum"},
		{Naam: "na", Label: "Pas als dit klaar is", Vorm: "vinkjes", Uit: "interventies"},
		{Naam: "als_mislukt", Label: "Wat als het niet lukt?", Vorm: "lang", Nodig: true},
		{Naam: "stand", Label: "Hoe staat het?", Vorm: "keuze", Keuzes: []Keuze{{"gepland", "gepland"}, {"loopt", "loopt"}, {"klaar", "klaar"}, {"gestopt", "gestopt"}}},
	}},
	{Code: Notitie, Naam: "notitie", Actie: toegang.CasusBijdragen, Velden: []Veldsoort{
		{Naam: "tekst", Label: "Notitie", Vorm: "lang", Nodig: true},
		{Naam: "zichtbaar", Label: "Wie in de kring mag dit zien?", Vorm: "vinkjes", Uit: "organisaties", Uitleg: "Niets gekozen: de hele kring."},
	}},
	{Code: Informeren, Naam: "informeren van de persoon", Actie: toegang.CasusBewerken, keur: keurInformeren, Velden: []Veldsoort{
		{Naam: "betrokkene", Label: "Persoon", Vorm: "keuze", Uit: "betrokkenen", Nodig: true},
		{Naam: "op", Label: "Geïnformeerd op", Vorm: "datum"},
		{Naam: "hoe", Label: "Hoe?", Vorm: "tekst"},
		{Naam: "uitstelreden", Label: "Waarom nog niet?", Vorm: "lang"},
		{Naam: "herbeoordelen_op", Label: "Opnieuw beoordelen op", Vorm: "datum"},
	}},
	{Code: Verzoek, Naam: "verzoek", Actie: toegang.CasusBewerken, keur: keurVerzoek, Velden: []Veldsoort{
		{Naam: "aan", Label: "Aan", Vorm: "keuze", Keuzes: []Keuze{{"politie", "politie"}, {"om", "Openbaar Ministerie"}}, Nodig: true},
		{Naam: "vraag", Label: "Wat vraagt u?", Vorm: "lang", Nodig: true},
		{Naam: "voor", Label: "Antwoord nodig op", Vorm: "datum", Nodig: true},
		{Naam: "antwoord", Label: "Antwoord", Vorm: "lang"},
	}},
	{Code: Termijn, Naam: "termijn", Actie: toegang.CasusBewerken, keur: keurTermijn, Velden: []Veldsoort{
		{Naam: "wat", Label: "Welke termijn loopt er?", Vorm: "tekst", Nodig: true, Uitleg: "Bijvoorbeeld: beslissen op een aanvraag."},
		{Naam: "begin", Label: "Begint op", Vorm: "datum", Nodig: true},
		{Naam: "dagen", Label: "Hoeveel dagen?", Vorm: "kort", Nodig: true},
	}},
	{Code: Schorsing, Naam: "stilstand van een termijn", Actie: toegang.CasusBewerken, keur: keurSchorsing, Velden: []Veldsoort{
		{Naam: "termijn", Label: "Welke termijn staat stil?", Vorm: "keuze", Uit: "termijnen", Nodig: true},
		{Naam: "reden", Label: "Waarom?", Vorm: "lang", Nodig: true},
		{Naam: "van", Label: "Staat stil vanaf", Vorm: "datum", Nodig: true},
		{Naam: "gepland", Label: "Loopt volgens plan weer vanaf", Vorm: "datum", Nodig: true},
		{Naam: "tot", Label: "Loopt echt weer vanaf", Vorm: "datum", Uitleg: "Leeg: de termijn staat nog stil."},
		{Naam: "taken", Label: "Schuiven de open taken mee?", Vorm: "keuze", Keuzes: jaNee, Nodig: true},
	}},
	{Code: overleg.Besluit, Naam: "overlegbesluit", Actie: toegang.CasusRegie, Velden: []Veldsoort{
		{Naam: "punt", Label: "Bij welk agendapunt?", Vorm: "keuze", Uit: "punten", Nodig: true},
		{Naam: "besluit", Label: "Wat is besloten?", Vorm: "lang", Nodig: true, Uitleg: "Een besluit over zorg neemt de organisatie zelf. Hier staat wat de tafel afsprak."},
		{Naam: "motivering", Label: "Waarom?", Vorm: "lang"},
	}},
	{Code: overleg.Afspraak, Naam: "afspraak", Actie: toegang.CasusBewerken, keur: keurAfspraak, Velden: []Veldsoort{
		{Naam: "punt", Label: "Bij welk agendapunt?", Vorm: "keuze", Uit: "punten"},
		{Naam: "wat", Label: "Wat is afgesproken?", Vorm: "lang", Nodig: true},
		{Naam: "wie", Label: "Wie doet het?", Vorm: "keuze", Uit: "kring", Nodig: true},
		{Naam: "voor", Label: "Klaar op", Vorm: "datum", Nodig: true},
		{Naam: "stand", Label: "Hoe staat het?", Vorm: "keuze", Keuzes: []Keuze{{"open", "open"}, {"klaar", "klaar"}}},
	}},
}

func keurBetrokkene(s dossier.Stuk, _ dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	list := Persoon(s).Check(vandaag)
	if s.Waarde("adres_geheim") == "ja" && len(s.Waarden("genoemd")) == 0 {
		list = append(list, domein.Fault{Veld: "genoemd", Melding: "Noem wie het geheime adres mag zien."})
	}
	return list
}

func keurTijdvak(s dossier.Stuk, _ dossier.Dossier, _ termijn.Date) []domein.Fault {
	if van, tot := s.Datum("van"), s.Datum("tot"); !van.IsZero() && !tot.IsZero() && tot.Before(van) {
		return []domein.Fault{{Veld: "tot", Melding: "Het einde ligt voor het begin."}}
	}
	return nil
}

func keurInformatie(s dossier.Stuk, _ dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	var list []domein.Fault
	if s.Datum("datum").After(vandaag) {
		list = append(list, domein.Fault{Veld: "datum", Melding: "Datum: deze dag moet nog komen."})
	}
	if s.Waarde("weersproken") == "ja" && s.Waarde("betwisting") == "" {
		list = append(list, domein.Fault{Veld: "betwisting", Melding: "Schrijf op wat de persoon er zelf over zegt."})
	}
	return list
}

// langsteWaarschuwing is how far ahead a warning may be looked at again.
func keurWaarschuwing(s dossier.Stuk, _ dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	regel, err := termijn.Geldend(termijn.WaarschuwingVervalt, vandaag)
	if err != nil {
		return []domein.Fault{{Veld: "herzien_op", Melding: "De termijn van een waarschuwing is niet bekend. Vraag uw beheerder."}}
	}
	uiterlijk := vandaag.AddMonths(regel.Maanden())
	if d := s.Datum("herzien_op"); !d.After(vandaag) || d.After(uiterlijk) {
		return []domein.Fault{{Veld: "herzien_op", Melding: fmt.Sprintf("Kies een dag na vandaag en uiterlijk %s.", uiterlijk)}}
	}
	return nil
}

func keurInterventie(s dossier.Stuk, d dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	list := keurTijdvak(s, d, vandaag)
	if kringloop(d, s) {
		list = append(list, domein.Fault{Veld: "na", Melding: "Deze interventies wachten op elkaar. Haal er een weg."})
	}
	return list
}

// kringloop tells whether s would wait for itself.
func kringloop(d dossier.Dossier, s dossier.Stuk) bool {
	na := map[string][]string{}
	for _, x := range d.Van(Interventie) {
		na[x.ID] = x.Waarden("na")
	}
	na[s.ID] = s.Waarden("na")
	seen := map[string]bool{}
	var reaches func(id string) bool
	reaches = func(id string) bool {
		for _, next := range na[id] {
			if next == s.ID {
				return true
			}
			if !seen[next] {
				seen[next] = true
				if reaches(next) {
					return true
				}
			}
		}
		return false
	}
	return reaches(s.ID)
}

// keurInformeren keeps I18: the person is told, or there is a dated reason that somebody looks at again.
func keurInformeren(s dossier.Stuk, _ dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	var list []domein.Fault
	switch {
	case s.Datum("op").After(vandaag):
		list = append(list, domein.Fault{Veld: "op", Melding: "Geïnformeerd op: deze dag moet nog komen."})
	case s.Datum("op").IsZero() && s.Waarde("uitstelreden") == "":
		list = append(list, domein.Fault{Veld: "uitstelreden", Melding: "Vul in wanneer de persoon is geïnformeerd, of waarom nog niet."})
	case s.Datum("op").IsZero() && !s.Datum("herbeoordelen_op").After(vandaag):
		list = append(list, domein.Fault{Veld: "herbeoordelen_op", Melding: "Kies een dag na vandaag waarop u dit opnieuw beoordeelt."})
	}
	return list
}

func keurVerzoek(s dossier.Stuk, _ dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	if s.Versie == 1 && !s.Datum("voor").After(vandaag) {
		return []domein.Fault{{Veld: "voor", Melding: "Kies een dag na vandaag."}}
	}
	return nil
}

func keurAfspraak(s dossier.Stuk, _ dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	if s.Versie == 1 && s.Datum("voor").Before(vandaag) {
		return []domein.Fault{{Veld: "voor", Melding: "Klaar op: deze dag is al voorbij."}}
	}
	return nil
}
