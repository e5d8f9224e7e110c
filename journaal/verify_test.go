// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestVerifyFindsEveryChange makes 10,000 random changes to the rows that a
// checkpoint fixes, and expects each of them to be found.
func TestVerifyFindsEveryChange(t *testing.T) {
	const aantal, lengte = 10_000, 200
	s, sl, _ := sleutels(t, tenant, 1)
	rijen, koppen := logboek(t, lengte)
	punten := map[int]Checkpoint{150: teken(t, koppen[150], s, sl), lengte: teken(t, koppen[lengte], s, sl)}
	r := rand.New(rand.NewPCG(20140331, 20))
	perSoort := map[string]int{}
	for gedaan := 0; gedaan < aantal; {
		grens := []int{150, lengte}[r.IntN(2)]
		w := wijzigingen[r.IntN(len(wijzigingen))]
		vals := w.doe(vervalser{r, kopie(rijen), grens})
		if gelijk(vals, rijen) {
			continue // swapped with itself, or a field set to what it was
		}
		gedaan++
		perSoort[w.naam]++
		rapport, err := Verify(stroom(vals), punten[grens])
		if err != nil {
			t.Fatal(err)
		}
		if rapport.OK() {
			t.Fatalf("wijziging %d (%s, grens %d) is niet gevonden", gedaan, w.naam, grens)
		}
	}
	for _, w := range wijzigingen {
		if perSoort[w.naam] < 200 {
			t.Errorf("%s is maar %d keer beproefd", w.naam, perSoort[w.naam])
		}
	}
}

func gelijk(a, b []Rij) bool {
	return slices.EqualFunc(a, b, func(a, b Rij) bool {
		av, bv := a.velden(), b.velden()
		for i := range av {
			if *av[i] != *bv[i] {
				return false
			}
		}
		return a.Volgnr == b.Volgnr && a.Versie == b.Versie && a.Moment.Equal(b.Moment) &&
			bytes.Equal(a.Vastlegging, b.Vastlegging) && bytes.Equal(a.Hashes, b.Hashes)
	})
}

func kopie(rijen []Rij) []Rij {
	uit := slices.Clone(rijen)
	for i := range uit {
		uit[i].Hashes = slices.Clone(uit[i].Hashes)
	}
	return uit
}

func TestVerifyAcceptsWhatWasWritten(t *testing.T) {
	s, v, _ := sleutels(t, tenant, 1)
	rijen, koppen := logboek(t, 130)
	for n := range koppen {
		p := []Checkpoint{teken(t, koppen[n], s, v), teken(t, koppen[n/2], s, v), teken(t, koppen[0], s, v)}
		rapport, err := Verify(stroom(rijen[:n]), p...)
		if err != nil || !rapport.OK() || rapport.Punten != 3 || rapport.Gedekt != int64(n) || rapport.Rijen != int64(n) {
			t.Fatalf("%d regels: %v %v", n, rapport, err)
		}
		rapport.CheckHead(koppen[n])
		if !rapport.OK() {
			t.Fatalf("%d regels: %v", n, rapport)
		}
		if !strings.Contains(rapport.String(), fmt.Sprintf("klopt: %d regels", n)) {
			t.Errorf("verslag: %s", rapport)
		}
	}
}

// TestReportNamesTheFault holds that the report says what and where, and that
// one change is not drowned in its consequences.
func TestReportNamesTheFault(t *testing.T) {
	s, sl, _ := sleutels(t, tenant, 1)
	rijen, koppen := logboek(t, 40)
	punten := []Checkpoint{teken(t, koppen[20], s, sl), teken(t, koppen[30], s, sl), teken(t, koppen[40], s, sl)}
	boom := func(naam string) string {
		return "kloppen niet met het controlepunt van 2026-03-02 " + naam
	}
	tests := map[string]struct {
		doe  func([]Rij) []Rij
		want []string // one per fault, in order
	}{
		"veld": {func(r []Rij) []Rij { r[25].Wie = "u-99"; return r }, []string{
			"Regel 25: De inhoud past niet bij de hash", boom("10:00:00 UTC over 30 regels: er is iets gewijzigd tussen regel 20 en regel 29"),
			boom("10:10:00 UTC over 40 regels: er is iets gewijzigd tussen regel 20 en regel 39")}},
		"bewaarde hash": {func(r []Rij) []Rij { r[27].Hashes[40]++; return r }, []string{
			"Regel 27: De bewaarde hash over 2 regels klopt niet", "Regel 27: De bewaarde hash over 4 regels klopt niet"}},
		"weg": {func(r []Rij) []Rij { return slices.Delete(r, 31, 34) }, []string{
			"Regel 31: Hier ontbreken 3 regel(s), tot en met regel 33", boom("10:10:00 UTC over 40")}},
		"eind weg": {func(r []Rij) []Rij { return r[:35] }, []string{"- De regels 35 tot en met 39 ontbreken aan het eind"}},
		"dubbel":   {func(r []Rij) []Rij { return slices.Insert(r, 12, r[11]) }, []string{"Regel 11: Deze regel staat er dubbel"}},
		"andere tenant": {func(r []Rij) []Rij { r[39].Verantwoordelijke = "gm9002"; return r }, []string{
			`Regel 39: Deze regel is van "gm9002"`, "Regel 39: De inhoud past niet", boom("10:10:00")}},
		"nummer": {func(r []Rij) []Rij { r[39].Volgnr = 1 << 40; return r }, []string{
			"Regel 1099511627776: Dit volgnummer kan niet (verwacht: regel 39)", "- De regels 39 tot en met 39 ontbreken"}},
		"hashes weg": {func(r []Rij) []Rij { r[3].Hashes = nil; return r }, []string{"Regel 3: Er horen 3 hashes bij, er staan 0 bytes"}},
		"versie":     {func(r []Rij) []Rij { r[5].Versie = 257; return r }, []string{"Regel 5: Versie 257"}},
		"fijn moment": {func(r []Rij) []Rij { r[5].Moment = r[5].Moment.Add(1); return r }, []string{
			"Regel 5: Het moment is fijner"}},
	}
	for naam, tt := range tests {
		rapport, err := Verify(stroom(tt.doe(kopie(rijen))), punten...)
		if err != nil {
			t.Fatal(err)
		}
		regels := strings.Split(strings.TrimSpace(rapport.String()), "\n")[1:]
		if len(regels) != len(tt.want) {
			t.Errorf("%s: %d fouten, wil %d:\n%s", naam, len(regels), len(tt.want), rapport)
			continue
		}
		for i, w := range tt.want {
			if !strings.Contains(regels[i], w) {
				t.Errorf("%s: fout %d is %q, wil %q", naam, i, regels[i], w)
			}
		}
	}
}

func TestReportIsBounded(t *testing.T) {
	s, sl, _ := sleutels(t, tenant, 1)
	rijen, koppen := logboek(t, 1500)
	for i := range rijen {
		rijen[i].Rol = "vals"
	}
	rapport, err := Verify(stroom(rijen), teken(t, koppen[1500], s, sl))
	if err != nil || len(rapport.Fouten) != maxFouten || rapport.Meer != 501 || !strings.Contains(rapport.String(), "1501 fout(en)") {
		t.Errorf("%d fouten en %d meer, %v", len(rapport.Fouten), rapport.Meer, err)
	}
}

func TestCheckHead(t *testing.T) {
	s, sl, _ := sleutels(t, tenant, 1)
	rijen, koppen := logboek(t, 12)
	rand := koppen[12]
	rand.Rand = slices.Clone(rand.Rand)
	rand.Rand[0]++
	for _, kop := range []Head{koppen[11], rand, {Verantwoordelijke: "gm9002", Omvang: 12, Rand: koppen[12].Rand}} {
		rapport, err := Verify(stroom(rijen), teken(t, koppen[10], s, sl))
		if err != nil {
			t.Fatal(err)
		}
		if rapport.CheckHead(kop); rapport.OK() {
			t.Errorf("kop %+v past niet bij de regels en werd aanvaard", kop)
		}
	}
}

func TestVerifyThatCannotBeDone(t *testing.T) {
	s, sl, _ := sleutels(t, tenant, 1)
	s2, sl2, _ := sleutels(t, "gm9002", 2)
	_, koppen := logboek(t, 1)
	c := teken(t, koppen[1], s, sl)
	ander := teken(t, Head{Verantwoordelijke: "gm9002"}, s2, sl2)
	stuk := errors.New("schijf stuk")
	if _, err := Verify(stroom(nil)); err == nil {
		t.Error("zonder controlepunt: aanvaard")
	}
	if _, err := Verify(stroom(nil), Checkpoint{}); err == nil {
		t.Error("met een leeg controlepunt: aanvaard")
	}
	if _, err := Verify(stroom(nil), c, ander); err == nil {
		t.Error("twee tenants: aanvaard")
	}
	if _, err := Verify(func(yield func(Rij, error) bool) { yield(Rij{}, stuk) }, c); !errors.Is(err, stuk) {
		t.Errorf("leesfout: %v", err)
	}
}
