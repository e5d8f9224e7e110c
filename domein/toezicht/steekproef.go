// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package toezicht is what the FG looks at on his own account: a sample of looks at what is personal, his findings, and what was done with them. He advises and decides
// nothing (AVG art. 39): the privacy officer answers a finding.
package toezicht

import (
	"cmp"
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// grootte is how many looks a sample takes: where one in a hundred is wrong, 299 hold one of them with a probability of 95 % (1 - 0.99^299).
const grootte = 299

// InOrde is the judgement that nothing is wrong; every other one is a finding.
const InOrde = "in orde"

// Oordelen are what a look can be judged to be, and Opvolgingen what is done with a finding. Both come from a list: what is written about an employee here is read by others.
var (
	Oordelen    = []string{InOrde, "het doel past niet bij wat is bekeken", "geen taak of plek die dit verklaart", "vaker bekeken dan de taak vraagt", "te bespreken met de privacyfunctionaris"}
	Opvolgingen = []string{"uitgelegd: het was terecht", "gesproken met de medewerker", "toegang aangepast", "gemeld als datalek"}
)

// Steekproef is the sample of one month. It is drawn once, from a seed that is kept: nobody draws again until it pleases, and anybody can draw it again to check.
type Steekproef struct {
	ID        string
	Van       termijn.Date // first day of the month
	Zaad      int64
	Omvang    int // looks in that month
	Getrokken termijn.Moment
	Door      string
	Getekend  termijn.Moment // when the FG closed it
	Regels    []Regel
}

// Regel is one look in a sample.
type Regel struct {
	Volgnr        int64 // of its row in the journal
	Nood          bool  // by an emergency access: those are all in it
	Oordeel       string
	OordeelOp     termijn.Moment
	Opvolging     string
	OpvolgingDoor string
	OpvolgingOp   termijn.Moment
	Rij           journaal.Rij `json:"-"` // filled in to be shown
	Codenaam      string       `json:"-"` // of the dossier; empty where it is gone
}

// Bevinding tells whether something was found.
func (r Regel) Bevinding() bool { return r.Oordeel != "" && r.Oordeel != InOrde }

// Open counts the looks that were not judged, and the findings that nobody answered.
func (s Steekproef) Open() (teBeoordelen, teBeantwoorden int) {
	for _, r := range s.Regels {
		switch {
		case r.Oordeel == "":
			teBeoordelen++
		case r.Bevinding() && r.Opvolging == "":
			teBeantwoorden++
		}
	}
	return teBeoordelen, teBeantwoorden
}

// Blik is a look by its number.
type Blik struct {
	Volgnr int64
	Nood   bool
}

// Store is what this room needs kept.
type Store interface {
	// Kijk commits entries on looks. It returns when they are durable.
	Kijk(ctx context.Context, entries ...journaal.Entry) error
	// Blikken lists the looks of people at dossiers in a period by their number, oldest first; nood is the purpose of an emergency access.
	Blikken(ctx context.Context, g toegang.Grant, van, tot termijn.Moment, nood string) ([]Blik, error)
	// SaveSteekproef keeps a sample. A second one of a month is a Conflict.
	SaveSteekproef(ctx context.Context, g toegang.Grant, s Steekproef, entry journaal.Entry) error
	// Steekproeven lists all, newest first, without the rows of the journal; Steekproef gives one with them, or NotFound.
	Steekproeven(ctx context.Context, g toegang.Grant) ([]Steekproef, error)
	Steekproef(ctx context.Context, g toegang.Grant, id string) (Steekproef, error)
	SaveRegels(ctx context.Context, g toegang.Grant, id string, regels []Regel, entry journaal.Entry) error
	Teken(ctx context.Context, g toegang.Grant, id string, op termijn.Moment, entry journaal.Entry) error
	// Voorwaarden lists conditions, newest first. SaveVoorwaarde keeps one; a second of a kind that stands is a Conflict. TrekIn ends one that stands, with every question that nobody
	// judged and the tasks about it; where none stands, it is a Conflict.
	Voorwaarden(ctx context.Context, g toegang.Grant) ([]Voorwaarde, error)
	SaveVoorwaarde(ctx context.Context, g toegang.Grant, v Voorwaarde, entry journaal.Entry) error
	TrekIn(ctx context.Context, g toegang.Grant, id, wie string, op termijn.Moment, werk Werk, entry journaal.Entry) error
	Vragenkast
}

// Service holds the use cases on supervision.
type Service struct {
	domein.Kader
	Store Store
	// Toeval gives a seed that nobody knows beforehand, and Schud the order in which a seed puts n things, by swapping two at a time.
	Toeval func() int64
	Schud  func(zaad int64, n int, wissel func(i, j int))
	// Gebruikers lists the users of a controller, and Naam gives the words under which somebody of a name would be found.
	Gebruikers func(ctx context.Context, verantwoordelijke string) ([]toegang.Actor, error)
	Naam       func(naam string) Naam
}

func middel(wie toegang.Actor, id string) toegang.Middel {
	return toegang.Middel{Soort: "steekproef", ID: id, Verantwoordelijke: wie.Verantwoordelijke}
}

// Maand gives the first day of the last month that is over: the one of which a sample can be drawn.
func (s *Service) Maand() termijn.Date {
	vandaag := s.Nu().Date()
	return vandaag.AddDays(1 - vandaag.Day()).AddMonths(-1)
}

// Trek draws the sample of the last month: all looks by emergency access, and 299 of the others by chance.
func (s *Service) Trek(ctx context.Context, wie toegang.Actor) (Steekproef, error) {
	const op = "toezicht.Trek"
	id := s.NieuwID()
	grant, err := s.Mag(wie, toegang.ToezichtBevinden, middel(wie, id))
	if err != nil {
		return Steekproef{}, domein.Wrap(op, err)
	}
	van := s.Maand()
	blikken, err := s.Store.Blikken(ctx, grant, van.Start(), van.AddMonths(1).Start(), dossier.NoodReden.Doel)
	if err != nil {
		return Steekproef{}, domein.Wrap(op, err)
	}
	if len(blikken) == 0 {
		return Steekproef{}, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "In de vorige maand is niets bekeken. Er valt geen steekproef te trekken."}
	}
	p := Steekproef{ID: id, Van: van, Zaad: s.Toeval(), Omvang: len(blikken), Getrokken: s.Nu(), Door: wie.ID}
	p.Regels = Kies(blikken, func(n int, wissel func(i, j int)) { s.Schud(p.Zaad, n, wissel) })
	entry, err := s.Entry(grant, "steekproef", id, p)
	if err != nil {
		return p, domein.Wrap(op, err)
	}
	return p, domein.Wrap(op, s.Store.SaveSteekproef(ctx, grant, p, entry))
}

// Kies draws the sample of these looks in the order in which schud puts them.
func Kies(blikken []Blik, schud func(n int, wissel func(i, j int))) []Regel {
	var list []Regel
	var rest []Blik
	for _, b := range blikken {
		if b.Nood {
			list = append(list, Regel{Volgnr: b.Volgnr, Nood: true})
		} else {
			rest = append(rest, b)
		}
	}
	schud(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
	for _, b := range rest[:min(len(rest), grootte)] {
		list = append(list, Regel{Volgnr: b.Volgnr})
	}
	slices.SortFunc(list, func(a, b Regel) int { return cmp.Compare(a.Volgnr, b.Volgnr) })
	return list
}
