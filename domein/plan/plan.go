// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package plan holds what the municipality wants and does: integral safety plan (IVP), Wmo- and Jeugdplan and the yearly jaaruitvoeringsplan, with their
// priorities, goals, indicators and measures (VNG Kernbeleid Veiligheid; letter 1, 6a, 6b).
//
// The raad adopts a plan, the college a jaaruitvoeringsplan; only that makes it valid (invariant I15), and from the moment that it is offered its text stands.
// How measures go, what indicators measure and which ties there are goes on changing.
package plan

import (
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Soort is the kind of plan.
type Soort string

// The kinds.
const (
	IVP   Soort = "ivp"
	Wmo   Soort = "wmo"
	Jeugd Soort = "jeugd"
	JUP   Soort = "jup"
)

// Orgaan is who adopts.
type Orgaan string

// The organs.
const (
	Raad    Orgaan = "raad"
	College Orgaan = "college"
)

// soorten is what sets the kinds apart. The raad adopts the first three (Politiewet 2012 art. 38b, Wmo 2015 art. 2.1.2, Jeugdwet art. 2.2); no statute asks
// for a jaaruitvoeringsplan, so it is of the college (Gemeentewet art. 160).
var soorten = []struct {
	soort  Soort
	naam   string
	kort   string
	domein string
	orgaan Orgaan
}{
	{IVP, "Integraal veiligheidsplan", "IVP", toegang.DomeinVeiligheid, Raad},
	{Wmo, "Wmo-plan", "Wmo-plan", toegang.DomeinZorg, Raad},
	{Jeugd, "Jeugdplan", "Jeugdplan", toegang.DomeinZorg, Raad},
	{JUP, "Jaaruitvoeringsplan", "JUP", toegang.DomeinVeiligheid, College},
}

// Soorten lists the kinds in the order in which they are shown.
func Soorten() []Soort {
	list := make([]Soort, len(soorten))
	for i, s := range soorten {
		list[i] = s.soort
	}
	return list
}

func (s Soort) index() int {
	for i := range soorten {
		if soorten[i].soort == s {
			return i
		}
	}
	return -1
}

// Bekend tells whether s is one of the kinds.
func (s Soort) Bekend() bool { return s.index() >= 0 }

// Naam gives the name on screen; the code itself for an unknown kind.
func (s Soort) Naam() string {
	if i := s.index(); i >= 0 {
		return soorten[i].naam
	}
	return string(s)
}

// Kort gives the name as people say it: "IVP".
func (s Soort) Kort() string {
	if i := s.index(); i >= 0 {
		return soorten[i].kort
	}
	return string(s)
}

// Domein gives the field of policy that the kind belongs to, and so who writes it.
func (s Soort) Domein() string {
	if i := s.index(); i >= 0 {
		return soorten[i].domein
	}
	return ""
}

// Orgaan gives who adopts the kind.
func (s Soort) Orgaan() Orgaan {
	if i := s.index(); i >= 0 {
		return soorten[i].orgaan
	}
	return ""
}

// MerkVoorbeeld marks a plan that is not of the municipality; each page of it says so.
const MerkVoorbeeld = "voorbeeld, niet van de gemeente"

// Inhoud is what people edit: fields, each with the version in which it last changed.
type Inhoud struct {
	Versie int
	Velden map[string]domein.Veld
	Stempel
}

// Stempel is who saves a version, and when. It is set for a save; Geschiedenis gives it of every version.
type Stempel struct {
	Wie string
	Op  termijn.Moment
}

// Waarden gives the fields without their versions.
func (t Inhoud) Waarden() map[string]string {
	m := make(map[string]string, len(t.Velden))
	for naam, v := range t.Velden {
		m[naam] = v.Waarde
	}
	return m
}

// Plan is one plan in one version. A new version of an adopted plan is another Plan that replaces it.
type Plan struct {
	ID       string
	Soort    Soort
	Status   Status
	Merk     string // MerkVoorbeeld, or empty
	Ouder    string // of a jaaruitvoeringsplan: the IVP that it carries out
	Vervangt string // the plan of which this is a new version, or empty

	Titel    string
	Visie    string
	Van, Tot termijn.Date // first and last day

	Vaststelling Vaststelling // zero until an organ decided
	Evaluatie    Evaluatie    // zero until it was evaluated

	Inhoud
}

// PlanVelden are the fields of a plan that people edit.
var PlanVelden = []string{"titel", "van", "tot", "visie"}

// Lees sets the typed fields from Velden and gives all faults at once.
func (p *Plan) Lees() []domein.Fault {
	l := lezer{velden: p.Velden}
	p.Titel = l.nodig("titel", "Geef het plan een titel.", 150)
	p.Visie = l.tekst("visie", 10_000)
	p.Van = l.datum("van", "Vul de eerste dag in.")
	p.Tot = l.datum("tot", "Vul de laatste dag in.")
	if len(l.faults) == 0 {
		l.faults = append(l.faults, p.periode()...)
	}
	return l.faults
}

func (p *Plan) periode() []domein.Fault {
	if p.Tot.Before(p.Van) {
		return []domein.Fault{{Veld: "tot", Melding: "De laatste dag ligt voor de eerste dag. Kies een latere dag."}}
	}
	code := map[Soort]string{IVP: termijn.DoelenRaad, JUP: termijn.DuurJaarplan}[p.Soort]
	if code == "" {
		return nil // Wmo 2015 art. 2.1.2 and Jeugdwet art. 2.2 say "periodiek", without a number of years
	}
	regel, err := termijn.Geldend(code, p.Van)
	if err != nil {
		return []domein.Fault{{Veld: "van", Melding: "Voor deze datum is geen termijn bekend. Kies een dag vanaf 2013."}}
	}
	last := p.Van.AddMonths(regel.Maanden()).AddDays(-1)
	switch {
	case p.Soort == JUP && p.Tot != last:
		return []domein.Fault{{Veld: "tot", Melding: fmt.Sprintf("Een jaaruitvoeringsplan duurt precies %d maanden. De laatste dag is %s.", regel.Maanden(), last)}}
	case p.Soort == IVP && p.Tot.After(last):
		return []domein.Fault{{Veld: "tot", Melding: fmt.Sprintf("De raad stelt de doelen minstens eens per %d jaar vast (%s). De laatste dag is uiterlijk %s.", regel.Waarde, regel.Grond(), last)}}
	}
	return nil
}

// Openbaar tells whether the raad may see the plan: it was offered to the raad, or adopted. A jaaruitvoeringsplan goes to the college first.
func (p Plan) Openbaar() bool {
	if p.Soort.Orgaan() == College {
		return slices.Contains([]Status{Vastgesteld, Geevalueerd, Afgesloten}, p.Status)
	}
	return p.Status != Concept
}

// Middel is the plan, or a part of it, as the gate sees it. While the text is open the gate hears "concept", also when the raad has held it over.
func (p Plan) Middel(soort, id, verantwoordelijke string) toegang.Middel {
	status := string(p.Status)
	if p.Status.Open() {
		status = toegang.StatusConcept
	}
	return toegang.Middel{Soort: soort, ID: id, Verantwoordelijke: verantwoordelijke, Domein: p.Soort.Domein(), Openbaar: p.Openbaar(), Status: status}
}

// Loopt tells whether the plan is adopted and day lies in its period.
func (p Plan) Loopt(day termijn.Date) bool {
	return (p.Status == Vastgesteld || p.Status == Geevalueerd) && !day.Before(p.Van) && !day.After(p.Tot)
}
