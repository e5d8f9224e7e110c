// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"slices"

	"dwarsverband/journaal"
)

// ErrPostgres says that a backup of PostgreSQL is not made here.
var ErrPostgres = errors.New("store: a backup of PostgreSQL is not made here")

// IngepakteSleutel is the key of one dossier as the database keeps it: wrapped by the key of its regime.
type IngepakteSleutel struct {
	Verantwoordelijke string `json:"verantwoordelijke"`
	Dossier           string `json:"dossier"`
	Sleutel           []byte `json:"sleutel"`
}

// Backup writes the database to a new file without the keys of its dossiers, which go to a second archive that lives shorter. Whoever holds the file alone reads no case.
func (s *Store) Backup(ctx context.Context, path string) error {
	const op = "store.Backup"
	if s.engine != onSQLite {
		return ErrPostgres
	}
	tenants, err := s.Verantwoordelijken(ctx)
	if err != nil {
		return wrap(op, err)
	}
	building := path + ".bouw"
	if err := wegMet(building); err != nil {
		return wrap(op, err)
	}
	if _, err := s.db.ExecContext(ctx, `VACUUM INTO $1`, building); err != nil {
		return wrap(op, err)
	}
	copied, err := connect(building)
	if err != nil {
		return wrap(op, err)
	}
	for _, t := range tenants {
		if _, err = copied.db.ExecContext(ctx, `DELETE FROM dossiersleutel WHERE verantwoordelijke = $1`, t.ID); err != nil {
			break
		}
	}
	if err == nil {
		_, err = copied.db.ExecContext(ctx, `VACUUM`)
	}
	if err == nil {
		err = copied.leegLog(ctx)
	}
	if err = errors.Join(err, copied.db.Close()); err != nil {
		return wrap(op, errors.Join(err, wegMet(building)))
	}
	if err := os.Chmod(building, 0o600); err != nil {
		return wrap(op, err)
	}
	return wrap(op, os.Rename(building, path))
}

// wegMet removes a database file with what SQLite keeps beside it.
func wegMet(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Sleutels gives the wrapped keys of all dossiers of a controller, for the second archive.
func (s *Store) Sleutels(ctx context.Context, verantwoordelijke string) ([]IngepakteSleutel, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT verantwoordelijke, dossier, sleutel FROM dossiersleutel WHERE verantwoordelijke = $1 ORDER BY dossier`, verantwoordelijke)
	return all("store.Sleutels", rows, err, func(rows *sql.Rows, k *IngepakteSleutel) error {
		return rows.Scan(&k.Verantwoordelijke, &k.Dossier, &k.Sleutel)
	})
}

// Herstelverslag says what a restore did for one controller.
type Herstelverslag struct {
	Sleutels   int // keys that were put back
	Vernietigd int // dossiers that were destroyed again
	Onleesbaar int // dossiers without a key: they were opened after the archive of keys was made
}

// Herstel puts the keys of the second archive back into a database that was restored from a backup, all but those that were destroyed since, and destroys their dossiers
// again: what was destroyed does not come back with an old backup.
func (s *Store) Herstel(ctx context.Context, verantwoordelijke string, keys []IngepakteSleutel, weg []VernietigdeSleutel, entry journaal.Entry) (Herstelverslag, error) {
	const op = "store.Herstel"
	var v Herstelverslag
	err := s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		v = Herstelverslag{}
		terug := map[string]bool{}
		for _, k := range keys {
			destroyed := slices.ContainsFunc(weg, func(w VernietigdeSleutel) bool {
				return w.Verantwoordelijke == verantwoordelijke && w.Sleutel == SleutelID(k.Sleutel)
			})
			if k.Verantwoordelijke != verantwoordelijke || destroyed {
				continue
			}
			_, err := tx.ExecContext(ctx, `INSERT INTO dossiersleutel (verantwoordelijke, dossier, sleutel) VALUES ($1, $2, $3)
				ON CONFLICT (verantwoordelijke, dossier) DO UPDATE SET sleutel = excluded.sleutel`, verantwoordelijke, k.Dossier, k.Sleutel)
			if err != nil {
				return err
			}
			terug[k.Dossier] = true
		}
		v.Sleutels = len(terug)
		return s.opnieuw(ctx, tx, verantwoordelijke, weg, terug, &v)
	})
	if err != nil {
		return v, wrap(op, err)
	}
	return v, s.leegLog(ctx)
}

// opnieuw destroys the dossiers of which the key was destroyed, and counts those that nobody can read.
func (s *Store) opnieuw(ctx context.Context, tx *sql.Tx, tenant string, weg []VernietigdeSleutel, terug map[string]bool, v *Herstelverslag) error {
	rows, err := tx.QueryContext(ctx, `SELECT id FROM dossier WHERE verantwoordelijke = $1`, tenant)
	ids, err := all("store.opnieuw", rows, err, func(rows *sql.Rows, id *string) error { return rows.Scan(id) })
	if err != nil {
		return err
	}
	destroyed := map[string]bool{}
	for _, w := range weg {
		if w.Verantwoordelijke != tenant {
			continue
		}
		destroyed[w.Dossier] = true
		_, err := tx.ExecContext(ctx, `INSERT INTO vernietigdesleutel (verantwoordelijke, sleutel, dossier, moment) VALUES ($1, $2, $3, $4)
			ON CONFLICT (verantwoordelijke, sleutel) DO NOTHING`, tenant, w.Sleutel, w.Dossier, w.Moment)
		if err != nil {
			return err
		}
	}
	for _, id := range ids {
		switch {
		case terug[id]:
		case !destroyed[id]:
			v.Onleesbaar++
		default:
			for _, statement := range slices.Concat(vanDossier, geheel) {
				if _, err := tx.ExecContext(ctx, statement, tenant, id); err != nil {
					return err
				}
			}
			v.Vernietigd++
		}
	}
	return nil
}
