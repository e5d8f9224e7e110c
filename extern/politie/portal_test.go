// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package politie

import (
	"bytes"
	"strings"
	"testing"

	"dwarsverband/domein/cijfer"
)

const (
	kopMisdrijf = "\ufeff\"Soort misdrijf\";\"Perioden\";\"Wijken en buurten\";\"Geregistreerde misdrijven (aantal)\"\r\n"
	kopOverlast = "\"Perioden\";\"Overlast\";\"Geregistreerde overlast (aantal)\";\"Wijken en buurten\"\n"
)

var testGebieden = cijfer.Opties{Gebieden: map[string][]string{
	"rotterdam": {"GM0599"}, "charlois": {"WK059915"}, "oudcharlois": {"BU05991574"}, "spangen": {"BU05990323"}, "delfshaven": {"WK059903", "BU05990320"},
}}

// regels joins rows of cells as the portal writes them.
func regels(rijen ...string) string {
	var b strings.Builder
	for _, r := range rijen {
		b.WriteString(`"` + strings.ReplaceAll(r, "|", `";"`) + "\"\r\n")
	}
	return b.String()
}

// Each trap of the portal has its row.
func TestPortalVallen(t *testing.T) {
	for _, c := range []struct {
		naam, in string
		wil      []string
	}{
		{"labels en uitgelijnde getallen", kopMisdrijf + regels("1.1.1 Diefstal/inbraak woning|2022 augustus|Spangen|      22"), []string{"2 BU05990323 misdrijf-1.1.1 2022MM08 22"}},
		{"voorlopig", kopMisdrijf + regels("1.1.1 Diefstal/inbraak woning|2022 augustus*|Spangen|      22", "1.1.1 Diefstal/inbraak woning|2022 september*|Spangen|       ."), []string{"2 BU05990323 misdrijf-1.1.1 2022MM08 22 voorlopig", "3 BU05990323 misdrijf-1.1.1 2022MM09 - onbekend"}},
		{"punt en leeg", kopMisdrijf + regels("3.1.3 Wapenhandel|2022 mei|Spangen|       .", "3.1.3 Wapenhandel|2022 juni|Spangen|"), []string{"2 BU05990323 misdrijf-3.1.3 2022MM05 - onbekend politie", "3 BU05990323 misdrijf-3.1.3 2022MM06 - niet van toepassing politie"}},
		{"namen van gebieden", kopMisdrijf + regels("Totaal misdrijven|2022 mei|Rotterdam (Gemeente)|1", "Totaal misdrijven|2022 mei|Charlois (Gebied)|2", "Totaal misdrijven|2022 mei|Oud Charlois|3", "Totaal misdrijven|2022 mei|Delfshaven|4", "Totaal misdrijven|2022 mei|Atlantis|5", "Totaal misdrijven|2022 mei|Nederland|6"),
			[]string{"2 GM0599 misdrijf-0.0.0 2022MM05 1 totaal", "3 WK059915 misdrijf-0.0.0 2022MM05 2 totaal", "4 BU05991574 misdrijf-0.0.0 2022MM05 3 totaal",
				"5! Wijken en buurten: De naam \"Delfshaven\" hoort bij meer dan één gebied (WK059903, BU05990320). Download het bestand opnieuw met de kolom met regiocodes.", "6! Wijken en buurten: Er is geen gebied bekend met de naam \"Atlantis\"...", "7! Wijken en buurten: Nederland is geen gemeente..."}},
		{"de wijk van dezelfde naam staat verderop", kopMisdrijf + regels("Totaal misdrijven|2022 mei|Delfshaven|4", "Totaal misdrijven|2022 mei|Delfshaven (Gebied)|9"), []string{"2 BU05990320 misdrijf-0.0.0 2022MM05 4 totaal", "3 WK059903 misdrijf-0.0.0 2022MM05 9 totaal"}},
		{"codes gaan voor namen", `"Soort misdrijf";"Perioden";"Wijken en buurten";"Wijken en buurten (code)";"Geregistreerde misdrijven (aantal)"` + "\n" + regels("1.1.1 x|2022 mei|Onbekend|BU0363AD03|1", "1.1.1 x|2022 mei|Nederland|NL00      |1"), []string{"2 BU0363AD03 misdrijf-1.1.1 2022MM05 1", "3! Wijken en buurten (code): NL00 is geen gemeente..."}},
		{"niveau in een eigen kolom", `"Soort misdrijf";"Perioden";"Wijken en buurten";"Soort regio (omschrijving)";"Geregistreerde misdrijven (aantal)"` + "\n" + regels("1.1.1 x|2022 mei|Delfshaven|Wijk|1"), []string{"2 WK059903 misdrijf-1.1.1 2022MM05 1"}},
		{"jaar en kwartaal tussen maanden", kopMisdrijf + regels("1.1.1 x|2022|Spangen|99", "1.1.1 x|2022 1e kwartaal|Spangen|9", "1.1.1 x|2022 mei|Spangen|1"), []string{"4 BU05990323 misdrijf-1.1.1 2022MM05 1", "2! Perioden: Jaartotaal in een maandtabel...", "3! Perioden: Kwartaaltotaal in een maandtabel..."}},
		{"alleen jaren is de jaartabel", kopMisdrijf + regels("1.1.1 x|2022|Spangen|99", "1.1.1 x|2023*|Spangen|98"), []string{"2 BU05990323 misdrijf-jaar-1.1.1 2022JJ00 99", "3 BU05990323 misdrijf-jaar-1.1.1 2023JJ00 98 voorlopig"}},
		{"overlast", kopOverlast + "\"2022 mei\";\"Melding overlast jeugd\";\"  7\";\"Spangen\"\n\"2022 mei\";\"Totaal registraties overlast\";\"  9\";\"Spangen\"\n\"2022\";\"Melding overlast jeugd\";\"  70\";\"Spangen\"\n",
			[]string{"2 BU05990323 overlast-melding-overlast-jeugd 2022MM05 7", "3 BU05990323 overlast-totaal-registraties-overlast 2022MM05 9 totaal", "4! Perioden: Jaartotaal in een maandtabel..."}},
		{"label zonder code", kopMisdrijf + regels("Straatroof|2022 mei|Spangen|1", "Misdrijven, totaal|2022 mei|Spangen|1", "Gekkigheid|2022 mei|Spangen|1"), []string{"2 BU05990323 misdrijf-1.4.6 2022MM05 1", "3 BU05990323 misdrijf-0.0.0 2022MM05 1 totaal", "4! Soort misdrijf: Het programma kent deze soort niet: \"Gekkigheid\"..."}},
		{"onmogelijk", kopMisdrijf + regels("1.1.1 x|2025 brumaire|Spangen|1", "1.1.1 x|2022 mei|Spangen|-1", "1.1.1 x|2022 mei|Spangen|1,5", "1.1.1 x|2022 mei|Spangen|1.382.000", "1.1.1 x|2022 mei|Spangen|=1+1", "1.1.1 x|2022 mei|@Spangen|1", "1.1.1 x|2022 mei|Spangen", strings.Repeat("x|", 199)+"x"),
			[]string{"2! Perioden: \"2025 brumaire\" is geen periode...", "3! Geregistreerde misdrijven (aantal): Een aantal kan niet onder nul...", "4! Geregistreerde misdrijven (aantal): Dit is geen geheel aantal...", "5! Geregistreerde misdrijven (aantal): \"1.382.000\" is geen getal...", "6! Geregistreerde misdrijven (aantal): De cel begint met =...",
				"7! Wijken en buurten: De cel begint met =...", "8! : Deze regel heeft 3 kolommen...", "9! : Deze regel heeft 200 kolommen..."}},
		{"dubbel", kopMisdrijf + regels("1.1.1 x|2022 mei|Spangen|1", "1.1.1 x|2022 mei|Spangen|1", "1.1.1 x|2022 juni|Spangen|1", "1.1.1 x|2022 juni|spangen|2"), []string{"2 BU05990323 misdrijf-1.1.1 2022MM05 1", "4! Geregistreerde misdrijven (aantal): ...regel 5", "5! Geregistreerde misdrijven (aantal): ...regel 4"}},
	} {
		b, err := LeesPortal(strings.NewReader(c.in), testGebieden)
		vergelijk(t, c.naam, b, err, c.wil)
	}
}

func TestPortalGeweigerd(t *testing.T) {
	for _, c := range []struct {
		naam, in string
		delen    []string
	}{
		{"leeg", "", []string{"Het bestand is leeg"}},
		{"alleen een kop", kopMisdrijf, []string{"alleen kolomnamen"}},
		{"verkeerde kolommen", "a;b\n1;2\n", []string{"Soort misdrijf (of Overlast): Deze kolom ontbreekt", "Wijken en buurten: Deze kolom ontbreekt", "Perioden: Deze kolom ontbreekt", "Geregistreerde misdrijven (aantal)"}},
		{"kolommen en codering", "a;b\ncaf\xe9;2\n", []string{"Perioden: Deze kolom ontbreekt", "Windows-1252"}},
		{"soort en onderwerp van verschillende tabellen", "Overlast;Perioden;Wijken en buurten;Geregistreerde misdrijven (aantal)\na;b;c;1\n", []string{"Geregistreerde overlast (aantal): Deze kolom ontbreekt"}},
		{"dubbele kolom", "Perioden;" + strings.TrimPrefix(kopMisdrijf, "\ufeff") + "a;b;c;d;1\n", []string{"Perioden: Deze kolom staat twee keer"}},
		{"UTF-16", "\xff\xfeS\x00o\x00", []string{"UTF-16"}},
		{"NUL", kopMisdrijf + "\x00", []string{"NUL-teken"}},
		{"afgekapt in een cel", kopMisdrijf + regels("1.1.1 x|2022 mei|Spangen|1") + `"1.1.1 x";"2022 me`, []string{"afgekapt"}},
	} {
		b, err := LeesPortal(strings.NewReader(c.in), testGebieden)
		geweigerd(t, c.naam, b, err, c.delen...)
	}
}

func TestSoorten(t *testing.T) {
	misdrijven := 0
	for code, s := range soorten() {
		if !strings.HasPrefix(code, "overlast-") {
			misdrijven++
		}
		if s.politie != (s.reden != "") || s.titel == "" {
			t.Errorf("%s: %+v: een soort die achterblijft, heeft een reden", code, s)
		}
	}
	if misdrijven != 59 {
		t.Errorf("%d soorten, wil 59", misdrijven)
	}
	for _, code := range []string{"2.1.1", "3.1.1", "3.1.3", "3.5.2", "3.6.4"} {
		if !soorten()[code].politie || Toelichting("misdrijf-jaar-"+code) == "" || Toelichting("misdrijf-"+code) != Toelichting("misdrijf-jaar-"+code) {
			t.Errorf("%s meet het werk van de politie", code)
		}
	}
	for _, code := range []string{"1.1.1", "1.2.3", "1.4.6"} {
		if soorten()[code].politie || Toelichting("misdrijf-"+code) != "" {
			t.Errorf("%s wordt gemeld door burgers", code)
		}
	}
	if Toelichting("misdrijf-9.9.9") == "" {
		t.Error("een onbekende soort blijft achter en zegt waarom")
	}
}

func TestHerken(t *testing.T) {
	for naam, c := range map[string]struct {
		in             []byte
		odata, portaal bool
	}{
		"OData":      {inhoud(t, "47022NED_rotterdam_1.json.gz")[:64<<10], true, false},
		"portaal":    {inhoud(t, "47022NED_rotterdam_portal.csv.gz")[:64<<10], false, true},
		"plaatsen":   {inhoud(t, "plaatsen_portal.csv"), false, true},
		"canoniek":   {[]byte("code;periode;maat;waarde;waardeattribuut;bron\n"), false, false},
		"kerncijfer": {[]byte(`{"value":[{"WijkenEnBuurten":"GM0599","AantalInwoners_5":1}]}`), false, false},
		"leeg":       {nil, false, false},
	} {
		if HerkenOData(c.in) != c.odata || HerkenPortal(c.in) != c.portaal {
			t.Errorf("%s: OData %v, portaal %v", naam, HerkenOData(c.in), HerkenPortal(c.in))
		}
	}
}

func FuzzLeesPortal(f *testing.F) {
	f.Add(kopMisdrijf + regels("1.1.1 Diefstal/inbraak woning|2022 augustus*|Spangen|      22", "Totaal misdrijven|2022|Charlois (Gebied)|  ."))
	f.Add(kopOverlast + "\"2022 mei\";\"Melding overlast jeugd\";\"  7\";\"Spangen\"\n")
	f.Fuzz(func(t *testing.T, in string) {
		HerkenPortal([]byte(in))
		if b, err := LeesPortal(strings.NewReader(in), testGebieden); err == nil {
			goed(t, b)
		} else if len(b.Regels) > 0 {
			t.Fatal("regels bij een fout")
		}
	})
}

func BenchmarkOData(b *testing.B) {
	in := append(inhoud(b, "47022NED_rotterdam_1.json.gz"), inhoud(b, "47022NED_rotterdam_2.json.gz")...)
	b.ReportAllocs()
	for b.Loop() {
		if uit, err := LeesOData(bytes.NewReader(in), cijfer.Opties{}); err != nil || len(uit.Regels) != 15_120 {
			b.Fatal(len(uit.Regels), err)
		}
	}
}

func BenchmarkPortal(b *testing.B) {
	in, o := inhoud(b, "47022NED_rotterdam_portal.csv.gz"), rotterdam(b)
	b.ReportAllocs()
	for b.Loop() {
		if uit, err := LeesPortal(bytes.NewReader(in), o); err != nil || len(uit.Regels) != 15_120 {
			b.Fatal(len(uit.Regels), err)
		}
	}
}
