// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package domein

import (
	"encoding/json"
	"errors"
	"fmt"

	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Kader is what every use case stands on: the gate, the clock, fresh ids and the key of the journal's commitments. Each service embeds one, so that no
// use case can decide, date or record in a way of its own (rules 5 and 8).
type Kader struct {
	Poort   *toegang.Poort
	Nu      func() termijn.Moment
	NieuwID func() string
	Sleutel []byte // key of the commitments in the journal
}

// Mag asks the gate for the usual purpose and ground of the action. A refusal is Forbidden with the reason; across tenants it is NotFound, because what
// belongs to another tenant must answer as what does not exist (promise 2).
func (k Kader) Mag(wie toegang.Actor, wat toegang.Actie, waarop toegang.Middel) (toegang.Grant, error) {
	doel, grondslag := toegang.StandaardDoel(wat)
	return k.decide(k.Poort.Decide, wie, wat, waarop, doel, grondslag)
}

// MagVoor is Mag for a purpose and on a ground that come from the circle, the meeting or the task in hand.
func (k Kader) MagVoor(wie toegang.Actor, wat toegang.Actie, waarop toegang.Middel, doel, grondslag string) (toegang.Grant, error) {
	return k.decide(k.Poort.Decide, wie, wat, waarop, doel, grondslag)
}

// MagLijst asks the gate whether, and how far, a list may be shown: its Scope says rows of which field, and whether only the open ones.
func (k Kader) MagLijst(wie toegang.Actor, wat toegang.Actie, waarop toegang.Middel) (toegang.Grant, error) {
	doel, grondslag := toegang.StandaardDoel(wat)
	return k.decide(k.Poort.DecideList, wie, wat, waarop, doel, grondslag)
}

func (k Kader) decide(ask func(toegang.Vraag) (toegang.Grant, error), wie toegang.Actor, wat toegang.Actie, waarop toegang.Middel,
	doel, grondslag string) (toegang.Grant, error) {
	const op = "toegang.Decide"
	if waarop.Verantwoordelijke != wie.Verantwoordelijke {
		return toegang.Grant{}, Missing(op)
	}
	grant, err := ask(toegang.Vraag{
		Wie: wie, Wat: wat, Waarop: waarop, Doel: doel, Grondslag: grondslag, Nu: k.Nu().Time(),
	})
	var weigering *toegang.Weigering
	if errors.As(err, &weigering) {
		return toegang.Grant{}, &Error{Kind: Forbidden, Op: op, Melding: weigering.Reden}
	}
	return grant, Wrap(op, err)
}

// Entry makes the journal entry of an act that grant allows: soort and object name what it was done to, inhoud is what was laid down. The journal keeps a
// keyed commitment to inhoud, never inhoud itself.
func (k Kader) Entry(grant toegang.Grant, soort, object string, inhoud any) (journaal.Entry, error) {
	return k.EntryOnder(grant, soort, object, inhoud, k.Sleutel)
}

// EntryOnder is Entry with a commitment under a key of the thing itself, which means nothing any more when that key is gone.
func (k Kader) EntryOnder(grant toegang.Grant, soort, object string, inhoud any, sleutel []byte) (journaal.Entry, error) {
	const op = "journaal.Entry"
	content, err := json.Marshal(inhoud)
	if err != nil {
		return journaal.Entry{}, fmt.Errorf("%s: %w", op, err)
	}
	p := k.regel(grant, soort, object, "gedaan")
	p.Inhoud, p.Sleutel = content, sleutel
	entry, err := journaal.New(p)
	return entry, Wrap(op, err)
}

// Blik makes the journal entry of a look that grant allows.
func (k Kader) Blik(grant toegang.Grant, soort, object string) (journaal.Entry, error) {
	entry, err := journaal.New(k.regel(grant, soort, object, "getoond"))
	return entry, Wrap("journaal.Blik", err)
}

// Geweigerd makes the journal entry of an attempt that was refused. An attempt without purpose or ground says so.
func (k Kader) Geweigerd(wie toegang.Actor, wat toegang.Actie, soort, object, doel, grondslag string) (journaal.Entry, error) {
	if doel == "" {
		doel = "geen doel"
	}
	if grondslag == "" {
		grondslag = "geen grondslag"
	}
	entry, err := journaal.New(journaal.Params{Verantwoordelijke: wie.Verantwoordelijke, Wie: wie.ID, Rol: eersteRol(wie), Actie: string(wat), Soort: soort, Object: object,
		Doel: doel, Grondslag: grondslag, Uitkomst: "geweigerd", Moment: k.Nu().Time()})
	return entry, Wrap("journaal.Geweigerd", err)
}

func (k Kader) regel(grant toegang.Grant, soort, object, uitkomst string) journaal.Params {
	wie := grant.Wie()
	return journaal.Params{
		Verantwoordelijke: grant.Verantwoordelijke(), Wie: wie.ID, Rol: eersteRol(wie), Actie: string(grant.Actie()),
		Soort: soort, Object: object, Doel: grant.Doel(), Grondslag: grant.Grondslag(), Beleid: grant.Beleid(),
		Uitkomst: uitkomst, Moment: k.Nu().Time(),
	}
}

func eersteRol(wie toegang.Actor) string {
	if len(wie.Rollen) == 0 {
		return "geen"
	}
	return string(wie.Rollen[0])
}
