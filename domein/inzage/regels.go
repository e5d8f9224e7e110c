// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package inzage

import (
	"slices"
	"strings"

	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// What a line tells of.
const (
	Ingezien   = "ingezien"
	Vastgelegd = "vastgelegd"
	Gedeeld    = "gedeeld"
	Gevraagd   = "gevraagd of iemand bekend is"
)

// Regel is one line of the account: when, who as organisation and role, for which purpose and on which ground, and which kinds of data of this person. It holds no name of a
// user and no identifier of anybody else. Looks of one role of an organisation on one day for one purpose are one line.
type Regel struct {
	ID            string         `json:"id"`
	Kader         string         `json:"kader"` // the body of law of the dossier
	Soort         string         `json:"soort"`
	Van           termijn.Moment `json:"van"`
	Tot           termijn.Moment `json:"tot"`
	Aantal        int            `json:"aantal"`
	Organisatie   string         `json:"organisatie"`
	Rol           string         `json:"rol,omitempty"`
	Aan           string         `json:"aan,omitempty"` // the organisation that received
	Doel          string         `json:"doel"`
	Grondslag     string         `json:"grondslag"`
	Categorieen   []string       `json:"categorieen,omitempty"`
	Huishouden    bool           `json:"huishouden,omitempty"` // about the household as a whole
	Dossier       string         `json:"-"`
	Melder        bool           `json:"-"` // tells which organisation made a report
	Uitgesteld    *dossier.Stuk  `json:"-"` // not shown yet
	Herziening    string         `json:"-"` // the task that looks at that again
	organisatie   string         // code
	aanCode, blik string
}

// grens is up to where an account goes: the number of the last row of the journal that it knows, since a clock can stand still, and the moment for the ledger.
type grens struct {
	volgnr int64
	op     termijn.Moment
}

// regelsVan gives the lines of one dossier about one of its people. organisatie tells for whom a user works.
func regelsVan(d dossier.Dossier, betrokkene string, rijen []journaal.Rij, tot grens, organisatie func(wie string) string) []Regel {
	list := append(blikken(d, rijen, tot, organisatie), sporen(d, betrokkene, tot)...)
	for i := range list {
		r := &list[i]
		r.Dossier, r.Kader = d.ID, d.Regime.Naam()
		for _, u := range d.Van(Uitstel) {
			if u.Waarde("vrij") == "" && raakt(u, *r) {
				r.Uitgesteld, r.Herziening = &u, herzienTaak(d, u.ID)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Regel) int {
		if n := a.Van.Time().Compare(b.Van.Time()); n != 0 {
			return n
		}
		return strings.Compare(a.ID, b.ID)
	})
	return list
}

func herzienTaak(d dossier.Dossier, uitstel string) string {
	for _, t := range d.Taken {
		if t.Soort == Herzien && t.Verwijst == uitstel && t.Open() {
			return t.ID
		}
	}
	return ""
}

// raakt tells whether a postponement is about a line: that one, or everything of one organisation.
func raakt(u dossier.Stuk, r Regel) bool {
	if org, ok := strings.CutPrefix(u.Waarde("regel"), "organisatie:"); ok {
		return r.organisatie == org || r.aanCode == org
	}
	return u.Waarde("regel") == r.ID
}

// zonderRegel are acts that have a line of their own in the ledger, and what the privacy officer lays down in a dossier: that is a postponement, and to tell of it would tell
// that there is something.
var zonderRegel = []string{string(toegang.CasusDelen), string(toegang.HitVragen), string(toegang.InzageBehandelen)}

// blikken folds the rows of the journal. Refused attempts showed nothing, and what the program does itself when a moment has come is shown to nobody.
func blikken(d dossier.Dossier, rijen []journaal.Rij, tot grens, organisatie func(string) string) []Regel {
	var list []Regel
	for _, r := range rijen {
		m := termijn.At(r.Moment)
		soort := map[string]string{"getoond": Ingezien, "gedaan": Vastgelegd}[r.Uitkomst]
		if r.Object != d.ID || soort == "" || r.Rol == string(toegang.Systeem) || slices.Contains(zonderRegel, r.Actie) && r.Uitkomst == "gedaan" || r.Volgnr > tot.volgnr {
			continue
		}
		org := organisatieOp(d, r.Wie, m, organisatie)
		regel := Regel{Soort: soort, Van: m, Tot: m, Aantal: 1, Organisatie: deling.OrganisatieNaam(org), Rol: toegang.Rol(r.Rol).Naam(), Doel: r.Doel, Grondslag: r.Grondslag,
			Melder: d.Soort == dossier.Melding && r.Wie == d.Eigenaar, organisatie: org}
		regel.blik = strings.Join([]string{m.Date().String(), soort, org, r.Rol, r.Doel, r.Grondslag}, "|")
		i := slices.IndexFunc(list, func(x Regel) bool { return x.blik == regel.blik })
		if i < 0 {
			regel.ID = "blik:" + d.ID + ":" + vingerafdruk([]byte(regel.blik))[:16]
			list = append(list, regel)
			continue
		}
		list[i].Tot, list[i].Aantal, list[i].Melder = m, list[i].Aantal+1, list[i].Melder || regel.Melder
	}
	return list
}

// organisatieOp gives for whom somebody worked when he looked: what his place in the circle said then, else what is known of him now.
func organisatieOp(d dossier.Dossier, wie string, m termijn.Moment, organisatie func(string) string) string {
	for _, l := range d.Leden {
		if l.Gebruiker == wie && l.Zit(m) {
			return l.Organisatie
		}
	}
	return organisatie(wie)
}

// sporen gives the lines of the ledger that touch the person. A disclosure about three people shows of each only the kinds of data about him.
func sporen(d dossier.Dossier, betrokkene string, tot grens) []Regel {
	var list []Regel
	for _, v := range d.Sporen {
		hit, heel := d.Soort == dossier.Melding && v.Vorm == "hit", len(v.Betrokkenen) == 0
		if tot.op.Before(v.Moment) || !heel && !slices.Contains(v.Betrokkenen, betrokkene) {
			continue
		}
		grond := v.Grondslag
		if g, ok := deling.Grond(grond); ok {
			grond = g.Artikel
		}
		r := Regel{ID: "spoor:" + v.ID, Soort: Gedeeld, Van: v.Moment, Tot: v.Moment, Aantal: 1, Organisatie: deling.OrganisatieNaam(v.Van), Aan: deling.OrganisatieNaam(v.Aan), Doel: v.Doel,
			Grondslag: grond, Huishouden: heel, organisatie: v.Van, aanCode: v.Aan}
		if hit {
			r.Soort, r.Organisatie, r.Aan, r.organisatie, r.aanCode, r.Huishouden = Gevraagd, deling.OrganisatieNaam(v.Aan), "", v.Aan, "", false
		}
		r.Melder = d.Soort == dossier.Melding && v.Door == d.Eigenaar
		r.Categorieen = categorieen(d, v, betrokkene)
		list = append(list, r)
	}
	return list
}

// categorieen gives the kinds of data of this person in a disclosure, read from the copy of what was shared. The kind that a disclosure as a whole was for is given only where
// it is about nobody else.
func categorieen(d dossier.Dossier, v dossier.Verstrekking, betrokkene string) []string {
	if v.Vorm == "regimewissel" {
		return []string{"gegevens uit de melding"}
	}
	if v.Vorm == "gezinsplan" {
		return []string{"het plan voor het gezin"}
	}
	var stukken []dossier.Stuk
	kopie, err := d.Stuk(deling.Verstrekt, v.ID)
	if err == nil {
		stukken, err = deling.Inhoud(kopie)
	}
	alleen := len(v.Betrokkenen) <= 1
	if (err != nil || len(stukken) == 0) && alleen {
		return []string{categorienaam(v.Categorie)}
	}
	var list []string
	for _, st := range stukken {
		over := st.Waarden("over")
		eigen := slices.Contains(over, betrokkene) || len(over) == 0 && len(v.Betrokkenen) == 0
		switch {
		case st.Soort == "betrokkene":
			if st.ID == betrokkene {
				list = append(list, categorienaam(deling.Identiteit))
			}
		case eigen && st.Waarde("categorie") != "":
			list = append(list, categorienaam(st.Waarde("categorie")))
		case eigen && alleen:
			list = append(list, categorienaam(v.Categorie))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func categorienaam(code string) string {
	for _, c := range deling.Categorieen {
		if c.Code == code {
			return c.Naam
		}
	}
	return code
}
