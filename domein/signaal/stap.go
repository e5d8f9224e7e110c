// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

var acties = map[Status]toegang.Actie{
	Geduid: toegang.SignaalDuiden, Besproken: toegang.SignaalBespreken, Opgepakt: toegang.SignaalOppakken, Gesloten: toegang.SignaalSluiten,
}

// Stap is a move of a signal to another station, with the fields that go with it and the version that the mover saw.
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

// Zet moves a signal to another station.
func (s *Service) Zet(ctx context.Context, wie toegang.Actor, id string, stap Stap) (Signaal, error) {
	const op = "signaal.Zet"
	sig, gebeurd, entry, grant, err := s.stap(ctx, wie, id, stap)
	if err != nil {
		return Signaal{}, domein.Wrap(op, err)
	}
	err = s.Store.SaveSignalen(ctx, grant, []Signaal{sig}, []Gebeurtenis{gebeurd}, []journaal.Entry{entry})
	return sig, domein.Wrap(op, err)
}

// stap works out a move without keeping it.
func (s *Service) stap(ctx context.Context, wie toegang.Actor, id string, stap Stap) (Signaal, Gebeurtenis, journaal.Entry, toegang.Grant, error) {
	const op = "signaal.stap"
	fail := func(err error) (Signaal, Gebeurtenis, journaal.Entry, toegang.Grant, error) {
		return Signaal{}, Gebeurtenis{}, journaal.Entry{}, toegang.Grant{}, err
	}
	actie, ok := acties[stap.Naar]
	if !ok {
		return fail(domein.Refuse(op, "Deze stap bestaat niet.", []domein.Fault{{Veld: "status", Melding: fmt.Sprintf("%q is geen stap van een signaal.", stap.Naar)}}))
	}
	sig, _, grant, err := s.haal(ctx, wie, id, actie)
	if err != nil {
		return fail(err)
	}
	if sig.Status() == Gesloten {
		_, _, grant, err = s.haal(ctx, wie, id, toegang.SignaalHeropenen)
		if err != nil {
			return fail(err)
		}
	}
	if err := check(sig, stap); err != nil {
		return fail(err)
	}
	velden := maps.Clone(stap.Velden)
	velden["status"] = string(stap.Naar)
	sig.Velden, sig.Versie, err = domein.Samenvoegen(op, sig.Velden, sig.Versie, domein.Wijziging{Basis: stap.Basis, Velden: velden})
	if err != nil {
		return fail(err)
	}
	entry, err := s.Entry(grant, "signaal", id, stap)
	if err != nil {
		return fail(err)
	}
	gebeurd := Gebeurtenis{Signaal: id, Moment: s.Nu(), Wie: wie.ID, Wat: string(stap.Naar), Tekst: velden[nodig[stap.Naar][0].Veld], Bron: velden["duidingsbron"]}
	return sig, gebeurd, entry, grant, nil
}

// check gives all faults of a move at once: where it may not go, and what is missing.
func check(sig Signaal, stap Stap) error {
	var faults []domein.Fault
	if !sig.Status().Mag(stap.Naar) {
		faults = append(faults, domein.Fault{Veld: "status", Melding: fmt.Sprintf("Een signaal dat %s is, kan niet naar %s. Wel naar: %s.",
			sig.Status(), stap.Naar, opsomming(sig.Status().Naar()))})
	}
	for _, f := range nodig[stap.Naar] {
		if strings.TrimSpace(stap.Velden[f.Veld]) == "" {
			faults = append(faults, f)
		}
	}
	return domein.Refuse("signaal.stap", "Deze stap kan nog niet.", faults)
}

func opsomming(list []Status) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

// BulkVerslag tells what a bulk move did: which signals moved, and of the others why not.
type BulkVerslag struct {
	Gedaan []string
	Niet   map[string]error
}

// Bulk moves many signals with one reason. Those that cannot move are reported and stay; the others move together.
func (s *Service) Bulk(ctx context.Context, wie toegang.Actor, ids []string, naar Status, reden string) (BulkVerslag, error) {
	const op = "signaal.Bulk"
	v := BulkVerslag{Niet: map[string]error{}}
	var moved []Signaal
	var events []Gebeurtenis
	var entries []journaal.Entry
	var last toegang.Grant
	for _, id := range ids {
		velden := map[string]string{}
		for _, f := range nodig[naar] {
			velden[f.Veld] = reden
		}
		sig, _, _, err := s.haal(ctx, wie, id, toegang.SignaalLezen)
		if err == nil {
			var event Gebeurtenis
			var entry journaal.Entry
			var grant toegang.Grant
			if sig, event, entry, grant, err = s.stap(ctx, wie, id, Stap{naar, sig.Versie, velden}); err == nil {
				moved, events, entries, last = append(moved, sig), append(events, event), append(entries, entry), grant
				v.Gedaan = append(v.Gedaan, id)
				continue
			}
		}
		v.Niet[id] = err
	}
	if len(moved) == 0 {
		return v, nil
	}
	return v, domein.Wrap(op, s.Store.SaveSignalen(ctx, last, moved, events, entries))
}
