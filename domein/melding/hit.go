// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"errors"
	"slices"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Bekendheid is the whole answer to the question whether somebody is known: yes or no, and whom to call. Nothing of the case is in it.
type Bekendheid struct {
	Bekend    bool
	Regisseur Contact // zero where not known
}

// MagVragen tells whether wie may ask at all whether somebody is known. A refusal says why, and goes to the journal.
func (s *Service) MagVragen(ctx context.Context, wie toegang.Actor) error {
	const op = "melding.MagVragen"
	tenant, err := s.Store.Verantwoordelijke(ctx, wie.Verantwoordelijke)
	if err != nil {
		return domein.Wrap(op, err)
	}
	_, err = s.Mag(wie, toegang.HitVragen, middel(wie.Verantwoordelijke, "", ""))
	if err == nil && regimeVan(tenant) == dossier.ZVH && !deelnemer(wie.Organisatie) {
		err = &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "Uw organisatie is geen wettelijke deelnemer aan dit samenwerkingsverband. Bespreek uw zorg met Veilig Thuis."}
	}
	if err == nil {
		return nil
	}
	return domein.Wrap(op, s.geweigerd(ctx, wie, err))
}

func deelnemer(organisatie string) bool {
	return slices.ContainsFunc(deling.Organisaties, func(o deling.Organisatie) bool { return o.Code == organisatie && o.Deelnemer })
}

// geweigerd writes a refused question to the journal and gives its reason back.
func (s *Service) geweigerd(ctx context.Context, wie toegang.Actor, why error) error {
	r := reden(toegang.HitVragen)
	entry, err := s.Geweigerd(wie, toegang.HitVragen, "melding", "bekend", r.Doel, r.Grondslag)
	if err == nil {
		err = s.Store.Kijk(ctx, entry)
	}
	return errors.Join(why, err)
}

// EigenLopende lists the reports on which wie may ask: his own, as long as they wait.
func (s *Service) EigenLopende(ctx context.Context, wie toegang.Actor) ([]dossier.Kop, error) {
	const op = "melding.EigenLopende"
	if err := s.MagVragen(ctx, wie); err != nil {
		return nil, domein.Wrap(op, err)
	}
	grant, err := s.Mag(wie, toegang.MeldingLezen, middel(wie.Verantwoordelijke, "", wie.ID))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.VanEigenaar(ctx, grant, dossier.Melding, wie.ID, maxRijen)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list = slices.DeleteFunc(list, func(k dossier.Kop) bool { return k.Status != Ontvangen })
	return list, domein.Wrap(op, s.lijstblik(ctx, grant, list))
}

// HitVraag asks whether the people of an own report that still waits are known in a case (S4). The question is itself a sharing: it stands in the journal and in the ledger of
// the report whether the answer is yes or no, after the same work. The regisseur gets a bell. Above a number of questions an hour the asker is refused and the FG is told.
func (s *Service) HitVraag(ctx context.Context, wie toegang.Actor, id string) (Bekendheid, error) {
	const op = "melding.HitVraag"
	if err := s.MagVragen(ctx, wie); err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	sleutel, err := s.vraag(ctx, wie, id, toegang.HitVragen)
	if err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	if sleutel.Eigenaar != wie.ID { // somebody of another organisation must not learn that the report exists
		return Bekendheid{}, domein.Wrap(op, s.geweigerd(ctx, wie, domein.Missing(op)))
	}
	if sleutel.Status != Ontvangen {
		return Bekendheid{}, s.geweigerd(ctx, wie, &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "Vragen of iemand bekend is kan alleen met een eigen melding die nog loopt."})
	}
	tenant, err := s.Store.Verantwoordelijke(ctx, wie.Verantwoordelijke)
	if err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	var woorden []string
	for _, p := range personen(d) {
		woorden = append(woorden, zeker(p)...)
	}
	met, err := s.Store.ZoekOveral(ctx, sleutel.Grant, dossier.Casus, regimeVan(tenant), woorden)
	if err != nil {
		return Bekendheid{}, domein.Wrap(op, err)
	}
	antwoord, err := s.antwoord(ctx, wie, sleutel, d, met)
	return antwoord, domein.Wrap(op, err)
}

// zeker keeps the words that name one person: his BSN, or his name with the day of birth. A name alone is no question about a person.
func zeker(p persoon.Persoon) []string {
	return slices.DeleteFunc(p.Zoekwoorden(), func(w string) bool { return w[:4] != "bsn:" && w[:4] != "dag:" })
}

// antwoord keeps the question and gives the answer. Where nobody is known the asker himself is looked up and the bell goes to nobody, so that yes and no take the same work.
func (s *Service) antwoord(ctx context.Context, wie toegang.Actor, sleutel dossier.Sleutel, d dossier.Dossier, met []dossier.Treffer) (Bekendheid, error) {
	wieBel, bel := wie.ID, s.Bericht("niemand", "hit", d.ID, d.ID)
	if len(met) > 0 {
		wieBel = met[0].Casusregisseur
		bel = s.Bericht(wieBel, "hit", met[0].ID, "")
	}
	contact, err := s.Contact(ctx, wie.Verantwoordelijke, wieBel)
	if err != nil {
		return Bekendheid{}, err
	}
	nu := s.Nu()
	regel, err := termijn.Geldend(termijn.HitPerUur, nu.Date())
	if err != nil {
		return Bekendheid{}, err
	}
	var mensen []string
	for _, st := range d.Van(Gemelde) {
		mensen = append(mensen, st.ID)
	}
	daad := dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: dossier.Mutatie{Dossier: d.ID, Berichten: []dossier.Bericht{bel},
		Sporen: []dossier.Verstrekking{{ID: s.NieuwID(), Dossier: d.ID, Moment: nu, Door: wie.ID, Van: "gemeente", Aan: wie.Organisatie, Categorie: deling.Identiteit, Vorm: "hit",
			Doel: sleutel.Grant.Doel(), Grondslag: sleutel.Grant.Grondslag(), Betrokkenen: mensen}}}}
	entries, err := s.Entries([]dossier.Daad{daad})
	if err != nil {
		return Bekendheid{}, err
	}
	err = s.Store.Hit(ctx, daad, regel.Waarde, nu.Plus(-time.Hour), entries)
	switch {
	case domein.KindOf(err) == domein.Conflict:
		return Bekendheid{}, s.teVaak(ctx, wie, sleutel, d)
	case err != nil || len(met) == 0:
		return Bekendheid{}, err
	}
	return Bekendheid{true, contact}, nil
}

// teVaak refuses one question too many in an hour, over all reports of the asker, and tells the FG.
func (s *Service) teVaak(ctx context.Context, wie toegang.Actor, sleutel dossier.Sleutel, d dossier.Dossier) error {
	m := dossier.Mutatie{Dossier: d.ID, Berichten: []dossier.Bericht{s.Bericht(dossier.VanRol(toegang.FG), "hit.te_vaak", d.ID, d.ID)}}
	if err := s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m}); err != nil {
		return err
	}
	return s.geweigerd(ctx, wie, &domein.Error{Kind: domein.Forbidden, Op: "melding.HitVraag", Melding: "U hebt dit in een uur te vaak gevraagd. De FG hoort dit. Probeer het later opnieuw."})
}
