// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
)

// SaveVerantwoordelijke adds a controller, or changes it.
func (s *Store) SaveVerantwoordelijke(ctx context.Context, v gebied.Verantwoordelijke, entry journaal.Entry) error {
	if v.Soort == "" {
		v.Soort = gebied.VanGemeente
	}
	namen, err := json.Marshal(v.Namen)
	if err != nil {
		return err
	}
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO verantwoordelijke
			(verantwoordelijke, naam, gemeente, namen, verzonnen, toelichting, peildatum, vandaag, soort)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
			ON CONFLICT (verantwoordelijke) DO UPDATE SET naam = excluded.naam, gemeente = excluded.gemeente, namen = excluded.namen,
			verzonnen = excluded.verzonnen, toelichting = excluded.toelichting, peildatum = excluded.peildatum, vandaag = excluded.vandaag,
			soort = excluded.soort`,
			v.ID, v.Naam, v.Gemeente, string(namen), v.Verzonnen, v.Toelichting, v.Peildatum, v.Vandaag, v.Soort)
		return err
	})
}

// Verantwoordelijken lists all controllers, by name.
func (s *Store) Verantwoordelijken(ctx context.Context) ([]gebied.Verantwoordelijke, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT verantwoordelijke, naam, gemeente, namen, verzonnen, toelichting, peildatum, vandaag, soort
		FROM verantwoordelijke ORDER BY naam`)
	return all("store.Verantwoordelijken", rows, err, func(rows *sql.Rows, v *gebied.Verantwoordelijke) error { return scanVerantwoordelijke(rows, v) })
}

// Verantwoordelijke gives one controller, or NotFound.
func (s *Store) Verantwoordelijke(ctx context.Context, id string) (gebied.Verantwoordelijke, error) {
	var v gebied.Verantwoordelijke
	rows, err := s.db.QueryContext(ctx, `SELECT verantwoordelijke, naam, gemeente, namen, verzonnen, toelichting, peildatum, vandaag, soort
		FROM verantwoordelijke WHERE verantwoordelijke = $1`, id)
	list, err := all("store.Verantwoordelijke", rows, err, func(rows *sql.Rows, v *gebied.Verantwoordelijke) error { return scanVerantwoordelijke(rows, v) })
	if err != nil {
		return v, err
	}
	return first("store.Verantwoordelijke", list)
}

func scanVerantwoordelijke(rows *sql.Rows, v *gebied.Verantwoordelijke) error {
	var namen string
	if err := rows.Scan(&v.ID, &v.Naam, &v.Gemeente, &namen, &v.Verzonnen, &v.Toelichting, &v.Peildatum, &v.Vandaag, &v.Soort); err != nil {
		return err
	}
	return json.Unmarshal([]byte(namen), &v.Namen)
}

// SaveGebruiker adds a user with the hash of his API token, or changes him: a new token takes the place of the former one, and an empty hash leaves what he has.
func (s *Store) SaveGebruiker(ctx context.Context, g gebruiker.Gebruiker, tokenHash string, entry journaal.Entry) error {
	rollen, err := json.Marshal(g.Rollen)
	if err != nil {
		return err
	}
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO gebruiker (verantwoordelijke, id, naam, functie, organisatie, rollen, demo, telefoon, mailadres)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
			ON CONFLICT (verantwoordelijke, id) DO UPDATE SET naam = excluded.naam, functie = excluded.functie, organisatie = excluded.organisatie,
			rollen = excluded.rollen, demo = excluded.demo, telefoon = excluded.telefoon, mailadres = excluded.mailadres`,
			g.Verantwoordelijke, g.ID, g.Naam, g.Functie, g.Organisatie, string(rollen), g.Demo, g.Telefoon, g.Mailadres)
		if err != nil || tokenHash == "" {
			return err
		}
		if _, err = tx.ExecContext(ctx, `DELETE FROM token WHERE verantwoordelijke = $1 AND gebruiker = $2`, g.Verantwoordelijke, g.ID); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO token (verantwoordelijke, hash, gebruiker) VALUES ($1, $2, $3)
			ON CONFLICT (verantwoordelijke, hash) DO NOTHING`, g.Verantwoordelijke, tokenHash, g.ID)
		return err
	})
}

// Gebruikers lists the users of one controller, by function.
func (s *Store) Gebruikers(ctx context.Context, verantwoordelijke string) ([]gebruiker.Gebruiker, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT verantwoordelijke, id, naam, functie, organisatie, rollen, demo, telefoon, mailadres
		FROM gebruiker WHERE verantwoordelijke = $1 ORDER BY functie, id`, verantwoordelijke)
	return all("store.Gebruikers", rows, err, scanGebruiker)
}

// Gebruiker gives one user, or NotFound.
func (s *Store) Gebruiker(ctx context.Context, verantwoordelijke, id string) (gebruiker.Gebruiker, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT verantwoordelijke, id, naam, functie, organisatie, rollen, demo, telefoon, mailadres
		FROM gebruiker WHERE verantwoordelijke = $1 AND id = $2`, verantwoordelijke, id)
	list, err := all("store.Gebruiker", rows, err, scanGebruiker)
	if err != nil {
		return gebruiker.Gebruiker{}, err
	}
	return first("store.Gebruiker", list)
}

// GebruikerVanToken gives the user that owns the token with this hash, or NotFound. The token is what tells the controller, so this statement alone has none.
func (s *Store) GebruikerVanToken(ctx context.Context, hash string) (gebruiker.Gebruiker, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT g.verantwoordelijke, g.id, g.naam, g.functie, g.organisatie, g.rollen, g.demo, g.telefoon, g.mailadres
		FROM token t JOIN gebruiker g ON g.verantwoordelijke = t.verantwoordelijke AND g.id = t.gebruiker WHERE t.hash = $1`, hash)
	list, err := all("store.GebruikerVanToken", rows, err, scanGebruiker)
	if err != nil {
		return gebruiker.Gebruiker{}, err
	}
	return first("store.GebruikerVanToken", list)
}

// DemoGebruikers counts the users that are inventions, over all controllers.
func (s *Store) DemoGebruikers(ctx context.Context) (int, error) {
	var n int
	err := one("store.DemoGebruikers", s.db.QueryRowContext(ctx, `SELECT count(*) FROM gebruiker WHERE demo = TRUE`), &n)
	return n, err
}

func scanGebruiker(rows *sql.Rows, g *gebruiker.Gebruiker) error {
	var rollen string
	if err := rows.Scan(&g.Verantwoordelijke, &g.ID, &g.Naam, &g.Functie, &g.Organisatie, &rollen, &g.Demo, &g.Telefoon, &g.Mailadres); err != nil {
		return err
	}
	return json.Unmarshal([]byte(rollen), &g.Rollen)
}

// Afwezig says who is away on a day, and who stands in for him (empty: nobody).
func (s *Store) Afwezig(ctx context.Context, verantwoordelijke string, op termijn.Date) (map[string]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT gebruiker, vervanger FROM afwezig WHERE verantwoordelijke = $1 AND van <= $2 AND tot >= $2`, verantwoordelijke, op)
	list, err := all("store.Afwezig", rows, err, func(rows *sql.Rows, r *[2]string) error { return rows.Scan(&r[0], &r[1]) })
	weg := map[string]string{}
	for _, r := range list {
		weg[r[0]] = r[1]
	}
	return weg, err
}

// SaveAfwezig keeps that a user is away, from the first day up to and including the last.
func (s *Store) SaveAfwezig(ctx context.Context, verantwoordelijke, gebruiker, vervanger string, van, tot termijn.Date, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO afwezig (verantwoordelijke, gebruiker, van, tot, vervanger) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (verantwoordelijke, gebruiker, van) DO UPDATE SET tot = excluded.tot, vervanger = excluded.vervanger`, verantwoordelijke, gebruiker, van, tot, vervanger)
		return err
	})
}
