// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein"
	"dwarsverband/domein/signaal"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// AddVraag keeps a question to a partner. Of the link only the hash of its key is kept.
func (s *Store) AddVraag(ctx context.Context, g toegang.Grant, v signaal.Vraag, gebeurd signaal.Gebeurtenis, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO signaal_vraag (verantwoordelijke, id, signaal, hash, aan, tekst, wie, gesteld, tot, antwoord, bron)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
			g.Verantwoordelijke(), v.ID, v.Signaal, v.Hash, v.Aan, v.Tekst, v.Wie, v.Gesteld, v.Tot, v.Antwoord, v.Bron)
		if err != nil {
			return err
		}
		return putGebeurtenis(ctx, tx, g, gebeurd)
	})
}

// SaveAntwoord keeps the answer to a question; one that has an answer is NotFound, as any link that does not work.
func (s *Store) SaveAntwoord(ctx context.Context, g toegang.Grant, v signaal.Vraag, gebeurd signaal.Gebeurtenis, entry journaal.Entry) error {
	const op = "store.SaveAntwoord"
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE signaal_vraag SET antwoord = $3, bron = $4, beantwoord = $5
			WHERE verantwoordelijke = $1 AND id = $2 AND beantwoord IS NULL`, g.Verantwoordelijke(), v.ID, v.Antwoord, v.Bron, v.Beantwoord)
		if err := changed(op, result, err); domein.KindOf(err) == domein.Conflict {
			return domein.Missing(op)
		} else if err != nil {
			return err
		}
		return putGebeurtenis(ctx, tx, g, gebeurd)
	})
}

const vraagColumns = `id, signaal, hash, aan, tekst, wie, gesteld, tot, antwoord, bron, beantwoord`

func vraagDest(v *signaal.Vraag) []any {
	return []any{&v.ID, &v.Signaal, &v.Hash, &v.Aan, &v.Tekst, &v.Wie, &v.Gesteld, &v.Tot, &v.Antwoord, &v.Bron, &v.Beantwoord}
}

// Vragen lists the questions about a signal, newest first.
func (s *Store) Vragen(ctx context.Context, g toegang.Grant, id string) ([]signaal.Vraag, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+vraagColumns+` FROM signaal_vraag
		WHERE verantwoordelijke = $1 AND signaal = $2 ORDER BY gesteld DESC, id DESC`, g.Verantwoordelijke(), id)
	return all("store.Vragen", rows, err, func(rows *sql.Rows, v *signaal.Vraag) error { return rows.Scan(vraagDest(v)...) })
}

// VraagVanSleutel gives the question that a link opens, with its controller. The link is what tells the controller, so this statement has none.
func (s *Store) VraagVanSleutel(ctx context.Context, hash string) (signaal.Vraag, string, error) {
	var v signaal.Vraag
	var tenant string
	err := one("store.VraagVanSleutel", s.db.QueryRowContext(ctx, `SELECT verantwoordelijke, `+vraagColumns+` FROM signaal_vraag WHERE hash = $1`, hash),
		append([]any{&tenant}, vraagDest(&v)...)...)
	return v, tenant, err
}
