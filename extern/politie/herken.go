// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package politie

import (
	"strings"

	"dwarsverband/extern/tabel"
)

// HerkenOData says whether head, the first 64 kB of a file, looks like OData of the police, so that LeesOData can say what is wrong with it.
func HerkenOData(head []byte) bool {
	s := tabel.Begin(head)
	if !strings.HasPrefix(s, "{") {
		return false
	}
	for id := range tabellen {
		if strings.Contains(s, id) {
			return true
		}
	}
	return strings.Contains(s, `"SoortMisdrijf"`) || strings.Contains(s, `"GeregistreerdeMisdrijven_`) || strings.Contains(s, `"GeregistreerdeOverlast_`)
}

// HerkenPortal says whether head, the first 64 kB of a file, looks like a CSV of the portal: one column that only the police have and one of StatLine's.
func HerkenPortal(head []byte) bool {
	eigen, algemeen := false, false
	for _, naam := range tabel.KopVan(head) {
		switch naam = strings.ToLower(naam); naam {
		case "perioden", "wijken en buurten":
			algemeen = true
		case "soort misdrijf", "soort misdrijven", "overlast", "soort overlast":
			eigen = true
		default:
			eigen = eigen || strings.HasPrefix(naam, "geregistreerde misdrijven") || strings.HasPrefix(naam, "geregistreerde overlast")
		}
	}
	return eigen && algemeen
}
