// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/export"
	"dwarsverband/toegang"
)

// overleggenView lists the meetings of the visitor, and the knots that he is to bring to a table.
type overleggenView struct {
	Pagina
	Komend, Geweest []overlegRegel
	Wachtend        []overleg.Wachtend
	Bereidt         bool // he calls meetings
}

// overlegRegel is one meeting in a list. Wanneer is a day with the hours.
type overlegRegel struct {
	overleg.Overleg
	Wanneer string
}

// uren writes a period of one day: "9 november 2026, 13.30 tot 15.00 uur".
func uren(van, tot termijn.Moment) string {
	return strings.TrimSuffix(tijd(van), " uur") + " tot " + tot.Time().In(termijn.Amsterdam).Format("15.04") + " uur"
}

func (w *Web) overleggenShow(b *bezoek) error {
	list, wachtend, err := w.Overleg.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &overleggenView{Pagina: Pagina{Titel: "Overleggen", Menu: "/overleggen", Lead: "Waar uw casussen aan tafel komen. U ziet alleen de punten waarvoor u er bent."}, Wachtend: wachtend,
		Bereidt: heeftRol(b.persoon, toegang.Procesregisseur)}
	komend := overleg.Komend(list, w.Overleg.Nu())
	for _, o := range komend {
		v.Komend = append(v.Komend, overlegRegel{o, uren(o.Van, o.Tot)})
	}
	for i := len(list) - len(komend) - 1; i >= 0; i-- {
		v.Geweest = append(v.Geweest, overlegRegel{list[i], uren(list[i].Van, list[i].Tot)})
	}
	return b.toon("overleggen", v)
}

// overlegView is one meeting with the items that the visitor may see.
type overlegView struct {
	Pagina
	overleg.Overleg
	mensen       mensen
	Wanneer      string
	Punten       []puntRegel
	Bereidt      bool // the visitor can add items
	Begonnen     bool
	IetsOpAgenda bool
}

// puntRegel is one item.
type puntRegel struct {
	overleg.Beeld
	Wie []genodigdeRegel
}

type genodigdeRegel struct {
	overleg.Genodigde
	Naam string
}

func overlegPagina(id, titel string) Pagina {
	p := Pagina{Titel: titel, Menu: "/overleggen", Kruimels: []Kruimel{{"Overleggen", "/overleggen"}}}
	if id != "" {
		p.Kruimels = append(p.Kruimels, Kruimel{"Overleg", "/overleggen/" + id})
	}
	return p
}

func (w *Web) overlegView(b *bezoek, o overleg.Overleg, list []overleg.Beeld) (*overlegView, error) {
	m, err := w.mensen(b)
	v := &overlegView{Pagina: overlegPagina("", hoofdletter(o.Soort)), Overleg: o, mensen: m, Wanneer: uren(o.Van, o.Tot), Bereidt: heeftRol(b.persoon, toegang.Procesregisseur),
		Begonnen: !w.Overleg.Nu().Before(o.Van), IetsOpAgenda: len(list) > 0}
	for _, x := range list {
		r := puntRegel{Beeld: x}
		for _, g := range x.Genodigden {
			r.Wie = append(r.Wie, genodigdeRegel{g, m.Naam(g.Gebruiker)})
		}
		v.Punten = append(v.Punten, r)
	}
	return v, err
}

// Naam puts a name to a user.
func (v *overlegView) Naam(id string) string { return v.mensen.Naam(id) }

// Aanwezig names who was there for an item.
func (v *overlegView) Aanwezig(p puntRegel) string {
	var list []string
	for _, g := range p.Wie {
		if g.Genodigde.Aanwezig == "ja" {
			list = append(list, g.Naam)
		}
	}
	return strings.Join(list, "; ")
}

func (w *Web) overlegShow(b *bezoek) error {
	o, list, err := w.Overleg.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v, err := w.overlegView(b, o, list)
	if err != nil {
		return err
	}
	return b.toon("overleg", v)
}

func (w *Web) puntAanwezig(b *bezoek) error {
	id := b.PathValue("id")
	if err := b.ParseForm(); err != nil {
		return afgebroken(err)
	}
	if err := w.Overleg.Noteer(b.Context(), b.wie, id, b.PathValue("punt"), b.PostForm["aanwezig"]); err != nil {
		return err
	}
	b.zeg("Vastgelegd wie er was.")
	return b.naar("/overleggen/" + id + "#punt-" + b.PathValue("punt"))
}

// overlegLijst is the list of what was decided and agreed, to read on paper.
func (w *Web) overlegLijst(b *bezoek) error {
	o, list, err := w.Overleg.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v, err := w.overlegView(b, o, list)
	if err != nil {
		return err
	}
	v.Pagina = overlegPagina(o.ID, "Besluiten en afspraken")
	return b.toon("overleg_lijst", v)
}

// overlegMee gives the list as a file, which is a taking out.
func (w *Web) overlegMee(b *bezoek) error {
	o, list, err := w.Overleg.NeemMee(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	v, err := w.overlegView(b, o, list)
	if err != nil {
		return err
	}
	d := export.Document{Titel: "Besluiten en afspraken", Delen: []export.Deel{{Feiten: [][2]string{{"Overleg", o.Soort}, {"Wanneer", v.Wanneer}, {"Voorzitter", v.Naam(o.Voorzitter)}}}}}
	for _, p := range v.Punten {
		d.Delen = append(d.Delen, p.deel(v))
	}
	file, err := d.ODT()
	if err != nil {
		return err
	}
	return b.download("afspraken-"+o.Van.Date().String()+".odt", "application/vnd.oasis.opendocument.text", file)
}

// deel is one item as a part of the list.
func (p puntRegel) deel(v *overlegView) export.Deel {
	deel := export.Deel{Kop: p.Codenaam, Tekst: p.Vraag}
	if wie := v.Aanwezig(p); wie != "" {
		deel.Feiten = append(deel.Feiten, [2]string{"Aanwezig", wie})
	}
	for _, st := range p.Besluiten {
		deel.Feiten = append(deel.Feiten, [2]string{"Besluit", st.Waarde("besluit")})
	}
	if len(p.Afspraken) > 0 {
		deel.Tabel, deel.Kolom = "Afspraken", []string{"Wat", "Wie", "Klaar op", "Stand"}
	}
	for _, st := range p.Afspraken {
		deel.Rijen = append(deel.Rijen, []string{st.Waarde("wat"), v.Naam(st.Waarde("wie")), datum(st.Datum("voor")), casus.Woord(dossier.Dossier{}, st, "stand")})
	}
	return deel
}
