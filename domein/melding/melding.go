// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package melding is the room of reports about a household, up to the decision of the triage. A report is a dossier of a regime of its own.
package melding

import (
	"context"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// The stations of a report.
const (
	Ontvangen     = "ontvangen"
	Wacht         = "in, wacht op casus" // decided: in; the case is to be opened
	Ingenomen     = "ingenomen"
	NietIngenomen = "niet ingenomen"
)

// The pieces of a report.
const (
	Tekst     = "melding"    // what happened and what is asked
	Gemelde   = "betrokkene" // one for each person, with the fields of persoon.Velden
	Koppeling = "koppeling"  // that a person held it to be about the household of another report
	Weegstuk  = "weging"     // how the triage weighed it
)

// Store is what this room needs kept beside what the vault keeps.
type Store interface {
	dossier.Store
	Volgnummer(ctx context.Context, verantwoordelijke, reeks string) (int, error)
	MetStatus(ctx context.Context, g toegang.Grant, soort dossier.Soort, statussen []string, aantal int) ([]dossier.Kop, error)
	VanEigenaar(ctx context.Context, g toegang.Grant, soort dossier.Soort, eigenaar string, aantal int) ([]dossier.Kop, error)
	ZoekOveral(ctx context.Context, g toegang.Grant, soort dossier.Soort, regime dossier.Regime, words []string) ([]dossier.Treffer, error)
	// Hits counts how often a user asked since a moment whether somebody is known.
	Hits(ctx context.Context, g toegang.Grant, wie string, sinds termijn.Moment) (int, error)
}

// Service holds the use cases on reports.
type Service struct {
	dossier.Kluis
	Store Store
	// Vergelijk says whether two households may be one. It proposes; a person decides.
	Vergelijk func(a, b []persoon.Persoon) persoon.Gelijkenis
}

// reden is the purpose and ground of an action here: a report has no circle that they could come from.
func reden(wat toegang.Actie) dossier.Reden {
	doel, grondslag := toegang.StandaardDoel(wat)
	return dossier.Reden{Doel: doel, Grondslag: grondslag}
}

// Nieuw is a report as somebody fills it in.
type Nieuw struct {
	Soort         string // code of Soorten
	Aanleiding    string
	Verzoek       string
	Gesproken     string // "ja", "nee": with the person himself
	NietGesproken string // why not
	Personen      []map[string]string
}

// Soorten are the kinds of worry that can be reported.
var Soorten = []struct{ Code, Naam string }{
	{"huiselijk_geweld", "huiselijk geweld"}, {"kindermishandeling", "kindermishandeling"}, {"loverboys", "loverboys"}, {"mensenhandel", "mensenhandel"},
	{"verward_gedrag", "ernstig verward gedrag"}, {"jeugdcriminaliteit", "jeugdcriminaliteit"}, {"overlast", "ernstige overlast"},
}

func (n Nieuw) faults(vandaag termijn.Date) []domein.Fault {
	var list []domein.Fault
	if !slices.ContainsFunc(Soorten, func(s struct{ Code, Naam string }) bool { return s.Code == n.Soort }) {
		list = append(list, domein.Fault{Veld: "soort", Melding: "Kies waarover u zich zorgen maakt."})
	}
	if len([]rune(n.Aanleiding)) < 20 {
		list = append(list, domein.Fault{Veld: "aanleiding", Melding: "Schrijf wat er is gebeurd (minstens 20 tekens)."})
	}
	switch {
	case n.Gesproken != "ja" && n.Gesproken != "nee":
		list = append(list, domein.Fault{Veld: "gesproken", Melding: "Kies of u er met de persoon zelf over hebt gesproken."})
	case n.Gesproken == "nee" && n.NietGesproken == "":
		list = append(list, domein.Fault{Veld: "niet_gesproken", Melding: "Schrijf waarom u er nog niet met de persoon over sprak."})
	}
	if len(n.Personen) == 0 {
		list = append(list, domein.Fault{Veld: "achternaam", Melding: "Een melding gaat over minstens een persoon."})
	}
	for _, p := range n.Personen {
		list = append(list, persoon.UitVelden(func(veld string) string { return p[veld] }).Check(vandaag)...)
	}
	return list
}

// Doe makes a report. It gets a receipt number, and a task to weigh it within five working days.
func (s *Service) Doe(ctx context.Context, wie toegang.Actor, n Nieuw) (dossier.Kop, error) {
	const op = "melding.Doe"
	id, nu := s.NieuwID(), s.Nu()
	grant, err := s.Mag(wie, toegang.MeldingDoen, toegang.Middel{Soort: "melding", ID: id, Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID, Regime: string(dossier.MeldingRegime)})
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Deze melding is nog niet gedaan.", n.faults(nu.Date())); err != nil {
		return dossier.Kop{}, err
	}
	contact, err := termijn.Geldend(termijn.ContactMelder, nu.Date())
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	nr, err := s.Store.Volgnummer(ctx, wie.Verantwoordelijke, "melding")
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	k := dossier.Kop{ID: id, Soort: dossier.Melding, Regime: dossier.MeldingRegime, Codenaam: fmt.Sprintf("M-%d-%04d", nu.Date().Year(), nr), Status: Ontvangen, Eigenaar: wie.ID,
		Begonnen: nu, EersteVerwerking: nu.Date(), Versie: 1}
	m := dossier.Mutatie{Dossier: id, Kop: &k, Zout: s.NieuwZout(),
		Stukken: []dossier.Stuk{dossier.NieuwStuk(Tekst, s.NieuwID(), wie.ID, nu, map[string]string{"soort": n.Soort, "aanleiding": n.Aanleiding, "verzoek": n.Verzoek,
			"gesproken": n.Gesproken, "niet_gesproken": n.NietGesproken, "organisatie": wie.Organisatie})},
		Taken:     []dossier.Taak{s.Taak(id, "triage", dossier.VanRol(toegang.Procesregisseur), id, contact.Vanaf(nu))},
		Berichten: []dossier.Bericht{s.Bericht(dossier.VanRol(toegang.Procesregisseur), "melding", id, id)}}
	for _, velden := range n.Personen {
		st := dossier.NieuwStuk(Gemelde, s.NieuwID(), wie.ID, nu, velden)
		m.Stukken = append(m.Stukken, st)
		m.Woorden = append(m.Woorden, persoon.UitVelden(st.Waarde).Zoekwoorden()...)
	}
	return k, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: grant, Soort: dossier.Melding, Mutatie: m}))
}

// Lijst gives the reports that wait for a decision, to the procesregisseur; to others those that they made themselves, with how far they are.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]dossier.Kop, error) {
	const op = "melding.Lijst"
	grant, err := s.Mag(wie, toegang.MeldingWegen, toegang.Middel{Soort: "melding", Verantwoordelijke: wie.Verantwoordelijke, Regime: string(dossier.MeldingRegime)})
	if err == nil {
		list, err := s.Store.MetStatus(ctx, grant, dossier.Melding, []string{Ontvangen, Wacht}, 200)
		return list, domein.Wrap(op, err)
	}
	grant, err = s.Mag(wie, toegang.MeldingLezen, toegang.Middel{Soort: "melding", Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID, Regime: string(dossier.MeldingRegime)})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.VanEigenaar(ctx, grant, dossier.Melding, wie.ID, 200)
	return list, domein.Wrap(op, err)
}

// Beeld is a report as its reader may see it. Voorstellen are for the procesregisseur only: a reporter learns nothing of another.
type Beeld struct {
	dossier.Dossier
	Doel, Grondslag string
	Weegt           bool
	Voorstellen     []Voorstel
	Gekoppeld       []dossier.Stuk
}

// Voorstel is another report, or a case, that may be about the same household. Of a case only its code name is given.
type Voorstel struct {
	dossier.Kop
	Redenen []string
}

// Toon shows a report to its reporter or to the procesregisseur.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Beeld, error) {
	const op = "melding.Toon"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.MeldingLezen, reden(toegang.MeldingLezen))
	if err != nil {
		return Beeld{}, domein.Wrap(op, err)
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil || d.Soort != dossier.Melding {
		return Beeld{}, domein.Wrap(op, err)
	}
	b := Beeld{Dossier: d, Doel: sleutel.Grant.Doel(), Grondslag: sleutel.Grant.Grondslag(), Weegt: slices.Contains(wie.Rollen, toegang.Procesregisseur)}
	if !b.Weegt {
		return b, nil
	}
	b.Gekoppeld = d.Van(Koppeling)
	b.Voorstellen, err = s.voorstellen(ctx, wie, sleutel.Grant, d)
	return b, domein.Wrap(op, err)
}

// personen gives the people of a report.
func personen(d dossier.Dossier) []persoon.Persoon {
	var list []persoon.Persoon
	for _, st := range d.Van(Gemelde) {
		list = append(list, persoon.UitVelden(st.Waarde))
	}
	return list
}

// voorstellen looks for other open reports about one of the people, one regime after the other, with the clear text in hand: nothing that was joined is kept.
func (s *Service) voorstellen(ctx context.Context, wie toegang.Actor, g toegang.Grant, d dossier.Dossier) ([]Voorstel, error) {
	var woorden []string
	for _, p := range personen(d) {
		woorden = append(woorden, p.Zoekwoorden()...)
	}
	treffers, err := s.Store.ZoekOveral(ctx, g, dossier.Melding, dossier.MeldingRegime, woorden)
	if err != nil {
		return nil, err
	}
	var list []Voorstel
	for _, t := range treffers {
		if t.ID == d.ID || slices.ContainsFunc(d.Van(Koppeling), func(st dossier.Stuk) bool { return st.Waarde("met") == t.ID }) {
			continue
		}
		sleutel, err := s.Vraag(ctx, wie, t.ID, toegang.MeldingKoppelen, reden(toegang.MeldingKoppelen))
		if err != nil {
			return nil, err
		}
		ander, err := s.Open(ctx, sleutel)
		if err != nil {
			return nil, err
		}
		if g := s.Vergelijk(personen(d), personen(ander)); g.Sterk {
			list = append(list, Voorstel{t.Kop, g.Redenen})
		}
	}
	return list, nil
}
