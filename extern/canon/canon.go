// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package canon reads the one CSV of our own, for every source that has no reader: code;periode;maat;waarde;waardeattribuut;bron. A municipality, a care
// organisation or Veilig Thuis can make it with any spreadsheet.
package canon

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/extern/tabel"
)

// The columns. The first six must be there; the order is free.
var (
	verplicht = []string{"code", "periode", "maat", "waarde", "waardeattribuut", "bron"}
	vrij      = []string{"naam", "eenheid"}
)

var (
	maatShape = regexp.MustCompile(`^[a-z0-9][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$`)
	bronShape = regexp.MustCompile(`^[\p{L}0-9]([\p{L}0-9 ._-]*[\p{L}0-9])?$`)
	kolShape  = regexp.MustCompile(`^[^=+@-].{0,60}$`)
)

// reeks is what a kind looks like at its first row; all its rows must look so, because one series has one length and one unit.
type reeks struct {
	lijn    int
	lengte  cijfer.Lengte
	eenheid string
	naam    string
}

// lezing is a file under way. plek gives the column number by name.
type lezing struct {
	oogst   *tabel.Oogst
	plek    map[string]int
	reeksen map[string]reeks
	// What has been judged before, because a file says the same few things over and over.
	perioden map[string]cijfer.Periode
	bronnen  map[string]bool
}

// Lees reads a canonical CSV, separated by ; or , in UTF-8 with or without byte order mark. code is a CBS code, periode such as 2025MM09, maat a kind such as
// hg-meldingen, waarde a number with decimal point or comma, waardeattribuut empty, voorlopig, geheim, onbekend or niet van toepassing, bron the code of a
// known source. naam and eenheid may be added. Each row names its own source, so Bestand.Bron is empty.
func Lees(r io.Reader, _ cijfer.Opties) (cijfer.Bestand, error) {
	t, err := tabel.Open("canon.Lees", r)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	c, err := tabel.OpenCSV(t)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	plek, faults := leesKop(c.Kop)
	if len(faults) > 0 {
		return cijfer.Bestand{}, t.Fouten(t.Rest(faults))
	}
	l := &lezing{oogst: tabel.NewOogst(), plek: plek, reeksen: map[string]reeks{}, perioden: map[string]cijfer.Periode{}, bronnen: map[string]bool{}}
	for n := 0; ; n++ {
		rij, err := c.Next()
		switch {
		case errors.Is(err, io.EOF) && n == 0:
			return cijfer.Bestand{}, t.Fout("bestand", "Het bestand heeft alleen kolomnamen en geen rijen. Voeg de cijfers toe.")
		case errors.Is(err, io.EOF):
			return l.oogst.Bestand(cijfer.Bron{}), nil
		case err != nil:
			return cijfer.Bestand{}, err
		case rij.Fout != "":
			l.oogst.Weiger(rij.Lijn, "", rij.Fout)
		default:
			l.rij(rij)
		}
		if err := l.oogst.TeVeel(t); err != nil {
			return cijfer.Bestand{}, err
		}
	}
}

// leesKop finds the columns and gives all faults of the header.
func leesKop(kop []string) (map[string]int, []domein.Fault) {
	plek, faults := map[string]int{}, []domein.Fault(nil)
	mag := strings.Join(append(append([]string{}, verplicht...), vrij...), ", ")
	onbekend := 0
	for i, naam := range kop {
		klein := strings.ToLower(naam)
		_, dubbel := plek[klein]
		switch {
		case !strings.Contains(", "+mag+",", ", "+klein+",") || klein == "":
			if onbekend++; onbekend <= 10 {
				faults = append(faults, domein.Fault{Veld: kolomNaam(naam, i), Melding: "Deze kolom is niet bekend. Haal hem weg. De kolommen zijn: " + mag + "."})
			}
		case dubbel:
			faults = append(faults, domein.Fault{Veld: klein, Melding: "Deze kolom staat twee keer in het bestand. Haal er één weg."})
		default:
			plek[klein] = i
		}
	}
	if onbekend > 10 {
		faults = append(faults, domein.Fault{Veld: "kolommen", Melding: fmt.Sprintf("Nog %d andere kolommen zijn niet bekend. Haal ze weg.", onbekend-10)})
	}
	for _, naam := range verplicht {
		if _, ok := plek[naam]; !ok {
			faults = append(faults, domein.Fault{Veld: naam, Melding: "Deze kolom ontbreekt. Voeg de kolom '" + naam + "' toe."})
		}
	}
	return plek, faults
}

// kolomNaam gives the name of a column, or its number where the name cannot be shown.
func kolomNaam(naam string, i int) string {
	if tabel.Schoon(naam) && kolShape.MatchString(naam) {
		return naam
	}
	return fmt.Sprintf("kolom %d", i+1)
}

// Herken says whether head, the first 64 kB of a file, looks like a canonical CSV, so that Lees can say what is wrong with it.
func Herken(head []byte) bool {
	plek, _ := leesKop(tabel.KopVan(head))
	n := 0
	for _, naam := range []string{"code", "periode", "maat", "waarde"} {
		if _, ok := plek[naam]; ok {
			n++
		}
	}
	return n >= 3
}
