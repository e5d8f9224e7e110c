// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package deling is the gate for what passes from one organisation to another: for which purpose, on which ground in law, which category, and why it is necessary. The
// ground must fit sender, receiver, category and regime on that day. There is no override.
package deling

import (
	"slices"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

// Organisatie is a kind of organisation that takes part in case work.
type Organisatie struct {
	Code, Naam string
	Keten      string // "zorg", "straf", "bestuur", "overig"
	Deelnemer  bool   // lawful participant of a Zorg- en Veiligheidshuis (WGS and its besluit; to be checked against Stb. 2024, 380)
}

// Organisaties are all kinds.
var Organisaties = []Organisatie{
	{"gemeente", "gemeente", "bestuur", true}, {"politie", "politie", "straf", true}, {"om", "Openbaar Ministerie", "straf", true},
	{"veilig_thuis", "Veilig Thuis", "zorg", true}, {"reclassering", "reclassering", "straf", true}, {"rvdk", "Raad voor de Kinderbescherming", "straf", true},
	{"gi", "gecertificeerde instelling", "zorg", true}, {"ggz", "geestelijke gezondheidszorg", "zorg", true}, {"verslavingszorg", "verslavingszorg", "zorg", true},
	{"lvb", "zorg voor mensen met een beperking", "zorg", false}, {"jeugdhulp", "jeugdhulp", "zorg", false}, {"dji", "Dienst Justitiële Inrichtingen", "straf", true},
	{"halt", "Halt", "straf", true}, {"sociaal_team", "sociaal team", "zorg", false}, {"corporatie", "woningcorporatie", "overig", false}, {"school", "school", "overig", false},
	{"slachtofferhulp", "slachtofferhulp", "zorg", false},
}

// OrganisatieNaam gives the name of a kind of organisation, or its code.
func OrganisatieNaam(code string) string {
	for _, o := range Organisaties {
		if o.Code == code {
			return o.Naam
		}
	}
	return code
}

// The categories of data by which a ground is sought. Afspraak is a safety agreement without content: that there is one, whom to call, and what to do.
const (
	Identiteit      = "identiteit"
	Veiligheid      = "veiligheid"
	Politie         = "politie"
	Strafvorderlijk = "strafvorderlijk"
	Jeugdhulp       = "jeugdhulp"
	Zorg            = "zorg"
	Medisch         = "medisch"
	School          = "school"
	Financieel      = "financieel"
	Afspraak        = "afspraak"
)

// Categorie is a kind of data with its name on screen.
type Categorie struct{ Code, Naam string }

// Categorieen are all of them.
var Categorieen = []Categorie{
	{Identiteit, "wie iemand is"}, {Veiligheid, "veiligheid"}, {Politie, "politiegegevens"}, {Strafvorderlijk, "strafvorderlijke gegevens"}, {Jeugdhulp, "jeugdhulp"},
	{Zorg, "hulpverlening"}, {Medisch, "medische gegevens en letsel"}, {School, "school"}, {Financieel, "geld en schulden"}, {Afspraak, "veiligheidsafspraak zonder inhoud"},
}

// Stand says whether a ground can be used.
type Stand string

// The stands. A bill is no law: it is listed, so that everybody sees that it is not in force, and it can never be chosen.
const (
	Actief       Stand = "actief"
	Wetsvoorstel Stand = "wetsvoorstel"
	Vervallen    Stand = "vervallen"
)

// Grondslag is one ground in law as a dated record.
type Grondslag struct {
	Code, Naam  string
	Artikel     string
	Van, Aan    []string // kinds of organisation; nil: any
	Regimes     []dossier.Regime
	Categorieen []string
	Voorwaarden string
	Afwijking   bool // only by an appeal that somebody else judges within 24 hours
	Stand       Stand
	GeldigVan   termijn.Date
	Bron        string
	Zekerheid   string // "V15", "S", "K": confidence of the reading, as the sources file of the project marks it
	Nagekeken   termijn.Date
}

// Regelset says where the rules come from and when somebody must look at them again.
type Regelset struct {
	Naam, Versie    string
	Vastgesteld     termijn.Date
	OpnieuwBekijken termijn.Date
}

func dag(jaar, maand, d int) termijn.Date {
	date, err := termijn.NewDate(jaar, maand, d)
	if err != nil {
		panic(err) // a date in a table of this file that does not exist is a broken build
	}
	return date
}

// Regels is the rule set in force.
var Regels = Regelset{Naam: "Handvat gegevensdeling in het zorg- en veiligheidsdomein, met het convenant van de samenwerking", Versie: "2.0", Vastgesteld: dag(2019, 3, 1),
	OpnieuwBekijken: dag(2027, 3, 1)}

var (
	samenwerking  = []dossier.Regime{dossier.ZVH}
	alleRegimes   = []dossier.Regime{dossier.MeldingRegime, dossier.PGA, dossier.ZVH}
	bestuurlijk   = []dossier.Regime{dossier.MeldingRegime, dossier.PGA}
	zonderMedisch = []string{Identiteit, Veiligheid, Politie, Strafvorderlijk, Jeugdhulp, Zorg, Financieel, Afspraak}
	nagekeken     = dag(2026, 11, 23)
)

func deelnemers() []string {
	var list []string
	for _, o := range Organisaties {
		if o.Deelnemer {
			list = append(list, o.Code)
		}
	}
	return list
}

// Grondslagen are all grounds, also those that cannot be used.
var Grondslagen = []Grondslag{
	{Code: "WGS", Naam: "deelnemers van het Zorg- en Veiligheidshuis onderling", Artikel: "Wet gegevensverwerking door samenwerkingsverbanden", Van: deelnemers(), Aan: deelnemers(),
		Regimes: samenwerking, Categorieen: zonderMedisch, Voorwaarden: "nodig voor het doel van deze casus; het beroepsgeheim blijft", Stand: Actief, GeldigVan: dag(2025, 3, 1),
		Bron: "Stb. 2024, 198 en 380", Zekerheid: "S", Nagekeken: nagekeken},
	{Code: "AVG-TAAK", Naam: "taak van algemeen belang van de gemeente", Artikel: "art. 6 lid 1 onder e AVG; art. 172 Gemeentewet", Van: []string{"gemeente"},
		Aan: []string{"politie", "om", "veilig_thuis", "reclassering", "rvdk", "gi", "sociaal_team"}, Regimes: bestuurlijk, Categorieen: []string{Identiteit, Veiligheid, Afspraak},
		Voorwaarden: "convenant van de persoonsgerichte aanpak", Stand: Actief, GeldigVan: dag(2018, 5, 25), Bron: "convenant", Zekerheid: "K", Nagekeken: nagekeken},
	{Code: "WPG-16", Naam: "politie aan de burgemeester voor de openbare orde", Artikel: "art. 16 lid 1 Wet politiegegevens", Van: []string{"politie"}, Aan: []string{"gemeente"},
		Regimes: bestuurlijk, Categorieen: []string{Identiteit, Veiligheid, Politie, Afspraak}, Voorwaarden: "nodig voor gezag of openbare orde", Stand: Actief, GeldigVan: dag(2008, 1, 1),
		Bron: "tekst van 2015", Zekerheid: "V15", Nagekeken: nagekeken},
	{Code: "WPG-20", Naam: "politie aan partners in een samenwerkingsverband", Artikel: "art. 20 Wet politiegegevens", Van: []string{"politie"}, Regimes: bestuurlijk,
		Aan: []string{"gemeente", "om", "veilig_thuis", "reclassering", "rvdk", "gi"}, Categorieen: []string{Identiteit, Veiligheid, Politie, Afspraak},
		Voorwaarden: "beslissing en convenant van de politie", Stand: Actief, GeldigVan: dag(2008, 1, 1), Bron: "tekst van 2015", Zekerheid: "V15", Nagekeken: nagekeken},
	{Code: "WJSG-39F", Naam: "Openbaar Ministerie aan derden voor een zwaarwegend belang", Artikel: "art. 39f Wet justitiële en strafvorderlijke gegevens", Van: []string{"om"},
		Aan: []string{"gemeente", "politie", "veilig_thuis", "reclassering", "rvdk", "gi"}, Regimes: bestuurlijk, Categorieen: []string{Identiteit, Veiligheid, Strafvorderlijk, Afspraak},
		Voorwaarden: "beslissing van het College van procureurs-generaal of namens hen", Stand: Actief, GeldigVan: dag(2004, 9, 1), Bron: "tekst van 2015", Zekerheid: "V15", Nagekeken: nagekeken},
	{Code: "WMO-4.1.1", Naam: "Veilig Thuis draagt over of informeert", Artikel: "art. 4.1.1 en 5.1.6 Wmo 2015", Van: []string{"veilig_thuis"},
		Aan: []string{"gemeente", "politie", "rvdk", "gi", "sociaal_team", "ggz", "jeugdhulp"}, Regimes: alleRegimes, Categorieen: []string{Identiteit, Veiligheid, Jeugdhulp, Zorg, Afspraak},
		Voorwaarden: "nodig om huiselijk geweld of kindermishandeling te stoppen", Stand: Actief, GeldigVan: dag(2015, 1, 1), Bron: "tekst van 2015", Zekerheid: "V15", Nagekeken: nagekeken},
	{Code: "WMO-5.2.6", Naam: "meldrecht aan Veilig Thuis", Artikel: "art. 5.2.6 Wmo 2015", Aan: []string{"veilig_thuis"}, Regimes: alleRegimes,
		Categorieen: []string{Identiteit, Veiligheid, Politie, Jeugdhulp, Zorg, Medisch, School, Afspraak}, Voorwaarden: "nodig om huiselijk geweld of kindermishandeling te stoppen of te onderzoeken",
		Stand: Actief, GeldigVan: dag(2015, 1, 1), Bron: "tekst van 2015", Zekerheid: "V15", Nagekeken: nagekeken},
	{Code: "TOESTEMMING", Naam: "uitdrukkelijke toestemming voor hulpverlening", Artikel: "art. 6 lid 1 onder a en 9 lid 2 onder a AVG",
		Aan: []string{"ggz", "verslavingszorg", "lvb", "jeugdhulp", "sociaal_team", "slachtofferhulp", "gemeente"}, Regimes: alleRegimes,
		Categorieen: []string{Identiteit, Veiligheid, Jeugdhulp, Zorg, Medisch, Financieel, Afspraak}, Voorwaarden: "vrij gegeven, op schrift, en op elk moment in te trekken", Stand: Actief,
		GeldigVan: dag(2018, 5, 25), Bron: "Verordening (EU) 2016/679", Zekerheid: "K", Nagekeken: nagekeken},
	{Code: "AFSPRAAK", Naam: "veiligheidsafspraak zonder inhoud", Artikel: "art. 6 lid 1 onder e AVG", Regimes: alleRegimes, Categorieen: []string{Afspraak},
		Voorwaarden: "alleen dat er een afspraak is, wie te bellen en wat te doen", Stand: Actief, GeldigVan: dag(2018, 5, 25), Bron: "Handvat 2.0", Zekerheid: "K", Nagekeken: nagekeken},
	{Code: "VITAAL", Naam: "vitaal belang", Artikel: "art. 6 lid 1 onder d en 9 lid 2 onder c AVG", Regimes: alleRegimes, Categorieen: alleCategorieen(), Afwijking: true,
		Voorwaarden: "acuut gevaar; een ander beoordeelt dit binnen 24 uur", Stand: Actief, GeldigVan: dag(2018, 5, 25), Bron: "Verordening (EU) 2016/679", Zekerheid: "K", Nagekeken: nagekeken},
	{Code: "CONFLICT", Naam: "conflict van plichten", Artikel: "overmacht, art. 40 Wetboek van Strafrecht", Regimes: alleRegimes, Categorieen: alleCategorieen(), Afwijking: true,
		Voorwaarden: "zwijgen zou ernstig nadeel geven; een ander beoordeelt dit binnen 24 uur", Stand: Actief, GeldigVan: dag(2018, 5, 25), Bron: "rechtspraak", Zekerheid: "K", Nagekeken: nagekeken},
	{Code: "WAMS", Naam: "aanpak meervoudige problematiek sociaal domein", Artikel: "Kamerstukken 36295", Regimes: alleRegimes, Categorieen: alleCategorieen(),
		Voorwaarden: "geen wet: kan niet worden gekozen", Stand: Wetsvoorstel, GeldigVan: dag(2023, 1, 30), Bron: "Kamerstukken II 36295", Zekerheid: "S", Nagekeken: nagekeken},
}

func alleCategorieen() []string {
	var list []string
	for _, c := range Categorieen {
		list = append(list, c.Code)
	}
	return list
}

// past tells whether a ground may serve for a proposal on a day.
func (g Grondslag) past(v Voorstel, op termijn.Date) bool {
	return g.Stand == Actief && !g.GeldigVan.After(op) && slices.Contains(g.Regimes, v.Regime) && slices.Contains(g.Categorieen, v.Categorie) &&
		(g.Van == nil || slices.Contains(g.Van, v.Van)) && (g.Aan == nil || slices.Contains(g.Aan, v.Aan))
}
