// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package demo fills a database with two municipalities: Rotterdam with real open figures, and Voorbeeldstad in which everything is invented. It works through the
// services, as their users would, and never through SQL.
package demo

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"strings"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo/data"
	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Vandaag is the day on which the demonstration plays.
var Vandaag, _ = termijn.NewDate(2026, 11, 9)

// gemeente is what the demonstration knows of one tenant.
type gemeente struct {
	gebied.Verantwoordelijke
	jaargang int
	bronnen  []cijfer.Bron
	soorten  []cijfer.Soort
	bestand  []bestand
}

// bestand is a file of figures and the format it is in.
type bestand struct {
	naam, formaat string
	jaar          int
}

// gebruikers are the people of a tenant. Rotterdam is real, so it has no invented cases and nobody who works on them.
func (g gemeente) gebruikers() []gebruiker.Gebruiker {
	switch {
	case g.Soort == gebied.VanZVH:
		return ZVHGebruikers(g.ID)
	case g.Verzonnen:
		return append(Gebruikers(g.ID), Casusgebruikers(g.ID)...)
	}
	return Gebruikers(g.ID)
}

// Tenants lists the ids of the municipalities.
func Tenants() []string {
	var ids []string
	for _, g := range gemeenten() {
		ids = append(ids, g.ID)
	}
	return ids
}

// Fill fills an empty database; a filled one is left as it is. It tells report of every step.
func Fill(ctx context.Context, d *huis.Diensten, lees func(io.Reader, int) ([]gebied.Gebied, error), report func(string)) error {
	for _, g := range gemeenten() {
		if _, err := d.Store.Verantwoordelijke(ctx, g.ID); err == nil {
			continue
		} else if domein.KindOf(err) != domein.NotFound {
			return err
		}
		report(g.Naam + ": gebruikers en bronnen")
		wie, err := Inrichten(ctx, d, g.Verantwoordelijke, g.gebruikers(), g.bronnen, g.soorten)
		if err != nil {
			return fmt.Errorf("demo %s: %w", g.ID, err)
		}
		if g.Verzonnen {
			report(g.Naam + ": casussen")
			if err := Casussen(ctx, d, g.Verantwoordelijke); err != nil {
				return fmt.Errorf("demo %s: %w", g.ID, err)
			}
		}
		if g.Soort == gebied.VanZVH {
			continue
		}
		if err := vul(ctx, d, g, wie, lees, report); err != nil {
			return fmt.Errorf("demo %s: %w", g.ID, err)
		}
	}
	return nil
}

// vul reads in areas and figures as the adviser would.
func vul(ctx context.Context, d *huis.Diensten, g gemeente, wie map[toegang.Rol]toegang.Actor, lees func(io.Reader, int) ([]gebied.Gebied, error), report func(string)) error {
	adviseur := wie[toegang.AdviseurOOV]
	na := d.Cijfer.Na
	d.Cijfer.Na = nil // once for all files is enough
	defer func() { d.Cijfer.Na = na }()
	for _, name := range []string{"gemeente", "wijken", "buurten"} {
		report(g.Naam + ": " + name)
		err := met(g.gebiedenbestand(name), func(r io.Reader) error {
			areas, err := lees(r, g.jaargang)
			if err != nil {
				return err
			}
			_, err = d.Gebied.Import(ctx, adviseur, areas, false)
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, b := range g.bestand {
		report(g.Naam + ": " + b.naam)
		err := met(g.ID+"/"+b.naam, func(r io.Reader) error {
			_, err := d.Cijfer.Import(ctx, adviseur, cijfer.Aanlevering{Formaat: b.formaat, Naam: b.naam, Inhoud: r, Jaar: b.jaar})
			return err
		})
		if err != nil {
			return err
		}
	}
	report(g.Naam + ": signalen zoeken")
	v, err := d.Signaal.Detecteer(ctx, huis.Machine(g.ID))
	if err != nil {
		return err
	}
	report(fmt.Sprintf("%s: %d signalen in %d reeksen", g.Naam, v.Nieuw, v.Reeksen))
	if err := Signalen(ctx, d.Signaal, wie, g.ID); err != nil {
		return err
	}
	report(g.Naam + ": plannen, doelen en verbanden")
	if err := Plannen(ctx, d.Plan, d.Verband, wie, g.ID); err != nil {
		return err
	}
	report(g.Naam + ": rapportages")
	return Rapportages(ctx, d.Rapportage, d.Plan, wie, g.ID)
}

func (g gemeente) gebiedenbestand(niveau string) string {
	if g.Verzonnen {
		return g.ID + "/gebieden_" + niveau + ".geojson"
	}
	return g.ID + "/" + niveau + ".geojson.gz"
}

// met opens a file of the demonstration, unpacked.
func met(name string, do func(io.Reader) error) error {
	f, err := data.Bestanden.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if !strings.HasSuffix(name, ".gz") {
		return do(f)
	}
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	return do(unpacked)
}
