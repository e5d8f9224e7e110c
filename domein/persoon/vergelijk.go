// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package persoon

import (
	"fmt"
	"strings"
)

// Gelijkenis says why two people might be one. It proposes; a person decides.
type Gelijkenis struct {
	Redenen []string // Dutch, for the screen
	Tegen   []string // what speaks against it
	Sterk   bool     // worth asking a person
}

// Vergelijk compares two identities, exactly and by sound. An equal BSN is enough to ask; two different ones speak against it, whatever else is alike. Without a BSN a
// birth date and a surname that sounds alike are enough, or a full name with an address.
func Vergelijk(a, b Persoon) Gelijkenis {
	var g Gelijkenis
	bsn := GeldigBSN(a.BSN) && GeldigBSN(b.BSN)
	if bsn && a.BSN == b.BSN {
		g.Redenen = append(g.Redenen, "zelfde burgerservicenummer")
	}
	achter := deelt(namen(a.Achternaam), namen(b.Achternaam))
	if achter {
		g.Redenen = append(g.Redenen, gelijk("achternaam", a.Achternaam, b.Achternaam))
	}
	voor := klinkt(a.Voornamen, b.Voornamen)
	if voor {
		g.Redenen = append(g.Redenen, gelijk("voornaam", a.Voornamen, b.Voornamen))
	}
	dag := len(a.Geboren) == 10 && a.Geboren == b.Geboren
	if dag {
		g.Redenen = append(g.Redenen, "zelfde geboortedatum")
	}
	adres := zelfdeAdres(a, b)
	if adres != "" {
		g.Redenen = append(g.Redenen, adres)
	}
	if bsn && a.BSN != b.BSN {
		g.Tegen = append(g.Tegen, "een ander burgerservicenummer")
	}
	if a.Jaar() != "" && b.Jaar() != "" && a.Jaar() != b.Jaar() {
		g.Tegen = append(g.Tegen, "een ander geboortejaar")
	}
	g.Sterk = bsn && a.BSN == b.BSN || len(g.Tegen) == 0 && achter && (dag || voor && adres != "")
	return g
}

// VergelijkHuishouden compares two households by their people: the proposal of any pair is a proposal for the household, with the reasons of all pairs.
func VergelijkHuishouden(a, b []Persoon) Gelijkenis {
	var g Gelijkenis
	for _, x := range a {
		for _, y := range b {
			pair := Vergelijk(x, y)
			if !pair.Sterk {
				continue
			}
			g.Sterk = true
			g.Redenen = append(g.Redenen, pair.Redenen...)
		}
	}
	return g
}

func deelt(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func klinkt(a, b string) bool {
	x, y := strings.Fields(Vouw(a)), strings.Fields(Vouw(b))
	return len(x) > 0 && len(y) > 0 && Klank(x[0]) == Klank(y[0])
}

func gelijk(wat, a, b string) string {
	if Vouw(a) == Vouw(b) {
		return "zelfde " + wat
	}
	return fmt.Sprintf("%s klinkt hetzelfde: %s en %s", wat, a, b)
}

// zelfdeAdres never speaks of an address that is secret on either side.
func zelfdeAdres(a, b Persoon) string {
	if a.AdresGeheim || b.AdresGeheim {
		return ""
	}
	x, y := a.Adres, b.Adres
	switch {
	case x.Postcode != "" && postcode(x.Postcode) == postcode(y.Postcode) && huisnummer(x.Huisnummer) == huisnummer(y.Huisnummer):
		return "zelfde adres"
	case x.Straat != "" && Vouw(x.Straat) == Vouw(y.Straat):
		return "zelfde straat"
	}
	return ""
}
