// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein/gebied"
	"dwarsverband/geo"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Gebieden lists the areas of the newest edition of each code, from large to small and by name; without vlak their borders are left out.
func (s *Store) Gebieden(ctx context.Context, g toegang.Grant, vlak bool) ([]gebied.Gebied, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT code, jaargang, niveau, naam, ouder, CASE WHEN $2 = 1 THEN vlak END
		FROM gebied WHERE verantwoordelijke = $1
		AND jaargang = (SELECT max(j.jaargang) FROM gebied j WHERE j.verantwoordelijke = $1 AND j.code = gebied.code)
		ORDER BY CASE niveau WHEN 'gemeente' THEN 0 WHEN 'wijk' THEN 1 ELSE 2 END, naam, code`, g.Verantwoordelijke(), flag(vlak))
	return all("store.Gebieden", rows, err, func(rows *sql.Rows, a *gebied.Gebied) error {
		var wkb []byte
		if err := rows.Scan(&a.Code, &a.Jaargang, &a.Niveau, &a.Naam, &a.Ouder, &wkb); err != nil || wkb == nil {
			return err
		}
		shape, err := geo.Decode(wkb)
		a.Vlak = gebied.Vlak(shape)
		return err
	})
}

// SaveGebieden adds an edition of areas, or replaces areas of that edition.
func (s *Store) SaveGebieden(ctx context.Context, g toegang.Grant, gebieden []gebied.Gebied, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		for _, a := range gebieden {
			_, err := tx.ExecContext(ctx, `INSERT INTO gebied (verantwoordelijke, jaargang, code, niveau, naam, ouder, vlak)
				VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (verantwoordelijke, jaargang, code) DO UPDATE
				SET niveau = excluded.niveau, naam = excluded.naam, ouder = excluded.ouder, vlak = excluded.vlak`,
				g.Verantwoordelijke(), a.Jaargang, a.Code, a.Niveau, a.Naam, a.Ouder, geo.Encode(geo.MultiPolygon(a.Vlak)))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// flag passes a bool where the statement compares it with a number, which both engines type alike.
func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
