// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"dwarsverband/domein"
)

// Bewaartijd is how long a file that nobody read in is kept.
const Bewaartijd = 24 * time.Hour

// Klaarzet keeps files that somebody sent in between the dry run and the decision to read them in: as files in a folder, each with a label that says whose it is.
type Klaarzet struct {
	Map  string // the folder; made when it does not exist
	Nu   func() time.Time
	Kans io.Reader // source of ids that nobody can guess
}

// etiket is the label of a file.
type etiket struct {
	Verantwoordelijke, Wie string
	Kenmerken              map[string]string
}

var klaarID = regexp.MustCompile(`^[0-9a-f]{32}$`)

// Bewaar keeps what r holds for one user of one tenant, with what is to be known of it. Where r fails nothing is kept.
func (k Klaarzet) Bewaar(verantwoordelijke, wie string, kenmerken map[string]string, r io.Reader) (string, error) {
	raw := make([]byte, 16)
	if _, err := io.ReadFull(k.Kans, raw); err != nil {
		return "", fmt.Errorf("huis.Klaarzet: %w", err)
	}
	id := hex.EncodeToString(raw)
	label, err := json.Marshal(etiket{verantwoordelijke, wie, kenmerken})
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(k.Map, 0o700); err != nil {
		return "", fmt.Errorf("huis.Klaarzet: %w", err)
	}
	if err := k.schrijf(id, r); err != nil {
		return "", errors.Join(err, k.wis(id))
	}
	if err := os.WriteFile(k.label(id), label, 0o600); err != nil {
		return "", errors.Join(fmt.Errorf("huis.Klaarzet: %w", err), k.wis(id))
	}
	return id, nil
}

func (k Klaarzet) schrijf(id string, r io.Reader) error {
	f, err := os.OpenFile(k.bestand(id), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("huis.Klaarzet: %w", err)
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

// Zoek gives what is known of a file. That of somebody else answers as one that does not exist.
func (k Klaarzet) Zoek(verantwoordelijke, wie, id string) (kenmerken map[string]string, err error) {
	const op = "huis.Klaarzet"
	if !klaarID.MatchString(id) {
		return nil, domein.Missing(op)
	}
	text, err := os.ReadFile(k.label(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, domein.Missing(op)
	}
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	var e etiket
	if err := json.Unmarshal(text, &e); err != nil {
		return nil, domein.Wrap(op, err)
	}
	if e.Verantwoordelijke != verantwoordelijke || e.Wie != wie {
		return nil, domein.Missing(op)
	}
	return e.Kenmerken, nil
}

// Open opens a file and gives its size. The caller closes it.
func (k Klaarzet) Open(verantwoordelijke, wie, id string) (io.ReadCloser, int64, error) {
	const op = "huis.Klaarzet"
	if _, err := k.Zoek(verantwoordelijke, wie, id); err != nil {
		return nil, 0, err
	}
	f, err := os.Open(k.bestand(id))
	if err != nil {
		return nil, 0, domein.Wrap(op, err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, domein.Wrap(op, errors.Join(err, f.Close()))
	}
	return f, info.Size(), nil
}

// Weg removes a file.
func (k Klaarzet) Weg(verantwoordelijke, wie, id string) error {
	if _, err := k.Zoek(verantwoordelijke, wie, id); err != nil {
		return err
	}
	return k.wis(id)
}

// Ruim removes the files that are older than Bewaartijd, and what a broken upload left.
func (k Klaarzet) Ruim() error {
	entries, err := os.ReadDir(k.Map)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("huis.Klaarzet: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && k.Nu().Sub(info.ModTime()) > Bewaartijd {
			err = os.Remove(filepath.Join(k.Map, e.Name()))
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("huis.Klaarzet: %w", err)
		}
	}
	return nil
}

// Run tidies up now and every hour until ctx ends.
func (k Klaarzet) Run(ctx context.Context) error {
	tick := time.NewTicker(time.Hour)
	defer tick.Stop()
	for {
		if err := k.Ruim(); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}

func (k Klaarzet) bestand(id string) string { return filepath.Join(k.Map, id+".bestand") }
func (k Klaarzet) label(id string) string   { return filepath.Join(k.Map, id+".json") }

func (k Klaarzet) wis(id string) error {
	for _, path := range []string{k.label(id), k.bestand(id)} {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("huis.Klaarzet: %w", err)
		}
	}
	return nil
}
