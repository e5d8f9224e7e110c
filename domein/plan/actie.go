// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
)

// ActieStatus is how a measure stands.
type ActieStatus string

// The statuses of a measure. Unlike those of a plan they may go anywhere: work stops, and starts again.
const (
	Gepland ActieStatus = "gepland"
	Loopt   ActieStatus = "loopt"
	Gereed  ActieStatus = "gereed"
	Gestopt ActieStatus = "gestopt"
)

// ActieStatussen lists the statuses.
func ActieStatussen() []ActieStatus { return []ActieStatus{Gepland, Loopt, Gereed, Gestopt} }

// MaxMijlpalen is how many milestones a measure can have.
const MaxMijlpalen = 6

// Mijlpaal is a step of a measure. Gehaald is zero until it was reached.
type Mijlpaal struct {
	Nummer  int
	Naam    string
	Datum   termijn.Date
	Gehaald termijn.Date
}

// Actie is what somebody does for a goal: the measure itself, which stands with the plan, and how it goes, which changes until the plan is closed.
type Actie struct {
	ID, Plan    string
	Doel        string // id of the goal that it serves
	Wat         string
	Trekker     string
	Eigenaar    string // user who leads it and may report on it, or empty
	Partners    string
	Start, Eind termijn.Date
	Middelen    string
	Mijlpalen   []Mijlpaal

	Status      ActieStatus
	Voortgang   int // per cent
	Toelichting string
	Afwijking   string // how it differs from what was planned
	Bijsturing  string // what is done about that

	Inhoud
}

// ActieVelden are the fields of a measure that stand once the plan is offered; ActieVoortgang those that go on changing.
var (
	ActieVelden    = actieVelden()
	ActieVoortgang = actieVoortgang()
)

func actieVelden() []string {
	list := []string{"wat", "trekker", "eigenaar", "partners", "start", "eind", "middelen"}
	for n := 1; n <= MaxMijlpalen; n++ {
		list = append(list, mijlpaalVeld(n, "naam"), mijlpaalVeld(n, "datum"))
	}
	return list
}

func actieVoortgang() []string {
	list := []string{"status", "voortgang", "toelichting", "afwijking", "bijsturing"}
	for n := 1; n <= MaxMijlpalen; n++ {
		list = append(list, mijlpaalVeld(n, "gehaald"))
	}
	return list
}

func mijlpaalVeld(n int, wat string) string { return "mijlpaal" + strconv.Itoa(n) + wat }

// Lees sets the typed fields from Velden and gives all faults at once.
func (a *Actie) Lees() []domein.Fault {
	l := lezer{velden: a.Velden}
	a.Wat = l.nodig("wat", "Schrijf op wat u gaat doen.", 500)
	a.Trekker = l.nodig("trekker", "Vul in wie dit trekt.", 150)
	a.Eigenaar = l.tekst("eigenaar", 100)
	a.Partners = l.tekst("partners", 300)
	a.Start = l.datum("start", "Vul de startdatum in.")
	a.Eind = l.datum("eind", "Vul de einddatum in.")
	a.Middelen = l.tekst("middelen", 300)
	if !a.Start.IsZero() && !a.Eind.IsZero() && a.Eind.Before(a.Start) {
		l.fout("eind", "De einddatum ligt voor de startdatum. Kies een latere dag.")
	}
	a.mijlpalen(&l)
	a.voortgang(&l)
	return l.faults
}

func (a *Actie) mijlpalen(l *lezer) {
	a.Mijlpalen = nil
	for n := 1; n <= MaxMijlpalen; n++ {
		m := Mijlpaal{Nummer: n, Naam: l.tekst(mijlpaalVeld(n, "naam"), 150),
			Datum: l.datum(mijlpaalVeld(n, "datum"), ""), Gehaald: l.datum(mijlpaalVeld(n, "gehaald"), "")}
		switch {
		case m.Naam != "" && m.Datum.IsZero():
			l.fout(mijlpaalVeld(n, "datum"), fmt.Sprintf("Vul de datum van mijlpaal %d in.", n))
		case m.Naam == "" && !m.Datum.IsZero():
			l.fout(mijlpaalVeld(n, "naam"), fmt.Sprintf("Geef mijlpaal %d een naam.", n))
		case m.Naam == "" && !m.Gehaald.IsZero():
			l.fout(mijlpaalVeld(n, "gehaald"), fmt.Sprintf("Mijlpaal %d bestaat niet.", n))
		case m.Naam != "":
			a.Mijlpalen = append(a.Mijlpalen, m)
		}
	}
}

func (a *Actie) voortgang(l *lezer) {
	a.Status = ActieStatus(l.keuze("status", "", "gepland", "loopt", "gereed", "gestopt"))
	if a.Status == "" {
		a.Status = Gepland
	}
	a.Voortgang = l.geheel("voortgang", 0, 0)
	if a.Voortgang > 100 {
		l.fout("voortgang", "Vul een percentage in van 0 tot en met 100.")
	}
	a.Toelichting, a.Afwijking, a.Bijsturing = l.tekst("toelichting", 2000), l.tekst("afwijking", 2000), l.tekst("bijsturing", 2000)
	switch {
	case a.Status == Gereed && a.Voortgang != 100:
		l.fout("voortgang", "De actie is gereed. Vul 100 procent in.")
	case a.Status == Gestopt && a.Afwijking == "":
		l.fout("afwijking", "De actie is gestopt. Schrijf op waarom.")
	case a.Afwijking != "" && a.Bijsturing == "":
		l.fout("bijsturing", "U meldt een afwijking. Schrijf op wat u daaraan doet.")
	}
}

// TeLaat tells whether the measure, or a milestone of it, should have been done before day.
func (a Actie) TeLaat(day termijn.Date) bool {
	if a.Status == Gereed || a.Status == Gestopt {
		return false
	}
	return a.Eind.Before(day) || slices.ContainsFunc(a.Mijlpalen, func(m Mijlpaal) bool { return m.Gehaald.IsZero() && m.Datum.Before(day) })
}
