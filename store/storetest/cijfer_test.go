// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"io"
	"strings"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

var square = gebied.Vlak{{{{100000, 400000}, {100100, 400000}, {100100, 400100}, {100000, 400100}, {100000, 400000}}}}

func town() []gebied.Gebied {
	return []gebied.Gebied{
		{Code: "GM9999", Jaargang: 2026, Niveau: gebied.Gemeente, Naam: "Teststad", Vlak: square},
		{Code: "WK999901", Jaargang: 2026, Niveau: gebied.Wijk, Naam: "Noord", Ouder: "GM9999", Vlak: square},
		{Code: "BU99990101", Jaargang: 2026, Niveau: gebied.Buurt, Naam: "Havenbuurt", Ouder: "WK999901", Vlak: square},
	}
}

// lijst is a reader of the tests: lines "gebied periode waarde", with "." for a value that is not published.
func lijst(r io.Reader, _ cijfer.Opties) (cijfer.Bestand, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	b := cijfer.Bestand{Bron: cijfer.Bron{Code: "TEST", Naam: "Test", Domein: "veiligheid", Openbaar: true}}
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		f := strings.Fields(line)
		r := cijfer.Regel{Lijn: i + 1, Gebied: f[0], Soort: "inbraak", SoortNaam: "Inbraak", Periode: cijfer.Periode(f[1])}
		if f[2] == "." {
			r.Attribuut = cijfer.Onbekend
		} else {
			v := float64(len(f[2]))
			r.Waarde = &v
		}
		b.Regels = append(b.Regels, r)
	}
	return b, nil
}

func cijfers(t *testing.T, s *store.Store) (*cijfer.Service, toegang.Actor) {
	t.Helper()
	k, wie := kader(t), actor("eigen", toegang.AdviseurOOV)
	areas := &gebied.Service{Kader: k, Store: s}
	if _, err := areas.Import(t.Context(), wie, town(), false); err != nil {
		t.Fatal(err)
	}
	return &cijfer.Service{Kader: k, Store: s, Lezers: map[string]cijfer.Lezer{"lijst": lijst}}, wie
}

func read(t *testing.T, c *cijfer.Service, wie toegang.Actor, text string, proef bool) cijfer.Verslag {
	t.Helper()
	v, err := c.Import(t.Context(), wie, cijfer.Aanlevering{Formaat: "lijst", Naam: "test", Inhoud: strings.NewReader(text), Proef: proef})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestGebieden(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		k, wie := kader(t), actor("eigen", toegang.AdviseurOOV)
		areas := &gebied.Service{Kader: k, Store: s}
		if v, err := areas.Import(t.Context(), wie, town(), true); err != nil || v.Nieuw != 3 {
			t.Fatalf("dry run: %+v %v", v, err)
		}
		if list, _ := areas.Lijst(t.Context(), wie, true); len(list) != 0 {
			t.Fatalf("a dry run kept %d areas", len(list))
		}
		if _, err := areas.Import(t.Context(), wie, town(), false); err != nil {
			t.Fatal(err)
		}
		list, err := areas.Lijst(t.Context(), wie, true)
		if err != nil || len(list) != 3 || list[0].Niveau != gebied.Gemeente || list[2].Naam != "Havenbuurt" || list[2].Vlak[0][0][1] != [2]float64{100100, 400000} {
			t.Fatalf("areas come back changed: %+v %v", list, err)
		}
		if v, err := areas.Import(t.Context(), wie, town(), false); err != nil || v.Gelijk != 3 {
			t.Fatalf("the same file twice: %+v %v", v, err)
		}
		if list, err := areas.Lijst(t.Context(), actor("ander", toegang.AdviseurOOV), false); err != nil || len(list) != 0 {
			t.Fatalf("another tenant sees %d areas, %v", len(list), err)
		}
		bad := town()
		bad[1].Code, bad[2].Naam = "XX1", " "
		if _, err := areas.Import(t.Context(), wie, bad, false); len(domein.FaultsOf(err)) != 2 {
			t.Fatalf("all faults at once: %v", err)
		}
	})
}

func TestImportKeepsWhatItReplaces(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		c, wie := cijfers(t, s)
		text := "BU99990101 2026MM01 xxx\nBU99990101 2026MM02 .\nBU00000000 2026MM01 x\nBU99990101 2026JJ00 xx\n"
		if v := read(t, c, wie, text, true); v.Nieuw != 2 || v.Geweigerd != 2 {
			t.Fatalf("dry run: %+v", v)
		}
		if list, _ := c.Invoeren(t.Context(), wie); len(list) != 0 {
			t.Fatal("a dry run was kept")
		}
		v := read(t, c, wie, text, false)
		in, err := c.Invoer(t.Context(), wie, v.ID)
		if err != nil || len(in.Weigeringen) != 2 || in.Weigeringen[0].Lijn != 3 || in.Weigeringen[1].Kolom != "periode" {
			t.Fatalf("report: %+v %v", in, err)
		}
		if v := read(t, c, wie, text, false); v.Nieuw+v.Herzien != 0 || v.Gelijk != 2 {
			t.Fatalf("the same file twice: %+v", v)
		}
		before := size(t, s)
		if list, _ := c.Invoeren(t.Context(), wie); len(list) != 1 {
			t.Fatalf("the same file twice left %d reports", len(list))
		}
		if v := read(t, c, wie, "BU99990101 2026MM01 xxxxx\nBU99990101 2026MM02 xx\n", false); v.Herzien != 2 || v.Nieuw != 0 {
			t.Fatalf("revision: %+v", v)
		}
		if size(t, s) != before+1 {
			t.Fatal("an import is one entry in the journal")
		}
		versies, err := c.Versies(t.Context(), wie, cijfer.Cel{Soort: "inbraak", Gebied: "BU99990101", Periode: "2026MM01"})
		if err != nil || len(versies) != 2 || *versies[0].Waarde != 3 || *versies[1].Waarde != 5 || versies[0].Tot.IsZero() || !versies[1].Tot.IsZero() {
			t.Fatalf("both values with both dates: %+v %v", versies, err)
		}
		reeks, err := c.Reeks(t.Context(), wie, "inbraak", "BU99990101")
		if err != nil || len(reeks) != 2 || *reeks[0].Waarde != 5 {
			t.Fatalf("in force: %+v %v", reeks, err)
		}
		if _, err := c.Reeks(t.Context(), actor("ander", toegang.AdviseurOOV), "inbraak", "BU99990101"); domein.KindOf(err) != domein.NotFound {
			t.Fatalf("another tenant: %v", err)
		}
	})
}

func size(t *testing.T, s *store.Store) int64 {
	t.Helper()
	h, err := s.JournaalKop(context.Background(), "eigen")
	if err != nil {
		t.Fatal(err)
	}
	return h.Omvang
}
