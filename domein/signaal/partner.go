// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// vraagDagen is how long a link to a partner works.
const vraagDagen = 14

// VraagPartner asks an organisation without an account for its reading. It gives the key of the link, which is shown once and not kept.
func (s *Service) VraagPartner(ctx context.Context, wie toegang.Actor, id, aan, tekst string) (sleutel string, err error) {
	const op = "signaal.VraagPartner"
	_, _, grant, err := s.haal(ctx, wie, id, toegang.SignaalPartnerVragen)
	if err != nil {
		return "", domein.Wrap(op, err)
	}
	var faults []domein.Fault
	if strings.TrimSpace(aan) == "" {
		faults = append(faults, domein.Fault{Veld: "aan", Melding: "Vul in welke organisatie u iets vraagt."})
	}
	if strings.TrimSpace(tekst) == "" {
		faults = append(faults, domein.Fault{Veld: "vraag", Melding: "Schrijf uw vraag op. Noem geen personen."})
	}
	if err := domein.Refuse(op, "De vraag is nog niet compleet.", faults); err != nil {
		return "", err
	}
	sleutel = s.Sleutel()
	v := Vraag{ID: s.NieuwID(), Signaal: id, Hash: hash(sleutel), Aan: aan, Tekst: tekst, Wie: wie.ID, Gesteld: s.Nu(),
		Tot: s.Nu().Date().AddDays(vraagDagen).End()}
	entry, err := s.Entry(grant, "partnervraag", v.ID, v)
	if err != nil {
		return "", domein.Wrap(op, err)
	}
	event := Gebeurtenis{Signaal: id, Moment: s.Nu(), Wie: wie.ID, Wat: "gevraagd", Tekst: tekst, Bron: aan}
	return sleutel, domein.Wrap(op, s.Store.SaveVraag(ctx, grant, v, event, entry))
}

// Partnerpagina is what the link shows: the question and the signal, nothing else.
type Partnerpagina struct {
	Vraag
	Signaal   Signaal
	Gebied    string
	Soort     string
	Peildatum termijn.Date
}

// ToonVraag gives what is behind a link. A link that never existed, has been used or is over answers the same.
func (s *Service) ToonVraag(ctx context.Context, sleutel string) (Partnerpagina, error) {
	const op = "signaal.ToonVraag"
	v, grant, err := s.partner(ctx, sleutel)
	if err != nil {
		return Partnerpagina{}, domein.Wrap(op, err)
	}
	p := Partnerpagina{Vraag: v}
	if p.Signaal, err = s.Store.Signaal(ctx, grant, v.Signaal); err != nil {
		return p, domein.Wrap(op, err)
	}
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return p, domein.Wrap(op, err)
	}
	for _, k := range soorten {
		if k.Code == p.Signaal.Soort {
			p.Soort = k.Naam
		}
	}
	areas, err := s.Store.Gebieden(ctx, grant, false)
	for _, a := range areas {
		if a.Code == p.Signaal.Gebied {
			p.Gebied = a.Naam
		}
	}
	return p, domein.Wrap(op, err)
}

// Antwoord keeps the answer of a partner; the link is used up.
func (s *Service) Antwoord(ctx context.Context, sleutel, antwoord, bron string) error {
	const op = "signaal.Antwoord"
	v, grant, err := s.partner(ctx, sleutel)
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	if strings.TrimSpace(antwoord) == "" {
		faults = append(faults, domein.Fault{Veld: "antwoord", Melding: "Schrijf uw antwoord op. Noem geen personen."})
	}
	if strings.TrimSpace(bron) == "" {
		faults = append(faults, domein.Fault{Veld: "bron", Melding: "Vul in waarop u dit baseert."})
	}
	if err := domein.Refuse(op, "Het antwoord is nog niet compleet.", faults); err != nil {
		return err
	}
	v.Antwoord, v.Bron, v.Beantwoord = antwoord, bron, s.Nu()
	entry, err := s.Entry(grant, "partnervraag", v.ID, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	event := Gebeurtenis{Signaal: v.Signaal, Moment: s.Nu(), Wie: "partner", Wat: "antwoord", Tekst: antwoord, Bron: v.Aan + ": " + bron}
	return domein.Wrap(op, s.Store.SaveVraag(ctx, grant, v, event, entry))
}

func (s *Service) partner(ctx context.Context, sleutel string) (Vraag, toegang.Grant, error) {
	v, tenant, err := s.Store.VraagVanSleutel(ctx, hash(sleutel))
	if err != nil {
		return v, toegang.Grant{}, err
	}
	if !v.Open(s.Nu()) {
		return v, toegang.Grant{}, domein.Missing("signaal.partner")
	}
	partner := toegang.Actor{ID: v.ID, Naam: v.Aan, Verantwoordelijke: tenant, Organisatie: "partner", Rollen: []toegang.Rol{toegang.Partner}}
	grant, err := s.Mag(partner, toegang.SignaalPartnerAntwoorden, toegang.Middel{Soort: toegang.SoortPartnervraag, ID: v.ID, Verantwoordelijke: tenant,
		Status: toegang.StatusOpen, Eigenaar: v.ID})
	return v, grant, err
}

func hash(sleutel string) string {
	sum := sha256.Sum256([]byte(sleutel))
	return hex.EncodeToString(sum[:])
}
