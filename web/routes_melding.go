// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

// meldingRoutes are the pages of reports, from the search before the form up to the decision of the triage.
func (w *Web) meldingRoutes() []route {
	return []route{
		{"GET /meldingen", true, w.meldingenShow},
		{"GET /meldingen/nieuw", true, w.meldingZoek},
		{"POST /meldingen/nieuw", true, w.meldingGezocht},
		{"POST /meldingen", true, w.meldingDoe},
		{"GET /meldingen/concept", true, w.meldingConcept},
		{"POST /meldingen/concept", true, w.meldingBewaar},
		{"POST /meldingen/concept/weg", true, w.meldingWis},
		{"GET /meldingen/inlezen", true, w.meldingInlezen},
		{"POST /meldingen/inlezen", true, w.meldingIngelezen},
		{"GET /meldingen/{id}", true, w.meldingShow},
		{"POST /meldingen/{id}/koppelen", true, w.meldingKoppel},
		{"POST /meldingen/{id}/ontkoppelen", true, w.meldingOntkoppel},
		{"POST /meldingen/{id}/op-naam", true, w.meldingOpNaam},
		{"POST /meldingen/{id}/overdracht", true, w.meldingOverdracht},
		{"POST /meldingen/{id}/wegen", true, w.meldingWeeg},
		{"POST /meldingen/{id}/innemen", true, w.meldingNeemIn},
		{"GET /bekend", true, w.bekendShow},
		{"POST /meldingen/{id}/bekend", true, w.bekendVraag},
		{"GET /triage", true, w.triageShow},
	}
}
