// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package dossier is what reports and cases have in common: a dossier lives under one body of law (its regime), has one key, a circle of people who may see it, pieces
// (stukken) that are kept encrypted and by version, tasks that fall due, and a ledger of what was shared. It is the one way to a dossier: no key, no door.
package dossier

// Regime is the body of law that a dossier lives under. A dossier has exactly one; what passes to another regime does so by a sharing with a ground of its own
// (I7), never by a shared table: each regime of each controller has keys of its own.
type Regime string

// The regimes. Radicalisering and Wvggz exist, so that their dossiers cannot be mistaken for others, and are switched off.
const (
	MeldingRegime  Regime = "melding"        // a report until triage has decided on it
	PGA            Regime = "pga"            // lokale persoonsgerichte aanpak: the gemeente is the controller
	ZVH            Regime = "zvh"            // Zorg- en Veiligheidshuis: Wet gegevensverwerking door samenwerkingsverbanden
	Radicalisering Regime = "radicalisering" // Wet gegevensverwerking persoonsgerichte aanpak radicalisering
	Wvggz          Regime = "wvggz"          // Wet verplichte geestelijke gezondheidszorg
	InzageRegime   Regime = "inzage"         // a request of a person under AVG art. 15 to 21
)

var regimes = []struct {
	regime Regime
	naam   string
	wet    string
	aan    bool
}{
	{MeldingRegime, "melding voor de weging", "art. 6 lid 1 onder e AVG", true},
	{PGA, "lokale persoonsgerichte aanpak", "art. 160 en 172 Gemeentewet; art. 6 lid 1 onder e AVG", true},
	{ZVH, "Zorg- en Veiligheidshuis", "Wet gegevensverwerking door samenwerkingsverbanden", true},
	{Radicalisering, "aanpak radicalisering", "Wet gegevensverwerking persoonsgerichte aanpak radicalisering en terroristische activiteiten", false},
	{Wvggz, "verplichte geestelijke gezondheidszorg", "Wet verplichte geestelijke gezondheidszorg", false},
	{InzageRegime, "verzoek van een betrokkene", "art. 12 en 15 tot en met 21 AVG", true},
}

// Naam gives the regime as it stands on screen, or the code of an unknown one.
func (r Regime) Naam() string {
	for _, x := range regimes {
		if x.regime == r {
			return x.naam
		}
	}
	return string(r)
}

// Wet names the law that the regime rests on; empty for an unknown one.
func (r Regime) Wet() string {
	for _, x := range regimes {
		if x.regime == r {
			return x.wet
		}
	}
	return ""
}

// Aan tells whether dossiers of the regime can be made. An unknown regime is off.
func (r Regime) Aan() bool {
	for _, x := range regimes {
		if x.regime == r {
			return x.aan
		}
	}
	return false
}
