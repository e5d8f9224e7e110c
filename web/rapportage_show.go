// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"

	"dwarsverband/domein"
	"dwarsverband/domein/rapportage"
)

type rapportageView struct {
	Pagina
	R    rapportage.Blad
	Blad bladView
	Kop  uitgaveKop
	Fout *formulier
	Leeg int // goals without a text on what the figures mean
}

// uitgaveKop is what stands above the content: by which decision it is out, which edition it is.
type uitgaveKop struct {
	Editie        int
	Vrijgave      rapportage.Vrijgave
	Concept       bool
	Vervangen     int    // edition that replaced this one, or 0
	VervangenLink string // where that one stands
	CSV, Terug    string
}

// rapportageShow shows an edition as the raad gets it, with what can be done with it.
func (w *Web) rapportageShow(b *bezoek) error { return w.rapportageMet(b, http.StatusOK, nil) }

func (w *Web) rapportageMet(b *bezoek, status int, fault *formulier) error {
	r, err := w.Rapportage.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v := &rapportageView{Pagina: rapportagePagina(fmt.Sprintf("%s, %s", r.Titel, r.Tijdvak)), R: r, Blad: bladVan(r.Inhoud, b.tenant.Namen), Fout: fault}
	v.Kop = uitgaveKop{Editie: r.Editie, Vrijgave: r.Vrijgave, Concept: r.Status == rapportage.Concept}
	if n := r.VervangenDoor; n.ID != "" && n.Status != rapportage.Concept {
		v.Kop.Vervangen, v.Kop.VervangenLink = n.Editie, "/rapportages/"+n.ID
	}
	for _, d := range r.Inhoud.Doelen {
		if d.Duiding == "" {
			v.Leeg++
		}
	}
	return b.toonMet(status, "rapportage", v)
}

// rapportageDoe does one act on an edition that needs no form, and shows the edition again with what went wrong.
func (w *Web) rapportageDoe(b *bezoek, act func() (naar, melding string, err error)) error {
	naar, melding, err := act()
	if domein.KindOf(err) == domein.Conflict {
		f := &formulier{}
		status, _ := f.mislukt(err, nil, 0)
		return w.rapportageMet(b, status, f)
	}
	if err != nil {
		return err
	}
	b.zeg(melding)
	return b.naar(naar)
}

func (w *Web) rapportageEditie(b *bezoek) error {
	return w.rapportageDoe(b, func() (string, string, error) {
		r, err := w.Rapportage.NieuweEditie(b.Context(), b.wie, b.PathValue("id"))
		return "/rapportages/" + r.ID, "De nieuwe editie is een concept. De vorige editie blijft leesbaar.", err
	})
}

func (w *Web) rapportageVerwijder(b *bezoek) error {
	return w.rapportageDoe(b, func() (string, string, error) {
		return "/rapportages", "Het concept is weggehaald.", w.Rapportage.Verwijder(b.Context(), b.wie, b.PathValue("id"))
	})
}
