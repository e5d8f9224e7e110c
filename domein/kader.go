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
	return k.decide(k.Poort.Decide, wie, wat, waarop)
}

// MagLijst asks the gate whether, and how far, a list may be shown: its Scope says rows of which field, and whether only the open ones.
func (k Kader) MagLijst(wie toegang.Actor, wat toegang.Actie, waarop toegang.Middel) (toegang.Grant, error) {
	return k.decide(k.Poort.DecideList, wie, wat, waarop)
}

func (k Kader) decide(ask func(toegang.Vraag) (toegang.Grant, error), wie toegang.Actor, wat toegang.Actie, waarop toegang.Middel) (toegang.Grant, error) {
	const op = "toegang.Decide"
	if waarop.Verantwoordelijke != wie.Verantwoordelijke {
		return toegang.Grant{}, Missing(op)
	}
	doel, grondslag := toegang.StandaardDoel(wat)
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
	const op = "journaal.Entry"
	content, err := json.Marshal(inhoud)
	if err != nil {
		return journaal.Entry{}, fmt.Errorf("%s: %w", op, err)
	}
	wie := grant.Wie()
	rol := ""
	if len(wie.Rollen) > 0 {
		rol = string(wie.Rollen[0])
	}
	entry, err := journaal.New(journaal.Params{
		Verantwoordelijke: grant.Verantwoordelijke(), Wie: wie.ID, Rol: rol, Actie: string(grant.Actie()),
		Soort: soort, Object: object, Doel: grant.Doel(), Grondslag: grant.Grondslag(), Beleid: grant.Beleid(),
		Uitkomst: "gedaan", Inhoud: content, Sleutel: k.Sleutel, Moment: k.Nu().Time(),
	})
	return entry, Wrap(op, err)
}
