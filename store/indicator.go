// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/verband"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Indicatoren lists the indicators of plans within the scope of the grant.
func (s *Store) Indicatoren(ctx context.Context, g toegang.Grant) ([]plan.Indicator, error) {
	return s.indicatoren(ctx, "store.Indicatoren", g, "")
}

// Indicator gives one indicator within the scope of the grant, or NotFound.
func (s *Store) Indicator(ctx context.Context, g toegang.Grant, id string) (plan.Indicator, error) {
	const op = "store.Indicator"
	list, err := s.indicatoren(ctx, op, g, id)
	if err != nil {
		return plan.Indicator{}, err
	}
	return first(op, list)
}

func (s *Store) indicatoren(ctx context.Context, op string, g toegang.Grant, id string) ([]plan.Indicator, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT x.id, x.plan, x.versie, x.velden
		FROM indicator x JOIN plan p ON p.verantwoordelijke = x.verantwoordelijke AND p.id = x.plan
		WHERE x.verantwoordelijke = $1 AND `+s.engine.binnen()+` AND ($4 = '' OR x.id = $4) ORDER BY x.id`, binnenArgs(g, id)...)
	return all(op, rows, err, func(rows *sql.Rows, i *plan.Indicator) error {
		var velden string
		if err := rows.Scan(&i.ID, &i.Plan, &i.Versie, &velden); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(velden), &i.Velden); err != nil {
			return err
		}
		return stored(i.Lees())
	})
}

// SaveIndicator keeps an indicator: a new one when was is 0, with the tie to the goal that it was made for, else where its version is still was. It is a Conflict
// when its plan, or the plan of a goal that it measures, has a text that stands.
func (s *Store) SaveIndicator(ctx context.Context, g toegang.Grant, i plan.Indicator, was int, tie *verband.Verband, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openIndicator(ctx, tx, "store.SaveIndicator", g, i); err != nil {
			return err
		}
		velden, err := json.Marshal(i.Velden)
		if err != nil {
			return err
		}
		if was == 0 {
			_, err = tx.ExecContext(ctx, `INSERT INTO indicator (verantwoordelijke, id, plan, versie, velden) VALUES ($1, $2, $3, $4, $5)`,
				g.Verantwoordelijke(), i.ID, i.Plan, i.Versie, string(velden))
		} else {
			var result sql.Result
			result, err = tx.ExecContext(ctx, `UPDATE indicator SET versie = $3, velden = $4 WHERE verantwoordelijke = $1 AND id = $2 AND versie = $5`,
				g.Verantwoordelijke(), i.ID, i.Versie, string(velden), was)
			err = changed("store.SaveIndicator", result, err)
		}
		if err != nil {
			return err
		}
		if tie != nil {
			if err := s.putVerband(ctx, tx, g, *tie); err != nil {
				return err
			}
		}
		return putBewerking(ctx, tx, g, "indicator", i.ID, i.Inhoud)
	})
}

// openIndicator refuses to change an indicator of which any plan that leans on it has a text that stands.
func openIndicator(ctx context.Context, tx *sql.Tx, op string, g toegang.Grant, i plan.Indicator) error {
	if err := openPlan(ctx, tx, op, g, i.Plan); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT d.plan FROM verband v JOIN doel d ON d.verantwoordelijke = v.verantwoordelijke
			AND (v.van_soort = 'doel' AND d.id = v.van_id OR v.naar_soort = 'doel' AND d.id = v.naar_id)
		WHERE v.verantwoordelijke = $1 AND v.status = 'van kracht'
			AND (v.van_soort = 'indicator' AND v.van_id = $2 OR v.naar_soort = 'indicator' AND v.naar_id = $2)`, g.Verantwoordelijke(), i.ID)
	plans, err := all(op, rows, err, func(rows *sql.Rows, id *string) error { return rows.Scan(id) })
	if err != nil {
		return err
	}
	for _, id := range plans {
		if err := openPlan(ctx, tx, op, g, id); err != nil {
			return err
		}
	}
	return nil
}

// VerwijderIndicator removes an indicator and ends its ties in the same transaction.
func (s *Store) VerwijderIndicator(ctx context.Context, g toegang.Grant, i plan.Indicator, entry journaal.Entry) error {
	const op = "store.VerwijderIndicator"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openIndicator(ctx, tx, op, g, i); err != nil {
			return err
		}
		if err := endVerbanden(ctx, tx, g, verband.Eind{Soort: verband.Indicator, ID: i.ID}, i.Stempel); err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM indicator WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), i.ID)
		return changed(op, result, err)
	})
}

// Koppelingen lists which indicator measures which goal, by the ties in force, oldest first.
func (s *Store) Koppelingen(ctx context.Context, g toegang.Grant) ([]plan.Koppeling, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT CASE WHEN van_soort = 'doel' THEN van_id ELSE naar_id END,
			CASE WHEN van_soort = 'doel' THEN naar_id ELSE van_id END
		FROM verband WHERE verantwoordelijke = $1 AND status = 'van kracht'
			AND (van_soort = 'doel' AND naar_soort = 'indicator' OR van_soort = 'indicator' AND naar_soort = 'doel')
		ORDER BY wanneer, id`, g.Verantwoordelijke())
	return all("store.Koppelingen", rows, err, func(rows *sql.Rows, k *plan.Koppeling) error { return rows.Scan(&k.Doel, &k.Indicator) })
}

// CijfersVan gives the figures in force of kinds in areas, by kind, area and period.
func (s *Store) CijfersVan(ctx context.Context, g toegang.Grant, soorten, gebieden []string) ([]cijfer.Cijfer, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+cijferColumns+` FROM cijfer
		WHERE verantwoordelijke = $1 AND tot IS NULL AND soort IN `+s.engine.list(2)+` AND gebied IN `+s.engine.list(3)+`
		ORDER BY soort, gebied, periode`, g.Verantwoordelijke(), jsonList(soorten), jsonList(gebieden))
	return all("store.CijfersVan", rows, err, scanCijfer)
}
