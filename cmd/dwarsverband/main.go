// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Dwarsverband is one program with which a municipality carries out its safety policy. This package knows all the others: it reads the command line, builds the
// services and hands them to the faces.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// opdracht is one subcommand. run gives the exit code: 0 done, 1 failed, 2 wrong input with one line on stderr.
type opdracht struct {
	naam string // one or two words
	doet string // Dutch, one line, for the list
	run  func(args []string, stdin io.Reader, stdout, stderr io.Writer) int
}

// opdrachten is the table of subcommands, in the order in which a newcomer needs them.
func opdrachten() []opdracht {
	return []opdracht{
		{naam: "serve", doet: "start het programma en de pagina's", run: runServe},
		{naam: "import", doet: "leest een bestand met gebieden of cijfers in", run: runImport},
		{naam: "melding", doet: "verwerkt het postvak met meldingen, of legt afzenders vast", run: runMelding},
		{naam: "partner", doet: "laat het systeem van een partner toe", run: runPartner},
		{naam: "journal verify", doet: "controleert het journaal tegen de ondertekende stand", run: runJournalVerify},
		{naam: "backup", doet: "maakt een reservekopie, met de sleutels apart", run: runBackup},
		{naam: "restore", doet: "zet een reservekopie terug", run: runRestore},
		{naam: "stats detect", doet: "zoekt opvallende aantallen in reeksen (CSV)", run: runStatsDetect},
		{naam: "stats suppress", doet: "schermt kleine aantallen in een tabel af (CSV)", run: runStatsSuppress},
		{naam: "openapi", doet: "schrijft de beschrijving van de API (JSON)", run: runOpenAPI},
	}
}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		help(stdout)
		return 0
	}
	for _, o := range opdrachten() {
		words := strings.Fields(o.naam)
		if len(args) >= len(words) && strings.Join(args[:len(words)], " ") == o.naam {
			return o.run(args[len(words):], stdin, stdout, stderr)
		}
	}
	fmt.Fprintf(stderr, "dwarsverband kent de opdracht %q niet. Typ: dwarsverband help\n", args[0])
	return 2
}

func help(w io.Writer) {
	fmt.Fprint(w, "Dwarsverband: van cijfers naar signaal, doel, maatregel en raad.\n\nGebruik: dwarsverband <opdracht> [opties]\n\n")
	for _, o := range opdrachten() {
		fmt.Fprintf(w, "  %-15s %s\n", o.naam, o.doet)
	}
	fmt.Fprint(w, "\nUitleg en een voorbeeld bij een opdracht: dwarsverband <opdracht> -h\n")
}
