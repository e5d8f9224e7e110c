// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/verband"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

const verbandColumns = `id, van_soort, van_id, naar_soort, naar_id, waarom, wie, wanneer, status, akkoorden, einde_wie, einde_wanneer, einde_reden`

func scanVerband(rows *sql.Rows, v *verband.Verband) error {
	var akkoorden string
	err := rows.Scan(&v.ID, &v.Van.Soort, &v.Van.ID, &v.Naar.Soort, &v.Naar.ID, &v.Waarom, &v.Wie, &v.Wanneer, &v.Status, &akkoorden,
		&v.Einde.Wie, &v.Einde.Wanneer, &v.Einde.Reden)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(akkoorden), &v.Akkoorden)
}

// Verbanden lists the ties that are not ended, newest first; of one end when e is set.
func (s *Store) Verbanden(ctx context.Context, g toegang.Grant, e verband.Eind) ([]verband.Verband, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+verbandColumns+` FROM verband WHERE verantwoordelijke = $1 AND status <> 'beeindigd'
		AND ($2 = '' OR van_soort = $2 AND van_id = $3 OR naar_soort = $2 AND naar_id = $3) ORDER BY wanneer DESC, id DESC`,
		g.Verantwoordelijke(), string(e.Soort), e.ID)
	return all("store.Verbanden", rows, err, scanVerband)
}

// Verband gives one tie, ended or not, or NotFound.
func (s *Store) Verband(ctx context.Context, g toegang.Grant, id string) (verband.Verband, error) {
	const op = "store.Verband"
	rows, err := s.db.QueryContext(ctx, `SELECT `+verbandColumns+` FROM verband WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), id)
	list, err := all(op, rows, err, scanVerband)
	if err != nil {
		return verband.Verband{}, err
	}
	return first(op, list)
}

// SaveVerband keeps a new tie. In the same transaction it looks whether both ends exist, else NotFound; a second tie of the same two is a Conflict.
func (s *Store) SaveVerband(ctx context.Context, g toegang.Grant, v verband.Verband, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error { return s.putVerband(ctx, tx, g, v) })
}

func (s *Store) putVerband(ctx context.Context, tx *sql.Tx, g toegang.Grant, v verband.Verband) error {
	const op = "store.SaveVerband"
	feiten, err := s.feiten(ctx, tx, g, []verband.Eind{v.Van, v.Naar})
	if err != nil {
		return err
	}
	if len(feiten) != 2 {
		return domein.Missing(op)
	}
	akkoorden, err := json.Marshal(v.Akkoorden)
	if err != nil {
		return err
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO verband (verantwoordelijke, id, van_soort, van_id, naar_soort, naar_id, sleutel, waarom, wie, wanneer, status,
		akkoorden, einde_wie, einde_wanneer, einde_reden) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', NULL, '') ON CONFLICT DO NOTHING`,
		g.Verantwoordelijke(), v.ID, v.Van.Soort, v.Van.ID, v.Naar.Soort, v.Naar.ID, v.Sleutel(), v.Waarom, v.Wie, v.Wanneer, v.Status, string(akkoorden))
	if domein.KindOf(changed(op, result, err)) == domein.Conflict {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Dit verband bestaat al, of wacht al op instemming."}
	}
	return err
}

// WijzigVerband keeps v where the tie is still as was: same status, and nobody else agreed meanwhile. Otherwise it is a Conflict.
func (s *Store) WijzigVerband(ctx context.Context, g toegang.Grant, v, was verband.Verband, entry journaal.Entry) error {
	akkoorden, err := json.Marshal(v.Akkoorden)
	if err != nil {
		return err
	}
	old, err := json.Marshal(was.Akkoorden)
	if err != nil {
		return err
	}
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE verband SET status = $3, akkoorden = $4, einde_wie = $5, einde_wanneer = $6, einde_reden = $7
			WHERE verantwoordelijke = $1 AND id = $2 AND status = $8 AND akkoorden = $9`, g.Verantwoordelijke(), v.ID, v.Status, string(akkoorden),
			v.Einde.Wie, v.Einde.Wanneer, v.Einde.Reden, was.Status, string(old))
		return changed("store.WijzigVerband", result, err)
	})
}

// endVerbanden ends every tie of a thing that is removed, in the transaction that removes it, so that no tie is left dangling.
func endVerbanden(ctx context.Context, tx *sql.Tx, g toegang.Grant, e verband.Eind, by plan.Stempel) error {
	_, err := tx.ExecContext(ctx, `UPDATE verband SET status = 'beeindigd', einde_wie = $4, einde_wanneer = $5, einde_reden = $6
		WHERE verantwoordelijke = $1 AND status <> 'beeindigd' AND (van_soort = $2 AND van_id = $3 OR naar_soort = $2 AND naar_id = $3)`,
		g.Verantwoordelijke(), string(e.Soort), e.ID, by.Wie, by.Op, "Het andere eind is verwijderd.")
	return err
}

// rower is what both a database and a transaction can do.
type rower interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Feiten gives what is known of the ends; an end that does not exist is not in it.
func (s *Store) Feiten(ctx context.Context, g toegang.Grant, einden []verband.Eind) (map[verband.Eind]verband.Feit, error) {
	return s.feiten(ctx, s.db, g, einden)
}

func (s *Store) feiten(ctx context.Context, q rower, g toegang.Grant, einden []verband.Eind) (map[verband.Eind]verband.Feit, error) {
	ids := map[verband.Soort][]string{}
	for _, e := range einden {
		ids[e.Soort] = append(ids[e.Soort], e.ID)
	}
	found := map[verband.Eind]verband.Feit{}
	for soort, list := range ids {
		feiten, err := s.feitenVan(ctx, q, g, soort, list)
		if err != nil {
			return nil, err
		}
		for _, f := range feiten {
			found[f.Eind] = f
		}
	}
	return found, nil
}

// Keuzes lists what can be tied, by kind and name.
func (s *Store) Keuzes(ctx context.Context, g toegang.Grant) ([]verband.Feit, error) {
	var list []verband.Feit
	for _, soort := range verband.Soorten() {
		feiten, err := s.feitenVan(ctx, s.db, g, soort, nil)
		if err != nil {
			return nil, err
		}
		list = append(list, feiten...)
	}
	return list, nil
}
