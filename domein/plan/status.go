// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import "slices"

// Status is where a plan stands in its life.
//
// The table is the honest core of the longer chains that municipalities draw (preparation, start note, commission): a status exists only where
// something else is allowed. That an adopted plan runs follows from its period (Loopt), that it was replaced from the newer plan, and that it was adopted with
// changes from its amendments.
type Status string

// The statuses.
const (
	Concept         Status = "concept"
	TerVaststelling Status = "ter vaststelling" // offered to the organ that adopts; the text stands
	Aangehouden     Status = "aangehouden"      // the organ put it off; the text is open again
	Verworpen       Status = "verworpen"
	Vastgesteld     Status = "vastgesteld"
	Geevalueerd     Status = "geëvalueerd"
	Afgesloten      Status = "afgesloten"
)

// Statussen lists the statuses in the order of a life.
func Statussen() []Status {
	return []Status{Concept, TerVaststelling, Aangehouden, Verworpen, Vastgesteld, Geevalueerd, Afgesloten}
}

// overgangen is the life cycle. What is not in it is not allowed.
var overgangen = map[Status][]Status{
	Concept:         {TerVaststelling},
	TerVaststelling: {Vastgesteld, Aangehouden, Verworpen},
	Aangehouden:     {TerVaststelling},
	Verworpen:       nil, // a plan that the raad rejected comes back as a new plan
	Vastgesteld:     {Geevalueerd},
	Geevalueerd:     {Afgesloten},
	Afgesloten:      nil,
}

// Mag tells whether a plan may go from s to naar.
func (s Status) Mag(naar Status) bool { return slices.Contains(overgangen[s], naar) }

// Open tells whether the text may change.
func (s Status) Open() bool { return s == Concept || s == Aangehouden }

// Geldig tells whether an organ adopted the plan: goals count and measures run.
func (s Status) Geldig() bool { return s == Vastgesteld || s == Geevalueerd || s == Afgesloten }
