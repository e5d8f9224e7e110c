// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
)

// installatie is a running installation: its place on the disk, its secrets and the services on its database.
type installatie struct {
	plaats   plaats
	sleutels sleutels
	*huis.Diensten
}

// open opens the database and builds the services once. The caller closes the store.
func open(ctx context.Context, p plaats) (*installatie, error) {
	keys, err := leesSleutels(p, demo.Tenants())
	if err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, p.database(), keys.meester)
	if err != nil {
		return nil, err
	}
	laatste, err := st.LaatsteMoment(ctx)
	if err != nil {
		_ = st.Close()
		return nil, err
	}
	d, err := huis.Bouw(st, huis.Opties{Nu: klok(p.demo, laatste), Sleutel: keys.vastlegging, Demo: p.demo})
	if err != nil {
		_ = st.Close()
		return nil, err
	}
	h := &installatie{plaats: p, sleutels: keys, Diensten: d}
	d.Bewaring.Na = func(ctx context.Context) error { return h.schrijfLijst(ctx, p.data) }
	return h, nil
}

// klok gives the time. A demonstration stands still on its own day, so that it looks the same every year; its hours go on, from nine in the morning or from the last thing
// that was done in it: a clock that went back would make what was done just now something of the future.
func klok(demoMode bool, laatste termijn.Moment) func() termijn.Moment {
	if !demoMode {
		return func() termijn.Moment { return termijn.At(time.Now()) }
	}
	begin, from := time.Now(), demo.Vandaag.Start().Time().Add(9*time.Hour)
	if from.Before(laatste.Time()) {
		from = laatste.Time().Add(time.Second)
	}
	return func() termijn.Moment { return termijn.At(from.Add(time.Since(begin))) }
}
