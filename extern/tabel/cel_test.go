// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"strings"
	"testing"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

func TestPeriode(t *testing.T) {
	for in, wil := range map[string]string{
		"2022 augustus": "2022MM08", "2022 augustus*": "2022MM08*", "2022*": "2022JJ00*", " 2022 ": "2022JJ00", "2022MM08": "2022MM08", "2022 3e kwartaal**": "2022KW03*",
		"2025MM13": "", "2022 brumaire": "", "": "", "*": "", "0022": "", "2022 5e kwartaal": "", "augustus 2022": "", "2022JJ01": "",
	} {
		p, voorlopig, err := Periode(in)
		uit := string(p)
		if voorlopig && err == nil {
			uit += "*"
		}
		if uit != wil || (err == nil) != (wil != "") {
			t.Errorf("%q: %q, fout %v; wil %q", in, uit, err, wil)
		}
	}
}

func TestGetal(t *testing.T) {
	for in, wil := range map[string]float64{"12": 12, "12,5": 12.5, "-0.25": -0.25, "-0": 0, "007": 7} {
		if f, ok := Getal(in); !ok || f != wil {
			t.Errorf("%q: %v %v", in, f, ok)
		}
	}
	for _, in := range []string{"", ".", "NaN", "Inf", "-Inf", "1e9", "0x10", "1_000", "1.000.000", "1 000", "+5", "--5", "5-", "½", strings.Repeat("9", 41), "5.", ".5", "1,5,5"} {
		if f, ok := Getal(in); ok {
			t.Errorf("%q werd %v", in, f)
		}
	}
	if f, ok := GetalVan(Veld{Vorm: Nummer, Waarde: "4.01E2"}); !ok || f != 401 {
		t.Errorf("JSON-getal met exponent: %v %v", f, ok)
	}
	if f, ok := GetalVan(Veld{Vorm: Nummer, Waarde: "1e999"}); ok {
		t.Errorf("te groot: %v", f)
	}
}

func TestNamenVanOnderwerpen(t *testing.T) {
	for in, wil := range map[string]string{
		"0 tot 15 jaar": "k_0Tot15Jaar", "Personenauto's totaal": "PersonenautoSTotaal", "Totaal diefstal uit woning, schuur, e.d.": "TotaalDiefstalUitWoningSchuurED",
		"K-L Financiële diensten, onroerend goed": "KLFinancieleDienstenOnroerendGoed", "Gem. gestandaardiseerd inkomen van huish": "GemGestandaardiseerdInkomenVanHuish", "": "",
	} {
		if uit := OnderwerpNaam(in); uit != wil {
			t.Errorf("%q: %q, wil %q", in, uit, wil)
		}
	}
	if uit := Slug("Overlast i.v.m. alcohol/drugs"); uit != "overlast-ivm-alcohol-drugs" {
		t.Error(uit)
	}
}

func TestNamen(t *testing.T) {
	n := NewNamen(map[string][]string{
		"rotterdam": {"GM0599"}, "charlois": {"WK059915"}, "oudcharlois": {"BU05991574"}, "delfshaven": {"WK059903", "BU05990320"},
		"bergennh": {"GM0373"}, "centrum": {"BU05990110", "BU03630000"},
	})
	n.Zie("Delfshaven (Gebied)")
	for _, c := range []struct {
		label  string
		niveau gebied.Niveau
		code   string
		reden  string
	}{
		{"Rotterdam (Gemeente)", "", "GM0599", ""},
		{"Charlois (Gebied)", "", "WK059915", ""},
		{"Oud Charlois", "", "BU05991574", ""},
		{"Delfshaven (Gebied)", "", "WK059903", ""},
		{"Delfshaven", "", "BU05990320", ""},
		{"Delfshaven", gebied.Wijk, "WK059903", ""},
		{"Bergen (NH.)", "", "GM0373", ""},
		{"BU0363AD03", "", "BU0363AD03", ""},
		{"Charlois (Buurt)", "", "", "geen gebied bekend"},
		{"Atlantis", "", "", "geen gebied bekend met de naam \"Atlantis\""},
		{"Centrum", "", "", "meer dan één gebied (BU05990110, BU03630000)"},
		{"Nederland", "", "", "Nederland is geen gemeente"},
		{"Zuid-Holland (PV)", "", "", "geen gemeente, wijk of buurt"},
		{"Regionale eenheid Rotterdam", "", "", "geen gemeente, wijk of buurt"},
	} {
		code, reden := n.Zoek(c.label, c.niveau)
		if code != c.code || (reden == "") != (c.reden == "") || !strings.Contains(reden, c.reden) {
			t.Errorf("%s: %q %q, wil %q %q", c.label, code, reden, c.code, c.reden)
		}
	}
	if _, reden := NewNamen(map[string][]string{"delfshaven": {"WK059903", "BU05990320"}}).Zoek("Delfshaven", ""); !strings.Contains(reden, "meer dan één") {
		t.Errorf("zonder de naam van de wijk in het bestand is Delfshaven onduidelijk: %q", reden)
	}
}

func TestOogstDubbel(t *testing.T) {
	een, twee := 1.0, 2.0
	r := func(lijn int, w *float64) cijfer.Regel {
		return cijfer.Regel{Lijn: lijn, Gebied: "GM0599", Soort: "x", Periode: "2025MM01", Waarde: w}
	}
	o := NewOogst()
	o.Neem(r(1, &een), "w")
	o.Neem(r(2, &een), "w")
	if b := o.Bestand(cijfer.Bron{}); len(b.Regels) != 1 || len(b.Weigeringen) != 0 {
		t.Errorf("gelijk: %+v", b)
	}
	o.Neem(r(3, &twee), "w")
	o.Neem(r(4, &een), "w")
	b := o.Bestand(cijfer.Bron{})
	if len(b.Regels) != 0 || len(b.Weigeringen) != 3 {
		t.Fatalf("ongelijk: %+v", b)
	}
	for i, wil := range []string{"regel 3", "regel 1", "regel 1"} {
		if w := b.Weigeringen[i]; !strings.Contains(w.Reden, wil) || w.Kolom != "w" {
			t.Errorf("weigering %d: %+v", i, w)
		}
	}
}
