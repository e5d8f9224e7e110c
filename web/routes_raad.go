// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

// raadRoutes are the pages of reports, within the organisation and for everybody.
func (w *Web) raadRoutes() []route {
	return []route{
		{"GET /rapportages", true, w.rapportagesShow},
		{"GET /rapportages/nieuw", true, w.rapportageNieuw},
		{"POST /rapportages", true, w.rapportageMaak},
		{"GET /rapportages/minimum", true, w.rapportageMinimumShow},
		{"POST /rapportages/minimum", true, w.rapportageMinimumSave},
		{"GET /rapportages/{id}", true, w.rapportageShow},
		{"GET /rapportages/{id}/wijzigen", true, w.rapportageBewerk},
		{"POST /rapportages/{id}/wijzigen", true, w.rapportageSave},
		{"GET /rapportages/{id}/vrijgeven", true, w.rapportageVrijgeef},
		{"POST /rapportages/{id}/vrijgeven", true, w.rapportageVrijgeefSave},
		{"POST /rapportages/{id}/nieuwe-editie", true, w.rapportageEditie},
		{"POST /rapportages/{id}/verwijderen", true, w.rapportageVerwijder},
		{"GET /raad", false, w.raadShow},
		{"GET /raad/{gemeente}", false, w.raadGemeente},
		{"GET /raad/{gemeente}/{id}", false, w.raadRapportage},
		{"GET /raad/{gemeente}/{id}/tabel.csv", false, w.raadCSV},
		{"GET /toegankelijkheid", false, w.toegankelijkheidShow},
	}
}
