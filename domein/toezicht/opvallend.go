// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import (
	"slices"
	"time"

	"dwarsverband/domein/termijn"
)

// Feit is something that is known of one look. The program has each from its own tables, in codes and keyed hashes; none needs a name in clear or anything that an employee
// must hand over for it.
type Feit int

// What may be known of a look. A fact is a count; what is not known is 0, and 0 never rings.
const (
	EigenNaam       Feit = iota // somebody of the case has a name that sounds like the whole name of who looked
	EigenAchternaam             // the same for the surname alone
	NaamCollega                 // somebody of the case has a name that sounds like that of a colleague of who looked, in his own organisation
	ZelfdeAdres                 // the case has the address of who looked; only where somebody stated his address for this
	Zeldzaam                    // the surname that sounds alike stands in at most one dossier in 2,000
	ZonderReden                 // who looked had no place in the circle, no task and no meeting for this case on that day
	ZonderTaak                  // no task and no meeting for this case on that day
	DagenWeg                    // days since he left the circle; 0: he never was in it, or still is
	DagenGesloten               // days since the case was closed; 0: it is open
	BuitenUren                  // before seven, after nineteen, or no working day
	Toeloop                     // different people who looked at this case in 24 hours without reason, this one included
	Reeks                       // different cases that he looked at in an hour without reason, this one included
	aantalFeiten
)

// Feiten are all facts of one look.
type Feiten [aantalFeiten]int

// Minstens is what a rule asks of one fact.
type Minstens struct {
	Feit Feit
	Van  int
}

// Kenmerk is a rule: where a look has all of Als, it needs an explanation. It says why, and what would explain it, to the employee too. Nothing is weighed or added up, so
// that everybody can follow why he is asked, and no figure of him comes about (AVG art. 13 lid 2 onder f, art. 22).
type Kenmerk struct {
	Code, Zin, Verklaring string
	Als                   []Minstens
	Van, Tot              termijn.Date // days on which it is in force, the last included; without Van it is in force on none, without Tot it has no end
}

func (k Kenmerk) geldt(op termijn.Date) bool {
	return !k.Van.IsZero() && !op.Before(k.Van) && (k.Tot.IsZero() || !k.Tot.Before(op))
}

func (k Kenmerk) past(f Feiten) bool {
	for _, m := range k.Als {
		if f[m.Feit] < max(m.Van, 1) {
			return false
		}
	}
	return len(k.Als) > 0
}

// Redenen gives the rules of a set that are in force on a day and by which a look with these facts needs an explanation, in the order of the set.
func Redenen(set []Kenmerk, f Feiten, op termijn.Date) []Kenmerk {
	var list []Kenmerk
	for _, k := range set {
		if k.past(f) && k.geldt(op) {
			list = append(list, k)
		}
	}
	return list
}

// InWerking gives the rules of the program that are in force on a day.
func InWerking(op termijn.Date) []Kenmerk {
	return slices.DeleteFunc(Kenmerken(), func(k Kenmerk) bool { return !k.geldt(op) })
}

// Kenmerken is the rule set that the program comes with. A rule on the surname of a colleague alone is not in it: it asks some 900 times a year about what was all right, for one snooper at most. The rule on an address is in force on no day: nobody's address at home is kept to compare it (docs/detection.md).
func Kenmerken() []Kenmerk {
	van := termijn.DateOf(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	return []Kenmerk{
		{Code: "eigen-naam", Zin: "De naam van iemand in deze casus klinkt als die van de medewerker zelf.", Verklaring: "Het is een naamgenoot.",
			Als: []Minstens{{EigenNaam, 1}}, Van: van},
		{Code: "eigen-achternaam", Zin: "De achternaam van iemand in deze casus klinkt als die van de medewerker. Er was geen plek, taak of overleg.",
			Verklaring: "Het is geen familie, en er was werk dat niet is vastgelegd.", Als: []Minstens{{EigenAchternaam, 1}, {ZonderReden, 1}}, Van: van},
		{Code: "zeldzame-achternaam", Zin: "Iemand in deze casus heeft een zeldzame achternaam, die klinkt als die van de medewerker.", Verklaring: "Het is geen familie.",
			Als: []Minstens{{EigenAchternaam, 1}, {Zeldzaam, 1}}, Van: van},
		{Code: "naam-collega", Zin: "De naam van iemand in deze casus klinkt als die van een collega.", Verklaring: "Het is een naamgenoot van die collega.",
			Als: []Minstens{{NaamCollega, 1}}, Van: van},
		{Code: "zelfde-adres", Zin: "In deze casus staat het adres van de medewerker.", Verklaring: "Iemand woonde hier eerder.", Als: []Minstens{{ZelfdeAdres, 1}}},
		{Code: "oud-lid", Zin: "De medewerker was al meer dan twee weken uit de kring.", Verklaring: "Er was een vraag over de overdracht.",
			Als: []Minstens{{DagenWeg, 15}, {ZonderTaak, 1}}, Van: van},
		{Code: "toeloop", Zin: "Vijf of meer mensen zonder plek, taak of overleg bekeken deze casus binnen 24 uur.", Verklaring: "Er was een incident waaraan zij werkten.",
			Als: []Minstens{{Toeloop, 5}, {ZonderReden, 1}}, Van: van},
		{Code: "reeks", Zin: "Acht of meer casussen binnen een uur, zonder plek, taak of overleg.", Verklaring: "Er was een zoekvraag of een controle die niet is vastgelegd.",
			Als: []Minstens{{Reeks, 8}, {ZonderReden, 1}}, Van: van},
		{Code: "gesloten-buiten-uren", Zin: "Een casus die al drie maanden dicht is, buiten werktijd bekeken zonder plek, taak of overleg.",
			Verklaring: "Er was een spoedvraag over een oude casus.", Als: []Minstens{{DagenGesloten, 90}, {BuitenUren, 1}, {ZonderReden, 1}}, Van: van},
	}
}
