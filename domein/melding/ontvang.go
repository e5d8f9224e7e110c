// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Ingang is how a report came in, and how it stands.
type Ingang struct {
	Dossier, Codenaam string
	Status            string
	Begonnen          termijn.Moment
	Kenmerk           string // keyed hash of sender and reference
	Zegel             string // keyed hash of the content
	Organisatie       string // kind of organisation of the sender
	Deur              Deur
	Soort             Berichtsoort
	Bestemming        Bestemming
}

// Inname is a new report as it is kept. Stand is set for a transfer from Veilig Thuis.
type Inname struct {
	Daad   dossier.Daad
	Ingang Ingang
	Stand  *Stand
}

// Ontvangst is what the sender of a report gets: a number and how it stands, and no word of its content.
type Ontvangst struct {
	ID, Nummer string
	Op         termijn.Moment
	Status     string
	Dubbel     bool // the same message was received before; nothing was changed
}

// maxLijst is how many reports one file may hold.
const maxLijst = 500

// Ontvang takes in a message of another system.
func (s *Service) Ontvang(ctx context.Context, wie toegang.Actor, a Aanlevering) (Ontvangst, error) {
	list, err := s.ontvang(ctx, wie, []Aanlevering{a})
	if err != nil {
		return Ontvangst{}, domein.Wrap("melding.Ontvang", err)
	}
	return list[0], nil
}

// ontvang keeps messages: all of them, or none with every fault of every one.
func (s *Service) ontvang(ctx context.Context, wie toegang.Actor, list []Aanlevering) ([]Ontvangst, error) {
	const op = "melding.ontvang"
	grant, err := s.Mag(wie, toegang.MeldingOntvangen, middel(wie.Verantwoordelijke, "", wie.ID))
	if err != nil {
		return nil, err
	}
	l, err := s.loket(ctx, grant)
	if err != nil {
		return nil, err
	}
	if len(list) > maxLijst {
		return nil, &domein.Error{Kind: domein.Invalid, Op: op, Melding: fmt.Sprintf("Er staan te veel meldingen in dit bestand. Lever er ten hoogste %d tegelijk aan.", maxLijst)}
	}
	ingangen := make([]Ingang, len(list))
	var faults []domein.Fault
	for i, a := range list {
		afzender, wrong := l.oordeel(a)
		for _, f := range wrong {
			if a.Plek != "" {
				f.Veld = a.Plek + ", " + f.Veld
			}
			faults = append(faults, f)
		}
		list[i].Soort = soort(a, afzender)
		if afzender.Naam != "" { // as it is registered here, whatever the message calls it
			list[i].Afzender.Naam = afzender.Naam
		}
		ingangen[i] = s.ingang(wie, list[i], afzender)
		if j := slices.IndexFunc(ingangen[:i], func(x Ingang) bool { return x.Kenmerk == ingangen[i].Kenmerk }); j >= 0 {
			faults = append(faults, domein.Fault{Veld: a.Plek + ", kenmerk", Melding: "Dit kenmerk staat ook op " + list[j].Plek + ". Geef elke melding een eigen kenmerk."})
		}
	}
	if err := domein.Refuse(op, "Er is niets ontvangen. Verbeter dit:", faults); err != nil {
		return nil, err
	}
	return s.neemIn(ctx, grant, ingangen, func(i int) (Inname, error) { return s.vanBericht(ctx, grant, list[i], ingangen[i]) })
}

func (s *Service) loket(ctx context.Context, grant toegang.Grant) (loket, error) {
	tenant, err := s.Store.Verantwoordelijke(ctx, grant.Verantwoordelijke())
	if err != nil {
		return loket{}, err
	}
	afzenders, err := s.Store.Afzenders(ctx, grant)
	return loket{bestemming: bestemming(tenant), afzenders: afzenders, nu: s.Nu()}, err
}

// bestemming gives what a controller of this sort receives.
func bestemming(v gebied.Verantwoordelijke) Bestemming {
	if v.Soort == gebied.VanZVH {
		return VoorZVH
	}
	return VoorNAZ
}

// ingang makes the row by which a message is known again. Reference and content are kept as keyed hashes: a reference of the police can be guessed.
func (s *Service) ingang(wie toegang.Actor, a Aanlevering, van Afzender) Ingang {
	content, err := json.Marshal(a)
	if err != nil {
		panic(err) // a message is text and moments
	}
	return Ingang{Kenmerk: s.zegel("kenmerk", wie.Verantwoordelijke, van.Sleutel(), a.Kenmerk), Zegel: s.zegel("inhoud", wie.Verantwoordelijke, string(content)),
		Organisatie: van.Organisatie, Deur: a.Deur, Soort: a.Soort, Bestemming: a.Bestemming}
}

// zegel is a keyed hash of the parts.
func (s *Service) zegel(delen ...string) string {
	mac := hmac.New(sha256.New, s.Sleutel)
	for _, d := range delen {
		fmt.Fprintf(mac, "%d|%s", len(d), d)
	}
	return hex.EncodeToString(mac.Sum(nil))
}

// neemIn keeps what is new of the list and gives the receipts of all of it. A message that comes in through another door between looking and keeping is met at the second try.
func (s *Service) neemIn(ctx context.Context, grant toegang.Grant, list []Ingang, maak func(i int) (Inname, error)) ([]Ontvangst, error) {
	for try := 0; ; try++ {
		got, err := s.neemInEens(ctx, grant, list, maak)
		if domein.KindOf(err) != domein.Conflict || try > 0 {
			return got, err
		}
	}
}

func (s *Service) neemInEens(ctx context.Context, grant toegang.Grant, list []Ingang, maak func(i int) (Inname, error)) ([]Ontvangst, error) {
	kenmerken := make([]string, len(list))
	for i, in := range list {
		kenmerken[i] = in.Kenmerk
	}
	known, err := s.Store.Ingangen(ctx, grant, kenmerken, nil)
	if err != nil {
		return nil, err
	}
	got := make([]Ontvangst, len(list))
	var nieuw []Inname
	var daden []dossier.Daad
	for i, in := range list {
		if j := slices.IndexFunc(known, func(k Ingang) bool { return k.Kenmerk == in.Kenmerk }); j >= 0 {
			if known[j].Zegel != in.Zegel {
				return nil, &domein.Error{Kind: domein.Invalid, Op: "melding.neemIn", Melding: fmt.Sprintf("Onder dit kenmerk is al een andere melding ontvangen: %s. "+
					"Geef deze melding een nieuw kenmerk en lever haar opnieuw aan.", known[j].Codenaam)}
			}
			got[i] = known[j].ontvangst()
			got[i].Dubbel = true
			continue
		}
		n, err := maak(i)
		if err != nil {
			return nil, err
		}
		nieuw, daden = append(nieuw, n), append(daden, n.Daad)
		got[i] = n.Ingang.ontvangst()
	}
	if len(nieuw) == 0 {
		return got, nil
	}
	entries, err := s.Entries(daden)
	if err != nil {
		return nil, err
	}
	return got, s.Store.NeemIn(ctx, nieuw, entries)
}

func (in Ingang) ontvangst() Ontvangst {
	return Ontvangst{ID: in.Dossier, Nummer: in.Codenaam, Op: in.Begonnen, Status: in.Status}
}

// inname makes the dossier of a new report, with the task to weigh it.
func (s *Service) inname(ctx context.Context, grant toegang.Grant, in Ingang, eigenaar string, stukken []dossier.Stuk) (Inname, error) {
	wie, nu := grant.Wie(), s.Nu()
	contact, err := termijn.Geldend(termijn.ContactMelder, nu.Date())
	if err != nil {
		return Inname{}, err
	}
	nr, err := s.Store.Volgnummer(ctx, wie.Verantwoordelijke, fmt.Sprintf("melding-%d", nu.Date().Year()))
	if err != nil {
		return Inname{}, err
	}
	k := dossier.Kop{ID: s.NieuwID(), Soort: dossier.Melding, Regime: dossier.MeldingRegime, Codenaam: fmt.Sprintf("M-%d-%04d", nu.Date().Year(), nr), Status: Ontvangen,
		Eigenaar: eigenaar, Begonnen: nu, EersteVerwerking: nu.Date(), Versie: 1}
	g, err := s.Mag(wie, grant.Actie(), middel(wie.Verantwoordelijke, k.ID, wie.ID))
	if err != nil {
		return Inname{}, err
	}
	m := dossier.Mutatie{Dossier: k.ID, Kop: &k, Zout: s.NieuwZout(), Stukken: stukken,
		Taken:     []dossier.Taak{s.Taak(k.ID, "triage", dossier.VanRol(toegang.Procesregisseur), k.ID, contact.Vanaf(nu))},
		Berichten: []dossier.Bericht{s.Bericht(dossier.VanRol(toegang.Procesregisseur), "melding", k.ID, k.ID)}}
	for _, st := range stukken {
		if st.Soort == Gemelde {
			m.Woorden = append(m.Woorden, persoon.UitVelden(st.Waarde).Zoekwoorden()...)
		}
	}
	in.Dossier, in.Codenaam, in.Status, in.Begonnen = k.ID, k.Codenaam, k.Status, nu
	n := Inname{Daad: dossier.Daad{Grant: g, Soort: dossier.Melding, Zout: m.Zout, Mutatie: m}, Ingang: in}
	if in.Soort == Overdracht {
		n.Stand = &Stand{Dossier: k.ID, Ontvangen: nu.Date()}
	}
	return n, nil
}

func middel(tenant, id, eigenaar string) toegang.Middel {
	return toegang.Middel{Soort: string(dossier.Melding), ID: id, Verantwoordelijke: tenant, Eigenaar: eigenaar, Regime: string(dossier.MeldingRegime)}
}
