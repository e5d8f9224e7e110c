// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/toegang"
)

// invoerOpties are the flags of import.
type invoerOpties struct {
	plaats
	tenant, wie, formaat, pad string
	jaar                      int
	proef                     bool
}

func runImport(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("import", "leest een bestand met gebieden of cijfers in",
		"dwarsverband import -data demo-map -demo -gemeente voorbeeldstad -formaat canoniek -proef cijfers.csv", stderr)
	var o invoerOpties
	o.vlaggen(fs)
	fs.StringVar(&o.tenant, "gemeente", "", "`naam` van de gemeente in dit programma")
	fs.StringVar(&o.wie, "als", "beheerder", "`gebruiker` namens wie u inleest")
	fs.StringVar(&o.formaat, "formaat", "", "gebieden, politie-odata, politie-csv, kwb of canoniek")
	fs.IntVar(&o.jaar, "jaar", 0, "jaar van de gebiedsindeling of van het bestand, als het er niet in staat")
	fs.BoolVar(&o.proef, "proef", false, "zeg alleen wat er zou gebeuren")
	if code, done := lees(fs, args); done {
		return code
	}
	if o.pad = fs.Arg(0); fs.NArg() != 1 || o.tenant == "" || o.formaat == "" {
		fmt.Fprintln(stderr, "dwarsverband import: noem -gemeente, -formaat en precies één bestand (- is de standaardinvoer). Uitleg: dwarsverband import -h")
		return 2
	}
	if err := importeer(context.Background(), o, stdin, stdout, stderr); err != nil {
		return mislukt("import", err, stderr)
	}
	return 0
}

// mislukt says on one line what went wrong in a subcommand and gives its exit code: 2 where other input would do, else 1.
func mislukt(naam string, err error, stderr io.Writer) int {
	fmt.Fprintln(stderr, "dwarsverband "+naam+":", eenRegel(err))
	if domein.KindOf(err) == domein.Internal {
		return 1
	}
	return 2
}

// eenRegel gives what an error says to a person, on one line: the first fault, and how many there are.
func eenRegel(err error) string {
	var e *domein.Error
	if !errors.As(err, &e) {
		return err.Error()
	}
	text := e.Melding
	if len(e.Faults) > 0 {
		text += fmt.Sprintf(" %s: %s", e.Faults[0].Veld, e.Faults[0].Melding)
	}
	if n := len(e.Faults) - 1; n > 0 {
		text += fmt.Sprintf(" En nog %d fouten.", n)
	}
	return text
}

func importeer(ctx context.Context, o invoerOpties, stdin io.Reader, stdout, stderr io.Writer) error {
	file, err := openBestand(o.pad, stdin)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	h, err := open(ctx, o.plaats)
	if err != nil {
		return err
	}
	defer func() { _ = h.Store.Close() }()
	g, err := h.Gebruiker.Zoek(ctx, o.tenant, o.wie)
	if err != nil {
		return err
	}
	if o.formaat == "gebieden" {
		return h.importGebieden(ctx, g.Actor(), o, file, stdout)
	}
	v, err := h.Cijfer.Import(ctx, g.Actor(), cijfer.Aanlevering{
		Formaat: o.formaat, Naam: filepath.Base(o.pad), Inhoud: file, Jaar: o.jaar, Proef: o.proef,
		Voortgang: func(stap string) { fmt.Fprintln(stderr, " ", stap) },
	})
	if err != nil {
		return err
	}
	for _, w := range v.Weigeringen {
		fmt.Fprintf(stdout, "regel %d, %s: %s\n", w.Lijn, w.Kolom, w.Reden)
	}
	fmt.Fprintf(stdout, "%snieuw %d, herzien %d, gelijk %d, geweigerd %d\n", proef(o.proef), v.Nieuw, v.Herzien, v.Gelijk, v.Geweigerd)
	return nil
}

func (h *installatie) importGebieden(ctx context.Context, wie toegang.Actor, o invoerOpties, file io.Reader, stdout io.Writer) error {
	areas, err := huis.LeesGebieden(file, o.jaar)
	if err != nil {
		return err
	}
	v, err := h.Gebied.Import(ctx, wie, areas, o.proef)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%snieuw %d, gewijzigd %d, gelijk %d\n", proef(o.proef), v.Nieuw, v.Gewijzigd, v.Gelijk)
	return nil
}

func proef(on bool) string {
	if on {
		return "proef, er is niets opgeslagen: "
	}
	return ""
}

// openBestand opens a file, or standard input for "-", and unpacks gzip.
func openBestand(path string, stdin io.Reader) (io.ReadCloser, error) {
	file := io.NopCloser(stdin)
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, &domein.Error{Kind: domein.Invalid, Op: "import", Melding: "Het bestand is niet te lezen. Controleer de naam.", Err: err}
		}
		file = f
	}
	unpacked, err := cijfer.Uitpakken(file)
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{unpacked, file}, nil
}
