// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

// casusRoutes are the pages of case work: one's own work, the cases, the circle, knots, what was shared, and the judging of deviations.
func (w *Web) casusRoutes() []route {
	return []route{
		{"GET /werk", true, w.werkShow},
		{"POST /werk/{taak}/af", true, w.werkAf},
		{"GET /casussen", true, w.casussenShow},
		{"POST /casussen/zoeken", true, w.casusZoek},
		{"GET /casussen/nieuw", true, w.casusNieuw},
		{"POST /casussen", true, w.casusOpen},
		{"GET /casussen/{id}", true, w.casusShow},
		{"GET /casussen/{id}/stukken/{soort}/nieuw", true, w.stukNieuw},
		{"POST /casussen/{id}/stukken/{soort}/nieuw", true, w.stukMaak},
		{"GET /casussen/{id}/stukken/{soort}/{stuk}", true, w.stukBewerk},
		{"POST /casussen/{id}/stukken/{soort}/{stuk}", true, w.stukSave},
		{"POST /casussen/{id}/stukken/{soort}/{stuk}/intrekken", true, w.stukTrekIn},
		{"POST /casussen/{id}/stand", true, w.casusStand},
		{"GET /casussen/{id}/overdragen", true, w.overdraagShow},
		{"POST /casussen/{id}/overdragen", true, w.overdraagSave},
		{"POST /casussen/{id}/aanbod/{stuk}", true, w.aanbodAntwoord},
		{"GET /casussen/{id}/kring", true, w.kringShow},
		{"POST /casussen/{id}/kring", true, w.kringLaatToe},
		{"POST /casussen/{id}/kring/{gebruiker}/uit", true, w.kringLaatUit},
		{"GET /casussen/{id}/delen", true, w.delenShow},
		{"POST /casussen/{id}/delen", true, w.delenSave},
		{"GET /casussen/{id}/nood", true, w.noodShow},
		{"POST /casussen/{id}/nood", true, w.noodSave},
		{"GET /casussen/{id}/knopen/nieuw", true, w.knoopNieuw},
		{"POST /casussen/{id}/knopen/nieuw", true, w.knoopMaak},
		{"GET /knopen", true, w.knopenShow},
		{"GET /knopen/{id}/{knoop}", true, w.knoopShow},
		{"POST /knopen/{id}/{knoop}/standpunt", true, w.knoopStandpunt},
		{"POST /knopen/{id}/{knoop}/besluit", true, w.knoopBesluit},
		{"GET /gedeeld", true, w.gedeeldShow},
		{"GET /gedeeld/{id}", true, w.afschriftShow},
		{"GET /toezicht", true, w.toezichtShow},
		{"GET /toezicht/{taak}", true, w.afwijkingShow},
		{"POST /toezicht/{taak}", true, w.afwijkingSave},
		{"GET /vernietiging", true, w.vernietigingShow},
		{"POST /vernietiging", true, w.vernietigingGoed},
		{"GET /vernietiging/{id}", true, w.vernietigingDossier},
		{"GET /vernietiging/{id}/verklaring", true, w.verklaringODT},
		{"POST /vernietiging/{id}/verlengen", true, w.vernietigingVerleng},
		{"POST /vernietiging/{id}/vasthouden", true, w.vernietigingVast},
		{"POST /vernietiging/{id}/vrijgeven", true, w.vernietigingVrij},
		{"GET /uitleg/delen", false, w.uitlegDelen},
	}
}
