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

// Velden lists the fields that people fill in.
func Velden() []string {
	return []string{"status", "duiding", "duidingsbron", "tafel", "opvolging", "sluitreden"}
}

// Meting is what the judgement of one month found, in counts per month.
type Meting struct {
	Gezien          float64
	Verwacht        float64
	Onder, Boven    float64 // interval in which a quiet month falls; NaN where there is none
	P               float64 // probability of a count at least this high in a quiet month
	Drempel         float64 // p-value up to which a cell of its family rang
	Kleinste        float64 // smallest count that would have rung; NaN where none can be given
	Getoetst        int     // series judged together with it
	ZonderUitspraak int     // series of the family about which nothing could be said
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
	Wie     string // id of the user, or of the partner question
	Wat     string // a Status, "herzien", "gevraagd", "antwoord"
	Tekst   string
	Bron    string
}

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

// Open tells whether the question can still be answered at nu.
func (v Vraag) Open(nu termijn.Moment) bool { return v.Beantwoord.IsZero() && nu.Before(v.Tot) }
