// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPruneTokens(t *testing.T) {
	theme := "/* head */\n.theme {\n  --a: var(--b, 1px);\n  --b: var(--c); /* [code-only] */\n  --c: #fff;\n  --unread: red;\n  --a-long: 2px;\n}\n"
	tests := []struct {
		name, sheets string
		want         []string
	}{
		{"through other tokens", "p{margin:var(--a)}", []string{"--a:", "--b:", "--c:"}},
		{"spaces and fallback", "p{margin:var( --c, var(--none))}", []string{"--c:"}},
		{"a name that begins alike", "p{margin:var(--a-long)}", []string{"--a-long:"}},
		{"nothing read", "p{margin:0}", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := pruneTokens(theme, tt.sheets)
			if err != nil {
				t.Fatal(err)
			}
			var kept []string
			for _, line := range strings.Split(got, "\n") {
				if name, _, ok := strings.Cut(strings.TrimSpace(line), " "); ok && strings.HasPrefix(name, "--") {
					kept = append(kept, name)
				}
			}
			if strings.Join(kept, " ") != strings.Join(tt.want, " ") {
				t.Errorf("kept %v, want %v", kept, tt.want)
			}
			if !strings.Contains(got, ".theme {") {
				t.Errorf("the selector is gone: %q", got)
			}
		})
	}
	for _, broken := range []string{"", ".a { --x: 1; } .b { --x: 2; }", "}{"} {
		if _, err := pruneTokens(broken, "p{}"); err == nil {
			t.Errorf("pruneTokens(%q) gives no error", broken)
		}
	}
}

func TestIconSheet(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("icons/outline/search.svg", "<!-- tags: [x] -->\n<svg xmlns=\"x\"\n stroke=\"currentColor\">\n  <path d=\"M1 1\" />\n</svg>\n")
	sheet, err := iconSheet(write("list.txt", "# head\n\nzoek = search\n"), dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(sheet); strings.Count(got, "<symbol ") != 1 || !strings.Contains(got, `id="zoek"`) || !strings.Contains(got, `<path d="M1 1" /></symbol>`) {
		t.Errorf("sheet is %q", got)
	}
	_, err = iconSheet(write("bad.txt", "zoek = none\nnoequals\n"), dir)
	if err == nil || !strings.Contains(err.Error(), "icon zoek") || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v does not name both faults", err)
	}
}

func TestCollectLicences(t *testing.T) {
	dir := t.TempDir()
	for _, p := range []struct{ name, about, licence string }{
		{"a", `{"version":"1.0.0","license":"MIT"}`, "text of MIT"},
		{"@b/c", `{"version":"2.0.0","license":"MIT"}`, "text of MIT"},
		{"d", `{"version":"3.0.0"}`, "text"},
		{"e", `{"version":"3.0.0","license":"MIT"}`, ""},
	} {
		folder := filepath.Join(dir, p.name)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "package.json"), []byte(p.about), 0o644); err != nil {
			t.Fatal(err)
		}
		if p.licence != "" {
			if err := os.WriteFile(filepath.Join(folder, "LICENSE.md"), []byte(p.licence), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	text, err := collectLicences(dir, []string{"a", "@b/c"})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(text); strings.Count(got, "text of MIT") != 1 || !strings.Contains(got, "@b/c") || !strings.Contains(got, "1.0.0") {
		t.Errorf("licences are %q", got)
	}
	_, err = collectLicences(dir, []string{"d", "e"})
	if err == nil || !strings.Contains(err.Error(), "licence of d") || !strings.Contains(err.Error(), "licence of e") {
		t.Errorf("error %v does not name both packages", err)
	}
}
