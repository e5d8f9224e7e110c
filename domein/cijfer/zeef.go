// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"fmt"

	"dwarsverband/domein/gebied"
)

// sift refuses what this municipality cannot place: an area that it does not have, a source that nobody described, a kind that comes in periods of two lengths, the
// same figure twice with two values. It notes which sources and kinds are new.
func (s *Service) sift(p *plan, file Bestand, areas []gebied.Gebied, bronnen []Bron, soorten []Soort) []Regel {
	z := zeef{plan: p, bron: map[string]bool{}, soort: map[string]Soort{}, gebied: map[string]bool{}, seen: map[Cel]Regel{}}
	for _, a := range areas {
		z.gebied[a.Code] = true
	}
	for _, b := range bronnen {
		z.bron[b.Code] = true
	}
	for _, k := range soorten {
		z.soort[k.Code] = k
	}
	p.verslag.Weigeringen = append(p.verslag.Weigeringen, file.Weigeringen...)
	if file.Bron.Code != "" && !z.bron[file.Bron.Code] {
		p.bronnen = append(p.bronnen, file.Bron)
		z.bron[file.Bron.Code] = true
	}
	var kept []Regel
	for _, r := range file.Regels {
		if r.Bron == "" {
			r.Bron = file.Bron.Code
		}
		if z.keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

type zeef struct {
	plan   *plan
	gebied map[string]bool
	bron   map[string]bool
	soort  map[string]Soort
	seen   map[Cel]Regel
}

func (z *zeef) keep(r Regel) bool {
	if !z.gebied[r.Gebied] {
		return z.refuse(r, "gebied", fmt.Sprintf("Gebied %s is hier niet bekend. Lees eerst de gebieden in, of haal de regel weg.", r.Gebied))
	}
	if !z.bron[r.Bron] {
		return z.refuse(r, "bron", fmt.Sprintf("Bron %q is niet beschreven. Voeg de bron eerst toe bij Bronnen.", r.Bron))
	}
	if k, ok := z.soort[r.Soort]; !ok {
		z.add(r)
	} else if k.Lengte != r.Periode.Lengte() {
		return z.refuse(r, "periode", fmt.Sprintf("%s komt per %s, maar deze regel gaat over een %s. Een jaar hoort niet tussen de maanden.", r.Soort, k.Lengte, r.Periode.Lengte()))
	} else if k.Bron != r.Bron {
		return z.refuse(r, "bron", fmt.Sprintf("%s komt uit bron %s. Gebruik voor een andere bron een andere maat.", r.Soort, k.Bron))
	}
	cel := Cel{r.Soort, r.Gebied, r.Periode}
	if earlier, ok := z.seen[cel]; ok {
		if equal(earlier.Waarde, r.Waarde) && earlier.Attribuut == r.Attribuut {
			return z.refuse(r, "regel", fmt.Sprintf("Deze regel staat ook op regel %d. Haal een van beide weg.", earlier.Lijn))
		}
		return z.refuse(r, "waarde", fmt.Sprintf("Op regel %d staat een andere waarde voor hetzelfde cijfer. Regel %d blijft gelden.", earlier.Lijn, earlier.Lijn))
	}
	z.seen[cel] = r
	return true
}

func (z *zeef) add(r Regel) {
	k := Soort{Code: r.Soort, Naam: r.SoortNaam, Eenheid: r.Eenheid, Bron: r.Bron, Lengte: r.Periode.Lengte(), Totaal: r.Totaal, Politie: r.Politie, Toelichting: r.Toelichting}
	if k.Naam == "" {
		k.Naam = r.Soort
	}
	if k.Eenheid == "" {
		k.Eenheid = "aantal"
	}
	z.soort[r.Soort] = k
	z.plan.soorten = append(z.plan.soorten, k)
}

func (z *zeef) refuse(r Regel, kolom, reden string) bool {
	z.plan.verslag.Weigeringen = append(z.plan.verslag.Weigeringen, Weigering{Lijn: r.Lijn, Kolom: kolom, Reden: reden})
	return false
}
