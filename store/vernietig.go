// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"

	"dwarsverband/domein"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Vernietig destroys dossiers with their keys, in one transaction, and keeps what remains of them. Deleted bytes are overwritten (secure_delete) and the write-ahead log
// is emptied: without that most of what was deleted can still be read in the files.
func (s *Store) Vernietig(ctx context.Context, g toegang.Grant, list []bewaring.Verklaring, entries []journaal.Entry) error {
	err := s.act(ctx, entries, func(tx *sql.Tx) error {
		for _, v := range list {
			if err := s.vernietig(ctx, tx, g.Verantwoordelijke(), v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.leegLog(ctx)
}

// leegLog folds the write-ahead log of SQLite into the file and empties it. PostgreSQL keeps its own; docs/beheer.md says what its operator does.
func (s *Store) leegLog(ctx context.Context) error {
	if s.engine != onSQLite {
		return nil
	}
	var busy, log, done int
	if err := s.db.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &log, &done); err != nil {
		return wrap("store.leegLog", err)
	}
	if busy != 0 {
		return &domein.Error{Kind: domein.Conflict, Op: "store.leegLog", Melding: "Het is vernietigd, maar het logbestand van de database was in gebruik en is nog niet geleegd. " +
			"Start het programma opnieuw: dan gebeurt dat alsnog."}
	}
	return nil
}

// vanDossier are the statements that remove what hangs on a dossier beside its pieces, its key and its head. The ledger keeps its lines without a person in them.
var vanDossier = []string{
	`DELETE FROM bijlage WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM concept WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM genodigde WHERE verantwoordelijke = $1 AND agendapunt IN (SELECT id FROM agendapunt WHERE verantwoordelijke = $1 AND dossier = $2)`,
	`DELETE FROM agendapunt WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM melding WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM overdracht WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM zoekwoord WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM lid WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM nood WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM zicht WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM taak WHERE verantwoordelijke = $1 AND verwijst IN (SELECT id FROM opvallend WHERE verantwoordelijke = $1 AND dossier = $2)`,
	`DELETE FROM bericht WHERE verantwoordelijke = $1 AND verwijst IN (SELECT id FROM opvallend WHERE verantwoordelijke = $1 AND dossier = $2)`,
	`DELETE FROM opvallend WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM taak WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM bericht WHERE verantwoordelijke = $1 AND dossier = $2`,
	`UPDATE verstrekking SET betrokkenen = '[]', ontvanger = '', door = '' WHERE verantwoordelijke = $1 AND dossier = $2`,
}

// geheel are the statements that remove the rest where no piece is held back.
var geheel = []string{
	`DELETE FROM dossiersleutel WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM verlenging WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM stukvast WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM vasthouding WHERE verantwoordelijke = $1 AND dossier = $2`,
	`DELETE FROM dossier WHERE verantwoordelijke = $1 AND id = $2`,
}

func (s *Store) vernietig(ctx context.Context, tx *sql.Tx, tenant string, v bewaring.Verklaring) error {
	const op = "store.Vernietig"
	var vrij, versies int
	err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM dossier d WHERE d.verantwoordelijke = $1 AND d.id = $2 AND d.gesloten IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM vasthouding h WHERE h.verantwoordelijke = $1 AND h.dossier = d.id)`, tenant, v.Dossier), &vrij)
	if err != nil {
		return err
	}
	if vrij == 0 {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Een van deze dossiers is intussen vastgehouden of heropend. Er is niets vernietigd."}
	}
	if err := one(op, tx.QueryRowContext(ctx, `SELECT count(*) FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2`, tenant, v.Dossier), &versies); err != nil {
		return err
	}
	var wrapped []byte
	if err := one(op, tx.QueryRowContext(ctx, `SELECT sleutel FROM dossiersleutel WHERE verantwoordelijke = $1 AND dossier = $2`, tenant, v.Dossier), &wrapped); err != nil {
		return err
	}
	if v.Vastgehouden, err = s.wis(ctx, tx, tenant, v.Dossier); err != nil {
		return wrap(op, err)
	}
	v.Stukken = versies - v.Vastgehouden
	_, err = tx.ExecContext(ctx, `INSERT INTO vernietigdesleutel (verantwoordelijke, sleutel, dossier, moment) VALUES ($1, $2, $3, $4)`, tenant, SleutelID(wrapped), v.Dossier, v.Moment)
	if err != nil {
		return wrap(op, err)
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO vernietigd (verantwoordelijke, dossier, soort, codenaam, regime, regel, stukken, vastgehouden, door, moment)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (verantwoordelijke, dossier) DO UPDATE SET stukken = vernietigd.stukken + excluded.stukken,
		vastgehouden = excluded.vastgehouden, regel = excluded.regel, door = excluded.door, moment = excluded.moment`, tenant, v.Dossier, v.Soort, v.Codenaam, v.Regime, v.Regel,
		v.Stukken, v.Vastgehouden, v.Door, v.Moment)
	return wrap(op, err)
}

// wis removes a dossier. Pieces that are held back get a new key, so that the old one can be destroyed with everything else that it opens, in backups too. It gives how many
// versions stay.
func (s *Store) wis(ctx context.Context, tx *sql.Tx, tenant, id string) (int, error) {
	vast, inhoud, err := s.vastgehouden(ctx, tx, tenant, id)
	if err != nil {
		return 0, err
	}
	statements := vanDossier
	if len(vast) == 0 {
		statements = append(statements[:len(statements):len(statements)], geheel...)
	}
	for _, statement := range statements {
		if _, err := tx.ExecContext(ctx, statement, tenant, id); err != nil {
			return 0, err
		}
	}
	if len(vast) == 0 {
		return 0, nil
	}
	return len(vast), s.verzegelOpnieuw(ctx, tx, tenant, id, vast, inhoud)
}

// vastgehouden opens the versions of the pieces of a dossier that are held back, and the content of the files among them.
func (s *Store) vastgehouden(ctx context.Context, tx *sql.Tx, tenant, id string) ([]dossier.Stuk, map[string][]byte, error) {
	rows, err := tx.QueryContext(ctx, `SELECT soort, stuk FROM stukvast WHERE verantwoordelijke = $1 AND dossier = $2`, tenant, id)
	pairs, err := all("store.vastgehouden", rows, err, func(rows *sql.Rows, p *[2]string) error { return rows.Scan(&p[0], &p[1]) })
	if err != nil || len(pairs) == 0 {
		return nil, nil, err
	}
	k, err := kop(ctx, tx, "store.vastgehouden", tenant, id)
	if err != nil {
		return nil, nil, err
	}
	keys, err := s.keysOf(ctx, tx, tenant, id, k.Regime)
	if err != nil {
		return nil, nil, err
	}
	alle, err := stukken(ctx, tx, keys, tenant, id)
	if err != nil {
		return nil, nil, err
	}
	held := map[[2]string]bool{}
	for _, p := range pairs {
		held[p] = true
	}
	var list []dossier.Stuk
	inhoud := map[string][]byte{}
	for _, st := range alle {
		if !held[[2]string{st.Soort, st.ID}] {
			continue
		}
		list = append(list, st)
		if st.Soort == casus.Bijlage && inhoud[st.ID] == nil {
			var text bytes.Buffer
			if err := leesInhoud(ctx, tx, keys, tenant, id, st.ID, &text); err != nil {
				return nil, nil, err
			}
			inhoud[st.ID] = text.Bytes()
		}
	}
	return list, inhoud, nil
}

// verzegelOpnieuw leaves of a dossier its head, without names of users, and the pieces given, under a new key.
func (s *Store) verzegelOpnieuw(ctx context.Context, tx *sql.Tx, tenant, id string, vast []dossier.Stuk, inhoud map[string][]byte) error {
	k, err := kop(ctx, tx, "store.verzegelOpnieuw", tenant, id)
	if err != nil {
		return err
	}
	regime, err := s.regime(ctx, tx, tenant, k.Regime, nil)
	if err != nil {
		return err
	}
	keys := dossierKeys{data: randomBytes(keySize), zout: randomBytes(keySize)}
	wrapped, err := keys.wrap(regime, tenant, id)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE dossiersleutel SET sleutel = $3 WHERE verantwoordelijke = $1 AND dossier = $2`, tenant, id, wrapped); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM stuk WHERE verantwoordelijke = $1 AND dossier = $2`, tenant, id); err != nil {
		return err
	}
	for _, st := range vast {
		text, err := json.Marshal(st.Velden)
		if err != nil {
			return err
		}
		sealed, err := seal(keys.data, text, plek(tenant, id, st))
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO stuk (verantwoordelijke, dossier, soort, id, versie, wie, moment, inhoud) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			tenant, id, st.Soort, st.ID, st.Versie, st.Wie, st.Op, sealed); err != nil {
			return err
		}
	}
	if err := putInhoud(ctx, tx, keys, tenant, id, inhoud); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE dossier SET status = $3, eigenaar = '', procesregisseur = '', casusregisseur = '', versie = versie + 1 WHERE verantwoordelijke = $1 AND id = $2`,
		tenant, id, bewaring.Vernietigd)
	return err
}

// VernietigdeSleutel is a key that was destroyed, by what can be told of it without the key itself.
type VernietigdeSleutel struct {
	Verantwoordelijke, Sleutel, Dossier string
	Moment                              termijn.Moment
}

// SleutelID tells wrapped keys apart: a key that was made anew has another.
func SleutelID(wrapped []byte) string {
	sum := sha256.Sum256(wrapped)
	return hex.EncodeToString(sum[:16])
}

// VernietigdeSleutels lists the keys of a controller that were destroyed, oldest first.
func (s *Store) VernietigdeSleutels(ctx context.Context, verantwoordelijke string) ([]VernietigdeSleutel, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT verantwoordelijke, sleutel, dossier, moment FROM vernietigdesleutel WHERE verantwoordelijke = $1 ORDER BY moment, sleutel`, verantwoordelijke)
	return all("store.VernietigdeSleutels", rows, err, func(rows *sql.Rows, k *VernietigdeSleutel) error {
		return rows.Scan(&k.Verantwoordelijke, &k.Sleutel, &k.Dossier, &k.Moment)
	})
}
