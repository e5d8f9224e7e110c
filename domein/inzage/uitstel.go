// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package inzage

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Herzien is the kind of task that looks at a postponement again.
const Herzien = "inzage.uitstel"

// Uitstelgrond is a ground on which a line may be held back for a time.
type Uitstelgrond struct{ Code, Naam, Artikel string }

// Uitstelgronden are all of them (AVG art. 23 lid 1, UAVG art. 41; to be checked against the WGS for a Zorg- en Veiligheidshuis).
var Uitstelgronden = []Uitstelgrond{
	{"opsporing", "een strafrechtelijk onderzoek", "art. 23 lid 1 onder d AVG; art. 41 lid 1 onder d UAVG"},
	{"veiligheid", "de veiligheid van een persoon", "art. 23 lid 1 onder i AVG; art. 41 lid 1 onder i UAVG"},
	{"toezicht", "toezicht of inspectie", "art. 23 lid 1 onder h AVG; art. 41 lid 1 onder h UAVG"},
}

// Uitstelling is a wish not to show a line yet.
type Uitstelling struct {
	Dossier string
	Regel   string // the line, or "organisatie:<code>": everything in this dossier that comes from or went to that organisation
	Reden   string
	Grond   string // code
	Tot     termijn.Date
}

// StelUit decides that a line is not shown yet, in this request and in any other. It stands in the dossier that the line is about and goes with it. A look at it is due some
// working days before its day; when nobody looks the line stays away, because it is released by a decision and never by itself.
func (s *Service) StelUit(ctx context.Context, wie toegang.Actor, verzoek string, u Uitstelling) error {
	const op = "inzage.StelUit"
	d, sleutel, err := s.open(ctx, wie, verzoek, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	regels, err := s.regels(ctx, wie, d, sleutel)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Dit is niet uitgesteld.", s.uitstelFaults(u, regels)); err != nil {
		return err
	}
	ander, deur, err := s.openElders(ctx, wie, u.Dossier, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	g := Uitstelgronden[slices.IndexFunc(Uitstelgronden, func(g Uitstelgrond) bool { return g.Code == u.Grond })]
	st := dossier.NieuwStuk(Uitstel, s.NieuwID(), wie.ID, s.Nu(), map[string]string{"regel": u.Regel, "reden": u.Reden, "grond": g.Code, "artikel": g.Artikel, "tot": u.Tot.String()})
	taak, err := s.herzien(ander.ID, st.ID, u.Tot)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.bewaar(ctx, ander, deur, dossier.Mutatie{Stukken: []dossier.Stuk{st}, Taken: []dossier.Taak{taak}}))
}

func (s *Service) uitstelFaults(u Uitstelling, regels []Regel) []domein.Fault {
	var list []domein.Fault
	bekend := slices.ContainsFunc(regels, func(r Regel) bool {
		org, heel := strings.CutPrefix(u.Regel, "organisatie:")
		return r.Dossier == u.Dossier && (r.ID == u.Regel || heel && (r.organisatie == org || r.aanCode == org))
	})
	if !bekend {
		list = append(list, domein.Fault{Veld: "regel", Melding: "Kies een regel uit de lijst."})
	}
	if !slices.ContainsFunc(Uitstelgronden, func(g Uitstelgrond) bool { return g.Code == u.Grond }) {
		list = append(list, domein.Fault{Veld: "grond", Melding: "Kies op welke grond deze regel nog niet wordt getoond."})
	}
	if len([]rune(strings.TrimSpace(u.Reden))) < kortsteReden {
		list = append(list, domein.Fault{Veld: "reden", Melding: "Schrijf waarom dit nodig is (minstens 20 tekens)."})
	}
	if !u.Tot.After(s.Nu().Date()) {
		list = append(list, domein.Fault{Veld: "tot", Melding: "Kies een dag na vandaag waarop dit opnieuw wordt beoordeeld."})
	}
	return list
}

// kortsteReden is how many characters it takes to say why.
const kortsteReden = 20

// herzien makes the task that looks at a postponement again before its day, or at once where that is too close.
func (s *Service) herzien(id, uitstel string, tot termijn.Date) (dossier.Taak, error) {
	nu := s.Nu()
	regel, err := termijn.Geldend(termijn.UitstelHerzien, nu.Date())
	if err != nil {
		return dossier.Taak{}, err
	}
	op := tot.Start().AddWerkdagen(-regel.Waarde)
	if op.Before(nu) {
		op = nu
	}
	return s.Taak(id, Herzien, dossier.VanRol(toegang.Privacyfunctionaris), uitstel, op), nil
}

// Herziening is a postponement that waits for a look.
type Herziening struct {
	dossier.Taak
	Uitstel  dossier.Stuk
	Codenaam string
	Kader    string
}

// herziening opens what a task is about.
func (s *Service) herziening(ctx context.Context, wie toegang.Actor, taak string) (Herziening, dossier.Dossier, dossier.Sleutel, error) {
	_, taken, err := s.Lijst(ctx, wie)
	if err != nil {
		return Herziening{}, dossier.Dossier{}, dossier.Sleutel{}, err
	}
	i := slices.IndexFunc(taken, func(t dossier.Taak) bool { return t.ID == taak })
	if i < 0 {
		return Herziening{}, dossier.Dossier{}, dossier.Sleutel{}, domein.Missing("inzage.herziening")
	}
	h := Herziening{Taak: taken[i]}
	d, sleutel, err := s.openElders(ctx, wie, h.Dossier, actie(wie))
	if err != nil {
		return h, d, sleutel, err
	}
	h.Codenaam, h.Kader = d.Codenaam, d.Regime.Naam()
	h.Uitstel, err = d.Stuk(Uitstel, h.Verwijst)
	return h, d, sleutel, err
}

// Herziening shows a postponement.
func (s *Service) Herziening(ctx context.Context, wie toegang.Actor, taak string) (Herziening, error) {
	h, _, _, err := s.herziening(ctx, wie, taak)
	return h, domein.Wrap("inzage.Herziening", err)
}

// Beslis ends a postponement, or keeps it until another day: the decision that a release takes. tot zero releases the line.
func (s *Service) Beslis(ctx context.Context, wie toegang.Actor, taak, motivering string, tot termijn.Date) error {
	const op = "inzage.Beslis"
	if _, err := s.Mag(wie, toegang.InzageBehandelen, toegang.Middel{Soort: "inzage", Verantwoordelijke: wie.Verantwoordelijke, Regime: string(dossier.InzageRegime)}); err != nil {
		return domein.Wrap(op, err)
	}
	h, d, sleutel, err := s.herziening(ctx, wie, taak)
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	if len([]rune(strings.TrimSpace(motivering))) < kortsteReden {
		faults = append(faults, domein.Fault{Veld: "motivering", Melding: "Schrijf waarom (minstens 20 tekens)."})
	}
	if !tot.IsZero() && !tot.After(s.Nu().Date()) {
		faults = append(faults, domein.Fault{Veld: "tot", Melding: "Kies een dag na vandaag."})
	}
	if err := domein.Refuse(op, "Er is niet beslist.", faults); err != nil {
		return err
	}
	nu := s.Nu()
	m := dossier.Mutatie{Taken: []dossier.Taak{h.Taak.Af(wie.ID, nu)}}
	waarden := map[string]string{"motivering": motivering, "vrij": nu.String()}
	if !tot.IsZero() {
		next, err := s.herzien(d.ID, h.Verwijst, tot)
		if err != nil {
			return domein.Wrap(op, err)
		}
		m.Taken, waarden = append(m.Taken, next), map[string]string{"motivering": motivering, "tot": tot.String()}
	}
	m.Stukken = []dossier.Stuk{h.Uitstel.Zet(wie.ID, nu, waarden)}
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, m))
}

// Organisaties lists the organisations in lines of a dossier, for a postponement of everything of one.
func Organisaties(regels []Regel, id string) []deling.Organisatie {
	var list []deling.Organisatie
	for _, o := range deling.Organisaties {
		if slices.ContainsFunc(regels, func(r Regel) bool { return r.Dossier == id && (r.organisatie == o.Code || r.aanCode == o.Code) }) {
			list = append(list, o)
		}
	}
	return list
}
