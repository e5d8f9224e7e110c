// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"time"

	"dwarsverband/domein/rapportage"
)

// Rapportage is one edition of a report.
type Rapportage struct {
	ID       string    `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Versie   int       `json:"versie" doc:"Stuur dit mee bij een wijziging of vrijgave" example:"3"`
	Plan     string    `json:"plan" doc:"Kenmerk van het plan"`
	Titel    string    `json:"titel" doc:"Titel van het plan" example:"Integraal veiligheidsplan 2023-2026"`
	Merk     string    `json:"merk,omitempty" doc:"Staat bij een plan dat niet van de gemeente is" example:"voorbeeld, niet van de gemeente"`
	Tijdvak  string    `json:"tijdvak" doc:"Periode waarover de rapportage gaat" example:"2026KW01-2026KW02"`
	Periode  string    `json:"periode" doc:"Periode, voluit" example:"eerste halfjaar 2026"`
	Editie   int       `json:"editie" doc:"Nummer van de editie, vanaf 1" example:"1"`
	Vervangt string    `json:"vervangt,omitempty" doc:"Kenmerk van de editie die deze verbetert"`
	Status   string    `json:"status" enum:"concept,vrijgegeven,ingetrokken" doc:"Ingetrokken: een nieuwere editie is ervoor in de plaats gekomen" example:"vrijgegeven"`
	Openbaar bool      `json:"openbaar" doc:"Of iedereen de rapportage nu kan lezen" example:"true"`
	Vrijgave *vrijgave `json:"vrijgave,omitempty" doc:"Ontbreekt bij een concept"`
}

type vrijgave struct {
	Besluit string    `json:"besluit" doc:"Nummer van het collegebesluit" example:"2026-B-311"`
	Datum   string    `json:"datum" format:"date" doc:"Dag van het collegebesluit" example:"2026-09-08"`
	Vanaf   time.Time `json:"openbaarVanaf" doc:"Moment waarop de rapportage openbaar wordt" example:"2026-09-17T17:30:00Z"`
	Door    string    `json:"vrijgegevenDoor" doc:"Wie de rapportage vrijgaf" example:"Hendrik Aalbers"`
}

// RapportageGeheel is an edition with what it says: a draft as it would go out, a released one as it went out.
type RapportageGeheel struct {
	Rapportage
	Afdruk    string            `json:"afdruk" doc:"Afdruk van de inhoud; stuur dit mee bij de vrijgave" example:"9f1c2a4b5d6e7f80"`
	Inleiding string            `json:"inleiding" doc:"Inleiding; leeg als die er niet is"`
	Doelen    []RapportageDoel  `json:"doelen" nullable:"false" doc:"De doelen van het plan"`
	Tabellen  []RapportageTabel `json:"tabellen" nullable:"false" doc:"De cijfers achter de doelen; kleine aantallen zijn afgeschermd"`
	Sociaal   RapportageSociaal `json:"sociaalDomein" doc:"Aandeel van partners in het sociaal domein"`
}

// RapportageDoel is where one goal stands.
type RapportageDoel struct {
	ID          string   `json:"id" doc:"Kenmerk van het doel"`
	Tekst       string   `json:"tekst" doc:"Het doel"`
	Oordeel     string   `json:"oordeel" enum:"op schema,achter,voor,nog niet te zeggen" doc:"Hoe het doel staat ten opzichte van het pad" example:"op schema"`
	Zin         string   `json:"zin" doc:"De stand in een zin"`
	Waarde      *float64 `json:"waarde,omitempty" doc:"Laatste meting; ontbreekt als die er niet is of is afgeschermd" example:"10.6"`
	Pad         *float64 `json:"pad,omitempty" doc:"Wat het pad in die periode vraagt" example:"11.4"`
	Eenheid     string   `json:"eenheid" doc:"Eenheid" example:"per 1.000 woningen"`
	Afgeschermd bool     `json:"afgeschermd" doc:"Of de meting is afgeschermd" example:"false"`
	Duiding     string   `json:"duiding" doc:"Wat de cijfers betekenen; leeg als dat er nog niet staat"`
	Bijstelling string   `json:"bijstelling" doc:"Voorstel voor bijstelling; leeg als dat er niet is"`
	Partner     string   `json:"partner" doc:"Partner" example:"Veilig Thuis"`
	Sociaal     bool     `json:"sociaalDomein" doc:"Of de partner in het sociaal domein werkt" example:"true"`
}

// RapportageTabel is one table, cell by cell.
type RapportageTabel struct {
	Titel   string          `json:"titel" doc:"Wat er is geteld" example:"Meldingen huiselijk geweld"`
	Eenheid string          `json:"eenheid" doc:"Eenheid" example:"aantal"`
	Niveau  string          `json:"niveau" doc:"Niveau van de gebieden" example:"wijk"`
	Bron    string          `json:"bron" doc:"Bron van de cijfers"`
	LetOp   []string        `json:"letOp" nullable:"false" doc:"Wat er is weggelaten, en waarom"`
	Cellen  []RapportageCel `json:"cellen" nullable:"false" doc:"De cellen, met de totalen; zonder gebied: alle gebieden samen"`
}

// RapportageCel is one place of a table.
type RapportageCel struct {
	Gebied  string   `json:"gebied,omitempty" doc:"CBS-code; ontbreekt bij een totaal" example:"WK999001"`
	Soort   string   `json:"soort,omitempty" doc:"Soort cijfer; ontbreekt bij een totaal over soorten of perioden" example:"hg-meldingen"`
	Periode string   `json:"periode,omitempty" doc:"Periode; ontbreekt bij een totaal" example:"eerste halfjaar 2026"`
	Stand   string   `json:"stand" enum:"getoond,afgeschermd,geen cijfer,geheim bij de bron" doc:"Of de waarde er staat, en anders waarom niet" example:"getoond"`
	Waarde  *float64 `json:"waarde,omitempty" doc:"Ontbreekt als de waarde niet wordt getoond" example:"18"`
}

// RapportageSociaal is the share of the social domain.
type RapportageSociaal struct {
	Doelen       int `json:"doelen" doc:"Doelen met een partner in het sociaal domein" example:"1"`
	DoelenTotaal int `json:"doelenTotaal" doc:"Alle doelen" example:"6"`
	Acties       int `json:"acties" doc:"Acties bij die doelen" example:"2"`
	ActiesTotaal int `json:"actiesTotaal" doc:"Alle acties" example:"9"`
	Voortgang    int `json:"voortgang" doc:"Gemiddelde voortgang van die acties, in procenten" example:"75"`
}

func (a *API) rapportageUit(r rapportage.Rapportage) Rapportage {
	out := Rapportage{ID: r.ID, Versie: r.Versie, Plan: r.Plan, Titel: r.Titel, Merk: r.Merk, Tijdvak: r.Tijdvak.Code(), Periode: r.Tijdvak.String(), Editie: r.Editie,
		Vervangt: r.Vervangt, Status: string(r.Status), Openbaar: r.Openbaar(a.Rapportage.Nu())}
	if r.Status != rapportage.Concept {
		out.Vrijgave = &vrijgave{r.Vrijgave.Besluit, r.Vrijgave.Datum.String(), r.Vrijgave.Vanaf.Time(), r.Vrijgave.Naam}
	}
	return out
}

func (a *API) rapportageGeheel(b rapportage.Blad) RapportageGeheel {
	s := b.Inhoud.Sociaal
	out := RapportageGeheel{Rapportage: a.rapportageUit(b.Rapportage), Afdruk: b.Afdruk, Inleiding: b.Inhoud.Inleiding, Doelen: []RapportageDoel{}, Tabellen: []RapportageTabel{},
		Sociaal: RapportageSociaal{Doelen: s.Doelen, DoelenTotaal: s.DoelenTotaal, Acties: s.Acties, ActiesTotaal: s.ActiesTotaal}}
	if s.Voortgang != nil {
		out.Sociaal.Voortgang = *s.Voortgang
	}
	for _, d := range b.Inhoud.Doelen {
		g := RapportageDoel{ID: d.ID, Tekst: d.Tekst, Oordeel: string(d.Oordeel), Zin: d.Zin(), Eenheid: d.Eenheid, Duiding: d.Duiding, Bijstelling: d.Bijstelling,
			Partner: d.Partner, Sociaal: d.Sociaal}
		if m := d.Meter(); m != nil {
			g.Waarde, g.Pad, g.Afgeschermd = m.Waarde, m.Pad, m.Afgeschermd
		}
		out.Doelen = append(out.Doelen, g)
	}
	for _, t := range b.Inhoud.Tabellen {
		out.Tabellen = append(out.Tabellen, rapportageTabel(t))
	}
	return out
}

var celstanden = map[rapportage.Celstand]string{rapportage.Getoond: "getoond", rapportage.Afgeschermd: "afgeschermd", rapportage.GeenCijfer: "geen cijfer", rapportage.BronGeheim: "geheim bij de bron"}

func rapportageTabel(t rapportage.Tabel) RapportageTabel {
	out := RapportageTabel{Titel: t.Titel, Eenheid: t.Eenheid, Niveau: string(t.Niveau), Bron: t.Bron, LetOp: append([]string{}, t.LetOp...), Cellen: []RapportageCel{}}
	for _, b := range t.Blokken {
		for i, row := range b.Raster {
			for j, c := range row {
				stand, ok := celstanden[c.Stand]
				if !ok {
					continue
				}
				cell := RapportageCel{Stand: stand, Waarde: c.Waarde}
				if i < len(b.Rijen) {
					cell.Gebied = b.Rijen[i].Code
				}
				if j < len(b.Kolommen) {
					cell.Soort, cell.Periode = b.Kolommen[j].Soort, b.Kolommen[j].Over()
				}
				out.Cellen = append(out.Cellen, cell)
			}
		}
	}
	return out
}
