// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

// signaalRoutes are the pages on signals. The link of a partner and the page that explains the method need no login.
func (w *Web) signaalRoutes() []route {
	return []route{
		{"GET /signalen", true, w.signalenShow},
		{"POST /signalen/samen", true, w.signalenSamen},
		{"POST /signalen/zoeken", true, w.signalenZoeken},
		{"GET /signalen/{id}", true, w.signaalShow},
		{"POST /signalen/{id}/stap", true, w.signaalStap},
		{"POST /signalen/{id}/vraag", true, w.signaalVraag},
		{"POST /zoekopdrachten", true, w.zoekopdrachtSave},
		{"POST /zoekopdrachten/{id}/wis", true, w.zoekopdrachtWis},
		{"GET /partner/{sleutel}", false, w.partnerShow},
		{"POST /partner/{sleutel}", false, w.partnerSave},
		{"GET /uitleg/signalen", false, w.uitlegSignalen},
	}
}
