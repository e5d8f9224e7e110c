// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"slices"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// SaveOverleg adds a meeting.
func (s *Store) SaveOverleg(ctx context.Context, g toegang.Grant, o overleg.Overleg, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO overleg (verantwoordelijke, id, soort, van, tot, voorzitter, maker) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			g.Verantwoordelijke(), o.ID, o.Soort, o.Van, o.Tot, o.Voorzitter, o.Maker)
		return wrap("store.SaveOverleg", err)
	})
}

const overlegColumns = `o.id, o.soort, o.van, o.tot, o.voorzitter, o.maker`

func scanOverleg(rows *sql.Rows, o *overleg.Overleg) error {
	return rows.Scan(&o.ID, &o.Soort, &o.Van, &o.Tot, &o.Voorzitter, &o.Maker)
}

// Overleg gives one meeting with its items, or NotFound.
func (s *Store) Overleg(ctx context.Context, g toegang.Grant, id string) (overleg.Overleg, error) {
	const op = "store.Overleg"
	rows, err := s.db.QueryContext(ctx, `SELECT `+overlegColumns+` FROM overleg o WHERE o.verantwoordelijke = $1 AND o.id = $2`, g.Verantwoordelijke(), id)
	list, err := all(op, rows, err, scanOverleg)
	if err != nil {
		return overleg.Overleg{}, err
	}
	list, err = s.metPunten(ctx, g, list, "")
	if err != nil {
		return overleg.Overleg{}, err
	}
	return first(op, list)
}

// Overleggen lists the meetings since a moment that the actor of the grant made or chairs, is asked for, or that treat a case in whose circle he sits at nu, oldest first.
func (s *Store) Overleggen(ctx context.Context, g toegang.Grant, sinds, nu termijn.Moment, aantal int) ([]overleg.Overleg, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+overlegColumns+` FROM overleg o WHERE o.verantwoordelijke = $1 AND o.van >= $2 AND (o.maker = $3 OR o.voorzitter = $3
		OR o.id IN (SELECT p.overleg FROM genodigde u JOIN agendapunt p ON p.verantwoordelijke = u.verantwoordelijke AND p.id = u.agendapunt
			WHERE u.verantwoordelijke = $1 AND u.gebruiker = $3)
		OR o.id IN (SELECT p.overleg FROM lid l JOIN agendapunt p ON p.verantwoordelijke = l.verantwoordelijke AND p.dossier = l.dossier
			WHERE l.verantwoordelijke = $1 AND l.gebruiker = $3 AND l.van <= $4 AND (l.tot IS NULL OR l.tot > $4)))
		ORDER BY o.van, o.id LIMIT $5`, g.Verantwoordelijke(), sinds, g.Wie().ID, nu, aantal)
	list, err := all("store.Overleggen", rows, err, scanOverleg)
	if err != nil {
		return nil, err
	}
	return s.metPunten(ctx, g, list, "")
}

// OverleggenVan lists the meetings that treat a case, oldest first, each with the items about that case only.
func (s *Store) OverleggenVan(ctx context.Context, g toegang.Grant, id string) ([]overleg.Overleg, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+overlegColumns+` FROM overleg o WHERE o.verantwoordelijke = $1
		AND o.id IN (SELECT p.overleg FROM agendapunt p WHERE p.verantwoordelijke = $1 AND p.dossier = $2) ORDER BY o.van, o.id`, g.Verantwoordelijke(), id)
	list, err := all("store.OverleggenVan", rows, err, scanOverleg)
	if err != nil {
		return nil, err
	}
	return s.metPunten(ctx, g, list, id)
}

// metPunten adds to meetings their items with who was asked; van keeps those about one case.
func (s *Store) metPunten(ctx context.Context, g toegang.Grant, list []overleg.Overleg, van string) ([]overleg.Overleg, error) {
	ids := make([]string, len(list))
	for i, o := range list {
		ids[i] = o.ID
	}
	rows, err := s.db.QueryContext(ctx, `SELECT id, overleg, dossier, knoop, nr FROM agendapunt WHERE verantwoordelijke = $1 AND overleg IN `+s.engine.list(2)+`
		AND ($3 = '' OR dossier = $3) ORDER BY overleg, nr, id`, g.Verantwoordelijke(), jsonList(ids), van)
	punten, err := all("store.metPunten", rows, err, func(rows *sql.Rows, p *overleg.Punt) error {
		return rows.Scan(&p.ID, &p.Overleg, &p.Dossier, &p.Knoop, &p.Nr)
	})
	if err != nil {
		return nil, err
	}
	ids = make([]string, len(punten))
	for i, p := range punten {
		ids[i] = p.ID
	}
	type vraag struct {
		punt string
		overleg.Genodigde
	}
	rows, err = s.db.QueryContext(ctx, `SELECT agendapunt, gebruiker, gast, aanwezig FROM genodigde WHERE verantwoordelijke = $1 AND agendapunt IN `+s.engine.list(2)+`
		ORDER BY agendapunt, gast, gebruiker`, g.Verantwoordelijke(), jsonList(ids))
	vragen, err := all("store.metPunten", rows, err, func(rows *sql.Rows, v *vraag) error { return rows.Scan(&v.punt, &v.Gebruiker, &v.Gast, &v.Aanwezig) })
	if err != nil {
		return nil, err
	}
	for _, v := range vragen {
		i := slices.Index(ids, v.punt)
		punten[i].Genodigden = append(punten[i].Genodigden, v.Genodigde)
	}
	for _, p := range punten {
		i := slices.IndexFunc(list, func(o overleg.Overleg) bool { return o.ID == p.Overleg })
		list[i].Punten = append(list[i].Punten, p)
	}
	return list, nil
}

// NeemOpAgenda keeps an item with what it changes in its case.
func (s *Store) NeemOpAgenda(ctx context.Context, daad dossier.Daad, p overleg.Punt, entries []journaal.Entry) error {
	return s.bewaarMet(ctx, []dossier.Daad{daad}, entries, nil, func(tx *sql.Tx) error {
		tenant := daad.Grant.Verantwoordelijke()
		_, err := tx.ExecContext(ctx, `INSERT INTO agendapunt (verantwoordelijke, id, overleg, dossier, knoop, nr) VALUES ($1, $2, $3, $4, $5, $6)`,
			tenant, p.ID, p.Overleg, p.Dossier, p.Knoop, p.Nr)
		if err != nil {
			return wrap("store.NeemOpAgenda", err)
		}
		return putGenodigden(ctx, tx, tenant, p)
	})
}

// SaveAanwezig keeps who was there for an item.
func (s *Store) SaveAanwezig(ctx context.Context, daad dossier.Daad, p overleg.Punt, entries []journaal.Entry) error {
	return s.bewaarMet(ctx, []dossier.Daad{daad}, entries, nil, func(tx *sql.Tx) error { return putGenodigden(ctx, tx, daad.Grant.Verantwoordelijke(), p) })
}

func putGenodigden(ctx context.Context, tx *sql.Tx, tenant string, p overleg.Punt) error {
	for _, g := range p.Genodigden {
		_, err := tx.ExecContext(ctx, `INSERT INTO genodigde (verantwoordelijke, agendapunt, gebruiker, gast, aanwezig) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (verantwoordelijke, agendapunt, gebruiker) DO UPDATE SET aanwezig = excluded.aanwezig`, tenant, p.ID, g.Gebruiker, g.Gast, g.Aanwezig)
		if err != nil {
			return wrap("store.putGenodigden", err)
		}
	}
	return nil
}
