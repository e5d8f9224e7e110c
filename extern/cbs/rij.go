// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cbs

import (
	"fmt"
	"strings"

	"dwarsverband/domein/cijfer"
	"dwarsverband/extern/tabel"
)

// geheimCodes are the numbers that CBS writes for "no figure" in files that have no signs for it.
var geheimCodes = map[float64]cijfer.Attribuut{
	-99995: cijfer.NietVanToepassing, -99996: cijfer.Onbekend, -99997: cijfer.Onbekend, -99998: cijfer.Onbekend, -99999: cijfer.Onbekend,
	-99999997: cijfer.Onbekend, -99999999: cijfer.Onbekend,
}

// rij takes one record: a figure for each column that is one.
func (l *lezing) rij(lijn int, velden []tabel.Veld) error {
	if !l.past(velden) {
		velden = l.schik(lijn, velden)
	}
	code, kolom, reden := l.gebied(velden)
	if reden != "" {
		l.oogst.Weiger(lijn, kolom, reden)
		return l.oogst.TeVeel(l.t)
	}
	code = l.oogst.Woord(code)
	periode, voorlopig := cijfer.JaarVan(l.jaar), false
	if p := l.plek(velden, isPeriode); p != nil {
		var err error
		if periode, voorlopig, err = l.oogst.Periode(p.Waarde); err != nil || periode.Lengte() != cijfer.Jaar {
			l.oogst.Weiger(lijn, p.Naam, fmt.Sprintf("%q is geen jaar. Deze cijfers zijn per jaar, bijvoorbeeld 2024JJ00.", tabel.Kort(p.Waarde)))
			return l.oogst.TeVeel(l.t)
		}
	}
	if i := l.formule(velden); i >= 0 {
		l.oogst.Weiger(lijn, l.kol[i].naam, tabel.GeenFormule)
		return l.oogst.TeVeel(l.t)
	}
	for i, k := range l.kol {
		if k.rol != isCijfer || velden[i].Naam == "" {
			continue
		}
		waarde, attribuut, reden := waardeVan(velden[i], k.onderwerp)
		if reden != "" {
			l.oogst.Weiger(lijn, k.naam, reden)
			continue
		}
		if waarde != nil && voorlopig {
			attribuut = cijfer.Voorlopig
		}
		l.oogst.Neem(cijfer.Regel{
			Lijn: lijn, Gebied: code, Soort: k.onderwerp.code, SoortNaam: k.onderwerp.naam, Eenheid: k.onderwerp.eenheid,
			Periode: periode, Waarde: waarde, Attribuut: attribuut,
		}, k.naam)
	}
	return l.oogst.TeVeel(l.t)
}

// formule gives the first column with text in which a spreadsheet would see a formula, or -1. Columns that are not read may hold anything.
func (l *lezing) formule(velden []tabel.Veld) int {
	for i, k := range l.kol {
		switch k.rol {
		case isCijfer, isOnbekend, isHerkomst:
		default:
			if velden[i].Vorm == tabel.Woord && tabel.Formule(velden[i].Waarde) {
				return i
			}
		}
	}
	return -1
}

// past says whether a record has the columns of the first one, in the same order, as every page of CBS has.
func (l *lezing) past(velden []tabel.Veld) bool {
	if len(velden) != len(l.kol) {
		return false
	}
	for i := range velden {
		if velden[i].Naam != l.kol[i].naam {
			return false
		}
	}
	return true
}

// schik puts the fields of a record that somebody edited in the order of the first one and refuses those that do not fit. A field that is missing has no name.
func (l *lezing) schik(lijn int, velden []tabel.Veld) []tabel.Veld {
	uit := make([]tabel.Veld, len(l.kol))
	plek := map[string]int{}
	for i, k := range l.kol {
		plek[k.naam] = i
	}
	for _, v := range velden {
		i, ok := plek[v.Naam]
		switch {
		case ok && uit[i].Naam == "":
			uit[i] = v
		case ok:
			l.oogst.Weiger(lijn, v.Naam, "Deze kolom staat twee keer in de rij. Alleen de eerste is gelezen. Download de tabel opnieuw.")
		default:
			l.oogst.Weiger(lijn, v.Naam, "De eerste rij heeft deze kolom niet. Dit cijfer is niet ingelezen. Download de tabel opnieuw.")
		}
	}
	for i, k := range l.kol {
		if k.rol == isCijfer && uit[i].Naam == "" {
			l.oogst.Weiger(lijn, k.naam, "Deze kolom ontbreekt in de rij. Download de tabel opnieuw.")
		}
	}
	return uit
}

// waardeVan reads a figure. null and the signs for "no figure" are never 0.
func waardeVan(v tabel.Veld, o onderwerp) (*float64, cijfer.Attribuut, string) {
	switch v.Vorm {
	case tabel.Null:
		return nil, cijfer.Onbekend, ""
	case tabel.Woord:
		if a, ok := tabel.Symbool(v.Waarde); ok {
			return nil, a, ""
		}
	}
	f, ok := tabel.GetalVan(v)
	if !ok {
		if tabel.Formule(v.Waarde) {
			return nil, "", tabel.GeenFormule
		}
		return nil, "", fmt.Sprintf(tabel.GeenGetal, tabel.Kort(strings.TrimSpace(v.Waarde)))
	}
	if a, geheim := geheimCodes[f]; geheim {
		return nil, a, ""
	}
	if f < 0 && !o.negatief {
		return nil, "", "Dit cijfer kan niet onder nul zijn. Controleer het bestand of download het opnieuw."
	}
	return &f, cijfer.Definitief, ""
}
