// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strconv"
	"strings"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/rapportage"
)

// rapportageCSV writes the goals and the tables of an edition as rows of one file: what the page shows, and no more.
func rapportageCSV(in rapportage.Inhoud, namen gebied.Namen) [][]string {
	rows := [][]string{{"onderdeel", "nummer", "naam", "gebiedscode", "gebied", "niveau", "periode", "eenheid", "waarde", "toelichting"}}
	for n, d := range in.Doelen {
		nr := strconv.Itoa(n + 1)
		add := func(what string, over, unit string, value *float64, note string) {
			text := ""
			if value != nil {
				text = csvGetal(*value)
			}
			rows = append(rows, []string{what, nr, d.Tekst, "", "", "", over, unit, text, note})
		}
		if d.Nul != nil {
			add("nulmeting", d.Nul.Periode.String(), d.Eenheid, &d.Nul.Waarde, "")
		}
		for _, m := range d.Maten {
			note := m.Reden
			if m.Voorlopig {
				note = "voorlopig"
			}
			add("stand", m.Over, m.Eenheid, m.Waarde, strings.TrimSpace(m.Naam+" "+note))
			if m.Pad != nil {
				add("pad", m.Over, m.Eenheid, m.Pad, string(d.Oordeel))
			}
		}
		if d.Streef != nil {
			add("streefwaarde", d.Streef.Periode.String(), d.Eenheid, &d.Streef.Waarde, "")
		}
	}
	for n, t := range in.Tabellen {
		rows = append(rows, tabelCSV(t, strconv.Itoa(n+1), namen)...)
	}
	return rows
}

func tabelCSV(t rapportage.Tabel, nr string, namen gebied.Namen) [][]string {
	level := namen.Van(t.Niveau)
	var rows [][]string
	for _, note := range t.LetOp {
		rows = append(rows, []string{"tabel", nr, t.Titel, "", "", level.Enkelvoud, "", t.Eenheid, "", note})
	}
	for _, b := range t.Blokken {
		for i := range b.Raster {
			code, name := "", "alle "+level.Meervoud+" samen"
			if i < len(b.Rijen) {
				code, name = b.Rijen[i].Code, b.Rijen[i].Naam
			}
			for j, c := range b.Raster[i] {
				if c.Stand == rapportage.GeenTotaal {
					continue
				}
				kind, over := "samen", ""
				if j < len(b.Kolommen) {
					kind, over = b.Kolommen[j].Naam, b.Kolommen[j].Over()
				}
				value, note := csvCel(c)
				rows = append(rows, []string{"tabel", nr, kind, code, name, level.Enkelvoud, over, t.Eenheid, value, note})
			}
		}
	}
	return rows
}

// csvCel writes a cell; a shielded one is x, as on the page.
func csvCel(c rapportage.Cel) (value, note string) {
	switch {
	case c.Stand == rapportage.Getoond && c.Voorlopig:
		return csvGetal(*c.Waarde), "voorlopig"
	case c.Stand == rapportage.Getoond:
		return csvGetal(*c.Waarde), ""
	}
	t := celTekst(c)
	if c.Stand == rapportage.Afgeschermd {
		return "x", t.Uitleg
	}
	return "", t.Uitleg
}

// csvGetal writes a number with a decimal comma and without points, at most four decimals.
func csvGetal(f float64) string {
	s := strconv.FormatFloat(f, 'f', 4, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	return strings.Replace(s, ".", ",", 1)
}
