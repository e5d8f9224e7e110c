// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package persoon is the identity vault: the only place for a name, a birth date, an address or a BSN. Everywhere else a person is a pseudonym of one dossier. What this
// package holds is kept encrypted with the key of that dossier and is found by keyed tokens only.
package persoon

import (
	"strconv"
	"strings"
)

// Persoon is who somebody is, as a source gave it. A field that is not known is empty.
type Persoon struct {
	Voornamen   string `json:"voornamen,omitempty"`
	Voorvoegsel string `json:"voorvoegsel,omitempty"` // "van de"
	Achternaam  string `json:"achternaam,omitempty"`
	Geboren     string `json:"geboren,omitempty"`  // "2009-03-04", or as much as is known: "2009-03", "2009"
	Geslacht    string `json:"geslacht,omitempty"` // "m", "v", "x"
	BSN         string `json:"bsn,omitempty"`      // 9 digits; only where the regime allows it
	Adres       Adres  `json:"adres,omitzero"`
	AdresGeheim bool   `json:"adresGeheim,omitempty"` // a shelter, or a person who is hiding: only named people may find it anywhere
	Telefoon    string `json:"telefoon,omitempty"`
	Mailadres   string `json:"mailadres,omitempty"`
}

// Adres is a place where somebody lives or can be reached.
type Adres struct {
	Straat     string `json:"straat,omitempty"`
	Huisnummer string `json:"huisnummer,omitempty"` // number, letter and addition: "12 b"
	Postcode   string `json:"postcode,omitempty"`   // "1234AB"
	Plaats     string `json:"plaats,omitempty"`
}

// Nummer gives the number of the house without letter or addition; ok is false where it does not begin with one.
func (a Adres) Nummer() (n int32, ok bool) {
	cijfers := a.Huisnummer[:len(a.Huisnummer)-len(strings.TrimLeft(a.Huisnummer, "0123456789"))]
	x, err := strconv.ParseInt(cijfers, 10, 32)
	return int32(x), err == nil
}
