// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/verband"
)

// verbandFormulier is the form for a tie from one end, which the address names, to another that the visitor chooses.
func (w *Web) verbandFormulier(b *bezoek) (*formulier, verband.Eind, Pagina, error) {
	from := verband.Eind{Soort: verband.Soort(b.FormValue("van_soort")), ID: b.FormValue("van")}
	choices, err := w.Verband.Keuzes(b.Context(), b.wie)
	if err != nil {
		return nil, from, Pagina{}, err
	}
	naar := &veld{Naam: "naar", Label: "Verbinden met", Soort: "keuze", Nodig: true}
	title := ""
	for _, f := range choices {
		if f.Eind == from {
			title = f.Naam
			continue
		}
		if f.Soort == verband.Gebied && from.Soort == verband.Gebied {
			continue
		}
		naar.Keuzes = append(naar.Keuzes, keuze{Waarde: string(f.Soort) + ":" + f.ID, Naam: keuzenaam(f), Groep: soortnamen[f.Soort]})
	}
	if title == "" {
		return nil, from, Pagina{}, domein.Missing("web.verbandFormulier")
	}
	terug := eindURL(from)
	f := &formulier{URL: "/verbanden?van_soort=" + string(from.Soort) + "&van=" + from.ID, Knop: "Verband leggen", Terug: terug, Nieuw: true,
		Uitleg:  "Een verband tussen veiligheid en zorg geldt pas als beide kanten instemmen. U stemt zelf in voor uw eigen kant.",
		Groepen: []veldgroep{{Velden: []*veld{naar, {Naam: "waarom", Label: "Waarom horen deze bij elkaar?", Soort: "lang", Nodig: true}}}}}
	return f, from, Pagina{Titel: "Verband leggen", Lead: soortnamen[from.Soort] + ": " + title, Kruimels: []Kruimel{{"Plannen", "/plannen"}, {soortnamen[from.Soort], terug}}}, nil
}

// keuzenaam names an end with its field of policy, so that a tie that needs two owners is no surprise.
func keuzenaam(f verband.Feit) string {
	if f.Domein == "" {
		return f.Naam
	}
	return f.Naam + " (" + f.Domein + ")"
}

func (w *Web) verbandNieuw(b *bezoek) error {
	f, _, page, err := w.verbandFormulier(b)
	if err != nil {
		return err
	}
	return b.formulierTonen(200, page, "", f)
}

func (w *Web) verbandLeg(b *bezoek) error {
	f, from, page, err := w.verbandFormulier(b)
	if err != nil {
		return err
	}
	posted := f.lees(b).waarden()
	soort, id, _ := strings.Cut(posted["naar"], ":")
	v, err := w.Verband.Leg(b.Context(), b.wie, from, verband.Eind{Soort: verband.Soort(soort), ID: id}, posted["waarom"])
	if err != nil {
		return b.formulierFout(err, page, "", f, nil, 0)
	}
	if v.Status == verband.Voorgesteld {
		b.zeg("Het verband is voorgesteld. Het geldt zodra de andere kant instemt.")
	} else {
		b.zeg("Het verband is gelegd.")
	}
	return b.naar(f.Terug)
}

func (w *Web) verbandInstem(b *bezoek) error {
	v, err := w.Verband.StemIn(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	b.zeg("U hebt ingestemd. Het verband is nu van kracht.")
	if v.Status == verband.Voorgesteld {
		b.zeg("U hebt ingestemd. Het verband wacht nog op de andere kant.")
	}
	return b.naar("/verbanden/" + v.ID)
}

func (w *Web) verbandBeeindig(b *bezoek) error {
	if err := w.Verband.Beeindig(b.Context(), b.wie, b.PathValue("id"), b.FormValue("reden")); err != nil {
		f := &formulier{Groepen: []veldgroep{{Velden: []*veld{{Naam: "reden"}}}}}
		if status, ok := f.mislukt(err, nil, 0); ok {
			return w.verbandToon(b, status, f)
		}
		return err
	}
	b.zeg("Het verband is beëindigd.")
	return b.naar("/verbanden/" + b.PathValue("id"))
}
