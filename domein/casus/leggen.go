// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Vastlegging is a piece that somebody lays down or changes: a new one when ID is empty.
type Vastlegging struct {
	Soort string
	ID    string
	domein.Wijziging
}

// Leg lays down a piece of the plan, the information or the household, or changes one field by field: two people who change different fields both keep their work (S5).
func (s *Service) Leg(ctx context.Context, wie toegang.Actor, id string, v Vastlegging) (dossier.Stuk, error) {
	const op = "casus.Leg"
	soort, ok := Soort(v.Soort)
	if !ok {
		return dossier.Stuk{}, domein.Wrap(op, domein.Missing(op))
	}
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, soort.Actie)
	if err != nil {
		return dossier.Stuk{}, domein.Wrap(op, err)
	}
	st, gewijzigd, err := s.volgende(op, wie, Zeef(d, sleutel.Lid, wie.ID, s.Nu()), v)
	if err != nil || !gewijzigd {
		return st, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Dit is nog niet opgeslagen.", soort.keuren(st, d, s.Nu().Date())); err != nil {
		return st, err
	}
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{st}}
	if err := s.gevolgen(d, st, &m); err != nil {
		return st, domein.Wrap(op, err)
	}
	return st, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}

// volgende is the piece as it becomes. d is what wie may see: what he cannot see he cannot change.
func (s *Service) volgende(op string, wie toegang.Actor, d dossier.Dossier, v Vastlegging) (dossier.Stuk, bool, error) {
	if Stand(d.Status) == Gesloten {
		return dossier.Stuk{}, false, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze casus is gesloten. Er kan niets meer bij."}
	}
	if v.ID == "" {
		return dossier.NieuwStuk(v.Soort, s.NieuwID(), wie.ID, s.Nu(), v.Velden), true, nil
	}
	oud, err := d.Stuk(v.Soort, v.ID)
	if err != nil {
		return dossier.Stuk{}, false, err
	}
	if v.Soort == Notitie && oud.Wie != wie.ID {
		return dossier.Stuk{}, false, &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "Een notitie kan alleen de schrijver wijzigen."}
	}
	return oud.Wijzig(op, v.Wijziging, wie.ID, s.Nu())
}

// gevolgen adds what follows from a piece: search words of a person, tasks with a term.
func (s *Service) gevolgen(d dossier.Dossier, st dossier.Stuk, m *dossier.Mutatie) error {
	sluit := func(soort string) {
		for _, t := range d.Taken {
			if t.Open() && t.Soort == soort && t.Verwijst == st.ID {
				m.Taken = append(m.Taken, t.Af(st.Wie, st.Op))
			}
		}
	}
	plan := func(soort, houder string, dag termijn.Date) {
		sluit(soort)
		m.Taken = append(m.Taken, s.Taak(d.ID, soort, houder, st.ID, dag.Start()))
	}
	switch st.Soort {
	case Betrokkene:
		m.Woorden = Persoon(st).Zoekwoorden()
		if st.Versie == 1 {
			uiterlijk, err := vanaf(termijn.InformerenBetrokkene, st.Op)
			if err != nil {
				return err
			}
			m.Taken = append(m.Taken, s.Taak(d.ID, "informeren", d.Casusregisseur, st.ID, uiterlijk))
		}
	case Informeren:
		for _, t := range d.Taken {
			if t.Open() && t.Soort == "informeren" && t.Verwijst == st.Waarde("betrokkene") {
				m.Taken = append(m.Taken, t.Af(st.Wie, st.Op))
			}
		}
		if st.Datum("op").IsZero() {
			plan("informeren.uitstel", d.Casusregisseur, st.Datum("herbeoordelen_op"))
		} else {
			sluit("informeren.uitstel")
		}
	case Waarschuwing:
		plan("waarschuwing", d.Casusregisseur, st.Datum("herzien_op"))
	case Verzoek:
		if st.Waarde("antwoord") != "" {
			sluit("verzoek")
		} else {
			plan("verzoek", antwoorder(d, st.Waarde("aan"), s.Nu()), st.Datum("voor"))
		}
	case Termijn:
		plan(Termijn, d.Casusregisseur, Reken(d, st).Einde)
	case Schorsing:
		s.schuif(d, st, m)
	case overleg.Afspraak:
		if st.Waarde("stand") == "klaar" {
			sluit(overleg.Afspraak)
		} else {
			plan(overleg.Afspraak, st.Waarde("wie"), st.Datum("voor"))
		}
	case Interventie:
		if houder := st.Waarde("wie"); houder != "" && !st.Datum("tot").IsZero() && st.Waarde("stand") != "klaar" && st.Waarde("stand") != "gestopt" {
			plan("interventie", houder, st.Datum("tot"))
		} else {
			sluit("interventie")
		}
	}
	return nil
}

// antwoorder is who answers for an organisation: its member of the circle, else the casusregisseur who asks.
func antwoorder(d dossier.Dossier, organisatie string, nu termijn.Moment) string {
	for _, l := range d.Kring(nu) {
		if l.Organisatie == organisatie {
			return l.Gebruiker
		}
	}
	return d.Casusregisseur
}

// TrekIn withdraws a piece that was wrong or is not needed any more. It stays in the history.
func (s *Service) TrekIn(ctx context.Context, wie toegang.Actor, id, soort, stuk, reden string) error {
	const op = "casus.TrekIn"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusBewerken)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if beschrijving(soort).Code == "" {
		return domein.Missing(op)
	}
	oud, err := Zeef(d, sleutel.Lid, wie.ID, s.Nu()).Stuk(soort, stuk)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if len([]rune(reden)) < 10 {
		return domein.Refuse(op, "Dit is niet ingetrokken.", []domein.Fault{{Veld: "reden", Melding: "Schrijf in een zin waarom (minstens 10 tekens)."}})
	}
	next := oud.Zet(wie.ID, s.Nu(), map[string]string{"vervallen": reden})
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{next}}
	for _, t := range d.Taken {
		if t.Open() && t.Verwijst == stuk {
			m.Taken = append(m.Taken, t.Af(wie.ID, s.Nu()))
		}
	}
	if soort == Schorsing {
		s.schuif(d, next, &m)
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}
