// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Soorten lists the kinds of figures, by code.
func (s *Store) Soorten(ctx context.Context, g toegang.Grant) ([]cijfer.Soort, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT code, naam, eenheid, bron, lengte, totaal, politie, gevoelig, toelichting
		FROM soort WHERE verantwoordelijke = $1 ORDER BY code`, g.Verantwoordelijke())
	return all("store.Soorten", rows, err, func(rows *sql.Rows, k *cijfer.Soort) error {
		return rows.Scan(&k.Code, &k.Naam, &k.Eenheid, &k.Bron, &k.Lengte, &k.Totaal, &k.Politie, &k.Gevoelig, &k.Toelichting)
	})
}

// Bronnen lists the sources, by name.
func (s *Store) Bronnen(ctx context.Context, g toegang.Grant) ([]cijfer.Bron, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT code, naam, houder, licentie, domein, openbaar, verzonnen, vertraging, toelichting
		FROM bron WHERE verantwoordelijke = $1 ORDER BY naam, code`, g.Verantwoordelijke())
	return all("store.Bronnen", rows, err, func(rows *sql.Rows, b *cijfer.Bron) error {
		return rows.Scan(&b.Code, &b.Naam, &b.Houder, &b.Licentie, &b.Domein, &b.Openbaar, &b.Verzonnen, &b.Vertraging, &b.Toelichting)
	})
}

// Standen gives what is in force for every figure of the kinds.
func (s *Store) Standen(ctx context.Context, g toegang.Grant, soorten []string) (map[cijfer.Cel]cijfer.Stand, error) {
	names, err := json.Marshal(soorten)
	if err != nil {
		return nil, err
	}
	type row struct {
		cijfer.Cel
		cijfer.Stand
	}
	rows, err := s.db.QueryContext(ctx, `SELECT soort, gebied, periode, versie, waarde, attribuut
		FROM cijfer WHERE verantwoordelijke = $1 AND tot IS NULL AND soort IN `+s.engine.list(2), g.Verantwoordelijke(), string(names))
	list, err := all("store.Standen", rows, err, func(rows *sql.Rows, r *row) error {
		return rows.Scan(&r.Soort, &r.Gebied, &r.Periode, &r.Versie, &r.Waarde, &r.Attribuut)
	})
	standen := make(map[cijfer.Cel]cijfer.Stand, len(list))
	for _, r := range list {
		standen[r.Cel] = r.Stand
	}
	return standen, err
}

const cijferColumns = `soort, gebied, periode, waarde, attribuut, bron, sinds`

func scanCijfer(rows *sql.Rows, c *cijfer.Cijfer) error {
	return rows.Scan(&c.Soort, &c.Gebied, &c.Periode, &c.Waarde, &c.Attribuut, &c.Bron, &c.Sinds)
}

// Reeks gives the figures in force of one kind and area, by period.
func (s *Store) Reeks(ctx context.Context, g toegang.Grant, soort, gebied string) ([]cijfer.Cijfer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+cijferColumns+` FROM cijfer
		WHERE verantwoordelijke = $1 AND soort = $2 AND gebied = $3 AND tot IS NULL ORDER BY periode`, g.Verantwoordelijke(), soort, gebied)
	return all("store.Reeks", rows, err, scanCijfer)
}

// Beeld gives the figures in force of one kind and period, for all areas.
func (s *Store) Beeld(ctx context.Context, g toegang.Grant, soort string, p cijfer.Periode) ([]cijfer.Cijfer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+cijferColumns+` FROM cijfer
		WHERE verantwoordelijke = $1 AND soort = $2 AND periode = $3 AND tot IS NULL ORDER BY gebied`, g.Verantwoordelijke(), soort, p)
	return all("store.Beeld", rows, err, scanCijfer)
}

// ReeksenVan gives all figures in force of the kinds, by kind, area and period.
func (s *Store) ReeksenVan(ctx context.Context, g toegang.Grant, soorten []string) ([]cijfer.Cijfer, error) {
	names, err := json.Marshal(soorten)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+cijferColumns+` FROM cijfer
		WHERE verantwoordelijke = $1 AND tot IS NULL AND soort IN `+s.engine.list(2)+` ORDER BY soort, gebied, periode`, g.Verantwoordelijke(), string(names))
	return all("store.ReeksenVan", rows, err, scanCijfer)
}

// Perioden lists the periods for which a kind has figures, newest first. A figure that was ever there has a value in force, so the index alone can answer.
func (s *Store) Perioden(ctx context.Context, g toegang.Grant, soort string) ([]cijfer.Periode, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT DISTINCT periode FROM cijfer
		WHERE verantwoordelijke = $1 AND soort = $2 ORDER BY periode DESC`, g.Verantwoordelijke(), soort)
	return all("store.Perioden", rows, err, func(rows *sql.Rows, p *cijfer.Periode) error { return rows.Scan(p) })
}

// Versies gives every value that a figure has had, oldest first.
func (s *Store) Versies(ctx context.Context, g toegang.Grant, c cijfer.Cel) ([]cijfer.Versie, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT waarde, attribuut, sinds, tot, invoer FROM cijfer
		WHERE verantwoordelijke = $1 AND soort = $2 AND gebied = $3 AND periode = $4 ORDER BY versie`, g.Verantwoordelijke(), c.Soort, c.Gebied, c.Periode)
	return all("store.Versies", rows, err, func(rows *sql.Rows, v *cijfer.Versie) error {
		return rows.Scan(&v.Waarde, &v.Attribuut, &v.Sinds, &v.Tot, &v.Import)
	})
}

// SaveBron changes what is known of a source, or adds it.
func (s *Store) SaveBron(ctx context.Context, g toegang.Grant, b cijfer.Bron, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error { return putBron(ctx, tx, g, b) })
}

func putBron(ctx context.Context, tx *sql.Tx, g toegang.Grant, b cijfer.Bron) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO bron (verantwoordelijke, code, naam, houder, licentie, domein, openbaar, verzonnen, vertraging, toelichting)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (verantwoordelijke, code) DO UPDATE SET naam = excluded.naam, houder = excluded.houder,
		licentie = excluded.licentie, domein = excluded.domein, openbaar = excluded.openbaar, verzonnen = excluded.verzonnen, vertraging = excluded.vertraging,
		toelichting = excluded.toelichting`,
		g.Verantwoordelijke(), b.Code, b.Naam, b.Houder, b.Licentie, b.Domein, b.Openbaar, b.Verzonnen, b.Vertraging, b.Toelichting)
	return err
}

// SaveSoort changes what is known of a kind, or adds it.
func (s *Store) SaveSoort(ctx context.Context, g toegang.Grant, k cijfer.Soort, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error { return putSoort(ctx, tx, g, k) })
}

func putSoort(ctx context.Context, tx *sql.Tx, g toegang.Grant, k cijfer.Soort) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO soort (verantwoordelijke, code, naam, eenheid, bron, lengte, totaal, politie, gevoelig, toelichting)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (verantwoordelijke, code) DO UPDATE SET naam = excluded.naam,
		eenheid = excluded.eenheid, totaal = excluded.totaal, politie = excluded.politie, gevoelig = excluded.gevoelig, toelichting = excluded.toelichting`,
		g.Verantwoordelijke(), k.Code, k.Naam, k.Eenheid, k.Bron, k.Lengte, k.Totaal, k.Politie, k.Gevoelig, k.Toelichting)
	return err
}

// cut ends the value that was in force, keeping the date; its number tells whether somebody else was first.
func cut(ctx context.Context, tx *sql.Tx, g toegang.Grant, m cijfer.Mutatie, at termijn.Moment) error {
	result, err := tx.ExecContext(ctx, `UPDATE cijfer SET tot = $6 WHERE verantwoordelijke = $1 AND soort = $2 AND gebied = $3 AND periode = $4
		AND versie = $5 AND tot IS NULL`, g.Verantwoordelijke(), m.Soort, m.Gebied, m.Periode, m.Basis, at)
	return changed("store.SaveInvoer", result, err)
}
