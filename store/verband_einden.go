// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/verband"
	"dwarsverband/toegang"
)

// feitenVan gives what is known of things of one kind: those with the ids, or all when ids is nil.
func (s *Store) feitenVan(ctx context.Context, q rower, g toegang.Grant, soort verband.Soort, ids []string) ([]verband.Feit, error) {
	const op = "store.Feiten"
	every := ids == nil
	args := []any{g.Verantwoordelijke(), jsonList(ids), flag(every)}
	switch soort {
	case verband.Doel:
		rows, err := q.QueryContext(ctx, `SELECT x.id, x.velden, p.domein, p.openbaar
			FROM doel x JOIN plan p ON p.verantwoordelijke = x.verantwoordelijke AND p.id = x.plan
			WHERE x.verantwoordelijke = $1 AND ($3 = 1 OR x.id IN `+s.engine.list(2)+`) ORDER BY x.id`, args...)
		return all(op, rows, err, scanDeel(soort, "tekst"))
	case verband.Indicator:
		rows, err := q.QueryContext(ctx, `SELECT x.id, x.velden, p.domein, p.openbaar
			FROM indicator x JOIN plan p ON p.verantwoordelijke = x.verantwoordelijke AND p.id = x.plan
			WHERE x.verantwoordelijke = $1 AND ($3 = 1 OR x.id IN `+s.engine.list(2)+`) ORDER BY x.id`, args...)
		return all(op, rows, err, scanDeel(soort, "naam"))
	case verband.Actie:
		rows, err := q.QueryContext(ctx, `SELECT x.id, x.velden, p.domein, p.openbaar
			FROM actie x JOIN plan p ON p.verantwoordelijke = x.verantwoordelijke AND p.id = x.plan
			WHERE x.verantwoordelijke = $1 AND ($3 = 1 OR x.id IN `+s.engine.list(2)+`) ORDER BY x.id`, args...)
		return all(op, rows, err, scanDeel(soort, "wat"))
	case verband.Gebied:
		rows, err := q.QueryContext(ctx, `SELECT x.code, x.naam FROM gebied x WHERE x.verantwoordelijke = $1 AND ($3 = 1 OR x.code IN `+s.engine.list(2)+`)
			AND x.jaargang = (SELECT max(j.jaargang) FROM gebied j WHERE j.verantwoordelijke = $1 AND j.code = x.code)
			ORDER BY CASE x.niveau WHEN 'gemeente' THEN 0 WHEN 'wijk' THEN 1 ELSE 2 END, x.naam`, args...)
		return all(op, rows, err, func(rows *sql.Rows, f *verband.Feit) error {
			f.Soort, f.Openbaar = soort, true
			return rows.Scan(&f.ID, &f.Naam)
		})
	case verband.Signaal:
		rows, err := q.QueryContext(ctx, `SELECT x.id, k.naam, COALESCE((SELECT a.naam FROM gebied a WHERE a.verantwoordelijke = x.verantwoordelijke
				AND a.code = x.gebied ORDER BY a.jaargang DESC LIMIT 1), x.gebied), x.periode
			FROM signaal x JOIN soort k ON k.verantwoordelijke = x.verantwoordelijke AND k.code = x.soort
			WHERE x.verantwoordelijke = $1 AND ($3 = 1 OR x.id IN `+s.engine.list(2)+`) ORDER BY x.periode DESC, x.id`, args...)
		return all(op, rows, err, scanSignaalFeit)
	}
	return nil, domein.Missing(op)
}

// scanDeel reads a part of a plan whose field naam says what it is.
func scanDeel(soort verband.Soort, naam string) func(*sql.Rows, *verband.Feit) error {
	return func(rows *sql.Rows, f *verband.Feit) error {
		var text string
		if err := rows.Scan(&f.ID, &text, &f.Domein, &f.Openbaar); err != nil {
			return err
		}
		var velden map[string]domein.Veld
		if err := json.Unmarshal([]byte(text), &velden); err != nil {
			return err
		}
		f.Soort, f.Naam = soort, velden[naam].Waarde
		return nil
	}
}

// scanSignaalFeit names a signal by what was seen where and when. A signal is never open: the raad meets what came of it in a report.
func scanSignaalFeit(rows *sql.Rows, f *verband.Feit) error {
	var kind, area string
	var p cijfer.Periode
	if err := rows.Scan(&f.ID, &kind, &area, &p); err != nil {
		return err
	}
	f.Soort, f.Naam = verband.Signaal, kind+" in "+area+", "+p.String()
	return nil
}
