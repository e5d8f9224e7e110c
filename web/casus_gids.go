// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"slices"
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
)

// gidsvraag marks a form that was opened from the guide: its save goes on to the next step.
const gidsvraag = "gids=ja"

// eersteStap is one thing that every new case needs before its plan is carried out. Pad is where it is done, below the case.
type eersteStap struct {
	Naam, Pad string
	Klaar     bool
}

// eersteStappen guide a casusregisseur through a new case, in the order in which the work is done.
func eersteStappen(b casus.Beeld, nu termijn.Moment) []eersteStap {
	partner := slices.ContainsFunc(b.Kring(nu), func(l dossier.Lid) bool { return l.Gebruiker != b.Casusregisseur && l.Gebruiker != b.Procesregisseur })
	stappen := []eersteStap{
		{"Leg vast wat er bekend is", "stukken/informatie/nieuw", len(b.Van(casus.Informatie)) > 0},
		{"Laat partners toe tot de kring", "kring", partner},
	}
	for _, p := range b.Van(casus.Betrokkene) {
		verteld := slices.ContainsFunc(b.Van(casus.Informeren), func(st dossier.Stuk) bool { return st.Waarde("betrokkene") == p.ID })
		stappen = append(stappen, eersteStap{"Informeer " + casus.Naam(p) + ", of schrijf waarom nog niet", "stukken/informeren/nieuw?betrokkene=" + p.ID, verteld})
	}
	stappen = append(stappen, eersteStap{"Spreek een doel af", "stukken/doel/nieuw", len(b.Van(casus.Doel)) > 0})
	doel := ""
	if list := b.Van(casus.Doel); len(list) > 0 {
		doel = "?doel=" + list[0].ID
	}
	return append(stappen, eersteStap{"Kies wie wat gaat doen", "stukken/interventie/nieuw" + doel, len(b.Van(casus.Interventie)) > 0})
}

// EersteStappen is the guide, for whoever leads a case whose plan is not carried out yet.
func (v *casusView) EersteStappen() []eersteStap {
	if !v.Regisseert() || casus.Stand(v.Status) != casus.Ingenomen {
		return nil
	}
	return eersteStappen(v.Beeld, v.nu)
}

// GidsKlaar tells whether only the step itself is left.
func (v *casusView) GidsKlaar() bool {
	return !slices.ContainsFunc(v.EersteStappen(), func(s eersteStap) bool { return !s.Klaar })
}

// casusGids leads on to the first thing that a new case lacks, or back to the case where nothing does.
func (w *Web) casusGids(b *bezoek) error {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	for _, s := range eersteStappen(beeld, w.Casus.Nu()) {
		if s.Klaar {
			continue
		}
		return b.naar(metGids("/casussen/" + beeld.ID + "/" + s.Pad))
	}
	return b.naar("/casussen/" + beeld.ID)
}

// metGids adds the mark of the guide to an address.
func metGids(pad string) string {
	if strings.Contains(pad, "?") {
		return pad + "&" + gidsvraag
	}
	return pad + "?" + gidsvraag
}

// inGids tells whether a form came from the guide.
func (b *bezoek) inGids() bool { return b.URL.Query().Get("gids") == "ja" }

// formulierURL is where a form posts to: its own page, with the mark of the guide where it has one.
func (b *bezoek) formulierURL() string {
	if b.inGids() {
		return metGids(b.URL.Path)
	}
	return b.URL.Path
}

// verder goes on after a save: to the next step of the guide, or to where the page usually goes.
func (b *bezoek) verder(id, anders string) error {
	if b.inGids() {
		return b.naar("/casussen/" + id + "/gids")
	}
	return b.naar(anders)
}
