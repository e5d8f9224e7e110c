// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package corv

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dwarsverband/domein"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
)

func bestand(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/melding.xml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func amsterdam(uur, minuut int) termijn.Moment {
	return termijn.At(time.Date(2026, 11, 8, uur, minuut, 0, 0, termijn.Amsterdam))
}

// Every element of a message that matters reaches the report.
func TestLees(t *testing.T) {
	list, err := Lees(strings.NewReader(bestand(t)))
	if err != nil || len(list) != 1 {
		t.Fatalf("%d reports: %v", len(list), err)
	}
	want := melding.Aanlevering{Deur: melding.CORV, Soort: melding.MeldingGeneriek, Kenmerk: "BERICHT-2026-77", Zaak: "PL9900-2026-77",
		Afzender:      melding.Partij{Naam: "Politie eenheid Voorbeeld", Applicatie: "BVH", Contact: "B. Kuiper", Telefoon: "0880001177", Mailadres: "basisteam@voorbeeld.example"},
		Geadresseerde: melding.Partij{OIN: "00000009999999990000", Applicatie: "Dwarsverband"}, Verzonden: amsterdam(22, 40), Bestemming: melding.VoorZVH,
		Aanleiding: "Buren hoorden & zagen ruzie.\nEen deur was kapot.\nTweede keer deze maand.", Verzoek: "Bekijk dit samen.", Terugkoppelen: true,
		Zorgen:     []melding.Zorg{{Code: "Aanhouding", Tekst: "niemand is aangehouden"}, {Code: "Financiën", Tekst: "er zijn schulden"}},
		Incidenten: []melding.Incident{{Kenmerk: "PL9900-2026-77", Datum: "2026-11-08", Plaats: "bij de voordeur", Tekst: "geluid van ruzie"}},
		Betrokkenen: []melding.Betrokkene{
			{Rol: "slachtoffer", Persoon: persoon.Persoon{Voornamen: "Deniz", Voorvoegsel: "van", Achternaam: "Voorbeeldbos", Geboren: "2009-03", Geslacht: "v", BSN: "999990019", Telefoon: "0612345678",
				Adres: persoon.Adres{Straat: "Kersenvoorbeeldlaan", Huisnummer: "12 b", Postcode: "1234AB", Plaats: "Voorbeeldstad"}}},
			{Rol: "ex-partner", Persoon: persoon.Persoon{Achternaam: "Proefdam", Geslacht: "m"}}}}
	if diff := cmp.Diff(want, list[0], cmpopts.EquateComparable(termijn.Moment{})); diff != "" {
		t.Error(diff)
	}
}

// What is no good message is refused with the place of every fault; no error repeats what stands in a field.
func TestRefused(t *testing.T) {
	goed := bestand(t)
	bommen := `<!DOCTYPE x [<!ENTITY a "kanarie"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"a billion laughs":       {strings.Replace(goed, "?>", "?>"+bommen, 1), []string{"DTD"}},
		"an entity of outside":   {strings.Replace(goed, "?>", `?><!DOCTYPE x SYSTEM "file:///etc/passwd">`, 1), []string{"DTD"}},
		"an entity":              {strings.Replace(goed, "Buren hoorden", "&kanarie; hoorden", 1), []string{"verwijst"}},
		"half a message":         {goed[:len(goed)/2], []string{"XML"}},
		"something after it":     {goed + "<x/>", []string{"XML"}},
		"no XML":                 {"<", []string{"XML"}},
		"nothing":                {"", []string{"XML"}},
		"another language":       {"<html></html>", []string{"geen bericht van CORV"}},
		"a message of VT":        {`<JZ:vtMeldingDi01 xmlns:JZ="` + ruimte + `"><JZ:kanarie/></JZ:vtMeldingDi01>`, []string{"Veilig Thuis"}},
		"a message for a court":  {`<JZ:vtoDi01 xmlns:JZ="` + ruimte + `"/>`, []string{"niet ontvangen"}},
		"an unknown code":        {strings.Replace(goed, ">002<", ">kanarie<", 1), []string{"object/heeftBetrekkingOp/hoedanigheid, regel 48", "Deze waarde mag hier niet"}},
		"a BSN of eight":         {strings.Replace(goed, "999990019", "99999001", 1), []string{"inp.bsn", "Deze waarde mag hier niet"}},
		"no concern":             {strings.Replace(goed, "JZ:omschrijvingZorgelijkeSituatie>", "JZ:kanarie>", 2), []string{"Dit onderdeel hoort hier niet"}},
		"no addressee":           {strings.Replace(strings.Replace(goed, "<StUF:organisatie>00000009999999990000</StUF:organisatie>", "", 1), "Ja", "Misschien", 1), []string{"stuurgegevens/ontvanger", "indicatieTerugkoppelingGewenst"}},
		"a day that never was":   {strings.Replace(goed, "20261108224000</StUF", "20261332224000</StUF", 1), []string{"tijdstipBericht", "bestaat niet"}},
		"a hundred levels":       {strings.Replace(goed, "<JZ:redenMelding>", strings.Repeat("<JZ:redenMelding>", 100), 1), []string{""}},
		"another text encoding":  {strings.Replace(goed, "UTF-8", "ISO-8859-1", 1), []string{"XML"}},
		"a wrong year of schema": {strings.ReplaceAll(goed, "jz0100", "jz0200"), []string{"geen bericht van CORV"}},
	} {
		_, err := Lees(strings.NewReader(tt.text))
		var e *domein.Error
		if !errors.As(err, &e) || e.Kind != domein.Invalid {
			t.Errorf("%s: %v", name, err)
			continue
		}
		said := e.Melding + fmt.Sprint(e.Faults)
		for _, want := range tt.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is not said in %q", name, want, said)
			}
		}
		if strings.Contains(said, "kanarie") || strings.Contains(said, "99999001 ") {
			t.Errorf("%s: the error repeats what was sent: %q", name, said)
		}
	}
}

// A question whether somebody is known is read as a question.
func TestQuestion(t *testing.T) {
	vraag := `<?xml version="1.0" encoding="UTF-8"?>
<JZ:vcobDi01 xmlns:JZ="` + ruimte + `" xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310">
<JZ:stuurgegevens><StUF:berichtcode>Di01</StUF:berichtcode><StUF:zender><StUF:organisatie>Veilig Thuis Voorbeeld</StUF:organisatie><StUF:applicatie>voorbeeld</StUF:applicatie></StUF:zender>
<StUF:ontvanger><StUF:organisatie>ZVH</StUF:organisatie><StUF:applicatie>voorbeeld</StUF:applicatie></StUF:ontvanger><StUF:referentienummer>V1</StUF:referentienummer>
<StUF:tijdstipBericht>20261108</StUF:tijdstipBericht><StUF:functie>vcobDi01</StUF:functie></JZ:stuurgegevens>
<JZ:object StUF:entiteittype="VVZ"><JZ:identificatie>VRAAG-2026-0001</JZ:identificatie><JZ:soortVerzoeker>01</JZ:soortVerzoeker><JZ:redenVerzoek><JZ:code>01</JZ:code></JZ:redenVerzoek>
<JZ:heeftBetrekkingOp><ZKN:gerelateerde/></JZ:heeftBetrekkingOp><JZ:heeftAlsInitiator StUF:entiteittype="ZAKBTRINI"><ZKN:gerelateerde StUF:entiteittype="BTR"/></JZ:heeftAlsInitiator></JZ:object></JZ:vcobDi01>`
	list, err := Lees(strings.NewReader(vraag))
	if err != nil || list[0].Soort != melding.CheckBekendheid || list[0].Verzonden != amsterdam(0, 0) {
		t.Errorf("%+v: %v", list, err)
	}
}

// The outcome is the message that the schema asks for, to the sender, under his number, in every status; markup in a text stays text.
func TestSchrijf(t *testing.T) {
	list, err := Lees(strings.NewReader(bestand(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"ZVH-01", "ZVH-02", "ZVH-03"} {
		var out bytes.Buffer
		err := Schrijf(&out, melding.Uitkomst{Op: list[0], Van: list[0].Geadresseerde, Kenmerk: "M-2026-0001-" + code, Nummer: "M-2026-0001", Code: code, Advies: "Bel het <sociaal> team & vraag door.",
			Gestuurd: amsterdam(23, 5), Regisseur: melding.Contact{Naam: "Fatima Amrani", Telefoon: "088-000 18 11"}})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"<StUF:organisatie>Politie eenheid Voorbeeld</StUF:organisatie>", "<JZ:uwIdentificatie>PL9900-2026-77</JZ:uwIdentificatie>", "<JZ:statuscode>" + code + "</JZ:statuscode>",
			"<StUF:tijdstipBericht>20261108230500</StUF:tijdstipBericht>", "Bel het &lt;sociaal&gt; team &amp; vraag door."}
		for _, w := range want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%s: no %s in\n%s", code, w, out.String())
			}
		}
		if got := strings.Contains(out.String(), "Fatima Amrani"); got != (code == "ZVH-01") {
			t.Errorf("%s: whom to call is told: %v", code, got)
		}
	}
	if err := Schrijf(&bytes.Buffer{}, melding.Uitkomst{Op: list[0], Kenmerk: "K", Nummer: "M", Code: "ZVH-09", Gestuurd: amsterdam(23, 5)}); err == nil {
		t.Error("a status that does not exist is written")
	}
}

func FuzzLees(f *testing.F) {
	f.Add(bestand(f))
	f.Add(`<!DOCTYPE x><x/>`)
	f.Fuzz(func(t *testing.T, text string) {
		list, err := Lees(strings.NewReader(text))
		if err == nil && len(list) != 1 {
			t.Errorf("%d reports and no error", len(list))
		}
	})
}

func BenchmarkLees(b *testing.B) {
	text := bestand(b)
	for b.Loop() {
		if _, err := Lees(strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
