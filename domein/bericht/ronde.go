// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bericht

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// perRonde is how many notices and how many mails one round takes; the next takes the rest.
const perRonde = 500

// Ronde settles who gets mail and sends what is due. It may be called at any time: a stop between sending and keeping sends a mail again and never loses one. It gives how many
// notices and mails it handled.
func (s *Service) Ronde(ctx context.Context, systeem toegang.Actor) (int, error) {
	const op = "bericht.Ronde"
	if s.Verstuur == nil {
		return 0, nil
	}
	grant, err := s.Mag(systeem, toegang.TermijnBewaken, toegang.Middel{Soort: "bericht", Verantwoordelijke: systeem.Verantwoordelijke})
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	mensen, err := s.Ontvangers(ctx, systeem.Verantwoordelijke)
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	n, err := s.verdeel(ctx, grant, mensen)
	if err != nil {
		return n, domein.Wrap(op, err)
	}
	sent, err := s.verstuur(ctx, grant, mensen)
	return n + sent, domein.Wrap(op, err)
}

// verdeel makes the mails that follow from new notices.
func (s *Service) verdeel(ctx context.Context, grant toegang.Grant, mensen []Ontvanger) (int, error) {
	list, err := s.Store.TeVerdelen(ctx, grant, perRonde)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	keuzes, err := s.Store.Berichtkeuzes(ctx, grant.Verantwoordelijke())
	if err != nil {
		return 0, err
	}
	nu := s.Nu()
	var ids []string
	var posten []Post
	for _, b := range list {
		ids = append(ids, b.ID)
		for _, o := range mensen {
			if o.Mailadres == "" || !slices.Contains(dossier.Houders(o.Actor), b.Voor) {
				continue
			}
			switch k := keuzes[o.ID].Kanaal(b.Soort); k {
			case Meteen:
				posten = append(posten, Post{ID: s.NieuwID(), Gebruiker: o.ID, Soort: b.Soort, Kanaal: k, Na: nu})
			case Dagelijks:
				posten = append(posten, Post{ID: s.NieuwID(), Gebruiker: o.ID, Soort: b.Soort, Kanaal: k, Na: ochtend(nu)})
			}
		}
	}
	entry, err := s.Entry(grant, "bericht", "verdeeld", len(posten))
	if err != nil {
		return 0, err
	}
	return len(list), s.Store.Verdeel(ctx, grant, ids, posten, nu, entry)
}

// ochtend is the next moment of the daily mail: eight o'clock on a working day.
func ochtend(nu termijn.Moment) termijn.Moment {
	d := nu.Date()
	for {
		at := d.Start().Plus(8 * time.Hour)
		if d.Werkdag() && nu.Before(at) {
			return at
		}
		d = d.AddDays(1)
	}
}

// pauze is how long after a failed try the next comes: a minute, two, four, up to an hour.
func pauze(pogingen int) time.Duration {
	return min(time.Hour, time.Minute<<min(pogingen, 6))
}

// verstuur sends what is due: each notice of its own, the daily ones of one person together.
func (s *Service) verstuur(ctx context.Context, grant toegang.Grant, mensen []Ontvanger) (int, error) {
	nu := s.Nu()
	posten, err := s.Store.TeVersturen(ctx, grant, nu, perRonde)
	if err != nil || len(posten) == 0 {
		return 0, err
	}
	adres := map[string]string{}
	for _, o := range mensen {
		adres[o.ID] = o.Mailadres
	}
	var brieven []Brief
	var bundels [][]Post
	var weg []string
	for _, p := range posten {
		last := len(bundels) - 1
		switch {
		case adres[p.Gebruiker] == "": // he has left
			weg = append(weg, p.ID)
		case p.Kanaal == Dagelijks && last >= 0 && bundels[last][0].Kanaal == Dagelijks && bundels[last][0].Gebruiker == p.Gebruiker:
			bundels[last] = append(bundels[last], p)
		default:
			bundels = append(bundels, []Post{p})
		}
	}
	for _, b := range bundels {
		brieven = append(brieven, s.brief(adres[b[0].Gebruiker], b))
	}
	var opnieuw []Post
	for i, err := range s.Verstuur(ctx, brieven) {
		for _, p := range bundels[i] {
			if err == nil {
				weg = append(weg, p.ID)
				continue
			}
			p.Na, p.Pogingen = nu.Plus(pauze(p.Pogingen)), p.Pogingen+1
			opnieuw = append(opnieuw, p)
		}
	}
	entry, err := s.Entry(grant, "bericht", "verstuurd", len(weg))
	if err != nil {
		return 0, err
	}
	return len(posten), s.Store.Verstuurd(ctx, grant, weg, opnieuw, entry)
}

// brief writes a mail from fixed words: what sort of thing waits, how often, and where to look.
func (s *Service) brief(aan string, posten []Post) Brief {
	b := Brief{Aan: aan, Onderwerp: "Er wacht iets op u in Dwarsverband"}
	var t strings.Builder
	t.WriteString("Goedendag,\n\n")
	if posten[0].Kanaal == Dagelijks {
		b.Onderwerp = "Wat er op u wacht in Dwarsverband"
	}
	for _, g := range Groepen {
		n := 0
		for _, p := range posten {
			if GroepVan(p.Soort).Code == g.Code {
				n++
			}
		}
		switch {
		case n == 1 && len(posten) == 1:
			t.WriteString(g.Naam + ".\n")
		case n > 0:
			fmt.Fprintf(&t, "%d keer: %s.\n", n, strings.ToLower(g.Naam[:1])+g.Naam[1:])
		}
	}
	fmt.Fprintf(&t, "\nLog in om te zien waarover het gaat: %s/werk\n\nIn deze mail staan geen namen en geen inhoud. Hoe u dit hoort, kiest u op %s/instellingen.\n", s.Adres, s.Adres)
	b.Tekst = t.String()
	return b
}

// Wachtend counts for the administrator the mails that did not go out at the first try.
func (s *Service) Wachtend(ctx context.Context, wie toegang.Actor) (int, error) {
	const op = "bericht.Wachtend"
	grant, err := s.Mag(wie, toegang.InstellingWijzigen, toegang.Middel{Soort: "bericht", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return 0, domein.Wrap(op, err)
	}
	n, err := s.Store.Wachtend(ctx, grant)
	return n, domein.Wrap(op, err)
}
