// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"fmt"
	"math"
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

// Detecteer judges the newest months of all monthly counts and keeps the outcome. Running it again on the same figures changes nothing but the journal. It runs after
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
	known, err := s.Store.Signalen(ctx, grant, codes(reeksen))
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	bekeken := map[reeks]bool{}
	for _, sig := range known {
		bekeken[reeks{sig.Soort, sig.Gebied}] = true
	}
	oordelen, err := s.oordeel(ctx, reeksen, politie, laatste, bekeken)
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	for try := 1; ; try++ {
		v, err := s.leg(ctx, grant, Verslag{Reeksen: len(reeksen), Laatste: laatste}, codes(reeksen), oordelen)
		if !race(err) || try == pogingen {
			return v, domein.Wrap(op, err)
		}
	}
}

// DetecteerNa is Detecteer where one of the kinds whose figures changed is a monthly count; for others there is nothing to judge. A change in one series can move the
// bar for all of its family, so all of them are judged again.
func (s *Service) DetecteerNa(ctx context.Context, wie toegang.Actor, gewijzigd []string) (Verslag, error) {
	const op = "signaal.DetecteerNa"
	grant, err := s.Mag(wie, toegang.SignaalDetecteren, toegang.Middel{Soort: "signaal", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	if !slices.ContainsFunc(soorten, func(k cijfer.Soort) bool { return wordtBeoordeeld(k) && slices.Contains(gewijzigd, k.Code) }) {
		return Verslag{}, nil
	}
	return s.Detecteer(ctx, wie)
}

// leg lays down judgements, with the signals that follow from them.
func (s *Service) leg(ctx context.Context, grant toegang.Grant, v Verslag, soorten []string, oordelen []Oordeel) (Verslag, error) {
	known, err := s.Store.Signalen(ctx, grant, soorten)
	if err != nil {
		return v, err
	}
	signalen, events := s.verwerk(&v, known, oordelen)
	entry, err := s.Entry(grant, "detectie", v.Laatste.Code(), struct {
		Verslag
		Gebeurd []Gebeurtenis
	}{v, events})
	if err != nil {
		return v, err
	}
	return v, s.Store.SaveOordelen(ctx, grant, oordelen, signalen, events, entry)
}

// wordtBeoordeeld tells whether a kind is a count per month: a mark or a percentage has no smallest count that would ring.
func wordtBeoordeeld(k cijfer.Soort) bool { return k.Lengte == cijfer.Maand && k.Eenheid == "aantal" }

// reeksen loads every series to judge, and tells which kinds measure police activity.
func (s *Service) reeksen(ctx context.Context, grant toegang.Grant) ([]Reeks, map[string]bool, cijfer.Periode, error) {
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return nil, nil, "", err
	}
	monthly := []string{}
	politie := map[string]bool{}
	for _, k := range soorten {
		if wordtBeoordeeld(k) {
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
func (s *Service) verwerk(v *Verslag, known []Signaal, oordelen []Oordeel) ([]Signaal, []Gebeurtenis) {
	news := v.Laatste.Add(1 - s.Instelling.Nieuws)
	byCel := map[cijfer.Cel]Signaal{}
	for _, sig := range known {
		byCel[sig.Cel()] = sig
	}
	var list []Signaal
	var events []Gebeurtenis
	for _, o := range oordelen {
		sig, exists := byCel[cijfer.Cel{Soort: o.Soort, Gebied: o.Gebied, Periode: o.Periode}]
		rings := o.Uitspraak == Rings
		if !exists {
			if rings && o.Periode >= news {
				v.Nieuw++
				sig = Signaal{ID: s.NieuwID(), Soort: o.Soort, Gebied: o.Gebied, Periode: o.Periode, Meting: o.Meting, Ontstaan: s.Nu(), Versie: 1,
					Velden: map[string]domein.Veld{"status": {Waarde: string(Nieuw), Versie: 1}}}
				list = append(list, sig)
				events = append(events, Gebeurtenis{Signaal: sig.ID, Moment: s.Nu(), Wie: WieSysteem, Wat: string(Nieuw)})
			}
			continue
		}
		if what := herziening(sig, o); what != "" {
			v.Herzien++
			sig.Meting, sig.Vervallen, sig.Versie = o.Meting, !rings, sig.Versie+1
			list = append(list, sig)
			events = append(events, Gebeurtenis{Signaal: sig.ID, Moment: s.Nu(), Wie: WieSysteem, Wat: Herzien, Tekst: what})
		}
	}
	return list, events
}

// herziening says what became of a signal when its month was judged again; "" when nothing that its readers saw has changed.
func herziening(sig Signaal, o Oordeel) string {
	from, to, rings := getal(sig.Gezien), getal(o.Gezien), o.Uitspraak == Rings
	gone, same := math.IsNaN(o.Gezien), sig.Gezien == o.Gezien
	switch {
	case gone && math.IsNaN(sig.Gezien):
		return ""
	case gone:
		return "De bron geeft voor deze maand geen aantal meer."
	case math.IsNaN(sig.Gezien) && rings:
		return fmt.Sprintf("De bron geeft weer een aantal: %s. Het valt op.", to)
	case math.IsNaN(sig.Gezien):
		return fmt.Sprintf("De bron geeft weer een aantal: %s. Het valt niet op.", to)
	case same && rings && sig.Vervallen:
		return "Eerdere maanden zijn herzien. Daardoor valt dit aantal weer op."
	case same && !rings && !sig.Vervallen && o.Uitspraak == GeenUitspraak:
		return "Eerdere maanden zijn herzien. Daardoor is over dit aantal geen uitspraak meer te doen."
	case same && !rings && !sig.Vervallen:
		return "Eerdere maanden zijn herzien. Daardoor valt dit aantal niet meer op."
	case same && sig.Voorlopig && !o.Voorlopig:
		return "Het aantal is definitief geworden."
	case same && !sig.Voorlopig && o.Voorlopig:
		return "De bron noemt het aantal weer voorlopig."
	case same:
		return ""
	case rings && sig.Vervallen:
		return fmt.Sprintf("Het aantal is herzien van %s naar %s en valt weer op.", from, to)
	case rings:
		return fmt.Sprintf("Het aantal is herzien van %s naar %s. Het blijft opvallen.", from, to)
	case sig.Vervallen:
		return fmt.Sprintf("Het aantal is herzien van %s naar %s en valt nog steeds niet op.", from, to)
	}
	return fmt.Sprintf("Het aantal is herzien van %s naar %s en valt niet meer op.", from, to)
}
