// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"html/template"
	"strings"

	"dwarsverband/beeld"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
)

// bladView is the content of an edition laid out: the same for the preview of a draft and for the public. It is made from rapportage.Inhoud and nothing else.
type bladView struct {
	rapportage.Inhoud
	Titel     string
	Doelen    []doelKaart
	Oordelen  []oordeelTelling
	Afschermt bool // somewhere a figure is shielded
}

// oordeelTelling is how many goals got one judgement.
type oordeelTelling struct {
	Oordeel plan.Oordeel
	Aantal  int
}

// doelKaart is one goal as a card.
type doelKaart struct {
	rapportage.Doel
	Nr       int
	Zin      string
	Waarde   string // of the newest measurement, or empty
	PadTekst string
	Over     string
	Grafiek  template.HTML
	Tabellen []tabelView
	Elders   []tabelVerwijzing // tables that stand with an earlier goal
	Overig   []maatRegel       // indicators that do not measure the goal
}

// tabelVerwijzing says where a table stands.
type tabelVerwijzing struct{ Nr, Doel int }

// maatRegel is an indicator in one line.
type maatRegel struct{ Naam, Tekst string }

// bladVan lays out in. namen are what the municipality calls its levels.
func bladVan(in rapportage.Inhoud, namen gebied.Namen) bladView {
	v := bladView{Inhoud: in, Titel: fmt.Sprintf("%s, %s", in.Plan, in.Tijdvak)}
	count := map[plan.Oordeel]int{}
	placed := map[int]int{} // index of a table -> the goal that it stands with
	for n, d := range in.Doelen {
		k := doelKaart{Doel: d, Nr: n + 1, Zin: d.Zin()}
		if m := d.Meter(); m != nil {
			k.meet(*m, d, in)
		}
		for _, m := range d.Maten {
			if !m.Meter {
				k.Overig = append(k.Overig, maatRegel{m.Naam, maatTekst(m)})
			}
			if m.Tabel < 0 {
				continue
			}
			if at, ok := placed[m.Tabel]; ok {
				if at != k.Nr {
					k.Elders = append(k.Elders, tabelVerwijzing{m.Tabel + 1, at})
				}
				continue
			}
			placed[m.Tabel] = k.Nr
			k.Tabellen = append(k.Tabellen, tabelViews(in.Tabellen[m.Tabel], m.Tabel+1, namen, m.Gebieden)...)
		}
		count[d.Oordeel]++
		v.Doelen = append(v.Doelen, k)
	}
	for _, o := range []plan.Oordeel{plan.Voor, plan.OpSchema, plan.Achter, plan.NietTeZeggen} {
		if count[o] > 0 {
			v.Oordelen = append(v.Oordelen, oordeelTelling{o, count[o]})
		}
	}
	for _, t := range in.Tabellen {
		v.Afschermt = v.Afschermt || t.Verborgen() > 0 || len(t.LetOp) > 0
	}
	return v
}

// Telling says how many goals got which judgement.
func (v bladView) Telling() string {
	if len(v.Doelen) == 0 {
		return "Het plan heeft geen doelen om over te rapporteren."
	}
	words := map[plan.Oordeel]string{plan.Voor: "voor op schema", plan.OpSchema: "op schema", plan.Achter: "achter op schema", plan.NietTeZeggen: "nog niet te zeggen"}
	parts := make([]string, len(v.Oordelen))
	for i, o := range v.Oordelen {
		parts[i] = fmt.Sprintf("%d %s", o.Aantal, words[o.Oordeel])
	}
	doelen := "doelen"
	if len(v.Doelen) == 1 {
		doelen = "doel"
	}
	return fmt.Sprintf("Van %d %s: %s.", len(v.Doelen), doelen, strings.Join(parts, ", "))
}

// SociaalZin says in words how large the share of the social domain is and how it goes.
func (v bladView) SociaalZin() string {
	s := v.Sociaal
	if s.Doelen == 0 {
		return fmt.Sprintf("Bij geen van de %d doelen is een partner uit het sociaal domein aan zet.", s.DoelenTotaal)
	}
	text := fmt.Sprintf("Bij %d van de %d doelen is een partner uit het sociaal domein aan zet, zoals Veilig Thuis, een wijkteam of een zorgaanbieder. Daar horen %d van de %d acties bij.",
		s.Doelen, s.DoelenTotaal, s.Acties, s.ActiesTotaal)
	if s.Voortgang != nil {
		text += fmt.Sprintf(" Die acties zijn gemiddeld voor %d procent klaar", *s.Voortgang)
		if s.VoortgangOvrig != nil {
			text += fmt.Sprintf(", de andere voor %d procent", *s.VoortgangOvrig)
		}
		text += "."
	}
	return text
}

// Alineas splits a text where its writer left a line empty.
func (v bladView) Alineas(s string) []string { return alineas(s) }

// Alineas splits a text where its writer left a line empty.
func (k doelKaart) Alineas(s string) []string { return alineas(s) }

func alineas(s string) []string {
	var list []string
	for _, part := range strings.Split(s, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// Zonder says why there is no figure.
func (k doelKaart) Zonder() string {
	if m := k.Meter(); m != nil && m.Afgeschermd {
		return "afgeschermd"
	}
	return "geen cijfer"
}

// StreefTekst is the target.
func (k doelKaart) StreefTekst() string {
	if k.Streef == nil {
		return ""
	}
	return rapportage.Schrijf(k.Streef.Waarde)
}

// meet fills in the figures of the indicator that measures the goal.
func (k *doelKaart) meet(m rapportage.Maat, d rapportage.Doel, in rapportage.Inhoud) {
	k.Over = m.Over
	if m.Waarde != nil {
		k.Waarde = rapportage.Schrijf(*m.Waarde)
	}
	if m.Pad != nil {
		k.PadTekst = rapportage.Schrijf(*m.Pad)
	}
	k.Grafiek = maatGrafiek(m, d, k.Nr, m.Tabel >= 0 && in.Tabellen[m.Tabel].Open)
}

func maatTekst(m rapportage.Maat) string {
	if m.Waarde == nil {
		return m.Reden
	}
	text := fmt.Sprintf("%s %s (%s)", rapportage.Schrijf(*m.Waarde), m.Eenheid, m.Over)
	if m.Voorlopig {
		text += ", voorlopig"
	}
	return text
}

// maatGrafiek draws what was measured and the path. A period that is not shown is a gap in the line and says so; where nothing is shown there is no chart.
func maatGrafiek(m rapportage.Maat, d rapportage.Doel, nr int, open bool) template.HTML {
	if len(m.Punten) == 0 {
		return ""
	}
	var points []beeld.Reekspunt
	for _, p := range m.Punten {
		value := p.Waarde
		points = append(points, beeld.Reekspunt{Maand: eindmaand(p.Periode, m.Stap), Waarde: &value, Voorlopig: p.Voorlopig})
	}
	o := beeld.ReeksOpties{ID: fmt.Sprintf("doel-%d", nr), Titel: m.Naam, Eenheid: m.Eenheid, Stap: m.Stap, Breedte: 480, Hoogte: 230}
	if !open {
		o.GatNaam = "niet getoond"
	}
	if m.Meter && d.Nul != nil && d.Streef != nil {
		o.Pad = &beeld.Pad{Van: eindmaand(d.Nul.Periode, m.Stap), VanWaarde: d.Nul.Waarde, Tot: eindmaand(d.Streef.Periode, m.Stap), TotWaarde: d.Streef.Waarde}
	}
	return template.HTML(beeld.Reeks(points, o))
}

// hoofdwoord begins a word with a capital.
func hoofdwoord(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
