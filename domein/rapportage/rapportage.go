// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package rapportage holds what the raad and the public may see: a report per plan and period, in editions. Release and edition have a life of their own, so this
// is a room beside plan (docs/adr/0006-rapportage-own-room.md).
//
// Nothing is public by itself. A report goes out by collegebesluit, from a moment that is set to the minute; what goes out is frozen into a Publicatie, an aggregate
// in which a figure that may not be seen is not written down at all (invariant I12). Pages without login read nothing else, so there is nothing behind them that could
// leak. A correction is a new edition; what an earlier one hid stays hidden, and what it showed counts as known.
package rapportage

import (
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Status is where an edition stands.
type Status string

// The statuses. Whether the public can read an edition is another question: see Rapportage.Openbaar.
const (
	Concept     Status = "concept"
	Vrijgegeven Status = "vrijgegeven"
	Ingetrokken Status = "ingetrokken" // a newer edition was released in its place
)

// Statussen lists the statuses in the order of a life.
func Statussen() []Status { return []Status{Concept, Vrijgegeven, Ingetrokken} }

// overgangen is the life cycle. What is not in it is not allowed: what was released is never a draft again.
var overgangen = map[Status][]Status{
	Concept:     {Vrijgegeven},
	Vrijgegeven: {Ingetrokken},
	Ingetrokken: nil,
}

// Mag tells whether an edition may go from s to naar.
func (s Status) Mag(naar Status) bool { return slices.Contains(overgangen[s], naar) }

// Indeling is how the tables of figures that are not open divide the period.
type Indeling string

// The ways to divide. Over the whole period counts are larger, so that fewer cells need to be hidden.
const (
	Geheel     Indeling = "geheel"
	PerPeriode Indeling = "periode"
)

// Vrijgave is the decision by which an edition went out.
type Vrijgave struct {
	Besluit string         `json:"besluit"` // number of the collegebesluit
	Datum   termijn.Date   `json:"datum"`
	Embargo termijn.Moment `json:"embargo"`        // as it was decided, to the minute
	Vanaf   termijn.Moment `json:"vanaf"`          // from when the public can read it: the embargo, and never before it was recorded
	Door    string         `json:"door,omitempty"` // id of who released; the public does not get it
	Naam    string         `json:"naam"`           // his name and office, as the public reads them
	Functie string         `json:"functie"`
	Op      termijn.Moment `json:"op"` // when he did
}

// Rapportage is one edition of a report on one plan over one period.
type Rapportage struct {
	ID        string
	Plan      string
	Soort     plan.Soort
	Titel     string // of the plan
	Merk      string // plan.MerkVoorbeeld, or empty
	Tijdvak   Tijdvak
	Editie    int
	Vervangt  string // id of the edition that this one corrects, or empty
	Status    Status
	Opsteller string
	Vrijgave  Vrijgave // zero for a draft

	Versie int
	Velden map[string]domein.Veld
}

// Openbaar tells whether the public can read the edition at nu. An edition that was replaced stays readable.
func (r Rapportage) Openbaar(nu termijn.Moment) bool {
	return r.Status != Concept && !r.Vrijgave.Vanaf.IsZero() && !nu.Before(r.Vrijgave.Vanaf)
}

// Reeks is the same for all editions of one report.
func (r Rapportage) Reeks() string { return r.Plan + " " + r.Tijdvak.Code() }

// Middel is the report as the gate sees it.
func (r Rapportage) Middel(nu termijn.Moment, verantwoordelijke string) toegang.Middel {
	return toegang.Middel{Soort: "rapportage", ID: r.ID, Verantwoordelijke: verantwoordelijke, Domein: r.Soort.Domein(), Openbaar: r.Openbaar(nu), Status: string(r.Status)}
}

// Indeling gives how the author wants the period divided.
func (r Rapportage) Indeling() Indeling {
	if Indeling(r.Velden[VeldIndeling].Waarde) == PerPeriode {
		return PerPeriode
	}
	return Geheel
}

// The fields of a report that people edit; Duiding and Bijstelling are one for each goal.
const (
	VeldInleiding = "inleiding"
	VeldIndeling  = "indeling"
)

// VeldDuiding names the field that says what the figures of a goal mean.
func VeldDuiding(doel string) string { return "duiding-" + doel }

// VeldBijstelling names the field that says what the author proposes to adjust for a goal.
func VeldBijstelling(doel string) string { return "bijstelling-" + doel }

// Instelling is the smallest count that may be shown. A count of zero is always shown.
type Instelling struct {
	Minimum  int // of incidents
	Personen int // of persons, and of violence at home: kinds that are marked gevoelig
	Versie   int
}

// StandaardInstelling holds until somebody changed it: 5, and 10 for counts of persons, as is customary (domain.md 3.5).
var StandaardInstelling = Instelling{Minimum: 5, Personen: 10}

// The bounds of the setting: under 3 a neighbour who knows one case knows the other; over 100 nothing is left.
const (
	minimumLaagst  = 3
	minimumHoogst  = 100
	langsteTekst   = 4000
	langsteBesluit = 60
)

func (i Instelling) faults() []domein.Fault {
	var faults []domein.Fault
	for _, f := range []struct {
		veld   string
		waarde int
	}{{"minimum", i.Minimum}, {"personen", i.Personen}} {
		if f.waarde < minimumLaagst || f.waarde > minimumHoogst {
			faults = append(faults, domein.Fault{Veld: f.veld, Melding: "Vul een heel getal in van 3 tot en met 100."})
		}
	}
	if len(faults) == 0 && i.Personen < i.Minimum {
		faults = append(faults, domein.Fault{Veld: "personen", Melding: "Voor personen geldt minstens hetzelfde minimum als voor andere aantallen."})
	}
	return faults
}
