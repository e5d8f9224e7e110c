// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"encoding/json"
	"fmt"

	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

func conceptplek(tenant, id, wie, formulier string) string {
	return fmt.Sprintf("concept|%s|%s|%s|%s", tenant, id, wie, formulier)
}

// conceptsleutel gives the key that seals drafts of the case that the grant is about.
func (s *Store) conceptsleutel(ctx context.Context, op string, g toegang.Grant) (keys dossierKeys, tenant, id, wie string, err error) {
	if tenant, id, err = opens(op, g); err != nil {
		return
	}
	keys, err = s.keysOf(ctx, s.db, tenant, id, dossier.Regime(g.Waarop().Regime))
	return keys, tenant, id, g.Wie().ID, wrap(op, err)
}

// SaveConcept keeps a draft of the actor of the grant, in place of an earlier one. Like a session it is no act, and no entry of the journal.
func (s *Store) SaveConcept(ctx context.Context, g toegang.Grant, formulier string, c dossier.Concept) error {
	const op = "store.SaveConcept"
	keys, tenant, id, wie, err := s.conceptsleutel(ctx, op, g)
	if err != nil {
		return err
	}
	text, err := json.Marshal(c.Velden)
	if err != nil {
		return err
	}
	sealed, err := seal(keys.data, text, conceptplek(tenant, id, wie, formulier))
	if err != nil {
		return err
	}
	return wrap(op, s.retry(ctx, func() error {
		_, err := s.db.ExecContext(ctx, `INSERT INTO concept (verantwoordelijke, dossier, gebruiker, formulier, moment, inhoud) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (verantwoordelijke, dossier, gebruiker, formulier) DO UPDATE SET moment = excluded.moment, inhoud = excluded.inhoud`, tenant, id, wie, formulier, c.Op, sealed)
		return err
	}))
}

// Concept gives a draft of the actor of the grant, or NotFound.
func (s *Store) Concept(ctx context.Context, g toegang.Grant, formulier string) (dossier.Concept, error) {
	const op = "store.Concept"
	var c dossier.Concept
	keys, tenant, id, wie, err := s.conceptsleutel(ctx, op, g)
	if err != nil {
		return c, err
	}
	var sealed []byte
	err = one(op, s.db.QueryRowContext(ctx, `SELECT moment, inhoud FROM concept WHERE verantwoordelijke = $1 AND dossier = $2 AND gebruiker = $3 AND formulier = $4`,
		tenant, id, wie, formulier), &c.Op, &sealed)
	if err != nil {
		return c, err
	}
	text, err := unseal(keys.data, sealed, conceptplek(tenant, id, wie, formulier))
	if err != nil {
		return c, wrap(op, err)
	}
	return c, wrap(op, json.Unmarshal(text, &c.Velden))
}

// DeleteConcept throws a draft away.
func (s *Store) DeleteConcept(ctx context.Context, g toegang.Grant, formulier string) error {
	const op = "store.DeleteConcept"
	tenant, id, err := opens(op, g)
	if err != nil {
		return err
	}
	return wrap(op, s.retry(ctx, func() error {
		_, err := s.db.ExecContext(ctx, `DELETE FROM concept WHERE verantwoordelijke = $1 AND dossier = $2 AND gebruiker = $3 AND formulier = $4`, tenant, id, g.Wie().ID, formulier)
		return err
	}))
}
