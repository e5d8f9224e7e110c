// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
)

// vernietigdLijst is the list of destroyed keys outside the database: one a line, moment, controller, dossier and id of the key. A line is never taken out, so a database
// that goes back in time does not bring back what was destroyed.
const vernietigdLijst = "vernietigd.lijst"

// schrijfLijst adds to the list in dir what the database knows and it does not.
func (h *installatie) schrijfLijst(ctx context.Context, dir string) error {
	tenants, err := h.Store.Verantwoordelijken(ctx)
	if err != nil {
		return err
	}
	var known []store.VernietigdeSleutel
	for _, t := range tenants {
		keys, err := h.Store.VernietigdeSleutels(ctx, t.ID)
		if err != nil {
			return err
		}
		known = append(known, keys...)
	}
	return voegToe(filepath.Join(dir, vernietigdLijst), known)
}

// voegToe writes to a list the keys that are not in it yet.
func voegToe(path string, keys []store.VernietigdeSleutel) error {
	has, err := leesLijst(path)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, k := range has {
		b.WriteString(regelVan(k))
	}
	for _, k := range keys {
		if !slices.ContainsFunc(has, func(h store.VernietigdeSleutel) bool {
			return h.Verantwoordelijke == k.Verantwoordelijke && h.Sleutel == k.Sleutel
		}) {
			has = append(has, k)
			b.WriteString(regelVan(k))
		}
	}
	return huis.SchrijfHeel(path, []byte(b.String()))
}

func regelVan(k store.VernietigdeSleutel) string {
	return fmt.Sprintf("%s %s %s %s\n", k.Moment, k.Verantwoordelijke, k.Dossier, k.Sleutel)
}

// leesLijst reads a list; one that does not exist is empty. A line that is damaged stops everything: what it named would come back.
func leesLijst(path string) ([]store.VernietigdeSleutel, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return ontleedLijst(path, string(text))
}

func ontleedLijst(path, text string) ([]store.VernietigdeSleutel, error) {
	var list []store.VernietigdeSleutel
	nr := 0
	for line := range strings.Lines(text) {
		nr++
		fields := strings.Fields(line)
		var m termijn.Moment
		if len(fields) != 4 || m.UnmarshalText([]byte(fields[0])) != nil || len(fields[3]) != 32 {
			return nil, fmt.Errorf("%s regel %d klopt niet; zet het bestand terug uit een andere kopie", filepath.Base(path), nr)
		}
		list = append(list, store.VernietigdeSleutel{Moment: m, Verantwoordelijke: fields[1], Dossier: fields[2], Sleutel: fields[3]})
	}
	return list, nil
}
