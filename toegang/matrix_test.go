// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "schrijf matrix_golden.txt opnieuw")

const matrixBestand = "matrix_golden.txt"

// A geval is one set of circumstances in which an action can be asked.
type geval struct {
	domein, openbaar, status, vanWie, organisatie string
}

// assen are the circumstances that policies look at, with the values that they
// tell apart. The status of a partner question is another one than that of a plan.
func assen(a Actie, organisatie string) []geval {
	statussen := []string{StatusConcept, "vastgesteld"}
	if a == SignaalPartnerAntwoorden {
		statussen = []string{StatusOpen, "beantwoord"}
	}
	var uit []geval
	for _, d := range []string{DomeinVeiligheid, DomeinZorg, "geen"} {
		for _, o := range []string{"ja", "nee"} {
			for _, s := range statussen {
				for _, w := range []string{"zelf", "ander"} {
					uit = append(uit, geval{d, o, s, w, organisatie})
				}
			}
		}
	}
	return uit
}

func (g geval) vraag(rol Rol, a Actie) Vraag {
	m := Middel{Soort: "gegeven", ID: "m-1", Domein: g.domein, Openbaar: g.openbaar == "ja", Status: g.status, Eigenaar: "u-2"}
	if a == SignaalPartnerAntwoorden {
		m.Soort = SoortPartnervraag
	}
	if g.domein == "geen" {
		m.Domein = ""
	}
	if g.vanWie == "zelf" {
		m.Eigenaar = "u-1"
	}
	if g.organisatie == "andere" {
		m.Verantwoordelijke = "gm9002"
	}
	return vraag(rol, a, m)
}

// regelMatrix is a line of the detailed table: "*" where the value of a
// circumstance makes no difference.
type regelMatrix struct {
	geval
	besluit, beleid string
}

// velden addresses the circumstances by number, so that they can be compared
// and starred one by one.
func (r *regelMatrix) velden() []*string {
	return []*string{&r.domein, &r.openbaar, &r.status, &r.vanWie}
}

// matrix asks the gate in every circumstance and folds those that make no
// difference for this role and action.
func matrix(p *Poort, rol Rol, a Actie, organisatie string) []regelMatrix {
	var alle []regelMatrix
	for _, g := range assen(a, organisatie) {
		u := p.beslis(feitenVan(g.vraag(rol, a)))
		r := regelMatrix{geval: g, besluit: "nee", beleid: strings.Join(u.beleid, ", ")}
		if u.mag {
			r.besluit = "ja"
		}
		if organisatie == "andere" && slices.Contains(u.beleid, "andere_verantwoordelijke") {
			r.beleid = "andere_verantwoordelijke"
		}
		alle = append(alle, r)
	}
	for as := range 4 {
		if !maaktUit(alle, as) {
			for i := range alle {
				*alle[i].velden()[as] = "*"
			}
		}
	}
	slices.SortStableFunc(alle, func(a, b regelMatrix) int {
		return strings.Compare(a.domein+" "+a.openbaar+" "+a.status+" "+a.vanWie, b.domein+" "+b.openbaar+" "+b.status+" "+b.vanWie)
	})
	return slices.Compact(alle)
}

// maaktUit reports whether two lines that differ in circumstance as only have
// a different answer.
func maaktUit(alle []regelMatrix, as int) bool {
	antwoord := map[string]string{}
	for _, r := range alle {
		kopie := r
		*kopie.velden()[as] = "*"
		sleutel, waarde := fmt.Sprint(kopie.geval), r.besluit+"|"+r.beleid
		if eerder, ok := antwoord[sleutel]; ok && eerder != waarde {
			return true
		}
		antwoord[sleutel] = waarde
	}
	return false
}

const matrixKop = `MATRIX VAN ROLLEN EN HANDELINGEN

Dit bestand is gemaakt uit het beleid in toegang/policies door
"go test ./toegang -run TestMatrix -update". Wijzig het niet met de hand.

Deel 1 is het overzicht binnen de eigen organisatie:
  ja     mag altijd          deels  mag soms, zie deel 2          .  mag nooit
Deel 2 noemt per handeling en rol elke omstandigheid die uitmaakt, met het besluit en het
beleid dat besliste. Een * betekent: maakt niet uit. Een nee zonder beleid betekent: geen
enkel beleid staat het toe. De laatste regel van elke rol is de andere organisatie.
`

func schrijfMatrix(p *Poort) string {
	var b strings.Builder
	b.WriteString(matrixKop + "\nDEEL 1. OVERZICHT\n\n")
	kort := []string{"oov", "sociaal", "wijkag", "wethou", "burgem", "griff", "raad", "fg", "beheer", "systeem", "partner", "publiek"}
	kop := fmt.Sprintf("%-28s", "")
	for _, k := range kort {
		kop += fmt.Sprintf("%-8s", k)
	}
	b.WriteString(strings.TrimRight(kop, " ") + "\n")
	for _, a := range Acties() {
		lijn := fmt.Sprintf("%-28s", a)
		for _, rol := range Rollen() {
			lijn += fmt.Sprintf("%-8s", samen(matrix(p, rol, a, "eigen")))
		}
		b.WriteString(strings.TrimRight(lijn, " ") + "\n")
	}
	b.WriteString("\nDEEL 2. ALLE OMSTANDIGHEDEN\n")
	const vorm = "  %-24s %-11s %-11s %-9s %-12s %-7s %-8s %s"
	for _, a := range Acties() {
		doel, grondslag := StandaardDoel(a)
		fmt.Fprintf(&b, "\n%s\n  doel: %s; grondslag: %s\n", a, doel, grondslag)
		fmt.Fprintf(&b, vorm+"\n", "rol", "organisatie", "domein", "openbaar", "status", "van wie", "besluit", "beleid")
		for _, rol := range Rollen() {
			for _, r := range append(matrix(p, rol, a, "eigen"), matrix(p, rol, a, "andere")...) {
				lijn := fmt.Sprintf(vorm, rol, r.organisatie, r.domein, r.openbaar, r.status, r.vanWie, r.besluit, r.beleid)
				b.WriteString(strings.TrimRight(lijn, " ") + "\n")
			}
		}
	}
	return b.String()
}

func samen(regels []regelMatrix) string {
	ja := 0
	for _, r := range regels {
		if r.besluit == "ja" {
			ja++
		}
	}
	switch ja {
	case 0:
		return "."
	case len(regels):
		return "ja"
	}
	return "deels"
}

// TestMatrix compares every decision with the table that was reviewed.
func TestMatrix(t *testing.T) {
	got := schrijfMatrix(poort(t))
	if *update {
		if err := os.WriteFile(matrixBestand, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(matrixBestand)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("de matrix wijkt af van %s; beoordeel het verschil en draai met -update:\n%s", matrixBestand, diff)
	}
}
