// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"dwarsverband/stats"
)

const (
	suppressDoet = `schermt kleine aantallen in een tabel af (CSV)

De tabel heeft een kopregel. De eerste kolom bevat de namen van de rijen. De laatste kolom
bevat de totalen van de rijen en de laatste regel de totalen van de kolommen, welke naam ze ook
hebben. Een cel is een geheel getal van 0 of meer, of een punt als er geen getal is. Het
scheidingsteken is een komma of een puntkomma.

De uitvoer is dezelfde tabel met een x op de plaats van elk aantal dat verborgen moet blijven:
de aantallen onder het minimum (niet 0), en zoveel andere cellen of totalen dat niemand de
kleine aantallen kan terugrekenen. Verberg ook elk percentage dat u met een x hebt berekend.`

	suppressVoorbeeld = `printf 'wijk,inbraak,geweld,overlast,totaal\nNoord,3,12,9,24\nMidden,14,2,11,27\nZuid,20,17,8,45\ntotaal,37,31,28,96\n' |
    dwarsverband stats suppress -in - -min 5 -out -`
)

// runStatsSuppress is `dwarsverband stats suppress`: it hides small counts in a CSV table with totals.
func runStatsSuppress(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("stats suppress", suppressDoet, suppressVoorbeeld, stderr)
	in := fs.String("in", "", "`bestand` met de tabel; - is de standaardinvoer")
	out := fs.String("out", "", "`bestand` voor het resultaat; - is de standaarduitvoer")
	// A text, so that a wrong number is reported in Dutch.
	minimum := fs.String("min", "5", "kleinste `aantal` dat zichtbaar mag zijn (2 of meer; 10 voor aantallen personen)")
	if code, done := lees(fs, args); done {
		return code
	}
	if *in == "" || *out == "" || fs.NArg() > 0 {
		fmt.Fprintln(stderr, "dwarsverband stats suppress: noem -in en -out, en niets anders dan opties (- is de standaardinvoer of -uitvoer). Uitleg: dwarsverband stats suppress -h")
		return 2
	}
	result, err := suppressFile(*in, *minimum, stdin)
	if err == nil && *out != "-" {
		err = replaceFile(*out, result)
	}
	if err != nil {
		fmt.Fprintln(stderr, "dwarsverband stats suppress:", eenRegel(err))
		return 2
	}
	if *out == "-" {
		if _, err := stdout.Write(result); err != nil {
			fmt.Fprintln(stderr, "dwarsverband stats suppress: het resultaat is niet te schrijven naar de standaarduitvoer.")
			return 1
		}
	}
	return 0
}

// suppressFile reads the table at path and gives the safe table as CSV.
func suppressFile(path, minimum string, stdin io.Reader) ([]byte, error) {
	least, err := strconv.Atoi(minimum)
	if err != nil || least < 2 || least > stats.MaxMin {
		return nil, tellUser("-min %q is geen geheel getal van 2 tot en met %d. Geef bijvoorbeeld -min 5.", minimum, stats.MaxMin)
	}
	file, err := openBestand(path, stdin)
	if err != nil {
		return nil, errUnreadable
	}
	defer func() { _ = file.Close() }()
	c, err := readTableCSV(file)
	if err != nil {
		return nil, err
	}
	t, err := c.table()
	if err != nil {
		return nil, err
	}
	s, err := stats.Suppress(t, stats.SuppressOptions{Min: least})
	if err != nil {
		return nil, c.explain(err)
	}
	return c.format(s)
}

// replaceFile writes the whole file or leaves the former one as it was.
func replaceFile(path string, data []byte) (err error) {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return tellUser("%q is geen gewoon bestand. Kies voor -out een andere naam, of - voor de standaarduitvoer.", path)
		}
		mode = info.Mode().Perm()
	}
	defer func() {
		if err != nil {
			err = tellUser("het bestand %q is niet te schrijven. Controleer de map, de rechten en de vrije ruimte.", path)
		}
	}()
	f, err := os.CreateTemp(filepath.Dir(path), ".suppress-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
