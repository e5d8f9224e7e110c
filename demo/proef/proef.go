// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package proef makes small filled houses for the tests of the faces: two municipalities that look alike, on SQLite, in well under a second.
package proef

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// Eigen and Ander are the two municipalities, Regio is the Zorg- en Veiligheidshuis.
const (
	Eigen = "eigenstad"
	Ander = "anderstad"
	Regio = "regio"
)

// Middag is the moment at which the tests play: 9 November 2026, noon.
var Middag = time.Date(2026, 11, 9, 11, 0, 0, 0, time.UTC)

// Meester is the master key of the tests.
func Meester() store.Meester {
	return store.Meester{Sleutels: map[string][]byte{"proef": []byte("a master key of 32 bytes in tests")[:32]}, Nieuw: "proef"}
}

// Huis is a filled house with its users.
type Huis struct {
	*huis.Diensten
	Wie map[string]map[toegang.Rol]toegang.Actor // by tenant and role
	Nu  time.Time                                // the clock of the house; a test may move it
	Map string                                   // folder with the files of the database
}

// Maak makes a house with both tenants filled: a gemeente, two wijken, four buurten, the monthly kind "inbraak" and the police kind "drugs" over six years,
// inhabitants per year, and a delivery "hg" per quarter that is not open.
func Maak(t testing.TB) *Huis {
	t.Helper()
	dir := t.TempDir()
	st, err := store.Open(t.Context(), filepath.Join(dir, "proef.db"), Meester())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	h := &Huis{Nu: Middag, Map: dir, Wie: map[string]map[toegang.Rol]toegang.Actor{}}
	h.Diensten, err = huis.Bouw(st, huis.Opties{Nu: func() termijn.Moment { return termijn.At(h.Nu) }, Sleutel: []byte("a key of the tests, 32 bytes long"), Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	h.vul(t, Eigen, "GM9991")
	h.vul(t, Ander, "GM9992")
	zvh := gebied.Verantwoordelijke{ID: Regio, Naam: "Zorg- en Veiligheidshuis Regio", Soort: gebied.VanZVH, Verzonnen: true, Toelichting: "Alles is verzonnen.", Vandaag: demo.Vandaag}
	if h.Wie[Regio], err = demo.Inrichten(t.Context(), h.Diensten, zvh, demo.ZVHGebruikers(Regio), nil, nil); err != nil {
		t.Fatal(err)
	}
	return h
}

// Actor gives one user by his id: "casusregisseur", "ggz", "agent", ...
func (h *Huis) Actor(t testing.TB, tenant, id string) toegang.Actor {
	t.Helper()
	g, err := h.Gebruiker.Zoek(t.Context(), tenant, id)
	if err != nil {
		t.Fatal(err)
	}
	return g.Actor()
}

func (h *Huis) vul(t testing.TB, tenant, gemeente string) {
	t.Helper()
	v := gebied.Verantwoordelijke{ID: tenant, Naam: strings.ToUpper(tenant[:1]) + tenant[1:], Gemeente: gemeente, Verzonnen: true,
		Toelichting: "Alles is verzonnen.", Vandaag: demo.Vandaag, Namen: gebied.Namen{gebied.Wijk: {Enkelvoud: "gebied", Meervoud: "gebieden"}}}
	v.Peildatum, _ = termijn.NewDate(2026, 9, 30)
	wie, err := demo.Inrichten(t.Context(), h.Diensten, v, append(demo.Gebruikers(tenant), demo.Casusgebruikers(tenant)...), Bronnen(), Soorten())
	if err != nil {
		t.Fatal(err)
	}
	h.Wie[tenant] = wie
	if _, err := h.Gebied.Import(t.Context(), wie[toegang.AdviseurOOV], Gebieden(gemeente), false); err != nil {
		t.Fatal(err)
	}
	h.Lees(t, tenant, Cijfers(gemeente))
}

// Lees reads canonical rows in as the adviser of tenant.
func (h *Huis) Lees(t testing.TB, tenant, rows string) {
	t.Helper()
	v, err := h.Cijfer.Import(t.Context(), h.Wie[tenant][toegang.AdviseurOOV], cijfer.Aanlevering{Formaat: "canoniek", Naam: "proef.csv",
		Inhoud: strings.NewReader("code;periode;maat;waarde;waardeattribuut;bron\n" + rows)})
	if err != nil || len(v.Weigeringen) > 0 {
		t.Fatalf("proef.csv: %v, %d rows refused", err, len(v.Weigeringen))
	}
}

// Bronnen are the sources of the small house: one open, one delivery.
func Bronnen() []cijfer.Bron {
	return []cijfer.Bron{
		{Code: "REG", Naam: "Registratie", Houder: "Politie", Licentie: "CC0", Domein: "veiligheid", Openbaar: true, Verzonnen: true},
		{Code: "VT", Naam: "Levering Veilig Thuis", Houder: "Veilig Thuis", Domein: "zorg", Verzonnen: true},
	}
}

// Soorten are its kinds.
func Soorten() []cijfer.Soort {
	return []cijfer.Soort{
		{Code: "inbraak", Naam: "Inbraak", Eenheid: "aantal", Bron: "REG", Lengte: cijfer.Maand},
		{Code: "drugs", Naam: "Drugshandel", Eenheid: "aantal", Bron: "REG", Lengte: cijfer.Maand, Politie: true},
		{Code: "inwoners", Naam: "Inwoners", Eenheid: "aantal", Bron: "REG", Lengte: cijfer.Jaar},
		{Code: "hg", Naam: "Meldingen huiselijk geweld", Eenheid: "aantal", Bron: "VT", Lengte: cijfer.Kwartaal, Gevoelig: true},
	}
}

// Gebieden is a square town: a gemeente of two wijken of two buurten each, 1 km a side a buurt.
func Gebieden(gemeente string) []gebied.Gebied {
	nr := gemeente[2:]
	cell := func(x, y, w, h float64) gebied.Vlak {
		x, y = 120000+1000*x, 480000+1000*y
		return gebied.Vlak{{{{x, y}, {x + 1000*w, y}, {x + 1000*w, y + 1000*h}, {x, y + 1000*h}, {x, y}}}}
	}
	areas := []gebied.Gebied{{Code: gemeente, Niveau: gebied.Gemeente, Naam: "Stad " + nr, Vlak: cell(0, 0, 2, 2)}}
	for w, wijk := range []string{"Noord", "Zuid"} {
		code := fmt.Sprintf("WK%s%02d", nr, w+1)
		areas = append(areas, gebied.Gebied{Code: code, Niveau: gebied.Wijk, Naam: wijk, Ouder: gemeente, Vlak: cell(0, float64(w), 2, 1)})
		for b, buurt := range []string{"Haven", "Molen"} {
			areas = append(areas, gebied.Gebied{Code: fmt.Sprintf("BU%s%02d%02d", nr, w+1, b+1), Niveau: gebied.Buurt, Naam: wijk + buurt, Ouder: code,
				Vlak: cell(float64(b), float64(w), 1, 1)})
		}
	}
	for i := range areas {
		areas[i].Jaargang = 2026
	}
	return areas
}

// Cijfers are steady figures up to September 2026: 4 or 5 inbraken a month in each buurt, with 25 in the last month of the first buurt.
func Cijfers(gemeente string) string {
	var b strings.Builder
	nr := gemeente[2:]
	buurten := []string{"BU" + nr + "0101", "BU" + nr + "0102", "BU" + nr + "0201", "BU" + nr + "0202"}
	for p := cijfer.MaandVan(2020, 10); p <= cijfer.MaandVan(2026, 9); p = p.Add(1) {
		for i, buurt := range buurten {
			_, maand := p.Start()
			n := 4 + (maand*7+p.Jaar()*3+i)%2
			if i == 0 && p == cijfer.MaandVan(2026, 9) {
				n = 25
			}
			fmt.Fprintf(&b, "%s;%s;inbraak;%d;;REG\n%s;%s;drugs;%d;;REG\n", buurt, p.Code(), n, buurt, p.Code(), n%3)
		}
	}
	for jaar := 2020; jaar <= 2026; jaar++ {
		for i, buurt := range buurten {
			fmt.Fprintf(&b, "%s;%dJJ00;inwoners;%d;;REG\n", buurt, jaar, 1000+100*i)
		}
	}
	for _, kw := range []string{"2026KW01", "2026KW02", "2026KW03"} {
		fmt.Fprintf(&b, "WK%s01;%s;hg;3;;VT\nWK%s02;%s;hg;17;;VT\n", nr, kw, nr, kw)
	}
	return b.String()
}

// Opening is a case about a mother and a child of which everything is invented, as the triage would open it.
func Opening() casus.Opening {
	return casus.Opening{
		Regime: dossier.ZVH, Reden: dossier.Reden{Doel: "aanpak van huiselijk geweld", Grondslag: "Wet gegevensverwerking door samenwerkingsverbanden"},
		Casusregisseur: "casusregisseur", MagBesluiten: "volgorde van interventies", Aanleiding: "Tweede melding in een maand.",
		Tweede: "een proef opent vaker dan een keer", // so that a test can have two cases about the same people
		Personen: []map[string]string{
			{"voornamen": "Deniz", "achternaam": "Proefyilmaz", "geboren": "2009-03-04", "bsn": "999990019", "straat": "Kersenproefstraat", "huisnummer": "12", "postcode": "1234 AB", "plaats": "Proefstad"},
			{"voornamen": "Aylin", "achternaam": "Proefyilmaz", "geboren": "1984-07-01", "straat": "Schuilproefweg", "huisnummer": "7", "adres_geheim": "ja", "genoemd": "casusregisseur"},
		},
	}
}

// OpenCasus opens a case in the Zorg- en Veiligheidshuis, led by "casusregisseur" and chaired by "procesregisseur".
func (h *Huis) OpenCasus(t testing.TB) dossier.Kop {
	t.Helper()
	k, err := h.Casus.Open(t.Context(), h.Actor(t, Regio, "procesregisseur"), Opening())
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// Meld reports one person in the Zorg- en Veiligheidshuis, after the search that must come first.
func (h *Huis) Meld(t testing.TB, wie string, mens map[string]string) melding.Ontvangst {
	t.Helper()
	a := h.Actor(t, Regio, wie)
	r, err := h.Melding.Zoek(t.Context(), a, persoon.UitVelden(func(veld string) string { return mens[veld] }))
	if err != nil {
		t.Fatal(err)
	}
	got, err := h.Melding.Doe(t.Context(), a, melding.Nieuw{Bon: r.Bon, Toch: true, Soort: "overlast", Aanleiding: "Buren klagen al weken over lawaai.", Gesproken: "ja",
		Personen: []map[string]string{mens}})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// NietIn is how a report is weighed that is not taken in.
func NietIn() melding.Weging {
	w := melding.Weging{Uitkomst: "niet in", Advies: "Bespreek dit met het sociaal team.", Criteria: map[string]string{}, Motivering: map[string]string{}}
	for _, c := range melding.Criteria {
		w.Criteria[c.Code], w.Motivering[c.Code] = "nee", "Het gaat alleen om geluid."
	}
	return w
}
