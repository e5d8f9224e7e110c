// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// teVernietigen is a closed case with two pieces, and what its destruction needs.
type teVernietigen struct {
	dossiers
	grant toegang.Grant
	lijst []bewaring.Verklaring
}

func metGesloten(t *testing.T, s *store.Store) teVernietigen {
	t.Helper()
	d := metDossier(t, s)
	open, err := d.Dossier(t.Context(), d.g)
	if err != nil {
		t.Fatal(err)
	}
	k := open.Kop
	k.Gesloten, k.Versie = termijn.At(noon), 2
	m := dossier.Mutatie{Dossier: d.id, Kop: &k, Was: 1, Stukken: []dossier.Stuk{dossier.NieuwStuk("informatie", "i-1", "c", termijn.At(noon), map[string]string{"tekst": "Letsel gezien."})}}
	if err := d.k.Bewaar(t.Context(), dossier.Daad{Grant: d.g, Soort: dossier.Casus, Zout: open.Zout, Mutatie: m}); err != nil {
		t.Fatal(err)
	}
	return teVernietigen{d, mag(t, d.k.Kader, actor("eigen", toegang.Archivaris), toegang.BewaringGoedkeuren),
		[]bewaring.Verklaring{{Dossier: d.id, Codenaam: "Grutto 1", Soort: dossier.Casus, Regime: dossier.PGA, Regel: "bewaar-pga", Door: "a", Moment: termijn.At(noon)}}}
}

func (v teVernietigen) entry(t *testing.T) journaal.Entry {
	t.Helper()
	e, err := v.k.Entry(v.grant, "vernietiging", v.id, "x")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func (v teVernietigen) vernietig(t *testing.T) {
	t.Helper()
	if err := v.Vernietig(t.Context(), v.grant, v.lijst, []journaal.Entry{v.entry(t)}); err != nil {
		t.Fatal(err)
	}
}

// A piece that is held back stays readable under a new key; everything else is gone, the old key too, and the ledger keeps its line without a person (S6).
func TestHeldPieceStays(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		v, ctx := metGesloten(t, s), t.Context()
		vast := bewaring.Vasthouding{Dossier: v.id, Soort: "informatie", Stuk: "i-1", Reden: "rechtszaak", Door: "p", Moment: termijn.At(noon)}
		if err := v.SaveVasthouding(ctx, v.grant, bewaring.Vasthouding{Dossier: v.id, Soort: "informatie", Stuk: "weg"}, v.entry(t)); domein.KindOf(err) != domein.NotFound {
			t.Errorf("a piece that does not exist is held back: %v", err)
		}
		if err := v.SaveVasthouding(ctx, v.grant, vast, v.entry(t)); err != nil {
			t.Fatal(err)
		}
		oud := sleutel(t, v)
		v.vernietig(t)
		rest, err := v.Dossier(ctx, v.g)
		if err != nil || rest.Status != bewaring.Vernietigd || len(rest.Historie) != 1 || rest.Stukken[0].Waarde("tekst") != "Letsel gezien." || rest.Casusregisseur != "" ||
			len(rest.Leden)+len(rest.Zicht)+len(rest.Taken) != 0 {
			t.Fatalf("what stays: %+v %v", rest, err)
		}
		if len(rest.Sporen) != 1 || len(rest.Sporen[0].Betrokkenen) != 0 || rest.Sporen[0].Ontvanger != "" || rest.Sporen[0].Aan != "politie" {
			t.Errorf("the ledger: %+v", rest.Sporen)
		}
		if string(sleutel(t, v)) == string(oud) {
			t.Error("the old key still opens")
		}
		if list, err := v.ZoekOveral(ctx, v.g, dossier.Casus, dossier.PGA, []string{"bsn:999990019"}); err != nil || len(list) != 0 {
			t.Errorf("it is still found: %d %v", len(list), err)
		}
		if err := v.DeleteVasthouding(ctx, v.grant, vast, v.entry(t)); err != nil {
			t.Fatal(err)
		}
		v.vernietig(t)
		if _, err := v.Dossier(ctx, v.g); domein.KindOf(err) != domein.NotFound {
			t.Errorf("the rest is still there: %v", err)
		}
		certificates, err := v.Verklaringen(ctx, v.grant, 10)
		if err != nil || len(certificates) != 1 || certificates[0].Stukken != 2 || certificates[0].Vastgehouden != 0 || certificates[0].Volgnr == 0 {
			t.Errorf("certificates %+v %v", certificates, err)
		}
		if weg, err := v.VernietigdeSleutels(ctx, "eigen"); err != nil || len(weg) != 2 {
			t.Errorf("%d keys were destroyed: %v", len(weg), err)
		}
	})
}

func sleutel(t *testing.T, v teVernietigen) []byte {
	t.Helper()
	keys, err := v.Sleutels(t.Context(), "eigen")
	if err != nil || len(keys) != 1 {
		t.Fatalf("%d keys: %v", len(keys), err)
	}
	return keys[0].Sleutel
}

func TestExtensionsAreCounted(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		v, ctx := metGesloten(t, s), t.Context()
		tot := termijn.At(noon).Date()
		x := bewaring.Verlenging{Dossier: v.id, Nr: 1, Tot: tot, Reden: "nieuwe feiten", Door: "p", Moment: termijn.At(noon)}
		if err := v.SaveVerlenging(ctx, v.grant, x, v.entry(t)); err != nil {
			t.Fatal(err)
		}
		if err := v.SaveVerlenging(ctx, v.grant, x, v.entry(t)); err == nil {
			t.Error("one decision was counted twice")
		}
		if list, err := v.Verlengingen(ctx, v.grant); err != nil || len(list) != 1 || list[0] != x {
			t.Errorf("extensions %+v %v", list, err)
		}
		if list, err := v.Stukregels(ctx, v.grant, v.id); err != nil || len(list) != 2 || list[1].Versies != 1 {
			t.Errorf("pieces %+v %v", list, err)
		}
		if list, err := v.Geslotenen(ctx, v.grant, tot.AddDays(-1), 10); err != nil || len(list) != 1 {
			t.Errorf("%d closed: %v", len(list), err)
		}
	})
}

// A backup holds no keys; with its own archive of keys it can be read, and with the list of destroyed keys a dossier that was destroyed since does not come back.
func TestOldBackup(t *testing.T) {
	s := open(t, location(t, "sqlite"))
	v, ctx, dir := metGesloten(t, s), t.Context(), t.TempDir()
	path := filepath.Join(dir, "oud.db")
	if err := s.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	keys, err := s.Sleutels(ctx, "eigen")
	if err != nil {
		t.Fatal(err)
	}
	v.vernietig(t)
	weg, err := s.VernietigdeSleutels(ctx, "eigen")
	if err != nil || len(weg) != 1 {
		t.Fatalf("destroyed keys: %d %v", len(weg), err)
	}
	restored := func(naam string, keys []store.IngepakteSleutel, weg []store.VernietigdeSleutel) (dossier.Dossier, store.Herstelverslag, error) {
		t.Helper()
		to := filepath.Join(dir, naam)
		copyFile(t, path, to)
		r, err := store.Open(ctx, to, meester)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = r.Close() }()
		report, err := r.Herstel(ctx, "eigen", keys, weg, v.entry(t))
		if err != nil {
			t.Fatal(err)
		}
		d, err := r.Dossier(ctx, v.g)
		return d, report, err
	}
	if _, report, err := restored("zonder-sleutels.db", nil, nil); err == nil || report.Onleesbaar != 1 {
		t.Errorf("a backup opens without its keys: %+v %v", report, err)
	}
	if d, report, err := restored("zonder-lijst.db", keys, nil); err != nil || len(d.Stukken) != 2 || report.Sleutels != 1 {
		t.Errorf("with its keys it does not open, so this test proves nothing: %+v %v", report, err)
	}
	if _, report, err := restored("met-lijst.db", keys, weg); domein.KindOf(err) != domein.NotFound || report.Vernietigd != 1 {
		t.Errorf("what was destroyed came back: %+v %v", report, err)
	}
	if err := open(t, location(t, "postgres")).Backup(ctx, filepath.Join(dir, "pg.db")); !errors.Is(err, store.ErrPostgres) {
		t.Errorf("a backup of PostgreSQL: %v", err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// For the account to a person closed dossiers are found too, under one regime at a time, and the journal about them comes in one sweep and of one tenant.
func TestAccountReads(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		v, ctx := metGesloten(t, s), t.Context()
		for regime, want := range map[dossier.Regime]int{dossier.PGA: 1, dossier.ZVH: 0} {
			if list, err := v.ZoekAlles(ctx, v.g, regime, []string{"bsn:999990019", "bsn:1"}); err != nil || len(list) != want {
				t.Errorf("%s finds %d: %v", regime, len(list), err)
			}
		}
		if list, err := v.ZoekOveral(ctx, v.g, dossier.Casus, dossier.PGA, []string{"bsn:999990019"}); err != nil || len(list) != 0 {
			t.Errorf("the question whether somebody is known finds what is closed: %d %v", len(list), err)
		}
		look, err := v.k.Blik(v.g, "casus", v.id)
		if err == nil {
			err = v.Kijk(ctx, look)
		}
		if err != nil {
			t.Fatal(err)
		}
		rijen, err := v.JournaalVan(ctx, v.g, []string{v.id, "weg"})
		if err != nil || len(rijen) != 3 || rijen[2].Uitkomst != "getoond" || rijen[0].Volgnr > rijen[1].Volgnr {
			t.Errorf("rows: %+v %v", rijen, err)
		}
		if rijen, err := v.JournaalVan(ctx, v.sleutel(t, "ander", v.id), []string{v.id}); err != nil || len(rijen) != 0 {
			t.Errorf("another tenant reads %d rows: %v", len(rijen), err)
		}
	})
}
