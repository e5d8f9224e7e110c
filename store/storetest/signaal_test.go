// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"fmt"
	"math"
	"reflect"
	"testing"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// signalen is a database of one tenant with the kind "inbraak", its key and entries for it.
type signalen struct {
	*store.Store
	k domein.Kader
	g toegang.Grant
}

func metSignalen(t *testing.T, s *store.Store) signalen {
	t.Helper()
	c, wie := cijfers(t, s)
	read(t, c, wie, "BU99990101 2026MM01 xxx\n", false)
	k := kader(t)
	return signalen{s, k, mag(t, k, actor("eigen", toegang.Systeem), toegang.SignaalDetecteren)}
}

func (s signalen) entry(t *testing.T) journaal.Entry {
	t.Helper()
	e, err := s.k.Entry(s.g, "signaal", "proef", "proef")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// vreemd is the key of somebody of the other tenant.
func (s signalen) vreemd(t *testing.T) toegang.Grant {
	t.Helper()
	return mag(t, s.k, actor("ander", toegang.AdviseurOOV), toegang.SignaalDetecteren)
}

func oordeelVan(gebied string, p cijfer.Periode, u signaal.Uitspraak, kans float64) signaal.Oordeel {
	m := signaal.Meting{Gezien: 14, Verwacht: 2.5, Onder: 0, Boven: 6, P: kans, Drempel: 0.001, Kleinste: 9, Getoetst: 480, ZonderUitspraak: 2, Voorlopig: true}
	if u == signaal.GeenUitspraak {
		nan := math.NaN()
		m = signaal.Meting{Gezien: nan, Verwacht: nan, Onder: nan, Boven: nan, P: nan, Drempel: nan, Kleinste: nan, Getoetst: 480, ZonderUitspraak: 2}
	}
	return signaal.Oordeel{Soort: "inbraak", Gebied: gebied, Periode: p, Uitspraak: u, Meting: m}
}

func TestOordelen(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx := metSignalen(t, s), t.Context()
		first := []signaal.Oordeel{
			oordeelVan("BU99990101", "2026MM01", signaal.Rings, 1e-9), oordeelVan("BU99990101", "2026MM02", signaal.GeenUitspraak, 0),
			oordeelVan("BU99990102", "2026MM02", signaal.Volgen, 0.004), oordeelVan("BU99990103", "2026MM02", signaal.Volgen, 0.002),
			oordeelVan("BU99990104", "2026MM02", signaal.Rustig, 0.2),
		}
		before := size(t, s)
		if err := d.SaveOordelen(ctx, d.g, first, nil, nil, d.entry(t)); err != nil {
			t.Fatal(err)
		}
		if size(t, s) != before+1 {
			t.Error("a detection is one entry in the journal")
		}
		got, err := d.Oordelen(ctx, d.g, "inbraak", "BU99990101")
		if err != nil || len(got) != 2 || !reflect.DeepEqual(got[0], first[0]) {
			t.Fatalf("comes back changed: %+v %v", got, err)
		}
		if o := got[1]; !math.IsNaN(o.Gezien) || !math.IsNaN(o.P) || !math.IsNaN(o.Kleinste) || o.Voorlopig || o.Getoetst != 480 {
			t.Errorf("unknown is not zero: %+v", o)
		}
		follow, err := d.OordelenVan(ctx, d.g, []string{"inbraak"}, signaal.Volgen, "2026MM01")
		if err != nil || len(follow) != 2 || follow[0].Gebied != "BU99990103" {
			t.Errorf("the most unlikely first: %+v %v", follow, err)
		}
		if none, _ := d.OordelenVan(ctx, d.g, []string{}, signaal.Volgen, "2026MM01"); len(none) != 0 {
			t.Errorf("no kinds give %d judgements", len(none))
		}
		n, err := d.Telling(ctx, d.g, []string{"inbraak"})
		if want := (signaal.Telling{Periode: "2026MM02", Volgen: 2, Rustig: 1, ZonderCijfer: 1}); err != nil || n != want {
			t.Errorf("counts %+v, %v", n, err)
		}
		// One outcome changes and one cell is no longer judged; the month before the oldest of this run stays.
		second := []signaal.Oordeel{oordeelVan("BU99990101", "2026MM02", signaal.Rings, 1e-8), oordeelVan("BU99990102", "2026MM02", signaal.Volgen, 0.004)}
		if err := d.SaveOordelen(ctx, d.g, second, nil, nil, d.entry(t)); err != nil {
			t.Fatal(err)
		}
		n, err = d.Telling(ctx, d.g, []string{"inbraak"})
		if want := (signaal.Telling{Periode: "2026MM02", Rings: 1, Volgen: 1}); err != nil || n != want {
			t.Errorf("after a second run %+v, %v", n, err)
		}
		if got, _ := d.Oordelen(ctx, d.g, "inbraak", "BU99990101"); len(got) != 2 || got[0].Uitspraak != signaal.Rings || got[1].P != 1e-8 {
			t.Errorf("months of the series: %+v", got)
		}
		if got, err := d.Oordelen(ctx, d.vreemd(t), "inbraak", "BU99990101"); err != nil || len(got) != 0 {
			t.Errorf("another tenant sees %d judgements, %v", len(got), err)
		}
	})
}

func signaalVan(id, gebied string) signaal.Signaal {
	o := oordeelVan(gebied, "2026MM02", signaal.Rings, 1e-9)
	return signaal.Signaal{ID: id, Soort: o.Soort, Gebied: gebied, Periode: o.Periode, Meting: o.Meting, Ontstaan: termijn.At(noon), Versie: 1,
		Velden: map[string]domein.Veld{"status": {Waarde: "nieuw", Versie: 1}}}
}

func TestSignalenAndTheirVersions(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx := metSignalen(t, s), t.Context()
		sig := signaalVan("s1", "BU99990101")
		save := func(sig signaal.Signaal, what string) error {
			return d.SaveSignalen(ctx, d.g, []signaal.Signaal{sig}, []signaal.Gebeurtenis{{Signaal: sig.ID, Moment: termijn.At(noon), Wie: "wie", Wat: what, Tekst: "t", Bron: "b"}},
				[]journaal.Entry{d.entry(t)})
		}
		if err := save(sig, "nieuw"); err != nil {
			t.Fatal(err)
		}
		got, err := d.Signaal(ctx, d.g, "s1")
		if err != nil || !reflect.DeepEqual(got, sig) {
			t.Fatalf("comes back changed: %+v %v", got, err)
		}
		entries := size(t, s)
		for name, wrong := range map[string]signaal.Signaal{
			"a second signal of the same month": signaalVan("s2", "BU99990101"),
			"a version that was skipped":        {ID: "s1", Versie: 3},
		} {
			if err := save(wrong, "mis"); domein.KindOf(err) != domein.Conflict {
				t.Errorf("%s: %v", name, err)
			}
		}
		if events, _ := d.Gebeurtenissen(ctx, d.g, "s1"); len(events) != 1 || size(t, s) != entries {
			t.Errorf("a conflict left %d events and %d entries", len(events), size(t, s)-entries)
		}
		sig.Versie, sig.Vervallen, sig.Gezien = 2, true, math.NaN()
		sig.Velden["status"] = domein.Veld{Waarde: "geduid", Versie: 2}
		if err := save(sig, "geduid"); err != nil {
			t.Fatal(err)
		}
		if err := save(sig, "geduid"); domein.KindOf(err) != domein.Conflict {
			t.Errorf("the second of two that saw version 1: %v", err)
		}
		got, err = d.Signaal(ctx, d.g, "s1")
		if err != nil || got.Status() != signaal.Geduid || got.Versie != 2 || !got.Vervallen || !math.IsNaN(got.Gezien) {
			t.Fatalf("after a change: %+v %v", got, err)
		}
		if events, err := d.Gebeurtenissen(ctx, d.g, "s1"); err != nil || len(events) != 2 || events[0].Wat != "geduid" || events[1].Moment != termijn.At(noon) {
			t.Errorf("the story, newest first: %+v %v", events, err)
		}
		if list, err := d.Signalen(ctx, d.g, []string{"inbraak"}); err != nil || len(list) != 1 {
			t.Errorf("%d signals, %v", len(list), err)
		}
		other := d.vreemd(t)
		_, foreign := d.Signaal(ctx, other, "s1")
		_, unknown := d.Signaal(ctx, other, "bestaat-niet")
		if domein.KindOf(foreign) != domein.NotFound || foreign.Error() != unknown.Error() {
			t.Errorf("another tenant gets %v, and for what does not exist %v", foreign, unknown)
		}
		if list, err := d.Signalen(ctx, other, []string{"inbraak"}); err != nil || len(list) != 0 {
			t.Errorf("another tenant sees %d signals, %v", len(list), err)
		}
	})
}

func TestPartnervragen(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx := metSignalen(t, s), t.Context()
		if err := d.SaveSignalen(ctx, d.g, []signaal.Signaal{signaalVan("s1", "BU99990101")}, nil, []journaal.Entry{d.entry(t)}); err != nil {
			t.Fatal(err)
		}
		v := signaal.Vraag{ID: "v1", Signaal: "s1", Hash: "abc", Aan: "Woonstichting", Tekst: "Ziet u dit ook?", Wie: "wie", Gesteld: termijn.At(noon), Tot: termijn.At(noon.Add(time.Hour))}
		event := signaal.Gebeurtenis{Signaal: "s1", Moment: termijn.At(noon), Wie: "wie", Wat: signaal.Gevraagd}
		if err := d.AddVraag(ctx, d.g, v, event, d.entry(t)); err != nil {
			t.Fatal(err)
		}
		got, tenant, err := d.VraagVanSleutel(ctx, "abc")
		if err != nil || tenant != "eigen" || got != v {
			t.Fatalf("behind the link of %s: %+v %v", tenant, got, err)
		}
		if _, _, err := d.VraagVanSleutel(ctx, "onbekend"); domein.KindOf(err) != domein.NotFound {
			t.Errorf("an unknown link: %v", err)
		}
		entries := size(t, s)
		v.Antwoord, v.Bron, v.Beantwoord = "Ja.", "Eigen meldingen", termijn.At(noon.Add(time.Minute))
		if err := d.SaveAntwoord(ctx, d.vreemd(t), v, event, d.entry(t)); domein.KindOf(err) != domein.NotFound {
			t.Errorf("another tenant answers: %v", err)
		}
		if err := d.SaveAntwoord(ctx, d.g, v, event, d.entry(t)); err != nil {
			t.Fatal(err)
		}
		again := v
		again.Antwoord = "Nee."
		if err := d.SaveAntwoord(ctx, d.g, again, event, d.entry(t)); domein.KindOf(err) != domein.NotFound {
			t.Errorf("a second answer: %v", err)
		}
		list, err := d.Vragen(ctx, d.g, "s1")
		if err != nil || len(list) != 1 || list[0] != v || size(t, s) != entries+1 {
			t.Errorf("questions %+v %v, %d entries", list, err, size(t, s)-entries)
		}
		if list, err := d.Vragen(ctx, d.vreemd(t), "s1"); err != nil || len(list) != 0 {
			t.Errorf("another tenant sees %d questions, %v", len(list), err)
		}
	})
}

func TestZoekopdrachten(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx := metSignalen(t, s), t.Context()
		wie := actor("eigen", toegang.AdviseurOOV)
		for _, id := range []string{wie.ID, "buur"} {
			if err := d.SaveGebruiker(ctx, gebruiker.Gebruiker{Verantwoordelijke: "eigen", ID: id, Naam: id}, "", d.entry(t)); err != nil {
				t.Fatal(err)
			}
		}
		for i, z := range []signaal.Zoekopdracht{{Naam: "Nieuw", Query: "status=nieuw"}, {Naam: "Inbraak", Query: "soort=inbraak"}, {Naam: "Nieuw", Query: "status=nieuw&maanden=3"}} {
			z.ID = fmt.Sprint("z", i)
			if err := d.SaveZoekopdracht(ctx, d.g, wie.ID, z, d.entry(t)); err != nil {
				t.Fatal(err)
			}
		}
		want := []signaal.Zoekopdracht{{ID: "z1", Naam: "Inbraak", Query: "soort=inbraak"}, {ID: "z2", Naam: "Nieuw", Query: "status=nieuw&maanden=3"}}
		if list, err := d.Zoekopdrachten(ctx, d.g, wie.ID); err != nil || !reflect.DeepEqual(list, want) {
			t.Errorf("by name, the same name replaced: %+v %v", list, err)
		}
		if list, _ := d.Zoekopdrachten(ctx, d.g, "buur"); len(list) != 0 {
			t.Errorf("a colleague sees %d searches", len(list))
		}
		entries := size(t, s)
		if err := d.DeleteZoekopdracht(ctx, d.g, "buur", "z1", d.entry(t)); domein.KindOf(err) != domein.NotFound || size(t, s) != entries {
			t.Errorf("a colleague removes it: %v", err)
		}
		if err := d.DeleteZoekopdracht(ctx, d.g, wie.ID, "z1", d.entry(t)); err != nil || size(t, s) != entries+1 {
			t.Error(err)
		}
		if list, _ := d.Zoekopdrachten(ctx, d.g, wie.ID); len(list) != 1 {
			t.Errorf("%d searches left", len(list))
		}
	})
}

// A detection over a city must not hold up the import that it follows: 730 series of 24 months.
func TestOordelenOfACity(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx := metSignalen(t, s), t.Context()
		var list []signaal.Oordeel
		for p := cijfer.Periode("2024MM10"); p <= "2026MM09"; p = p.Add(1) {
			for i := range 730 {
				list = append(list, oordeelVan(fmt.Sprintf("BU9999%04d", i), p, signaal.Rustig, 0.2+float64(i)/1000))
			}
		}
		for _, step := range []string{"first", "the same again"} {
			begin := time.Now()
			if err := d.SaveOordelen(ctx, d.g, list, nil, nil, d.entry(t)); err != nil {
				t.Fatal(err)
			}
			took := time.Since(begin)
			t.Logf("%s: %d judgements in %v", step, len(list), took.Round(time.Millisecond))
			if took > 15*time.Second { // ten times what it takes on two quiet processors
				t.Errorf("%s: %v", step, took)
			}
		}
		if n, err := d.Telling(ctx, d.g, []string{"inbraak"}); err != nil || n.Rustig != 730 {
			t.Errorf("%+v %v", n, err)
		}
	})
}
