// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"dwarsverband/domein"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

const rapportageColumns = `r.id, r.plan, r.soort, r.titel, r.merk, r.tijdvak, r.editie, COALESCE(r.vervangt, ''), r.status, r.opsteller, r.vrijgave, r.versie, r.velden`

func scanRapportage(rows *sql.Rows, r *rapportage.Rapportage) error {
	var tijdvak, vrijgave, velden string
	err := rows.Scan(&r.ID, &r.Plan, &r.Soort, &r.Titel, &r.Merk, &tijdvak, &r.Editie, &r.Vervangt, &r.Status, &r.Opsteller, &vrijgave, &r.Versie, &velden)
	if err != nil {
		return err
	}
	if r.Tijdvak, err = rapportage.ParseTijdvak(tijdvak); err != nil {
		return err
	}
	return errors.Join(json.Unmarshal([]byte(vrijgave), &r.Vrijgave), json.Unmarshal([]byte(velden), &r.Velden))
}

// Rapportages lists the editions within the scope of the grant, the newest period and edition first. What is open in it is what the public can read at nu.
func (s *Store) Rapportages(ctx context.Context, g toegang.Grant, nu termijn.Moment) ([]rapportage.Rapportage, error) {
	return s.rapportages(ctx, "store.Rapportages", g, nu, "")
}

// Rapportage gives one edition within the scope of the grant, or NotFound.
func (s *Store) Rapportage(ctx context.Context, g toegang.Grant, nu termijn.Moment, id string) (rapportage.Rapportage, error) {
	const op = "store.Rapportage"
	list, err := s.rapportages(ctx, op, g, nu, id)
	if err != nil {
		return rapportage.Rapportage{}, err
	}
	return first(op, list)
}

func (s *Store) rapportages(ctx context.Context, op string, g toegang.Grant, nu termijn.Moment, id string) ([]rapportage.Rapportage, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+rapportageColumns+` FROM rapportage r
		WHERE r.verantwoordelijke = $1 AND (r.domein IN `+s.engine.list(2)+` OR r.openbaar_vanaf <= $4 AND r.domein IN `+s.engine.list(3)+`)
			AND ($5 = '' OR r.id = $5)
		ORDER BY r.einde DESC, r.titel, r.tijdvak, r.editie DESC`, binnenArgs(g, nu, id)...)
	return all(op, rows, err, scanRapportage)
}

// SaveRapportage keeps a new draft; a second edition with its number is a Conflict.
func (s *Store) SaveRapportage(ctx context.Context, g toegang.Grant, r rapportage.Rapportage, entry journaal.Entry) error {
	const op = "store.SaveRapportage"
	vrijgave, velden, err := rapportageTexts(r)
	if err != nil {
		return err
	}
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO rapportage (verantwoordelijke, id, plan, domein, soort, titel, merk, tijdvak, einde, editie, vervangt, status,
			opsteller, openbaar_vanaf, vrijgave, versie, velden) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL, $14, $15, $16)
			ON CONFLICT (verantwoordelijke, plan, tijdvak, editie) DO NOTHING`,
			g.Verantwoordelijke(), r.ID, r.Plan, r.Soort.Domein(), r.Soort, r.Titel, r.Merk, r.Tijdvak.Code(), r.Tijdvak.Einde(), r.Editie, orNull(r.Vervangt), r.Status,
			r.Opsteller, vrijgave, r.Versie, velden)
		if domein.KindOf(changed(op, result, err)) == domein.Conflict {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Over dit plan en deze periode is er al een rapportage. Werk daarin verder, of maak er een nieuwe editie van."}
		}
		return changed(op, result, err)
	})
}

func rapportageTexts(r rapportage.Rapportage) (vrijgave, velden string, err error) {
	a, err := json.Marshal(r.Vrijgave)
	if err != nil {
		return "", "", err
	}
	b, err := json.Marshal(r.Velden)
	return string(a), string(b), err
}

// WijzigRapportage keeps the text of a draft where its version is still was.
func (s *Store) WijzigRapportage(ctx context.Context, g toegang.Grant, r rapportage.Rapportage, was int, entry journaal.Entry) error {
	_, velden, err := rapportageTexts(r)
	if err != nil {
		return err
	}
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE rapportage SET versie = $3, velden = $4 WHERE verantwoordelijke = $1 AND id = $2 AND versie = $5 AND status = $6`,
			g.Verantwoordelijke(), r.ID, r.Versie, velden, was, rapportage.Concept)
		return changed("store.WijzigRapportage", result, err)
	})
}

// VerwijderRapportage removes a draft.
func (s *Store) VerwijderRapportage(ctx context.Context, g toegang.Grant, r rapportage.Rapportage, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `DELETE FROM rapportage WHERE verantwoordelijke = $1 AND id = $2 AND status = $3`,
			g.Verantwoordelijke(), r.ID, rapportage.Concept)
		return changed("store.VerwijderRapportage", result, err)
	})
}

// Afscherming gives the smallest counts that may be shown.
func (s *Store) Afscherming(ctx context.Context, g toegang.Grant) (rapportage.Instelling, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT minimum, personen, versie FROM afscherming WHERE verantwoordelijke = $1`, g.Verantwoordelijke())
	list, err := all("store.Afscherming", rows, err, func(rows *sql.Rows, i *rapportage.Instelling) error {
		return rows.Scan(&i.Minimum, &i.Personen, &i.Versie)
	})
	if err != nil || len(list) == 0 {
		return rapportage.StandaardInstelling, err
	}
	return list[0], nil
}

// SaveAfscherming keeps the setting where its version is still was; was 0 is the setting that nobody changed yet.
func (s *Store) SaveAfscherming(ctx context.Context, g toegang.Grant, i rapportage.Instelling, was int, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO afscherming (verantwoordelijke, minimum, personen, versie) VALUES ($1, $2, $3, $4)
			ON CONFLICT (verantwoordelijke) DO UPDATE SET minimum = excluded.minimum, personen = excluded.personen, versie = excluded.versie
			WHERE afscherming.versie = $5`, g.Verantwoordelijke(), i.Minimum, i.Personen, i.Versie, was)
		return changed("store.SaveAfscherming", result, err)
	})
}
