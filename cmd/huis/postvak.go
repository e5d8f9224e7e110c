// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/melding"
	"dwarsverband/toegang"
)

// Postvak is a folder through which other systems deliver reports and fetch outcomes: in, verwerkt, geweigerd and uit. A file is received in the database first and moved
// after that, so a crash at any point means at most that the same file is read once more, which gives the same receipt.
type Postvak struct {
	Map     string
	Melding *melding.Service
	Wie     toegang.Actor // the program, at the controller whose folder it is
	Rust    time.Duration // how long a file must lie still before it is read
}

// The folders of a postvak.
const (
	vakIn        = "in"
	vakVerwerkt  = "verwerkt"
	vakGeweigerd = "geweigerd"
	vakUit       = "uit"
)

// Ronde reads what lies in the folder and writes what must go out. It gives how many files it handled. An error of ours leaves the file where it is.
func (p Postvak) Ronde(ctx context.Context) (int, error) {
	for _, vak := range []string{vakIn, vakVerwerkt, vakGeweigerd, vakUit} {
		if err := os.MkdirAll(filepath.Join(p.Map, vak), 0o700); err != nil {
			return 0, err
		}
	}
	entries, err := os.ReadDir(filepath.Join(p.Map, vakIn))
	if err != nil {
		return 0, err
	}
	n := 0
	var errs error
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || strings.HasPrefix(e.Name(), ".") || time.Since(info.ModTime()) < p.Rust {
			continue
		}
		if err := p.lees(ctx, e.Name()); err != nil {
			errs = errors.Join(errs, err)
			continue
		}
		n++
	}
	sent, err := p.stuur(ctx)
	return n + sent, errors.Join(errs, err)
}

// lees receives one file and moves it away with a note that says what became of it, without a word of its content.
func (p Postvak) lees(ctx context.Context, naam string) error {
	van := filepath.Join(p.Map, vakIn, naam)
	text, err := leesBegrensd(van)
	if err != nil {
		return err
	}
	got, err := p.Melding.OntvangBestand(ctx, p.Wie, "", bytes.NewReader(text))
	if err != nil && domein.KindOf(err) == domein.Internal {
		return err
	}
	vak, note := vakVerwerkt, bewijs(got)
	if err != nil {
		vak, note = vakGeweigerd, weigering(err)
	}
	naar := vrijeNaam(filepath.Join(p.Map, vak), naam)
	if err := SchrijfHeel(naar+".txt", []byte(note)); err != nil {
		return err
	}
	return os.Rename(van, naar)
}

// leesBegrensd reads a file up to one byte more than may be received.
func leesBegrensd(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var b bytes.Buffer
	_, err = b.ReadFrom(io.LimitReader(f, melding.MaxBestand+1))
	return b.Bytes(), err
}

func bewijs(got []melding.Ontvangst) string {
	var b strings.Builder
	for _, o := range got {
		fmt.Fprintf(&b, "Ontvangen als %s", o.Nummer)
		if o.Dubbel {
			b.WriteString(" (dit bericht was al ontvangen; er is niets gewijzigd)")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// weigering tells every fault. The faults name fields and organisations, and never repeat what was in a field about a person.
func weigering(err error) string {
	var e *domein.Error
	if !errors.As(err, &e) {
		return "Niet ontvangen.\n"
	}
	var b strings.Builder
	b.WriteString("Niet ontvangen. " + e.Melding + "\n")
	for _, f := range e.Faults {
		fmt.Fprintf(&b, "- %s: %s\n", f.Veld, f.Melding)
	}
	return b.String()
}

// vrijeNaam gives a place in dir that no file has.
func vrijeNaam(dir, naam string) string {
	ext := filepath.Ext(naam)
	for i := 1; ; i++ {
		path := filepath.Join(dir, naam)
		if i > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(naam, ext), i, ext))
		}
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path
		}
	}
}

// stuur writes the outcomes that wait. A crash between writing and recording writes the same file again.
func (p Postvak) stuur(ctx context.Context) (int, error) {
	brieven, err := p.Melding.Uitgaand(ctx, p.Wie)
	if err != nil {
		return 0, err
	}
	for i, b := range brieven {
		if err := SchrijfHeel(filepath.Join(p.Map, vakUit, b.Naam), b.Inhoud); err != nil {
			return i, err
		}
		if err := p.Melding.Verstuurd(ctx, b); err != nil {
			return i, err
		}
	}
	return len(brieven), nil
}
