// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package uitkomst gives what a meeting decided and agreed to the systems of partners, as the stelsel Jeugd, Zorg en Veiligheid (JZV) has it: the partner hears through the
// network that there is something, comes to get it, and each time that he does is recorded and told. It is a sharing like any other: for a purpose, on a ground that fits.
package uitkomst

import (
	"context"
	"errors"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept beside what the vault keeps.
type Store interface {
	dossier.Store
	// EigenOIN gives the OIN of the controller, or an empty text where none is registered.
	EigenOIN(ctx context.Context, g toegang.Grant) (string, error)
	// SavePartnersysteem adds the system of a partner, or changes it; only the hash of its token is kept, in place of the former one.
	SavePartnersysteem(ctx context.Context, g toegang.Grant, p Partnersysteem, token string, entry journaal.Entry) error
	// GedeeldMet lists what was shared with the actor of the grant and has not ended, newest first, at most aantal.
	GedeeldMet(ctx context.Context, g toegang.Grant, nu termijn.Moment, aantal int) ([]dossier.Verstrekking, error)
	// TeMelden lists the events that wait for the network at nu, oldest first.
	TeMelden(ctx context.Context, g toegang.Grant, nu termijn.Moment) ([]Gebeurtenis, error)
}

// Service holds the use cases on outcomes.
type Service struct {
	dossier.Kluis
	Store   Store
	Overleg *overleg.Service
	Deling  *deling.Service
	// Zeef leaves out of a dossier what a member of its circle may not see.
	Zeef func(d dossier.Dossier, lid dossier.Lid, wie string, nu termijn.Moment) dossier.Dossier
	// Stuur brings an event to the network and says how it stands there; nil: there is no network, and events wait.
	Stuur func(ctx context.Context, g Gebeurtenis) (Stand, error)
}

// Verzoek is a wish to make the outcome of one item available. Fields that are left out here are as in deling.Verzoek.
type Verzoek struct {
	Systeem   string   // the system of the partner: its OIN
	Wat       []string // decisions and agreements of the item, as "soort/id"
	Over      string   // the person that the agreements are about, by his piece in the case; a decision goes without
	Categorie string
	Doel      string
	Grondslag string
	Noodzaak  string
	Tot       termijn.Date
}

// punt gives an item of a meeting as wie sees it. What a table decided goes out in the name of the controller, so it is for whoever holds the table for this case.
func (s *Service) punt(ctx context.Context, wie toegang.Actor, id, punt string) (overleg.Overleg, overleg.Beeld, error) {
	o, b, err := s.Overleg.Punt(ctx, wie, id, punt)
	if err != nil {
		return o, b, err
	}
	if !b.Lid {
		return o, overleg.Beeld{}, domein.Missing("uitkomst.punt")
	}
	if !b.Regie {
		return o, overleg.Beeld{}, &domein.Error{Kind: domein.Forbidden, Op: "uitkomst.punt", Melding: "Alleen wie de regie over deze casus heeft, stelt de uitkomst van de tafel beschikbaar."}
	}
	return o, b, nil
}

// Stel makes decisions and agreements of an item available to the system of a partner.
func (s *Service) Stel(ctx context.Context, wie toegang.Actor, id, punt string, v Verzoek) error {
	const op = "uitkomst.Stel"
	o, b, err := s.punt(ctx, wie, id, punt)
	if err != nil {
		return domein.Wrap(op, err)
	}
	faults, aan, err := s.bezwaren(ctx, wie, b, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	bij := map[string]string{"punt": b.ID, "vraag": b.Vraag, "van": o.Van.String(), "tot": o.Tot.String()}
	if slices.ContainsFunc(v.Wat, isAfspraak) {
		d, sleutel, err := s.VraagEnOpen(ctx, wie, b.Dossier, toegang.CasusDelen)
		if err != nil {
			return domein.Wrap(op, err)
		}
		d = s.Zeef(d, sleutel.Lid, wie.ID, s.Nu())
		if mis := persoonFaults(d, v.Over); len(mis) > 0 {
			faults = append(faults, mis...)
		} else {
			v.Wat, bij["informering"] = append(slices.Clone(v.Wat), casus.Betrokkene+"/"+v.Over), informering(d, v.Over)
		}
	}
	_, err = s.Deling.Deel(ctx, wie, b.Dossier, deling.Verzoek{Wat: v.Wat, Categorie: v.Categorie, Aan: aan, Ontvanger: v.Systeem, Doel: v.Doel, Grondslag: v.Grondslag, Noodzaak: v.Noodzaak,
		Tot: v.Tot, Vorm: deling.Stelsel, Bij: bij, Bezwaren: faults})
	return domein.Wrap(op, zonderOntvanger(err))
}

// zonderOntvanger leaves out of a refusal what the gate says of the receiver: he was chosen as a system here, and what is wrong with that was said.
func zonderOntvanger(err error) error {
	var e *domein.Error
	if errors.As(err, &e) {
		e.Faults = slices.DeleteFunc(e.Faults, func(f domein.Fault) bool { return f.Veld == "aan" || f.Veld == "ontvanger" })
	}
	return err
}

func isAfspraak(wat string) bool { return strings.HasPrefix(wat, overleg.Afspraak+"/") }

// bezwaren are what is wrong with a wish beside what the gate for sharing finds. aan is the kind of organisation that the system belongs to.
func (s *Service) bezwaren(ctx context.Context, wie toegang.Actor, b overleg.Beeld, v Verzoek) (faults []domein.Fault, aan string, err error) {
	grant, err := s.Mag(wie, toegang.OverlegLezen, toegang.Middel{Soort: "overleg", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return nil, "", err
	}
	oin, err := s.Store.EigenOIN(ctx, grant)
	if err != nil {
		return nil, "", err
	}
	if oin == "" {
		faults = append(faults, domein.Fault{Veld: "systeem", Melding: "Het OIN van uw eigen organisatie is nog niet vastgelegd. Vraag de beheerder om dat te doen."})
	}
	systeem, err := s.Deling.Gebruiker(ctx, wie.Verantwoordelijke, v.Systeem)
	if domein.KindOf(err) == domein.NotFound || err == nil && !slices.Contains(systeem.Rollen, toegang.Partnersysteem) {
		return append(faults, domein.Fault{Veld: "systeem", Melding: "Kies een partner uit de lijst."}), "", nil
	}
	if v.Categorie == deling.Afspraak {
		faults = append(faults, domein.Fault{Veld: "categorie", Melding: "Kies wat voor gegevens er in deze besluiten en afspraken staan."})
	}
	for _, w := range v.Wat {
		if !slices.ContainsFunc(slices.Concat(b.Besluiten, b.Afspraken), func(st dossier.Stuk) bool { return st.Soort+"/"+st.ID == w }) {
			return append(faults, domein.Fault{Veld: "wat", Melding: "Kies uit de besluiten en afspraken van dit punt."}), systeem.Organisatie, nil
		}
	}
	return faults, systeem.Organisatie, err
}

// Keuze is what can be made available of an item, and what was before.
type Keuze struct {
	Overleg overleg.Overleg
	overleg.Beeld
	Doel     string                 // of the case for wie
	Personen []dossier.Stuk         // whom an agreement can be about
	Eerder   []dossier.Verstrekking // newest first, also what ended
}

// Toon gives what wie can make available of an item.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id, punt string) (Keuze, error) {
	const op = "uitkomst.Toon"
	o, b, err := s.punt(ctx, wie, id, punt)
	if err != nil {
		return Keuze{}, domein.Wrap(op, err)
	}
	d, sleutel, err := s.VraagEnOpen(ctx, wie, b.Dossier, toegang.CasusDelen)
	if err != nil {
		return Keuze{}, domein.Wrap(op, err)
	}
	return Keuze{o, b, sleutel.Doel(), s.Zeef(d, sleutel.Lid, wie.ID, s.Nu()).Van(casus.Betrokkene), eerder(d, punt)}, nil
}

// eerder lists what was made available of an item, newest first.
func eerder(d dossier.Dossier, punt string) []dossier.Verstrekking {
	var list []dossier.Verstrekking
	for _, v := range slices.Backward(d.Sporen) {
		if st, err := d.Stuk(deling.Verstrekt, v.ID); v.Vorm == deling.Stelsel && err == nil && st.Waarde("punt") == punt {
			list = append(list, v)
		}
	}
	return list
}

// TrekIn ends what was made available: from this moment its receiver finds nothing any more. What he took before stays with him, and in the ledger.
func (s *Service) TrekIn(ctx context.Context, wie toegang.Actor, id, punt, uitkomst string) error {
	const op = "uitkomst.TrekIn"
	_, b, err := s.punt(ctx, wie, id, punt)
	if err != nil {
		return domein.Wrap(op, err)
	}
	d, sleutel, err := s.VraagEnOpen(ctx, wie, b.Dossier, toegang.CasusDelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	list := eerder(d, punt)
	i := slices.IndexFunc(list, func(v dossier.Verstrekking) bool { return v.ID == uitkomst })
	nu := s.Nu()
	if i < 0 {
		return domein.Missing(op)
	}
	if !list[i].Loopt(nu) {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Dit was al ingetrokken of verlopen."}
	}
	list[i].Tot = nu
	m := dossier.Mutatie{Dossier: d.ID, Sporen: list[i : i+1]}
	for _, t := range d.Taken {
		if t.Open() && t.Soort == deling.TaakMelden && t.Verwijst == uitkomst {
			m.Taken = append(m.Taken, t.Af(wie.ID, nu))
		}
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}
