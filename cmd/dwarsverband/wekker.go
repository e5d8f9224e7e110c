// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"log/slog"
	"time"
)

// volleRonde is as much as one round of a part takes at most: then there is more.
const volleRonde = 500

// rondes lets a part of the program do its work for each controller every while, until ctx ends, and at once again where there was more than a round takes. What fails is logged
// without content and tried again: what is due is a row and cannot get lost.
func (h *installatie) rondes(ctx context.Context, naam string, elke time.Duration, log *slog.Logger, doe func(ctx context.Context, verantwoordelijke string) (int, error)) error {
	ticker := time.NewTicker(elke)
	defer ticker.Stop()
	for {
		tenants, err := h.Store.Verantwoordelijken(ctx)
		if err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "list of controllers", "err", err)
		}
		meer := false
		for _, tenant := range tenants {
			n, err := doe(ctx, tenant.ID)
			if err != nil && ctx.Err() == nil {
				log.ErrorContext(ctx, naam, "verantwoordelijke", tenant.ID, "err", err)
			}
			meer = meer || n >= volleRonde
		}
		if meer && ctx.Err() == nil {
			continue
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}
