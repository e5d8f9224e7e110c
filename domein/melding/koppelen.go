// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Koppel confirms that two reports are about one household: one triage with two sources, due the same working day. The reports themselves stay as they are.
func (s *Service) Koppel(ctx context.Context, wie toegang.Actor, id, ander string) error {
	const op = "melding.Koppel"
	nu := s.Nu()
	regel, err := termijn.Geldend(termijn.Ontkoppelen, nu.Date())
	if err != nil {
		return domein.Wrap(op, err)
	}
	var daden []dossier.Daad
	for _, pair := range [][2]string{{id, ander}, {ander, id}} {
		sleutel, err := s.vraag(ctx, wie, pair[0], toegang.MeldingKoppelen)
		if err != nil {
			return domein.Wrap(op, err)
		}
		d, err := s.Open(ctx, sleutel)
		if err != nil {
			return domein.Wrap(op, err)
		}
		if d.Status != Ontvangen || id == ander {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Over een van deze meldingen is al beslist. Koppelen kan niet meer."}
		}
		if slices.ContainsFunc(d.Van(Koppeling), func(st dossier.Stuk) bool { return st.Waarde("met") == pair[1] }) {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze meldingen zijn al gekoppeld."}
		}
		m := dossier.Mutatie{Dossier: pair[0], Stukken: []dossier.Stuk{dossier.NieuwStuk(Koppeling, s.NieuwID(), wie.ID, nu, map[string]string{"met": pair[1], "tot": regel.Vanaf(nu).String()})}}
		m.Taken = s.sluitTriage(d, wie.ID)
		if pair[0] == id {
			dag := nu.Date().AddWerkdagen(0)
			m.Taken = append(m.Taken, s.Taak(id, "triage.samen", dossier.VanRol(toegang.Procesregisseur), id, dag.End()))
		}
		daden = append(daden, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m})
	}
	return domein.Wrap(op, s.Bewaar(ctx, daden...))
}

func (s *Service) sluitTriage(d dossier.Dossier, wie string) []dossier.Taak {
	var list []dossier.Taak
	for _, t := range d.Taken {
		if t.Open() && t.Is("triage") {
			list = append(list, t.Af(wie, s.Nu()))
		}
	}
	return list
}

// Ontkoppel takes two reports apart again, within thirty days: both get back their own triage.
func (s *Service) Ontkoppel(ctx context.Context, wie toegang.Actor, id, ander string) error {
	const op = "melding.Ontkoppel"
	nu := s.Nu()
	contact, err := termijn.Geldend(termijn.ContactMelder, nu.Date())
	if err != nil {
		return domein.Wrap(op, err)
	}
	var daden []dossier.Daad
	for _, pair := range [][2]string{{id, ander}, {ander, id}} {
		sleutel, err := s.vraag(ctx, wie, pair[0], toegang.MeldingKoppelen)
		if err != nil {
			return domein.Wrap(op, err)
		}
		d, err := s.Open(ctx, sleutel)
		if err != nil {
			return domein.Wrap(op, err)
		}
		i := slices.IndexFunc(d.Van(Koppeling), func(st dossier.Stuk) bool { return st.Waarde("met") == pair[1] })
		if i < 0 {
			return domein.Missing(op)
		}
		st := d.Van(Koppeling)[i]
		if d.Status != Ontvangen || !nu.Before(st.Moment("tot")) {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Ontkoppelen kan tot dertig dagen na het koppelen en zolang er niet is beslist."}
		}
		m := dossier.Mutatie{Dossier: pair[0], Stukken: []dossier.Stuk{st.Zet(wie.ID, nu, map[string]string{"vervallen": "ontkoppeld"})}}
		m.Taken = append(s.sluitTriage(d, wie.ID), s.Taak(pair[0], "triage", dossier.VanRol(toegang.Procesregisseur), pair[0], contact.Vanaf(d.Begonnen)))
		daden = append(daden, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m})
	}
	return domein.Wrap(op, s.Bewaar(ctx, daden...))
}
