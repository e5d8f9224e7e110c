// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"
	"strings"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// veldenVan makes fields of pairs of name and value.
func veldenVan(pairs ...string) map[string]domein.Veld {
	m := map[string]domein.Veld{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = domein.Veld{Waarde: pairs[i+1], Versie: 1}
	}
	return m
}

func namen(faults []domein.Fault) string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Veld)
	}
	return strings.Join(list, " ")
}

func dag(t *testing.T, s string) termijn.Date {
	t.Helper()
	d, err := termijn.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOvergangen(t *testing.T) {
	allowed := map[[2]Status]bool{
		{Concept, TerVaststelling}: true, {TerVaststelling, Vastgesteld}: true, {TerVaststelling, Aangehouden}: true, {TerVaststelling, Verworpen}: true,
		{Aangehouden, TerVaststelling}: true, {Vastgesteld, Geevalueerd}: true, {Geevalueerd, Afgesloten}: true,
	}
	for _, from := range Statussen() {
		for _, to := range Statussen() {
			if got := from.Mag(to); got != allowed[[2]Status{from, to}] {
				t.Errorf("from %q to %q: %v", from, to, got)
			}
		}
	}
}

// What the gate hears decides on freezing: only an open text may be called a draft.
func TestMiddelTellsTheGate(t *testing.T) {
	for _, s := range Statussen() {
		for _, soort := range Soorten() {
			m := Plan{Soort: soort, Status: s}.Middel("plan", "1", "eigen")
			if (m.Status == toegang.StatusConcept) != (s == Concept || s == Aangehouden) {
				t.Errorf("%s %s: the gate hears %q", soort, s, m.Status)
			}
			want := s != Concept
			if soort == JUP {
				want = s.Geldig()
			}
			if m.Openbaar != want {
				t.Errorf("%s %s: open is %v, want %v", soort, s, m.Openbaar, want)
			}
		}
	}
}

func TestPlanPeriode(t *testing.T) {
	for _, c := range []struct {
		name     string
		soort    Soort
		van, tot string
		velden   string
	}{
		{"four years", IVP, "2023-01-01", "2026-12-31", ""},
		{"a day more than the law allows", IVP, "2023-01-01", "2027-01-01", "tot"},
		{"shorter", IVP, "2023-06-01", "2024-12-31", ""},
		{"a Wmo-plan has no term", Wmo, "2020-01-01", "2029-12-31", ""},
		{"nor has a Jeugdplan", Jeugd, "2020-01-01", "2027-12-31", ""},
		{"a year", JUP, "2026-01-01", "2026-12-31", ""},
		{"a school year", JUP, "2026-08-01", "2027-07-31", ""},
		{"half a year", JUP, "2026-01-01", "2026-06-30", "tot"},
		{"backwards", Wmo, "2026-01-01", "2025-12-31", "tot"},
		{"before the law", IVP, "2011-01-01", "2012-12-31", "van"},
		{"no days", Wmo, "", "2026-02-30", "van tot"},
	} {
		p := Plan{Soort: c.soort, Inhoud: Inhoud{Velden: veldenVan("titel", "Plan", "van", c.van, "tot", c.tot)}}
		if got := namen(p.Lees()); got != c.velden {
			t.Errorf("%s: faults in %q, want %q", c.name, got, c.velden)
		}
	}
}

func TestDoelLees(t *testing.T) {
	base := []string{"tekst", "Minder woninginbraken", "soort", "effect", "prioriteit", "p1"}
	goed := append(base, "eenheid", "per 1.000 woningen", "nulmeting", "12,5", "nulperiode", "2022", "nulbron", "Politie", "streefwaarde", "10", "streefperiode", "2026",
		"richting", "dalen", "bestuurlijk", "burgemeester", "ambtelijk", "OOV", "partner", "politie", "partnersoort", "politie", "gebieden", "WK999901, WK999902")
	for _, c := range []struct {
		name   string
		extra  []string
		velden string
	}{
		{"complete", nil, ""},
		{"falls upwards", []string{"streefwaarde", "13"}, "streefwaarde"},
		{"rises downwards", []string{"richting", "stijgen"}, "streefwaarde"},
		{"no direction", []string{"richting", ""}, "richting"},
		{"target before baseline", []string{"streefperiode", "2021"}, "streefperiode"},
		{"no figures where numbers belong", []string{"nulmeting", "veel", "streefwaarde", "1.200,5"}, "nulmeting streefwaarde nulperiode streefperiode"},
		{"an area that is none", []string{"gebieden", "Centrum"}, "gebieden"},
		{"no partner of that kind", []string{"partnersoort", "buurman"}, "partnersoort"},
		{"nothing at all", []string{"tekst", " ", "soort", "", "prioriteit", ""}, "tekst soort prioriteit"},
	} {
		d := Doel{Inhoud: Inhoud{Velden: veldenVan(append(slices.Clone(goed), c.extra...)...)}}
		if got := namen(d.Lees()); got != c.velden {
			t.Errorf("%s: faults in %q, want %q", c.name, got, c.velden)
		}
	}
	d := Doel{Inhoud: Inhoud{Velden: veldenVan(goed...)}}
	d.Lees()
	if *d.Nulmeting != 12.5 || d.Streefperiode != "2026JJ00" || !slices.Equal(d.Gebieden, []string{"WK999901", "WK999902"}) || len(d.Compleet()) != 0 {
		t.Fatalf("read wrong: %+v, lacks %v", d, d.Compleet())
	}
	bare := Doel{Inhoud: Inhoud{Velden: veldenVan(base...)}}
	if bare.Lees(); len(bare.Compleet()) != 6 {
		t.Fatalf("a bare goal lacks six things before it can be offered, got %v", bare.Compleet())
	}
}

func TestPrioriteitThema(t *testing.T) {
	for _, c := range []struct{ veld, thema, domein, velden string }{
		{"1", "1.3", toegang.DomeinVeiligheid, ""},
		{"1", "2.3", toegang.DomeinVeiligheid, "thema"},
		{"6", "", toegang.DomeinVeiligheid, "veld"},
		{"", "", toegang.DomeinVeiligheid, "veld"},
		{"", "", toegang.DomeinZorg, ""},
		{"", "1.1", toegang.DomeinZorg, "thema"},
		{"1", "1.1", toegang.DomeinZorg, ""},
	} {
		p := Prioriteit{Inhoud: Inhoud{Velden: veldenVan("titel", "Wonen", "veld", c.veld, "thema", c.thema)}}
		if got := namen(p.Lees(c.domein)); got != c.velden {
			t.Errorf("%+v: faults in %q", c, got)
		}
	}
	if len(Velden()) != 5 {
		t.Fatal("there are five veiligheidsvelden")
	}
}

func TestActieLees(t *testing.T) {
	goed := []string{"wat", "Buurtpreventie", "trekker", "OOV", "start", "2026-01-01", "eind", "2026-12-31", "mijlpaal1naam", "Convenant", "mijlpaal1datum", "2026-03-01"}
	for _, c := range []struct {
		name   string
		extra  []string
		velden string
	}{
		{"planned", nil, ""},
		{"ends before it begins", []string{"eind", "2025-12-31"}, "eind"},
		{"ready but not done", []string{"status", "gereed", "voortgang", "90"}, "voortgang"},
		{"more than everything", []string{"voortgang", "101"}, "voortgang"},
		{"stopped without a word", []string{"status", "gestopt"}, "afwijking"},
		{"off course without steering", []string{"status", "loopt", "afwijking", "Te laat begonnen"}, "bijsturing"},
		{"a milestone without a day", []string{"mijlpaal2naam", "Start"}, "mijlpaal2datum"},
		{"a milestone without a name", []string{"mijlpaal2datum", "2026-05-01"}, "mijlpaal2naam"},
		{"reached what is not there", []string{"mijlpaal3gehaald", "2026-05-01"}, "mijlpaal3gehaald"},
	} {
		a := Actie{Inhoud: Inhoud{Velden: veldenVan(append(slices.Clone(goed), c.extra...)...)}}
		if got := namen(a.Lees()); got != c.velden {
			t.Errorf("%s: faults in %q, want %q", c.name, got, c.velden)
		}
	}
	a := Actie{Inhoud: Inhoud{Velden: veldenVan(goed...)}}
	a.Lees()
	if a.Status != Gepland || !a.TeLaat(dag(t, "2026-03-02")) || a.TeLaat(dag(t, "2026-03-01")) {
		t.Fatalf("the milestone of 1 March is late from 2 March on: %+v", a)
	}
}

func TestIndicatorControleer(t *testing.T) {
	kinds := map[string]cijfer.Soort{}
	for _, k := range []cijfer.Soort{
		{Code: "inbraak", Naam: "Inbraak", Eenheid: "aantal", Lengte: cijfer.Maand},
		{Code: "diefstal", Naam: "Diefstal", Eenheid: "aantal", Lengte: cijfer.Maand},
		{Code: "totaal", Naam: "Totaal", Eenheid: "aantal", Lengte: cijfer.Maand, Totaal: true},
		{Code: "jaarinbraak", Naam: "Inbraak per jaar", Eenheid: "aantal", Lengte: cijfer.Jaar},
		{Code: "cijfer", Naam: "Rapportcijfer", Eenheid: "cijfer", Lengte: cijfer.Jaar},
		{Code: "woningen", Naam: "Woningen", Eenheid: "aantal", Lengte: cijfer.Jaar},
	} {
		kinds[k.Code] = k
	}
	areas := []gebied.Gebied{{Code: "WK999901", Niveau: gebied.Wijk}, {Code: "WK999902", Niveau: gebied.Wijk}, {Code: "BU99990101", Niveau: gebied.Buurt}}
	wijk := []string{"WK999901"}
	for _, c := range []struct {
		name   string
		i      Indicator
		velden string
	}{
		{"sum of two kinds", Indicator{Teller: []string{"inbraak", "diefstal"}, Noemer: "woningen", Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Jaar}, ""},
		{"a roll-up alone", Indicator{Teller: []string{"totaal"}, Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Maand}, ""},
		{"a roll-up with its details", Indicator{Teller: []string{"totaal", "inbraak"}, Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Maand}, "teller"},
		{"months and years", Indicator{Teller: []string{"inbraak", "jaarinbraak"}, Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Jaar}, "teller"},
		{"a month of a year", Indicator{Teller: []string{"jaarinbraak"}, Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Maand}, "lengte"},
		{"a mark", Indicator{Teller: []string{"cijfer"}, Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Jaar}, ""},
		{"the sum of marks", Indicator{Teller: []string{"cijfer"}, Niveau: gebied.Wijk, Gebieden: []string{"WK999901", "WK999902"}, Lengte: cijfer.Jaar}, "teller"},
		{"divided by a mark", Indicator{Teller: []string{"inbraak"}, Noemer: "cijfer", Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Jaar}, "noemer"},
		{"divided by itself", Indicator{Teller: []string{"inbraak"}, Noemer: "inbraak", Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Jaar}, "noemer"},
		{"unknown kinds", Indicator{Teller: []string{"x"}, Noemer: "y", Niveau: gebied.Wijk, Gebieden: wijk, Lengte: cijfer.Jaar}, "teller noemer"},
		{"areas of two levels", Indicator{Teller: []string{"inbraak"}, Niveau: gebied.Wijk, Gebieden: []string{"WK999901", "BU99990101"}, Lengte: cijfer.Maand}, "gebieden"},
		{"an area of elsewhere", Indicator{Teller: []string{"inbraak"}, Niveau: gebied.Wijk, Gebieden: []string{"WK059901"}, Lengte: cijfer.Maand}, "gebieden"},
		{"no areas", Indicator{Teller: []string{"inbraak"}, Niveau: gebied.Gemeente, Lengte: cijfer.Maand}, "gebieden"},
	} {
		if got := namen(c.i.Controleer(kinds, areas)); got != c.velden {
			t.Errorf("%s: faults in %q, want %q", c.name, got, c.velden)
		}
	}
}

func TestAanvullen(t *testing.T) {
	kinds := map[string]cijfer.Soort{
		"open":   {Code: "open", Eenheid: "aantal", Bron: "a"},
		"dicht":  {Code: "dicht", Eenheid: "aantal", Bron: "b"},
		"mensen": {Code: "mensen", Eenheid: "aantal", Bron: "b", Gevoelig: true},
	}
	sources := map[string]cijfer.Bron{"a": {Code: "a", Openbaar: true}, "b": {Code: "b"}}
	areas := []gebied.Gebied{{Code: "WK999901", Niveau: gebied.Wijk}, {Code: "WK999902", Niveau: gebied.Wijk}, {Code: "GM9999", Niveau: gebied.Gemeente}}
	for teller, minimum := range map[string]string{"open": "0", "dicht": "5", "open dicht": "5", "dicht mensen": "10"} {
		velden := map[string]string{"teller": teller, "niveau": "wijk"}
		aanvullen(velden, kinds, sources, areas)
		if velden["minimum"] != minimum || velden["gebieden"] != "WK999901 WK999902" {
			t.Errorf("%s: %v, want minimum %s", teller, velden, minimum)
		}
	}
}

func TestBesluitFaults(t *testing.T) {
	today := dag(t, "2026-11-09")
	goed := Besluit{Uitkomst: Vastgesteld, Nummer: "2026-118", Datum: dag(t, "2026-11-05")}
	goals := []Doel{{ID: "d1"}}
	for _, c := range []struct {
		name   string
		soort  Soort
		orgaan Orgaan
		change func(*Besluit)
		velden string
	}{
		{"raad adopts an IVP", IVP, Raad, func(*Besluit) {}, ""},
		{"college adopts a JUP", JUP, College, func(*Besluit) {}, ""},
		{"college cannot adopt an IVP", IVP, College, func(*Besluit) {}, "orgaan"},
		{"raad does not adopt a JUP", JUP, Raad, func(*Besluit) {}, "orgaan"},
		{"no number, in the future", Wmo, Raad, func(b *Besluit) { b.Nummer, b.Datum = " ", dag(t, "2026-11-10") }, "nummer datum"},
		{"no such outcome", IVP, Raad, func(b *Besluit) { b.Uitkomst = Concept }, "uitkomst"},
		{"amended", IVP, Raad, func(b *Besluit) { b.Amendementen = []Amendement{{Nummer: "A1", Onderdeel: "d1", Nieuw: "x"}} }, ""},
		{"amends nothing", IVP, Raad, func(b *Besluit) { b.Amendementen = []Amendement{{Nummer: "A1", Onderdeel: "d2", Nieuw: "x"}} }, "amendement1"},
		{"amends what it puts off", IVP, Raad, func(b *Besluit) {
			b.Uitkomst, b.Amendementen = Aangehouden, []Amendement{{Nummer: "A1", Onderdeel: "visie", Nieuw: "x"}}
		}, "amendement1"},
	} {
		b := goed
		c.change(&b)
		if got := namen(besluitFaults(Plan{Soort: c.soort}, goals, c.orgaan, b, today)); got != c.velden {
			t.Errorf("%s: faults in %q, want %q", c.name, got, c.velden)
		}
	}
}
