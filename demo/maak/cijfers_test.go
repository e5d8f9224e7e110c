// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dwarsverband/demo/data"
	"dwarsverband/domein/cijfer"
)

// The committed files are what the program writes, and it writes the same twice.
func TestVoorbeeldstadIsCurrent(t *testing.T) {
	files := voorbeeldstad()
	entries, err := fs.ReadDir(data.Bestanden, "voorbeeldstad")
	if err != nil || len(entries) != len(files) {
		t.Errorf("%d files in the folder, the program writes %d (%v)", len(entries), len(files), err)
	}
	for naam, want := range files {
		if !bytes.Equal(read(t, "voorbeeldstad/"+naam), want) {
			t.Errorf("%s is not what the program writes: run go run ./demo/maak -out demo/data/voorbeeldstad", naam)
		}
	}
	een, twee := zip(files["buurtpeiling.csv"]), zip(files["buurtpeiling.csv"])
	if !bytes.Equal(een, twee) || !bytes.Equal(een[4:8], []byte{0, 0, 0, 0}) {
		t.Error("a packed file holds a time")
	}
}

// A series depends on its own name only: leaving out another kind changes nothing.
func TestReeksenAreIndependent(t *testing.T) {
	alle := drawReeksen(soortModellen[:3], buurten)
	een := drawReeksen(soortModellen[2:3], buurten)
	for b := range buurten {
		if !slices.Equal(alle[2].buurt[b], een[0].buurt[b]) {
			t.Fatalf("%s of %s changes with the kinds drawn beside it", een[0].soort, buurten[b].naam)
		}
	}
}

// table reads a canonical file: values by kind, period and area, and the attribute where there is no value.
func table(t *testing.T, naam string) (waarden map[[3]string]float64, zonder map[[3]string]string) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(read(t, "voorbeeldstad/"+naam)))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(naam, err)
	}
	waarden, zonder = map[[3]string]float64{}, map[[3]string]string{}
	for _, row := range rows[1:] {
		key := [3]string{row[2], row[1], row[0]}
		_, a := waarden[key]
		_, b := zonder[key]
		if _, err := cijfer.ParsePeriode(row[1]); err != nil || a || b {
			t.Fatalf("%s: row %v twice, or %v", naam, row, err)
		}
		if row[5] == "" {
			zonder[key] = row[6]
			continue
		}
		if waarden[key], err = strconv.ParseFloat(strings.Replace(row[5], ",", ".", 1), 64); err != nil {
			t.Fatalf("%s: row %v: %v", naam, row, err)
		}
	}
	return waarden, zonder
}

func TestInhabitants(t *testing.T) {
	kern, _ := table(t, "kerncijfers_jaar.csv.gz")
	som := map[[2]string]float64{}
	for k, v := range kern {
		som[[2]string{k[0], k[1] + k[2][:2]}] += v
	}
	if got := kern[[3]string{"inwoners", "2026JJ00", gemeenteCode}]; got != 62000 {
		t.Errorf("%g inhabitants, want 62,000", got)
	}
	for k, v := range kern {
		if k[2] == gemeenteCode && (som[[2]string{k[0], k[1] + "WK"}] != v || som[[2]string{k[0], k[1] + "BU"}] != v) {
			t.Errorf("%v: levels do not add up", k)
		}
	}
}

// Wijken are the sum of their buurten wherever all buurten are published, the gemeente is a few per cent more than the wijken.
func TestMonthlySums(t *testing.T) {
	waarden, zonder := table(t, "cijfers_maand.csv.gz")
	wijk, n := map[[3]string]float64{}, map[[3]string]int{}
	perWijk := map[string]int{}
	for _, b := range buurten {
		perWijk[wijkCode(b.wijk)]++
	}
	var gemeente, wijkSom float64
	for k, v := range waarden {
		switch k[2][:2] {
		case "BU":
			w := [3]string{k[0], k[1], "WK" + k[2][2:8]}
			wijk[w] += v
			n[w]++
		case "WK":
			wijkSom += v
		default:
			gemeente += v
		}
	}
	hidden := 0
	for w, som := range wijk {
		if n[w] == perWijk[w[2]] && som != waarden[w] || som > waarden[w] {
			t.Errorf("%v: buurten add up to %g, the wijk says %g", w, som, waarden[w])
		}
		if n[w] < perWijk[w[2]] {
			hidden++
		}
	}
	if extra := gemeente/wijkSom - 1; extra < 0.02 || extra > 0.04 {
		t.Errorf("gemeente is %.3f more than its wijken, want about 0.03", extra)
	}
	if hidden != 47 {
		t.Errorf("%d sums of a wijk miss a buurt, want 40 by the gaps and 7 by secrets", hidden)
	}
	perGeheim := map[[3]string]int{}
	for k, attr := range zonder {
		if attr != string(cijfer.Geheim) {
			t.Errorf("%v has no value and attribute %q", k, attr)
		}
		perGeheim[[3]string{k[0], k[1], k[2][:8]}]++
	}
	for k, n := range perGeheim {
		if n < 2 {
			t.Errorf("%v: one secret figure in a wijk follows from the total", k)
		}
	}
}

// Each gebeurtenis stands out in the file, and each gap is a gap: no row, not a zero.
func TestPlanted(t *testing.T) {
	waarden, zonder := table(t, "cijfers_maand.csv.gz")
	for _, g := range gebeurtenissen {
		code := codeVan(indexOf(buurten, g.buurt))
		for k, want := range g.aantallen {
			p := g.van.Add(k)
			if got := waarden[[3]string{g.soort, string(p), code}]; got != float64(want) || got < 1.5*waarden[[3]string{g.soort, string(p.Add(-12)), code}] {
				t.Errorf("%s %s %s: %g does not stand out", g.soort, g.buurt, p, got)
			}
		}
	}
	for _, l := range leemtes {
		key := [3]string{"vernieling", string(l.van), codeVan(indexOf(buurten, l.buurt))}
		_, a := waarden[key]
		_, b := zonder[key]
		if a || b {
			t.Errorf("%s has a row in %s", l.buurt, l.van)
		}
	}
	nieuw, _ := table(t, "cijfers_2026_herzien.csv")
	for k, v := range nieuw {
		if oud, ok := waarden[k]; !ok || oud == v || v < 0 {
			t.Errorf("%v: %g revises %g (known: %v)", k, v, oud, ok)
		}
	}
	if len(nieuw) != 3*len(herzieningen) {
		t.Errorf("%d revised figures", len(nieuw))
	}
}

// The three wijken of the safety plan have most reports in each of the last three whole years.
func TestHuiselijkGeweld(t *testing.T) {
	waarden, _ := table(t, "veiligthuis_kwartaal.csv")
	for _, jaar := range []string{"2023", "2024", "2025"} {
		perWijk := map[string]float64{}
		for k, v := range waarden {
			if k[0] == "hg-meldingen" && k[1][:4] == jaar && k[2] != gemeenteCode {
				perWijk[k[2]] += v
			}
		}
		codes := make([]string, len(wijken))
		for w := range wijken {
			codes[w] = wijkCode(w)
		}
		slices.SortFunc(codes, func(a, b string) int { return int(perWijk[b] - perWijk[a]) })
		top := slices.Sorted(slices.Values(codes[:3]))
		if !slices.Equal(top, []string{"WK999005", "WK999006", "WK999007"}) || perWijk[codes[2]] < 1.2*perWijk[codes[3]] {
			t.Errorf("%s: highest are %v with %g, next %g", jaar, top, perWijk[codes[2]], perWijk[codes[3]])
		}
	}
}

// Every kind in a file is described, and every area of the police files has a border.
func TestKindsAndAreasAreKnown(t *testing.T) {
	bekend := map[string]bool{}
	for _, s := range data.SoortenVoorbeeldstad() {
		bekend[s.Code] = slices.ContainsFunc(data.BronnenVoorbeeldstad(), func(b cijfer.Bron) bool { return b.Code == s.Bron && b.Verzonnen })
	}
	for _, f := range []string{"cijfers_maand.csv.gz", "veiligthuis_kwartaal.csv", "kerncijfers_jaar.csv.gz", "buurtpeiling.csv"} {
		waarden, _ := table(t, f)
		for k := range waarden {
			if !bekend[k[0]] {
				t.Fatalf("%s: kind %s has no description or source", f, k[0])
			}
		}
	}
	vlak := map[string]bool{}
	for _, f := range []string{"buurten", "wijken", "gemeente"} {
		velden, _ := readVlakken(t, "rotterdam/"+f+".geojson.gz")
		for _, v := range velden {
			vlak[v[strings.TrimSuffix(f, "en")+"code"]] = true
		}
	}
	seen := map[string]bool{}
	for f, want := range map[string]int{"47022NED_bladzijde1": 9999, "47022NED_bladzijde2": 5121, "47024NED": 6264, "47018NED": 66, "kwb_2017": 115} {
		var doc struct{ Value []map[string]any }
		if err := json.Unmarshal(read(t, "rotterdam/"+f+".json.gz"), &doc); err != nil || len(doc.Value) != want {
			t.Fatalf("%s: %d records, want %d (%v)", f, len(doc.Value), want, err)
		}
		for _, r := range doc.Value {
			code := strings.TrimSpace(r["WijkenEnBuurten"].(string))
			if !vlak[code] {
				t.Errorf("%s: %s has no border", f, code)
			}
			if strings.HasPrefix(f, "4702") {
				seen[code] = true
			}
		}
	}
	if len(seen) != 77 {
		t.Errorf("the monthly files name %d areas, want 77", len(seen))
	}
}
