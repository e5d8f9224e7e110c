// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"context"
	"fmt"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/toezicht"
)

// blikken lets looks be judged: a new case holds a namesake of one of the casusregisseurs, and two of his colleagues look at it. One of them has explained his look.
func (w casuswerk) blikken(ctx context.Context) error {
	privacy, err := w.wie(ctx, "privacy")
	if err != nil {
		return err
	}
	vandaag := w.d.Toezicht.Nu().Date()
	for _, soort := range toezicht.Voorwaardesoorten {
		if err := w.d.Toezicht.LegVast(ctx, privacy, soort, vandaag, "OR-2026/118"); err != nil {
			return fmt.Errorf("demo voorwaarde: %w", err)
		}
	}
	k, err := w.open(ctx, "aanpak van jeugdcriminaliteit", "Twee broers trekken op met een groep die in de wijk overlast geeft.",
		map[string]string{"voornamen": "Karim", "achternaam": "Hadad", "geboren": "2009-06-30", "geslacht": "m"})
	if err != nil {
		return err
	}
	for _, id := range []string{"procesregisseur", "casusregisseur"} {
		wie, err := w.wie(ctx, id)
		if err != nil {
			return err
		}
		if _, err := w.d.Casus.Toon(ctx, wie, k.ID); err != nil {
			return fmt.Errorf("demo blik: %w", err)
		}
	}
	if _, err := w.d.Toezicht.Ronde(ctx, huis.Machine(w.tenant)); err != nil {
		return fmt.Errorf("demo blikken: %w", err)
	}
	return w.uitleg(ctx)
}

// uitleg answers the question to the procesregisseur.
func (w casuswerk) uitleg(ctx context.Context) error {
	wie, err := w.wie(ctx, "procesregisseur")
	if err != nil {
		return err
	}
	werk, err := w.d.Casus.Werk(ctx, wie)
	if err != nil {
		return err
	}
	for _, t := range werk.Taken {
		if t.Soort == toezicht.TaakUitleg {
			return w.d.Toezicht.LegUit(ctx, wie, t.Verwijst, toezicht.Antwoorden[0])
		}
	}
	return fmt.Errorf("demo blikken: no question was asked")
}
