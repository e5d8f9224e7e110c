// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import (
	"context"
	"slices"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// zeldzaamIn is in how many dossiers a surname may stand once to be rare.
const zeldzaamIn = 2000

// Stand is up to where the journal was judged.
type Stand struct {
	Volgnr int64
	Op     termijn.Moment // of that look
}

// Vragenkast is what is needed of the store to ask for explanations.
type Vragenkast interface {
	// Uitlegstand gives up to where the journal was judged; the zero Stand where it never was.
	Uitlegstand(ctx context.Context, g toegang.Grant) (Stand, error)
	// Inkijken lists the looks of people at reports and cases from a moment on, in the order of the journal.
	Inkijken(ctx context.Context, g toegang.Grant, van termijn.Moment) ([]Inkijk, error)
	// Omgeving gives what is known around dossiers, with those of the words under which each can be found.
	Omgeving(ctx context.Context, g toegang.Grant, dossiers, woorden []string) (map[string]Omgeving, error)
	// Woordtelling counts the dossiers under each of these words, and all dossiers.
	Woordtelling(ctx context.Context, g toegang.Grant, woorden []string) (telling map[string]int, dossiers int, err error)
	// SaveUitlegronde keeps questions and what comes with them, and moves the stand; where it is not was any more, it is a Conflict.
	SaveUitlegronde(ctx context.Context, g toegang.Grant, was, stand Stand, vragen []Vraag, werk Werk, entries []journaal.Entry) error
	// Uitlegvragen lists the questions that are kept, newest first, with code names; Uitlegvraag gives one, or NotFound.
	Uitlegvragen(ctx context.Context, g toegang.Grant) ([]Vraag, error)
	Uitlegvraag(ctx context.Context, g toegang.Grant, id string) (Vraag, error)
	// SaveUitlegvraag keeps the next step of a question that was as given; where somebody else took a step first, it is a Conflict.
	SaveUitlegvraag(ctx context.Context, g toegang.Grant, was, v Vraag, werk Werk, entry journaal.Entry) error
	// RuimUitlegvragen throws questions away with what is left of their tasks and notices.
	RuimUitlegvragen(ctx context.Context, g toegang.Grant, ids []string, entry journaal.Entry) error
}

// Ronde judges the looks that are new since the last round, by which the program asks for explanations; it closes terms that went by, and throws away what was kept long enough. It gives how
// many questions it asked. Where a condition does not stand it judges nothing.
func (s *Service) Ronde(ctx context.Context, systeem toegang.Actor) (int, error) {
	const op = "toezicht.Ronde"
	grant, err := s.Mag(systeem, toegang.ToezichtVragen, vraagMiddel(systeem, "", ""))
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	eerder, err := s.ruim(ctx, grant)
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	voorwaarden, err := s.Store.Voorwaarden(ctx, grant)
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	ingang, aan := Ingang(voorwaarden)
	if !aan || s.Nu().Before(ingang) {
		return 0, nil
	}
	n, err := s.beoordeel(ctx, grant, ingang, eerder)
	return n, domein.Wrap(op, err)
}

// ruim lets terms to answer end, and throws away questions that were kept long enough. It gives those that stay.
func (s *Service) ruim(ctx context.Context, grant toegang.Grant) ([]Vraag, error) {
	list, err := s.Store.Uitlegvragen(ctx, grant)
	if err != nil {
		return nil, err
	}
	var weg []string
	var blijft []Vraag
	for _, v := range list {
		if v.Weg.Before(s.Nu()) {
			weg = append(weg, v.ID)
			continue
		}
		blijft = append(blijft, v)
		if !v.Gehoord() && v.Uiterlijk.Before(s.Nu()) {
			if err := s.laatLopen(ctx, grant, v); err != nil {
				return nil, err
			}
		}
	}
	if len(weg) == 0 {
		return blijft, nil
	}
	entry, err := s.Entry(grant, "opvallend", "opgeruimd", weg)
	if err != nil {
		return nil, err
	}
	return blijft, s.Store.RuimUitlegvragen(ctx, grant, weg, entry)
}

// laatLopen records that no answer came, and asks for a judgement.
func (s *Service) laatLopen(ctx context.Context, grant toegang.Grant, v Vraag) error {
	was := v
	v.Antwoord, v.AntwoordOp = GeenAntwoord, s.Nu()
	var err error
	if v.Uiterlijk, err = s.einde(termijn.OpvallendWegen); err != nil {
		return err
	}
	taken, err := s.weegtaken(ctx, grant.Verantwoordelijke(), v)
	if err != nil {
		return err
	}
	return s.saveVraag(ctx, grant, was, v, Werk{Taken: taken})
}

// beoordeel judges the looks after the stand. Those of the day before fill the window, and are not judged again.
func (s *Service) beoordeel(ctx context.Context, grant toegang.Grant, ingang termijn.Moment, eerder []Vraag) (int, error) {
	was, err := s.Store.Uitlegstand(ctx, grant)
	if err != nil {
		return 0, err
	}
	van := was.Op.Plus(-vensterToeloop)
	if van.Before(ingang) {
		van = ingang
	}
	blikken, err := s.Store.Inkijken(ctx, grant, van)
	if err != nil || len(blikken) == 0 || blikken[len(blikken)-1].Volgnr <= was.Volgnr {
		return 0, err
	}
	p, omgeving, err := s.omgeving(ctx, grant, blikken)
	if err != nil {
		return 0, err
	}
	nieuw, err := s.nieuweVragen(blikken, was, p, omgeving, eerder)
	if err != nil {
		return 0, err
	}
	last := blikken[len(blikken)-1]
	return len(nieuw), s.saveRonde(ctx, grant, was, Stand{last.Volgnr, last.Op}, nieuw)
}

// omgeving gathers what is known around these looks.
func (s *Service) omgeving(ctx context.Context, grant toegang.Grant, blikken []Inkijk) (personeel, map[string]Omgeving, error) {
	users, err := s.Gebruikers(ctx, grant.Verantwoordelijke())
	if err != nil {
		return personeel{}, nil, err
	}
	p := maakPersoneel(users, s.Naam)
	var ids []string
	for _, k := range blikken {
		ids = append(ids, k.Dossier)
	}
	slices.Sort(ids)
	omgeving, err := s.Store.Omgeving(ctx, grant, slices.Compact(ids), p.woorden())
	if err != nil {
		return p, nil, err
	}
	if err := s.gasten(omgeving); err != nil {
		return p, nil, err
	}
	var gezien []string // only what was met can be rare
	for _, o := range omgeving {
		gezien = append(gezien, o.Woorden...)
	}
	slices.Sort(gezien)
	telling, dossiers, err := s.Store.Woordtelling(ctx, grant, slices.Compact(gezien))
	for w, n := range telling {
		p.zeldzaam[w] = n*zeldzaamIn <= dossiers
	}
	return p, omgeving, err
}

// gasten lets a meeting explain looks from when its guests may read until when they may no longer.
func (s *Service) gasten(omgeving map[string]Omgeving) error {
	voor, err := termijn.Geldend(termijn.GastVoorOverleg, s.Nu().Date())
	if err != nil {
		return err
	}
	na, err := termijn.Geldend(termijn.GastNaOverleg, s.Nu().Date())
	if err != nil {
		return err
	}
	for _, o := range omgeving {
		for i, x := range o.Sporen {
			if x.Soort == SpoorOverleg {
				o.Sporen[i].Van, o.Sporen[i].Tot = x.Van.Plus(-time.Duration(voor.Waarde)*time.Hour), na.Vanaf(x.Tot)
			}
		}
	}
	return nil
}

// nieuweVragen runs the rules over looks, in the order of time. About the same person and dossier it asks again only after a look that was not right, or when the question is gone.
func (s *Service) nieuweVragen(blikken []Inkijk, was Stand, p personeel, omgeving map[string]Omgeving, eerder []Vraag) ([]Vraag, error) {
	uiterlijk, err := s.einde(termijn.OpvallendUitleggen)
	if err != nil {
		return nil, err
	}
	weg, err := s.einde(termijn.BewaarOnterecht)
	if err != nil {
		return nil, err
	}
	gevraagd := map[[2]string]bool{}
	for _, v := range eerder {
		if !slices.Contains(Onterecht, v.Oordeel) {
			gevraagd[[2]string{v.Wie, v.Dossier}] = true
		}
	}
	set := Kenmerken()
	var venster Venster
	var list []Vraag
	for _, k := range blikken {
		f := p.feiten(k, omgeving[k.Dossier])
		if f[ZonderReden] > 0 {
			venster.Tel(k.Wie, k.Dossier, k.Op.Time(), &f)
		}
		sleutel := [2]string{k.Wie, k.Dossier}
		redenen := Redenen(set, f, k.Op.Date())
		if len(redenen) == 0 || k.Volgnr <= was.Volgnr || gevraagd[sleutel] {
			continue
		}
		gevraagd[sleutel] = true
		v := Vraag{ID: s.NieuwID(), Volgnr: k.Volgnr, Wie: k.Wie, Dossier: k.Dossier, Bekeken: k.Op, Gesteld: s.Nu(), Uiterlijk: uiterlijk, Weg: weg}
		for _, r := range redenen {
			v.Redenen = append(v.Redenen, r.Code)
		}
		list = append(list, v)
	}
	return list, nil
}

// saveRonde keeps the questions with a task for each who is asked, and up to where the journal was judged.
func (s *Service) saveRonde(ctx context.Context, grant toegang.Grant, was, stand Stand, nieuw []Vraag) error {
	var werk Werk
	var entries []journaal.Entry
	for _, v := range nieuw {
		werk.Taken = append(werk.Taken, dossier.Taak{ID: s.NieuwID(), Soort: TaakUitleg, Houder: v.Wie, Verwijst: v.ID, Gemaakt: v.Gesteld, Vervalt: v.Uiterlijk})
		werk.Berichten = append(werk.Berichten, s.bericht(v, TaakUitleg))
		entry, err := s.Entry(grant, "opvallend", v.ID, v)
		if err != nil {
			return err
		}
		entries = append(entries, entry)
	}
	return s.Store.SaveUitlegronde(ctx, grant, was, stand, nieuw, werk, entries)
}
