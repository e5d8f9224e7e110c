// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// opgevraagd gives the pieces of the kinds that a program asks for.
func (u Uitgifte) opgevraagd(d dossier.Dossier) []dossier.Stuk {
	var list []dossier.Stuk
	for _, soort := range u.Soorten {
		list = append(list, d.Van(soort)...)
	}
	return list
}

// opvraagfaults tells all that is wrong with what a program asks for. Purpose and ground must be those of the place in the circle: another purpose is another processing.
func (u Uitgifte) opvraagfaults(g toegang.Grant) []domein.Fault {
	var faults []domein.Fault
	for _, soort := range u.Soorten {
		if _, ok := Soort(soort); !ok {
			faults = append(faults, domein.Fault{Veld: "soorten", Melding: "De soort " + soort + " bestaat niet. Vraag bijvoorbeeld om doel of interventie."})
		}
	}
	if len(u.Soorten) == 0 {
		faults = append(faults, domein.Fault{Veld: "soorten", Melding: "Noem welke soorten gegevens u nodig hebt, bijvoorbeeld doel of interventie."})
	}
	if strings.TrimSpace(u.Doel) != g.Doel() {
		faults = append(faults, domein.Fault{Veld: "doel", Melding: "Noem waarvoor u in deze kring zit: " + g.Doel() + "."})
	}
	if strings.TrimSpace(u.Grondslag) != g.Grondslag() {
		faults = append(faults, domein.Fault{Veld: "grondslag", Melding: "Noem de grondslag waarop u in deze kring zit: " + g.Grondslag() + "."})
	}
	if deling.TeKort(u.Noodzaak) {
		faults = append(faults, domein.Fault{Veld: "noodzaak", Melding: "Schrijf waarom dit nodig is (minstens 20 tekens)."})
	}
	return faults
}
