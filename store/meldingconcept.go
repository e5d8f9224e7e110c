// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// SaveMeldingconcept keeps the draft of a report of the actor of the grant, in place of an earlier one. There is no dossier yet whose key could seal it, so the key of the regime does.
func (s *Store) SaveMeldingconcept(ctx context.Context, g toegang.Grant, c dossier.Concept) error {
	const op = "store.SaveMeldingconcept"
	tenant, wie := g.Verantwoordelijke(), g.Wie().ID
	text, err := json.Marshal(c.Velden)
	if err != nil {
		return err
	}
	keys, err := s.meldingsleutel(ctx, tenant)
	if err != nil {
		return wrap(op, err)
	}
	sealed, err := seal(keys.dossier, text, "meldingconcept|"+tenant+"|"+wie)
	if err != nil {
		return wrap(op, err)
	}
	return wrap(op, s.retry(ctx, func() error {
		_, err := s.db.ExecContext(ctx, `INSERT INTO meldingconcept (verantwoordelijke, gebruiker, moment, inhoud) VALUES ($1, $2, $3, $4)
			ON CONFLICT (verantwoordelijke, gebruiker) DO UPDATE SET moment = excluded.moment, inhoud = excluded.inhoud`, tenant, wie, c.Op, sealed)
		return err
	}))
}

// meldingsleutel gives the keys of the regime of reports; a draft may come before the first report, and then they are made here.
func (s *Store) meldingsleutel(ctx context.Context, tenant string) (regimeKeys, error) {
	keys, err := s.regime(ctx, s.db, tenant, dossier.MeldingRegime, nil)
	if !errors.Is(err, sql.ErrNoRows) {
		return keys, err
	}
	err = s.retry(ctx, func() error {
		_, err := s.newRegime(tenant+"|"+string(dossier.MeldingRegime), func(meester string, wrapped []byte) error {
			_, err := s.db.ExecContext(ctx, `INSERT INTO regimesleutel (verantwoordelijke, regime, meester, sleutel) VALUES ($1, $2, $3, $4)
				ON CONFLICT (verantwoordelijke, regime) DO NOTHING`, tenant, dossier.MeldingRegime, meester, wrapped)
			return err
		})
		return err
	})
	if err != nil {
		return keys, err
	}
	return s.regime(ctx, s.db, tenant, dossier.MeldingRegime, nil)
}

// Meldingconcept gives the draft of the actor of the grant, or NotFound.
func (s *Store) Meldingconcept(ctx context.Context, g toegang.Grant) (dossier.Concept, error) {
	const op = "store.Meldingconcept"
	var c dossier.Concept
	var sealed []byte
	tenant, wie := g.Verantwoordelijke(), g.Wie().ID
	err := one(op, s.db.QueryRowContext(ctx, `SELECT moment, inhoud FROM meldingconcept WHERE verantwoordelijke = $1 AND gebruiker = $2`, tenant, wie), &c.Op, &sealed)
	if err != nil {
		return c, err
	}
	keys, err := s.regime(ctx, s.db, tenant, dossier.MeldingRegime, nil)
	if err != nil {
		return c, wrap(op, err)
	}
	text, err := unseal(keys.dossier, sealed, "meldingconcept|"+tenant+"|"+wie)
	if err != nil {
		return c, wrap(op, err)
	}
	return c, wrap(op, json.Unmarshal(text, &c.Velden))
}

// DeleteMeldingconcept throws the draft of the actor of the grant away; one that is not there is no error.
func (s *Store) DeleteMeldingconcept(ctx context.Context, g toegang.Grant) error {
	return wrap("store.DeleteMeldingconcept", s.retry(ctx, func() error {
		_, err := s.db.ExecContext(ctx, `DELETE FROM meldingconcept WHERE verantwoordelijke = $1 AND gebruiker = $2`, g.Verantwoordelijke(), g.Wie().ID)
		return err
	}))
}

// RuimMeldingconcepten throws away drafts that nobody touched since a moment, and gives how many.
func (s *Store) RuimMeldingconcepten(ctx context.Context, g toegang.Grant, sinds termijn.Moment) (int, error) {
	var n int64
	err := s.retry(ctx, func() error {
		result, err := s.db.ExecContext(ctx, `DELETE FROM meldingconcept WHERE verantwoordelijke = $1 AND moment < $2`, g.Verantwoordelijke(), sinds)
		if err == nil {
			n, err = result.RowsAffected()
		}
		return err
	})
	return int(n), wrap("store.RuimMeldingconcepten", err)
}
