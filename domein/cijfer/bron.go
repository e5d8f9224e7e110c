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
// Conflict where the code is taken: what is known of a source is not replaced by accident.
func (s *Service) NieuweBron(ctx context.Context, wie toegang.Actor, b Bron) (Bron, error) {
	const op = "cijfer.NieuweBron"
	grant, err := s.Mag(wie, toegang.CijferImporteren, s.middel(wie, Bron{}))
	if err != nil {
		return Bron{}, domein.Wrap(op, err)
	}
	b = b.bijgeknipt()
	if err := domein.Refuse(op, "De bron is niet toegevoegd. Verbeter wat hieronder staat.", b.fouten()); err != nil {
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

// bijgeknipt is b without blanks around its texts.
func (b Bron) bijgeknipt() Bron {
	for _, s := range []*string{&b.Code, &b.Naam, &b.Houder, &b.Licentie, &b.Domein, &b.Toelichting} {
		*s = strings.TrimSpace(*s)
	}
	return b
}

// fouten gives everything that keeps b from being a source, in the order of the form.
func (b Bron) fouten() []domein.Fault {
	var faults []domein.Fault
	wrong := func(is bool, veld, melding string) {
		if is {
			faults = append(faults, domein.Fault{Veld: veld, Melding: melding})
		}
	}
	wrong(!bronCode.MatchString(b.Code), "code", "Geef een code van hooguit 40 letters, cijfers, - of _. Gebruik geen spaties, bijvoorbeeld: HALT-2026.")
	wrong(b.Code == "nieuw", "code", "Kies een andere code: nieuw is het adres van dit formulier.")
	wrong(b.Naam == "", "naam", "Geef de bron een naam.")
	wrong(b.Houder == "", "houder", "Vul in van wie de cijfers zijn.")
	wrong(b.Domein != toegang.DomeinVeiligheid && b.Domein != toegang.DomeinZorg, "domein", "Kies veiligheid of zorg.")
	wrong(b.Openbaar && b.Licentie == "", "licentie", "Vul de licentie in. Een bron is alleen openbaar met een licentie.")
	wrong(b.Vertraging < 0 || b.Vertraging > maxVertraging, "vertraging", fmt.Sprintf("Vul een heel aantal maanden in, van 0 tot en met %d.", maxVertraging))
	for _, t := range []struct {
		veld, tekst string
		langst      int
	}{{"naam", b.Naam, langsteBronregel}, {"houder", b.Houder, langsteBronregel}, {"licentie", b.Licentie, langsteBronregel}, {"toelichting", b.Toelichting, langsteBrontekst}} {
		wrong(utf8.RuneCountInString(t.tekst) > t.langst, t.veld, fmt.Sprintf("Maak de tekst korter: hooguit %d tekens.", t.langst))
		wrong(!utf8.ValidString(t.tekst) || strings.ContainsRune(t.tekst, 0), t.veld, "De tekst bevat tekens die niet te lezen zijn. Typ de tekst opnieuw.")
	}
	return faults
}
