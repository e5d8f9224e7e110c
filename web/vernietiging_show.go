// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"

	"dwarsverband/domein/bewaring"
	"dwarsverband/toegang"
)

// vernietigingView is the destruction list that the rules propose, what is held back, and what was destroyed.
type vernietigingView struct {
	Pagina
	Lijst            []bewaring.Kandidaat
	Gedaan           []verklaringRegel
	MagGoed, MagVast bool
	Moet             int
	Redenen          []string
}

type verklaringRegel struct {
	bewaring.Verklaring
	Naam string
}

func (w *Web) vernietigingShow(b *bezoek) error {
	list, gedaan, err := w.Bewaring.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	v := &vernietigingView{Pagina: Pagina{Titel: "Vernietiging", Menu: "/vernietiging", Lead: "Gesloten dossiers, en tot wanneer ze bewaard mogen worden. Hier staan codenamen en geen inhoud."},
		Lijst: list, Redenen: bewaring.Redenen, MagGoed: heeftRol(b.persoon, toegang.Archivaris), MagVast: heeftRol(b.persoon, toegang.Privacyfunctionaris)}
	for _, c := range list {
		if c.Moet {
			v.Moet++
		}
	}
	for _, x := range gedaan {
		v.Gedaan = append(v.Gedaan, verklaringRegel{x, m.Naam(x.Door)})
	}
	if err != nil {
		return err
	}
	return b.toon("vernietiging", v)
}

func (w *Web) vernietigingGoed(b *bezoek) error {
	if err := b.ParseForm(); err != nil {
		return err
	}
	weg, err := w.Bewaring.KeurGoed(b.Context(), b.wie, b.PostForm["dossier"])
	if err != nil {
		return err
	}
	b.zeg(fmt.Sprintf("Vernietigd: %d. De verklaring staat onderaan.", len(weg)))
	return b.naar("/vernietiging")
}

func (w *Web) vernietigingVast(b *bezoek) error {
	if err := w.Bewaring.HoudVast(b.Context(), b.wie, b.PathValue("id"), gepost(b, "reden")); err != nil {
		return err
	}
	b.zeg("Dit dossier wordt vastgehouden.")
	return b.naar("/vernietiging")
}

func (w *Web) vernietigingVrij(b *bezoek) error {
	if err := w.Bewaring.GeefVrij(b.Context(), b.wie, b.PathValue("id")); err != nil {
		return err
	}
	b.zeg("Dit dossier wordt niet meer vastgehouden.")
	return b.naar("/vernietiging")
}
