// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package jzv

import (
	"encoding/json"
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
	text, err := os.ReadFile("testdata/melding.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Every field that matters reaches the report. The day of an incident is that of Amsterdam. Without an event around it the contact is the sender.
func TestLees(t *testing.T) {
	list, err := Lees(strings.NewReader(bestand(t)))
	if err != nil || len(list) != 1 {
		t.Fatalf("%d reports: %v", len(list), err)
	}
	want := melding.Aanlevering{Deur: melding.JZV, Soort: melding.MeldingGeneriek, Kenmerk: "JZV-77", Zaak: "JZV-77", Bestemming: melding.VoorZVH,
		Afzender:  melding.Partij{OIN: "00000008888888880000", Naam: "Basisteam Voorbeeldstad", Contact: "Basisteam Voorbeeldstad", Applicatie: "meldingen", Telefoon: "0880001177", Mailadres: "basisteam@voorbeeld.example"},
		Verzonden: termijn.At(time.Date(2026, 11, 8, 21, 40, 0, 0, time.UTC)), Aanleiding: "Buren hoorden ruzie.\nEen deur was kapot.", Verzoek: "Bekijk dit samen.\nTweede keer deze maand.",
		Terugkoppelen: true, Zorgen: []melding.Zorg{{Code: "Is er al hulp?", Tekst: "Nee."}},
		Incidenten: []melding.Incident{{Kenmerk: "PL9900-77", Datum: "2026-11-09", Plaats: "bij de voordeur", Tekst: "geluid van ruzie"}},
		Betrokkenen: []melding.Betrokkene{{Persoon: persoon.Persoon{Voornamen: "Deniz", Voorvoegsel: "van", Achternaam: "Voorbeeldbos", Geslacht: "v", BSN: "999990019",
			Adres: persoon.Adres{Straat: "Kersenvoorbeeldlaan", Huisnummer: "12", Postcode: "1234 AB", Plaats: "Voorbeeldstad"}}}}}
	if diff := cmp.Diff(want, list[0], cmpopts.EquateComparable(termijn.Moment{})); diff != "" {
		t.Error(diff)
	}
	var g gebeurtenis
	if err := json.Unmarshal([]byte(bestand(t)), &g); err != nil {
		t.Fatal(err)
	}
	bare, err := Lees(strings.NewReader(string(g.Data)))
	if err != nil || bare[0].Afzender.OIN != "" || bare[0].Afzender.Naam != "Basisteam Voorbeeldstad" {
		t.Errorf("without an event: %+v, %v", bare, err)
	}
}

// What is no good report is refused with the place of every fault; no error repeats what stands in a field.
func TestRefused(t *testing.T) {
	goed := bestand(t)
	for name, tt := range map[string]struct {
		van, naar string
		want      []string
	}{
		"half a message":     {goed[len(goed)/2:], "", []string{"geen goede JSON"}},
		"more than one":      {"\n}\n", "}{}", []string{"geen goede JSON"}},
		"a name twice":       {`"geslacht": "2",`, `"geslacht": "2", "geslacht": "1",`, []string{"twee keer"}},
		"another event":      {"nl.jzv.", "nl.kanarie.", []string{"begint met nl.jzv."}},
		"an unknown sort":    {`"soort": "ZVH"`, `"soort": "kanarie"`, []string{"soort", "Deze waarde mag hier niet"}},
		"a BSN of eight":     {"999990019", "99999001", []string{"heeftBetrekkingOp/0/burgerservicenummer", "Deze waarde mag hier niet"}},
		"no contact":         {`"contact"`, `"kanarie"`, []string{"melding", "Hier ontbreekt: contact."}},
		"a number of words":  {`"huisnummer": 12`, `"huisnummer": "kanarie"`, []string{"heeftBetrekkingOp/0/adres/huisnummer", "niet van het soort"}},
		"a day that is none": {"2026-11-08T22:40:00+01:00", "kanarie", []string{"datumTijd"}},
	} {
		_, err := Lees(strings.NewReader(strings.Replace(goed, tt.van, tt.naar, 1)))
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
		if strings.Contains(said, "kanarie") {
			t.Errorf("%s: the error repeats what was sent: %q", name, said)
		}
	}
	if _, err := Lees(strings.NewReader(strings.Repeat("[", 1_000_000))); domein.KindOf(err) != domein.Invalid {
		t.Errorf("a million brackets: %v", err)
	}
}

func FuzzLees(f *testing.F) {
	f.Add(bestand(f))
	f.Add(`{"data":{}}`)
	f.Fuzz(func(t *testing.T, text string) {
		list, err := Lees(strings.NewReader(text))
		if err == nil && len(list) != 1 {
			t.Errorf("%d reports and no error", len(list))
		}
	})
}
