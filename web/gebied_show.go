// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"fmt"
	"html/template"
	"slices"

	"dwarsverband/beeld"
	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/geo"
)

// gebiedView is everything about one area.
type gebiedView struct {
	Pagina
	Gebied   gebied.Gebied
	Niveau   string // local name
	Inwoners string
	Kaartje  template.HTML
	Ligging  string
	Groepen  []cijferGroep
	Zonder   []string // kinds of which this area has no figure
	Filter   filter   // the kinds that a chart can be shown of
	Reeks    *reeksView
	Kinderen *kinderenView
	Werk     gebiedWerk
	Geen     string // why the visitor sees no figures; empty where he may
}

// kinderenView are the areas inside an area, with the figure that is chosen.
type kinderenView struct {
	Naam  string // local name, plural
	Kop   string
	Rijen []kaartRij
}

// gebiedShow shows one area.
func (w *Web) gebiedShow(b *bezoek) error {
	ctx, code := b.Context(), b.PathValue("code")
	areas, err := w.Gebied.Lijst(ctx, b.wie, true)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(areas, func(a gebied.Gebied) bool { return a.Code == code })
	if i < 0 {
		return domein.Missing("web.gebiedShow")
	}
	a := areas[i]
	v := &gebiedView{Pagina: Pagina{Titel: a.Naam, Menu: "/kaart"}, Gebied: a, Niveau: b.tenant.Namen.Van(a.Niveau).Enkelvoud}
	v.Kruimels = append([]Kruimel{{"Kaart", "/kaart"}, {"Gebieden", "/gebieden"}}, ouders(areas, a)...)
	v.Lead = v.beschrijf(areas)
	v.Kaartje = v.ligging(w.vormen.licht(b.tenant.ID, areas), areas)
	if v.Werk, err = w.gebiedWerk(b, code); err != nil {
		return err
	}
	soort, err := v.cijfers(b)
	var e *domein.Error
	switch {
	case errors.As(err, &e) && e.Kind == domein.Forbidden: // areas are for everybody who works here, figures are not
		v.Geen = e.Melding
		return b.toon("gebied", v)
	case err != nil:
		return err
	case soort == "":
		return b.toon("gebied", v)
	}
	if v.Reeks, err = b.reeks(soort, a, b.tenant.Namen); err != nil {
		return err
	}
	if v.Kinderen, err = b.kinderen(soort, areas, a); err != nil {
		return err
	}
	return b.toon("gebied", v)
}

// ouders are the areas that a lies in, from large to small.
func ouders(areas []gebied.Gebied, a gebied.Gebied) []Kruimel {
	var chain []Kruimel
	for range gebied.Niveaus() {
		i := slices.IndexFunc(areas, func(o gebied.Gebied) bool { return o.Code == a.Ouder })
		if i < 0 {
			break
		}
		a = areas[i]
		chain = append(chain, Kruimel{a.Naam, "/gebieden/" + a.Code})
	}
	slices.Reverse(chain)
	return chain
}

func (v *gebiedView) beschrijf(areas []gebied.Gebied) string {
	s := hoofdletter(v.Niveau)
	if chain := ouders(areas, v.Gebied); len(chain) > 0 {
		s += " in " + chain[len(chain)-1].Naam
	}
	return s + fmt.Sprintf(", code %s, indeling van %d.", v.Gebied.Code, v.Gebied.Jaargang)
}

// ligging draws where the area lies: among its neighbours of the same level, inside the area around it.
func (v *gebiedView) ligging(light map[string]geo.MultiPolygon, areas []gebied.Gebied) template.HTML {
	var shapes []beeld.Vlak
	frame, level := geo.Box{}, v.Gebied.Niveau
	if level == gebied.Gemeente {
		level = gebied.Wijk
	}
	for _, a := range areas {
		if a.Niveau != level {
			if a.Code == v.Gebied.Ouder && a.Niveau == gebied.Wijk {
				frame = ruimer(geo.Bounds(light[a.Code]))
				v.Ligging = a.Naam
			}
			continue
		}
		s := beeld.Vlak{ID: a.Code, Naam: a.Naam, Vorm: light[a.Code], Waarde: v.Niveau}
		if a.Code == v.Gebied.Code {
			s.Klasse = 3
		}
		shapes = append(shapes, s)
	}
	return template.HTML(beeld.Kaart(shapes, beeld.KaartOpties{ID: "ligging", Titel: "Ligging van " + v.Gebied.Naam, Breedte: 340, MaxHoogte: 300, Kader: frame,
		Gekozen: v.Gebied.Code}))
}

// ruimer adds a border of a quarter, so that the neighbours are in sight.
func ruimer(b geo.Box) geo.Box {
	x, y := b.Width()/4, b.Height()/4
	return geo.Box{MinX: b.MinX - x, MinY: b.MinY - y, MaxX: b.MaxX + x, MaxY: b.MaxY + y}
}

// kinderen shows the areas inside a, on the kind that is chosen; nil where there are none.
func (b *bezoek) kinderen(soort string, areas []gebied.Gebied, a gebied.Gebied) (*kinderenView, error) {
	children := kinderen(areas, a.Code)
	if len(children) == 0 {
		return nil, nil
	}
	data, err := b.web.Cijfer.Vergelijk(b.Context(), b.wie, cijfer.Keuze{Soort: soort, Jaarsom: true})
	if err != nil {
		return nil, err
	}
	level := children[0].Niveau
	v := &kinderenView{Naam: b.tenant.Namen.Van(level).Meervoud, Kop: data.Soort.Naam + ", " + tijdvak(data.Keuze, data.Keuze.Tot)}
	k := &kaartView{Soort: data.Soort, Keuze: kaartKeuze{Keuze: data.Keuze, Niveau: level}}
	for _, c := range children {
		v.Rijen = append(v.Rijen, k.rij(c, data.Rij(c.Code)))
	}
	return v, nil
}
