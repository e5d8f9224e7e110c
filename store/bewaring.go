// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/dossier"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Geslotenen lists the closed dossiers, oldest first, at most aantal.
func (s *Store) Geslotenen(ctx context.Context, g toegang.Grant, aantal int) ([]dossier.Kop, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+` FROM dossier d WHERE d.verantwoordelijke = $1 AND d.gesloten IS NOT NULL ORDER BY d.gesloten, d.id LIMIT $2`,
		g.Verantwoordelijke(), aantal)
	return all("store.Geslotenen", rows, err, scanKop)
}

// Vasthoudingen lists what is held back from destruction.
func (s *Store) Vasthoudingen(ctx context.Context, g toegang.Grant) ([]bewaring.Vasthouding, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT dossier, reden, door, moment FROM vasthouding WHERE verantwoordelijke = $1`, g.Verantwoordelijke())
	return all("store.Vasthoudingen", rows, err, func(rows *sql.Rows, v *bewaring.Vasthouding) error {
		return rows.Scan(&v.Dossier, &v.Reden, &v.Door, &v.Moment)
	})
}

// SaveVasthouding holds a dossier back, or is NotFound.
func (s *Store) SaveVasthouding(ctx context.Context, g toegang.Grant, v bewaring.Vasthouding, entry journaal.Entry) error {
	const op = "store.SaveVasthouding"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if _, err := kop(ctx, tx, op, g.Verantwoordelijke(), v.Dossier); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO vasthouding (verantwoordelijke, dossier, reden, door, moment) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (verantwoordelijke, dossier) DO UPDATE SET reden = excluded.reden, door = excluded.door, moment = excluded.moment`,
			g.Verantwoordelijke(), v.Dossier, v.Reden, v.Door, v.Moment)
		return err
	})
}

// DeleteVasthouding ends that; a Conflict where nothing was held back.
func (s *Store) DeleteVasthouding(ctx context.Context, g toegang.Grant, id string, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `DELETE FROM vasthouding WHERE verantwoordelijke = $1 AND dossier = $2`, g.Verantwoordelijke(), id)
		return changed("store.DeleteVasthouding", result, err)
	})
}

// Vernietig destroys dossiers with their keys, in one transaction, and keeps what remains of them. Deleted bytes are overwritten (secure_delete) and the write-ahead log
// is emptied: without that most of what was deleted can still be read in the files.
func (s *Store) Vernietig(ctx context.Context, g toegang.Grant, list []bewaring.Verklaring, entry journaal.Entry) error {
	err := s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		for _, v := range list {
			if err := vernietig(ctx, tx, g.Verantwoordelijke(), v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || s.engine != onSQLite {
		return err
	}
	_, err = s.db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return wrap("store.Vernietig", err)
}

// vanDossier are the statements that remove everything that hangs on a dossier, its key included, and in the end its head.
var vanDossier = []string{
	`DELETE FROM dossiersleutel WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM melding WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM overdracht WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM zoekwoord WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM lid WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM nood WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM zicht WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM taak WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM bericht WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM verstrekking WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM dossier WHERE verantwoordelijke = $1 AND id = $2`,
}

func vernietig(ctx context.Context, tx *sql.Tx, tenant string, v bewaring.Verklaring) error {
	const op = "store.Vernietig"
	var vrij int
	err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM dossier d WHERE d.verantwoordelijke = $1 AND d.id = $2 AND d.gesloten IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM vasthouding h WHERE h.verantwoordelijke = $1 AND h.dossier = d.id)`, tenant, v.Dossier), &vrij)
	if err != nil {
		return err
	}
	if vrij == 0 {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Een van deze dossiers is intussen vastgehouden of heropend. Er is niets vernietigd."}
	}
	if err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2`, tenant, v.Dossier), &v.Stukken); err != nil {
		return err
	}
	for _, statement := range vanDossier {
		if _, err := tx.ExecContext(ctx, statement, tenant, v.Dossier); err != nil {
			return fmt.Errorf("%s: %w", op, err)
		}
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO vernietigd (verantwoordelijke, dossier, soort, codenaam, regime, regel, stukken, door, moment)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, tenant, v.Dossier, v.Soort, v.Codenaam, v.Regime, v.Regel, v.Stukken, v.Door, v.Moment)
	return wrap(op, err)
}

// Verklaringen lists what was destroyed, newest first, at most aantal.
func (s *Store) Verklaringen(ctx context.Context, g toegang.Grant, aantal int) ([]bewaring.Verklaring, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT dossier, soort, codenaam, regime, regel, stukken, door, moment FROM vernietigd WHERE verantwoordelijke = $1
		ORDER BY moment DESC, dossier LIMIT $2`, g.Verantwoordelijke(), aantal)
	return all("store.Verklaringen", rows, err, func(rows *sql.Rows, v *bewaring.Verklaring) error {
		return rows.Scan(&v.Dossier, &v.Soort, &v.Codenaam, &v.Regime, &v.Regel, &v.Stukken, &v.Door, &v.Moment)
	})
}
