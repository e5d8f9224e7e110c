// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package deling

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Store is what this room needs kept beside what the vault keeps.
type Store interface {
	dossier.Store
	// GedeeldMet lists what was shared with the actor of the grant and has not ended, newest first, at most aantal.
	GedeeldMet(ctx context.Context, g toegang.Grant, nu termijn.Moment, aantal int) ([]dossier.Verstrekking, error)
	// Taken lists the open tasks of the holders, the first to fall due first, at most aantal.
	Taken(ctx context.Context, g toegang.Grant, houders []string, aantal int) ([]dossier.Taak, error)
}

// Service holds the use cases on sharing, on the circle and on emergency access.
type Service struct {
	dossier.Kluis
	Store     Store
	Gebruiker func(ctx context.Context, verantwoordelijke, id string) (toegang.Actor, error)
	// Zeef leaves out of a dossier what a member of its circle may not see.
	Zeef func(d dossier.Dossier, lid dossier.Lid, wie string, nu termijn.Moment) dossier.Dossier
}

// Verstrekt is the kind of piece that holds what was shared: a frozen copy, so that it stays clear what the receiver got.
const Verstrekt = "verstrekking"

// Verzoek is a wish to share.
type Verzoek struct {
	Wat       []string // pieces, as "soort/id"
	Categorie string
	Aan       string // kind of organisation
	Ontvanger string // user who will see it; empty: it goes on paper or by word of mouth
	Doel      string
	Grondslag string
	Noodzaak  string
	Reden     string // of a deviation: why it cannot wait
	Tot       termijn.Date
	Ondanks   bool              // somebody asks to go past the gate: never
	Vorm      string            // Delen where empty, or Stelsel
	Bij       map[string]string // what the frozen copy says beside its pieces
	Bezwaren  []domein.Fault    // what is wrong with it beside what the gate finds
}

// The ways in which something is shared: with a person, who sees it here, or with the system of an organisation, which is told and comes to get it.
const (
	Delen   = "delen"
	Stelsel = "api"
)

// TaakMelden is the task of the program to tell the network of partners that something can be got; it refers to the line of the ledger.
const TaakMelden = "uitkomst.beschikbaar"

// Deel shares pieces of a dossier. What is missing is named at once and nothing goes out. A wish to go past the gate is refused and recorded.
func (s *Service) Deel(ctx context.Context, wie toegang.Actor, id string, v Verzoek) (dossier.Verstrekking, error) {
	const op = "deling.Deel"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusDelen)
	if err != nil {
		return dossier.Verstrekking{}, domein.Wrap(op, err)
	}
	nu := s.Nu()
	if v.Ondanks {
		entry, err := s.Geweigerd(wie, toegang.CasusDelen, "dossier", id, v.Doel, v.Grondslag)
		if err == nil {
			err = s.Store.Kijk(ctx, entry)
		}
		if err != nil {
			return dossier.Verstrekking{}, domein.Wrap(op, err)
		}
		return dossier.Verstrekking{}, &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "Delen zonder grondslag kan niet, ook niet met een uitzondering. De poging is vastgelegd."}
	}
	d = s.Zeef(d, sleutel.Lid, wie.ID, nu)
	faults, _ := Toets(Voorstel{Van: wie.Organisatie, Aan: v.Aan, Categorie: v.Categorie, Regime: d.Regime, Doel: v.Doel, Grondslag: v.Grondslag, Noodzaak: v.Noodzaak}, nu.Date())
	stukken, meer := s.gekozen(ctx, wie, d, v, nu)
	if err := domein.Refuse(op, "Dit is niet gedeeld.", slices.Concat(v.Bezwaren, faults, meer)); err != nil {
		return dossier.Verstrekking{}, err
	}
	spoor, m, err := s.verstrek(wie, d, v, stukken, nu)
	if err != nil {
		return spoor, domein.Wrap(op, err)
	}
	return spoor, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}

// gekozen gives the pieces that were chosen, with what is wrong about the choice. A safety agreement takes no pieces along.
func (s *Service) gekozen(ctx context.Context, wie toegang.Actor, d dossier.Dossier, v Verzoek, nu termijn.Moment) ([]dossier.Stuk, []domein.Fault) {
	var list []dossier.Stuk
	var faults []domein.Fault
	for _, w := range v.Wat {
		soort, id, _ := strings.Cut(w, "/")
		st, err := d.Stuk(soort, id)
		if err != nil {
			faults = append(faults, domein.Fault{Veld: "wat", Melding: "Kies uit wat u in deze casus ziet."})
			break
		}
		list = append(list, st)
	}
	switch {
	case v.Categorie == Afspraak && len(list) > 0:
		faults = append(faults, domein.Fault{Veld: "wat", Melding: "Een veiligheidsafspraak gaat zonder inhoud. Haal de vinkjes weg."})
	case v.Categorie != Afspraak && len(v.Wat) == 0:
		faults = append(faults, domein.Fault{Veld: "wat", Melding: "Kies wat u deelt."})
	}
	if v.Ontvanger != "" {
		if a, err := s.Gebruiker(ctx, wie.Verantwoordelijke, v.Ontvanger); err != nil || a.Organisatie != v.Aan {
			faults = append(faults, domein.Fault{Veld: "ontvanger", Melding: "Kies iemand van de organisatie waarmee u deelt."})
		}
	}
	if !v.Tot.IsZero() && !v.Tot.After(nu.Date().AddDays(-1)) {
		faults = append(faults, domein.Fault{Veld: "tot", Melding: "Deze dag is al voorbij."})
	}
	if g, ok := Grond(v.Grondslag); ok && g.Afwijking && TeKort(v.Reden) {
		faults = append(faults, domein.Fault{Veld: "reden", Melding: "Schrijf waarom dit niet kan wachten (minstens 20 tekens)."})
	}
	return list, faults
}

// verstrek makes the frozen copy, the line of the ledger and, for a deviation, the judgement by somebody else within 24 hours: until then the receiver sees it, and
// after that only where it was approved.
func (s *Service) verstrek(wie toegang.Actor, d dossier.Dossier, v Verzoek, stukken []dossier.Stuk, nu termijn.Moment) (dossier.Verstrekking, dossier.Mutatie, error) {
	g, _ := Grond(v.Grondslag)
	spoor := dossier.Verstrekking{ID: s.NieuwID(), Dossier: d.ID, Moment: nu, Door: wie.ID, Van: wie.Organisatie, Aan: v.Aan, Ontvanger: v.Ontvanger, Categorie: v.Categorie,
		Vorm: cmp.Or(v.Vorm, Delen), Doel: v.Doel, Grondslag: v.Grondslag, Betrokkenen: Betrokkenen(stukken)}
	velden := map[string]string{"noodzaak": v.Noodzaak, "reden": v.Reden}
	maps.Copy(velden, v.Bij)
	kopie, err := Kopie(spoor, stukken, velden)
	if err != nil {
		return spoor, dossier.Mutatie{}, err
	}
	if !v.Tot.IsZero() {
		spoor.Tot = v.Tot.End()
	}
	m := dossier.Mutatie{Dossier: d.ID}
	if g.Afwijking {
		regel, err := termijn.Geldend(termijn.AfwijkingBeoordelen, nu.Date())
		if err != nil {
			return spoor, m, err
		}
		spoor.Afwijking, spoor.Tot = strings.ToLower(g.Code), regel.Vanaf(nu)
		for _, rol := range []toegang.Rol{toegang.FG, toegang.Privacyfunctionaris} {
			m.Berichten = append(m.Berichten, s.Bericht(dossier.VanRol(rol), "afwijking", d.ID, spoor.ID))
		}
		m.Taken = append(m.Taken, s.Taak(d.ID, "afwijking.delen", dossier.VanRol(toegang.Privacyfunctionaris), spoor.ID, spoor.Tot))
	}
	m.Sporen, m.Stukken = []dossier.Verstrekking{spoor}, []dossier.Stuk{kopie}
	switch {
	case spoor.Vorm == Stelsel:
		m.Taken = append(m.Taken, s.Taak(d.ID, TaakMelden, dossier.Bode, spoor.ID, nu))
	case v.Ontvanger != "":
		m.Berichten = append(m.Berichten, s.Bericht(v.Ontvanger, "gedeeld", d.ID, spoor.ID))
	}
	return spoor, m, nil
}

// Kopie is the frozen copy of what goes out by a line of the ledger, under the id of that line, with velden about why.
func Kopie(spoor dossier.Verstrekking, stukken []dossier.Stuk, velden map[string]string) (dossier.Stuk, error) {
	inhoud, err := json.Marshal(stukken)
	if err != nil {
		return dossier.Stuk{}, err
	}
	sum := sha256.Sum256(inhoud)
	velden["inhoud"], velden["hash"] = string(inhoud), hex.EncodeToString(sum[:])
	return dossier.NieuwStuk(Verstrekt, spoor.ID, spoor.Door, spoor.Moment, velden), nil
}

// Inhoud reads the pieces of a frozen copy.
func Inhoud(kopie dossier.Stuk) ([]dossier.Stuk, error) {
	var list []dossier.Stuk
	err := json.Unmarshal([]byte(kopie.Waarde("inhoud")), &list)
	return list, err
}

// Betrokkenen lists of whom the pieces are, by their pseudonym within the dossier.
func Betrokkenen(stukken []dossier.Stuk) []string {
	var list []string
	for _, st := range stukken {
		if st.Soort == "betrokkene" {
			list = append(list, st.ID)
		}
		list = append(list, st.Waarden("over")...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Gedeeld lists what was shared with wie and has not ended.
func (s *Service) Gedeeld(ctx context.Context, wie toegang.Actor) ([]dossier.Verstrekking, error) {
	const op = "deling.Gedeeld"
	grant, err := s.Mag(wie, toegang.WerkLezen, toegang.Middel{Soort: "gedeeld", Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.GedeeldMet(ctx, grant, s.Nu(), 200)
	return list, domein.Wrap(op, err)
}

// Afschrift is what a receiver sees of a sharing.
type Afschrift struct {
	dossier.Verstrekking
	Codenaam string
	Noodzaak string
	Kopie    dossier.Stuk // the piece that holds it
	Stukken  []dossier.Stuk
}

// Inzien shows what was shared, to its receiver, until it ends. The look goes to the journal under the purpose and the ground of the sharing.
func (s *Service) Inzien(ctx context.Context, wie toegang.Actor, id string) (Afschrift, error) {
	const op = "deling.Inzien"
	list, err := s.Gedeeld(ctx, wie)
	if err != nil {
		return Afschrift{}, domein.Wrap(op, err)
	}
	i := slices.IndexFunc(list, func(v dossier.Verstrekking) bool { return v.ID == id })
	if i < 0 {
		return Afschrift{}, domein.Missing(op)
	}
	a, _, _, err := s.OpenKopie(ctx, wie, list[i])
	return a, domein.Wrap(op, err)
}

// OpenKopie opens the copy behind a line of the ledger, for the receiver of it. It gives the dossier with it, for a room that has more to do there.
func (s *Service) OpenKopie(ctx context.Context, wie toegang.Actor, spoor dossier.Verstrekking) (Afschrift, dossier.Dossier, dossier.Sleutel, error) {
	const op = "deling.OpenKopie"
	g, _ := Grond(spoor.Grondslag)
	sleutel, err := s.VraagVoor(ctx, wie, spoor.Dossier, toegang.GedeeldInzien, dossier.Reden{Doel: spoor.Doel, Grondslag: g.Artikel}, spoor.Ontvanger)
	if err != nil {
		return Afschrift{}, dossier.Dossier{}, sleutel, domein.Wrap(op, err)
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return Afschrift{}, d, sleutel, domein.Wrap(op, err)
	}
	st, err := d.Stuk(Verstrekt, spoor.ID)
	if err != nil {
		return Afschrift{}, d, sleutel, domein.Wrap(op, err)
	}
	a := Afschrift{Verstrekking: spoor, Codenaam: d.Codenaam, Noodzaak: st.Waarde("noodzaak"), Kopie: st}
	a.Stukken, err = Inhoud(st)
	return a, d, sleutel, domein.Wrap(op, err)
}
