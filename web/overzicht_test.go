// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"strings"
	"testing"
)

// The pages that ask the other rooms: what is new, where something is, and what was done.
func TestOverzicht(t *testing.T) {
	h := newHuis(t)
	probeer(t, h, []paginaProef{
		{pad: "/vandaag", als: "adviseur-oov", bevat: []string{"Inbraak in NoordHaven", "telde NoordHaven 25 keer inbraak", "38b-termijn onbekend"}, bevatNiet: []string{"Niet voor uw rol"}},
		{naam: "vandaag of the administrator", pad: "/vandaag", als: "beheerder", bevat: []string{"Niet voor uw rol", "signalen"}, bevatNiet: []string{"NoordHaven"}},
		{pad: "/zoek?q=noordhav", als: "adviseur-oov", bevat: []string{"/gebieden/BU99910101", "/signalen/"}, bevatNiet: []string{"BU99920101"}},
		{naam: "search hides what the council may not see", pad: "/zoek?q=noordhav", als: "raadslid", bevat: []string{"/gebieden/BU99910101"}, bevatNiet: []string{"/signalen/0"}},
		{pad: "/zoek?q=bestaatniet", als: "adviseur-oov", bevat: []string{"Niets gevonden"}},
		{pad: "/zoek?q=", als: "adviseur-oov", bevat: []string{"Wat zoekt u?"}},
		{pad: "/journaal", als: "fg", bevat: []string{"cijfer.importeren", "journaal.lezen"}},
		{naam: "journaal of an adviser", pad: "/journaal", als: "adviseur-oov", status: http.StatusForbidden, bevatNiet: []string{"cijfer.importeren"}},
		{pad: "/journaal?voor=gisteren", als: "fg", status: http.StatusBadRequest, bevat: []string{"volgnummer"}},
	})
}

// Looking at the journal is itself written in it, before the page is sent.
func TestJournaalHoldsTheLook(t *testing.T) {
	h := newHuis(t)
	fg := inloggen(t, h, "eigenstad", "fg")
	_, first := fg.get(t, "/journaal")
	_, second := fg.get(t, "/journaal")
	if a, b := strings.Count(first, "journaal.lezen"), strings.Count(second, "journaal.lezen"); a != 1 || b != 2 {
		t.Errorf("the journal shows %d and then %d looks", a, b)
	}
}
