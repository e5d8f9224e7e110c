// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/signaal"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

const oordeelColumns = `soort, gebied, periode, uitspraak, ` + metingColumns

func scanOordeel(rows *sql.Rows, o *signaal.Oordeel) error {
	return rows.Scan(append([]any{&o.Soort, &o.Gebied, &o.Periode, &o.Uitspraak}, meting(&o.Meting)...)...)
}

// Oordelen gives the judgements on one series, by month.
func (s *Store) Oordelen(ctx context.Context, g toegang.Grant, soort, gebied string) ([]signaal.Oordeel, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+oordeelColumns+` FROM oordeel
		WHERE verantwoordelijke = $1 AND soort = $2 AND gebied = $3 ORDER BY periode`, g.Verantwoordelijke(), soort, gebied)
	return all("store.Oordelen", rows, err, scanOordeel)
}

// OordelenVan gives the judgements of the kinds with this outcome in months from vanaf on, newest month first and in a month the most unlikely first.
func (s *Store) OordelenVan(ctx context.Context, g toegang.Grant, soorten []string, u signaal.Uitspraak, vanaf cijfer.Periode) ([]signaal.Oordeel, error) {
	names, err := json.Marshal(soorten)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+oordeelColumns+` FROM oordeel
		WHERE verantwoordelijke = $1 AND uitspraak = $2 AND periode >= $3 AND soort IN `+s.engine.list(4)+` ORDER BY periode DESC, p, soort, gebied`,
		g.Verantwoordelijke(), u, vanaf, string(names))
	return all("store.OordelenVan", rows, err, scanOordeel)
}

// Telling counts the outcomes of the kinds in the newest month that was judged.
func (s *Store) Telling(ctx context.Context, g toegang.Grant, soorten []string) (signaal.Telling, error) {
	names, err := json.Marshal(soorten)
	if err != nil {
		return signaal.Telling{}, err
	}
	type row struct {
		periode   cijfer.Periode
		uitspraak signaal.Uitspraak
		gat, n    int
	}
	rows, err := s.db.QueryContext(ctx, `SELECT periode, uitspraak, CASE WHEN gezien IS NULL THEN 1 ELSE 0 END AS gat, count(*) FROM oordeel
		WHERE verantwoordelijke = $1 AND periode = (SELECT max(o.periode) FROM oordeel o WHERE o.verantwoordelijke = $1) AND soort IN `+s.engine.list(2)+`
		GROUP BY periode, uitspraak, CASE WHEN gezien IS NULL THEN 1 ELSE 0 END`, g.Verantwoordelijke(), string(names))
	list, err := all("store.Telling", rows, err, func(rows *sql.Rows, r *row) error { return rows.Scan(&r.periode, &r.uitspraak, &r.gat, &r.n) })
	var t signaal.Telling
	for _, r := range list {
		t.Periode = r.periode
		switch {
		case r.uitspraak == signaal.Rings:
			t.Rings += r.n
		case r.uitspraak == signaal.Volgen:
			t.Volgen += r.n
		case r.uitspraak == signaal.Rustig:
			t.Rustig += r.n
		case r.gat == 1:
			t.ZonderCijfer += r.n
		default:
			t.TeWeinig += r.n
		}
	}
	return t, err
}

// SaveOordelen replaces the judgements of their months and keeps the signals that follow from them. Most judgements are the same as last time; only what differs is
// written.
func (s *Store) SaveOordelen(ctx context.Context, g toegang.Grant, oordelen []signaal.Oordeel, signalen []signaal.Signaal, gebeurd []signaal.Gebeurtenis,
	entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := putOordelen(ctx, tx, g, oordelen); err != nil {
			return fmt.Errorf("store.SaveOordelen: %w", err)
		}
		return putSignalen(ctx, tx, g, signalen, gebeurd)
	})
}

func putOordelen(ctx context.Context, tx *sql.Tx, g toegang.Grant, oordelen []signaal.Oordeel) error {
	if len(oordelen) == 0 {
		return nil
	}
	oldest := oordelen[0].Periode
	for _, o := range oordelen {
		oldest = min(oldest, o.Periode)
	}
	rows, err := tx.QueryContext(ctx, `SELECT `+oordeelColumns+` FROM oordeel WHERE verantwoordelijke = $1 AND periode >= $2`, g.Verantwoordelijke(), oldest)
	stored, err := all("store.putOordelen", rows, err, scanOordeel)
	if err != nil {
		return err
	}
	known := make(map[cijfer.Cel]signaal.Oordeel, len(stored))
	for _, o := range stored {
		known[cel(o)] = o
	}
	put, err := tx.PrepareContext(ctx, `INSERT INTO oordeel (verantwoordelijke, `+oordeelColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (verantwoordelijke, soort, gebied, periode) DO UPDATE
		SET uitspraak = excluded.uitspraak, gezien = excluded.gezien, verwacht = excluded.verwacht, onder = excluded.onder, boven = excluded.boven,
		p = excluded.p, drempel = excluded.drempel, kleinste = excluded.kleinste, getoetst = excluded.getoetst,
		zonder_uitspraak = excluded.zonder_uitspraak, voorlopig = excluded.voorlopig`)
	if err != nil {
		return err
	}
	defer func() { _ = put.Close() }()
	for _, o := range oordelen {
		was, exists := known[cel(o)]
		delete(known, cel(o))
		if exists && gelijk(was, o) {
			continue
		}
		args := append([]any{g.Verantwoordelijke(), o.Soort, o.Gebied, o.Periode, o.Uitspraak}, metingWaarden(o.Meting)...)
		if _, err := put.ExecContext(ctx, args...); err != nil {
			return err
		}
	}
	for c := range known { // no longer judged: the kind is no count any more
		_, err := tx.ExecContext(ctx, `DELETE FROM oordeel WHERE verantwoordelijke = $1 AND soort = $2 AND gebied = $3 AND periode = $4`,
			g.Verantwoordelijke(), c.Soort, c.Gebied, c.Periode)
		if err != nil {
			return err
		}
	}
	return nil
}

func cel(o signaal.Oordeel) cijfer.Cel {
	return cijfer.Cel{Soort: o.Soort, Gebied: o.Gebied, Periode: o.Periode}
}

// gelijk compares judgements to the last bit, with NaN equal to NaN.
func gelijk(a, b signaal.Oordeel) bool {
	same := func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) }
	return a.Uitspraak == b.Uitspraak && a.Getoetst == b.Getoetst && a.ZonderUitspraak == b.ZonderUitspraak && a.Voorlopig == b.Voorlopig &&
		same(a.Gezien, b.Gezien) && same(a.Verwacht, b.Verwacht) && same(a.Onder, b.Onder) && same(a.Boven, b.Boven) && same(a.P, b.P) &&
		same(a.Drempel, b.Drempel) && same(a.Kleinste, b.Kleinste)
}
