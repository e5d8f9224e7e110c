// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"
)

// engine is the database engine behind a Store.
type engine int

const (
	onSQLite engine = iota
	onPostgres
)

// sqliteDSN sets on every connection what a journal needs: a commit that survives a power cut (WAL with synchronous FULL), deleted bytes that are
// gone (secure_delete), foreign keys, and write transactions that take their lock at once instead of failing half way.
func sqliteDSN(path string) string {
	q := url.Values{}
	q.Set("_txlock", "immediate")
	for _, pragma := range []string{"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)", "secure_delete(ON)"} {
		q.Add("_pragma", pragma)
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

// minSQLite is the first release without the WAL-reset fault, which loses committed writes.
var minSQLite = [3]int{3, 51, 3}

func checkSQLite(ctx context.Context, db *sql.DB) error {
	var version string
	if err := db.QueryRowContext(ctx, `SELECT sqlite_version()`).Scan(&version); err != nil {
		return err
	}
	var have [3]int
	if _, err := fmt.Sscanf(version, "%d.%d.%d", &have[0], &have[1], &have[2]); err != nil {
		return fmt.Errorf("sqlite version %q: %w", version, err)
	}
	for i := range have {
		if have[i] != minSQLite[i] {
			if have[i] < minSQLite[i] {
				return fmt.Errorf("sqlite %s can lose committed writes; at least 3.51.3 is needed", version)
			}
			break
		}
	}
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"} {
		var got string
		if err := db.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("sqlite setting %s is %s and must be %s", pragma, got, want)
		}
	}
	return nil
}

// macros are the few words of a migration file in which the engines differ.
func (e engine) macros() *strings.Replacer {
	if e == onPostgres {
		return strings.NewReplacer("{{moment}}", "TIMESTAMPTZ", "{{bytes}}", "BYTEA")
	}
	return strings.NewReplacer("{{moment}}", "TEXT", "{{bytes}}", "BLOB")
}

// list is the one way to pass a list: a JSON array in placeholder n, unfolded to rows with a column value.
func (e engine) list(n int) string {
	if e == onPostgres {
		return fmt.Sprintf("(SELECT value FROM jsonb_array_elements_text($%d::jsonb) AS value)", n)
	}
	return fmt.Sprintf("(SELECT value FROM json_each($%d))", n)
}
