// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept beside what the vault keeps.
type Store interface {
	dossier.Store
	// Dossiers lists the dossiers of one sort in whose circle the actor of the grant sits at nu, newest first, before the dossier voor (empty: from the newest).
	Dossiers(ctx context.Context, g toegang.Grant, soort dossier.Soort, nu termijn.Moment, voor string, aantal int) ([]dossier.Kop, error)
	// Zoek lists the dossiers of one regime with any of the words, within the circles of the actor of the grant.
	Zoek(ctx context.Context, g toegang.Grant, regime dossier.Regime, words []string, nu termijn.Moment) ([]dossier.Treffer, error)
	// ZoekOveral lists the open dossiers of one sort and regime with any of the words.
	ZoekOveral(ctx context.Context, g toegang.Grant, soort dossier.Soort, regime dossier.Regime, words []string) ([]dossier.Treffer, error)
	// Volgnummer gives the next number of a series of the controller.
	Volgnummer(ctx context.Context, verantwoordelijke, reeks string) (int, error)
	// Vervallen lists open tasks of the program itself whose moment has come, oldest first, at most aantal.
	Vervallen(ctx context.Context, g toegang.Grant, tot termijn.Moment, aantal int) ([]dossier.Taak, error)
	// Taken lists the open tasks of the holders, the first to fall due first, at most aantal.
	Taken(ctx context.Context, g toegang.Grant, houders []string, aantal int) ([]dossier.Taak, error)
	// Berichten lists the notices for a user and his roles, newest first, at most aantal.
	Berichten(ctx context.Context, g toegang.Grant, voor []string, aantal int) ([]dossier.Bericht, error)
	// Codenamen gives the code names of dossiers by their id.
	Codenamen(ctx context.Context, g toegang.Grant, ids []string) (map[string]string, error)
	SaveConcept(ctx context.Context, g toegang.Grant, formulier string, c dossier.Concept) error
	// Concept gives a draft of the actor of the grant, or NotFound.
	Concept(ctx context.Context, g toegang.Grant, formulier string) (dossier.Concept, error)
	DeleteConcept(ctx context.Context, g toegang.Grant, formulier string) error
	// LeesInhoud writes the content of a file of the dossier that the grant is about, chunk by chunk, or gives NotFound.
	LeesInhoud(ctx context.Context, g toegang.Grant, bijlage string, w io.Writer) error
	// Afwezig says who is away on a day, and who stands in for him.
	Afwezig(ctx context.Context, verantwoordelijke string, op termijn.Date) (map[string]string, error)
	SaveAfwezig(ctx context.Context, verantwoordelijke, gebruiker, vervanger string, van, tot termijn.Date, entry journaal.Entry) error
}

// Service holds the use cases on cases.
type Service struct {
	dossier.Kluis
	Store Store
	// Gebruiker gives the role and organisation of a user, or NotFound.
	Gebruiker func(ctx context.Context, verantwoordelijke, id string) (toegang.Actor, error)
	// KeurBestand gives a file as it can be kept, or an Invalid error with all that is wrong with it.
	KeurBestand func(naam string, inhoud []byte) (Bestand, error)
	// Gebruikers lists the users of a controller.
	Gebruikers func(ctx context.Context, verantwoordelijke string) ([]toegang.Actor, error)
}

// PerBladzijde is how many cases one page of the list shows: few enough that one journal entry names them all.
const PerBladzijde = 50

// Lijst gives the cases in whose circle wie sits, newest first, before the case voor. The list itself is a look.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor, voor string) ([]dossier.Kop, error) {
	const op = "casus.Lijst"
	grant, err := s.lijstgrant(wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Dossiers(ctx, grant, dossier.Casus, s.Nu(), voor, PerBladzijde)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return list, domein.Wrap(op, s.lijstblik(ctx, grant, list))
}

func (s *Service) lijstgrant(wie toegang.Actor) (toegang.Grant, error) {
	return s.Mag(wie, toegang.CasusLijst, toegang.Middel{Soort: "casus", Verantwoordelijke: wie.Verantwoordelijke})
}

// lijstblik commits that these cases were shown in a list.
func (s *Service) lijstblik(ctx context.Context, grant toegang.Grant, list []dossier.Kop) error {
	object := "geen"
	for i, k := range list {
		if i == 0 {
			object = k.ID
			continue
		}
		object += "," + k.ID
	}
	look, err := s.Blik(grant, "casussen", object)
	if err != nil {
		return err
	}
	return s.Store.Kijk(ctx, look)
}

// Opening is a case that a triage decided to take in.
type Opening struct {
	Regime         dossier.Regime
	Reden          dossier.Reden // purpose and ground of the procesregisseur, fixed at the triage
	Casusregisseur string
	MagBesluiten   string // about what the casusregisseur may decide
	Aanleiding     string
	Tweede         string                 // why a household that has a case already needs a second one
	Personen       []map[string]string    // fields of pieces of kind Betrokkene
	EersteDag      termijn.Date           // first processing, also of the report: from here the term of the WGS counts
	Herkomst       []dossier.Daad         // what changes in the reports that it comes from, in the same transaction
	Sporen         []dossier.Verstrekking // the sharing by which the data move from the regime of reports to this one
}

// Open opens a case. From this moment there is one person with sight on safety: the casusregisseur. The procesregisseur who took the case in chairs it.
func (s *Service) Open(ctx context.Context, wie toegang.Actor, o Opening) (dossier.Kop, error) {
	const op = "casus.Open"
	if !o.Regime.Aan() || o.Regime == dossier.MeldingRegime {
		return dossier.Kop{}, domein.Refuse(op, "Deze casus kan niet worden geopend.", []domein.Fault{{Veld: "regime", Melding: "Dit soort casus staat uit."}})
	}
	if !slices.Contains(deling.Doelen, o.Reden.Doel) {
		return dossier.Kop{}, domein.Refuse(op, "Deze casus kan nog niet worden geopend.", []domein.Fault{{Veld: "doel", Melding: "Kies het doel van de aanpak."}})
	}
	regisseur, err := s.casusregisseur(ctx, wie, o.Casusregisseur)
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	nr, err := s.Store.Volgnummer(ctx, wie.Verantwoordelijke, "casus")
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	nu := s.Nu()
	k := dossier.Kop{ID: s.NieuwID(), Soort: dossier.Casus, Regime: o.Regime, Codenaam: Codenaam(nr), Status: string(Ingenomen), Procesregisseur: wie.ID,
		Casusregisseur: regisseur.ID, Begonnen: nu, EersteVerwerking: eersteDag(o, nu), Versie: 1}
	grant, err := s.MagVoor(wie, toegang.CasusOpenen, toegang.Middel{Soort: "casus", ID: k.ID, Verantwoordelijke: wie.Verantwoordelijke, Regime: string(o.Regime)},
		o.Reden.Doel, o.Reden.Grondslag)
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	m, faults, err := s.opening(wie, regisseur, k, o)
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	fault, err := s.eenPlan(ctx, grant, o)
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	faults = append(faults, fault...)
	if err := domein.Refuse(op, "Deze casus kan nog niet worden geopend.", faults); err != nil {
		return dossier.Kop{}, err
	}
	daden := append([]dossier.Daad{{Grant: grant, Soort: dossier.Casus, Mutatie: m}}, o.Herkomst...)
	return k, domein.Wrap(op, s.Bewaar(ctx, daden...))
}

// eenPlan holds a household to one plan (S7): where one of its people, known by BSN or by name and day of birth, is in an open case of this regime, a second takes a reason.
func (s *Service) eenPlan(ctx context.Context, grant toegang.Grant, o Opening) ([]domein.Fault, error) {
	if !deling.TeKort(o.Tweede) {
		return nil, nil
	}
	var woorden []string
	for _, velden := range o.Personen {
		woorden = append(woorden, zeker(persoon.UitVelden(func(naam string) string { return velden[naam] }))...)
	}
	met, err := s.Store.ZoekOveral(ctx, grant, dossier.Casus, o.Regime, woorden)
	if err != nil || len(met) == 0 {
		return nil, err
	}
	return []domein.Fault{{Veld: "tweede", Melding: fmt.Sprintf("Over een van deze personen loopt al een casus: %s. Een gezin heeft één plan. Vul die casus aan, of schrijf waarom een tweede nodig is (minstens 20 tekens).",
		met[0].Codenaam)}}, nil
}

// zeker are the search words by which two records are of one person: the BSN, or the name with the day of birth.
func zeker(p persoon.Persoon) []string {
	return slices.DeleteFunc(p.Zoekwoorden(), func(w string) bool { return !strings.HasPrefix(w, "bsn:") && !strings.HasPrefix(w, "dag:") })
}

// Elders lists the other open cases of this regime in which a person of a case is too: that they exist, and who leads them (S7). Whoever adds somebody who is at another table
// already calls that table. Only whoever has the direction hears it: for anybody else it would be a way around the question whether somebody is known, which is counted and bounded.
func (s *Service) Elders(ctx context.Context, wie toegang.Actor, id, persoon string) ([]dossier.Kop, error) {
	const op = "casus.Elders"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusBewerken)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	if !slices.Contains([]string{toegang.AlsCasusregisseur, toegang.AlsProcesregisseur}, sleutel.Lid.Functie) {
		return nil, nil
	}
	st, err := d.Stuk(Betrokkene, persoon)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	met, err := s.Store.ZoekOveral(ctx, sleutel.Grant, dossier.Casus, d.Regime, zeker(Persoon(st)))
	var list []dossier.Kop
	for _, t := range met {
		if t.ID != id {
			list = append(list, dossier.Kop{ID: t.ID, Codenaam: t.Codenaam, Casusregisseur: t.Casusregisseur})
		}
	}
	return list, domein.Wrap(op, err)
}

// opening is everything that a case begins with.
func (s *Service) opening(wie, regisseur toegang.Actor, k dossier.Kop, o Opening) (dossier.Mutatie, []domein.Fault, error) {
	nu := k.Begonnen
	lid := func(a toegang.Actor, functie string) dossier.Lid {
		return dossier.Lid{Gebruiker: a.ID, Organisatie: a.Organisatie, Functie: functie, Doel: o.Reden.Doel, Grondslag: o.Reden.Grondslag, Van: nu, Door: wie.ID}
	}
	m := dossier.Mutatie{
		Dossier: k.ID, Kop: &k, Zout: s.NieuwZout(),
		Leden: []dossier.Lid{lid(wie, toegang.AlsProcesregisseur), lid(regisseur, toegang.AlsCasusregisseur)},
		Zicht: &dossier.Zicht{Houder: regisseur.ID, Van: nu, Door: wie.ID},
		Stukken: []dossier.Stuk{
			dossier.NieuwStuk("opening", s.NieuwID(), wie.ID, nu, map[string]string{"aanleiding": o.Aanleiding, "tweede": o.Tweede, "doel": o.Reden.Doel, "grondslag": o.Reden.Grondslag}),
			dossier.NieuwStuk("benoeming", s.NieuwID(), wie.ID, nu, map[string]string{"wie": regisseur.ID, "sinds": nu.String(), "door": wie.ID, "mag": o.MagBesluiten}),
		},
		Berichten: []dossier.Bericht{s.Bericht(regisseur.ID, "casus.benoemd", k.ID, "")},
		Sporen:    o.Sporen,
	}
	if wie.ID == regisseur.ID {
		m.Leden = m.Leden[:1]
	}
	informeren, err := vanaf(termijn.InformerenBetrokkene, nu)
	if err != nil {
		return m, nil, err
	}
	var faults []domein.Fault
	soort, _ := Soort(Betrokkene)
	for i, velden := range o.Personen {
		if velden["adres_geheim"] == "ja" && velden["genoemd"] == "" {
			velden["genoemd"] = regisseur.ID
		}
		st := dossier.NieuwStuk(Betrokkene, s.NieuwID(), wie.ID, nu, velden)
		for _, f := range soort.keuren(st, dossier.Dossier{Leden: m.Leden}, nu.Date()) {
			f.Veld = fmt.Sprintf("personen.%d.%s", i+1, f.Veld)
			faults = append(faults, f)
		}
		m.Stukken = append(m.Stukken, st)
		m.Woorden = append(m.Woorden, Persoon(st).Zoekwoorden()...)
		m.Taken = append(m.Taken, s.Taak(k.ID, "informeren", regisseur.ID, st.ID, informeren))
	}
	if len(o.Personen) == 0 {
		faults = append(faults, domein.Fault{Veld: "personen", Melding: "Een casus gaat over minstens een persoon."})
	}
	return m, faults, nil
}

// casusregisseur gives the user who is to lead the content, who must have that role.
func (s *Service) casusregisseur(ctx context.Context, wie toegang.Actor, id string) (toegang.Actor, error) {
	a, err := s.Gebruiker(ctx, wie.Verantwoordelijke, id)
	if domein.KindOf(err) == domein.NotFound || err == nil && !slices.Contains(a.Rollen, toegang.Casusregisseur) {
		return a, domein.Refuse("casus", "Deze casusregisseur kan niet.", []domein.Fault{{Veld: "casusregisseur", Melding: "Kies een casusregisseur uit de lijst."}})
	}
	return a, err
}

// vogels give cases a code name: no name of a person, a street or a number of a house can be read in it.
var vogels = []string{"Grutto", "Kievit", "Tureluur", "Zilverreiger", "Wulp", "Roodborst", "Merel", "Fuut", "Scholekster", "Lepelaar", "Zwaluw", "Putter", "Sijs", "Wielewaal",
	"Torenvalk", "Kluut", "Boomklever", "Nachtegaal", "Spreeuw", "Kwikstaart", "Winterkoning", "Leeuwerik", "Goudvink", "Ijsvogel"}

// Codenaam gives the code name of the case with this number.
func Codenaam(nr int) string { return fmt.Sprintf("%s %d", vogels[nr%len(vogels)], nr) }
