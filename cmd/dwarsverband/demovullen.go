// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo"
)

// vulDemo makes the demonstration where there is none yet. It is filled beside its place and moved there when it is whole, so that a start that was broken off leaves
// nothing half filled. On a server database it is filled in place.
func vulDemo(ctx context.Context, p plaats, stdout io.Writer) error {
	report := func(stap string) { fmt.Fprintln(stdout, " ", stap) }
	file := p.database()
	if strings.Contains(file, "://") {
		return metHuis(ctx, p, func(h *installatie) error { return demo.Fill(ctx, h.Diensten, huis.LeesGebieden, report) })
	}
	if _, err := os.Stat(file); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	fmt.Fprintln(stdout, "De demonstratie wordt gevuld. Dat gebeurt één keer.")
	building := file + ".bouw"
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(building + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	part := p
	part.bestand = building
	err := metHuis(ctx, part, func(h *installatie) error { return demo.Fill(ctx, h.Diensten, huis.LeesGebieden, report) })
	if err != nil {
		return err
	}
	return os.Rename(building, file)
}

// metHuis opens an installation, does something with it and closes it; closing folds the write-ahead log into the file.
func metHuis(ctx context.Context, p plaats, do func(*installatie) error) error {
	h, err := open(ctx, p)
	if err != nil {
		return err
	}
	return errors.Join(do(h), h.Store.Close())
}
