// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
)

// Sessies keeps browser sessions for scs. Only the hash of a session's token is kept, so that a copy of the database opens no session.
type Sessies struct {
	Store *Store
	Nu    func() time.Time // the wall clock: a session ends in real time, also where a demonstration stands still
}

// FindCtx gives the data of a session that has not ended.
func (s Sessies) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	var data []byte
	err := s.Store.db.QueryRowContext(ctx, `SELECT data FROM sessie WHERE hash = $1 AND tot > $2`, gebruiker.Hash(token), termijn.At(s.Nu())).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return data, err == nil, err
}

// CommitCtx keeps the data of a session until tot.
func (s Sessies) CommitCtx(ctx context.Context, token string, data []byte, tot time.Time) error {
	_, err := s.Store.db.ExecContext(ctx, `INSERT INTO sessie (hash, data, tot) VALUES ($1, $2, $3)
		ON CONFLICT (hash) DO UPDATE SET data = excluded.data, tot = excluded.tot`, gebruiker.Hash(token), data, termijn.At(tot))
	return err
}

// DeleteCtx ends a session.
func (s Sessies) DeleteCtx(ctx context.Context, token string) error {
	_, err := s.Store.db.ExecContext(ctx, `DELETE FROM sessie WHERE hash = $1`, gebruiker.Hash(token))
	return err
}

// Find, Commit and Delete are what scs asks for where it has no context.
func (s Sessies) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx without a context.
func (s Sessies) Commit(token string, data []byte, tot time.Time) error {
	return s.CommitCtx(context.Background(), token, data, tot)
}

// Delete is DeleteCtx without a context.
func (s Sessies) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }
