// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package huis wires the services to the store and to the functions of other rooms that they take as arguments. The program, the demonstration and the tests of
// the faces all stand on the same wiring.
package huis

import (
	"github.com/google/uuid"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/domein/termijn"
	"dwarsverband/extern/canon"
	"dwarsverband/extern/cbs"
	"dwarsverband/extern/politie"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// Diensten are the services, built once.
type Diensten struct {
	Kader     domein.Kader
	Store     *store.Store
	Gebruiker *gebruiker.Service
	Gebied    *gebied.Service
	Cijfer    *cijfer.Service
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
	return &Diensten{
		Kader: k, Store: st,
		Gebruiker: &gebruiker.Service{Store: st, Demo: o.Demo},
		Gebied:    &gebied.Service{Kader: k, Store: st},
		Cijfer:    &cijfer.Service{Kader: k, Store: st, Lezers: lezers()},
	}, nil
}

// lezers are the formats that figures are read in from.
func lezers() map[string]cijfer.Lezer {
	return map[string]cijfer.Lezer{
		"politie-odata": politie.LeesOData, "politie-csv": politie.LeesPortal, "kwb": cbs.LeesKWB, "canoniek": canon.Lees,
	}
}
