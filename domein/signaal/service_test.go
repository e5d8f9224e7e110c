// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal_test

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"gonum.org/v1/gonum/stat/distuv"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo"
	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// lijst gives all signals that the adviser of tenant sees.
func lijst(t *testing.T, h *proef.Huis, tenant string) []signaal.Signaal {
	t.Helper()
	list, err := h.Signaal.Lijst(t.Context(), h.Wie[tenant][toegang.AdviseurOOV], signaal.Filter{Alles: true})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// geplant gives the signal of the planted month, with the adviser.
func geplant(t *testing.T, h *proef.Huis) (signaal.Signaal, toegang.Actor) {
	t.Helper()
	for _, sig := range lijst(t, h, proef.Eigen) {
		if sig.Gebied == "BU99910101" && sig.Soort == "inbraak" && sig.Periode == "2026MM09" {
			return sig, h.Wie[proef.Eigen][toegang.AdviseurOOV]
		}
	}
	t.Fatal("25 inbraken against 4 or 5 do not ring")
	return signaal.Signaal{}, toegang.Actor{}
}

// wijkrijen are the figures of the wijk around the first two buurten, which add up to it.
func wijkrijen() string {
	sum := map[string]int{}
	var months []string
	for _, line := range strings.Split(proef.Cijfers("GM9991"), "\n") {
		f := strings.Split(line, ";")
		if len(f) < 4 || f[2] != "inbraak" || !strings.HasPrefix(f[0], "BU999101") {
			continue
		}
		var n int
		fmt.Sscan(f[3], &n)
		if _, known := sum[f[1]]; !known {
			months = append(months, f[1])
		}
		sum[f[1]] += n
	}
	var b strings.Builder
	for _, m := range months {
		fmt.Fprintf(&b, "WK999101;%s;inbraak;%d;;REG\n", m, sum[m])
	}
	return b.String()
}

func TestDetectionOfAPlantedMonth(t *testing.T) {
	h := proef.Maak(t)
	sig, wie := geplant(t, h)
	if sig.Gezien != 25 || sig.Verwacht < 4 || sig.Verwacht > 5.2 || sig.P > 1e-4 || sig.Kleinste <= 5 || sig.Kleinste > 20 || sig.Status() != signaal.Nieuw {
		t.Errorf("found %+v", sig.Meting)
	}
	h.Lees(t, proef.Eigen, wijkrijen())
	b, err := h.Signaal.Toon(t.Context(), wie, sig.ID)
	if err != nil {
		t.Fatal(err)
	}
	v := b.Verhaal
	if v.Hoofd.Gebied != "WK999101" || len(v.Delen) != 1 || v.Delen[0].ID != sig.ID || v.Delen[0].Gezien != 25 || v.Delen[0].Van < 29 || v.Delen[0].Van > 30 {
		t.Errorf("one event is one story: %+v", v)
	}
	if len(b.Oordelen) != 24 || len(b.Reeks) != 72 || len(b.Versies) != 1 || b.Gebied.Naam != "NoordHaven" || b.Soort.Naam != "Inbraak" || len(b.Gebeurtenissen) != 1 {
		t.Errorf("what belongs to it: %d judgements, %d months, %d values, %+v", len(b.Oordelen), len(b.Reeks), len(b.Versies), b.Gebied)
	}
	before, entries := lijst(t, h, proef.Eigen), journaalOmvang(t, h)
	if _, err := h.Signaal.Detecteer(t.Context(), huis.Machine(proef.Eigen)); err != nil {
		t.Fatal(err)
	}
	after := lijst(t, h, proef.Eigen)
	if len(after) != len(before) || journaalOmvang(t, h) != entries+1 {
		t.Errorf("the same figures again: %d signals became %d, %d entries", len(before), len(after), journaalOmvang(t, h)-entries)
	}
	for i := range after {
		if after[i].ID != before[i].ID || after[i].Versie != before[i].Versie {
			t.Errorf("the same figures again changed %+v into %+v", before[i], after[i])
		}
	}
}

func journaalOmvang(t *testing.T, h *proef.Huis) int64 {
	t.Helper()
	kop, err := h.Store.JournaalKop(t.Context(), proef.Eigen)
	if err != nil {
		t.Fatal(err)
	}
	return kop.Omvang
}

func TestRevisionMarksTheSignal(t *testing.T) {
	h := proef.Maak(t)
	sig, wie := geplant(t, h)
	if _, err := h.Signaal.Duid(t.Context(), wie, sig.ID, sig.Versie, "Veel meldingen in één straat.", "Wijkteam"); err != nil {
		t.Fatal(err)
	}
	steps := []struct {
		row, event string
		vervallen  bool
	}{
		{"BU99910101;2026MM09;inbraak;22;voorlopig;REG", "Het aantal is herzien van 25 naar 22. Het blijft opvallen.", false},
		{"BU99910101;2026MM09;inbraak;22;;REG", "Het aantal is definitief geworden.", false},
		{"BU99910101;2026MM09;inbraak;5;;REG", "Het aantal is herzien van 22 naar 5 en valt niet meer op.", true},
		{"BU99910101;2026MM09;inbraak;;geheim;REG", "De bron geeft voor deze maand geen aantal meer.", true},
		{"BU99910101;2026MM09;inbraak;25;;REG", "De bron geeft weer een aantal: 25. Het valt op.", false},
	}
	for i, step := range steps {
		h.Lees(t, proef.Eigen, step.row+"\n")
		b, err := h.Signaal.Toon(t.Context(), wie, sig.ID)
		if err != nil {
			t.Fatal(err)
		}
		if e := b.Gebeurtenissen[0]; e.Wat != signaal.Herzien || e.Tekst != step.event || e.Wie != signaal.WieSysteem {
			t.Errorf("%s: %+v", step.row, e)
		}
		if b.Vervallen != step.vervallen || b.Status() != signaal.Geduid || b.Versie != sig.Versie+2+i || len(b.Versies) != i+2 || b.Voorlopig != (i == 0) {
			t.Errorf("%s: lapsed %v, %s, version %d, %d values, provisional %v", step.row, b.Vervallen, b.Status(), b.Versie, len(b.Versies), b.Voorlopig)
		}
	}
}

func TestGapGivesNoStatement(t *testing.T) {
	h := proef.Maak(t)
	wie := h.Wie[proef.Eigen][toegang.AdviseurOOV]
	h.Lees(t, proef.Eigen, "BU99910202;2026MM09;inbraak;;onbekend;REG\n")
	n, err := h.Signaal.Stand(t.Context(), wie, signaal.Filter{})
	if err != nil || n.Periode != "2026MM09" || n.ZonderCijfer != 1 || n.Beoordeeld() != 3 {
		t.Errorf("%+v %v", n, err)
	}
	b, err := h.Signaal.Toon(t.Context(), wie, lijst(t, h, proef.Eigen)[0].ID)
	if err != nil || b.ZonderUitspraak != 0 {
		t.Errorf("the signal keeps what was judged with it when it rang: %+v %v", b.Meting, err)
	}
}

// poisson judges only the newest month, by the Poisson law with mean 2: the law of S15.
func poisson(_ context.Context, reeksen []signaal.Reeks, maanden int) ([][]signaal.Toets, error) {
	law := distuv.Poisson{Lambda: 2}
	all := make([][]signaal.Toets, len(reeksen))
	for i, r := range reeksen {
		all[i] = make([]signaal.Toets, maanden)
		if seen := r.Waarden[len(r.Waarden)-1]; !math.IsNaN(seen) {
			all[i][maanden-1] = signaal.Toets{Kan: true, P: law.Survival(seen - 1), Verwacht: 2, Interval: func() (float64, float64) { return 0, 5 }, Kleinste: func(p float64) (float64, bool) {
				n := 0.0
				for law.Survival(n-1) > p {
					n++
				}
				return n, true
			}}
		}
	}
	return all, nil
}

// stad is the town of S15: 60 buurten, and one of which the source keeps a figure secret, with 8 kinds and one month of figures.
func stad(t *testing.T) (*huis.Diensten, toegang.Actor) {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "s15.db"), store.Meester{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	d, err := huis.Bouw(st, huis.Opties{Nu: func() termijn.Moment { return termijn.At(proef.Middag) }, Sleutel: []byte("a key of the tests, 32 bytes long")})
	if err != nil {
		t.Fatal(err)
	}
	d.Signaal.Methode = poisson
	bron := cijfer.Bron{Code: "REG", Naam: "Registratie", Domein: "veiligheid", Openbaar: true}
	var kinds []cijfer.Soort
	var areas []gebied.Gebied
	var rows strings.Builder
	square := proef.Gebieden("GM9991")[0].Vlak
	for k := range 8 {
		kinds = append(kinds, cijfer.Soort{Code: fmt.Sprintf("soort-%d", k), Naam: fmt.Sprintf("Soort %d", k), Eenheid: "aantal", Bron: "REG", Lengte: cijfer.Maand})
	}
	for b := 1; b <= 61; b++ {
		code := fmt.Sprintf("BU999101%02d", b)
		areas = append(areas, gebied.Gebied{Code: code, Jaargang: 2026, Niveau: gebied.Buurt, Naam: fmt.Sprintf("Buurt %02d", b), Ouder: "WK999101", Vlak: square})
		for k := range 8 {
			n := map[string]string{"7-0": "10", "31-0": "8"}[fmt.Sprintf("%d-%d", b, k)]
			switch {
			case b == 61 && k > 0:
				continue
			case b == 61:
				fmt.Fprintf(&rows, "%s;2026MM09;soort-%d;;geheim;REG\n", code, k)
				continue
			case n == "":
				n = "2"
			}
			fmt.Fprintf(&rows, "%s;2026MM09;soort-%d;%s;;REG\n", code, k, n)
		}
	}
	wie, err := demo.Inrichten(t.Context(), d, gebied.Verantwoordelijke{ID: "s15", Naam: "S15", Gemeente: "GM9991"}, demo.Gebruikers("s15"), []cijfer.Bron{bron}, kinds)
	if err != nil {
		t.Fatal(err)
	}
	adviseur := wie[toegang.AdviseurOOV]
	if _, err := d.Gebied.Import(t.Context(), adviseur, areas, false); err != nil {
		t.Fatal(err)
	}
	v, err := d.Cijfer.Import(t.Context(), adviseur, cijfer.Aanlevering{Formaat: "canoniek", Naam: "s15.csv",
		Inhoud: strings.NewReader("code;periode;maat;waarde;waardeattribuut;bron\n" + rows.String())})
	if err != nil || v.Nieuw != 481 {
		t.Fatalf("%+v %v", v, err)
	}
	return d, adviseur
}

func TestS15(t *testing.T) {
	d, wie := stad(t)
	signalen, err := d.Signaal.Lijst(t.Context(), wie, signaal.Filter{})
	if err != nil || len(signalen) != 1 {
		t.Fatalf("%d signals, %v", len(signalen), err)
	}
	s := signalen[0]
	if s.Gebied != "BU99910107" || s.Gezien != 10 || round(s.P) != 0.000046 || round(s.Drempel) != 0.000104 || s.Getoetst != 480 || s.ZonderUitspraak != 1 || s.Kleinste != 10 {
		t.Errorf("the signal: %+v", s)
	}
	volgen, err := d.Signaal.Volgen(t.Context(), wie, signaal.Filter{})
	if err != nil || len(volgen) != 1 {
		t.Fatalf("%d followed, %v", len(volgen), err)
	}
	if o := volgen[0]; o.Gebied != "BU99910131" || o.Gezien != 8 || math.Round(o.P*1e4)/1e4 != 0.0011 || round(o.Drempel) != 0.000208 || o.Kleinste != 10 {
		t.Errorf("followed: %+v", o)
	}
	peildatum, _ := termijn.NewDate(2026, 9, 30)
	want := "In september 2026 telde Buurt 07 10 keer soort 0, waar 2 werd verwacht (gewoon is 0 tot en met 5); er zijn 480 reeksen tegelijk beoordeeld en de cijfers zijn 40 dagen oud."
	if got := s.Zin("Buurt 07", "Soort 0", peildatum, demo.Vandaag); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	n, err := d.Signaal.Stand(t.Context(), wie, signaal.Filter{})
	if want := (signaal.Telling{Periode: "2026MM09", Rings: 1, Volgen: 1, Rustig: 478, ZonderCijfer: 1}); err != nil || n != want {
		t.Errorf("a secret figure is no statement, not a zero: %+v %v", n, err)
	}
}

func round(p float64) float64 { return math.Round(p*1e6) / 1e6 }

func TestFilters(t *testing.T) {
	h := proef.Maak(t)
	h.Lees(t, proef.Eigen, wijkrijen())
	sig, wie := geplant(t, h)
	if _, err := h.Signaal.Sluit(t.Context(), wie, sig.ID, sig.Versie, "Gezien en bekend."); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		f    signaal.Filter
		want bool
	}{
		{"all", signaal.Filter{}, true}, {"closed", signaal.Filter{Status: []signaal.Status{signaal.Gesloten}}, true}, {"new", signaal.Filter{Status: []signaal.Status{signaal.Nieuw}}, false},
		{"its kind", signaal.Filter{Soort: "inbraak"}, true}, {"another kind", signaal.Filter{Soort: "drugs", Alles: true}, false},
		{"buurten", signaal.Filter{Niveau: gebied.Buurt}, true}, {"wijken", signaal.Filter{Niveau: gebied.Wijk}, false},
		{"its own area", signaal.Filter{Gebied: "BU99910101"}, true}, {"only its wijk", signaal.Filter{Gebied: "WK999101"}, false},
		{"inside its wijk", signaal.Filter{Binnen: "WK999101"}, true}, {"inside its gemeente", signaal.Filter{Binnen: "GM9991"}, true}, {"inside the other wijk", signaal.Filter{Binnen: "WK999102"}, false},
		{"from its month", signaal.Filter{Vanaf: "2026MM09"}, true}, {"from the month after", signaal.Filter{Vanaf: "2026MM10"}, false}, {"police activity", signaal.Filter{Politie: true}, false},
	}
	for _, tt := range tests {
		list, err := h.Signaal.Lijst(t.Context(), wie, tt.f)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, s := range list {
			found = found || s.ID == sig.ID
		}
		if found != tt.want {
			t.Errorf("%s: found %v, want %v", tt.name, found, tt.want)
		}
	}
}

func TestWhoSeesWhat(t *testing.T) {
	h := proef.Maak(t)
	sig, _ := geplant(t, h)
	for rol, want := range map[toegang.Rol]domein.Kind{toegang.Raadslid: domein.Forbidden, toegang.FG: domein.Forbidden, toegang.Beheerder: domein.Forbidden} {
		if _, err := h.Signaal.Lijst(t.Context(), h.Wie[proef.Eigen][rol], signaal.Filter{}); domein.KindOf(err) != want {
			t.Errorf("%s: %v", rol, err)
		}
	}
	ander := h.Wie[proef.Ander][toegang.AdviseurOOV]
	_, foreign := h.Signaal.Toon(t.Context(), ander, sig.ID)
	_, unknown := h.Signaal.Toon(t.Context(), ander, "bestaat-niet")
	if domein.KindOf(foreign) != domein.NotFound || foreign.Error() != unknown.Error() {
		t.Errorf("another tenant gets %v, and for what does not exist %v", foreign, unknown)
	}
	b, err := h.Signaal.Toon(t.Context(), h.Wie[proef.Eigen][toegang.Wijkagent], sig.ID)
	if err != nil || len(b.Stappen) != 2 || b.Stappen[0].Reden != "" || !strings.Contains(b.Stappen[1].Reden, "adviseur OOV") || b.PartnerVragen == "" {
		t.Errorf("a wijkagent may read it and say what he makes of it, and is told who may do the rest: %+v %q %v", b.Stappen, b.PartnerVragen, err)
	}
}

func TestConcurrentSavesLoseNothing(t *testing.T) {
	h := proef.Maak(t)
	sig, wie := geplant(t, h)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	const people, saves = 6, 8
	var kept sync.Map
	var group sync.WaitGroup
	for p := range people {
		group.Go(func() {
			for i := range saves {
				now, err := h.Signaal.Toon(ctx, wie, sig.ID)
				if err != nil {
					t.Error(err)
					return
				}
				text := fmt.Sprintf("duiding %d van %d", i, p)
				saved, err := h.Signaal.Duid(ctx, wie, sig.ID, now.Versie, text, text)
				switch domein.KindOf(err) {
				case domein.Conflict: // somebody else was first, and nothing of this is kept
				default:
					if err != nil {
						t.Error(err)
						return
					}
					kept.Store(text, saved.Versie)
				}
			}
		})
	}
	group.Wait()
	b, err := h.Signaal.Toon(ctx, wie, sig.ID)
	if err != nil {
		t.Fatal(err)
	}
	story, n := map[string]bool{}, 0
	for _, e := range b.Gebeurtenissen {
		story[e.Tekst] = true
	}
	kept.Range(func(text, versie any) bool {
		n++
		if !story[text.(string)] {
			t.Errorf("%q was acknowledged and is not in the story", text)
		}
		if versie.(int) == b.Versie && b.Veld("duiding") != text.(string) {
			t.Errorf("the last save was %q and the field holds %q", text, b.Veld("duiding"))
		}
		return true
	})
	if n == 0 || b.Versie != 1+n || len(b.Gebeurtenissen) != 1+n {
		t.Errorf("%d saves acknowledged, version %d, %d events", n, b.Versie, len(b.Gebeurtenissen))
	}
}
