// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package meldlijst

import (
	"strings"
	"testing"

	"dwarsverband/domein"
)

const kop = "kenmerk;verzonden;afzender;bestemming;aanleiding;voornamen;achternaam;geboren;adres_geheim\n"

// Two lines under one reference are one report about two people; another reference is another report.
func TestList(t *testing.T) {
	list, err := Lees(strings.NewReader(kop +
		"A1;2026-11-09 22:40;Politie;zvh;ruzie;Deniz;Proef;2009-03-04;\n" +
		"A1;2026-11-09 22:40;Politie;zvh;ruzie;Aylin;Proef;1984;ja\n" +
		"A2;2026-11-10;Politie;NAZ;\"zorg; overlast\";;Anders;;\n"))
	if err != nil || len(list) != 2 {
		t.Fatalf("%d reports, %v", len(list), err)
	}
	a, b := list[0], list[1]
	if len(a.Betrokkenen) != 2 || a.Betrokkenen[1].Voornamen != "Aylin" || !a.Betrokkenen[1].AdresGeheim || a.Verzonden.String() != "2026-11-09T21:40:00.000000Z" || a.Bestemming != "ZVH" {
		t.Errorf("the first report is %+v", a)
	}
	if b.Aanleiding != "zorg; overlast" || b.Plek != "regel 4" || b.Verzonden.Date().String() != "2026-11-10" {
		t.Errorf("the second report is %+v", b)
	}
}

func TestListFaults(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"columns": {"kenmerk;naam\nA1;x\n", []string{"verzonden", "afzender", "bestemming", "aanleiding", "achternaam", "kolom 2"}},
		"rows":    {kop + "A1;gisteren;P;ZVH;x;;y;;\nA2;2026-11-09;P;ZVH\nA3;morgen;P;ZVH;x;;y;;\n", []string{"regel 2, verzonden", "regel 3", "regel 4, verzonden"}},
	} {
		list, err := Lees(strings.NewReader(tt.text))
		var fields []string
		for _, f := range domein.FaultsOf(err) {
			fields = append(fields, f.Veld)
		}
		if strings.Join(fields, "|") != strings.Join(tt.want, "|") || domein.KindOf(err) != domein.Invalid {
			t.Errorf("%s: faults %q, want %q (%d reports)", name, fields, tt.want, len(list))
		}
	}
}

func FuzzList(f *testing.F) {
	f.Add(kop + "A1;2026-11-09 22:40;Politie;zvh;ruzie;Deniz;Proef;2009-03-04;\n")
	f.Add("kenmerk;naam\nA1")
	f.Add(kop + "A1;\"x\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := Lees(strings.NewReader(text))
		if err == nil {
			for _, a := range list {
				if len(a.Betrokkenen) == 0 || a.Plek == "" {
					t.Errorf("a report without person or place: %+v", a)
				}
			}
		} else if domein.KindOf(err) == domein.Internal {
			t.Errorf("a list ends in an error of ours: %v", err)
		}
	})
}
