// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package politie

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

// inhoud gives a file of testdata, unpacked.
func inhoud(t testing.TB, naam string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", naam))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(naam, ".gz") {
		return b
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if b, err = io.ReadAll(z); err != nil {
		t.Fatal(err)
	}
	return b
}

// opties gives the names of a file of testdata with the columns code and naam, as the areas of a tenant.
func opties(t testing.TB, naam string, code, kolom int) cijfer.Opties {
	t.Helper()
	rijen, err := csv.NewReader(bytes.NewReader(inhoud(t, naam))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	o := cijfer.Opties{Gebieden: map[string][]string{}}
	for _, r := range rijen[1:] {
		k := cijfer.NormNaam(r[kolom])
		o.Gebieden[k] = append(o.Gebieden[k], r[code])
	}
	return o
}

func rotterdam(t testing.TB) cijfer.Opties { return opties(t, "rotterdam_namen.csv", 1, 3) }

// goed checks what every row must be, whatever the file.
func goed(t testing.TB, b cijfer.Bestand) {
	t.Helper()
	for _, r := range b.Regels {
		_, _, gebiedErr := gebied.ParseCode(r.Gebied)
		_, periodeErr := cijfer.ParsePeriode(string(r.Periode))
		leeg := r.Attribuut == cijfer.Onbekend || r.Attribuut == cijfer.Geheim || r.Attribuut == cijfer.NietVanToepassing
		switch {
		case gebiedErr != nil || periodeErr != nil || r.Soort == "" || r.Lijn < 1 || strings.ContainsAny(r.Soort, " \x00\n"):
			t.Fatalf("regel %+v", r)
		case leeg != (r.Waarde == nil):
			t.Fatalf("waarde en attribuut passen niet: %+v", r)
		case r.Waarde != nil && (math.IsNaN(*r.Waarde) || math.IsInf(*r.Waarde, 0) || *r.Waarde < 0 || *r.Waarde != math.Trunc(*r.Waarde)):
			t.Fatalf("waarde %v", *r.Waarde)
		}
	}
	for _, w := range b.Weigeringen {
		if w.Reden == "" || w.Lijn < 0 {
			t.Fatalf("weigering %+v", w)
		}
	}
}

// kort gives rows and refusals in one line each, for tables of tests.
func kort(b cijfer.Bestand) (uit []string) {
	for _, r := range b.Regels {
		w := "-"
		if r.Waarde != nil {
			w = fmt.Sprint(*r.Waarde)
		}
		s := fmt.Sprintf("%d %s %s %s %s", r.Lijn, r.Gebied, r.Soort, string(r.Periode), w)
		if r.Attribuut != "" {
			s += " " + string(r.Attribuut)
		}
		if r.Totaal {
			s += " totaal"
		}
		if r.Politie {
			s += " politie"
		}
		uit = append(uit, s)
	}
	for _, w := range b.Weigeringen {
		uit = append(uit, fmt.Sprintf("%d! %s: %s", w.Lijn, w.Kolom, w.Reden))
	}
	return uit
}

// vergelijk wants the lines of wil, of which a refusal may be a beginning or a part.
func vergelijk(t *testing.T, naam string, b cijfer.Bestand, err error, wil []string) {
	t.Helper()
	if err != nil {
		t.Errorf("%s: %v", naam, err)
		return
	}
	goed(t, b)
	uit := kort(b)
	klopt := len(uit) == len(wil)
	for i := 0; klopt && i < len(wil); i++ {
		kop, staart, deel := strings.Cut(wil[i], "...")
		klopt = uit[i] == wil[i] || deel && strings.HasPrefix(uit[i], kop) && strings.Contains(uit[i], staart)
	}
	if !klopt {
		t.Errorf("%s:\n %s\nwil\n %s", naam, strings.Join(uit, "\n "), strings.Join(wil, "\n "))
	}
}

// geweigerd wants an Invalid error with all of these parts.
func geweigerd(t *testing.T, naam string, b cijfer.Bestand, err error, delen ...string) {
	t.Helper()
	if domein.KindOf(err) != domein.Invalid || len(b.Regels) > 0 {
		t.Errorf("%s: %d regels, fout %v", naam, len(b.Regels), err)
		return
	}
	for _, d := range delen {
		if !strings.Contains(err.Error(), d) {
			t.Errorf("%s: %v; wil %q", naam, err, d)
		}
	}
}

func TestRotterdamOData(t *testing.T) {
	een, twee := inhoud(t, "47022NED_rotterdam_1.json.gz"), inhoud(t, "47022NED_rotterdam_2.json.gz")
	b, err := LeesOData(io.MultiReader(bytes.NewReader(een), bytes.NewReader(twee)), cijfer.Opties{})
	if err != nil {
		t.Fatal(err)
	}
	goed(t, b)
	if len(b.Regels) != 15_120 || len(b.Weigeringen) != 0 || b.Bron.Code != "47022NED" {
		t.Errorf("%d regels, %d weigeringen, bron %s", len(b.Regels), len(b.Weigeringen), b.Bron.Code)
	}
	som, totalen := 0.0, 0
	for _, r := range b.Regels {
		if r.Gebied == "GM0599" && r.Soort == "misdrijf-1.1.1" && r.Periode.Jaar() == 2017 {
			som += *r.Waarde
		}
		if r.Totaal {
			totalen++
			if r.Soort != "misdrijf-0.0.0" {
				t.Fatalf("geen totaal: %+v", r)
			}
		}
	}
	// 2,411 is what the year table gives for the same kind.
	if som != 2411 || totalen != 4860 {
		t.Errorf("woninginbraak in 2017: %v; totalen: %d", som, totalen)
	}
}

// The portal names what OData codes; the figures are the same.
func TestRotterdamPortalGelijkAanOData(t *testing.T) {
	een, twee := inhoud(t, "47022NED_rotterdam_1.json.gz"), inhoud(t, "47022NED_rotterdam_2.json.gz")
	od, err := LeesOData(io.MultiReader(bytes.NewReader(een), bytes.NewReader(twee)), cijfer.Opties{})
	if err != nil {
		t.Fatal(err)
	}
	po, err := LeesPortal(bytes.NewReader(inhoud(t, "47022NED_rotterdam_portal.csv.gz")), rotterdam(t))
	if err != nil {
		t.Fatal(err)
	}
	goed(t, po)
	if len(po.Weigeringen) != 0 || len(po.Regels) != len(od.Regels) || po.Bron.Code != od.Bron.Code {
		t.Fatalf("portaal %d regels en %d weigeringen (%+v), OData %d", len(po.Regels), len(po.Weigeringen), po.Weigeringen[:min(3, len(po.Weigeringen))], len(od.Regels))
	}
	sleutel := func(r cijfer.Regel) string {
		return fmt.Sprintf("%s %s %s %s %s %v %v %v %s", r.Gebied, r.Soort, r.SoortNaam, r.Eenheid, r.Periode, *r.Waarde, r.Totaal, r.Politie, r.Attribuut)
	}
	in := map[string]bool{}
	for _, r := range od.Regels {
		in[sleutel(r)] = true
	}
	for _, r := range po.Regels {
		if !in[sleutel(r)] {
			t.Fatalf("alleen in het portaal: %s", sleutel(r))
		}
	}
}

// A genuine download of the yearly table, against the names of the municipality.
func TestAmsterdamPortal(t *testing.T) {
	b, err := LeesPortal(bytes.NewReader(inhoud(t, "47018NED_amsterdam_portal.csv.gz")), opties(t, "amsterdam_namen.csv.gz", 0, 1))
	if err != nil {
		t.Fatal(err)
	}
	goed(t, b)
	// Even BurgemeesterTellegenbuurt-West is found, which CBS writes with a blank.
	if b.Bron.Code != "47018NED" || len(b.Regels) != 517 || len(b.Weigeringen) != 0 {
		t.Errorf("bron %s, %d regels, weigeringen %+v", b.Bron.Code, len(b.Regels), b.Weigeringen)
	}
	nul := 0
	for _, r := range b.Regels {
		if r.Soort != "misdrijf-jaar-1.2.3" || r.Periode != "2024JJ00" || r.SoortNaam != "Diefstal van brom-, snor-, fietsen" {
			t.Fatalf("%+v", r)
		}
		if r.Waarde != nil && *r.Waarde == 0 {
			nul++
		}
	}
	if nul == 0 {
		t.Error("een nul die er staat, is een nul")
	}
}

func TestPlaatsenPortalGeweigerd(t *testing.T) {
	b, err := LeesPortal(bytes.NewReader(inhoud(t, "plaatsen_portal.csv")), cijfer.Opties{})
	geweigerd(t, "plaatsen", b, err, "Wijken en buurten: Deze kolom ontbreekt")
}

// Nothing that was cut off comes in, wherever the cut is.
func TestAfgekapt(t *testing.T) {
	json, portal := inhoud(t, "47022NED_rotterdam_2.json.gz"), inhoud(t, "47022NED_rotterdam_portal.csv.gz")
	for deel := 1; deel < 40; deel++ {
		n := len(json)*deel/40 + deel
		b, err := LeesOData(bytes.NewReader(json[:n]), cijfer.Opties{})
		geweigerd(t, fmt.Sprintf("JSON tot %d", n), b, err, "afgekapt")
		n = 40_000 + deel // every place in a row of about 75 bytes
		if c := portal[n-1]; c == '\n' || c == '\r' || c == '"' && portal[n] == '\r' {
			continue // between two rows nothing is missing that the file could tell
		}
		b, err = LeesPortal(bytes.NewReader(portal[:n]), rotterdam(t))
		geweigerd(t, fmt.Sprintf("portaal tot %d", n), b, err, "afgekapt")
	}
}
