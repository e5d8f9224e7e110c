// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"dwarsverband/domein/plan"
	"dwarsverband/domein/verband"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Acties lists the measures of plans within the scope of the grant, by start.
func (s *Store) Acties(ctx context.Context, g toegang.Grant) ([]plan.Actie, error) {
	list, err := s.acties(ctx, "store.Acties", g, "")
	slices.SortStableFunc(list, func(a, b plan.Actie) int { return cmp.Compare(a.Start.String(), b.Start.String()) })
	return list, err
}

// Actie gives one measure within the scope of the grant, or NotFound.
func (s *Store) Actie(ctx context.Context, g toegang.Grant, id string) (plan.Actie, error) {
	const op = "store.Actie"
	list, err := s.acties(ctx, op, g, id)
	if err != nil {
		return plan.Actie{}, err
	}
	return first(op, list)
}

func (s *Store) acties(ctx context.Context, op string, g toegang.Grant, id string) ([]plan.Actie, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT x.id, x.plan, x.doel, x.versie, x.velden
		FROM actie x JOIN plan p ON p.verantwoordelijke = x.verantwoordelijke AND p.id = x.plan
		WHERE x.verantwoordelijke = $1 AND `+s.engine.binnen()+` AND ($4 = '' OR x.id = $4) ORDER BY x.id`, binnenArgs(g, id)...)
	return all(op, rows, err, func(rows *sql.Rows, a *plan.Actie) error {
		var velden string
		if err := rows.Scan(&a.ID, &a.Plan, &a.Doel, &a.Versie, &velden); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(velden), &a.Velden); err != nil {
			return err
		}
		return stored(a.Lees())
	})
}

// SaveActie keeps a measure: a new one when was is 0, else where its version is still was. With open set the text of its plan must be open; a report on how it goes
// is refused only when the plan is closed.
func (s *Store) SaveActie(ctx context.Context, g toegang.Grant, a plan.Actie, was int, open bool, entry journaal.Entry) error {
	const op = "store.SaveActie"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		status, err := planStatus(ctx, tx, op, g, a.Plan)
		if err != nil {
			return err
		}
		if open && !status.Open() || status == plan.Afgesloten {
			return plan.Vast(op)
		}
		return putActie(ctx, tx, g, a, was)
	})
}

func putActie(ctx context.Context, tx *sql.Tx, g toegang.Grant, a plan.Actie, was int) error {
	velden, err := json.Marshal(a.Velden)
	if err != nil {
		return err
	}
	if was == 0 {
		_, err = tx.ExecContext(ctx, `INSERT INTO actie (verantwoordelijke, id, plan, doel, versie, velden) VALUES ($1, $2, $3, $4, $5, $6)`,
			g.Verantwoordelijke(), a.ID, a.Plan, a.Doel, a.Versie, string(velden))
	} else {
		var result sql.Result
		result, err = tx.ExecContext(ctx, `UPDATE actie SET versie = $3, velden = $4 WHERE verantwoordelijke = $1 AND id = $2 AND versie = $5`,
			g.Verantwoordelijke(), a.ID, a.Versie, string(velden), was)
		err = changed("store.SaveActie", result, err)
	}
	if err != nil {
		return err
	}
	return putBewerking(ctx, tx, g, "actie", a.ID, a.Inhoud)
}

// VerwijderActie removes a measure and ends its ties in the same transaction.
func (s *Store) VerwijderActie(ctx context.Context, g toegang.Grant, a plan.Actie, entry journaal.Entry) error {
	const op = "store.VerwijderActie"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openPlan(ctx, tx, op, g, a.Plan); err != nil {
			return err
		}
		if err := endVerbanden(ctx, tx, g, verband.Eind{Soort: verband.Actie, ID: a.ID}, a.Stempel); err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM actie WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), a.ID)
		return changed(op, result, err)
	})
}
