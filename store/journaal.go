// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// appendEntries gives entries the next numbers of their tenants and writes them. The head rows come last in an act, so that they are locked for as short as can be.
func appendEntries(ctx context.Context, tx *sql.Tx, entries []journaal.Entry) error {
	heads := map[string]journaal.Head{}
	for _, entry := range entries {
		tenant := entry.Verantwoordelijke()
		at, ok := heads[tenant]
		if !ok {
			var err error
			if at, err = head(ctx, tx, tenant); err != nil {
				return err
			}
		}
		r, next, err := journaal.Append(at, entry)
		if err != nil {
			return err
		}
		if err := insertRij(ctx, tx, r); err != nil {
			return err
		}
		heads[tenant] = next
	}
	for _, h := range heads {
		_, err := tx.ExecContext(ctx, `INSERT INTO journaal_kop (verantwoordelijke, omvang, rand) VALUES ($1, $2, $3)
			ON CONFLICT (verantwoordelijke) DO UPDATE SET omvang = excluded.omvang, rand = excluded.rand`, h.Verantwoordelijke, h.Omvang, h.Rand)
		if err != nil {
			return err
		}
	}
	return nil
}

func insertRij(ctx context.Context, tx *sql.Tx, r journaal.Rij) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO journaal (verantwoordelijke, volgnr, versie, moment, wie, rol, actie, soort, object, doel, grondslag,
		beleid, uitkomst, vastlegging, hashes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
		r.Verantwoordelijke, r.Volgnr, r.Versie, termijn.At(r.Moment), r.Wie, r.Rol, r.Actie, r.Soort, r.Object, r.Doel, r.Grondslag,
		r.Beleid, r.Uitkomst, nonNil(r.Vastlegging), r.Hashes)
	return err
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func head(ctx context.Context, q querier, verantwoordelijke string) (journaal.Head, error) {
	h := journaal.Head{Verantwoordelijke: verantwoordelijke}
	err := q.QueryRowContext(ctx, `SELECT omvang, rand FROM journaal_kop WHERE verantwoordelijke = $1`, verantwoordelijke).Scan(&h.Omvang, &h.Rand)
	if errors.Is(err, sql.ErrNoRows) {
		return h, nil
	}
	return h, err
}

// JournaalKop gives how far the journal of a tenant is, for a checkpoint.
func (s *Store) JournaalKop(ctx context.Context, verantwoordelijke string) (journaal.Head, error) {
	h, err := head(ctx, s.db, verantwoordelijke)
	if err != nil {
		return h, fmt.Errorf("store.JournaalKop: %w", err)
	}
	return h, nil
}

const journaalColumns = `verantwoordelijke, volgnr, versie, moment, wie, rol, actie, soort, object, doel, grondslag, beleid, uitkomst, vastlegging, hashes`

func scanRij(rows *sql.Rows, r *journaal.Rij) error {
	var m termijn.Moment
	err := rows.Scan(&r.Verantwoordelijke, &r.Volgnr, &r.Versie, &m, &r.Wie, &r.Rol, &r.Actie, &r.Soort, &r.Object, &r.Doel, &r.Grondslag,
		&r.Beleid, &r.Uitkomst, &r.Vastlegging, &r.Hashes)
	r.Moment = m.Time()
	return err
}

// JournaalRijen walks the journal of a tenant from the first row on, for a check of the whole.
func (s *Store) JournaalRijen(ctx context.Context, verantwoordelijke string) iter.Seq2[journaal.Rij, error] {
	return func(yield func(journaal.Rij, error) bool) {
		rows, err := s.db.QueryContext(ctx, `SELECT `+journaalColumns+` FROM journaal WHERE verantwoordelijke = $1 ORDER BY volgnr`, verantwoordelijke)
		if err != nil {
			yield(journaal.Rij{}, err)
			return
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var r journaal.Rij
			err := scanRij(rows, &r)
			if !yield(r, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(journaal.Rij{}, err)
		}
	}
}

// Journaal gives a page of the journal, newest first: at most aantal rows with a number below voor (0: from the newest). The look is itself an entry.
func (s *Store) Journaal(ctx context.Context, g toegang.Grant, voor int64, aantal int, look journaal.Entry) ([]journaal.Rij, error) {
	const op = "store.Journaal"
	if err := s.act(ctx, []journaal.Entry{look}, func(*sql.Tx) error { return nil }); err != nil {
		return nil, fmt.Errorf("%s: %w", op, err)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+journaalColumns+` FROM journaal
		WHERE verantwoordelijke = $1 AND ($2 = 0 OR volgnr < $2) ORDER BY volgnr DESC LIMIT $3`, g.Verantwoordelijke(), voor, aantal)
	return all(op, rows, err, scanRij)
}

// LaatsteMoment gives when the newest entry of any controller was made; the zero Moment where nothing was done yet.
func (s *Store) LaatsteMoment(ctx context.Context) (termijn.Moment, error) {
	const op = "store.LaatsteMoment"
	tenants, err := s.Verantwoordelijken(ctx)
	if err != nil {
		return termijn.Moment{}, err
	}
	var last termijn.Moment
	for _, t := range tenants {
		var m termijn.Moment
		err := one(op, s.db.QueryRowContext(ctx, `SELECT moment FROM journaal WHERE verantwoordelijke = $1 ORDER BY volgnr DESC LIMIT 1`, t.ID), &m)
		if err != nil && domein.KindOf(err) != domein.NotFound {
			return last, err
		}
		if last.Before(m) {
			last = m
		}
	}
	return last, nil
}
