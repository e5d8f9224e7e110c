// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

var (
	postgresDSN string
	databases   atomic.Int64
)

// TestMain starts one PostgreSQL for all tests. Without it the run fails: a suite on one engine proves nothing of the other.
func TestMain(m *testing.M) {
	dsn, stop, err := StartPostgres()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	postgresDSN = dsn
	code := m.Run()
	stop()
	os.Exit(code)
}

// eachEngine runs test on an empty database of both engines, in which the tenants "eigen" and "ander" exist.
func eachEngine(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Helper()
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			test(t, open(t, location(t, engine)))
		})
	}
}

// location gives the place of a new database of the engine.
func location(t *testing.T, engine string) string {
	t.Helper()
	if engine == "sqlite" {
		return filepath.Join(t.TempDir(), "test.db")
	}
	admin, err := sql.Open("pgx", postgresDSN)
	if err != nil {
		t.Fatal(err)
	}
	defer admin.Close()
	name := fmt.Sprintf("test_%d", databases.Add(1))
	if _, err := admin.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(postgresDSN)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return u.String()
}

func open(t *testing.T, url string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), url, meester)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	k := kader(t)
	for _, id := range []string{"eigen", "ander"} {
		beheerder := actor(id, toegang.Beheerder)
		g := mag(t, k, beheerder, toegang.InstellingWijzigen)
		entry, err := k.Entry(g, "verantwoordelijke", id, id)
		if err != nil {
			t.Fatal(err)
		}
		v := gebied.Verantwoordelijke{ID: id, Naam: "Gemeente " + id, Gemeente: "GM9999", Namen: gebied.Namen{gebied.Wijk: {Enkelvoud: "gebied", Meervoud: "gebieden"}}}
		if err := s.SaveVerantwoordelijke(context.Background(), v, entry); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// meester is the master key of every test.
var meester = store.Meester{Sleutels: map[string][]byte{"proef": []byte("a master key of 32 bytes in tests")[:32]}, Nieuw: "proef"}

// noon is the moment at which every test plays.
var noon = time.Date(2026, 11, 9, 11, 0, 0, 0, time.UTC)

// kader is what services of a test stand on.
func kader(t *testing.T) domein.Kader {
	t.Helper()
	poort, err := toegang.New()
	if err != nil {
		t.Fatal(err)
	}
	return domein.Kader{
		Poort: poort, Nu: func() termijn.Moment { return termijn.At(noon) },
		NieuwID: func() string { return uuid.Must(uuid.NewV7()).String() },
		Sleutel: []byte("a key of the tests, 32 bytes long"),
	}
}

// actor is somebody of tenant with one role.
func actor(tenant string, rol toegang.Rol) toegang.Actor {
	return toegang.Actor{ID: tenant + "-" + string(rol), Naam: string(rol), Verantwoordelijke: tenant, Organisatie: "gemeente", Rollen: []toegang.Rol{rol}}
}

// mag gives the grant of wie for an action on an open thing of his own tenant.
func mag(t *testing.T, k domein.Kader, wie toegang.Actor, wat toegang.Actie) toegang.Grant {
	t.Helper()
	g, err := k.Mag(wie, wat, toegang.Middel{Soort: "test", Verantwoordelijke: wie.Verantwoordelijke, Openbaar: true})
	if err != nil {
		t.Fatal(err)
	}
	return g
}
