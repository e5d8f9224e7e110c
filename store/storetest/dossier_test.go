// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// dossiers is a database with one case of the tenant "eigen".
type dossiers struct {
	*store.Store
	k  dossier.Kluis
	id string
	g  toegang.Grant
}

func metDossier(t *testing.T, s *store.Store) dossiers {
	t.Helper()
	d := dossiers{Store: s, k: dossier.Kluis{Kader: kader(t), Store: s}, id: "c-1"}
	d.g = d.sleutel(t, "eigen", d.id)
	nu := termijn.At(noon)
	k := dossier.Kop{ID: d.id, Soort: dossier.Casus, Regime: dossier.PGA, Codenaam: "Grutto 1", Status: "ingenomen", Procesregisseur: "p", Casusregisseur: "c", Begonnen: nu,
		EersteVerwerking: nu.Date(), Versie: 1}
	m := dossier.Mutatie{Dossier: d.id, Kop: &k, Zout: d.k.NieuwZout(), Stukken: []dossier.Stuk{dossier.NieuwStuk("doel", "d-1", "c", nu, map[string]string{"tekst": "Rust in huis."})},
		Leden: []dossier.Lid{{Gebruiker: "c", Organisatie: "gemeente", Functie: toegang.AlsCasusregisseur, Doel: "aanpak", Grondslag: "art. 6 AVG", Van: nu, Door: "p"}},
		Zicht: &dossier.Zicht{Houder: "c", Van: nu, Door: "p"}, Woorden: []string{"bsn:999990019"},
		Taken:     []dossier.Taak{d.k.Taak(d.id, "informeren", "c", "d-1", nu.AddWerkdagen(5)), d.k.Taak(d.id, "wek", dossier.Systeem, "", nu.AddWerkdagen(1))},
		Berichten: []dossier.Bericht{d.k.Bericht("c", "kring", d.id, "")},
		Sporen:    []dossier.Verstrekking{{ID: "v-1", Dossier: d.id, Moment: nu, Door: "c", Van: "gemeente", Aan: "politie", Ontvanger: "c", Categorie: "veiligheid", Vorm: "delen", Doel: "aanpak", Grondslag: "WGS", Betrokkenen: []string{"b-1"}}}}
	if err := d.k.Bewaar(t.Context(), dossier.Daad{Grant: d.g, Soort: dossier.Casus, Mutatie: m}); err != nil {
		t.Fatal(err)
	}
	return d
}

// sleutel is a key for one dossier, as the procesregisseur who opened it has.
func (d dossiers) sleutel(t *testing.T, tenant, id string) toegang.Grant {
	t.Helper()
	wie := toegang.Actor{ID: "c", Verantwoordelijke: tenant, Organisatie: "gemeente", Rollen: []toegang.Rol{toegang.Procesregisseur}}
	g, err := d.k.MagVoor(wie, toegang.CasusInzien, toegang.Middel{Soort: "casus", ID: id, Verantwoordelijke: tenant, Regime: "pga", Kring: toegang.KringLid,
		Functie: toegang.AlsCasusregisseur}, "aanpak", "art. 6 AVG")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestDossierComesBack(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx := metDossier(t, s), t.Context()
		got, err := d.Dossier(ctx, d.g)
		if err != nil || got.Codenaam != "Grutto 1" || len(got.Stukken) != 1 || got.Stukken[0].Waarde("tekst") != "Rust in huis." || len(got.Leden) != 1 || len(got.Zicht) != 1 ||
			len(got.Taken) != 2 || len(got.Sporen) != 1 || !reflect.DeepEqual(got.Sporen[0].Betrokkenen, []string{"b-1"}) || len(got.Zout) != 32 {
			t.Fatalf("comes back changed: %+v %v", got, err)
		}
		if _, err := d.Dossier(ctx, toegang.Grant{}); err == nil {
			t.Error("it opens without a key")
		}
		if _, err := d.Dossier(ctx, d.sleutel(t, "ander", d.id)); domein.KindOf(err) != domein.NotFound {
			t.Errorf("it opens for another tenant: %v", err)
		}
		for _, c := range []struct {
			nu   time.Time
			wie  string
			want int
		}{{noon, "c", 1}, {noon.Add(-time.Second), "c", 0}, {noon, "x", 0}} {
			f, err := d.DossierFeiten(ctx, "eigen", d.id, c.wie, termijn.At(c.nu))
			kring, _ := f.Plek(termijn.At(c.nu))
			if err != nil || (kring == toegang.KringLid) != (c.want == 1) {
				t.Errorf("%s at %s is %s: %v", c.wie, c.nu, kring, err)
			}
			if c.wie == "c" {
				list, err := d.Dossiers(ctx, d.g, dossier.Casus, termijn.At(c.nu), "", 10)
				if err != nil || len(list) != c.want {
					t.Errorf("the list at %s has %d: %v", c.nu, len(list), err)
				}
			}
		}
	})
}

// Hashes of another regime never meet, and a search stays within the circle (I7).
func TestDossierSearch(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx, nu := metDossier(t, s), t.Context(), termijn.At(noon)
		for regime, want := range map[dossier.Regime]int{dossier.PGA: 1, dossier.ZVH: 0, dossier.MeldingRegime: 0} {
			list, err := d.Zoek(ctx, d.g, regime, []string{"bsn:999990019", "bsn:111222333"}, nu)
			if err != nil || len(list) != want {
				t.Errorf("%s finds %d: %v", regime, len(list), err)
			}
			list, err = d.ZoekOveral(ctx, d.g, dossier.Casus, regime, []string{"bsn:999990019"})
			if err != nil || len(list) != want {
				t.Errorf("%s everywhere finds %d: %v", regime, len(list), err)
			}
		}
		if taken, err := d.Taken(ctx, d.g, []string{"c"}, 10); err != nil || len(taken) != 1 {
			t.Errorf("%d tasks: %v", len(taken), err)
		}
		if taken, err := d.Vervallen(ctx, d.g, nu.AddWerkdagen(2), 10); err != nil || len(taken) != 1 || taken[0].Soort != "wek" {
			t.Errorf("fallen due are %v: %v", taken, err)
		}
		if list, err := d.GedeeldMet(ctx, d.g, nu, 10); err != nil || len(list) != 1 {
			t.Errorf("%d things were shared: %v", len(list), err)
		}
		if names, err := d.Codenamen(ctx, d.g, []string{d.id, "weg"}); err != nil || names[d.id] != "Grutto 1" || len(names) != 1 {
			t.Errorf("code names %v: %v", names, err)
		}
		if a, b := nummer(t, d), nummer(t, d); a != 1 || b != 2 {
			t.Errorf("numbers %d and %d", a, b)
		}
	})
}

func nummer(t *testing.T, d dossiers) int {
	t.Helper()
	n, err := d.Volgnummer(t.Context(), "eigen", "casus")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Of twenty people who save the next version of one piece at once exactly one does, and nobody's other piece is lost (S5).
func TestDossierRace(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d := metDossier(t, s)
		before, err := d.Dossier(t.Context(), d.g)
		if err != nil {
			t.Fatal(err)
		}
		errs := make([]error, 20)
		var all sync.WaitGroup
		for i := range errs {
			all.Go(func() {
				nu := termijn.At(noon)
				m := dossier.Mutatie{Dossier: d.id, Stukken: []dossier.Stuk{before.Stukken[0].Zet("c", nu, map[string]string{"tekst": fmt.Sprint(i)})}}
				own := dossier.Mutatie{Dossier: d.id, Stukken: []dossier.Stuk{dossier.NieuwStuk("notitie", fmt.Sprint(i), "c", nu, map[string]string{"tekst": "x"})}}
				errs[i] = d.k.Bewaar(t.Context(), dossier.Daad{Grant: d.g, Soort: dossier.Casus, Zout: before.Zout, Mutatie: m})
				if err := d.k.Bewaar(t.Context(), dossier.Daad{Grant: d.g, Soort: dossier.Casus, Zout: before.Zout, Mutatie: own}); err != nil {
					errs[i] = errors.Join(errs[i], fmt.Errorf("own piece: %w", err))
				}
			})
		}
		all.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
			} else if domein.KindOf(err) != domein.Conflict {
				t.Errorf("not a conflict: %v", err)
			}
		}
		after, err := d.Dossier(t.Context(), d.g)
		if err != nil || won != 1 || after.Stukken[0].Versie != 2 || len(after.Van("notitie")) != 20 {
			t.Errorf("%d won, version %d, %d notes: %v", won, after.Stukken[0].Versie, len(after.Van("notitie")), err)
		}
	})
}

// Looks of many at once are all durable when their callers go on, and the journal has them without a gap.
func TestLooksAreDurable(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d := metDossier(t, s)
		before := size(t, s)
		var all sync.WaitGroup
		for range 200 {
			all.Go(func() {
				look, err := d.k.Blik(d.g, "casus", d.id)
				if err == nil {
					err = d.Kijk(t.Context(), look)
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if got := size(t, s); got != before+200 {
			t.Errorf("%d entries, want %d", got, before+200)
		}
	})
}

func TestVernietig(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		d, ctx := metDossier(t, s), t.Context()
		g := mag(t, d.k.Kader, actor("eigen", toegang.Archivaris), toegang.BewaringGoedkeuren)
		entry := func() journaal.Entry {
			e, err := d.k.Entry(g, "vernietiging", d.id, "x")
			if err != nil {
				t.Fatal(err)
			}
			return e
		}
		list := []bewaring.Verklaring{{Dossier: d.id, Codenaam: "Grutto 1", Soort: dossier.Casus, Regime: dossier.PGA, Regel: "bewaar-pga", Door: "a", Moment: termijn.At(noon)}}
		if err := d.Vernietig(ctx, g, list, []journaal.Entry{entry()}); domein.KindOf(err) != domein.Conflict {
			t.Errorf("an open case is destroyed: %v", err)
		}
		open, err := d.Dossier(ctx, d.g)
		if err != nil {
			t.Fatal(err)
		}
		k := open.Kop
		k.Gesloten, k.Versie = termijn.At(noon), 2
		if err := d.k.Bewaar(ctx, dossier.Daad{Grant: d.g, Soort: dossier.Casus, Zout: open.Zout, Mutatie: dossier.Mutatie{Dossier: d.id, Kop: &k, Was: 1}}); err != nil {
			t.Fatal(err)
		}
		if err := d.SaveVasthouding(ctx, g, bewaring.Vasthouding{Dossier: d.id, Reden: "klacht", Door: "p", Moment: termijn.At(noon)}, entry()); err != nil {
			t.Fatal(err)
		}
		if err := d.Vernietig(ctx, g, list, []journaal.Entry{entry()}); domein.KindOf(err) != domein.Conflict {
			t.Errorf("what is held back is destroyed: %v", err)
		}
		if err := d.DeleteVasthouding(ctx, g, bewaring.Vasthouding{Dossier: d.id}, entry()); err != nil {
			t.Fatal(err)
		}
		if err := d.Vernietig(ctx, g, list, []journaal.Entry{entry()}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Dossier(ctx, d.g); domein.KindOf(err) != domein.NotFound {
			t.Errorf("it is still there: %v", err)
		}
		weg, err := d.Verklaringen(ctx, g, 10)
		if err != nil || len(weg) != 1 || weg[0].Stukken != 1 || !slices.Equal([]string{weg[0].Codenaam, weg[0].Door}, []string{"Grutto 1", "a"}) {
			t.Errorf("what remains: %+v %v", weg, err)
		}
	})
}
