// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"context"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Inrichten makes a tenant with its users, sources and kinds, and gives the actor of each role.
func Inrichten(ctx context.Context, d *huis.Diensten, v gebied.Verantwoordelijke, users []gebruiker.Gebruiker, bronnen []cijfer.Bron,
	soorten []cijfer.Soort) (map[toegang.Rol]toegang.Actor, error) {
	beheerder := toegang.Actor{ID: "beheerder", Naam: "inrichting", Verantwoordelijke: v.ID, Organisatie: "gemeente", Rollen: []toegang.Rol{toegang.Beheerder}}
	grant, err := d.Kader.Mag(beheerder, toegang.InstellingWijzigen, toegang.Middel{Soort: "verantwoordelijke", ID: v.ID, Verantwoordelijke: v.ID})
	if err != nil {
		return nil, err
	}
	save := func(soort, id string, inhoud any, do func(journaal.Entry) error) {
		if err != nil {
			return
		}
		var entry journaal.Entry
		if entry, err = d.Kader.Entry(grant, soort, id, inhoud); err == nil {
			err = do(entry)
		}
	}
	save("verantwoordelijke", v.ID, v, func(e journaal.Entry) error { return d.Store.SaveVerantwoordelijke(ctx, v, e) })
	wie := map[toegang.Rol]toegang.Actor{}
	for _, u := range users {
		save("gebruiker", u.ID, u.Rollen, func(e journaal.Entry) error { return d.Store.SaveGebruiker(ctx, u, gebruiker.Hash(Token(u)), e) })
		wie[u.Rollen[0]] = u.Actor()
	}
	for _, b := range bronnen {
		save("bron", b.Code, b, func(e journaal.Entry) error { return d.Store.SaveBron(ctx, grant, b, e) })
	}
	for _, k := range soorten {
		save("soort", k.Code, k, func(e journaal.Entry) error { return d.Store.SaveSoort(ctx, grant, k, e) })
	}
	return wie, err
}
