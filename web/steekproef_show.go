// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"slices"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/toegang"
)

// toezichtRoutes are the pages of the samples of the FG.
func (w *Web) toezichtRoutes() []route {
	return []route{
		{"POST /toezicht/steekproeven", true, w.steekproefTrek},
		{"GET /toezicht/steekproeven/{id}", true, w.steekproefShow},
		{"POST /toezicht/steekproeven/{id}", true, w.steekproefOordeel},
		{"POST /toezicht/steekproeven/{id}/antwoord", true, w.steekproefAntwoord},
		{"POST /toezicht/steekproeven/{id}/tekenen", true, w.steekproefTeken},
	}
}

// steekproefRegel is one sample in the list.
type steekproefRegel struct {
	toezicht.Steekproef
	Maand                        string
	TeBeoordelen, TeBeantwoorden int
}

func maandnaam(d termijn.Date) string {
	return termijn.Maandnaam(d.Month()) + " " + strconv.Itoa(d.Year())
}

// steekproeven adds the samples to the page of supervision.
func (w *Web) steekproeven(b *bezoek, v *toezichtView) error {
	list, err := w.Toezicht.Lijst(b.Context(), b.wie)
	for _, p := range list {
		r := steekproefRegel{Steekproef: p, Maand: maandnaam(p.Van)}
		r.TeBeoordelen, r.TeBeantwoorden = p.Open()
		v.Steekproeven = append(v.Steekproeven, r)
	}
	if maand := w.Toezicht.Maand(); !slices.ContainsFunc(list, func(p toezicht.Steekproef) bool { return p.Van == maand }) {
		v.Maand = maandnaam(maand)
	}
	return err
}

func (w *Web) steekproefTrek(b *bezoek) error {
	p, err := w.Toezicht.Trek(b.Context(), b.wie)
	if err != nil {
		return err
	}
	b.zeg("De steekproef is getrokken. Beoordeel elke blik.")
	return b.naar("/toezicht/steekproeven/" + p.ID)
}

// steekproefView is one sample. The FG judges the looks, the privacy officer answers what was found.
type steekproefView struct {
	Pagina
	steekproefRegel
	mensen                mensen
	FG                    bool
	Oordelen, Opvolgingen []string
}

// Naam puts a name to a user.
func (v *steekproefView) Naam(id string) string { return v.mensen.Naam(id) }

// Moment gives when a look was.
func (v *steekproefView) Moment(r toezicht.Regel) termijn.Moment { return termijn.At(r.Rij.Moment) }

func (w *Web) steekproefShow(b *bezoek) error {
	p, err := w.Toezicht.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	v := &steekproefView{Pagina: Pagina{Titel: "Steekproef " + maandnaam(p.Van), Menu: "/toezicht", Kruimels: []Kruimel{{"Toezicht", "/toezicht"}},
		Lead: "Blikken op meldingen, casussen en verzoeken, door het toeval gekozen. Alles met noodtoegang staat erbij."},
		steekproefRegel: steekproefRegel{Steekproef: p, Maand: maandnaam(p.Van)}, mensen: m, FG: heeftRol(b.persoon, toegang.FG), Oordelen: toezicht.Oordelen, Opvolgingen: toezicht.Opvolgingen}
	v.TeBeoordelen, v.TeBeantwoorden = p.Open()
	return b.toon("steekproef", v)
}

func (w *Web) steekproefOordeel(b *bezoek) error {
	if err := b.ParseForm(); err != nil {
		return afgebroken(err)
	}
	oordelen := map[int64]string{}
	for naam, waarden := range b.PostForm {
		nr, ok := strings.CutPrefix(naam, "oordeel-")
		volgnr, err := strconv.ParseInt(nr, 10, 64)
		if ok && err == nil && waarden[0] != "" {
			oordelen[volgnr] = waarden[0]
		}
	}
	id := b.PathValue("id")
	if err := w.Toezicht.Beoordeel(b.Context(), b.wie, id, oordelen); err != nil {
		return err
	}
	b.zeg("Uw oordelen zijn vastgelegd.")
	return b.naar("/toezicht/steekproeven/" + id)
}

func (w *Web) steekproefAntwoord(b *bezoek) error {
	id := b.PathValue("id")
	volgnr, err := strconv.ParseInt(gepost(b, "volgnr"), 10, 64)
	if err != nil {
		return domein.Missing("web.steekproefAntwoord")
	}
	if err := w.Toezicht.Beantwoord(b.Context(), b.wie, id, volgnr, gepost(b, "opvolging")); err != nil {
		return err
	}
	b.zeg("Vastgelegd wat er is gedaan.")
	return b.naar("/toezicht/steekproeven/" + id)
}

func (w *Web) steekproefTeken(b *bezoek) error {
	id := b.PathValue("id")
	if err := w.Toezicht.Teken(b.Context(), b.wie, id); err != nil {
		return err
	}
	b.zeg("De steekproef is getekend.")
	return b.naar("/toezicht/steekproeven/" + id)
}
