// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"slices"
	"strings"
	"testing"
)

func TestInclusionProof(t *testing.T) {
	s, v, _ := sleutels(t, tenant, 1)
	rijen, koppen := logboek(t, 100)
	for _, omvang := range []int64{1, 2, 63, 64, 100} {
		c := teken(t, koppen[omvang], s, v)
		for volgnr := range omvang {
			b, err := Prove(volgnr, omvang, lezer(rijen))
			if err != nil {
				t.Fatal(err)
			}
			leaf := rijen[volgnr].Leaf()
			if err := CheckInclusion(leaf, b, c); err != nil {
				t.Fatalf("regel %d in %d: %v", volgnr, omvang, err)
			}
			leaf[len(leaf)-1] ^= 1
			if err := CheckInclusion(leaf, b, c); err == nil {
				t.Fatalf("gewijzigde regel %d in %d: aanvaard", volgnr, omvang)
			}
		}
	}
}

func TestInclusionProofRefuses(t *testing.T) {
	s, v, _ := sleutels(t, tenant, 1)
	s2, v2, _ := sleutels(t, "gm9002", 2)
	rijen, koppen := logboek(t, 20)
	c := teken(t, koppen[20], s, v)
	ander := koppen[20]
	ander.Verantwoordelijke = "gm9002"
	b, err := Prove(7, 20, lezer(rijen))
	if err != nil {
		t.Fatal(err)
	}
	leaf := rijen[7].Leaf()
	anderNr, andereOmvang, anderPad := b, b, b
	anderNr.Volgnr, andereOmvang.Omvang = 6, 19
	anderPad.Hashes = slices.Clone(b.Hashes)
	anderPad.Hashes[0][0] ^= 1
	tests := map[string]error{
		"geen blad":        CheckInclusion(leaf[:5], b, c),
		"ander nummer":     CheckInclusion(leaf, anderNr, c),
		"andere omvang":    CheckInclusion(leaf, andereOmvang, c),
		"ander pad":        CheckInclusion(leaf, anderPad, c),
		"andere tenant":    CheckInclusion(leaf, b, teken(t, ander, s2, v2)),
		"kleiner journaal": CheckInclusion(leaf, b, teken(t, koppen[19], s, v)),
	}
	_, tests["buiten het journaal"] = Prove(20, 20, lezer(rijen))
	_, tests["regel ontbreekt"] = Prove(7, 20, lezer(rijen[:10]))
	kapot := kopie(rijen)
	kapot[7].Hashes = kapot[7].Hashes[:32]
	_, tests["hash ontbreekt"] = Prove(8, 20, lezer(kapot))
	for naam, err := range tests {
		if err == nil {
			t.Errorf("%s: aanvaard", naam)
		}
	}
}

func TestGrowth(t *testing.T) {
	s, v, _ := sleutels(t, tenant, 1)
	s2, v2, _ := sleutels(t, "gm9002", 2)
	rijen, koppen := logboek(t, 50)
	vals := vervalser{rijen: kopie(rijen)}
	vals.rijen[3].Wie = "u-vals"
	herschreven := vals.herreken(3)
	herkop := Head{Verantwoordelijke: tenant}
	for _, r := range herschreven[:40] {
		var err error
		if _, herkop, err = Append(herkop, Entry{r}); err != nil {
			t.Fatal(err)
		}
	}
	goed := []Checkpoint{teken(t, koppen[0], s, v), teken(t, koppen[7], s, v), teken(t, koppen[7], s, v), teken(t, koppen[40], s, v)}
	if err := CheckHistory(goed, lezer(rijen)); err != nil {
		t.Errorf("een journaal dat groeit: %v", err)
	}
	if err := goed[1].CheckHead(koppen[50], lezer(rijen)); err != nil {
		t.Errorf("een kop die verder is: %v", err)
	}
	ander := Head{Verantwoordelijke: "gm9002"}
	stukke := koppen[50]
	stukke.Rand = nil
	tests := map[string]struct {
		err  error
		want string
	}{
		"terug":            {CheckHistory([]Checkpoint{goed[3], goed[1]}, lezer(rijen)), "oude kopie"},
		"zelfde omvang":    {CheckGrowth(goed[3], teken(t, herkop, s, v), lezer(rijen)), "herschreven"},
		"herschreven":      {CheckGrowth(goed[1], teken(t, herkop, s, v), lezer(herschreven)), "geen vervolg"},
		"herschreven kop":  {goed[1].CheckHead(herkop, lezer(herschreven)), "geen vervolg"},
		"rijen weg":        {CheckGrowth(goed[1], goed[3], lezer(rijen[:5])), "samenhang"},
		"twee tenants":     {CheckGrowth(goed[1], teken(t, ander, s2, v2), lezer(rijen)), "niet te vergelijken"},
		"kop van ander":    {goed[1].CheckHead(ander, lezer(rijen)), "gm9002"},
		"kop zonder rand":  {goed[1].CheckHead(stukke, lezer(rijen)), "past niet"},
		"teruggezette kop": {goed[3].CheckHead(koppen[39], lezer(rijen)), "oude kopie"},
	}
	for naam, tt := range tests {
		if tt.err == nil || !strings.Contains(tt.err.Error(), tt.want) {
			t.Errorf("%s: %v, wil %q", naam, tt.err, tt.want)
		}
	}
}
