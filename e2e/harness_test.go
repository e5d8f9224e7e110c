// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package e2e tries the built program as its users do: in a real browser, at the width of a desk and of a telephone, with
// the keyboard alone, and without JavaScript. Every page must have 0 violations of WCAG 2.2 AA that axe can see.
//
// "make test" runs it on the program that it built. On its own: go test -count=1 ./e2e, because the go command cannot see
// that the program, which the tests start, has changed.
package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// widths are a desk and a telephone, in CSS pixels.
var widths = []int{1360, 375}

// Where screenshots go: all of them for whoever looks at a run, and one for the README.
const (
	screenshots      = "../build/screenshots"
	readmeScreenshot = "../docs/screenshot.png"
)

// program and chrome are shared by all tests of this package.
var (
	program *server
	chrome  *browser
)

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "dwarsverband-e2e-")
	if err != nil {
		return fail(err)
	}
	defer os.RemoveAll(dir)
	if err := os.MkdirAll(screenshots, 0o755); err != nil {
		return fail(err)
	}
	if program, err = startServer(dir); err != nil {
		return fail(err)
	}
	defer program.stop()
	if err := addEmptyTown(dir); err != nil {
		return fail(err)
	}
	if chrome, err = startBrowser(program.base); err != nil {
		return fail(err)
	}
	defer chrome.stop()
	return m.Run()
}

func fail(err error) int {
	fmt.Fprintln(os.Stderr, "e2e:", err)
	return 1
}

// TestInputs opens what the go command cannot see that these tests depend on, so that it keeps no old result when one of them
// changed; it notes only what is opened inside a test.
func TestInputs(t *testing.T) {
	files := []string{os.Getenv(BinaryEnv)}
	for _, pattern := range []string{"*.mjs", "walks/*.mjs"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		if _, err := os.Stat(file); file != "" && err != nil {
			t.Error(err)
		}
	}
}

// TestPages opens each page of the list at each width: status, 0 violations, no script error, no refused or foreign file, nothing
// that sticks out of the window, a title of its own.
func TestPages(t *testing.T) {
	for _, p := range append(emptyPages(), pages...) {
		for _, width := range widths {
			t.Run(fmt.Sprintf("%s/%d", p.Name, width), func(t *testing.T) {
				t.Parallel()
				p.try(t, width)
			})
		}
	}
}

// try opens p at one width with JavaScript (or without, when the page asks for that) and judges it.
func (p page) try(t *testing.T, width int) {
	t.Helper()
	j := job{Path: p.Path, User: p.User, Width: width, JS: !p.NoJS, Steps: p.Steps, Axe: true, Whole: true, Sheets: p.Sheets > 0}
	j.Shot = absolute(t, filepath.Join(screenshots, fmt.Sprintf("%s-%d.png", p.Name, width)))
	a, err := chrome.do(j)
	if err != nil {
		t.Fatal(err)
	}
	want := p.Status
	if want == 0 {
		want = 200
	}
	if a.Status != want {
		t.Errorf("status %d, want %d", a.Status, want)
	}
	if !strings.Contains(a.Title, "Dwarsverband") {
		t.Errorf("title %q does not name the program", a.Title)
	}
	if a.Sheets != p.Sheets {
		t.Errorf("the page takes %d sheets, want %d", a.Sheets, p.Sheets)
	}
	judge(t, a)
}

// judge reports what the browser found wrong.
func judge(t *testing.T, a answer) {
	t.Helper()
	for _, v := range a.Violations {
		for _, n := range v.Nodes {
			t.Errorf("axe %s: %s\n%s\n%s", v.Rule, v.Help, n.HTML, n.Why)
		}
	}
	for _, problem := range a.Problems {
		t.Error(problem)
	}
	if a.Overflow > 0 {
		t.Errorf("the page is %d pixels wider than the window", a.Overflow)
	}
}

// TestWalks does each task with the keyboard alone, and once more without JavaScript where the walk needs none.
func TestWalks(t *testing.T) {
	for _, w := range walks {
		for _, js := range []bool{true, false} {
			if !js && w.NeedsJS {
				continue
			}
			t.Run(fmt.Sprintf("%s/js=%t", w.Name, js), func(t *testing.T) {
				t.Parallel()
				a, err := chrome.do(job{Walk: w.Name, User: w.User, Width: widths[0], JS: js, Axe: js})
				if err != nil {
					t.Fatal(err)
				}
				judge(t, a)
			})
		}
	}
}

// TestWalksAreListed fails for a walk that nobody runs.
func TestWalksAreListed(t *testing.T) {
	listed := map[string]bool{}
	for _, w := range walks {
		listed[w.Name] = true
	}
	files, err := filepath.Glob("walks/*.mjs")
	if err != nil || len(files) == 0 {
		t.Fatalf("no walks: %v", err)
	}
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".mjs"); !listed[name] {
			t.Errorf("%s is not in the list of pages_test.go", file)
		}
	}
}

// TestReadmeScreenshot makes the picture of the README when UPDATE_SCREENSHOT=1, and else checks that the page is there.
func TestReadmeScreenshot(t *testing.T) {
	j := job{Path: readmePage.Path, User: readmePage.User, Width: widths[0], JS: true, Steps: readmePage.Steps}
	if os.Getenv("UPDATE_SCREENSHOT") == "1" {
		if err := os.MkdirAll(filepath.Dir(readmeScreenshot), 0o755); err != nil {
			t.Fatal(err)
		}
		j.Shot = absolute(t, readmeScreenshot)
	}
	a, err := chrome.do(j)
	if err != nil {
		t.Fatal(err)
	}
	if a.Status != 200 {
		t.Errorf("status %d", a.Status)
	}
	judge(t, a)
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}
