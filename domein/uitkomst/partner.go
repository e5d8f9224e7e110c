// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package uitkomst

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/toegang"
)

// Partnersysteem is the system of an organisation that may come to get outcomes.
type Partnersysteem struct {
	OIN         string // 20 digits (Logius); it is the id of its user
	Naam        string
	Organisatie string // kind: "politie", "veilig_thuis", ...
}

// Registreer lets the system of a partner in and gives the token by which it is known. The token is given once; a new one ends the former.
func (s *Service) Registreer(ctx context.Context, wie toegang.Actor, p Partnersysteem) (token string, err error) {
	const op = "uitkomst.Registreer"
	grant, err := s.Mag(wie, toegang.InstellingWijzigen, toegang.Middel{Soort: "partnersysteem", ID: p.OIN, Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return "", domein.Wrap(op, err)
	}
	var faults []domein.Fault
	if len(p.OIN) != 20 || strings.Trim(p.OIN, "0123456789") != "" {
		faults = append(faults, domein.Fault{Veld: "oin", Melding: "Een OIN heeft twintig cijfers."})
	}
	if p.Naam = strings.TrimSpace(p.Naam); p.Naam == "" {
		faults = append(faults, domein.Fault{Veld: "naam", Melding: "Vul de naam van de organisatie in."})
	}
	if !slices.ContainsFunc(deling.Organisaties, func(o deling.Organisatie) bool { return o.Code == p.Organisatie }) {
		faults = append(faults, domein.Fault{Veld: "organisatie", Melding: "Dit soort organisatie is niet bekend. Vul bijvoorbeeld politie of veilig_thuis in."})
	}
	if err := domein.Refuse(op, "Dit systeem is niet toegelaten. Verbeter dit:", faults); err != nil {
		return "", err
	}
	entry, err := s.Entry(grant, "partnersysteem", p.OIN, p)
	if err != nil {
		return "", domein.Wrap(op, err)
	}
	token = s.NieuwID() + s.NieuwID() // 148 random bits
	return token, domein.Wrap(op, s.Store.SavePartnersysteem(ctx, grant, p, token, entry))
}
