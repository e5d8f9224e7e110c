// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"errors"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// perRonde is how many tasks one round handles at most; the next round takes the rest.
const perRonde = 500

// bewaakReden is why the program itself opens a case: a moment has come.
var bewaakReden = dossier.Reden{Doel: "bewaken van termijnen", Grondslag: "art. 6 lid 1 onder e AVG"}

// Verstrijk does what has fallen due at a controller: knots go up, dormant cases come back, silence is told upwards. It may be called at any time and by more than one node:
// a task that was done is done, and one that fails is tried again at the next round. It gives how many it handled.
func (s *Service) Verstrijk(ctx context.Context, systeem toegang.Actor) (int, error) {
	const op = "casus.Verstrijk"
	grant, err := s.Mag(systeem, toegang.TermijnBewaken, toegang.Middel{Soort: "taak", Verantwoordelijke: systeem.Verantwoordelijke})
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	taken, err := s.Store.Vervallen(ctx, grant, s.Nu(), perRonde)
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	n := 0
	var errs error
	for _, t := range taken {
		err := s.verval(ctx, systeem, t)
		if domein.KindOf(err) == domein.Conflict {
			continue // another node was first
		}
		if err != nil {
			errs = errors.Join(errs, domein.Wrap(op+" "+t.Soort, err))
			continue
		}
		n++
	}
	return n, errs
}

// verval does one task of the program in one transaction with its own end.
func (s *Service) verval(ctx context.Context, systeem toegang.Actor, t dossier.Taak) error {
	sleutel, err := s.Vraag(ctx, systeem, t.Dossier, toegang.TermijnBewaken, bewaakReden)
	if err != nil {
		return err
	}
	d, err := s.Kluis.Open(ctx, sleutel)
	if err != nil {
		return err
	}
	m := dossier.Mutatie{Dossier: t.Dossier, Taken: []dossier.Taak{t.Af(systeem.ID, s.Nu())}}
	switch {
	case t.Is("knoop"):
		err = s.vervalKnoop(ctx, systeem, d, t, &m)
	case t.Soort == "wek":
		err = s.wek(d, &m, systeem.ID)
	case t.Soort == "wek.gemist", t.Soort == "overdracht.stilte":
		m.Berichten = append(m.Berichten, s.Bericht(dossier.VanRol(toegang.Ketenmanager), t.Soort, t.Dossier, t.Verwijst))
	}
	if err != nil {
		return err
	}
	return s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m})
}

// vervalKnoop tells the next holder at half the term and one working day before its end, and moves the knot to him at the end itself.
func (s *Service) vervalKnoop(ctx context.Context, systeem toegang.Actor, d dossier.Dossier, t dossier.Taak, m *dossier.Mutatie) error {
	st, err := d.Stuk(Knoop, t.Verwijst)
	if err != nil || st.Waarde("stand") != "open" {
		return nil // it was cut meanwhile, so nothing is left to do
	}
	trede, err := strconv.Atoi(st.Waarde("trede"))
	if err != nil {
		return err
	}
	if t.Soort == "knoop.deadline" {
		// On the highest step the table is asked again with a new term: a knot is never without a holder.
		next, err := s.leggenBij(ctx, systeem.Verantwoordelijke, d, st, min(trede+1, len(Ladder)), m, systeem.ID)
		if err != nil {
			return err
		}
		m.Stukken = append(m.Stukken, next, dossier.NieuwStuk("opschaling", s.NieuwID(), systeem.ID, s.Nu(), map[string]string{"knoop": st.ID, "van": st.Waarde("trede"),
			"naar": next.Waarde("trede"), "houder": next.Waarde("houder"), "overgeslagen": next.Waarde("overgeslagen"), "regel": termijn.KnoopTrede + st.Waarde("trede")}))
		for _, p := range append(st.Waarden("partijen"), d.Casusregisseur) {
			m.Berichten = append(m.Berichten, s.Bericht(p, "knoop.opgeschaald", d.ID, st.ID))
		}
		return nil
	}
	mensen, err := s.Gebruikers(ctx, systeem.Verantwoordelijke)
	if err != nil {
		return err
	}
	weg, err := s.Store.Afwezig(ctx, systeem.Verantwoordelijke, s.Nu().Date())
	if err != nil {
		return err
	}
	volgende := Kies(min(trede+1, len(Ladder)), d.Kop, st.Waarden("partijen"), mensen, weg)
	m.Berichten = append(m.Berichten, s.Bericht(volgende.Houder, t.Soort, d.ID, st.ID))
	return nil
}

// wek brings a dormant case back: it stands first in the work of its casusregisseur, and without action for two working days it is told upwards (S13).
func (s *Service) wek(d dossier.Dossier, m *dossier.Mutatie, door string) error {
	nu := s.Nu()
	if Stand(d.Status) != Sluimerend {
		return nil
	}
	gemist, err := termijn.Geldend(termijn.WekGemist, nu.Date())
	if err != nil {
		return err
	}
	m.Taken = append(m.Taken, s.Taak(d.ID, "wek.oppakken", d.Casusregisseur, "", nu), s.Taak(d.ID, "wek.gemist", dossier.Systeem, "", gemist.Vanaf(nu)))
	m.Berichten = append(m.Berichten, s.Bericht(d.Casusregisseur, "wek", d.ID, ""))
	m.Stukken = append(m.Stukken, dossier.NieuwStuk("gewekt", s.NieuwID(), door, nu, map[string]string{"dag": nu.Date().String()}))
	return nil
}
