// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein/cijfer"
	"dwarsverband/toegang"
)

// ReeksenVanaf gives the figures in force of one kind for all areas, from vanaf up to and including tot, by area and period.
func (s *Store) ReeksenVanaf(ctx context.Context, g toegang.Grant, soort string, vanaf, tot cijfer.Periode) ([]cijfer.Cijfer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+cijferColumns+` FROM cijfer
		WHERE verantwoordelijke = $1 AND soort = $2 AND periode >= $3 AND periode <= $4 AND tot IS NULL ORDER BY gebied, periode`,
		g.Verantwoordelijke(), soort, vanaf, tot)
	return all("store.ReeksenVanaf", rows, err, scanCijfer)
}

// VanGebied gives the figures in force of one area, by kind and period. The kinds are named so that the key of the table can be used.
func (s *Store) VanGebied(ctx context.Context, g toegang.Grant, gebied string) ([]cijfer.Cijfer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+cijferColumns+` FROM cijfer
		WHERE verantwoordelijke = $1 AND soort IN (SELECT code FROM soort WHERE verantwoordelijke = $1) AND gebied = $2 AND tot IS NULL
		ORDER BY soort, periode`, g.Verantwoordelijke(), gebied)
	return all("store.VanGebied", rows, err, scanCijfer)
}

// Reeksstanden tells of every series which periods it spans.
func (s *Store) Reeksstanden(ctx context.Context, g toegang.Grant) ([]cijfer.Reeksstand, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT soort, gebied, min(periode), max(periode)
		FROM cijfer WHERE verantwoordelijke = $1 GROUP BY soort, gebied ORDER BY soort, gebied`, g.Verantwoordelijke())
	return all("store.Reeksstanden", rows, err, func(rows *sql.Rows, r *cijfer.Reeksstand) error {
		return rows.Scan(&r.Soort, &r.Gebied, &r.Eerste, &r.Tot)
	})
}

// Herzieningen gives the values of one kind and area that are no longer in force, by period and oldest first.
func (s *Store) Herzieningen(ctx context.Context, g toegang.Grant, soort, gebied string) ([]cijfer.Herziening, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT periode, waarde, attribuut, sinds, tot, invoer FROM cijfer
		WHERE verantwoordelijke = $1 AND soort = $2 AND gebied = $3 AND tot IS NOT NULL ORDER BY periode, versie`, g.Verantwoordelijke(), soort, gebied)
	return all("store.Herzieningen", rows, err, func(rows *sql.Rows, h *cijfer.Herziening) error {
		return rows.Scan(&h.Periode, &h.Waarde, &h.Attribuut, &h.Sinds, &h.Tot, &h.Import)
	})
}

// InvoerenVan lists the files that brought figures of a source, newest first.
func (s *Store) InvoerenVan(ctx context.Context, g toegang.Grant, bron string) ([]cijfer.Invoer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+invoerColumns+` FROM invoer WHERE verantwoordelijke = $1
		AND id IN (SELECT invoer FROM cijfer WHERE verantwoordelijke = $1 AND soort IN (SELECT code FROM soort WHERE verantwoordelijke = $1 AND bron = $2))
		ORDER BY moment DESC, id DESC`, g.Verantwoordelijke(), bron)
	return all("store.InvoerenVan", rows, err, scanInvoer)
}
