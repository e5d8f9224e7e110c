// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package inzage is the account to the person concerned: who saw and shared what about him, on which ground. A request is a dossier of a regime of its own, because what
// it holds is personal data that no case may be joined with. The privacy officer decides; the FG watches.
package inzage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// The stations of a request.
const (
	Ontvangen  = "ontvangen"
	Uitgereikt = "uitgereikt"
	Gesloten   = "gesloten"
)

// The pieces of a request, and the one that it leaves in a case.
const (
	Persoon    = "betrokkene"  // who asks, or on whose behalf somebody asks: the fields of persoon.Velden
	Vraagstuk  = "verzoek"     // how it came in and how the identity was checked
	Gevonden   = "gevonden"    // that a person held a dossier to be about him, or not
	Voorbereid = "voorbereid"  // up to which moment the extract goes, and what it then held
	Instemming = "instemming"  // a second privacy officer agrees to hand it out
	Overhandig = "overhandigd" // what was handed out
	Recht      = "recht"       // a wish under art. 16 to 21 AVG, with its outcome
	Langer     = "verlenging"  // the term was extended
	Afsluiting = "afsluiting"
	Uitstel    = "uitstel" // in the case: a line is not shown yet
)

// Store is what this room needs kept beside what the vault keeps.
type Store interface {
	dossier.Store
	Volgnummer(ctx context.Context, verantwoordelijke, reeks string) (int, error)
	MetStatus(ctx context.Context, g toegang.Grant, soort dossier.Soort, statussen []string, aantal int) ([]dossier.Kop, error)
	Taken(ctx context.Context, g toegang.Grant, houders []string, aantal int) ([]dossier.Taak, error)
	// ZoekAlles lists every dossier of one regime with any of the words, closed ones too.
	ZoekAlles(ctx context.Context, g toegang.Grant, regime dossier.Regime, words []string) ([]dossier.Treffer, error)
	// JournaalVan gives the rows of the journal about any of these dossiers, oldest first.
	JournaalVan(ctx context.Context, g toegang.Grant, dossiers []string) ([]journaal.Rij, error)
}

// Service holds the use cases on requests.
type Service struct {
	dossier.Kluis
	Store Store
	// Gebruiker gives the organisation of a user, or NotFound.
	Gebruiker func(ctx context.Context, verantwoordelijke, id string) (toegang.Actor, error)
}

// Controles are the ways in which an identity is checked, and Vertegenwoordigers who may ask for another.
var (
	Controles          = []string{"paspoort of identiteitskaart aan de balie", "DigiD", "bekend bij de behandelaar, met een tweede gegeven"}
	Vertegenwoordigers = []string{"ouder of voogd met gezag", "curator of mentor", "gemachtigde", "advocaat"}
)

// Nieuw is a request as it comes in.
type Nieuw struct {
	Persoon   map[string]string // the fields of persoon.Velden
	Controle  string            // of Controles
	Namens    string            // of Vertegenwoordigers; empty: he asks himself
	Bewijs    string            // how that was checked
	Ontvangen termijn.Date
}

func (n Nieuw) faults(vandaag termijn.Date) []domein.Fault {
	p := persoon.UitVelden(func(veld string) string { return n.Persoon[veld] })
	list := p.Check(vandaag)
	if p.BSN == "" && len(p.Geboren) != 10 {
		list = append(list, domein.Fault{Veld: "geboren", Melding: "Vul een burgerservicenummer of een hele geboortedatum in: zonder een van beide is niet zeker om wie het gaat."})
	}
	if !slices.Contains(Controles, n.Controle) {
		list = append(list, domein.Fault{Veld: "controle", Melding: "Kies hoe is nagegaan wie het is."})
	}
	switch {
	case n.Namens != "" && !slices.Contains(Vertegenwoordigers, n.Namens):
		list = append(list, domein.Fault{Veld: "namens", Melding: "Kies wie namens de persoon vraagt."})
	case n.Namens != "" && strings.TrimSpace(n.Bewijs) == "":
		list = append(list, domein.Fault{Veld: "bewijs", Melding: "Schrijf hoe is nagegaan dat hij dat mag."})
	}
	if n.Ontvangen.IsZero() || n.Ontvangen.After(vandaag) {
		list = append(list, domein.Fault{Veld: "ontvangen", Melding: "Vul in wanneer het verzoek kwam. Dat is vandaag of eerder."})
	}
	return list
}

// reden is the purpose and ground of an action here.
func reden(wat toegang.Actie) dossier.Reden {
	doel, grondslag := toegang.StandaardDoel(wat)
	return dossier.Reden{Doel: doel, Grondslag: grondslag}
}

// actie is what wie asks leave for when he looks: the privacy officer handles, anybody else can only watch.
func actie(wie toegang.Actor) toegang.Actie {
	if slices.Contains(wie.Rollen, toegang.Privacyfunctionaris) {
		return toegang.InzageBehandelen
	}
	return toegang.ToezichtLezen
}

// Registreer takes in a request. It must be answered within a month of its receipt (AVG art. 12 lid 3).
func (s *Service) Registreer(ctx context.Context, wie toegang.Actor, n Nieuw) (dossier.Kop, error) {
	const op = "inzage.Registreer"
	id, nu := s.NieuwID(), s.Nu()
	grant, err := s.Mag(wie, toegang.InzageBehandelen, toegang.Middel{Soort: "inzage", ID: id, Verantwoordelijke: wie.Verantwoordelijke, Regime: string(dossier.InzageRegime)})
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Dit verzoek is nog niet vastgelegd.", n.faults(nu.Date())); err != nil {
		return dossier.Kop{}, err
	}
	regel, err := termijn.Geldend(termijn.InzageTermijn, nu.Date())
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	nr, err := s.Store.Volgnummer(ctx, wie.Verantwoordelijke, "inzage")
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	k := dossier.Kop{ID: id, Soort: dossier.Inzage, Regime: dossier.InzageRegime, Codenaam: fmt.Sprintf("V-%d-%04d", nu.Date().Year(), nr), Status: Ontvangen, Begonnen: nu,
		EersteVerwerking: nu.Date(), Versie: 1}
	velden := map[string]string{}
	for _, naam := range persoon.Velden {
		velden[naam] = n.Persoon[naam]
	}
	m := dossier.Mutatie{Dossier: id, Kop: &k, Zout: s.NieuwZout(),
		Stukken: []dossier.Stuk{dossier.NieuwStuk(Persoon, s.NieuwID(), wie.ID, nu, velden),
			dossier.NieuwStuk(Vraagstuk, s.NieuwID(), wie.ID, nu, map[string]string{"controle": n.Controle, "namens": n.Namens, "bewijs": n.Bewijs, "ontvangen": n.Ontvangen.String()})},
		Taken: []dossier.Taak{s.Taak(id, "inzage", dossier.VanRol(toegang.Privacyfunctionaris), id, regel.VanafDag(n.Ontvangen).End())}}
	return k, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: grant, Soort: dossier.Inzage, Mutatie: m}))
}

// Rij is a request in the list, with the moment at which its term ends; zero where nothing waits.
type Rij struct {
	dossier.Kop
	Vervalt termijn.Moment
	TeLaat  bool
}

// Lijst gives the requests that are open, and lines of which the postponement waits for a look, to the privacy officer and to the FG.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]Rij, []dossier.Taak, error) {
	const op = "inzage.Lijst"
	grant, err := s.Mag(wie, actie(wie), toegang.Middel{Soort: "inzage", Verantwoordelijke: wie.Verantwoordelijke, Regime: string(dossier.InzageRegime)})
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	koppen, err := s.Store.MetStatus(ctx, grant, dossier.Inzage, []string{Ontvangen, Uitgereikt}, 500)
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	taken, err := s.Store.Taken(ctx, grant, []string{dossier.VanRol(toegang.Privacyfunctionaris)}, 1000)
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	var list []Rij
	for _, k := range koppen {
		r := Rij{Kop: k}
		if i := slices.IndexFunc(taken, func(t dossier.Taak) bool { return t.Soort == "inzage" && t.Dossier == k.ID }); i >= 0 {
			r.Vervalt, r.TeLaat = taken[i].Vervalt, taken[i].TeLaat(s.Nu())
		}
		list = append(list, r)
	}
	return list, slices.DeleteFunc(taken, func(t dossier.Taak) bool { return t.Soort != Herzien }), nil
}

// open opens a request for what wie wants to do. A dossier of another sort does not exist here.
func (s *Service) open(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie) (dossier.Dossier, dossier.Sleutel, error) {
	const op = "inzage.open"
	sleutel, err := s.Vraag(ctx, wie, id, wat, reden(wat))
	if err != nil {
		return dossier.Dossier{}, sleutel, err
	}
	if sleutel.Soort != dossier.Inzage {
		return dossier.Dossier{}, sleutel, domein.Missing(op)
	}
	d, err := s.Open(ctx, sleutel)
	return d, sleutel, err
}

// bewaar keeps a change of a request.
func (s *Service) bewaar(ctx context.Context, d dossier.Dossier, sleutel dossier.Sleutel, m dossier.Mutatie) error {
	m.Dossier = d.ID
	return s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m})
}

// laatste gives the newest piece of a kind.
func laatste(d dossier.Dossier, soort string) (dossier.Stuk, bool) {
	list := d.Van(soort)
	if len(list) == 0 {
		return dossier.Stuk{}, false
	}
	return list[len(list)-1], true
}

// wieVraagt gives the identity that the request is about.
func wieVraagt(d dossier.Dossier) persoon.Persoon {
	st, _ := laatste(d, Persoon)
	return persoon.UitVelden(st.Waarde)
}
