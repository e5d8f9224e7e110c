// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package inzage

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
)

var middag = time.Date(2026, 11, 9, 11, 0, 0, 0, time.UTC)

func moment(uren int) termijn.Moment { return termijn.At(middag.Add(time.Duration(uren) * time.Hour)) }

func stuk(soort, id string, velden map[string]string) dossier.Stuk {
	return dossier.NieuwStuk(soort, id, "u", moment(0), velden)
}

// gedeeld is a disclosure with the frozen copy of what went out.
func gedeeld(t *testing.T, id string, betrokkenen []string, stukken ...dossier.Stuk) (dossier.Verstrekking, dossier.Stuk) {
	t.Helper()
	text, err := json.Marshal(stukken)
	if err != nil {
		t.Fatal(err)
	}
	return dossier.Verstrekking{ID: id, Moment: moment(1), Door: "o", Van: "om", Aan: "politie", Categorie: deling.Strafvorderlijk, Vorm: "delen", Doel: "aanpak", Grondslag: "WGS", Betrokkenen: betrokkenen},
		stuk(deling.Verstrekt, id, map[string]string{"inhoud": string(text)})
}

// Of what was shared each person gets the kinds of data about himself, whoever else it was about.
func TestOwnKindsOnly(t *testing.T) {
	over := func(wie, categorie string) dossier.Stuk {
		return stuk("informatie", "i-"+wie+categorie, map[string]string{"over": wie, "categorie": categorie, "tekst": "x"})
	}
	mens := func(id string) dossier.Stuk { return stuk("betrokkene", id, map[string]string{"achternaam": "Proef"}) }
	for _, tt := range []struct {
		naam    string
		van     []string
		stukken []dossier.Stuk
		want    string // "-": no line
	}{
		{"three people", []string{"a", "b", "c"}, []dossier.Stuk{over("a", "medisch"), over("b", "school"), over("c", "zorg")}, "medische gegevens en letsel"},
		{"the identity of another", []string{"a", "b"}, []dossier.Stuk{mens("b"), over("a", "zorg")}, "hulpverlening"},
		{"his own identity", []string{"a", "b"}, []dossier.Stuk{mens("a"), mens("b")}, "wie iemand is"},
		{"only others", []string{"b"}, []dossier.Stuk{over("b", "zorg")}, "-"},
		{"a piece about nobody beside one about another", []string{"a", "b"}, []dossier.Stuk{over("a", "zorg"), stuk("informatie", "i", map[string]string{"categorie": "politie"})}, "hulpverlening"},
		{"the household as a whole", nil, []dossier.Stuk{stuk("informatie", "i", map[string]string{"categorie": "politie"})}, "politiegegevens"},
		{"a piece without a kind of its own, about him alone", []string{"a"}, []dossier.Stuk{stuk("waarschuwing", "w", map[string]string{"over": "a"})}, "strafvorderlijke gegevens"},
		{"a piece without a kind of its own, about two", []string{"a", "b"}, []dossier.Stuk{stuk("waarschuwing", "w", map[string]string{"over": "a b"})}, ""},
		{"an agreement without content", nil, nil, "strafvorderlijke gegevens"},
	} {
		spoor, kopie := gedeeld(t, "v-1", tt.van, tt.stukken...)
		d := dossier.Dossier{Kop: dossier.Kop{ID: "d", Soort: dossier.Casus, Regime: dossier.ZVH}, Stukken: []dossier.Stuk{kopie}, Sporen: []dossier.Verstrekking{spoor}}
		list := regelsVan(d, "a", nil, grens{0, moment(2)}, func(string) string { return "" })
		got := "-"
		if len(list) == 1 {
			got = strings.Join(list[0].Categorieen, ",")
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.naam, got, tt.want)
		}
	}
}

// Looks of one day, role, organisation and purpose are one line; refusals and the program itself are none; a user's organisation is that of his place then.
func TestLooks(t *testing.T) {
	rij := func(nr int64, uren int, wie, rol, actie, uitkomst string) journaal.Rij {
		return journaal.Rij{Volgnr: nr, Moment: moment(uren).Time(), Wie: wie, Rol: rol, Actie: actie, Soort: "casus", Object: "d", Doel: "aanpak", Grondslag: "WGS", Uitkomst: uitkomst}
	}
	d := dossier.Dossier{Kop: dossier.Kop{ID: "d", Soort: dossier.Melding, Regime: dossier.MeldingRegime, Eigenaar: "melder"},
		Leden: []dossier.Lid{{Gebruiker: "v", Organisatie: "veilig_thuis", Van: moment(0), Tot: moment(3)}}}
	rijen := []journaal.Rij{
		rij(1, 0, "v", "deelnemer", "casus.inzien", "getoond"), rij(2, 1, "v", "deelnemer", "casus.inzien", "getoond"), rij(3, 1, "x", "deelnemer", "casus.inzien", "geweigerd"),
		rij(4, 1, "systeem", "systeem", "termijn.bewaken", "getoond"), rij(5, 2, "v", "deelnemer", "casus.bewerken", "gedaan"), rij(6, 2, "v", "deelnemer", "casus.delen", "gedaan"),
		rij(7, 5, "v", "deelnemer", "casus.inzien", "getoond"), rij(7, 6, "p", "privacyfunctionaris", "inzage.behandelen", "gedaan"), rij(8, 26, "melder", "deelnemer", "melding.lezen", "getoond"), rij(9, 30, "v", "deelnemer", "casus.inzien", "getoond"),
	}
	ander := rijen[0]
	ander.Object = "elders"
	list := regelsVan(d, "a", append(rijen, ander), grens{8, moment(100)}, func(wie string) string { return map[string]string{"v": "ggz", "melder": "politie"}[wie] })
	var got []string
	for _, r := range list {
		got = append(got, strings.Join([]string{r.Van.Date().String(), r.Soort, r.Organisatie, map[bool]string{true: "melder"}[r.Melder]}, " ")+map[int]string{2: " 2x"}[r.Aantal])
	}
	want := []string{"2026-11-09 ingezien Veilig Thuis  2x", "2026-11-09 vastgelegd Veilig Thuis ", "2026-11-09 ingezien geestelijke gezondheidszorg ", "2026-11-10 ingezien politie melder"}
	if !slices.Equal(got, want) {
		t.Errorf("lines:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A question whether somebody is known is a line, and tells who reported.
func TestHitIsALine(t *testing.T) {
	d := dossier.Dossier{Kop: dossier.Kop{ID: "d", Soort: dossier.Melding, Regime: dossier.MeldingRegime, Eigenaar: "m"},
		Sporen: []dossier.Verstrekking{{ID: "h", Moment: moment(1), Door: "m", Van: "gemeente", Aan: "politie", Categorie: deling.Identiteit, Vorm: "hit", Doel: "bepalen bekendheid", Grondslag: "art. 6"}}}
	list := regelsVan(d, "a", nil, grens{0, moment(2)}, func(string) string { return "" })
	if len(list) != 1 || list[0].Soort != Gevraagd || list[0].Organisatie != "politie" || list[0].Aan != "" || !list[0].Melder {
		t.Errorf("the question: %+v", list)
	}
	if list := regelsVan(d, "a", nil, grens{0, moment(0)}, func(string) string { return "" }); len(list) != 0 {
		t.Errorf("what came after the limit: %+v", list)
	}
}

// A postponement holds until a decision, of one line or of all of an organisation.
func TestPostponement(t *testing.T) {
	spoor, kopie := gedeeld(t, "v-1", []string{"a"}, stuk("informatie", "i", map[string]string{"over": "a", "categorie": "zorg"}))
	for _, tt := range []struct {
		naam   string
		velden map[string]string
		want   bool
	}{
		{"this line", map[string]string{"regel": "spoor:v-1", "tot": "2026-12-01"}, true},
		{"another line", map[string]string{"regel": "spoor:v-2", "tot": "2026-12-01"}, false},
		{"all of the sender", map[string]string{"regel": "organisatie:om", "tot": "2026-12-01"}, true},
		{"all of the receiver", map[string]string{"regel": "organisatie:politie", "tot": "2026-12-01"}, true},
		{"all of another", map[string]string{"regel": "organisatie:ggz", "tot": "2026-12-01"}, false},
		{"past its day, without a decision", map[string]string{"regel": "spoor:v-1", "tot": "2020-01-01"}, true},
		{"released", map[string]string{"regel": "spoor:v-1", "tot": "2026-12-01", "vrij": moment(1).String()}, false},
	} {
		d := dossier.Dossier{Kop: dossier.Kop{ID: "d", Soort: dossier.Casus, Regime: dossier.ZVH}, Stukken: []dossier.Stuk{kopie, stuk(Uitstel, "u-1", tt.velden)}, Sporen: []dossier.Verstrekking{spoor},
			Taken: []dossier.Taak{{ID: "t", Soort: Herzien, Verwijst: "u-1"}}}
		list := regelsVan(d, "a", nil, grens{0, moment(2)}, func(string) string { return "" })
		if len(list) != 1 || (list[0].Uitgesteld != nil) != tt.want || (list[0].Herziening == "t") != tt.want {
			t.Errorf("%s: %+v", tt.naam, list)
		}
	}
}

func TestMinderjarig(t *testing.T) {
	vandaag := termijn.At(middag).Date()
	for geboren, want := range map[string]bool{"2015-03-04": true, "2008-11-10": true, "2008-11-09": false, "1980-05-06": false, "2008": true, "2007": false, "2009-03": true, "": false} {
		if got, err := minderjarig(persoon.Persoon{Geboren: geboren}, vandaag); err != nil || got != want {
			t.Errorf("%q: %v %v", geboren, got, err)
		}
	}
}

// All faults of a request come at once and none repeats what was typed.
func TestRequestFaults(t *testing.T) {
	vandaag := termijn.At(middag).Date()
	goed := Nieuw{Persoon: map[string]string{"achternaam": "Proef", "bsn": "999990019"}, Controle: Controles[0], Ontvangen: vandaag}
	if list := goed.faults(vandaag); len(list) > 0 {
		t.Errorf("a whole request: %v", list)
	}
	slecht := Nieuw{Persoon: map[string]string{"achternaam": "Kanarie"}, Controle: "x", Namens: "buurman", Ontvangen: vandaag.AddDays(1)}
	list := slecht.faults(vandaag)
	var velden []string
	for _, f := range list {
		velden = append(velden, f.Veld)
		if strings.Contains(f.Melding, "Kanarie") || strings.Contains(f.Melding, "buurman") {
			t.Errorf("%q repeats what was typed", f.Melding)
		}
	}
	if want := []string{"geboren", "controle", "namens", "ontvangen"}; !slices.Equal(velden, want) {
		t.Errorf("faults of %v, want %v", velden, want)
	}
	if err := domein.Refuse("x", "y", list); domein.KindOf(err) != domein.Invalid {
		t.Errorf("kind %v", domein.KindOf(err))
	}
}
