// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/toegang"
)

func TestNieuweBron(t *testing.T) {
	h := proef.Maak(t)
	good := cijfer.Bron{Code: "HALT-2026_a", Naam: "Halt", Houder: "Halt", Licentie: "CC0", Domein: "veiligheid", Openbaar: true, Verzonnen: true, Vertraging: 3, Toelichting: "Per kwartaal."}
	with := func(change func(*cijfer.Bron)) cijfer.Bron {
		b := good
		change(&b)
		return b
	}
	tests := []struct {
		name   string
		bron   cijfer.Bron
		rol    toegang.Rol
		kind   domein.Kind
		velden []string // with a fault
	}{
		{"nothing filled in", cijfer.Bron{Vertraging: -1}, toegang.AdviseurOOV, domein.Invalid, []string{"code", "naam", "houder", "domein", "vertraging"}},
		{"a blank in the code", with(func(b *cijfer.Bron) { b.Code = "HALT 2026" }), toegang.AdviseurOOV, domein.Invalid, []string{"code"}},
		{"a slash in the code", with(func(b *cijfer.Bron) { b.Code = "HALT/2026" }), toegang.AdviseurOOV, domein.Invalid, []string{"code"}},
		{"a line end in the code", with(func(b *cijfer.Bron) { b.Code = "HALT\n2026" }), toegang.AdviseurOOV, domein.Invalid, []string{"code"}},
		{"a code of 41 signs", with(func(b *cijfer.Bron) { b.Code = strings.Repeat("a", 41) }), toegang.AdviseurOOV, domein.Invalid, []string{"code"}},
		{"the address of the form", with(func(b *cijfer.Bron) { b.Code = "nieuw" }), toegang.AdviseurOOV, domein.Invalid, []string{"code"}},
		{"blanks are no name", with(func(b *cijfer.Bron) { b.Naam = "  " }), toegang.AdviseurOOV, domein.Invalid, []string{"naam"}},
		{"no such field", with(func(b *cijfer.Bron) { b.Domein = "onderwijs" }), toegang.AdviseurOOV, domein.Invalid, []string{"domein"}},
		{"open without a licence", with(func(b *cijfer.Bron) { b.Licentie = " " }), toegang.AdviseurOOV, domein.Invalid, []string{"licentie"}},
		{"a delay of eleven years", with(func(b *cijfer.Bron) { b.Vertraging = 132 }), toegang.AdviseurOOV, domein.Invalid, []string{"vertraging"}},
		{"too long and unreadable", with(func(b *cijfer.Bron) { b.Houder, b.Toelichting = strings.Repeat("é", 151), "a\x00" }), toegang.AdviseurOOV, domein.Invalid, []string{"houder", "toelichting"}},
		{"a code that is taken", with(func(b *cijfer.Bron) { b.Code = "REG" }), toegang.AdviseurOOV, domein.Conflict, []string{"code"}},
		{"not for the council", good, toegang.Raadslid, domein.Forbidden, nil},
	}
	adviser := h.Wie[proef.Eigen][toegang.AdviseurOOV]
	before, err := h.Cijfer.Bronnen(t.Context(), adviser)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		_, err := h.Cijfer.NieuweBron(t.Context(), h.Wie[proef.Eigen][tt.rol], tt.bron)
		var velden []string
		for _, f := range domein.FaultsOf(err) {
			velden = append(velden, f.Veld)
		}
		if domein.KindOf(err) != tt.kind || !slices.Equal(velden, tt.velden) {
			t.Errorf("%s: %v, want a fault of %v", tt.name, err, tt.velden)
		}
	}
	if after, err := h.Cijfer.Bronnen(t.Context(), adviser); err != nil || !reflect.DeepEqual(after, before) {
		t.Errorf("what was refused changed the sources to %v, %v", after, err)
	}
}

// Rows of a source are refused until somebody describes it, in this municipality and not in another.
func TestNieuweBronOpensTheImport(t *testing.T) {
	h := proef.Maak(t)
	offer := func(tenant, gebied string) int {
		t.Helper()
		v, err := h.Cijfer.Import(t.Context(), h.Wie[tenant][toegang.AdviseurOOV], cijfer.Aanlevering{Formaat: "canoniek", Naam: "halt.csv", Proef: true,
			Inhoud: strings.NewReader("code;periode;maat;waarde;waardeattribuut;bron\n" + gebied + ";2026MM09;halt;3;;HALT\n")})
		if err != nil {
			t.Fatal(err)
		}
		return v.Nieuw
	}
	if n := offer(proef.Eigen, "BU99910101"); n != 0 {
		t.Fatalf("%d rows of a source that nobody described were taken", n)
	}
	made, err := h.Cijfer.NieuweBron(t.Context(), h.Wie[proef.Eigen][toegang.BeleidsadviseurSociaal], cijfer.Bron{Code: " HALT ", Naam: "Halt ", Houder: "Halt", Domein: "zorg"})
	if want := (cijfer.Bron{Code: "HALT", Naam: "Halt", Houder: "Halt", Domein: "zorg"}); err != nil || made != want {
		t.Fatalf("made %+v, %v", made, err)
	}
	if n := offer(proef.Eigen, "BU99910101"); n != 1 {
		t.Errorf("%d rows of the new source are taken, want 1", n)
	}
	if n := offer(proef.Ander, "BU99920101"); n != 0 {
		t.Error("the source is known in another municipality")
	}
}
