// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// The kinds of piece of a case that people lay down themselves.
const (
	Betrokkene   = "betrokkene"   // a person of the household; the identity is in its fields
	Rol          = "rol"          // what a person is in a home, from when to when
	Informatie   = "informatie"   // something a source knows: hard or soft, contested or not, visible for whom, until when
	Waarschuwing = "waarschuwing" // a note for who visits; it lapses unless somebody looks at it again
	Doel         = "doel"         // a goal of the one plan, on one leefgebied
	Interventie  = "interventie"  // what somebody does for it, in which order, and what if it fails
	Notitie      = "notitie"      // a line of the timeline
	Informeren   = "informeren"   // that the person concerned was told, or a dated reason not to
	Termijn      = "termijn"      // a term of law that runs in the case, with its suspensions
	Schorsing    = "schorsing"    // days during which a term stands still
	Verzoek      = "verzoek"      // a question to OM or police with a term for the answer
)

// Veldsoort describes one field of a piece: how it is asked and what may be in it.
type Veldsoort struct {
	Naam, Label, Uitleg string
	Vorm                string // "tekst", "lang", "datum", "kort", "keuze", "vinkjes"
	Nodig               bool
	Keuzes              []Keuze // of a fixed list
	Uit                 string  // the choices come from the case: "betrokkenen", "doelen", "interventies", "termijnen", "punten", "organisaties", "kring"
}

// Keuze is one thing to choose.
type Keuze struct{ Code, Naam string }

// Stuksoort describes one kind of piece: law and practice as data, so that form, rule and API have one source.
type Stuksoort struct {
	Code, Naam string
	Actie      toegang.Actie // what its writer must be allowed to do
	Velden     []Veldsoort
	keur       func(s dossier.Stuk, d dossier.Dossier, vandaag termijn.Date) []domein.Fault
}

// Veldnamen lists the names of the fields.
func (s Stuksoort) Veldnamen() []string {
	var list []string
	for _, v := range s.Velden {
		list = append(list, v.Naam)
	}
	return list
}

// Soort gives the description of a kind of piece; ok is false for a kind that nobody lays down himself.
func Soort(code string) (Stuksoort, bool) {
	i := slices.IndexFunc(stuksoorten, func(s Stuksoort) bool { return s.Code == code })
	if i < 0 {
		return Stuksoort{}, false
	}
	return stuksoorten[i], true
}

// beschrijving gives the description of a kind of piece, also of a file, which is added in a way of its own; the zero Stuksoort where there is none.
func beschrijving(code string) Stuksoort {
	if code == Bijlage {
		return BijlageSoort
	}
	s, _ := Soort(code)
	return s
}

// keuren tells everything that is wrong with a piece.
func (s Stuksoort) keuren(st dossier.Stuk, d dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	var list []domein.Fault
	for naam := range st.Velden {
		if !slices.Contains(s.Veldnamen(), naam) && naam != "vervallen" {
			list = append(list, domein.Fault{Veld: naam, Melding: "Dit veld bestaat niet."})
		}
	}
	for _, v := range s.Velden {
		waarde := st.Waarde(v.Naam)
		switch {
		case waarde == "" && v.Nodig:
			list = append(list, domein.Fault{Veld: v.Naam, Melding: strings.TrimSuffix(v.Label, "?") + ": vul dit in."})
		case waarde != "" && v.Vorm == "datum" && st.Datum(v.Naam).IsZero():
			list = append(list, domein.Fault{Veld: v.Naam, Melding: v.Label + ": schrijf een datum die bestaat."})
		case waarde != "" && (v.Vorm == "keuze" || v.Vorm == "vinkjes"):
			list = append(list, v.keuzefaults(st, d)...)
		}
	}
	if s.keur != nil {
		list = append(list, s.keur(st, d, vandaag)...)
	}
	slices.SortStableFunc(list, func(a, b domein.Fault) int { return s.plaats(a.Veld) - s.plaats(b.Veld) })
	return list
}

func (s Stuksoort) plaats(veld string) int { return slices.Index(s.Veldnamen(), veld) }

// keuzefaults refuses a choice that is not among the choices at this moment.
func (v Veldsoort) keuzefaults(st dossier.Stuk, d dossier.Dossier) []domein.Fault {
	mag := v.KeuzesIn(d)
	waarden := []string{st.Waarde(v.Naam)}
	if v.Vorm == "vinkjes" {
		waarden = st.Waarden(v.Naam)
	}
	for _, w := range waarden {
		if !slices.ContainsFunc(mag, func(k Keuze) bool { return k.Code == w }) {
			return []domein.Fault{{Veld: v.Naam, Melding: v.Label + ": kies uit de lijst."}}
		}
	}
	return nil
}

// KeuzesIn gives the choices of the field in a case.
func (v Veldsoort) KeuzesIn(d dossier.Dossier) []Keuze {
	switch v.Uit {
	case "betrokkenen":
		return stukkeuzes(d, Betrokkene, Naam)
	case "doelen":
		return stukkeuzes(d, Doel, func(s dossier.Stuk) string { return s.Waarde("tekst") })
	case "interventies":
		return stukkeuzes(d, Interventie, func(s dossier.Stuk) string { return s.Waarde("wat") })
	case "termijnen":
		return stukkeuzes(d, Termijn, func(s dossier.Stuk) string { return s.Waarde("wat") })
	case "punten":
		return stukkeuzes(d, overleg.Agendapunt, func(s dossier.Stuk) string { return s.Moment("van").Date().String() + ": " + s.Waarde("vraag") })
	case "organisaties":
		return organisatiekeuzes(d)
	case "kring":
		var list []Keuze
		for _, l := range d.Leden {
			if l.Tot.IsZero() && !slices.ContainsFunc(list, func(k Keuze) bool { return k.Code == l.Gebruiker }) {
				list = append(list, Keuze{l.Gebruiker, l.Gebruiker})
			}
		}
		return list
	}
	return v.Keuzes
}

// Woord gives what stands in a field as people read it: the name of a choice, else the text itself.
func Woord(d dossier.Dossier, st dossier.Stuk, veld string) string {
	for _, f := range beschrijving(st.Soort).Velden {
		if f.Naam != veld {
			continue
		}
		for _, k := range f.KeuzesIn(d) {
			if k.Code == st.Waarde(veld) {
				return k.Naam
			}
		}
	}
	return st.Waarde(veld)
}

func stukkeuzes(d dossier.Dossier, soort string, naam func(dossier.Stuk) string) []Keuze {
	var list []Keuze
	for _, s := range d.Van(soort) {
		list = append(list, Keuze{s.ID, naam(s)})
	}
	return list
}

func organisatiekeuzes(d dossier.Dossier) []Keuze {
	var list []Keuze
	for _, l := range d.Leden {
		if l.Tot.IsZero() && !slices.ContainsFunc(list, func(k Keuze) bool { return k.Code == l.Organisatie }) {
			list = append(list, Keuze{l.Organisatie, l.Organisatie})
		}
	}
	return list
}

// Persoon reads the identity in a piece of kind Betrokkene.
func Persoon(s dossier.Stuk) persoon.Persoon {
	return persoon.UitVelden(s.Waarde)
}

// Naam gives the name of a person in a piece, as the circle sees it.
func Naam(s dossier.Stuk) string {
	naam := Persoon(s).Naam()
	if naam == "" {
		return "onbekende persoon"
	}
	return naam
}

// nietGeinformeerd lists the persons of whom it is not on record that they were told, or why not.
func nietGeinformeerd(d dossier.Dossier) []string {
	var list []string
	for _, b := range d.Van(Betrokkene) {
		done := slices.ContainsFunc(d.Van(Informeren), func(s dossier.Stuk) bool { return s.Waarde("betrokkene") == b.ID })
		if !done {
			list = append(list, Naam(b))
		}
	}
	return list
}
