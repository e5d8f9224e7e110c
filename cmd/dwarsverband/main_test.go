// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite" // to tamper with a database behind the store's back

	"dwarsverband/demo"
	kleinhuis "dwarsverband/demo/proef"
	"dwarsverband/domein/gebied"
)

// uitvoer runs a command line and gives exit code, standard output and standard error.
func uitvoer(stdin string, args ...string) (int, string, string) {
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func TestHelp(t *testing.T) {
	code, out, _ := uitvoer("", "help")
	if code != 0 {
		t.Fatalf("exit code %d", code)
	}
	for _, o := range opdrachten() {
		if !strings.Contains(out, o.naam) || !strings.Contains(out, o.doet) {
			t.Errorf("help does not list %s", o.naam)
		}
		code, help, errs := uitvoer("", append(strings.Fields(o.naam), "-h")...)
		if text := help + errs; code != 0 || !strings.Contains(text, "dwarsverband "+o.naam) || !strings.Contains(text, "oorbeeld") {
			t.Errorf("%s -h: exit code %d, no example in %q", o.naam, code, text)
		}
	}
	if code, _, errs := uitvoer("", "vlieg"); code != 2 || strings.Count(errs, "\n") != 1 {
		t.Errorf("unknown command: %d %q", code, errs)
	}
	if code, _, errs := uitvoer("", "import", "-bestaat-niet"); code != 2 || strings.Count(errs, "\n") != 1 {
		t.Errorf("unknown flag: %d %q", code, errs)
	}
}

// kleinHuis makes a small installation with one tenant, its areas and a signed journal, and closes it.
func kleinHuis(t *testing.T) plaats {
	t.Helper()
	p := plaats{data: filepath.Join(t.TempDir(), "data"), demo: true}
	if err := os.MkdirAll(p.data, 0o700); err != nil {
		t.Fatal(err)
	}
	h, err := open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer h.Store.Close()
	tenant := gebied.Verantwoordelijke{ID: "voorbeeldstad", Naam: "Voorbeeldstad", Gemeente: "GM9991", Verzonnen: true}
	wie, err := demo.Inrichten(t.Context(), h.Diensten, tenant, demo.Gebruikers(tenant.ID), kleinhuis.Bronnen(), kleinhuis.Soorten())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Gebied.Import(t.Context(), wie["adviseur_oov"], kleinhuis.Gebieden("GM9991"), false); err != nil {
		t.Fatal(err)
	}
	if err := h.checkpoint(t.Context(), map[string]int64{}); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestJournalVerifySeesTampering(t *testing.T) {
	p := kleinHuis(t)
	verify := func() (int, string, string) {
		return uitvoer("", "journal", "verify", "-data", p.data, "-checkpoint", p.checkpoints())
	}
	if code, out, errs := verify(); code != 0 || !strings.Contains(out, "voorbeeldstad") {
		t.Fatalf("an honest journal: %d %s %s", code, out, errs)
	}
	for _, change := range []string{
		`UPDATE journaal SET wie = 'iemand-anders' WHERE volgnr = 3`,
		`DELETE FROM journaal WHERE volgnr = (SELECT max(volgnr) FROM journaal)`,
		`UPDATE journaal SET volgnr = -1 WHERE volgnr = 2; UPDATE journaal SET volgnr = 2 WHERE volgnr = 4; UPDATE journaal SET volgnr = 4 WHERE volgnr = -1`,
		`DELETE FROM journaal`,
	} {
		before := tamper(t, p, change)
		if code, out, _ := verify(); code != 1 {
			t.Errorf("%s: exit code %d, %s", change, code, out)
		}
		restore(t, p, before)
	}
	if code, _, errs := uitvoer("", "journal", "verify", "-data", p.data, "-checkpoint", "bestaat-niet"); code != 2 || strings.Count(errs, "\n") != 1 {
		t.Errorf("no checkpoint: %d %q", code, errs)
	}
}

// tamper changes the database behind the program's back and gives the file as it was.
func tamper(t *testing.T, p plaats, change string) []byte {
	t.Helper()
	db, err := sql.Open("sqlite", p.database())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(p.database())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(change); err != nil {
		t.Fatal(err)
	}
	return before
}

func restore(t *testing.T, p plaats, before []byte) {
	t.Helper()
	for _, suffix := range []string{"-wal", "-shm"} {
		_ = os.Remove(p.database() + suffix)
	}
	if err := os.WriteFile(p.database(), before, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestServeRefusesDemoUsersOutsideDemo(t *testing.T) {
	p := kleinHuis(t)
	p.demo = false
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	err := serve(ctx, p, "localhost:0", os.Stderr)
	if exitCode(err) != 2 {
		t.Fatalf("invented people were let in outside a demonstration: %v", err)
	}
}

func TestImport(t *testing.T) {
	p := kleinHuis(t)
	rows := "code;periode;maat;waarde;waardeattribuut;bron\nBU99910101;2026MM01;inbraak;3;;REG\nBU00000000;2026MM01;inbraak;3;;REG\n"
	args := func(more ...string) []string {
		return append([]string{"import", "-demo", "-data", p.data, "-gemeente", "voorbeeldstad", "-formaat", "canoniek"}, more...)
	}
	if code, out, errs := uitvoer(rows, args("-proef", "-")...); code != 0 || !strings.Contains(out, "nieuw 1, herzien 0, gelijk 0, geweigerd 1") || !strings.Contains(out, "regel 3") {
		t.Fatalf("dry run: %d %s %s", code, out, errs)
	}
	for _, want := range []string{"nieuw 1, herzien 0, gelijk 0", "nieuw 0, herzien 0, gelijk 1"} {
		if code, out, errs := uitvoer(rows, args("-")...); code != 0 || !strings.Contains(out, want) {
			t.Fatalf("want %s: %d %s %s", want, code, out, errs)
		}
	}
	for name, bad := range map[string]string{
		"other columns": "a;b\n1;2\n", "cut in half": "code;periode;maat;waarde;waardeattribuut;bron\nBU99910101;2026MM01;\"inbr", "empty": "", "windows": "code;periode;maat;waarde;waardeattribuut;bron\nBU99910101;2026MM01;caf\xe9;3;;REG\n",
	} {
		if code, out, errs := uitvoer(bad, args("-")...); code != 2 || strings.Count(strings.TrimSpace(lastLine(errs)), "\n") != 0 || out != "" {
			t.Errorf("%s: %d %q %q", name, code, out, errs)
		}
	}
	crossed := `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU99910103","naam":"Strik"},"geometry":{"type":"Polygon","coordinates":[[[5,52],[5.01,52.01],[5.01,52],[5,52.01],[5,52]]]}}]}`
	if code, _, errs := uitvoer(crossed, "import", "-demo", "-data", p.data, "-gemeente", "voorbeeldstad", "-formaat", "gebieden", "-jaar", "2026", "-"); code != 2 || !strings.Contains(errs, "kruist") {
		t.Errorf("a border that crosses itself: %d %q", code, errs)
	}
	if code, _, errs := uitvoer("", args("bestaat-niet.csv")...); code != 2 {
		t.Errorf("no file: %d %q", code, errs)
	}
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

// The system of a partner gets a token once; what is wrong with it is one line.
func TestPartner(t *testing.T) {
	p := kleinHuis(t)
	args := func(more ...string) []string {
		return append([]string{"partner", "-demo", "-data", p.data, "-gemeente", "voorbeeldstad"}, more...)
	}
	good := args("-oin", "00000003123456789000", "-naam", "Politie Voorbeeld", "-organisatie", "politie")
	code, first, errs := uitvoer("", good...)
	if code != 0 || len(strings.TrimSpace(first)) < 40 {
		t.Fatalf("%d %q %q", code, first, errs)
	}
	if _, second, _ := uitvoer("", good...); second == first {
		t.Error("the token is given twice")
	}
	if code, out, errs := uitvoer("", args("-oin", "12")...); code != 2 || out != "" || !strings.Contains(errs, "twintig cijfers") {
		t.Errorf("an OIN of two digits: %d %q %q", code, out, errs)
	}
	if code, _, errs := uitvoer("", "partner", "-demo", "-data", p.data, "-gemeente", "bestaat-niet", "-oin", "1"); code != 2 || strings.Count(errs, "\n") != 1 {
		t.Errorf("an unknown municipality: %d %q", code, errs)
	}
}
