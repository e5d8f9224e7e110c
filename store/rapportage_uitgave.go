// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"dwarsverband/domein"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// GeefVrij freezes u and moves the draft r, and the edition that it replaces, in one transaction.
func (s *Store) GeefVrij(ctx context.Context, g toegang.Grant, r rapportage.Rapportage, u rapportage.Uitgave, gezien int, entry journaal.Entry) error {
	const op = "store.GeefVrij"
	vrijgave, _, err := rapportageTexts(r)
	if err != nil {
		return err
	}
	inhoud, err := json.Marshal(u)
	if err != nil {
		return err
	}
	zegels, err := json.Marshal(u.Zegels)
	if err != nil {
		return err
	}
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		var frozen int
		err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM uitgave WHERE verantwoordelijke = $1`, g.Verantwoordelijke()), &frozen)
		if err != nil {
			return err
		}
		if frozen != gezien {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Er is intussen een andere rapportage vrijgegeven. Probeer het opnieuw."}
		}
		result, err := tx.ExecContext(ctx, `UPDATE rapportage SET status = $3, vrijgave = $4, openbaar_vanaf = $5
			WHERE verantwoordelijke = $1 AND id = $2 AND versie = $6 AND status = $7`,
			g.Verantwoordelijke(), r.ID, r.Status, vrijgave, r.Vrijgave.Vanaf, r.Versie, rapportage.Concept)
		if err := changed(op, result, err); err != nil {
			return err
		}
		if r.Vervangt != "" {
			result, err = tx.ExecContext(ctx, `UPDATE rapportage SET status = $3 WHERE verantwoordelijke = $1 AND id = $2 AND status = $4`,
				g.Verantwoordelijke(), r.Vervangt, rapportage.Ingetrokken, rapportage.Vrijgegeven)
			if err := changed(op, result, err); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO uitgave (verantwoordelijke, rapportage, volgnr, domein, einde, editie, openbaar_vanaf, inhoud, zegels)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			g.Verantwoordelijke(), r.ID, frozen+1, r.Soort.Domein(), r.Tijdvak.Einde(), r.Editie, r.Vrijgave.Vanaf, string(inhoud), string(zegels))
		return err
	})
}

// Uitgaven lists every frozen edition, in the order of release.
func (s *Store) Uitgaven(ctx context.Context, g toegang.Grant) ([]rapportage.Uitgave, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT inhoud, zegels FROM uitgave WHERE verantwoordelijke = $1 ORDER BY volgnr`, g.Verantwoordelijke())
	return all("store.Uitgaven", rows, err, func(rows *sql.Rows, u *rapportage.Uitgave) error {
		var inhoud, zegels string
		if err := rows.Scan(&inhoud, &zegels); err != nil {
			return err
		}
		return errors.Join(json.Unmarshal([]byte(inhoud), u), json.Unmarshal([]byte(zegels), &u.Zegels))
	})
}

// OpenbareUitgaven lists the frozen editions that the public can read at nu, the newest period and edition first.
func (s *Store) OpenbareUitgaven(ctx context.Context, g toegang.Grant, nu termijn.Moment) ([]rapportage.Uitgave, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT inhoud FROM uitgave WHERE verantwoordelijke = $1 AND openbaar_vanaf <= $4
			AND (domein IN `+s.engine.list(2)+` OR domein IN `+s.engine.list(3)+`)
		ORDER BY einde DESC, editie DESC, volgnr DESC`, binnenArgs(g, nu)...)
	return all("store.OpenbareUitgaven", rows, err, func(rows *sql.Rows, u *rapportage.Uitgave) error {
		var inhoud string
		if err := rows.Scan(&inhoud); err != nil {
			return err
		}
		return json.Unmarshal([]byte(inhoud), u)
	})
}
