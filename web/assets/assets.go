// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package assets holds what the browser loads besides pages: style sheet, script, fonts and icons. They are built from
// web/assets/src by "make assets" and embedded in the program. Their addresses carry a hash of the whole bundle, so a
// browser may keep them for a year and still gets new ones with a new release.
package assets

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"sort"
	"strings"
	"sync"
	"time"
)

// Prefix is the path under which Handler must be mounted.
const Prefix = "/assets/"

//go:embed dist
var embedded embed.FS

// needed are the files that pages name; without them the bundle was not built.
var needed = []string{"app.css", "app.js", "iconen.svg", "merk.svg"}

// file is one asset as it is sent: content as it is, and gzipped where that is smaller.
type file struct {
	content, gzipped []byte
	kind             string
}

// bundle is all files by name, and the hash over names and contents.
type bundle struct {
	files map[string]file
	hash  string
}

var load = sync.OnceValue(func() bundle {
	dist, err := fs.Sub(embedded, "dist")
	if err == nil {
		var b bundle
		if b, err = read(dist); err == nil {
			return b
		}
	}
	panic("assets: the embedded files cannot be read: " + err.Error()) // they are part of this program's own binary
})

// URL is the address of a file of the bundle, such as "app.css": /assets/<hash>/app.css. Addresses inside the style
// sheet are relative, so they carry the same hash.
func URL(name string) string {
	return Prefix + load().hash + "/" + name
}

// Icon is the address of one icon for <svg class="icoon" aria-hidden="true"><use href="..."></use></svg>. The names are
// in src/iconen.txt.
func Icon(name string) string {
	return URL("iconen.svg") + "#" + name
}

// Check is an error when the bundle was not built; a server calls it before it starts.
func Check() error {
	return check(load())
}

func check(b bundle) error {
	var missing []string
	for _, name := range needed {
		if _, ok := b.files[name]; !ok {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("the style sheet and script are not in this program (%s): build it with \"make build\"",
			strings.Join(missing, ", "))
	}
	return nil
}

// Handler serves the bundle under Prefix. An address with the hash of this release may be kept for a year; one of
// another release (a page that was open during an upgrade) gets the present file, not to be kept.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { load().serve(w, r) })
}

func (b bundle) serve(w http.ResponseWriter, r *http.Request) {
	hash, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, Prefix), "/")
	f, ok := b.files[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	head := w.Header()
	head.Set("Content-Type", f.kind)
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Vary", "Accept-Encoding")
	head.Set("Cache-Control", "no-cache")
	if hash == b.hash {
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	content := f.content
	if f.gzipped != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		head.Set("Content-Encoding", "gzip")
		content = f.gzipped
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// read takes all files of dist into memory; the whole bundle is some 400 kB.
func read(dist fs.FS) (bundle, error) {
	b := bundle{files: map[string]file{}}
	entries, err := fs.ReadDir(dist, ".")
	if err != nil {
		return b, fmt.Errorf("list of assets: %w", err)
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	sum := sha256.New()
	for _, entry := range entries {
		name := entry.Name()
		content, err := fs.ReadFile(dist, name)
		if err != nil {
			return b, fmt.Errorf("asset %s: %w", name, err)
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(content))
		sum.Write(content)
		small, err := compress(content)
		if err != nil {
			return b, fmt.Errorf("asset %s: %w", name, err)
		}
		b.files[name] = file{content: content, gzipped: small, kind: contentType(name)}
	}
	b.hash = hex.EncodeToString(sum.Sum(nil))[:12]
	return b, nil
}

// compress gives content gzipped, or nil where that saves less than a tenth (fonts are compressed already).
func compress(content []byte) ([]byte, error) {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(content)
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, err
	}
	if out.Len() > len(content)*9/10 {
		return nil, nil
	}
	return out.Bytes(), nil
}

// contentType does not depend on the MIME tables of the machine for the kinds that the bundle holds.
func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	case ".txt", ".md":
		return "text/plain; charset=utf-8"
	default:
		return mime.TypeByExtension(ext)
	}
}
