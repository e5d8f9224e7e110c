// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// knopenInJaar is how many knots a simulated year has; 500 with the tag trial.
var knopenInJaar = 25

// knopenjaar is a year of knots through the services and the clock.
type knopenjaar struct {
	*proef.Huis
	kans     *rand.Rand
	wie      map[string]toegang.Actor
	partijen map[string][]string // of the open knots, by their id
	zaak     map[string]string
}

// S9: in a simulated year no knot is a minute without a holder, none is held by one of its parties, and each goes up on the minute at which its term ends and not before.
func TestYearOfKnots(t *testing.T) {
	j := nieuwKnopenjaar(t)
	eind := j.Nu.AddDate(1, 0, 0)
	grant, err := j.Casus.Mag(huis.Machine(proef.Regio), toegang.TermijnBewaken, toegang.Middel{Soort: "taak", Verantwoordelijke: proef.Regio})
	if err != nil {
		t.Fatal(err)
	}
	ingebracht, gehandeld, besloten := 0, 0, 0
	elke := 365 * 24 * time.Hour / time.Duration(knopenInJaar)
	for volgende := j.Nu; ; {
		list, err := j.Store.Vervallen(t.Context(), grant, termijn.At(eind), 1)
		if err != nil {
			t.Fatal(err)
		}
		if ingebracht < knopenInJaar && (len(list) == 0 || volgende.Before(list[0].Vervalt.Time())) {
			j.Nu = volgende
			j.brengIn(t, ingebracht)
			ingebracht++
			volgende = volgende.Add(elke)
			continue
		}
		if len(list) == 0 {
			break
		}
		if j.Nu = list[0].Vervalt.Time().Add(-time.Minute); j.kans.IntN(10) == 0 {
			if n, err := j.Casus.Verstrijk(t.Context(), huis.Machine(proef.Regio)); n != 0 || err != nil {
				t.Fatalf("a minute before its term %d tasks are done: %v", n, err)
			}
		}
		j.Nu = list[0].Vervalt.Time()
		n, err := j.Casus.Verstrijk(t.Context(), huis.Machine(proef.Regio))
		if err != nil || n == 0 {
			t.Fatalf("at %s %d tasks are done: %v", j.Nu, n, err)
		}
		gehandeld += n
		besloten += j.kijk(t)
	}
	t.Logf("%d knots: %d tasks of the clock, %d decided, %d open at the end, each with a holder", ingebracht, gehandeld, besloten, len(j.partijen))
	if ingebracht != knopenInJaar || besloten == 0 || len(j.partijen) == 0 || gehandeld < 2*knopenInJaar {
		t.Error("that is too little to show anything")
	}
}

func nieuwKnopenjaar(t *testing.T) *knopenjaar {
	t.Helper()
	j := &knopenjaar{Huis: proef.Maak(t), kans: rand.New(rand.NewPCG(2026, 9)), wie: map[string]toegang.Actor{}, partijen: map[string][]string{}, zaak: map[string]string{}}
	users, err := j.Gebruiker.Actoren(t.Context(), proef.Regio)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range users {
		j.wie[a.ID] = a
	}
	for _, id := range []string{"casusregisseur", "procesregisseur", "ketenmanager", "wethouder", "burgemeester"} {
		if _, ok := j.wie[id]; !ok {
			t.Fatalf("there is no %s in the house", id)
		}
		van := termijn.At(j.Nu).Date().AddDays(20 + j.kans.IntN(300))
		if err := j.Casus.MeldAfwezig(t.Context(), j.wie[id], casus.Afwezigheid{Van: van, Tot: van.AddDays(20), Vervanger: "casusregisseur-2"}); err != nil {
			t.Fatal(err)
		}
	}
	return j
}

// brengIn opens a case for every tenth knot and has somebody of its circle bring one in.
func (j *knopenjaar) brengIn(t *testing.T, nr int) {
	t.Helper()
	key := fmt.Sprint(nr / 10)
	if j.zaak[key] == "" {
		id := j.OpenCasus(t).ID
		j.zaak[key] = id
		for _, wie := range []string{"agent", "veilig-thuis", "reclassering"} {
			err := j.Deling.LaatToe(t.Context(), j.wie["procesregisseur"], id, deling.Toelating{Gebruiker: wie, Functie: toegang.AlsDeelnemer, Doel: "aanpak van huiselijk geweld", Grondslag: "WGS", Noodzaak: "deze persoon werkt al met het gezin"})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	kring := []string{"agent", "veilig-thuis", "reclassering", "casusregisseur", "procesregisseur"}
	j.kans.Shuffle(len(kring), func(a, b int) { kring[a], kring[b] = kring[b], kring[a] })
	partijen := kring[:2+j.kans.IntN(3)]
	st, err := j.Casus.BrengIn(t.Context(), j.wie[partijen[0]], j.zaak[key], casus.Inbreng{Vraag: "Wat komt er eerst in dit gezin?", Standpunt: "Het verbod.", Partijen: partijen[1:], NietDoorzetbaar: j.kans.IntN(5) == 0})
	if err != nil {
		t.Fatal(err)
	}
	j.partijen[st.ID] = slices.Clone(partijen)
	j.kijk(t)
}

// kijk holds every open knot to its one holder, and lets now and then one be decided. It gives how many were.
func (j *knopenjaar) kijk(t *testing.T) int {
	t.Helper()
	houders := []string{}
	for id := range j.wie {
		houders = append(houders, id)
	}
	grant, err := j.Casus.Mag(j.wie["procesregisseur"], toegang.KnoopLijst, toegang.Middel{Soort: "knoop", Verantwoordelijke: proef.Regio})
	if err != nil {
		t.Fatal(err)
	}
	list, err := j.Store.Taken(t.Context(), grant, houders, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	list = slices.DeleteFunc(list, func(x dossier.Taak) bool { return x.Soort != "knoop" })
	if len(list) != len(j.partijen) {
		t.Fatalf("at %s %d knots are open and %d are held", j.Nu, len(j.partijen), len(list))
	}
	besloten := 0
	for _, x := range list {
		if slices.Contains(j.partijen[x.Verwijst], x.Houder) {
			t.Fatalf("at %s %s holds a knot in which he is a party", j.Nu, x.Houder)
		}
		if j.kans.IntN(40) != 0 {
			continue
		}
		err := j.Casus.Beslis(t.Context(), j.wie[x.Houder], x.Dossier, x.Verwijst, casus.Besluit{Besluit: "Eerst het gesprek.", Motivering: "Het kind kan niet langer wachten."})
		if err != nil {
			t.Fatal(err)
		}
		delete(j.partijen, x.Verwijst)
		besloten++
	}
	return besloten
}
