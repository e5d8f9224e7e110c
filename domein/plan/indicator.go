// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
)

// Indicator is how something is measured: which figures are counted, over what, where and how long. It belongs to the plan that defined it and is tied to every
// goal that it measures, so that a joint indicator of safety and care is one indicator.
type Indicator struct {
	ID, Plan  string
	Naam      string
	Definitie string
	Teller    []string // kinds of figures that are added up
	Noemer    string   // kind of figure that they are divided by, or empty
	Factor    float64  // 1000 for "per 1.000"; 1 without a Noemer
	Eenheid   string
	Niveau    gebied.Niveau // level of the areas below
	Gebieden  []string      // CBS codes, added up
	Lengte    cijfer.Lengte // the stretch of time that one measurement covers
	Minimum   int           // below this count there is no value, 0: always a value
	Inhoud
}

// IndicatorVelden are the fields of an indicator that people edit.
var IndicatorVelden = []string{"naam", "definitie", "teller", "noemer", "factor", "eenheid", "niveau", "gebieden", "lengte", "minimum"}

// The minimum count that holds when nobody chose another: figures that a source publishes openly need none, counts of persons the most.
const (
	minimumGesloten = 5
	minimumPersonen = 10
)

// Lees sets the typed fields from Velden and gives all faults that need no knowledge of figures at once; see Controleer for the others.
func (i *Indicator) Lees() []domein.Fault {
	l := lezer{velden: i.Velden}
	i.Naam = l.nodig("naam", "Geef de indicator een naam.", 150)
	i.Definitie = l.nodig("definitie", "Schrijf op wat u precies meet.", 2000)
	i.Teller = l.lijst("teller")
	if len(i.Teller) == 0 {
		l.fout("teller", "Kies ten minste een soort cijfer.")
	}
	i.Noemer = l.tekst("noemer", 100)
	i.Factor = 1
	if f := l.getal("factor"); f != nil && *f > 0 {
		i.Factor = *f
	} else if f != nil {
		l.fout("factor", "Vul een getal boven nul in, bijvoorbeeld 1000.")
	} else if i.Noemer != "" {
		i.Factor = 1000
	}
	if i.Noemer == "" && i.Factor != 1 {
		l.fout("factor", "Zonder noemer is er geen factor. Laat dit leeg.")
	}
	i.Eenheid = l.nodig("eenheid", "Vul de eenheid in, bijvoorbeeld \"per 1.000 woningen\".", 60)
	i.Niveau = gebied.Niveau(l.keuze("niveau", "Kies op welk niveau u meet.", string(gebied.Gemeente), string(gebied.Wijk), string(gebied.Buurt)))
	i.Gebieden = gebiedslijst(&l)
	i.Lengte = cijfer.Lengte(l.keuze("lengte", "Kies per welke periode u meet.", string(cijfer.Maand), string(cijfer.Kwartaal), string(cijfer.Jaar)))
	i.Minimum = l.geheel("minimum", 0, 0)
	return l.faults
}

// Soorten lists all kinds that the indicator reads.
func (i Indicator) Soorten() []string {
	list := slices.Clone(i.Teller)
	if i.Noemer != "" {
		list = append(list, i.Noemer)
	}
	return list
}

// Controleer checks the definition against the kinds of figures and the areas of the municipality and gives all faults at once: a kind that does not exist, kinds
// that cannot be added up, an area of another level.
func (i Indicator) Controleer(soorten map[string]cijfer.Soort, gebieden []gebied.Gebied) []domein.Fault {
	l := lezer{}
	i.controleerTeller(&l, soorten)
	if noemer, ok := soorten[i.Noemer]; i.Noemer != "" {
		switch {
		case !ok:
			l.fout("noemer", fmt.Sprintf("De soort %q bestaat niet. Kies een soort uit de lijst.", i.Noemer))
		case slices.Contains(i.Teller, i.Noemer):
			l.fout("noemer", "Teller en noemer zijn dezelfde soort. Kies een andere noemer.")
		case !noemer.Telling():
			l.fout("noemer", "Deel alleen door een aantal, zoals inwoners of woningen.")
		}
	}
	level := map[string]gebied.Niveau{}
	for _, g := range gebieden {
		level[g.Code] = g.Niveau
	}
	for _, code := range i.Gebieden {
		switch niveau, ok := level[code]; {
		case !ok:
			l.fout("gebieden", fmt.Sprintf("Gebied %s is hier niet bekend. Kies een ander gebied.", code))
		case niveau != i.Niveau:
			l.fout("gebieden", fmt.Sprintf("Gebied %s is een %s, geen %s. Kies gebieden van een niveau.", code, niveau, i.Niveau))
		}
	}
	if len(i.Gebieden) == 0 {
		l.fout("gebieden", fmt.Sprintf("Er zijn geen gebieden van het niveau %s. Lees eerst de gebieden in.", i.Niveau))
	}
	return l.faults
}

// controleerTeller keeps from being added what cannot be: a roll-up with its details, marks and percentages, series of another rhythm.
func (i Indicator) controleerTeller(l *lezer, soorten map[string]cijfer.Soort) {
	var kinds []cijfer.Soort
	for _, code := range i.Teller {
		k, ok := soorten[code]
		if !ok {
			l.fout("teller", fmt.Sprintf("De soort %q bestaat niet. Kies een soort uit de lijst.", code))
			continue
		}
		kinds = append(kinds, k)
	}
	for _, k := range kinds {
		switch {
		case len(kinds) > 1 && k.Totaal:
			l.fout("teller", fmt.Sprintf("%s is een totaal en telt andere soorten al mee. Kies alleen het totaal, of alleen losse soorten.", k.Naam))
		case !k.Telling() && (len(kinds) > 1 || len(i.Gebieden) > 1 || i.Noemer != "" || i.Lengte != k.Lengte || i.Minimum > 0):
			l.fout("teller", fmt.Sprintf("%s is geen aantal en kunt u niet optellen of delen. Kies een soort, een gebied, dezelfde periode, en geen noemer of minimum.", k.Naam))
		case k.Lengte != kinds[0].Lengte:
			l.fout("teller", fmt.Sprintf("%s komt per %s en %s per %s. Tel alleen soorten op die even vaak uitkomen.", k.Naam, k.Lengte, kinds[0].Naam, kinds[0].Lengte))
		}
	}
	if len(kinds) > 0 && maanden(i.Lengte) < maanden(kinds[0].Lengte) {
		l.fout("lengte", fmt.Sprintf("Dit cijfer komt per %s. Korter meten kan niet.", kinds[0].Lengte))
	}
}

// maanden gives how many months a length covers.
func maanden(l cijfer.Lengte) int { return 12 / l.PerJaar() }

// aanvullen fills in what somebody left open when he defined an indicator: all areas of the level, and the minimum that its sources ask for. What is filled in is
// part of the definition from then on, so that a new edition of the areas does not change a series.
func aanvullen(velden map[string]string, soorten map[string]cijfer.Soort, bronnen map[string]cijfer.Bron, gebieden []gebied.Gebied) {
	if strings.TrimSpace(velden["gebieden"]) == "" {
		var codes []string
		for _, g := range gebieden {
			if string(g.Niveau) == velden["niveau"] {
				codes = append(codes, g.Code)
			}
		}
		velden["gebieden"] = strings.Join(codes, " ")
	}
	if strings.TrimSpace(velden["minimum"]) != "" {
		return
	}
	minimum := 0
	l := lezer{velden: map[string]domein.Veld{"teller": {Waarde: velden["teller"]}}}
	for _, code := range l.lijst("teller") {
		k, ok := soorten[code]
		if !ok || !k.Telling() || bronnen[k.Bron].Openbaar {
			continue
		}
		minimum = max(minimum, minimumGesloten)
		if k.Gevoelig {
			minimum = minimumPersonen
		}
	}
	velden["minimum"] = fmt.Sprint(minimum)
}
