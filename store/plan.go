// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// binnen is the part of a WHERE that keeps a list of plans p within the scope of a grant; its parameters are 2 and 3 of binnenArgs.
func (e engine) binnen() string {
	return `(p.domein IN ` + e.list(2) + ` OR p.openbaar = TRUE AND p.domein IN ` + e.list(3) + `)`
}

// binnenArgs gives the first three parameters of a statement on plans: the controller, the fields of which every plan may be seen, and those of which the open ones.
func binnenArgs(g toegang.Grant, more ...any) []any {
	scope := g.Scope()
	return append([]any{g.Verantwoordelijke(), jsonList(scope.Domeinen()), jsonList(scope.OpenbareDomeinen())}, more...)
}

func jsonList(list []string) string {
	if list == nil {
		list = []string{}
	}
	text, err := json.Marshal(list)
	if err != nil {
		panic(err) // a list of strings always is JSON
	}
	return string(text)
}

const planColumns = `p.id, p.soort, p.status, p.merk, COALESCE(p.ouder, ''), COALESCE(p.vervangt, ''), p.versie, p.velden, p.vaststelling, p.evaluatie`

func scanPlan(rows *sql.Rows, p *plan.Plan) error {
	var velden, vaststelling, evaluatie string
	if err := rows.Scan(&p.ID, &p.Soort, &p.Status, &p.Merk, &p.Ouder, &p.Vervangt, &p.Versie, &velden, &vaststelling, &evaluatie); err != nil {
		return err
	}
	err := errors.Join(json.Unmarshal([]byte(velden), &p.Velden), json.Unmarshal([]byte(vaststelling), &p.Vaststelling), json.Unmarshal([]byte(evaluatie), &p.Evaluatie))
	if err != nil {
		return err
	}
	return stored(p.Lees())
}

// stored tells that a row does not keep to the rules that held when it was saved.
func stored(faults []domein.Fault) error {
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("a stored row breaks the rules: %v", faults)
}

// Plannen lists the plans within the scope of the grant, by kind and from new to old.
func (s *Store) Plannen(ctx context.Context, g toegang.Grant) ([]plan.Plan, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+planColumns+` FROM plan p WHERE p.verantwoordelijke = $1 AND `+s.engine.binnen()+`
		ORDER BY CASE p.soort WHEN 'ivp' THEN 0 WHEN 'jup' THEN 1 WHEN 'wmo' THEN 2 ELSE 3 END, p.id DESC`, binnenArgs(g)...)
	return all("store.Plannen", rows, err, scanPlan)
}

// Plan gives one plan within the scope of the grant, or NotFound.
func (s *Store) Plan(ctx context.Context, g toegang.Grant, id string) (plan.Plan, error) {
	const op = "store.Plan"
	rows, err := s.db.QueryContext(ctx, `SELECT `+planColumns+` FROM plan p WHERE p.verantwoordelijke = $1 AND `+s.engine.binnen()+` AND p.id = $4`,
		binnenArgs(g, id)...)
	list, err := all(op, rows, err, scanPlan)
	if err != nil {
		return plan.Plan{}, err
	}
	return first(op, list)
}

// SavePlan keeps a new plan with what it starts with.
func (s *Store) SavePlan(ctx context.Context, g toegang.Grant, b plan.Begin, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := insertPlan(ctx, tx, g, b.Plan); err != nil {
			return err
		}
		for _, p := range b.Prioriteiten {
			if err := putPrioriteit(ctx, tx, g, p, 0); err != nil {
				return err
			}
		}
		for _, d := range b.Doelen {
			if err := putDoel(ctx, tx, g, d, 0); err != nil {
				return err
			}
		}
		for _, a := range b.Acties {
			if err := putActie(ctx, tx, g, a, 0); err != nil {
				return err
			}
		}
		for _, v := range b.Verbanden {
			if err := s.putVerband(ctx, tx, g, v); err != nil {
				return err
			}
		}
		return nil
	})
}

func insertPlan(ctx context.Context, tx *sql.Tx, g toegang.Grant, p plan.Plan) error {
	velden, vaststelling, evaluatie, err := planTexts(p)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO plan (verantwoordelijke, id, soort, domein, status, openbaar, merk, ouder, vervangt, versie, velden, vaststelling, evaluatie)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`, g.Verantwoordelijke(), p.ID, p.Soort, p.Soort.Domein(), p.Status, p.Openbaar(),
		p.Merk, orNull(p.Ouder), orNull(p.Vervangt), p.Versie, velden, vaststelling, evaluatie)
	if err != nil {
		return err
	}
	return putBewerking(ctx, tx, g, "plan", p.ID, p.Inhoud)
}

func planTexts(p plan.Plan) (velden, vaststelling, evaluatie string, err error) {
	var texts [3]string
	for i, v := range []any{p.Velden, p.Vaststelling, p.Evaluatie} {
		text, err := json.Marshal(v)
		if err != nil {
			return "", "", "", err
		}
		texts[i] = string(text)
	}
	return texts[0], texts[1], texts[2], nil
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// WijzigPlan keeps the text of p where its version is still was and its text is open.
func (s *Store) WijzigPlan(ctx context.Context, g toegang.Grant, p plan.Plan, was int, entry journaal.Entry) error {
	const op = "store.WijzigPlan"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if err := openPlan(ctx, tx, op, g, p.ID); err != nil {
			return err
		}
		velden, _, _, err := planTexts(p)
		if err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `UPDATE plan SET versie = $3, velden = $4 WHERE verantwoordelijke = $1 AND id = $2 AND versie = $5`,
			g.Verantwoordelijke(), p.ID, p.Versie, velden, was)
		if err := changed(op, result, err); err != nil {
			return err
		}
		return putBewerking(ctx, tx, g, "plan", p.ID, p.Inhoud)
	})
}

// ZetStatus moves p from status was to its own status, with its decision and evaluation, and keeps the goals that amendments changed.
func (s *Store) ZetStatus(ctx context.Context, g toegang.Grant, p plan.Plan, was plan.Status, doelen []plan.Doel, entry journaal.Entry) error {
	const op = "store.ZetStatus"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		velden, vaststelling, evaluatie, err := planTexts(p)
		if err != nil {
			return err
		}
		var versie int
		if err := one(op, tx.QueryRowContext(ctx, `SELECT versie FROM plan WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), p.ID), &versie); err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `UPDATE plan SET status = $3, openbaar = $4, versie = $5, velden = $6, vaststelling = $7, evaluatie = $8
			WHERE verantwoordelijke = $1 AND id = $2 AND status = $9 AND versie <= $5`, g.Verantwoordelijke(), p.ID, p.Status, p.Openbaar(),
			p.Versie, velden, vaststelling, evaluatie, was)
		if err := changed(op, result, err); err != nil {
			return err
		}
		if versie != p.Versie {
			if err := putBewerking(ctx, tx, g, "plan", p.ID, p.Inhoud); err != nil {
				return err
			}
		}
		for _, d := range doelen {
			if err := amendeerDoel(ctx, tx, g, d); err != nil {
				return err
			}
		}
		return nil
	})
}

// openPlan refuses a change of text in a plan whose text stands, in the transaction of that change.
func openPlan(ctx context.Context, tx *sql.Tx, op string, g toegang.Grant, id string) error {
	status, err := planStatus(ctx, tx, op, g, id)
	if err == nil && !status.Open() {
		return plan.Vast(op)
	}
	return err
}

func planStatus(ctx context.Context, tx *sql.Tx, op string, g toegang.Grant, id string) (plan.Status, error) {
	var status plan.Status
	err := one(op, tx.QueryRowContext(ctx, `SELECT status FROM plan WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), id), &status)
	return status, err
}

// putBewerking keeps what changed in one version, by whom and when.
func putBewerking(ctx context.Context, tx *sql.Tx, g toegang.Grant, soort, id string, i plan.Inhoud) error {
	waarden := map[string]string{}
	for naam, v := range i.Velden {
		if v.Versie == i.Versie {
			waarden[naam] = v.Waarde
		}
	}
	text, err := json.Marshal(waarden)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO bewerking (verantwoordelijke, soort, id, versie, wie, moment, velden) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		g.Verantwoordelijke(), soort, id, i.Versie, i.Wie, i.Op, string(text))
	return err
}

// Bewerkingen lists the versions that a thing has had, newest first.
func (s *Store) Bewerkingen(ctx context.Context, g toegang.Grant, soort, id string) ([]plan.Bewerking, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT versie, wie, moment, velden FROM bewerking
		WHERE verantwoordelijke = $1 AND soort = $2 AND id = $3 ORDER BY versie DESC`, g.Verantwoordelijke(), soort, id)
	return all("store.Bewerkingen", rows, err, func(rows *sql.Rows, b *plan.Bewerking) error {
		var text string
		if err := rows.Scan(&b.Versie, &b.Wie, &b.Moment, &text); err != nil {
			return err
		}
		return json.Unmarshal([]byte(text), &b.Waarden)
	})
}
