// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

// inzageRoutes are the pages of requests of people about their own data.
func (w *Web) inzageRoutes() []route {
	return []route{
		{"GET /inzage", true, w.inzagesShow},
		{"GET /inzage/nieuw", true, w.inzageNieuw},
		{"POST /inzage", true, w.inzageMaak},
		{"GET /uitstel/{taak}", true, w.herzieningShow},
		{"POST /uitstel/{taak}", true, w.herzieningSave},
		{"GET /inzage/{id}", true, w.inzageShow},
		{"GET /inzage/{id}/dossier/{dossier}", true, w.inzageDossier},
		{"POST /inzage/{id}/dossier/{dossier}", true, w.inzageBevestig},
		{"GET /inzage/{id}/uitstellen", true, w.uitstelShow},
		{"POST /inzage/{id}/uitstellen", true, w.uitstelSave},
		{"POST /inzage/{id}/voorbereiden", true, w.inzageBereid},
		{"POST /inzage/{id}/instemmen", true, w.inzageStemIn},
		{"POST /inzage/{id}/uitreiken", true, w.inzageReik},
		{"POST /inzage/{id}/verlengen", true, w.inzageVerleng},
		{"POST /inzage/{id}/rechten", true, w.inzageRecht},
		{"POST /inzage/{id}/sluiten", true, w.inzageSluit},
		{"GET /inzage/{id}/uittreksel", true, w.uittrekselShow},
		{"GET /inzage/{id}/uittreksel/odt", true, w.uittrekselODT},
		{"GET /inzage/{id}/uittreksel/json", true, w.uittrekselJSON},
	}
}
