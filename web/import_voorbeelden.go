// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strings"

	"dwarsverband/domein/cijfer"
)

// voorbeeldGroep are the first figures of one sort, for a person who looks before he reads a file in.
type voorbeeldGroep struct {
	Titel  string
	Was    bool // the rows have a value that is replaced
	Rijen  []voorbeeldRij
	Totaal int
}

type voorbeeldRij struct {
	Soort, Gebied, Code, Periode, Was, Wordt string
}

// voorbeelden names the areas and kinds of the examples in a report. A kind that the file itself brings has no name yet and keeps its code.
func (b *bezoek) voorbeelden(v *cijfer.Verslag) ([]voorbeeldGroep, error) {
	areas, err := b.web.Gebied.Lijst(b.Context(), b.wie, false)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, a := range areas {
		names[a.Code] = a.Naam
	}
	var groups []voorbeeldGroep
	for _, g := range []struct {
		titel  string
		was    bool
		rows   []cijfer.Voorbeeld
		totaal int
	}{{"Herzien", true, v.Herziene, v.Herzien}, {"Nieuw", false, v.Nieuwe, v.Nieuw}, {"Gelijk", false, v.Gelijke, v.Gelijk}} {
		if len(g.rows) == 0 {
			continue
		}
		group := voorbeeldGroep{Titel: g.titel, Was: g.was, Totaal: g.totaal}
		for _, r := range g.rows {
			group.Rijen = append(group.Rijen, voorbeeldRij{
				Soort: r.Soort, Gebied: names[r.Gebied], Code: r.Gebied, Periode: hoofdletter(r.Periode.String()),
				Was: waardeTekst(r.Was, r.WasAttribuut), Wordt: waardeTekst(r.Wordt, r.Attribuut),
			})
		}
		groups = append(groups, group)
	}
	return groups, nil
}

// waardeTekst writes a stored value with what its source says of it.
func waardeTekst(v *float64, a cijfer.Attribuut) string {
	switch {
	case v != nil && a != cijfer.Definitief:
		return getal(*v, 2) + " (" + string(a) + ")"
	case v != nil:
		return getal(*v, 2)
	case a == cijfer.Geheim:
		return "afgeschermd"
	case a != cijfer.Definitief:
		return string(a)
	}
	return "geen gegevens"
}

// hoofdletter begins a text with a capital.
func hoofdletter(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
