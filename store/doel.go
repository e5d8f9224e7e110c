// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/verband"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Prioriteiten lists the priorities of a plan in the order in which they were made; of all plans when planID is empty.
func (s *Store) Prioriteiten(ctx context.Context, g toegang.Grant, planID string) ([]plan.Prioriteit, error) {
	return s.prioriteiten(ctx, "store.Prioriteiten", g, planID, "")
}

// Prioriteit gives one priority of a plan within the scope of the grant, or NotFound.
func (s *Store) Prioriteit(ctx context.Context, g toegang.Grant, id string) (plan.Prioriteit, error) {
	const op = "store.Prioriteit"
	list, err := s.prioriteiten(ctx, op, g, "", id)
	if err != nil {
		return plan.Prioriteit{}, err
	}
	return first(op, list)
}

func (s *Store) prioriteiten(ctx context.Context, op string, g toegang.Grant, planID, id string) ([]plan.Prioriteit, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT x.id, x.plan, x.versie, x.velden, p.domein
		FROM prioriteit x JOIN plan p ON p.verantwoordelijke = x.verantwoordelijke AND p.id = x.plan
		WHERE x.verantwoordelijke = $1 AND `+s.engine.binnen()+` AND ($4 = '' OR x.plan = $4) AND ($5 = '' OR x.id = $5) ORDER BY x.id`, binnenArgs(g, planID, id)...)
	return all(op, rows, err, func(rows *sql.Rows, x *plan.Prioriteit) error {
		var velden, domeinPlan string
		if err := rows.Scan(&x.ID, &x.Plan, &x.Versie, &velden, &domeinPlan); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(velden), &x.Velden); err != nil {
			return err
		}
		return stored(x.Lees(domeinPlan))
	})
}

// SavePrioriteit keeps a priority: a new one when was is 0, else where its version is still was.
func (s *Store) SavePrioriteit(ctx context.Context, g toegang.Grant, p plan.Prioriteit, was int, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openPlan(ctx, tx, "store.SavePrioriteit", g, p.Plan); err != nil {
			return err
		}
		return putPrioriteit(ctx, tx, g, p, was)
	})
}

func putPrioriteit(ctx context.Context, tx *sql.Tx, g toegang.Grant, p plan.Prioriteit, was int) error {
	const op = "store.SavePrioriteit"
	velden, err := json.Marshal(p.Velden)
	if err != nil {
		return err
	}
	if was == 0 {
		_, err = tx.ExecContext(ctx, `INSERT INTO prioriteit (verantwoordelijke, id, plan, versie, velden) VALUES ($1, $2, $3, $4, $5)`,
			g.Verantwoordelijke(), p.ID, p.Plan, p.Versie, string(velden))
	} else {
		var result sql.Result
		result, err = tx.ExecContext(ctx, `UPDATE prioriteit SET versie = $3, velden = $4 WHERE verantwoordelijke = $1 AND id = $2 AND versie = $5`,
			g.Verantwoordelijke(), p.ID, p.Versie, string(velden), was)
		err = changed(op, result, err)
	}
	if err != nil {
		return err
	}
	return putBewerking(ctx, tx, g, "prioriteit", p.ID, p.Inhoud)
}

// VerwijderPrioriteit removes a priority without goals; with goals it is a Conflict.
func (s *Store) VerwijderPrioriteit(ctx context.Context, g toegang.Grant, p plan.Prioriteit, entry journaal.Entry) error {
	const op = "store.VerwijderPrioriteit"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openPlan(ctx, tx, op, g, p.Plan); err != nil {
			return err
		}
		var n int
		if err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM doel WHERE verantwoordelijke = $1 AND prioriteit = $2`, g.Verantwoordelijke(), p.ID), &n); err != nil {
			return err
		}
		if n > 0 {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Bij deze prioriteit horen nog doelen. Haal die eerst weg, of zet ze bij een andere prioriteit."}
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM prioriteit WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), p.ID)
		return changed(op, result, err)
	})
}

// Doelen lists the goals of a plan in the order in which they were made; of all plans when planID is empty.
func (s *Store) Doelen(ctx context.Context, g toegang.Grant, planID string) ([]plan.Doel, error) {
	return s.doelen(ctx, "store.Doelen", g, planID, "")
}

// Doel gives one goal of a plan within the scope of the grant, or NotFound.
func (s *Store) Doel(ctx context.Context, g toegang.Grant, id string) (plan.Doel, error) {
	const op = "store.Doel"
	list, err := s.doelen(ctx, op, g, "", id)
	if err != nil {
		return plan.Doel{}, err
	}
	return first(op, list)
}

func (s *Store) doelen(ctx context.Context, op string, g toegang.Grant, planID, id string) ([]plan.Doel, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT x.id, x.plan, x.versie, x.velden
		FROM doel x JOIN plan p ON p.verantwoordelijke = x.verantwoordelijke AND p.id = x.plan
		WHERE x.verantwoordelijke = $1 AND `+s.engine.binnen()+` AND ($4 = '' OR x.plan = $4) AND ($5 = '' OR x.id = $5) ORDER BY x.id`, binnenArgs(g, planID, id)...)
	return all(op, rows, err, func(rows *sql.Rows, d *plan.Doel) error {
		var velden string
		if err := rows.Scan(&d.ID, &d.Plan, &d.Versie, &velden); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(velden), &d.Velden); err != nil {
			return err
		}
		return stored(d.Lees())
	})
}

// SaveDoel keeps a goal: a new one when was is 0, else where its version is still was.
func (s *Store) SaveDoel(ctx context.Context, g toegang.Grant, d plan.Doel, was int, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openPlan(ctx, tx, "store.SaveDoel", g, d.Plan); err != nil {
			return err
		}
		return putDoel(ctx, tx, g, d, was)
	})
}

func putDoel(ctx context.Context, tx *sql.Tx, g toegang.Grant, d plan.Doel, was int) error {
	velden, err := json.Marshal(d.Velden)
	if err != nil {
		return err
	}
	if was == 0 {
		_, err = tx.ExecContext(ctx, `INSERT INTO doel (verantwoordelijke, id, plan, prioriteit, versie, velden) VALUES ($1, $2, $3, $4, $5, $6)`,
			g.Verantwoordelijke(), d.ID, d.Plan, d.Prioriteit, d.Versie, string(velden))
	} else {
		var result sql.Result
		result, err = tx.ExecContext(ctx, `UPDATE doel SET prioriteit = $3, versie = $4, velden = $5 WHERE verantwoordelijke = $1 AND id = $2 AND versie = $6`,
			g.Verantwoordelijke(), d.ID, d.Prioriteit, d.Versie, string(velden), was)
		err = changed("store.SaveDoel", result, err)
	}
	if err != nil {
		return err
	}
	return putBewerking(ctx, tx, g, "doel", d.ID, d.Inhoud)
}

// amendeerDoel keeps a goal as the raad changed it. The text stood, so nobody else can have changed it meanwhile.
func amendeerDoel(ctx context.Context, tx *sql.Tx, g toegang.Grant, d plan.Doel) error {
	velden, err := json.Marshal(d.Velden)
	if err != nil {
		return err
	}
	result, err := tx.ExecContext(ctx, `UPDATE doel SET versie = $3, velden = $4 WHERE verantwoordelijke = $1 AND id = $2 AND versie < $3`,
		g.Verantwoordelijke(), d.ID, d.Versie, string(velden))
	if err := changed("store.ZetStatus", result, err); err != nil {
		return err
	}
	return putBewerking(ctx, tx, g, "doel", d.ID, d.Inhoud)
}

// VerwijderDoel removes a goal without measures and ends its ties in the same transaction; with measures it is a Conflict.
func (s *Store) VerwijderDoel(ctx context.Context, g toegang.Grant, d plan.Doel, entry journaal.Entry) error {
	const op = "store.VerwijderDoel"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openPlan(ctx, tx, op, g, d.Plan); err != nil {
			return err
		}
		var n int
		if err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM actie WHERE verantwoordelijke = $1 AND doel = $2`, g.Verantwoordelijke(), d.ID), &n); err != nil {
			return err
		}
		if n > 0 {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: fmt.Sprintf("Bij dit doel horen nog %d acties. Haal die eerst weg.", n)}
		}
		if err := endVerbanden(ctx, tx, g, verband.Eind{Soort: verband.Doel, ID: d.ID}, d.Stempel); err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM doel WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), d.ID)
		return changed(op, result, err)
	})
}
