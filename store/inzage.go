// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"cmp"
	"context"
	"slices"

	"dwarsverband/domein/dossier"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// ZoekAlles lists every dossier of one regime with any of the words, closed ones too, those with most words first, at most 200: for the account to a person, in which what
// is closed counts as much.
func (s *Store) ZoekAlles(ctx context.Context, g toegang.Grant, regime dossier.Regime, words []string) ([]dossier.Treffer, error) {
	const op = "store.ZoekAlles"
	hashes, err := s.hashes(ctx, op, g.Verantwoordelijke(), regime, words)
	if err != nil || hashes == "[]" {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+`, count(*) FROM zoekwoord z JOIN dossier d ON d.verantwoordelijke = z.verantwoordelijke AND d.id = z.dossier
		WHERE z.verantwoordelijke = $1 AND z.regime = $2 AND z.woord IN `+s.engine.list(3)+`
		GROUP BY `+kopColumns+` ORDER BY count(*) DESC, d.id DESC LIMIT 200`, g.Verantwoordelijke(), regime, hashes)
	return all(op, rows, err, scanTreffer)
}

// JournaalVan gives the rows of the journal about any of these dossiers, oldest first. They are put in that order here: asked for it, SQLite walks the whole journal of the
// controller instead of the index on the object.
func (s *Store) JournaalVan(ctx context.Context, g toegang.Grant, dossiers []string) ([]journaal.Rij, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+journaalColumns+` FROM journaal WHERE verantwoordelijke = $1 AND object IN `+s.engine.list(2)+` ORDER BY object, volgnr`,
		g.Verantwoordelijke(), jsonList(dossiers))
	list, err := all("store.JournaalVan", rows, err, scanRij)
	slices.SortFunc(list, func(a, b journaal.Rij) int { return cmp.Compare(a.Volgnr, b.Volgnr) })
	return list, err
}
