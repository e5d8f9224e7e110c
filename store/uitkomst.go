// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// EigenOIN gives the OIN of the controller, or an empty text where none is registered.
func (s *Store) EigenOIN(ctx context.Context, g toegang.Grant) (string, error) {
	var oin string
	err := one("store.EigenOIN", s.db.QueryRowContext(ctx, `SELECT coalesce(min(oin), '') FROM afzender WHERE verantwoordelijke = $1 AND eigen AND oin <> ''`, g.Verantwoordelijke()), &oin)
	return oin, err
}

// TeMelden lists the events that wait for the network at nu, oldest first. One of an outcome that ended before it was told is left out.
func (s *Store) TeMelden(ctx context.Context, g toegang.Grant, nu termijn.Moment) ([]uitkomst.Gebeurtenis, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT t.id, t.dossier, t.soort, t.houder, t.verwijst, t.gemaakt, t.vervalt, v.ontvanger, v.door
		FROM taak t JOIN verstrekking v ON v.verantwoordelijke = t.verantwoordelijke AND v.id = t.verwijst
		WHERE t.verantwoordelijke = $1 AND t.gedaan IS NULL AND t.houder = $2 AND t.soort IN ($3, $4) AND t.vervalt <= $5 AND (t.soort = $4 OR v.tot IS NULL OR v.tot > $5)
		ORDER BY t.vervalt, t.id LIMIT 100`, g.Verantwoordelijke(), dossier.Bode, deling.TaakMelden, uitkomst.TaakIngezien, nu)
	return all("store.TeMelden", rows, err, func(rows *sql.Rows, e *uitkomst.Gebeurtenis) error {
		t := &e.Taak
		if err := rows.Scan(&t.ID, &t.Dossier, &t.Soort, &t.Houder, &t.Verwijst, &t.Gemaakt, &t.Vervalt, &e.Wie, &e.Door); err != nil {
			return err
		}
		e.ID, e.Dossier, e.Soort, e.Uitkomst, e.Op = t.ID, t.Dossier, t.Soort, t.Verwijst, t.Gemaakt
		if e.Soort == deling.TaakMelden {
			e.Wie = ""
		}
		return nil
	})
}

// SavePartnersysteem adds the system of a partner, or changes it; only the hash of its token is kept, in place of the former one.
func (s *Store) SavePartnersysteem(ctx context.Context, g toegang.Grant, p uitkomst.Partnersysteem, token string, entry journaal.Entry) error {
	user := gebruiker.Gebruiker{ID: p.OIN, Verantwoordelijke: g.Verantwoordelijke(), Naam: p.Naam, Functie: "Systeem", Organisatie: p.Organisatie, Rollen: []toegang.Rol{toegang.Partnersysteem}}
	return s.SaveGebruiker(ctx, user, gebruiker.Hash(token), entry)
}
