// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import "fmt"

// Eenheid is what the value of a Regel counts.
type Eenheid string

// The units.
const (
	InJaren   Eenheid = "jaar"
	InMaanden Eenheid = "maand"
)

// Regel is one number of the law, or of a working agreement, as a dated record: code reads the record and never holds the number (promise 3).
type Regel struct {
	Code      string
	Waarde    int
	Eenheid   Eenheid
	Wet       string // empty for a working agreement that no statute asks for
	Artikel   string
	Lid       string
	GeldigVan Date
	Bron      string // where the number was read
	Nagekeken Date   // when somebody last compared it with that source
}

// The codes of the rules.
const (
	DoelenRaad      = "38b-doelen"       // how long the safety goals of the raad may stand
	DoelenRaadVroeg = "38b-waarschuwing" // first warning, before that term ends
	DoelenRaadLaat  = "38b-dringend"     // last warning, before that term ends
	DuurJaarplan    = "jup-duur"         // length of a jaaruitvoeringsplan
)

var (
	politiewet = Date{2013, 1, 1} // the Politiewet 2012 came into force
	nagekeken  = Date{2026, 11, 23}
)

var regels = []Regel{
	{Code: DoelenRaad, Waarde: 4, Eenheid: InJaren, Wet: "Politiewet 2012", Artikel: "38b", Lid: "1", GeldigVan: politiewet,
		Bron: "wetten.overheid.nl, BWBR0031788, tekst van 2015; latere wijziging van dit artikel is niet gevonden", Nagekeken: nagekeken},
	{Code: DoelenRaadVroeg, Waarde: 12, Eenheid: InMaanden, GeldigVan: politiewet,
		Bron: "werkafspraak: een nieuw plan vraagt ongeveer een jaar", Nagekeken: nagekeken},
	{Code: DoelenRaadLaat, Waarde: 6, Eenheid: InMaanden, GeldigVan: politiewet,
		Bron: "werkafspraak: zes maanden voor het einde hoort het ontwerp bij de raad te liggen", Nagekeken: nagekeken},
	{Code: DuurJaarplan, Waarde: 12, Eenheid: InMaanden, GeldigVan: politiewet,
		Bron: "vaste praktijk van gemeenten; geen wet schrijft een jaaruitvoeringsplan voor", Nagekeken: nagekeken},
}

// Regels lists every rule.
func Regels() []Regel { return append([]Regel(nil), regels...) }

// Geldend gives the rule that holds under code on a day: the one that came into force last. No such rule is an error, never a zero term.
func Geldend(code string, op Date) (Regel, error) {
	var found Regel
	for _, r := range regels {
		if r.Code == code && !r.GeldigVan.After(op) && (found.Code == "" || r.GeldigVan.After(found.GeldigVan)) {
			found = r
		}
	}
	if found.Code == "" {
		return Regel{}, fmt.Errorf("termijn.Geldend: no rule %q holds on %s", code, op)
	}
	return found, nil
}

// Maanden gives the length in months.
func (r Regel) Maanden() int {
	if r.Eenheid == InJaren {
		return 12 * r.Waarde
	}
	return r.Waarde
}

// Grond names the article, as a reader of the law writes it: "art. 38b lid 1 Politiewet 2012"; empty for a working agreement.
func (r Regel) Grond() string {
	if r.Wet == "" {
		return ""
	}
	grond := "art. " + r.Artikel
	if r.Lid != "" {
		grond += " lid " + r.Lid
	}
	return grond + " " + r.Wet
}
