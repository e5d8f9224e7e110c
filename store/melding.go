// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Afzenders lists the organisations whose messages are received, and the names of the controller itself.
func (s *Store) Afzenders(ctx context.Context, g toegang.Grant) ([]melding.Afzender, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT oin, naam, organisatie, eigen FROM afzender WHERE verantwoordelijke = $1 ORDER BY naam, sleutel`, g.Verantwoordelijke())
	return all("store.Afzenders", rows, err, func(rows *sql.Rows, a *melding.Afzender) error {
		return rows.Scan(&a.OIN, &a.Naam, &a.Organisatie, &a.Eigen)
	})
}

// SaveAfzender adds an organisation, or changes it.
func (s *Store) SaveAfzender(ctx context.Context, g toegang.Grant, a melding.Afzender, entry journaal.Entry) error {
	return s.act(ctx, []journaal.Entry{entry}, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO afzender (verantwoordelijke, sleutel, oin, naam, organisatie, eigen) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (verantwoordelijke, sleutel) DO UPDATE SET oin = excluded.oin, naam = excluded.naam, organisatie = excluded.organisatie, eigen = excluded.eigen`,
			g.Verantwoordelijke(), a.Sleutel(), a.OIN, a.Naam, a.Organisatie, a.Eigen)
		return err
	})
}

const ingangColumns = `m.dossier, d.codenaam, d.status, d.begonnen, m.kenmerk, m.zegel, m.organisatie, m.deur, m.soort, m.bestemming`

func scanIngang(rows *sql.Rows, in *melding.Ingang) error {
	return rows.Scan(&in.Dossier, &in.Codenaam, &in.Status, &in.Begonnen, &in.Kenmerk, &in.Zegel, &in.Organisatie, &in.Deur, &in.Soort, &in.Bestemming)
}

// Ingangen lists how the reports with these kenmerken, or these dossiers, came in.
func (s *Store) Ingangen(ctx context.Context, g toegang.Grant, kenmerken, dossiers []string) ([]melding.Ingang, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+ingangColumns+` FROM melding m JOIN dossier d ON d.verantwoordelijke = m.verantwoordelijke AND d.id = m.dossier
		WHERE m.verantwoordelijke = $1 AND (m.kenmerk IN `+s.engine.list(2)+` OR m.dossier IN `+s.engine.list(3)+`) ORDER BY d.begonnen, d.id`,
		g.Verantwoordelijke(), jsonList(kenmerken), jsonList(dossiers))
	return all("store.Ingangen", rows, err, scanIngang)
}

// NeemIn keeps new reports, all or none. A kenmerk that is there already is a Conflict.
func (s *Store) NeemIn(ctx context.Context, list []melding.Inname, entries []journaal.Entry) error {
	const op = "store.NeemIn"
	daden := make([]dossier.Daad, len(list))
	for i, n := range list {
		daden[i] = n.Daad
	}
	return s.bewaarMet(ctx, daden, entries, func(tx *sql.Tx) error {
		for _, n := range list {
			var known int
			err := tx.QueryRowContext(ctx, `SELECT count(*) FROM melding WHERE verantwoordelijke = $1 AND kenmerk = $2`, n.Daad.Grant.Verantwoordelijke(), n.Ingang.Kenmerk).Scan(&known)
			if err != nil {
				return wrap(op, err)
			}
			if known > 0 {
				return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze melding is al ontvangen."}
			}
		}
		return nil
	}, func(tx *sql.Tx) error {
		for _, n := range list {
			if err := putInname(ctx, tx, n); err != nil {
				return wrap(op, err)
			}
		}
		return nil
	})
}

func putInname(ctx context.Context, tx *sql.Tx, n melding.Inname) error {
	tenant, in := n.Daad.Grant.Verantwoordelijke(), n.Ingang
	_, err := tx.ExecContext(ctx, `INSERT INTO melding (verantwoordelijke, dossier, kenmerk, zegel, organisatie, deur, soort, bestemming)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, tenant, in.Dossier, in.Kenmerk, in.Zegel, in.Organisatie, in.Deur, in.Soort, in.Bestemming)
	if err != nil || n.Stand == nil {
		return err
	}
	return putStand(ctx, tx, tenant, *n.Stand)
}

// TriageTaken lists the open tasks of triage, the first to fall due first.
func (s *Store) TriageTaken(ctx context.Context, g toegang.Grant) ([]dossier.Taak, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+taakColumns+` FROM taak WHERE verantwoordelijke = $1 AND gedaan IS NULL AND soort IN ('triage', 'triage.samen')
		ORDER BY vervalt, id`, g.Verantwoordelijke())
	return all("store.TriageTaken", rows, err, scanTaak)
}

// Uitgaand lists the tasks of the program to send an outcome that wait at tot, oldest first.
func (s *Store) Uitgaand(ctx context.Context, g toegang.Grant, tot termijn.Moment) ([]dossier.Taak, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+taakColumns+` FROM taak WHERE verantwoordelijke = $1 AND gedaan IS NULL AND houder = $2 AND soort = $3 AND vervalt <= $4
		ORDER BY vervalt, id LIMIT 100`, g.Verantwoordelijke(), dossier.Bode, melding.TaakUitkomst, tot)
	return all("store.Uitgaand", rows, err, scanTaak)
}

// Hit keeps one question whether somebody is known, with what daad changes, unless the asker had limit answers since sinds: then it is a Conflict and nothing is kept. The
// count and the answer are one transaction, so that questions at once cannot pass the limit together.
func (s *Store) Hit(ctx context.Context, daad dossier.Daad, limit int, sinds termijn.Moment, entries []journaal.Entry) error {
	const op = "store.Hit"
	return s.bewaarMet(ctx, []dossier.Daad{daad}, entries, func(tx *sql.Tx) error {
		var had int
		err := tx.QueryRowContext(ctx, `SELECT count(*) FROM verstrekking WHERE verantwoordelijke = $1 AND door = $2 AND vorm = 'hit' AND moment > $3`,
			daad.Grant.Verantwoordelijke(), daad.Grant.Wie().ID, sinds).Scan(&had)
		if err != nil {
			return wrap(op, err)
		}
		if had >= limit {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "U hebt te vaak gevraagd of iemand bekend is."}
		}
		return nil
	}, nil)
}

// Overdrachten lists the transfers from Veilig Thuis, newest first.
func (s *Store) Overdrachten(ctx context.Context, g toegang.Grant) ([]melding.Stand, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT dossier, ontvangen, aanvaard, teruggekoppeld, gemeld, beoordeeld, onderzocht FROM overdracht
		WHERE verantwoordelijke = $1 ORDER BY ontvangen DESC, dossier DESC`, g.Verantwoordelijke())
	return all("store.Overdrachten", rows, err, func(rows *sql.Rows, st *melding.Stand) error {
		return rows.Scan(&st.Dossier, &st.Ontvangen, &st.Aanvaard, &st.Teruggekoppeld, &st.Gemeld, &st.Beoordeeld, &st.Onderzocht)
	})
}

// SaveStand keeps how far a transfer is.
func (s *Store) SaveStand(ctx context.Context, daad dossier.Daad, st melding.Stand, entries []journaal.Entry) error {
	return s.bewaarMet(ctx, []dossier.Daad{daad}, entries, func(tx *sql.Tx) error { return putStand(ctx, tx, daad.Grant.Verantwoordelijke(), st) }, nil)
}

func putStand(ctx context.Context, tx *sql.Tx, tenant string, st melding.Stand) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO overdracht (verantwoordelijke, dossier, ontvangen, aanvaard, teruggekoppeld, gemeld, beoordeeld, onderzocht)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (verantwoordelijke, dossier) DO UPDATE SET aanvaard = excluded.aanvaard, teruggekoppeld = excluded.teruggekoppeld, gemeld = excluded.gemeld,
		beoordeeld = excluded.beoordeeld, onderzocht = excluded.onderzocht`,
		tenant, st.Dossier, st.Ontvangen, st.Aanvaard, st.Teruggekoppeld, st.Gemeld, st.Beoordeeld, st.Onderzocht)
	return wrap("store.putStand", err)
}
