// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
)

// Besluit is what raad or college decided on a plan that was offered.
type Besluit struct {
	Uitkomst     Status // Vastgesteld, Aangehouden or Verworpen
	Nummer       string // of the decision, as the registry of the organ gives it
	Datum        termijn.Date
	Amendementen []Amendement // changes that the raad made in the text while adopting it
}

// Amendement is one change that the raad made, so that it stays traceable to the text (invariant I15).
type Amendement struct {
	Nummer    string `json:"nummer"`
	Onderdeel string `json:"onderdeel"` // OnderdeelVisie, or the id of a goal
	Oud       string `json:"oud"`
	Nieuw     string `json:"nieuw"`
}

// OnderdeelVisie names the vision of the plan as the part that an amendment changes; any other part is the id of a goal.
const OnderdeelVisie = "visie"

// Vaststelling is the decision as it was recorded.
type Vaststelling struct {
	Orgaan       Orgaan         `json:"orgaan"`
	Uitkomst     Status         `json:"uitkomst"`
	Nummer       string         `json:"nummer"`
	Datum        termijn.Date   `json:"datum"`
	Door         string         `json:"door"` // who recorded it
	Op           termijn.Moment `json:"op"`   // when it was recorded
	Amendementen []Amendement   `json:"amendementen,omitempty"`
}

// Naam gives the kind of decision: "raadsbesluit" or "collegebesluit".
func (v Vaststelling) Naam() string {
	if v.Orgaan == Raad {
		return "raadsbesluit"
	}
	return string(v.Orgaan) + "besluit"
}

// Evaluatie is what was learnt from a plan that ended.
type Evaluatie struct {
	Tekst string       `json:"tekst"`
	Wie   string       `json:"wie"`
	Datum termijn.Date `json:"datum"`
}

// besluitFaults gives all faults of a decision by orgaan on p at once: the wrong organ, no number, a day that cannot be, an amendment without a part.
func besluitFaults(p Plan, doelen []Doel, orgaan Orgaan, b Besluit, vandaag termijn.Date) []domein.Fault {
	l := lezer{}
	if p.Soort.Orgaan() != orgaan {
		l.fout("orgaan", fmt.Sprintf("Een %s geldt alleen na een %s.", strings.ToLower(p.Soort.Naam()), Vaststelling{Orgaan: p.Soort.Orgaan()}.Naam()))
	}
	if !slices.Contains([]Status{Vastgesteld, Aangehouden, Verworpen}, b.Uitkomst) {
		l.fout("uitkomst", "Kies wat er is besloten: vastgesteld, aangehouden of verworpen.")
	}
	if n := strings.TrimSpace(b.Nummer); n == "" || len(n) > 60 {
		l.fout("nummer", "Vul het nummer van het besluit in, hooguit 60 tekens.")
	}
	switch {
	case b.Datum.IsZero():
		l.fout("datum", "Vul de datum van het besluit in.")
	case b.Datum.After(vandaag):
		l.fout("datum", "Deze dag moet nog komen. Leg het besluit vast als het is genomen.")
	}
	for i, a := range b.Amendementen {
		known := a.Onderdeel == OnderdeelVisie || slices.ContainsFunc(doelen, func(d Doel) bool { return d.ID == a.Onderdeel })
		veld := fmt.Sprintf("amendement%d", i+1)
		if !known || strings.TrimSpace(a.Nummer) == "" || strings.TrimSpace(a.Nieuw) == "" {
			l.fout(veld, "Vul van het amendement het nummer, het onderdeel en de nieuwe tekst in.")
		} else if len(a.Nummer) > 60 || len([]rune(a.Nieuw)) > 1000 {
			l.fout(veld, "Maak het nummer (60 tekens) of de nieuwe tekst (1000 tekens) korter.")
		}
	}
	if len(b.Amendementen) > 0 && (orgaan != Raad || b.Uitkomst != Vastgesteld) {
		l.fout("amendement1", "Alleen de raad wijzigt een plan bij het vaststellen. Haal de amendementen weg.")
	}
	return l.faults
}
