// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein/cijfer"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// SaveInvoer keeps a whole file in one transaction: sources and kinds that are new, every value, the report. A figure that somebody else changed since the
// comparison makes it a Conflict, and nothing is kept.
func (s *Store) SaveInvoer(ctx context.Context, g toegang.Grant, in cijfer.Invoer, bronnen []cijfer.Bron, soorten []cijfer.Soort,
	mutaties []cijfer.Mutatie, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		for _, b := range bronnen {
			if err := putBron(ctx, tx, g, b); err != nil {
				return err
			}
		}
		for _, k := range soorten {
			if err := putSoort(ctx, tx, g, k); err != nil {
				return err
			}
		}
		if err := putInvoer(ctx, tx, g, in); err != nil {
			return err
		}
		return putCijfers(ctx, tx, g, in, mutaties)
	})
}

func putInvoer(ctx context.Context, tx *sql.Tx, g toegang.Grant, in cijfer.Invoer) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO invoer (verantwoordelijke, id, formaat, bestand, sha256, wie, moment, nieuw, herzien, gelijk, geweigerd)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		g.Verantwoordelijke(), in.ID, in.Formaat, in.Bestand, in.SHA256, in.Wie, in.Moment, in.Nieuw, in.Herzien, in.Gelijk, in.Geweigerd)
	if err != nil {
		return err
	}
	for i, w := range in.Weigeringen {
		_, err := tx.ExecContext(ctx, `INSERT INTO invoer_weigering (verantwoordelijke, invoer, nr, lijn, kolom, reden)
			VALUES ($1, $2, $3, $4, $5, $6)`, g.Verantwoordelijke(), in.ID, i+1, w.Lijn, w.Kolom, w.Reden)
		if err != nil {
			return err
		}
	}
	return nil
}

func putCijfers(ctx context.Context, tx *sql.Tx, g toegang.Grant, in cijfer.Invoer, mutaties []cijfer.Mutatie) error {
	insert, err := tx.PrepareContext(ctx, `INSERT INTO cijfer (verantwoordelijke, soort, gebied, periode, versie, waarde, attribuut, bron, invoer, sinds)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (verantwoordelijke, soort, gebied, periode, versie) DO NOTHING`)
	if err != nil {
		return err
	}
	defer func() { _ = insert.Close() }()
	for _, m := range mutaties {
		if m.Basis > 0 {
			if err := cut(ctx, tx, g, m, in.Moment); err != nil {
				return err
			}
		}
		result, err := insert.ExecContext(ctx, g.Verantwoordelijke(), m.Soort, m.Gebied, m.Periode, m.Basis+1, m.Waarde, m.Attribuut, m.Bron, in.ID, in.Moment)
		if err := changed("store.SaveInvoer", result, err); err != nil {
			return err
		}
	}
	return nil
}

const invoerColumns = `id, formaat, bestand, sha256, wie, moment, nieuw, herzien, gelijk, geweigerd`

func scanInvoer(rows *sql.Rows, in *cijfer.Invoer) error {
	return rows.Scan(&in.ID, &in.Formaat, &in.Bestand, &in.SHA256, &in.Wie, &in.Moment, &in.Nieuw, &in.Herzien, &in.Gelijk, &in.Geweigerd)
}

// Invoeren lists the files that were read in, newest first.
func (s *Store) Invoeren(ctx context.Context, g toegang.Grant) ([]cijfer.Invoer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+invoerColumns+` FROM invoer
		WHERE verantwoordelijke = $1 ORDER BY moment DESC, id DESC`, g.Verantwoordelijke())
	return all("store.Invoeren", rows, err, scanInvoer)
}

// Invoer gives one report with its refused rows, or NotFound.
func (s *Store) Invoer(ctx context.Context, g toegang.Grant, id string) (cijfer.Invoer, error) {
	const op = "store.Invoer"
	rows, err := s.db.QueryContext(ctx, `SELECT `+invoerColumns+` FROM invoer WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), id)
	list, err := all(op, rows, err, scanInvoer)
	if err != nil {
		return cijfer.Invoer{}, err
	}
	in, err := first(op, list)
	if err != nil {
		return in, err
	}
	rows, err = s.db.QueryContext(ctx, `SELECT lijn, kolom, reden FROM invoer_weigering
		WHERE verantwoordelijke = $1 AND invoer = $2 ORDER BY nr`, g.Verantwoordelijke(), id)
	in.Weigeringen, err = all(op, rows, err, func(rows *sql.Rows, w *cijfer.Weigering) error { return rows.Scan(&w.Lijn, &w.Kolom, &w.Reden) })
	return in, err
}
