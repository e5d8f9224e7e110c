// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"dwarsverband/geo"
)

// Vlak is one area on the map.
type Vlak struct {
	ID     string           // code, becomes data-code
	Naam   string           // name on screen
	Vorm   geo.MultiPolygon // in RD metres
	Klasse int              // 0 (low) to 4 (high), GeenGegevens or Afgeschermd
	Waarde string           // the figure as text, with its unit
	Href   string           // page of the area; empty for no link

	Signaal bool // there is a signal: the area gets a diamond, and its text says so
}

// KaartOpties are the choices for a map.
type KaartOpties struct {
	ID           string  // unique in the page
	Titel        string  // what the map shows, with kind, place and period
	Beschrijving string  // what there is to see; a count of the areas is added
	Breedte      int     // natural width in pixels, 640 when 0; the height follows
	MaxHoogte    int     // natural height at most, 1.25 times the width when 0
	Kader        geo.Box // part to show, in RD metres; the zero box shows all
	Gekozen      string  // ID of the area with a thick outline
	Focusable    bool    // make the areas links; else a table beside must hold them
	Tolerantie   float64 // how far a border may be off, in pixels: 0 is 0.25; below 0 leaves the points as they are
}

const (
	mapMargin = 6.0
	// Paths are written in whole tenths of a pixel, which is compact and keeps
	// borders sharp when a page zooms in.
	mapUnits = 10.0
)

// Kaart draws a choropleth: north up, one path an area, with its name and figure
// as a tooltip. The text of an area without figure or with a shielded one is
// fixed here, whatever Waarde holds, so that a map cannot give away what its
// class hides.
//
// With Focusable each area with an Href is a link, reached by keyboard, and the
// picture is a group; otherwise it is one image.
func Kaart(vlakken []Vlak, o KaartOpties) string {
	all := len(vlakken)
	vlakken = within(vlakken, o.Kader)
	p := newProjection(vlakken, o)
	role := "img"
	if o.Focusable {
		role = "group"
	}
	d := newDrawing(o.ID, "kaart", role, o.Titel, mapDescription(vlakken, all, o), p.size)
	d.add(`<defs>`)
	d.hatch(mapUnits, colorGround)
	d.dots(mapUnits)
	d.add(`</defs><g class="kaart-vlakken" transform="scale(0.1)" stroke="`, colorBorder, `" stroke-width="7" stroke-linejoin="round" fill-rule="evenodd"`)
	if !o.Focusable {
		d.add(` aria-hidden="true"`)
	}
	d.add(`>`)
	chosen := ""
	for i, v := range vlakken {
		path := p.path(p.shapes[i])
		if v.ID == o.Gekozen && v.ID != "" {
			chosen = path
		}
		d.area(v, path, o.Focusable)
	}
	d.add(`</g>`)
	d.marks(vlakken, p)
	if chosen != "" {
		d.add(`<g class="kaart-gekozen" transform="scale(0.1)" fill="none" stroke-linejoin="round" pointer-events="none" aria-hidden="true"><path d="`, chosen,
			`" stroke="`, colorPaper, `" stroke-width="60"/><path d="`, chosen, `" stroke="`, colorBorder, `" stroke-width="28"/></g>`)
	}
	return d.finish()
}

// area writes one area.
func (d *drawing) area(v Vlak, path string, focusable bool) {
	label := v.Naam + ": " + v.figure()
	if v.Signaal {
		label += ", signaal"
	}
	href := ""
	if focusable {
		href = safeHref(v.Href)
	}
	if href != "" {
		d.add(`<a class="kaart-link" href="`, escape(href), `" aria-label="`, escape(label), `">`)
	}
	d.add(`<path class="`, classOf(v.Klasse), `" fill="`, d.fillOf(v.Klasse), `" data-code="`, escape(v.ID), `" d="`, path, `"><title>`, escape(label), `</title></path>`)
	if href != "" {
		d.add(`</a>`)
	}
}

// figure is what the map says of an area.
func (v Vlak) figure() string {
	switch {
	case v.Klasse == Afgeschermd:
		return "afgeschermd"
	case v.Klasse < 0 || v.Klasse >= len(classFills) || v.Waarde == "":
		return "geen gegevens"
	}
	return v.Waarde
}

// safeHref gives an address that is no script, or nothing.
func safeHref(href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return href
}

func mapDescription(vlakken []Vlak, all int, o KaartOpties) string {
	geen, shielded, signals, chosen := 0, 0, 0, ""
	for _, v := range vlakken {
		if v.Signaal {
			signals++
		}
		switch {
		case v.Klasse == Afgeschermd:
			shielded++
		case v.Klasse < 0 || v.Klasse >= len(classFills):
			geen++
		}
		if v.ID == o.Gekozen && v.ID != "" {
			chosen = v.Naam
		}
	}
	parts := []string{fmt.Sprintf("Kaart met %s.", count(len(vlakken), "gebied", "gebieden"))}
	if o.Beschrijving != "" {
		parts = append([]string{o.Beschrijving}, parts...)
	}
	if out := all - len(vlakken); out > 0 {
		parts = append(parts, count(out, "gebied valt", "gebieden vallen")+" buiten de uitsnede.")
	}
	if geen > 0 {
		parts = append(parts, count(geen, "gebied", "gebieden")+" zonder gegevens.")
	}
	if shielded > 0 {
		parts = append(parts, count(shielded, "gebied", "gebieden")+" afgeschermd.")
	}
	if signals > 0 {
		parts = append(parts, count(signals, "gebied", "gebieden")+" met een signaal.")
	}
	if chosen != "" {
		parts = append(parts, "Gekozen: "+chosen+".")
	}
	return strings.Join(parts, " ")
}

// count writes a number with its noun.
func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}
