// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"context"

	"dwarsverband/domein/melding"
	"dwarsverband/extern/corv"
	"dwarsverband/extern/jzv"
	"dwarsverband/extern/meldlijst"
)

// meldinglezers are the files of reports that can be read, by door.
func meldinglezers() map[melding.Deur]melding.Lezer {
	return map[melding.Deur]melding.Lezer{melding.CORV: corv.Lees, melding.JZV: jzv.Lees, melding.CSV: meldlijst.Lees}
}

// contact tells how a user is reached at his work.
func (d *Diensten) contact(ctx context.Context, verantwoordelijke, id string) (melding.Contact, error) {
	g, err := d.Gebruiker.Zoek(ctx, verantwoordelijke, id)
	return melding.Contact{Naam: g.Naam, Telefoon: g.Telefoon}, err
}
