// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

var acties = map[Status]toegang.Actie{
	Geduid: toegang.SignaalDuiden, Besproken: toegang.SignaalBespreken, Opgepakt: toegang.SignaalOppakken, Gesloten: toegang.SignaalSluiten,
}

// nodigRecht lists what somebody must be allowed to take a step; out of Gesloten it is two things.
func nodigRecht(van, naar Status) []toegang.Actie {
	if van == Gesloten {
		return []toegang.Actie{acties[naar], toegang.SignaalHeropenen}
	}
	return []toegang.Actie{acties[naar]}
}

// maxTekst is the longest text of a field, in characters.
const maxTekst = 4000

// pogingen is how often a save starts again from what somebody else saved in the same instant.
const pogingen = 4

// Stap is a move of a signal to another station, with the fields that the mover changes and the version that he saw. A signal that stays at its station needs only
// the fields that change.
type Stap struct {
	Naar   Status
	Basis  int
	Velden map[string]string
}

// Duid adds a reading with its source; the author is wie.
func (s *Service) Duid(ctx context.Context, wie toegang.Actor, id string, basis int, duiding, bron string) (Signaal, error) {
	return s.Zet(ctx, wie, id, Stap{Geduid, basis, map[string]string{"duiding": duiding, "duidingsbron": bron}})
}

// Bespreek notes at which table the signal was discussed.
func (s *Service) Bespreek(ctx context.Context, wie toegang.Actor, id string, basis int, tafel string) (Signaal, error) {
	return s.Zet(ctx, wie, id, Stap{Besproken, basis, map[string]string{"tafel": tafel}})
}

// PakOp notes who does what about it.
func (s *Service) PakOp(ctx context.Context, wie toegang.Actor, id string, basis int, opvolging string) (Signaal, error) {
	return s.Zet(ctx, wie, id, Stap{Opgepakt, basis, map[string]string{"opvolging": opvolging}})
}

// Sluit closes a signal with a reason.
func (s *Service) Sluit(ctx context.Context, wie toegang.Actor, id string, basis int, reden string) (Signaal, error) {
	return s.Zet(ctx, wie, id, Stap{Gesloten, basis, map[string]string{"sluitreden": reden}})
}

// Zet moves a signal to another station. What somebody else changed meanwhile is merged; where both changed one field to different values it is a Conflict with
// both, and nothing is kept. A move that changes nothing leaves no trace.
func (s *Service) Zet(ctx context.Context, wie toegang.Actor, id string, stap Stap) (Signaal, error) {
	sig, _, err := s.ZetSamen(ctx, wie, id, stap, nil)
	return sig, domein.Wrap("signaal.Zet", err)
}

// ZetSamen is Zet for a signal and the others of its event, in one transaction: one event is one story. Those of mee that cannot move stay and are reported.
func (s *Service) ZetSamen(ctx context.Context, wie toegang.Actor, id string, stap Stap, mee []Keuze) (Signaal, BulkVerslag, error) {
	const op = "signaal.ZetSamen"
	for try := 1; ; try++ {
		sig, v, err := s.zet(ctx, wie, id, stap, mee)
		if !race(err) || try == pogingen {
			return sig, v, domein.Wrap(op, err)
		}
	}
}

// race tells whether somebody else saved between our reading and our saving; trying again reads what he saved.
func race(err error) bool {
	var e *domein.Error
	return errors.As(err, &e) && e.Kind == domein.Conflict && len(e.Botsingen) == 0
}

func (s *Service) zet(ctx context.Context, wie toegang.Actor, id string, stap Stap, mee []Keuze) (Signaal, BulkVerslag, error) {
	sig, z, _, err := s.haal(ctx, wie, id, toegang.SignaalLezen)
	if err != nil {
		return Signaal{}, BulkVerslag{}, err
	}
	m, err := s.stap(wie, z, sig, stap)
	if err != nil {
		return Signaal{}, BulkVerslag{}, err
	}
	rest := slices.DeleteFunc(slices.Clone(mee), func(k Keuze) bool { return k.ID == id })
	p, err := s.groep(ctx, wie, z, rest, stap.Naar, stap.Velden)
	if err != nil {
		return Signaal{}, BulkVerslag{}, err
	}
	if m.na.Versie != sig.Versie {
		p.bij(m)
	}
	return m.na, p.verslag, s.bewaar(ctx, p)
}

// verzet is a move that has been worked out and not kept yet.
type verzet struct {
	na      Signaal
	gebeurd Gebeurtenis
	entry   journaal.Entry
	grant   toegang.Grant
}

// stap works out a move of sig.
func (s *Service) stap(wie toegang.Actor, z zicht, sig Signaal, stap Stap) (verzet, error) {
	const op = "signaal.stap"
	if _, ok := acties[stap.Naar]; !ok {
		return verzet{}, domein.Refuse(op, "Deze stap bestaat niet.", []domein.Fault{{Veld: "status", Melding: fmt.Sprintf("%q is geen stap van een signaal.", stap.Naar)}})
	}
	grant, err := s.Mag(wie, acties[stap.Naar], z.middel(sig))
	if err != nil {
		return verzet{}, err
	}
	velden := map[string]string{}
	for naam, waarde := range stap.Velden {
		velden[naam] = netjes(waarde)
	}
	velden["status"] = string(stap.Naar)
	merged, versie, err := domein.Samenvoegen(op, sig.Velden, sig.Versie, domein.Wijziging{Basis: stap.Basis, Velden: velden})
	if err != nil {
		return verzet{}, err
	}
	if versie == sig.Versie {
		return verzet{na: sig}, nil
	}
	// Only now: who did not know that it had been closed must hear that, and not that he may not open it.
	for _, wat := range nodigRecht(sig.Status(), stap.Naar)[1:] {
		if grant, err = s.Mag(wie, wat, z.middel(sig)); err != nil {
			return verzet{}, err
		}
	}
	if err := check(sig, stap, velden); err != nil {
		return verzet{}, err
	}
	m := verzet{na: sig, grant: grant}
	m.na.Velden, m.na.Versie = merged, versie
	m.gebeurd = Gebeurtenis{Signaal: sig.ID, Moment: s.Nu(), Wie: wie.ID, Wat: string(stap.Naar), Tekst: m.na.Veld(nodig[stap.Naar][0].Veld)}
	if stap.Naar == Geduid {
		m.gebeurd.Bron = m.na.Veld("duidingsbron")
	}
	m.entry, err = s.Entry(grant, "signaal", sig.ID, stap)
	return m, err
}

// netjes takes away what a browser or a hand adds around a text.
func netjes(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }

// check gives all faults of a move at once: where it may not go, what is missing, what is too long, and fields that this station does not have.
func check(sig Signaal, stap Stap, velden map[string]string) error {
	var faults []domein.Fault
	if !sig.Status().Mag(stap.Naar) {
		faults = append(faults, domein.Fault{Veld: "status", Melding: fmt.Sprintf("Een signaal dat %s is, kan niet naar %s. Wel naar: %s.",
			sig.Status(), stap.Naar, opsomming(sig.Status().Naar()))})
	}
	for _, f := range nodig[stap.Naar] {
		waarde, sent := velden[f.Veld]
		if !sent && sig.Status() == stap.Naar {
			waarde = sig.Veld(f.Veld)
		}
		if waarde == "" {
			faults = append(faults, f)
		}
		if utf8.RuneCountInString(waarde) > maxTekst {
			faults = append(faults, domein.Fault{Veld: f.Veld, Melding: fmt.Sprintf("Deze tekst is te lang. Gebruik ten hoogste %d tekens.", maxTekst)})
		}
	}
	for naam := range stap.Velden {
		if !slices.Contains(stap.Naar.Velden(), naam) {
			faults = append(faults, domein.Fault{Veld: naam, Melding: fmt.Sprintf("%q hoort niet bij deze stap. Wel: %s.", naam, strings.Join(stap.Naar.Velden(), ", "))})
		}
	}
	slices.SortFunc(faults, func(a, b domein.Fault) int { return strings.Compare(a.Veld, b.Veld) })
	return domein.Refuse("signaal.stap", "Deze stap kan nog niet.", faults)
}

func opsomming(list []Status) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}
