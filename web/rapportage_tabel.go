// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"slices"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/rapportage"
)

// tabelView is a table of an edition as rows and columns of text.
type tabelView struct {
	Nr        int
	Titel     string
	Eenheid   string
	Rijkop    string
	Kolommen  []string
	Rijen     []tabelRij
	Voet      *tabelRij // the totals
	Bron      string
	Open      bool
	Minimum   int
	ID        string
	Heeft     bool // a figure in it is shielded
	Voorlopig bool
	LetOp     []string
	InDoel    bool // some areas, and not all, are those of the goal
}

// Onder is the largest count that is not shown.
func (v tabelView) Onder() int { return v.Minimum - 1 }

type tabelRij struct {
	Naam   string
	InDoel bool
	Cellen []tabelCel
}

// tabelCel is one cell: what is read, and what a screen reader says where that is only a sign.
type tabelCel struct {
	Tekst, Uitleg string
	Voorlopig     bool
}

// tabelViews lays out a table; doel are the areas of the goal that it stands with. Its blocks stand beside each other where they have the same areas, else below each other.
func tabelViews(t rapportage.Tabel, nr int, namen gebied.Namen, doel []string) []tabelView {
	base := tabelView{Nr: nr, Titel: t.Titel, Eenheid: t.Eenheid, Rijkop: hoofdwoord(namen.Van(t.Niveau).Enkelvoud), Bron: t.Bron, Open: t.Open, Minimum: t.Minimum, LetOp: t.LetOp}
	meer := namen.Van(t.Niveau).Meervoud
	var views []tabelView
	var areas []string // of the last view
	for _, b := range t.Blokken {
		if b.Geweigerd || b.Raster == nil {
			continue
		}
		codes := make([]string, len(b.Rijen))
		for i, r := range b.Rijen {
			codes[i] = r.Code
		}
		if len(views) == 0 || fmt.Sprint(areas) != fmt.Sprint(codes) {
			v := base
			for _, r := range b.Rijen {
				v.Rijen = append(v.Rijen, tabelRij{Naam: r.Naam, InDoel: len(doel) < len(b.Rijen) && slices.Contains(doel, r.Code)})
				v.InDoel = v.InDoel || v.Rijen[len(v.Rijen)-1].InDoel
			}
			views, areas = append(views, v), codes
		}
		views[len(views)-1].zet(b, meer)
	}
	if len(views) == 0 {
		views = []tabelView{base}
	}
	for i := range views {
		views[i].ID = fmt.Sprintf("tabel-%d-%d", nr, i+1)
		views[i].kantel(t)
	}
	return views
}

// zet adds the columns of a block.
func (v *tabelView) zet(b rapportage.Blok, meer string) {
	rows, cols := len(b.Rijen), len(b.Kolommen)
	width := cols
	if somRij(b, cols) {
		width++
	}
	for _, k := range b.Kolommen {
		v.Kolommen = append(v.Kolommen, kolomNaam(k, b))
	}
	if width > cols {
		v.Kolommen = append(v.Kolommen, "Samen")
	}
	for i := range rows {
		for j := range width {
			v.cel(&v.Rijen[i], b.Raster[i][j])
		}
	}
	foot := false
	for j := range width {
		foot = foot || b.Raster[rows][j].Stand != rapportage.GeenTotaal
	}
	if !foot && v.Voet == nil {
		return
	}
	if v.Voet == nil {
		v.Voet = &tabelRij{Naam: "Alle " + meer + " samen"}
		for range len(v.Kolommen) - width {
			v.Voet.Cellen = append(v.Voet.Cellen, celTekst(rapportage.Cel{Stand: rapportage.GeenTotaal}))
		}
	}
	for j := range width {
		v.cel(v.Voet, b.Raster[rows][j])
	}
}

// somRij tells whether the block has totals per area.
func somRij(b rapportage.Blok, cols int) bool {
	for i := range b.Rijen {
		if b.Raster[i][cols].Stand != rapportage.GeenTotaal {
			return true
		}
	}
	return false
}

func (v *tabelView) cel(r *tabelRij, c rapportage.Cel) {
	r.Cellen = append(r.Cellen, celTekst(c))
	v.Heeft = v.Heeft || c.Stand == rapportage.Afgeschermd
	v.Voorlopig = v.Voorlopig || c.Voorlopig
}

func celTekst(c rapportage.Cel) tabelCel {
	switch c.Stand {
	case rapportage.Afgeschermd:
		return tabelCel{Tekst: "x", Uitleg: "afgeschermd"}
	case rapportage.GeenCijfer:
		return tabelCel{Tekst: "–", Uitleg: "geen cijfer"}
	case rapportage.BronGeheim:
		return tabelCel{Tekst: "–", Uitleg: "geheim bij de bron"}
	case rapportage.GeenTotaal:
		return tabelCel{Tekst: "–", Uitleg: "geen totaal"}
	}
	return tabelCel{Tekst: getal(*c.Waarde, 1), Voorlopig: c.Voorlopig}
}

// kolomNaam says what a column counts: the period, and the kind where there is more than one.
func kolomNaam(k rapportage.Kolom, b rapportage.Blok) string {
	for _, o := range b.Kolommen {
		if o.Soort != k.Soort {
			return k.Naam + ", " + k.Over()
		}
	}
	return hoofdwoord(k.Over())
}

// kantel turns a table of one open area over: periods below each other, with the kinds as columns, read better than one long row.
func (v *tabelView) kantel(t rapportage.Tabel) {
	if !t.Open || len(t.Blokken) != 1 || len(v.Rijen) != 1 || len(v.Kolommen) < 3 {
		return
	}
	b, cells := t.Blokken[0], v.Rijen[0].Cellen
	var kinds []string
	for _, k := range b.Kolommen {
		if !slices.Contains(kinds, k.Naam) {
			kinds = append(kinds, k.Naam)
		}
	}
	area := v.Rijen[0].Naam
	v.Rijkop, v.Rijen = "Periode, "+area, nil
	for j, k := range b.Kolommen {
		if j%len(kinds) == 0 {
			v.Rijen = append(v.Rijen, tabelRij{Naam: hoofdwoord(k.Over())})
		}
		row := &v.Rijen[len(v.Rijen)-1]
		row.Cellen = append(row.Cellen, cells[j])
	}
	v.Kolommen = kinds
	if len(cells) > len(b.Kolommen) {
		v.Voet = &tabelRij{Naam: "Samen"}
		if len(kinds) > 1 {
			v.Voet.Naam = "Alles samen"
		}
		for range len(kinds) - 1 {
			v.Voet.Cellen = append(v.Voet.Cellen, tabelCel{})
		}
		v.Voet.Cellen = append(v.Voet.Cellen, cells[len(b.Kolommen)])
	}
}
