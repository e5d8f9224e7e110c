// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package overleg

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// geweest is how far back the list of meetings goes.
const geweest = 92 * 24 * time.Hour

// maxRijen is how many meetings the list shows.
const maxRijen = 100

// Wachtend is a knot that waits for a table.
type Wachtend struct {
	dossier.Taak
	Codenaam string
}

// Lijst gives the meetings of wie, and the knots that he is to bring to a table. It holds moments and code names.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]Overleg, []Wachtend, error) {
	const op = "overleg.Lijst"
	grant, err := s.Mag(wie, toegang.OverlegLezen, middel(wie, ""))
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	nu := s.Nu()
	list, err := s.Store.Overleggen(ctx, grant, nu.Plus(-geweest), nu, maxRijen)
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	var zichtbaar []Overleg
	for _, o := range list {
		if o.Punten, err = s.zichtbaar(ctx, wie, o); err != nil {
			return nil, nil, domein.Wrap(op, err)
		}
		if len(o.Punten) > 0 || o.Maker == wie.ID || o.Voorzitter == wie.ID {
			zichtbaar = append(zichtbaar, o)
		}
	}
	wachtend, err := s.wachtend(ctx, wie, grant)
	if err != nil {
		return nil, nil, domein.Wrap(op, err)
	}
	return zichtbaar, wachtend, domein.Wrap(op, s.lijstblik(ctx, grant, zichtbaar))
}

func (s *Service) wachtend(ctx context.Context, wie toegang.Actor, grant toegang.Grant) ([]Wachtend, error) {
	taken, err := s.Store.Taken(ctx, grant, []string{wie.ID}, 500)
	if err != nil {
		return nil, err
	}
	var ids []string
	taken = slices.DeleteFunc(taken, func(t dossier.Taak) bool { return t.Soort != TaakAgenderen })
	for _, t := range taken {
		ids = append(ids, t.Dossier)
	}
	namen, err := s.Store.Codenamen(ctx, grant, ids)
	var list []Wachtend
	for _, t := range taken {
		list = append(list, Wachtend{t, namen[t.Dossier]})
	}
	return list, err
}

func (s *Service) lijstblik(ctx context.Context, grant toegang.Grant, list []Overleg) error {
	object := "geen"
	var ids []string
	for _, o := range list[:min(len(list), 50)] { // an entry of the journal holds no more
		ids = append(ids, o.ID)
	}
	if len(ids) > 0 {
		object = strings.Join(ids, ",")
	}
	look, err := s.Blik(grant, "overleggen", object)
	if err != nil {
		return err
	}
	return s.Store.Kijk(ctx, look)
}

// zichtbaar keeps the items that wie may know of: those about a case in whose circle he sits now, and those that he is a guest of, around the meeting.
func (s *Service) zichtbaar(ctx context.Context, wie toegang.Actor, o Overleg) ([]Punt, error) {
	nu := s.Nu()
	open, err := venster(o, nu)
	if err != nil {
		return nil, err
	}
	var list []Punt
	for _, p := range o.Punten {
		feiten, err := s.Store.DossierFeiten(ctx, wie.Verantwoordelijke, p.Dossier, wie.ID, nu)
		if err != nil {
			return nil, err
		}
		plek, _ := feiten.Plek(nu)
		if plek == toegang.KringLid || open && p.gast(wie.ID) {
			list = append(list, p)
		}
	}
	return list, nil
}

func (p Punt) gast(wie string) bool {
	return slices.ContainsFunc(p.Genodigden, func(g Genodigde) bool { return g.Gebruiker == wie && g.Gast })
}

// Beeld is an item as its visitor may see it.
type Beeld struct {
	Punt
	Codenaam  string
	Lid       bool // he sits in the circle; else he is a guest and sees this item only
	Regie     bool // he holds the table for this case
	Vraag     string
	Besluiten []dossier.Stuk
	Afspraken []dossier.Stuk
	Waarom    string // purpose and ground

	sleutel dossier.Sleutel
	zout    []byte
}

// open gives a meeting with the items that wie may see, none of which is opened yet.
func (s *Service) open(ctx context.Context, wie toegang.Actor, id string) (Overleg, error) {
	const op = "overleg.open"
	grant, err := s.Mag(wie, toegang.OverlegLezen, middel(wie, id))
	if err != nil {
		return Overleg{}, domein.Wrap(op, err)
	}
	o, err := s.Store.Overleg(ctx, grant, id)
	if err != nil {
		return o, domein.Wrap(op, err)
	}
	if o.Punten, err = s.zichtbaar(ctx, wie, o); err != nil {
		return o, domein.Wrap(op, err)
	}
	if len(o.Punten) == 0 && o.Maker != wie.ID && o.Voorzitter != wie.ID {
		entry, err := s.Geweigerd(wie, toegang.OverlegLezen, "overleg", id, grant.Doel(), grant.Grondslag())
		if err == nil {
			err = s.Store.Kijk(ctx, entry)
		}
		return Overleg{}, errors.Join(domein.Missing(op), err)
	}
	return o, nil
}

// Punt shows one item of a meeting, which is a look at its case and at no other.
func (s *Service) Punt(ctx context.Context, wie toegang.Actor, id, punt string) (Overleg, Beeld, error) {
	const op = "overleg.Punt"
	o, err := s.open(ctx, wie, id)
	if err != nil {
		return o, Beeld{}, domein.Wrap(op, err)
	}
	i := slices.IndexFunc(o.Punten, func(p Punt) bool { return p.ID == punt })
	if i < 0 {
		return o, Beeld{}, domein.Missing(op)
	}
	b, err := s.beeld(ctx, wie, o.Punten[i])
	return o, b, domein.Wrap(op, err)
}

// Toon shows a meeting with the items that wie may see. Each item is a look at its case.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Overleg, []Beeld, error) {
	const op = "overleg.Toon"
	o, err := s.open(ctx, wie, id)
	if err != nil {
		return o, nil, domein.Wrap(op, err)
	}
	var list []Beeld
	for _, p := range o.Punten {
		b, err := s.beeld(ctx, wie, p)
		if err != nil {
			return o, nil, domein.Wrap(op, err)
		}
		list = append(list, b)
	}
	return o, list, nil
}

// reden is the purpose and ground of a guest.
func reden() dossier.Reden {
	doel, grondslag := toegang.StandaardDoel(toegang.OverlegLezen)
	return dossier.Reden{Doel: doel, Grondslag: grondslag}
}

func (s *Service) beeld(ctx context.Context, wie toegang.Actor, p Punt) (Beeld, error) {
	r, eigenaar := dossier.Reden{}, ""
	if p.gast(wie.ID) {
		r, eigenaar = reden(), wie.ID
	}
	sleutel, err := s.VraagVoor(ctx, wie, p.Dossier, toegang.OverlegLezen, r, eigenaar)
	if err != nil {
		return Beeld{}, err
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return Beeld{}, err
	}
	nu := s.Nu()
	b := Beeld{Punt: p, Codenaam: d.Codenaam, Lid: sleutel.Lid.Functie != "", Waarom: sleutel.Doel() + ". Grondslag: " + sleutel.Grondslag(), sleutel: sleutel, zout: d.Zout}
	b.Regie = b.Lid && s.Poort.May(toegang.Vraag{Wie: wie, Wat: toegang.CasusRegie, Waarop: sleutel.Middel(wie.Verantwoordelijke, nu), Doel: sleutel.Doel(), Grondslag: sleutel.Grondslag(), Nu: nu.Time()})
	if b.Lid {
		d = s.Zeef(d, sleutel.Lid, wie.ID, nu)
	}
	if st, err := d.Stuk(Agendapunt, p.ID); err == nil {
		b.Vraag = st.Waarde("vraag")
	}
	van := func(soort string) []dossier.Stuk {
		return slices.DeleteFunc(d.Van(soort), func(st dossier.Stuk) bool { return st.Waarde("punt") != p.ID })
	}
	b.Besluiten, b.Afspraken = van(Besluit), van(Afspraak)
	return b, nil
}

// NeemMee gives what Toon gives, to take along as a list: for each case that is a line of the ledger, with the reason.
func (s *Service) NeemMee(ctx context.Context, wie toegang.Actor, id string) (Overleg, []Beeld, error) {
	const op = "overleg.NeemMee"
	o, list, err := s.Toon(ctx, wie, id)
	if err != nil {
		return o, nil, domein.Wrap(op, err)
	}
	nu := s.Nu()
	var daden []dossier.Daad
	for _, b := range list {
		spoor := dossier.Verstrekking{ID: s.NieuwID(), Dossier: b.Dossier, Moment: nu, Door: wie.ID, Van: wie.Organisatie, Aan: wie.Organisatie, Categorie: "afspraak", Vorm: "lijst",
			Doel: b.sleutel.Doel(), Grondslag: b.sleutel.Grondslag(), Betrokkenen: []string{}, Tot: nu}
		if i := slices.IndexFunc(daden, func(d dossier.Daad) bool { return d.Mutatie.Dossier == b.Dossier }); i >= 0 {
			daden[i].Mutatie.Sporen = append(daden[i].Mutatie.Sporen, spoor)
			continue
		}
		daden = append(daden, dossier.Daad{Grant: b.sleutel.Grant, Soort: b.sleutel.Soort, Zout: b.zout, Mutatie: dossier.Mutatie{Dossier: b.Dossier, Sporen: []dossier.Verstrekking{spoor}}})
	}
	if len(daden) == 0 {
		return o, nil, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Er staat niets op de agenda dat u kunt meenemen."}
	}
	return o, list, domein.Wrap(op, s.Bewaar(ctx, daden...))
}

// VanCasus lists the meetings that treat a case, to whoever opened it.
func (s *Service) VanCasus(ctx context.Context, wie toegang.Actor, id string) ([]Overleg, error) {
	const op = "overleg.VanCasus"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.OverlegLezen, dossier.Reden{})
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.OverleggenVan(ctx, sleutel.Grant, id)
	return list, domein.Wrap(op, err)
}

// Komend keeps the meetings that are not over.
func Komend(list []Overleg, nu termijn.Moment) []Overleg {
	return slices.DeleteFunc(slices.Clone(list), func(o Overleg) bool { return !nu.Before(o.Tot) })
}
