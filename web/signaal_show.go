// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"math"
	"net/http"
	"strings"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/verband"
)

// signaalView is one signal with everything that belongs to it.
type signaalView struct {
	Pagina
	Verbanden verbandenView
	signaal.Beeld
	Niveau, Zin, Kans, Drempel string
	Reeks                      signaalBeeld
	Gemist                     string
	Delen                      []verhaalRegel // the other signals of the same event
	Hoofdsignaal               bool
	Tijdlijn                   []tijdlijnRegel
	Waarden                    []versieRegel
	Formulieren                []stapForm
	Verboden                   []verboden
	Vraagformulier             *formulier
	Fout                       signaalFout
	Bronregel                  string
}

// signaalFout is what came back: a step or a question that could not be taken as it was sent.
type signaalFout struct {
	Stap    *stapForm
	Vraag   *formulier
	Botsing *statusBotsing
}

// stapForm is the form of one step.
type stapForm struct {
	*formulier
	Van, Naar signaal.Status
	Icoon     string
	Mee       []signaal.Signaal // the others of the event, which can go along

	Statuskeuze bool // somebody overtook the step: go on with it, or leave it
}

// verboden is a step that the visitor may not take, with the reason.
type verboden struct{ Knop, Reden string }

// tijdlijnRegel is one thing that happened, with the name of who did it.
type tijdlijnRegel struct {
	signaal.Gebeurtenis
	Titel, Wie string
}

// versieRegel is one value that the figure has had.
type versieRegel struct {
	cijfer.Versie
	Waarde string
}

// statusBotsing is a step that somebody overtook: both stations, to choose from.
type statusBotsing struct {
	Uw, Hun signaal.Status
	Mag     bool // from theirs to yours is a step that exists, and that the visitor may take
}

func (w *Web) signaalShow(b *bezoek) error { return w.signaalToon(b, http.StatusOK, signaalFout{}) }

// signaalToon shows a signal, with what came back.
func (w *Web) signaalToon(b *bezoek, status int, fout signaalFout) error {
	found, err := w.Signaal.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v := &signaalView{Beeld: found, Fout: fout}
	rows, err := w.signaalRegels(b, []signaal.Signaal{found.Signaal})
	if err != nil {
		return err
	}
	row := rows[0]
	v.Pagina = Pagina{Titel: row.Soort + " in " + row.Gebied, Menu: "/signalen", Kruimels: []Kruimel{{"Signalen", "/signalen"}}}
	v.Niveau, v.Zin, v.Kans = row.Niveau, row.Zin, kans(found.P)
	v.Drempel = kans(found.Drempel)
	v.Gemist = gemist(found.Meting)
	v.Bronregel = bronregel(found.Bron)
	v.Reeks = tekenSignaal(v.Titel, found.Signaal, found.Reeks, found.Oordelen)
	if err := v.delen(b); err != nil {
		return err
	}
	if err := v.verhaal(b); err != nil {
		return err
	}
	if v.Verbanden, err = w.verbandenVan(b, verband.Eind{Soort: verband.Signaal, ID: v.ID}); err != nil {
		return err
	}
	v.waarden()
	v.formulieren(b)
	return b.toonMet(status, "signaal", v)
}

// gemist says what it would have taken to be noticed.
func gemist(m signaal.Meting) string {
	if math.IsNaN(m.Kleinste) {
		return "Voor deze maand is niet te zeggen welk aantal een signaal was geweest."
	}
	s := fmt.Sprintf("Vanaf %s was dit een signaal geweest. Alles daaronder hadden we gemist: tot en met %s", getal(m.Kleinste, 0), getal(m.Kleinste-1, 0))
	if extra := m.Kleinste - 1 - m.Verwacht; extra >= 1 {
		s += fmt.Sprintf(", dus ook ongeveer %s meer dan verwacht", getal(extra, 0))
	}
	return s + "."
}

func bronregel(b cijfer.Bron) string {
	s := "Bron: " + b.Naam + ", " + b.Houder
	if b.Licentie != "" {
		s += ", " + b.Licentie
	}
	if b.Verzonnen {
		s += ". Verzonnen voor de demonstratie"
	}
	return s + "."
}

// delen lists the other signals of the same event.
func (v *signaalView) delen(b *bezoek) error {
	v.Hoofdsignaal = v.Verhaal.Hoofd.ID == v.ID
	var others []signaal.Signaal
	if !v.Hoofdsignaal {
		others = append(others, v.Verhaal.Hoofd)
	}
	for _, d := range v.Verhaal.Delen {
		if d.ID != v.ID {
			others = append(others, d.Signaal)
		}
	}
	var err error
	v.Delen, err = b.web.signaalRegels(b, others)
	return err
}

// verhaal puts names to what happened.
func (v *signaalView) verhaal(b *bezoek) error {
	users, err := b.web.Gebruiker.Store.Gebruikers(b.Context(), b.tenant.ID)
	if err != nil {
		return err
	}
	names := map[string]gebruiker.Gebruiker{}
	for _, u := range users {
		names[u.ID] = u
	}
	for _, e := range v.Gebeurtenissen {
		r := tijdlijnRegel{Gebeurtenis: e, Titel: gebeurtenisTitel(e), Wie: e.Wie}
		if u, ok := names[e.Wie]; ok {
			r.Wie = u.Naam + ", " + strings.ToLower(u.Functie[:1]) + u.Functie[1:]
		}
		v.Tijdlijn = append(v.Tijdlijn, r)
	}
	return nil
}

func gebeurtenisTitel(e signaal.Gebeurtenis) string {
	switch e.Wat {
	case signaal.Herzien:
		return "Cijfer herzien"
	case signaal.Gevraagd:
		return "Gevraagd aan " + e.Bron
	case signaal.Antwoord:
		return "Antwoord van een partner"
	case string(signaal.Nieuw):
		return "Gevonden"
	}
	return hoofdletter(e.Wat)
}

func (v *signaalView) waarden() {
	if len(v.Versies) < 2 {
		return
	}
	for _, ver := range v.Versies {
		r := versieRegel{Versie: ver, Waarde: "geen cijfer"}
		if ver.Waarde != nil {
			r.Waarde = getal(*ver.Waarde, 0)
		}
		v.Waarden = append(v.Waarden, r)
	}
}

// feit is a name with a text.
type feit struct{ Naam, Tekst string }

// Standen are the texts that people gave at the stations that the signal has passed, in the order of the work.
func (v *signaalView) Standen() []feit {
	var list []feit
	for _, f := range []feit{{"duiding", "Duiding"}, {"duidingsbron", "Waarop die rust"}, {"tafel", "Besproken"}, {"opvolging", "Opvolging"}, {"sluitreden", "Reden van sluiten"}} {
		if text := v.Veld(f.Naam); text != "" && (f.Naam != "sluitreden" || v.Status() == signaal.Gesloten) {
			list = append(list, feit{f.Tekst, text})
		}
	}
	return list
}

// MagDuiden tells whether the visitor may give a reading here.
func (v *signaalView) MagDuiden() bool {
	for _, f := range v.Formulieren {
		if f.Naar == signaal.Geduid {
			return true
		}
	}
	return false
}
