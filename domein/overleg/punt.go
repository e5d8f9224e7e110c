// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package overleg

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// NieuwPunt is an item that is put on the agenda.
type NieuwPunt struct {
	Casus  string
	Knoop  string // the knot that it is about, or empty
	Vraag  string
	Gasten []string // users outside the circle, for this item only
}

// Agendeer puts a case, or a knot of one, on the agenda. The circle is asked, and the guests for this item.
func (s *Service) Agendeer(ctx context.Context, wie toegang.Actor, id string, n NieuwPunt) (Punt, error) {
	const op = "overleg.Agendeer"
	grant, err := s.Mag(wie, toegang.OverlegVoorbereiden, middel(wie, id))
	if err != nil {
		return Punt{}, domein.Wrap(op, err)
	}
	o, err := s.Store.Overleg(ctx, grant, id)
	if err != nil {
		return Punt{}, domein.Wrap(op, err)
	}
	d, sleutel, err := s.VraagEnOpen(ctx, wie, n.Casus, toegang.CasusRegie)
	if err != nil {
		return Punt{}, domein.Wrap(op, err)
	}
	nu := s.Nu()
	p := Punt{ID: s.NieuwID(), Overleg: id, Dossier: d.ID, Knoop: n.Knoop, Nr: len(o.Punten) + 1}
	faults, err := s.genodigden(ctx, wie, d, n, &p)
	if err != nil {
		return p, domein.Wrap(op, err)
	}
	if len([]rune(strings.TrimSpace(n.Vraag))) < 10 {
		faults = append(faults, domein.Fault{Veld: "vraag", Melding: "Schrijf in een zin wat de vraag aan tafel is (minstens 10 tekens)."})
	}
	if !nu.Before(o.Tot) {
		faults = append(faults, domein.Fault{Veld: "vraag", Melding: "Dit overleg is al geweest."})
	}
	if err := domein.Refuse(op, "Dit punt staat nog niet op de agenda.", faults); err != nil {
		return p, err
	}
	m := dossier.Mutatie{Dossier: d.ID, Stukken: []dossier.Stuk{dossier.NieuwStuk(Agendapunt, p.ID, wie.ID, nu, map[string]string{"overleg": id, "soort": o.Soort, "van": o.Van.String(),
		"vraag": n.Vraag, "knoop": n.Knoop})}}
	for _, g := range p.Genodigden {
		if g.Gebruiker != wie.ID {
			m.Berichten = append(m.Berichten, s.Bericht(g.Gebruiker, "overleg", d.ID, id))
		}
	}
	for _, t := range d.Taken {
		if t.Open() && t.Soort == TaakAgenderen && t.Verwijst == n.Knoop {
			m.Taken = append(m.Taken, t.Af(wie.ID, nu))
		}
	}
	daad := dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}
	daden := []dossier.Daad{daad}
	entries, err := s.Entries(daden)
	if err != nil {
		return p, domein.Wrap(op, err)
	}
	return p, domein.Wrap(op, s.Store.NeemOpAgenda(ctx, daden[0], p, entries))
}

// genodigden asks the circle and the guests.
func (s *Service) genodigden(ctx context.Context, wie toegang.Actor, d dossier.Dossier, n NieuwPunt, p *Punt) ([]domein.Fault, error) {
	var faults []domein.Fault
	for _, l := range d.Kring(s.Nu()) {
		p.Genodigden = append(p.Genodigden, Genodigde{Gebruiker: l.Gebruiker})
	}
	for _, id := range n.Gasten {
		if slices.ContainsFunc(p.Genodigden, func(g Genodigde) bool { return g.Gebruiker == id }) {
			continue
		}
		_, err := s.Gebruiker(ctx, wie.Verantwoordelijke, id)
		if domein.KindOf(err) == domein.NotFound {
			faults, err = append(faults, domein.Fault{Veld: "gasten", Melding: "Kies gasten uit de lijst."}), nil
		}
		if err != nil {
			return nil, err
		}
		p.Genodigden = append(p.Genodigden, Genodigde{Gebruiker: id, Gast: true})
	}
	if n.Knoop != "" {
		if _, err := d.Stuk("knoop", n.Knoop); err != nil {
			faults = append(faults, domein.Fault{Veld: "knoop", Melding: "Deze knoop is niet van deze casus."})
		}
	}
	return faults, nil
}

// Noteer records who was there for an item. Those who are not named were not.
func (s *Service) Noteer(ctx context.Context, wie toegang.Actor, id, punt string, aanwezig []string) error {
	const op = "overleg.Noteer"
	grant, err := s.Mag(wie, toegang.OverlegVoorbereiden, middel(wie, id))
	if err != nil {
		return domein.Wrap(op, err)
	}
	o, err := s.Store.Overleg(ctx, grant, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	i := slices.IndexFunc(o.Punten, func(p Punt) bool { return p.ID == punt })
	if i < 0 {
		return domein.Missing(op)
	}
	p := o.Punten[i]
	sleutel, err := s.Vraag(ctx, wie, p.Dossier, toegang.CasusRegie, dossier.Reden{})
	if err != nil {
		return domein.Wrap(op, err)
	}
	if s.Nu().Before(o.Van) {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Het overleg moet nog beginnen. Noteer daarna wie er was."}
	}
	for _, id := range aanwezig {
		if !slices.ContainsFunc(p.Genodigden, func(g Genodigde) bool { return g.Gebruiker == id }) {
			return domein.Refuse(op, "Dit is niet opgeslagen.", []domein.Fault{{Veld: "aanwezig", Melding: "Kies uit wie gevraagd was."}})
		}
	}
	for j := range p.Genodigden {
		p.Genodigden[j].Aanwezig = map[bool]string{true: "ja", false: "nee"}[slices.Contains(aanwezig, p.Genodigden[j].Gebruiker)]
	}
	daden := []dossier.Daad{{Grant: sleutel.Grant, Soort: sleutel.Soort, Mutatie: dossier.Mutatie{Dossier: p.Dossier}}}
	entries, err := s.Entries(daden)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveAanwezig(ctx, daden[0], p, entries))
}
