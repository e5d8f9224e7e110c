// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package bericht brings notices to people by the channel that they chose: the bell on the page, a mail at once, or one mail a day. A mail says that something waits and holds
// no name, no address, no code name and no word of what it is about (S13).
package bericht

import (
	"context"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Kanaal is how somebody hears of a notice. The bell on the page rings always.
type Kanaal string

// The channels.
const (
	Bel       Kanaal = "bel"       // on the page only
	Meteen    Kanaal = "meteen"    // a mail at once
	Dagelijks Kanaal = "dagelijks" // one mail on each working day
)

// Kanalen are all of them, as they stand on screen.
var Kanalen = []struct {
	Code Kanaal
	Naam string
}{{Meteen, "meteen een mail"}, {Dagelijks, "een mail per werkdag, om acht uur"}, {Bel, "alleen op deze pagina's"}}

// Groep is a kind of event for which a channel is chosen.
type Groep struct {
	Code, Naam string
	Standaard  Kanaal
	soorten    []string // kinds of notice, each with what stands below it
}

// Groepen are all of them.
var Groepen = []Groep{
	{"knoop", "Een knoop ligt bij u, of over een knoop is beslist", Meteen, []string{"knoop"}},
	{"regie", "U krijgt regie of zicht op veiligheid aangeboden, of u bent benoemd", Meteen, []string{"overdracht", "casus.benoemd"}},
	{"wek", "Een casus komt terug", Meteen, []string{"wek"}},
	{"toezicht", "Noodtoegang, een afwijking, te veel vragen, of een blik die uitleg vraagt", Meteen, []string{"noodtoegang", "afwijking", "hit.te_vaak", "opvallend"}},
	{"overleg", "U bent gevraagd voor een overleg", Dagelijks, []string{"overleg"}},
	{"melding", "Een melding, de uitkomst ervan, of een vraag of iemand bekend is", Dagelijks, []string{"melding", "hit"}},
	{"gedeeld", "U zit in een kring, of er is iets met u gedeeld", Dagelijks, []string{"kring", "gedeeld", "uitkomst"}},
}

// GroepVan gives the group of a kind of notice: the one that names it most exactly, else that of what is shared.
func GroepVan(soort string) Groep {
	found, lengte := Groepen[len(Groepen)-1], 0
	for _, g := range Groepen {
		for _, s := range g.soorten {
			if (soort == s || strings.HasPrefix(soort, s+".")) && len(s) > lengte {
				found, lengte = g, len(s)
			}
		}
	}
	return found
}

// Keuze is what somebody chose, by the code of the group; what is missing is as the group says.
type Keuze map[string]Kanaal

// Kanaal gives the channel for a kind of notice.
func (k Keuze) Kanaal(soort string) Kanaal {
	g := GroepVan(soort)
	if gekozen, ok := k[g.Code]; ok {
		return gekozen
	}
	return g.Standaard
}

// Post is one notice that waits for a mail to one person.
type Post struct {
	ID, Gebruiker, Soort string
	Kanaal               Kanaal
	Na                   termijn.Moment // not before
	Pogingen             int
}

// Brief is a mail.
type Brief struct{ Aan, Onderwerp, Tekst string }

// Ontvanger is somebody who can get mail.
type Ontvanger struct {
	toegang.Actor
	Mailadres string
}

// Store is what this room needs kept.
type Store interface {
	// Berichtkeuzes gives what the users of a controller chose, by user.
	Berichtkeuzes(ctx context.Context, verantwoordelijke string) (map[string]Keuze, error)
	SaveKeuze(ctx context.Context, g toegang.Grant, gebruiker string, k Keuze, entry journaal.Entry) error
	// TeVerdelen lists notices of which it is not settled yet who gets mail, oldest first, at most aantal.
	TeVerdelen(ctx context.Context, g toegang.Grant, aantal int) ([]dossier.Bericht, error)
	// Verdeel settles that for these notices and keeps the mails that follow, in one transaction.
	Verdeel(ctx context.Context, g toegang.Grant, berichten []string, posten []Post, nu termijn.Moment, entry journaal.Entry) error
	// TeVersturen lists mails whose moment has come, by user and oldest first, at most aantal.
	TeVersturen(ctx context.Context, g toegang.Grant, nu termijn.Moment, aantal int) ([]Post, error)
	// Verstuurd takes away what went out, and sets back what did not.
	Verstuurd(ctx context.Context, g toegang.Grant, weg []string, opnieuw []Post, entry journaal.Entry) error
	// Wachtend counts the mails that did not go out at the first try.
	Wachtend(ctx context.Context, g toegang.Grant) (int, error)
}

// Service holds the use cases on notices.
type Service struct {
	domein.Kader
	Store Store
	// Ontvangers lists the users of a controller.
	Ontvangers func(ctx context.Context, verantwoordelijke string) ([]Ontvanger, error)
	// Verstuur sends mails and gives what went wrong with each. It is nil where no mail is set up: then there is the bell.
	Verstuur func(ctx context.Context, brieven []Brief) []error
	// Adres is where the pages are for whoever reads a mail: "https://dwarsverband.voorbeeld.nl".
	Adres string
}

func middel(wie toegang.Actor) toegang.Middel {
	return toegang.Middel{Soort: "bericht", Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: wie.ID}
}

// Instelling gives what wie chose, and whether there is mail at all.
func (s *Service) Instelling(ctx context.Context, wie toegang.Actor) (Keuze, error) {
	const op = "bericht.Instelling"
	if _, err := s.Mag(wie, toegang.WerkLezen, middel(wie)); err != nil {
		return nil, domein.Wrap(op, err)
	}
	all, err := s.Store.Berichtkeuzes(ctx, wie.Verantwoordelijke)
	k := Keuze{}
	for _, g := range Groepen {
		k[g.Code] = g.Standaard
		if gekozen, ok := all[wie.ID][g.Code]; ok {
			k[g.Code] = gekozen
		}
	}
	return k, domein.Wrap(op, err)
}

// Kies keeps what wie chose.
func (s *Service) Kies(ctx context.Context, wie toegang.Actor, k Keuze) error {
	const op = "bericht.Kies"
	grant, err := s.Mag(wie, toegang.WerkAfhandelen, middel(wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	for _, g := range Groepen {
		if k[g.Code] != Bel && k[g.Code] != Meteen && k[g.Code] != Dagelijks {
			faults = append(faults, domein.Fault{Veld: g.Code, Melding: "Kies hoe u dit wilt horen."})
		}
	}
	if err := domein.Refuse(op, "Uw keuze is nog niet opgeslagen.", faults); err != nil {
		return err
	}
	entry, err := s.Entry(grant, "instelling", wie.ID, k)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveKeuze(ctx, grant, wie.ID, k, entry))
}
