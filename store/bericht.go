// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein/bericht"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Berichtkeuzes gives what the users of a controller chose, by user.
func (s *Store) Berichtkeuzes(ctx context.Context, verantwoordelijke string) (map[string]bericht.Keuze, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT gebruiker, groep, kanaal FROM berichtkeuze WHERE verantwoordelijke = $1`, verantwoordelijke)
	list, err := all("store.Berichtkeuzes", rows, err, func(rows *sql.Rows, r *[3]string) error { return rows.Scan(&r[0], &r[1], &r[2]) })
	keuzes := map[string]bericht.Keuze{}
	for _, r := range list {
		if keuzes[r[0]] == nil {
			keuzes[r[0]] = bericht.Keuze{}
		}
		keuzes[r[0]][r[1]] = bericht.Kanaal(r[2])
	}
	return keuzes, err
}

// SaveKeuze keeps what a user chose.
func (s *Store) SaveKeuze(ctx context.Context, g toegang.Grant, gebruiker string, k bericht.Keuze, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		for groep, kanaal := range k {
			_, err := tx.ExecContext(ctx, `INSERT INTO berichtkeuze (verantwoordelijke, gebruiker, groep, kanaal) VALUES ($1, $2, $3, $4)
				ON CONFLICT (verantwoordelijke, gebruiker, groep) DO UPDATE SET kanaal = excluded.kanaal`, g.Verantwoordelijke(), gebruiker, groep, kanaal)
			if err != nil {
				return wrap("store.SaveKeuze", err)
			}
		}
		return nil
	})
}

// TeVerdelen lists notices of which it is not settled yet who gets mail, oldest first, at most aantal.
func (s *Store) TeVerdelen(ctx context.Context, g toegang.Grant, aantal int) ([]dossier.Bericht, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+berichtColumns+` FROM bericht WHERE verantwoordelijke = $1 AND gemaild IS NULL ORDER BY moment, id LIMIT $2`,
		g.Verantwoordelijke(), aantal)
	return all("store.TeVerdelen", rows, err, scanBericht)
}

// Verdeel settles that for these notices and keeps the mails that follow, in one transaction.
func (s *Store) Verdeel(ctx context.Context, g toegang.Grant, berichten []string, posten []bericht.Post, nu termijn.Moment, entry journaal.Entry) error {
	const op = "store.Verdeel"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE bericht SET gemaild = $2 WHERE verantwoordelijke = $1 AND gemaild IS NULL AND id IN `+s.engine.list(3),
			g.Verantwoordelijke(), nu, jsonList(berichten))
		if err != nil {
			return wrap(op, err)
		}
		for _, p := range posten {
			_, err := tx.ExecContext(ctx, `INSERT INTO post (verantwoordelijke, id, gebruiker, soort, kanaal, na, pogingen) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
				g.Verantwoordelijke(), p.ID, p.Gebruiker, p.Soort, p.Kanaal, p.Na, p.Pogingen)
			if err != nil {
				return wrap(op, err)
			}
		}
		return nil
	})
}

// TeVersturen lists mails whose moment has come, by user and oldest first, at most aantal.
func (s *Store) TeVersturen(ctx context.Context, g toegang.Grant, nu termijn.Moment, aantal int) ([]bericht.Post, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, gebruiker, soort, kanaal, na, pogingen FROM post WHERE verantwoordelijke = $1 AND na <= $2
		ORDER BY gebruiker, kanaal, na, id LIMIT $3`, g.Verantwoordelijke(), nu, aantal)
	return all("store.TeVersturen", rows, err, func(rows *sql.Rows, p *bericht.Post) error {
		return rows.Scan(&p.ID, &p.Gebruiker, &p.Soort, &p.Kanaal, &p.Na, &p.Pogingen)
	})
}

// Verstuurd takes away what went out, and sets back what did not.
func (s *Store) Verstuurd(ctx context.Context, g toegang.Grant, weg []string, opnieuw []bericht.Post, entry journaal.Entry) error {
	const op = "store.Verstuurd"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM post WHERE verantwoordelijke = $1 AND id IN `+s.engine.list(2), g.Verantwoordelijke(), jsonList(weg)); err != nil {
			return wrap(op, err)
		}
		for _, p := range opnieuw {
			if _, err := tx.ExecContext(ctx, `UPDATE post SET na = $3, pogingen = $4 WHERE verantwoordelijke = $1 AND id = $2`, g.Verantwoordelijke(), p.ID, p.Na, p.Pogingen); err != nil {
				return wrap(op, err)
			}
		}
		return nil
	})
}

// Wachtend counts the mails that did not go out at the first try.
func (s *Store) Wachtend(ctx context.Context, g toegang.Grant) (int, error) {
	var n int
	err := one("store.Wachtend", s.db.QueryRowContext(ctx, `SELECT count(*) FROM post WHERE verantwoordelijke = $1 AND pogingen > 0`, g.Verantwoordelijke()), &n)
	return n, err
}
