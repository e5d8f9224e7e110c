// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"cmp"
	"slices"

	"dwarsverband/domein/signaal"
)

// nieuweStap makes the form of a step; the fields are empty.
func nieuweStap(id string, van, naar signaal.Status) stapForm {
	word := stapTekst[naar]
	f := &formulier{URL: "/signalen/" + id + "/stap", Knop: stapKnop(van, naar), Uitleg: word.Uitleg, Groepen: []veldgroep{{}}}
	for _, field := range word.Velden {
		f.Groepen[0].Velden = append(f.Groepen[0].Velden, &field)
	}
	return stapForm{formulier: f, Van: van, Naar: naar, Icoon: word.Icoon}
}

// stapKnop is what the button of a step says.
func stapKnop(van, naar signaal.Status) string {
	switch {
	case van == signaal.Gesloten:
		return "Heropenen"
	case van == naar && naar == signaal.Geduid:
		return "Duiding aanpassen"
	case van == naar && naar == signaal.Besproken:
		return "Bespreking aanpassen"
	case naar == signaal.Geduid && van != signaal.Nieuw:
		return "Nieuwe duiding"
	}
	return stapTekst[naar].Knop
}

// formulieren makes a form for each step that the visitor may take, and says why he may not take the others.
func (v *signaalView) formulieren(b *bezoek) {
	for _, s := range v.Stappen {
		if s.Reden != "" {
			v.Verboden = append(v.Verboden, verboden{stapKnop(v.Status(), s.Naar), s.Reden})
			continue
		}
		form := nieuweStap(v.ID, v.Status(), s.Naar)
		form.toon(v.Velden, v.Versie)
		if form.Van != form.Naar {
			for _, field := range form.velden() {
				field.Waarde = "" // another station asks for words of its own; what was said before stays in the story
			}
			form.Mee = v.kanMee(s.Naar)
		}
		if s.Naar == signaal.Geduid {
			v.neemOver(b, form.formulier)
		}
		if v.Fout.Stap == nil || v.Fout.Stap.Naar != s.Naar {
			v.Formulieren = append(v.Formulieren, form)
		}
	}
	// The step that goes on comes first; to change what was said, and to close, come after it.
	slices.SortStableFunc(v.Formulieren, func(x, y stapForm) int { return cmp.Compare(x.rang(), y.rang()) })
	switch {
	case v.PartnerVragen != "":
		v.Verboden = append(v.Verboden, verboden{"Een partner vragen", v.PartnerVragen})
	case v.Fout.Vraag != nil:
		v.Vraagformulier = v.Fout.Vraag
	default:
		v.Vraagformulier = vraagFormulier(v.ID)
	}
	if v.Fout.Stap != nil && v.Fout.Stap.Van != v.Fout.Stap.Naar {
		v.Fout.Stap.Mee = v.kanMee(v.Fout.Stap.Naar)
	}
}

// rang orders steps: onward in the order of the work, then closing, then back or in place.
func (f stapForm) rang() int {
	from, to := slices.Index(signaal.Statussen(), f.Van), slices.Index(signaal.Statussen(), f.Naar)
	if to > from || f.Van == signaal.Gesloten {
		return to
	}
	return len(signaal.Statussen()) + to
}

// kanMee are the others of the event that can take the same step.
func (v *signaalView) kanMee(naar signaal.Status) []signaal.Signaal {
	var list []signaal.Signaal
	for _, d := range v.Delen {
		if d.Hoofd.Status().Mag(naar) && d.Hoofd.Status() != naar {
			list = append(list, d.Hoofd)
		}
	}
	return list
}

// neemOver fills the form with the answer of a partner, when its link was followed.
func (v *signaalView) neemOver(b *bezoek, f *formulier) {
	for _, vraag := range v.Vragen {
		if vraag.ID == b.URL.Query().Get("antwoord") && !vraag.Beantwoord.IsZero() {
			f.velden()[0].Waarde, f.velden()[1].Waarde = vraag.Antwoord, vraag.Aan+": "+vraag.Bron
		}
	}
}
