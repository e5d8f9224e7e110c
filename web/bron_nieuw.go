// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/toegang"
)

// bronVelden are the fields of a source.
func bronVelden() []veldgroep {
	return []veldgroep{
		{Velden: []*veld{
			{Naam: "code", Label: "Code", Soort: "tekst", Nodig: true, Uitleg: "Deze code staat in uw bestand in de kolom bron. Gebruik letters, cijfers, - of _. U kunt de code later niet wijzigen."},
			{Naam: "naam", Label: "Naam", Soort: "tekst", Nodig: true},
			{Naam: "houder", Label: "Van wie zijn de cijfers?", Soort: "tekst", Nodig: true, Uitleg: "De organisatie die de cijfers levert, bijvoorbeeld Halt."},
			{Naam: "domein", Label: "Domein", Soort: "keuze", Nodig: true, Uitleg: "Dit bepaalt wie cijfers ziet die niet openbaar zijn.",
				Keuzes: []keuze{{Waarde: toegang.DomeinVeiligheid, Naam: "veiligheid"}, {Waarde: toegang.DomeinZorg, Naam: "zorg"}}},
		}},
		{Kop: "Openbaar", Velden: []*veld{
			{Naam: "openbaar", Label: "Publiceert de bron deze cijfers zelf?", Soort: "keuze", Nodig: true, Uitleg: "Bij ja mag iedereen de cijfers zien zoals de bron ze publiceert.",
				Keuzes: []keuze{{Waarde: "nee", Naam: "nee, het is een levering onder afspraak"}, {Waarde: "ja", Naam: "ja, de cijfers zijn openbaar"}}},
			{Naam: "licentie", Label: "Licentie", Soort: "tekst", Uitleg: "Nodig als de cijfers openbaar zijn, bijvoorbeeld CC BY 4.0."},
		}},
		{Kop: "Meer over de bron", Velden: []*veld{
			{Naam: "vertraging", Label: "Na hoeveel maanden verschijnen de cijfers?", Soort: "kort", Uitleg: "Hele maanden na het einde van een periode."},
			{Naam: "toelichting", Label: "Toelichting", Soort: "lang"},
			{Naam: "verzonnen", Label: "Verzonnen", Soort: "keuze", Uitleg: "Kies dit alleen voor een voorbeeld. Het staat dan bij elk cijfer.",
				Keuzes: []keuze{{Waarde: "ja", Naam: "ja, de cijfers zijn verzonnen"}}},
		}},
	}
}

func bronNieuwFormulier() *formulier {
	return &formulier{URL: "/bronnen", Knop: "Bron toevoegen", Terug: "/bronnen", Groepen: bronVelden(), Nieuw: true}
}

func (b *bezoek) bronFormulierTonen(status int, f *formulier) error {
	p := Pagina{Titel: "Bron toevoegen", Menu: "/bronnen", Kruimels: []Kruimel{{"Bronnen", "/bronnen"}},
		Lead: "Beschrijf de bron voordat u een bestand met haar cijfers inleest. Bronnen van politie en CBS komen er vanzelf bij."}
	return b.toonMet(status, "plan_formulier", &formulierView{Pagina: p, Form: f})
}

// bronNieuw shows the form for a source.
func (w *Web) bronNieuw(b *bezoek) error {
	if err := w.Cijfer.MagNieuweBron(b.wie); err != nil {
		return err
	}
	return b.bronFormulierTonen(http.StatusOK, bronNieuwFormulier().zet(map[string]string{"openbaar": "nee"}))
}

// bronMaak adds a source.
func (w *Web) bronMaak(b *bezoek) error {
	f := bronNieuwFormulier().lees(b)
	made, err := w.Cijfer.NieuweBron(b.Context(), b.wie, bronVan(f.waarden()))
	if err == nil {
		b.zeg("De bron is toegevoegd. U kunt nu een bestand met haar cijfers inlezen.")
		return b.naar("/bronnen/" + made.Code)
	}
	status, ok := f.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	if status == http.StatusConflict {
		f.plaats(domein.FaultsOf(err)) // the code that is taken
	}
	return b.bronFormulierTonen(status, f)
}

// bronVan makes a source of what was typed. A delay that is no number becomes one that the domain refuses, together with what else is wrong.
func bronVan(m map[string]string) cijfer.Bron {
	months := 0
	if typed := m["vertraging"]; typed != "" {
		var err error
		if months, err = strconv.Atoi(typed); err != nil {
			months = -1
		}
	}
	return cijfer.Bron{Code: m["code"], Naam: m["naam"], Houder: m["houder"], Licentie: m["licentie"], Domein: m["domein"], Openbaar: m["openbaar"] == "ja",
		Verzonnen: m["verzonnen"] == "ja", Vertraging: months, Toelichting: m["toelichting"]}
}
