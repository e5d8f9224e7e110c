// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// withoutTenant are the statements that run before the controller is known, each with its reason.
var withoutTenant = map[string]string{
	"SELECT sqlite_version()":              "start-up check of the engine",
	"FROM verantwoordelijke ORDER BY naam": "the list of controllers itself, for the door and the public pages",
	"FROM token t JOIN gebruiker g":        "the token tells the controller",
	"count(*) FROM gebruiker WHERE demo":   "start-up check over all controllers",
	"FROM sessie":                          "the session tells the controller",
	"FROM signaal_vraag WHERE hash = $1":   "the link of a partner tells the controller",
	"INTO sessie":                          "the session tells the controller",
}

var (
	statement = regexp.MustCompile(`^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\s`)
	forbidden = regexp.MustCompile(`(?i)CURRENT_TIMESTAMP|\bnow\(\)|SERIAL\b|AUTOINCREMENT|RETURNING|lastval|\?`)
)

// Rule 4: every statement names the controller, as its first argument.
func TestStatementsNameTheController(t *testing.T) {
	n := 0
	for text, where := range statements(t) {
		n++
		if word := forbidden.FindString(text); word != "" {
			t.Errorf("%s: %q is not in the dialect that both engines read", where, word)
		}
		if excused(text) {
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(text), "INSERT") {
			if !regexp.MustCompile(`\(\s*verantwoordelijke\b`).MatchString(text) {
				t.Errorf("%s: an INSERT whose first column is not verantwoordelijke: %s", where, text)
			}
			continue
		}
		if !regexp.MustCompile(`verantwoordelijke = \$1`).MatchString(text) {
			t.Errorf("%s: no verantwoordelijke = $1 in: %s", where, text)
		}
	}
	if n < 20 {
		t.Fatalf("only %d statements found; the test no longer sees them", n)
	}
}

// I10 also for employees: nothing is counted, grouped or put in an order by who looked.
func TestNobodyWhoLookedIsCounted(t *testing.T) {
	looks := regexp.MustCompile(`FROM (journaal|opvallend|steekproefregel)\b`)
	ranks := regexp.MustCompile(`(?is)(GROUP|ORDER) BY[^)]*\b(wie|gebruiker)\b|count\(DISTINCT (wie|gebruiker)|PARTITION BY`)
	n := 0
	for text, where := range statements(t) {
		if looks.MatchString(text) {
			n++
			if word := ranks.FindString(text); word != "" {
				t.Errorf("%s: %q ranks who looked", where, word)
			}
		}
	}
	if n < 8 {
		t.Fatalf("only %d statements on looks found; the test no longer sees them", n)
	}
}

func excused(text string) bool {
	for part := range withoutTenant {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// statements gives every SQL text in this package, a concatenation as one, with its place.
func statements(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok {
				return true
			}
			text, isText := literal(e)
			if isText && statement.MatchString(text) {
				found[text] = set.Position(n.Pos()).String()
			}
			return !isText
		})
	}
	return found
}

// literal reads a string literal, or a sum that begins with one; parts that are no literal are left out.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, e.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		left, ok := literal(e.X)
		if !ok || e.Op != token.ADD {
			return "", false
		}
		right, _ := literal(e.Y)
		return left + right, true
	}
	return "", false
}
