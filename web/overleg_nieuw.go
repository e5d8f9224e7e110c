// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/overleg"
	"dwarsverband/toegang"
)

func (w *Web) overlegFormulier(b *bezoek) (*formulier, error) {
	m, err := w.mensen(b)
	return &formulier{URL: "/overleggen", Knop: "Overleg plannen", Terug: "/overleggen", Nieuw: true, Uitleg: "Zet daarna de casussen op de agenda. Bij elk punt zit alleen wie daarvoor gevraagd is.",
		Groepen: []veldgroep{{Velden: []*veld{
			{Naam: "soort", Label: "Wat voor overleg is het?", Soort: "keuze", Nodig: true, Keuzes: gelijk(overleg.Soorten)},
			{Naam: "dag", Label: "Dag", Soort: "datum", Nodig: true},
			{Naam: "begin", Label: "Begin", Soort: "kort", Nodig: true, Uitleg: "Bijvoorbeeld 13:30."},
			{Naam: "eind", Label: "Einde", Soort: "kort", Nodig: true},
			{Naam: "voorzitter", Label: "Voorzitter", Soort: "keuze", Nodig: true, Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool {
				return heeftRol(u, toegang.Procesregisseur, toegang.Ketenmanager, toegang.Wethouder, toegang.Burgemeester)
			})}}}}}, err
}

// magBereiden refuses whoever calls no meetings, before he meets a form.
func magBereiden(b *bezoek) error {
	if heeftRol(b.persoon, toegang.Procesregisseur) {
		return nil
	}
	return &domein.Error{Kind: domein.Forbidden, Op: "web.magBereiden", Melding: "De procesregisseur plant het overleg. Vraag het aan de procesregisseur."}
}

func (w *Web) overlegNieuw(b *bezoek) error {
	if err := magBereiden(b); err != nil {
		return err
	}
	f, err := w.overlegFormulier(b)
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, overlegPagina("", "Overleg plannen"), f.zet(map[string]string{"soort": overleg.Soorten[0], "voorzitter": b.wie.ID}))
}

func (w *Web) overlegMaak(b *bezoek) error {
	if err := magBereiden(b); err != nil {
		return err
	}
	f, err := w.overlegFormulier(b)
	if err != nil {
		return err
	}
	x := f.lees(b).waarden()
	o, err := w.Overleg.Roep(b.Context(), b.wie, overleg.Nieuw{Soort: x["soort"], Dag: dagUit(x["dag"]), Begin: x["begin"], End: x["eind"], Voorzitter: x["voorzitter"]})
	if err != nil {
		return b.casusFout(err, overlegPagina("", "Overleg plannen"), f, dossier.Stuk{})
	}
	b.zeg("Het overleg is gepland. Zet nu de casussen op de agenda.")
	return b.naar("/overleggen/" + o.ID)
}

// puntFormulier asks for one item: a case of one's own, or a knot that waits for a table.
func (w *Web) puntFormulier(b *bezoek) (*formulier, error) {
	if err := magBereiden(b); err != nil {
		return nil, err
	}
	koppen, err := w.Casus.Lijst(b.Context(), b.wie, "")
	if err != nil {
		return nil, err
	}
	_, wachtend, err := w.Overleg.Lijst(b.Context(), b.wie)
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	var over []keuze
	for _, t := range wachtend {
		over = append(over, keuze{Waarde: t.Dossier + "/" + t.Verwijst, Naam: "knoop in " + t.Codenaam, Groep: "Wacht op een tafel"})
	}
	for _, k := range koppen {
		over = append(over, keuze{Waarde: k.ID, Naam: k.Codenaam, Groep: "Casussen"})
	}
	id := b.PathValue("id")
	return &formulier{URL: "/overleggen/" + id + "/punten/nieuw", Knop: "Op de agenda zetten", Terug: "/overleggen/" + id, Nieuw: true,
		Uitleg: "De kring van de casus wordt gevraagd. Een gast ziet alleen dit punt, van twee dagen ervoor tot een dag erna.",
		Groepen: []veldgroep{{Velden: []*veld{
			{Naam: "over", Label: "Waarover?", Soort: "keuze", Nodig: true, Keuzes: over},
			{Naam: "vraag", Label: "Wat is de vraag aan tafel?", Soort: "lang", Nodig: true},
			{Naam: "gasten", Label: "Wie komt er als gast bij?", Soort: "vinkjes", Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool {
				return heeftRol(u, toegang.Deelnemer, toegang.Wijkagent, toegang.Casusregisseur, toegang.Ketenmanager, toegang.Wethouder, toegang.Burgemeester)
			})}}}}}, err
}

func (w *Web) puntNieuw(b *bezoek) error {
	f, err := w.puntFormulier(b)
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, overlegPagina(b.PathValue("id"), "Op de agenda"), f.zet(map[string]string{"over": b.URL.Query().Get("over")}))
}

func (w *Web) puntMaak(b *bezoek) error {
	f, err := w.puntFormulier(b)
	if err != nil {
		return err
	}
	id, x := b.PathValue("id"), f.lees(b).waarden()
	zaak, knoop, _ := strings.Cut(x["over"], "/")
	if zaak == "" {
		return b.casusFout(domein.Refuse("web.puntMaak", "Dit punt staat nog niet op de agenda.", []domein.Fault{{Veld: "over", Melding: "Kies een casus of een knoop."}}), overlegPagina(id, "Op de agenda"), f, dossier.Stuk{})
	}
	if _, err := w.Overleg.Agendeer(b.Context(), b.wie, id, overleg.NieuwPunt{Casus: zaak, Knoop: knoop, Vraag: x["vraag"], Gasten: strings.Fields(x["gasten"])}); err != nil {
		return b.casusFout(err, overlegPagina(id, "Op de agenda"), f, dossier.Stuk{})
	}
	b.zeg("Het punt staat op de agenda. Wie gevraagd is, krijgt bericht.")
	return b.naar("/overleggen/" + id)
}
