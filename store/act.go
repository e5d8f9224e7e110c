// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"

	"dwarsverband/domein"
	"dwarsverband/journaal"
)

// act runs do and appends entries to the journal in one transaction: either both are there or neither. The transaction is serializable on both engines and
// is run again when the database could not order it, so do must have no effect outside it. Acts of one tenant take turns within this node: they meet at the head of its
// journal anyway, and waiting here costs less than a transaction that is undone.
func (s *Store) act(ctx context.Context, entries []journaal.Entry, do func(tx *sql.Tx) error) error {
	if len(entries) == 0 {
		return errors.New("store: an act without a journal entry")
	}
	for _, e := range entries {
		if e.Zero() {
			return errors.New("store: an act with an empty journal entry")
		}
	}
	turn, _ := s.turns.LoadOrStore(entries[0].Verantwoordelijke(), &sync.Mutex{})
	turn.(*sync.Mutex).Lock()
	defer turn.(*sync.Mutex).Unlock()
	return s.retry(ctx, func() error {
		tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: s.isolation()})
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		if err := do(tx); err != nil {
			return err
		}
		if err := appendEntries(ctx, tx, entries); err != nil {
			return err
		}
		return tx.Commit()
	})
}

func (s *Store) isolation() sql.IsolationLevel {
	if s.engine == onPostgres {
		return sql.LevelSerializable
	}
	return sql.LevelDefault // SQLite has one writer at a time
}

// retry repeats do while the database says that it could not order it among others, at most ten times with growing, uneven pauses.
func (s *Store) retry(ctx context.Context, do func() error) error {
	for try := 0; ; try++ {
		err := do()
		if err == nil || !orderable(err) || try == 10 {
			return err
		}
		pause := time.Duration(1+rand.IntN(1<<min(try, 7))) * time.Millisecond
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

func orderable(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "40001" || pg.Code == "40P01"
	}
	var lite *sqlite.Error
	return errors.As(err, &lite) && lite.Code()&0xff == 5 // SQLITE_BUSY and its kinds
}

// one scans a single row; no row is NotFound, in the words that hide whether the thing exists.
func one(op string, row *sql.Row, dest ...any) error {
	err := row.Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return domein.Missing(op)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	return nil
}

// all collects the rows that scan reads.
func all[T any](op string, rows *sql.Rows, err error, scan func(*sql.Rows, *T) error) ([]T, error) {
	if err != nil {
		return nil, fmt.Errorf("%s: %w", op, err)
	}
	defer func() { _ = rows.Close() }()
	var list []T
	for rows.Next() {
		var t T
		if err := scan(rows, &t); err != nil {
			return nil, fmt.Errorf("%s: %w", op, err)
		}
		list = append(list, t)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", op, err)
	}
	return list, nil
}

// first gives the only row of a list, or NotFound.
func first[T any](op string, list []T) (T, error) {
	if len(list) == 0 {
		var none T
		return none, domein.Missing(op)
	}
	return list[0], nil
}

// changed tells whether an UPDATE met its row. Where it did not, somebody else was first.
func changed(op string, result sql.Result, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	if n == 0 {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Iemand anders heeft dit intussen gewijzigd. Laad de pagina opnieuw."}
	}
	return nil
}

// wrap puts the operation in front of err and keeps its kind.
func wrap(op string, err error) error { return domein.Wrap(op, err) }

func isNoRows(err error) bool { return errors.Is(err, sql.ErrNoRows) }
