// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/toegang"
)

// werkAantal is how many tasks and notices one page of work shows.
const werkAantal = 200

// Werk is what waits for one person: his tasks, the first to fall due first, and his notices. It holds codes and code names, no word of a dossier.
type Werk struct {
	Taken     []dossier.Taak
	Berichten []dossier.Bericht
	Codenamen map[string]string // of the dossiers that they are about
}

// Werk gives what waits for wie.
func (s *Service) Werk(ctx context.Context, wie toegang.Actor) (Werk, error) {
	const op = "casus.Werk"
	grant, err := s.Mag(wie, toegang.WerkLezen, toegang.Middel{Soort: "werk", Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID})
	if err != nil {
		return Werk{}, domein.Wrap(op, err)
	}
	var w Werk
	if w.Taken, err = s.Store.Taken(ctx, grant, dossier.Houders(wie), werkAantal); err != nil {
		return w, domein.Wrap(op, err)
	}
	if w.Berichten, err = s.Store.Berichten(ctx, grant, dossier.Houders(wie), werkAantal); err != nil {
		return w, domein.Wrap(op, err)
	}
	w.Codenamen, err = s.Store.Codenamen(ctx, grant, w.dossiers())
	return w, domein.Wrap(op, err)
}

func (w Werk) dossiers() []string {
	var ids []string
	for _, t := range w.Taken {
		ids = append(ids, t.Dossier)
	}
	for _, b := range w.Berichten {
		ids = append(ids, b.Dossier)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// eigenTaken are the kinds of task that their holder finishes himself by saying so. The others end with what they ask for.
var eigenTaken = []string{"interventie", "kennisnemen", "wek.oppakken", "waarschuwing", "informeren.uitstel", overleg.Afspraak, Termijn}

// ZelfAf tells whether the holder of a task can say that it is done.
func ZelfAf(t dossier.Taak) bool { return slices.Contains(eigenTaken, t.Soort) }

// RondAf finishes a task that its holder can finish by saying so.
func (s *Service) RondAf(ctx context.Context, wie toegang.Actor, taak string) error {
	const op = "casus.RondAf"
	w, err := s.Werk(ctx, wie)
	if err != nil {
		return domein.Wrap(op, err)
	}
	i := slices.IndexFunc(w.Taken, func(t dossier.Taak) bool { return t.ID == taak && ZelfAf(t) })
	if i < 0 {
		return domein.Missing(op)
	}
	t := w.Taken[i]
	d, sleutel, err := s.VraagEnOpen(ctx, wie, t.Dossier, toegang.CasusBijdragen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	m := dossier.Mutatie{Dossier: t.Dossier, Taken: []dossier.Taak{t.Af(wie.ID, s.Nu())}}
	if st, err := d.Stuk(overleg.Afspraak, t.Verwijst); err == nil {
		m.Stukken = append(m.Stukken, st.Zet(wie.ID, s.Nu(), map[string]string{"stand": "klaar"}))
	}
	if t.Soort == "wek.oppakken" {
		for _, x := range d.Taken {
			if x.Open() && x.Soort == "wek.gemist" {
				m.Taken = append(m.Taken, x.Af(wie.ID, s.Nu()))
			}
		}
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}

// KnoopBeeld is a knot as its holder or a party sees it: what it is about and nothing else of the case.
type KnoopBeeld struct {
	dossier.Stuk
	Codenaam                                       string
	CasusID                                        string
	Standpunten, Besluiten, Meningen, Opschalingen []dossier.Stuk
	Houdt                                          bool // the visitor holds it
	Doel, Grondslag                                string
}

// Knoop shows a knot to a member of the circle or to its holder.
func (s *Service) Knoop(ctx context.Context, wie toegang.Actor, id, knoop string) (KnoopBeeld, error) {
	const op = "casus.Knoop"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusInzien)
	var st dossier.Stuk
	if err == nil {
		st, err = d.Stuk(Knoop, knoop)
	} else if domein.KindOf(err) == domein.NotFound {
		d, sleutel, st, err = s.houder(ctx, wie, id, knoop)
	}
	if err != nil {
		return KnoopBeeld{}, domein.Wrap(op, err)
	}
	van := func(soort string) []dossier.Stuk {
		return slices.DeleteFunc(d.Van(soort), func(x dossier.Stuk) bool { return x.Waarde("knoop") != knoop })
	}
	return KnoopBeeld{Stuk: st, Codenaam: d.Codenaam, CasusID: id, Standpunten: van(Standpunt), Besluiten: van(Regiebesluit), Meningen: van(AfwijkendeMening),
		Opschalingen: van("opschaling"), Houdt: st.Waarde("stand") == "open" && st.Waarde("houder") == wie.ID, Doel: sleutel.Grant.Doel(), Grondslag: sleutel.Grant.Grondslag()}, nil
}
