// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// raadhuis is a house in which a Wmo-plan was adopted with one goal. Its indicator counts three kinds of a delivery that is not open, in three wijken.
type raadhuis struct {
	*testing.T
	*huis
	plan, doel string
}

// geteld lists the kinds of the delivery.
var geteld = []string{"soort-a", "soort-b", "soort-c"}

// newRaadhuis fills the first quarter of 2026 with counts: a row for each wijk, a column for each kind.
func newRaadhuis(t *testing.T, counts [3][3]int) raadhuis {
	t.Helper()
	r := raadhuis{T: t, huis: newHuis(t)}
	extra := proef.Gebieden("GM9991")[1]
	extra.Code, extra.Naam = "WK999103", "Oost"
	if _, err := r.Gebied.Import(t.Context(), r.Wie[proef.Eigen][toegang.AdviseurOOV], []gebied.Gebied{extra}, false); err != nil {
		t.Fatal(err)
	}
	r.tel("2026KW01", counts)
	r.plan, r.doel = r.wmo(strings.Join(geteld, " "), "wijk", "", "kwartaal")
	return r
}

// tel reads in one quarter of the delivery.
func (r raadhuis) tel(kwartaal string, counts [3][3]int) {
	r.Helper()
	var rows strings.Builder
	for i, row := range counts {
		for j, n := range row {
			fmt.Fprintf(&rows, "WK99910%d;%s;%s;%d;;VT\n", i+1, kwartaal, geteld[j], n)
		}
	}
	r.Lees(r.T, proef.Eigen, rows.String())
}

// wmo makes an adopted plan with one goal and its indicator.
func (r raadhuis) wmo(teller, niveau, gebieden, lengte string) (planID, doel string) {
	r.Helper()
	ctx, zorg := r.Context(), r.Wie[proef.Eigen][toegang.BeleidsadviseurSociaal]
	check := func(err error) {
		r.Helper()
		if err != nil {
			r.Fatal(err)
		}
	}
	p, err := r.Plan.StelOp(ctx, zorg, plan.Nieuw{Soort: plan.Wmo, Waarden: map[string]string{"titel": "Samen leven", "van": "2024-01-01", "tot": "2027-12-31", "visie": "Zorg dichtbij."}})
	check(err)
	prio, err := r.Plan.NieuwePrioriteit(ctx, zorg, p.ID, map[string]string{"titel": "Veilig thuis"})
	check(err)
	d, err := r.Plan.NieuwDoel(ctx, zorg, p.ID, map[string]string{"tekst": "Minder geweld thuis", "soort": "effect", "prioriteit": prio.ID, "bestuurlijk": "Wethouder", "ambtelijk": "Zorg",
		"partner": "Veilig Thuis", "partnersoort": "veilig-thuis", "eenheid": "meldingen", "nulmeting": "200", "nulperiode": "2024", "nulbron": "Levering", "streefwaarde": "100",
		"streefperiode": "2027", "richting": "dalen"})
	check(err)
	_, err = r.Plan.NieuweIndicator(ctx, zorg, d.ID, map[string]string{"naam": "Meldingen", "definitie": "Meldingen van partners.", "teller": teller, "eenheid": "meldingen",
		"niveau": niveau, "gebieden": gebieden, "lengte": lengte})
	check(err)
	_, err = r.Plan.BiedAan(ctx, zorg, p.ID)
	check(err)
	day, err := termijn.ParseDate("2023-12-14")
	check(err)
	_, err = r.Plan.StelVastRaad(ctx, r.Wie[proef.Eigen][toegang.Griffier], p.ID, plan.Besluit{Uitkomst: plan.Vastgesteld, Nummer: "2023-9", Datum: day})
	check(err)
	return p.ID, d.ID
}

// rapport makes a report through the pages and releases it at once; embargo, as "2026-11-09 14:30", may hold it back. It gives the id.
func (r raadhuis) rapport(tijdvak, embargo string) string {
	r.Helper()
	zorg := inloggen(r.T, r.huis, proef.Eigen, "adviseur-sociaal")
	zorg.post(r.T, "/rapportages", url.Values{"plan": {r.plan}, "tijdvak": {tijdvak}})
	id := strings.TrimPrefix(zorg.waar.Path, "/rapportages/")
	if id == zorg.waar.Path || id == "" {
		r.Fatalf("no report was made; at %s", zorg.waar)
	}
	r.schrijf(zorg, id)
	r.geefVrij(id, embargo)
	return id
}

func (r raadhuis) schrijf(zorg *bezoeker, id string) {
	r.Helper()
	field := rapportage.VeldDuiding(r.doel)
	zorg.post(r.T, "/rapportages/"+id+"/wijzigen", url.Values{"versie": {"1"}, field: {"Het gaat beter."}, rapportage.VeldIndeling: {"geheel"}, "oud." + rapportage.VeldIndeling: {"geheel"}})
	if zorg.waar.Path != "/rapportages/"+id {
		r.Fatalf("the text was not kept; at %s", zorg.waar)
	}
}

// editie corrects a report that is out, and releases the new edition.
func (r raadhuis) editie(id string) string {
	r.Helper()
	zorg := inloggen(r.T, r.huis, proef.Eigen, "adviseur-sociaal")
	zorg.post(r.T, "/rapportages/"+id+"/nieuwe-editie", nil)
	next := strings.TrimPrefix(zorg.waar.Path, "/rapportages/")
	r.geefVrij(next, "")
	return next
}

func (r raadhuis) geefVrij(id, embargo string) {
	r.Helper()
	wethouder := inloggen(r.T, r.huis, proef.Eigen, "wethouder")
	b, err := r.Rapportage.Toon(r.Context(), r.Wie[proef.Eigen][toegang.Wethouder], id)
	if err != nil {
		r.Fatal(err)
	}
	form := url.Values{"versie": {fmt.Sprint(b.Versie)}, "afdruk": {b.Afdruk}, "besluit": {"2026-B-7"}, "datum": {"2026-11-03"}}
	if day, clock, ok := strings.Cut(embargo, " "); ok {
		form.Set("embargo", day)
		form.Set("tijd", clock)
	}
	if _, html := wethouder.post(r.T, "/rapportages/"+id+"/vrijgeven", form); wethouder.waar.Path != "/rapportages/"+id {
		r.Fatalf("not released: %s", inhoudVan(html))
	}
}

// openbaar gives the bytes of everything that the public gets of a report: list, page and file.
func (r raadhuis) openbaar(id string) (lijst, pagina, bestand string) {
	r.Helper()
	b := zonderLogin(r.T, r.huis)
	get := func(path string) string {
		status, text := b.get(r.T, path)
		if status != 200 {
			r.Errorf("%s: status %d", path, status)
		}
		if b.kop.Get("Cache-Control") != "no-store" || len(b.client.Jar.Cookies(b.waar)) > 0 {
			r.Errorf("%s: Cache-Control %q, cookies %v", path, b.kop.Get("Cache-Control"), b.client.Jar.Cookies(b.waar))
		}
		return text
	}
	return get("/raad/" + proef.Eigen), get("/raad/" + proef.Eigen + "/" + id), get("/raad/" + proef.Eigen + "/" + id + "/tabel.csv")
}
