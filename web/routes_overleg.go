// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

// overlegRoutes are the pages of meetings about cases.
func (w *Web) overlegRoutes() []route {
	return []route{
		{"GET /overleggen", true, w.overleggenShow},
		{"GET /overleggen/nieuw", true, w.overlegNieuw},
		{"POST /overleggen", true, w.overlegMaak},
		{"GET /overleggen/{id}", true, w.overlegShow},
		{"GET /overleggen/{id}/punten/nieuw", true, w.puntNieuw},
		{"POST /overleggen/{id}/punten/nieuw", true, w.puntMaak},
		{"POST /overleggen/{id}/punten/{punt}/aanwezig", true, w.puntAanwezig},
		{"GET /overleggen/{id}/punten/{punt}/uitkomst", true, w.uitkomstShow},
		{"POST /overleggen/{id}/punten/{punt}/uitkomst", true, w.uitkomstStel},
		{"POST /overleggen/{id}/punten/{punt}/uitkomst/{uitkomst}/intrekken", true, w.uitkomstTrekIn},
		{"GET /overleggen/{id}/lijst", true, w.overlegLijst},
		{"POST /overleggen/{id}/lijst", true, w.overlegMee},
	}
}
