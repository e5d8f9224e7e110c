// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"math"

	"dwarsverband/domein/signaal"
)

// stapWoord says how a step reads: on its button, and what its form asks.
type stapWoord struct {
	Knop, Icoon, Uitleg string
	Velden              []veld
}

var stapTekst = map[signaal.Status]stapWoord{
	signaal.Geduid: {Knop: "Duiden", Icoon: "reactie", Uitleg: "Uw naam komt erbij te staan. Noem geen personen.", Velden: []veld{
		{Naam: "duiding", Label: "Wat er aan de hand kan zijn", Soort: "lang", Nodig: true},
		{Naam: "duidingsbron", Label: "Waarop u dat baseert", Soort: "tekst", Nodig: true, Uitleg: "Bijvoorbeeld: gesprek met het wijkteam, 3 november."}}},
	signaal.Besproken: {Knop: "Bespreken", Icoon: "partners", Velden: []veld{
		{Naam: "tafel", Label: "Waar en wanneer het is besproken", Soort: "lang", Nodig: true, Uitleg: "Noem het overleg, de datum en de afspraak."}}},
	signaal.Opgepakt: {Knop: "Oppakken", Icoon: "doel", Velden: []veld{
		{Naam: "opvolging", Label: "Wie wat gaat doen", Soort: "lang", Nodig: true}}},
	signaal.Gesloten: {Knop: "Sluiten", Icoon: "ok", Uitleg: "Het signaal blijft te vinden, met de reden.", Velden: []veld{
		{Naam: "sluitreden", Label: "Waarom u het signaal sluit", Soort: "lang", Nodig: true}}},
}

// signaalBadge is the kind of badge of a status.
func signaalBadge(s signaal.Status) string {
	return map[signaal.Status]string{signaal.Nieuw: "danger", signaal.Geduid: "warning", signaal.Besproken: "neutral", signaal.Opgepakt: "success"}[s]
}

// kans writes a probability as people say it: "1 op de 12.000", with two digits that mean something.
func kans(p float64) string {
	switch {
	case math.IsNaN(p):
		return "niet te zeggen"
	case p > 0.5:
		return "meer dan 1 op de 2"
	case p < 1e-9:
		return "minder dan 1 op de miljard"
	}
	n := 1 / p
	if n < 10 {
		return "1 op de " + getal(n, 1)
	}
	scale := math.Pow(10, math.Floor(math.Log10(n))-1)
	return "1 op de " + getal(math.Round(n/scale)*scale, 0)
}
