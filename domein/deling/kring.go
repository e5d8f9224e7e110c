// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package deling

import (
	"context"
	"errors"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Toelating is a place in the circle that somebody gives.
type Toelating struct {
	Gebruiker string
	Functie   string // toegang.AlsDeelnemer, AlsBijdrager or AlsAgendalid
	Doel      string
	Grondslag string // code
	Noodzaak  string
	Tot       termijn.Date
}

// LaatToe gives somebody a place in the circle, on a ground that fits his organisation. His looks get their purpose and ground from it.
func (s *Service) LaatToe(ctx context.Context, wie toegang.Actor, id string, t Toelating) error {
	const op = "deling.LaatToe"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusKring)
	if err != nil {
		return domein.Wrap(op, err)
	}
	nu := s.Nu()
	ander, err := s.Gebruiker(ctx, wie.Verantwoordelijke, t.Gebruiker)
	if domein.KindOf(err) == domein.NotFound {
		return domein.Refuse(op, "Deze persoon is niet toegelaten.", []domein.Fault{{Veld: "gebruiker", Melding: "Kies een persoon uit de lijst."}})
	}
	if err != nil {
		return domein.Wrap(op, err)
	}
	faults, _ := Toets(Voorstel{Van: wie.Organisatie, Aan: ander.Organisatie, Categorie: Veiligheid, Regime: d.Regime, Doel: t.Doel, Grondslag: t.Grondslag, Noodzaak: t.Noodzaak}, nu.Date())
	if !slices.Contains([]string{toegang.AlsDeelnemer, toegang.AlsBijdrager, toegang.AlsAgendalid}, t.Functie) {
		faults = append(faults, domein.Fault{Veld: "functie", Melding: "Kies wat deze persoon in de kring doet."})
	}
	if slices.ContainsFunc(d.Kring(nu), func(l dossier.Lid) bool { return l.Gebruiker == t.Gebruiker }) {
		faults = append(faults, domein.Fault{Veld: "gebruiker", Melding: "Deze persoon zit al in de kring."})
	}
	if g, ok := Grond(t.Grondslag); ok && g.Afwijking {
		faults = append(faults, domein.Fault{Veld: "grondslag", Melding: "Met een afwijking kunt u iets delen, maar niemand in de kring toelaten."})
	}
	if err := domein.Refuse(op, "Deze persoon is niet toegelaten.", faults); err != nil {
		return err
	}
	g, _ := Grond(t.Grondslag)
	lid := dossier.Lid{Gebruiker: ander.ID, Organisatie: ander.Organisatie, Functie: t.Functie, Doel: t.Doel, Grondslag: g.Artikel, Van: nu, Door: wie.ID}
	if !t.Tot.IsZero() {
		lid.Tot = t.Tot.End()
	}
	m := dossier.Mutatie{Dossier: id, Leden: []dossier.Lid{lid}, Berichten: []dossier.Bericht{s.Bericht(ander.ID, "kring", id, "")},
		Stukken: []dossier.Stuk{dossier.NieuwStuk("toelating", s.NieuwID(), wie.ID, nu, map[string]string{"wie": ander.ID, "noodzaak": t.Noodzaak})}}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}

// LaatUit ends a place in the circle at this moment, with everything that hangs on it: what was shared with him here and his emergency access. Whoever has direction or
// sight on safety hands that over first, so that no minute is without.
func (s *Service) LaatUit(ctx context.Context, wie toegang.Actor, id, gebruiker string) error {
	const op = "deling.LaatUit"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusKring)
	if err != nil {
		return domein.Wrap(op, err)
	}
	nu := s.Nu()
	houder, _ := d.ZichtOp(nu)
	if gebruiker == houder.Houder || gebruiker == d.Casusregisseur || gebruiker == d.Procesregisseur {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze persoon heeft de regie of het zicht op veiligheid. Draag dat eerst over."}
	}
	m := dossier.Mutatie{Dossier: id}
	uit(&m, d, gebruiker, nu)
	if len(m.Leden) == 0 {
		return domein.Missing(op)
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}

// uit ends the places of a user with what was shared with him; his tasks go to the casusregisseur.
func uit(m *dossier.Mutatie, d dossier.Dossier, gebruiker string, nu termijn.Moment) {
	for _, l := range d.Kring(nu) {
		if l.Gebruiker == gebruiker {
			l.Tot = nu
			m.Leden = append(m.Leden, l)
		}
	}
	for _, v := range d.Sporen {
		if v.Ontvanger == gebruiker && v.Loopt(nu) {
			v.Tot = nu
			m.Sporen = append(m.Sporen, v)
		}
	}
	for _, t := range d.Taken {
		if t.Open() && t.Houder == gebruiker {
			t.Houder = d.Casusregisseur
			m.Taken = append(m.Taken, t)
		}
	}
}

// Noodtoegang opens one case for one hour to somebody outside its circle, to read. The owner, the privacy officer and the FG are told in the same moment, and somebody else
// judges it. Whoever has an own emergency access that nobody judged in time cannot take another.
func (s *Service) Noodtoegang(ctx context.Context, wie toegang.Actor, id, reden string) (termijn.Moment, error) {
	const op = "deling.Noodtoegang"
	// The reason is looked at before the dossier is: a try without one tells nothing of whether it exists.
	if TeKort(reden) {
		return termijn.Moment{}, domein.Refuse(op, "Noodtoegang is niet gegeven.", []domein.Fault{{Veld: "reden", Melding: "Schrijf welk gevaar u afwendt (minstens 20 tekens)."}})
	}
	sleutel, err := s.Vraag(ctx, wie, id, toegang.CasusNoodtoegang, dossier.NoodReden)
	if err != nil {
		return termijn.Moment{}, domein.Wrap(op, err)
	}
	nu := s.Nu()
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return termijn.Moment{}, domein.Wrap(op, err)
	}
	for _, t := range d.Taken {
		st, err := d.Stuk("noodtoegang", t.Verwijst)
		if t.Is("afwijking.nood") && t.TeLaat(nu) && err == nil && st.Wie == wie.ID {
			return termijn.Moment{}, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Uw vorige noodtoegang is nog niet beoordeeld. Bel de privacyfunctionaris."}
		}
	}
	duur, err1 := termijn.Geldend(termijn.NoodtoegangDuur, nu.Date())
	oordeel, err2 := termijn.Geldend(termijn.NoodtoegangOordeel, nu.Date())
	if err1 != nil || err2 != nil {
		return termijn.Moment{}, domein.Wrap(op, errors.Join(err1, err2))
	}
	n := dossier.Nood{ID: s.NieuwID(), Dossier: id, Gebruiker: wie.ID, Van: nu, Tot: duur.Vanaf(nu)}
	m := dossier.Mutatie{Dossier: id, Nood: []dossier.Nood{n},
		Stukken: []dossier.Stuk{dossier.NieuwStuk("noodtoegang", n.ID, wie.ID, nu, map[string]string{"reden": reden, "tot": n.Tot.String()})},
		Taken:   []dossier.Taak{s.Taak(id, "afwijking.nood", dossier.VanRol(toegang.Privacyfunctionaris), n.ID, oordeel.Vanaf(nu))}}
	for _, voor := range []string{d.Casusregisseur, d.Procesregisseur, dossier.VanRol(toegang.Privacyfunctionaris), dossier.VanRol(toegang.FG)} {
		m.Berichten = append(m.Berichten, s.Bericht(voor, "noodtoegang", id, n.ID))
	}
	return n.Tot, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}

// Afwijking is a deviation that waits for a judgement, as its judge sees it.
type Afwijking struct {
	dossier.Taak
	Codenaam, Wie, Reden, Soort string
	Op                          termijn.Moment
}

// Afwijkingen lists the deviations that wait for a judgement by wie.
func (s *Service) Afwijkingen(ctx context.Context, wie toegang.Actor) ([]dossier.Taak, error) {
	const op = "deling.Afwijkingen"
	grant, err := s.Mag(wie, toegang.AfwijkingBeoordelen, toegang.Middel{Soort: "afwijking", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Taken(ctx, grant, []string{dossier.VanRol(toegang.Privacyfunctionaris)}, 500)
	return slices.DeleteFunc(list, func(t dossier.Taak) bool { return !t.Is("afwijking") }), domein.Wrap(op, err)
}

// beoordeelReden is why a judge of deviations opens a dossier.
var beoordeelReden = dossier.Reden{Doel: "toezicht op het gebruik van gegevens", Grondslag: "art. 5 lid 2 AVG"}

// afwijking opens what a task is about. Whoever did it himself may not judge it.
func (s *Service) afwijking(ctx context.Context, wie toegang.Actor, taak string) (Afwijking, dossier.Dossier, dossier.Sleutel, error) {
	const op = "deling.afwijking"
	list, err := s.Afwijkingen(ctx, wie)
	if err != nil {
		return Afwijking{}, dossier.Dossier{}, dossier.Sleutel{}, err
	}
	i := slices.IndexFunc(list, func(t dossier.Taak) bool { return t.ID == taak })
	if i < 0 {
		return Afwijking{}, dossier.Dossier{}, dossier.Sleutel{}, domein.Missing(op)
	}
	a := Afwijking{Taak: list[i], Soort: "noodtoegang"}
	sleutel, err := s.VraagVoor(ctx, wie, a.Dossier, toegang.AfwijkingBeoordelen, beoordeelReden, "")
	if err != nil {
		return a, dossier.Dossier{}, sleutel, err
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return a, d, sleutel, err
	}
	if a.Taak.Soort == "afwijking.delen" {
		a.Soort = Verstrekt
	}
	st, err := d.Stuk(a.Soort, a.Verwijst)
	if err != nil {
		return a, d, sleutel, err
	}
	a.Codenaam, a.Wie, a.Reden, a.Op = d.Codenaam, st.Wie, st.Waarde("reden"), st.Op
	if st.Wie == wie.ID {
		return a, d, sleutel, &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "U kunt uw eigen afwijking niet beoordelen. Iemand anders doet dat."}
	}
	return a, d, sleutel, nil
}

// Beoordeling shows a deviation to its judge.
func (s *Service) Beoordeling(ctx context.Context, wie toegang.Actor, taak string) (Afwijking, error) {
	a, _, _, err := s.afwijking(ctx, wie, taak)
	return a, domein.Wrap("deling.Beoordeling", err)
}

// Beoordeel judges a deviation. What is not approved ends at this moment.
func (s *Service) Beoordeel(ctx context.Context, wie toegang.Actor, taak string, akkoord bool, motivering string) error {
	const op = "deling.Beoordeel"
	a, d, sleutel, err := s.afwijking(ctx, wie, taak)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if TeKort(motivering) {
		return domein.Refuse(op, "Dit is nog niet beoordeeld.", []domein.Fault{{Veld: "motivering", Melding: "Schrijf waarom (minstens 20 tekens)."}})
	}
	nu := s.Nu()
	m := dossier.Mutatie{Dossier: d.ID, Taken: []dossier.Taak{a.Taak.Af(wie.ID, nu)}, Berichten: []dossier.Bericht{s.Bericht(a.Wie, "afwijking.beoordeeld", d.ID, a.Verwijst)},
		Stukken: []dossier.Stuk{dossier.NieuwStuk("oordeel", s.NieuwID(), wie.ID, nu, map[string]string{"over": a.Verwijst, "akkoord": map[bool]string{true: "ja", false: "nee"}[akkoord], "motivering": motivering})}}
	for _, v := range d.Sporen {
		if v.ID == a.Verwijst {
			v.Beoordeeld, v.Tot = nu, termijn.Moment{}
			if !akkoord {
				v.Tot = nu
			}
			m.Sporen = append(m.Sporen, v)
		}
	}
	if a.Soort == "noodtoegang" && !akkoord {
		m.Nood = []dossier.Nood{{ID: a.Verwijst, Dossier: d.ID, Gebruiker: a.Wie, Van: a.Op, Tot: nu}}
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}
