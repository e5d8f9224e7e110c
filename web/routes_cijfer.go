// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

func (w *Web) cijferRoutes() []route {
	return []route{
		{"GET /kaart", true, w.kaartShow},
		{"GET /kaart.csv", true, w.kaartCSV},
		{"GET /gebieden", true, w.gebiedenShow},
		{"GET /gebieden/{code}", true, w.gebiedShow},
		{"GET /import", true, w.importShow},
		{"POST /import/proef", true, w.importProef},
		{"GET /import/{id}", true, w.importVerslag},
		{"GET /import/{id}/voortgang", true, w.importVoortgang},
		{"GET /import/{id}/geweigerd.csv", true, w.importGeweigerd},
		{"POST /import/{id}/inlezen", true, w.importInlezen},
		{"POST /import/{id}/weg", true, w.importWeg},
		{"GET /bronnen", true, w.bronnenShow},
		{"POST /bronnen", true, w.bronMaak},
		{"GET /bronnen/nieuw", true, w.bronNieuw},
		{"GET /bronnen/{code}", true, w.bronShow},
	}
}
