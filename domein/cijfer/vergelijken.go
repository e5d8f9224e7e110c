// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"cmp"
	"context"
	"regexp"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/toegang"
)

// Vergelijk puts all areas beside each other on one kind and period. A period that the kind does not have becomes its newest.
func (s *Service) Vergelijk(ctx context.Context, wie toegang.Actor, k Keuze) (Vergelijking, error) {
	const op = "cijfer.Vergelijk"
	grant, soort, bron, err := s.zichtSoort(ctx, wie, k.Soort)
	if err != nil {
		return Vergelijking{}, domein.Wrap(op, err)
	}
	v := Vergelijking{Soort: soort, Bron: bron, Rijen: map[string]Rij{}}
	if v.Perioden, err = s.Store.Perioden(ctx, grant, soort.Code); err != nil {
		return v, domein.Wrap(op, err)
	}
	soorten, err := s.Soorten(ctx, wie)
	if err != nil {
		return v, domein.Wrap(op, err)
	}
	v.Keuze = k.passend(soort, Inwonersoorten(soorten) != nil)
	if len(v.Perioden) == 0 {
		v.Keuze.Tot = ""
		return v, nil
	}
	if !slices.Contains(v.Perioden, k.Tot) {
		v.Keuze.Tot = v.Perioden[0]
	}
	v.Eerder = eerder(v.Keuze.Tot, v.Perioden)
	if v.Inwoners, err = s.inwoners(ctx, wie, soorten, v.Keuze.Tot); err != nil {
		return v, domein.Wrap(op, err)
	}
	if v.InwonersEerder, err = s.inwoners(ctx, wie, soorten, v.Eerder); err != nil {
		return v, domein.Wrap(op, err)
	}
	figures, err := s.Store.ReeksenVanaf(ctx, grant, soort.Code, min(vanaf(v.Keuze.Tot), cmp.Or(v.Eerder, v.Keuze.Tot)), v.Keuze.Tot)
	if err != nil {
		return v, domein.Wrap(op, err)
	}
	v.vul(figures)
	return v, nil
}

// vul makes the rows from figures in the order of area and period.
func (v *Vergelijking) vul(figures []Cijfer) {
	for len(figures) > 0 {
		n := slices.IndexFunc(figures, func(c Cijfer) bool { return c.Gebied != figures[0].Gebied })
		if n < 0 {
			n = len(figures)
		}
		gebied, r := figures[0].Gebied, v.Keuze.Vergelijk(figures[:n], v.Eerder)
		if v.Soort.Telling() {
			r.Nu, r.Eerder = r.Nu.metMarge(), r.Eerder.metMarge()
		}
		if v.Verhouding() {
			r.Inwoners = v.Inwoners.Aantal[gebied]
		}
		if v.Soort.verhouding() {
			r.Nu = r.Nu.metGeschatteMarge(r.Inwoners)
		}
		if v.Keuze.Per1000 {
			r.Nu, r.Eerder = r.Nu.per1000(v.Inwoners, gebied), r.Eerder.per1000(v.InwonersEerder, gebied)
		}
		v.Rijen[gebied], figures = r, figures[n:]
	}
}

// inwoners gives the inhabitants of the year of p, or of the nearest year that is known: the last one before it, else the first one after.
func (s *Service) inwoners(ctx context.Context, wie toegang.Actor, soorten []Soort, p Periode) (Inwonertal, error) {
	codes := Inwonersoorten(soorten)
	if codes == nil || p == "" {
		return Inwonertal{}, nil
	}
	perioden, err := s.Perioden(ctx, wie, codes[0])
	if err != nil || len(perioden) == 0 {
		return Inwonertal{}, err
	}
	jaar := perioden[len(perioden)-1]
	for _, known := range perioden {
		if known.Jaar() <= p.Jaar() {
			jaar = known
			break
		}
	}
	in := Inwonertal{Jaar: jaar.Jaar(), Aantal: map[string]float64{}}
	parts := map[string]int{}
	for _, code := range codes {
		figures, err := s.Beeld(ctx, wie, code, jaar)
		if err != nil {
			return Inwonertal{}, err
		}
		for _, c := range figures {
			if c.Waarde != nil {
				in.Aantal[c.Gebied] += *c.Waarde
				parts[c.Gebied]++
			}
		}
	}
	for gebied, n := range parts {
		if n < len(codes) {
			delete(in.Aantal, gebied)
		}
	}
	return in, nil
}

// inbraakWoning finds burglary of homes by name. A map opens on it where it can: people report it for their insurance, so it hardly depends on what the police
// look for (domain.md 4.3).
var inbraakWoning = regexp.MustCompile(`(?i)woninginbraak|inbraak woning|diefstal uit woning|^inbraak`)

// Opening gives the kind that a map opens on: burglary of homes before other kinds, and only one with figures for at least half of the areas. Roll-ups, police
// activity and violence at home are passed over. It is empty where no kind will do.
func (s *Service) Opening(ctx context.Context, wie toegang.Actor, gebieden []string) (string, error) {
	const op = "cijfer.Opening"
	soorten, err := s.Soorten(ctx, wie)
	if err != nil {
		return "", domein.Wrap(op, err)
	}
	for _, k := range Openers(soorten) {
		perioden, err := s.Perioden(ctx, wie, k.Code)
		if err != nil {
			return "", domein.Wrap(op, err)
		}
		if len(perioden) == 0 {
			continue
		}
		figures, err := s.Beeld(ctx, wie, k.Code, perioden[0])
		if err != nil {
			return "", domein.Wrap(op, err)
		}
		n := 0
		for _, c := range figures {
			if c.Waarde != nil && slices.Contains(gebieden, c.Gebied) {
				n++
			}
		}
		if n > 0 && 2*n >= len(gebieden) {
			return k.Code, nil
		}
	}
	return "", nil
}

// Openers are the kinds that a map may open on, best first.
func Openers(soorten []Soort) []Soort {
	list := slices.DeleteFunc(slices.Clone(soorten), func(k Soort) bool {
		incident := k.PerInwoner() && k.Lengte != Jaar || k.verhouding()
		return k.Politie || k.Totaal || k.Gevoelig || !incident
	})
	slices.SortStableFunc(list, func(a, b Soort) int { return rang(a) - rang(b) })
	return list
}

func rang(k Soort) int {
	if inbraakWoning.MatchString(k.Naam) {
		return 0
	}
	return 1
}
