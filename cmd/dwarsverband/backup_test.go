// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	kleinproef "dwarsverband/demo/proef"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// metMelding is a small installation with one report in it, and what opens it.
func metMelding(t *testing.T) (plaats, string) {
	t.Helper()
	p := kleinHuis(t)
	h, err := open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = h.Store.Close() }()
	tenants, err := h.Store.Verantwoordelijken(t.Context())
	if err != nil || len(tenants) == 0 {
		t.Fatalf("no tenant: %v", err)
	}
	wie := toegang.Actor{ID: "u", Verantwoordelijke: tenants[0].ID, Organisatie: "gemeente", Rollen: []toegang.Rol{toegang.Procesregisseur}}
	g, err := h.Kader.Mag(wie, toegang.MeldingDoen, toegang.Middel{Soort: "melding", ID: "m-1", Verantwoordelijke: tenants[0].ID, Regime: "melding", Eigenaar: "u"})
	if err != nil {
		t.Fatal(err)
	}
	nu := h.Kader.Nu()
	k := dossier.Kop{ID: "m-1", Soort: dossier.Melding, Regime: dossier.MeldingRegime, Codenaam: "M-1", Status: "ontvangen", Eigenaar: "u", Begonnen: nu, EersteVerwerking: nu.Date(), Versie: 1}
	kluis := dossier.Kluis{Kader: h.Kader, Store: h.Store}
	m := dossier.Mutatie{Dossier: "m-1", Kop: &k, Zout: kluis.NieuwZout(), Stukken: []dossier.Stuk{dossier.NieuwStuk("melding", "s-1", "u", nu, map[string]string{"aanleiding": "Kanarie-9921"})}}
	if err := kluis.Bewaar(t.Context(), dossier.Daad{Grant: g, Soort: dossier.Melding, Mutatie: m}); err != nil {
		t.Fatal(err)
	}
	return p, tenants[0].ID
}

// leest tells whether the report can be read in an installation.
func leest(t *testing.T, p plaats, tenant string) bool {
	t.Helper()
	h, err := open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = h.Store.Close() }()
	wie := toegang.Actor{ID: "u", Verantwoordelijke: tenant, Organisatie: "gemeente", Rollen: []toegang.Rol{toegang.Procesregisseur}}
	g, err := h.Kader.Mag(wie, toegang.MeldingLezen, toegang.Middel{Soort: "melding", ID: "m-1", Verantwoordelijke: tenant, Regime: "melding"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := h.Store.Dossier(t.Context(), g)
	return err == nil && len(d.Stukken) == 1 && d.Stukken[0].Waarde("aanleiding") == "Kanarie-9921"
}

func TestBackupAndRestore(t *testing.T) {
	p, tenant := metMelding(t)
	dir := t.TempDir()
	naar, archief := filepath.Join(dir, "kopie"), filepath.Join(dir, "sleutels")
	if err := os.MkdirAll(archief, 0o700); err != nil {
		t.Fatal(err)
	}
	verouderd := filepath.Join(archief, "sleutels-20260901T100000Z.json")
	if err := os.WriteFile(verouderd, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := uitvoer("", "backup", "-demo", "-data", p.data, "-naar", naar, "-archief", archief); code != 0 || !strings.Contains(out, "1 sleutels") || !strings.Contains(out, "gewist: 1") {
		t.Fatalf("backup: %d %s %s", code, out, errs)
	}
	if _, err := os.Stat(verouderd); err == nil {
		t.Error("an archive of keys that is older than 30 days is still there")
	}
	args := func(data string) []string {
		return []string{"restore", "-demo", "-van", naar, "-archief", archief, "-data", data, "-sleutels", p.sleutelmap()}
	}
	nieuw := p
	nieuw.data, nieuw.sleutels = filepath.Join(dir, "nieuw"), p.sleutelmap()
	if code, out, errs := uitvoer("", args(nieuw.data)...); code != 0 || !strings.Contains(out, "1 sleutels teruggezet") {
		t.Fatalf("restore: %d %s %s", code, out, errs)
	}
	if !leest(t, nieuw, tenant) {
		t.Error("after a restore the report does not open")
	}
	if code, _, errs := uitvoer("", args(nieuw.data)...); code != 2 || !strings.Contains(errs, "staat al een database") {
		t.Errorf("over a database: %d %s", code, errs)
	}
	// The key is destroyed; the list stands beside the backup, as after a later backup.
	names, err := filepath.Glob(filepath.Join(archief, "sleutels-*.json"))
	if err != nil || len(names) != 1 {
		t.Fatalf("archives: %v %v", names, err)
	}
	var a sleutelarchief
	text, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	if err := voegToe(filepath.Join(naar, vernietigdLijst), []store.VernietigdeSleutel{{Verantwoordelijke: tenant, Sleutel: store.SleutelID(a.Sleutels[0].Sleutel), Dossier: "m-1", Moment: a.Gemaakt}}); err != nil {
		t.Fatal(err)
	}
	weer := nieuw
	weer.data = filepath.Join(dir, "weer")
	if code, out, errs := uitvoer("", args(weer.data)...); code != 0 || !strings.Contains(out, "1 dossiers opnieuw vernietigd") {
		t.Fatalf("restore after destruction: %d %s %s", code, out, errs)
	}
	if leest(t, weer, tenant) {
		t.Error("what was destroyed came back")
	}
	if list, err := leesLijst(filepath.Join(weer.data, vernietigdLijst)); err != nil || len(list) != 1 {
		t.Errorf("the list went lost in the restore: %v %v", list, err)
	}
	a.Gemaakt = termijn.At(kleinproef.Middag.AddDate(0, 0, -31))
	text, _ = json.Marshal(a)
	if err := os.WriteFile(names[0], text, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := uitvoer("", args(filepath.Join(dir, "oud"))...); code != 2 || !strings.Contains(errs, "ouder dan 30 dagen") {
		t.Errorf("old keys: %d %s", code, errs)
	}
}

func TestBackupRefusals(t *testing.T) {
	for _, args := range [][]string{{"backup"}, {"restore"}, {"restore", "-van", t.TempDir(), "-data", filepath.Join(t.TempDir(), "leeg")}} {
		if code, _, errs := uitvoer("", args...); code != 2 || strings.Count(strings.TrimSpace(errs), "\n") != 0 {
			t.Errorf("%v: %d %q", args, code, errs)
		}
	}
}

func TestLijst(t *testing.T) {
	path := filepath.Join(t.TempDir(), vernietigdLijst)
	k := store.VernietigdeSleutel{Verantwoordelijke: "stad", Dossier: "d-1", Sleutel: strings.Repeat("ab", 16), Moment: termijn.At(kleinproef.Middag)}
	for range 2 {
		if err := voegToe(path, []store.VernietigdeSleutel{k}); err != nil {
			t.Fatal(err)
		}
	}
	if list, err := leesLijst(path); err != nil || !slices.Equal(list, []store.VernietigdeSleutel{k}) {
		t.Errorf("comes back as %v: %v", list, err)
	}
	if err := os.WriteFile(path, []byte("half een regel\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := voegToe(path, nil); err == nil || !strings.Contains(err.Error(), "regel 1") {
		t.Errorf("a damaged list: %v", err)
	}
}

func FuzzLijst(f *testing.F) {
	f.Add("2026-11-09T11:00:00.000000Z stad d-1 " + strings.Repeat("ab", 16) + "\n")
	f.Add("\x00 \n\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ontleedLijst("x", text)
		if err != nil {
			return
		}
		var b strings.Builder
		for _, k := range list {
			b.WriteString(regelVan(k))
		}
		again, err := ontleedLijst("x", b.String())
		if err != nil || !slices.Equal(list, again) {
			t.Errorf("%q comes back as %v, %v", text, again, err)
		}
	})
}
