// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// The longest texts on a source, in characters, and the longest delay, in months.
const (
	langsteBronregel = 150
	langsteBrontekst = 1000
	maxVertraging    = 120
)

// bronCode is the shape of a code: it stands in addresses and in the column "bron" of a CSV, so it has no blank and no sign that must be escaped.
var bronCode = regexp.MustCompile(`^[A-Za-z0-9_-]{1,40}$`)

// MagNieuweBron tells whether wie may add a source; the error says why not.
func (s *Service) MagNieuweBron(wie toegang.Actor) error {
	_, err := s.Mag(wie, toegang.CijferImporteren, s.middel(wie, Bron{}))
	return domein.Wrap("cijfer.MagNieuweBron", err)
}

// NieuweBron describes a source of which no file was read in yet, so that rows may name it. It gives the source as it was kept, Invalid with every fault, or
// Conflict where the code is taken: a source that exists is never described anew by accident.
func (s *Service) NieuweBron(ctx context.Context, wie toegang.Actor, b Bron) (Bron, error) {
	const op = "cijfer.NieuweBron"
	grant, err := s.Mag(wie, toegang.CijferImporteren, s.middel(wie, Bron{}))
	if err != nil {
		return Bron{}, domein.Wrap(op, err)
	}
	faults := b.leesbaar()
	b = b.bijgeknipt()
	if err := domein.Refuse(op, "De bron is niet toegevoegd. Verbeter wat hieronder staat.", append(faults, b.fouten()...)); err != nil {
		return Bron{}, err
	}
	bronnen, err := s.Store.Bronnen(ctx, grant)
	if err != nil {
		return Bron{}, domein.Wrap(op, err)
	}
	if i := slices.IndexFunc(bronnen, func(other Bron) bool { return other.Code == b.Code }); i >= 0 {
		return Bron{}, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "De bron is niet toegevoegd.", Faults: []domein.Fault{{Veld: "code",
			Melding: fmt.Sprintf("De code %s hoort al bij de bron %q. Kies een andere code.", b.Code, bronnen[i].Naam)}}}
	}
	entry, err := s.Entry(grant, "bron", b.Code, b)
	if err != nil {
		return Bron{}, domein.Wrap(op, err)
	}
	if err := s.Store.SaveBron(ctx, grant, b, entry); err != nil {
		return Bron{}, domein.Wrap(op, err)
	}
	return b, nil
}
