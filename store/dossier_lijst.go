// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Taken lists the open tasks of the holders (a user and his roles), the first to fall due first, at most aantal.
func (s *Store) Taken(ctx context.Context, g toegang.Grant, houders []string, aantal int) ([]dossier.Taak, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+taakColumns+` FROM taak WHERE verantwoordelijke = $1 AND gedaan IS NULL AND houder IN `+s.engine.list(2)+`
		ORDER BY vervalt, id LIMIT $3`, g.Verantwoordelijke(), jsonList(houders), aantal)
	return all("store.Taken", rows, err, scanTaak)
}

// Vervallen lists open tasks of the program itself whose moment has come, oldest first, at most aantal.
func (s *Store) Vervallen(ctx context.Context, g toegang.Grant, tot termijn.Moment, aantal int) ([]dossier.Taak, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+taakColumns+` FROM taak WHERE verantwoordelijke = $1 AND gedaan IS NULL AND houder = $2 AND vervalt <= $3
		ORDER BY vervalt, id LIMIT $4`, g.Verantwoordelijke(), dossier.Systeem, tot, aantal)
	return all("store.Vervallen", rows, err, scanTaak)
}

// Dossiers lists the dossiers of one sort in whose circle the actor of the grant sits at nu, newest first, before the dossier voor (empty: from the newest). It begins with
// his places in circles: asked per dossier, somebody with few of many would wait for all.
func (s *Store) Dossiers(ctx context.Context, g toegang.Grant, soort dossier.Soort, nu termijn.Moment, voor string, aantal int) ([]dossier.Kop, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+` FROM dossier d WHERE d.verantwoordelijke = $1 AND d.soort = $2 AND ($5 = '' OR d.id < $5)
		AND d.id IN (SELECT l.dossier FROM lid l WHERE l.verantwoordelijke = $1 AND l.gebruiker = $3 AND l.van <= $4 AND (l.tot IS NULL OR l.tot > $4))
		ORDER BY d.id DESC LIMIT $6`, g.Verantwoordelijke(), soort, g.Wie().ID, nu, voor, aantal)
	return all("store.Dossiers", rows, err, scanKop)
}

// inCircle keeps dossiers d in whose circle user $3 sits at $4.
const inCircle = `EXISTS (SELECT 1 FROM lid l WHERE l.verantwoordelijke = $1 AND l.gebruiker = $3 AND l.dossier = d.id AND l.van <= $4
	AND (l.tot IS NULL OR l.tot > $4))`

// Zoek lists the dossiers of one regime that have any of the words, those with most of them first, at most 50: in whose circle the actor of the grant sits at nu.
// Somebody outside learns nothing from a search.
func (s *Store) Zoek(ctx context.Context, g toegang.Grant, regime dossier.Regime, words []string, nu termijn.Moment) ([]dossier.Treffer, error) {
	const op = "store.Zoek"
	hashes, err := s.hashes(ctx, op, g.Verantwoordelijke(), regime, words)
	if err != nil || hashes == "[]" {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+`, count(*) FROM zoekwoord z JOIN dossier d ON d.verantwoordelijke = z.verantwoordelijke AND d.id = z.dossier
		WHERE z.verantwoordelijke = $1 AND z.regime = $2 AND z.woord IN `+s.engine.list(5)+` AND `+inCircle+`
		GROUP BY `+kopColumns+` ORDER BY count(*) DESC, d.id DESC LIMIT 50`, g.Verantwoordelijke(), regime, g.Wie().ID, nu, hashes)
	return all(op, rows, err, scanTreffer)
}

// ZoekOveral is Zoek over every dossier of one sort and regime that is not closed: for the match of two reports and for hit or no hit, whose callers give away what was
// met under rules of their own.
func (s *Store) ZoekOveral(ctx context.Context, g toegang.Grant, soort dossier.Soort, regime dossier.Regime, words []string) ([]dossier.Treffer, error) {
	const op = "store.ZoekOveral"
	hashes, err := s.hashes(ctx, op, g.Verantwoordelijke(), regime, words)
	if err != nil || hashes == "[]" {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+`, count(*) FROM zoekwoord z JOIN dossier d ON d.verantwoordelijke = z.verantwoordelijke AND d.id = z.dossier
		WHERE z.verantwoordelijke = $1 AND z.regime = $2 AND d.soort = $3 AND z.woord IN `+s.engine.list(4)+` AND d.gesloten IS NULL
		GROUP BY `+kopColumns+` ORDER BY count(*) DESC, d.id DESC LIMIT 50`, g.Verantwoordelijke(), regime, soort, hashes)
	return all(op, rows, err, scanTreffer)
}

func scanTreffer(rows *sql.Rows, t *dossier.Treffer) error {
	k := &t.Kop
	return rows.Scan(&k.ID, &k.Soort, &k.Regime, &k.Codenaam, &k.Status, &k.Eigenaar, &k.Procesregisseur, &k.Casusregisseur, &k.Begonnen, &k.EersteVerwerking,
		&k.WekOp, &k.Gesloten, &k.Versie, &t.Woorden)
}

// hashes gives the keyed hashes of the words as a list for a statement; an empty list where no dossier of the regime was ever made.
func (s *Store) hashes(ctx context.Context, op, tenant string, regime dossier.Regime, words []string) (string, error) {
	keys, err := s.regime(ctx, s.db, tenant, regime, nil)
	if isNoRows(err) {
		return "[]", nil
	}
	if err != nil {
		return "", wrap(op, err)
	}
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = keys.hash(w)
	}
	return jsonList(list), nil
}

// MetStatus lists the dossiers of one sort with any of the statuses, oldest first, at most aantal.
func (s *Store) MetStatus(ctx context.Context, g toegang.Grant, soort dossier.Soort, statussen []string, aantal int) ([]dossier.Kop, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+` FROM dossier d WHERE d.verantwoordelijke = $1 AND d.soort = $2 AND d.status IN `+s.engine.list(3)+`
		ORDER BY d.begonnen, d.id LIMIT $4`, g.Verantwoordelijke(), soort, jsonList(statussen), aantal)
	return all("store.MetStatus", rows, err, scanKop)
}

// VanEigenaar lists the dossiers of one sort that a user made himself, newest first, at most aantal.
func (s *Store) VanEigenaar(ctx context.Context, g toegang.Grant, soort dossier.Soort, eigenaar string, aantal int) ([]dossier.Kop, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+` FROM dossier d WHERE d.verantwoordelijke = $1 AND d.soort = $2 AND d.eigenaar = $3
		ORDER BY d.id DESC LIMIT $4`, g.Verantwoordelijke(), soort, eigenaar, aantal)
	return all("store.VanEigenaar", rows, err, scanKop)
}

// Volgnummer gives the next number of a series of the controller. A number that its caller does not use leaves a gap.
func (s *Store) Volgnummer(ctx context.Context, verantwoordelijke, reeks string) (int, error) {
	const op = "store.Volgnummer"
	var nr int
	err := s.retry(ctx, func() error {
		tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: s.isolation()})
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		if _, err = tx.ExecContext(ctx, `INSERT INTO volgnummer (verantwoordelijke, reeks, nr) VALUES ($1, $2, 1)
			ON CONFLICT (verantwoordelijke, reeks) DO UPDATE SET nr = volgnummer.nr + 1`, verantwoordelijke, reeks); err != nil {
			return err
		}
		if err := one(op, tx.QueryRowContext(ctx, `SELECT nr FROM volgnummer WHERE verantwoordelijke = $1 AND reeks = $2`, verantwoordelijke, reeks), &nr); err != nil {
			return err
		}
		return tx.Commit()
	})
	return nr, wrap(op, err)
}

// Berichten lists the notices for a user and his roles, newest first, at most aantal.
func (s *Store) Berichten(ctx context.Context, g toegang.Grant, voor []string, aantal int) ([]dossier.Bericht, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+berichtColumns+` FROM bericht
		WHERE verantwoordelijke = $1 AND voor IN `+s.engine.list(2)+` ORDER BY moment DESC, id DESC LIMIT $3`, g.Verantwoordelijke(), jsonList(voor), aantal)
	return all("store.Berichten", rows, err, scanBericht)
}

const berichtColumns = `id, voor, soort, dossier, verwijst, moment, gelezen, gemaild`

func scanBericht(rows *sql.Rows, b *dossier.Bericht) error {
	return rows.Scan(&b.ID, &b.Voor, &b.Soort, &b.Dossier, &b.Verwijst, &b.Moment, &b.Gelezen, &b.Gemaild)
}

// GedeeldMet lists what was shared with the actor of the grant and has not ended at nu, newest first, at most aantal.
func (s *Store) GedeeldMet(ctx context.Context, g toegang.Grant, nu termijn.Moment, aantal int) ([]dossier.Verstrekking, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+spoorColumns+` FROM verstrekking WHERE verantwoordelijke = $1 AND ontvanger = $2 AND (tot IS NULL OR tot > $3)
		ORDER BY moment DESC, id DESC LIMIT $4`, g.Verantwoordelijke(), g.Wie().ID, nu, aantal)
	return all("store.GedeeldMet", rows, err, scanSpoor)
}

// Codenamen gives the code names of dossiers by their id; one that is gone is left out.
func (s *Store) Codenamen(ctx context.Context, g toegang.Grant, ids []string) (map[string]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, codenaam FROM dossier WHERE verantwoordelijke = $1 AND id IN `+s.engine.list(2), g.Verantwoordelijke(), jsonList(ids))
	list, err := all("store.Codenamen", rows, err, func(rows *sql.Rows, r *[2]string) error { return rows.Scan(&r[0], &r[1]) })
	names := map[string]string{}
	for _, r := range list {
		names[r[0]] = r[1]
	}
	return names, err
}
