// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package dossier

import "dwarsverband/domein/termijn"

// LangsteConcept is how much one draft may hold, in bytes.
const LangsteConcept = 200_000

// Concept is what somebody typed in a form and did not send yet, by the names of the fields. It is his alone.
type Concept struct {
	Velden map[string][]string
	Op     termijn.Moment
}

// Grootte is how much a draft holds, in bytes.
func (c Concept) Grootte() int {
	n := 0
	for naam, waarden := range c.Velden {
		n += len(naam) * max(len(waarden), 1)
		for _, w := range waarden {
			n += len(w)
		}
	}
	return n
}
