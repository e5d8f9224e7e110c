// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"dwarsverband/journaal"
)

// checkpoints signs the state of every journal each time that pause is over, and once more at the end. A failure stops the program: a journal that nobody can
// hold against anything is no journal.
func (h *installatie) checkpoints(ctx context.Context, pause time.Duration) error {
	last := map[string]int64{}
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for {
		if err := h.checkpoint(context.WithoutCancel(ctx), last); err != nil {
			return fmt.Errorf("ondertekende stand van het journaal: %w", err)
		}
		select {
		case <-ctx.Done():
			return h.checkpoint(context.WithoutCancel(ctx), last)
		case <-tick.C:
		}
	}
}

// checkpoint adds a signed note to the file for every tenant whose journal grew since last.
func (h *installatie) checkpoint(ctx context.Context, last map[string]int64) error {
	for tenant, signer := range h.sleutels.tekenaars {
		head, err := h.Store.JournaalKop(ctx, tenant)
		if err != nil {
			return err
		}
		if head.Omvang == last[tenant] {
			continue
		}
		note, err := journaal.Sign(head, h.Kader.Nu().Time(), signer)
		if err != nil {
			return err
		}
		if err := h.append(note); err != nil {
			return err
		}
		last[tenant] = head.Omvang
	}
	return nil
}

// append writes a note behind the file and waits until it is on the disk.
func (h *installatie) append(note []byte) error {
	path := h.plaats.checkpoints()
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	file, err := journaal.ParseLatest(old, h.sleutels.controle)
	if err != nil {
		return err
	}
	from, piece := file.Vervolg(note)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if err := f.Truncate(int64(from)); err != nil {
		return err
	}
	if _, err := f.WriteAt(piece, int64(from)); err != nil {
		return err
	}
	return f.Sync()
}
