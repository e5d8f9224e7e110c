// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Bijlage is the kind of piece that stands for a file. What the file is stands in its fields; its content is kept beside it, sealed with the key of the case.
const Bijlage = "bijlage"

// MaxBijlage is how large one file may be, in bytes.
const MaxBijlage = 25 << 20

// Bestandsoorten names the kinds of file that can be added, for whoever is about to choose one.
const Bestandsoorten = "PDF, JPEG, PNG, DOCX, XLSX, ODT, ODS of tekst (TXT, CSV)"

// Bestand is a file as it can be kept.
type Bestand struct {
	Naam   string // with an ending that fits what it is
	MIME   string
	Inhoud []byte
	Weg    []string // what was taken out of it, in words
}

// BijlageSoort describes the fields that its adder fills in.
var BijlageSoort = Stuksoort{Code: Bijlage, Naam: "bijlage", Actie: toegang.CasusBewerken, keur: keurBijlage, Velden: []Veldsoort{
	{Naam: "wat", Label: "Wat is het?", Vorm: "tekst", Nodig: true, Uitleg: "Bijvoorbeeld: brief van school over verzuim."},
	{Naam: "over", Label: "Over wie gaat het?", Vorm: "vinkjes", Uit: "betrokkenen"},
	{Naam: "bron", Label: "Van welke organisatie komt het?", Vorm: "keuze", Uit: "organisaties", Nodig: true},
	{Naam: "datum", Label: "Datum", Vorm: "datum", Nodig: true},
	{Naam: "categorie", Label: "Soort gegeven", Vorm: "keuze", Keuzes: categorieen, Nodig: true},
	{Naam: "zichtbaar", Label: "Wie in de kring mag dit zien?", Vorm: "vinkjes", Uit: "organisaties", Uitleg: "Niets gekozen: de hele kring."},
	{Naam: "geldig_tot", Label: "Geldig tot en met", Vorm: "datum"},
}}

func keurBijlage(s dossier.Stuk, _ dossier.Dossier, vandaag termijn.Date) []domein.Fault {
	if s.Datum("datum").After(vandaag) {
		return []domein.Fault{{Veld: "datum", Melding: "Datum: deze dag moet nog komen."}}
	}
	return nil
}

// VoegBij adds a file to a case: the piece that describes it and its content, together or not at all. What is wrong with the fields and with the file is said at once.
func (s *Service) VoegBij(ctx context.Context, wie toegang.Actor, id string, velden map[string]string, naam string, inhoud []byte) (Bestand, error) {
	const op = "casus.VoegBij"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, BijlageSoort.Actie)
	if err != nil {
		return Bestand{}, domein.Wrap(op, err)
	}
	wijziging := Vastlegging{Soort: Bijlage, Wijziging: domein.Wijziging{Velden: velden}}
	st, _, err := s.volgende(op, wie, Zeef(d, sleutel.Lid, wie.ID, s.Nu()), wijziging)
	if err != nil {
		return Bestand{}, domein.Wrap(op, err)
	}
	faults := BijlageSoort.keuren(st, d, s.Nu().Date())
	b, err := s.KeurBestand(naam, inhoud)
	if err != nil && domein.KindOf(err) != domein.Invalid {
		return b, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Dit is nog niet opgeslagen.", append(faults, domein.FaultsOf(err)...)); err != nil {
		return b, err
	}
	sum := sha256.Sum256(b.Inhoud)
	alles := maps.Clone(velden)
	alles["naam"], alles["mime"], alles["grootte"], alles["sha256"] = b.Naam, b.MIME, strconv.Itoa(len(b.Inhoud)), hex.EncodeToString(sum[:])
	st = dossier.NieuwStuk(Bijlage, st.ID, wie.ID, st.Op, alles)
	m := dossier.Mutatie{Dossier: id, Stukken: []dossier.Stuk{st}, Inhoud: map[string][]byte{st.ID: b.Inhoud}}
	return b, domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Casus, Zout: d.Zout, Mutatie: m}))
}

// Bijlage gives a file that wie may see, with a function that writes its content piece by piece. The look is durable before the first byte.
func (s *Service) Bijlage(ctx context.Context, wie toegang.Actor, id, stuk string) (dossier.Stuk, func(w io.Writer) error, error) {
	const op = "casus.Bijlage"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusInzien)
	if err != nil {
		return dossier.Stuk{}, nil, domein.Wrap(op, err)
	}
	st, err := Zeef(d, sleutel.Lid, wie.ID, s.Nu()).Stuk(Bijlage, stuk)
	if err != nil {
		return st, nil, domein.Wrap(op, err)
	}
	return st, func(w io.Writer) error { return domein.Wrap(op, s.Store.LeesInhoud(ctx, sleutel.Grant, stuk, w)) }, nil
}
