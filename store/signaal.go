// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"math"

	"dwarsverband/domein"
	"dwarsverband/domein/signaal"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// onbekend keeps a number of which NaN means "not known" as NULL.
type onbekend struct{ f *float64 }

// Value stores NaN and infinities, which both engines read differently, as NULL.
func (o onbekend) Value() (driver.Value, error) {
	if math.IsNaN(*o.f) || math.IsInf(*o.f, 0) {
		return nil, nil
	}
	return *o.f, nil
}

// Scan reads NULL as NaN.
func (o onbekend) Scan(v any) error {
	var n sql.NullFloat64
	if err := n.Scan(v); err != nil {
		return err
	}
	*o.f = math.NaN()
	if n.Valid {
		*o.f = n.Float64
	}
	return nil
}

// metingColumns are the columns of a Meting, in the order of meting.
const metingColumns = `gezien, verwacht, onder, boven, p, drempel, kleinste, getoetst, zonder_uitspraak, voorlopig`

// meting gives the fields of m in the order of metingColumns, to scan into and, with waarden, to store.
func meting(m *signaal.Meting) []any {
	return []any{onbekend{&m.Gezien}, onbekend{&m.Verwacht}, onbekend{&m.Onder}, onbekend{&m.Boven}, onbekend{&m.P}, onbekend{&m.Drempel},
		onbekend{&m.Kleinste}, &m.Getoetst, &m.ZonderUitspraak, &m.Voorlopig}
}

func metingWaarden(m signaal.Meting) []any {
	list := meting(&m)
	return append(list[:7:7], m.Getoetst, m.ZonderUitspraak, m.Voorlopig)
}

const signaalColumns = `id, soort, gebied, periode, ontstaan, vervallen, versie, velden, ` + metingColumns

func scanSignaal(rows *sql.Rows, sig *signaal.Signaal) error {
	var velden string
	dest := []any{&sig.ID, &sig.Soort, &sig.Gebied, &sig.Periode, &sig.Ontstaan, &sig.Vervallen, &sig.Versie, &velden}
	if err := rows.Scan(append(dest, meting(&sig.Meting)...)...); err != nil {
		return err
	}
	return json.Unmarshal([]byte(velden), &sig.Velden)
}

// Signalen lists all signals of the kinds, newest month first.
func (s *Store) Signalen(ctx context.Context, g toegang.Grant, soorten []string) ([]signaal.Signaal, error) {
	names, err := json.Marshal(soorten)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+signaalColumns+` FROM signaal
		WHERE verantwoordelijke = $1 AND soort IN `+s.engine.list(2)+` ORDER BY periode DESC, p, soort, gebied`, g.Verantwoordelijke(), string(names))
	return all("store.Signalen", rows, err, scanSignaal)
}

// Signaal gives one signal, or NotFound.
func (s *Store) Signaal(ctx context.Context, g toegang.Grant, id string) (signaal.Signaal, error) {
	const op = "store.Signaal"
	rows, err := s.db.QueryContext(ctx, `SELECT `+signaalColumns+` FROM signaal WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), id)
	list, err := all(op, rows, err, scanSignaal)
	if err != nil {
		return signaal.Signaal{}, err
	}
	return first(op, list)
}

// Gebeurtenissen gives what happened to a signal, newest first.
func (s *Store) Gebeurtenissen(ctx context.Context, g toegang.Grant, id string) ([]signaal.Gebeurtenis, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT signaal, moment, wie, wat, tekst, bron FROM signaal_gebeurtenis
		WHERE verantwoordelijke = $1 AND signaal = $2 ORDER BY nr DESC`, g.Verantwoordelijke(), id)
	return all("store.Gebeurtenissen", rows, err, func(rows *sql.Rows, e *signaal.Gebeurtenis) error {
		return rows.Scan(&e.Signaal, &e.Moment, &e.Wie, &e.Wat, &e.Tekst, &e.Bron)
	})
}

// SaveSignalen adds signals of version 1 and keeps others whose version is one more than what is stored; any other is a Conflict and nothing is kept.
func (s *Store) SaveSignalen(ctx context.Context, g toegang.Grant, signalen []signaal.Signaal, gebeurd []signaal.Gebeurtenis, entries []journaal.Entry) error {
	return s.act(ctx, entries, func(tx *sql.Tx) error { return putSignalen(ctx, tx, g, signalen, gebeurd) })
}

func putSignalen(ctx context.Context, tx *sql.Tx, g toegang.Grant, signalen []signaal.Signaal, gebeurd []signaal.Gebeurtenis) error {
	for _, sig := range signalen {
		if err := putSignaal(ctx, tx, g, sig); err != nil {
			return err
		}
	}
	for _, e := range gebeurd {
		if err := putGebeurtenis(ctx, tx, g, e); err != nil {
			return err
		}
	}
	return nil
}

func putSignaal(ctx context.Context, tx *sql.Tx, g toegang.Grant, sig signaal.Signaal) error {
	const op = "store.SaveSignalen"
	velden, err := json.Marshal(sig.Velden)
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	if sig.Versie == 1 {
		// The same month may have been judged by two at once: the second meets the first and starts again.
		args := append([]any{g.Verantwoordelijke(), sig.ID, sig.Soort, sig.Gebied, sig.Periode, sig.Ontstaan, sig.Vervallen, sig.Versie, string(velden)},
			metingWaarden(sig.Meting)...)
		result, err := tx.ExecContext(ctx, `INSERT INTO signaal (verantwoordelijke, `+signaalColumns+`)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
			ON CONFLICT (verantwoordelijke, soort, gebied, periode) DO NOTHING`, args...)
		return changed(op, result, err)
	}
	args := append([]any{g.Verantwoordelijke(), sig.ID, sig.Versie - 1, sig.Versie, string(velden), sig.Vervallen}, metingWaarden(sig.Meting)...)
	result, err := tx.ExecContext(ctx, `UPDATE signaal SET versie = $4, velden = $5, vervallen = $6, gezien = $7, verwacht = $8, onder = $9, boven = $10,
		p = $11, drempel = $12, kleinste = $13, getoetst = $14, zonder_uitspraak = $15, voorlopig = $16
		WHERE verantwoordelijke = $1 AND id = $2 AND versie = $3`, args...)
	return changed(op, result, err)
}

// putGebeurtenis adds to the story of a signal, under the number that comes next.
func putGebeurtenis(ctx context.Context, tx *sql.Tx, g toegang.Grant, e signaal.Gebeurtenis) error {
	var nr int
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM signaal_gebeurtenis WHERE verantwoordelijke = $1 AND signaal = $2`, g.Verantwoordelijke(), e.Signaal).Scan(&nr)
	if err != nil {
		return fmt.Errorf("store.putGebeurtenis: %w", err)
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO signaal_gebeurtenis (verantwoordelijke, signaal, nr, moment, wie, wat, tekst, bron)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, g.Verantwoordelijke(), e.Signaal, nr+1, e.Moment, e.Wie, e.Wat, e.Tekst, e.Bron)
	if err != nil {
		return fmt.Errorf("store.putGebeurtenis: %w", err)
	}
	return nil
}

// Zoekopdrachten lists the searches that a user saved, by name.
func (s *Store) Zoekopdrachten(ctx context.Context, g toegang.Grant, gebruiker string) ([]signaal.Zoekopdracht, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, naam, query FROM zoekopdracht
		WHERE verantwoordelijke = $1 AND gebruiker = $2 ORDER BY naam`, g.Verantwoordelijke(), gebruiker)
	return all("store.Zoekopdrachten", rows, err, func(rows *sql.Rows, z *signaal.Zoekopdracht) error { return rows.Scan(&z.ID, &z.Naam, &z.Query) })
}

// SaveZoekopdracht keeps a search; the same name of the same user replaces it.
func (s *Store) SaveZoekopdracht(ctx context.Context, g toegang.Grant, gebruiker string, z signaal.Zoekopdracht, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO zoekopdracht (verantwoordelijke, gebruiker, naam, id, query) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (verantwoordelijke, gebruiker, naam) DO UPDATE SET id = excluded.id, query = excluded.query`,
			g.Verantwoordelijke(), gebruiker, z.Naam, z.ID, z.Query)
		return err
	})
}

// DeleteZoekopdracht removes a search of that user, or is NotFound.
func (s *Store) DeleteZoekopdracht(ctx context.Context, g toegang.Grant, gebruiker, id string, entry journaal.Entry) error {
	const op = "store.DeleteZoekopdracht"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `DELETE FROM zoekopdracht WHERE verantwoordelijke = $1 AND gebruiker = $2 AND id = $3`,
			g.Verantwoordelijke(), gebruiker, id)
		if err := changed(op, result, err); domein.KindOf(err) == domein.Conflict {
			return domein.Missing(op)
		} else if err != nil {
			return err
		}
		return nil
	})
}
