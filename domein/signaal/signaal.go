// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package signaal holds notable developments: a count in an area and month that is higher than its own past explains, judged together with all other series of
// that month. A signal says what was seen and what was expected, never why; what it means is for people, and what became of it is its life cycle (letter 2b).
package signaal

import (
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/termijn"
)

// Status is a station in the life of a signal.
type Status string

// The stations.
const (
	Nieuw     Status = "nieuw"
	Geduid    Status = "geduid"
	Besproken Status = "besproken"
	Opgepakt  Status = "opgepakt"
	Gesloten  Status = "gesloten"
)

// Statussen lists the stations in the order of the work.
func Statussen() []Status { return []Status{Nieuw, Geduid, Besproken, Opgepakt, Gesloten} }

// overgangen is the whole life cycle: from where one may go where.
var overgangen = map[Status][]Status{
	Nieuw:     {Geduid, Gesloten},
	Geduid:    {Geduid, Besproken, Opgepakt, Gesloten},
	Besproken: {Geduid, Besproken, Opgepakt, Gesloten},
	Opgepakt:  {Besproken, Gesloten},
	Gesloten:  {Geduid},
}

// nodig are the fields that a station asks for, each with what to fill in.
var nodig = map[Status][]domein.Fault{
	Geduid:    {{Veld: "duiding", Melding: "Schrijf wat er volgens u aan de hand kan zijn."}, {Veld: "duidingsbron", Melding: "Vul in op welke bron u zich baseert."}},
	Besproken: {{Veld: "tafel", Melding: "Vul in waar en wanneer het signaal is besproken."}},
	Opgepakt:  {{Veld: "opvolging", Melding: "Schrijf wie wat gaat doen."}},
	Gesloten:  {{Veld: "sluitreden", Melding: "Vul de reden van sluiten in."}},
}

// Naar lists where a signal may go from s.
func (s Status) Naar() []Status { return overgangen[s] }

// Mag tells whether a signal may go from s to naar.
func (s Status) Mag(naar Status) bool { return slices.Contains(overgangen[s], naar) }

// Velden lists the fields that people fill in when a signal reaches s.
func (s Status) Velden() []string {
	var names []string
	for _, f := range nodig[s] {
		names = append(names, f.Veld)
	}
	return names
}

// Meting is what the judgement of one month found, in counts per month. What is not known is NaN; Onder, Boven and Kleinste are worked out only for series in which
// something rang or came close.
type Meting struct {
	Gezien          float64
	Verwacht        float64
	Onder, Boven    float64 // smallest and largest count of the interval in which 95 of 100 quiet months fall
	P               float64 // probability of a count at least this high in a quiet month
	Drempel         float64 // p-value up to which this cell would ring, the others of its family being what they are
	Kleinste        float64 // smallest count that would ring; NaN where none can be given
	Getoetst        int     // series judged together with it
	ZonderUitspraak int     // series of the family about which nothing could be said
	Voorlopig       bool    // the source may still change Gezien
}

// Signaal is one notable development.
type Signaal struct {
	ID      string
	Soort   string // kind of figure
	Gebied  string
	Periode cijfer.Periode
	Meting
	Ontstaan termijn.Moment
	Versie   int
	Velden   map[string]domein.Veld
	// Vervallen is set when a revised figure no longer rings; the signal and its story stay.
	Vervallen bool
}

// Cel names the figure that rang.
func (s Signaal) Cel() cijfer.Cel {
	return cijfer.Cel{Soort: s.Soort, Gebied: s.Gebied, Periode: s.Periode}
}

// Status gives the station at which s is.
func (s Signaal) Status() Status {
	if v, ok := s.Velden["status"]; ok {
		return Status(v.Waarde)
	}
	return Nieuw
}

// Veld gives what people filled in, or "".
func (s Signaal) Veld(naam string) string { return s.Velden[naam].Waarde }

// Gebeurtenis is one thing that happened to a signal.
type Gebeurtenis struct {
	Signaal string
	Moment  termijn.Moment
	Wie     string // id of the user, WieSysteem or WiePartner
	Wat     string // a Status, or Herzien, Gevraagd, Antwoord
	Tekst   string
	Bron    string // what the text rests on; of a question the organisation that was asked
}

// What can happen to a signal besides reaching a station.
const (
	Herzien  = "herzien"
	Gevraagd = "gevraagd"
	Antwoord = "antwoord"
)

// Who can act besides a user.
const (
	WieSysteem = "systeem"
	WiePartner = "partner"
)

// Vraag is a question to a partner who has no account; he answers through one link. Only the hash of the key in the link is kept.
type Vraag struct {
	ID         string
	Signaal    string
	Hash       string
	Aan        string // organisation, never a person
	Tekst      string
	Wie        string // who asked
	Gesteld    termijn.Moment
	Tot        termijn.Moment // the link works until then
	Antwoord   string
	Bron       string // source on which the partner bases the answer
	Beantwoord termijn.Moment
}

// LaatsteDag is the last day on which the link works.
func (v Vraag) LaatsteDag() termijn.Date { return v.Tot.Date().AddDays(-1) }

// Open tells whether the question can still be answered at nu.
func (v Vraag) Open(nu termijn.Moment) bool { return v.Beantwoord.IsZero() && nu.Before(v.Tot) }
