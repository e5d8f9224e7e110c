// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// The conditions under which looks may be judged as unusual: consent of the ondernemingsraad (WOR art. 27 lid 1 onder k and l), a DPIA (AVG art. 35), and the day from which it was
// announced to those who look (AVG art. 13).
const (
	Ondernemingsraad = "ondernemingsraad"
	DPIA             = "dpia"
	Aankondiging     = "aankondiging"
)

// Voorwaardesoorten are all conditions; each must stand.
var Voorwaardesoorten = []string{Ondernemingsraad, DPIA, Aankondiging}

// Voorwaarde is one condition as it was recorded.
type Voorwaarde struct {
	ID              string
	Soort           string
	Dag             termijn.Date // of the consent, of the DPIA; or from which it was announced
	Kenmerk         string       // of the paper, in the archive
	Door            string
	Vastgelegd      termijn.Moment
	IngetrokkenDoor string
	Ingetrokken     termijn.Moment // zero: it stands
}

// kenmerkVorm is a reference of an archive: it stands in the clear, so there is no room in it for a sentence about somebody.
var kenmerkVorm = regexp.MustCompile(`^[A-Za-z./_-]{0,20}[0-9][A-Za-z0-9./_-]{0,20}$`)

// Ingang gives the moment from which looks may be judged, and false where one of the conditions does not stand. It is never before a condition was recorded: who records a day in the
// past, or records again what was withdrawn, reaches no look that people took for not judged.
func Ingang(list []Voorwaarde) (termijn.Moment, bool) {
	var van termijn.Moment
	for _, soort := range Voorwaardesoorten {
		i := slices.IndexFunc(list, func(v Voorwaarde) bool { return v.Soort == soort && v.Ingetrokken.IsZero() })
		if i < 0 {
			return termijn.Moment{}, false
		}
		for _, m := range []termijn.Moment{list[i].Dag.Start(), list[i].Vastgelegd} {
			if van.Before(m) {
				van = m
			}
		}
	}
	return van, true
}

// Sinds tells anybody who may be asked whether looks are judged, and from when.
func (s *Service) Sinds(ctx context.Context, wie toegang.Actor) (termijn.Moment, bool, error) {
	const op = "toezicht.Sinds"
	grant, err := s.Mag(wie, toegang.ToezichtUitleggen, vraagMiddel(wie, "", wie.ID))
	if err != nil {
		return termijn.Moment{}, false, domein.Wrap(op, err)
	}
	list, err := s.Store.Voorwaarden(ctx, grant)
	ingang, aan := Ingang(list)
	return ingang, aan, domein.Wrap(op, err)
}

// Voorwaarden gives the conditions, the newest first, with those that were withdrawn.
func (s *Service) Voorwaarden(ctx context.Context, wie toegang.Actor) ([]Voorwaarde, error) {
	const op = "toezicht.Voorwaarden"
	grant, err := s.Mag(wie, lezen(wie), middel(wie, ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Voorwaarden(ctx, grant)
	return list, domein.Wrap(op, err)
}

// LegVast records a condition. The day of an announcement lies ahead, or is today; the others do not lie ahead.
func (s *Service) LegVast(ctx context.Context, wie toegang.Actor, soort string, dag termijn.Date, kenmerk string) error {
	const op = "toezicht.LegVast"
	v := Voorwaarde{ID: s.NieuwID(), Soort: soort, Dag: dag, Kenmerk: strings.TrimSpace(kenmerk), Door: wie.ID, Vastgelegd: s.Nu()}
	grant, err := s.Mag(wie, toegang.ToezichtInrichten, middel(wie, v.ID))
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	fault := func(mis bool, veld, melding string) {
		if mis {
			faults = append(faults, domein.Fault{Veld: veld, Melding: melding})
		}
	}
	vandaag := s.Nu().Date()
	fault(!slices.Contains(Voorwaardesoorten, soort), "soort", "Kies uit de lijst.")
	fault(!kenmerkVorm.MatchString(v.Kenmerk), "kenmerk", "Vul het kenmerk van het stuk in, zoals OR-2026/118: met een cijfer en zonder spaties.")
	fault(dag.IsZero(), "dag", "Vul de dag in.")
	fault(!dag.IsZero() && soort == Aankondiging && dag.Before(vandaag), "dag", "Kondig het aan vanaf vandaag of later: wat eerder is bekeken, blijft buiten beeld.")
	fault(soort != Aankondiging && vandaag.Before(dag), "dag", "Deze dag moet nog komen.")
	if err := domein.Refuse(op, "Dit is niet opgeslagen.", faults); err != nil {
		return err
	}
	entry, err := s.Entry(grant, "opvallend", v.ID, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveVoorwaarde(ctx, grant, v, entry))
}

// TrekIn withdraws a condition, by which nothing is judged any more: what nobody judged yet is dropped, and who was asked hears so. Who is asked himself cannot do it.
func (s *Service) TrekIn(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "toezicht.TrekIn"
	grant, err := s.Mag(wie, toegang.ToezichtInrichten, middel(wie, id))
	if err != nil {
		return domein.Wrap(op, err)
	}
	list, err := s.Store.Uitlegvragen(ctx, grant)
	if err != nil {
		return domein.Wrap(op, err)
	}
	var werk Werk
	for _, v := range list {
		if v.Gewogen() {
			continue
		}
		if v.Wie == wie.ID {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Er loopt een vraag over een blik van uzelf. Iemand anders moet dit intrekken."}
		}
		b := s.bericht(v, BerichtVervallen)
		b.Verwijst = "" // there is no question any more
		werk.Berichten = append(werk.Berichten, b)
	}
	entry, err := s.Entry(grant, "opvallend", id, "ingetrokken")
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.TrekIn(ctx, grant, id, wie.ID, s.Nu(), werk, entry))
}
