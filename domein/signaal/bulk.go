// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Keuze is a signal that somebody ticked, with the version that he saw.
type Keuze struct {
	ID    string
	Basis int
}

// Gebleven is a signal that did not move, and why. Signaal is the zero one where there is nothing to see.
type Gebleven struct {
	ID      string
	Signaal Signaal
	Reden   string
}

// BulkVerslag tells what a bulk move did: which signals moved, and of the others why not.
type BulkVerslag struct {
	Gedaan []Signaal
	Niet   []Gebleven
}

// maxBulk is how many signals move at most in one go: one transaction with an entry for each.
const maxBulk = 1000

// Groepsstappen are the stations that many signals can reach with one reason. A reading is not among them: it needs a source, signal by signal.
func Groepsstappen() []Status { return []Status{Besproken, Opgepakt, Gesloten} }

// Bulk moves many signals with one reason, which stands in the history of each. Those that cannot move are reported and stay; the others move together.
func (s *Service) Bulk(ctx context.Context, wie toegang.Actor, keuzes []Keuze, naar Status, reden string) (BulkVerslag, error) {
	const op = "signaal.Bulk"
	var faults []domein.Fault
	if len(keuzes) == 0 {
		faults = append(faults, domein.Fault{Veld: "id", Melding: "Kies eerst een of meer signalen."})
	}
	if len(keuzes) > maxBulk {
		faults = append(faults, domein.Fault{Veld: "id", Melding: fmt.Sprintf("Kies ten hoogste %d signalen tegelijk.", maxBulk)})
	}
	if !slices.Contains(Groepsstappen(), naar) {
		faults = append(faults, domein.Fault{Veld: "naar", Melding: fmt.Sprintf("Kies een stap: %s. Duiden doet u per signaal, met een bron.", opsomming(Groepsstappen()))})
	} else if reden = netjes(reden); reden == "" {
		faults = append(faults, domein.Fault{Veld: "reden", Melding: nodig[naar][0].Melding})
	}
	if err := domein.Refuse(op, "Er is nog niets verplaatst.", faults); err != nil {
		return BulkVerslag{}, err
	}
	for try := 1; ; try++ {
		v, err := s.bulk(ctx, wie, keuzes, naar, map[string]string{nodig[naar][0].Veld: reden})
		if !race(err) || try == pogingen {
			return v, domein.Wrap(op, err)
		}
	}
}

func (s *Service) bulk(ctx context.Context, wie toegang.Actor, keuzes []Keuze, naar Status, velden map[string]string) (BulkVerslag, error) {
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return BulkVerslag{}, err
	}
	p, err := s.groep(ctx, wie, z, keuzes, naar, velden)
	if err != nil {
		return BulkVerslag{}, err
	}
	return p.verslag, s.bewaar(ctx, p)
}

// pakket is what goes into one transaction.
type pakket struct {
	signalen []Signaal
	gebeurd  []Gebeurtenis
	entries  []journaal.Entry
	grant    toegang.Grant
	verslag  BulkVerslag
}

func (p *pakket) bij(m verzet) {
	p.signalen, p.gebeurd, p.entries, p.grant = append(p.signalen, m.na), append(p.gebeurd, m.gebeurd), append(p.entries, m.entry), m.grant
}

func (s *Service) bewaar(ctx context.Context, p pakket) error {
	if len(p.signalen) == 0 {
		return nil
	}
	return s.Store.SaveSignalen(ctx, p.grant, p.signalen, p.gebeurd, p.entries)
}

// groep works out the move of each chosen signal.
func (s *Service) groep(ctx context.Context, wie toegang.Actor, z zicht, keuzes []Keuze, naar Status, velden map[string]string) (pakket, error) {
	var p pakket
	if len(keuzes) == 0 {
		return p, nil
	}
	list, err := s.Store.Signalen(ctx, z.grant, z.codes(Filter{Alles: true}))
	if err != nil {
		return p, err
	}
	byID := map[string]Signaal{}
	for _, sig := range list {
		byID[sig.ID] = sig
	}
	seen := map[string]bool{}
	for _, k := range keuzes {
		if seen[k.ID] {
			continue
		}
		seen[k.ID] = true
		sig, ok := byID[k.ID]
		if !ok {
			p.verslag.Niet = append(p.verslag.Niet, Gebleven{ID: k.ID, Reden: melding(domein.Missing("signaal.groep"))})
			continue
		}
		m, err := s.stap(wie, z, sig, Stap{naar, k.Basis, velden})
		switch {
		case err != nil && domein.KindOf(err) == domein.Internal:
			return pakket{}, err
		case err != nil:
			p.verslag.Niet = append(p.verslag.Niet, Gebleven{ID: k.ID, Signaal: sig, Reden: melding(err)})
		case m.na.Versie == sig.Versie:
			p.verslag.Niet = append(p.verslag.Niet, Gebleven{ID: k.ID, Signaal: sig, Reden: fmt.Sprintf("Dit signaal is al %s met deze tekst.", naar)})
		default:
			p.bij(m)
		}
	}
	p.verslag.Gedaan = slices.Clone(p.signalen)
	return p, nil
}

// melding gives what an error says to a person: the first fault, or the message.
func melding(err error) string {
	var e *domein.Error
	if !errors.As(err, &e) {
		return "Er ging iets mis."
	}
	if len(e.Faults) > 0 {
		return e.Faults[0].Melding
	}
	if len(e.Botsingen) > 0 {
		return fmt.Sprintf("Iemand anders heeft dit signaal intussen gewijzigd: %s is nu %q. Open het signaal en kijk of uw stap nog past.", e.Botsingen[0].Veld, e.Botsingen[0].Hun)
	}
	return e.Melding
}
