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

// An as is one circumstance that policies look at, with the values that they tell apart.
type as struct {
	naam    string
	breed   int // columns of the table
	waarden []string
	zet     func(*Vraag, string)
}

var (
	asDomein = as{"domein", 11, []string{DomeinVeiligheid, DomeinZorg, "geen"}, func(v *Vraag, w string) {
		if w != "geen" {
			v.Waarop.Domein = w
		}
	}}
	asOpenbaar = as{"openbaar", 9, []string{"ja", "nee"}, func(v *Vraag, w string) { v.Waarop.Openbaar = w == "ja" }}
	asStatus   = as{"status", 12, []string{StatusConcept, "vastgesteld"}, func(v *Vraag, w string) { v.Waarop.Status = w }}
	asAntwoord = as{"status", 12, []string{StatusOpen, "beantwoord"}, func(v *Vraag, w string) {
		v.Waarop.Soort, v.Waarop.Status = SoortPartnervraag, w
	}}
	asVanWie = as{"van wie", 8, []string{"zelf", "ander"}, func(v *Vraag, w string) {
		if w == "zelf" {
			v.Waarop.Eigenaar = v.Wie.ID
		}
	}}
	asRegime = as{"regime", 15, []string{"melding", "zvh", "radicalisering", "inzage"}, func(v *Vraag, w string) { v.Waarop.Regime = w }}
	asKring  = as{"kring", 20, []string{AlsProcesregisseur, AlsCasusregisseur, AlsDeelnemer, AlsBijdrager, AlsAgendalid, KringOud, KringNooit}, func(v *Vraag, w string) {
		if v.Waarop.Kring = w; w != KringOud && w != KringNooit {
			v.Waarop.Kring, v.Waarop.Functie = KringLid, w
		}
	}}
	asSoort = as{"soort", 10, []string{"overleg", "casus"}, func(v *Vraag, w string) { v.Waarop.Soort = w }}
	asNood  = as{"nood", 5, []string{"ja", "nee"}, func(v *Vraag, w string) { v.Waarop.Nood = w == "ja" }}
	asWerkt = as{"werkt bij", 12, []string{"gemeente", "politie", "om", "veilig_thuis", "ggz", "school", "onbekend"}, func(v *Vraag, w string) {
		if v.Wie.Organisatie = w; w == "onbekend" {
			v.Wie.Organisatie = ""
		}
	}}
)

// assen are the circumstances of an action.
func assen(a Actie) []as {
	switch soort, _, _ := strings.Cut(string(a), "."); {
	case a == SignaalPartnerAntwoorden:
		return []as{asDomein, asOpenbaar, asAntwoord, asVanWie}
	case a == HitVragen:
		return []as{asRegime, asWerkt}
	case soort == "melding", a == CasusOpenen, soort == "werk", soort == "termijn", soort == "uitkomst", a == AfwijkingBeoordelen:
		return []as{asRegime, asVanWie}
	case a == OverlegLezen:
		return []as{asSoort, asRegime, asKring, asNood, asVanWie}
	case slices.Contains([]string{"casus", "knoop", "gedeeld", "overleg", "inzage", "toezicht", "bewaring"}, soort):
		return []as{asRegime, asKring, asNood, asVanWie}
	}
	return []as{asDomein, asOpenbaar, asStatus, asVanWie}
}

// A geval is one value of each circumstance, in the order of the axes.
type geval []string

// is gives the value of the circumstance by its name, or empty where the action does not have it.
func (g geval) is(a Actie, naam string) string {
	for i, x := range assen(a) {
		if x.naam == naam {
			return g[i]
		}
	}
	return ""
}

// gevallen are all combinations of the circumstances of an action.
func gevallen(a Actie) []geval {
	uit := []geval{{}}
	for _, x := range assen(a) {
		var meer []geval
		for _, g := range uit {
			for _, w := range x.waarden {
				meer = append(meer, append(slices.Clone(g), w))
			}
		}
		uit = meer
	}
	return uit
}

func (g geval) vraag(rol Rol, a Actie, organisatie string) Vraag {
	v := vraag(rol, a, Middel{Soort: "gegeven", ID: "m-1", Eigenaar: "u-2"})
	for i, x := range assen(a) {
		x.zet(&v, g[i])
	}
	if organisatie == "andere" {
		v.Waarop.Verantwoordelijke = "gm9002"
	}
	return v
}

// regelMatrix is a line of the detailed table: "*" where the value of a
// circumstance makes no difference.
type regelMatrix struct {
	geval
	organisatie, besluit, beleid string
}

// matrix asks the gate in every circumstance and folds those that make no
// difference for this role and action.
func matrix(p *Poort, rol Rol, a Actie, organisatie string) []regelMatrix {
	var alle []regelMatrix
	for _, g := range gevallen(a) {
		u := p.beslis(feitenVan(g.vraag(rol, a, organisatie)))
		r := regelMatrix{geval: g, organisatie: organisatie, besluit: "nee", beleid: strings.Join(u.beleid, ", ")}
		if u.mag {
			r.besluit = "ja"
		}
		if organisatie == "andere" && slices.Contains(u.beleid, "andere_verantwoordelijke") {
			r.beleid = "andere_verantwoordelijke"
		}
		alle = append(alle, r)
	}
	for i, x := range assen(a) {
		alle = vouw(alle, i, x)
	}
	slices.SortStableFunc(alle, func(a, b regelMatrix) int { return slices.Compare(a.geval, b.geval) })
	return alle
}

// vouw joins the lines that differ in one circumstance only and have the same answer: its values with a comma, "*" for all of them.
func vouw(alle []regelMatrix, nr int, x as) []regelMatrix {
	var uit []regelMatrix
	plek := map[string]int{}
	for _, r := range alle {
		rest := slices.Clone(r.geval)
		rest[nr] = ""
		sleutel := strings.Join(append(rest, r.besluit, r.beleid), "|")
		if i, ok := plek[sleutel]; ok {
			uit[i].geval[nr] += "," + r.geval[nr]
			continue
		}
		plek[sleutel] = len(uit)
		uit = append(uit, r)
	}
	for i := range uit {
		if uit[i].geval[nr] == strings.Join(x.waarden, ",") {
			uit[i].geval[nr] = "*"
		}
	}
	return uit
}

const matrixKop = `MATRIX VAN ROLLEN EN HANDELINGEN

Dit bestand is gemaakt uit het beleid in toegang/policies door
"go test ./toegang -run TestMatrix -update". Wijzig het niet met de hand.

Deel 1 is het overzicht binnen de eigen organisatie:
  ja     mag altijd          deels  mag soms, zie deel 2          .  mag nooit
Deel 2 noemt per handeling en rol elke omstandigheid die uitmaakt, met het besluit en het
beleid dat besliste. Een * betekent: maakt niet uit. Een nee zonder beleid betekent: geen
enkel beleid staat het toe. Bij kring is elke waarde behalve oud en nooit de functie van een
lid. De laatste regel van elke rol is de andere organisatie.
`

func schrijfMatrix(p *Poort) string {
	var b strings.Builder
	b.WriteString(matrixKop + "\nDEEL 1. OVERZICHT\n\n")
	kort := []string{"oov", "sociaal", "wijkag", "wethou", "burgem", "griff", "raad", "fg", "beheer", "proces", "casus", "deelnem", "keten", "privacy", "archief",
		"systeem", "partner", "publiek"}
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
	for _, a := range Acties() {
		doel, grondslag := StandaardDoel(a)
		if Dossieractie(a) {
			doel, grondslag = "volgt uit de kring, het overleg of de taak", "idem"
		}
		fmt.Fprintf(&b, "\n%s\n  doel: %s; grondslag: %s\n", a, doel, grondslag)
		schrijfRegels(&b, p, a)
	}
	return b.String()
}

// schrijfRegels writes the detailed table of one action.
func schrijfRegels(b *strings.Builder, p *Poort, a Actie) {
	lijn := func(rol, organisatie string, g geval, besluit, beleid string) {
		tekst := fmt.Sprintf("  %-24s %-11s", rol, organisatie)
		for i, x := range assen(a) {
			tekst += fmt.Sprintf(" %-*s", x.breed, g[i])
		}
		b.WriteString(strings.TrimRight(tekst+fmt.Sprintf(" %-8s %s", besluit, beleid), " ") + "\n")
	}
	var namen geval
	for _, x := range assen(a) {
		namen = append(namen, x.naam)
	}
	lijn("rol", "organisatie", namen, "besluit", "beleid")
	for _, rol := range Rollen() {
		for _, r := range append(matrix(p, rol, a, "eigen"), matrix(p, rol, a, "andere")...) {
			lijn(string(rol), r.organisatie, r.geval, r.besluit, r.beleid)
		}
	}
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
