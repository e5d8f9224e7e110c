// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package house_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	longestFile     = 300 // lines; rule 9
	longestFunction = 60  // lines: one screen
)

const header = "// SPDX-FileCopyrightText: 2026 Dwarsverband contributors\n// SPDX-License-Identifier: EUPL-1.2\n\n"

// generated is the line by which Go tools know a generated file.
var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

// skips is a call that leaves out a test.
var skips = regexp.MustCompile(`\b[tbf]\.Skip(f|Now)?\(`)

// TestHouseFiles looks at each Go file of the repository, the build tools and all build tags included.
func TestHouseFiles(t *testing.T) {
	skipped := map[string]bool{".git": true, "node_modules": true, "build": true, "testdata": true}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if skipped[entry.Name()] {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(path, ".go") {
			checkFile(t, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkFile(t *testing.T, path string) {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	if generated.MatchString(text) {
		return
	}
	if !strings.HasPrefix(text, header) {
		t.Errorf("%s does not begin with the two SPDX lines and a blank line", path)
	}
	if strings.HasSuffix(path, "_test.go") {
		if skips.MatchString(text) {
			t.Errorf("%s skips a test: a missing tool fails the run; long trials get the build tag trial", path)
		}
		return
	}
	if lines := strings.Count(text, "\n"); lines >= longestFile {
		t.Errorf("%s has %d lines: a file stays under %d (rule 9); give a part of it a file and a name of its own", path, lines, longestFile)
	}
	checkFunctions(t, path, content)
}

// checkFunctions measures each function from its first to its last line.
func checkFunctions(t *testing.T, path string, content []byte) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, content, parser.SkipObjectResolution)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	for _, declaration := range file.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if !ok {
			continue
		}
		lines := files.Position(function.End()).Line - files.Position(function.Pos()).Line + 1
		if lines > longestFunction {
			t.Errorf("%s: function %s has %d lines: a function stays on one screen, %d lines (rule 9)", path, function.Name.Name, lines, longestFunction)
		}
	}
}
