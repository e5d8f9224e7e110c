// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestStartPostgres(t *testing.T) {
	t.Setenv("TMPDIR", openTempDir(t))
	begin := time.Now()
	dsn, stop, err := StartPostgres()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	if d := time.Since(begin); d > 10*time.Second {
		t.Errorf("start took %v", d)
	}
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	bin, err := findBin()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(filepath.Join(bin, "psql"), "-X", "-A", "-t", "-d", dsn, "-c",
		`select current_setting('server_encoding'), current_setting('fsync'), 'a' < 'B', 'é' = lower('É')`).CombinedOutput()
	if err != nil {
		t.Fatalf("psql: %v: %s", err, out)
	}
	if got, want := strings.TrimSpace(string(out)), "UTF8|off|f|t"; got != want {
		t.Errorf("the server answers %q, want %q", got, want)
	}

	stop()
	stop()
	if conn, err := net.DialTimeout("tcp", u.Host, time.Second); err == nil {
		conn.Close()
		t.Error("the server still answers after stop")
	}
	left, err := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "dwarsverband-pg-*"))
	if err != nil || len(left) != 0 {
		t.Errorf("stop left %v (%v)", left, err)
	}
}

// openTempDir is a folder that the account of the database may enter; t.TempDir belongs to root alone under root.
func openTempDir(t *testing.T) string {
	dir := t.TempDir()
	for _, d := range []string{dir, filepath.Dir(dir)} {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestStartPostgresMissing(t *testing.T) {
	t.Setenv(BinEnv, t.TempDir())
	_, _, err := StartPostgres()
	if err == nil {
		t.Fatal("no error without PostgreSQL")
	}
	for _, part := range []string{"PostgreSQL 15 or newer", "apt-get install postgresql", BinEnv} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not say %q", err, part)
		}
	}
}

func TestParseMajor(t *testing.T) {
	tests := []struct {
		text string
		want int
		ok   bool
	}{
		{"postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n", 15, true},
		{"postgres (PostgreSQL) 18\n", 18, true},
		{"postgres (PostgreSQL) 19beta1\n", 19, true},
		{"postgres (PostgreSQL) devel\n", 0, false},
		{"", 0, false},
	}
	for _, tt := range tests {
		got, err := parseMajor(tt.text)
		if got != tt.want || (err == nil) != tt.ok {
			t.Errorf("parseMajor(%q) = %d, %v; want %d", tt.text, got, err, tt.want)
		}
	}
}
