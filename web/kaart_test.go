// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dwarsverband/demo"
	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
)

// leegstad adds a municipality in which nothing was read in yet.
func leegstad(t *testing.T, h *huis) string {
	t.Helper()
	const id = "leegstad"
	v := gebied.Verantwoordelijke{ID: id, Naam: "Leegstad", Gemeente: "GM9993", Verzonnen: true, Vandaag: demo.Vandaag}
	if _, err := demo.Inrichten(t.Context(), h.Diensten, v, demo.Gebruikers(id), nil, nil); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestKaart(t *testing.T) {
	h := newHuis(t)
	h.Lees(t, proef.Eigen, "BU99910102;2026MM09;inbraak;;geheim;REG\nBU99910202;2026MM09;inbraak;;onbekend;REG\nBU99910201;2026MM09;inbraak;6;voorlopig;REG\n")
	leeg := leegstad(t, h)
	probeer(t, h, []paginaProef{
		{naam: "opens on burglary, a year added up, per buurt, and says why", pad: "/kaart", als: "adviseur-oov", bevat: []string{
			"Inbraak per buurt, 12 maanden tot en met september 2026", "De kaart opent op inbraak in woningen", `data-code="BU99910101"`, ">NoordHaven</a>",
			"Verschil met 12 maanden tot en met september 2025", "Pas op voor de terugkoppeling", "Verzonnen.", "1 maand", "op tijd voor deze bron"}},
		{naam: "no data and shielded are words, and differ", pad: "/kaart?soort=inbraak&som=periode", als: "adviseur-oov", bevat: []string{
			"Inbraak per buurt, september 2026", "<title>NoordMolen: afgeschermd</title>", "<title>ZuidMolen: geen gegevens</title>", `kaart-klasse-geen`,
			`kaart-klasse-afgeschermd`, `<span class="geen-gegevens">afgeschermd</span>`, `<span class="geen-gegevens">onbekend</span>`, `title="voorlopig"`}},
		{naam: "a month that is unknown makes the year unknown, not lower", pad: "/kaart?soort=inbraak", als: "adviseur-oov", bevat: []string{"11 van de 12 maanden bekend"}},
		{naam: "a rate names its denominator", pad: "/kaart?soort=inbraak&maat=per-1000", als: "adviseur-oov", bevat: []string{
			"Gedeeld door de inwoners op 1 januari 2026, en voor een jaar eerder door die op 1 januari 2025.", "Per 1.000 inwoners"}},
		{naam: "levels have their local names", pad: "/kaart?soort=inbraak&niveau=wijk", als: "adviseur-oov", bevat: []string{"Inbraak per gebied", "Gebieden (2)"}, bevatNiet: []string{"per wijk"}},
		{naam: "a kind that exists for wijken only shows those", pad: "/kaart?soort=hg&som=periode", als: "adviseur-oov", bevat: []string{
			"Meldingen huiselijk geweld per gebied, 3e kwartaal 2026", "Niet openbaar: alleen voor uw werk."}},
		{naam: "police activity is not ranked, and says why", pad: "/kaart?soort=drugs&op=waarde", als: "adviseur-oov", bevat: []string{
			"Dit cijfer meet wat de politie doet", "maken wij er geen ranglijst van"}, bevatNiet: []string{"tabel__sorteer", `aria-sort="descending"`}},
		{naam: "police activity is marked in the list", pad: "/kaart", als: "adviseur-oov", bevat: []string{"Drugshandel (meet politiewerk)"}},
		{naam: "a period that the kind does not have", pad: "/kaart?soort=inbraak&periode=2017JJ00", als: "adviseur-oov", bevat: []string{"Van Inbraak zijn er geen cijfers over 2017. U ziet het nieuwste cijfer."}},
		{naam: "impossible choices, all at once", pad: "/kaart?periode=2026MM13&niveau=straat&maat=veel", als: "adviseur-oov", status: http.StatusBadRequest,
			bevat: []string{"Deze periode bestaat niet", "niveau", "maat"}},
		{naam: "an unknown kind", pad: "/kaart?soort=bestaat-niet", als: "adviseur-oov", status: http.StatusNotFound},
		{naam: "the council is not offered a delivery", pad: "/kaart", als: "raadslid", bevat: []string{"Inbraak per buurt"}, bevatNiet: []string{"huiselijk geweld"}},
		{naam: "nor may it ask for one", pad: "/kaart?soort=hg", als: "raadslid", status: http.StatusForbidden, bevat: []string{"Dit mag u niet"}},
		{naam: "the technical keeper sees no figures", pad: "/kaart", als: "beheerder", status: http.StatusForbidden},
		{naam: "nothing of another tenant", pad: "/kaart", als: "adviseur-oov", bevatNiet: []string{"9992"}},
		{naam: "without areas", pad: "/kaart", tenant: leeg, als: "adviseur-oov", bevat: []string{"Er zijn nog geen gebieden. Lees eerst de gebieden in", `href="/import"`}},
		{naam: "without login", pad: "/kaart", bevat: []string{"Kies wie u bent"}},
	})
}

func TestKaartWithoutFigures(t *testing.T) {
	h := newHuis(t)
	leeg := leegstad(t, h)
	areas := proef.Gebieden("GM9993")
	wie, err := h.Gebruiker.Zoek(t.Context(), leeg, "adviseur-oov")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Gebied.Import(t.Context(), wie.Actor(), areas, false); err != nil {
		t.Fatal(err)
	}
	probeer(t, h, []paginaProef{
		{pad: "/kaart", tenant: leeg, als: "adviseur-oov", bevat: []string{"Er zijn nog geen cijfers. Lees een bestand met cijfers in."}},
		{pad: "/gebieden/BU99930101", tenant: leeg, als: "adviseur-oov", bevat: []string{"Nog geen cijfers", "Geen gegevens betekent niet dat er niets gebeurt."}},
	})
}

// A row stands as high as its value is; without a value it comes last, never among the low ones.
func TestKaartOrder(t *testing.T) {
	h := newHuis(t)
	h.Lees(t, proef.Eigen, "BU99910201;2026MM09;inbraak;;onbekend;REG\nBU99910202;2026MM09;inbraak;0;;REG\n")
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	order := func(path string) string {
		_, html := b.get(t, path)
		var names []string
		for _, part := range strings.Split(html, `<th scope="row" class="utrecht-table__header-cell"><a class="nl-link" href="/gebieden/`)[1:] {
			names = append(names, part[:10])
		}
		return strings.Join(names, " ")
	}
	for path, want := range map[string]string{
		"/kaart?soort=inbraak&som=periode":         "BU99910101 BU99910102 BU99910202 BU99910201",
		"/kaart?soort=inbraak&som=periode&op=naam": "BU99910101 BU99910102 BU99910201 BU99910202",
		"/kaart?soort=drugs&som=periode&op=waarde": "BU99910101 BU99910102 BU99910201 BU99910202",
	} {
		if got := order(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestKaartCSV(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	status, text := b.get(t, "/kaart.csv?soort=inbraak&som=periode")
	if status != http.StatusOK || !strings.HasPrefix(b.kop.Get("Content-Type"), "text/csv") || !strings.Contains(b.kop.Get("Content-Disposition"), "kaart-inbraak-2026MM09.csv") {
		t.Errorf("status %d, headers %v", status, b.kop)
	}
	if !strings.HasPrefix(text, "\ufeffcode;naam;") || !strings.Contains(text, "BU99910101;NoordHaven;Inbraak;september 2026;aantal;25;") {
		t.Errorf("the table is %q", text)
	}
	if status, _ := b.get(t, "/kaart.csv?periode=nooit"); status != http.StatusBadRequest {
		t.Errorf("an impossible period gives %d", status)
	}
}

func TestZonderFormule(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Noord": "Noord", "=1+1": "'=1+1", "+31": "'+31", "@SOM(A1)": "'@SOM(A1)", "\tx": "'\tx", "\rx": "'\rx", "-2": "-2", "-2,5": "-2,5", "-2+3": "'-2+3", "-": "'-", "a=b": "a=b",
	} {
		if got := zonderFormule(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func FuzzLeesKaart(f *testing.F) {
	for _, seed := range []string{"", "soort=inbraak&periode=2026MM09&som=jaar&maat=per-1000&niveau=buurt&op=naam", "periode=2026MM13", "niveau=%00", "a=b;c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		q, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		k, err := leesKaart(q)
		if err != nil {
			if domein.KindOf(err) != domein.Invalid || len(domein.FaultsOf(err)) == 0 {
				t.Fatalf("%q: %v", query, err)
			}
			return
		}
		u, err := url.Parse(k.url("/kaart"))
		if err != nil {
			t.Fatal(err)
		}
		if again, err := leesKaart(u.Query()); err != nil || again != k {
			t.Fatalf("%q: %+v becomes %+v, %v", query, k, again, err)
		}
	})
}
