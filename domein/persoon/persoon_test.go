// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package persoon

import (
	"slices"
	"testing"

	"dwarsverband/domein/termijn"
)

var vandaag, _ = termijn.NewDate(2026, 11, 9)

func TestGeldigBSN(t *testing.T) {
	for s, want := range map[string]bool{"999990019": true, "999990018": false, "000000000": false, "12345678": false, "99999001x": false, "111222333": true, "": false} {
		if GeldigBSN(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// All faults come at once and none repeats what was typed.
func TestCheck(t *testing.T) {
	p := Persoon{BSN: "999990018", Geboren: "2027-01-01", Adres: Adres{Postcode: "12AB"}}
	faults := p.Check(vandaag)
	if len(faults) != 3 {
		t.Fatalf("%d faults, want 3: %v", len(faults), faults)
	}
	for geboren, want := range map[string]int{"2009-03-04": 0, "2009-03": 0, "2009": 0, "2009-02-30": 1, "1890": 1, "4-3-2009": 1, "2026-12": 1} {
		if got := (Persoon{Achternaam: "Proef", Geboren: geboren}).Check(vandaag); len(got) != want {
			t.Errorf("%q: %v", geboren, got)
		}
	}
}

func TestKlankMeetsSpellings(t *testing.T) {
	for _, pair := range [][2]string{{"Yilmaz", "Yılmaz"}, {"Deniz", "Denis"}, {"Janssen", "Jansen"}, {"Dijkstra", "Dykstra"}, {"Mohammed", "Muhammad"}, {"Mohamed", "Mohammed"},
		{"Öztürk", "Ozturk"}, {"Schouten", "Schoute n"}, {"Visser", "Fisser"}, {"Kuiper", "Cuiper"}, {"Smid", "Smit"}, {"Novák", "Novak"}} {
		if Klank(pair[0]) != Klank(pair[1]) {
			t.Errorf("%s sounds %s and %s sounds %s", pair[0], Klank(pair[0]), pair[1], Klank(pair[1]))
		}
	}
	for _, pair := range [][2]string{{"Jansen", "Pietersen"}, {"Yilmaz", "Demir"}, {"Bakker", "Visser"}, {"Deniz", "Emre"}} {
		if Klank(pair[0]) == Klank(pair[1]) {
			t.Errorf("%s and %s sound alike: %s", pair[0], pair[1], Klank(pair[0]))
		}
	}
}

// S10: the same child at the police and at Veilig Thuis.
func TestVergelijk(t *testing.T) {
	politie := Persoon{Voornamen: "Deniz", Achternaam: "Yilmaz", Geboren: "2009-03-04", Adres: Adres{Straat: "Kersenstraat"}}
	vt := Persoon{Voornamen: "Denis", Achternaam: "Yılmaz", Geboren: "2009-03-04", Adres: Adres{Straat: "Kersenstraat"}}
	g := Vergelijk(politie, vt)
	if !g.Sterk || !slices.Contains(g.Redenen, "zelfde geboortedatum") || !slices.Contains(g.Redenen, "zelfde straat") || !slices.Contains(g.Redenen, "voornaam klinkt hetzelfde: Deniz en Denis") {
		t.Errorf("no proposal: %+v", g)
	}
	zus := Persoon{Voornamen: "Elif", Achternaam: "Yilmaz", Geboren: "2012-01-01", Adres: Adres{Straat: "Kersenstraat"}}
	if Vergelijk(politie, zus).Sterk {
		t.Error("a sister is another person")
	}
	if !VergelijkHuishouden([]Persoon{zus, politie}, []Persoon{vt}).Sterk {
		t.Error("the household meets through one of its people")
	}
	met := func(p Persoon, bsn string) Persoon { p.BSN = bsn; return p }
	if Vergelijk(met(politie, "999990019"), met(vt, "111222333")).Sterk {
		t.Error("two different BSNs are two people")
	}
	if !Vergelijk(Persoon{Achternaam: "A", BSN: "999990019"}, Persoon{Achternaam: "B", BSN: "999990019"}).Sterk {
		t.Error("an equal BSN is enough to ask")
	}
	geheim := vt
	geheim.AdresGeheim = true
	if slices.Contains(Vergelijk(politie, geheim).Redenen, "zelfde straat") {
		t.Error("a secret address is spoken of")
	}
}

// What somebody types finds what was kept.
func TestZoekvraagFinds(t *testing.T) {
	p := Persoon{Voornamen: "Deniz Can", Voorvoegsel: "", Achternaam: "Yılmaz", Geboren: "2009-03-04", BSN: "999990019", Adres: Adres{Postcode: "1234 AB", Huisnummer: "12 b"}}
	have := p.Zoekwoorden()
	for _, q := range []string{"999990019", "1234AB 12b", "1234 ab 12 B", "Yilmaz 2009", "yilmaz 4-3-2009", "Denis Yilmaz", "Yilmaz"} {
		words := Zoekvraag(q)
		if len(words) == 0 || !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(have, w) }) {
			t.Errorf("%q gives %v, kept are %v", q, words, have)
		}
	}
	p.AdresGeheim = true
	for _, w := range p.Zoekwoorden() {
		if w[:5] == "adres" {
			t.Error("a secret address can be searched")
		}
	}
	bouali := Persoon{Achternaam: "El Bouali"}.Zoekwoorden()
	if !slices.Contains(bouali, Zoekvraag("Bouali")[0]) {
		t.Errorf("El Bouali is not found as Bouali: %v", bouali)
	}
}

func FuzzZoekvraag(f *testing.F) {
	for _, s := range []string{"Yilmaz 2009", "999990019", "1234 AB 1", ",;", "\x00", "Ĳ 4-3-2009"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range Zoekvraag(s) {
			if w == "" {
				t.Error("an empty word")
			}
		}
		if Vouw(Vouw(s)) != Vouw(s) {
			t.Errorf("folding %q twice differs", s)
		}
	})
}
