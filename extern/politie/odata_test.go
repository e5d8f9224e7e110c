// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package politie

import (
	"strings"
	"testing"

	"dwarsverband/domein/cijfer"
)

func meta(tabel, deel string) string {
	return `{"odata.metadata":"https://dataderden.cbs.nl/ODataApi/OData/` + tabel + `/$metadata#Cbs.OData.WebAPI.` + deel + `","value":[`
}

// maanden and the like make a page of records.
func misdrijven(tabel string, rijen ...string) string {
	return meta(tabel, "TypedDataSet") + strings.Join(rijen, ",") + "]}"
}

func rec(soort, gebied, periode, waarde string) string {
	return `{"ID":0,"SoortMisdrijf":"` + soort + `","WijkenEnBuurten":"` + gebied + `","Perioden":"` + periode + `","GeregistreerdeMisdrijven_1":` + waarde + `}`
}

func overlastRec(soort, periode, waarde string) string {
	return `{"ID":0,"Overlast":"` + soort + `","WijkenEnBuurten":"GM0599    ","Perioden":"` + periode + `","GeregistreerdeOverlast_1":` + waarde + `}`
}

// Each trap of the tables has its row.
func TestODataVallen(t *testing.T) {
	for _, c := range []struct {
		naam, in string
		wil      []string
	}{
		{"sleutels met blanco's", misdrijven("47022NED", rec("1.1.1 ", "GM0758    ", "2012MM01", "22")), []string{"1 GM0758 misdrijf-1.1.1 2012MM01 22"}},
		{"sleutel van zes tekens", misdrijven("47022NED", rec("2.6.10", "BU07580004", "2012MM01", "2")), []string{"1 BU07580004 misdrijf-2.6.10 2012MM01 2 politie"}},
		{"ander nummer achter het onderwerp, GeoDetail met andere naam", misdrijven("47022NED", `{"SoortMisdrijf":"1.1.1 ","Gebied":"WK059901  ","Perioden":"2025MM09","GeregistreerdeMisdrijven_7":3}`), []string{"1 WK059901 misdrijf-1.1.1 2025MM09 3"}},
		{"totalen en ouders", misdrijven("47022NED", rec("0.0.0 ", "GM0599    ", "2025MM09", "9"), rec("1.1   ", "GM0599    ", "2025MM09", "5"), rec("1.0.0 ", "GM0599    ", "2025MM09", "5"), rec("1     ", "GM0599    ", "2025MM09", "7")),
			[]string{"1 GM0599 misdrijf-0.0.0 2025MM09 9 totaal", "2 GM0599 misdrijf-1.1 2025MM09 5 totaal politie", "3 GM0599 misdrijf-1.0.0 2025MM09 5 totaal politie", "4 GM0599 misdrijf-1 2025MM09 7 totaal politie"}},
		{"jaar en kwartaal in een maandtabel", misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025JJ00", "100"), rec("1.1.1 ", "GM0599    ", "2025KW01", "30"), rec("1.1.1 ", "GM0599    ", "2025MM01", "10")),
			[]string{"3 GM0599 misdrijf-1.1.1 2025MM01 10", "1! Perioden: Jaartotaal in een maandtabel; wordt niet bij de maanden opgeteld...", "2! Perioden: Kwartaaltotaal..."}},
		{"jaartabel is een andere reeks", misdrijven("47018NED", rec("1.1.1 ", "GM0599    ", "2025JJ00", "100"), rec("1.1.1 ", "GM0599    ", "2025MM01", "10")), []string{"1 GM0599 misdrijf-jaar-1.1.1 2025JJ00 100", "2! Perioden: ...lees maanden in met tabel 47022NED"}},
		{"null is niet nul", misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025MM01", "null"), rec("1.1.1 ", "GM0599    ", "2025MM02", "0")), []string{"1 GM0599 misdrijf-1.1.1 2025MM01 - onbekend", "2 GM0599 misdrijf-1.1.1 2025MM02 0"}},
		{"ongetypeerde set", misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025MM01", `"      22"`), rec("1.1.1 ", "GM0599    ", "2025MM02", `"       ."`), rec("1.1.1 ", "GM0599    ", "2025MM03", `"        "`)),
			[]string{"1 GM0599 misdrijf-1.1.1 2025MM01 22", "2 GM0599 misdrijf-1.1.1 2025MM02 - onbekend", "3 GM0599 misdrijf-1.1.1 2025MM03 - niet van toepassing"}},
		{"letters in een buurtcode", misdrijven("47022NED", rec("3.1.1 ", "BU0363AD03", "2025MM01", "1")), []string{"1 BU0363AD03 misdrijf-3.1.1 2025MM01 1 politie"}},
		{"andere lagen", misdrijven("47022NED", rec("1.1.1 ", "NL00      ", "2025MM01", "1"), rec("1.1.1 ", "PV28      ", "2025MM01", "1"), rec("1.1.1 ", "XX99      ", "2025MM01", "1")),
			[]string{"1! WijkenEnBuurten: NL00 is geen gemeente, wijk of buurt. Deze rij is overgeslagen...", "2! WijkenEnBuurten: PV28 is geen gemeente...", "3! WijkenEnBuurten: \"XX99\" is geen CBS-code..."}},
		{"onmogelijk", misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025MM13", "1"), rec("1.1.1 ", "GM0599    ", "2025MM01", "-1"), rec("1.1.1 ", "GM0599    ", "2025MM01", "1.5"), rec("1.1.1 ", "GM0599    ", "2025MM01", `"=1+1"`), rec("=1", "GM0599    ", "2025MM01", "1"), rec("abc", "GM0599    ", "2025MM01", "1"), `{"ID":1}`),
			[]string{"1! Perioden: \"2025MM13\" is geen periode...", "2! GeregistreerdeMisdrijven_1: Een aantal kan niet onder nul...", "3! GeregistreerdeMisdrijven_1: Dit is geen geheel aantal...", "4! GeregistreerdeMisdrijven_1: \"=1+1\" is geen getal...", "5! SoortMisdrijf: De cel begint met =...", "6! SoortMisdrijf: Het programma kent deze soort niet: \"abc\"...", "7! : In deze rij ontbreekt..."}},
		{"dubbel", misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025MM01", "1"), rec("1.1.1 ", "GM0599", "2025MM01", "1"), rec("1.1.1 ", "GM0599    ", "2025MM02", "1"), rec("1.1.1 ", "GM0599    ", "2025MM02", "null")),
			[]string{"1 GM0599 misdrijf-1.1.1 2025MM01 1", "3! GeregistreerdeMisdrijven_1: Hetzelfde cijfer staat ook op regel 4...", "4! GeregistreerdeMisdrijven_1: Hetzelfde cijfer staat ook op regel 3..."}},
		{"voorlopig volgens de pagina Perioden", misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025MM01", "1"), rec("1.1.1 ", "GM0599    ", "2025MM02", "null"), rec("1.1.1 ", "GM0599    ", "2024MM12", "1")) +
			meta("47022NED", "Perioden") + `{"Key":"2025MM01","Title":"2025 januari*","Status":"Voorlopig"},{"Key":"2025MM02","Title":"2025 februari*"},{"Key":"2024MM12","Title":"2024 december","Status":"Definitief"}]}`,
			[]string{"1 GM0599 misdrijf-1.1.1 2025MM01 1 voorlopig", "2 GM0599 misdrijf-1.1.1 2025MM02 - onbekend", "3 GM0599 misdrijf-1.1.1 2024MM12 1"}},
		{"niet de laatste pagina", strings.TrimSuffix(misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025MM01", "1")), "}") + `,"odata.nextLink":"https://x"}`, []string{"1 GM0599 misdrijf-1.1.1 2025MM01 1", "0! odata.nextLink: Dit is niet de laatste pagina: na rij 1 volgen er meer..."}},
		{"overlast", meta("47024NED", "TypedDataSet") + overlastRec("A01", "2025MM01", "4") + "," + overlastRec("A00", "2025MM01", "9") + "]}" + meta("47024NED", "Overlast") + `{"Key":"A01   ","Title":"Overlast i.v.m. alcohol/drugs"},{"Key":"A00   ","Title":"Totaal registraties overlast"}]}`,
			[]string{"1 GM0599 overlast-ivm-alcohol-drugs 2025MM01 4 politie", "2 GM0599 overlast-totaal-registraties-overlast 2025MM01 9 totaal"}},
		{"overlast zonder titels", meta("47024NED", "TypedDataSet") + overlastRec("A01   ", "2025MM01", "4") + "]}", []string{"1 GM0599 overlast-a01 2025MM01 4 politie", "0! Overlast: Het bestand noemt soorten overlast alleen met een code...achter dit bestand"}},
	} {
		b, err := LeesOData(strings.NewReader(c.in), cijfer.Opties{})
		vergelijk(t, c.naam, b, err, c.wil)
	}
}

func TestODataTitels(t *testing.T) {
	in := misdrijven("47022NED", rec("1.4.6 ", "GM0599    ", "2025MM01", "1"), rec("1.4.5 ", "GM0599    ", "2025MM01", "1")) + meta("47022NED", "SoortMisdrijf") + `{"Key":"1.4.6 ","Title":"1.4.6 Straatroof (nieuw)"}]}`
	b, err := LeesOData(strings.NewReader(in), cijfer.Opties{})
	if err != nil || b.Regels[0].SoortNaam != "Straatroof (nieuw)" || b.Regels[1].SoortNaam != "Mishandeling" {
		t.Errorf("%+v, fout %v", b.Regels, err)
	}
}

func TestODataGeweigerd(t *testing.T) {
	rij := rec("1.1.1 ", "GM0599    ", "2025MM01", "1")
	for _, c := range []struct {
		naam, in string
		delen    []string
	}{
		{"leeg", "", []string{"Het bestand is leeg"}},
		{"geen metadata", `{"value":[` + rij + `]}`, []string{"odata.metadata: Het bestand zegt niet"}},
		{"metadata na de rijen", `{"value":[` + rij + `],"odata.metadata":"https://x/47022NED/$metadata#TypedDataSet"}`, []string{"vóór de rijen"}},
		{"andere tabel", misdrijven("47013NED", rij), []string{"Dit is tabel 47013NED. Het programma leest 47022NED, 47018NED en 47024NED."}},
		{"twee tabellen", misdrijven("47022NED", rij) + misdrijven("47018NED", rij), []string{"twee tabellen, 47022NED en 47018NED"}},
		{"alle kolommen die ontbreken", misdrijven("47022NED", `{"ID":1,"Perioden":"2025MM01"}`), []string{"Kolom SoortMisdrijf ontbreekt", "Kolom WijkenEnBuurten ontbreekt", "Kolom GeregistreerdeMisdrijven_1 ontbreekt"}},
		{"kolommen en codering", misdrijven("47022NED", `{"ID":1}`, strings.Repeat(" ", 200_000)+`{"x":"caf`+"\xe9"+`"}`), []string{"Kolom Perioden ontbreekt", "niet opgeslagen als UTF-8"}},
		{"ander onderwerp", misdrijven("47022NED", `{"SoortMisdrijf":"1.1.1 ","WijkenEnBuurten":"GM0599","Perioden":"2025MM01","GeregistreerdeOverlast_1":1}`), []string{"Kolom GeregistreerdeMisdrijven_1 ontbreekt"}},
		{"alleen titels", meta("47022NED", "SoortMisdrijf") + `{"Key":"1.1.1 ","Title":"x"}]}`, []string{"geen rijen met cijfers"}},
		{"versie 4", `{"@odata.context":"https://x","value":[]}`, []string{"versie 4"}},
		{"CSV", "a;b\n", []string{"geldige JSON"}},
		{"verkeerde codering", misdrijven("47022NED", rij, `{"x":"caf`+"\xe9"+`"}`), []string{"niet opgeslagen als UTF-8"}},
		{"NUL", misdrijven("47022NED", rij) + "\x00", []string{"NUL-teken"}},
	} {
		b, err := LeesOData(strings.NewReader(c.in), cijfer.Opties{})
		geweigerd(t, c.naam, b, err, c.delen...)
	}
}

// A file of which nearly every row is wrong is the wrong file, and its refusals may not fill memory.
func TestODataTeVeelFout(t *testing.T) {
	in := strings.TrimSuffix(misdrijven("47022NED", rec("1.1.1 ", "GM0599    ", "2025MM01", "1")), "]}") + strings.Repeat(",{}", 300_000) + "]}"
	b, err := LeesOData(strings.NewReader(in), cijfer.Opties{})
	geweigerd(t, "te veel fout", b, err, "Meer dan 200000 rijen kloppen niet")
}

func FuzzLeesOData(f *testing.F) {
	f.Add(misdrijven("47022NED", rec("1.1.1 ", "GM0758    ", "2012MM01", "22"), rec("0.0.0 ", "NL00", "2012JJ00", "null")))
	f.Add(misdrijven("47018NED", rec("1.1.1 ", "BU0363AD03", "2012JJ00", `"   22"`)) + meta("47018NED", "SoortMisdrijf") + `{"Key":"1.1.1 ","Title":"x"}]}`)
	f.Add(meta("47024NED", "UntypedDataSet") + overlastRec("Melding overlast jeugd", "2025MM01", "1e2") + "]}")
	f.Fuzz(func(t *testing.T, in string) {
		if b, err := LeesOData(strings.NewReader(in), cijfer.Opties{}); err == nil {
			goed(t, b)
		} else if len(b.Regels) > 0 {
			t.Fatal("regels bij een fout")
		}
	})
}
