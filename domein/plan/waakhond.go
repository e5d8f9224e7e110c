// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"dwarsverband/domein/termijn"
)

// Ernst is how soon something must happen.
type Ernst string

// The levels of a warning.
const (
	LetOp     Ernst = "let op"
	Dringend  Ernst = "dringend"
	Verlopen  Ernst = "verstreken"
	Onbepaald Ernst = "onbekend" // the term cannot be counted
)

// Waarschuwing is something about a term that people must know.
type Waarschuwing struct {
	Ernst Ernst
	Kop   string       // "38b-termijn verstrijkt"
	Tekst string       // Dutch, what it means and what to do; without the day, which the page writes
	Datum termijn.Date // the last day of the term; zero for Onbepaald
	Grond string       // article, as law writes it
	Plan  string       // the plan that holds the goals, or empty
}

// Waak looks at the term within which the raad must set safety goals again, and warns 12 and 6 months before it ends. It lapses for the goals, counted from
// the day on which the raad last set them; the plan itself stays valid, so no text here says otherwise. Wmo- and Jeugdplannen have no such term ("periodiek").
// An example plan is not of the municipality and has no term.
func Waak(plannen []Plan, vandaag termijn.Date) ([]Waarschuwing, error) {
	regel, err := termijn.Geldend(termijn.DoelenRaad, vandaag)
	if err != nil {
		return nil, err
	}
	last, examples := laatsteIVP(plannen)
	if last == nil {
		if examples {
			return nil, nil
		}
		return []Waarschuwing{{Ernst: Onbepaald, Kop: "38b-termijn onbekend", Grond: regel.Grond(),
			Tekst: "Er is geen integraal veiligheidsplan met een raadsbesluit. Leg het raadsbesluit vast, dan rekent het programma de termijn uit."}}, nil
	}
	w := Waarschuwing{Datum: last.Vaststelling.Datum.AddMonths(regel.Maanden()), Grond: regel.Grond(), Plan: last.ID}
	early, err := termijn.Geldend(termijn.DoelenRaadVroeg, vandaag)
	if err != nil {
		return nil, err
	}
	late, err := termijn.Geldend(termijn.DoelenRaadLaat, vandaag)
	if err != nil {
		return nil, err
	}
	switch {
	case vandaag.After(w.Datum):
		w.Ernst, w.Kop = Verlopen, "38b-termijn verstreken"
		w.Tekst = "De raad moet de veiligheidsdoelen opnieuw vaststellen. Het plan blijft intussen gelden."
	case !vandaag.Before(w.Datum.AddMonths(-late.Maanden())):
		w.Ernst, w.Kop = Dringend, "38b-termijn verstrijkt"
		w.Tekst = "De raad stelt voor die dag de veiligheidsdoelen opnieuw vast. Bied het ontwerp nu aan."
	case !vandaag.Before(w.Datum.AddMonths(-early.Maanden())):
		w.Ernst, w.Kop = LetOp, "38b-termijn verstrijkt"
		w.Tekst = "De raad stelt voor die dag de veiligheidsdoelen opnieuw vast. Begin nu met het nieuwe plan."
	default:
		return nil, nil
	}
	return []Waarschuwing{w}, nil
}

// laatsteIVP gives the plan with which the raad last set safety goals, and whether there are only examples.
func laatsteIVP(plannen []Plan) (last *Plan, examples bool) {
	for i, p := range plannen {
		switch {
		case p.Soort != IVP:
		case p.Merk != "":
			examples = true
		case p.Status.Geldig() && (last == nil || p.Vaststelling.Datum.After(last.Vaststelling.Datum)):
			last = &plannen[i]
		}
	}
	return last, examples
}
