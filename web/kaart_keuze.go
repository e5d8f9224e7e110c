// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

// kaartKeuze is what the visitor wants to see, as it stands in the address.
type kaartKeuze struct {
	cijfer.Keuze
	Niveau gebied.Niveau // empty: the smallest that has figures
	Op     string        // what the table is sorted by: waarde, naam or verschil
}

// leesKaart reads the address. Without a choice counts are added up over a year: in one month most areas have too few to compare.
func leesKaart(q url.Values) (kaartKeuze, error) {
	k := kaartKeuze{Keuze: cijfer.Keuze{Soort: q.Get("soort"), Jaarsom: true}, Niveau: gebied.Niveau(q.Get("niveau")), Op: "waarde"}
	var faults []domein.Fault
	if p := q.Get("periode"); p != "" {
		var err error
		if k.Tot, err = cijfer.ParsePeriode(p); err != nil {
			faults = append(faults, domein.Fault{Veld: "periode", Melding: "Deze periode bestaat niet. Kies een jaar (2025JJ00), een kwartaal (2025KW03) of een maand (2025MM09)."})
		}
	}
	one := func(veld string, waarden ...string) bool {
		if q.Get(veld) == "" || slices.Contains(waarden, q.Get(veld)) {
			return true
		}
		faults = append(faults, domein.Fault{Veld: veld, Melding: "Kies uit: " + strings.Join(waarden, ", ") + "."})
		return false
	}
	if one("som", "jaar", "periode") && q.Get("som") == "periode" {
		k.Jaarsom = false
	}
	if one("maat", "aantal", "per-1000") {
		k.Per1000 = q.Get("maat") == "per-1000"
	}
	if one("op", "waarde", "naam", "verschil") && q.Get("op") != "" {
		k.Op = q.Get("op")
	}
	one("niveau", string(gebied.Gemeente), string(gebied.Wijk), string(gebied.Buurt))
	return k, domein.Refuse("web.kaart", "Deze kaart bestaat niet.", faults)
}

// url gives the address of the choice on a page.
func (k kaartKeuze) url(pad string) string {
	q := url.Values{"soort": {k.Soort}, "niveau": {string(k.Niveau)}}
	if k.Tot != "" {
		q.Set("periode", k.Tot.Code())
	}
	if !k.Jaarsom {
		q.Set("som", "periode")
	}
	if k.Per1000 {
		q.Set("maat", "per-1000")
	}
	if k.Op != "waarde" {
		q.Set("op", k.Op)
	}
	return pad + "?" + q.Encode()
}

// optie is one choice in a list.
type optie struct {
	Waarde, Naam string
	Gekozen      bool
}

type optieGroep struct {
	Naam   string
	Opties []optie
}

// filter is a list in a form to choose from.
type filter struct {
	ID, Label string
	Opties    []optie
	Groepen   []optieGroep
}

// soortOpties lists the kinds by source.
func soortOpties(soorten []cijfer.Soort, bronnen []cijfer.Bron, gekozen string) []optieGroep {
	var groups []optieGroep
	for _, b := range bronnen {
		g := optieGroep{Naam: b.Naam}
		for _, k := range soorten {
			if k.Bron != b.Code {
				continue
			}
			name := k.Naam
			switch {
			case k.Politie:
				name += " (meet politiewerk)"
			case k.Totaal:
				name += " (telt soorten op)"
			}
			g.Opties = append(g.Opties, optie{k.Code, name, k.Code == gekozen})
		}
		if len(g.Opties) > 0 {
			slices.SortStableFunc(g.Opties, func(a, b optie) int { return compareTekst(a.Naam, b.Naam) })
			groups = append(groups, g)
		}
	}
	return groups
}

// periodeOpties lists periods by year, newest first; years stand in one group.
func periodeOpties(perioden []cijfer.Periode, gekozen cijfer.Periode) []optieGroep {
	var groups []optieGroep
	for _, p := range perioden {
		name := strconv.Itoa(p.Jaar())
		if p.Lengte() == cijfer.Jaar {
			name = "Jaren"
		}
		if len(groups) == 0 || groups[len(groups)-1].Naam != name {
			groups = append(groups, optieGroep{Naam: name})
		}
		last := &groups[len(groups)-1]
		last.Opties = append(last.Opties, optie{p.Code(), hoofdletter(p.String()), p == gekozen})
	}
	return groups
}

// tijdvak says what period a choice is about: "september 2026" or "12 maanden tot en met september 2026".
func tijdvak(k cijfer.Keuze, tot cijfer.Periode) string {
	if !k.Jaarsom {
		return tot.String()
	}
	if tot.Lengte() == cijfer.Kwartaal {
		return "4 kwartalen tot en met " + tot.String()
	}
	return "12 maanden tot en met " + tot.String()
}
