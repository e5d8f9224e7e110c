// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"dwarsverband/domein/dossier"
)

// putRest keeps what a mutation changes beside head and pieces.
func putRest(ctx context.Context, tx *sql.Tx, tenant string, m dossier.Mutatie) error {
	for _, l := range m.Leden {
		_, err := tx.ExecContext(ctx, `INSERT INTO lid (verantwoordelijke, dossier, gebruiker, van, organisatie, functie, doel, grondslag, tot, door)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (verantwoordelijke, dossier, gebruiker, van) DO UPDATE SET tot = excluded.tot`,
			tenant, m.Dossier, l.Gebruiker, l.Van, l.Organisatie, l.Functie, l.Doel, l.Grondslag, l.Tot, l.Door)
		if err != nil {
			return err
		}
	}
	for _, n := range m.Nood {
		_, err := tx.ExecContext(ctx, `INSERT INTO nood (verantwoordelijke, id, dossier, gebruiker, van, tot) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (verantwoordelijke, id) DO UPDATE SET tot = excluded.tot`, tenant, n.ID, n.Dossier, n.Gebruiker, n.Van, n.Tot)
		if err != nil {
			return err
		}
	}
	if err := putZicht(ctx, tx, tenant, m); err != nil {
		return err
	}
	for _, t := range m.Taken {
		if err := putTaak(ctx, tx, tenant, t); err != nil {
			return err
		}
	}
	for _, b := range m.Berichten {
		if err := putBericht(ctx, tx, tenant, b); err != nil {
			return err
		}
	}
	for _, v := range m.Sporen {
		if err := putSpoor(ctx, tx, tenant, v); err != nil {
			return err
		}
	}
	return nil
}

// putZicht ends sight on safety of the former holder at the moment at which that of the next begins, so that no minute is without one.
func putZicht(ctx context.Context, tx *sql.Tx, tenant string, m dossier.Mutatie) error {
	eind := m.ZichtEind
	if m.Zicht != nil {
		eind = m.Zicht.Van
	}
	if eind.IsZero() {
		return nil
	}
	_, err := tx.ExecContext(ctx, `UPDATE zicht SET tot = $3 WHERE verantwoordelijke = $1 AND dossier = $2 AND tot IS NULL`, tenant, m.Dossier, eind)
	if err != nil || m.Zicht == nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO zicht (verantwoordelijke, dossier, van, houder, tot, door) VALUES ($1, $2, $3, $4, $5, $6)`,
		tenant, m.Dossier, m.Zicht.Van, m.Zicht.Houder, m.Zicht.Tot, m.Zicht.Door)
	return err
}

func putTaak(ctx context.Context, tx *sql.Tx, tenant string, t dossier.Taak) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO taak (verantwoordelijke, id, dossier, soort, houder, verwijst, gemaakt, vervalt, gedaan, door)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (verantwoordelijke, id) DO UPDATE SET houder = excluded.houder, vervalt = excluded.vervalt, gedaan = excluded.gedaan, door = excluded.door`,
		tenant, t.ID, t.Dossier, t.Soort, t.Houder, t.Verwijst, t.Gemaakt, t.Vervalt, t.Gedaan, t.Door)
	return err
}

func putBericht(ctx context.Context, tx *sql.Tx, tenant string, b dossier.Bericht) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO bericht (verantwoordelijke, id, voor, soort, dossier, verwijst, moment, gelezen, gemaild)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (verantwoordelijke, id) DO UPDATE SET gelezen = excluded.gelezen, gemaild = excluded.gemaild`,
		tenant, b.ID, b.Voor, b.Soort, b.Dossier, b.Verwijst, b.Moment, b.Gelezen, b.Gemaild)
	return err
}

func putSpoor(ctx context.Context, tx *sql.Tx, tenant string, v dossier.Verstrekking) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO verstrekking (verantwoordelijke, id, dossier, moment, door, van, aan, ontvanger, categorie, vorm, doel, grondslag,
		betrokkenen, afwijking, tot, beoordeeld) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
		ON CONFLICT (verantwoordelijke, id) DO UPDATE SET tot = excluded.tot, beoordeeld = excluded.beoordeeld`, tenant, v.ID, v.Dossier, v.Moment, v.Door, v.Van, v.Aan,
		v.Ontvanger, v.Categorie, v.Vorm, v.Doel, v.Grondslag, jsonList(v.Betrokkenen), v.Afwijking, v.Tot, v.Beoordeeld)
	return err
}

// putWoorden adds the words under which a dossier can be found, as keyed hashes of its regime.
func (s *Store) putWoorden(ctx context.Context, tx *sql.Tx, tenant string, k dossier.Kop, words []string) error {
	if len(words) == 0 {
		return nil
	}
	keys, err := s.regime(ctx, tx, tenant, k.Regime, nil)
	if err != nil {
		return err
	}
	for _, w := range words {
		_, err := tx.ExecContext(ctx, `INSERT INTO zoekwoord (verantwoordelijke, regime, woord, dossier) VALUES ($1, $2, $3, $4)
			ON CONFLICT (verantwoordelijke, regime, woord, dossier) DO NOTHING`, tenant, k.Regime, keys.hash(w), k.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

const ledenColumns = `gebruiker, organisatie, functie, doel, grondslag, van, tot, door`

func leden(ctx context.Context, q rowQuerier, tenant, id string) ([]dossier.Lid, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+ledenColumns+` FROM lid WHERE verantwoordelijke = $1 AND dossier = $2 ORDER BY van, gebruiker`, tenant, id)
	return all("store.leden", rows, err, func(rows *sql.Rows, l *dossier.Lid) error {
		return rows.Scan(&l.Gebruiker, &l.Organisatie, &l.Functie, &l.Doel, &l.Grondslag, &l.Van, &l.Tot, &l.Door)
	})
}

func zicht(ctx context.Context, q rowQuerier, tenant, id string) ([]dossier.Zicht, error) {
	rows, err := q.QueryContext(ctx, `SELECT houder, van, tot, door FROM zicht WHERE verantwoordelijke = $1 AND dossier = $2 ORDER BY van`, tenant, id)
	return all("store.zicht", rows, err, func(rows *sql.Rows, z *dossier.Zicht) error { return rows.Scan(&z.Houder, &z.Van, &z.Tot, &z.Door) })
}

const taakColumns = `id, dossier, soort, houder, verwijst, gemaakt, vervalt, gedaan, door`

func scanTaak(rows *sql.Rows, t *dossier.Taak) error {
	return rows.Scan(&t.ID, &t.Dossier, &t.Soort, &t.Houder, &t.Verwijst, &t.Gemaakt, &t.Vervalt, &t.Gedaan, &t.Door)
}

func takenVan(ctx context.Context, q rowQuerier, tenant, id string) ([]dossier.Taak, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+taakColumns+` FROM taak WHERE verantwoordelijke = $1 AND dossier = $2 ORDER BY vervalt, id`, tenant, id)
	return all("store.takenVan", rows, err, scanTaak)
}

const spoorColumns = `id, dossier, moment, door, van, aan, ontvanger, categorie, vorm, doel, grondslag, betrokkenen, afwijking, tot, beoordeeld`

func scanSpoor(rows *sql.Rows, v *dossier.Verstrekking) error {
	var betrokkenen string
	if err := rows.Scan(&v.ID, &v.Dossier, &v.Moment, &v.Door, &v.Van, &v.Aan, &v.Ontvanger, &v.Categorie, &v.Vorm, &v.Doel, &v.Grondslag, &betrokkenen,
		&v.Afwijking, &v.Tot, &v.Beoordeeld); err != nil {
		return err
	}
	return json.Unmarshal([]byte(betrokkenen), &v.Betrokkenen)
}

func sporenVan(ctx context.Context, q rowQuerier, tenant, id string) ([]dossier.Verstrekking, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+spoorColumns+` FROM verstrekking WHERE verantwoordelijke = $1 AND dossier = $2 ORDER BY moment, id`, tenant, id)
	return all("store.sporenVan", rows, err, scanSpoor)
}
