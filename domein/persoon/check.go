// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package persoon

import (
	"regexp"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
)

var (
	geborenVorm  = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)
	postcodeVorm = regexp.MustCompile(`^[1-9]\d{3} ?[A-Za-z]{2}$`)
)

// GeldigBSN tells whether s is nine digits that pass the eleven-test of the burgerservicenummer.
func GeldigBSN(s string) bool {
	if len(s) != 9 || s == "000000000" {
		return false
	}
	sum := 0
	for i := range 9 {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		weight := 9 - i
		if i == 8 {
			weight = -1
		}
		sum += weight * int(s[i]-'0')
	}
	return sum%11 == 0
}

// Check tells everything that is wrong with an identity, today. The faults name fields and never repeat what was in them.
func (p Persoon) Check(vandaag termijn.Date) []domein.Fault {
	var list []domein.Fault
	if p.Achternaam == "" && p.Voornamen == "" && p.BSN == "" {
		list = append(list, domein.Fault{Veld: "achternaam", Melding: "Vul een naam of een burgerservicenummer in."})
	}
	if p.BSN != "" && !GeldigBSN(p.BSN) {
		list = append(list, domein.Fault{Veld: "bsn", Melding: "Dit burgerservicenummer kan niet bestaan. Kijk het na: het heeft negen cijfers."})
	}
	if p.Geboren != "" {
		if fault := geborenFault(p.Geboren, vandaag); fault != "" {
			list = append(list, domein.Fault{Veld: "geboren", Melding: fault})
		}
	}
	if p.Adres.Postcode != "" && !postcodeVorm.MatchString(p.Adres.Postcode) {
		list = append(list, domein.Fault{Veld: "postcode", Melding: "Schrijf de postcode als vier cijfers en twee letters."})
	}
	return list
}

func geborenFault(s string, vandaag termijn.Date) string {
	if !geborenVorm.MatchString(s) {
		return "Schrijf de geboortedatum als 2009-03-04, of zo veel als u weet: 2009-03 of 2009."
	}
	whole := s + "-01-01"[min(len(s)-4, 6):]
	d, err := termijn.ParseDate(whole)
	switch {
	case err != nil:
		return "Deze geboortedatum bestaat niet."
	case d.After(vandaag):
		return "Deze geboortedatum moet nog komen."
	case d.Year() < vandaag.Year()-120:
		return "Deze geboortedatum is te lang geleden."
	}
	return ""
}

// Naam gives the name as people say it: "Deniz Yilmaz".
func (p Persoon) Naam() string {
	return strings.Join(strings.Fields(p.Voornamen+" "+p.Voorvoegsel+" "+p.Achternaam), " ")
}

// Jaar gives the year of birth, or "".
func (p Persoon) Jaar() string {
	if len(p.Geboren) < 4 {
		return ""
	}
	if _, err := strconv.Atoi(p.Geboren[:4]); err != nil {
		return ""
	}
	return p.Geboren[:4]
}
