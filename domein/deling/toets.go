// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package deling

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

// Doelen are the purposes for which something is shared or a place in a circle is given. They stand in the ledger and in the journal in the clear, so they come from a list:
// nobody can type a name into one.
var Doelen = []string{"aanpak van huiselijk geweld", "aanpak van kindermishandeling", "aanpak van mensenhandel en loverboys", "aanpak van ernstig verward gedrag",
	"aanpak van jeugdcriminaliteit", "aanpak van ernstige overlast", "behandeling van een betrokkene", "veiligheid van een kind", "acuut gevaar afwenden"}

// kortsteNoodzaak is how many characters it takes to say why something is needed.
const kortsteNoodzaak = 20

// TeKort tells whether a text is too short to say why something is needed.
func TeKort(waarom string) bool {
	return utf8.RuneCountInString(strings.TrimSpace(waarom)) < kortsteNoodzaak
}

// Voorstel is a sharing that somebody wants to do.
type Voorstel struct {
	Van, Aan  string // kinds of organisation
	Categorie string
	Regime    dossier.Regime
	Doel      string
	Grondslag string // code
	Noodzaak  string
}

// Gronden lists the grounds that fit a proposal on a day, without those that are deviations.
func Gronden(v Voorstel, op termijn.Date) []Grondslag {
	var list []Grondslag
	for _, g := range Grondslagen {
		if g.past(v, op) && !g.Afwijking {
			list = append(list, g)
		}
	}
	return list
}

// Grond gives the ground with this code; ok is false where there is none.
func Grond(code string) (Grondslag, bool) {
	for _, g := range Grondslagen {
		if g.Code == code {
			return g, true
		}
	}
	return Grondslag{}, false
}

// Toets tells everything that stands in the way of a sharing. aanbod names a category for which there is a ground where there is none for this one: the next best.
func Toets(v Voorstel, op termijn.Date) (faults []domein.Fault, aanbod string) {
	if !slices.Contains(Doelen, v.Doel) {
		faults = append(faults, domein.Fault{Veld: "doel", Melding: "Kies waarvoor u dit deelt."})
	}
	if v.Categorie == "" {
		faults = append(faults, domein.Fault{Veld: "categorie", Melding: "Kies wat voor gegeven u deelt."})
	}
	if v.Aan == "" {
		faults = append(faults, domein.Fault{Veld: "aan", Melding: "Kies met welke organisatie u deelt."})
	}
	gronden := Gronden(v, op)
	g, bekend := Grond(v.Grondslag)
	switch {
	case v.Grondslag != "" && (v.Categorie == "" || v.Aan == ""): // which ground fits cannot be said yet
	case v.Categorie != "" && v.Aan != "" && len(gronden) == 0 && !(bekend && g.Afwijking):
		faults = append(faults, domein.Fault{Veld: "grondslag", Melding: "Er is geen grondslag om " + naamCategorie(v.Categorie) + " te delen met " + OrganisatieNaam(v.Aan) + "." + advies(v, op, &aanbod)})
	case v.Grondslag == "":
		faults = append(faults, domein.Fault{Veld: "grondslag", Melding: "Kies op welke wet u zich baseert."})
	case !bekend || !g.past(v, op):
		faults = append(faults, domein.Fault{Veld: "grondslag", Melding: "Deze grondslag past niet bij wat u deelt, met wie, of op deze dag. Kies een grondslag uit de lijst."})
	}
	if TeKort(v.Noodzaak) {
		faults = append(faults, domein.Fault{Veld: "noodzaak", Melding: "Schrijf waarom dit nodig is (minstens 20 tekens)."})
	}
	return faults, aanbod
}

// advies offers a safety agreement without content where there is no ground for more.
func advies(v Voorstel, op termijn.Date, aanbod *string) string {
	v.Categorie = Afspraak
	if len(Gronden(v, op)) == 0 {
		return ""
	}
	*aanbod = Afspraak
	return " Wel mag: een veiligheidsafspraak zonder inhoud."
}

func naamCategorie(code string) string {
	for _, c := range Categorieen {
		if c.Code == code {
			return c.Naam
		}
	}
	return "dit"
}
