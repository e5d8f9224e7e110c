// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// MaxBestand is the size of the largest file with reports, in bytes.
const MaxBestand = 5 << 20

// OntvangBestand reads a file of another system and keeps every report in it, or none with all that is wrong. An empty door is told from the first sign of the file.
func (s *Service) OntvangBestand(ctx context.Context, wie toegang.Actor, deur Deur, r io.Reader) ([]Ontvangst, error) {
	const op = "melding.OntvangBestand"
	if _, err := s.Mag(wie, toegang.MeldingOntvangen, middel(wie.Verantwoordelijke, "", wie.ID)); err != nil {
		return nil, domein.Wrap(op, err)
	}
	in := bufio.NewReader(io.LimitReader(r, MaxBestand+1))
	if deur == "" {
		deur = herken(in)
	}
	lees, ok := s.Lezers[deur]
	if !ok {
		return nil, &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit soort bestand wordt hier niet gelezen. Bij Meldingen inlezen staat wat wel kan."}
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	if len(text) > MaxBestand {
		return nil, &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit bestand is te groot. Een bestand met meldingen is ten hoogste 5 MB."}
	}
	list, err := lees(bytes.NewReader(text))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	if len(list) == 0 {
		return nil, &domein.Error{Kind: domein.Invalid, Op: op, Melding: "In dit bestand staat geen melding."}
	}
	got, err := s.ontvang(ctx, wie, list)
	return got, domein.Wrap(op, err)
}

// herken tells the door of a file from its first sign that is no space.
func herken(in *bufio.Reader) Deur {
	head, _ := in.Peek(512)
	switch text := strings.TrimLeft(strings.TrimPrefix(string(head), "\xef\xbb\xbf"), " \t\r\n"); {
	case strings.HasPrefix(text, "<"):
		return CORV
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, "["):
		return JZV
	}
	return CSV
}

// SaveAfzender registers an organisation whose messages are received, or a name of the controller itself.
func (s *Service) SaveAfzender(ctx context.Context, wie toegang.Actor, a Afzender) error {
	const op = "melding.SaveAfzender"
	grant, err := s.Mag(wie, toegang.InstellingWijzigen, toegang.Middel{Soort: "afzender", ID: a.Sleutel(), Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	if a.Naam = strings.TrimSpace(a.Naam); a.Naam == "" {
		faults = append(faults, domein.Fault{Veld: "naam", Melding: "Vul de naam van de organisatie in."})
	}
	if a.OIN != "" && (len(a.OIN) != 20 || strings.Trim(a.OIN, "0123456789") != "") {
		faults = append(faults, domein.Fault{Veld: "oin", Melding: "Een OIN heeft twintig cijfers."})
	}
	if a.Organisatie == "" {
		faults = append(faults, domein.Fault{Veld: "organisatie", Melding: "Vul het soort organisatie in, zoals politie of veilig_thuis."})
	}
	if err := domein.Refuse(op, "Deze organisatie is niet opgeslagen. Verbeter dit:", faults); err != nil {
		return err
	}
	object := a.OIN
	if object == "" { // the journal takes codes only
		object = s.zegel("afzender", wie.Verantwoordelijke, a.Sleutel())[:16]
	}
	entry, err := s.Entry(grant, "afzender", object, a)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveAfzender(ctx, grant, a, entry))
}

// MagInlezen tells whether wie may hand in files of other systems.
func (s *Service) MagInlezen(wie toegang.Actor) error {
	_, err := s.Mag(wie, toegang.MeldingOntvangen, middel(wie.Verantwoordelijke, "", wie.ID))
	return domein.Wrap("melding.MagInlezen", err)
}
