// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/toegang"
)

// Verslag tells what a detection found.
type Verslag struct {
	Reeksen, Nieuw, Herzien int
	Laatste                 cijfer.Periode
}

// Detecteer judges the newest months of all monthly series and keeps the outcome. Running it again on the same figures changes nothing but the journal. It runs after
// every file of figures; a revised figure revises the signal that leaned on it.
func (s *Service) Detecteer(ctx context.Context, wie toegang.Actor) (Verslag, error) {
	const op = "signaal.Detecteer"
	grant, err := s.Mag(wie, toegang.SignaalDetecteren, toegang.Middel{Soort: "signaal", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	reeksen, politie, laatste, err := s.reeksen(ctx, grant)
	if err != nil || len(reeksen) == 0 {
		return Verslag{}, domein.Wrap(op, err)
	}
	oordelen, err := oordeel(ctx, reeksen, politie, laatste, s.Instelling, s.Methode, s.Familie)
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	known, err := s.Store.Signalen(ctx, grant, codes(reeksen))
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	v := Verslag{Reeksen: len(reeksen), Laatste: laatste}
	signalen, events := s.verwerk(&v, known, oordelen, laatste)
	entry, err := s.Entry(grant, "detectie", laatste.Code(), v)
	if err != nil {
		return v, domein.Wrap(op, err)
	}
	return v, domein.Wrap(op, s.Store.SaveOordelen(ctx, grant, oordelen, signalen, events, entry))
}

// reeksen loads every monthly series, and tells which kinds measure police activity.
func (s *Service) reeksen(ctx context.Context, grant toegang.Grant) ([]Reeks, map[string]bool, cijfer.Periode, error) {
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return nil, nil, "", err
	}
	var monthly []string
	politie := map[string]bool{}
	for _, k := range soorten {
		if k.Lengte == cijfer.Maand {
			monthly = append(monthly, k.Code)
			politie[k.Code] = k.Politie
		}
	}
	figures, err := s.Store.ReeksenVan(ctx, grant, monthly)
	if err != nil {
		return nil, nil, "", err
	}
	reeksen, laatste := Reeksen(figures)
	return reeksen, politie, laatste, nil
}

func codes(reeksen []Reeks) []string {
	var list []string
	for _, r := range reeksen {
		list = append(list, r.Soort)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// verwerk turns judgements into signals: new ones in the newest months, and changes of those that exist. A signal that no longer rings after a revision stays, marked.
func (s *Service) verwerk(v *Verslag, known []Signaal, oordelen []Oordeel, laatste cijfer.Periode) ([]Signaal, []Gebeurtenis) {
	news := laatste.Add(1 - s.Instelling.Nieuws)
	byCel := map[cijfer.Cel]Signaal{}
	for _, sig := range known {
		byCel[cijfer.Cel{Soort: sig.Soort, Gebied: sig.Gebied, Periode: sig.Periode}] = sig
	}
	var list []Signaal
	var events []Gebeurtenis
	for _, o := range oordelen {
		sig, exists := byCel[cijfer.Cel{Soort: o.Soort, Gebied: o.Gebied, Periode: o.Periode}]
		rings := o.Uitspraak == Rings
		switch {
		case !exists && rings && o.Periode >= news:
			v.Nieuw++
			sig = Signaal{ID: s.NieuwID(), Soort: o.Soort, Gebied: o.Gebied, Periode: o.Periode, Meting: o.Meting, Ontstaan: s.Nu(), Versie: 1,
				Velden: map[string]domein.Veld{"status": {Waarde: string(Nieuw), Versie: 1}}}
			events = append(events, Gebeurtenis{Signaal: sig.ID, Moment: s.Nu(), Wie: "systeem", Wat: string(Nieuw)})
		case exists && (sig.Gezien != o.Gezien || sig.Vervallen == rings):
			v.Herzien++
			events = append(events, Gebeurtenis{Signaal: sig.ID, Moment: s.Nu(), Wie: "systeem", Wat: "herzien", Tekst: herziening(sig, o)})
			sig.Meting, sig.Vervallen, sig.Versie = o.Meting, !rings, sig.Versie+1
		default:
			continue
		}
		list = append(list, sig)
	}
	return list, events
}

func herziening(sig Signaal, o Oordeel) string {
	switch {
	case o.Uitspraak == Rings && sig.Vervallen:
		return fmt.Sprintf("Het aantal is herzien van %s naar %s en valt weer op.", getal(sig.Gezien), getal(o.Gezien))
	case o.Uitspraak == Rings:
		return fmt.Sprintf("Het aantal is herzien van %s naar %s.", getal(sig.Gezien), getal(o.Gezien))
	case o.Uitspraak == GeenUitspraak:
		return "De bron geeft voor deze maand geen aantal meer."
	}
	return fmt.Sprintf("Het aantal is herzien van %s naar %s en valt niet meer op.", getal(sig.Gezien), getal(o.Gezien))
}
