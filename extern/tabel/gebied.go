// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"fmt"
	"regexp"
	"strings"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

var (
	andereCode = regexp.MustCompile(`^(NL|LD|PV|CR|PD|RE|GR|SG|VR|NO|ZK)[0-9]{2}`)
	metHaakjes = regexp.MustCompile(`^(.+?)\s*\(([^()]+)\)$`)
	andereNaam = regexp.MustCompile(`(?i)^(nederland$|(regionale |politie-?)eenheid )|\((PV|LD|CR|provincie|landsdeel)\)$`)
)

// niveaus are the words by which the portal and StatLine say the level of a name. The police call a CBS wijk "gebied" or "stadsdeel" where the city does.
var niveaus = map[string]gebied.Niveau{
	"gemeente": gebied.Gemeente, "wijk": gebied.Wijk, "gebied": gebied.Wijk, "stadsdeel": gebied.Wijk, "buurt": gebied.Buurt,
}

// GebiedCode gives the trimmed code of a gemeente, wijk or buurt, or why it is none.
func GebiedCode(s string) (code, reden string) {
	code, _, err := gebied.ParseCode(s)
	switch {
	case err == nil:
		return code, ""
	case andereCode.MatchString(strings.TrimSpace(s)):
		return "", andereLaag(s)
	}
	return "", fmt.Sprintf("%q is geen CBS-code van een gemeente, wijk of buurt. Gebruik een code zoals GM0599, WK059901 of BU05990110.", Kort(strings.TrimSpace(s)))
}

func andereLaag(s string) string {
	return fmt.Sprintf("%s is geen gemeente, wijk of buurt. Deze rij is overgeslagen; u hoeft niets te doen.", Kort(strings.TrimSpace(s)))
}

// CodeKolom knows the column with region codes of StatLine and the portal, which appears only when the user asks for it.
func CodeKolom(naam string) bool {
	naam = strings.ToLower(naam)
	return strings.Contains(naam, "codering") || strings.Contains(naam, "regiocode") || naam == "wijken en buurten (code)"
}

// Namen finds the code of an area that a file names. It knows the areas of the tenant and, after Zie, which names the file itself sets apart by level.
type Namen struct {
	codes  map[string][]string
	gezien map[string]bool                   // labels of Zie
	apart  map[string]map[gebied.Niveau]bool // levels that the file itself gives a name
	bekend map[naamSleutel][2]string         // answers of Zoek
}

type naamSleutel struct {
	label  string
	niveau gebied.Niveau
}

// NewNamen takes Opties.Gebieden.
func NewNamen(codes map[string][]string) *Namen {
	return &Namen{codes: codes, gezien: map[string]bool{}, apart: map[string]map[gebied.Niveau]bool{}, bekend: map[naamSleutel][2]string{}}
}

// Niveau reads a word for a level, as in the column "Soort regio"; "" when it is none.
func Niveau(s string) gebied.Niveau { return niveaus[strings.ToLower(strings.TrimSpace(s))] }

// ontleed splits "Charlois (Gebied)" into name and level. Brackets that hold no level belong to the name: "Bergen (NH.)".
func ontleed(label string) (naam string, n gebied.Niveau) {
	if m := metHaakjes.FindStringSubmatch(label); m != nil {
		if n := Niveau(m[2]); n != "" {
			return m[1], n
		}
	}
	return label, ""
}

// Zie takes note of a label of the file. Where the file has both "Delfshaven (Gebied)" and "Delfshaven", the second is not the wijk.
func (n *Namen) Zie(label string) {
	if n.gezien[label] {
		return
	}
	n.gezien[label] = true
	naam, niveau := ontleed(strings.TrimSpace(label))
	if niveau == "" {
		return
	}
	sleutel := cijfer.NormNaam(naam)
	if n.apart[sleutel] == nil {
		n.apart[sleutel] = map[gebied.Niveau]bool{}
	}
	n.apart[sleutel][niveau] = true
}

// Zoek gives the code of label, or why there is none. niveau is what another column says of the level; "" when nothing does.
func (n *Namen) Zoek(label string, niveau gebied.Niveau) (code, reden string) {
	sleutel := naamSleutel{label, niveau}
	if uit, ok := n.bekend[sleutel]; ok {
		return uit[0], uit[1]
	}
	code, reden = n.zoek(strings.TrimSpace(label), niveau)
	n.bekend[sleutel] = [2]string{code, reden}
	return code, reden
}

func (n *Namen) zoek(label string, niveau gebied.Niveau) (code, reden string) {
	if code, _, err := gebied.ParseCode(label); err == nil {
		return code, ""
	}
	if andereNaam.MatchString(label) || andereCode.MatchString(label) {
		return "", andereLaag(label)
	}
	naam, eigen := ontleed(label)
	if niveau == "" {
		niveau = eigen
	}
	sleutel := cijfer.NormNaam(naam)
	var over []string
	for _, c := range n.codes[sleutel] {
		_, laag, err := gebied.ParseCode(c)
		if err == nil && (niveau == laag || niveau == "" && !n.apart[sleutel][laag]) {
			over = append(over, c)
		}
	}
	switch len(over) {
	case 1:
		return over[0], ""
	case 0:
		return "", fmt.Sprintf("Er is geen gebied bekend met de naam %q. Controleer de naam, of download het bestand opnieuw met de kolom met regiocodes.", Kort(label))
	}
	return "", fmt.Sprintf("De naam %q hoort bij meer dan één gebied (%s). Download het bestand opnieuw met de kolom met regiocodes.", Kort(label), Kort(strings.Join(over, ", ")))
}
