// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package politie

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"dwarsverband/domein/cijfer"
	"dwarsverband/extern/tabel"
)

// soortenCSV is the code list of tables 47018NED and 47022NED (59 kinds; Politie/CBS, CC BY 4.0) and the labels of 47024NED, with the judgement whether
// the number of registrations follows what people report or how much the police check. Rankings of areas by the second kind rank patrols, and lead to
// more patrols in the same place, for which CAS was criticised (Algemene Rekenkamer 2022). The judgement is ours, per kind with its reason.
//
//go:embed soorten.csv
var soortenCSV string

type soort struct {
	titel   string
	politie bool
	reden   string
}

// soorten is the table by code, and codes finds the code of a title that a file gives without one.
var (
	soorten = sync.OnceValue(func() map[string]soort {
		uit := map[string]soort{}
		for i, regel := range strings.Split(strings.TrimSpace(soortenCSV), "\n") {
			if v := strings.Split(regel, ";"); i > 0 && len(v) == 4 {
				uit[v[0]] = soort{titel: v[1], politie: v[2] == "ja", reden: v[3]}
			}
		}
		return uit
	})
	codes = sync.OnceValue(func() map[string]string {
		uit := map[string]string{"misdrijventotaal": "0.0.0"}
		for code, s := range soorten() {
			if !strings.HasPrefix(code, "overlast-") {
				uit[cijfer.NormNaam(s.titel)] = code
			}
		}
		return uit
	})
)

// Toelichting gives why a kind of this package ("misdrijf-3.1.1") is kept out of rankings, in Dutch; "" for a kind that is not.
func Toelichting(soortCode string) string {
	kaal := strings.TrimPrefix(strings.TrimPrefix(soortCode, "misdrijf-"), "jaar-")
	s, ok := soorten()[kaal]
	if !ok {
		return "Het is niet bekend of dit aantal meldingen volgt of controles van de politie."
	}
	return s.reden
}

// kind is what a label of the file means.
type kind struct {
	code, naam      string
	totaal, politie bool
	kaal            bool   // a code of nuisance whose title the file does not give
	reden           string // why it is no kind that can be read in
}

// toelichting tells why a kind that measures police activity does so.
func (k kind) toelichting() string {
	if !k.politie {
		return ""
	}
	return Toelichting(k.code)
}

var codeShape = regexp.MustCompile(`^([0-9](?:\.[0-9]{1,2}){0,2})(?:\s+(.+))?$`)

// kindVan reads a code ("1.1.1 "), a label with a code ("1.1.1 Diefstal/inbraak woning") or a label without one. titels are those of the file, which
// win over the table because the police rename kinds.
func kindVan(label string, t tabelSoort, titels map[string]string) kind {
	label = strings.TrimSpace(label)
	if !tabel.Schoon(label) || tabel.Formule(label) {
		return kind{reden: tabel.GeenFormule}
	}
	if t.overlast {
		return overlast(label, titels[label])
	}
	m := codeShape.FindStringSubmatch(label)
	if m == nil {
		code, ok := codes()[cijfer.NormNaam(label)]
		if !ok {
			return kind{reden: geenSoort(label)}
		}
		m = []string{"", code, label}
	}
	code, naam := m[1], m[2]
	if titel := titels[code]; naam == "" && titel != "" {
		naam = strings.TrimSpace(strings.TrimPrefix(titel, code))
	}
	s, bekend := soorten()[code]
	if naam == "" {
		naam = s.titel
	}
	// A kind that nobody has judged stays out of rankings until somebody does: the harmless side to err on.
	return kind{
		code: t.voorvoegsel + code, naam: naam, politie: s.politie || !bekend,
		totaal: strings.Count(code, ".") < 2 || strings.HasSuffix(code, ".0") || isTotaal(naam),
	}
}

func overlast(label, titel string) kind {
	k := kind{naam: titel}
	if titel == "" {
		k.naam = label
	}
	slug := tabel.Slug(k.naam)
	if slug == "" {
		return kind{reden: geenSoort(label)}
	}
	k.code = "overlast-" + strings.TrimPrefix(slug, "overlast-")
	s, bekend := soorten()[k.code]
	k.politie = s.politie || !bekend
	k.totaal = isTotaal(k.naam) || label == "0.0.0"
	if titel == "" && !bekend && len(label) <= 8 && !strings.Contains(label, " ") {
		k.naam, k.kaal = "", true
	}
	return k
}

// isTotaal knows a roll-up by its title: "Totaal misdrijven", "Vermogensmisdrijven, totaal".
func isTotaal(titel string) bool {
	titel = strings.ToLower(titel)
	return strings.HasPrefix(titel, "totaal") || strings.HasSuffix(titel, " totaal")
}

func geenSoort(label string) string {
	return "Het programma kent deze soort niet: \"" + label + "\". Download de tabel opnieuw; pas de namen niet aan."
}
