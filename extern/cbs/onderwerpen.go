// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cbs

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"dwarsverband/domein/cijfer"
	"dwarsverband/extern/tabel"
)

// onderwerpenCSV lists the topics that are read, by the name that CBS gives them in OData without its changing number. It is a list of what is let in, so that
// a new column, which may be one on origin under another name, never comes in unseen. The names under which electricity and gas are both split by
// type of dwelling (Appartement, Hoekwoning...) are left out: without their number they mean two things.
//
//go:embed onderwerpen.csv
var onderwerpenCSV string

type onderwerp struct {
	code, naam, eenheid string
	negatief            bool // may be below zero
}

var onderwerpen = sync.OnceValue(func() map[string]onderwerp {
	uit := map[string]onderwerp{}
	for i, regel := range strings.Split(strings.TrimSpace(onderwerpenCSV), "\n") {
		if v := strings.Split(regel, ";"); i > 0 && len(v) == 5 {
			uit[v[0]] = onderwerp{code: v[1], naam: v[2], eenheid: v[3], negatief: v[4] == "ja"}
		}
	}
	return uit
})

// herkomst are the words that mark a column on origin or ethnicity, in NormNaam. Such columns are never read, from any source: places are judged here,
// never groups of people (Rb. Den Haag 5 February 2020, ECLI:NL:RBDHA:2020:865).
var herkomst = []string{
	"westers", "herkomst", "achtergrond", "autochto", "allochto", "geboorteland", "geborenin", "geborenbuiten", "nationaliteit", "etnisch", "etnicit",
	"afkomst", "migrant", "migratie", "marokko", "turkije", "surina", "antill", "aruba", "indonesi", "polen", "europa", "vluchteling", "asiel",
}

// rol is what a column is for.
type rol int

const (
	overig     rol = iota // describes the area or the record and is no figure
	isGebied              // code or name of the area
	isCode                // code of the area
	isNiveau              // level of the area
	isPeriode             // year
	isCijfer              // a figure that is read
	isHerkomst            // left out on purpose
	isOnbekend            // not on the list, or twice in the file
)

// kolom is a column of the file.
type kolom struct {
	naam      string
	rol       rol
	onderwerp onderwerp
}

var (
	nummerShape  = regexp.MustCompile(`_[0-9]+$`)
	eenheidShape = regexp.MustCompile(`\s*\(([^()]*)\)\s*$`)
)

// beschrijving are columns without a figure, by NormNaam of their last part.
var beschrijving = map[string]bool{
	"id": true, "gemeentenaam": true, "meestvoorkomendepostcode": true, "dekkingspercentage": true,
	"indelingswijzigingwijkenenbuurten": true, "indelingswijziginggemeentewijkbuurt": true,
}

// kolomVan judges a column by its name in OData (AantalInwoners_5) or StatLine ("Bevolking/Aantal inwoners (aantal)").
func kolomVan(naam string) kolom {
	k := kolom{naam: naam}
	kaal := nummerShape.ReplaceAllString(naam, "")
	eenheid := ""
	if m := eenheidShape.FindStringSubmatch(kaal); m != nil {
		eenheid = m[1]
		kaal = strings.TrimSuffix(kaal, m[0])
	}
	laatste := kaal[strings.LastIndex(kaal, "/")+1:]
	norm := cijfer.NormNaam(laatste)
	switch {
	case tabel.CodeKolom(naam):
		k.rol = isCode
	case norm == "wijkenenbuurten", norm == "regios":
		k.rol = isGebied
	case norm == "soortregio":
		k.rol = isNiveau
	case norm == "perioden":
		k.rol = isPeriode
	case beschrijving[norm]:
	case isOverHerkomst(kaal, norm):
		k.rol = isHerkomst
	default:
		k.rol = isOnbekend
		for _, sleutel := range []string{kaal, tabel.OnderwerpNaam(kaal), tabel.OnderwerpNaam(laatste)} {
			if o, ok := onderwerpen()[sleutel]; ok && zelfdeEenheid(eenheid, o.eenheid) {
				k.rol, k.onderwerp = isCijfer, o
				break
			}
		}
	}
	return k
}

func isOverHerkomst(pad, laatste string) bool {
	pad = cijfer.NormNaam(pad)
	for _, w := range herkomst {
		if strings.Contains(pad, w) {
			return true
		}
	}
	return laatste == "nederland" // of the trio Nederland, Europa, Buiten Europa
}

// zelfdeEenheid keeps apart what other tables give under one title as a count, a share and a rate.
func zelfdeEenheid(inBestand, eigen string) bool {
	vorm := map[string]string{"aantal": "aantal", "%": "%", "per1000inwoners": "per 1.000 inwoners"}[strings.NewReplacer(" ", "", ".", "", "\u00a0", "").Replace(strings.ToLower(inBestand))]
	return vorm == "" || vorm == eigen
}

// kolommenVan judges all columns. Two columns for one topic are both left out: nothing tells which is which.
func kolommenVan(namen []string) []kolom {
	uit := make([]kolom, len(namen))
	aantal := map[string]int{}
	for i, naam := range namen {
		uit[i] = kolomVan(naam)
		aantal[uit[i].onderwerp.code]++
	}
	for i := range uit {
		if uit[i].rol == isCijfer && aantal[uit[i].onderwerp.code] > 1 {
			uit[i].rol = isOnbekend
		}
	}
	return uit
}
