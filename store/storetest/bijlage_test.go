// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"bytes"
	"database/sql"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

// A file comes back byte for byte whatever its size; one whose chunks were swapped, dropped or taken from another file does not open.
func TestFilesKeepTheirChunks(t *testing.T) {
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			at := location(t, engine)
			d, ctx := metDossier(t, open(t, at)), t.Context()
			files := map[string][]byte{"een": []byte("kort"), "rond": bytes.Repeat([]byte("abcdefgh"), 64<<10), "lang": bytes.Repeat([]byte("0123456789"), 60_000)}
			m := dossier.Mutatie{Dossier: d.id, Inhoud: files}
			for id := range files {
				m.Stukken = append(m.Stukken, dossier.NieuwStuk(casus.Bijlage, id, "c", termijn.At(noon), map[string]string{"wat": "brief"}))
			}
			if err := d.k.Bewaar(ctx, dossier.Daad{Grant: d.g, Soort: dossier.Casus, Mutatie: m}); err != nil {
				t.Fatal(err)
			}
			lees := func(id string) ([]byte, error) {
				var b bytes.Buffer
				err := d.LeesInhoud(ctx, d.g, id, &b)
				return b.Bytes(), err
			}
			for id, want := range files {
				if got, err := lees(id); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s: %d bytes of %d: %v", id, len(got), len(want), err)
				}
			}
			if _, err := lees("bestaat-niet"); domein.KindOf(err) != domein.NotFound {
				t.Errorf("a file that is not there: %v", err)
			}
			for _, change := range []string{
				`UPDATE bijlage SET inhoud = (SELECT inhoud FROM bijlage WHERE bijlage = 'een') WHERE bijlage = 'lang' AND nr = 0`,
				`UPDATE bijlage SET nr = -1 WHERE bijlage = 'lang' AND nr = 0; UPDATE bijlage SET nr = 0 WHERE bijlage = 'lang' AND nr = 1; UPDATE bijlage SET nr = 1 WHERE bijlage = 'lang' AND nr = -1`,
				`DELETE FROM bijlage WHERE bijlage = 'lang' AND nr = 2`,
				`UPDATE bijlage SET delen = 2 WHERE bijlage = 'lang'`,
			} {
				knoei(t, engine, at, `CREATE TABLE was AS SELECT * FROM bijlage; `+change)
				if got, err := lees("lang"); err == nil {
					t.Errorf("%s: %d bytes come back", change, len(got))
				}
				knoei(t, engine, at, `DELETE FROM bijlage; INSERT INTO bijlage SELECT * FROM was; DROP TABLE was`)
			}
			if got, err := lees("lang"); err != nil || !bytes.Equal(got, files["lang"]) {
				t.Errorf("put back it does not open: %v", err)
			}
		})
	}
}

// knoei changes a database behind the back of the program.
func knoei(t *testing.T, engine, at, change string) {
	t.Helper()
	driver := map[string]string{"sqlite": "sqlite", "postgres": "pgx"}[engine]
	db, err := sql.Open(driver, at)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Exec(change); err != nil {
		t.Fatalf("%s: %v", change, err)
	}
}
