// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Blikken lists the looks of people at dossiers in a period by their number, oldest first; nood is the purpose of an emergency access.
func (s *Store) Blikken(ctx context.Context, g toegang.Grant, van, tot termijn.Moment, nood string) ([]toezicht.Blik, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT volgnr, doel = $4 FROM journaal WHERE verantwoordelijke = $1 AND moment >= $2 AND moment < $3 AND uitkomst = 'getoond'
		AND soort IN ('casus', 'melding', 'inzage') AND rol <> $5 ORDER BY volgnr`, g.Verantwoordelijke(), van, tot, nood, toegang.Systeem)
	return all("store.Blikken", rows, err, func(rows *sql.Rows, b *toezicht.Blik) error { return rows.Scan(&b.Volgnr, &b.Nood) })
}

// SaveSteekproef keeps a sample. A second one of a month is a Conflict.
func (s *Store) SaveSteekproef(ctx context.Context, g toegang.Grant, p toezicht.Steekproef, entry journaal.Entry) error {
	const op = "store.SaveSteekproef"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		var known int
		if err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM steekproef WHERE verantwoordelijke = $1 AND van = $2`, g.Verantwoordelijke(), p.Van), &known); err != nil {
			return err
		}
		if known > 0 {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Van deze maand is al een steekproef getrokken. Er komt geen tweede."}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO steekproef (verantwoordelijke, id, van, zaad, omvang, getrokken, door, getekend) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			g.Verantwoordelijke(), p.ID, p.Van, p.Zaad, p.Omvang, p.Getrokken, p.Door, p.Getekend)
		if err != nil {
			return wrap(op, err)
		}
		return putRegels(ctx, tx, g.Verantwoordelijke(), p.ID, p.Regels)
	})
}

// SaveRegels keeps judgements and answers.
func (s *Store) SaveRegels(ctx context.Context, g toegang.Grant, id string, regels []toezicht.Regel, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error { return putRegels(ctx, tx, g.Verantwoordelijke(), id, regels) })
}

func putRegels(ctx context.Context, tx *sql.Tx, tenant, id string, regels []toezicht.Regel) error {
	for _, r := range regels {
		_, err := tx.ExecContext(ctx, `INSERT INTO steekproefregel (verantwoordelijke, steekproef, volgnr, nood, oordeel, oordeel_op, opvolging, opvolging_door, opvolging_op)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (verantwoordelijke, steekproef, volgnr) DO UPDATE SET oordeel = excluded.oordeel,
			oordeel_op = excluded.oordeel_op, opvolging = excluded.opvolging, opvolging_door = excluded.opvolging_door, opvolging_op = excluded.opvolging_op`,
			tenant, id, r.Volgnr, r.Nood, r.Oordeel, r.OordeelOp, r.Opvolging, r.OpvolgingDoor, r.OpvolgingOp)
		if err != nil {
			return wrap("store.putRegels", err)
		}
	}
	return nil
}

// Teken closes a sample.
func (s *Store) Teken(ctx context.Context, g toegang.Grant, id string, op termijn.Moment, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE steekproef SET getekend = $3 WHERE verantwoordelijke = $1 AND id = $2 AND getekend IS NULL`, g.Verantwoordelijke(), id, op)
		return changed("store.Teken", result, err)
	})
}

// Steekproeven lists all samples of a controller, newest first, without the rows of the journal.
func (s *Store) Steekproeven(ctx context.Context, g toegang.Grant) ([]toezicht.Steekproef, error) {
	const op = "store.Steekproeven"
	rows, err := s.db.QueryContext(ctx, `SELECT id, van, zaad, omvang, getrokken, door, getekend FROM steekproef WHERE verantwoordelijke = $1 ORDER BY van DESC`, g.Verantwoordelijke())
	list, err := all(op, rows, err, func(rows *sql.Rows, p *toezicht.Steekproef) error {
		return rows.Scan(&p.ID, &p.Van, &p.Zaad, &p.Omvang, &p.Getrokken, &p.Door, &p.Getekend)
	})
	if err != nil {
		return nil, err
	}
	type regel struct {
		id string
		toezicht.Regel
	}
	rows, err = s.db.QueryContext(ctx, `SELECT steekproef, volgnr, nood, oordeel, oordeel_op, opvolging, opvolging_door, opvolging_op FROM steekproefregel
		WHERE verantwoordelijke = $1 ORDER BY steekproef, volgnr`, g.Verantwoordelijke())
	regels, err := all(op, rows, err, func(rows *sql.Rows, r *regel) error {
		return rows.Scan(&r.id, &r.Volgnr, &r.Nood, &r.Oordeel, &r.OordeelOp, &r.Opvolging, &r.OpvolgingDoor, &r.OpvolgingOp)
	})
	for _, r := range regels {
		i := slices.IndexFunc(list, func(p toezicht.Steekproef) bool { return p.ID == r.id })
		list[i].Regels = append(list[i].Regels, r.Regel)
	}
	return list, err
}

// Steekproef gives one sample with the rows of the journal and the code names of the dossiers that are still there, or NotFound.
func (s *Store) Steekproef(ctx context.Context, g toegang.Grant, id string) (toezicht.Steekproef, error) {
	const op = "store.Steekproef"
	list, err := s.Steekproeven(ctx, g)
	if err != nil {
		return toezicht.Steekproef{}, err
	}
	i := slices.IndexFunc(list, func(p toezicht.Steekproef) bool { return p.ID == id })
	if i < 0 {
		return toezicht.Steekproef{}, domein.Missing(op)
	}
	p := list[i]
	rows, err := s.db.QueryContext(ctx, `SELECT `+journaalColumns+` FROM journaal WHERE verantwoordelijke = $1 AND volgnr IN (SELECT volgnr FROM steekproefregel
		WHERE verantwoordelijke = $1 AND steekproef = $2) ORDER BY volgnr`, g.Verantwoordelijke(), id)
	rijen, err := all(op, rows, err, scanRij)
	if err != nil {
		return p, err
	}
	ids := make([]string, len(rijen))
	for i, r := range rijen {
		ids[i] = r.Object
	}
	namen, err := s.Codenamen(ctx, g, ids)
	for i, r := range rijen { // both are in the order of their numbers
		p.Regels[i].Rij, p.Regels[i].Codenaam = r, namen[r.Object]
	}
	return p, err
}
