// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"

	"dwarsverband/domein"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/verband"
)

// verbandenView is the ties of one thing, as the part "verbanden" shows them on its page.
type verbandenView struct {
	Eind   verband.Eind
	Regels []verbandRegel
	Nieuw  string // address of the form for a new tie; empty where the visitor may not lay one
}

// verbandRegel is one tie as seen from one of its ends.
type verbandRegel struct {
	verband.Zicht
	Ander verband.Feit // what is across
	URL   string       // of what is across
	Soort string       // kind of what is across, in words
	Wie   string       // name of who laid it
	Ja    []akkoordRegel
}

// akkoordRegel is one agreement with the name of who gave it.
type akkoordRegel struct {
	verband.Akkoord
	Naam string
}

// soortnamen are the kinds of ends in words.
var soortnamen = map[verband.Soort]string{verband.Doel: "Doel", verband.Indicator: "Indicator", verband.Actie: "Actie", verband.Gebied: "Gebied", verband.Signaal: "Signaal"}

// eindURL gives the page of the thing at an end.
func eindURL(e verband.Eind) string {
	paths := map[verband.Soort]string{verband.Doel: "/doelen/", verband.Indicator: "/indicatoren/", verband.Actie: "/acties/", verband.Gebied: "/gebieden/", verband.Signaal: "/signalen/"}
	return paths[e.Soort] + url.PathEscape(e.ID)
}

// verbandenVan gives the ties of one end for its page. Who may not see ties sees none.
func (w *Web) verbandenVan(b *bezoek, e verband.Eind) (verbandenView, error) {
	v := verbandenView{Eind: e}
	list, err := w.Verband.Van(b.Context(), b.wie, e)
	switch domein.KindOf(err) {
	case domein.Forbidden, domein.NotFound:
		return v, nil
	}
	if err != nil {
		return v, err
	}
	names, err := w.namen(b)
	if err != nil {
		return v, err
	}
	for _, z := range list {
		v.Regels = append(v.Regels, verbandVan(z, e, names))
	}
	if w.Verband.KanLeggen(b.wie) {
		v.Nieuw = "/verbanden/nieuw?" + url.Values{"van_soort": {string(e.Soort)}, "van": {e.ID}}.Encode()
	}
	return v, nil
}

func verbandVan(z verband.Zicht, e verband.Eind, names map[string]string) verbandRegel {
	ander := z.Ander(e)
	r := verbandRegel{Zicht: z, Ander: ander, URL: eindURL(ander.Eind), Soort: soortnamen[ander.Soort], Wie: naamOf(names, z.Verband.Wie)}
	for _, a := range z.Akkoorden {
		r.Ja = append(r.Ja, akkoordRegel{a, naamOf(names, a.Wie)})
	}
	return r
}

// namen gives the names of the users by id.
func (w *Web) namen(b *bezoek) (map[string]string, error) {
	users, err := w.Gebruiker.Store.Gebruikers(b.Context(), b.tenant.ID)
	return namenVan(users), err
}

func namenVan(users []gebruiker.Gebruiker) map[string]string {
	names := map[string]string{}
	for _, u := range users {
		names[u.ID] = u.Naam
	}
	return names
}

func naamOf(names map[string]string, id string) string {
	if naam := names[id]; naam != "" {
		return naam
	}
	return id
}

type verbandView struct {
	Pagina
	verband.Zicht
	Van, Naar verbandEind
	Door      string
	Ja        []akkoordRegel
	EindeDoor string
	Fout      *formulier // what ending it ran into, or nil
}

// verbandEind is one end with its page.
type verbandEind struct {
	verband.Feit
	URL, Soort string
}

func eindVan(f verband.Feit) verbandEind { return verbandEind{f, eindURL(f.Eind), soortnamen[f.Soort]} }

// verbandShow shows one tie: both ends, who laid it and why, and who must still agree.
func (w *Web) verbandShow(b *bezoek) error { return w.verbandToon(b, 200, nil) }

func (w *Web) verbandToon(b *bezoek, status int, fout *formulier) error {
	z, err := w.Verband.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	names, err := w.namen(b)
	if err != nil {
		return err
	}
	v := &verbandView{Pagina: Pagina{Titel: "Verband", Menu: "/plannen", Kruimels: []Kruimel{{"Plannen", "/plannen"}}}, Zicht: z, Van: eindVan(z.VanFeit), Naar: eindVan(z.NaarFeit),
		Door: naamOf(names, z.Wie), EindeDoor: naamOf(names, z.Einde.Wie), Fout: fout}
	for _, a := range z.Akkoorden {
		v.Ja = append(v.Ja, akkoordRegel{a, naamOf(names, a.Wie)})
	}
	return b.toonMet(status, "verband", v)
}
