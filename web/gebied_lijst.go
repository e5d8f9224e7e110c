// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"strings"

	"dwarsverband/domein/gebied"
)

// gebiedenView lists all areas, each part of the municipality with what lies in it.
type gebiedenView struct {
	Pagina
	Q      string
	Delen  []gebiedDeel
	Totaal int // areas that are shown
	Leeg   bool
}

// gebiedDeel is an area with the areas inside it.
type gebiedDeel struct {
	gebied.Gebied
	NiveauNaam string
	In         []gebied.Gebied
	InNaam     gebied.Naam // local name of what lies in it
}

// gebiedenShow lists the areas; q filters by name or code.
func (w *Web) gebiedenShow(b *bezoek) error {
	areas, err := w.Gebied.Lijst(b.Context(), b.wie, false)
	if err != nil {
		return err
	}
	v := &gebiedenView{
		Pagina: Pagina{Titel: "Gebieden", Menu: "/kaart", Kruimels: []Kruimel{{"Kaart", "/kaart"}}},
		Q:      strings.TrimSpace(b.URL.Query().Get("q")), Leeg: len(areas) == 0,
	}
	v.Lead = indeling(areas, b.tenant.Namen)
	for _, a := range areas {
		children := kinderen(areas, a.Code)
		if a.Niveau == gebied.Buurt || len(children) == 0 && a.Niveau == gebied.Gemeente && len(areas) > 1 {
			continue
		}
		d := gebiedDeel{Gebied: a, NiveauNaam: b.tenant.Namen.Van(a.Niveau).Enkelvoud}
		if a.Niveau == gebied.Wijk {
			d.InNaam = b.tenant.Namen.Van(gebied.Buurt)
			for _, c := range children {
				if past(c, v.Q) || past(a, v.Q) {
					d.In = append(d.In, c)
				}
			}
		}
		if past(a, v.Q) || len(d.In) > 0 {
			v.Delen = append(v.Delen, d)
			v.Totaal += 1 + len(d.In)
		}
	}
	return b.toon("gebieden", v)
}

func past(a gebied.Gebied, q string) bool {
	q = strings.ToLower(q)
	return strings.Contains(strings.ToLower(a.Naam), q) || strings.Contains(strings.ToLower(a.Code), q)
}

// kinderen are the areas that lie directly in an area.
func kinderen(areas []gebied.Gebied, code string) []gebied.Gebied {
	var list []gebied.Gebied
	for _, a := range areas {
		if a.Ouder == code {
			list = append(list, a)
		}
	}
	return list
}

// indeling says how many areas of each level there are: "22 gebieden en 92 wijken, indeling van 2013".
func indeling(areas []gebied.Gebied, names gebied.Namen) string {
	var parts []string
	year := 0
	for _, level := range []gebied.Niveau{gebied.Wijk, gebied.Buurt} {
		if n := len(codes(areas, level)); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, names.Van(level).Meervoud))
		}
	}
	for _, a := range areas {
		year = max(year, a.Jaargang)
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, " en ") + fmt.Sprintf(", indeling van %d.", year)
}
