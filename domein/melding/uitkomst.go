// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"bytes"
	"context"
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// TaakUitkomst is the task of the program to send the outcome of a report to its sender; it refers to the status code.
const TaakUitkomst = "melding.uitkomst"

// Uitkomst is the answer to a message of CORV.
type Uitkomst struct {
	Op        Aanlevering // the message that it answers
	Van       Partij      // this organisation
	Kenmerk   string      // of the answer: receipt number and code
	Nummer    string      // receipt number
	Code      string      // "ZVH-01", "ZVH-02" or "ZVH-03"
	Advies    string
	Gestuurd  termijn.Moment
	Regisseur Contact // whom the receiver may call
}

// Brief is an outcome that is ready to go out.
type Brief struct {
	Naam   string // of the file: receipt number and code; the same outcome always has the same
	Inhoud []byte

	taak    dossier.Taak
	sleutel dossier.Sleutel
	aan     string // kind of organisation of the receiver
}

// Uitgaand makes the outcomes that wait to be sent. One that was made before and not marked as sent comes again, word for word.
func (s *Service) Uitgaand(ctx context.Context, wie toegang.Actor) ([]Brief, error) {
	const op = "melding.Uitgaand"
	grant, err := s.Mag(wie, toegang.MeldingTerugkoppelen, middel(wie.Verantwoordelijke, "", ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	if s.Schrijf == nil {
		return nil, nil
	}
	taken, err := s.Store.Uitgaand(ctx, grant, s.Nu())
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	var list []Brief
	for _, t := range taken {
		b, err := s.brief(ctx, wie, t)
		if err != nil {
			return nil, domein.Wrap(op, err)
		}
		list = append(list, b)
	}
	return list, nil
}

func (s *Service) brief(ctx context.Context, wie toegang.Actor, t dossier.Taak) (Brief, error) {
	sleutel, err := s.vraag(ctx, wie, t.Dossier, toegang.MeldingTerugkoppelen)
	if err != nil {
		return Brief{}, err
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return Brief{}, err
	}
	tenant, err := s.Store.Verantwoordelijke(ctx, wie.Verantwoordelijke)
	if err != nil {
		return Brief{}, err
	}
	ingangen, err := s.Store.Ingangen(ctx, sleutel.Grant, nil, []string{t.Dossier})
	if err != nil || len(ingangen) == 0 {
		return Brief{}, fmt.Errorf("melding.brief: %d ways in: %w", len(ingangen), err)
	}
	contact, err := s.Contact(ctx, wie.Verantwoordelijke, d.Procesregisseur)
	if err != nil {
		return Brief{}, err
	}
	u := Uitkomst{Op: leesKop(d), Van: Partij{Naam: tenant.Naam}, Kenmerk: d.Codenaam + "-" + t.Verwijst, Nummer: d.Codenaam, Code: t.Verwijst, Gestuurd: t.Gemaakt, Regisseur: contact}
	if u.Op.Geadresseerde != (Partij{}) {
		u.Van = u.Op.Geadresseerde
	}
	for _, st := range d.Van(Weegstuk) {
		u.Advies = st.Waarde("advies")
	}
	var out bytes.Buffer
	if err := s.Schrijf(&out, u); err != nil {
		return Brief{}, err
	}
	return Brief{Naam: u.Kenmerk + ".xml", Inhoud: out.Bytes(), taak: t, sleutel: sleutel, aan: ingangen[0].Organisatie}, nil
}

// Verstuurd records that an outcome went out, which is a sharing with the sender of the report.
func (s *Service) Verstuurd(ctx context.Context, b Brief) error {
	const op = "melding.Verstuurd"
	wie, nu := b.sleutel.Wie(), s.Nu()
	m := dossier.Mutatie{Dossier: b.taak.Dossier, Taken: []dossier.Taak{b.taak.Af(wie.ID, nu)}, Sporen: []dossier.Verstrekking{{ID: s.NieuwID(), Dossier: b.taak.Dossier, Moment: nu,
		Door: wie.ID, Van: wie.Verantwoordelijke, Aan: b.aan, Categorie: "afspraak", Vorm: "api", Doel: b.sleutel.Doel(), Grondslag: b.sleutel.Grondslag(), Betrokkenen: []string{}}}}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: b.sleutel.Grant, Soort: dossier.Melding, Mutatie: m}))
}
