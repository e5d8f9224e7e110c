// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"crypto/hmac"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// bonDuur is how long somebody may write at a report after his search: a working day.
const bonDuur = 8 * time.Hour

// Zoekresultaat is what a search before a report gives: what the searcher may know, and the slip without which no report is made.
type Zoekresultaat struct {
	Gevonden []dossier.Kop // his own open reports; for the procesregisseur all open ones
	Alle     bool          // every open report was searched, not only his own
	Bon      string
}

// MagMelden tells whether wie may report at all.
func (s *Service) MagMelden(wie toegang.Actor) error {
	_, err := s.Mag(wie, toegang.MeldingDoen, middel(wie.Verantwoordelijke, "", wie.ID))
	return domein.Wrap("melding.MagMelden", err)
}

// Zoek is the forced step before a report by form. A partner meets only reports of his own: whether others reported somebody is not his to know.
func (s *Service) Zoek(ctx context.Context, wie toegang.Actor, p persoon.Persoon) (Zoekresultaat, error) {
	const op = "melding.Zoek"
	grant, err := s.Mag(wie, toegang.MeldingDoen, middel(wie.Verantwoordelijke, "", wie.ID))
	if err != nil {
		return Zoekresultaat{}, domein.Wrap(op, err)
	}
	faults := p.Check(s.Nu().Date())
	if len(faults) == 0 && len(p.Zoekwoorden()) == 0 {
		faults = append(faults, domein.Fault{Veld: "achternaam", Melding: "Vul een achternaam of een burgerservicenummer in."})
	}
	if err := domein.Refuse(op, "Zoeken kan nog niet.", faults); err != nil {
		return Zoekresultaat{}, err
	}
	r := Zoekresultaat{Alle: slices.Contains(wie.Rollen, toegang.Procesregisseur), Bon: s.bon(wie, s.NieuwID(), s.Nu().Time().Unix())}
	if r.Gevonden, err = s.eerder(ctx, grant, []persoon.Persoon{p}, r.Alle); err != nil {
		return r, domein.Wrap(op, err)
	}
	return r, domein.Wrap(op, s.lijstblik(ctx, grant, r.Gevonden))
}

// lijstblik commits that these reports were shown in a list.
func (s *Service) lijstblik(ctx context.Context, grant toegang.Grant, list []dossier.Kop) error {
	object := "geen"
	if len(list) > 0 {
		ids := make([]string, len(list))
		for i, k := range list {
			ids[i] = k.ID
		}
		object = strings.Join(ids, ",")
	}
	look, err := s.Blik(grant, "meldingen", object)
	if err != nil {
		return err
	}
	return s.Store.Kijk(ctx, look)
}

// zoekwoorden are the words of which one is enough to be worth a look; a surname, alone or with a year, is that only where nothing more is known.
func zoekwoorden(p persoon.Persoon) []string {
	list := p.Zoekwoorden()
	narrow := slices.DeleteFunc(slices.Clone(list), func(w string) bool { return strings.HasPrefix(w, "achter:") || strings.HasPrefix(w, "jaar:") })
	if len(narrow) > 0 {
		return narrow
	}
	return list
}

// eerder lists open reports about any of these people: of everybody, or of the actor himself.
func (s *Service) eerder(ctx context.Context, grant toegang.Grant, people []persoon.Persoon, alle bool) ([]dossier.Kop, error) {
	var words []string
	for _, p := range people {
		words = append(words, zoekwoorden(p)...)
	}
	met, err := s.Store.ZoekOveral(ctx, grant, dossier.Melding, dossier.MeldingRegime, words)
	var list []dossier.Kop
	for _, t := range met {
		if alle || t.Eigenaar == grant.Wie().ID {
			list = append(list, t.Kop)
		}
	}
	return list, err
}

// bon proves that its holder searched: his, since a moment, with an id that becomes the reference of the report, so that sending a form twice makes one report.
func (s *Service) bon(wie toegang.Actor, id string, op int64) string {
	return fmt.Sprintf("%s.%d.%s", id, op, s.zegel("bon", wie.Verantwoordelijke, wie.ID, id, strconv.FormatInt(op, 10)))
}

// leesBon gives the id of a slip that holds for wie now.
func (s *Service) leesBon(wie toegang.Actor, bon string) (string, bool) {
	parts := strings.Split(bon, ".")
	if len(parts) != 3 {
		return "", false
	}
	op, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil || !hmac.Equal([]byte(s.bon(wie, parts[0], op)), []byte(bon)) {
		return "", false
	}
	return parts[0], !s.Nu().Time().After(termijn.At(time.Unix(op, 0)).Time().Add(bonDuur))
}

// ingangVanFormulier is the row by which a report of the form is known again.
func (s *Service) ingangVanFormulier(wie toegang.Actor, bon string, n Nieuw, voor Bestemming) Ingang {
	n.Toch = false // whether he had to say so does not make it another report
	content, err := json.Marshal(n)
	if err != nil {
		panic(err) // a form is text
	}
	return Ingang{Kenmerk: s.zegel("kenmerk", wie.Verantwoordelijke, "gebruiker|"+wie.ID, bon), Zegel: s.zegel("inhoud", wie.Verantwoordelijke, string(content)),
		Organisatie: wie.Organisatie, Deur: Formulier, Soort: MeldingGeneriek, Bestemming: voor}
}

// nietAlGemeld asks somebody who reported one of these people before whether he means to do so again. The report that this very form made is no earlier one.
func (s *Service) nietAlGemeld(ctx context.Context, grant toegang.Grant, n Nieuw, in Ingang) error {
	if n.Toch {
		return nil
	}
	known, err := s.Store.Ingangen(ctx, grant, []string{in.Kenmerk}, nil)
	if err != nil || len(known) > 0 {
		return err
	}
	var people []persoon.Persoon
	for _, p := range n.Personen {
		people = append(people, persoon.UitVelden(func(veld string) string { return p[veld] }))
	}
	met, err := s.eerder(ctx, grant, people, false)
	if err != nil || len(met) == 0 {
		return err
	}
	return domein.Refuse("melding.Doe", fmt.Sprintf("U hebt deze persoon al gemeld: %s.", met[0].Codenaam),
		[]domein.Fault{{Veld: "toch", Melding: "Kies of u toch opnieuw wilt melden. Anders: kijk bij uw eerdere melding hoe ver die is."}})
}
