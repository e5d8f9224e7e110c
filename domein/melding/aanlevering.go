// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
)

// Deur is the way by which a report came in.
type Deur string

// The doors. Each fixes the destination that a report may have.
const (
	Formulier Deur = "formulier" // the form for partners with an account
	CORV      Deur = "corv"      // XML of the Collectieve Opdracht Routeer Voorziening: a watched folder or an upload
	JZV       Deur = "jzv"       // JSON of the stelsel Jeugd, Zorg en Veiligheid
	CSV       Deur = "csv"       // a list of reports
)

// Aanlevering is a report as it came through a door, read but not yet kept.
type Aanlevering struct {
	Deur          Deur
	Soort         Berichtsoort
	Kenmerk       string // of the message at its sender: the same one twice is the same report
	Zaak          string // number of the case at its sender, to which an answer refers
	Afzender      Partij
	Geadresseerde Partij
	Verzonden     termijn.Moment // when the sender made it; never in the future
	Bestemming    Bestemming
	Aanleiding    string // what happened, in the words of the sender
	Verzoek       string // what the sender asks for
	Zorgen        []Zorg
	Incidenten    []Incident
	Betrokkenen   []Betrokkene
	Terugkoppelen bool   // the sender wants to hear the outcome
	AntwoordOp    string // for an answer: the Kenmerk of the message that it answers
	Bekend        string // for ucob: "ja", "nee"; empty otherwise
	Plek          string `json:"-"` // where it stood in a file with more of them: "regel 3"
}

// Berichtsoort is what a message is.
type Berichtsoort string

// The kinds of message that can come in.
const (
	MeldingGeneriek    Berichtsoort = "melding"        // a report for this organisation
	CheckBekendheid    Berichtsoort = "check"          // vcob: is somebody known here?
	AntwoordBekendheid Berichtsoort = "check_antwoord" // ucob: the answer to our own check
	Overdracht         Berichtsoort = "overdracht"     // Veilig Thuis hands over to the gemeente or the ZVH
)

// Bestemming says for whom a report is.
type Bestemming string

// The destinations, as CORV writes them. A report for Veilig Thuis is never received here.
const (
	VoorZVH Bestemming = "ZVH"
	VoorNAZ Bestemming = "NAZ" // niet-acute zorg: the gemeente
	VoorVT  Bestemming = "VT"
)

// Partij is an organisation in a message.
type Partij struct {
	OIN        string `json:"oin,omitempty"` // 20 digits
	Naam       string `json:"naam,omitempty"`
	Contact    string `json:"contact,omitempty"` // who can be asked, as the sender wrote it
	Telefoon   string `json:"telefoon,omitempty"`
	Mailadres  string `json:"mailadres,omitempty"`
	Applicatie string `json:"applicatie,omitempty"`
}

// Zorg is a worry of the sender: a question with its answer, or a leefgebied. Codes whose meaning is not public stay codes.
type Zorg struct {
	Code  string `json:"code"`
	Tekst string `json:"tekst,omitempty"`
}

// Incident is something that happened at one place and time.
type Incident struct {
	Kenmerk string `json:"kenmerk,omitempty"` // for example the BVH number
	Datum   string `json:"datum,omitempty"`   // as much as is known
	Plaats  string `json:"plaats,omitempty"`
	Tekst   string `json:"tekst,omitempty"`
}

// Betrokkene is a person in a message with his role in what happened.
type Betrokkene struct {
	persoon.Persoon
	Rol string `json:"rol,omitempty"` // code of the sender
}
