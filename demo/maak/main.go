// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Command maak writes the files of the invented municipality Voorbeeldstad, and the wijken and the outline of Rotterdam out of its buurten:
//
//	go run ./demo/maak -out demo/data/voorbeeldstad -rotterdam demo/data/rotterdam
//
// Chance comes from fixed seeds: on one kind of processor the same program writes the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("out", "", "folder to write Voorbeeldstad to")
	rotterdam := flag.String("rotterdam", "", "folder with buurten.geojson.gz of Rotterdam, to write wijken and gemeente to")
	flag.Parse()
	if *out == "" && *rotterdam == "" || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "usage: go run ./demo/maak -out demo/data/voorbeeldstad [-rotterdam demo/data/rotterdam]")
		os.Exit(2)
	}
	if err := run(*out, *rotterdam); err != nil {
		fmt.Fprintln(os.Stderr, "maak:", err)
		os.Exit(1)
	}
}

func run(out, rotterdam string) error {
	if rotterdam != "" {
		if err := writeRotterdam(rotterdam); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	for naam, raw := range voorbeeldstad() {
		if filepath.Ext(naam) == ".gz" {
			raw = zip(raw)
		}
		if err := os.WriteFile(filepath.Join(out, naam), raw, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// voorbeeldstad makes all files of the town by name, not packed yet.
func voorbeeldstad() map[string][]byte {
	perBuurt, perWijk, perGemeente := kaarten(drawStad())
	alle := drawReeksen(soortModellen, buurten)
	return map[string][]byte{
		"README.md":                 leesmij(alle, buurten),
		"gebieden_buurten.geojson":  perBuurt,
		"gebieden_wijken.geojson":   perWijk,
		"gebieden_gemeente.geojson": perGemeente,
		"cijfers_maand.csv.gz":      canoniek(maandRegels(alle, buurten)),
		"cijfers_2026_herzien.csv":  canoniek(herzien(alle, buurten)),
		"veiligthuis_kwartaal.csv":  canoniek(veiligThuisRegels(buurten)),
		"kerncijfers_jaar.csv.gz":   canoniek(kernRegels(buurten)),
		"buurtpeiling.csv":          canoniek(peilingRegels(buurten)),
	}
}
