// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package overleg is the meeting about cases: who comes for which item, what is decided and agreed, and the list of it. What is said about people stands sealed in the case
// that an item is about; here are moments, code names and who was there.
package overleg

import (
	"context"
	"slices"
	"strings"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// The pieces that a meeting leaves in a case. JZV calls them Casusoverleg, Besluit and Actie.
const (
	Agendapunt = "agendapunt"     // the question of one item
	Besluit    = "overlegbesluit" // what the table decided; no besluit of the Awb, and a decision on care stays with its own organ
	Afspraak   = "afspraak"       // who does what, and when
)

// TaakAgenderen waits for a procesregisseur while a knot is to be brought to a table; it refers to the knot.
const TaakAgenderen = "agenderen"

// Soorten are the sorts of meeting.
var Soorten = []string{"casusoverleg", "managers van de organisaties", "wethouder zorg en burgemeester", "vierhoek"}

// Overleg is one meeting.
type Overleg struct {
	ID, Soort         string
	Van, Tot          termijn.Moment
	Voorzitter, Maker string // pseudonyms
	Punten            []Punt // in their order
}

// Punt is one item: about one case, for these people only.
type Punt struct {
	ID, Overleg, Dossier string
	Knoop                string // the knot that it is about, or empty
	Nr                   int
	Genodigden           []Genodigde
}

// Genodigde is somebody who is asked for an item. A guest sits outside the circle and sees the item around the meeting only.
type Genodigde struct {
	Gebruiker string
	Gast      bool
	Aanwezig  string // "ja", "nee"; empty: not noted yet
}

// Store is what this room needs kept beside what the vault keeps.
type Store interface {
	dossier.Store
	SaveOverleg(ctx context.Context, g toegang.Grant, o Overleg, entry journaal.Entry) error
	// Overleg gives one meeting with its items, or NotFound.
	Overleg(ctx context.Context, g toegang.Grant, id string) (Overleg, error)
	// Overleggen lists the meetings since a moment that the actor of the grant made or chairs, is asked for, or that treat a case in whose circle he sits, oldest first.
	Overleggen(ctx context.Context, g toegang.Grant, sinds, nu termijn.Moment, aantal int) ([]Overleg, error)
	// NeemOpAgenda keeps an item with what it changes in its case.
	NeemOpAgenda(ctx context.Context, daad dossier.Daad, p Punt, entries []journaal.Entry) error
	SaveAanwezig(ctx context.Context, daad dossier.Daad, p Punt, entries []journaal.Entry) error
	// OverleggenVan lists the meetings that treat a case, oldest first, each with the items about that case only.
	OverleggenVan(ctx context.Context, g toegang.Grant, dossier string) ([]Overleg, error)
	Taken(ctx context.Context, g toegang.Grant, houders []string, aantal int) ([]dossier.Taak, error)
	Codenamen(ctx context.Context, g toegang.Grant, ids []string) (map[string]string, error)
}

// Service holds the use cases on meetings.
type Service struct {
	dossier.Kluis
	Store Store
	// Gebruiker gives the role and organisation of a user, or NotFound.
	Gebruiker func(ctx context.Context, verantwoordelijke, id string) (toegang.Actor, error)
	// Zeef leaves out of a dossier what a member of its circle may not see.
	Zeef func(d dossier.Dossier, lid dossier.Lid, wie string, nu termijn.Moment) dossier.Dossier
}

// Nieuw is a meeting that is called.
type Nieuw struct {
	Soort      string
	Dag        termijn.Date
	Begin, End string // "13:30"
	Voorzitter string
}

// moment reads an hour of the day.
func (n Nieuw) moment(uur string) (termijn.Moment, bool) {
	t, err := time.ParseInLocation("15:04", strings.TrimSpace(uur), termijn.Amsterdam)
	if err != nil || n.Dag.IsZero() {
		return termijn.Moment{}, false
	}
	return termijn.At(time.Date(n.Dag.Year(), time.Month(n.Dag.Month()), n.Dag.Day(), t.Hour(), t.Minute(), 0, 0, termijn.Amsterdam)), true
}

func middel(wie toegang.Actor, id string) toegang.Middel {
	return toegang.Middel{Soort: "overleg", ID: id, Verantwoordelijke: wie.Verantwoordelijke}
}

// Roep calls a meeting.
func (s *Service) Roep(ctx context.Context, wie toegang.Actor, n Nieuw) (Overleg, error) {
	const op = "overleg.Roep"
	id := s.NieuwID()
	grant, err := s.Mag(wie, toegang.OverlegVoorbereiden, middel(wie, id))
	if err != nil {
		return Overleg{}, domein.Wrap(op, err)
	}
	van, ok := n.moment(n.Begin)
	tot, okEnd := n.moment(n.End)
	var faults []domein.Fault
	if !slices.Contains(Soorten, n.Soort) {
		faults = append(faults, domein.Fault{Veld: "soort", Melding: "Kies wat voor overleg het is."})
	}
	switch {
	case n.Dag.IsZero():
		faults = append(faults, domein.Fault{Veld: "dag", Melding: "Kies de dag."})
	case !ok:
		faults = append(faults, domein.Fault{Veld: "begin", Melding: "Schrijf het begin als 13:30."})
	case !okEnd || !van.Before(tot):
		faults = append(faults, domein.Fault{Veld: "eind", Melding: "Schrijf het einde als 15:00. Het ligt na het begin."})
	case van.Before(s.Nu()):
		faults = append(faults, domein.Fault{Veld: "dag", Melding: "Dit moment is al voorbij. Kies een dag en een tijd die nog komen."})
	}
	voorzitter, err := s.Gebruiker(ctx, wie.Verantwoordelijke, n.Voorzitter)
	if domein.KindOf(err) == domein.NotFound || n.Voorzitter == "" {
		faults, err = append(faults, domein.Fault{Veld: "voorzitter", Melding: "Kies wie het overleg voorzit."}), nil
	}
	if err != nil {
		return Overleg{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Dit overleg is nog niet gepland.", faults); err != nil {
		return Overleg{}, err
	}
	o := Overleg{ID: id, Soort: n.Soort, Van: van, Tot: tot, Voorzitter: voorzitter.ID, Maker: wie.ID}
	entry, err := s.Entry(grant, "overleg", id, o)
	if err != nil {
		return o, domein.Wrap(op, err)
	}
	return o, domein.Wrap(op, s.Store.SaveOverleg(ctx, grant, o, entry))
}

// venster tells whether a guest may see an item of o at nu: some time before the meeting until some time after it.
func venster(o Overleg, nu termijn.Moment) (bool, error) {
	voor, err := termijn.Geldend(termijn.GastVoorOverleg, nu.Date())
	if err != nil {
		return false, err
	}
	na, err := termijn.Geldend(termijn.GastNaOverleg, nu.Date())
	if err != nil {
		return false, err
	}
	return !nu.Before(o.Van.Plus(-time.Duration(voor.Waarde)*time.Hour)) && nu.Before(na.Vanaf(o.Tot)), nil
}
