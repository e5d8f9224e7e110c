// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"html/template"
	"net/http"

	"dwarsverband/beeld"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/plan"
)

type planView struct {
	Pagina
	plan.Overzicht
	Prioriteiten []prioriteitView
	Loopt        bool
	Organ        string // who decides, with its article
	Waarschuwing []plan.Waarschuwing
	Fout         *formulier // what an action ran into, or nil
}

// prioriteitView is a priority with its goals.
type prioriteitView struct {
	plan.Prioriteit
	Veldnaam, Themanaam string
	Doelen              []doelRegel
	Leeg                bool // no goals, so that it can be removed
}

// doelRegel is a goal in one row, with its course as a sparkline.
type doelRegel struct {
	plan.DoelZicht
	Vonk template.HTML
}

// planShow shows one plan: what it wants, how that stands and what is done for it.
func (w *Web) planShow(b *bezoek) error { return w.planToon(b, http.StatusOK, nil) }

// planToon shows the plan with what an action on it ran into.
func (w *Web) planToon(b *bezoek, status int, fout *formulier) error {
	o, err := w.Plan.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v := &planView{Pagina: Pagina{Titel: o.Titel, Menu: "/plannen", Kruimels: []Kruimel{{"Plannen", "/plannen"}}}, Overzicht: o, Loopt: o.Loopt(b.vandaag()), Fout: fout}
	v.Lead = o.Soort.Naam() + ", " + datum(o.Van) + " tot en met " + datum(o.Tot)
	v.Organ = map[plan.Orgaan]string{plan.Raad: "de raad", plan.College: "het college"}[o.Soort.Orgaan()]
	for _, p := range o.Prioriteiten {
		v.Prioriteiten = append(v.Prioriteiten, prioriteitRegel(p, o.Doelen))
	}
	all, err := w.Plan.Waakhond(b.Context(), b.wie)
	if err != nil {
		return err
	}
	for _, x := range all {
		if x.Plan == o.ID {
			x.Plan = "" // this is its page
			v.Waarschuwing = append(v.Waarschuwing, x)
		}
	}
	return b.toonMet(status, "plan", v)
}

func prioriteitRegel(p plan.Prioriteit, doelen []plan.DoelZicht) prioriteitView {
	v := prioriteitView{Prioriteit: p}
	if veld, ok := plan.VeldVan(p.Veld); ok {
		v.Veldnaam = veld.Naam
	}
	if thema, ok := plan.ThemaVan(p.Thema); ok {
		v.Themanaam = thema.Naam
	}
	for _, d := range doelen {
		if d.Doel.Prioriteit == p.ID {
			v.Doelen = append(v.Doelen, doelRegel{d, vonk(d)})
		}
	}
	v.Leeg = len(v.Doelen) == 0
	return v
}

// vonk draws the course of a goal small; the row says the same in words.
func vonk(d plan.DoelZicht) template.HTML {
	punten, stap := metingPunten(d.Metingen())
	if len(punten) == 0 {
		return ""
	}
	return template.HTML(beeld.Vonk(punten, beeld.VonkOpties{ID: "vonk-" + d.ID, Titel: d.Tekst, Stap: stap}))
}

// metingPunten gives measurements as the points of a chart, and how many months there are between two of them. Months that were never published at the end are left
// out: the table says so, and a chart of empty years shows nothing.
func metingPunten(metingen []plan.Meting) (punten []beeld.Reekspunt, stap int) {
	last := -1
	for i, m := range metingen {
		if m.Waarde != nil || m.Status == plan.TeKlein {
			last = i
		}
	}
	stap = 1
	for _, m := range metingen[:last+1] {
		stap = 12 / m.Periode.Lengte().PerJaar()
		jaar, maand := m.Periode.Start()
		punten = append(punten, beeld.Reekspunt{Maand: beeld.NewMaand(jaar, maand), Waarde: m.Waarde, Voorlopig: m.Status == plan.Voorlopig})
	}
	return punten, stap
}

// eindmaand gives the place on the axis of a chart with steps of stap months at which a period ends.
func eindmaand(p cijfer.Periode, stap int) beeld.Maand {
	jaar, maand := p.Eind()
	return beeld.NewMaand(jaar, maand) - beeld.Maand(stap-1)
}
