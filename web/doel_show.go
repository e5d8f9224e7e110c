// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"html/template"

	"dwarsverband/beeld"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/verband"
)

type doelView struct {
	Pagina
	plan.DoelZicht
	Kan          plan.Kan
	Partnernaam  string // of the kind of partner
	Sociaal      bool   // the partner is of the social domain
	Gebiednamen  []gebiednaam
	Grafiek      template.HTML
	Rijen        []metingRij
	Indicatoren  []indicatorView
	Verbanden    verbandenView
	Geschiedenis []plan.Bewerking
}

// gebiednaam is an area with its name.
type gebiednaam struct{ Code, Naam string }

// metingRij is one measurement in the table beside a chart. Tot is set where the row stands for several periods that were not published.
type metingRij struct {
	plan.Meting
	Tot string
	Pad *float64
}

// doelShow shows one goal: where it started, where it stands against its path, who does what for it and what it is tied to.
func (w *Web) doelShow(b *bezoek) error {
	d, err := w.Plan.ToonDoel(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v := &doelView{Pagina: Pagina{Titel: d.Tekst, Menu: "/plannen", Kruimels: planKruimels(d.Plan)}, DoelZicht: d, Kan: w.Plan.Kan(b.wie, d.Plan)}
	soort, _ := plan.PartnersoortVan(d.Partnersoort)
	v.Partnernaam, v.Sociaal = soort.Naam, soort.Sociaal
	v.Grafiek = doelGrafiek(d)
	v.Rijen = metingRijen(d.Metingen(), &d.Doel)
	areas, err := w.Gebied.Lijst(b.Context(), b.wie, false)
	if err != nil {
		return err
	}
	v.Gebiednamen = gebiednamen(areas, d.Gebieden)
	for i, x := range d.Indicatoren {
		v.Indicatoren = append(v.Indicatoren, indicatorVan(x, areas, i == d.Meter))
	}
	if v.Verbanden, err = w.verbandenVan(b, verband.Eind{Soort: verband.Doel, ID: d.Doel.ID}); err != nil {
		return err
	}
	if v.Geschiedenis, err = w.Plan.Geschiedenis(b.Context(), b.wie, "doel", d.Doel.ID); err != nil {
		return err
	}
	return b.toon("doel", v)
}

func gebiednamen(areas []gebied.Gebied, codes []string) []gebiednaam {
	names := map[string]string{}
	for _, a := range areas {
		names[a.Code] = a.Naam
	}
	var list []gebiednaam
	for _, code := range codes {
		naam := names[code]
		if naam == "" {
			naam = code
		}
		list = append(list, gebiednaam{code, naam})
	}
	return list
}

// doelGrafiek draws the measurements and the path from baseline to target. The table beside it has the same numbers.
func doelGrafiek(d plan.DoelZicht) template.HTML {
	punten, stap := metingPunten(d.Metingen())
	o := beeld.ReeksOpties{ID: "doel-" + d.Doel.ID, Titel: d.Tekst, Eenheid: d.Eenheid, Stap: stap, YVrij: d.Meter >= 0 && !telbaar(d.Indicatoren[d.Meter])}
	if _, ok := plan.PadOp(d.Doel, d.Streefperiode); ok {
		o.Pad = &beeld.Pad{Van: eindmaand(d.Nulperiode, stap), VanWaarde: *d.Nulmeting, Tot: eindmaand(d.Streefperiode, stap), TotWaarde: *d.Streef}
	}
	if len(punten) == 0 && o.Pad == nil {
		return ""
	}
	return template.HTML(beeld.Reeks(punten, o))
}

// telbaar tells whether an indicator counts, so that its axis begins at zero.
func telbaar(i plan.IndicatorZicht) bool {
	for _, k := range i.Soorten {
		if !k.Telling() {
			return false
		}
	}
	return true
}

// metingRijen are the rows of the table: newest first, with the path of d where there is one, and periods that were not published yet as one row.
func metingRijen(metingen []plan.Meting, d *plan.Doel) []metingRij {
	var rows []metingRij
	for i := len(metingen) - 1; i >= 0; i-- {
		m := metingen[i]
		if n := len(rows); n > 0 && m.Status == plan.NietGepubliceerd && rows[n-1].Status == plan.NietGepubliceerd {
			if rows[n-1].Tot == "" {
				rows[n-1].Tot = rows[n-1].Naam()
			}
			rows[n-1].Meting = m
			continue
		}
		r := metingRij{Meting: m}
		if d != nil && m.Status != plan.NietGepubliceerd {
			if pad, ok := plan.PadOp(*d, m.Periode); ok {
				r.Pad = &pad
			}
		}
		rows = append(rows, r)
	}
	return rows
}
