// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// The pieces of a knot: parties who disagree about interventions or their order, and somebody who decides in time (letter, 6e).
const (
	Knoop            = "knoop"
	Standpunt        = "standpunt"         // the position of one party, from its own task in law
	Regiebesluit     = "regiebesluit"      // what the holder decided, with motivation; a besluit in the sense of the Awb it is not
	AfwijkendeMening = "afwijkende_mening" // recorded dissent of a party
)

// Inbreng is a knot that somebody brings in.
type Inbreng struct {
	Vraag           string
	Opties          string
	Volgorde        string   // the order of interventions that he proposes
	Standpunt       string   // his own position
	Partijen        []string // users of the circle who disagree, beside himself
	NietDoorzetbaar bool     // it touches the independence of OM, court, child protection or a treating professional
}

// BrengIn puts a knot on record and gives it a holder and a term at once. Undisputed interventions go on.
func (s *Service) BrengIn(ctx context.Context, wie toegang.Actor, id string, in Inbreng) (dossier.Stuk, error) {
	const op = "casus.BrengIn"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.KnoopInbrengen)
	if err != nil {
		return dossier.Stuk{}, domein.Wrap(op, err)
	}
	nu := s.Nu()
	if err := domein.Refuse(op, "Deze knoop kan nog niet worden ingebracht.", in.faults(d, nu)); err != nil {
		return dossier.Stuk{}, err
	}
	partijen := append([]string{wie.ID}, in.Partijen...)
	slices.Sort(partijen)
	partijen = slices.Compact(partijen)
	st := dossier.NieuwStuk(Knoop, s.NieuwID(), wie.ID, nu, map[string]string{"vraag": in.Vraag, "opties": in.Opties, "volgorde": in.Volgorde,
		"partijen": strings.Join(partijen, " "), "stand": "open", "niet_doorzetbaar": map[bool]string{true: "ja", false: "nee"}[in.NietDoorzetbaar]})
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{
		dossier.NieuwStuk(Standpunt, s.NieuwID(), wie.ID, nu, map[string]string{"knoop": st.ID, "tekst": in.Standpunt, "organisatie": wie.Organisatie})}}
	for _, p := range in.Partijen {
		m.Berichten = append(m.Berichten, s.Bericht(p, "knoop.partij", id, st.ID))
	}
	st, err = s.leggenBij(ctx, wie.Verantwoordelijke, d, st, 1, &m, wie.ID)
	if err != nil {
		return st, domein.Wrap(op, err)
	}
	m.Stukken = append(m.Stukken, st)
	return st, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}

func (in Inbreng) faults(d dossier.Dossier, nu termijn.Moment) []domein.Fault {
	var list []domein.Fault
	if len([]rune(in.Vraag)) < 10 {
		list = append(list, domein.Fault{Veld: "vraag", Melding: "Schrijf in een zin waarover u het niet eens bent (minstens 10 tekens)."})
	}
	if in.Standpunt == "" {
		list = append(list, domein.Fault{Veld: "standpunt", Melding: "Schrijf wat u zelf vindt, en waarom."})
	}
	if len(in.Partijen) == 0 {
		list = append(list, domein.Fault{Veld: "partijen", Melding: "Kies met wie u het niet eens bent."})
	}
	for _, p := range in.Partijen {
		if !inKring(d, p, nu) {
			list = append(list, domein.Fault{Veld: "partijen", Melding: "Kies mensen uit de kring."})
			break
		}
	}
	return list
}

// leggenBij gives a knot its holder from a step on, with the moments at which the next is told and at which it goes up by itself.
func (s *Service) leggenBij(ctx context.Context, tenant string, d dossier.Dossier, st dossier.Stuk, trede int, m *dossier.Mutatie, door string) (dossier.Stuk, error) {
	mensen, err := s.Gebruikers(ctx, tenant)
	if err != nil {
		return st, err
	}
	nu := s.Nu()
	weg, err := s.Store.Afwezig(ctx, tenant, nu.Date())
	if err != nil {
		return st, err
	}
	keus := Kies(trede, d.Kop, st.Waarden("partijen"), mensen, weg)
	eind, err := termijnVan(keus.Trede, nu)
	if err != nil {
		return st, err
	}
	for _, t := range d.Taken {
		if t.Open() && t.Is("knoop") && t.Verwijst == st.ID {
			m.Taken = append(m.Taken, t.Af(door, nu))
		}
	}
	m.Taken = append(m.Taken, s.Taak(d.ID, "knoop", keus.Houder, st.ID, eind), s.Taak(d.ID, "knoop.halverwege", dossier.Systeem, st.ID, termijn.Halverwege(nu, eind)),
		s.Taak(d.ID, "knoop.vooravond", dossier.Systeem, st.ID, eind.AddWerkdagen(-1)), s.Taak(d.ID, "knoop.deadline", dossier.Systeem, st.ID, eind))
	m.Berichten = append(m.Berichten, s.Bericht(keus.Houder, "knoop", d.ID, st.ID))
	if Ladder[keus.Trede-1].Tafel {
		if err := s.zetOpAgenda(d, st.ID, m); err != nil {
			return st, err
		}
	}
	waarden := map[string]string{"trede": strconv.Itoa(keus.Trede), "houder": keus.Houder, "deadline": eind.String(), "overgeslagen": strings.Join(keus.Overgeslagen, "; ")}
	if st.Versie == 1 && trede == 1 {
		for naam, w := range waarden {
			if w != "" {
				st.Velden[naam] = domein.Veld{Waarde: w, Versie: 1}
			}
		}
		return st, nil
	}
	return st.Zet(door, nu, waarden), nil
}

// zetOpAgenda asks the procesregisseur to bring a knot to its table, as long as nobody did.
func (s *Service) zetOpAgenda(d dossier.Dossier, knoop string, m *dossier.Mutatie) error {
	if slices.ContainsFunc(d.Taken, func(t dossier.Taak) bool {
		return t.Soort == overleg.TaakAgenderen && t.Verwijst == knoop && t.Open()
	}) {
		return nil
	}
	regel, err := termijn.Geldend(termijn.Agenderen, s.Nu().Date())
	if err != nil {
		return err
	}
	m.Taken = append(m.Taken, s.Taak(d.ID, overleg.TaakAgenderen, d.Procesregisseur, knoop, regel.Vanaf(s.Nu())))
	return nil
}

// ZegStandpunt records what a party thinks, or its dissent after the decision.
func (s *Service) ZegStandpunt(ctx context.Context, wie toegang.Actor, id, knoop, tekst string) error {
	const op = "casus.ZegStandpunt"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.KnoopInbrengen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	st, err := d.Stuk(Knoop, knoop)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if strings.TrimSpace(tekst) == "" {
		return domein.Refuse(op, "Dit is nog niet opgeslagen.", []domein.Fault{{Veld: "tekst", Melding: "Schrijf wat u vindt."}})
	}
	soort := Standpunt
	if st.Waarde("stand") != "open" {
		soort = AfwijkendeMening
	}
	next := dossier.NieuwStuk(soort, s.NieuwID(), wie.ID, s.Nu(), map[string]string{"knoop": knoop, "tekst": tekst, "organisatie": wie.Organisatie})
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{next}}}))
}

// Besluit is how a holder cuts a knot.
type Besluit struct {
	Besluit    string
	Motivering string
}

// knoopReden is the purpose and ground of a holder who does not sit in the circle.
var knoopReden = dossier.Reden{Doel: "beslissen over een knoop", Grondslag: "art. 6 lid 1 onder e AVG"}

// houder asks whether wie holds a knot at this moment, and opens its case for that only.
func (s *Service) houder(ctx context.Context, wie toegang.Actor, id, knoop string) (dossier.Dossier, dossier.Sleutel, dossier.Stuk, error) {
	const op = "casus.houder"
	werk, err := s.Mag(wie, toegang.KnoopLijst, toegang.Middel{Soort: "knoop", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return dossier.Dossier{}, dossier.Sleutel{}, dossier.Stuk{}, err
	}
	taken, err := s.Store.Taken(ctx, werk, []string{wie.ID}, 500)
	if err != nil {
		return dossier.Dossier{}, dossier.Sleutel{}, dossier.Stuk{}, err
	}
	eigenaar := ""
	if slices.ContainsFunc(taken, func(t dossier.Taak) bool { return t.Soort == "knoop" && t.Dossier == id && t.Verwijst == knoop }) {
		eigenaar = wie.ID
	}
	sleutel, err := s.VraagVoor(ctx, wie, id, toegang.KnoopBeslissen, knoopReden, eigenaar)
	if err != nil {
		return dossier.Dossier{}, sleutel, dossier.Stuk{}, err
	}
	d, err := s.Kluis.Open(ctx, sleutel)
	if err != nil {
		return d, sleutel, dossier.Stuk{}, err
	}
	st, err := d.Stuk(Knoop, knoop)
	return d, sleutel, st, domein.Wrap(op, err)
}

// Beslis cuts a knot. What touches the independence of OM, court or a treating professional cannot be decided over their heads: the holder can only ask to reconsider.
func (s *Service) Beslis(ctx context.Context, wie toegang.Actor, id, knoop string, b Besluit) error {
	const op = "casus.Beslis"
	d, sleutel, st, err := s.houder(ctx, wie, id, knoop)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if slices.Contains(st.Waarden("partijen"), wie.ID) {
		return &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "U bent zelf partij in deze knoop en beslist er niet over. Vraag de beheerder om een waarnemer."}
	}
	var faults []domein.Fault
	if strings.TrimSpace(b.Besluit) == "" {
		faults = append(faults, domein.Fault{Veld: "besluit", Melding: "Schrijf wat er nu gebeurt."})
	}
	if len([]rune(b.Motivering)) < 20 {
		faults = append(faults, domein.Fault{Veld: "motivering", Melding: "Schrijf waarom (minstens 20 tekens)."})
	}
	if err := domein.Refuse(op, "Dit besluit is nog niet vastgelegd.", faults); err != nil {
		return err
	}
	nu, stand := s.Nu(), "besloten"
	if st.Waarde("niet_doorzetbaar") == "ja" {
		stand = "heroverweging gevraagd"
	}
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{st.Zet(wie.ID, nu, map[string]string{"stand": stand}),
		dossier.NieuwStuk(Regiebesluit, s.NieuwID(), wie.ID, nu, map[string]string{"knoop": knoop, "besluit": b.Besluit, "motivering": b.Motivering, "trede": st.Waarde("trede")})}}
	for _, t := range d.Taken {
		if t.Open() && (t.Is("knoop") || t.Soort == overleg.TaakAgenderen) && t.Verwijst == knoop {
			m.Taken = append(m.Taken, t.Af(wie.ID, nu))
		}
	}
	lezen, err := vanaf(termijn.KennisNemen, nu)
	if err != nil {
		return domein.Wrap(op, err)
	}
	for _, p := range st.Waarden("partijen") {
		m.Taken = append(m.Taken, s.Taak(id, "kennisnemen", p, knoop, lezen))
		m.Berichten = append(m.Berichten, s.Bericht(p, "knoop.besloten", id, knoop))
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}
