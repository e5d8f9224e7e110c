// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept. Lists and single reports stay within the scope of the grant; nu decides what is open in it.
type Store interface {
	// Rapportages lists the editions, the newest period and edition first.
	Rapportages(ctx context.Context, g toegang.Grant, nu termijn.Moment) ([]Rapportage, error)
	Rapportage(ctx context.Context, g toegang.Grant, nu termijn.Moment, id string) (Rapportage, error)
	// SaveRapportage keeps a new draft; a second edition with its number is a Conflict.
	SaveRapportage(ctx context.Context, g toegang.Grant, r Rapportage, entry journaal.Entry) error
	// WijzigRapportage keeps the text of a draft where its version is still was.
	WijzigRapportage(ctx context.Context, g toegang.Grant, r Rapportage, was int, entry journaal.Entry) error
	// VerwijderRapportage removes a draft.
	VerwijderRapportage(ctx context.Context, g toegang.Grant, r Rapportage, entry journaal.Entry) error
	// GeefVrij freezes u and moves the draft r, and the edition that it replaces. It is a Conflict when the draft changed or when there are not gezien frozen editions any more: then
	// u was shielded without knowing what went out meanwhile.
	GeefVrij(ctx context.Context, g toegang.Grant, r Rapportage, u Uitgave, gezien int, entry journaal.Entry) error
	// Uitgaven lists every frozen edition of the municipality, in the order of release.
	Uitgaven(ctx context.Context, g toegang.Grant) ([]Uitgave, error)
	// OpenbareUitgaven lists the frozen editions that the public can read at nu, the newest period and edition first.
	OpenbareUitgaven(ctx context.Context, g toegang.Grant, nu termijn.Moment) ([]Uitgave, error)
	// Afscherming gives the setting, or StandaardInstelling.
	Afscherming(ctx context.Context, g toegang.Grant) (Instelling, error)
	// SaveAfscherming keeps the setting where its version is still was.
	SaveAfscherming(ctx context.Context, g toegang.Grant, i Instelling, was int, entry journaal.Entry) error

	Verantwoordelijken(ctx context.Context) ([]gebied.Verantwoordelijke, error)
	Verantwoordelijke(ctx context.Context, id string) (gebied.Verantwoordelijke, error)

	Plannen(ctx context.Context, g toegang.Grant) ([]plan.Plan, error)
	Prioriteiten(ctx context.Context, g toegang.Grant, plan string) ([]plan.Prioriteit, error)
	Doelen(ctx context.Context, g toegang.Grant, plan string) ([]plan.Doel, error)
	Indicatoren(ctx context.Context, g toegang.Grant) ([]plan.Indicator, error)
	Koppelingen(ctx context.Context, g toegang.Grant) ([]plan.Koppeling, error)
	Acties(ctx context.Context, g toegang.Grant) ([]plan.Actie, error)
	Soorten(ctx context.Context, g toegang.Grant) ([]cijfer.Soort, error)
	Bronnen(ctx context.Context, g toegang.Grant) ([]cijfer.Bron, error)
	Gebieden(ctx context.Context, g toegang.Grant, vlak bool) ([]gebied.Gebied, error)
	CijfersVan(ctx context.Context, g toegang.Grant, soorten, gebieden []string) ([]cijfer.Cijfer, error)
}

// Service holds the use cases on reports.
type Service struct {
	domein.Kader
	Store    Store
	Afscherm Afscherm
}

// lezen gives the grant to read reports, and what they are made from.
func (s *Service) lezen(wie toegang.Actor) (toegang.Grant, error) {
	return s.MagLijst(wie, toegang.RapportageLezen, toegang.Middel{Soort: "rapportage", Verantwoordelijke: wie.Verantwoordelijke})
}

// haal gives an edition that wie may see.
func (s *Service) haal(ctx context.Context, wie toegang.Actor, id string) (Rapportage, error) {
	grant, err := s.lezen(wie)
	if err != nil {
		return Rapportage{}, err
	}
	return s.Store.Rapportage(ctx, grant, s.Nu(), id)
}

// mag asks the gate for an act on r.
func (s *Service) mag(wie toegang.Actor, wat toegang.Actie, r Rapportage) (toegang.Grant, error) {
	return s.Mag(wie, wat, r.Middel(s.Nu(), wie.Verantwoordelijke))
}

// StelOp starts the first edition of a report on a plan. Only a plan that an organ adopted has goals to report on, and only a period that is over has all its figures. An example
// plan is never adopted; a report on it is an example too, and says so.
func (s *Service) StelOp(ctx context.Context, wie toegang.Actor, planID string, t Tijdvak) (Rapportage, error) {
	const op = "rapportage.StelOp"
	grant, err := s.lezen(wie)
	if err != nil {
		return Rapportage{}, domein.Wrap(op, err)
	}
	plannen, err := s.Store.Plannen(ctx, grant)
	if err != nil {
		return Rapportage{}, domein.Wrap(op, err)
	}
	i := slices.IndexFunc(plannen, func(p plan.Plan) bool { return p.ID == planID })
	if i < 0 {
		return Rapportage{}, domein.Refuse(op, "Deze rapportage kan nog niet worden opgesteld.", []domein.Fault{{Veld: "plan", Melding: "Dit plan bestaat niet. Kies een plan uit de lijst."}})
	}
	p := plannen[i]
	r := Rapportage{ID: s.NieuwID(), Plan: p.ID, Soort: p.Soort, Titel: p.Titel, Merk: p.Merk, Tijdvak: t, Editie: 1, Status: Concept, Opsteller: wie.ID, Versie: 1,
		Velden: map[string]domein.Veld{VeldIndeling: {Waarde: string(Geheel), Versie: 1}}}
	write, err := s.mag(wie, toegang.RapportageOpstellen, r)
	if err != nil {
		return Rapportage{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Deze rapportage kan nog niet worden opgesteld.", beginFaults(p, t, s.Nu().Date())); err != nil {
		return Rapportage{}, err
	}
	entry, err := s.Entry(write, "rapportage", r.ID, r)
	if err != nil {
		return Rapportage{}, domein.Wrap(op, err)
	}
	return r, domein.Wrap(op, s.Store.SaveRapportage(ctx, write, r, entry))
}

// rapporteerbaar tells whether there is something to report on a plan.
func rapporteerbaar(p plan.Plan) bool { return p.Status.Geldig() || p.Merk != "" }

func beginFaults(p plan.Plan, t Tijdvak, vandaag termijn.Date) []domein.Fault {
	var faults []domein.Fault
	if !rapporteerbaar(p) {
		faults = append(faults, domein.Fault{Veld: "plan", Melding: "Dit plan is niet vastgesteld. Over een plan dat niet geldt, rapporteert u niet."})
	}
	switch {
	case t == Tijdvak{}:
		faults = append(faults, domein.Fault{Veld: "tijdvak", Melding: "Kies over welke periode u rapporteert."})
	case !t.Einde().Before(vandaag):
		faults = append(faults, domein.Fault{Veld: "tijdvak", Melding: "Deze periode is nog niet voorbij. Kies een eerdere periode."})
	case t.Einde().Before(p.Van) || beginmaand(t.Van) > p.Tot.Year()*12+p.Tot.Month()-1:
		faults = append(faults, domein.Fault{Veld: "tijdvak", Melding: fmt.Sprintf("Het plan loopt van %s tot en met %s. Kies een periode daarbinnen.", p.Van, p.Tot)})
	}
	return faults
}

// Wijzig changes the text of a draft. Fields that somebody else changed meanwhile clash; the others merge (S5).
func (s *Service) Wijzig(ctx context.Context, wie toegang.Actor, id string, w domein.Wijziging) (Rapportage, error) {
	const op = "rapportage.Wijzig"
	var r Rapportage
	err := herhaal(func() error {
		var err error
		if r, err = s.haal(ctx, wie, id); err != nil {
			return err
		}
		grant, err := s.mag(wie, toegang.RapportageOpstellen, r)
		if err != nil {
			return err
		}
		if r.Status != Concept {
			return vast(op)
		}
		faults, err := s.veldFaults(ctx, wie, r, w)
		if err != nil {
			return err
		}
		if err := domein.Refuse(op, "De wijziging klopt nog niet. Er is niets opgeslagen.", faults); err != nil {
			return err
		}
		w := domein.Wijziging{Basis: w.Basis, Velden: maps.Clone(w.Velden)}
		for naam, waarde := range w.Velden {
			w.Velden[naam] = strings.TrimSpace(strings.ReplaceAll(waarde, "\r\n", "\n"))
		}
		was := r.Versie
		if r.Velden, r.Versie, err = domein.Samenvoegen(op, r.Velden, was, w); err != nil || r.Versie == was {
			return err
		}
		entry, err := s.Entry(grant, "rapportage", r.ID, r)
		if err != nil {
			return err
		}
		return s.Store.WijzigRapportage(ctx, grant, r, was, entry)
	})
	return r, domein.Wrap(op, err)
}

// vast is the refusal of a change in what was released.
func vast(op string) error {
	return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze rapportage is vrijgegeven. De tekst ligt vast. Maak een nieuwe editie om iets te herstellen."}
}

// veldFaults gives all faults in the fields of w: an unknown name, a text that is too long or cannot be read.
func (s *Service) veldFaults(ctx context.Context, wie toegang.Actor, r Rapportage, w domein.Wijziging) ([]domein.Fault, error) {
	grant, err := s.lezen(wie)
	if err != nil {
		return nil, err
	}
	f, err := s.feiten(ctx, grant, r)
	if err != nil {
		return nil, err
	}
	known := []string{VeldInleiding, VeldIndeling}
	for _, d := range f.doelen {
		known = append(known, VeldDuiding(d.ID), VeldBijstelling(d.ID))
	}
	var faults []domein.Fault
	for _, naam := range slices.Sorted(maps.Keys(w.Velden)) {
		waarde := w.Velden[naam]
		melding := ""
		switch {
		case !slices.Contains(known, naam):
			melding = "Dit veld bestaat niet."
		case naam == VeldIndeling && Indeling(waarde) != Geheel && Indeling(waarde) != PerPeriode:
			melding = "Kies of de tabellen over de hele periode gaan of per periode."
		case !utf8.ValidString(waarde) || strings.ContainsRune(waarde, 0):
			melding = "De tekst bevat tekens die niet te lezen zijn. Typ de tekst opnieuw."
		case utf8.RuneCountInString(waarde) > langsteTekst:
			melding = fmt.Sprintf("Maak de tekst korter: hooguit %d tekens.", langsteTekst)
		}
		if melding != "" {
			faults = append(faults, domein.Fault{Veld: naam, Melding: melding})
		}
	}
	return faults, nil
}

// herhaal saves again when somebody else saved in between; a clash of fields, and what fails every time, comes back.
func herhaal(save func() error) error {
	for try := 0; ; try++ {
		err := save()
		var e *domein.Error
		if try == 4 || !errors.As(err, &e) || e.Kind != domein.Conflict || len(e.Botsingen) > 0 {
			return err
		}
	}
}

// Verwijder removes a draft that nobody needs. What was released cannot be removed.
func (s *Service) Verwijder(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "rapportage.Verwijder"
	r, err := s.haal(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	grant, err := s.mag(wie, toegang.RapportageOpstellen, r)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if r.Status != Concept {
		return vast(op)
	}
	entry, err := s.Entry(grant, "rapportage", r.ID, r)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.VerwijderRapportage(ctx, grant, r, entry))
}
