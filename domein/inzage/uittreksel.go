// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package inzage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Beeld is a request as the privacy officer and the FG see it: with every line, also those that are not shown to the person yet.
type Beeld struct {
	dossier.Dossier
	Doel, Grondslag string
	Behandelt       bool
	Treffers        []Treffer
	Regels          []Regel
	Redenen         []string      // why a second person must look
	Stand           dossier.Stuk  // the newest preparation; without fields where there is none
	Klopt           bool          // what was prepared is what would be handed out now
	Akkoord         *dossier.Stuk // the agreement of a second person with exactly that
	Vervalt         termijn.Moment
}

// Toon shows a request.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Beeld, error) {
	const op = "inzage.Toon"
	wat := actie(wie)
	d, sleutel, err := s.open(ctx, wie, id, wat)
	if err != nil {
		return Beeld{}, domein.Wrap(op, err)
	}
	b := Beeld{Dossier: d, Doel: sleutel.Grant.Doel(), Grondslag: sleutel.Grant.Grondslag(), Behandelt: wat == toegang.InzageBehandelen}
	for _, t := range d.Taken {
		if t.Soort == "inzage" && t.Open() {
			b.Vervalt = t.Vervalt
		}
	}
	if d.Status != Ontvangen && b.Behandelt {
		b.Regels, err = gegeven(d)
		return b, domein.Wrap(op, err)
	}
	if b.Treffers, err = s.treffers(ctx, sleutel.Grant, d); err != nil {
		return b, domein.Wrap(op, err)
	}
	if b.Regels, err = s.regels(ctx, wie, d, sleutel); err != nil {
		return b, domein.Wrap(op, err)
	}
	st, ok := laatste(d, Voorbereid)
	if !ok {
		return b, nil
	}
	b.Stand = st
	u, err := s.uittreksel(ctx, wie, d, sleutel)
	if err != nil {
		return b, domein.Wrap(op, err)
	}
	b.Redenen, b.Klopt = u.redenen, st.Waarde("hash") == u.hash
	b.Akkoord = akkoord(d, u)
	return b, nil
}

// regels gives every line of the confirmed dossiers up to now.
func (s *Service) regels(ctx context.Context, wie toegang.Actor, d dossier.Dossier, sleutel dossier.Sleutel) ([]Regel, error) {
	a, err := s.alles(ctx, wie, d, sleutel, grens{math.MaxInt64, s.Nu()})
	return a.regels, err
}

// alles gives every line of the confirmed dossiers up to a limit: the dossiers one by one, their rows of the journal in one sweep. It also tells whether a secret address is
// in any of them, and the number of the last row.
type alles struct {
	regels []Regel
	geheim bool
	laatst int64
}

func (s *Service) alles(ctx context.Context, wie toegang.Actor, d dossier.Dossier, sleutel dossier.Sleutel, tot grens) (alles, error) {
	var a alles
	treffers, err := s.treffers(ctx, sleutel.Grant, d)
	if err != nil {
		return a, err
	}
	treffers = slices.DeleteFunc(treffers, func(t Treffer) bool { return !t.Bevestigd() })
	var ids []string
	for _, t := range treffers {
		ids = append(ids, t.ID)
	}
	rijen, err := s.Store.JournaalVan(ctx, sleutel.Grant, ids)
	if err != nil {
		return a, err
	}
	for _, r := range rijen {
		a.laatst = max(a.laatst, r.Volgnr)
	}
	organisatie, fout := s.werkgever(ctx, wie.Verantwoordelijke)
	for _, t := range treffers {
		ander, _, err := s.openElders(ctx, wie, t.ID, actie(wie))
		if err != nil {
			return a, err
		}
		for _, st := range ander.Van("betrokkene") {
			a.geheim = a.geheim || persoon.UitVelden(st.Waarde).AdresGeheim
		}
		a.regels = append(a.regels, regelsVan(ander, t.Betrokkene, rijen, tot, organisatie)...)
	}
	return a, *fout
}

// werkgever tells for whom a user works, and keeps what went wrong meanwhile.
func (s *Service) werkgever(ctx context.Context, verantwoordelijke string) (func(wie string) string, *error) {
	known := map[string]string{}
	var fout error
	return func(id string) string {
		if org, ok := known[id]; ok {
			return org
		}
		a, err := s.Gebruiker(ctx, verantwoordelijke, id)
		if err != nil && domein.KindOf(err) != domein.NotFound {
			fout = errors.Join(fout, err)
		}
		if known[id] = a.Organisatie; a.Organisatie == "" {
			known[id] = "onbekend"
		}
		return known[id]
	}, &fout
}

// uittreksel is what would be handed out: the lines up to the moment of preparation, without what is postponed now.
type uittreksel struct {
	regels  []Regel
	redenen []string
	hash    string
	laatst  int64
}

func (s *Service) uittreksel(ctx context.Context, wie toegang.Actor, d dossier.Dossier, sleutel dossier.Sleutel) (uittreksel, error) {
	st, ok := laatste(d, Voorbereid)
	if !ok {
		return uittreksel{}, &domein.Error{Kind: domein.Conflict, Op: "inzage.uittreksel", Melding: "Bereid het uittreksel eerst voor."}
	}
	volgnr, err := strconv.ParseInt(st.Waarde("volgnr"), 10, 64)
	if err != nil {
		return uittreksel{}, err
	}
	return s.stelOp(ctx, wie, d, sleutel, grens{volgnr, st.Moment("op")})
}

func (s *Service) stelOp(ctx context.Context, wie toegang.Actor, d dossier.Dossier, sleutel dossier.Sleutel, tot grens) (uittreksel, error) {
	a, err := s.alles(ctx, wie, d, sleutel, tot)
	if err != nil {
		return uittreksel{}, err
	}
	u := uittreksel{regels: slices.DeleteFunc(a.regels, func(r Regel) bool { return r.Uitgesteld != nil }), laatst: a.laatst}
	vraag, _ := laatste(d, Vraagstuk)
	kind, err := minderjarig(wieVraagt(d), s.Nu().Date())
	if err != nil {
		return u, err
	}
	for _, x := range []struct {
		geldt bool
		reden string
	}{{kind, "het gaat over een kind: een ander gaat na wie gezag heeft"}, {vraag.Waarde("namens") != "", "iemand anders vraagt namens de persoon"},
		{a.geheim, "in een van de dossiers staat een geheim adres"},
		{slices.ContainsFunc(u.regels, func(r Regel) bool { return r.Melder }), "een regel laat zien welke organisatie meldde"}} {
		if x.geldt {
			u.redenen = append(u.redenen, x.reden)
		}
	}
	text, err := json.Marshal(u.regels)
	u.hash = vingerafdruk(append(text, strings.Join(u.redenen, "|")...))
	return u, err
}

func vingerafdruk(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// minderjarig tells whether somebody may be under age. Whoever has no whole birth date on record counts as such from the year on.
func minderjarig(p persoon.Persoon, vandaag termijn.Date) (bool, error) {
	regel, err := termijn.Geldend(termijn.Meerderjarig, vandaag)
	if err != nil {
		return false, err
	}
	grens := vandaag.AddMonths(-regel.Maanden())
	if len(p.Geboren) == 10 {
		d, err := termijn.ParseDate(p.Geboren)
		return err != nil || d.After(grens), nil
	}
	jaar, err := strconv.Atoi(p.Jaar())
	return err == nil && jaar >= grens.Year(), nil
}

// akkoord gives the agreement of a second person with exactly this extract.
func akkoord(d dossier.Dossier, u uittreksel) *dossier.Stuk {
	for _, st := range d.Van(Instemming) {
		if st.Waarde("hash") == u.hash {
			return &st
		}
	}
	return nil
}

// Bereid sets the moment up to which the extract goes.
func (s *Service) Bereid(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "inzage.Bereid"
	d, sleutel, err := s.open(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if err := loopt(op, d); err != nil {
		return err
	}
	nu := s.Nu()
	u, err := s.stelOp(ctx, wie, d, sleutel, grens{math.MaxInt64, nu})
	if err != nil {
		return domein.Wrap(op, err)
	}
	st := dossier.NieuwStuk(Voorbereid, s.NieuwID(), wie.ID, nu, map[string]string{"op": nu.String(), "volgnr": strconv.FormatInt(u.laatst, 10), "hash": u.hash, "regels": strconv.Itoa(len(u.regels)), "redenen": strings.Join(u.redenen, "; ")})
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, dossier.Mutatie{Stukken: []dossier.Stuk{st}}))
}

// StemIn is the agreement of a second privacy officer. Whoever had a hand in the request cannot give it.
func (s *Service) StemIn(ctx context.Context, wie toegang.Actor, id string) error {
	const op = "inzage.StemIn"
	d, sleutel, err := s.open(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if err := loopt(op, d); err != nil {
		return err
	}
	if slices.ContainsFunc(d.Historie, func(st dossier.Stuk) bool { return st.Wie == wie.ID && st.Soort != Instemming }) {
		return &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "U behandelt dit verzoek zelf. Een andere privacyfunctionaris kijkt mee."}
	}
	u, err := s.klopt(ctx, wie, d, sleutel)
	if err != nil {
		return domein.Wrap(op, err)
	}
	st := dossier.NieuwStuk(Instemming, s.NieuwID(), wie.ID, s.Nu(), map[string]string{"hash": u.hash})
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, dossier.Mutatie{Stukken: []dossier.Stuk{st}}))
}

// klopt gives the extract where it still is what was prepared.
func (s *Service) klopt(ctx context.Context, wie toegang.Actor, d dossier.Dossier, sleutel dossier.Sleutel) (uittreksel, error) {
	u, err := s.uittreksel(ctx, wie, d, sleutel)
	if err != nil {
		return u, err
	}
	if st, _ := laatste(d, Voorbereid); st.Waarde("hash") != u.hash {
		return u, &domein.Error{Kind: domein.Conflict, Op: "inzage.klopt", Melding: "Het uittreksel is veranderd sinds het is voorbereid. Bereid het opnieuw voor."}
	}
	return u, nil
}
