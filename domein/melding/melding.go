// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package melding is the room of reports about a household, up to the decision of the triage. A report is a dossier of a regime of its own.
package melding

import (
	"context"
	"fmt"
	"io"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
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
	// Verantwoordelijke gives one controller, or NotFound.
	Verantwoordelijke(ctx context.Context, id string) (gebied.Verantwoordelijke, error)
	// Afzenders lists the organisations whose messages are received, and the names of the controller itself.
	Afzenders(ctx context.Context, g toegang.Grant) ([]Afzender, error)
	// SaveAfzender adds an organisation, or changes it.
	SaveAfzender(ctx context.Context, g toegang.Grant, a Afzender, entry journaal.Entry) error
	// Ingangen lists how the reports with these kenmerken, or these dossiers, came in.
	Ingangen(ctx context.Context, g toegang.Grant, kenmerken, dossiers []string) ([]Ingang, error)
	// NeemIn keeps new reports, all or none. A kenmerk that is there already is a Conflict.
	NeemIn(ctx context.Context, list []Inname, entries []journaal.Entry) error
	// TriageTaken lists the open tasks of triage.
	TriageTaken(ctx context.Context, g toegang.Grant) ([]dossier.Taak, error)
	// Hit keeps one question whether somebody is known, with what daad changes, unless the asker had limit answers since sinds: then it is a Conflict and nothing is kept.
	Hit(ctx context.Context, daad dossier.Daad, limit int, sinds termijn.Moment, entries []journaal.Entry) error
	// Overdrachten lists the transfers from Veilig Thuis, newest first.
	Overdrachten(ctx context.Context, g toegang.Grant) ([]Stand, error)
	// SaveStand keeps how far a transfer is.
	SaveStand(ctx context.Context, daad dossier.Daad, st Stand, entries []journaal.Entry) error
	// Uitgaand lists the tasks of the program to send an outcome that wait at tot, oldest first.
	Uitgaand(ctx context.Context, g toegang.Grant, tot termijn.Moment) ([]dossier.Taak, error)
	SaveMeldingconcept(ctx context.Context, g toegang.Grant, c dossier.Concept) error
	// Meldingconcept gives the draft of the actor of the grant, or NotFound.
	Meldingconcept(ctx context.Context, g toegang.Grant) (dossier.Concept, error)
	DeleteMeldingconcept(ctx context.Context, g toegang.Grant) error
	// RuimMeldingconcepten throws away drafts that nobody touched since a moment, and gives how many.
	RuimMeldingconcepten(ctx context.Context, g toegang.Grant, sinds termijn.Moment) (int, error)
}

// Contact is how somebody is reached at his work.
type Contact struct{ Naam, Telefoon string }

// Lezer reads the reports in a file.
type Lezer func(r io.Reader) ([]Aanlevering, error)

// Service holds the use cases on reports.
type Service struct {
	dossier.Kluis
	Store Store
	// Vergelijk says whether two households may be one. It proposes; a person decides.
	Vergelijk func(a, b []persoon.Persoon) persoon.Gelijkenis
	// Lezers read the files that can come in, by door.
	Lezers map[Deur]Lezer
	// Schrijf writes the answer to a message of CORV. Without it answers wait.
	Schrijf func(w io.Writer, u Uitkomst) error
	// Contact tells how a user is reached at his work, or NotFound.
	Contact func(ctx context.Context, verantwoordelijke, gebruiker string) (Contact, error)
}

// vraag asks for a report. A case answers as what does not exist, before anything of it is read.
func (s *Service) vraag(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie) (dossier.Sleutel, error) {
	sleutel, err := s.Vraag(ctx, wie, id, wat, reden(wat))
	if err == nil && sleutel.Soort != dossier.Melding {
		return dossier.Sleutel{}, domein.Missing("melding.vraag")
	}
	return sleutel, err
}

// reden is the purpose and ground of an action here: a report has no circle that they could come from.
func reden(wat toegang.Actie) dossier.Reden {
	doel, grondslag := toegang.StandaardDoel(wat)
	return dossier.Reden{Doel: doel, Grondslag: grondslag}
}

// Nieuw is a report as somebody fills it in.
type Nieuw struct {
	Bon           string // of the search before it
	Toch          bool   // he knows of his own earlier report and reports again
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
	for i, p := range n.Personen {
		for _, f := range persoon.UitVelden(func(veld string) string { return p[veld] }).Check(vandaag) {
			if i > 0 {
				f.Veld = fmt.Sprintf("p%d-%s", i+1, f.Veld)
			}
			list = append(list, f)
		}
	}
	return list
}

// Doe makes a report of the form. It gets a receipt number, and a task to weigh it within five working days. A form that is sent twice makes one report.
func (s *Service) Doe(ctx context.Context, wie toegang.Actor, n Nieuw) (Ontvangst, error) {
	const op = "melding.Doe"
	nu := s.Nu()
	grant, err := s.Mag(wie, toegang.MeldingDoen, middel(wie.Verantwoordelijke, "", wie.ID))
	if err != nil {
		return Ontvangst{}, domein.Wrap(op, err)
	}
	bon, ok := s.leesBon(wie, n.Bon)
	faults := n.faults(nu.Date())
	if !ok {
		faults = append(faults, domein.Fault{Veld: "bon", Melding: "Zoek eerst of u deze persoon al hebt gemeld. Uw zoekopdracht is te oud of hoort niet bij u."})
	}
	if err := domein.Refuse(op, "Deze melding is nog niet gedaan.", faults); err != nil {
		return Ontvangst{}, err
	}
	tenant, err := s.Store.Verantwoordelijke(ctx, wie.Verantwoordelijke)
	if err != nil {
		return Ontvangst{}, domein.Wrap(op, err)
	}
	in := s.ingangVanFormulier(wie, bon, n, bestemming(tenant))
	if err := s.nietAlGemeld(ctx, grant, n, in); err != nil {
		return Ontvangst{}, domein.Wrap(op, err)
	}
	got, err := s.neemIn(ctx, grant, []Ingang{in}, func(int) (Inname, error) { return s.inname(ctx, grant, in, wie.ID, s.formulierstukken(wie, n)) })
	if err != nil {
		return Ontvangst{}, domein.Wrap(op, err)
	}
	return got[0], nil
}

func (s *Service) formulierstukken(wie toegang.Actor, n Nieuw) []dossier.Stuk {
	nu := s.Nu()
	list := []dossier.Stuk{dossier.NieuwStuk(Tekst, s.NieuwID(), wie.ID, nu, map[string]string{"soort": n.Soort, "aanleiding": n.Aanleiding, "verzoek": n.Verzoek,
		"gesproken": n.Gesproken, "niet_gesproken": n.NietGesproken, "organisatie": wie.Organisatie})}
	for _, velden := range n.Personen {
		list = append(list, dossier.NieuwStuk(Gemelde, s.NieuwID(), wie.ID, nu, velden))
	}
	return list
}
