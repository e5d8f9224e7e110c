// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/toegang"
)

// formulier is a form on fields that several people edit. Each field carries the value that its reader saw, so that a save holds only what he changed (S5).
type formulier struct {
	URL     string // where it posts to
	Knop    string // what the button says
	Terug   string // where "annuleren" goes
	Uitleg  string // a sentence above the fields
	Versie  int
	Groepen []veldgroep
	Kop     string         // what went wrong, above the list of faults
	Fouten  []domein.Fault // in the order of the fields; Veld is the id to jump to, or empty
	Botst   bool           // somebody else changed the same field
	Nieuw   bool           // of something that does not exist yet: no version, no former values

	ConceptURL string // where drafts of it are kept; empty: none are
	ConceptVan string // since when the draft that it shows

	TrekIn *intrekking // how what it changes can be withdrawn; nil where it cannot
}

// intrekking is the small form with which a piece of a case is withdrawn. Wat tells several on one page apart.
type intrekking struct{ ID, URL, Wat string }

// MetBestand tells whether a file goes with the form.
func (f *formulier) MetBestand() bool {
	return slices.ContainsFunc(f.velden(), func(v *veld) bool { return v.Soort == "bestand" })
}

// veldgroep is fields that belong together.
type veldgroep struct {
	Kop      string
	Kolommen bool // short fields side by side
	Velden   []*veld
}

// veld is one field of a form.
type veld struct {
	Naam, Label, Uitleg string
	Soort               string // "tekst", "lang", "datum", "kort", "keuze", "vinkjes", "bestand"
	Nodig               bool
	Keuzes              []keuze
	Waarde, Oud         string
	Fout                string
	Hun                 string // with Botsing: what somebody else made of it
	Botsing             bool
	gewijzigd           bool
}

// keuze is one thing to choose. Groep is the heading that it stands under, or empty.
type keuze struct{ Waarde, Naam, Groep string }

// keuzegroep is choices under one heading.
type keuzegroep struct {
	Naam    string
	Keuzes  []keuze
	Gekozen int // how many of them are chosen
}

// Groepen gives the choices by group, in their order.
func (v *veld) Groepen() []keuzegroep {
	var list []keuzegroep
	for _, k := range v.Keuzes {
		if len(list) == 0 || list[len(list)-1].Naam != k.Groep {
			list = append(list, keuzegroep{Naam: k.Groep})
		}
		g := &list[len(list)-1]
		g.Keuzes = append(g.Keuzes, k)
		if v.Gekozen(k.Waarde) {
			g.Gekozen++
		}
	}
	return list
}

// Gekozen tells whether a choice is made in v.
func (v *veld) Gekozen(waarde string) bool {
	if v.Soort == "vinkjes" {
		return slices.Contains(strings.Fields(v.Waarde), waarde)
	}
	return v.Waarde == waarde
}

// Beschreven lists the ids of the texts that explain the field, for aria-describedby.
func (v *veld) Beschreven() string {
	var ids []string
	if v.Uitleg != "" {
		ids = append(ids, v.Naam+"-uitleg")
	}
	if v.Fout != "" {
		ids = append(ids, v.Naam+"-fout")
	}
	return strings.Join(ids, " ")
}

func (f *formulier) velden() []*veld {
	var list []*veld
	for _, g := range f.Groepen {
		list = append(list, g.Velden...)
	}
	return list
}

// toon fills the form with what is stored.
func (f *formulier) toon(velden map[string]domein.Veld, versie int) *formulier {
	f.Versie = versie
	for _, v := range f.velden() {
		v.Waarde, v.Oud = velden[v.Naam].Waarde, velden[v.Naam].Waarde
	}
	return f
}

// zet gives fields of a new thing a value to begin with.
func (f *formulier) zet(waarden map[string]string) *formulier {
	f.Nieuw = true
	for _, v := range f.velden() {
		v.Waarde = waarden[v.Naam]
	}
	return f
}

// lees takes over what was posted.
func (f *formulier) lees(b *bezoek) *formulier {
	if err := b.ParseForm(); err != nil {
		return f.neem(nil)
	}
	return f.neem(b.PostForm)
}

// neem takes over values by the names of the fields.
func (f *formulier) neem(x url.Values) *formulier {
	f.Versie, _ = strconv.Atoi(x.Get("versie"))
	for _, v := range f.velden() {
		v.Waarde, v.Oud = veldwaarde(x, v.Naam), veldwaarde(x, "oud."+v.Naam)
		if veldwaarde(x, "kies."+v.Naam) == "hun" {
			v.Waarde = v.Oud
		}
		v.gewijzigd = v.Waarde != v.Oud
	}
	return f
}

// gepost gives a posted field.
func gepost(b *bezoek, naam string) string {
	if err := b.ParseForm(); err != nil {
		return ""
	}
	return veldwaarde(b.PostForm, naam)
}

// veldwaarde gives a field: several values as one list, and line ends as they were typed.
func veldwaarde(x url.Values, naam string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.Join(x[naam], " "), "\r\n", "\n"))
}

// wijziging gives the save that was posted: the fields that differ from what its reader saw.
func (f *formulier) wijziging() domein.Wijziging {
	w := domein.Wijziging{Basis: f.Versie, Velden: map[string]string{}}
	for _, v := range f.velden() {
		if v.gewijzigd {
			w.Velden[v.Naam] = v.Waarde
		}
	}
	return w
}

// waarden gives everything that was posted, for something new.
func (f *formulier) waarden() map[string]string {
	m := map[string]string{}
	for _, v := range f.velden() {
		if v.Waarde != "" {
			m[v.Naam] = v.Waarde
		}
	}
	return m
}

// mislukt puts what went wrong beside the fields and gives the status of the page; false means that the form cannot show it. huidig is what is stored, for a
// clash: what the sender did not touch becomes what it is now, what he changed keeps his value beside the other one.
func (f *formulier) mislukt(err error, huidig map[string]domein.Veld, versie int) (int, bool) {
	var e *domein.Error
	if !errors.As(err, &e) {
		return 0, false
	}
	f.Kop = e.Melding
	switch {
	case e.Kind == domein.Invalid:
		f.plaats(e.Faults)
		return http.StatusBadRequest, true
	case e.Kind == domein.Conflict && len(e.Botsingen) > 0:
		f.Versie, f.Botst = versie, true
		for _, v := range f.velden() {
			v.Oud = huidig[v.Naam].Waarde
			if !v.gewijzigd {
				v.Waarde = v.Oud
			}
			if slices.ContainsFunc(e.Botsingen, func(b domein.Botsing) bool { return b.Veld == v.Naam }) {
				v.Botsing, v.Hun = true, v.Oud
				f.Fouten = append(f.Fouten, domein.Fault{Veld: v.Naam, Melding: v.Label + ": kies welke waarde blijft."})
			}
		}
		return http.StatusConflict, true
	case e.Kind == domein.Conflict:
		return http.StatusConflict, true
	}
	return 0, false
}

// plaats gives each fault to its field; a fault of no field stands in the summary only.
func (f *formulier) plaats(faults []domein.Fault) {
	fields := f.velden()
	for _, v := range fields {
		for _, fault := range faults {
			if fault.Veld == v.Naam {
				v.Fout = strings.TrimSpace(v.Fout + " " + fault.Melding)
				f.Fouten = append(f.Fouten, fault)
			}
		}
	}
	for _, fault := range faults {
		if !slices.ContainsFunc(fields, func(v *veld) bool { return v.Naam == fault.Veld }) {
			f.Fouten = append(f.Fouten, domein.Fault{Melding: fault.Melding})
		}
	}
}

// formulierView is a page that is a form.
type formulierView struct {
	Pagina
	Form *formulier
	Merk string // of the plan that it is about
}

// mag asks the gate before a form is shown, so that nobody fills in what he may not save. The save asks again.
func (w *Web) mag(b *bezoek, wat toegang.Actie, p plan.Plan) error {
	_, err := w.Plan.Mag(b.wie, wat, p.Middel("plan", p.ID, b.wie.Verantwoordelijke))
	return err
}

// formulierTonen shows the form, or shows it again with what went wrong.
func (b *bezoek) formulierTonen(status int, p Pagina, merk string, f *formulier) error {
	p.Menu = "/plannen"
	return b.toonMet(status, "plan_formulier", &formulierView{Pagina: p, Form: f, Merk: merk})
}

// formulierFout shows the form again after err, or gives err back when the form cannot show it.
func (b *bezoek) formulierFout(err error, p Pagina, merk string, f *formulier, huidig map[string]domein.Veld, versie int) error {
	status, ok := f.mislukt(err, huidig, versie)
	if !ok {
		return err
	}
	return b.formulierTonen(status, p, merk, f)
}
