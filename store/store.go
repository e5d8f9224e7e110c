// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package store is the one home of SQL. It has one set of statements for SQLite and PostgreSQL, written in the dialect that both read alike
// (docs/adr/0003-one-dialect.md), and one suite of tests, storetest, that runs on both.
//
// There is one way to write: act, which takes a journal entry, so that nothing is ever saved without one (rule 5). There is one way to read: a method that takes a
// toegang.Grant, whose controller goes into the WHERE of every statement (rule 4).
package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // driver "pgx"
	_ "modernc.org/sqlite"             // driver "sqlite"
)

// Store holds the connection to one database. Its methods are safe for concurrent use.
type Store struct {
	db      *sql.DB
	engine  engine
	meester Meester
	regimes sync.Map // unwrapped keys of regimes, by tenant and regime
	looks   looks
	turns   sync.Map // a mutex for the acts of each tenant
}

// Open opens the database at url: postgres://... or the path of an SQLite file, which is made when it does not exist. It brings the schema up to date and
// refuses a database that is set weaker than the journal needs. meester opens the dossiers; without it everything else works.
func Open(ctx context.Context, url string, meester Meester) (*Store, error) {
	s, err := connect(url)
	if err != nil {
		return nil, fmt.Errorf("store.Open: %w", err)
	}
	s.meester = meester
	if err := s.prepare(ctx); err != nil {
		_ = s.db.Close()
		return nil, fmt.Errorf("store.Open: %w", err)
	}
	s.looks.start(s)
	return s, nil
}

func connect(url string) (*Store, error) {
	if strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://") {
		db, err := sql.Open("pgx", url)
		if err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(16)
		return &Store{db: db, engine: onPostgres}, nil
	}
	db, err := sql.Open("sqlite", sqliteDSN(url))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(8)
	db.SetConnMaxIdleTime(time.Hour)
	return &Store{db: db, engine: onSQLite}, nil
}

func (s *Store) prepare(ctx context.Context) error {
	if err := s.db.PingContext(ctx); err != nil {
		return err
	}
	if s.engine == onSQLite {
		if err := checkSQLite(ctx, s.db); err != nil {
			return err
		}
	}
	return s.migrate(ctx)
}

// Close ends the use of the database, after the looks that wait are durable.
func (s *Store) Close() error {
	s.looks.stop()
	return s.db.Close()
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.db.PingContext(ctx) }
