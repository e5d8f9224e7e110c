// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

// Onverenigbaar is a rule that two kinds of intervention do not go together while their days overlap. Rules are data: each says why and where that comes from.
type Onverenigbaar struct {
	Code       string
	Een, Ander string // kinds of intervention
	Waarom     string
	Bron       string
	GeldigVan  termijn.Date
}

var regelsVan2026, _ = termijn.NewDate(2026, 1, 1)

var onverenigbaar = []Onverenigbaar{
	{"R1", "huisverbod", "gezinsgesprek_thuis", "Bij een huisverbod mag de uithuisgeplaatste het huis niet in en geen contact hebben.", "art. 2 Wet tijdelijk huisverbod", regelsVan2026},
	{"R2", "huisverbod", "systeemtherapie", "Bij een huisverbod is er geen contact tussen de gezinsleden.", "art. 2 Wet tijdelijk huisverbod", regelsVan2026},
	{"R3", "contactverbod", "gezinsgesprek_thuis", "Een contactverbod verbiedt het gesprek dat hier gepland is.", "voorwaarde van de rechter of de officier", regelsVan2026},
	{"R4", "contactverbod", "systeemtherapie", "Een contactverbod verbiedt het gesprek dat hier gepland is.", "voorwaarde van de rechter of de officier", regelsVan2026},
	{"R5", "aanhouding", "gezinsgesprek_thuis", "Wie is aangehouden, kan niet thuis aan een gesprek meedoen.", "werkafspraak", regelsVan2026},
	{"R6", "vervolging", "gezinsgesprek_thuis", "Gesprekken over het gebeurde kunnen het onderzoek raken. Stem de volgorde af met het OM.", "werkafspraak met het OM", regelsVan2026},
}

// Botsing is two interventions that do not go together, with the rule that says so.
type Botsing struct {
	Een, Ander dossier.Stuk
	Regel      Onverenigbaar
}

// Botsen lists the pairs of interventions that a rule says do not go together and whose days overlap. One that is done or stopped meets nothing any more.
func Botsen(interventies []dossier.Stuk) []Botsing {
	var list []Botsing
	for i, a := range interventies {
		for _, b := range interventies[i+1:] {
			if !loopt(a) || !loopt(b) || !overlapt(a, b) {
				continue
			}
			for _, r := range onverenigbaar {
				x, y := a.Waarde("soort"), b.Waarde("soort")
				if x == r.Een && y == r.Ander || x == r.Ander && y == r.Een {
					list = append(list, Botsing{a, b, r})
				}
			}
		}
	}
	return list
}

func loopt(s dossier.Stuk) bool {
	return s.Waarde("stand") != "klaar" && s.Waarde("stand") != "gestopt"
}

// overlapt tells whether two interventions share a day; one without an end goes on.
func overlapt(a, b dossier.Stuk) bool {
	voor := func(x, y dossier.Stuk) bool { // x ends before y begins
		tot := x.Datum("tot")
		return !tot.IsZero() && tot.Before(y.Datum("van"))
	}
	return !voor(a, b) && !voor(b, a)
}

// Volgorde gives the interventions so that each stands after those that it waits for, and otherwise by their first day.
func Volgorde(interventies []dossier.Stuk) []dossier.Stuk {
	var list []dossier.Stuk
	gezet := map[string]bool{}
	bekend := map[string]bool{}
	for _, s := range interventies {
		bekend[s.ID] = true
	}
	for len(list) < len(interventies) {
		best := -1
		for i, s := range interventies {
			if gezet[s.ID] || wacht(s, gezet, bekend) {
				continue
			}
			if best < 0 || s.Datum("van").Before(interventies[best].Datum("van")) {
				best = i
			}
		}
		if best < 0 {
			return interventies // they wait for each other, which no save lets through
		}
		gezet[interventies[best].ID] = true
		list = append(list, interventies[best])
	}
	return list
}

func wacht(s dossier.Stuk, gezet, bekend map[string]bool) bool {
	for _, na := range s.Waarden("na") {
		if bekend[na] && !gezet[na] {
			return true
		}
	}
	return false
}
