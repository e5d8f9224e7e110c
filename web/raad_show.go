// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"strings"

	"dwarsverband/domein/gebied"
	"dwarsverband/domein/rapportage"
)

type raadView struct {
	Pagina
	Gemeenten []gebied.Verantwoordelijke
}

type raadGemeenteView struct {
	Pagina
	Rapportages []rapportage.Openbaar
}

type raadRapportageView struct {
	Pagina
	Blad bladView
	Kop  uitgaveKop
}

// publiek marks a page for everybody: it shows no menu, keeps nothing of the visitor and must not be kept by others, because what is public changes by the minute.
func (b *bezoek) publiek(p Pagina, v gebied.Verantwoordelijke) Pagina {
	b.w.Header().Set("Cache-Control", "no-store")
	p.Publiek, p.Tenant = true, v
	return p
}

// raadShow lists the municipalities.
func (w *Web) raadShow(b *bezoek) error {
	list, err := w.Rapportage.Gemeenten(b.Context())
	if err != nil {
		return err
	}
	page := b.publiek(Pagina{Titel: "Voor raad en inwoner", Lead: "Hier leest u hoe het staat met de doelen voor veiligheid en zorg. Kies een gemeente."}, gebied.Verantwoordelijke{})
	return b.toon("raad", &raadView{Pagina: page, Gemeenten: list})
}

// raadGemeente lists what a municipality has made public.
func (w *Web) raadGemeente(b *bezoek) error {
	b.w.Header().Set("Cache-Control", "no-store")
	v, list, err := w.Rapportage.OpenbareLijst(b.Context(), b.PathValue("gemeente"))
	if err != nil {
		return err
	}
	page := b.publiek(Pagina{Titel: "Rapportages van " + v.Naam, Kruimels: []Kruimel{{"Gemeenten", "/raad"}},
		Lead: "Deze rapportages heeft het college vrijgegeven. Per doel leest u waar het staat, wat dat betekent en wat het college voorstelt."}, v)
	return b.toon("raad_gemeente", &raadGemeenteView{Pagina: page, Rapportages: list})
}

// raadRapportage shows one public edition. Before its moment the answer is that of an id that nobody ever made.
func (w *Web) raadRapportage(b *bezoek) error {
	b.w.Header().Set("Cache-Control", "no-store")
	v, u, err := w.Rapportage.OpenbareUitgave(b.Context(), b.PathValue("gemeente"), b.PathValue("id"))
	if err != nil {
		return err
	}
	here := "/raad/" + v.ID
	page := b.publiek(Pagina{Titel: fmt.Sprintf("%s, %s", u.Inhoud.Plan, u.Inhoud.Tijdvak), Kruimels: []Kruimel{{"Gemeenten", "/raad"}, {v.Naam, here}}}, v)
	view := &raadRapportageView{Pagina: page, Blad: bladVan(u.Inhoud, v.Namen)}
	view.Kop = uitgaveKop{Editie: u.Editie, Vrijgave: u.Vrijgave, CSV: here + "/" + u.Rapportage + "/tabel.csv", Vervangen: u.VervangenDoorEditie}
	if u.VervangenDoor != "" {
		view.Kop.VervangenLink = here + "/" + u.VervangenDoor
	}
	return b.toon("raad_rapportage", view)
}

// raadCSV gives the figures of a public edition as a file.
func (w *Web) raadCSV(b *bezoek) error {
	b.w.Header().Set("Cache-Control", "no-store")
	v, u, err := w.Rapportage.OpenbareUitgave(b.Context(), b.PathValue("gemeente"), b.PathValue("id"))
	if err != nil {
		return err
	}
	name := fmt.Sprintf("rapportage-%s-%s-editie-%d.csv", v.ID, strings.ToLower(u.Inhoud.Tijdvak.Code()), u.Editie)
	return b.stuurCSV(name, rapportageCSV(u.Inhoud, v.Namen))
}

func (w *Web) toegankelijkheidShow(b *bezoek) error {
	v := &raadView{Pagina: Pagina{Titel: "Toegankelijkheid"}}
	if b.wie.ID == "" {
		v.Pagina = b.publiek(v.Pagina, gebied.Verantwoordelijke{})
	}
	return b.toon("toegankelijkheid", v)
}
