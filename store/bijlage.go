// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// chunkSize is how much of a file is sealed, and read back, at a time: a download takes no more memory than this.
const chunkSize = 256 << 10

// chunkplek binds a chunk to its file, its place in it and how many there are: none can be moved, changed for another or left out.
func chunkplek(tenant, id, bijlage string, nr, delen int) string {
	return fmt.Sprintf("bijlage|%s|%s|%s|%d|%d", tenant, id, bijlage, nr, delen)
}

// putInhoud keeps the content of the new files of a dossier.
func putInhoud(ctx context.Context, tx *sql.Tx, keys dossierKeys, tenant, id string, inhoud map[string][]byte) error {
	for bijlage, text := range inhoud {
		delen, nr := (len(text)+chunkSize-1)/chunkSize, 0
		for chunk := range slices.Chunk(text, chunkSize) {
			sealed, err := seal(keys.data, chunk, chunkplek(tenant, id, bijlage, nr, delen))
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO bijlage (verantwoordelijke, dossier, bijlage, nr, delen, inhoud) VALUES ($1, $2, $3, $4, $5, $6)`,
				tenant, id, bijlage, nr, delen, sealed); err != nil {
				return err
			}
			nr++
		}
	}
	return nil
}

// LeesInhoud writes the content of a file of the dossier that the grant is about, chunk by chunk, or gives NotFound.
func (s *Store) LeesInhoud(ctx context.Context, g toegang.Grant, bijlage string, w io.Writer) error {
	const op = "store.LeesInhoud"
	tenant, id, err := opens(op, g)
	if err != nil {
		return err
	}
	keys, err := s.keysOf(ctx, s.db, tenant, id, dossier.Regime(g.Waarop().Regime))
	if err != nil {
		return wrap(op, err)
	}
	return leesInhoud(ctx, s.db, keys, tenant, id, bijlage, w)
}

func leesInhoud(ctx context.Context, q rowQuerier, keys dossierKeys, tenant, id, bijlage string, w io.Writer) error {
	const op = "store.LeesInhoud"
	for nr, delen := 0, 1; nr < delen; nr++ {
		var sealed []byte
		if err := one(op, q.QueryRowContext(ctx, `SELECT delen, inhoud FROM bijlage WHERE verantwoordelijke = $1 AND dossier = $2 AND bijlage = $3 AND nr = $4`,
			tenant, id, bijlage, nr), &delen, &sealed); err != nil {
			return err
		}
		chunk, err := unseal(keys.data, sealed, chunkplek(tenant, id, bijlage, nr, delen))
		if err != nil {
			return domein.Wrap(op, err)
		}
		if _, err := w.Write(chunk); err != nil {
			return err
		}
	}
	return nil
}
