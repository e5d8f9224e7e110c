// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"dwarsverband/domein"
	"dwarsverband/domein/toezicht"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

const uitlegColumns = `id, volgnr, gebruiker, dossier, bekeken, redenen, gesteld, uiterlijk, antwoord, antwoord_op, oordeel, oordeel_door, oordeel_op, weg`

func scanUitlegvraag(rows *sql.Rows, v *toezicht.Vraag) error {
	var redenen string
	if err := rows.Scan(&v.ID, &v.Volgnr, &v.Wie, &v.Dossier, &v.Bekeken, &redenen, &v.Gesteld, &v.Uiterlijk, &v.Antwoord, &v.AntwoordOp, &v.Oordeel, &v.OordeelDoor,
		&v.OordeelOp, &v.Weg); err != nil {
		return err
	}
	return json.Unmarshal([]byte(redenen), &v.Redenen)
}

// Uitlegvragen lists the questions about looks that are kept, newest first, with the code names of the dossiers.
func (s *Store) Uitlegvragen(ctx context.Context, g toegang.Grant) ([]toezicht.Vraag, error) {
	return s.uitlegvragen(ctx, "store.Uitlegvragen", g, "")
}

// Uitlegvraag gives one of them, or NotFound.
func (s *Store) Uitlegvraag(ctx context.Context, g toegang.Grant, id string) (toezicht.Vraag, error) {
	const op = "store.Uitlegvraag"
	list, err := s.uitlegvragen(ctx, op, g, id)
	if err != nil {
		return toezicht.Vraag{}, err
	}
	if len(list) == 0 || id == "" {
		return toezicht.Vraag{}, domein.Missing(op)
	}
	return list[0], nil
}

func (s *Store) uitlegvragen(ctx context.Context, op string, g toegang.Grant, id string) ([]toezicht.Vraag, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+uitlegColumns+` FROM opvallend WHERE verantwoordelijke = $1 AND ($2 = '' OR id = $2) ORDER BY gesteld DESC, id DESC`, g.Verantwoordelijke(), id)
	list, err := all(op, rows, err, scanUitlegvraag)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(list))
	for i, v := range list {
		ids[i] = v.Dossier
	}
	namen, err := s.Codenamen(ctx, g, ids)
	for i, v := range list {
		list[i].Codenaam = namen[v.Dossier]
	}
	return list, err
}

// SaveUitlegronde keeps questions and what comes with them, and moves the stand; where it is not was any more, another node did this round and it is a Conflict. A round without
// questions did nothing to anybody and is no row of the journal.
func (s *Store) SaveUitlegronde(ctx context.Context, g toegang.Grant, was, stand toezicht.Stand, vragen []toezicht.Vraag, werk toezicht.Werk, entries []journaal.Entry) error {
	const op = "store.SaveUitlegronde"
	tenant := g.Verantwoordelijke()
	if len(vragen) == 0 {
		return s.retry(ctx, func() error { return putUitlegstand(ctx, s.db, tenant, was, stand) })
	}
	return s.act(ctx, entries, func(tx *sql.Tx) error {
		if err := putUitlegstand(ctx, tx, tenant, was, stand); err != nil {
			return err
		}
		for _, v := range vragen {
			_, err := tx.ExecContext(ctx, `INSERT INTO opvallend (verantwoordelijke, `+uitlegColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', NULL, '', '', NULL, $10)`,
				tenant, v.ID, v.Volgnr, v.Wie, v.Dossier, v.Bekeken, jsonList(v.Redenen), v.Gesteld, v.Uiterlijk, v.Weg)
			if err != nil {
				return wrap(op, err)
			}
		}
		return putWerk(ctx, tx, tenant, "", werk)
	})
}

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func putUitlegstand(ctx context.Context, db execer, tenant string, was, stand toezicht.Stand) error {
	result, err := db.ExecContext(ctx, `INSERT INTO opvallend_stand (verantwoordelijke, volgnr, op) VALUES ($1, $2, $3)
		ON CONFLICT (verantwoordelijke) DO UPDATE SET volgnr = excluded.volgnr, op = excluded.op WHERE opvallend_stand.volgnr = $4`, tenant, stand.Volgnr, stand.Op, was.Volgnr)
	return changed("store.putUitlegstand", result, err)
}

// putWerk keeps tasks and notices, and ends the open tasks of a kind about one question.
func putWerk(ctx context.Context, tx *sql.Tx, tenant, vraag string, werk toezicht.Werk) error {
	for _, t := range werk.Taken {
		if err := putTaak(ctx, tx, tenant, t); err != nil {
			return wrap("store.putWerk", err)
		}
	}
	for _, b := range werk.Berichten {
		if err := putBericht(ctx, tx, tenant, b); err != nil {
			return wrap("store.putWerk", err)
		}
	}
	for _, soort := range werk.Af {
		if _, err := tx.ExecContext(ctx, `DELETE FROM taak WHERE verantwoordelijke = $1 AND verwijst = $2 AND soort = $3 AND gedaan IS NULL`, tenant, vraag, soort); err != nil {
			return wrap("store.putWerk", err)
		}
	}
	return nil
}

// SaveUitlegvraag keeps the next step of a question that was as given; where somebody else took a step first, it is a Conflict.
func (s *Store) SaveUitlegvraag(ctx context.Context, g toegang.Grant, was, v toezicht.Vraag, werk toezicht.Werk, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE opvallend SET uiterlijk = $3, antwoord = $4, antwoord_op = $5, oordeel = $6, oordeel_door = $7, oordeel_op = $8, weg = $9
			WHERE verantwoordelijke = $1 AND id = $2 AND antwoord = $10 AND oordeel = $11`, g.Verantwoordelijke(), v.ID, v.Uiterlijk, v.Antwoord, v.AntwoordOp, v.Oordeel, v.OordeelDoor,
			v.OordeelOp, v.Weg, was.Antwoord, was.Oordeel)
		if err := changed("store.SaveUitlegvraag", result, err); err != nil {
			return err
		}
		return putWerk(ctx, tx, g.Verantwoordelijke(), v.ID, werk)
	})
}

// RuimUitlegvragen throws questions away with what is left of their tasks and notices.
func (s *Store) RuimUitlegvragen(ctx context.Context, g toegang.Grant, ids []string, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error { return s.ruimUitlegvragen(ctx, tx, g.Verantwoordelijke(), ids) })
}

func (s *Store) ruimUitlegvragen(ctx context.Context, tx *sql.Tx, tenant string, ids []string) error {
	for _, statement := range []string{
		`DELETE FROM taak WHERE verantwoordelijke = $1 AND verwijst IN ` + s.engine.list(2),
		`DELETE FROM bericht WHERE verantwoordelijke = $1 AND verwijst IN ` + s.engine.list(2),
		`DELETE FROM opvallend WHERE verantwoordelijke = $1 AND id IN ` + s.engine.list(2),
	} {
		if _, err := tx.ExecContext(ctx, statement, tenant, jsonList(ids)); err != nil {
			return wrap("store.ruimUitlegvragen", err)
		}
	}
	return nil
}
