// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package dossier

import (
	"strings"

	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Taak is something that falls due: work of a person, or a moment at which the program itself must act. What falls due is a row with a moment and nothing else, so a
// deadline cannot get lost between the case and a queue.
type Taak struct {
	ID       string
	Dossier  string // empty where it belongs to none
	Soort    string // code of the kind: "triage", "knoop.deadline"
	Houder   string // a user, "rol:<role>" for whoever has that role, or "systeem"
	Verwijst string // the piece that it is about
	Gemaakt  termijn.Moment
	Vervalt  termijn.Moment
	Gedaan   termijn.Moment // zero: open
	Door     string         // who did it
}

// Systeem holds the tasks that the program carries out itself.
const Systeem = "systeem"

// Bode holds the tasks to bring a message to another system. They are not among the deadlines of Systeem: a letter waits until there is somebody to carry it.
const Bode = "bode"

// VanRol is the holder of a task that anybody with a role can do.
func VanRol(r toegang.Rol) string { return "rol:" + string(r) }

// Van tells whether the task is work of wie.
func (t Taak) Van(wie toegang.Actor) bool {
	if t.Houder == wie.ID {
		return true
	}
	for _, r := range wie.Rollen {
		if t.Houder == VanRol(r) {
			return true
		}
	}
	return false
}

// Houders lists under which names wie holds tasks: his own and those of his roles.
func Houders(wie toegang.Actor) []string {
	list := []string{wie.ID}
	for _, r := range wie.Rollen {
		list = append(list, VanRol(r))
	}
	return list
}

// Open tells whether the task still waits.
func (t Taak) Open() bool { return t.Gedaan.IsZero() }

// TeLaat tells whether the task waits past its term.
func (t Taak) TeLaat(nu termijn.Moment) bool { return t.Open() && !nu.Before(t.Vervalt) }

// Is tells whether the kind of the task is soort or one below it: "knoop.deadline" is a "knoop".
func (t Taak) Is(soort string) bool { return t.Soort == soort || strings.HasPrefix(t.Soort, soort+".") }

// Af marks the task as done.
func (t Taak) Af(wie string, nu termijn.Moment) Taak {
	t.Gedaan, t.Door = nu, wie
	return t
}

// Bericht tells one person that something waits. It holds a code and a place to look, never a name, an address or a word of the dossier (S13).
type Bericht struct {
	ID       string
	Voor     string // a user, or "rol:<role>"
	Soort    string
	Dossier  string
	Verwijst string
	Moment   termijn.Moment
	Gelezen  termijn.Moment
	Gemaild  termijn.Moment // when it was settled who gets mail of it
}

// Verstrekking is a line of the ledger of what was shared: who, with whom, which category, for which purpose, on which ground. The text of the necessity and what was
// shared are in the piece "verstrekking" with the same ID.
type Verstrekking struct {
	ID, Dossier string
	Moment      termijn.Moment
	Door        string // who shared
	Van, Aan    string // organisations
	Ontvanger   string // the user who may see it; empty where it went out on paper or through another system
	Categorie   string
	Vorm        string // "delen", "afdruk", "export", "api" for the system of a partner, "hit"
	Doel        string
	Grondslag   string
	Betrokkenen []string       // pseudonyms within the dossier of whom it is about
	Afwijking   string         // "vitaal_belang", "conflict_van_plichten", or empty
	Tot         termijn.Moment // when the access of the receiver ends; zero for what was given away
	Beoordeeld  termijn.Moment // of a deviation: when somebody else judged it
}

// Treffer is a dossier that was found by words, with how many of them it has.
type Treffer struct {
	Kop
	Woorden int
}

// Loopt tells whether what was shared can still be seen at nu.
func (v Verstrekking) Loopt(nu termijn.Moment) bool { return v.Tot.IsZero() || nu.Before(v.Tot) }

// Mutatie is everything that one intention changes in a dossier: it is kept as a whole, in one transaction with its journal entry, or not at all.
type Mutatie struct {
	Dossier   string
	Kop       *Kop // nil: the head stays as it is
	Was       int  // version of the head that Kop follows; 0 for a new dossier
	Stukken   []Stuk
	Leden     []Lid
	Nood      []Nood
	Zicht     *Zicht         // takes over from whoever has sight now
	ZichtEind termijn.Moment // ends sight on safety without a next holder: the case is closed
	Taken     []Taak
	Berichten []Bericht
	Sporen    []Verstrekking
	Woorden   []string // words under which the dossier can be found; kept as keyed hashes
	// Inhoud is the content of new files by the id of the piece that describes them. That piece holds its hash, so the journal need not.
	Inhoud map[string][]byte `json:"-"`
	Zout   []byte            `json:"-"` // of a new dossier
}

// Daad is a mutation with the grant that allows it. Zout is that of the dossier.
type Daad struct {
	Grant   toegang.Grant
	Soort   Soort
	Zout    []byte
	Mutatie Mutatie
}
