// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

func (w *Web) overzichtRoutes() []route {
	return []route{
		{"GET /vandaag", true, w.vandaagShow},
		{"GET /zoek", true, w.zoekShow},
		{"GET /journaal", true, w.journaalShow},
	}
}
