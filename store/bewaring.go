// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Geslotenen lists the dossiers that are closed, or that were processed first on or before a day, the oldest first, at most aantal.
func (s *Store) Geslotenen(ctx context.Context, g toegang.Grant, begonnenVoor termijn.Date, aantal int) ([]dossier.Kop, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+` FROM dossier d WHERE d.verantwoordelijke = $1 AND (d.gesloten IS NOT NULL OR d.eerste_verwerking <= $2)
		ORDER BY d.begonnen, d.id LIMIT $3`, g.Verantwoordelijke(), begonnenVoor, aantal)
	return all("store.Geslotenen", rows, err, scanKop)
}

// Vasthoudingen lists what is held back from destruction: whole dossiers, then pieces.
func (s *Store) Vasthoudingen(ctx context.Context, g toegang.Grant) ([]bewaring.Vasthouding, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT dossier, '' AS soort, '' AS stuk, reden, door, moment FROM vasthouding WHERE verantwoordelijke = $1
		UNION ALL SELECT dossier, soort, stuk, reden, door, moment FROM stukvast WHERE verantwoordelijke = $1 ORDER BY dossier, soort, stuk`, g.Verantwoordelijke())
	return all("store.Vasthoudingen", rows, err, func(rows *sql.Rows, v *bewaring.Vasthouding) error {
		return rows.Scan(&v.Dossier, &v.Soort, &v.Stuk, &v.Reden, &v.Door, &v.Moment)
	})
}

// SaveVasthouding holds a dossier or a piece of it back, or is NotFound where there is no such dossier or piece.
func (s *Store) SaveVasthouding(ctx context.Context, g toegang.Grant, v bewaring.Vasthouding, entry journaal.Entry) error {
	const op = "store.SaveVasthouding"
	tenant := g.Verantwoordelijke()
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if _, err := kop(ctx, tx, op, tenant, v.Dossier); err != nil {
			return err
		}
		if v.Heel() {
			_, err := tx.ExecContext(ctx, `INSERT INTO vasthouding (verantwoordelijke, dossier, reden, door, moment) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (verantwoordelijke, dossier) DO UPDATE SET reden = excluded.reden, door = excluded.door, moment = excluded.moment`,
				tenant, v.Dossier, v.Reden, v.Door, v.Moment)
			return wrap(op, err)
		}
		var eerste int
		if err := one(op, tx.QueryRowContext(ctx, `SELECT versie FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2 AND soort = $3 AND id = $4 ORDER BY versie LIMIT 1`,
			tenant, v.Dossier, v.Soort, v.Stuk), &eerste); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO stukvast (verantwoordelijke, dossier, soort, stuk, reden, door, moment) VALUES ($1, $2, $3, $4, $5, $6, $7)
			ON CONFLICT (verantwoordelijke, dossier, soort, stuk) DO UPDATE SET reden = excluded.reden, door = excluded.door, moment = excluded.moment`,
			tenant, v.Dossier, v.Soort, v.Stuk, v.Reden, v.Door, v.Moment)
		return wrap(op, err)
	})
}

// DeleteVasthouding ends that; a Conflict where nothing was held back.
func (s *Store) DeleteVasthouding(ctx context.Context, g toegang.Grant, v bewaring.Vasthouding, entry journaal.Entry) error {
	const op = "store.DeleteVasthouding"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if v.Heel() {
			result, err := tx.ExecContext(ctx, `DELETE FROM vasthouding WHERE verantwoordelijke = $1 AND dossier = $2`, g.Verantwoordelijke(), v.Dossier)
			return changed(op, result, err)
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM stukvast WHERE verantwoordelijke = $1 AND dossier = $2 AND soort = $3 AND stuk = $4`, g.Verantwoordelijke(), v.Dossier,
			v.Soort, v.Stuk)
		return changed(op, result, err)
	})
}

// Verlengingen lists the decisions to keep dossiers longer, in their order.
func (s *Store) Verlengingen(ctx context.Context, g toegang.Grant) ([]bewaring.Verlenging, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT dossier, nr, tot, reden, door, moment FROM verlenging WHERE verantwoordelijke = $1 ORDER BY dossier, nr`, g.Verantwoordelijke())
	return all("store.Verlengingen", rows, err, func(rows *sql.Rows, v *bewaring.Verlenging) error {
		return rows.Scan(&v.Dossier, &v.Nr, &v.Tot, &v.Reden, &v.Door, &v.Moment)
	})
}

// SaveVerlenging adds a decision to keep a dossier longer.
func (s *Store) SaveVerlenging(ctx context.Context, g toegang.Grant, v bewaring.Verlenging, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO verlenging (verantwoordelijke, dossier, nr, tot, reden, door, moment) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			g.Verantwoordelijke(), v.Dossier, v.Nr, v.Tot, v.Reden, v.Door, v.Moment)
		return wrap("store.SaveVerlenging", err)
	})
}

// Stukregels lists the pieces of a dossier by kind and date, without content.
func (s *Store) Stukregels(ctx context.Context, g toegang.Grant, id string) ([]bewaring.Stukregel, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT soort, id, count(*), MIN(moment) FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2 GROUP BY soort, id ORDER BY 4, 1, 2`,
		g.Verantwoordelijke(), id)
	return all("store.Stukregels", rows, err, func(rows *sql.Rows, r *bewaring.Stukregel) error {
		return rows.Scan(&r.Soort, &r.Stuk, &r.Versies, &r.Moment)
	})
}

// Verklaringen lists what was destroyed, newest first, at most aantal, with the number of its entry in the journal.
func (s *Store) Verklaringen(ctx context.Context, g toegang.Grant, aantal int) ([]bewaring.Verklaring, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT v.dossier, v.soort, v.codenaam, v.regime, v.regel, v.stukken, v.vastgehouden, v.door, v.moment, COALESCE((SELECT MAX(j.volgnr)
		FROM journaal j WHERE j.verantwoordelijke = v.verantwoordelijke AND j.object = v.dossier AND j.actie = $2), 0) FROM vernietigd v WHERE v.verantwoordelijke = $1
		ORDER BY v.moment DESC, v.dossier LIMIT $3`, g.Verantwoordelijke(), toegang.BewaringGoedkeuren, aantal)
	return all("store.Verklaringen", rows, err, func(rows *sql.Rows, v *bewaring.Verklaring) error {
		return rows.Scan(&v.Dossier, &v.Soort, &v.Codenaam, &v.Regime, &v.Regel, &v.Stukken, &v.Vastgehouden, &v.Door, &v.Moment, &v.Volgnr)
	})
}
