// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dwarsverband/extern/jzv"
	"dwarsverband/extern/mail"
)

// vlaggen makes the flags of a subcommand. Its help ends with an example that works.
func vlaggen(naam, doet, voorbeeld string, stderr io.Writer) *flag.FlagSet {
	fs := flag.NewFlagSet(naam, flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprintf(stderr, "dwarsverband %s: %s\n\nOpties:\n", naam, doet)
		fs.PrintDefaults()
		fmt.Fprintf(stderr, "\nVoorbeeld:\n  %s\n", voorbeeld)
	}
	return fs
}

// lees parses args; done tells that the subcommand ends with code, because help was asked or the input is wrong.
func lees(fs *flag.FlagSet, args []string) (code int, done bool) {
	var quiet flagQuiet
	out := fs.Output()
	usage := fs.Usage
	fs.SetOutput(&quiet)
	fs.Usage = func() {}
	err := fs.Parse(args)
	fs.SetOutput(out)
	switch {
	case errors.Is(err, flag.ErrHelp):
		usage()
		return 0, true
	case err != nil:
		fmt.Fprintf(out, "dwarsverband %s: een optie klopt niet (%v). Kijk welke er zijn: dwarsverband %s -h\n", fs.Name(), err, fs.Name())
		return 2, true
	}
	return 0, false
}

// flagQuiet swallows what the flag package prints by itself, so that a wrong flag gives one line.
type flagQuiet struct{}

func (flagQuiet) Write(p []byte) (int, error) { return len(p), nil }

// plaats tells where an installation keeps its things.
type plaats struct {
	data     string
	sleutels string
	demo     bool
	bestand  string // the database file, where it is not the usual one
	url      string // where the pages are for whoever reads a mail
	mail     mail.Server
	stelsel  jzv.Hub
	postvak  string // folder through which other systems deliver reports; empty: none
}

func (p *plaats) vlaggen(fs *flag.FlagSet) {
	fs.StringVar(&p.data, "data", "data", "`map` met de database")
	fs.StringVar(&p.sleutels, "sleutels", "", "`map` met de geheime sleutels, buiten de datamap (standaard: naast de datamap)")
	fs.BoolVar(&p.demo, "demo", false, "demonstratie: verzonnen gebruikers, zelf gemaakte sleutels, een vaste dag")
}

// database is the address of the database: PostgreSQL where the environment says so, else a file in the data folder.
func (p *plaats) database() string {
	if url := os.Getenv("DWARSVERBAND_DATABASE"); url != "" {
		return url
	}
	if p.bestand != "" {
		return p.bestand
	}
	return filepath.Join(p.data, "dwarsverband.db")
}

func (p *plaats) sleutelmap() string {
	if p.sleutels != "" {
		return p.sleutels
	}
	return filepath.Clean(p.data) + "-sleutels"
}

// checkpoints is the file of signed checkpoints, outside the database.
func (p *plaats) checkpoints() string { return filepath.Join(p.sleutelmap(), "checkpoints.txt") }
