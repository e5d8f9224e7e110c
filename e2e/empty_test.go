// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package e2e

import (
	"context"
	"path/filepath"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo"
	"dwarsverband/domein/gebied"
	"dwarsverband/store"
)

// addEmptyTown adds a municipality that has users and nothing else to the database of the running program, so that every page can be seen empty.
func addEmptyTown(dir string) error {
	ctx := context.Background()
	st, err := store.Open(ctx, filepath.Join(dir, "data", "dwarsverband.db"), store.Meester{})
	if err != nil {
		return err
	}
	defer st.Close()
	d, err := huis.Bouw(st, huis.Opties{Nu: demo.Vandaag.Start, Sleutel: []byte("a key of the tests, 32 bytes long"), Demo: true})
	if err != nil {
		return err
	}
	town := gebied.Verantwoordelijke{ID: "leegstad", Naam: "Leegstad", Gemeente: "GM9993", Verzonnen: true, Vandaag: demo.Vandaag,
		Peildatum: demo.Vandaag, Toelichting: "Leegstad is verzonnen en heeft nog niets."}
	_, err = demo.Inrichten(ctx, d, town, demo.Gebruikers(town.ID), nil, nil)
	return err
}

// emptyPages are the pages of a municipality that has just begun.
func emptyPages() []page {
	const empty, officer = "leegstad/adviseur-oov", "leegstad/fg"
	var list []page
	for name, path := range map[string]string{
		"vandaag": "/vandaag", "kaart": "/kaart", "gebieden": "/gebieden", "signalen": "/signalen", "plannen": "/plannen", "rapportages": "/rapportages",
		"import": "/import", "bronnen": "/bronnen",
	} {
		list = append(list, page{Name: "leeg-" + name, Path: path, User: empty})
	}
	return append(list, page{Name: "leeg-journaal", Path: "/journaal", User: officer}, page{Name: "leeg-raad", Path: "/raad/leegstad"})
}
