// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Stand is how far a transfer from Veilig Thuis is here, and which days Veilig Thuis gave of its own work, for key figures only.
type Stand struct {
	Dossier                             string
	Ontvangen, Aanvaard, Teruggekoppeld termijn.Date
	Gemeld, Beoordeeld, Onderzocht      termijn.Date // at Veilig Thuis: the report, the safety assessment, the end of the inquiry
}

// Overdragen is a step with a transfer.
type Overdragen struct {
	Stap                           string // "aanvaard", "teruggekoppeld" or "dagen"
	Gemeld, Beoordeeld, Onderzocht string // days that Veilig Thuis gave; empty: not known
}

// Kwartaal are the key figures of transfers that were received in one quarter.
type Kwartaal struct {
	Naam                                           string // "2026, vierde kwartaal"
	Ontvangen, Aanvaard, Teruggekoppeld            int
	Beoordeeld, BinnenBegin, Onderzocht, BinnenEnd int // with a known date, and how many of those within the term
}

// stand gives how far a transfer is; nil for a report that is none.
func (s *Service) stand(ctx context.Context, grant toegang.Grant, id string) (*Stand, error) {
	list, err := s.Store.Overdrachten(ctx, grant)
	for _, st := range list {
		if st.Dossier == id {
			return &st, err
		}
	}
	return nil, err
}

// DraagOver takes a step with a transfer from Veilig Thuis.
func (s *Service) DraagOver(ctx context.Context, wie toegang.Actor, id string, o Overdragen) error {
	const op = "melding.DraagOver"
	sleutel, err := s.vraag(ctx, wie, id, toegang.MeldingWegen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	st, err := s.stand(ctx, sleutel.Grant, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if st == nil {
		return domein.Missing(op)
	}
	vandaag := s.Nu().Date()
	switch {
	case o.Stap == "aanvaard" && st.Aanvaard.IsZero():
		st.Aanvaard = vandaag
	case o.Stap == "teruggekoppeld" && !st.Aanvaard.IsZero() && st.Teruggekoppeld.IsZero():
		st.Teruggekoppeld = vandaag
	case o.Stap == "dagen":
		if err := o.dagen(st, vandaag); err != nil {
			return err
		}
	default:
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze stap kan nu niet. Aanvaard de overdracht eerst; elke stap kan één keer."}
	}
	daden := []dossier.Daad{{Grant: sleutel.Grant, Soort: dossier.Melding, Mutatie: dossier.Mutatie{Dossier: id}}}
	entries, err := s.Entries(daden)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveStand(ctx, daden[0], *st, entries))
}

// dagen takes over the days that Veilig Thuis gave.
func (o Overdragen) dagen(st *Stand, vandaag termijn.Date) error {
	var faults []domein.Fault
	for _, f := range []struct {
		veld, tekst string
		in          *termijn.Date
	}{{"gemeld", o.Gemeld, &st.Gemeld}, {"beoordeeld", o.Beoordeeld, &st.Beoordeeld}, {"onderzocht", o.Onderzocht, &st.Onderzocht}} {
		d, err := termijn.ParseDate(f.tekst)
		switch {
		case err != nil:
			faults = append(faults, domein.Fault{Veld: f.veld, Melding: "Vul een datum in."})
		case d.After(vandaag):
			faults = append(faults, domein.Fault{Veld: f.veld, Melding: "Deze datum ligt in de toekomst."})
		case !d.IsZero() && !st.Gemeld.IsZero() && d.Before(st.Gemeld):
			faults = append(faults, domein.Fault{Veld: f.veld, Melding: "Deze datum ligt voor de melding bij Veilig Thuis."})
		}
		*f.in = d
	}
	return domein.Refuse("melding.dagen", "De data zijn niet opgeslagen. Verbeter dit:", faults)
}

var kwartalen = [...]string{"eerste", "tweede", "derde", "vierde"}

// Kengetallen counts the transfers by quarter, newest first: no persons, only how many, and how many within the terms of Veilig Thuis.
func (s *Service) Kengetallen(ctx context.Context, wie toegang.Actor) ([]Kwartaal, error) {
	const op = "melding.Kengetallen"
	grant, err := s.Mag(wie, toegang.MeldingWegen, middel(wie.Verantwoordelijke, "", ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Overdrachten(ctx, grant)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	begin, err := termijn.Geldend(termijn.VeiligThuisBegin, s.Nu().Date())
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	eind, err := termijn.Geldend(termijn.VeiligThuisOordeel, s.Nu().Date())
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	var out []Kwartaal
	for _, st := range list {
		naam := fmt.Sprintf("%d, %s kwartaal", st.Ontvangen.Year(), kwartalen[(st.Ontvangen.Month()-1)/3])
		i := slices.IndexFunc(out, func(k Kwartaal) bool { return k.Naam == naam })
		if i < 0 {
			out, i = append(out, Kwartaal{Naam: naam}), len(out)
		}
		out[i].tel(st, begin.Waarde, 7*eind.Waarde)
	}
	return out, nil
}

func (k *Kwartaal) tel(st Stand, dagenBegin, dagenEind int) {
	k.Ontvangen++
	if !st.Aanvaard.IsZero() {
		k.Aanvaard++
	}
	if !st.Teruggekoppeld.IsZero() {
		k.Teruggekoppeld++
	}
	if st.Gemeld.IsZero() {
		return
	}
	if !st.Beoordeeld.IsZero() {
		k.Beoordeeld++
		if st.Gemeld.DaysUntil(st.Beoordeeld) <= dagenBegin {
			k.BinnenBegin++
		}
	}
	if !st.Onderzocht.IsZero() {
		k.Onderzocht++
		if st.Gemeld.DaysUntil(st.Onderzocht) <= dagenEind {
			k.BinnenEnd++
		}
	}
}
