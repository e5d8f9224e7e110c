// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/toegang"
)

// casussenView is the list of cases in whose circle the visitor sits.
type casussenView struct {
	Pagina
	Casussen []casusRegel
	Zoek     string
	Gezocht  bool
	Nieuw    bool
	Volgende string
}

type casusRegel struct {
	dossier.Kop
	Regie string
}

// casusZoek finds cases. What is searched for is posted, so that no name stands in an address, a history or a log.
func (w *Web) casusZoek(b *bezoek) error { return w.casussenToon(b, gepost(b, "zoek")) }

func (w *Web) casussenShow(b *bezoek) error { return w.casussenToon(b, "") }

func (w *Web) casussenToon(b *bezoek, zoek string) error {
	v := &casussenView{Pagina: Pagina{Titel: "Casussen", Menu: "/casussen", Lead: "De casussen waarvan u in de kring zit. Een casus heeft een codenaam; namen staan alleen in de casus zelf."},
		Zoek: zoek}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	koppen, err := w.casussen(b, v)
	if err != nil {
		return err
	}
	for _, k := range koppen {
		v.Casussen = append(v.Casussen, casusRegel{k, m.Naam(k.Casusregisseur)})
	}
	v.Nieuw = heeftRol(b.persoon, toegang.Procesregisseur)
	return b.toon("casussen", v)
}

// casussen gives one page of the list, or what a search finds.
func (w *Web) casussen(b *bezoek, v *casussenView) ([]dossier.Kop, error) {
	if v.Zoek != "" {
		v.Gezocht = true
		return w.Casus.ZoekTekst(b.Context(), b.wie, v.Zoek)
	}
	koppen, err := w.Casus.Lijst(b.Context(), b.wie, b.URL.Query().Get("voor"))
	if len(koppen) == casus.PerBladzijde {
		v.Volgende = koppen[len(koppen)-1].ID
	}
	return koppen, err
}

// openFormulier is the form with which a procesregisseur opens a case after triage.
func (w *Web) openFormulier(b *bezoek) (*formulier, error) {
	middel := toegang.Middel{Soort: "casus", Verantwoordelijke: b.wie.Verantwoordelijke, Regime: string(b.regime())}
	if _, err := w.Casus.Mag(b.wie, toegang.CasusOpenen, middel); err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	if err != nil {
		return nil, err
	}
	soort, _ := casus.Soort(casus.Betrokkene)
	persoon := casusVelden(soort, dossier.Dossier{}, m)[0].Velden[:10]
	return &formulier{URL: "/casussen", Knop: "Casus openen", Terug: "/casussen", Nieuw: true, Groepen: []veldgroep{
		{Kop: "Waarom", Velden: []*veld{
			{Naam: "aanleiding", Label: "Aanleiding", Soort: "lang", Nodig: true},
			{Naam: "doel", Label: "Doel van de aanpak", Soort: "keuze", Nodig: true, Uitleg: "Elke blik in de casus heeft dit doel.", Keuzes: doelen()},
			{Naam: "casusregisseur", Label: "Casusregisseur", Soort: "keuze", Nodig: true, Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool { return heeftRol(u, toegang.Casusregisseur) })},
			{Naam: "mag", Label: "Waarover mag de casusregisseur beslissen?", Soort: "tekst", Nodig: true},
			tweedeVeld(),
		}},
		{Kop: "De eerste persoon", Kolommen: true, Velden: persoon},
	}}, nil
}

// tweedeVeld asks why a household gets a second case.
func tweedeVeld() *veld {
	return &veld{Naam: "tweede", Label: "Loopt er al een casus over dit gezin? Waarom dan een tweede?", Soort: "lang", Uitleg: "Een gezin heeft één plan. Meestal vult u de casus aan die er al is."}
}

// doelen are the purposes to choose from.
func doelen() []keuze {
	return gelijk(deling.Doelen)
}

func openPagina() Pagina { return casusPagina("Casus openen", "", "Casus openen") }

func (w *Web) casusNieuw(b *bezoek) error {
	f, err := w.openFormulier(b)
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, openPagina(), f)
}

func (w *Web) casusOpen(b *bezoek) error {
	f, err := w.openFormulier(b)
	if err != nil {
		return err
	}
	waarden := f.lees(b).waarden()
	o := casus.Opening{Regime: b.regime(), Casusregisseur: waarden["casusregisseur"], MagBesluiten: waarden["mag"], Aanleiding: waarden["aanleiding"], Tweede: waarden["tweede"]}
	o.Reden = dossier.Reden{Doel: waarden["doel"], Grondslag: o.Regime.Wet()}
	for _, naam := range []string{"casusregisseur", "mag", "aanleiding", "doel", "tweede"} {
		delete(waarden, naam)
	}
	o.Personen = []map[string]string{waarden}
	k, err := w.Casus.Open(b.Context(), b.wie, o)
	if err != nil {
		return b.casusFout(err, openPagina(), f, dossier.Stuk{})
	}
	b.zeg("De casus is geopend als " + k.Codenaam + ". Vul nu het huishouden en de kring aan.")
	return b.naar("/casussen/" + k.ID)
}
