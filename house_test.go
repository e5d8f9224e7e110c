// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package house_test keeps the rules of the house: who may import whom, where SQL, HTML and REST live, how long a file
// and a function may be. ARCHITECTURE.md says why. "make check" runs these tests.
package house_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "dwarsverband"

// row is one line of the import table. "x" means x and all below it, "=x" only x itself, "*" everything.
type row struct {
	own     []string // rooms of ours, without the module name
	outside []string // modules of others, without version
}

// kern is what every room of the domain may use: the error type, keys and journal, and the pure rooms.
var kern = []string{"=domein", "toegang", "journaal", "domein/termijn", "domein/verband", "domein/gebied"}

// table is the import table of ARCHITECTURE.md: a room and what it may import besides the standard library and itself.
// The longest key that fits a package holds for it. Tests are free: they wire things together like cmd.
var table = map[string]row{
	"toegang":           {outside: []string{"github.com/cedar-policy/cedar-go"}},
	"journaal":          {outside: []string{"golang.org/x/mod"}},
	"stats":             {own: []string{"geo"}, outside: []string{"gonum.org/v1/gonum", "github.com/tidwall/rtree"}},
	"herken":            {own: []string{"geo"}, outside: []string{"gonum.org/v1/gonum", "github.com/tidwall/rtree"}},
	"geo":               {outside: []string{"gonum.org/v1/gonum", "github.com/tidwall/rtree"}},
	"beeld":             {own: []string{"geo"}},
	"domein":            {own: kern},
	"domein/signaal":    {own: append([]string{"domein/cijfer"}, kern...)},
	"domein/plan":       {own: append([]string{"domein/cijfer"}, kern...)},
	"domein/rapportage": {own: append([]string{"domein/cijfer", "domein/plan"}, kern...)},
	"domein/melding":    {own: append([]string{"domein/dossier", "domein/persoon", "domein/deling"}, kern...)},
	"domein/casus":      {own: append([]string{"domein/dossier", "domein/melding", "domein/persoon", "domein/deling", "domein/overleg"}, kern...)},
	"domein/toezicht":   {own: append([]string{"domein/dossier"}, kern...)},
	"domein/bericht":    {own: append([]string{"domein/dossier"}, kern...)},
	"domein/overleg":    {own: append([]string{"domein/dossier"}, kern...)},
	"domein/uitkomst":   {own: append([]string{"domein/dossier", "domein/casus", "domein/deling", "domein/overleg", "domein/persoon"}, kern...)},
	"domein/deling":     {own: append([]string{"domein/dossier"}, kern...)},
	"domein/inzage":     {own: append([]string{"domein/dossier", "domein/persoon", "domein/deling"}, kern...)},
	"domein/bewaring":   {own: append([]string{"domein/dossier"}, kern...)},
	"domein/overzicht":  {own: append([]string{"domein"}, kern...)},
	"store": {
		own: []string{"domein", "toegang", "journaal", "geo"},
		outside: []string{"modernc.org/sqlite", "github.com/jackc/pgx/v5", "github.com/pressly/goose/v3",
			"github.com/google/uuid", "github.com/blevesearch/snowballstem"},
	},
	"jobs":   {own: []string{"domein"}, outside: []string{"github.com/riverqueue/river"}},
	"export": {own: []string{"domein", "geo", "beeld"}, outside: []string{"github.com/xuri/excelize/v2"}},
	"extern": {own: []string{"domein", "extern/tabel"}, outside: []string{"*"}},
	"web": {
		own:     []string{"domein", "toegang", "export", "geo", "beeld"},
		outside: []string{"github.com/alexedwards/scs/v2", "golang.org/x/text"},
	},
	"api":  {own: []string{"domein", "toegang", "export", "geo"}, outside: []string{"github.com/danielgtaylor/huma/v2"}},
	"cmd":  {own: []string{"*"}, outside: []string{"*"}},
	"demo": {own: []string{"*"}, outside: []string{"*"}},
	"e2e":  {own: []string{"*"}, outside: []string{"*"}},
}

// pkg is what "go list" says of a package: its path, and what it imports outside its tests.
type pkg struct {
	ImportPath string
	Name       string
	Dir        string
	Standard   bool
	Imports    []string
	Deps       []string
	GoFiles    []string
}

// room is the path without the module name.
func (p pkg) room() string { return strings.TrimPrefix(p.ImportPath, module+"/") }

// packages are the packages of this module, or with "-deps" those and everything they need.
func packages(t *testing.T, flags ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append(append([]string{"list", "-e", "-json=ImportPath,Name,Dir,Standard,Imports,Deps,GoFiles"}, flags...), "./...")...)
	var fault strings.Builder
	cmd.Stderr = &fault
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v: %s", err, fault.String())
	}
	var list []pkg
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		if p.ImportPath != module && len(p.GoFiles) > 0 {
			list = append(list, p)
		}
	}
}

// under tells whether root, as written in the table, covers path.
func under(path, root string) bool {
	exact, only := strings.CutPrefix(root, "=")
	return root == "*" || path == exact || !only && strings.HasPrefix(path, root+"/")
}

func underAny(path string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool { return under(path, root) })
}

// rowOf is the key of the table that holds for a room: the longest that fits.
func rowOf(room string) (string, bool) {
	best, found := "", false
	for key := range table {
		if under(room, key) && len(key) >= len(best) {
			best, found = key, true
		}
	}
	return best, found
}

// self is the part of the tree that a package may use freely: its room of the table, and in the domain and among the
// adapters only its own room there, because each of those is a room of its own.
func self(room string) string {
	if room == "domein" {
		return "=domein"
	}
	parts := strings.SplitN(room, "/", 3)
	if len(parts) > 1 && (parts[0] == "domein" || parts[0] == "extern") {
		return parts[0] + "/" + parts[1]
	}
	return parts[0]
}

// TestHouseImports is the import table.
func TestHouseImports(t *testing.T) {
	standard := map[string]bool{}
	for _, p := range packages(t, "-deps") {
		standard[p.ImportPath] = p.Standard
	}
	for _, p := range packages(t) {
		key, ok := rowOf(p.room())
		if !ok {
			t.Errorf("package %s is no room of the house: give it a row in the table of house_test.go and in ARCHITECTURE.md, with an ADR (rule 10)", p.ImportPath)
			continue
		}
		allowed := table[key]
		for _, path := range p.Imports {
			if standard[path] || path == "C" {
				continue
			}
			if own, inside := strings.CutPrefix(path, module+"/"); inside {
				if !under(own, self(p.room())) && !underAny(own, allowed.own) {
					t.Errorf("package %s imports %s: the import table allows %s only %s", p.ImportPath, path, key, names(allowed.own))
				}
				continue
			}
			if !underAny(path, allowed.outside) {
				t.Errorf("package %s imports %s: the import table allows %s of others only %s", p.ImportPath, path, key, names(allowed.outside))
			}
		}
	}
}

func names(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return strings.ReplaceAll(strings.Join(list, ", "), "=", "")
}

// TestHouseReach are the promises that must also hold through other packages.
func TestHouseReach(t *testing.T) {
	tests := []struct {
		from, never, why string
	}{
		{"stats", "domein", "statistics cannot reach personal data"},
		{"herken", "domein", "recognition works on what it is handed"},
		{"domein", "store", "the domain does no I/O (rule 2)"},
		{"domein", "stats", "a use case takes the statistics as a function"},
		{"web", "store", "a page calls a service, never the database"},
		{"web", "stats", "a page shows what a service gives"},
		{"web", "herken", "a page shows what a service gives"},
		{"web", "jobs", "a page calls a service"},
		{"web", "api", "the two faces do not know each other"},
		{"api", "store", "a resource calls a service, never the database"},
		{"api", "stats", "a resource gives what a service gives"},
		{"api", "herken", "a resource gives what a service gives"},
		{"api", "jobs", "a resource calls a service"},
		{"api", "web", "the two faces do not know each other"},
	}
	for _, p := range packages(t) {
		for _, tt := range tests {
			if !under(p.room(), tt.from) {
				continue
			}
			for _, path := range p.Deps {
				if own, inside := strings.CutPrefix(path, module+"/"); inside && under(own, tt.never) {
					t.Errorf("package %s reaches %s: %s", p.ImportPath, path, tt.why)
				}
			}
		}
	}
}

// TestHousePlaces keeps each kind of work in its room: no I/O in the domain, SQL, HTML and REST in one place each.
func TestHousePlaces(t *testing.T) {
	// database/sql/driver is left free: it names the type that a day or a moment is kept as, and reaches no database.
	inOut := []string{"os", "net", "io/fs", "io/ioutil", "syscall", "=database/sql", "log", "math/rand", "crypto/rand", "path/filepath", "embed"}
	tests := []struct {
		imports []string // these
		only    []string // only by these rooms; empty: by all but
		not     []string // not by these rooms
		rule    string
	}{
		{imports: inOut, not: []string{"domein"}, rule: "domein does no I/O and takes chance as an argument (rules 2 and 8)"},
		{imports: []string{"=database/sql"}, only: []string{"store", "jobs", "cmd"}, rule: "SQL lives in store (rule 3)"},
		{imports: []string{"html/template"}, only: []string{"web", "export"}, rule: "HTML lives in web (rule 3)"},
		{imports: []string{"github.com/danielgtaylor/huma"}, only: []string{"api"}, rule: "REST lives in api (rule 3)"},
	}
	for _, p := range packages(t) {
		for _, tt := range tests {
			if len(tt.only) > 0 && underAny(p.room(), tt.only) || len(tt.not) > 0 && !underAny(p.room(), tt.not) {
				continue
			}
			for _, path := range p.Imports {
				if underAny(path, tt.imports) {
					t.Errorf("package %s imports %s: %s", p.ImportPath, path, tt.rule)
				}
			}
		}
	}
}

// TestHouseNames refuses packages that are named after nothing.
func TestHouseNames(t *testing.T) {
	refused := []string{"util", "utils", "common", "helper", "helpers", "model", "models", "types", "misc", "core", "base", "shared"}
	for _, p := range packages(t) {
		for _, name := range append(strings.Split(p.room(), "/"), p.Name) {
			if slices.Contains(refused, name) {
				t.Errorf("package %s: %q says nothing about what is in it; name it after the domain noun or what it does", p.ImportPath, name)
			}
		}
	}
}
