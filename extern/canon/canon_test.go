// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package canon

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

const kop = "code;periode;maat;waarde;waardeattribuut;bron\n"

// goed checks what every row must be, whatever the file.
func goed(t testing.TB, b cijfer.Bestand) {
	t.Helper()
	for _, r := range b.Regels {
		_, _, gebiedErr := gebied.ParseCode(r.Gebied)
		_, periodeErr := cijfer.ParsePeriode(string(r.Periode))
		leeg := r.Attribuut == cijfer.Onbekend || r.Attribuut == cijfer.Geheim || r.Attribuut == cijfer.NietVanToepassing
		switch {
		case gebiedErr != nil || periodeErr != nil || r.Lijn < 2 || r.Bron == "" || !maatShape.MatchString(r.Soort):
			t.Fatalf("regel %+v", r)
		case strings.ContainsAny(r.SoortNaam+r.Eenheid+r.Bron, "\x00\n\r\t"):
			t.Fatalf("tekst %+v", r)
		case leeg != (r.Waarde == nil):
			t.Fatalf("waarde en attribuut passen niet: %+v", r)
		case r.Waarde != nil && (math.IsNaN(*r.Waarde) || math.IsInf(*r.Waarde, 0)):
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
		uit = append(uit, strings.TrimSpace(fmt.Sprintf("%d %s %s %s %s %s %s", r.Lijn, r.Gebied, r.Soort, string(r.Periode), w, r.Bron, r.Attribuut)))
	}
	for _, w := range b.Weigeringen {
		uit = append(uit, fmt.Sprintf("%d! %s: %s", w.Lijn, w.Kolom, w.Reden))
	}
	return uit
}

func TestVoorbeeld(t *testing.T) {
	f, err := os.Open("testdata/voorbeeld.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := Lees(f, cijfer.Opties{})
	if err != nil {
		t.Fatal(err)
	}
	goed(t, b)
	wil := []string{
		"2 GM9001 hg-meldingen 2025MM01 12 voorbeeld", "3 WK900101 hg-meldingen 2025MM01 - voorbeeld geheim", "4 WK900102 hg-meldingen 2025MM01 7 voorbeeld voorlopig",
		"5 BU90010101 veiligheidsgevoel 2025JJ00 -0.25 enquete 2025", "6 BU90010102 veiligheidsgevoel 2025JJ00 - enquete 2025 onbekend", "7 BU90010103 veiligheidsgevoel 2025JJ00 - enquete 2025 niet van toepassing",
	}
	if uit := kort(b); strings.Join(uit, "\n") != strings.Join(wil, "\n") {
		t.Errorf("%s", strings.Join(uit, "\n"))
	}
	if r := b.Regels[0]; r.SoortNaam != "Meldingen huiselijk geweld" || r.Eenheid != "aantal" || r.Totaal || r.Politie {
		t.Errorf("%+v", r)
	}
}

func TestRijen(t *testing.T) {
	for _, c := range []struct {
		naam, in string
		wil      []string
	}{
		{"komma's, BOM, andere volgorde, hoofdletters", "\ufeffBron,Maat,Periode,Code,WaardeAttribuut,Waarde\nb,m,2025KW03,GM0599,Voorlopig,\"1,5\"\n", []string{"2 GM0599 m 2025KW03 1.5 b voorlopig"}},
		{"spaties om cellen", kop + " GM0599 ; 2025MM01 ; m ; 1.5 ; ; b \n", []string{"2 GM0599 m 2025MM01 1.5 b"}},
		{"alle fouten van een rij", kop + "GM599;2025MM13;Maat!;veel;soms;\n", []string{"2! code: \"GM599\" is geen CBS-code", "2! periode: \"2025MM13\" is geen periode", "2! maat: De maat is geen code", "2! bron: Vul de code van de bron in", "2! waardeattribuut: \"soms\" is niet bekend", "2! waarde: \"veel\" is geen getal"}},
		{"NL00", kop + "NL00;2025MM01;m;1;;b\n", []string{"2! code: NL00 is geen gemeente, wijk of buurt"}},
		{"waarde en attribuut", kop + "GM0599;2025MM01;m;;;b\nGM0599;2025MM02;m;1;geheim;b\nGM0599;2025MM03;m;;voorlopig;b\n", []string{"2! waarde: De waarde ontbreekt", "3! waarde: Bij \"geheim\" hoort geen waarde", "4! waarde: De waarde ontbreekt"}},
		{"getallen", kop + "GM0599;2025MM01;m;NaN;;b\nGM0599;2025MM02;m;1e9;;b\nGM0599;2025MM03;m;1.000,5;;b\nGM0599;2025MM04;m;-1;;b\nGM0599;2025MM05;m;Inf;;b\n", []string{"2! waarde: \"NaN\" is geen getal", "3! waarde: \"1e9\"", "4! waarde: \"1.000,5\"", "5! waarde: Een aantal kan niet onder nul zijn. Is dit geen aantal?", "6! waarde: \"Inf\""}},
		{"formules", kop + "=GM0599;2025MM01;m;1;;b\nGM0599;2025MM01;m;=1+1;;b\nGM0599;2025MM01;m;1;;@b\nGM0599;2025MM01;m;1;-x;+b\n", []string{"2! code: De cel begint met =", "3! waarde: De cel begint met =", "4! bron: De cel begint met =", "5! waardeattribuut: De cel begint met =", "5! bron: De cel begint met ="}},
		{"te veel kolommen", kop + strings.Repeat("x;", 199) + "x\nGM0599;2025MM01;m;1;;b\n", []string{"3 GM0599 m 2025MM01 1 b", "2! : Deze regel heeft 200 kolommen; de eerste regel heeft er 6"}},
		{"dubbel", kop + "GM0599;2025MM01;m;1;;b\nGM0599;2025MM01;m;1;;b\nGM0599;2025MM02;m;1;;b\nGM0599;2025MM02;m;2;;b\n", []string{"2 GM0599 m 2025MM01 1 b", "4! waarde: Hetzelfde cijfer staat ook op regel 5", "5! waarde: Hetzelfde cijfer staat ook op regel 4"}},
		{"een maat is een reeks", strings.TrimSpace(kop) + ";naam;eenheid\nGM0599;2025MM01;m;1;;b;N;aantal\nGM0599;2025JJ00;m;1;;b;N;aantal\nGM0599;2025MM02;m;1;;b;N;%\nGM0599;2025MM03;m;1;;b;O;aantal\nGM0599;2025MM04;m;1;;b;;aantal\n",
			[]string{"2 GM0599 m 2025MM01 1 b", "6 GM0599 m 2025MM04 1 b", "3! periode: Op regel 2 is m per maand, hier per jaar", "4! eenheid: Op regel 2 heeft m de eenheid \"aantal\"", "5! naam: Op regel 2 heeft m de naam \"N\""}},
		{"lange en onzichtbare tekst", strings.TrimSpace(kop) + ";naam\nGM0599;2025MM01;m;1;;b;" + strings.Repeat("x", 201) + "\nGM0599;2025MM01;m;1;;b;a\x07b\n", []string{"2! naam: Deze tekst is te lang", "3! naam: Deze tekst is te lang"}},
	} {
		b, err := Lees(strings.NewReader(c.in), cijfer.Opties{})
		if err != nil {
			t.Errorf("%s: %v", c.naam, err)
			continue
		}
		goed(t, b)
		uit := kort(b)
		klopt := len(uit) == len(c.wil)
		for i := 0; klopt && i < len(c.wil); i++ {
			klopt = strings.HasPrefix(uit[i], c.wil[i])
		}
		if !klopt {
			t.Errorf("%s:\n %s\nwil\n %s", c.naam, strings.Join(uit, "\n "), strings.Join(c.wil, "\n "))
		}
	}
}

func TestGeweigerd(t *testing.T) {
	rij := "GM0599;2025MM01;m;1;;b\n"
	for _, c := range []struct {
		naam, in string
		delen    []string
	}{
		{"leeg", "", []string{"Het bestand is leeg"}},
		{"alleen een kop", kop, []string{"alleen kolomnamen"}},
		{"alle kolommen tegelijk", "code;code;gebied;=x;\n" + rij, []string{"code: Deze kolom staat twee keer", "gebied: Deze kolom is niet bekend", "kolom 4: Deze kolom is niet bekend", "kolom 5:", "periode: Deze kolom ontbreekt", "maat: Deze kolom ontbreekt", "waarde: Deze kolom ontbreekt", "waardeattribuut: Deze kolom ontbreekt", "bron: Deze kolom ontbreekt"}},
		{"kop van 200 kolommen", strings.Repeat("x;", 199) + "x\n", []string{"Nog 190 andere kolommen"}},
		{"kolommen en codering", "code;x\ncaf\xe9;1\n", []string{"x: Deze kolom is niet bekend", "Windows-1252"}},
		{"Windows-1252", kop + rij + "GM0599;2025MM02;m;1;;caf\xe9\n", []string{"regel 3: Het bestand is niet opgeslagen als UTF-8 (waarschijnlijk als Windows-1252). Sla het op als 'CSV UTF-8'"}},
		{"UTF-16", "\xfe\xff\x00c", []string{"UTF-16"}},
		{"NUL", kop + rij + "\x00", []string{"regel 3: Het bestand bevat een NUL-teken"}},
		{"afgekapt in een cel", kop + rij + "GM0599;2025MM02;m;1;;\"b", []string{"regel 3: Het bestand is afgekapt"}},
		{"afgekapt tussen cellen", kop + rij + "GM0599;2025MM02", []string{"afgekapt"}},
	} {
		b, err := Lees(strings.NewReader(c.in), cijfer.Opties{})
		if domein.KindOf(err) != domein.Invalid || len(b.Regels) > 0 {
			t.Errorf("%s: %d regels, fout %v", c.naam, len(b.Regels), err)
			continue
		}
		for _, d := range c.delen {
			if !strings.Contains(err.Error(), d) {
				t.Errorf("%s: %v; wil %q", c.naam, err, d)
			}
		}
	}
}

func TestHerken(t *testing.T) {
	for in, wil := range map[string]bool{
		kop: true, "\ufeffCode,Periode,Maat\n": true, "bron;waarde;maat;code": true, "code;waarde\n": false, "": false, `{"code":1}`: false,
		"\"Soort misdrijf\";\"Perioden\";\"Wijken en buurten\";\"Geregistreerde misdrijven (aantal)\"\n": false,
	} {
		if Herken([]byte(in)) != wil {
			t.Errorf("%q: %v", in, !wil)
		}
	}
}

func FuzzLees(f *testing.F) {
	f.Add(kop + "GM0599;2025MM01;hg-meldingen;12,5;;b\n")
	f.Add("\ufeffcode,periode,maat,waarde,waardeattribuut,bron,naam,eenheid\nBU0363AD03,2025KW01,m,,geheim,b,\"a \"\"b\"\"\",%\n")
	f.Add(kop + "=1;2025MM13;m;NaN;x;\n\"")
	f.Fuzz(func(t *testing.T, in string) {
		Herken([]byte(in))
		if b, err := Lees(strings.NewReader(in), cijfer.Opties{}); err == nil {
			goed(t, b)
		} else if len(b.Regels) > 0 {
			t.Fatal("regels bij een fout")
		}
	})
}

func BenchmarkLees(b *testing.B) {
	var in strings.Builder
	in.WriteString(kop)
	for i := range 15_000 {
		fmt.Fprintf(&in, "BU0599%04d;%s;hg-meldingen;%d;;voorbeeld\n", i%100, string(cijfer.MaandVan(2000+i/1200, i/100%12+1)), i)
	}
	b.ReportAllocs()
	for b.Loop() {
		if uit, err := Lees(strings.NewReader(in.String()), cijfer.Opties{}); err != nil || len(uit.Regels) != 15_000 {
			b.Fatal(len(uit.Regels), err)
		}
	}
}
