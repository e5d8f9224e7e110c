// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/signaal"
)

// samenView reports on a step of many signals: what moved, and of the rest why not.
type samenView struct {
	Pagina
	Naar   signaal.Status
	Reden  string
	Gedaan []verhaalRegel
	Niet   []gebleven
	Terug  string
}

type gebleven struct {
	verhaalRegel
	Waarom string
}

// signalenSamen moves the signals that were ticked, with one reason.
func (w *Web) signalenSamen(b *bezoek) error {
	if err := b.ParseForm(); err != nil {
		return domein.Refuse("web.signalenSamen", "Het formulier is niet goed aangekomen. Probeer het opnieuw.", []domein.Fault{{Veld: "id", Melding: err.Error()}})
	}
	naar, reden := signaal.Status(b.PostFormValue("naar")), b.PostFormValue("reden")
	list := leesKeuzes(b.PostForm["id"])
	terug, err := url.ParseQuery(b.PostFormValue("terug"))
	if err != nil {
		terug = url.Values{}
	}
	report, err := w.Signaal.Bulk(b.Context(), b.wie, list, naar, reden)
	if domein.KindOf(err) == domein.Invalid {
		return w.signalenToon(b, http.StatusBadRequest, terug, bulkFouten(err, list, naar, reden))
	}
	if err != nil {
		return err
	}
	v := &samenView{Pagina: Pagina{Titel: "Resultaat", Menu: "/signalen", Kruimels: []Kruimel{{"Signalen", "/signalen"}}}, Naar: naar, Reden: reden, Terug: "/signalen?" + terug.Encode()}
	v.Lead = fmt.Sprintf("%d van de %d signalen zijn nu %s.", len(report.Gedaan), len(report.Gedaan)+len(report.Niet), naar)
	if v.Gedaan, err = w.signaalRegels(b, report.Gedaan); err != nil {
		return err
	}
	for _, n := range report.Niet {
		row := gebleven{Waarom: n.Reden}
		if n.Signaal.ID != "" {
			rows, err := w.signaalRegels(b, []signaal.Signaal{n.Signaal})
			if err != nil {
				return err
			}
			row.verhaalRegel = rows[0]
		}
		v.Niet = append(v.Niet, row)
	}
	return b.toon("signalen_samen", v)
}

// signaalRegels dresses signals one by one in the names of kinds and areas.
func (w *Web) signaalRegels(b *bezoek, list []signaal.Signaal) ([]verhaalRegel, error) {
	stories := make([]signaal.Verhaal, len(list))
	for i, sig := range list {
		stories[i].Hoofd = sig
	}
	return w.verhaalRegels(b, stories)
}

// verhaalKeuze is the value of the box before a story: every signal of it with the version that is seen, "id@versie id@versie". Who ticks a story ticks all of it.
func verhaalKeuze(v signaal.Verhaal) string {
	text := signaalKeuzeTekst(v.Hoofd)
	for _, d := range v.Delen {
		text += " " + signaalKeuzeTekst(d.Signaal)
	}
	return text
}

func signaalKeuzeTekst(s signaal.Signaal) string { return s.ID + "@" + strconv.Itoa(s.Versie) }

// leesKeuzes reads what verhaalKeuze wrote.
func leesKeuzes(values []string) []signaal.Keuze {
	var list []signaal.Keuze
	for _, word := range strings.Fields(strings.Join(values, " ")) {
		id, version, _ := strings.Cut(word, "@")
		n, _ := strconv.Atoi(version)
		list = append(list, signaal.Keuze{ID: id, Basis: n})
	}
	return list
}

func bulkFouten(err error, list []signaal.Keuze, naar signaal.Status, reden string) bulkForm {
	f := bulkForm{Naar: string(naar), Reden: reden, Gekozen: map[string]bool{}}
	for _, k := range list {
		f.Gekozen[k.ID] = true
	}
	var e *domein.Error
	if errors.As(err, &e) {
		f.Kop = e.Melding
	}
	for _, fault := range domein.FaultsOf(err) {
		switch fault.Veld {
		case "naar":
			f.NaarFout = fault.Melding
		case "reden":
			f.RedenFout = fault.Melding
		case "id":
			fault.Veld = "verhalen"
		}
		f.Fouten = append(f.Fouten, fault)
	}
	return f
}
