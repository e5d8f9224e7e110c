// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestNewRefusesEveryFaultAtOnce(t *testing.T) {
	_, err := New(Params{Beleid: []string{"a,b"}, Inhoud: []byte{}})
	if err == nil {
		t.Fatal("een lege regel: aanvaard")
	}
	for _, naam := range []string{"verantwoordelijke", "wie", "rol", "actie", "soort", "object", "uitkomst", "beleid", "doel", "grondslag", "moment", "sleutel"} {
		if !strings.Contains(err.Error(), naam) {
			t.Errorf("de fout noemt %s niet: %v", naam, err)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	tests := map[string]func(*Params){
		"naam van een mens":    func(p *Params) { p.Wie = "Jan Jansen" },
		"mailadres":            func(p *Params) { p.Wie = "jan@voorbeeld.nl" },
		"zin als object":       func(p *Params) { p.Object = "overlast bij de buren" },
		"letter buiten ASCII":  func(p *Params) { p.Rol = "é" },
		"schuine streep":       func(p *Params) { p.Verantwoordelijke = "gm/1" },
		"te lange code":        func(p *Params) { p.Actie = strings.Repeat("a", 129) },
		"te lang object":       func(p *Params) { p.Object = strings.Repeat("a", 2049) },
		"doel met regeleinde":  func(p *Params) { p.Doel = "a\nb" },
		"doel van spaties":     func(p *Params) { p.Doel = "  " },
		"grondslag geen UTF-8": func(p *Params) { p.Grondslag = "art\xff" },
		"te lange grondslag":   func(p *Params) { p.Grondslag = strings.Repeat("a", 201) },
		"korte sleutel":        func(p *Params) { p.Sleutel = p.Sleutel[:31] },
		"jaar 1999":            func(p *Params) { p.Moment = time.Date(1999, 12, 31, 0, 0, 0, 0, time.UTC) },
		"jaar 10000":           func(p *Params) { p.Moment = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) },
	}
	for naam, maak := range tests {
		p := params(1)
		if _, err := New(p); err != nil {
			t.Fatal(err)
		}
		maak(&p)
		if e, err := New(p); err == nil || !e.Zero() {
			t.Errorf("%s: aanvaard", naam)
		}
	}
}

func TestNewIsCanonical(t *testing.T) {
	p := params(1)
	p.Beleid = []string{"b", "a", "b"}
	p.Moment = time.Date(2026, 7, 1, 12, 0, 0, 1999, time.FixedZone("CEST", 7200))
	e, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	if e.rij.Beleid != "a,b" || !slices.Equal(p.Beleid, []string{"b", "a", "b"}) {
		t.Errorf("beleid %q, invoer %q", e.rij.Beleid, p.Beleid)
	}
	if got := e.rij.Moment.Format(time.RFC3339Nano); got != "2026-07-01T10:00:00.000001Z" {
		t.Errorf("moment %s", got)
	}
	if e.Verantwoordelijke() != tenant || e.Zero() || !(Entry{}).Zero() {
		t.Error("Zero of Verantwoordelijke klopt niet")
	}
}

// TestCommitment shows that content stays out of the row, can be shown to be the
// content under the key, and does not betray that two objects hold the same.
func TestCommitment(t *testing.T) {
	rijen, _ := logboek(t, 4)
	r := rijen[1]
	inhoud := params(1).Inhoud
	if bytes.Contains(r.Leaf(), inhoud) || len(r.Vastlegging) != 32 {
		t.Error("de inhoud staat in de regel")
	}
	if !r.CheckInhoud(geheim1, inhoud) {
		t.Error("de inhoud past niet bij haar vastlegging")
	}
	if r.CheckInhoud(geheim1, []byte("andere")) || r.CheckInhoud([]byte("andere"), inhoud) || rijen[0].CheckInhoud(geheim1, nil) {
		t.Error("andere inhoud of sleutel past ook")
	}
	p := params(2)
	p.Inhoud = inhoud
	e, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(e.rij.Vastlegging, r.Vastlegging) {
		t.Error("gelijke inhoud van twee objecten is aan elkaar te herkennen")
	}
	p.Inhoud = []byte{}
	if e, err = New(p); err != nil || len(e.rij.Vastlegging) != 32 {
		t.Errorf("lege inhoud is ook inhoud: %v, %d bytes", err, len(e.rij.Vastlegging))
	}
}

// TestLeafIsFixed pins the encoding: leaves of this version must be the same
// for as long as the journal is kept.
func TestLeafIsFixed(t *testing.T) {
	r := Rij{
		Verantwoordelijke: "gm1", Volgnr: 258, Versie: 1, Moment: time.UnixMicro(0x0102030405060708).UTC(),
		Wie: "w", Rol: "r", Actie: "a", Soort: "s", Object: "o", Doel: "d", Grondslag: "g", Beleid: "b", Uitkomst: "u",
		Vastlegging: []byte{0xff},
	}
	const want = "01" + "0000000000000102" + "0102030405060708" + "00000003676d31" +
		"0000000177" + "0000000172" + "0000000161" + "0000000173" + "000000016f" +
		"0000000164" + "0000000167" + "0000000162" + "0000000175" + "00000001ff"
	if got := hex.EncodeToString(r.Leaf()); got != want {
		t.Errorf("blad\n got %s\nwant %s", got, want)
	}
	terug, err := ParseLeaf(r.Leaf())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, terug); diff != "" {
		t.Error(diff)
	}
}

func TestParseLeafRefuses(t *testing.T) {
	rijen, _ := logboek(t, 2)
	goed := rijen[1].Leaf()
	for n := range goed {
		if _, err := ParseLeaf(goed[:n]); err == nil {
			t.Errorf("afgebroken na %d bytes: aanvaard", n)
		}
	}
	versie2, negatief := slices.Clone(goed), slices.Clone(goed)
	versie2[0], negatief[1] = 2, 0x80
	for naam, leaf := range map[string][]byte{"staart": append(slices.Clone(goed), 0), "versie 2": versie2, "negatief": negatief} {
		if _, err := ParseLeaf(leaf); err == nil {
			t.Errorf("%s: aanvaard", naam)
		}
	}
}

// FuzzParseLeaf holds the encoding to one-to-one: whatever is accepted is
// exactly what its row encodes to.
func FuzzParseLeaf(f *testing.F) {
	rijen, _ := logboek(f, 5)
	for _, r := range rijen {
		f.Add(r.Leaf())
	}
	f.Add([]byte{})
	f.Add([]byte{1, 0xff})
	f.Fuzz(func(t *testing.T, leaf []byte) {
		r, err := ParseLeaf(leaf)
		if err == nil && !bytes.Equal(r.Leaf(), leaf) {
			t.Errorf("blad %x leest als %+v", leaf, r)
		}
	})
}
