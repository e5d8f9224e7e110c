// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"slices"
	"strconv"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/signaal"
)

// signaalKeuze is what somebody chose to see of the signals, as it stands in the address and in a saved search.
type signaalKeuze struct {
	Politie bool // the tab of kinds that measure police activity
	Status  string
	Soort   string
	Niveau  string
	Gebied  string
	Maanden int // newest months; 0 is all
}

// openStatus chooses what is not closed; alleStatus everything.
const (
	openStatus = ""
	alleStatus = "alle"
)

// maandkeuzes are the periods that can be chosen, newest months; the first is what the page opens with.
var maandkeuzes = []int{0, 1, 3, 6}

// leesKeuze reads a choice. What it does not know it leaves out, so that an old saved search still opens.
func leesKeuze(q url.Values, namen signaal.Namen) signaalKeuze {
	k := signaalKeuze{Politie: q.Get("groep") == "politie", Status: q.Get("status"), Niveau: q.Get("niveau")}
	if k.Status != alleStatus && !slices.Contains(signaal.Statussen(), signaal.Status(k.Status)) {
		k.Status = openStatus
	}
	if !slices.Contains(gebied.Niveaus(), gebied.Niveau(k.Niveau)) {
		k.Niveau = ""
	}
	if code := q.Get("soort"); slices.ContainsFunc(namen.Soorten, func(s cijfer.Soort) bool { return s.Code == code && s.Politie == k.Politie }) {
		k.Soort = code
	}
	if code := q.Get("gebied"); slices.ContainsFunc(namen.Gebieden, func(g gebied.Gebied) bool { return g.Code == code }) {
		k.Gebied = code
	}
	if n, err := strconv.Atoi(q.Get("maanden")); err == nil && slices.Contains(maandkeuzes, n) {
		k.Maanden = n
	}
	return k
}

// query writes the choice for an address; what is as usual stays out.
func (k signaalKeuze) query() url.Values {
	q := url.Values{}
	set := func(naam, waarde string) {
		if waarde != "" {
			q.Set(naam, waarde)
		}
	}
	if k.Politie {
		set("groep", "politie")
	}
	set("status", k.Status)
	set("soort", k.Soort)
	set("niveau", k.Niveau)
	set("gebied", k.Gebied)
	if k.Maanden > 0 {
		set("maanden", strconv.Itoa(k.Maanden))
	}
	return q
}

// Query is the choice as text, for a form and a saved search.
func (k signaalKeuze) Query() string { return k.query().Encode() }

// URL is the address of the list with this choice.
func (k signaalKeuze) URL() string {
	if q := k.Query(); q != "" {
		return "/signalen?" + q
	}
	return "/signalen"
}

// Leeg tells whether nothing was chosen but the tab.
func (k signaalKeuze) Leeg() bool { return k == signaalKeuze{Politie: k.Politie} }

// filter gives the choice to the domain; laatste is the newest month that was judged.
func (k signaalKeuze) filter(laatste cijfer.Periode) signaal.Filter {
	f := signaal.Filter{Soort: k.Soort, Binnen: k.Gebied, Niveau: gebied.Niveau(k.Niveau), Politie: k.Politie}
	switch k.Status {
	case alleStatus:
	case openStatus:
		f.Status = []signaal.Status{signaal.Nieuw, signaal.Geduid, signaal.Besproken, signaal.Opgepakt}
	default:
		f.Status = []signaal.Status{signaal.Status(k.Status)}
	}
	if k.Maanden > 0 && laatste != "" {
		f.Vanaf = laatste.Add(1 - k.Maanden)
	}
	return f
}

// velden are the fields of the filter form.
func (k signaalKeuze) velden(b *bezoek, namen signaal.Namen) []filter {
	status := filter{ID: "status", Label: "Status", Opties: []optie{{Waarde: openStatus, Naam: "open", Gekozen: k.Status == openStatus}}}
	for _, s := range signaal.Statussen() {
		status.Opties = append(status.Opties, optie{Waarde: string(s), Naam: string(s), Gekozen: k.Status == string(s)})
	}
	status.Opties = append(status.Opties, optie{Waarde: alleStatus, Naam: "alle", Gekozen: k.Status == alleStatus})
	soort := filter{ID: "soort", Label: "Soort", Opties: []optie{{Naam: "alle soorten", Gekozen: k.Soort == ""}}}
	for _, s := range namen.Soorten {
		if s.Politie == k.Politie {
			soort.Opties = append(soort.Opties, optie{Waarde: s.Code, Naam: s.Naam, Gekozen: k.Soort == s.Code})
		}
	}
	niveau := filter{ID: "niveau", Label: "Niveau", Opties: []optie{{Naam: "alle niveaus", Gekozen: k.Niveau == ""}}}
	area := filter{ID: "gebied", Label: "Plaats", Opties: []optie{{Naam: "overal", Gekozen: k.Gebied == ""}}}
	for _, n := range gebied.Niveaus() {
		name := b.tenant.Namen.Van(n)
		niveau.Opties = append(niveau.Opties, optie{Waarde: string(n), Naam: name.Enkelvoud, Gekozen: k.Niveau == string(n)})
		if n == gebied.Gemeente {
			continue // the whole gemeente is "overal"
		}
		group := optieGroep{Naam: hoofdletter(name.Meervoud)}
		for _, g := range namen.Gebieden {
			if g.Niveau == n {
				group.Opties = append(group.Opties, optie{Waarde: g.Code, Naam: g.Naam, Gekozen: k.Gebied == g.Code})
			}
		}
		area.Groepen = append(area.Groepen, group)
	}
	maanden := filter{ID: "maanden", Label: "Maanden"}
	for _, n := range maandkeuzes {
		name := map[int]string{0: "alle maanden", 1: "nieuwste maand"}[n]
		if name == "" {
			name = "nieuwste " + strconv.Itoa(n) + " maanden"
		}
		maanden.Opties = append(maanden.Opties, optie{Waarde: strconv.Itoa(n), Naam: name, Gekozen: k.Maanden == n})
	}
	return []filter{status, soort, niveau, area, maanden}
}
