// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein"
	"dwarsverband/domein/melding"
)

// bodeRust is how long a file must lie still before it is read: its sender may still be writing it.
const bodeRust = 2 * time.Second

func (h *installatie) postvak(dir, tenant string, rust time.Duration) huis.Postvak {
	return huis.Postvak{Map: filepath.Join(dir, tenant), Melding: h.Melding, Wie: huis.Machine(tenant), Rust: rust}
}

// meldingOpties are the flags of melding.
type meldingOpties struct {
	plaats
	tenant, afzenders string
}

func runMelding(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("melding", "verwerkt het postvak met meldingen één keer, of legt vast van wie berichten komen",
		"dwarsverband melding -data demo-map -demo -gemeente zvh-voorbeeldregio -postvak postvak", stderr)
	var o meldingOpties
	o.vlaggen(fs)
	fs.StringVar(&o.tenant, "gemeente", "", "`naam` van de gemeente of het samenwerkingsverband in dit programma")
	fs.StringVar(&o.postvak, "postvak", "", "`map` met per organisatie de mappen in, verwerkt, geweigerd en uit")
	fs.StringVar(&o.afzenders, "afzenders", "", "CSV-`bestand` met de kolommen oin, naam, organisatie en eigen (ja of leeg)")
	if code, done := lees(fs, args); done {
		return code
	}
	if fs.NArg() != 0 || o.tenant == "" || (o.postvak == "") == (o.afzenders == "") {
		fmt.Fprintln(stderr, "dwarsverband melding: noem -gemeente, en -postvak of -afzenders. Uitleg: dwarsverband melding -h")
		return 2
	}
	if err := meld(context.Background(), o, stdin, stdout); err != nil {
		return mislukt("melding", err, stderr)
	}
	return 0
}

func meld(ctx context.Context, o meldingOpties, stdin io.Reader, stdout io.Writer) error {
	h, err := open(ctx, o.plaats)
	if err != nil {
		return err
	}
	defer func() { _ = h.Store.Close() }()
	if _, err := h.Store.Verantwoordelijke(ctx, o.tenant); err != nil {
		return err
	}
	if o.postvak != "" {
		n, err := h.postvak(o.postvak, o.tenant, 0).Ronde(ctx)
		fmt.Fprintf(stdout, "verwerkt: %d\n", n)
		return err
	}
	file, err := openBestand(o.afzenders, stdin)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	list, err := leesAfzenders(file)
	if err != nil {
		return err
	}
	beheerder, err := h.Gebruiker.Actor(ctx, o.tenant, "beheerder")
	if err != nil {
		return err
	}
	for _, a := range list {
		if err := h.Melding.SaveAfzender(ctx, beheerder, a); err != nil {
			return err
		}
	}
	fmt.Fprintf(stdout, "vastgelegd: %d\n", len(list))
	return nil
}

// leesAfzenders reads the organisations whose messages are received.
func leesAfzenders(r io.Reader) ([]melding.Afzender, error) {
	const op = "leesAfzenders"
	in := csv.NewReader(r)
	in.Comma, in.FieldsPerRecord = ';', 4
	var list []melding.Afzender
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit bestand is niet te lezen. Zet op elke regel oin;naam;organisatie;eigen.", Err: err}
		}
		if line, _ := in.FieldPos(0); line == 1 && strings.EqualFold(row[0], "oin") {
			continue
		}
		list = append(list, melding.Afzender{OIN: strings.TrimSpace(row[0]), Naam: strings.TrimSpace(row[1]), Organisatie: strings.TrimSpace(row[2]), Eigen: row[3] == "ja"})
	}
}
