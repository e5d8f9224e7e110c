// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

const kopColumns = `d.id, d.soort, d.regime, d.codenaam, d.status, d.eigenaar, d.procesregisseur, d.casusregisseur, d.begonnen, d.eerste_verwerking, d.wek_op,
	d.gesloten, d.versie`

func scanKop(rows *sql.Rows, k *dossier.Kop) error {
	return rows.Scan(&k.ID, &k.Soort, &k.Regime, &k.Codenaam, &k.Status, &k.Eigenaar, &k.Procesregisseur, &k.Casusregisseur, &k.Begonnen, &k.EersteVerwerking,
		&k.WekOp, &k.Gesloten, &k.Versie)
}

func kop(ctx context.Context, q rowQuerier, op, tenant, id string) (dossier.Kop, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+kopColumns+` FROM dossier d WHERE d.verantwoordelijke = $1 AND d.id = $2`, tenant, id)
	list, err := all(op, rows, err, scanKop)
	if err != nil {
		return dossier.Kop{}, err
	}
	return first(op, list)
}

// DossierFeiten gives what the gate must know before wie may open a dossier, or NotFound.
func (s *Store) DossierFeiten(ctx context.Context, verantwoordelijke, id, wie string, nu termijn.Moment) (dossier.Feiten, error) {
	const op = "store.DossierFeiten"
	k, err := kop(ctx, s.db, op, verantwoordelijke, id)
	if err != nil {
		return dossier.Feiten{}, err
	}
	f := dossier.Feiten{Kop: k}
	if f.Leden, err = leden(ctx, s.db, verantwoordelijke, id); err != nil {
		return f, err
	}
	f.Leden = slices.DeleteFunc(f.Leden, func(l dossier.Lid) bool { return l.Gebruiker != wie })
	rows, err := s.db.QueryContext(ctx, `SELECT id, dossier, gebruiker, van, tot FROM nood
		WHERE verantwoordelijke = $1 AND dossier = $2 AND gebruiker = $3 AND van <= $4 AND tot > $4`, verantwoordelijke, id, wie, nu)
	nood, err := all(op, rows, err, func(rows *sql.Rows, n *dossier.Nood) error {
		return rows.Scan(&n.ID, &n.Dossier, &n.Gebruiker, &n.Van, &n.Tot)
	})
	if len(nood) > 0 {
		f.Nood = &nood[0]
	}
	return f, err
}

// opens refuses a key that is not for one dossier.
func opens(op string, g toegang.Grant) (tenant, id string, err error) {
	if g.Zero() || g.Waarop().ID == "" {
		return "", "", fmt.Errorf("%s: a dossier was asked for without its key", op)
	}
	return g.Verantwoordelijke(), g.Waarop().ID, nil
}

// Dossier opens the dossier that the grant is about.
func (s *Store) Dossier(ctx context.Context, g toegang.Grant) (dossier.Dossier, error) {
	const op = "store.Dossier"
	tenant, id, err := opens(op, g)
	if err != nil {
		return dossier.Dossier{}, err
	}
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return dossier.Dossier{}, fmt.Errorf("%s: %w", op, err)
	}
	defer func() { _ = tx.Rollback() }()
	return s.read(ctx, tx, op, tenant, id)
}

func (s *Store) read(ctx context.Context, q rowQuerier, op, tenant, id string) (dossier.Dossier, error) {
	k, err := kop(ctx, q, op, tenant, id)
	if err != nil {
		return dossier.Dossier{}, err
	}
	keys, err := s.keysOf(ctx, q, tenant, id, k.Regime)
	if err != nil {
		return dossier.Dossier{}, fmt.Errorf("%s: %w", op, err)
	}
	d := dossier.Dossier{Kop: k, Zout: keys.zout}
	if d.Historie, err = stukken(ctx, q, keys, tenant, id); err != nil {
		return d, err
	}
	d.Stukken = nieuwste(d.Historie)
	var errs [4]error
	d.Leden, errs[0] = leden(ctx, q, tenant, id)
	d.Zicht, errs[1] = zicht(ctx, q, tenant, id)
	d.Taken, errs[2] = takenVan(ctx, q, tenant, id)
	d.Sporen, errs[3] = sporenVan(ctx, q, tenant, id)
	return d, errors.Join(errs[:]...)
}

func plek(tenant, id string, st dossier.Stuk) string {
	return fmt.Sprintf("stuk|%s|%s|%s|%s|%d", tenant, id, st.Soort, st.ID, st.Versie)
}

func stukken(ctx context.Context, q rowQuerier, keys dossierKeys, tenant, id string) ([]dossier.Stuk, error) {
	rows, err := q.QueryContext(ctx, `SELECT soort, id, versie, wie, moment, inhoud FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2
		ORDER BY moment, soort, id, versie`, tenant, id)
	return all("store.stukken", rows, err, func(rows *sql.Rows, st *dossier.Stuk) error {
		var sealed []byte
		if err := rows.Scan(&st.Soort, &st.ID, &st.Versie, &st.Wie, &st.Op, &sealed); err != nil {
			return err
		}
		text, err := unseal(keys.data, sealed, plek(tenant, id, *st))
		if err != nil {
			return err
		}
		return json.Unmarshal(text, &st.Velden)
	})
}

// nieuwste keeps the newest version of each piece that was not withdrawn, in the order of first versions.
func nieuwste(historie []dossier.Stuk) []dossier.Stuk {
	place := map[string]int{}
	var list []dossier.Stuk
	for _, st := range historie {
		key := st.Soort + "|" + st.ID
		if i, ok := place[key]; ok {
			if st.Versie > list[i].Versie {
				list[i] = st
			}
			continue
		}
		place[key] = len(list)
		list = append(list, st)
	}
	return slices.DeleteFunc(list, dossier.Stuk.Vervallen)
}

// Bewaar keeps mutations of the dossiers that their grants are about, in one transaction with the journal. A head or a piece that somebody else changed meanwhile is a
// Conflict and nothing is kept.
func (s *Store) Bewaar(ctx context.Context, daden []dossier.Daad, entries []journaal.Entry) error {
	return s.bewaarMet(ctx, daden, entries, nil, nil)
}

// bewaarMet is Bewaar with rows of a room before the dossiers and after them, in the same transaction; either may be nil.
func (s *Store) bewaarMet(ctx context.Context, daden []dossier.Daad, entries []journaal.Entry, voor, na func(*sql.Tx) error) error {
	const op = "store.Bewaar"
	for _, d := range daden {
		if fresh := d.Mutatie.Kop != nil && d.Mutatie.Was == 0; fresh {
			continue
		}
		if _, id, err := opens(op, d.Grant); err != nil || id != d.Mutatie.Dossier {
			return errors.Join(err, fmt.Errorf("%s: the key is not for this dossier", op))
		}
	}
	return s.act(ctx, entries, func(tx *sql.Tx) error {
		if voor != nil {
			if err := voor(tx); err != nil {
				return err
			}
		}
		for _, d := range daden {
			if err := s.put(ctx, tx, op, d.Grant.Verantwoordelijke(), d.Mutatie); err != nil {
				return err
			}
		}
		if na == nil {
			return nil
		}
		return na(tx)
	})
}

func (s *Store) put(ctx context.Context, tx *sql.Tx, op, tenant string, m dossier.Mutatie) error {
	if m.Kop != nil {
		if err := putKop(ctx, tx, op, tenant, *m.Kop, m.Was); err != nil {
			return err
		}
	}
	k, err := kop(ctx, tx, op, tenant, m.Dossier)
	if err != nil {
		return err
	}
	keys, err := s.keysFor(ctx, tx, tenant, k, m)
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	for _, st := range m.Stukken {
		if err := putStuk(ctx, tx, op, keys, tenant, m.Dossier, st); err != nil {
			return err
		}
	}
	if err := putInhoud(ctx, tx, keys, tenant, m.Dossier, m.Inhoud); err != nil {
		return wrap(op, err)
	}
	if err := s.putWoorden(ctx, tx, tenant, k, m.Woorden); err != nil {
		return err
	}
	return putRest(ctx, tx, tenant, m)
}

func putKop(ctx context.Context, tx *sql.Tx, op, tenant string, k dossier.Kop, was int) error {
	if was == 0 {
		_, err := tx.ExecContext(ctx, `INSERT INTO dossier (verantwoordelijke, id, soort, regime, codenaam, status, eigenaar, procesregisseur, casusregisseur, begonnen,
			eerste_verwerking, wek_op, gesloten, versie) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, tenant, k.ID, k.Soort, k.Regime,
			k.Codenaam, k.Status, k.Eigenaar, k.Procesregisseur, k.Casusregisseur, k.Begonnen, k.EersteVerwerking, k.WekOp, k.Gesloten, k.Versie)
		return wrap(op, err)
	}
	result, err := tx.ExecContext(ctx, `UPDATE dossier SET status = $3, procesregisseur = $4, casusregisseur = $5, wek_op = $6, gesloten = $7, versie = $8
		WHERE verantwoordelijke = $1 AND id = $2 AND versie = $9`, tenant, k.ID, k.Status, k.Procesregisseur, k.Casusregisseur, k.WekOp, k.Gesloten, k.Versie, was)
	return changed(op, result, err)
}

// keysFor gives the keys of the dossier; a new one gets them here.
func (s *Store) keysFor(ctx context.Context, tx *sql.Tx, tenant string, k dossier.Kop, m dossier.Mutatie) (dossierKeys, error) {
	if m.Kop == nil || m.Was != 0 {
		return s.keysOf(ctx, tx, tenant, k.ID, k.Regime)
	}
	regime, err := s.regime(ctx, tx, tenant, k.Regime, func(meester string, wrapped []byte) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO regimesleutel (verantwoordelijke, regime, meester, sleutel) VALUES ($1, $2, $3, $4)`, tenant, k.Regime, meester, wrapped)
		return err
	})
	if err != nil {
		return dossierKeys{}, err
	}
	keys := dossierKeys{data: randomBytes(keySize), zout: m.Zout}
	if len(m.Zout) != keySize {
		return keys, errors.New("store: a new dossier without salt")
	}
	wrapped, err := keys.wrap(regime, tenant, k.ID)
	if err != nil {
		return keys, err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO dossiersleutel (verantwoordelijke, dossier, sleutel) VALUES ($1, $2, $3)`, tenant, k.ID, wrapped)
	return keys, err
}

func putStuk(ctx context.Context, tx *sql.Tx, op string, keys dossierKeys, tenant, id string, st dossier.Stuk) error {
	var newest int
	err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(versie), 0) FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2 AND soort = $3 AND id = $4`,
		tenant, id, st.Soort, st.ID).Scan(&newest)
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	if newest != st.Versie-1 {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Iemand anders heeft dit intussen gewijzigd. Laad de pagina opnieuw."}
	}
	text, err := json.Marshal(st.Velden)
	if err != nil {
		return err
	}
	sealed, err := seal(keys.data, text, plek(tenant, id, st))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO stuk (verantwoordelijke, dossier, soort, id, versie, wie, moment, inhoud) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		tenant, id, st.Soort, st.ID, st.Versie, st.Wie, st.Op, sealed)
	return wrap(op, err)
}
