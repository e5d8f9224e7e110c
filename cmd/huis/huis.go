// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package huis wires the services to the store and to the functions of other rooms that they take as arguments. The program, the demonstration and the tests of
// the faces all stand on the same wiring.
package huis

import (
	"context"
	"math/rand/v2"

	"github.com/google/uuid"

	"dwarsverband/domein"
	"dwarsverband/domein/bericht"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/inzage"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/overzicht"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/signaal"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/domein/verband"
	"dwarsverband/extern/bestand"
	"dwarsverband/extern/canon"
	"dwarsverband/extern/cbs"
	"dwarsverband/extern/corv"
	"dwarsverband/extern/politie"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// Diensten are the services, built once.
type Diensten struct {
	Kader      domein.Kader
	Store      *store.Store
	Gebruiker  *gebruiker.Service
	Gebied     *gebied.Service
	Cijfer     *cijfer.Service
	Signaal    *signaal.Service
	Plan       *plan.Service
	Verband    *verband.Service
	Rapportage *rapportage.Service
	Overzicht  *overzicht.Service
	Casus      *casus.Service
	Deling     *deling.Service
	Melding    *melding.Service
	Bewaring   *bewaring.Service
	Inzage     *inzage.Service
	Overleg    *overleg.Service
	Bericht    *bericht.Service
	Toezicht   *toezicht.Service
	Uitkomst   *uitkomst.Service
}

// Opties is what an installation decides itself.
type Opties struct {
	Nu      func() termijn.Moment
	Sleutel []byte // key of the commitments in the journal
	Demo    bool
}

// Bouw builds the services on st.
func Bouw(st *store.Store, o Opties) (*Diensten, error) {
	poort, err := toegang.New()
	if err != nil {
		return nil, err
	}
	k := domein.Kader{Poort: poort, Nu: o.Nu, NieuwID: func() string { return uuid.Must(uuid.NewV7()).String() }, Sleutel: o.Sleutel}
	signalen := &signaal.Service{Kader: k, Store: st, Methode: detecteer, Familie: ontdek, Instelling: signaal.Standaard(), Sleutel: linksleutel}
	d := &Diensten{
		Kader: k, Store: st,
		Gebruiker:  &gebruiker.Service{Store: st, Demo: o.Demo},
		Gebied:     &gebied.Service{Kader: k, Store: st},
		Cijfer:     &cijfer.Service{Kader: k, Store: st, Lezers: lezers(), Na: naImport(signalen)},
		Signaal:    signalen,
		Plan:       &plan.Service{Kader: k, Store: st},
		Verband:    &verband.Service{Kader: k, Store: st},
		Rapportage: &rapportage.Service{Kader: k, Store: st, Afscherm: Afscherm},
	}
	d.Casus = &casus.Service{Kluis: dossier.Kluis{Kader: k, Store: st}, Store: st, Gebruiker: d.Gebruiker.Actor, Gebruikers: d.Gebruiker.Actoren, KeurBestand: bestand.Keur}
	d.Deling = &deling.Service{Kluis: d.Casus.Kluis, Store: st, Gebruiker: d.Gebruiker.Actor, Zeef: casus.Zeef}
	d.Toezicht = &toezicht.Service{Kader: k, Store: st, Toeval: rand.Int64, Schud: Schud, Gebruikers: d.Gebruiker.Actoren, Naam: naamwoorden}
	d.Bericht = &bericht.Service{Kader: k, Store: st, Ontvangers: d.ontvangers}
	d.Overleg = &overleg.Service{Kluis: d.Casus.Kluis, Store: st, Gebruiker: d.Gebruiker.Actor, Zeef: casus.Zeef}
	d.Uitkomst = &uitkomst.Service{Kluis: d.Casus.Kluis, Store: st, Overleg: d.Overleg, Deling: d.Deling, Zeef: casus.Zeef}
	d.Melding = &melding.Service{Kluis: d.Casus.Kluis, Store: st, Vergelijk: persoon.VergelijkHuishouden, Lezers: meldinglezers(), Schrijf: corv.Schrijf, Contact: d.contact}
	d.Bewaring = &bewaring.Service{Kader: k, Store: st}
	d.Inzage = &inzage.Service{Kluis: d.Casus.Kluis, Store: st, Gebruiker: d.Gebruiker.Actor}
	d.Overzicht = &overzicht.Service{Kader: k, Store: st, Gebied: d.Gebied, Cijfer: d.Cijfer, Signaal: d.Signaal, Plan: d.Plan, Verband: d.Verband}
	return d, nil
}

// lezers are the formats that figures are read in from.
func lezers() map[string]cijfer.Lezer {
	return map[string]cijfer.Lezer{
		"politie-odata": politie.LeesOData, "politie-csv": politie.LeesPortal, "kwb": cbs.LeesKWB, "canoniek": canon.Lees,
	}
}

// ontvangers are the users of a controller with where they get mail.
func (d *Diensten) ontvangers(ctx context.Context, verantwoordelijke string) ([]bericht.Ontvanger, error) {
	users, err := d.Store.Gebruikers(ctx, verantwoordelijke)
	list := make([]bericht.Ontvanger, len(users))
	for i, g := range users {
		list[i] = bericht.Ontvanger{Actor: g.Actor(), Mailadres: g.Mailadres}
	}
	return list, err
}

// naamwoorden gives the words under which a user would be found in a dossier, for the rules on unusual looks.
func naamwoorden(naam string) toezicht.Naam {
	heel, achter := persoon.Naamwoorden(naam)
	return toezicht.Naam{Heel: heel, Achter: achter}
}

// Schud puts n things in the order of a seed; the same seed gives the same order.
func Schud(zaad int64, n int, wissel func(i, j int)) {
	rand.New(rand.NewPCG(uint64(zaad), 0)).Shuffle(n, wissel)
}
