// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"log/slog"
	"time"

	"dwarsverband/cmd/huis"
)

// wek looks every while whether something has fallen due at any controller, until ctx ends. What fails is logged and tried again: a deadline is a row and cannot get lost.
func (h *installatie) wek(ctx context.Context, elke time.Duration, log *slog.Logger) error {
	ticker := time.NewTicker(elke)
	defer ticker.Stop()
	for {
		tenants, err := h.Store.Verantwoordelijken(ctx)
		if err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "list of controllers", "err", err)
		}
		for _, tenant := range tenants {
			if _, err := h.Casus.Verstrijk(ctx, huis.Machine(tenant.ID)); err != nil && ctx.Err() == nil {
				log.ErrorContext(ctx, "deadlines", "verantwoordelijke", tenant.ID, "err", err)
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}
