// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import "slices"

// planRoutes are the pages of plans, goals, indicators, measures and ties.
func (w *Web) planRoutes() []route {
	return slices.Concat(w.plannenRoutes(), w.doelRoutes(), w.verbandRoutes())
}

func (w *Web) plannenRoutes() []route {
	return []route{
		{"GET /plannen", true, w.plannenShow},
		{"GET /plannen/nieuw", true, w.planNieuw},
		{"POST /plannen", true, w.planMaak},
		{"GET /plannen/{id}", true, w.planShow},
		{"GET /plannen/{id}/wijzigen", true, w.planBewerk},
		{"POST /plannen/{id}/wijzigen", true, w.planSave},
		{"POST /plannen/{id}/aanbieden", true, w.planAanbieden},
		{"GET /plannen/{id}/besluit", true, w.planBesluit},
		{"POST /plannen/{id}/besluit", true, w.planBesluitSave},
		{"POST /plannen/{id}/nieuwe-versie", true, w.planVernieuw},
		{"GET /plannen/{id}/evalueren", true, w.planEvaluatie},
		{"POST /plannen/{id}/evalueren", true, w.planEvaluatieSave},
		{"POST /plannen/{id}/sluiten", true, w.planSluit},
		{"GET /plannen/{id}/prioriteiten/nieuw", true, w.prioriteitNieuw},
		{"POST /plannen/{id}/prioriteiten/nieuw", true, w.prioriteitMaak},
		{"GET /prioriteiten/{id}/wijzigen", true, w.prioriteitBewerk},
		{"POST /prioriteiten/{id}/wijzigen", true, w.prioriteitSave},
		{"POST /prioriteiten/{id}/verwijderen", true, w.prioriteitVerwijder},
	}
}

func (w *Web) doelRoutes() []route {
	return []route{
		{"GET /plannen/{id}/doelen/nieuw", true, w.doelNieuw},
		{"POST /plannen/{id}/doelen/nieuw", true, w.doelMaak},
		{"GET /doelen/{id}", true, w.doelShow},
		{"GET /doelen/{id}/wijzigen", true, w.doelBewerk},
		{"POST /doelen/{id}/wijzigen", true, w.doelSave},
		{"POST /doelen/{id}/verwijderen", true, w.doelVerwijder},
		{"GET /doelen/{id}/indicatoren/nieuw", true, w.indicatorNieuw},
		{"POST /doelen/{id}/indicatoren/nieuw", true, w.indicatorMaak},
		{"GET /indicatoren/{id}", true, w.indicatorShow},
		{"GET /indicatoren/{id}/wijzigen", true, w.indicatorBewerk},
		{"POST /indicatoren/{id}/wijzigen", true, w.indicatorSave},
		{"POST /indicatoren/{id}/verwijderen", true, w.indicatorVerwijder},
		{"GET /plannen/{id}/acties/nieuw", true, w.actieNieuw},
		{"POST /plannen/{id}/acties/nieuw", true, w.actieMaak},
		{"GET /acties/{id}", true, w.actieShow},
		{"GET /acties/{id}/wijzigen", true, w.actieBewerk},
		{"POST /acties/{id}/wijzigen", true, w.actieSave},
		{"GET /acties/{id}/voortgang", true, w.actieVoortgang},
		{"POST /acties/{id}/voortgang", true, w.actieVoortgangSave},
		{"POST /acties/{id}/verwijderen", true, w.actieVerwijder},
	}
}

func (w *Web) verbandRoutes() []route {
	return []route{
		{"GET /verbanden/nieuw", true, w.verbandNieuw},
		{"POST /verbanden", true, w.verbandLeg},
		{"GET /verbanden/{id}", true, w.verbandShow},
		{"POST /verbanden/{id}/instemmen", true, w.verbandInstem},
		{"POST /verbanden/{id}/beeindigen", true, w.verbandBeeindig},
	}
}
