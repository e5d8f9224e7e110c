// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"errors"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// Beeld is one signal with what belongs to it.
type Beeld struct {
	Signaal
	Gebied         gebied.Gebied
	Soort          cijfer.Soort
	Bron           cijfer.Bron
	Reeks          []cijfer.Cijfer
	Versies        []cijfer.Versie // every value that the figure of this month has had, oldest first
	Oordelen       []Oordeel       // the months that were judged, for the band in the chart
	Verhaal        Verhaal         // the event that this signal is part of
	Gebeurtenissen []Gebeurtenis   // newest first
	Vragen         []Vraag         // newest first
	Stappen        []Mogelijk      // where it may go from here
	PartnerVragen  string          // why wie may not ask a partner; empty where he may
}

// Mogelijk is a step that the life cycle allows from here. Reden says why the visitor may not take it; it is empty where he may.
type Mogelijk struct {
	Naar  Status
	Reden string
}

// Toon gives one signal with its series, its judgements and its story.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Beeld, error) {
	const op = "signaal.Toon"
	sig, z, grant, err := s.haal(ctx, wie, id, toegang.SignaalLezen)
	if err != nil {
		return Beeld{}, domein.Wrap(op, err)
	}
	b := Beeld{Signaal: sig, Soort: z.soorten[sig.Soort]}
	b.Bron = z.bronnen[b.Soort.Bron]
	for _, load := range []func() error{
		func() (err error) { b.Reeks, err = s.Store.Reeks(ctx, grant, sig.Soort, sig.Gebied); return },
		func() (err error) { b.Versies, err = s.Store.Versies(ctx, grant, sig.Cel()); return },
		func() (err error) { b.Oordelen, err = s.Store.Oordelen(ctx, grant, sig.Soort, sig.Gebied); return },
		func() (err error) { b.Gebeurtenissen, err = s.Store.Gebeurtenissen(ctx, grant, id); return },
		func() (err error) { b.Vragen, err = s.Store.Vragen(ctx, grant, id); return },
		func() error { return s.plaats(ctx, grant, &b) },
		func() (err error) { b.Stappen, b.PartnerVragen, err = s.mogelijk(wie, z, sig); return },
	} {
		if err := load(); err != nil {
			return b, domein.Wrap(op, err)
		}
	}
	return b, nil
}

// plaats finds the area of a signal and the event that it is part of.
func (s *Service) plaats(ctx context.Context, grant toegang.Grant, b *Beeld) error {
	areas, err := s.Store.Gebieden(ctx, grant, false)
	if err != nil {
		return err
	}
	b.Gebied = gebied.Gebied{Code: b.Signaal.Gebied, Naam: b.Signaal.Gebied}
	for _, a := range areas {
		if a.Code == b.Signaal.Gebied {
			b.Gebied = a
		}
	}
	all, err := s.Store.Signalen(ctx, grant, []string{b.Signaal.Soort})
	if err != nil {
		return err
	}
	same := slices.DeleteFunc(all, func(other Signaal) bool { return other.Periode != b.Periode })
	for _, v := range Vouw(same, Ouders(areas)) {
		if v.Van(b.ID) {
			b.Verhaal = v
		}
	}
	return nil
}

// Ouders gives for each area the one that it lies in.
func Ouders(areas []gebied.Gebied) map[string]string {
	ouder := map[string]string{}
	for _, a := range areas {
		ouder[a.Code] = a.Ouder
	}
	return ouder
}

// mogelijk asks the gate for every step from here, and for a question to a partner.
func (s *Service) mogelijk(wie toegang.Actor, z zicht, sig Signaal) (stappen []Mogelijk, vragen string, err error) {
	ask := func(wat toegang.Actie) (reden string) {
		_, refused := s.Mag(wie, wat, z.middel(sig))
		var e *domein.Error
		switch {
		case refused == nil:
		case errors.As(refused, &e) && e.Kind == domein.Forbidden:
			return e.Melding
		default:
			err = refused
		}
		return ""
	}
	for _, naar := range sig.Status().Naar() {
		reden := ""
		for _, wat := range nodigRecht(sig.Status(), naar) {
			if r := ask(wat); r != "" {
				reden = r
				break
			}
		}
		stappen = append(stappen, Mogelijk{Naar: naar, Reden: reden})
	}
	if sig.Status() == Gesloten {
		return stappen, vraagDicht, err
	}
	return stappen, ask(toegang.SignaalPartnerVragen), err
}
