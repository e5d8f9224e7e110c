// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"slices"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
)

// langsteTermijn is the longest term that is kept, in days: two years.
const langsteTermijn = 731

func keurTermijn(s dossier.Stuk, _ dossier.Dossier, _ termijn.Date) []domein.Fault {
	if n, err := strconv.Atoi(s.Waarde("dagen")); s.Waarde("dagen") != "" && (err != nil || n < 1 || n > langsteTermijn) {
		return []domein.Fault{{Veld: "dagen", Melding: "Hoeveel dagen? Schrijf een getal van 1 tot 731."}}
	}
	return nil
}

// keurSchorsing refuses a suspension that ends before it begins, begins before its term, or overlaps another of the same term.
func keurSchorsing(s dossier.Stuk, d dossier.Dossier, _ termijn.Date) []domein.Fault {
	var list []domein.Fault
	van, gepland, tot := s.Datum("van"), s.Datum("gepland"), s.Datum("tot")
	if van.IsZero() || gepland.IsZero() {
		return nil // that is said already
	}
	if gepland.Before(van) {
		list = append(list, domein.Fault{Veld: "gepland", Melding: "Loopt volgens plan weer vanaf: kies een dag op of na het begin."})
	}
	if !tot.IsZero() && tot.Before(van) {
		list = append(list, domein.Fault{Veld: "tot", Melding: "Loopt weer vanaf: kies een dag op of na het begin."})
	}
	if t, err := d.Stuk(Termijn, s.Waarde("termijn")); err == nil && van.Before(t.Datum("begin")) {
		list = append(list, domein.Fault{Veld: "van", Melding: "Staat stil vanaf: de termijn was toen nog niet begonnen."})
	}
	eigen := stilstand(s)
	for _, ander := range d.Van(Schorsing) {
		x := stilstand(ander)
		if ander.ID != s.ID && ander.Waarde("termijn") == s.Waarde("termijn") && eigen.Van.Before(x.Tot) && x.Van.Before(eigen.Tot) {
			list = append(list, domein.Fault{Veld: "van", Melding: "Staat stil vanaf: in deze dagen staat de termijn al stil."})
		}
	}
	return list
}

// stilstand gives the days of a suspension: as they were, or as planned while it lasts.
func stilstand(s dossier.Stuk) termijn.Schorsing {
	tot := s.Datum("tot")
	if tot.IsZero() {
		tot = s.Datum("gepland")
	}
	return termijn.Schorsing{Van: s.Datum("van"), Tot: tot}
}

// Reken works out a term line by line, with its suspensions in their order.
func Reken(d dossier.Dossier, t dossier.Stuk) termijn.Berekening {
	var list []termijn.Schorsing
	for _, s := range d.Van(Schorsing) {
		if s.Waarde("termijn") == t.ID {
			list = append(list, stilstand(s))
		}
	}
	slices.SortFunc(list, func(a, b termijn.Schorsing) int { return strings.Compare(a.Van.String(), b.Van.String()) })
	dagen, _ := strconv.Atoi(t.Waarde("dagen")) // checked when it was laid down
	return termijn.Bereken(t.Datum("begin"), dagen, list)
}

// schuifbaar are the kinds of task that can move along with a suspension; what the program itself watches, such as the term of a knot, never does.
var schuifbaar = []string{"interventie", "verzoek", overleg.Afspraak}

// schuif lets a suspension work: the task of its term always moves, other open tasks only where that was chosen, by as many days as the suspension
// became longer or shorter. One that is withdrawn was none.
func (s *Service) schuif(d dossier.Dossier, st dossier.Stuk, m *dossier.Mutatie) {
	was := 0
	if oud, err := d.Stuk(Schorsing, st.ID); err == nil && oud.Waarde("taken") == "ja" {
		was = stilstand(oud).Dagen()
	}
	erbij := -was
	d.Stukken = slices.DeleteFunc(slices.Clone(d.Stukken), func(x dossier.Stuk) bool { return x.Soort == Schorsing && x.ID == st.ID })
	if !st.Vervallen() {
		d.Stukken = append(d.Stukken, st)
		if st.Waarde("taken") == "ja" {
			erbij += stilstand(st).Dagen()
		}
	}
	t, err := d.Stuk(Termijn, st.Waarde("termijn"))
	if err != nil {
		return // it was withdrawn
	}
	einde := Reken(d, t).Einde
	for _, taak := range d.Taken {
		switch {
		case !taak.Open():
		case taak.Soort == Termijn && taak.Verwijst == t.ID:
			taak.Vervalt = einde.Start()
			m.Taken = append(m.Taken, taak)
		case erbij != 0 && slices.Contains(schuifbaar, taak.Soort) && !taak.Vervalt.Date().Before(st.Datum("van")):
			taak.Vervalt = taak.Vervalt.Date().AddDays(erbij).Start()
			m.Taken = append(m.Taken, taak)
		}
	}
}
