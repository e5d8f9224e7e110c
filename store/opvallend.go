// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Voorwaarden lists the conditions for judging looks, newest first, with those that were withdrawn.
func (s *Store) Voorwaarden(ctx context.Context, g toegang.Grant) ([]toezicht.Voorwaarde, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, soort, dag, kenmerk, door, vastgelegd, ingetrokken_door, ingetrokken FROM opvallend_voorwaarde
		WHERE verantwoordelijke = $1 ORDER BY vastgelegd DESC, id DESC`, g.Verantwoordelijke())
	return all("store.Voorwaarden", rows, err, func(rows *sql.Rows, v *toezicht.Voorwaarde) error {
		return rows.Scan(&v.ID, &v.Soort, &v.Dag, &v.Kenmerk, &v.Door, &v.Vastgelegd, &v.IngetrokkenDoor, &v.Ingetrokken)
	})
}

// SaveVoorwaarde keeps a condition. A second one of a kind that stands is a Conflict.
func (s *Store) SaveVoorwaarde(ctx context.Context, g toegang.Grant, v toezicht.Voorwaarde, entry journaal.Entry) error {
	const op = "store.SaveVoorwaarde"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		var known int
		if err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM opvallend_voorwaarde WHERE verantwoordelijke = $1 AND soort = $2 AND ingetrokken IS NULL`,
			g.Verantwoordelijke(), v.Soort), &known); err != nil {
			return err
		}
		if known > 0 {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Dit is al vastgelegd. Trek het eerst in."}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO opvallend_voorwaarde (verantwoordelijke, id, soort, dag, kenmerk, door, vastgelegd, ingetrokken_door) VALUES ($1, $2, $3, $4, $5, $6, $7, '')`,
			g.Verantwoordelijke(), v.ID, v.Soort, v.Dag, v.Kenmerk, v.Door, v.Vastgelegd)
		return wrap(op, err)
	})
}

// TrekIn ends a condition that stands, with the questions that nobody judged and all tasks and notices about them; where none stands, it is a Conflict.
func (s *Store) TrekIn(ctx context.Context, g toegang.Grant, id, wie string, op termijn.Moment, werk toezicht.Werk, entry journaal.Entry) error {
	const naam = "store.TrekIn"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE opvallend_voorwaarde SET ingetrokken_door = $3, ingetrokken = $4 WHERE verantwoordelijke = $1 AND id = $2 AND ingetrokken IS NULL`,
			g.Verantwoordelijke(), id, wie, op)
		if err := changed(naam, result, err); err != nil {
			return err
		}
		rows, err := tx.QueryContext(ctx, `SELECT id FROM opvallend WHERE verantwoordelijke = $1 AND oordeel = ''`, g.Verantwoordelijke())
		ids, err := all(naam, rows, err, func(rows *sql.Rows, id *string) error { return rows.Scan(id) })
		if err != nil {
			return err
		}
		if err := s.ruimUitlegvragen(ctx, tx, g.Verantwoordelijke(), ids); err != nil {
			return err
		}
		return putWerk(ctx, tx, g.Verantwoordelijke(), "", werk)
	})
}
