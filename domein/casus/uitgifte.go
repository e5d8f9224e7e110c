// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// The forms in which something of a case leaves the program. Each is a line of the ledger with a frozen copy: what was handed out stays clear.
const (
	Gezinsplan = "gezinsplan" // the plan on one A4, for a person of the household
	Afdruk     = "afdruk"     // pages for a member of the circle himself
	Opvraging  = "opvraging"  // data for a program of a member, through the API
)

// Betwisting is the kind of piece, in the plan for the family only, that holds what the person says himself about something on record. What is on record is not in it:
// that would tell who said so.
const Betwisting = "betwisting"

// GezinsReden is the purpose and ground of telling a person what was agreed with him.
var GezinsReden = dossier.Reden{Doel: "de persoon laten weten wat is afgesproken", Grondslag: "art. 12 en 13 AVG"}

// What fits on one A4 in a letter that everybody can read: a goal takes as much room as two interventions.
const (
	meesteRegels = 10
	meesteTekens = 1000
)

// Uitgifte is something of a case that goes out.
type Uitgifte struct {
	Vorm     string
	Voor     string   // with Gezinsplan: the person it is for, by his pseudonym
	Wat      []string // pieces, as "soort/id"
	Noodzaak string

	// With Opvraging: a program cannot see on a page for what its user sits in the circle, so it names that, and which kinds of piece it needs in place of Wat.
	Soorten         []string
	Doel, Grondslag string
}

// gezinsvelden are those of a kind of piece that the family gets.
var gezinsvelden = map[string][]string{
	Doel:        {"tekst", "leefgebied", "stand", "familie"},
	Interventie: {"doel", "wat", "organisatie", "van", "tot", "als_mislukt", "stand"},
}

// stil are the interventions that a person hears from police or OM themselves, or not yet: they are not offered for the plan of the family.
var stil = []string{"aanhouding", "vervolging"}

// VoorGezin tells whether a piece can stand in a plan for the family: a goal, or an intervention that is told by others or not yet.
func VoorGezin(st dossier.Stuk) bool {
	return gezinsvelden[st.Soort] != nil && !slices.Contains(stil, st.Waarde("soort"))
}

// over tells whether a goal, or the goal of an intervention, is about this person or about the whole household.
func over(d dossier.Dossier, st dossier.Stuk, voor string) bool {
	if st.Soort == Interventie {
		doel, err := d.Stuk(Doel, st.Waarde("doel"))
		return err == nil && over(d, doel, voor)
	}
	wie := st.Waarden("voor")
	return len(wie) == 0 || slices.Contains(wie, voor)
}

// GeefUit hands something out and gives the line of the ledger. What is wrong is told at once and nothing goes out.
func (s *Service) GeefUit(ctx context.Context, wie toegang.Actor, id string, u Uitgifte) (dossier.Verstrekking, error) {
	const op = "casus.GeefUit"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusExporteren)
	if err != nil {
		return dossier.Verstrekking{}, domein.Wrap(op, err)
	}
	if u.Vorm == Gezinsplan && !slices.Contains([]string{toegang.AlsCasusregisseur, toegang.AlsProcesregisseur}, sleutel.Lid.Functie) {
		return dossier.Verstrekking{}, &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "De casusregisseur geeft het gezin het plan. Vraag het aan de casusregisseur."}
	}
	nu := s.Nu()
	d = Zeef(d, sleutel.Lid, wie.ID, nu)
	stukken, faults := u.kies(d, sleutel.Grant)
	if err := domein.Refuse(op, "Er is nog niets gemaakt.", faults); err != nil {
		return dossier.Verstrekking{}, err
	}
	spoor := dossier.Verstrekking{ID: s.NieuwID(), Dossier: id, Moment: nu, Door: wie.ID, Van: wie.Organisatie, Aan: wie.Organisatie, Ontvanger: wie.ID,
		Categorie: deling.Veiligheid, Vorm: u.Vorm, Doel: sleutel.Doel(), Grondslag: sleutel.Grondslag(), Betrokkenen: deling.Betrokkenen(stukken), Tot: nu}
	if u.Vorm == Gezinsplan {
		spoor.Aan, spoor.Ontvanger, spoor.Categorie, spoor.Betrokkenen = "betrokkene", "", deling.Afspraak, []string{u.Voor}
		spoor.Doel, spoor.Grondslag = GezinsReden.Doel, GezinsReden.Grondslag
	}
	kopie, err := deling.Kopie(spoor, stukken, map[string]string{"noodzaak": u.Noodzaak, "vorm": u.Vorm, "voor": u.Voor})
	if err != nil {
		return spoor, domein.Wrap(op, err)
	}
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{kopie}, Sporen: []dossier.Verstrekking{spoor}}
	return spoor, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}

// kies gives the pieces that go out, with everything that is wrong about the choice.
func (u Uitgifte) kies(d dossier.Dossier, g toegang.Grant) ([]dossier.Stuk, []domein.Fault) {
	if u.Vorm == Opvraging {
		return u.opgevraagd(d), u.opvraagfaults(g)
	}
	var list []dossier.Stuk
	var faults []domein.Fault
	for _, w := range u.Wat {
		soort, id, _ := strings.Cut(w, "/")
		st, err := d.Stuk(soort, id)
		if err != nil || u.Vorm == Gezinsplan && !(VoorGezin(st) && over(d, st, u.Voor)) {
			faults = append(faults, domein.Fault{Veld: "wat", Melding: "Kies uit de lijst. Wat niet over deze persoon gaat of wat het gezin niet hoort, staat er niet in."})
			break
		}
		list = append(list, st)
	}
	if len(u.Wat) == 0 {
		faults = append(faults, domein.Fault{Veld: "wat", Melding: "Kies wat erin komt."})
	}
	if deling.TeKort(u.Noodzaak) {
		faults = append(faults, domein.Fault{Veld: "noodzaak", Melding: "Schrijf waarom dit nodig is (minstens 20 tekens)."})
	}
	switch u.Vorm {
	case Afdruk:
		return list, faults
	case Gezinsplan:
		list = voorGezin(d, list, u.Voor)
		return list, append(faults, u.gezinsfaults(d, list)...)
	}
	return list, append(faults, domein.Fault{Veld: "vorm", Melding: "Kies een plan voor het gezin of een afdruk."})
}

func (u Uitgifte) gezinsfaults(d dossier.Dossier, list []dossier.Stuk) []domein.Fault {
	var faults []domein.Fault
	if _, err := d.Stuk(Betrokkene, u.Voor); err != nil {
		faults = append(faults, domein.Fault{Veld: "voor", Melding: "Kies voor wie het plan is."})
	}
	regels, tekens := 0, 0
	for _, st := range list {
		if regels++; st.Soort == Doel {
			regels++
		}
		for _, veld := range []string{"tekst", "familie", "wat", "als_mislukt"} {
			tekens += utf8.RuneCountInString(st.Waarde(veld))
		}
	}
	if regels > meesteRegels || tekens > meesteTekens {
		faults = append(faults, domein.Fault{Veld: "wat", Melding: "Dit past niet op één blad. Kies minder, of maak de teksten korter."})
	}
	return faults
}

// voorGezin keeps of each piece what the family gets, each goal with its interventions, and adds what the person says himself.
func voorGezin(d dossier.Dossier, gekozen []dossier.Stuk, voor string) []dossier.Stuk {
	var list []dossier.Stuk
	for _, st := range gekozen {
		velden := map[string]string{}
		for _, veld := range gezinsvelden[st.Soort] {
			velden[veld] = st.Waarde(veld)
		}
		list = append(list, dossier.NieuwStuk(st.Soort, st.ID, st.Wie, st.Op, velden))
	}
	for _, st := range d.Van(Informatie) {
		if st.Waarde("weersproken") == "ja" && st.Waarde("over") == voor {
			list = append(list, dossier.NieuwStuk(Betwisting, st.ID, st.Wie, st.Op, map[string]string{"tekst": st.Waarde("betwisting")}))
		}
	}
	return list
}

// Uitgegeven is a copy of what went out.
type Uitgegeven struct {
	dossier.Verstrekking
	Codenaam       string
	Casusregisseur string // who can be asked
	Houder         string // who has sight on safety now
	Noodzaak       string
	Ontvangt       dossier.Stuk // with Gezinsplan: whom it is for
	Stukken        []dossier.Stuk
}

// ToonUitgifte shows what went out. A printout, or what a program asked for, was filtered for its maker and is shown to him alone; a plan for the family to the whole circle.
func (s *Service) ToonUitgifte(ctx context.Context, wie toegang.Actor, id, uitgifte string) (Uitgegeven, error) {
	const op = "casus.ToonUitgifte"
	d, _, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusExporteren)
	if err != nil {
		return Uitgegeven{}, domein.Wrap(op, err)
	}
	kopie, err := d.Stuk(deling.Verstrekt, uitgifte)
	i := slices.IndexFunc(d.Sporen, func(v dossier.Verstrekking) bool { return v.ID == uitgifte })
	if err != nil || i < 0 || d.Sporen[i].Vorm != Gezinsplan && (!slices.Contains([]string{Afdruk, Opvraging}, d.Sporen[i].Vorm) || d.Sporen[i].Door != wie.ID) {
		return Uitgegeven{}, domein.Missing(op)
	}
	houder, _ := d.ZichtOp(s.Nu())
	u := Uitgegeven{Verstrekking: d.Sporen[i], Codenaam: d.Codenaam, Casusregisseur: d.Casusregisseur, Houder: houder.Houder, Noodzaak: kopie.Waarde("noodzaak")}
	for _, p := range d.Van(Betrokkene) {
		if p.ID == kopie.Waarde("voor") {
			u.Ontvangt = p
		}
	}
	u.Stukken, err = deling.Inhoud(kopie)
	return u, domein.Wrap(op, err)
}
