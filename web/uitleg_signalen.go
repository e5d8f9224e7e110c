// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import "dwarsverband/domein/signaal"

// uitlegView explains how signals are found, with the settings that are in use.
type uitlegView struct {
	Pagina
	signaal.Instelling
	Procent, VolgenProcent string
}

// uitlegSignalen is open to all: who judges places by figures says how (ECLI:NL:RBDHA:2020:865).
func (w *Web) uitlegSignalen(b *bezoek) error {
	in := w.Signaal.Instelling
	v := &uitlegView{Pagina: Pagina{Titel: "Hoe signalen werken", Lead: "Wat het programma telt, hoe het beslist, en wat het niet kan weten."}, Instelling: in,
		Procent: getal(in.Q*100, 1), VolgenProcent: getal(in.Volgen*100, 1)}
	if b.wie.ID != "" {
		v.Menu, v.Kruimels = "/signalen", []Kruimel{{"Signalen", "/signalen"}}
	}
	return b.toon("uitleg_signalen", v)
}
