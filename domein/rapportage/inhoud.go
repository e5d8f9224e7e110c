// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
)

// Inhoud is what an edition says. It is made of figures that may be seen and of text that somebody wrote for the raad; nothing else is in it, so whoever holds it can
// show all of it. The preview of a draft is the same thing, made on the spot.
type Inhoud struct {
	Plan      string       `json:"plan"` // title
	Soort     plan.Soort   `json:"soort"`
	PlanVan   termijn.Date `json:"plan_van"`
	PlanTot   termijn.Date `json:"plan_tot"`
	Besluit   string       `json:"besluit,omitempty"` // by which the plan was adopted: "raadsbesluit 2025-118"
	Van       termijn.Date `json:"besluit_van,omitzero"`
	Merk      string       `json:"merk,omitempty"`
	Tijdvak   Tijdvak      `json:"tijdvak"`
	Inleiding string       `json:"inleiding,omitempty"`
	Doelen    []Doel       `json:"doelen"`
	Tabellen  []Tabel      `json:"tabellen"`
	Sociaal   Sociaal      `json:"sociaal"`
	Bronnen   []Bron       `json:"bronnen"`
	Minimum   int          `json:"minimum"`
	Personen  int          `json:"personen"`
}

// Doel is one goal of the report.
type Doel struct {
	ID          string        `json:"id"`
	Tekst       string        `json:"tekst"`
	Prioriteit  string        `json:"prioriteit,omitempty"`
	Partner     string        `json:"partner,omitempty"`
	Sociaal     bool          `json:"sociaal,omitempty"` // the partner works in the social domain
	Richting    plan.Richting `json:"richting,omitempty"`
	Eenheid     string        `json:"eenheid,omitempty"`
	Nul         *Punt         `json:"nul,omitempty"`
	Streef      *Punt         `json:"streef,omitempty"`
	Maten       []Maat        `json:"maten,omitempty"`
	Oordeel     plan.Oordeel  `json:"oordeel"`
	Reden       string        `json:"reden,omitempty"` // why nothing can be said
	Duiding     string        `json:"duiding,omitempty"`
	Bijstelling string        `json:"bijstelling,omitempty"`
	Acties      []Actie       `json:"acties,omitempty"`
}

// Meter gives the indicator that measures the goal, or nil.
func (d Doel) Meter() *Maat {
	for i := range d.Maten {
		if d.Maten[i].Meter {
			return &d.Maten[i]
		}
	}
	return nil
}

// Punt is a value in a period.
type Punt struct {
	Periode   cijfer.Periode `json:"p"`
	Waarde    float64        `json:"w"`
	Voorlopig bool           `json:"v,omitempty"`
}

// Maat is what one indicator measured. A measurement that would tell what a table hides is not in it.
type Maat struct {
	Naam        string   `json:"naam"`
	Definitie   string   `json:"definitie"`
	Eenheid     string   `json:"eenheid"`
	Meter       bool     `json:"meter,omitempty"` // this indicator measures the goal: it has a path
	Waarde      *float64 `json:"waarde,omitempty"`
	Over        string   `json:"over,omitempty"` // what Waarde covers: "12 maanden tot en met juni 2026"
	Voorlopig   bool     `json:"voorlopig,omitempty"`
	Pad         *float64 `json:"pad,omitempty"` // what the path asks there
	Punten      []Punt   `json:"punten,omitempty"`
	Stap        int      `json:"stap,omitempty"` // months from one point to the next
	Afgeschermd bool     `json:"afgeschermd,omitempty"`
	Reden       string   `json:"reden,omitempty"`    // why there is no value
	Tabel       int      `json:"tabel"`              // index in Inhoud.Tabellen, or -1
	Gebieden    []string `json:"gebieden,omitempty"` // codes of the areas that are measured
}

// Actie is a measure as the raad follows it.
type Actie struct {
	Wat       string           `json:"wat"`
	Status    plan.ActieStatus `json:"status"`
	Voortgang int              `json:"voortgang"` // per cent
}

// Sociaal is the share of partners in the social domain (Wmo 2015 art. 2.1.2 lid 6; letter 6b).
type Sociaal struct {
	Doelen         int            `json:"doelen"` // goals with such a partner
	DoelenTotaal   int            `json:"doelen_totaal"`
	Acties         int            `json:"acties"` // measures for those goals
	ActiesTotaal   int            `json:"acties_totaal"`
	Voortgang      *int           `json:"voortgang,omitempty"` // per cent, mean over those measures
	VoortgangOvrig *int           `json:"voortgang_overig,omitempty"`
	Regels         []SociaalRegel `json:"regels,omitempty"`
}

// SociaalRegel is one goal with a partner in the social domain.
type SociaalRegel struct {
	Doel      string       `json:"doel"`
	Partner   string       `json:"partner"`
	Soort     string       `json:"soort"`
	Oordeel   plan.Oordeel `json:"oordeel"`
	Acties    int          `json:"acties"`
	Gereed    int          `json:"gereed"`
	Voortgang *int         `json:"voortgang,omitempty"`
}

// Bron is where figures come from.
type Bron struct {
	Naam      string `json:"naam"`
	Houder    string `json:"houder"`
	Licentie  string `json:"licentie,omitempty"`
	Openbaar  bool   `json:"openbaar"`
	Verzonnen bool   `json:"verzonnen,omitempty"`
}

// Tabel is the figures behind one or more indicators.
type Tabel struct {
	Titel   string        `json:"titel"`
	Eenheid string        `json:"eenheid"`
	Niveau  gebied.Niveau `json:"niveau"`
	Bron    string        `json:"bron"`
	Open    bool          `json:"open,omitempty"` // the source itself publishes these figures
	Minimum int           `json:"minimum,omitempty"`
	Blokken []Blok        `json:"blokken"`
	LetOp   []string      `json:"let_op,omitempty"` // what is left out, and why
}

// Blok is a part of a table that shares no figure with any other: its own cells and its own totals. Where no safe way to show it exists it is refused and has no
// Raster.
type Blok struct {
	Kolommen  []Kolom `json:"kolommen"`
	Rijen     []Rij   `json:"rijen"`
	Raster    [][]Cel `json:"raster,omitempty"` // one row and one column more than Rijen and Kolommen: the totals
	Geweigerd bool    `json:"geweigerd,omitempty"`
	Eerder    bool    `json:"eerder,omitempty"` // shown as an earlier edition published it; the figures were revised since
}

// Kolom is what is counted in a column: one kind over periods that are added up.
type Kolom struct {
	Soort    string           `json:"soort"`
	Naam     string           `json:"naam"` // of the kind
	Perioden []cijfer.Periode `json:"perioden"`
}

// Over names the stretch of time of the column.
func (k Kolom) Over() string {
	if len(k.Perioden) == 0 {
		return ""
	}
	return spanNaam(beginmaand(k.Perioden[0]), eindmaand(k.Perioden[len(k.Perioden)-1]))
}

// Rij is an area.
type Rij struct {
	Code string `json:"code"`
	Naam string `json:"naam"`
}

// Celstand says what a cell shows.
type Celstand string

// What a cell shows. Only Getoond has a value.
const (
	Getoond     Celstand = ""
	Afgeschermd Celstand = "x"      // there is a figure, and it is not told
	GeenCijfer  Celstand = "."      // the source gave none
	BronGeheim  Celstand = "geheim" // the source keeps it secret
	GeenTotaal  Celstand = "-"      // there is no such total
)

// Cel is one place of a table. A shielded cell holds no number, so that nobody can print it by accident.
type Cel struct {
	Stand     Celstand `json:"s,omitempty"`
	Waarde    *float64 `json:"w,omitempty"` // only of a cell that is Getoond
	Voorlopig bool     `json:"v,omitempty"`
}

// Verborgen counts the shielded cells of the table.
func (t Tabel) Verborgen() int {
	n := 0
	for _, b := range t.Blokken {
		for _, row := range b.Raster {
			for _, c := range row {
				if c.Stand == Afgeschermd {
					n++
				}
			}
		}
	}
	return n
}

// Geweigerd tells whether nothing of the table can be shown.
func (t Tabel) Geweigerd() bool {
	for _, b := range t.Blokken {
		if !b.Geweigerd {
			return false
		}
	}
	return true
}

// Uitgave is an edition as it went out, frozen.
type Uitgave struct {
	Rapportage string   `json:"rapportage"`
	Reeks      string   `json:"reeks"` // the same for all editions of one report
	Editie     int      `json:"editie"`
	Vrijgave   Vrijgave `json:"vrijgave"`
	Inhoud     Inhoud   `json:"inhoud"`

	// Zegels are the seals of the blocks, by their key. They are kept apart and never read for the public.
	Zegels map[string]string `json:"-"`
}
