// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"dwarsverband/domein/bericht"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// A notice becomes post once, post goes when its mail went out, and what failed waits; another controller has none of it.
func TestPost(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		metDossier(t, s) // one notice for "c"
		k, nu, stuk := kader(t), termijn.At(noon), true
		k.Nu = func() termijn.Moment { return nu }
		var sent []bericht.Brief
		b := &bericht.Service{Kader: k, Store: s,
			Ontvangers: func(_ context.Context, tenant string) ([]bericht.Ontvanger, error) {
				return []bericht.Ontvanger{{Actor: toegang.Actor{ID: "c", Verantwoordelijke: tenant}, Mailadres: "c@" + tenant + ".example"}}, nil
			},
			Verstuur: func(_ context.Context, list []bericht.Brief) []error {
				if stuk {
					return []error{errors.New("down")}
				}
				sent = append(sent, list...)
				return make([]error, len(list))
			}}
		ronde := func(tenant string) {
			t.Helper()
			if _, err := b.Ronde(t.Context(), actor(tenant, toegang.Systeem)); err != nil {
				t.Fatal(err)
			}
		}
		ronde("eigen")
		ronde("ander")
		nu = termijn.At(noon.Add(72 * time.Hour)) // a circle is told of once a day
		ronde("eigen")
		if n, err := b.Wachtend(t.Context(), actor("eigen", toegang.Beheerder)); err != nil || n != 1 {
			t.Errorf("%d mails wait for another try: %v", n, err)
		}
		stuk, nu = false, nu.Plus(time.Minute)
		ronde("eigen")
		ronde("eigen")
		ronde("ander")
		if len(sent) != 1 || sent[0].Aan != "c@eigen.example" {
			t.Errorf("sent is %+v", sent)
		}
	})
}
