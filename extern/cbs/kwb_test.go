// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cbs

import (
	"bytes"
	"compress/gzip"
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

func inhoud(t testing.TB, naam string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", naam))
	if err != nil {
		t.Fatal(err)
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

// goed checks what every row must be, whatever the file.
func goed(t testing.TB, b cijfer.Bestand) {
	t.Helper()
	for _, r := range b.Regels {
		_, _, gebiedErr := gebied.ParseCode(r.Gebied)
		_, periodeErr := cijfer.ParsePeriode(string(r.Periode))
		leeg := r.Attribuut == cijfer.Onbekend || r.Attribuut == cijfer.Geheim || r.Attribuut == cijfer.NietVanToepassing
		switch {
		case gebiedErr != nil || periodeErr != nil || r.Periode.Lengte() != cijfer.Jaar || r.Lijn < 1:
			t.Fatalf("regel %+v", r)
		case !strings.HasPrefix(r.Soort, "kwb-") && !strings.HasPrefix(r.Soort, "ses-") || r.SoortNaam == "" || r.Eenheid == "":
			t.Fatalf("soort %+v", r)
		case leeg != (r.Waarde == nil):
			t.Fatalf("waarde en attribuut passen niet: %+v", r)
		case r.Waarde != nil && (math.IsNaN(*r.Waarde) || math.IsInf(*r.Waarde, 0) || *r.Waarde <= -99990):
			t.Fatalf("waarde %v", *r.Waarde)
		}
	}
}

func kort(b cijfer.Bestand) (uit []string) {
	for _, r := range b.Regels {
		w := "-"
		if r.Waarde != nil {
			w = fmt.Sprint(*r.Waarde)
		}
		uit = append(uit, strings.TrimSpace(fmt.Sprintf("%d %s %s %s %s %s %s", r.Lijn, r.Gebied, r.Soort, string(r.Periode), w, r.Eenheid, r.Attribuut)))
	}
	for _, w := range b.Weigeringen {
		uit = append(uit, fmt.Sprintf("%d! %s: %s", w.Lijn, w.Kolom, w.Reden))
	}
	return uit
}

const rij = `{"ID":1,"WijkenEnBuurten":"GM0599    ","AantalInwoners_5":"  651157","TotaalDiefstalUitWoningSchuurED_106":5}`

func pagina(tabel, rijen string) string {
	return `{"odata.metadata":"https://opendata.cbs.nl/ODataApi/OData/` + tabel + `/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[` + rijen + `]}`
}

func TestRotterdamKWB(t *testing.T) {
	in := inhoud(t, "kwb_rotterdam.json.gz")
	if _, err := LeesKWB(bytes.NewReader(in), cijfer.Opties{}); domein.KindOf(err) != domein.Invalid || !strings.Contains(err.Error(), "jaar: Het bestand zegt niet van welk jaar de cijfers zijn. Geef het jaar op") {
		t.Errorf("zonder jaar: %v", err)
	}
	b, err := LeesKWB(bytes.NewReader(in), cijfer.Opties{Jaar: 2017})
	if err != nil {
		t.Fatal(err)
	}
	goed(t, b)
	// Record 42 has a misspelt name of a column, as published: k_65JaarrOfOude.
	if len(b.Regels) != 115*14-1 || b.Bron.Code != "KWB" {
		t.Errorf("%d regels, bron %s", len(b.Regels), b.Bron.Code)
	}
	if w := kort(b)[len(b.Regels):]; len(w) != 2 || !strings.HasPrefix(w[0], "42! k_65JaarrOfOude_12: De eerste rij") || !strings.HasPrefix(w[1], "42! k_65JaarOfOuder_12: Deze kolom ontbreekt") {
		t.Errorf("weigeringen %v", w)
	}
	per := map[cijfer.Attribuut]int{}
	som := map[gebied.Niveau]float64{}
	for _, r := range b.Regels {
		per[r.Attribuut]++
		if _, n, _ := gebied.ParseCode(r.Gebied); r.Soort == "kwb-k_0Tot15Jaar" && r.Waarde != nil {
			som[n] += *r.Waarde
		}
	}
	if per[cijfer.Onbekend] != 147 || per[cijfer.NietVanToepassing]+per[cijfer.Definitief]+147 != 115*14-1 {
		t.Errorf("attributen %v", per)
	}
	// CBS rounds buurten to 5; their sum must come near the city.
	if g := som[gebied.Gemeente]; g != 103435 || math.Abs(som[gebied.Buurt]-g) > 600 || math.Abs(som[gebied.Wijk]-g) > 100 {
		t.Errorf("kinderen: %v", som)
	}
}

// A genuine StatLine download: codes and numbers padded, "." for unknown, the year in the rows.
func TestAmsterdamStatLine(t *testing.T) {
	b, err := LeesKWB(bytes.NewReader(inhoud(t, "85163NED_amsterdam.csv.gz")), cijfer.Opties{})
	if err != nil {
		t.Fatal(err)
	}
	goed(t, b)
	if len(b.Regels) != 579*6 || len(b.Weigeringen) != 0 || b.Bron.Code != "SES-WOA" {
		t.Errorf("%d regels, weigeringen %+v, bron %s", len(b.Regels), b.Weigeringen, b.Bron.Code)
	}
	wil := []string{"2 GM0363 ses-ParticuliereHuishoudens 2019JJ00 457400 aantal", "2 GM0363 ses-OpleidingsniveauLaag 2019JJ00 20.8 %", "2 GM0363 ses-OpleidingsniveauMiddelbaar 2019JJ00 29.8 %", "2 GM0363 ses-OpleidingsniveauHoog 2019JJ00 49.5 %", "2 GM0363 ses-Totaalscore 2019JJ00 -0.1 score", "2 GM0363 ses-Spreiding 2019JJ00 1.01 score"}
	if uit := kort(b)[:6]; strings.Join(uit, "\n") != strings.Join(wil, "\n") {
		t.Errorf("%s", strings.Join(uit, "\n"))
	}
}

const statline = "\ufeff\"Wijken en buurten\";\"Regioaanduiding/Soort regio (omschrijving)\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";\"Bevolking/Bevolking naar herkomst/Herkomstland/Nederland (aantal)\";\"Veiligheid/Totaal diefstal uit woning, schuur, e.d. (per 1 000 inwoners)\"\r\n"

func TestKWBRijen(t *testing.T) {
	namen := map[string][]string{"spangen": {"BU05990323"}, "delfshaven": {"WK059903", "BU05990320"}}
	for _, c := range []struct {
		naam, in string
		jaar     int
		wil      []string
	}{
		{"jaar uit de tabel", pagina("85318NED", rij), 1999, []string{"1 GM0599 kwb-AantalInwoners 2022JJ00 651157 aantal", "1 GM0599 kwb-TotaalDiefstalUitWoningSchuurED 2022JJ00 5 per 1.000 inwoners"}},
		{"nieuwe tabel, jaar van de gebruiker", pagina("86999NED", rij), 2026, []string{"1 GM0599 kwb-AantalInwoners 2026JJ00 651157 aantal", "1 GM0599 kwb-TotaalDiefstalUitWoningSchuurED 2026JJ00 5 per 1.000 inwoners"}},
		{"jaar uit de rij gaat voor", pagina("85318NED", `{"WijkenEnBuurten":"GM0599","Perioden":"2020JJ00","Mannen_6":1},{"WijkenEnBuurten":"GM0599","Perioden":"2020MM01","Mannen_6":1}`), 0, []string{"1 GM0599 kwb-Mannen 2020JJ00 1 aantal", "2! Perioden: \"2020MM01\" is geen jaar"}},
		{"geen cijfer is geen nul", pagina("85318NED", `{"WijkenEnBuurten":"GM0599","Mannen_6":null,"Vrouwen_7":"       .","Gehuwd_14":"        ","Ongehuwd_13":-99997,"Verweduwd_16":"-99995","Gescheiden_15":-99999999.0,"HuishoudensTotaal_28":0}`), 0,
			[]string{"1 GM0599 kwb-Mannen 2022JJ00 - aantal onbekend", "1 GM0599 kwb-Vrouwen 2022JJ00 - aantal onbekend", "1 GM0599 kwb-Gehuwd 2022JJ00 - aantal niet van toepassing", "1 GM0599 kwb-Ongehuwd 2022JJ00 - aantal onbekend", "1 GM0599 kwb-Verweduwd 2022JJ00 - aantal niet van toepassing", "1 GM0599 kwb-Gescheiden 2022JJ00 - aantal onbekend", "1 GM0599 kwb-HuishoudensTotaal 2022JJ00 0 aantal"}},
		{"herkomst nooit", pagina("85618NED", `{"WijkenEnBuurten":"GM0599","Mannen_6":1,"Nederland_17":1,"EuropaExclusiefNederland_18":2,"BuitenEuropa_19":3,"NietWestersTotaal_18":4,"Marokko_19":5,"NederlandseAchtergrond_9":6}`), 0,
			[]string{"1 GM0599 kwb-Mannen 2023JJ00 1 aantal", "0! Nederland_17, EuropaExclusiefNederland_18, BuitenEuropa_19, ...: Kolommen over herkomst zijn overgeslagen (6)"}},
		{"onbekende en dubbele kolommen", pagina("85618NED", `{"WijkenEnBuurten":"GM0599","Mannen_6":1,"Appartement_48":2,"IetsNieuws_99":3,"Koopwoningen_40":4,"Koopwoningen_41":5}`), 0,
			[]string{"1 GM0599 kwb-Mannen 2023JJ00 1 aantal", "0! Appartement_48, IetsNieuws_99, Koopwoningen_40, Koopwoningen...: Kolommen zijn niet ingelezen (4)"}},
		{"code in een eigen kolom", pagina("85618NED", `{"WijkenEnBuurten":"Rotterdam","Codering_3":"GM0599    ","Mannen_6":1}`), 0, []string{"1 GM0599 kwb-Mannen 2023JJ00 1 aantal"}},
		{"fouten in rijen", pagina("85618NED", `{"WijkenEnBuurten":"NL00","Mannen_6":1,"MediaanVermogenVanParticuliereHuish_9":1},{"WijkenEnBuurten":"GM0599","Mannen_6":-1,"MediaanVermogenVanParticuliereHuish_9":-1.5},{"WijkenEnBuurten":"GM0600","Mannen_6":"=1","MediaanVermogenVanParticuliereHuish_9":"veel"},{"WijkenEnBuurten":"GM0600"},{"WijkenEnBuurten":null,"Mannen_6":1,"MediaanVermogenVanParticuliereHuish_9":1}`), 0,
			[]string{"2 GM0599 kwb-MediaanVermogenVanParticuliereHuish 2023JJ00 -1.5 euro x 1.000", "1! WijkenEnBuurten: NL00 is geen gemeente", "2! Mannen_6: Dit cijfer kan niet onder nul", "3! Mannen_6: De cel begint met =", "3! MediaanVermogenVanParticuliereHuish_9: \"veel\" is geen getal", "4! Mannen_6: Deze kolom ontbreekt in de rij", "4! MediaanVermogenVanParticuliereHuish_9: Deze kolom ontbreekt", "5! WijkenEnBuurten: \"\" is geen CBS-code"}},
		{"niet de laatste pagina", strings.Replace(pagina("85618NED", rij), `"value"`, `"odata.nextLink":"https://x","value"`, 1), 0, []string{"1 GM0599 kwb-AantalInwoners 2023JJ00 651157 aantal", "1 GM0599 kwb-TotaalDiefstalUitWoningSchuurED 2023JJ00 5 per 1.000 inwoners", "0! odata.nextLink: Dit is niet de laatste pagina"}},
		{"StatLine", statline + "\"Spangen\";\"Buurt\";\"BU05990323\";\"    9540\";\"    3000\";\"       7\"\r\n\"Spangen\";\"Buurt\";\"BU05990324\";\"       .\";\"    3000\";\"\"\r\n\"=x\";\"Buurt\";\"BU05990325\";\"1\";\"2\";\"3\"\r\n", 2022,
			[]string{"2 BU05990323 kwb-AantalInwoners 2022JJ00 9540 aantal", "2 BU05990323 kwb-TotaalDiefstalUitWoningSchuurED 2022JJ00 7 per 1.000 inwoners", "3 BU05990324 kwb-AantalInwoners 2022JJ00 - aantal onbekend", "3 BU05990324 kwb-TotaalDiefstalUitWoningSchuurED 2022JJ00 - per 1.000 inwoners niet van toepassing",
				"0! Bevolking/Bevolking naar herkomst/...: Kolommen over herkomst", "4! Wijken en buurten: De cel begint met ="}},
		{"StatLine met namen en een voorlopig jaar", "Perioden;Wijken en buurten;Soort regio (omschrijving);Mannen (aantal)\n2024*;Spangen;Buurt;5\n2024*;Delfshaven;Wijk;6\n2024*;Delfshaven;;6\n2024*;Mars;;6\n2024*;Mars;6\n", 0,
			[]string{"2 BU05990323 kwb-Mannen 2024JJ00 5 aantal voorlopig", "3 WK059903 kwb-Mannen 2024JJ00 6 aantal voorlopig", "4! Wijken en buurten: De naam \"Delfshaven\" hoort bij meer dan één gebied", "5! Wijken en buurten: Er is geen gebied bekend", "6! : Deze regel heeft 3 kolommen"}},
		{"zelfde titel, andere eenheid", "Perioden;Wijken en buurten (code);Totaal diefstal uit woning, schuur, e.d. (aantal);Mannen (aantal)\n2024;GM0599;50;1\n", 0, []string{"2 GM0599 kwb-Mannen 2024JJ00 1 aantal", "0! Totaal diefstal uit woning, schuur, e.d. (aantal): Kolommen zijn niet ingelezen (1)"}},
	} {
		b, err := LeesKWB(strings.NewReader(c.in), cijfer.Opties{Gebieden: namen, Jaar: c.jaar})
		if err != nil {
			t.Errorf("%s: %v", c.naam, err)
			continue
		}
		goed(t, b)
		uit := kort(b)
		klopt := len(uit) == len(c.wil)
		for i := 0; klopt && i < len(c.wil); i++ {
			kop, staart, _ := strings.Cut(c.wil[i], "...")
			klopt = strings.HasPrefix(uit[i], kop) && strings.Contains(uit[i], staart)
		}
		if !klopt {
			t.Errorf("%s:\n %s\nwil\n %s", c.naam, strings.Join(uit, "\n "), strings.Join(c.wil, "\n "))
		}
	}
}

func TestKWBGeweigerd(t *testing.T) {
	for _, c := range []struct {
		naam, in string
		delen    []string
	}{
		{"leeg", "", []string{"Het bestand is leeg"}},
		{"alles fout tegelijk", pagina("86999NED", `{"a":1}`), []string{"WijkenEnBuurten: De kolom met het gebied ontbreekt", "kolommen: Geen enkele kolom", "jaar: Het bestand zegt niet"}},
		{"kolommen en codering", "a;b\ncaf\xe9;1\n", []string{"kolommen: Geen enkele kolom", "Windows-1252"}},
		{"twee tabellen", pagina("85318NED", rij) + pagina("85618NED", rij), []string{"twee tabellen, 85318NED en 85618NED"}},
		{"geen rijen", statline[:strings.Index(statline, "\r\n")] + ";\"Perioden\"\r\n", []string{"alleen kolomnamen"}},
		{"JSON afgekapt", pagina("85318NED", rij)[:180], []string{"afgekapt"}},
		{"CSV afgekapt", statline + `"Spangen";"Bu`, []string{"afgekapt"}},
		{"alleen titels", strings.Replace(pagina("85318NED", `{"Key":"GM0599"}`), "TypedDataSet", "WijkenEnBuurten", 1), []string{"geen rijen met cijfers"}},
		{"NUL", statline + "\x00", []string{"NUL-teken"}},
		{"lijst", "[" + rij + "]", []string{"geen pagina van OData"}},
	} {
		b, err := LeesKWB(strings.NewReader(c.in), cijfer.Opties{Jaar: map[bool]int{true: 0, false: 2022}[c.naam == "alles fout tegelijk"]})
		if domein.KindOf(err) != domein.Invalid || len(b.Regels) > 0 {
			t.Errorf("%s: fout %v", c.naam, err)
			continue
		}
		for _, d := range c.delen {
			if !strings.Contains(err.Error(), d) {
				t.Errorf("%s: %v; wil %q", c.naam, err, d)
			}
		}
	}
}

func TestOnderwerpen(t *testing.T) {
	if n := len(onderwerpen()); n != 118 {
		t.Errorf("%d onderwerpen gelezen, wil 118", n)
	}
	for sleutel, o := range onderwerpen() {
		if isOverHerkomst(sleutel, cijfer.NormNaam(sleutel)) || isOverHerkomst(o.naam, cijfer.NormNaam(o.naam)) {
			t.Errorf("%s gaat over herkomst", sleutel)
		}
		if o.eenheid == "" || o.naam == "" {
			t.Errorf("%s: %+v", sleutel, o)
		}
	}
	// The title in StatLine gives the same kind as the name in OData.
	for titel, naam := range map[string]string{
		"Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)":                                               "k_0Tot15Jaar_8",
		"Bevolking/Particuliere huishoudens/Huishoudens totaal (aantal)":                                  "HuishoudensTotaal_29",
		"Bevolking/Bevolkingsdichtheid (aantal inwoners per km²)":                                         "Bevolkingsdichtheid_34",
		"Bedrijfsvestigingen, SBI 2008/Bedrijfsvestigingen naar activiteit/G+I Handel en horeca (aantal)": "GIHandelEnHoreca_98",
		"Oppervlakte/Oppervlakte totaal (ha)":                                                             "OppervlakteTotaal_115",
	} {
		a, b := kolomVan(titel), kolomVan(naam)
		if a.rol != isCijfer || a.onderwerp != b.onderwerp {
			t.Errorf("%s: %+v, %s: %+v", titel, a, naam, b)
		}
	}
}

func TestHerken(t *testing.T) {
	for naam, c := range map[string]struct {
		in  string
		wil bool
	}{
		"OData":              {string(inhoud(t, "kwb_rotterdam.json.gz")[:4096]), true},
		"StatLine":           {statline, true},
		"SES-WOA":            {string(inhoud(t, "85163NED_amsterdam.csv.gz")[:4096]), true},
		"politie":            {`{"odata.metadata":"https://x/47022NED/$metadata#TypedDataSet","value":[{"SoortMisdrijf":"1.1.1 ","WijkenEnBuurten":"GM0599","Perioden":"2025MM01","GeregistreerdeMisdrijven_1":1}]}`, false},
		"portaal":            {"\"Soort misdrijf\";\"Perioden\";\"Wijken en buurten\";\"Geregistreerde misdrijven (aantal)\"\n", false},
		"canoniek":           {"code;periode;maat;waarde;waardeattribuut;bron\n", false},
		"leeg":               {"", false},
		"tabel zonder rijen": {`{"odata.metadata":"https://x/85318NED/$metadata#TypedDataSet","value":[]}`, true},
	} {
		if HerkenKWB([]byte(c.in)) != c.wil {
			t.Errorf("%s: %v", naam, !c.wil)
		}
	}
}

func FuzzLeesKWB(f *testing.F) {
	f.Add(pagina("85318NED", rij), 0)
	f.Add(statline+"\"Spangen\";\"Buurt\";\"BU05990323\";\"    9540\";\"    3000\";\"       7\"\r\n", 2022)
	f.Add("Perioden,Wijken en buurten,Mannen (aantal)\n2024*,GM0599,5\n", -1)
	f.Fuzz(func(t *testing.T, in string, jaar int) {
		HerkenKWB([]byte(in))
		if b, err := LeesKWB(strings.NewReader(in), cijfer.Opties{Jaar: jaar}); err == nil {
			goed(t, b)
		} else if len(b.Regels) > 0 {
			t.Fatal("regels bij een fout")
		}
	})
}

// 15,000 figures, as many as a municipality of 115 areas has in 130 topics.
func BenchmarkKWB(b *testing.B) {
	kop, rijen := strings.Builder{}, strings.Builder{}
	kop.WriteString("Wijken en buurten (code)")
	n := 0
	for _, sleutel := range []string{"Mannen", "Vrouwen", "Gehuwd", "Ongehuwd", "Verweduwd", "Gescheiden", "Koopwoningen", "Motorfietsen", "HuishoudensTotaal", "Bevolkingsdichtheid"} {
		kop.WriteString(";" + sleutel)
		n++
	}
	for i := range 1500 {
		fmt.Fprintf(&rijen, "\nBU0599%04d%s", i, strings.Repeat(";    1234", n))
	}
	csv := kop.String() + rijen.String()
	jsonRij := strings.Repeat(`{"WijkenEnBuurten":"BU0599%04d","Mannen_6":"    1234","Vrouwen_7":1,"Gehuwd_8":1,"Ongehuwd_9":1,"Verweduwd_10":1,"Gescheiden_11":1,"Koopwoningen_12":1,"Motorfietsen_13":1,"HuishoudensTotaal_14":1,"Bevolkingsdichtheid_15":1},`, 1)
	var js strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&js, jsonRij, i)
	}
	for naam, in := range map[string]string{"CSV": csv + "\n", "OData": pagina("85318NED", strings.TrimSuffix(js.String(), ","))} {
		b.Run(naam, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if uit, err := LeesKWB(strings.NewReader(in), cijfer.Opties{Jaar: 2022}); err != nil || len(uit.Regels) != 15_000 {
					b.Fatal(len(uit.Regels), err)
				}
			}
		})
	}
}
