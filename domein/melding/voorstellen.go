// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"slices"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/toegang"
)

// maxVoorstellen is how many reports are opened at most to compare one with: each of them is a look.
const maxVoorstellen = 10

// Voorstel is another report that may be about the same household.
type Voorstel struct {
	dossier.Kop
	Redenen []string
}

// Verwant is an open case in which somebody of a report was met by the hashes of its own regime. Who wants to know more calls its regisseur.
type Verwant struct {
	Codenaam  string
	Regisseur Contact
}

// personen gives the people of a report.
func personen(d dossier.Dossier) []persoon.Persoon {
	var list []persoon.Persoon
	for _, st := range d.Van(Gemelde) {
		list = append(list, persoon.UitVelden(st.Waarde))
	}
	return list
}

// voorstellen looks for other open reports about one of the people, one regime after the other, with the clear text in hand: nothing that was joined is kept.
func (s *Service) voorstellen(ctx context.Context, wie toegang.Actor, g toegang.Grant, d dossier.Dossier) ([]Voorstel, error) {
	var woorden []string
	for _, p := range personen(d) {
		woorden = append(woorden, zoekwoorden(p)...)
	}
	treffers, err := s.Store.ZoekOveral(ctx, g, dossier.Melding, dossier.MeldingRegime, woorden)
	if err != nil {
		return nil, err
	}
	var list []Voorstel
	geopend := 0
	for _, t := range treffers {
		if t.ID == d.ID || t.Status != Ontvangen || slices.ContainsFunc(d.Van(Koppeling), func(st dossier.Stuk) bool { return st.Waarde("met") == t.ID }) {
			continue
		}
		sleutel, err := s.vraag(ctx, wie, t.ID, toegang.MeldingKoppelen)
		if err != nil {
			return nil, err
		}
		if geopend++; geopend > maxVoorstellen {
			break
		}
		ander, err := s.Open(ctx, sleutel)
		if err != nil {
			return nil, err
		}
		if g := s.Vergelijk(personen(d), personen(ander)); g.Sterk {
			list = append(list, Voorstel{t.Kop, g.Redenen})
		}
	}
	return list, nil
}

// verwanten looks for open cases about one of the people, by the hashes of their own regime. Nothing of a case is opened.
func (s *Service) verwanten(ctx context.Context, wie toegang.Actor, g toegang.Grant, regime dossier.Regime, d dossier.Dossier) ([]Verwant, error) {
	var woorden []string
	for _, p := range personen(d) {
		woorden = append(woorden, zeker(p)...)
	}
	met, err := s.Store.ZoekOveral(ctx, g, dossier.Casus, regime, woorden)
	if err != nil {
		return nil, err
	}
	var list []Verwant
	for _, t := range met {
		contact, err := s.Contact(ctx, wie.Verantwoordelijke, t.Casusregisseur)
		if err != nil {
			return nil, err
		}
		list = append(list, Verwant{t.Codenaam, contact})
	}
	return list, nil
}
