// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// ZetStand takes a step in the life of a case. Scaling down, aftercare, closing and opening again are of the procesregisseur; resting and taking up again of both.
func (s *Service) ZetStand(ctx context.Context, wie toegang.Actor, id string, stap Stap) (dossier.Kop, error) {
	const op = "casus.ZetStand"
	actie := toegang.CasusRegie
	if slices.Contains([]Stand{Afschalen, Nazorg, Gesloten, Ingenomen}, stap.Naar) {
		actie = toegang.CasusSluiten
	}
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, actie)
	if err != nil {
		return dossier.Kop{}, domein.Wrap(op, err)
	}
	nu := s.Nu()
	if stap.Basis != d.Versie {
		return d.Kop, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Iemand anders heeft deze casus intussen gewijzigd. Laad de pagina opnieuw."}
	}
	if err := domein.Refuse(op, "Deze stap kan nog niet.", stap.faults(d, nu.Date())); err != nil {
		return d.Kop, err
	}
	van := Stand(d.Status)
	k := d.Kop
	k.Status, k.WekOp, k.Versie = string(stap.Naar), stap.WekOp, d.Versie+1
	m := dossier.Mutatie{Dossier: id, Kop: &k, Was: d.Versie,
		Stukken: []dossier.Stuk{dossier.NieuwStuk("stand", s.NieuwID(), wie.ID, nu, map[string]string{"van": string(van), "naar": string(stap.Naar), "reden": stap.Reden})}}
	m.Taken = s.wektaken(d, stap, wie.ID)
	switch stap.Naar {
	case Gesloten:
		k.Gesloten = nu
		m.ZichtEind = nu
		for _, t := range d.Taken {
			if t.Open() && !t.Is("inzage") { // a postponed line of the account outlives the case
				m.Taken = append(m.Taken, t.Af(wie.ID, nu))
			}
		}
	case Ingenomen:
		k.Gesloten = termijn.Moment{}
		m.Zicht = &dossier.Zicht{Houder: d.Casusregisseur, Van: nu, Door: wie.ID}
	}
	return k, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}

// wektaken ends the waiting for an earlier wake-up day and begins that for the next.
func (s *Service) wektaken(d dossier.Dossier, stap Stap, wie string) []dossier.Taak {
	var list []dossier.Taak
	for _, t := range d.Taken {
		if t.Open() && t.Is("wek") {
			list = append(list, t.Af(wie, s.Nu()))
		}
	}
	if stap.Naar == Sluimerend {
		list = append(list, s.Taak(d.ID, "wek", dossier.Systeem, "", stap.WekOp.Start()))
	}
	return list
}

// Aanbod is an offer of direction or of sight on safety: who offered keeps both until the other accepts (S11).
const Aanbod = "aanbod"

// What can be offered.
const (
	Regie             = "regie"
	ZichtOpVeiligheid = "zicht"
)

// BiedAan offers the direction of a case, or the sight on safety, to somebody. Silence is told upwards after 48 hours.
func (s *Service) BiedAan(ctx context.Context, wie toegang.Actor, id, wat, aan, toelichting string) error {
	const op = "casus.BiedAan"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusOverdragen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	ander, err := s.Gebruiker(ctx, wie.Verantwoordelijke, aan)
	switch {
	case domein.KindOf(err) == domein.NotFound:
		faults = append(faults, domein.Fault{Veld: "aan", Melding: "Kies een persoon uit de lijst."})
	case err != nil:
		return domein.Wrap(op, err)
	case wat == Regie && (!slices.Contains(ander.Rollen, toegang.Casusregisseur) || aan == d.Casusregisseur):
		faults = append(faults, domein.Fault{Veld: "aan", Melding: "De regie kan alleen naar een andere casusregisseur."})
	case wat == ZichtOpVeiligheid && !inKring(d, aan, s.Nu()):
		faults = append(faults, domein.Fault{Veld: "aan", Melding: "Zicht op veiligheid heeft iemand uit de kring. Laat deze persoon eerst toe."})
	}
	if wat != Regie && wat != ZichtOpVeiligheid {
		faults = append(faults, domein.Fault{Veld: "wat", Melding: "Kies wat u overdraagt: de regie of het zicht op veiligheid."})
	}
	if openAanbod(d, wat) {
		faults = append(faults, domein.Fault{Veld: "wat", Melding: "Dit is al aangeboden en nog niet beantwoord."})
	}
	if err := domein.Refuse(op, "Dit kan nog niet worden aangeboden.", faults); err != nil {
		return err
	}
	nu := s.Nu()
	st := dossier.NieuwStuk(Aanbod, s.NieuwID(), wie.ID, nu, map[string]string{"wat": wat, "aan": aan, "toelichting": toelichting, "stand": "open"})
	stilte, err := termijn.Geldend(termijn.OverdrachtStilte, nu.Date())
	if err != nil {
		return domein.Wrap(op, err)
	}
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{st}, Berichten: []dossier.Bericht{s.Bericht(aan, "overdracht", id, st.ID)},
		Taken: []dossier.Taak{s.Taak(id, "overdracht", aan, st.ID, stilte.Vanaf(nu)), s.Taak(id, "overdracht.stilte", dossier.Systeem, st.ID, stilte.Vanaf(nu))}}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}

func openAanbod(d dossier.Dossier, wat string) bool {
	return slices.ContainsFunc(d.Van(Aanbod), func(st dossier.Stuk) bool { return st.Waarde("wat") == wat && st.Waarde("stand") == "open" })
}

func inKring(d dossier.Dossier, wie string, nu termijn.Moment) bool {
	return slices.ContainsFunc(d.Kring(nu), func(l dossier.Lid) bool { return l.Gebruiker == wie })
}

// overdrachtReden is why somebody who is offered a case may answer before he sits in its circle.
var overdrachtReden = dossier.Reden{Doel: "overdracht van de regie", Grondslag: "art. 6 lid 1 onder e AVG"}

// Beantwoord accepts or refuses an offer. Only whom it was made to can; on acceptance the former holder keeps a place in the circle only where blijft says so.
func (s *Service) Beantwoord(ctx context.Context, wie toegang.Actor, id, aanbod string, ja bool, reden string) error {
	const op = "casus.Beantwoord"
	if _, _, err := s.AanMij(ctx, wie, id); err != nil { // the key is for whom something was offered, and for nobody else
		return domein.Wrap(op, err)
	}
	sleutel, err := s.VraagVoor(ctx, wie, id, toegang.CasusAanvaarden, overdrachtReden, wie.ID)
	if err != nil {
		return domein.Wrap(op, err)
	}
	d, err := s.Kluis.Open(ctx, sleutel)
	if err != nil {
		return domein.Wrap(op, err)
	}
	st, err := d.Stuk(Aanbod, aanbod)
	if err != nil || st.Waarde("aan") != wie.ID || st.Waarde("stand") != "open" {
		return domein.Missing(op)
	}
	if !ja && len([]rune(reden)) < 10 {
		return domein.Refuse(op, "Dit is nog niet beantwoord.", []domein.Fault{{Veld: "reden", Melding: "Schrijf waarom u dit niet overneemt (minstens 10 tekens)."}})
	}
	nu := s.Nu()
	stand := map[bool]string{true: "aanvaard", false: "afgewezen"}[ja]
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{st.Zet(wie.ID, nu, map[string]string{"stand": stand, "reden": reden})},
		Berichten: []dossier.Bericht{s.Bericht(st.Wie, "overdracht."+stand, id, st.ID)}}
	for _, t := range d.Taken {
		if t.Open() && t.Is("overdracht") && t.Verwijst == st.ID {
			m.Taken = append(m.Taken, t.Af(wie.ID, nu))
		}
	}
	if ja {
		if err := s.neemOver(&m, d, st, wie, nu); err != nil {
			return domein.Wrap(op, err)
		}
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}

// AanMij lists what was offered to wie in a case, with the code name and nothing else of it.
func (s *Service) AanMij(ctx context.Context, wie toegang.Actor, id string) ([]dossier.Stuk, dossier.Kop, error) {
	const op = "casus.AanMij"
	w, err := s.Werk(ctx, wie)
	if err != nil {
		return nil, dossier.Kop{}, domein.Wrap(op, err)
	}
	if !slices.ContainsFunc(w.Taken, func(t dossier.Taak) bool { return t.Soort == "overdracht" && t.Dossier == id }) {
		return nil, dossier.Kop{}, domein.Missing(op)
	}
	sleutel, err := s.VraagVoor(ctx, wie, id, toegang.CasusAanvaarden, overdrachtReden, wie.ID)
	if err != nil {
		return nil, dossier.Kop{}, domein.Wrap(op, err)
	}
	d, err := s.Kluis.Open(ctx, sleutel)
	return slices.DeleteFunc(d.Van(Aanbod), func(st dossier.Stuk) bool { return st.Waarde("aan") != wie.ID || st.Waarde("stand") != "open" }), d.Kop, domein.Wrap(op, err)
}

// neemOver moves what was offered. Whoever gave up the direction leaves the circle unless he has another task there; open tasks of the direction go along, and the new holder gets
// the task to look at the legal bases of the old arrangement.
func (s *Service) neemOver(m *dossier.Mutatie, d dossier.Dossier, st dossier.Stuk, wie toegang.Actor, nu termijn.Moment) error {
	houder, _ := d.ZichtOp(nu)
	if st.Waarde("wat") == ZichtOpVeiligheid {
		m.Zicht = &dossier.Zicht{Houder: wie.ID, Van: nu, Door: st.Wie}
		return nil
	}
	oud := d.Casusregisseur
	k := d.Kop
	k.Casusregisseur, k.Versie = wie.ID, d.Versie+1
	m.Kop, m.Was = &k, d.Versie
	m.Stukken = append(m.Stukken, dossier.NieuwStuk("benoeming", s.NieuwID(), wie.ID, nu, map[string]string{"wie": wie.ID, "sinds": nu.String(), "door": st.Wie}))
	if houder.Houder == oud {
		m.Zicht = &dossier.Zicht{Houder: wie.ID, Van: nu, Door: st.Wie}
	}
	for _, l := range d.Kring(nu) {
		if l.Gebruiker == oud && l.Functie == toegang.AlsCasusregisseur || l.Gebruiker == wie.ID {
			l.Tot = nu
			m.Leden = append(m.Leden, l)
		}
		if l.Gebruiker == oud && l.Functie == toegang.AlsCasusregisseur {
			m.Leden = append(m.Leden, dossier.Lid{Gebruiker: wie.ID, Organisatie: wie.Organisatie, Functie: toegang.AlsCasusregisseur, Doel: l.Doel, Grondslag: l.Grondslag,
				Van: nu, Door: st.Wie})
		}
	}
	for _, t := range d.Taken {
		if t.Open() && t.Houder == oud && !t.Is("overdracht") {
			t.Houder = wie.ID
			m.Taken = append(m.Taken, t)
		}
	}
	regel, err := termijn.Geldend(termijn.GrondenHerzien, nu.Date())
	m.Taken = append(m.Taken, s.Taak(d.ID, deling.TaakGronden, wie.ID, st.ID, regel.Vanaf(nu)))
	return err
}
