// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"slices"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/toegang"
)

// Uitlegstand gives up to where the journal was judged; the zero Stand where it never was.
func (s *Store) Uitlegstand(ctx context.Context, g toegang.Grant) (toezicht.Stand, error) {
	var stand toezicht.Stand
	err := s.db.QueryRowContext(ctx, `SELECT volgnr, op FROM opvallend_stand WHERE verantwoordelijke = $1`, g.Verantwoordelijke()).Scan(&stand.Volgnr, &stand.Op)
	if isNoRows(err) {
		return stand, nil
	}
	return stand, wrap("store.Uitlegstand", err)
}

// Inkijken lists the looks of people at reports and cases from a moment on, in the order of the journal. It begins after the last row before that moment, which is found from the
// newest back: asked for the moment alone, the engines walk the whole journal.
func (s *Store) Inkijken(ctx context.Context, g toegang.Grant, van termijn.Moment) ([]toezicht.Inkijk, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT volgnr, wie, object, moment FROM journaal WHERE verantwoordelijke = $1 AND moment >= $2 AND uitkomst = 'getoond' AND soort IN ('casus', 'melding')
		AND rol <> $3 AND rol <> $4 AND volgnr > coalesce((SELECT volgnr FROM journaal WHERE verantwoordelijke = $1 AND moment < $2 ORDER BY volgnr DESC LIMIT 1), 0) ORDER BY volgnr`,
		g.Verantwoordelijke(), van, toegang.Systeem, toegang.Partnersysteem)
	return all("store.Inkijken", rows, err, func(rows *sql.Rows, k *toezicht.Inkijk) error { return rows.Scan(&k.Volgnr, &k.Wie, &k.Dossier, &k.Op) })
}

// Omgeving gives what is known around dossiers, with those of the words under which each can be found.
func (s *Store) Omgeving(ctx context.Context, g toegang.Grant, dossiers, woorden []string) (map[string]toezicht.Omgeving, error) {
	const op = "store.Omgeving"
	rows, err := s.db.QueryContext(ctx, `SELECT `+kopColumns+` FROM dossier d WHERE d.verantwoordelijke = $1 AND d.id IN `+s.engine.list(2), g.Verantwoordelijke(), jsonList(dossiers))
	koppen, err := all(op, rows, err, scanKop)
	if err != nil {
		return nil, err
	}
	kring, err := s.sporen(ctx, g, dossiers)
	if err != nil {
		return nil, err
	}
	gevonden, err := s.woordenVan(ctx, g, dossiers, woorden)
	list := map[string]toezicht.Omgeving{}
	for _, k := range koppen {
		o := toezicht.Omgeving{Gesloten: k.Gesloten, Sporen: kring[k.ID], Woorden: gevonden[k.ID]}
		for _, wie := range []string{k.Procesregisseur, k.Casusregisseur} {
			o.Sporen = append(o.Sporen, toezicht.Spoor{Soort: toezicht.SpoorRegie, Wie: wie, Van: k.Begonnen, Tot: k.Gesloten})
		}
		if k.Eigenaar != "" {
			o.Sporen = append(o.Sporen, toezicht.Spoor{Soort: toezicht.SpoorRegie, Wie: k.Eigenaar, Van: k.Begonnen})
		}
		list[k.ID] = o
	}
	return list, err
}

// sporen lists what explains looks at dossiers, by dossier.
func (s *Store) sporen(ctx context.Context, g toegang.Grant, dossiers []string) (map[string][]toezicht.Spoor, error) {
	type rij struct {
		dossier string
		toezicht.Spoor
	}
	in := s.engine.list(2)
	rows, err := s.db.QueryContext(ctx, `SELECT dossier, 'kring', gebruiker, van, tot FROM lid WHERE verantwoordelijke = $1 AND dossier IN `+in+`
		UNION ALL SELECT dossier, 'taak', houder, gemaakt, gedaan FROM taak WHERE verantwoordelijke = $1 AND dossier IN `+in+` AND houder NOT IN ($3, $4)
		UNION ALL SELECT dossier, 'nood', gebruiker, van, tot FROM nood WHERE verantwoordelijke = $1 AND dossier IN `+in+`
		UNION ALL SELECT dossier, 'gedeeld', ontvanger, moment, tot FROM verstrekking WHERE verantwoordelijke = $1 AND dossier IN `+in+` AND ontvanger <> ''
		UNION ALL SELECT a.dossier, 'overleg', o.voorzitter, o.van, o.tot FROM agendapunt a JOIN overleg o ON o.verantwoordelijke = a.verantwoordelijke AND o.id = a.overleg
			WHERE a.verantwoordelijke = $1 AND a.dossier IN `+in+`
		UNION ALL SELECT a.dossier, 'overleg', n.gebruiker, o.van, o.tot FROM agendapunt a JOIN overleg o ON o.verantwoordelijke = a.verantwoordelijke AND o.id = a.overleg
			JOIN genodigde n ON n.verantwoordelijke = a.verantwoordelijke AND n.agendapunt = a.id WHERE a.verantwoordelijke = $1 AND a.dossier IN `+in,
		g.Verantwoordelijke(), jsonList(dossiers), dossier.Systeem, dossier.Bode)
	rijen, err := all("store.sporen", rows, err, func(rows *sql.Rows, r *rij) error { return rows.Scan(&r.dossier, &r.Soort, &r.Wie, &r.Van, &r.Tot) })
	list := map[string][]toezicht.Spoor{}
	for _, r := range rijen {
		list[r.dossier] = append(list[r.dossier], r.Spoor)
	}
	return list, err
}

// woordenVan gives, by dossier, those of the words under which it can be found.
func (s *Store) woordenVan(ctx context.Context, g toegang.Grant, dossiers, woorden []string) (map[string][]string, error) {
	const op = "store.woordenVan"
	betekent, err := s.betekenis(ctx, op, g.Verantwoordelijke(), woorden)
	if err != nil {
		return nil, err
	}
	list := map[string][]string{}
	rows, err := s.db.QueryContext(ctx, `SELECT dossier, woord FROM zoekwoord WHERE verantwoordelijke = $1 AND dossier IN `+s.engine.list(2), g.Verantwoordelijke(), jsonList(dossiers))
	_, err = all(op, rows, err, func(rows *sql.Rows, _ *struct{}) error {
		var id, hash string
		if err := rows.Scan(&id, &hash); err != nil {
			return err
		}
		if w, ok := betekent[hash]; ok {
			list[id] = append(list[id], w)
		}
		return nil
	})
	return list, err
}

// betekenis gives the word of each keyed hash that the regimes of a controller have for these words.
func (s *Store) betekenis(ctx context.Context, op, tenant string, woorden []string) (map[string]string, error) {
	list := map[string]string{}
	for _, d := range dossier.Dossiersoorten {
		keys, err := s.regime(ctx, s.db, tenant, d.Regime, nil)
		if isNoRows(err) {
			continue
		}
		if err != nil {
			return nil, wrap(op, err)
		}
		for _, w := range woorden {
			list[keys.hash(w)] = w
		}
	}
	return list, nil
}

// Woordtelling counts the dossiers under each of these words, and all dossiers.
func (s *Store) Woordtelling(ctx context.Context, g toegang.Grant, woorden []string) (telling map[string]int, dossiers int, err error) {
	const op = "store.Woordtelling"
	betekent, err := s.betekenis(ctx, op, g.Verantwoordelijke(), woorden)
	if err != nil {
		return nil, 0, err
	}
	if err := one(op, s.db.QueryRowContext(ctx, `SELECT count(*) FROM dossier WHERE verantwoordelijke = $1`, g.Verantwoordelijke()), &dossiers); err != nil {
		return nil, 0, err
	}
	var regimes, hashes []string
	for _, d := range dossier.Dossiersoorten {
		regimes = append(regimes, string(d.Regime))
	}
	for hash := range betekent {
		hashes = append(hashes, hash)
	}
	slices.Sort(hashes)
	telling = map[string]int{}
	rows, err := s.db.QueryContext(ctx, `SELECT woord, count(*) FROM zoekwoord WHERE verantwoordelijke = $1 AND regime IN `+s.engine.list(2)+` AND woord IN `+s.engine.list(3)+` GROUP BY woord`,
		g.Verantwoordelijke(), jsonList(regimes), jsonList(hashes))
	_, err = all(op, rows, err, func(rows *sql.Rows, _ *struct{}) error {
		var hash string
		var n int
		if err := rows.Scan(&hash, &n); err != nil {
			return err
		}
		telling[betekent[hash]] += n
		return nil
	})
	return telling, dossiers, err
}
