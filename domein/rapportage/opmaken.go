// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"slices"

	"dwarsverband/domein/plan"
)

// maakOp makes what r says from facts: the same facts always make the same report.
func (f *feiten) maakOp(r Rapportage) (Inhoud, error) {
	in := Inhoud{
		Plan: f.plan.Titel, Soort: f.plan.Soort, PlanVan: f.plan.Van, PlanTot: f.plan.Tot, Besluit: besluitVan(f.plan), Van: f.plan.Vaststelling.Datum, Merk: f.plan.Merk,
		Tijdvak: r.Tijdvak, Inleiding: r.Velden[VeldInleiding].Waarde, Minimum: f.instelling.Minimum, Personen: f.instelling.Personen,
	}
	var indicatoren []plan.Indicator
	for _, d := range f.doelen {
		for _, i := range f.vanDoel(d.ID) {
			if !slices.ContainsFunc(indicatoren, func(x plan.Indicator) bool { return x.ID == i.ID }) {
				indicatoren = append(indicatoren, i)
			}
		}
	}
	groups := groepen(indicatoren, f)
	for _, g := range groups {
		t := Tabel{Open: g.open}
		if g.open || g.telt() {
			var err error
			if t, err = f.tabel(g, r); err != nil {
				return Inhoud{}, err
			}
		}
		in.Tabellen = append(in.Tabellen, t)
	}
	for _, d := range f.doelen {
		in.Doelen = append(in.Doelen, f.doel(d, r, groups, in.Tabellen))
	}
	in.Sociaal = f.sociaal(in.Doelen)
	in.Bronnen = f.bronnenlijst(indicatoren)
	in.zonderLeeg()
	return in, nil
}

func besluitVan(p plan.Plan) string {
	v := p.Vaststelling
	if v.Nummer == "" {
		return ""
	}
	return v.Naam() + " " + v.Nummer
}

// doel makes the card of one goal. Which text belongs to it stands in the fields of the report.
func (f *feiten) doel(d plan.Doel, r Rapportage, groups []groep, tables []Tabel) Doel {
	kind, _ := plan.PartnersoortVan(d.Partnersoort)
	out := Doel{
		ID: d.ID, Tekst: d.Tekst, Prioriteit: f.prioriteiten[d.Prioriteit].Titel, Partner: d.Partner, Sociaal: kind.Sociaal, Richting: d.Richting, Eenheid: d.Eenheid,
		Oordeel: plan.NietTeZeggen, Reden: "Er is nog geen indicator die dit doel meet.",
		Duiding: r.Velden[VeldDuiding(d.ID)].Waarde, Bijstelling: r.Velden[VeldBijstelling(d.ID)].Waarde,
	}
	if d.Nulmeting != nil {
		out.Nul = &Punt{Periode: d.Nulperiode, Waarde: *d.Nulmeting}
	}
	if d.Streef != nil {
		out.Streef = &Punt{Periode: d.Streefperiode, Waarde: *d.Streef}
	}
	list := f.vanDoel(d.ID)
	// As on the page of the goal: the first indicator in its own unit measures it.
	meter := slices.IndexFunc(list, func(i plan.Indicator) bool { return i.Eenheid == d.Eenheid })
	for n, i := range list {
		at := slices.IndexFunc(groups, func(g groep) bool { return g.heeft(i.ID) })
		if at < 0 {
			continue
		}
		m, stand := f.maat(d, i, n == meter, r, tables[at], at)
		if n == meter {
			out.Oordeel, out.Reden = stand.Oordeel, stand.Reden
		}
		out.Maten = append(out.Maten, m)
	}
	for _, a := range f.acties {
		if a.Doel == d.ID {
			out.Acties = append(out.Acties, Actie{a.Wat, a.Status, a.Voortgang})
		}
	}
	return out
}

func (f *feiten) bronnenlijst(indicatoren []plan.Indicator) []Bron {
	var codes []string
	for _, i := range indicatoren {
		codes = append(codes, i.Soorten()...)
	}
	var list []Bron
	for _, b := range f.bronnenVan(codes) {
		list = append(list, Bron{b.Naam, b.Houder, b.Licentie, b.Openbaar, b.Verzonnen})
	}
	return list
}

// zonderLeeg drops tables without blocks and lets the indicators point at those that are left.
func (in *Inhoud) zonderLeeg() {
	at := make([]int, len(in.Tabellen))
	var kept []Tabel
	for i, t := range in.Tabellen {
		if at[i] = -1; len(t.Blokken) > 0 || len(t.LetOp) > 0 {
			at[i] = len(kept)
			kept = append(kept, t)
		}
	}
	in.Tabellen = kept
	for _, d := range in.Doelen {
		for n := range d.Maten {
			if m := &d.Maten[n]; m.Tabel >= 0 {
				m.Tabel = at[m.Tabel]
			}
		}
	}
}

// sociaal counts the goals whose partner works in the social domain, the measures that serve them and how those go.
func (f *feiten) sociaal(doelen []Doel) Sociaal {
	s := Sociaal{DoelenTotaal: len(doelen)}
	var with, without []Actie
	for n, d := range doelen {
		if !d.Sociaal {
			without = append(without, d.Acties...)
			continue
		}
		with = append(with, d.Acties...)
		kind, _ := plan.PartnersoortVan(f.doelen[n].Partnersoort)
		row := SociaalRegel{Doel: d.Tekst, Partner: d.Partner, Soort: kind.Naam, Oordeel: d.Oordeel, Acties: len(d.Acties), Voortgang: gemiddeld(d.Acties)}
		for _, a := range d.Acties {
			if a.Status == plan.Gereed {
				row.Gereed++
			}
		}
		s.Doelen++
		s.Regels = append(s.Regels, row)
	}
	s.Acties, s.ActiesTotaal = len(with), len(with)+len(without)
	s.Voortgang, s.VoortgangOvrig = gemiddeld(with), gemiddeld(without)
	return s
}

// gemiddeld gives the mean progress in per cent; nil without measures that run: a measure that was stopped says nothing of progress.
func gemiddeld(acties []Actie) *int {
	sum, n := 0, 0
	for _, a := range acties {
		if a.Status != plan.Gestopt {
			sum, n = sum+a.Voortgang, n+1
		}
	}
	if n == 0 {
		return nil
	}
	mean := (sum + n/2) / n
	return &mean
}

// soortenVan lists the kinds that indicators count or divide by.
func soortenVan(indicatoren []plan.Indicator) []string {
	var codes []string
	for _, i := range indicatoren {
		codes = append(codes, i.Soorten()...)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
