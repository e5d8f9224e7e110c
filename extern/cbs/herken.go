// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cbs

import (
	"regexp"
	"strings"

	"dwarsverband/extern/tabel"
)

var veldShape = regexp.MustCompile(`"([A-Za-z0-9_]+)"\s*:`)

// HerkenKWB says whether head, the first 64 kB of a file, looks like Kerncijfers wijken en buurten, as OData or as CSV.
func HerkenKWB(head []byte) bool {
	s := tabel.Begin(head)
	if !strings.HasPrefix(s, "{") {
		gebied, cijfers := false, false
		for _, naam := range tabel.KopVan(head) {
			k := kolomVan(naam)
			gebied = gebied || k.rol == isGebied || k.rol == isCode
			cijfers = cijfers || k.rol == isCijfer
		}
		return gebied && cijfers
	}
	for id := range jaren {
		if strings.Contains(s, "/"+id+"/") {
			return true
		}
	}
	for _, m := range veldShape.FindAllStringSubmatch(s, 300) {
		if kolomVan(m[1]).rol == isCijfer {
			return true
		}
	}
	return false
}
