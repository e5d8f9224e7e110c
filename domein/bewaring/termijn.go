// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bewaring

import (
	"fmt"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

// Bewaartermijn says for one sort of dossier from which event its term counts, and which rule gives its length.
type Bewaartermijn struct {
	dossier.Dossiersoort
	Code      string // of the rule
	Vanaf     string // the event, as people read it
	begin     func(dossier.Kop) termijn.Date
	Zekerheid string // "S", "K": confidence of the reading, as the sources file of the project marks it
}

// Bewaartermijnen are all of them. A term starts at the event that its source names: the WGS counts from the first processing, a selection list from the closing.
var Bewaartermijnen = []Bewaartermijn{
	{dossier.Dossiersoort{Soort: dossier.Melding, Regime: dossier.MeldingRegime}, termijn.BewaarMelding, "besluit over de melding", gesloten, "K"},
	{dossier.Dossiersoort{Soort: dossier.Casus, Regime: dossier.PGA}, termijn.BewaarPGA, "sluiten", gesloten, "K"},
	{dossier.Dossiersoort{Soort: dossier.Casus, Regime: dossier.ZVH}, termijn.BewaarZVH, "eerste verwerking", eersteVerwerking, "K"},
	{dossier.Dossiersoort{Soort: dossier.Inzage, Regime: dossier.InzageRegime}, termijn.BewaarInzage, "sluiten", gesloten, "K"},
}

func gesloten(k dossier.Kop) termijn.Date {
	if k.Gesloten.IsZero() {
		return termijn.Date{}
	}
	return k.Gesloten.Date()
}

func eersteVerwerking(k dossier.Kop) termijn.Date { return k.EersteVerwerking }

// Oordeel says until when a dossier may be kept.
type Oordeel struct {
	Tot   termijn.Date // last day; the zero Date where the event has not happened yet
	Begin termijn.Date
	Vanaf string
	Regel termijn.Regel
}

// Vernietigbaar tells until when a dossier may be kept, by the rule that holds on a day. A sort without a term is an error: nothing is kept without end.
func Vernietigbaar(k dossier.Kop, op termijn.Date) (Oordeel, error) {
	for _, b := range Bewaartermijnen {
		if b.Soort != k.Soort || b.Regime != k.Regime {
			continue
		}
		regel, err := termijn.Geldend(b.Code, op)
		if err != nil {
			return Oordeel{}, err
		}
		o := Oordeel{Begin: b.begin(k), Vanaf: b.Vanaf, Regel: regel}
		if !o.Begin.IsZero() {
			o.Tot = regel.VanafDag(o.Begin)
		}
		return o, nil
	}
	return Oordeel{}, fmt.Errorf("bewaring.Vernietigbaar: no retention term for a %s under %s", k.Soort, k.Regime)
}
