// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package persoon

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Zoekwoorden are the words under which a person can be found; the store keeps keyed hashes of them and nothing else. A secret address gives none.
//
//	bsn:<number>                                  one person
//	dag:<sound of surname>|<birth date>           the same day, a name that sounds alike
//	jaar:<sound of surname>|<year>                the same year
//	naam:<sound of surname>|<sound of first name>
//	achter:<sound of surname>
//	adres:<postcode>|<number>
func (p Persoon) Zoekwoorden() []string {
	var list []string
	add := func(form string, parts ...any) { list = append(list, fmt.Sprintf(form, parts...)) }
	if GeldigBSN(p.BSN) {
		add("bsn:%s", p.BSN)
	}
	for _, achter := range namen(p.Achternaam) {
		add("achter:%s", achter)
		if len(p.Geboren) == 10 {
			add("dag:%s|%s", achter, p.Geboren)
		}
		if j := p.Jaar(); j != "" {
			add("jaar:%s|%s", achter, j)
		}
		if voor := strings.Fields(Vouw(p.Voornamen)); len(voor) > 0 {
			add("naam:%s|%s", achter, Klank(voor[0]))
		}
	}
	if pc := postcode(p.Adres.Postcode); pc != "" && p.Adres.Huisnummer != "" && !p.AdresGeheim {
		add("adres:%s|%s", pc, huisnummer(p.Adres.Huisnummer))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Naamwoorden gives, of a name as people write it, the search words of the whole name and those of the surname alone: "Fatima el Amrani" is found as Fatima with the surname Amrani.
// A name of one word gives none.
func Naamwoorden(naam string) (heel, achter []string) {
	voor, rest, _ := strings.Cut(strings.TrimSpace(naam), " ")
	for _, w := range (Persoon{Voornamen: voor, Achternaam: rest}).Zoekwoorden() {
		if strings.HasPrefix(w, "naam:") {
			heel = append(heel, w)
		} else {
			achter = append(achter, w)
		}
	}
	return heel, achter
}

// namen gives the sounds of a surname: of the whole, and of each part of a double name.
func namen(achternaam string) []string {
	kern := Kern(achternaam)
	if kern == "" {
		return nil
	}
	list := []string{Klank(strings.ReplaceAll(kern, " ", ""))}
	if parts := strings.Fields(kern); len(parts) > 1 {
		for _, part := range parts {
			list = append(list, Klank(part))
		}
	}
	return list
}

func postcode(s string) string { return strings.ToUpper(strings.ReplaceAll(s, " ", "")) }

func huisnummer(s string) string { return strings.ReplaceAll(Vouw(s), " ", "") }

var (
	isBSN      = regexp.MustCompile(`^\d{9}$`)
	isDag      = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	isJaar     = regexp.MustCompile(`^(19|20)\d{2}$`)
	isAdres    = regexp.MustCompile(`^([1-9]\d{3}) ?([A-Za-z]{2})[ ,]+(\d+\s*[A-Za-z]?)$`)
	nietWoord  = regexp.MustCompile(`[,;]+`)
	dagInTekst = regexp.MustCompile(`^(\d{1,2})-(\d{1,2})-(\d{4})$`)
)

// Zoekvraag gives the search words for what somebody typed: a BSN, "1234AB 12", "Yilmaz 2009", "Yilmaz 2009-03-04", "Deniz Yilmaz" or a surname. What cannot be searched
// gives none.
func Zoekvraag(tekst string) []string {
	tekst = strings.TrimSpace(tekst)
	if isBSN.MatchString(tekst) {
		return []string{"bsn:" + tekst}
	}
	if m := isAdres.FindStringSubmatch(tekst); m != nil {
		return []string{fmt.Sprintf("adres:%s|%s", postcode(m[1]+m[2]), huisnummer(m[3]))}
	}
	var woorden []string
	var dag, jaar string
	for _, w := range strings.Fields(nietWoord.ReplaceAllString(tekst, " ")) {
		if m := dagInTekst.FindStringSubmatch(w); m != nil {
			w = fmt.Sprintf("%s-%02s-%02s", m[3], m[2], m[1])
		}
		switch {
		case isDag.MatchString(w):
			dag = w
		case isJaar.MatchString(w):
			jaar = w
		default:
			woorden = append(woorden, w)
		}
	}
	if len(woorden) == 0 || Vouw(strings.Join(woorden, " ")) == "" {
		return nil
	}
	return naamvraag(woorden, dag, jaar)
}

func naamvraag(woorden []string, dag, jaar string) []string {
	var list []string
	for _, achter := range namen(woorden[len(woorden)-1]) {
		switch {
		case dag != "":
			list = append(list, fmt.Sprintf("dag:%s|%s", achter, dag))
		case jaar != "":
			list = append(list, fmt.Sprintf("jaar:%s|%s", achter, jaar))
		case len(woorden) > 1 && !voorvoegsels[Vouw(woorden[0])]:
			list = append(list, fmt.Sprintf("naam:%s|%s", achter, Klank(woorden[0])))
		default:
			list = append(list, "achter:"+achter)
		}
	}
	return list
}
