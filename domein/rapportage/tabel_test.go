// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
)

func getal(f float64) *float64 { return &f }

// stad is a gemeente of three wijken with a delivery per quarter ("hg", "km"), an open monthly registration ("inbraak") and a survey ("cijfer").
func stad(t *testing.T, indicatoren ...plan.Indicator) *rapportage.Proef {
	t.Helper()
	areas := []gebied.Gebied{{Code: "GM9999", Niveau: gebied.Gemeente, Naam: "Stad"}}
	for i, naam := range []string{"Noord", "Midden", "Zuid"} {
		areas = append(areas, gebied.Gebied{Code: fmt.Sprintf("WK99990%d", i+1), Niveau: gebied.Wijk, Naam: naam, Ouder: "GM9999"})
	}
	kinds := []cijfer.Soort{
		{Code: "hg", Naam: "Huiselijk geweld", Eenheid: "aantal", Bron: "VT", Lengte: cijfer.Kwartaal, Gevoelig: true},
		{Code: "km", Naam: "Kindermishandeling", Eenheid: "aantal", Bron: "VT", Lengte: cijfer.Kwartaal, Gevoelig: true},
		{Code: "inbraak", Naam: "Inbraak", Eenheid: "aantal", Bron: "POL", Lengte: cijfer.Maand},
		{Code: "cijfer", Naam: "Rapportcijfer", Eenheid: "cijfer", Bron: "PEIL", Lengte: cijfer.Jaar},
	}
	sources := []cijfer.Bron{{Code: "VT", Naam: "Levering"}, {Code: "POL", Naam: "Registratie", Openbaar: true}, {Code: "PEIL", Naam: "Peiling"}}
	goal := plan.Doel{ID: "d1", Tekst: "Minder geweld", Eenheid: "meldingen", Nulmeting: getal(200), Nulperiode: "2024JJ00", Streef: getal(100), Streefperiode: "2028JJ00", Richting: plan.Dalen}
	p := plan.Plan{ID: "p", Titel: "Wmo-plan", Soort: plan.Wmo, Status: plan.Vastgesteld}
	return rapportage.NewProef(p, []plan.Doel{goal}, indicatoren, nil, kinds, sources, areas, dag(t, "2027-02-01"), huis.Afscherm)
}

func wijken() []string { return []string{"WK999901", "WK999902", "WK999903"} }

func indicator(id string, teller []string, gebieden []string, l cijfer.Lengte) plan.Indicator {
	niveau := gebied.Wijk
	if gebieden[0] == "GM9999" {
		niveau = gebied.Gemeente
	}
	return plan.Indicator{ID: id, Naam: id, Teller: teller, Factor: 1, Eenheid: "meldingen", Niveau: niveau, Gebieden: gebieden, Lengte: l}
}

// kwartalen gives figures of a kind for the three wijken from the first quarter of 2025 on; the gemeente has their sum.
func kwartalen(soort string, counts ...[3]float64) []cijfer.Cijfer {
	var list []cijfer.Cijfer
	p := cijfer.Periode("2025KW01")
	for _, row := range counts {
		sum := 0.0
		for i, n := range row {
			list = append(list, cijfer.Cijfer{Soort: soort, Gebied: wijken()[i], Periode: p, Waarde: getal(n)})
			sum += n
		}
		list = append(list, cijfer.Cijfer{Soort: soort, Gebied: "GM9999", Periode: p, Waarde: &sum})
		p = p.Add(1)
	}
	return list
}

func tijdvak(t *testing.T, s string) rapportage.Tijdvak {
	t.Helper()
	v, err := rapportage.ParseTijdvak(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func maak(t *testing.T, x *rapportage.Proef, periode string, i rapportage.Indeling, uit bool) rapportage.Inhoud {
	t.Helper()
	in, err := x.Maak(tijdvak(t, periode), i, uit)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

var jaren = [][3]float64{{21, 33, 47}, {23, 31, 43}, {19, 29, 41}, {22, 37, 53}, {24, 35, 51}, {26, 39, 59}, {20, 32, 44}, {25, 34, 46}}

// Over all reports of all plans, what is counted in one block is never counted in another: a quarter table and a year table cannot be subtracted.
func TestKwartaalEnJaar(t *testing.T) {
	x := stad(t, indicator("hg", []string{"hg"}, wijken(), cijfer.Kwartaal))
	x.Cijfers(kwartalen("hg", jaren...))
	var all []rapportage.Blok
	for _, step := range []struct {
		periode  string
		indeling rapportage.Indeling
		kolommen []string // of all blocks of the table, in order
		letOp    bool
	}{
		{"2026KW01-2026KW02", rapportage.Geheel, []string{"eerste halfjaar 2026"}, false},
		{"2026KW03", rapportage.Geheel, []string{"3e kwartaal 2026"}, false},
		{"2026JJ00", rapportage.Geheel, []string{"eerste halfjaar 2026", "3e kwartaal 2026", "4e kwartaal 2026"}, false},
		{"2026KW02-2026KW03", rapportage.Geheel, []string{"3e kwartaal 2026"}, true}, // the half year cannot be cut
		{"2025JJ00", rapportage.PerPeriode, []string{"1e kwartaal 2025", "2e kwartaal 2025", "3e kwartaal 2025", "4e kwartaal 2025"}, false},
		{"2025KW01-2025KW02", rapportage.Geheel, nil, true}, // neither can the year
	} {
		in := maak(t, x, step.periode, step.indeling, true)
		var names []string
		for _, b := range in.Tabellen[0].Blokken {
			for _, k := range b.Kolommen {
				names = append(names, k.Over())
			}
			all = append(all, b)
		}
		if !slices.Equal(names, step.kolommen) || (len(in.Tabellen[0].LetOp) > 0) != step.letOp {
			t.Errorf("%s: columns %q, remarks %q", step.periode, names, in.Tabellen[0].LetOp)
		}
	}
	seen := map[string]string{}
	for _, b := range all {
		atoms := b.Atomen()
		whole := strings.Join(atoms, ",")
		for _, a := range atoms {
			if seen[a] != "" && seen[a] != whole {
				t.Errorf("%s is counted in [%s] and in [%s]", a, seen[a], whole)
			}
			seen[a] = whole
		}
	}
}

// Two kinds that any indicator counts together share one table with kinds as columns and totals both ways.
func TestSoortenNaastElkaar(t *testing.T) {
	x := stad(t, indicator("hg", []string{"hg"}, wijken(), cijfer.Kwartaal), indicator("samen", []string{"hg", "km"}, []string{"GM9999"}, cijfer.Kwartaal))
	x.Cijfers(append(kwartalen("hg", jaren...), kwartalen("km", jaren...)...))
	in := maak(t, x, "2026KW01-2026KW02", rapportage.Geheel, false)
	if len(in.Tabellen) != 1 || len(in.Tabellen[0].Blokken) != 1 || len(in.Tabellen[0].Blokken[0].Kolommen) != 2 {
		t.Fatalf("%d tables: %+v", len(in.Tabellen), in.Tabellen)
	}
	grid := in.Tabellen[0].Blokken[0].Raster
	if total := grid[3][2]; total.Stand != rapportage.Getoond || *total.Waarde != 2*(24+35+51+26+39+59) {
		t.Errorf("the grand total is %+v", total)
	}
}

// A measurement is shown when it follows from what the tables show, and only then.
func TestMaatVolgtUitTabel(t *testing.T) {
	small := slices.Clone(jaren)
	small[4][0], small[5][0] = 3, 4 // Noord: 7 in the first half year
	tests := []struct {
		naam     string
		counts   [][3]float64
		gebieden []string
		lengte   cijfer.Lengte
		want     float64 // 0: shielded
	}{
		{"large counts", jaren, []string{"WK999902", "WK999903"}, cijfer.Kwartaal, 0}, // a quarter, where the table shows the half year
		{"the year of large counts", jaren, []string{"WK999902", "WK999903"}, cijfer.Jaar, 29 + 41 + 37 + 53 + 35 + 51 + 39 + 59},
		{"with a small one", small, []string{"WK999901", "WK999903"}, cijfer.Jaar, 0},
	}
	for _, tt := range tests {
		x := stad(t, indicator("hg", []string{"hg"}, tt.gebieden, tt.lengte))
		x.Cijfers(kwartalen("hg", tt.counts...))
		in := maak(t, x, "2026KW01-2026KW02", rapportage.Geheel, false)
		m := in.Doelen[0].Maten[0]
		switch {
		case tt.want == 0 && (m.Waarde != nil || !m.Afgeschermd || in.Doelen[0].Oordeel != plan.NietTeZeggen || len(m.Punten) > 0):
			t.Errorf("%s: %+v is shown, and the goal is %s", tt.naam, m, in.Doelen[0].Oordeel)
		case tt.want > 0 && (m.Waarde == nil || *m.Waarde != tt.want):
			t.Errorf("%s: %+v", tt.naam, m)
		}
	}
	x := stad(t, indicator("hg", []string{"hg"}, wijken(), cijfer.Jaar), indicator("stad", []string{"hg"}, []string{"GM9999"}, cijfer.Jaar))
	x.Cijfers(kwartalen("hg", small...))
	in := maak(t, x, "2026KW01-2026KW02", rapportage.Geheel, false)
	whole, stadMaat := in.Doelen[0].Maten[0], in.Doelen[0].Maten[1]
	shown := in.Tabellen[0].Blokken[1].Raster[3][0].Stand == rapportage.Getoond
	if (whole.Waarde != nil) != shown || (stadMaat.Waarde != nil) != shown {
		t.Errorf("the total of the table is shown: %v; the indicators say %v and %v", shown, whole.Waarde, stadMaat.Waarde)
	}
}

// No hidden number is anywhere in the content of an edition, whatever form it has there.
func TestNietsInDeInhoud(t *testing.T) {
	counts := [][3]float64{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}, {7.5, 7113, 8219}, {0, 0, 0}}
	x := stad(t, indicator("hg", []string{"hg"}, []string{"WK999901", "WK999902"}, cijfer.Kwartaal))
	counts[4][0] = 7
	x.Cijfers(kwartalen("hg", counts...))
	in := maak(t, x, "2026KW01", rapportage.Geheel, false)
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	b := in.Tabellen[0].Blokken[0]
	if b.Raster[0][0].Stand != rapportage.Afgeschermd {
		t.Fatal("7 is shown")
	}
	for i, n := range []string{"7", "7113", "8219", "15339"} {
		if hidden := b.Raster[i][0].Stand == rapportage.Afgeschermd; hidden && strings.Contains(string(text), `"w":`+n+"}") || hidden && i > 0 && strings.Contains(string(text), n) {
			t.Errorf("%s is hidden in the table, and in the content: %s", n, text)
		}
	}
	if strings.Contains(string(text), "7120") {
		t.Error("the sum of Noord and Midden is in the content")
	}
}

// Open figures are shown as published, small ones too; a mark of a survey that is not open is not shown.
func TestOpenEnPeiling(t *testing.T) {
	i := indicator("inbraak", []string{"inbraak"}, wijken(), cijfer.Maand)
	s := plan.Indicator{ID: "cijfer", Naam: "cijfer", Teller: []string{"cijfer"}, Factor: 1, Eenheid: "cijfer", Niveau: gebied.Wijk, Gebieden: []string{"WK999901"}, Lengte: cijfer.Jaar}
	x := stad(t, i, s)
	var list []cijfer.Cijfer
	for m := 1; m <= 6; m++ {
		for n, w := range wijken() {
			if m == 6 && n == 2 {
				continue // not published: no total
			}
			list = append(list, cijfer.Cijfer{Soort: "inbraak", Gebied: w, Periode: cijfer.MaandVan(2026, m), Waarde: getal(float64(n + 1))})
		}
	}
	x.Cijfers(append(list, cijfer.Cijfer{Soort: "cijfer", Gebied: "WK999901", Periode: "2025JJ00", Waarde: getal(7.1)}))
	in := maak(t, x, "2026KW01-2026KW02", rapportage.Geheel, false)
	if len(in.Tabellen) != 1 || !in.Tabellen[0].Open {
		t.Fatalf("%+v", in.Tabellen)
	}
	grid := in.Tabellen[0].Blokken[0].Raster
	if c := grid[0][0]; c.Stand != rapportage.Getoond || *c.Waarde != 1 {
		t.Errorf("an open 1 is %+v", c)
	}
	if grid[2][5].Stand != rapportage.GeenCijfer || grid[3][5].Stand != rapportage.GeenTotaal || grid[3][0].Stand != rapportage.Getoond {
		t.Errorf("a month that is not published: %+v, its total %+v", grid[2][5], grid[3][5])
	}
	if m := in.Doelen[0].Maten[1]; m.Waarde != nil || !m.Afgeschermd || m.Tabel != -1 || strings.Contains(m.Reden, "7,1") {
		t.Errorf("a mark of a closed survey: %+v", m)
	}
}
