// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package assets

import (
	"compress/gzip"
	"io"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

// sample is a small bundle, so that these tests do not need a built one.
func sample(t *testing.T, css string) bundle {
	t.Helper()
	b, err := read(fstest.MapFS{
		"app.css":    {Data: []byte(css)},
		"app.js":     {Data: []byte("export {}")},
		"iconen.svg": {Data: []byte("<svg/>")},
		"merk.svg":   {Data: []byte("<svg/>")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestServe(t *testing.T) {
	css := strings.Repeat("a{color:red}\n", 100)
	b := sample(t, css)
	const year = "public, max-age=31536000, immutable"
	tests := []struct {
		name, path, accept string
		status             int
		cache, encoding    string
	}{
		{"present release", Prefix + b.hash + "/app.css", "", 200, year, ""},
		{"gzip", Prefix + b.hash + "/app.css", "gzip, br", 200, year, "gzip"},
		{"other release", Prefix + "0123456789ab/app.css", "", 200, "no-cache", ""},
		{"too small to gzip", Prefix + b.hash + "/app.js", "gzip", 200, year, ""},
		{"unknown file", Prefix + b.hash + "/x.css", "", 404, "", ""},
		{"outside", Prefix + b.hash + "/../assets.go", "", 404, "", ""},
		{"no file", Prefix, "", 404, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := httptest.NewRequest("GET", "/", nil)
			r.URL.Path = tt.path
			r.Header.Set("Accept-Encoding", tt.accept)
			w := httptest.NewRecorder()
			b.serve(w, r)
			head := w.Result().Header
			if w.Code != tt.status {
				t.Fatalf("status %d, want %d", w.Code, tt.status)
			}
			if tt.status != 200 {
				return
			}
			if head.Get("Cache-Control") != tt.cache || head.Get("Content-Encoding") != tt.encoding {
				t.Errorf("cache %q, encoding %q", head.Get("Cache-Control"), head.Get("Content-Encoding"))
			}
			body := io.Reader(w.Body)
			if tt.encoding == "gzip" {
				var err error
				if body, err = gzip.NewReader(w.Body); err != nil {
					t.Fatal(err)
				}
			}
			got, err := io.ReadAll(body)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(tt.path, ".css") && string(got) != css {
				t.Errorf("content differs: %d bytes, want %d", len(got), len(css))
			}
		})
	}
}

func TestHashFollowsContent(t *testing.T) {
	if a, b := sample(t, "a{}"), sample(t, "b{}"); a.hash == b.hash {
		t.Error("two contents have one hash")
	}
	if a, b := sample(t, "a{}"), sample(t, "a{}"); a.hash != b.hash {
		t.Error("one content has two hashes")
	}
}

func TestCheckNamesWhatIsMissing(t *testing.T) {
	if err := check(sample(t, "")); err != nil {
		t.Errorf("a complete bundle: %v", err)
	}
	err := check(bundle{files: map[string]file{"app.css": {}}})
	if err == nil || !strings.Contains(err.Error(), "app.js, iconen.svg, merk.svg") || !strings.Contains(err.Error(), "make build") {
		t.Errorf("message %v", err)
	}
}

func TestURL(t *testing.T) {
	url := URL("app.css")
	if !strings.HasPrefix(url, Prefix) || !strings.HasSuffix(url, "/app.css") || len(url) != len(Prefix)+12+len("/app.css") {
		t.Errorf("URL is %q", url)
	}
	if got, want := Icon("zoek"), URL("iconen.svg")+"#zoek"; got != want {
		t.Errorf("Icon is %q, want %q", got, want)
	}
}
